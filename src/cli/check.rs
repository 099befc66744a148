//! `factlint check`: reports what cannot be true together.

use std::io::Write;

use super::arguments::{CheckFormat, CheckOptions};
use super::failure::{Failure, complain, note};
use super::{Status, input, terminal};
use crate::article::Article;
use crate::check::check;
use crate::lexicon::Lexicon;
use crate::report::{Style, Summary};
use crate::rules::RuleSet;

pub(super) fn run(options: &CheckOptions, out: &mut dyn Write) -> Result<Status, Failure> {
    let rules = RuleSet::built_in();
    let style = style(options);
    let (checked, unreadable) = input::each(&options.input, |source| {
        let article = Article::read(&source.prose, Lexicon::built_in(), options.input.date.as_deref());
        let outcome = check(&source, &article, &rules);
        let summary = Summary::of_file(article.claims.len(), outcome.checked, &outcome.diagnostics);
        (style.part(&source, &outcome.diagnostics), summary)
    });
    let summary = checked.iter().fold(Summary::default(), |sum, (_, one)| sum + *one);
    let parts: Vec<String> = checked.into_iter().map(|(part, _)| part).collect();
    let names = rules.iter().map(|rule| (rule.name.clone(), rule.summary.clone())).collect();
    out.write_all(style.whole(&parts, &summary, &names).as_bytes())?;
    if style.is_for_programs() {
        note(&summary.to_string());
    }
    for it in &unreadable {
        complain(&format!("{}: {}", it.name, it.reason));
    }
    if !unreadable.is_empty() {
        return Ok(Status::Trouble);
    }
    let fails = options.fail_on.severity().is_some_and(|severity| summary.at_least(severity) > 0);
    Ok(if fails { Status::Findings } else { Status::Clean })
}

fn style(options: &CheckOptions) -> Style {
    match options.format {
        CheckFormat::Pretty => Style::Pretty(terminal::layout(options.color)),
        CheckFormat::Short => Style::Short,
        CheckFormat::Json => Style::Json,
        CheckFormat::Sarif => Style::Sarif,
        CheckFormat::Github => Style::Github,
    }
}
