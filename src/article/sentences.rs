//! Sentence boundaries, and what stands where in the sentences.
//!
//! A sentence ends with its block, or with `.`, `!`, `?` or `…` (and the quotation marks and brackets that close
//! behind it) before a word that can begin one. A full stop behind an abbreviation, an initial or a number label
//! ends none, unless a common word follows it with a capital ("in the U.S. The …").

use crate::lexicon::{Features, Word};
use crate::source::{Block, Span};
use crate::tokens::{Case, Token, TokenKind};

/// A sentence: consecutive tokens of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index of the first token, and behind the last.
    pub tokens: (u32, u32),
    /// Where it stands in the prose.
    pub span: Span,
    /// Index of its block.
    pub block: u32,
    /// What stands in it.
    pub(super) profile: Profile,
}

/// What stands in a sentence, so that whoever looks for something passes over the sentences that do not have it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Profile {
    /// The roles that its tokens have.
    pub(super) features: Features,
    /// How many of its words of weight, of four letters and more, are written in each case.
    letterings: [u16; Case::COUNT],
    /// Where its words with a capital and its joints stand among the landmarks.
    capitals: (u32, u32),
    joints: (u32, u32),
}

impl Profile {
    /// How many of its words of weight are in lower case, begin with a capital, or are all capitals.
    pub(super) fn letterings(&self) -> [u16; 3] {
        let count = |case: Case| self.letterings[case as usize];
        [count(Case::Lower), count(Case::Title) + count(Case::Mixed) + count(Case::None), count(Case::Upper)]
    }
}

/// Where those tokens stand that names, lists and quotations are found by, so that whoever looks for one of them need
/// not pass over all tokens again.
#[derive(Debug, Default)]
pub(super) struct Landmarks {
    /// Words that are written with a capital, in order.
    capitals: Vec<u32>,
    /// Marks and the words "and" and "or", in order.
    joints: Vec<u32>,
}

impl Landmarks {
    fn of_length(length: usize) -> Self {
        Self { capitals: Vec::with_capacity(length / 6), joints: Vec::with_capacity(length / 5) }
    }

    /// The words of a sentence that are written with a capital.
    pub(super) fn capitals(&self, sentence: &Sentence) -> &[u32] {
        let (from, to) = sentence.profile.capitals;
        &self.capitals[from as usize..to as usize]
    }

    /// The marks of a sentence and its words "and" and "or".
    pub(super) fn joints(&self, sentence: &Sentence) -> &[u32] {
        let (from, to) = sentence.profile.joints;
        &self.joints[from as usize..to as usize]
    }

    fn begin(&self) -> Profile {
        let (capital, joint) = (self.capitals.len() as u32, self.joints.len() as u32);
        Profile { capitals: (capital, capital), joints: (joint, joint), ..Profile::default() }
    }

    /// Takes in the next token of a sentence.
    fn see(&mut self, at: usize, token: &Token, profile: &mut Profile) {
        const AND: Word = Word::of("and");
        const OR: Word = Word::of("or");
        profile.features = profile.features.with(token.features);
        if token.kind != TokenKind::Word {
            if token.kind == TokenKind::Mark {
                self.joints.push(at as u32);
            }
            return;
        }
        // Added up without a branch: which words are long cannot be foreseen.
        let is_weighty = (token.span.len() >= 4) & !token.features.any(Features::FUNCTION);
        let count = &mut profile.letterings[token.case as usize];
        *count = count.saturating_add(u16::from(is_weighty));
        if token.case == Case::Lower {
            if matches!(token.word, AND | OR) {
                self.joints.push(at as u32);
            }
        } else if token.case != Case::None {
            self.capitals.push(at as u32);
        }
    }
}

