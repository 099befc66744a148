//! Joining the matches of several finds. Joins are hashed, and neighbours are looked for outwards from a match; no step
//! looks at all pairs.

use std::collections::HashMap;

use super::finding::Scope;
use super::matcher::Match;
use crate::article::Article;
use crate::claims::{NameKind, Value};
use crate::lexicon::Features;
use crate::rules::{Against, FactRule, Join, Order, Within};

/// How many sentences apart two statements are that stand near each other.
const NEAR_SENTENCES: u32 = 3;

/// How many matches of the last find are tried at the most, where any of them may be meant.
const ALTERNATIVES_MAX: usize = 24;

/// The value of the keys of a match, folded for comparison; `None` where the text does not say it.
type Key = Option<Vec<String>>;

/// The combinations of one match of each find that belong together, in order of the text.
///
/// With keys, the matches of equal keys belong together, each with the nearest of the next find; without, the nearest
/// matches do. Each combination stands first among its alternatives: where any match of the last find may be the one
/// that is meant, the others follow, the nearer first.
pub(super) fn combinations(
    article: &Article<'_>,
    facts: &FactRule,
    join: &Join,
    found: &[Vec<Match>],
) -> Vec<Vec<Vec<Match>>> {
    let Some((first, others)) = found.split_first() else { return Vec::new() };
    // The matches of each later find by key, each list in order of the text.
    let mut by_key: Vec<HashMap<Vec<String>, Vec<&Match>>> = Vec::new();
    for (index, matches) in others.iter().enumerate() {
        let mut map: HashMap<Vec<String>, Vec<&Match>> = HashMap::new();
        for matched in matches {
            if let Some(key) = key(article, facts, join, index + 1, matched) {
                map.entry(key).or_default().push(matched);
            }
        }
        by_key.push(map);
    }
    // Finds that look for the same give each pair once, in order of the text.
    let order = if is_symmetric(facts) { Order::After } else { join.order };
    let mut combined = Vec::new();
    for matched in first {
        let Some(key) = key(article, facts, join, 0, matched) else { continue };
        let lists: Option<Vec<&Vec<&Match>>> = by_key.iter().map(|map| map.get(&key)).collect();
        let Some(lists) = lists else { continue };
        let mut chosen = vec![matched];
        let mut alternatives = Vec::new();
        for (index, list) in lists.iter().enumerate() {
            let is_last = index + 1 == lists.len();
            let near = nearest(article, (join.within, order), &chosen, list, 1);
            let Some(first) = near.first() else { break };
            if is_last && join.against == Against::Any {
                // What is farther away is not reported, but may be what is meant.
                alternatives = nearest(article, (Within::Article, order), &chosen, list, ALTERNATIVES_MAX);
                alternatives.retain(|it| it != first);
            }
            chosen.push(first);
            if is_last {
                alternatives.insert(0, first);
            }
        }
        let (_, before_last) = chosen.split_last().unwrap_or((&matched, &[]));
        let with = |last: &Match| before_last.iter().copied().chain([last]).cloned().collect::<Vec<Match>>();
        if !alternatives.is_empty() {
            combined.push(alternatives.into_iter().map(with).collect());
        }
    }
    combined
}

/// The statements about one thing each, in order of the text, where the two finds of a rule look for the same and keys
/// say what belongs together: each group is held against itself as a whole. Nothing where the rule is of another kind.
pub(super) fn groups(
    article: &Article<'_>,
    facts: &FactRule,
    join: &Join,
    found: &[Vec<Match>],
) -> Option<Vec<Vec<Match>>> {
    let has_keys = join.same_person || !join.same.is_empty();
    if found.len() != 2 || !has_keys || !is_symmetric(facts) {
        return None;
    }
    let mut at: HashMap<Vec<String>, usize> = HashMap::new();
    let mut groups: Vec<Vec<Match>> = Vec::new();
    for matched in &found[0] {
        let Some(key) = key(article, facts, join, 0, matched) else { continue };
        let group = *at.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(matched.clone());
    }
    Some(groups)
}

