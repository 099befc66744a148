//! `factlint explain RULE`: the rule's page, made from its file, with the live report under each example.

use std::io::Write;

use super::arguments::ExplainOptions;
use super::failure::Failure;
use super::settings::{Settings, nearest};
use super::{Status, terminal};
use crate::article::Article;
use crate::check::check_rule;
use crate::lexicon::Lexicon;
use crate::report::{Layout, Style};
use crate::rules::{Example, NamedPart, Rule, reference};

pub(super) fn run(options: &ExplainOptions, out: &mut dyn Write) -> Result<Status, Failure> {
    let settings = Settings::here(&options.rules)?;
    if options.syntax {
        out.write_all(reference(&settings.rules).as_bytes())?;
        return Ok(Status::Clean);
    }
    let name = options.rule.as_deref().unwrap_or_default();
    let Some(rule) = settings.rules.get(name) else {
        let nearest = nearest(name, settings.rules.iter().map(|rule| rule.name.as_str()));
        let help =
            nearest.map_or_else(|| "`factlint rules` lists them".to_owned(), |it| format!("did you mean `{it}`?"));
        return Err(Failure::Usage(format!("there is no rule `{name}`; {help}")));
    };
    out.write_all(page(rule, terminal::layout(options.color)).as_bytes())?;
    Ok(Status::Clean)
}

/// The page of a rule: what it says about itself, what it looks for, and what it reports in its examples.
pub fn page(rule: &Rule, layout: Layout) -> String {
    let mut page = format!("{}: {}\n", rule.name, rule.title);
    page.push_str(&format!("{} · {} · {}\n", rule.severity.name(), rule.category.name(), rule.path));
    for text in [&rule.summary, &rule.why] {
        if !text.trim().is_empty() {
            page.push_str(&format!("\n{}\n", text.trim()));
        }
    }
    for (title, lines) in sought(rule) {
        page.push_str(&format!("\n{title}\n"));
        page.extend(lines.iter().map(|line| format!("    {line}\n")));
    }
    if !rule.examples.invalid.is_empty() {
        page.push_str("\nreported\n");
    }
    for example in &rule.examples.invalid {
        page.push_str(&format!("\n{}\n{}", indented(&example.text), reported(rule, example, layout)));
    }
    let silent = [
        ("not reported", &rule.examples.valid),
        ("not reported yet", &rule.examples.missing),
        ("reported and ought not to be", &rule.examples.noisy),
    ];
    for (title, examples) in silent.into_iter().filter(|(_, examples)| !examples.is_empty()) {
        page.push_str(&format!("\n{title}\n\n"));
        page.extend(examples.iter().map(|example| indented(&example.text)));
    }
    page
}

/// What a rule alone reports in an example.
fn reported(rule: &Rule, example: &Example, layout: Layout) -> String {
    let source = example.source();
    let article = Article::read(&source.prose, Lexicon::built_in(), example.date.as_deref());
    Style::Pretty(layout).part(&source, &check_rule(&source, &article, rule).diagnostics)
}

/// The patterns, their parts and the condition of a rule as its file writes them.
fn sought(rule: &Rule) -> Vec<(&'static str, Vec<String>)> {
    let Ok(table) = rule.source.parse::<toml::Table>() else { return Vec::new() };
    let (mut patterns, mut conditions) = (Vec::new(), Vec::new());
    let mut tables = vec![&table];
    while let Some(table) = tables.pop() {
        for (key, value) in table.iter().filter(|(key, _)| *key != "examples") {
            match (key.as_str(), value) {
                ("any", toml::Value::Array(list)) => {
                    patterns.extend(list.iter().filter_map(|it| it.as_str()).map(str::to_owned))
                }
                ("require", toml::Value::String(condition)) => conditions.push(condition.trim().to_owned()),
                (_, toml::Value::Table(inner)) => tables.push(inner),
                _ => {}
            }
        }
    }
    patterns.dedup();
    let part = |it: &NamedPart| format!("@{} is {}", it.name, it.patterns.join("\n        or "));
    let parts = rule.parts.iter().map(part).collect();
    [("looks for", patterns), ("where", parts), ("requires", conditions)]
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .collect()
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}
