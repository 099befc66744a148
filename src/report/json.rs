//! The JSON that other programs rely on; it changes only by adding keys.
//!
//! Offsets are bytes of the file as it is on disk; lines and columns are 1-based, columns in characters.

use serde::Serialize;

use super::Summary;
use crate::diagnostic::{Category, Diagnostic, Edit, Fix, Label, Severity};
use crate::source::{Source, Span};

/// A range of a file with its lines and columns.
#[derive(Debug, Serialize)]
pub struct Place {
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

impl Place {
    /// The place of a range of the file's text.
    pub fn new(source: &Source, span: Span) -> Self {
        let (from, to) = (source.position(span.start), source.position(span.end));
        Self {
            start: span.start,
            end: span.end,
            line: from.line,
            column: from.column,
            end_line: to.line,
            end_column: to.column,
        }
    }
}

/// A document in the shape of the contract: its version, the files, and what else it says.
///
/// `files` are finished JSON objects, one a line, so that a person can find a file in it too.
pub fn document(files: &[String], rest: &[(&str, String)]) -> String {
    let mut text = format!("{{\"version\": 1, \"files\": [\n{}\n]", files.join(",\n"));
    for (key, value) in rest {
        text.push_str(&format!(", \"{key}\": {value}"));
    }
    text.push_str("}\n");
    text
}

/// A value as JSON text.
pub fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain data with text keys always has a JSON form")
}

pub(super) fn part(source: &Source, diagnostics: &[Diagnostic]) -> String {
    text(&File { path: &source.name, diagnostics: diagnostics.iter().map(|it| Entry::new(source, it)).collect() })
}

pub(super) fn whole(parts: &[String], summary: &Summary) -> String {
    document(parts, &[("summary", text(summary))])
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    diagnostics: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    category: Category,
    severity: Severity,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    span: Place,
    labels: Vec<LabelEntry<'a>>,
    fixes: Vec<FixEntry<'a>>,
}

#[derive(Serialize)]
struct LabelEntry<'a> {
    span: Place,
    text: &'a str,
}

#[derive(Serialize)]
struct FixEntry<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<EditEntry<'a>>,
}

#[derive(Serialize)]
struct EditEntry<'a> {
    span: Place,
    text: &'a str,
}

impl<'a> Entry<'a> {
    fn new(source: &Source, it: &'a Diagnostic) -> Self {
        let label = |label: &'a Label| LabelEntry { span: Place::new(source, label.span), text: &label.text };
        let edit = |edit: &'a Edit| EditEntry { span: Place::new(source, edit.span), text: &edit.text };
        let fix =
            |fix: &'a Fix| FixEntry { title: &fix.title, safe: fix.safe, edits: fix.edits.iter().map(edit).collect() };
        Self {
            rule: &it.rule,
            category: it.category,
            severity: it.severity,
            message: &it.message,
            help: it.help.as_deref(),
            span: Place::new(source, it.span),
            labels: it.labels.iter().map(label).collect(),
            fixes: it.fixes.iter().map(fix).collect(),
        }
    }
}
