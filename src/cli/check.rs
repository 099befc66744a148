//! `factlint check`: reports what cannot be true together.

use std::collections::BTreeMap;
use std::io::Write;

use super::arguments::{CheckFormat, CheckOptions, FailOn};
use super::failure::{Failure, complain, note};
use super::input::{Input, Texts};
use super::settings::Settings;
use super::{Status, fix, terminal};
use crate::article::Article;
use crate::check::check;
use crate::diagnostic::{Diagnostic, Trust};
use crate::lexicon::Lexicon;
use crate::report::{Style, Summary};
use crate::source::{Format, Source};

pub(super) fn run(options: &CheckOptions, out: &mut dyn Write) -> Result<Status, Failure> {
    if options.unsafe_fixes && !options.fix && !options.diff {
        return Err(Failure::Usage("--unsafe-fixes goes with --fix or --diff".to_owned()));
    }
    let style = style(options);
    let texts = Texts::find(&options.input)?;
    let names = rule_names(texts.settings());
    let (files, unreadable) = texts.read(|source, settings, input| file(options, style, source, settings, input));
    let mut trouble = !unreadable.is_empty();
    for it in unreadable.iter().map(|it| format!("{}: {}", it.name, it.reason)) {
        complain(&it);
    }
    for it in files.iter().filter_map(|it| it.trouble.as_deref()) {
        trouble = true;
        complain(it);
    }
    let summary = files.iter().fold(Summary::default(), |sum, it| sum + it.summary);
    let parts: Vec<String> = files.iter().map(|it| it.part.clone()).collect();
    let replaced: Vec<&str> = files.iter().filter_map(|it| it.replaced.as_deref()).collect();
    if replaced.is_empty() && !options.diff {
        out.write_all(style.whole(&parts, &summary, &names).as_bytes())?;
    } else {
        // A diff, or the fixed text of standard input, takes the place of the report.
        replaced.iter().try_for_each(|text| out.write_all(text.as_bytes()))?;
    }
    let mended: usize = files.iter().map(|it| it.mended).sum();
    if options.fix || options.diff {
        let done = if options.fix { "mended" } else { "would be mended" };
        note(&format!("{mended} finding{} {done}", if mended == 1 { "" } else { "s" }));
    }
    if style.is_for_programs() || options.diff || !replaced.is_empty() {
        note(&summary.to_string());
    }
    Ok(match (trouble, files.iter().any(|it| it.fails)) {
        (true, _) => Status::Trouble,
        (false, true) => Status::Findings,
        (false, false) => Status::Clean,
    })
}

/// What came of one text.
struct Checked {
    part: String,
    summary: Summary,
    fails: bool,
    mended: usize,
    /// Why it could not be written.
    trouble: Option<String>,
    /// What is written in place of the report.
    replaced: Option<String>,
}

/// What one check of a text gave.
struct Examined {
    diagnostics: Vec<Diagnostic>,
    summary: Summary,
}

fn file(options: &CheckOptions, style: Style, source: Source, settings: &Settings, input: &Input) -> Checked {
    let examine = |source: &Source| examine(source, settings);
    let mut checked = Checked {
        part: String::new(),
        summary: Summary::default(),
        fails: false,
        mended: 0,
        trouble: None,
        replaced: None,
    };
    let (source, examined) = if options.fix || options.diff {
        let (name, before) = (source.name.clone(), source.text.clone());
        let first = examine(&source);
        let trust = if options.unsafe_fixes { Trust::All } else { Trust::Safe };
        let again = |before: &Source, text| Source::new(before.name.clone(), text, Format::of_name(&before.name));
        let fixed = fix::to_fixed_point(source, trust, again, examine, |it| &it.diagnostics);
        checked.mended = fixed.mended;
        match input {
            _ if options.diff => checked.replaced = Some(fix::diff(&name, &before, &fixed.source.text)),
            Input::Standard => checked.replaced = Some(fixed.source.text.clone()),
            Input::File(path) if fixed.mended > 0 => {
                checked.trouble = fix::write(path, &before, &fixed.source.text)
                    .err()
                    .map(|error| format!("{name}: cannot be fixed: {error}"));
            }
            Input::File(_) => {}
        }
        // What was not written is not mended.
        if options.diff || checked.trouble.is_some() {
            (Source::new(name.clone(), before, Format::of_name(&name)), first)
        } else {
            (fixed.source, fixed.outcome)
        }
    } else {
        let examined = examine(&source);
        (source, examined)
    };
    checked.part = style.part(&source, &examined.diagnostics);
    checked.summary = examined.summary;
    let fail_on = options.fail_on.or(settings.fail_on).unwrap_or(FailOn::Error);
    checked.fails = fail_on.severity().is_some_and(|severity| examined.summary.at_least(severity) > 0);
    checked
}

fn examine(source: &Source, settings: &Settings) -> Examined {
    let article = Article::read(&source.prose, Lexicon::built_in(), settings.date.as_deref());
    let article = article.spelled_as(settings.language);
    let outcome = check(source, &article, &settings.rules);
    let summary = Summary::of_file(article.claims.len(), outcome.checked, &outcome.diagnostics);
    Examined { diagnostics: outcome.diagnostics, summary }
}

/// Name and summary of every rule of the run.
fn rule_names(settings: &[Settings]) -> BTreeMap<String, String> {
    settings.iter().flat_map(|it| it.rules.iter()).map(|rule| (rule.name.clone(), rule.summary.clone())).collect()
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
