//! Reports: one file per output format. A report turns finished findings into text; it prints nothing.

mod excerpt;
mod github;
pub mod json;
pub mod pretty;
mod sarif;
mod short;
mod summary;
mod visible;

pub use pretty::Layout;
pub use summary::Summary;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// How findings are written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// For people: the words around each finding, with how each claim was read.
    Pretty(Layout),
    /// One line for each finding, for editors and grep.
    Short,
    /// The JSON contract for other programs.
    Json,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
}

impl Style {
    /// One file's part of the report. Parts can be made in parallel.
    pub fn part(self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        match self {
            Self::Pretty(layout) => pretty::part(layout, source, diagnostics),
            Self::Short => short::part(source, diagnostics),
            Self::Json => json::part(source, diagnostics),
            Self::Sarif => sarif::part(source, diagnostics),
            Self::Github => github::part(source, diagnostics),
        }
    }

    /// The whole report from its parts, which come in the order of the files. `rules` are the name and the summary of
    /// each rule that ran.
    pub fn whole(self, parts: &[String], summary: &Summary, rules: &BTreeMap<String, String>) -> String {
        match self {
            Self::Pretty(_) => pretty::whole(parts, summary),
            Self::Short | Self::Github => parts.concat(),
            Self::Json => json::whole(parts, summary),
            Self::Sarif => sarif::whole(parts, rules),
        }
    }

    /// Whether other programs read the report, and people only what stands on standard error.
    pub fn is_for_programs(self) -> bool {
        !matches!(self, Self::Pretty(_))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Layout, Style, Summary};
    use crate::diagnostic::{Category, Diagnostic, Edit, Fix, Label, Severity};
    use crate::source::{Format, Source, Span};

    fn place(source: &Source, needle: &str) -> Span {
        let start = source.text.find(needle).expect("the text has it") as u32;
        Span::new(start, start + needle.len() as u32)
    }

    fn rendered(style: Style, text: &str, labels: &[(&str, &str)]) -> String {
        let source = Source::new("drafts/über, all.md", text, Format::Plain);
        let labels: Vec<Label> = labels
            .iter()
            .map(|(needle, text)| Label { span: place(&source, needle), text: (*text).to_owned() })
            .collect();
        let diagnostic = Diagnostic {
            rule: "units/conversion-mismatch".to_owned(),
            category: Category::Fact,
            severity: Severity::Error,
            message: "160 kilometers is not 120 miles".to_owned(),
            help: Some("160 km is 96.3–102.5 miles".to_owned()),
            span: labels[0].span.to(labels[labels.len() - 1].span),
            fixes: vec![Fix {
                title: "write “100 miles”".to_owned(),
                safe: false,
                edits: vec![Edit { span: labels[labels.len() - 1].span, text: "100 miles".to_owned() }],
            }],
            labels,
        };
        let diagnostics = [diagnostic];
        let part = style.part(&source, &diagnostics);
        let rules = BTreeMap::from([("units/conversion-mismatch".to_owned(), "Checks conversions.".to_owned())]);
        style.whole(&[part], &Summary::of_file(2, 1, &diagnostics), &rules)
    }

    const TEXT: &str = "Ein\nThe “camp” lay 160 kilometers (120 miles) from Sirte.";
    const LABELS: [(&str, &str); 2] = [("160 kilometers", "155–165 km"), ("120 miles", "115–125 miles")];

    #[test]
    fn a_short_line_is_shown_whole() {
        insta::with_settings!({ snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/report"), prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!("pretty", rendered(Style::Pretty(Layout::default()), TEXT, &LABELS));
            insta::assert_snapshot!("short", rendered(Style::Short, TEXT, &LABELS));
            insta::assert_snapshot!("github", rendered(Style::Github, TEXT, &LABELS));
            insta::assert_snapshot!("json", rendered(Style::Json, TEXT, &LABELS));
            insta::assert_snapshot!("sarif", rendered(Style::Sarif, TEXT, &LABELS));
        });
    }

    #[test]
    fn a_long_line_is_cut_around_its_places() {
        let filler = "and so the harbour master went on to say what he had said before, ".repeat(9);
        let far = format!("{filler}160 kilometers {filler}120 miles {filler}");
        let near = format!("{filler}160 kilometers (120 miles) {filler}");
        let hostile = "160 kilometers \u{1b}[31m(120 miles) \u{202e}away".to_owned();
        let lines = "They drove 160 kilometers\nor 120 miles on Friday.".to_owned();
        insta::with_settings!({ snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/report"), prepend_module_to_snapshot => false }, {
            for (name, text) in [("far", far), ("near", near), ("hostile", hostile), ("lines", lines)] {
                insta::assert_snapshot!(format!("pretty-{name}"), rendered(Style::Pretty(Layout::default()), &text, &LABELS));
            }
        });
    }
}
