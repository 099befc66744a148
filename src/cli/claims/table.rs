//! Claims for people: a table with line, kind, words, and how they were read.

use super::{Listed, one_line, shortened};
use crate::source::Source;

/// The widest that the column of words becomes.
const WORDS: usize = 44;

/// The widest that the column of readings becomes.
const READING: usize = 60;

/// One line of the table.
struct Row {
    line: String,
    kind: &'static str,
    words: String,
    reading: String,
}

/// One file's claims.
pub(super) fn part(source: &Source, claims: &[Listed<'_>]) -> String {
    let plural = if claims.len() == 1 { "" } else { "s" };
    let mut text = format!("{}: {} claim{plural}\n", one_line(&source.name), claims.len());
    let row = |it: &Listed<'_>| Row {
        line: it.line(source).to_string(),
        kind: it.claim.value.kind(),
        words: shortened(&it.words(source), WORDS),
        reading: shortened(&one_line(&it.claim.value.describe()), READING),
    };
    let rows: Vec<Row> = claims.iter().map(row).collect();
    let width = |least: usize, length: fn(&Row) -> usize| rows.iter().map(length).max().unwrap_or(0).max(least);
    let line = width(4, |row| row.line.len());
    let kind = width(4, |row| row.kind.len());
    let words = width(5, |row| row.words.chars().count());
    if !rows.is_empty() {
        text.push_str(&format!("{:>line$}  {:kind$}  {:words$}  read as\n", "line", "kind", "words"));
    }
    for row in &rows {
        text.push_str(&format!("{:>line$}  {:kind$}  {:words$}  {}\n", row.line, row.kind, row.words, row.reading));
    }
    text
}
