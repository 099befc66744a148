//! Joining the matches of several finds. Joins are hashed; no step looks at all pairs.

use std::collections::HashMap;

use super::finding::Scope;
use super::matcher::Match;
use crate::article::Article;
use crate::rules::{FactRule, Find, Join, Order, Within};

/// The value of a key, folded for comparison; `None` where the text does not say it.
type Key = Option<Vec<String>>;

/// The combinations of one match of each find that belong together, in order of the text.
///
/// With keys, the matches of equal keys belong together, each with the nearest of the next find; without, the nearest
/// matches do.
pub(super) fn combinations(
    article: &Article<'_>,
    facts: &FactRule,
    join: &Join,
    found: &[Vec<Match>],
) -> Vec<Vec<Match>> {
    let Some((first, others)) = found.split_first() else { return Vec::new() };
    let key = |index: usize, matched: &Match| key(article, facts, join, index, matched);
    // The matches of each later find by key, each list in order of the text.
    let mut by_key: Vec<HashMap<Vec<String>, Vec<&Match>>> = Vec::new();
    for (index, matches) in others.iter().enumerate() {
        let mut map: HashMap<Vec<String>, Vec<&Match>> = HashMap::new();
        for matched in matches {
            if let Some(key) = key(index + 1, matched) {
                map.entry(key).or_default().push(matched);
            }
        }
        by_key.push(map);
    }
    let is_symmetric = facts.finds.windows(2).all(|pair| same_finds(&pair[0], &pair[1]));
    let mut combined = Vec::new();
    for matched in first {
        let Some(key) = key(0, matched) else { continue };
        let lists: Option<Vec<&Vec<&Match>>> = by_key.iter().map(|map| map.get(&key)).collect();
        let Some(lists) = lists else { continue };
        let mut chosen = vec![matched];
        for list in lists {
            let last = chosen[chosen.len() - 1];
            let candidates =
                list.iter().filter(|it| belongs(article, join, last, it, is_symmetric) && !chosen.contains(it));
            match candidates.min_by_key(|it| distance(last, it)) {
                Some(nearest) => chosen.push(nearest),
                None => break,
            }
        }
        if chosen.len() == found.len() {
            combined.push(chosen.into_iter().cloned().collect());
        }
    }
    combined
}

/// Whether two finds look for the same; then a pair is considered once, in order of the text.
fn same_finds(one: &Find, other: &Find) -> bool {
    format!("{:?}", one.programs) == format!("{:?}", other.programs)
}

fn key(article: &Article<'_>, facts: &FactRule, join: &Join, index: usize, matched: &Match) -> Key {
    let find = &facts.finds[index];
    let scope = Scope { article, finds: std::slice::from_ref(find), matches: std::slice::from_ref(matched) };
    let mut key = Vec::new();
    for expressions in &join.same {
        key.push(expressions[index].evaluate(&scope).as_key()?);
    }
    if join.same_person {
        key.push(article.person_at(matched.tokens.0)?.to_string());
    }
    Some(key)
}

/// How many tokens lie between two matches.
fn distance(one: &Match, other: &Match) -> u32 {
    other.tokens.0.saturating_sub(one.tokens.1).max(one.tokens.0.saturating_sub(other.tokens.1))
}

/// Whether `other` stands where the join wants it, seen from `one`.
fn belongs(article: &Article<'_>, join: &Join, one: &Match, other: &Match, is_symmetric: bool) -> bool {
    let overlaps = one.tokens.0 < other.tokens.1 && other.tokens.0 < one.tokens.1;
    if overlaps && shares_claim(one, other) {
        return false;
    }
    if (join.order == Order::After || is_symmetric) && other.tokens.0 < one.tokens.0 {
        return false;
    }
    let block = |it: &Match| article.sentences[it.sentence as usize].block;
    match join.within {
        Within::Sentence => one.sentence == other.sentence,
        Within::Neighbours => one.sentence.abs_diff(other.sentence) <= 1,
        Within::Paragraph => block(one) == block(other),
        Within::Article => true,
    }
}

/// Whether the two caught one claim; such are one statement, not two.
fn shares_claim(one: &Match, other: &Match) -> bool {
    let claims = |it: &Match| it.captures.iter().flatten().flat_map(|it| it.claims.clone()).collect::<Vec<_>>();
    let of_one = claims(one);
    claims(other).iter().any(|it| of_one.contains(it))
}
