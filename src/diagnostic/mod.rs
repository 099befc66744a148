//! The finished finding: plain data, ready for any report.

mod fixes;

pub use fixes::{Trust, apply};

use crate::source::Span;

/// One finding. All spans are bytes of the file as it is on disk.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The rule's name: its path below the rules folder, without the ending.
    pub rule: String,
    /// Whether a fact or the language is at fault.
    pub category: Category,
    /// How sure and how grave.
    pub severity: Severity,
    /// What is wrong, with both figures; lower case, no full stop.
    pub message: String,
    /// What to check.
    pub help: Option<String>,
    /// The place that the finding is about; lists are ordered by it.
    pub span: Span,
    /// The claims that take part, each with how it was read, in order of the text.
    pub labels: Vec<Label>,
    /// Ways to mend it.
    pub fixes: Vec<Fix>,
}

/// A place that takes part in a finding, and what was read there.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What was read there.
    pub text: String,
}

/// A way to mend a finding: edits that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What the fix does, for a menu in an editor.
    pub title: String,
    /// Whether it can be applied without a person looking at it. Facts never can.
    pub safe: bool,
    /// The edits; they do not overlap.
    pub edits: Vec<Edit>,
}

/// The replacement of a range by a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The range to replace; it stands verbatim in the file.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Statements that cannot be true together.
    Fact,
    /// Spelling, consistency, wording.
    Language,
}

/// How grave a finding is, from least to most.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A query worth a look.
    Advice,
    /// Nearly certain.
    Warning,
    /// No reading makes it consistent.
    Error,
}

impl Category {
    /// The word for it, as written in rule files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Language => "language",
        }
    }
}

impl Severity {
    /// The word for it, as written in rule files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The next lower severity; advice stays advice.
    #[must_use]
    pub const fn lower(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Advice => Self::Advice,
        }
    }
}
