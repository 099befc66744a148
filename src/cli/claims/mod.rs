//! `factlint claims`: lists what the texts state, one file per way of writing it.

mod checklist;
mod csv;
mod json;
mod table;

use std::io::Write;

use super::arguments::{ClaimsFormat, ClaimsOptions};
use super::failure::{Failure, complain};
use super::input::Texts;
use super::{Status, terminal};
use crate::article::Article;
use crate::check::check;
use crate::claims::{Claim, Kind};
use crate::lexicon::Lexicon;
use crate::source::Source;

/// A claim to be listed.
struct Listed<'a> {
    claim: &'a Claim,
    /// Whether a rule compared it with another.
    checked: bool,
}

pub(super) fn run(options: &ClaimsOptions, out: &mut dyn Write) -> Result<Status, Failure> {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    if let Some(unknown) = options.kind.iter().find(|kind| !kinds.contains(&kind.as_str())) {
        let nearest = super::settings::nearest(unknown, kinds.iter().copied());
        let help =
            nearest.map_or_else(|| format!("the kinds are {}", kinds.join(", ")), |it| format!("did you mean `{it}`?"));
        return Err(Failure::Usage(format!("there is no claim of kind `{unknown}`; {help}")));
    }
    let usual = if terminal::is_terminal() { ClaimsFormat::Table } else { ClaimsFormat::Json };
    let format = options.format.unwrap_or(usual);
    let (parts, unreadable) = Texts::find(&options.input)?.read(|source, settings, _| {
        let article = Article::read(&source.prose, Lexicon::built_in(), settings.date.as_deref());
        // Only the checklist says what was cross-checked.
        let checked = match format {
            ClaimsFormat::Markdown => check(&source, &article, &settings.rules).checked_claims,
            _ => Vec::new(),
        };
        let listed: Vec<Listed<'_>> = article
            .claims
            .iter()
            .enumerate()
            .filter(|(_, claim)| options.kind.is_empty() || options.kind.iter().any(|it| it == claim.value.kind()))
            .map(|(number, claim)| Listed { claim, checked: checked.binary_search(&number).is_ok() })
            .collect();
        match format {
            ClaimsFormat::Json => json::part(&source, &listed),
            ClaimsFormat::Csv => csv::part(&source, &listed),
            ClaimsFormat::Table => table::part(&source, &listed),
            ClaimsFormat::Markdown => checklist::part(&source, &listed),
        }
    });
    let text = match format {
        ClaimsFormat::Json => json::whole(&parts),
        ClaimsFormat::Csv => csv::whole(&parts),
        ClaimsFormat::Table | ClaimsFormat::Markdown => parts.join("\n"),
    };
    out.write_all(text.as_bytes())?;
    for it in &unreadable {
        complain(&format!("{}: {}", it.name, it.reason));
    }
    Ok(if unreadable.is_empty() { Status::Clean } else { Status::Trouble })
}

impl Listed<'_> {
    /// The words of the claim, on one line and without control characters.
    fn words(&self, source: &Source) -> String {
        one_line(&source.prose.text[self.claim.span.range()])
    }

    /// The line of the file that it begins on.
    fn line(&self, source: &Source) -> u32 {
        source.position(source.prose.to_file(self.claim.span).start).line
    }
}

/// Text on one line and without characters that steer a terminal.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `length` characters, with a mark where there are more.
fn shortened(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        None => text.to_owned(),
        Some(_) => text.chars().take(length - 1).chain(['…']).collect(),
    }
}
