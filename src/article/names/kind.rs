//! What bears a name, and which of its words are the given name and the surname.

use crate::claims::{Claim, Name, NameKind, Value};
use crate::lexicon::known::{GIVEN_NAMES, PLACES, SURNAMES};
use crate::lexicon::{Features, NameRoles, Word};
use crate::tokens::{Case, Token, TokenKind};

use super::{AMPERSAND, AND, FOR, Finder, HYPHEN, OF, is_english, is_given_name};

impl Finder<'_> {
    pub(super) fn claim(&self, from: usize, to: usize, title: Option<Box<str>>) -> Claim {
        let kind = self.kind(from, to, title.is_some());
        let last = self.last_word(from, to);
        // "al-Ghasri" and "Stokes-Farrant" are one part.
        let has_parts = (from + 1..to).any(|at| self.tokens.get_at(at).spaced);
        let may_be_person = matches!(kind, NameKind::Person | NameKind::Unknown);
        let mut given = (may_be_person && has_parts && last > from).then(|| self.tokens.get_at(from).word);
        let mut family = self.tokens.get_at(last).word;
        if given.is_some() && self.is_family_before_given(from, last) {
            // Kyung-hee is not Kyung-hwan.
            let span = self.tokens.get_at(from + 1).span.to(self.tokens.get_at(last).span);
            (given, family) = (Some(Word::read(&self.tokens.text[span.range()])), self.tokens.get_at(from).word);
        }
        let value = Value::Name(Name { kind, title, entity: None, given, family });
        Claim::new(self.tokens.slice(from, to), self.tokens.slice(to, to), value)
    }

    /// Whether the word is a surname that stands before given names.
    pub(super) fn is_family_first(&self, at: usize) -> bool {
        let token = self.tokens.get_at(at);
        token.case == Case::Title
            && (2..=6).contains(&token.span.len())
            && self.tokens.lexicon.names.roles(token.word).any(NameRoles::FAMILY_FIRST)
    }

    /// Whether the surname stands first: "Kim Seo-jun", "Xi Weiguo"; not "Kim Basinger", "Lee Harvey Oswald".
    pub(super) fn is_family_before_given(&self, from: usize, last: usize) -> bool {
        if !self.is_family_first(from) {
            return false;
        }
        let (first, second) = (self.tokens.get_at(from), self.tokens.get_at(from + 1));
        let is_joined = last == from + 3
            && self.tokens.get_at(from + 2).word == HYPHEN
            && self.tokens.get_at(from + 3).case == Case::Lower;
        let is_known = |token: &Token| GIVEN_NAMES.contains(token.word) || is_english(token);
        is_joined || (last <= from + 2 && !is_known(first) && !is_known(second) && !SURNAMES.contains(second.word))
    }

    /// Index of the last word that is no "Jr" and no mark.
    pub(super) fn last_word(&self, from: usize, to: usize) -> usize {
        let is_last = |at: &usize| self.tokens.get_at(*at).kind == TokenKind::Word && !self.is_suffix(*at);
        (from..to).rev().find(is_last).unwrap_or(from)
    }

    /// Whether the word is a "Jr" or letters behind a name, which are capitals: MP, but not Ips.
    fn is_suffix(&self, at: usize) -> bool {
        const WORDS: [Word; 4] = [Word::of("jr"), Word::of("sr"), Word::of("esq"), Word::of("phd")];
        let token = self.tokens.get_at(at);
        self.roles(at).any(NameRoles::SUFFIX) && (token.case != Case::Title || WORDS.contains(&token.word))
    }

    pub(super) fn kind(&self, from: usize, to: usize, has_title: bool) -> NameKind {
        let last = self.last_word(from, to);
        let count = to - from;
        let (first, end) = (self.tokens.get_at(from), self.tokens.get_at(last));
        let text = || &self.tokens.text[first.span.to(self.tokens.get_at(to - 1).span).range()];
        let whole = if count == 1 { first.word } else { Word::read(text()) };
        let has_head = (from..to).any(|at| self.roles(at).any(NameRoles::ORGANIZATION));
        let joined = (from..to).any(|at| matches!(self.tokens.get_at(at).word, OF | FOR | AND | AMPERSAND));
        if !has_title && PLACES.contains(whole) {
            return NameKind::Place;
        }
        if (count > 1 && self.roles(last).any(NameRoles::ORGANIZATION)) || (has_head && joined) {
            return NameKind::Organization;
        }
        if count > 1 && (self.roles(last).any(NameRoles::PLACE) || self.roles(from).any(NameRoles::PLACE_FIRST)) {
            // "Caleb Hill" may be either.
            let is_surname = count == 2 && is_given_name(first) && SURNAMES.contains(end.word);
            let may_be_person = is_surname && !SURNAMES.contains(first.word) && !is_english(first);
            return match may_be_person {
                true if has_title => NameKind::Person,
                true => NameKind::Unknown,
                false => NameKind::Place,
            };
        }
        // "R-Idaho" is no initial.
        let is_label = first.span.len() == 1 && count > 1 && self.tokens.get_at(from + 1).word == HYPHEN;
        if is_label {
            return if PLACES.contains(self.tokens.get_at(last).word) { NameKind::Place } else { NameKind::Unknown };
        }
        let is_initials = count > 1 && (first.span.len() == 1 || self.tokens.spelling(first).ends_with('.'));
        let is_given = count > 1
            && (GIVEN_NAMES.contains(first.word)
                || (is_given_name(first) && (!is_english(end) || SURNAMES.contains(end.word))))
            && !self.roles(from).any(NameRoles::PARTICLE)
            && !(is_english(first) && is_english(end));
        if has_title || ((is_given || is_initials) && count <= 9 && !has_head && first.case != Case::Upper) {
            return NameKind::Person;
        }
        let has_suffix = (from + 1..to).any(|at| self.is_suffix(at));
        if has_suffix || (is_given && !has_head) {
            return NameKind::Person;
        }
        if count > 1 && !has_head && (self.is_family_before_given(from, last) || self.is_known_surname(from, last)) {
            return NameKind::Person;
        }
        NameKind::Unknown
    }

    /// Whether the name is of two words, the second of which is a surname and nothing else: "Sundar Harding".
    fn is_known_surname(&self, from: usize, last: usize) -> bool {
        let is_free = |at: usize| {
            let token = self.tokens.get_at(at);
            token.case == Case::Title
                && token.span.len() >= 3
                && !is_english(token)
                && !PLACES.contains(token.word)
                && !token.features.any(Features::NAME_WORD)
        };
        let (one, two) = (self.tokens.get_at(from), self.tokens.get_at(last));
        last == from + 1
            && is_free(from)
            && is_free(last)
            && two.spaced
            && SURNAMES.contains(two.word)
            && !SURNAMES.contains(one.word)
    }
}
