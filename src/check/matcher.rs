//! Matching patterns against the tokens and claims of a sentence.
//!
//! A matcher tries optional parts first as present, gaps from the shortest, branches in the order of the file, and
//! claims from the longest; the first way that fits is the match.

use std::cell::Cell;

use crate::article::{Article, Sentence};
use crate::claims::{Claim, Kind, KindName, KindSet, Value};
use crate::lexicon::{Class, Features, Word, word_id};
use crate::rules::{Find, Program, Starts, Step, WordFilter, ends_clause};
use crate::tokens::{Case, Token, TokenKind};

/// How many words a short gap passes at the most.
const SHORT_GAP_MAX: usize = 8;
/// How many words may stand behind a claim of a list, before the comma.
const TAIL_MAX: usize = 8;
/// Words that lead from a list to what it is compared with.
const COMPARES: [Word; 8] = [
    Word::of("after"),
    Word::of("against"),
    Word::of("compared"),
    Word::of("versus"),
    Word::of("than"),
    Word::of("to"),
    Word::of("for"),
    Word::of("total"),
];
/// The class of words behind a figure that only compares: "two more than".
const COMPARING: &str = "comparing";
/// The class of phrases before a figure that is a part of an entry: "including", "of whom".
const PART_OF_ENTRY: &str = "part-of";
/// How many steps one attempt may take; a pattern of many gaps on a sentence of many words would take too long.
const STEPS_MAX: u32 = 20_000;

/// An article with what matching needs of it at hand.
pub(super) struct Ground<'a> {
    /// The article.
    pub article: &'a Article<'a>,
    /// For each token, the index of the first claim that begins at it or later; one more at the end.
    first_claim: Vec<u32>,
    /// For each token, the kinds of the claims that begin at it.
    kinds_at: Vec<KindSet>,
}

/// What a pattern found: tokens and captures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Match {
    /// Index of the first token, and behind the last.
    pub tokens: (u32, u32),
    /// Index of the sentence.
    pub sentence: u32,
    /// What each slot of the find caught.
    pub captures: Vec<Option<Capture>>,
}

/// What one slot caught.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Capture {
    /// Index of the first token, and behind the last.
    pub tokens: (u32, u32),
    /// Indices of the claims; none for words.
    pub claims: Vec<u32>,
}

impl Match {
    /// Whether a token stands in a list that the match caught. A match from there on would see a part of the list.
    fn is_within_list(&self, at: u32) -> bool {
        let mut lists = self.captures.iter().flatten().filter(|it| it.claims.len() > 1);
        lists.any(|it| it.tokens.0 <= at && at < it.tokens.1)
    }
}

/// What a sentence contains, to pass over patterns that cannot match it.
pub(super) struct Profile {
    kinds: KindSet,
    words: WordFilter,
}

impl<'a> Ground<'a> {
    pub(super) fn new(article: &'a Article<'a>) -> Self {
        let mut first_claim = Vec::with_capacity(article.tokens.len() + 1);
        let mut claim = 0;
        for token in 0..=article.tokens.len() as u32 {
            while article.claims.get(claim).is_some_and(|it| it.tokens.0 < token) {
                claim += 1;
            }
            first_claim.push(claim as u32);
        }
        let mut kinds_at = vec![KindSet::default(); article.tokens.len()];
        for claim in &article.claims {
            let kinds = &mut kinds_at[claim.tokens.0 as usize];
            *kinds = kinds.with(KindSet::of(&[claim.value.tag()]));
        }
        Self { article, first_claim, kinds_at }
    }

    /// The claims that begin at a token, the longest first, with their indices.
    fn claims_at(&self, token: usize) -> impl Iterator<Item = (u32, &'a Claim)> {
        let article = self.article;
        let range = self.first_claim[token]..self.first_claim[(token + 1).min(self.first_claim.len() - 1)];
        range.map(move |at| (at, &article.claims[at as usize]))
    }

