//! Rules over claims: what the patterns find is held against what must hold.

use super::Outcome;
use super::finding::{Scope, word_finding};
use super::join::combinations;
use super::matcher::{Ground, Match, Profile};
use crate::article::{Article, Sentence};
use crate::lexicon::Class;
use crate::reading::Verdict;
use crate::rules::{Check, FactRule, Find, Rule};
use crate::source::Source;
use crate::tokens::Token;

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
        let combined = match &facts.join {
            None => found.into_iter().flatten().map(|matched| vec![matched]).collect(),
            Some(join) => combinations(article, facts, join, &found),
        };
        for matches in combined {
            let scope = Scope { article, finds: &facts.finds, matches: &matches };
            judge(source, rule, &facts.check, &scope, outcome);
        }
    }
}

fn matches_in(ground: &Ground<'_>, find: &Find, sentence: u32, profile: &Profile, found: &mut Vec<Match>) {
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

/// Evaluates a check, and words a finding where it certainly does not hold.
fn judge(source: &Source, rule: &Rule, check: &Check, scope: &Scope<'_>, outcome: &mut Outcome) {
    if check.when.as_ref().is_some_and(|when| !when.holds(scope).agrees()) {
        return;
    }
    let verdict = check.require.as_ref().map_or(Verdict::Conflict, |require| require.holds(scope));
    if verdict == Verdict::CannotTell {
        return;
    }
    outcome.checked += 1;
    outcome.checked_claims.extend(scope.all_claims());
    if verdict == Verdict::Conflict && !is_reported_as_wrong(scope) {
        outcome.diagnostics.push(word_finding(source, rule, check, scope));
    }
}

/// Whether a sentence of the finding says itself that something in it is wrong: "he wrongly said", "[sic]".
fn is_reported_as_wrong(scope: &Scope<'_>) -> bool {
    let Some(class) = scope.article.lexicon.classes.get("reported-error") else { return false };
    scope.matches.iter().any(|it| {
        let sentence: &Sentence = &scope.article.sentences[it.sentence as usize];
        let tokens = &scope.article.tokens[sentence.tokens.0 as usize..sentence.tokens.1 as usize];
        (0..tokens.len()).any(|at| begins_with(&tokens[at..], class))
    })
}

fn begins_with(tokens: &[Token], class: &Class) -> bool {
    class.may_begin(tokens[0].word)
        && class.phrases().iter().any(|phrase| {
            tokens.len() >= phrase.len() && phrase.iter().zip(tokens).all(|(word, token)| token.word == *word)
        })
}
