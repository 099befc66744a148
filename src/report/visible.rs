//! Text that is safe to show: an article cannot steer the reader's terminal.

use std::borrow::Cow;

/// The text with each control character and each direction override replaced by a visible one that takes the same
/// number of bytes, so that offsets stay right. Tabs and line breaks stay.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|it| if is_hidden(it) { stand_in(it) } else { it }).collect())
}

/// The text on one line: for reports with one finding a line.
pub(super) fn one_line(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_hidden(character: char) -> bool {
    match character {
        '\t' | '\n' => false,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

const fn stand_in(character: char) -> char {
    match character.len_utf8() {
        1 => ' ',
        2 => '·',
        _ => '\u{fffd}',
    }
}

#[cfg(test)]
mod tests {
    use super::{one_line, visible};

    #[test]
    fn nothing_hidden_is_left() {
        for (text, shown) in [("a\u{1b}[31mb", "a [31mb"), ("a\u{85}b\u{202e}c", "a·b\u{fffd}c"), ("é\tb\n", "é\tb\n")]
        {
            assert_eq!(visible(text), shown);
            assert_eq!(text.len(), shown.len());
        }
        assert_eq!(one_line("a\r\n  b"), "a b");
    }
}
