//! Checking: matches the rules' patterns in an article, evaluates what must hold, and words the findings.

use crate::article::Article;
use crate::diagnostic::Diagnostic;
use crate::rules::RuleSet;
use crate::source::Source;

/// What checking one article gave.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The findings, ordered by place, then rule.
    pub diagnostics: Vec<Diagnostic>,
    /// Indices into the article's claims of those that took part in a comparison, in order, each once.
    pub checked_claims: Vec<usize>,
    /// How many comparisons were made that could tell.
    pub checked: usize,
}

/// Runs all rules over an article.
pub fn check(_source: &Source, _article: &Article<'_>, _rules: &RuleSet) -> Outcome {
    Outcome::default()
}
