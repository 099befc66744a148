//! Rules over words.

use regex::Regex;

use super::Outcome;
use crate::article::Article;
use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::lexicon::WordMap;
use crate::rules::{Found, Phrase, Rule, Safety, Search, WordRule};
use crate::source::{Source, Span};
use crate::tokens::{Case, Token};

/// Runs a rule over an article.
pub(super) fn check(source: &Source, article: &Article<'_>, rule: &Rule, words: &WordRule, outcome: &mut Outcome) {
    let found = match &words.search {
        Search::List(list) => (list.find)(article),
        Search::Phrases(by_first) => phrases(article, by_first),
        Search::Either(groups) => groups.iter().filter_map(|group| either(article, group)).collect(),
        Search::Pattern(regex, replace) => pattern(article, regex, replace.as_deref()),
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
    let message = words.message.replace("{found}", written).replace("{better}", &better);
    let mut labels = vec![Label { span: prose.to_file(found.span), text: label(&found) }];
    labels.extend(found.others.iter().map(|(span, text)| Label { span: prose.to_file(*span), text: text.clone() }));
    labels.sort_by_key(|label| label.span);
    let offers = words.safety != Safety::None && prose.is_verbatim(found.span);
    let fixes = found.better.iter().filter(|_| offers).map(|better| Fix {
        title: if better.is_empty() {
            format!("remove `{written}`")
        } else {
            format!("change `{written}` to `{better}`")
        },
        safe: words.safety == Safety::Safe && found.better.len() == 1,
        edits: vec![Edit { span: prose.to_file(found.span), text: better.clone() }],
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
            found.push(Found { span, better, others: Vec::new() });
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

/// One finding for a group of spellings of which the article uses more than one: the majority is right, the first
/// place of the minority is reported, and all places are labelled.
fn either(article: &Article<'_>, group: &[Phrase]) -> Option<Found> {
    let text = &article.prose.text;
    let mut places: Vec<Vec<Span>> = vec![Vec::new(); group.len()];
    for at in 0..article.tokens.len() {
        for (spelling, places) in group.iter().zip(&mut places) {
            places.extend(stands(spelling, &article.tokens[at..], text));
        }
    }
    let (major, _) = places.iter().enumerate().max_by_key(|(index, it)| (it.len(), std::cmp::Reverse(*index)))?;
    let minority = places.iter().enumerate().filter(|(index, _)| *index != major);
    let span = minority.flat_map(|(_, it)| it).min().copied()?;
    let counts: Vec<String> = group
        .iter()
        .zip(&places)
        .filter(|(_, it)| !it.is_empty())
        .map(|(it, at)| format!("{} × {}", it.written, at.len()))
        .collect();
    let mut others = Vec::new();
    for (spelling, places) in group.iter().zip(&places) {
        let here = places.iter().filter(|it| **it != span);
        others.extend(here.map(|it| (*it, format!("{} ({})", spelling.written, counts.join(", ")))));
    }
    Some(Found { span, better: vec![group[major].written.clone()], others })
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
            found.push(Found { span, better: better.into_iter().collect(), others: Vec::new() });
        }
    }
    found
}
