//! Rules over words.

use regex::Regex;

use super::Outcome;
use crate::article::Article;
use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::lexicon::WordMap;
use crate::rules::{Found, Phrase, Place, Rule, Safety, Search, Usage, WordRule, one_of};
use crate::source::{Source, Span};
use crate::tokens::{Case, Token};

/// Runs a rule over an article.
pub(super) fn check(source: &Source, article: &Article<'_>, rule: &Rule, words: &WordRule, outcome: &mut Outcome) {
    let found = match &words.search {
        Search::List(list) => (list.find)(article),
        Search::Phrases(by_first) => phrases(article, by_first),
        Search::Either(groups) => {
            groups.iter().filter_map(|group| either(article, group, words.in_quotations)).collect()
        }
        Search::Pattern(regex, replace) => pattern(article, regex, replace.as_deref()),
        Search::Lines(regex, at_least) => {
            let found = lines(article, regex).into_iter();
            found.filter(|it| it.others.len() + 1 >= *at_least).collect()
        }
    };
    for it in found {
        if !words.in_quotations && article.is_quoted(it.span.start) {
            continue;
        }
        outcome.diagnostics.push(finding(source, rule, words, it));
    }
}

fn finding(source: &Source, rule: &Rule, words: &WordRule, found: Found) -> Diagnostic {
    let prose = &source.prose;
    let written = &prose.text[found.span.range()];
    let better = found.better.join("` or `");
    let message =
        words.message.replace("{found}", written).replace("{better}", &better).replace("{counts}", &found.counts);
    let mut labels = vec![Label { span: prose.to_file(found.span), text: label(&found) }];
    labels.extend(found.others.iter().map(|it| Label { span: prose.to_file(it.span), text: it.label.clone() }));
    labels.sort_by_key(|label| label.span);
    // The places that are mended together with the first.
    let also = || found.others.iter().filter_map(|it| it.better.as_ref().map(|better| (it.span, better)));
    let offers = words.safety != Safety::None
        && prose.is_verbatim(found.span)
        && also().all(|(span, _)| prose.is_verbatim(span));
    let edit = |span: Span, text: &str| Edit { span: prose.to_file(span), text: text.to_owned() };
    let fixes = found.better.iter().filter(|_| offers).map(|better| Fix {
        title: if better.is_empty() {
            format!("remove `{written}`")
        } else {
            format!("change `{written}` to `{better}`")
        },
        safe: words.safety == Safety::Safe && found.better.len() == 1,
        edits: std::iter::once((found.span, better)).chain(also()).map(|(span, text)| edit(span, text)).collect(),
    });
    Diagnostic {
        rule: rule.name.clone(),
        category: rule.category,
        severity: rule.severity,
        message,
        help: words.help.clone(),
        span: prose.to_file(found.span),
        fixes: fixes.collect(),
        labels,
    }
}

fn label(found: &Found) -> String {
    match found.better.first() {
        Some(better) if !better.is_empty() => format!("`{better}`?"),
        _ => "here".to_owned(),
    }
}

/// Whether the phrase stands at the front of the tokens.
fn stands(phrase: &Phrase, tokens: &[Token], text: &str) -> Option<Span> {
    let fits = tokens.len() >= phrase.words.len()
        && phrase.words.iter().zip(tokens).all(|(word, token)| *word == token.word)
        && tokens[1..phrase.words.len()].iter().all(|token| !token.starts_line);
    let span = fits.then(|| tokens[0].span.to(tokens[phrase.words.len() - 1].span))?;
    phrase.exact.as_ref().is_none_or(|exact| *exact == text[span.range()]).then_some(span)
}

fn phrases(article: &Article<'_>, by_first: &WordMap<Vec<Phrase>>) -> Vec<Found> {
    let text = &article.prose.text;
    let mut found = Vec::new();
    for (at, token) in article.tokens.iter().enumerate() {
        let Some(phrases) = by_first.get(&token.word) else { continue };
        for phrase in phrases {
            let Some(span) = stands(phrase, &article.tokens[at..], text) else { continue };
            let better = phrase.better.iter().map(|it| with_case_of(token.case, it)).collect();
            found.push(Found { span, better, ..Found::default() });
            break;
        }
    }
    found
}

/// A replacement with the capitals of the word that it replaces.
fn with_case_of(case: Case, better: &str) -> String {
    let mut letters = better.chars();
    match (case, letters.next()) {
        (Case::Title, Some(first)) => first.to_uppercase().chain(letters).collect(),
        (Case::Upper, Some(_)) => better.to_uppercase(),
        _ => better.to_owned(),
    }
}

/// One finding for a group of spellings of which the article uses more than one.
fn either(article: &Article<'_>, group: &[Phrase], in_quotations: bool) -> Option<Found> {
    let text = &article.prose.text;
    let mut usages: Vec<Usage> = group.iter().map(|it| Usage::new(&it.written)).collect();
    for at in 0..article.tokens.len() {
        for (spelling, usage) in group.iter().zip(&mut usages) {
            let place = stands(spelling, &article.tokens[at..], text);
            usage.places.extend(place.filter(|span| in_quotations || !article.is_quoted(span.start)));
        }
    }
    one_of(&usages, |major, span| {
        let first = article.tokens.partition_point(|token| token.span.start < span.start);
        Some(with_case_of(article.tokens[first].case, &usages[major].written))
    })
}

/// The short lines that fit the expression; equal lines make one finding.
fn lines(article: &Article<'_>, regex: &Regex) -> Vec<Found> {
    const LONGEST: usize = 160;
    let mut found: Vec<Found> = Vec::new();
    for block in &article.prose.blocks {
        let text = &article.prose.text[block.span.range()];
        let mut start = block.span.start as usize;
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            let from = start + line.len() - line.trim_start().len();
            start += line.len();
            if !words.is_empty() && words.len() <= LONGEST && regex.is_match(words) {
                let span = Span::new(from as u32, (from + words.len()) as u32);
                let is_same = |it: &&mut Found| article.prose.text[it.span.range()] == *words;
                match found.iter_mut().find(is_same) {
                    Some(first) => {
                        first.others.push(Place { span, label: "and here".to_owned(), better: Some(String::new()) })
                    }
                    None => found.push(Found { span, better: vec![String::new()], ..Found::default() }),
                }
            }
        }
    }
    found
}

fn pattern(article: &Article<'_>, regex: &Regex, replace: Option<&str>) -> Vec<Found> {
    let mut found = Vec::new();
    for block in &article.prose.blocks {
        let text = &article.prose.text[block.span.range()];
        for captures in regex.captures_iter(text) {
            let Some(whole) = captures.get(0).filter(|it| !it.is_empty()) else { continue };
            let start = block.span.start + whole.start() as u32;
            let better = replace.map(|template| {
                let mut better = String::new();
                captures.expand(template, &mut better);
                better
            });
            let span = Span::new(start, start + whole.len() as u32);
            found.push(Found { span, better: better.into_iter().collect(), ..Found::default() });
        }
    }
    found
}
