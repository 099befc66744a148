//! Claims for a fact-checker: a Markdown list with a box for each, in the order of the text, ticked where a rule
//! already compared the claim with another.

use super::{Listed, one_line, shortened};
use crate::source::Source;

/// The longest quotation that is shown whole, in characters.
const LONGEST: usize = 90;

/// One file's claims. Of claims that begin in one another only the outermost has a box.
pub(super) fn part(source: &Source, claims: &[Listed<'_>]) -> String {
    let mut text = format!("# {}\n\n", escaped(&one_line(&source.name)));
    let mut end = 0;
    for it in claims {
        let span = it.claim.span;
        let is_quotation = it.claim.value.kind() == "quotation";
        if span.start < end {
            continue;
        }
        // What stands inside a quotation is to be checked by itself too.
        if !is_quotation && it.claim.value.kind() != "list" {
            end = span.end;
        }
        let mark = if it.checked { 'x' } else { ' ' };
        let words = escaped(&shortened(&it.words(source), LONGEST));
        let reading = one_line(&it.claim.value.describe());
        let reading = if reading.is_empty() || is_quotation {
            String::new()
        } else {
            format!(" ({})", escaped(&shortened(&reading, LONGEST)))
        };
        text.push_str(&format!(
            "- [{mark}] line {}: **{words}** {}{reading}\n",
            it.line(source),
            it.claim.value.kind()
        ));
    }
    text
}

/// Text in which Markdown finds no markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '#' | '|') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
