//! `factlint test`: runs the examples that rules carry.

use std::io::Write;

use rayon::prelude::*;

use super::Status;
use super::arguments::TestOptions;
use super::failure::Failure;
use super::settings::{add_folder, rule_files};
use crate::check::run_examples;
use crate::rules::{Example, Rule, RuleSet};

pub(super) fn run(options: &TestOptions, out: &mut dyn Write) -> Result<Status, Failure> {
    let mut rules = RuleSet::built_in();
    let tested: Option<Vec<String>> = match &options.folder {
        None => None,
        Some(folder) => {
            add_folder(&mut rules, folder)?;
            Some(rule_files(folder)?.into_iter().map(|(name, _)| name).collect())
        }
    };
    let tested: Vec<&Rule> =
        rules.iter().filter(|rule| tested.as_ref().is_none_or(|it| it.contains(&rule.name))).collect();
    let failures: Vec<Vec<String>> = tested
        .par_iter()
        .map(|rule| {
            run_examples(rule, &rules).iter().map(|it| describe(rule, it.list, it.example, &it.reason)).collect()
        })
        .collect();
    let failures: Vec<String> = failures.into_iter().flatten().collect();
    let examples: usize = tested.iter().map(|rule| all(rule).count()).sum();
    failures.iter().try_for_each(|it| writeln!(out, "{it}"))?;
    for rule in tested.iter().filter(|rule| all(rule).next().is_none()) {
        writeln!(out, "{}: {} has no examples; nothing proves it", rule.path, rule.name)?;
    }
    writeln!(
        out,
        "{}, {}, {}",
        count(tested.len(), "rule"),
        count(examples, "example"),
        count(failures.len(), "failure")
    )?;
    Ok(if failures.is_empty() { Status::Clean } else { Status::Findings })
}

/// All examples of a rule.
fn all(rule: &Rule) -> impl Iterator<Item = &Example> {
    let examples = &rule.examples;
    [&examples.invalid, &examples.valid, &examples.missing, &examples.noisy].into_iter().flatten()
}

/// A failure as editors and people read it: place, list, reason, text.
fn describe(rule: &Rule, list: &str, example: &Example, reason: &str) -> String {
    let first_line = example.text.trim().lines().next().unwrap_or_default();
    let line = rule.source.find(first_line).map_or(1, |at| rule.source[..at].matches('\n').count() + 1);
    let text: String = example.text.trim().lines().map(|line| format!("\n    {line}")).collect();
    format!("{}:{line}: {list} example of {}: {reason}{text}", rule.path, rule.name)
}

fn count(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
