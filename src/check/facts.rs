//! Rules over claims: what the patterns find is held against what must hold.

use super::Outcome;
use super::finding::{Scope, word_finding};
use super::join::{combinations, distance, groups, is_one_statement, reaches};
use super::matcher::{Ground, Match, Profile};
use crate::article::{Article, Sentence};
use crate::reading::Verdict;
use crate::rules::{Check, FactRule, Find, Join, Order, Rule};
use crate::source::Source;

/// Runs the rules over an article, sentence by sentence, then joins.
pub(super) fn check(source: &Source, article: &Article<'_>, rules: &[(&Rule, &FactRule)], outcome: &mut Outcome) {
    let ground = Ground::new(article);
    // For each rule and find, the matches in order of the text.
    let mut found: Vec<Vec<Vec<Match>>> = rules.iter().map(|(_, facts)| vec![Vec::new(); facts.finds.len()]).collect();
    for index in 0..article.sentences.len() {
        let profile = ground.profile(&article.sentences[index]);
        for ((_, facts), found) in rules.iter().zip(&mut found) {
            for (find, found) in facts.finds.iter().zip(found) {
                matches_in(&ground, find, index as u32, &profile, found);
            }
        }
    }
    for ((rule, facts), found) in rules.iter().zip(found) {
        let Some(join) = &facts.join else {
            for matched in found.into_iter().flatten() {
                let scope = Scope { article, finds: &facts.finds, matches: &[matched] };
                report(source, rule, &facts.check, &[scope], outcome);
            }
            continue;
        };
        if let Some(groups) = groups(article, facts, join, &found) {
            for group in &groups {
                odd_ones(source, article, (rule, facts, join), group, outcome);
            }
            continue;
        }
        for alternatives in combinations(article, facts, join, &found) {
            let scopes = alternatives.iter().map(|matches| Scope { article, finds: &facts.finds, matches });
            report(source, rule, &facts.check, &scopes.collect::<Vec<_>>(), outcome);
        }
    }
}

fn matches_in(ground: &Ground<'_>, find: &Find, sentence: u32, profile: &Profile, found: &mut Vec<Match>) {
    if !profile.may_have(find) {
        return;
    }
    let matches = ground.matches(&find.programs, find.slots.len(), sentence, profile);
    if matches.is_empty() {
        return;
    }
    let forbidden = ground.matches(&find.unless, find.unless_slots, sentence, profile);
    let is_allowed = |it: &Match| {
        let overlaps = |other: &Match| it.tokens.0 < other.tokens.1 && other.tokens.0 < it.tokens.1;
        !forbidden.iter().any(overlaps)
    };
    let holds = |it: &Match| {
        let scope =
            Scope { article: ground.article, finds: std::slice::from_ref(find), matches: std::slice::from_ref(it) };
        find.when.as_ref().is_none_or(|when| when.holds(&scope).agrees())
    };
    found.extend(matches.into_iter().filter(|it| is_allowed(it) && holds(it)));
}

/// Evaluates a check, and words a finding, for the first alternative, where it certainly holds for none of them.
fn report(source: &Source, rule: &Rule, check: &Check, alternatives: &[Scope<'_>], outcome: &mut Outcome) {
    let mut conflicting = None;
    for scope in alternatives {
        match judge(check, scope, outcome) {
            Some(Verdict::Conflict) => conflicting = conflicting.or(Some(scope)),
            Some(_) => return,
            None => {}
        }
    }
    if let Some(scope) = conflicting {
        outcome.diagnostics.push(word_finding(source, rule, check, scope));
    }
}

/// Whether a check holds; `None` where it does not apply. What the text itself reports as wrong cannot tell.
fn judge(check: &Check, scope: &Scope<'_>, outcome: &mut Outcome) -> Option<Verdict> {
    if check.when.as_ref().is_some_and(|when| !when.holds(scope).agrees()) {
        return None;
    }
    let verdict = check.require.as_ref().map_or(Verdict::Conflict, |require| require.holds(scope));
    if verdict != Verdict::CannotTell {
        outcome.checked += 1;
        outcome.checked_claims.extend(scope.all_claims());
    }
    Some(if verdict == Verdict::Conflict && is_reported_as_wrong(scope) { Verdict::CannotTell } else { verdict })
}

/// Holds the statements of a group against one another, each against the few nearest, and reports those that stand
/// against the others: of three the one that neither of the two others agrees with, of two the later.
fn odd_ones(
    source: &Source,
    article: &Article<'_>,
    (rule, facts, join): (&Rule, &FactRule, &Join),
    group: &[Match],
    outcome: &mut Outcome,
) {
    /// Against how many that follow it a statement is held.
    const NEAR: usize = 8;
    /// How many of a group are reported at the most; where more conflict, the text is no article about one thing.
    const ODD_MAX: usize = 16;
    // For each statement, those that it conflicts with, and how many it agrees with.
    let mut against = vec![Vec::new(); group.len()];
    let mut agreeing = vec![0_usize; group.len()];
    for one in 0..group.len() {
        for other in one + 1..group.len().min(one + NEAR) {
            let (earlier, later) = (&group[one], &group[other]);
            if !reaches(article, join.within, earlier, later) || is_one_statement(earlier, later) {
                continue;
            }
            let pair = [earlier.clone(), later.clone()];
            match judge(&facts.check, &Scope { article, finds: &facts.finds, matches: &pair }, outcome) {
                None | Some(Verdict::CannotTell) => {}
                Some(Verdict::Conflict) => {
                    against[one].push(other);
                    against[other].push(one);
                }
                Some(_) => {
                    agreeing[one] += 1;
                    agreeing[other] += 1;
                }
            }
        }
    }
    for _ in 0..ODD_MAX {
        let odd = (0..group.len()).filter(|at| !against[*at].is_empty());
        let Some(odd) = odd.max_by_key(|at| (against[*at].len(), std::cmp::Reverse(agreeing[*at]), *at)) else {
            return;
        };
        let partners = std::mem::take(&mut against[odd]);
        let usual = |at: &usize| (std::cmp::Reverse(agreeing[*at]), distance(&group[*at], &group[odd]));
        if let Some(usual) = partners.iter().copied().min_by_key(usual) {
            let keeps_order = join.order == Order::After && odd < usual;
            let (first, second) = if keeps_order { (odd, usual) } else { (usual, odd) };
            let pair = [group[first].clone(), group[second].clone()];
            let scope = Scope { article, finds: &facts.finds, matches: &pair };
            outcome.diagnostics.push(word_finding(source, rule, &facts.check, &scope));
        }
        for partner in partners {
            against[partner].retain(|it| *it != odd);
        }
    }
}

/// Whether a sentence of the finding says itself that something in it is wrong: "he wrongly said", "[sic]".
fn is_reported_as_wrong(scope: &Scope<'_>) -> bool {
    let Some(class) = scope.article.lexicon.classes.get("reported-error") else { return false };
    scope.matches.iter().any(|it| {
        let sentence: &Sentence = &scope.article.sentences[it.sentence as usize];
        let tokens = &scope.article.tokens[sentence.tokens.0 as usize..sentence.tokens.1 as usize];
        (0..tokens.len()).any(|at| class.stands_at(|ahead| tokens.get(at + ahead).map(|token| token.word)))
    })
}
