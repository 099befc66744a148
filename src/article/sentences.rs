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
    /// A word of it is written in letters that know no capitals.
    pub(super) has_uncased: bool,
    /// A word of it has capitals behind its first letter.
    pub(super) has_large: bool,
    /// Where its words with a capital and its joints stand among the landmarks.
    capitals: (u32, u32),
    joints: (u32, u32),
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
    /// The words of a sentence that are written with a capital.
    pub(super) fn capitals(&self, sentence: &Sentence) -> &[u32] {
        let (from, to) = sentence.profile.capitals;
        &self.capitals[from as usize..to as usize]
    }

    /// How many words of the text are written with a capital.
    pub(super) fn all_capitals(&self) -> usize {
        self.capitals.len()
    }

    /// The marks of a sentence and its words "and" and "or".
    pub(super) fn joints(&self, sentence: &Sentence) -> &[u32] {
        let (from, to) = sentence.profile.joints;
        &self.joints[from as usize..to as usize]
    }
}

/// Cuts the blocks of a text into sentences.
pub(super) fn split(tokens: &[Token], text: &str, blocks: &[Block]) -> (Vec<Sentence>, Landmarks) {
    let mut sentences = Vec::with_capacity(tokens.len() / 16);
    let mut found = Found { capitals: vec![0; tokens.len()], joints: vec![0; tokens.len()], counts: (0, 0) };
    let mut at = 0;
    for (index, block) in blocks.iter().enumerate() {
        at += tokens[at..].iter().take_while(|token| token.span.start < block.span.start).count();
        let end = at + tokens[at..].partition_point(|token| token.span.end <= block.span.end);
        while at < end {
            let behind = at + length(&tokens[at..end], text);
            let (first, last) = (&tokens[at], &tokens[behind - 1]);
            sentences.push(Sentence {
                tokens: (at as u32, behind as u32),
                span: first.span.to(last.span),
                block: index as u32,
                profile: found.survey(at, &tokens[at..behind]),
            });
            at = behind;
        }
    }
    (sentences, found.landmarks())
}

/// How a token looks by its kind and its case, as bits: a word with a capital, in lower case, in letters that know no
/// case; a mark; a word with capitals behind its first letter.
const LOOKS: [[u8; Case::COUNT]; TokenKind::COUNT] = {
    let mut looks = [[0; Case::COUNT]; TokenKind::COUNT];
    looks[TokenKind::Word as usize] = [CAPITAL; Case::COUNT];
    looks[TokenKind::Word as usize][Case::Upper as usize] = CAPITAL | LARGE;
    looks[TokenKind::Word as usize][Case::Mixed as usize] = CAPITAL | LARGE;
    looks[TokenKind::Word as usize][Case::Lower as usize] = LOWER;
    looks[TokenKind::Word as usize][Case::None as usize] = UNCASED;
    looks[TokenKind::Mark as usize] = [MARK; Case::COUNT];
    looks
};
const CAPITAL: u8 = 1;
const LOWER: u8 = 1 << 1;
const UNCASED: u8 = 1 << 2;
const MARK: u8 = 1 << 3;
const LARGE: u8 = 1 << 4;

/// The landmarks while they are looked for, with room for all tokens in each row.
struct Found {
    capitals: Vec<u32>,
    joints: Vec<u32>,
    /// How many of each there are so far.
    counts: (usize, usize),
}

