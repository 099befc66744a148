//! Mistakes in rule files, each with its place in the file.

use std::ops::Range;

use miette::{NamedSource, SourceSpan};

use crate::expression::suggestion;

/// A mistake in a rule file.
#[derive(Debug, thiserror::Error, miette::Diagnostic)]
#[error("{message}")]
pub struct RuleError {
    /// What is wrong; lower case, no full stop.
    pub message: String,
    /// The rule file.
    #[source_code]
    pub file: NamedSource<String>,
    /// The place of the mistake.
    #[label("{label}")]
    pub span: SourceSpan,
    /// What stands there.
    pub label: String,
    /// The nearest thing that would be right.
    #[help]
    pub help: Option<String>,
}

impl RuleError {
    pub(super) fn new(path: &str, text: &str, range: Range<usize>, message: String, label: String) -> Box<Self> {
        Box::new(Self {
            message,
            file: NamedSource::new(path, text.to_owned()),
            span: SourceSpan::from(range),
            label,
            help: None,
        })
    }

    pub(super) fn help(mut self: Box<Self>, help: Option<String>) -> Box<Self> {
        self.help = help;
        self
    }

    /// A mistake that the TOML reader found. Its list of expected names becomes a suggestion.
    pub(super) fn toml(path: &str, text: &str, error: &toml::de::Error) -> Box<Self> {
        let range = error.span().unwrap_or(0..text.len().min(1));
        let message = error.message().lines().next().unwrap_or("not readable").to_owned();
        let mut quoted = message.split('`').skip(1).step_by(2);
        let written = quoted.next().unwrap_or_default().to_owned();
        let known: Vec<String> = quoted.map(str::to_owned).collect();
        let (message, label, help) = if message.starts_with("unknown field") {
            let help = suggestion(&written, known.iter().map(String::as_str));
            (format!("there is no key called `{written}` here"), "unknown key".to_owned(), help)
        } else if message.starts_with("unknown variant") {
            let help = suggestion(&written, known.iter().map(String::as_str));
            (format!("`{written}` is none of the values that may stand here"), "unknown value".to_owned(), help)
        } else if message.starts_with("invalid type: string") && message.ends_with("a sequence") {
            let help = "put it in brackets, as `[\"…\"]`".to_owned();
            ("a list of texts is wanted here".to_owned(), "one text".to_owned(), Some(help))
        } else {
            (message, "here".to_owned(), None)
        };
        Self::new(path, text, range, message, label).help(help)
    }
}
