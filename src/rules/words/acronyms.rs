//! Habits with acronyms: defined twice, used before they are defined, defined and never used, singular for a plural.
//!
//! What stands in headlines and quotations follows its own rules and is not counted.

use std::collections::BTreeMap;

use super::{Found, Place};
use crate::article::Article;
use crate::claims::{Acronym, Claim, Value};
use crate::lexicon::{Features, Word, word_id};
use crate::reading::acronyms::same_expansion;
use crate::source::Span;
use crate::tokens::TokenKind;

const AND: Word = Word::of("and");
/// A text of fewer sentences is too short to tell that an acronym is never used.
const SENTENCES_MIN: usize = 8;

/// One acronym and its places, in order.
struct Places<'a> {
    short: &'a str,
    /// Where it is defined, and the long form there.
    definitions: Vec<(Span, &'a str)>,
    /// Where it is used without a definition.
    uses: Vec<Span>,
    /// How often it stands in headlines and quotations, where it is not judged.
    elsewhere: usize,
}

/// Finds acronyms that are defined again in the same words, in another paragraph.
pub(super) fn defined_twice(article: &Article<'_>) -> Vec<Found> {
    let again = |it: &Places<'_>| {
        let ((first, long), later) = it.definitions.split_first()?;
        let block = |span: &Span| article.prose.blocks.partition_point(|it| it.span.end <= span.start);
        let is_again = |it: &&(Span, &str)| same_expansion(it.1, long).agrees() && block(&it.0) != block(first);
        let same: Vec<Span> = later.iter().filter(is_again).map(|it| it.0).collect();
        let (span, rest) = same.split_first()?;
        let mut others = vec![place(*first, "defined here first")];
        others.extend(rest.iter().map(|it| place(*it, "and here")));
        let counts = format!("{} × {}", it.short, same.len() + 1);
        Some(Found { span: *span, others, counts, ..Found::default() })
    };
    in_order(gather(article).values().filter_map(again))
}

/// Finds acronyms that are used before their definition, unless readers know them.
pub(super) fn used_before_definition(article: &Article<'_>) -> Vec<Found> {
    let early = |it: &Places<'_>| {
        let (definition, long) = it.definitions.first()?;
        let first = it.uses.first().filter(|first| *first < definition)?;
        let is_known = article.lexicon.acronyms.is_common(Word::of(it.short));
        (!is_known).then(|| Found {
            span: *first,
            better: Vec::new(),
            others: vec![place(*definition, "defined here")],
            counts: (*long).to_owned(),
        })
    };
    in_order(gather(article).values().filter_map(early))
}

/// Finds acronyms that are defined once and stand nowhere else.
pub(super) fn never_used(article: &Article<'_>) -> Vec<Found> {
    if article.sentences.len() < SENTENCES_MIN {
        return Vec::new();
    }
    let words = &article.lexicon.acronyms;
    let is_known = |short: &str| words.is_common(Word::of(short)) || !words.expansions(Word::of(short)).is_empty();
    // A list of bodies gives their acronyms as a service.
    let mut by_sentence: BTreeMap<u32, usize> = BTreeMap::new();
    for (claim, _) in acronyms(article).filter(|it| it.1.definition.is_some()) {
        *by_sentence.entry(claim.context.sentence).or_default() += 1;
    }
    let is_listed = |span: Span| {
        let index = article.sentences.partition_point(|it| it.span.end <= span.start) as u32;
        by_sentence.get(&index).is_some_and(|count| *count >= 3)
    };
    let unused = |it: &Places<'_>| match it.definitions[..] {
        [(span, _)] if is_listed(span) => None,
        [(span, _)]
            if it.uses.is_empty()
                && !is_known(it.short)
                && it.elsewhere == 0
                && !stands_elsewhere(article, it.short, span) =>
        {
            Some(Found::new(span, Vec::new()))
        }
        _ => None,
    };
    in_order(gather(article).values().filter_map(unused))
}

