//! Reports: one file per output format. A report turns finished findings into text; it prints nothing.

pub mod json;
mod summary;

pub use summary::Summary;

use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// How findings are written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The JSON contract for other programs.
    Json,
}

impl Style {
    /// One file's part of the report. Parts can be made in parallel.
    pub fn part(self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        match self {
            Self::Json => json::part(source, diagnostics),
        }
    }

    /// The whole report from its parts, which come in the order of the files.
    pub fn whole(self, parts: &[String], summary: &Summary) -> String {
        match self {
            Self::Json => json::whole(parts, summary),
        }
    }
}