    /// What a sentence contains.
    pub(super) fn profile(&self, sentence: &Sentence) -> Profile {
        let (start, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let mut profile = Profile { kinds: KindSet::UNASKED, words: WordFilter::default() };
        for token in &self.article.tokens[start..end] {
            profile.words.add(token.word);
        }
        for claim in &self.article.claims[self.first_claim[start] as usize..self.first_claim[end] as usize] {
            profile.kinds = profile.kinds.with(KindSet::of(&[claim.value.tag()]));
        }
        profile
    }

    /// Every match of a find's patterns in a sentence. Of several that begin at one token, the first pattern's
    /// counts; a match that lies within the captures of an earlier one of the same pattern does not.
    pub(super) fn matches(&self, programs: &[Program], slots: usize, index: u32, profile: &Profile) -> Vec<Match> {
        let sentence = &self.article.sentences[index as usize];
        let mut found: Vec<Match> = Vec::new();
        let mut attempt = None;
        for program in programs.iter().filter(|program| profile.may_match(program)) {
            let attempt = attempt.get_or_insert_with(|| Attempt::new(self, sentence, slots));
            for start in sentence.tokens.0..sentence.tokens.1 {
                if !self.can_begin(&program.starts, start as usize)
                    || found.iter().any(|it| it.is_within_list(start))
                    || !attempt.succeeds(program, start as usize)
                {
                    continue;
                }
                let captures = std::mem::replace(&mut attempt.captures, vec![None; slots]);
                let matched = Match { tokens: (start, attempt.last as u32), sentence: index, captures };
                if !found.iter().any(|known| is_same(known, &matched)) {
                    found.push(matched);
                }
            }
        }
        found
    }

    /// Whether a match can begin at a token.
    fn can_begin(&self, starts: &Starts, token: usize) -> bool {
        let word = self.article.tokens[token].word;
        starts.any
            || starts.kinds.meets(self.kinds_at[token])
            || (starts.filter.may_hold(word) && starts.words.binary_search(&word).is_ok())
    }
}

fn is_figure(kind: Kind) -> bool {
    const FIGURES: KindSet =
        KindSet::of(&[Kind::Number, Kind::Quantity, Kind::Money, Kind::Percent, Kind::Fraction, Kind::Score]);
    FIGURES.contains(kind)
}

fn takes(kind: &KindName, claim: &Claim) -> bool {
    kind.kinds.contains(claim.value.tag()) && (kind.takes)(&claim.value)
}

/// Two matches are one finding where they caught the same claims ("more than doubled" and the "doubled" in it); without
/// claims, where they caught the same words; without captures, where they overlap.
fn is_same(one: &Match, other: &Match) -> bool {
    if one.captures.iter().all(Option::is_none) {
        return one.tokens.0 < other.tokens.1 && other.tokens.0 < one.tokens.1;
    }
    fn claims(it: &Match) -> impl Iterator<Item = &[u32]> {
        it.captures.iter().map(|it| it.as_ref().map_or(&[][..], |it| &it.claims))
    }
    if claims(one).any(|it| !it.is_empty()) {
        // A list that begins later in the same list is no other one.
        let is_end = |list: &[u32], of: &[u32]| list == of || (list.len() >= 2 && of.ends_with(list));
        return claims(other).zip(claims(one)).all(|(it, known)| is_end(it, known));
    }
    one.captures == other.captures
}

impl Profile {
    /// Whether the sentence has a claim that the patterns of a find ask for.
    pub(super) fn may_have(&self, find: &Find) -> bool {
        find.asks.meets(self.kinds)
    }

    /// Whether a pattern's words, classes and claims all stand in the sentence.
    pub(super) fn may_match(&self, program: &Program) -> bool {
        let starts = &program.starts;
        program.kinds.iter().all(|set| set.meets(self.kinds))
            && program.words.may_be_within(&self.words)
            && (starts.any || starts.kinds.meets(self.kinds) || starts.filter.may_meet(&self.words))
            && program.one_of.iter().all(|words| words.may_meet(&self.words))
    }
}

/// What is to be matched behind the current steps.
struct Then<'p> {
    steps: &'p [Step],
    next: Option<&'p Then<'p>>,
}

struct Attempt<'g, 'a> {
    ground: &'g Ground<'a>,
    /// The first token of the sentence.
    start: usize,
    /// Behind the last token of the sentence.
    end: usize,
    captures: Vec<Option<Capture>>,
    steps: Cell<u32>,
    /// Behind the last token of the match.
    last: usize,
}

