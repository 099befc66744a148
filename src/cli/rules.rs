//! `factlint rules`: the table of rules.

use std::io::Write;

use serde::Serialize;

use super::Status;
use super::arguments::{RulesFormat, RulesOptions};
use super::failure::Failure;
use super::settings::Settings;
use crate::diagnostic::{Category, Severity};
use crate::report::json;
use crate::rules::{Rule, RuleSet};

pub(super) fn run(options: &RulesOptions, out: &mut dyn Write) -> Result<Status, Failure> {
    let settings = Settings::here(&options.rules)?;
    let text = match options.format {
        RulesFormat::Table => table(&settings.rules),
        RulesFormat::Json => document(&settings.rules),
    };
    out.write_all(text.as_bytes())?;
    Ok(Status::Clean)
}

fn table(rules: &RuleSet) -> String {
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let row = |name: &str, severity: &str, summary: &str| format!("{name:width$}  {severity:8}  {summary}\n");
    let mut text = row("name", "severity", "summary");
    text.extend(rules.iter().map(|rule| row(&rule.name, rule.severity.name(), &rule.summary)));
    text
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    title: &'a str,
    severity: Severity,
    category: Category,
    summary: &'a str,
    why: &'a str,
    path: &'a str,
}

fn document(rules: &RuleSet) -> String {
    let entry = |rule: &Rule| {
        let Rule { name, title, severity, category, summary, why, path, .. } = rule;
        json::text(&Entry { name, title, severity: *severity, category: *category, summary, why, path })
    };
    let entries: Vec<String> = rules.iter().map(entry).collect();
    format!("{{\"version\": 1, \"rules\": [\n{}\n]}}\n", entries.join(",\n"))
}
