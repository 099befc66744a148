//! The words of all names, and pairs of them whose letters differ by a slip or by accents.

use std::collections::BTreeSet;

use crate::claims::{Claim, Value};
use crate::lexicon::{Features, Word, WordMap};
use crate::reading::names::{Spelling, folded, folded_relation, spelling_relation};
use crate::tokens::{Case, TokenKind, Tokens};

/// How many neighbours in sorted order a word is compared with; more share their first letters only in long lists.
pub(super) const REACH: usize = 32;
/// A word of names with all its places.
pub(super) struct Term<'a> {
    pub(super) word: Word,
    pub(super) spelling: &'a str,
    pub(super) folded: String,
    pub(super) mentions: Vec<Mention>,
}

#[derive(Clone, Copy)]
pub(super) struct Mention {
    pub(super) claim: u32,
    pub(super) token: u32,
}
/// The words of all names, each once.
pub(super) fn terms<'a>(claims: &[Claim], tokens: Tokens<'a>) -> Vec<Term<'a>> {
    let mut index: WordMap<usize> = WordMap::default();
    let mut terms: Vec<Term<'a>> = Vec::new();
    for (claim, value) in claims.iter().enumerate() {
        let Value::Name(_) = value.value else { continue };
        for at in value.tokens.0..value.tokens.1 {
            let token = tokens.get_at(at as usize);
            if token.kind != TokenKind::Word || token.case == Case::Lower || token.span.len() < 4 {
                continue;
            }
            if token.features.any(Features::MONTH.with(Features::WEEKDAY)) || is_glued(tokens.spelling(token)) {
                continue;
            }
            let mention = Mention { claim: claim as u32, token: at };
            let term = *index.entry(token.word).or_insert_with(|| {
                let spelling = tokens.spelling(token);
                terms.push(Term { word: token.word, spelling, folded: folded(spelling), mentions: Vec::new() });
                terms.len() - 1
            });
            terms[term].mentions.push(mention);
        }
    }
    terms
}

/// Whether the word holds a digit or full stop, or a capital behind its third letter or small letters behind capitals,
/// as text has that lost a space.
fn is_glued(word: &str) -> bool {
    let word = word.strip_prefix("Mac").unwrap_or(word);
    let capitals = word.bytes().take_while(u8::is_ascii_uppercase).count();
    if capitals >= 2 && word.bytes().skip(capitals).take_while(u8::is_ascii_lowercase).count() >= 2 {
        return true;
    }
    let mut before = word.chars().nth(2).is_some_and(char::is_lowercase);
    word.contains(|it: char| it.is_ascii_digit() || it == '.')
        || word.chars().skip(3).any(|it| std::mem::replace(&mut before, it.is_lowercase()) && it.is_uppercase())
}

/// Pairs of terms whose letters differ by a slip or by accents.
pub(super) fn candidates(terms: &[Term<'_>]) -> Vec<(usize, usize, Spelling)> {
    let mut order: Vec<usize> = (0..terms.len()).collect();
    let mut pairs = BTreeSet::new();
    let mut compare = |order: &[usize], shared: fn(&[u8], &[u8]) -> bool| {
        for (at, &one) in order.iter().enumerate() {
            for &other in order[at + 1..].iter().take(REACH) {
                let (a, b) = (&terms[one].folded, &terms[other].folded);
                if !shared(a.as_bytes(), b.as_bytes()) {
                    break;
                }
                if a.len().abs_diff(b.len()) <= 3 {
                    pairs.insert((one.min(other), one.max(other)));
                }
            }
        }
    };
    order.sort_by(|one, other| terms[*one].folded.cmp(&terms[*other].folded));
    compare(&order, |a, b| a.get(..2) == b.get(..2));
    order.sort_by(|one, other| terms[*one].folded.bytes().rev().cmp(terms[*other].folded.bytes().rev()));
    compare(&order, |a, b| a.last_chunk::<3>() == b.last_chunk::<3>());
    // Vowels inside are taken for each other most often: Lind, Lynd.
    let skeletons: Vec<String> = terms.iter().map(|it| skeleton(&it.folded)).collect();
    order.sort_by(|one, other| skeletons[*one].cmp(&skeletons[*other]));
    for (at, &one) in order.iter().enumerate() {
        let alike = order[at + 1..].iter().take(REACH).take_while(|other| skeletons[**other] == skeletons[one]);
        let near = alike.filter(|other| are_near(&terms[**other].folded, &terms[one].folded));
        pairs.extend(near.map(|&other| (one.min(other), one.max(other))));
    }
    let relation = |one: usize, other: usize| {
        let (a, b) = (&terms[one].folded, &terms[other].folded);
        if a == b { spelling_relation(terms[one].spelling, terms[other].spelling) } else { folded_relation(a, b) }
    };
    let related = pairs.into_iter().map(|(one, other)| (one, other, relation(one, other)));
    related.filter(|(_, _, relation)| !matches!(relation, Spelling::Same | Spelling::Different)).collect()
}

/// Whether two words of one length differ by a single letter, or by two that have changed places.
fn are_near(a: &str, b: &str) -> bool {
    let mut differing = a.bytes().zip(b.bytes()).filter(|(x, y)| x != y);
    a.len() == b.len()
        && match (differing.next(), differing.next(), differing.next()) {
            (Some(_), None, _) => true,
            (Some((x1, y1)), Some((x2, y2)), None) => x1 == y2 && x2 == y1,
            _ => false,
        }
}

/// The letters of a folded word without its vowels.
pub(super) fn skeleton(folded: &str) -> String {
    folded.chars().filter(|it| !matches!(it, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')).collect()
}