/// Finds singular acronyms behind a plural of things that are counted: "improvised explosive devices (IED)".
pub(super) fn singular_for_plural(article: &Article<'_>) -> Vec<Found> {
    let is_of = |class: &str, word: Word| article.lexicon.classes.get(class).is_some_and(|it| it.contains(word));
    let mut found = Vec::new();
    for (claim, acronym) in acronyms(article) {
        let Some(definition) = &acronym.definition else { continue };
        let (first, end) = (definition.tokens.0 as usize, definition.tokens.1 as usize);
        let (last, follows_article) = (&article.tokens[end - 1], first > 0 && is_the(article, first - 1));
        let is_behind = claim.tokens.0 as usize > first;
        // "the Boys & Girls Clubs" and "Disabled American Veterans" are names, which keep their one acronym.
        let is_name = is_capital(article, end - 1) && (follows_article || !is_of("counted-things", last.word));
        let is_counted = is_of("counted-things", last.word) || is_of("counted-people", last.word);
        // In "High Commissioner for Refugees" the plural is not what is abbreviated.
        let is_head =
            !article.tokens[first..end].iter().any(|it| it.features.any(Features::FUNCTION) && it.word != AND);
        let is_plural = is_counted && is_head && !acronym.short.ends_with(['s', 'S']);
        if is_plural && is_behind && !is_name {
            found.push(Found::new(claim.span, vec![format!("{}s", acronym.short)]));
        }
    }
    found
}

/// The acronyms of the article with their places; a plural s is passed over.
fn gather<'a>(article: &'a Article<'_>) -> BTreeMap<&'a str, Places<'a>> {
    let mut all: BTreeMap<&str, Places<'_>> = BTreeMap::new();
    for (claim, acronym) in acronyms(article) {
        let short = singular(&acronym.short);
        let it = all.entry(short).or_insert_with(|| Places {
            short,
            definitions: Vec::new(),
            uses: Vec::new(),
            elsewhere: 0,
        });
        match &acronym.definition {
            _ if claim.context.heading || claim.context.quoted => it.elsewhere += 1,
            Some(definition) => it.definitions.push((claim.span, &definition.long)),
            // "(WFP)" alone in brackets is a definition that could not be read.
            None if is_bracketed(article, claim) => it.elsewhere += 1,
            None => it.uses.push(claim.span),
        }
    }
    all
}

fn is_bracketed(article: &Article<'_>, claim: &Claim) -> bool {
    let text = &article.prose.text;
    let spelling = |at: usize| article.tokens.get(at).map(|it| &text[it.span.range()]);
    let (first, end) = (claim.tokens.0 as usize, claim.tokens.1 as usize);
    first > 0 && spelling(first - 1) == Some("(") && spelling(end) == Some(")")
}

fn acronyms<'a>(article: &'a Article<'_>) -> impl Iterator<Item = (&'a Claim, &'a Acronym)> {
    article.claims.iter().filter_map(|claim| match &claim.value {
        Value::Acronym(acronym) => Some((claim, acronym)),
        _ => None,
    })
}

/// Whether the letters stand once more in the text, in whatever form.
fn stands_elsewhere(article: &Article<'_>, short: &str, span: Span) -> bool {
    article.prose.text.match_indices(short).any(|(at, _)| at as u32 != span.start)
}

fn singular(short: &str) -> &str {
    match short.strip_suffix('s') {
        Some(stem) if stem.len() >= 2 && !stem.bytes().any(|it| it.is_ascii_lowercase()) => stem,
        _ => short,
    }
}

fn is_the(article: &Article<'_>, at: usize) -> bool {
    article.tokens[at].word == word_id!("the")
}

fn is_capital(article: &Article<'_>, at: usize) -> bool {
    let token = &article.tokens[at];
    token.kind == TokenKind::Word && article.prose.text[token.span.range()].starts_with(char::is_uppercase)
}

fn place(span: Span, label: &str) -> Place {
    Place { span, label: label.to_owned(), better: None }
}

fn in_order(found: impl Iterator<Item = Found>) -> Vec<Found> {
    let mut found: Vec<Found> = found.collect();
    found.sort_by_key(|it| it.span);
    found
}
