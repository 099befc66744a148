//! The marks and conjunctions of a sentence, and what each of them can be to a list.
//!
//! There are several in every sentence, and which comes next cannot be foreseen: so what one of them is, is looked up
//! rather than asked for one by one, and what follows from those behind it is worked out in one pass from the end.

use crate::lexicon::Word;

use super::super::Sentence;
use super::{FULL_STOP, Finder};

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

/// What a mark or a conjunction can be to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sort(u16);

impl Sort {
    /// Nothing: it stands within a word, or tells nothing.
    const NONE: Self = Self(0);
    pub(super) const COMMA: Self = Self(1);
    pub(super) const CONJUNCTION: Self = Self(1 << 1);
    pub(super) const AMPERSAND: Self = Self(1 << 2);
    pub(super) const STOP: Self = Self(1 << 3);
    /// It ends names in apposition, where it is "and".
    const AND: Self = Self(1 << 4);
    /// It opens a list of any entries.
    pub(super) const OPENER: Self = Self(1 << 5);
    /// No list that a mark opened reaches beyond it.
    pub(super) const CUT: Self = Self(1 << 6);
    /// No names in apposition reach beyond it.
    const CLAUSE: Self = Self(1 << 7);
    pub(super) const SEMICOLON: Self = Self(1 << 8);
    pub(super) const COLON: Self = Self(1 << 9);
    pub(super) const OPENING: Self = Self(1 << 10);
    pub(super) const CLOSING: Self = Self(1 << 11);

    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Of a mark or a conjunction.
    fn of(word: Word) -> Self {
        let (placed, sort) = SORTS[place(word)];
        if placed == word.bits() { sort } else { Self::NONE }
    }
}

/// How many places the table has, and by which bits of its hash a word finds its own; no two share one.
const PLACES: usize = 64;
const SHIFT: u32 = 32;

const fn place(word: Word) -> usize {
    (word.bits() >> SHIFT) as usize & (PLACES - 1)
}

static SORTS: [(u64, Sort); PLACES] = {
    const DASH: Sort = Sort::STOP.with(Sort::OPENER).with(Sort::CUT);
    let sorts = [
        (",", Sort::COMMA),
        ("and", Sort::CONJUNCTION.with(Sort::AND)),
        ("or", Sort::CONJUNCTION),
        ("&", Sort::AMPERSAND),
        (".", Sort::STOP),
        (";", Sort::STOP.with(Sort::CUT).with(Sort::CLAUSE).with(Sort::SEMICOLON)),
        (":", Sort::STOP.with(Sort::CUT).with(Sort::CLAUSE).with(Sort::OPENER).with(Sort::COLON)),
        ("—", DASH.with(Sort::CLAUSE)),
        ("–", DASH.with(Sort::CLAUSE)),
        ("--", DASH),
        ("(", Sort::STOP.with(Sort::OPENER).with(Sort::CLAUSE).with(Sort::OPENING)),
        ("[", Sort::STOP.with(Sort::OPENING)),
        (")", Sort::STOP.with(Sort::CLOSING)),
        ("]", Sort::STOP),
        ("\"", Sort::STOP.with(Sort::CLAUSE)),
        ("“", Sort::STOP.with(Sort::CLAUSE)),
        ("”", Sort::STOP),
        ("?", Sort::STOP.with(Sort::CUT)),
        ("!", Sort::STOP.with(Sort::CUT)),
        ("…", Sort::STOP.with(Sort::CUT)),
        ("/", Sort::STOP.with(Sort::CUT)),
    ];
    let mut table = [(0, Sort::NONE); PLACES];
    let mut at = 0;
    while at < sorts.len() {
        let word = Word::of(sorts[at].0);
        assert!(table[place(word)].0 == 0, "two marks share a place of the table: it takes another SHIFT");
        table[place(word)] = (word.bits(), sorts[at].1);
        at += 1;
    }
    table
};

/// What stands at a token of the sentence at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) sort: Sort,
    /// Whether "and" or "or" stands here or behind it before anything that ends a list.
    pub(super) is_closed: bool,
    /// Whether it may open a list: a comma does so where "and" and another comma can end names in apposition.
    pub(super) may_open: bool,
    /// Whether it is a comma before "and" or "or".
    is_double: bool,
}

impl Mark {
    /// Where an entry behind it begins: behind "and" where that follows a comma.
    pub(super) fn behind(&self) -> usize {
        self.at + 1 + usize::from(self.is_double)
    }

    pub(super) fn parting(&self) -> Parting {
        match self.sort {
            Sort::COMMA => Parting::Comma,
            Sort::AMPERSAND => Parting::Ampersand,
            sort if sort.any(Sort::CONJUNCTION) => Parting::Conjunction,
            _ => Parting::Stop,
        }
    }
}

impl Finder<'_> {
    /// Writes down the marks and conjunctions of a sentence; whether there is more than commas and stops, so that there
    /// may be a list.
    pub(super) fn read_marks(&mut self, sentence: &Sentence) -> bool {
        let (end, landmarks) = (sentence.tokens.1 as usize, self.landmarks);
        let joints = landmarks.joints(sentence);
        let none = Mark { at: 0, sort: Sort::NONE, is_closed: false, may_open: false, is_double: false };
        self.marks.clear();
        self.marks.resize(joints.len(), none);
        let (mut all, mut count) = (Sort::NONE, 0);
        // Each is written down as if it were a mark, and counted where it is one: a branch would often be foreseen wrong.
        for at in joints.iter().map(|it| *it as usize) {
            let word = self.token(at).word;
            let sort = Sort::of(word);
            let is_within = (word == FULL_STOP) & (at + 1 < end) & !self.token((at + 1).min(end - 1)).spaced;
            all = all.with(sort);
            self.marks[count] = Mark { at, sort, ..none };
            count += usize::from((sort != Sort::NONE) & !is_within);
        }
        self.marks.truncate(count);
        const LISTING: Sort = Sort::CONJUNCTION.with(Sort::AMPERSAND).with(Sort::OPENER);
        if !all.any(LISTING) {
            return false;
        }
        // Without a branch, as far as it can be.
        let (mut is_closed, mut may_appose) = (false, false);
        let (mut is_comma_next, mut next) = (false, end);
        let mut conjunction = end;
        for mark in self.marks.iter_mut().rev() {
            let sort = mark.sort;
            let joins = sort.any(Sort::CONJUNCTION);
            is_closed = joins | (is_closed & !sort.any(Sort::STOP));
            mark.is_closed = is_closed;
            mark.may_open = sort.any(Sort::OPENER) | (sort.any(Sort::COMMA) & may_appose);
            let ends_names = sort.any(Sort::AND) & is_comma_next & (next > mark.at + 3);
            may_appose = ends_names | (may_appose & !sort.any(Sort::AND.with(Sort::CLAUSE)));
            mark.is_double = sort.any(Sort::COMMA) & (conjunction == mark.at + 1);
            conjunction = if joins { mark.at } else { conjunction };
            is_comma_next = if joins { is_comma_next } else { sort.any(Sort::COMMA) };
            next = if joins { next } else { mark.at };
        }
        true
    }
}
