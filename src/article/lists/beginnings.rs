//! Where a list of a sentence can begin: behind a mark that opens one, and in the few words before a mark that "and" or
//! "or" closes. Of nearly all stretches between two marks the words beside the marks tell that none begins there.

use crate::lexicon::{Features, Word, word_ids};
use crate::tokens::{Case, TokenKind};

use super::super::Sentence;
use super::entries::{COUNT_MAX, may_begin_count};
use super::marks::{Mark, Sort};
use super::{AND, COMMA, Finder, OR, THE};

const AS: Word = Word::of("as");

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

    /// The next stretch from a token on in which a list may begin; `next_mark` is the first mark from there on.
    pub(super) fn next_stretch(&self, sentence: &Sentence, from: usize, next_mark: usize) -> Option<Stretch> {
        let (start, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let (mut from, mut next_mark) = (from, next_mark);
        let mut before = next_mark.checked_sub(1).map(|it| self.marks[it]);
        while from < end {
            let closing = (next_mark..self.marks.len()).find(|it| !self.marks[*it].sort.any(Sort::AMPERSAND));
            let to = closing.map_or(end, |it| self.marks[it].at);
            let ahead = &self.marks[next_mark..];
            let is_opened = before.is_some_and(|it| it.may_open && self.is_opened(from, start, end, it, ahead));
            let is_parted = closing.is_some_and(|it| self.is_parted(from, end, it));
            let has_role = self.roles.iter().any(|it| (from..to).contains(it)) && has_parts(Sort::COLON, ahead);
            if is_opened || is_parted || has_role {
                return Some(Stretch { from, to, next_mark, is_opened, is_parted, has_role });
            }
            from = to + 1;
            next_mark = closing? + 1;
            before = Some(self.marks[closing?]);
        }
        None
    }

    /// Whether the mark before a token, of which those behind it tell that it may, can open a list.
    fn is_opened(&self, at: usize, start: usize, end: usize, opener: Mark, ahead: &[Mark]) -> bool {
        if opener.sort.any(Sort::COMMA) {
            at >= start + 2 && !self.is_capital(at - 2) && self.may_be_names(at, end)
        } else {
            let has_semicolon = || ahead.iter().any(|it| it.sort.any(Sort::SEMICOLON));
            has_parts(opener.sort, ahead) || (opener.sort.any(Sort::COLON) && has_semicolon())
        }
    }

    /// Whether a mark behind the tokens from one on may end the first entry of a list: "and" closes it, and on both sides
    /// of it may stand names, or something may be counted behind it. All is looked at at once, for one by one hardly a
    /// look can be foreseen.
    fn is_parted(&self, from: usize, end: usize, index: usize) -> bool {
        let mark = &self.marks[index];
        if mark.at == from {
            return false;
        }
        let is_joined = |it: &Mark| it.at == mark.at + 1 && it.sort.any(Sort::CONJUNCTION);
        let is_followed = mark.sort.any(Sort::COMMA) && self.marks.get(index + 1).is_some_and(is_joined);
        let next = (mark.at + 1 + usize::from(is_followed)).min(end - 1);
        let behind = self.token(next);
        let may_be_names = self.is_capital(mark.at - 1) & (self.is_capital(next) | (behind.word == THE));
        mark.is_closed & (may_be_names | may_begin_count(behind))
    }

    /// Whether a list can begin at a token of a stretch of the sentence that begins at `start`.
    pub(super) fn may_begin(&self, at: usize, start: usize, stretch: &Stretch) -> bool {
        const OPENERS: [Word; 5] = word_ids![":", "(", "—", "–", "--"];
        if at == stretch.from && stretch.is_opened {
            return true;
        }
        if !(stretch.is_parted && (1..=COUNT_MAX).contains(&(stretch.to - at))) {
            return stretch.has_role && self.roles.contains(&at);
        }
        if at == start {
            return true;
        }
        let before = self.token(at - 1);
        if before.kind == TokenKind::Mark {
            // Behind a comma a list may be the rest of one that began before it.
            let goes_on = before.word == COMMA && at >= start + 2 && !self.is_capital(at - 2);
            return goes_on || OPENERS.contains(&before.word) || self.count_at(at).is_some();
        }
        let is_joined = before.case == Case::Lower && matches!(before.word, AND | OR);
        let is_behind_word = self.is_capital(at)
            && (before.case == Case::Lower || before.features.any(Features::FUNCTION))
            && !is_joined;
        is_behind_word || self.count_at(at).is_some()
    }
}

/// Whether the marks behind what opens a list part any entries before it ends: a conjunction, or two commas. Brackets
/// may hold anything.
fn has_parts(opener: Sort, ahead: &[Mark]) -> bool {
    let mut commas = 0;
    for mark in ahead {
        let sort = mark.sort;
        commas += u32::from(sort.any(Sort::COMMA));
        let is_end = sort.any(Sort::CUT) || (sort.any(Sort::CLOSING) && opener.any(Sort::OPENING));
        if is_end || commas == 2 || !sort.any(Sort::COMMA.with(Sort::STOP)) || sort.any(Sort::OPENING) {
            return !is_end;
        }
    }
    false
}
