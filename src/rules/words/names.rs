//! Names that the article spells two ways, which `article::variants` finds, and surnames before their full names.

use std::collections::BTreeSet;

use super::{Found, Place};
use crate::article::{Article, NameVariant};
use crate::claims::{Claim, Name, NameKind, Value};
use crate::lexicon::Features;
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, PLACES};
use crate::reading::names::Spelling;
use crate::source::Span;
use crate::tokens::{Case, TokenKind};

/// So many places of one spelling get a label.
const LABELS_MAX: usize = 30;

/// Names of which two spellings differ by letters.
pub(super) fn variants(article: &Article<'_>) -> Vec<Found> {
    let differing = |it: &&NameVariant| matches!(it.relation, Spelling::Variant(_));
    article.variants().iter().filter(differing).filter_map(|it| found(article, it)).collect()
}

/// Names of which two spellings differ by accents only.
pub(super) fn accents(article: &Article<'_>) -> Vec<Found> {
    let accented = |it: &&NameVariant| it.relation == Spelling::AccentsOnly;
    article.variants().iter().filter(accented).filter_map(|it| found(article, it)).collect()
}

/// The surnames of persons that stand alone, without a title, before the full name is given; quotations, headlines and
/// captions neither count as such nor give the full name too early.
pub(super) fn surnames_first(article: &Article<'_>) -> Vec<Found> {
    let mut met = BTreeSet::new();
    let mut alone: Vec<(u32, Found)> = Vec::new();
    let mut found = Vec::new();
    for claim in &article.claims {
        let Value::Name(name) = &claim.value else { continue };
        let Some(bearer) = name.entity.filter(|_| name.kind == NameKind::Person) else { continue };
        let is_aside = claim.context.quoted || claim.context.heading || claim.context.caption;
        if name.given.is_some() {
            let is_given = name.given.is_some_and(|it| GIVEN_NAMES.contains(it));
            if let Some(at) = alone.iter().position(|(it, _)| is_given && *it == bearer) {
                let (_, mut surname) = alone.swap_remove(at);
                surname.better = vec![article.prose.text[claim.span.range()].to_owned()];
                surname.others = vec![Place::labelled(claim.span, "the full name comes here".to_owned())];
                found.push(surname);
            }
            met.insert(bearer);
        } else if !is_aside && name.title.is_none() && !met.contains(&bearer) {
            if stands_as_surname(article, claim, name) {
                alone.push((bearer, Found::new(claim.span, Vec::new())));
            }
            met.insert(bearer);
        } else {
            met.insert(bearer);
        }
    }
    found.sort_by_key(|it| it.span);
    found
}

/// Whether a single word of a name is used as a person's surname: no other word, no part of a longer name that a mark
/// cuts off ("Maribel A. Pizá"), no entry of a list, and no adjective ("the Biden administration").
fn stands_as_surname(article: &Article<'_>, claim: &Claim, name: &Name) -> bool {
    let (from, to) = (claim.tokens.0 as usize, claim.tokens.1 as usize);
    let first = &article.tokens[from];
    let begins_sentence =
        article.sentences.get(claim.context.sentence as usize).is_some_and(|it| it.tokens.0 as usize == from);
    let before = from.checked_sub(1).map(|at| &article.tokens[at]);
    let is_free = before.is_none_or(|it| {
        let text = &article.prose.text[it.span.range()];
        it.kind == TokenKind::Word && it.case == Case::Lower && text != "the"
    });
    let speaking = article.lexicon.classes.get("speaking");
    // "Feynman diagrams" and "Pickett's Charge" are no persons.
    let is_followed_well = article.tokens.get(to).is_none_or(|it| {
        let is_verb = it.features.any(Features::FUNCTION) || speaking.is_some_and(|class| class.contains(it.word));
        match it.kind {
            TokenKind::Word => it.case == Case::Lower && is_verb,
            TokenKind::Mark => matches!(&article.prose.text[it.span.range()], "." | "," | ";" | ":" | "?" | "!"),
            _ => false,
        }
    });
    to - from == 1
        && first.word == name.family
        && first.case == Case::Title
        && (is_free || begins_sentence)
        && is_followed_well
        && !ENGLISH.contains(name.family)
        && !PLACES.contains(name.family)
        && !GIVEN_NAMES.contains(name.family)
}

/// The first place of the rarer spelling, with labels at all other places of both.
fn found(article: &Article<'_>, variant: &NameVariant) -> Option<Found> {
    let text = |token: u32| &article.prose.text[article.tokens[token as usize].span.range()];
    let (usual, other) = variant.words;
    let better = with_capitals_of(text(other), text(usual));
    let usual_places = places(article, &variant.usual, usual);
    let other_places = places(article, &variant.other, other);
    let counted = |word: u32, places: &[Span]| format!("{} × {}", text(word), places.len());
    let counts = format!("{}, {}", counted(usual, &usual_places), counted(other, &other_places));
    let span = *other_places.first()?;
    let labelled =
        |places: &[Span], skip: usize| -> Vec<Span> { places.iter().skip(skip).take(LABELS_MAX).copied().collect() };
    let mut others: Vec<Place> = Vec::new();
    for place in labelled(&other_places, 1) {
        others.push(Place::labelled(place, format!("`{}` again", text(other))));
    }
    for place in labelled(&usual_places, 0) {
        others.push(Place::labelled(place, format!("`{better}` ({counts})")));
    }
    Some(Found { span, better: vec![better], others, ..Found::default() })
}

/// Where the word of a token stands in the claims.
fn places(article: &Article<'_>, claims: &[u32], token: u32) -> Vec<Span> {
    let word = article.tokens[token as usize].word;
    let in_claim = |claim: &u32| {
        let (from, to) = article.claims[*claim as usize].tokens;
        let tokens = &article.tokens[from as usize..to as usize];
        tokens.iter().filter(|it| it.word == word).map(|it| it.span).collect::<Vec<_>>()
    };
    claims.iter().flat_map(in_claim).collect()
}

/// The better spelling in capitals where the one that it replaces is, or is not.
fn with_capitals_of(written: &str, better: &str) -> String {
    let is_upper = |word: &str| !word.chars().any(char::is_lowercase);
    match (is_upper(written), is_upper(better)) {
        (true, false) => better.to_uppercase(),
        (false, true) => {
            let mut letters = better.chars();
            letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
        }
        _ => better.to_owned(),
    }
}
