//! Running the examples that rules carry.

use super::{Outcome, check, check_rule};
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::rules::{Example, Rule, RuleSet};
use crate::source::{Format, Source};

/// An example that did not turn out as its rule says.
#[derive(Debug)]
pub struct Failure<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// The list in which the example stands: `invalid`, `valid`, `missing` or `noisy`.
    pub list: &'static str,
    /// The example.
    pub example: &'r Example,
    /// What was expected and what was found.
    pub reason: String,
}

/// Runs all examples of a rule: `invalid` and `missing` with the rule alone, `valid` and `noisy` under all rules.
pub fn run_examples<'r>(rule: &'r Rule, rules: &RuleSet) -> Vec<Failure<'r>> {
    let mut failures = Vec::new();
    let alone = |example: &Example| judge(example, |source, article| check_rule(source, article, rule));
    let under_all = |example: &Example| judge(example, |source, article| check(source, article, rules));
    for example in &rule.examples.invalid {
        let found = alone(example);
        if found.len() != 1 {
            let reason = format!("one finding is expected, and there {}", count(&found));
            failures.push(Failure { rule, list: "invalid", example, reason });
        }
    }
    for example in &rule.examples.valid {
        let found = under_all(example);
        if !found.is_empty() {
            let reason = format!("no finding is expected, and there {}", count(&found));
            failures.push(Failure { rule, list: "valid", example, reason });
        }
    }
    for example in rule.examples.missing.iter().filter(|it| !alone(it).is_empty()) {
        let reason = "this is reported now: move it to `invalid`".to_owned();
        failures.push(Failure { rule, list: "missing", example, reason });
    }
    for example in rule.examples.noisy.iter().filter(|it| under_all(it).is_empty()) {
        let reason = "this is not reported any more: move it to `valid`".to_owned();
        failures.push(Failure { rule, list: "noisy", example, reason });
    }
    failures
}

/// Reads an example as a text of its own and runs a check over it; gives each finding's rule and message.
fn judge(example: &Example, run: impl Fn(&Source, &Article<'_>) -> Outcome) -> Vec<String> {
    let source = example.source();
    let article = Article::read(&source.prose, Lexicon::built_in(), example.date.as_deref());
    run(&source, &article).diagnostics.into_iter().map(|it| format!("{}: {}", it.rule, it.message)).collect()
}

fn count(found: &[String]) -> String {
    match found {
        [] => "is none".to_owned(),
        [one] => format!("is one ({one})"),
        several => format!("are {} ({})", several.len(), several.join("; ")),
    }
}

impl Example {
    /// The example as a text to be checked. A text with a table is read as Markdown.
    pub fn source(&self) -> Source {
        let is_table = self.text.lines().any(|line| line.starts_with('|'));
        Source::new("example", self.text.clone(), if is_table { Format::Markdown } else { Format::Plain })
    }
}
