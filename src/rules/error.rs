//! Mistakes in rule files, each with its place in the file.

use miette::{NamedSource, SourceSpan};

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
