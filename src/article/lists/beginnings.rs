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
            let before = self.token(at - 1);
            if before.word == AS && before.case == Case::Lower {
                self.roles.push(at);
            }
        }
    }

    /// The next stretch from a token on in which a list may begin; `next_mark` is the first mark from there on.
    pub(super) fn next_stretch(&self, sentence: &Sentence, from: usize, next_mark: usize) -> Option<Stretch> {
        let end = sentence.tokens.1 as usize;
        let has_roles = !self.roles.is_empty();
        let (mut from, mut first) = (from, next_mark);
        let mut may_open = next_mark > 0 && self.marks[next_mark - 1].may_open;
        for (index, mark) in self.marks.iter().enumerate().skip(next_mark) {
            if mark.sort.any(Sort::AMPERSAND) {
                continue;
            }
            let is_parted = self.is_parted(mark, end);
            if may_open | is_parted | has_roles {
                let stretch = Stretch { is_parted, ..self.opened(sentence, from, mark.at, first) };
                if is_parted || stretch.is_opened || stretch.has_role {
                    return Some(stretch);
                }
            }
            (from, first, may_open) = (mark.at + 1, index + 1, mark.may_open);
        }
        // Behind the last mark but an ampersand nothing parts entries.
        let last = (first < self.marks.len()).then(|| self.opened(sentence, from, end, first));
        last.filter(|it| it.is_opened || it.has_role)
    }

    /// A stretch, and whether the mark before it or "as" opens a list.
    fn opened(&self, sentence: &Sentence, from: usize, to: usize, next_mark: usize) -> Stretch {
        let ahead = &self.marks[next_mark..];
        let opener = next_mark.checked_sub(1).map(|it| self.marks[it]).filter(|it| it.may_open);
        let is_opened = opener.is_some_and(|it| self.is_opened(sentence, from, it, ahead));
        let has_role = self.roles.iter().any(|it| (from..to).contains(it)) && has_parts(Sort::COLON, ahead);
        Stretch { from, to, next_mark, is_opened, is_parted: false, has_role }
    }

    /// Whether the mark before a token, of which those behind it tell that it may, can open a list.
    fn is_opened(&self, sentence: &Sentence, at: usize, opener: Mark, ahead: &[Mark]) -> bool {
        let (start, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        if opener.sort.any(Sort::COMMA) {
            at >= start + 2 && !self.is_capital(at - 2) && self.may_be_names(at, end)
        } else {
            let has_semicolon = || ahead.iter().any(|it| it.sort.any(Sort::SEMICOLON));
            has_parts(opener.sort, ahead) || (opener.sort.any(Sort::COLON) && has_semicolon())
        }
    }

    /// Whether a mark may end the first entry of a list: "and" closes the list, and on both sides of the mark may stand
    /// names, or something may be counted behind it. All is looked at at once, for hardly a single look can be foreseen.
    fn is_parted(&self, mark: &Mark, end: usize) -> bool {
        let next = mark.behind.min(end - 1);
        let behind = self.token(next);
        let may_be_names = self.is_capital(mark.at.max(1) - 1) & (self.is_capital(next) | (behind.word == THE));
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
