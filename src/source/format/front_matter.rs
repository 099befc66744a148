//! Front matter: fields such as `date: 2016-05-12` between two `---` lines at the head of a Markdown file.
//!
//! Only plain scalars are read, each on one line; lists, maps and blocks are stepped over.

use crate::source::Span;

/// The front matter of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter<'a> {
    /// The fields in order.
    pub(super) fields: Vec<Field<'a>>,
    /// Where the text behind it begins.
    pub(super) end: usize,
}

/// A field with a plain scalar value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field<'a> {
    pub(super) name: &'a str,
    /// The value without the quotation marks around it, as it stands in the file.
    pub(super) value: &'a str,
    /// Where the value stands in the file.
    pub(super) span: Span,
}

/// Reads the front matter at the head of `text`. What has no end, or begins with no field, is a thematic break and
/// prose.
pub(super) fn read(text: &str) -> FrontMatter<'_> {
    let head = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let nothing = FrontMatter { fields: Vec::new(), end: head };
    let mut lines = text[head..].split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return nothing };
    let mut at = head + first.len();
    let mut fields = Vec::new();
    for (number, line) in lines.enumerate() {
        let start = at;
        at += line.len();
        match line.trim_end() {
            "---" | "..." => return FrontMatter { fields, end: at },
            content if number == 0 && !content.contains(':') => return nothing,
            content => fields.extend(field(content, start)),
        }
    }
    nothing
}

/// Reads `name: value`.
fn field(line: &str, start: usize) -> Option<Field<'_>> {
    let (name, value) = line.split_once(':')?;
    let is_name = name.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-'));
    let mut at = start + name.len() + 1 + value.len() - value.trim_start().len();
    let mut value = value.trim();
    if value.starts_with(['[', '{', '|', '>', '&', '!', '#']) {
        return None;
    }
    for quote in ['"', '\''] {
        if value.len() >= 2 && value.starts_with(quote) && value.ends_with(quote) {
            value = &value[1..value.len() - 1];
            at += 1;
            break;
        }
    }
    // A comment begins at a space and a number sign.
    let value = value.split(" #").next().unwrap_or(value).trim_end();
    let span = Span::new(at as u32, (at + value.len()) as u32);
    (is_name && !name.is_empty() && !value.is_empty()).then_some(Field { name, value, span })
}

/// The day of a date that also names a time of day: `2016-05-12` of `2016-05-12T14:00:00Z`.
pub(super) fn day(value: &str) -> &str {
    match value.as_bytes().get(10) {
        Some(b'T' | b't' | b' ') if value.as_bytes()[..4].iter().all(u8::is_ascii_digit) => &value[..10],
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::{day, read};

    #[test]
    fn fields_are_read() {
        let text =
            "---\ntitle: \"A fire: three boats\"\ndate: 2016-05-12  # Thursday\ntags: [a, b]\nx:\n  - y\n---\n\nText";
        let front = read(text);
        let fields: Vec<_> = front.fields.iter().map(|it| (it.name, it.value, &text[it.span.range()])).collect();
        assert_eq!(
            fields,
            [("title", "A fire: three boats", "A fire: three boats"), ("date", "2016-05-12", "2016-05-12")]
        );
        assert_eq!(&text[front.end..], "\nText");
    }

    #[test]
    fn a_thematic_break_is_none() {
        for text in ["---\nText: with a colon, but no end", "---\n\nText\n\n---\n", "--\na: b\n---\n", "", "---"] {
            assert_eq!(read(text).end, 0, "{text}");
        }
    }

    #[test]
    fn days_lose_their_time() {
        assert_eq!(day("2016-05-12T14:00:00Z"), "2016-05-12");
        assert_eq!(day("2016-05-12 14:00"), "2016-05-12");
        assert_eq!(day("Thursday, May 12"), "Thursday, May 12");
        assert_eq!(day("2016"), "2016");
    }
}