impl Found {
    /// Writes down what stands in a sentence, of which the first token has the index `start`. Each token is written down
    /// as if it were a landmark, and counted where it is one: a branch would be foreseen wrong every other time.
    // The loop wants all registers for itself.
    #[inline(never)]
    fn survey(&mut self, start: usize, tokens: &[Token]) -> Profile {
        const AND: Word = Word::of("and");
        const OR: Word = Word::of("or");
        let (mut capital, mut joint) = self.counts;
        let (mut features, mut looks) = (Features::NONE, 0);
        for (at, token) in (start as u32..).zip(tokens) {
            features = features.with(token.features);
            let look = LOOKS[token.kind as usize][token.case as usize];
            looks |= look;
            self.capitals[capital] = at;
            capital += usize::from(look & CAPITAL != 0);
            self.joints[joint] = at;
            let is_joining = (token.word == AND) | (token.word == OR);
            joint += usize::from((look & MARK != 0) | (is_joining & (look & LOWER != 0)));
        }
        let before = std::mem::replace(&mut self.counts, (capital, joint));
        Profile {
            features,
            has_uncased: looks & UNCASED != 0,
            has_large: looks & LARGE != 0,
            capitals: (before.0 as u32, capital as u32),
            joints: (before.1 as u32, joint as u32),
        }
    }

    fn landmarks(mut self) -> Landmarks {
        self.capitals.truncate(self.counts.0);
        self.joints.truncate(self.counts.1);
        Landmarks { capitals: self.capitals, joints: self.joints }
    }
}

/// The longest sentence, in tokens. What runs on without a full stop for longer is a list, a table or a file that is
/// no prose; cutting it keeps the work on it in proportion to its length. What has no spaces either is cut at twice that.
const SENTENCE_MAX: usize = 400;

/// How many of `tokens`, which end with their block, the first sentence takes, at least one.
fn length(tokens: &[Token], text: &str) -> usize {
    let may_cut = |at: &usize| tokens[*at].spaced || *at >= 2 * SENTENCE_MAX;
    let longest = (SENTENCE_MAX..tokens.len()).find(may_cut).unwrap_or(tokens.len());
    for (stop, _) in tokens[..longest].iter().enumerate().filter(|(_, it)| it.features.any(Features::STOP)) {
        let behind = &tokens[stop + 1..];
        let closing = behind.iter().take_while(|it| closes(it)).count();
        if behind.get(closing).is_none_or(|it| it.spaced && can_begin(tokens, stop, it, text)) {
            return stop + 1 + closing;
        }
    }
    longest
}

const FULL_STOP: Word = Word::of(".");

/// Whether a mark closes what the sentence has opened, and belongs to it.
fn closes(token: &Token) -> bool {
    const CLOSING: [Word; 6] =
        [Word::of("\""), Word::of("'"), Word::of("”"), Word::of(")"), Word::of("]"), Word::of("»")];
    !token.spaced && CLOSING.contains(&token.word)
}

/// Whether a sentence can begin with `next`, given the sentence end at `at`.
fn can_begin(tokens: &[Token], at: usize, next: &Token, text: &str) -> bool {
    let is_opening = || matches!(&text[next.span.range()], "\"" | "'" | "“" | "‘" | "(" | "[" | "«" | "—" | "–");
    let is_capital = matches!(next.case, Case::Title | Case::Upper | Case::Mixed);
    let end = &tokens[at];
    if end.kind == TokenKind::Mark && end.word != FULL_STOP {
        return match &text[end.span.range()] {
            "!" | "?" => is_capital || next.kind == TokenKind::Number || is_opening(),
            // "…" or "..."
            _ => is_capital && next.features.any(Features::FUNCTION),
        };
    }
    if is_abbreviated(tokens, at, text) {
        let is_title = at > 0 && tokens[at - 1].features.any(Features::TITLE);
        return is_capital && next.features.any(Features::FUNCTION) && !is_title;
    }
    is_capital || next.kind == TokenKind::Number || next.kind == TokenKind::Mark || is_opening()
}

/// Whether the full stop at `at` belongs to an abbreviation or an initial.
fn is_abbreviated(tokens: &[Token], at: usize, text: &str) -> bool {
    if tokens[at].kind == TokenKind::Word {
        return true;
    }
    let Some(before) = at.checked_sub(1).map(|it| &tokens[it]) else { return false };
    let is_initial = || before.case == Case::Title && text[before.span.range()].chars().nth(1).is_none();
    !tokens[at].spaced && (before.features.any(Features::ABBREVIATION) || is_initial())
}
