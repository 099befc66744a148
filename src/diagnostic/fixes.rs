//! Applies fixes to a text.

use super::{Diagnostic, Edit, Fix};
use crate::source::Source;

/// Which fixes may be applied without a person looking at each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Those that are safe.
    Safe,
    /// All.
    All,
}

/// The file's text with the fixes of its findings applied, and how many findings were mended. No two edits overlap, and
/// only text is touched that stands in the file as it is read; a finding that offers a choice is left for a person.
pub fn apply(source: &Source, diagnostics: &[Diagnostic], trust: Trust) -> Option<(String, usize)> {
    let mut edits: Vec<&Edit> = Vec::new();
    let mut mended = 0;
    for fix in diagnostics.iter().filter_map(|it| choose(&it.fixes, trust)) {
        let is_free = fix
            .edits
            .iter()
            .all(|edit| source.prose.is_verbatim_in_file(edit.span) && !edits.iter().any(|other| touches(edit, other)));
        let changes = fix.edits.iter().any(|edit| source.text[edit.span.range()] != *edit.text);
        if is_free && changes {
            edits.extend(&fix.edits);
            mended += 1;
        }
    }
    if edits.is_empty() {
        return None;
    }
    edits.sort_by_key(|edit| edit.span);
    let mut text = String::with_capacity(source.text.len());
    let mut at = 0;
    for edit in edits {
        text.push_str(&source.text[at..edit.span.start as usize]);
        text.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    text.push_str(&source.text[at..]);
    Some((text, mended))
}

/// The one fix that may be applied. Of several, none is the right one without a person's choice.
fn choose(fixes: &[Fix], trust: Trust) -> Option<&Fix> {
    let mut safe = fixes.iter().filter(|fix| fix.safe);
    match (safe.next(), safe.next(), trust) {
        (Some(fix), None, _) => Some(fix),
        (None, None, Trust::All) if fixes.len() == 1 => fixes.first(),
        _ => None,
    }
}

/// Whether two edits cannot be made at once: they share a byte, or insert at the same place.
fn touches(edit: &Edit, other: &Edit) -> bool {
    edit.span.overlaps(other.span) || edit.span.start == other.span.start
}

#[cfg(test)]
mod tests {
    use super::{Trust, apply};
    use crate::diagnostic::{Category, Diagnostic, Edit, Fix, Severity};
    use crate::source::{Format, Source, Span};

    fn finding(fixes: &[(bool, u32, u32, &str)]) -> Diagnostic {
        let fix = |&(safe, start, end, text): &(bool, u32, u32, &str)| Fix {
            title: String::new(),
            safe,
            edits: vec![Edit { span: Span::new(start, end), text: text.to_owned() }],
        };
        Diagnostic {
            rule: "spelling/misspelling".to_owned(),
            category: Category::Language,
            severity: Severity::Warning,
            message: String::new(),
            help: None,
            span: Span::new(fixes[0].1, fixes[0].2),
            labels: Vec::new(),
            fixes: fixes.iter().map(fix).collect(),
        }
    }

    #[test]
    fn fixes_are_applied_where_they_may_be() {
        let source = Source::new("a.md", "teh &amp; adn x", Format::Markdown);
        let table: &[(&[Diagnostic], Trust, Option<&str>)] = &[
            (
                &[finding(&[(true, 0, 3, "the")]), finding(&[(true, 10, 13, "and")])],
                Trust::Safe,
                Some("the &amp; and x"),
            ),
            (&[finding(&[(false, 0, 3, "the")])], Trust::Safe, None),
            (&[finding(&[(false, 0, 3, "the")])], Trust::All, Some("the &amp; adn x")),
            // An entity stands in the file in other characters.
            (&[finding(&[(true, 4, 9, "+")])], Trust::All, None),
            (&[finding(&[(true, 0, 9, "+")])], Trust::All, None),
            // A choice is a person's.
            (&[finding(&[(true, 0, 3, "the"), (true, 0, 3, "ten")])], Trust::All, None),
            (&[finding(&[(true, 0, 3, "the")]), finding(&[(true, 2, 3, "n")])], Trust::All, Some("the &amp; adn x")),
            (&[finding(&[(true, 0, 3, "teh")])], Trust::All, None),
        ];
        for (diagnostics, trust, expected) in table {
            let fixed = apply(&source, diagnostics, *trust).map(|(text, _)| text);
            assert_eq!(fixed.as_deref(), *expected, "{diagnostics:?}");
        }
    }
}
