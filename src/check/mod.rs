//! Checking: matches the rules' patterns in an article, evaluates what must hold, and words the findings.

mod examples;
mod facts;
mod finding;
mod join;
mod matcher;
mod words;

use std::collections::HashSet;

pub use examples::{Failure, run_examples};

use crate::article::Article;
use crate::diagnostic::Diagnostic;
use crate::rules::{Body, Rule, RuleSet};
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

/// Runs all rules over an article. `source` is the text that the article was read from.
pub fn check(source: &Source, article: &Article<'_>, rules: &RuleSet) -> Outcome {
    run(source, article, rules.iter())
}

/// Runs one rule over an article.
pub fn check_rule(source: &Source, article: &Article<'_>, rule: &Rule) -> Outcome {
    run(source, article, std::iter::once(rule))
}

fn run<'r>(source: &Source, article: &Article<'_>, rules: impl Iterator<Item = &'r Rule> + Clone) -> Outcome {
    let mut outcome = Outcome::default();
    let facts = rules.clone().filter_map(|rule| match &rule.body {
        Body::Facts(facts) => Some((rule, &**facts)),
        Body::Words(_) => None,
    });
    facts::check(source, article, &facts.collect::<Vec<_>>(), &mut outcome);
    for rule in rules {
        if let Body::Words(words) = &rule.body {
            words::check(source, article, rule, words, &mut outcome);
        }
    }
    outcome.checked_claims.sort_unstable();
    outcome.checked_claims.dedup();
    outcome
        .diagnostics
        .sort_by(|one, other| (one.span, &one.rule, &one.message).cmp(&(other.span, &other.rule, &other.message)));
    // A figure that stands against two others is one finding.
    let mut reported = HashSet::new();
    outcome.diagnostics.retain(|it| reported.insert((it.rule.clone(), it.span.end)));
    outcome
}
