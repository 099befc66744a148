//! SARIF 2.1.0, for code hosts and viewers of analysis results.
//!
//! The structures follow the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0";
//! only the properties that this report fills are here.

use std::collections::BTreeMap;

use serde::Serialize;

use super::json;
use crate::diagnostic::{Diagnostic, Edit, Fix, Label, Severity};
use crate::source::{Source, Span};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn part(source: &Source, diagnostics: &[Diagnostic]) -> String {
    let results: Vec<String> = diagnostics.iter().map(|it| json::text(&Finding::new(source, it))).collect();
    results.join(",\n")
}

/// The log of one run. `rules` are the name and the summary of each rule that ran.
pub(super) fn whole(parts: &[String], rules: &BTreeMap<String, String>) -> String {
    let driver = Driver {
        name: "factlint",
        version: env!("CARGO_PKG_VERSION"),
        rules: rules
            .iter()
            .map(|(id, summary)| Rule {
                id,
                short_description: (!summary.is_empty()).then(|| Message { text: summary }),
            })
            .collect(),
    };
    let results: Vec<&str> = parts.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    format!(
        "{{\"$schema\": \"{SCHEMA}\", \"version\": \"2.1.0\", \"runs\": [{{\"tool\": {{\"driver\": {}}}, \
         \"columnKind\": \"unicodeCodePoints\", \"results\": [\n{}\n]}}]}}\n",
        json::text(&driver),
        results.join(",\n")
    )
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'a str,
    version: &'a str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_description: Option<Message<'a>>,
}

#[derive(Serialize)]
struct Message<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Message<'a>,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<FixEntry<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    byte_offset: u32,
    byte_length: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixEntry<'a> {
    description: Message<'a>,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Message<'a>,
}

impl<'a> Finding<'a> {
    fn new(source: &Source, it: &'a Diagnostic) -> Self {
        let label = |(number, label): (usize, &'a Label)| Location {
            id: Some(number),
            physical_location: PhysicalLocation::new(source, label.span),
            message: Some(Message { text: &label.text }),
        };
        let replacement = |edit: &'a Edit| Replacement {
            deleted_region: Region::new(source, edit.span),
            inserted_content: Message { text: &edit.text },
        };
        let fix = |fix: &'a Fix| FixEntry {
            description: Message { text: &fix.title },
            artifact_changes: [ArtifactChange {
                artifact_location: ArtifactLocation::new(source),
                replacements: fix.edits.iter().map(replacement).collect(),
            }],
        };
        Self {
            rule_id: &it.rule,
            level: match it.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "note",
            },
            message: Message { text: &it.message },
            locations: [Location {
                id: None,
                physical_location: PhysicalLocation::new(source, it.span),
                message: None,
            }],
            related_locations: it.labels.iter().enumerate().map(label).collect(),
            fixes: it.fixes.iter().map(fix).collect(),
        }
    }
}

impl PhysicalLocation {
    fn new(source: &Source, span: Span) -> Self {
        Self { artifact_location: ArtifactLocation::new(source), region: Region::new(source, span) }
    }
}

impl ArtifactLocation {
    /// The file's path as a relative or absolute URI reference (RFC 3986).
    fn new(source: &Source) -> Self {
        let mut uri = String::new();
        for byte in source.name.replace('\\', "/").bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                    uri.push(char::from(byte))
                }
                _ => uri.push_str(&format!("%{byte:02X}")),
            }
        }
        Self { uri }
    }
}

impl Region {
    fn new(source: &Source, span: Span) -> Self {
        let (from, to) = (source.position(span.start), source.position(span.end));
        Self {
            start_line: from.line,
            start_column: from.column,
            end_line: to.line,
            end_column: to.column,
            byte_offset: span.start,
            byte_length: span.len(),
        }
    }
}
