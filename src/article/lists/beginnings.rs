//! Where a list of a sentence can begin: behind a mark that opens one, and in the few words before a mark that "and" or
//! "or" closes. Of nearly all stretches between two marks the words beside the marks tell that none begins there.

use crate::lexicon::{Features, Word, word_ids};
use crate::tokens::{Case, TokenKind};

use super::super::Sentence;
use super::entries::{COUNT_MAX, NAME_MAX, may_begin_count};
use super::marks::{Mark, Sort};
use super::{COMMA, Finder, THE};

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
    /// Where the words of a name begin that the mark behind it may part from the next entry; that mark where none do.
    names_from: usize,
    /// Whether the mark behind it may part what is counted from the next count.
    may_count: bool,
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
            // The marks behind the last "and" part nothing.
            let (parts_names, parts_counts) = if mark.is_closed { self.parted(mark, end) } else { (false, false) };
            if may_open | parts_names | parts_counts | has_roles {
                let names_from = if parts_names { self.name_before(from, mark.at) } else { mark.at };
                let opened = self.opened(sentence, from, mark.at, first);
                let stretch = Stretch { names_from, may_count: parts_counts, ..opened };
                if stretch.first_place() < stretch.to || stretch.is_opened {
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
        Stretch { from, to, next_mark, is_opened, names_from: to, may_count: false, has_role }
    }

    /// Whether the mark before a token, of which those behind it tell that it may, can open a list.
    fn is_opened(&self, sentence: &Sentence, at: usize, opener: Mark, ahead: &[Mark]) -> bool {
        let (start, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        if opener.sort.any(Sort::COMMA) {
            at >= start + 2 && !self.is_capital(at - 2) && self.may_be_names(at, end)
        } else {
            let has_semicolon = || ahead.iter().any(|it| it.sort.any(Sort::SEMICOLON));
            (has_parts(opener.sort, ahead) && self.may_be_entry(at, end))
                || (opener.sort.any(Sort::COLON) && has_semicolon())
        }
    }

    /// Whether a mark before "and" may end the first entry of a list of names, or of counts: on both sides of the mark may
    /// stand names, or something may be counted behind it. All is looked at at once, for hardly a single look
    /// can be foreseen.
    fn parted(&self, mark: &Mark, end: usize) -> (bool, bool) {
        let next = mark.behind().min(end - 1);
        let behind = self.token(next);
        let may_be_names = self.is_capital(mark.at.max(1) - 1) & (self.is_capital(next) | (behind.word == THE));
        (may_be_names, may_begin_count(behind))
    }

    /// Where the words of a name begin that ends at a token.
    fn name_before(&self, from: usize, end: usize) -> usize {
        let mut start = end;
        while start > from && end - start < NAME_MAX && self.is_of_name(start - 1) {
            start -= 1;
        }
        start
    }

    /// Whether a list can begin at a token of a stretch of the sentence that begins at `start`.
    pub(super) fn may_begin(&self, at: usize, start: usize, stretch: &Stretch) -> bool {
        if at == stretch.from && stretch.is_opened {
            return true;
        }
        if stretch.has_role && self.roles.contains(&at) {
            return true;
        }
        let is_near = (1..=COUNT_MAX).contains(&(stretch.to - at));
        let begins_name = || at >= stretch.names_from && self.may_begin_name(at, start);
        let begins_count = || stretch.may_count && may_begin_count(self.token(at)) && self.count_at(at).is_some();
        is_near && (begins_name() || begins_count())
    }

    /// Whether a list of names can begin at a token: where the sentence begins, behind a mark, or behind a common word.
    fn may_begin_name(&self, at: usize, start: usize) -> bool {
        const OPENERS: [Word; 5] = word_ids![":", "(", "—", "–", "--"];
        if at == start {
            return true;
        }
        let before = self.token(at - 1);
        if before.kind == TokenKind::Mark {
            // Behind a comma a list may be the rest of one that began before it.
            let goes_on = before.word == COMMA && at >= start + 2 && !self.is_capital(at - 2);
            return goes_on || OPENERS.contains(&before.word);
        }
        self.is_capital(at)
            && (before.case == Case::Lower || before.features.any(Features::FUNCTION))
            && !self.is_conjunction(at - 1)
    }
}

impl Stretch {
    /// Where the first list can begin.
    pub(super) fn first_place(&self) -> usize {
        match self {
            Self { is_opened: true, .. } | Self { has_role: true, .. } => self.from,
            Self { may_count: true, .. } => self.from.max(self.to.saturating_sub(COUNT_MAX)),
            _ => self.names_from,
        }
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
