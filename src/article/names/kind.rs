//! What bears a name, and which of its words are the given name and the surname.

use crate::claims::{Claim, Context, Name, NameKind, Value};
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, PLACE_BEGINNINGS, PLACES, SURNAMES, WordSet};
use crate::lexicon::{Features, NameRoles, Word};
use crate::tokens::{Case, Token, TokenKind};

use super::{AMPERSAND, AND, FOR, Finder, HYPHEN, OF, is_given_name, known};

impl Finder<'_> {
    /// The claim that some tokens are a name, which is built where it is to stand.
    #[inline]
    pub(super) fn claim(&self, from: usize, to: usize, title: Option<Box<str>>) -> Claim {
        let first = &self.all[from];
        let (span, name) = if to == from + 1 {
            let kind = kind_of_word(first.word, title.is_some());
            (first.span, Name { kind, title, entity: None, given: None, family: first.word })
        } else {
            (first.span.to(self.all[to - 1].span), self.name(from, to, title))
        };
        let tokens = (from as u32, to as u32);
        Claim { span, tokens, value: Value::Name(name), context: Context::default() }
    }

    /// A name of several tokens.
    #[inline(never)]
    fn name(&self, from: usize, to: usize, title: Option<Box<str>>) -> Name {
        let last = self.last_word(from, to);
        let kind = self.kind(from, last, to, title.is_some());
        // "al-Ghasri" and "Stokes-Farrant" are one part.
        let has_parts = self.all[from + 1..to].iter().any(|it| it.spaced);
        let may_be_person = matches!(kind, NameKind::Person | NameKind::Unknown);
        let mut given = (may_be_person && has_parts && last > from).then(|| self.all[from].word);
        let mut family = self.all[last].word;
        if given.is_some() && self.is_family_before_given(from, last) {
            // Kyung-hee is not Kyung-hwan.
            let span = self.all[from + 1].span.to(self.all[last].span);
            (given, family) = (Some(Word::read(&self.tokens.text[span.range()])), self.all[from].word);
        }
        Name { kind, title, entity: None, given, family }
    }

    /// Whether the word is a surname that stands before given names.
    pub(super) fn is_family_first(&self, at: usize) -> bool {
        let token = &self.all[at];
        may_be_family_first(token) && self.tokens.lexicon.names.roles(token.word).any(NameRoles::FAMILY_FIRST)
    }

    /// Whether the surname stands first: "Kim Seo-jun", "Xi Weiguo"; not "Kim Basinger", "Lee Harvey Oswald".
    pub(super) fn is_family_before_given(&self, from: usize, last: usize) -> bool {
        if !may_be_family_first(&self.all[from]) {
            return false;
        }
        let is_joined = last == from + 3 && self.all[from + 2].word == HYPHEN && self.all[from + 3].case == Case::Lower;
        let is_foreign = |at: usize, others: WordSet| !known(&self.all[at]).any(GIVEN_NAMES.with(ENGLISH).with(others));
        let may_be_given = || last <= from + 2 && is_foreign(from, GIVEN_NAMES) && is_foreign(from + 1, SURNAMES);
        (is_joined || may_be_given()) && self.is_family_first(from)
    }

    /// Index of the last word that is no "Jr" and no mark.
    pub(super) fn last_word(&self, from: usize, to: usize) -> usize {
        let is_last = |at: &usize| self.all[*at].kind == TokenKind::Word && !self.is_suffix(*at);
        (from..to).rev().find(is_last).unwrap_or(from)
    }

    /// Whether the word is a "Jr" or letters behind a name, which are capitals: MP, but not Ips.
    fn is_suffix(&self, at: usize) -> bool {
        const WORDS: [Word; 4] = [Word::of("jr"), Word::of("sr"), Word::of("esq"), Word::of("phd")];
        let token = &self.all[at];
        self.roles(at).any(NameRoles::SUFFIX) && (token.case != Case::Title || WORDS.contains(&token.word))
    }

    /// What bears a name of several tokens, of which `last` is the last word.
    fn kind(&self, from: usize, last: usize, to: usize, has_title: bool) -> NameKind {
        let (first, end) = (&self.all[from], &self.all[last]);
        let (of_first, of_end) = (known(first), known(end));
        let whole = || Word::read(&self.tokens.text[first.span.to(self.all[to - 1].span).range()]);
        if !has_title && of_first.any(PLACE_BEGINNINGS) && PLACES.contains(whole()) {
            return NameKind::Place;
        }
        // Most names have no word of the vocabulary, and so neither a head nor a suffix.
        let has_words = self.has_name_words(from, to);
        let has_head = has_words && (from..to).any(|at| self.roles(at).any(NameRoles::ORGANIZATION));
        let is_joined = || self.all[from..to].iter().any(|it| matches!(it.word, OF | FOR | AND | AMPERSAND));
        if self.roles(last).any(NameRoles::ORGANIZATION) || (has_head && is_joined()) {
            return NameKind::Organization;
        }
        if self.roles(last).any(NameRoles::PLACE) || self.roles(from).any(NameRoles::PLACE_FIRST) {
            // "Caleb Hill" may be either.
            let is_surname = to - from == 2 && is_given_name(of_first) && of_end.any(SURNAMES);
            let may_be_person = is_surname && !of_first.any(SURNAMES.with(ENGLISH));
            return match may_be_person {
                true if has_title => NameKind::Person,
                true => NameKind::Unknown,
                false => NameKind::Place,
            };
        }
        // "R-Idaho" is no initial.
        let is_label = first.span.len() == 1 && self.all[from + 1].word == HYPHEN;
        if is_label {
            return if of_end.any(PLACES) { NameKind::Place } else { NameKind::Unknown };
        }
        // "J. R. R." or "J.R.R."
        let is_initials = first.span.len() == 1 || first.features.any(Features::STOP);
        let is_given = (of_first.any(GIVEN_NAMES)
            || (is_given_name(of_first) && (!of_end.any(ENGLISH) || of_end.any(SURNAMES))))
            && !self.roles(from).any(NameRoles::PARTICLE)
            && !(of_first.any(ENGLISH) && of_end.any(ENGLISH));
        let is_personal = is_initials && to - from <= 9 && first.case != Case::Upper;
        if has_title
            || (!has_head && (is_given || is_personal))
            || (has_words && (from + 1..to).any(|at| self.is_suffix(at)))
        {
            return NameKind::Person;
        }
        let is_surname_known = || {
            let are_free = is_free(first, of_first) && is_free(end, of_end);
            last == from + 1 && are_free && end.spaced && of_end.any(SURNAMES) && !of_first.any(SURNAMES)
        };
        if !has_head && (self.is_family_before_given(from, last) || is_surname_known()) {
            return NameKind::Person;
        }
        NameKind::Unknown
    }
}

/// Whether the word is as long as the surnames are that stand before given names.
fn may_be_family_first(token: &Token) -> bool {
    token.case == Case::Title && (2..=6).contains(&token.span.len())
}

/// What bears a name of a single word.
fn kind_of_word(word: Word, has_title: bool) -> NameKind {
    match has_title {
        true => NameKind::Person,
        false if PLACES.contains(word) => NameKind::Place,
        false => NameKind::Unknown,
    }
}

/// Whether a word is nothing but a part of a person's name, as far as is known.
fn is_free(token: &Token, sets: WordSet) -> bool {
    token.case == Case::Title
        && token.span.len() >= 3
        && !sets.any(ENGLISH.with(PLACES))
        && !token.features.any(Features::NAME_WORD)
}
