//! American and British spelling in one article.
//!
//! Each spelling is of one or more varieties of English. An article whose spellings no single variety shares is mixed;
//! the variety that shares most of them is the article's own, unless the house said in which it spells. Names and
//! quotations keep their spelling.

use std::collections::BTreeMap;

use super::group::counts;
use super::{Found, Place, Usage, one_of, stands_free};
use crate::article::Article;
use crate::lexicon::spelling::{self, Varieties, VarietySpelling};
use crate::lexicon::{Features, Word};
use crate::source::Span;
use crate::tokens::{Case, TokenKind};

/// So many words of each side are named in the message.
const WORDS_MAX: usize = 4;

/// Finds words that are spelled in two ways: "colour" and "color".
pub(super) fn spellings(article: &Article<'_>) -> Vec<Found> {
    let told = told(article);
    let mut found: Vec<Found> =
        doubly_spelled(&told, allowed(article)).into_values().filter_map(|usages| group(&usages)).collect();
    found.sort_by_key(|it| it.span);
    found
}

/// Finds different words of which one is spelled in the American way, another in the British; and any word that is not
/// spelled as the house spells.
pub(super) fn dialects(article: &Article<'_>) -> Vec<Found> {
    let mut told = told(article);
    let reported = doubly_spelled(&told, allowed(article));
    told.retain(|(it, _)| !reported.contains_key(&it.lemma()));
    let shared = |variety: &Varieties| told.iter().filter(|(it, _)| it.varieties.any(*variety)).count();
    let Some(own) = allowed(article).each().rev().max_by_key(shared) else { return Vec::new() };
    let (of_own, foreign): (Vec<_>, Vec<_>) = told.iter().partition(|(it, _)| it.varieties.any(own));
    let Some((first, span)) = foreign.first() else { return Vec::new() };
    let better = |it: &VarietySpelling| it.in_variety(own).map(str::to_owned);
    let mut others = Vec::new();
    for (it, span) in &foreign[1..] {
        others.push(Place { span: *span, label: it.varieties.name().to_owned(), better: better(it) });
    }
    for (_, span) in of_own.iter().take(10) {
        others.push(Place { span: *span, label: own.name().to_owned(), better: None });
    }
    let counts =
        [named(&of_own), named(&foreign)].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("; ");
    vec![Found { span: *span, better: better(first).into_iter().collect(), others, counts }]
}

/// The varieties in which the article may be spelled.
fn allowed(article: &Article<'_>) -> Varieties {
    article.house_spelling.unwrap_or(Varieties::ALL)
}

/// The words with their counts: "color × 2, center × 1".
fn named(words: &[(VarietySpelling, Span)]) -> String {
    let mut usages: Vec<Usage> = Vec::new();
    for (word, span) in words {
        match usages.iter_mut().find(|it| it.written == word.spelling) {
            Some(usage) => usage.places.push(*span),
            None => usages.push(Usage { written: word.spelling.to_owned(), places: vec![*span] }),
        }
    }
    usages.sort_by_key(|it| std::cmp::Reverse(it.places.len()));
    usages.truncate(WORDS_MAX);
    counts(&usages)
}

/// The words of the article whose spelling tells its variety, in order.
fn told(article: &Article<'_>) -> Vec<(VarietySpelling, Span)> {
    let mut told = Vec::new();
    for (at, token) in article.tokens.iter().enumerate() {
        if token.case == Case::Lower
            && token.kind == TokenKind::Word
            && token.span.len() >= 4
            && !token.features.any(Features::FUNCTION)
            && let Some(spelling) = spelling::variety(token.word)
            && stands_free(article, at)
            && !article.is_quoted(token.span.start)
        {
            told.push((spelling, token.span));
        }
    }
    told
}

/// The words that are spelled in two ways of the allowed varieties, by their lemma.
fn doubly_spelled(told: &[(VarietySpelling, Span)], allowed: Varieties) -> BTreeMap<Word, Vec<Usage>> {
    let mut words: BTreeMap<Word, Vec<Usage>> = BTreeMap::new();
    for (word, span) in told.iter().filter(|(it, _)| it.varieties.any(allowed)) {
        let usages = words.entry(word.lemma()).or_default();
        match usages.iter_mut().find(|it| it.written == word.spelling) {
            Some(usage) => usage.places.push(*span),
            None => usages.push(Usage { written: word.spelling.to_owned(), places: vec![*span] }),
        }
    }
    words.retain(|_, usages| usages.len() > 1);
    words
}

fn group(usages: &[Usage]) -> Option<Found> {
    one_of(usages, |major, _| Some(usages[major].written.clone()))
}
