//! Where a list of a sentence can begin: behind a mark that opens one, and in the few words before a mark that "and" or
//! "or" closes. Of nearly all stretches between two marks the words beside the marks tell that none begins there.

use crate::lexicon::{Features, Word, word_ids};
use crate::tokens::{Case, Token, TokenKind};

use super::super::Sentence;
use super::entries::COUNT_MAX;
use super::{A, AMPERSAND, AN, AND, CLOSING, COLON, COMMA, FULL_STOP, Finder, ONE, OPENING, OR, SEMICOLON, THE};

const AS: Word = Word::of("as");
const SLASH: Word = Word::of("/");
const DASHES: [Word; 3] = word_ids!["—", "–", "--"];

/// What stands between two entries, or ends the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parting {
    Comma,
    /// "and", "or"
    Conjunction,
    /// "&", which is part of a name and ends only what cannot go on.
    Ampersand,
    /// A mark that no list of commas reaches beyond.
    Stop,
}

/// What stands at a token of the sentence at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) parting: Parting,
    word: Word,
    /// Whether "and" or "or" stands here or behind it before anything that ends a list.
    pub(super) is_closed: bool,
}

/// The tokens between two marks that are no ampersands, or between such a mark and an end of the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Which mark is the first in it or behind it.
    pub(super) next_mark: usize,
    /// Whether the mark before it may open a list.
    is_opened: bool,
    /// Whether the mark behind it may end the first entry of a list.
    is_parted: bool,
    /// Whether "as" stands in it before a name.
    has_role: bool,
}