impl<'g, 'a> Attempt<'g, 'a> {
    fn new(ground: &'g Ground<'a>, sentence: &Sentence, slots: usize) -> Self {
        let (start, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        Self { ground, start, end, captures: vec![None; slots], steps: Cell::new(0), last: 0 }
    }

    /// Whether a pattern matches from a token on; the captures are then its own, and empty otherwise.
    fn succeeds(&mut self, program: &Program, at: usize) -> bool {
        self.steps.set(0);
        self.run(&program.steps, None, at)
    }

    fn token(&self, at: usize) -> Option<&Token> {
        (at < self.end).then(|| &self.ground.article.tokens[at])
    }

    /// Matches `steps` and what comes then, from the token `at` on.
    fn run(&mut self, steps: &[Step], then: Option<&Then<'_>>, at: usize) -> bool {
        let Some((step, rest)) = steps.split_first() else {
            return match then {
                Some(then) => self.run(then.steps, then.next, at),
                None => {
                    self.last = at;
                    true
                }
            };
        };
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > STEPS_MAX {
            return false;
        }
        match step {
            Step::Word(word) => self.token(at).is_some_and(|it| it.word == *word) && self.run(rest, then, at + 1),
            Step::Class(class, slot) => self.class(class, *slot, rest, then, at),
            Step::Claim(kinds, slot) => self.claim(kinds, *slot, rest, then, at),
            Step::List(kinds, slot) => self.list(kinds, *slot, rest, then, at),
            Step::Words(most, slot) => self.words(*most, *slot, rest, then, at),
            Step::ShortGap => self.gap(SHORT_GAP_MAX, true, rest, then, at),
            Step::LongGap => self.gap(usize::MAX, false, rest, then, at),
            Step::End => at == self.end && self.run(rest, then, at),
            Step::FigurelessGap => self.figureless_gap(rest, then, at),
            Step::Optional(branches) => self.branches(branches, rest, then, at) || self.run(rest, then, at),
            Step::Choice(branches) => self.branches(branches, rest, then, at),
            Step::Not(branches) => {
                let (captures, last) = (self.captures.clone(), self.last);
                let denied = branches.iter().any(|branch| self.run(branch, None, at));
                (self.captures, self.last) = (captures, last);
                !denied && self.run(rest, then, at)
            }
        }
    }

    fn branches(&mut self, branches: &[Vec<Step>], rest: &[Step], then: Option<&Then<'_>>, at: usize) -> bool {
        let after = Then { steps: rest, next: then };
        branches.iter().any(|branch| self.run(branch, Some(&after), at))
    }

    /// Runs the rest with a slot filled; empties it again where the rest does not match.
    fn keep(
        &mut self,
        slot: Option<usize>,
        (start, end): (usize, usize),
        claims: Vec<u32>,
        rest: &[Step],
        then: Option<&Then<'_>>,
    ) -> bool {
        let Some(slot) = slot else { return self.run(rest, then, end) };
        let before = self.captures[slot].replace(Capture { tokens: (start as u32, end as u32), claims });
        if self.run(rest, then, end) {
            return true;
        }
        self.captures[slot] = before;
        false
    }

    fn class(&mut self, class: &Class, slot: Option<usize>, rest: &[Step], then: Option<&Then<'_>>, at: usize) -> bool {
        let Some(first) = self.token(at).map(|it| it.word) else { return false };
        class.beginning_with(first).any(|phrase| {
            let fits = phrase
                .iter()
                .enumerate()
                .all(|(ahead, word)| self.token(at + ahead).is_some_and(|it| it.word == *word));
            fits && self.keep(slot, (at, at + phrase.len()), Vec::new(), rest, then)
        })
    }

    fn claim(
        &mut self,
        kind: &KindName,
        slot: Option<usize>,
        rest: &[Step],
        then: Option<&Then<'_>>,
        at: usize,
    ) -> bool {
        if at >= self.end {
            return false;
        }
        let ground = self.ground;
        ground.claims_at(at).any(|(index, claim)| {
            takes(kind, claim)
                && !self.is_in_a_name(claim)
                && claim.tokens.1 as usize <= self.end
                && self.keep(slot, (at, claim.tokens.1 as usize), vec![index], rest, then)
        })
    }

    /// Takes the longest list that begins here; a shorter one would leave out a part of the whole.
    ///
    /// The entries are of one sort. "and" closes the list, figures of a part of an entry ("including two women") are
    /// none of its own, and a figure that compares ("two more than last year") ends it.
    fn list(
        &mut self,
        kind: &KindName,
        slot: Option<usize>,
        rest: &[Step],
        then: Option<&Then<'_>>,
        at: usize,
    ) -> bool {
        let mut claims = Vec::new();
        let mut next = Some((at, false));
        let mut end = at;
        while let Some((start, closes)) = next {
            let Some((index, behind)) = self.longest(kind, start) else { break };
            if !claims.is_empty() && self.is_in(COMPARING, behind) {
                break;
            }
            claims.push(index);
            end = behind;
            next = self.next_entry(kind, behind, claims[0], closes);
            // "Cerny and Crepy 80, Crandelain 40 …": what seemed to close the list was within an entry.
            let is_led = |at: usize| self.token(at - 1).is_some_and(|it| it.word != word_id!("and"));
            if closes && is_led(start) && next.is_none() && self.is_followed_by_entry(kind, behind, claims[0]) {
                return false;
            }
            // "… and one from the Danish minority": an entry without a figure of its own leaves the list incomplete.
            if next.is_none() && !closes && self.has_bare_entry(behind) {
                return false;
            }
        }
        let is_in_a_name = |at: usize| self.is_in_a_name(&self.ground.article.claims[claims[at] as usize]);
        if claims.len() < 2 || (is_in_a_name(0) && !is_in_a_name(1)) {
            return false;
        }
        self.keep(slot, (at, end), claims, rest, then)
    }

    /// The longest claim of the kinds at a token: its index, and the token behind it.
    fn longest(&self, kind: &KindName, at: usize) -> Option<(u32, usize)> {
        if at >= self.end {
            return None;
        }
        let mut claims = self.ground.claims_at(at);
        let (index, claim) = claims.find(|(_, it)| takes(kind, it) && it.tokens.1 as usize <= self.end)?;
        Some((index, claim.tokens.1 as usize))
    }

    /// Whether a number is a part of the name before it: "Apollo 11", "Boeing 757", "the Fortune 500".
    fn is_in_a_name(&self, claim: &Claim) -> bool {
        let Value::Number(number) = &claim.value else { return false };
        let at = claim.tokens.0 as usize;
        let (Some(token), Some(before)) = (self.token(at), at.checked_sub(1).and_then(|it| self.token(it))) else {
            return false;
        };
        let is_capital = matches!(before.case, Case::Title | Case::Upper | Case::Mixed);
        let is_plain = token.kind == TokenKind::Number && claim.tokens.1 == claim.tokens.0 + 1 && token.spaced;
        let calendar = Features::FUNCTION.with(Features::MONTH).with(Features::WEEKDAY).with(Features::HEDGE);
        is_plain
            && is_capital
            && number.noun.is_none()
            && number.figure.value().fract() == 0.0
            && !before.features.any(calendar)
            && self.token(at + 1).is_none_or(|it| it.kind != TokenKind::Mark || !it.spaced)
            && at > self.start + 1
    }

    /// Whether another entry stands close behind the next comma.
    fn is_followed_by_entry(&self, kind: &KindName, from: usize, first: u32) -> bool {
        const LEAD_MAX: usize = 3;
        let text = &self.ground.article.prose.text;
        let is_comma = |at: &usize| self.token(*at).is_some_and(|it| &text[it.span.range()] == ",");
        let Some(comma) = (from..from + TAIL_MAX).find(is_comma) else { return false };
        let follows = |(at, _): (usize, bool)| {
            let behind = self.longest(kind, at).map_or(at, |it| it.1);
            at <= comma + 1 + LEAD_MAX && !self.is_in(COMPARING, behind)
        };
        self.next_entry(kind, from, first, false).is_some_and(follows)
    }

    /// Whether an entry that counts one without a claim follows: ", one …", "and a …".
    fn has_bare_entry(&self, from: usize) -> bool {
        let text = &self.ground.article.prose.text;
        let spelling = |at: usize| self.token(at).map_or("", |it| &text[it.span.range()]);
        let mut tail =
            (from..from + TAIL_MAX).take_while(|at| !matches!(spelling(*at), "" | "." | ";" | ":" | "—" | "?" | "!"));
        tail.any(|at| spelling(at) == "and" && matches!(spelling(at + 1), "one" | "a" | "an" | "another"))
    }

    /// Whether a phrase of a class of the lexicon begins at a token.
    fn is_in(&self, class: &str, at: usize) -> bool {
        let Some(class) = self.ground.article.lexicon.classes.get(class) else { return false };
        class.stands_at(|ahead| self.token(at + ahead).map(|it| it.word))
    }

    /// Where the next entry of a list has its claim, and whether "and" stands before it: behind a short tail, a
    /// separator and a short lead.
    ///
    /// Behind the entry that "and" closes the list with, only a semicolon opens another.
    fn next_entry(&self, kind: &KindName, from: usize, first: u32, is_closed: bool) -> Option<(usize, bool)> {
        let text = &self.ground.article.prose.text;
        let is_alike = |index: u32, closes: bool| {
            let claims = &self.ground.article.claims;
            let (one, other) = (claims[first as usize].value.tag(), claims[index as usize].value.tag());
            // "41, 38 and 52 percent": the unit stands behind the last.
            let is_bare = match &claims[first as usize].value {
                Value::Number(it) => it.noun.is_none(),
                Value::Age(it) => it.is_bare,
                _ => false,
            };
            one == other || other == Kind::Number || (is_bare && closes)
        };
        let (mut separated, mut closes, mut is_part) = (false, false, false);
        let mut at = from;
        while at < self.end.min(from + 2 * TAIL_MAX) {
            is_part |= self.is_in(PART_OF_ENTRY, at);
            if separated && let Some((index, behind)) = self.longest(kind, at) {
                match (is_alike(index, closes), is_part) {
                    (true, false) => return Some((at, closes)),
                    (true, true) => {
                        at = behind;
                        separated = false;
                        continue;
                    }
                    (false, _) => return None,
                }
            }
            let token = &self.ground.article.tokens[at];
            // "62% in April, 63% in May, after 58% in winter": what is compared with the list is none of it; "for the
            // balance of $2 million" is.
            let is_for_the =
                token.word == word_id!("for") && self.token(at + 1).is_some_and(|it| it.word == word_id!("the"));
            // "ran for 40 minutes, swam for 20": a verb of its own leads to the figure.
            let has_verb = token.word == word_id!("for")
                && self
                    .token(at - 1)
                    .is_some_and(|it| it.kind == TokenKind::Word && !it.features.any(Features::FUNCTION));
            if separated && COMPARES.contains(&token.word) && !is_for_the && !has_verb {
                return None;
            }
            match &text[token.span.range()] {
                ";" => (separated, is_part) = (true, false),
                "." | "?" | "!" | ":" if is_closed => return None,
                _ if is_closed => {}
                "," => (separated, is_part, closes) = (true, false, false),
                "and" | "or" | "plus" => (separated, closes) = (true, true),
                ":" | "." | "—" | "–" | "?" | "!" | "\"" | "“" | "”" => return None,
                _ if at >= from + TAIL_MAX && !separated && !is_part => return None,
                _ => {}
            }
            at += 1;
        }
        None
    }

    fn words(&mut self, most: usize, slot: Option<usize>, rest: &[Step], then: Option<&Then<'_>>, at: usize) -> bool {
        let is_word = |it: &Token| matches!(it.kind, TokenKind::Word | TokenKind::Possessive | TokenKind::Number);
        let joins = |it: &Token| it.word == word_id!("-") && !it.spaced;
        let mut end = at;
        for _ in 0..most {
            if !self.token(end).is_some_and(is_word) {
                return false;
            }
            end += 1;
            while self.token(end).is_some_and(joins) && self.token(end + 1).is_some_and(is_word) {
                end += 2;
            }
            if self.keep(slot, (at, end), Vec::new(), rest, then) {
                return true;
            }
        }
        false
    }

    fn figureless_gap(&mut self, rest: &[Step], then: Option<&Then<'_>>, at: usize) -> bool {
        let ground = self.ground;
        let mut next = at;
        while !self.run(rest, then, next) {
            let passes_figure = next >= self.end || ground.claims_at(next).any(|(_, it)| is_figure(it.value.tag()));
            if passes_figure || self.steps.get() > STEPS_MAX {
                return false;
            }
            next += 1;
        }
        true
    }

    fn gap(&mut self, most: usize, in_clause: bool, rest: &[Step], then: Option<&Then<'_>>, at: usize) -> bool {
        let text = &self.ground.article.prose.text;
        let mut next = at;
        loop {
            if self.run(rest, then, next) {
                return true;
            }
            let Some(token) = self.token(next) else { return false };
            if next - at >= most || (in_clause && ends_clause(token, text)) || self.steps.get() > STEPS_MAX {
                return false;
            }
            next += 1;
        }
    }
}
