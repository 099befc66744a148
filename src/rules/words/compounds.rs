//! Compounds that an article writes in two ways: "air strike", "air-strike" and "airstrike".
//!
//! A plural s is passed over, so that "air strikes" and "airstrike" are one compound. Two words beside each other count
//! only where the same article writes them as one word. A hyphen and a space are told apart by grammar ("a well-known
//! man is well known"), so these two alone count only in the plural, where the compound is a noun in both cases.

use std::collections::BTreeMap;

use super::{Found, Usage, one_of, stands_free};
use crate::article::Article;
use crate::lexicon::known::ENGLISH;
use crate::lexicon::{Features, Word};
use crate::source::Span;
use crate::tokens::{Case, Token, TokenKind};

const HYPHEN: Word = Word::of("-");
const SHORTEST: usize = 3;

/// How a compound can be written.
const CLOSED: usize = 0;
const HYPHENATED: usize = 1;
const OPEN: usize = 2;

/// One compound at one place.
#[derive(Clone, Copy)]
struct Place {
    form: usize,
    span: Span,
    /// How many bytes the first part has; unknown where it is written as one word.
    split: Option<usize>,
    is_plural: bool,
}

/// Finds them.
pub(super) fn find(article: &Article<'_>) -> Vec<Found> {
    let text = &article.prose.text;
    let tokens = &article.tokens;
    let mut closed: Vec<(Word, usize)> = Vec::new();
    let mut hyphenated: Vec<(Word, usize)> = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, it)| is_lower(it)) {
        let spelling = &text[token.span.range()];
        let joins = tokens.get(at + 1).is_some_and(|it| it.word == HYPHEN && !it.spaced);
        if joins {
            if let Some(second) = tokens.get(at + 2).filter(|it| is_lower(it) && !it.spaced)
                && !is_joined(tokens, at, at + 2)
            {
                hyphenated.push((Word::of_two(spelling, stem(&text[second.span.range()])), at));
            }
        } else if token.span.len() >= 5 && !token.features.any(Features::FUNCTION) {
            closed.push((Word::of(stem(spelling)), at));
        }
    }
    closed.sort_unstable();
    hyphenated.sort_unstable();
    let has = |list: &[(Word, usize)], key: Word| {
        let at = list.partition_point(|it| it.0 < key);
        list.get(at).is_some_and(|it| it.0 == key)
    };
    let mut compounds: BTreeMap<Word, Vec<Place>> = BTreeMap::new();
    for &(key, at) in hyphenated.iter().filter(|it| is_lasting(article, it.1)) {
        let span = tokens[at].span.to(tokens[at + 2].span);
        // Before another noun the hyphen is one of grammar: "private-markets investing".
        let is_before_noun = tokens.get(at + 3).is_some_and(|it| is_lower(it) && !it.features.any(Features::FUNCTION));
        let is_plural = is_plural(&text[tokens[at + 2].span.range()]) && !is_before_noun;
        let place = Place { form: HYPHENATED, span, split: Some(tokens[at].span.len()), is_plural };
        compounds.entry(key).or_default().push(place);
    }
    for (at, pair) in tokens.windows(2).enumerate() {
        if !may_be_open(article, &pair[0], &pair[1]) || is_joined(tokens, at, at + 1) {
            continue;
        }
        let key = Word::of_two(&text[pair[0].span.range()], stem(&text[pair[1].span.range()]));
        if has(&closed, key) || has(&hyphenated, key) {
            let span = pair[0].span.to(pair[1].span);
            let is_plural = is_plural(&text[pair[1].span.range()]);
            let place = Place { form: OPEN, span, split: Some(pair[0].span.len()), is_plural };
            compounds.entry(key).or_default().push(place);
        }
    }
    for (key, places) in &mut compounds {
        let from = closed.partition_point(|it| it.0 < *key);
        for (_, at) in closed[from..].iter().take_while(|it| it.0 == *key).filter(|it| stands_free(article, it.1)) {
            places.push(Place { form: CLOSED, span: tokens[*at].span, split: None, is_plural: false });
        }
        places.retain(|it| !article.is_quoted(it.span.start));
    }
    let mut found: Vec<Found> = compounds.values().filter_map(|places| report(article, places)).collect();
    found.sort_by_key(|it| it.span);
    found
}

