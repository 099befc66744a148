//! Names whose capitals an article sets in two ways: "WhatsApp" and "Whatsapp", "NATO" and "Nato".

use std::collections::BTreeMap;

use super::{Found, Usage, one_of, stands_free};
use crate::article::Article;
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, PLACES, SURNAMES};
use crate::lexicon::{Class, Word, WordMap};
use crate::source::BlockKind;
use crate::tokens::Case;

/// Finds them. Words of the dictionary can be set in capitals for many reasons and are left alone, as are headlines.
pub(super) fn find(article: &Article<'_>) -> Vec<Found> {
    let text = &article.prose.text;
    let is_name = |word: Word| {
        !ENGLISH.contains(word) && !GIVEN_NAMES.contains(word) && !SURNAMES.contains(word) && !PLACES.contains(word)
    };
    let said_as_word = article.lexicon.classes.get("said-as-word");
    let glue = article.lexicon.classes.get("glued-word");
    // The words, and how they were first set.
    let mut candidates: WordMap<Case> = WordMap::default();
    for token in article.tokens.iter() {
        let is_marked = match token.case {
            Case::Mixed => token.span.len() >= 4,
            Case::Upper => said_as_word.is_some_and(|it| it.contains(token.word)),
            _ => false,
        };
        if is_marked && is_name(token.word) && !is_glued(&text[token.span.range()], glue) {
            candidates.insert(token.word, token.case);
        }
    }
    if candidates.is_empty() {
        return Vec::new();
    }
    let mut words: BTreeMap<Word, Vec<Usage>> = BTreeMap::new();
    for sentence in &article.sentences {
        let (from, to) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        if article.block(sentence).kind == BlockKind::Heading {
            continue;
        }
        for at in from..to {
            let token = &article.tokens[at];
            let Some(case) = candidates.get(&token.word).filter(|_| stands_free(article, at)) else { continue };
            // Capitals beside capitals shout, and other words in capitals may be names of something else.
            let is_upper =
                |index: usize| article.tokens.get(index).is_some_and(|it| it.case == Case::Upper && it.span.len() > 3);
            let is_shouted = is_upper(at + 1) || (at > 0 && is_upper(at - 1));
            let is_other = token.case == Case::Lower || (token.case == Case::Upper && *case != Case::Upper);
            if is_other || (token.case == Case::Upper && is_shouted) {
                continue;
            }
            let spelling = &text[token.span.range()];
            let usages = words.entry(token.word).or_default();
            let spelling = spelling.replace('’', "'");
            match usages.iter_mut().find(|it| it.written == spelling) {
                Some(usage) => usage.places.push(token.span),
                None => usages.push(Usage { written: spelling, places: vec![token.span] }),
            }
        }
    }
    let mut found: Vec<Found> =
        words.values().filter_map(|usages| one_of(usages, |major, _| Some(usages[major].written.clone()))).collect();
    found.sort_by_key(|it| it.span);
    found
}

/// Whether a word of grammar was glued to the next, as scraping does: "theUniversity".
fn is_glued(spelling: &str, glue: Option<&Class>) -> bool {
    let inner = spelling.char_indices().skip(1).find(|(_, it)| it.is_uppercase());
    inner.is_some_and(|(at, _)| glue.is_some_and(|it| it.contains(Word::of(&spelling[..at]))))
}