impl Finder<'_> {
    /// Writes down the marks and conjunctions of a sentence.
    pub(super) fn read_marks(&mut self, sentence: &Sentence) {
        let end = sentence.tokens.1 as usize;
        self.marks.clear();
        for at in self.landmarks.joints(sentence).iter().map(|it| *it as usize) {
            let token = self.tokens.get_at(at);
            if let Some(parting) = self.parting(token, at, end) {
                self.marks.push(Mark { at, parting, word: token.word, is_closed: false });
            }
        }
        let mut is_closed = false;
        for mark in self.marks.iter_mut().rev() {
            is_closed = match mark.parting {
                Parting::Conjunction => true,
                Parting::Stop => false,
                Parting::Comma | Parting::Ampersand => is_closed,
            };
            mark.is_closed = is_closed;
        }
    }

    /// What a mark or a conjunction is to the list around it.
    fn parting(&self, token: &Token, at: usize, end: usize) -> Option<Parting> {
        const WITHIN: [Word; 2] = word_ids!["-", "'"];
        const ENDS: [Word; 15] = word_ids!["\"", "“", "”", "(", ")", ":", "—", "–", ";", "?", "--", "!", "[", "]", "…"];
        match token.word {
            COMMA => Some(Parting::Comma),
            AND | OR => Some(Parting::Conjunction),
            FULL_STOP => (at + 1 == end || self.token(at + 1).spaced).then_some(Parting::Stop),
            AMPERSAND => Some(Parting::Ampersand),
            SLASH => Some(Parting::Stop),
            word if WITHIN.contains(&word) => None,
            word => ENDS.contains(&word).then_some(Parting::Stop),
        }
    }

    /// The next stretch from a token on in which a list may begin; `next_mark` is the first mark from there on.
    pub(super) fn next_stretch(&self, sentence: &Sentence, from: usize, next_mark: usize) -> Option<Stretch> {
        let (start, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let (mut from, mut next_mark) = (from, next_mark);
        while from < end {
            let closing = (next_mark..self.marks.len()).find(|it| self.marks[*it].parting != Parting::Ampersand);
            let to = closing.map_or(end, |it| self.marks[it].at);
            let is_opened = from > start && self.is_opened(from, start, end, next_mark);
            let is_parted = closing.is_some_and(|it| self.is_parted(from, end, &self.marks[it]));
            let has_role =
                self.roles.iter().any(|it| (from..to).contains(it)) && has_parts(AS, &self.marks[next_mark..]);
            if is_opened || is_parted || has_role {
                return Some(Stretch { from, to, next_mark, is_opened, is_parted, has_role });
            }
            from = to + 1;
            next_mark = closing? + 1;
        }
        None
    }

    /// Writes down where a name stands behind "as" in a sentence.
    pub(super) fn read_roles(&mut self, sentence: &Sentence) {
        self.roles.clear();
        let capitals = self.landmarks.capitals(sentence).iter().map(|it| *it as usize);
        for at in capitals.filter(|at| *at > sentence.tokens.0 as usize) {
            let before = self.tokens.get_at(at - 1);
            if before.word == AS && before.case == Case::Lower {
                self.roles.push(at);
            }
        }
    }

    /// Whether the mark before a token may open a list.
    fn is_opened(&self, at: usize, start: usize, end: usize, next_mark: usize) -> bool {
        let opener = self.token(at - 1).word;
        let ahead = &self.marks[next_mark..];
        if opener == COMMA {
            return self.may_be_apposed(at, start, end, ahead);
        }
        let is_opener = matches!(opener, COLON | OPENING) || DASHES.contains(&opener);
        is_opener && (has_parts(opener, ahead) || (opener == COLON && ahead.iter().any(|it| it.word == SEMICOLON)))
    }

    /// Whether the names that a comma brings may be in apposition to what stands before it: "and" and a comma have to end
    /// them.
    fn may_be_apposed(&self, at: usize, start: usize, end: usize, ahead: &[Mark]) -> bool {
        const CUTS: [Word; 7] = word_ids![";", ":", "—", "–", "(", "“", "\""];
        let last = ahead.iter().position(|it| it.word == AND || CUTS.contains(&it.word));
        let Some((last, behind)) = last.and_then(|it| ahead[it..].split_first()) else { return false };
        let stop = behind.iter().find(|it| it.parting != Parting::Conjunction);
        last.word == AND
            && stop.is_some_and(|it| it.parting == Parting::Comma && it.at > last.at + 3)
            && at >= start + 2
            && !self.is_capital(at - 2)
            && self.may_be_names(at, end)
    }

    /// Whether the mark behind the tokens from one on may end the first entry of a list: "and" closes it, and on both
    /// sides of it may stand names, or something may be counted behind it.
    fn is_parted(&self, from: usize, end: usize, mark: &Mark) -> bool {
        if !mark.is_closed || mark.at == from {
            return false;
        }
        let is_followed = mark.parting == Parting::Comma && mark.at + 1 < end && self.is_conjunction(mark.at + 1);
        let next = mark.at + 1 + usize::from(is_followed);
        let may_be_names = self.is_capital(mark.at - 1) && next < end && self.begins_name(next);
        may_be_names || (next < end && may_begin_count(self.token(next)))
    }

    /// Whether a name can begin at a token.
    fn begins_name(&self, at: usize) -> bool {
        self.is_capital(at) || self.token(at).word == THE
    }

    /// Whether a list can begin at a token of a stretch of the sentence that begins at `start`.
    pub(super) fn may_begin(&self, at: usize, start: usize, stretch: &Stretch) -> bool {
        if at == stretch.from && stretch.is_opened {
            return true;
        }
        if !(stretch.is_parted && (1..=COUNT_MAX).contains(&(stretch.to - at))) {
            return stretch.has_role && self.roles.contains(&at);
        }
        if at == start {
            return true;
        }
        let (token, before) = (self.token(at), self.token(at - 1));
        if before.kind == TokenKind::Mark {
            // Behind a comma a list may be the rest of one that began before it.
            let goes_on = before.word == COMMA && at >= start + 2 && !self.is_capital(at - 2);
            let is_opener = matches!(before.word, COLON | OPENING) || DASHES.contains(&before.word);
            return goes_on || is_opener || self.count_at(at).is_some();
        }
        let is_joined = before.case == Case::Lower && matches!(before.word, AND | OR);
        let is_behind_word = self.is_capital(at)
            && (before.case == Case::Lower || before.features.any(Features::FUNCTION))
            && !is_joined;
        is_behind_word || ((self.is_capital(at) || may_begin_count(token)) && self.count_at(at).is_some())
    }
}

/// Whether the marks behind what opens a list part any entries before it ends: a conjunction, or two commas. Brackets
/// may hold anything.
fn has_parts(opener: Word, ahead: &[Mark]) -> bool {
    const CUTS: [Word; 9] = word_ids![":", ";", "?", "!", "—", "–", "--", "…", "/"];
    const BRACKETS: [Word; 2] = word_ids!["(", "["];
    let mut commas = 0;
    for mark in ahead {
        match mark.parting {
            Parting::Conjunction | Parting::Ampersand => return true,
            Parting::Comma => commas += 1,
            Parting::Stop if CUTS.contains(&mark.word) || (mark.word == CLOSING && opener == OPENING) => return false,
            Parting::Stop if BRACKETS.contains(&mark.word) => return true,
            Parting::Stop => {}
        }
        if commas == 2 {
            return true;
        }
    }
    false
}

/// Whether a count can begin with the token.
fn may_begin_count(token: &Token) -> bool {
    const COUNTING: Features =
        Features::NUMBER.with(Features::SCALE).with(Features::FRACTION).with(Features::HEDGE).with(Features::LEADING);
    token.kind != TokenKind::Word || token.features.any(COUNTING) || matches!(token.word, A | AN | ONE)
}