/// The finding for a compound, where its ways of writing contradict each other.
fn report(article: &Article<'_>, places: &[Place]) -> Option<Found> {
    let text = &article.prose.text;
    let has_closed = places.iter().any(|it| it.form == CLOSED);
    let counts = |it: &&Place| has_closed || it.is_plural;
    let split = places.iter().find_map(|it| it.split)?;
    // Two words that scraping glued together: "corporationspaid".
    let is_glued = |it: &Place| {
        let whole = &text[it.span.range()];
        it.form == CLOSED
            && whole.get(..split).is_some_and(|first| first.ends_with('s'))
            && !ENGLISH.contains(Word::of(whole))
    };
    if places.iter().any(is_glued) {
        return None;
    }
    let written = |place: &Place, form: usize| {
        let whole = &text[place.span.range()];
        let second = whole[split..].trim_start_matches(|it: char| it == '-' || it.is_whitespace());
        format!("{}{}{second}", &whole[..split], ["", "-", " "][form])
    };
    let mut usages = [Usage::default(), Usage::default(), Usage::default()];
    for place in places.iter().filter(counts) {
        let usage = &mut usages[place.form];
        if usage.places.is_empty() {
            usage.written = text[place.span.range()].to_owned();
        }
        usage.places.push(place.span);
    }
    usages.iter_mut().for_each(|it| it.places.sort());
    one_of(&usages, |major, span| {
        let place = places.iter().find(|it| it.span == span)?;
        Some(written(place, major))
    })
}

fn is_lower(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.case == Case::Lower
}

/// Whether the tokens `from..=to` are a part of a longer chain of hyphens, such as "state-of-the-art".
fn is_joined(tokens: &[Token], from: usize, to: usize) -> bool {
    let before = from.checked_sub(1).is_some_and(|it| tokens[it].word == HYPHEN && !tokens[from].spaced);
    before || tokens.get(to + 1).is_some_and(|it| it.word == HYPHEN && !it.spaced)
}

/// Whether the hyphen at `at + 1` is one of spelling: it is none in "re-sent", which is not "resent".
fn is_lasting(article: &Article<'_>, at: usize) -> bool {
    let whole = Word::of(&format!(
        "{}{}",
        &article.prose.text[article.tokens[at].span.range()],
        &article.prose.text[article.tokens[at + 2].span.range()]
    ));
    let telling = article.lexicon.classes.get("hyphen-tells-apart");
    !telling.is_some_and(|it| it.contains(whole)) && article.tokens[at + 2].span.len() > 1
}

/// Whether two words can be an open compound of which neither is a word of grammar.
fn may_be_open(article: &Article<'_>, one: &Token, other: &Token) -> bool {
    let grammar = Features::FUNCTION.with(Features::NUMBER);
    let text = &article.prose.text;
    let part = |it: &Token| is_lower(it) && it.span.len() >= SHORTEST && !it.features.any(grammar);
    part(one)
        && part(other)
        && one.spaced
        && other.spaced
        && !article
            .lexicon
            .classes
            .get("closed-tells-apart")
            .is_some_and(|it| it.contains(Word::of_two(&text[one.span.range()], stem(&text[other.span.range()]))))
        && !other.starts_line
        && !article.lexicon.classes.get("particle").is_some_and(|it| it.contains(other.word))
        && other.span.start == one.span.end + 1
}

fn is_plural(word: &str) -> bool {
    stem(word).len() < word.len()
}

/// The word without its plural s.
fn stem(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() >= 3 && !stem.ends_with(['s', 'u', 'i']) => stem,
        _ => word,
    }
}
