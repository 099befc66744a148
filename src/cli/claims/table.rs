//! Claims for people: a table with line, kind, words, and how they were read.

use super::{Listed, one_line, shortened};
use crate::source::Source;

/// The widest that the column of words becomes.
const WORDS: usize = 44;

/// One file's claims.
pub(super) fn part(source: &Source, claims: &[Listed<'_>]) -> String {
    let mut text =
        format!("{}: {} claim{}\n", one_line(&source.name), claims.len(), if claims.len() == 1 { "" } else { "s" });
    let rows: Vec<(String, &str, String, String)> = claims
        .iter()
        .map(|it| {
            let value = &it.claim.value;
            let words = shortened(&it.words(source), WORDS);
            (it.line(source).to_string(), value.kind(), words, shortened(&one_line(&value.describe()), 60))
        })
        .collect();
    let width = |column: &dyn Fn(&(String, &str, String, String)) -> usize| rows.iter().map(column).max().unwrap_or(0);
    let line = width(&|row| row.0.len()).max(4);
    let kind = width(&|row| row.1.len()).max(4);
    let words = width(&|row| row.2.chars().count()).max(5);
    if !rows.is_empty() {
        text.push_str(&format!("{:>line$}  {:kind$}  {:words$}  read as\n", "line", "kind", "words"));
    }
    for (at, name, stated, reading) in &rows {
        text.push_str(&format!("{at:>line$}  {name:kind$}  {stated:words$}  {reading}\n"));
    }
    text
}