/// Cuts the blocks of a text into sentences.
pub(super) fn split(tokens: &[Token], text: &str, blocks: &[Block]) -> (Vec<Sentence>, Landmarks) {
    let mut sentences = Vec::with_capacity(tokens.len() / 16);
    let mut landmarks = Landmarks::of_length(tokens.len());
    let mut at = 0;
    for (index, block) in blocks.iter().enumerate() {
        at += tokens[at..].partition_point(|token| token.span.start < block.span.start);
        let end = at + tokens[at..].partition_point(|token| token.span.end <= block.span.end);
        while at < end {
            let (length, mut profile) = first_sentence(&tokens[at..end], at, text, &mut landmarks);
            profile.capitals.1 = landmarks.capitals.len() as u32;
            profile.joints.1 = landmarks.joints.len() as u32;
            let (first, last) = (&tokens[at], &tokens[at + length - 1]);
            sentences.push(Sentence {
                tokens: (at as u32, (at + length) as u32),
                span: first.span.to(last.span),
                block: index as u32,
                profile,
            });
            at += length;
        }
    }
    (sentences, landmarks)
}

/// The longest sentence, in tokens. What runs on without a full stop for longer is a list, a table or a file that is
/// no prose; cutting it keeps the work on it in proportion to its length. What has no spaces either is cut at twice that.
const SENTENCE_MAX: usize = 400;

/// How many of `tokens`, which end with their block, the first sentence takes, at least one; and what stands in it.
/// `start` is the index of the first.
fn first_sentence(tokens: &[Token], start: usize, text: &str, landmarks: &mut Landmarks) -> (usize, Profile) {
    let mut profile = landmarks.begin();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if at >= SENTENCE_MAX && (token.spaced || at >= 2 * SENTENCE_MAX) {
            break;
        }
        landmarks.see(start + at, token, &mut profile);
        at += 1;
        if !token.features.any(Features::STOP) {
            continue;
        }
        let stop = at - 1;
        let mut next = at;
        while tokens.get(next).is_some_and(|it| closes(it, text)) {
            next += 1;
        }
        if tokens.get(next).is_none_or(|it| it.spaced && can_begin(tokens, stop, it, text)) {
            (at..next).for_each(|at| landmarks.see(start + at, &tokens[at], &mut profile));
            return (next, profile);
        }
    }
    (at, profile)
}

fn closes(token: &Token, text: &str) -> bool {
    !token.spaced && matches!(&text[token.span.range()], "\"" | "'" | "”" | "’" | ")" | "]" | "»")
}

/// Whether a sentence can begin with `next`, given the sentence end at `at`.
fn can_begin(tokens: &[Token], at: usize, next: &Token, text: &str) -> bool {
    let spelling = &text[next.span.range()];
    let is_opening = matches!(spelling, "\"" | "'" | "“" | "‘" | "(" | "[" | "«" | "—" | "–");
    let is_capital = matches!(next.case, Case::Title | Case::Upper | Case::Mixed);
    let end = &text[tokens[at].span.range()];
    if end == "…" || end.starts_with("..") {
        return is_capital && next.features.any(Features::FUNCTION);
    }
    if end != "." && tokens[at].kind == TokenKind::Mark {
        return is_capital || is_opening || next.kind == TokenKind::Number;
    }
    if is_abbreviated(tokens, at, text) {
        let is_title = at > 0 && tokens[at - 1].features.any(Features::TITLE);
        return is_capital && next.features.any(Features::FUNCTION) && !is_title;
    }
    is_capital || is_opening || next.kind == TokenKind::Number || next.kind == TokenKind::Mark
}

/// Whether the full stop at `at` belongs to an abbreviation or an initial.
fn is_abbreviated(tokens: &[Token], at: usize, text: &str) -> bool {
    if tokens[at].kind == TokenKind::Word {
        return true;
    }
    let Some(before) = at.checked_sub(1).map(|it| &tokens[it]) else { return false };
    let is_initial = before.case == Case::Title && text[before.span.range()].chars().count() == 1;
    !tokens[at].spaced && (is_initial || before.features.any(Features::ABBREVIATION))
}
