//! `factlint claims`: lists what the texts state, one file per way of writing it.

mod json;

use std::io::Write;

use super::arguments::{ClaimsFormat, ClaimsOptions};
use super::failure::{Failure, complain};
use super::{Status, input};
use crate::article::Article;
use crate::lexicon::Lexicon;

pub(super) fn run(options: &ClaimsOptions, out: &mut dyn Write) -> Result<Status, Failure> {
    let (parts, unreadable) = input::each(&options.input, |source| {
        let article = Article::read(&source.prose, Lexicon::built_in(), options.input.date.as_deref());
        match options.format {
            ClaimsFormat::Json => json::part(&source, &article.claims),
        }
    });
    let text = match options.format {
        ClaimsFormat::Json => json::whole(&parts),
    };
    out.write_all(text.as_bytes())?;
    for it in &unreadable {
        complain(&format!("{}: {}", it.name, it.reason));
    }
    Ok(if unreadable.is_empty() { Status::Clean } else { Status::Trouble })
}