/// How many tokens lie between two matches.
pub(super) fn distance(one: &Match, other: &Match) -> u32 {
    other.tokens.0.saturating_sub(one.tokens.1).max(one.tokens.0.saturating_sub(other.tokens.1))
}

/// Whether `other` stands as near to `one` as the join wants it.
pub(super) fn reaches(article: &Article<'_>, within: Within, one: &Match, other: &Match) -> bool {
    let block = |it: &Match| article.sentences[it.sentence as usize].block;
    match within {
        Within::Sentence => one.sentence == other.sentence,
        Within::Neighbours => one.sentence.abs_diff(other.sentence) <= 1,
        Within::Near => one.sentence.abs_diff(other.sentence) <= NEAR_SENTENCES,
        Within::Paragraph => block(one) == block(other),
        Within::Article => true,
    }
}

/// Whether two matches are the same statement: they overlap and caught one claim.
pub(super) fn is_one_statement(one: &Match, other: &Match) -> bool {
    let claims = |it: &Match| it.captures.iter().flatten().flat_map(|it| it.claims.clone()).collect::<Vec<_>>();
    let overlaps = one.tokens.0 < other.tokens.1 && other.tokens.0 < one.tokens.1;
    if !overlaps {
        return false;
    }
    let of_one = claims(one);
    one == other || claims(other).iter().any(|it| of_one.contains(it))
}

/// Whether all finds look for the same.
fn is_symmetric(facts: &FactRule) -> bool {
    facts.finds.windows(2).all(|pair| pair[0].patterns == pair[1].patterns)
}

/// The matches of a list, which is in order of the text, that lie nearest to the last chosen one and belong to it. They
/// are looked for from there outwards, so that a long list costs no more than a short one.
fn nearest<'m>(
    article: &Article<'_>,
    (within, order): (Within, Order),
    chosen: &[&Match],
    list: &[&'m Match],
    most: usize,
) -> Vec<&'m Match> {
    let last = chosen[chosen.len() - 1];
    let at = list.partition_point(|it| it.tokens.0 < last.tokens.0);
    let (before, after) = match order {
        Order::Any => (at, list.len()),
        Order::After => (0, list.len()),
        Order::Before => (at, at),
    };
    let in_reach = |it: &&&Match| reaches(article, within, last, it);
    let mut before = list[..before].iter().rev().take_while(in_reach).peekable();
    let mut after = list[at..after].iter().take_while(in_reach).peekable();
    let mut found = Vec::new();
    while found.len() < most {
        let is_before_nearer = match (before.peek(), after.peek()) {
            (Some(one), Some(other)) => distance(last, one) < distance(last, other),
            (one, _) => one.is_some(),
        };
        let Some(candidate) = (if is_before_nearer { before.next() } else { after.next() }) else { break };
        if !chosen.iter().any(|it| is_one_statement(it, candidate)) {
            found.push(*candidate);
        }
    }
    found
}

fn key(article: &Article<'_>, facts: &FactRule, join: &Join, index: usize, matched: &Match) -> Key {
    let find = &facts.finds[index];
    let scope = Scope { article, finds: std::slice::from_ref(find), matches: std::slice::from_ref(matched) };
    let mut key = Vec::new();
    for expressions in &join.same {
        key.push(expressions[index].evaluate(&scope).as_key()?);
    }
    if join.same_person {
        key.push(person(article, matched)?.to_string());
    }
    Some(key)
}

/// The person that a match names, or else the one whom the text is about where it says "he" or "she", or where it begins.
fn person(article: &Article<'_>, matched: &Match) -> Option<u32> {
    let claims = matched.captures.iter().flatten().flat_map(|it| &it.claims);
    let mut named = claims.filter_map(|claim| match &article.claims[*claim as usize].value {
        Value::Name(name) if name.kind == NameKind::Person => Some(name.entity),
        _ => None,
    });
    named.next().unwrap_or_else(|| {
        let (first, end) = matched.tokens;
        let pronouns = Features::HE.with(Features::SHE);
        let said = (first..end).find(|at| article.tokens[*at as usize].features.any(pronouns));
        article.person_at(said.unwrap_or(first))
    })
}
