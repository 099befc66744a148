//! Checking: matches the rules' patterns in an article, evaluates what must hold, and words the findings.

mod examples;
mod facts;
mod finding;
mod join;
mod matcher;
mod words;

use std::collections::{HashMap, HashSet};

pub use examples::{Failure, run_examples};

use crate::article::Article;
use crate::diagnostic::{Category, Diagnostic, Label};
use crate::rules::{Body, Rule, RuleSet};
use crate::source::{Source, Span};

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
    report_each_slip_once(&mut outcome.diagnostics);
    outcome
}

/// Takes out findings of facts whose claims all take part in a finding of another rule as well, at least two of them:
/// they say of one slip what is said already. The graver one stays, of two alike that of more claims, then the first.
fn report_each_slip_once(diagnostics: &mut Vec<Diagnostic>) {
    let is_within = |one: &Diagnostic, other: &Diagnostic| {
        one.labels.len() >= 2
            && one.labels.iter().all(|label| other.labels.iter().any(|it| overlap(label.span, it.span)))
    };
    let is_said_by = |at: usize, by: usize| {
        let (one, other) = (&diagnostics[at], &diagnostics[by]);
        let is_same = one.rule != other.rule
            && (one.category, other.category) == (Category::Fact, Category::Fact)
            && (is_within(one, other) || is_within(other, one));
        let weight = |it: &Diagnostic, at: usize| (it.severity, it.labels.len(), std::cmp::Reverse(at));
        is_same && weight(one, at) < weight(other, by)
    };
    // Claims that are read twice begin or end at one place: "20 February" in "20 February to 12 March".
    let ends = |label: &Label| [(label.span.range().start, true), (label.span.range().end, false)];
    let mut at_place: HashMap<(usize, bool), Vec<usize>> = HashMap::new();
    for (index, finding) in diagnostics.iter().enumerate() {
        for place in finding.labels.iter().flat_map(ends) {
            at_place.entry(place).or_default().push(index);
        }
    }
    // From the gravest on, so that none is taken out for one that is taken out itself.
    let mut order: Vec<usize> = (0..diagnostics.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse((diagnostics[*at].severity, diagnostics[*at].labels.len())));
    let mut said = vec![false; diagnostics.len()];
    for at in order {
        let mut near = diagnostics[at].labels.iter().flat_map(ends).flat_map(|place| &at_place[&place]);
        said[at] = near.any(|by| !said[*by] && is_said_by(at, *by));
    }
    let mut said = said.into_iter();
    diagnostics.retain(|_| !said.next().unwrap_or_default());
}

fn overlap(one: Span, other: Span) -> bool {
    let (one, other) = (one.range(), other.range());
    one.start < other.end && other.start < one.end
}
