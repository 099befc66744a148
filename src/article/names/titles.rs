//! The titles before names: where they end, and how they are written.

use crate::lexicon::known::{PLACES, SURNAMES};
use crate::lexicon::{Features, NameRoles};
use crate::tokens::{Case, TokenKind};

use super::{FULL_STOP, Finder, HYPHEN, is_english, is_given_name};

impl Finder<'_> {
    /// Whether a word alone is an abbreviated way to address somebody: the "Mr" of "Mr and Mrs Dhillon".
    pub(super) fn is_bare_address(&self, at: usize) -> bool {
        self.tokens.get_at(at).features.any(Features::ABBREVIATION) && self.roles(at).any(NameRoles::ADDRESS)
    }

    /// Index behind the titles that the run begins with; `start` where there is none or nothing would be left.
    pub(super) fn title_end(&self, start: usize, stop: usize) -> usize {
        if stop == start + 1 {
            return start;
        }
        let last = self.last_word(start, stop);
        // "Sen. Caleb Hill" and "Ms. Park", but "President Lincoln Park".
        let is_stop = self.tokens.get_at(start + 1).word == FULL_STOP;
        let name_at = start + 1 + usize::from(is_stop);
        let is_surname = SURNAMES.contains(self.tokens.get_at(last).word) && self.roles(last).any(NameRoles::PLACE);
        let is_addressed = last == name_at && self.is_bare_address(start);
        let is_titled = is_surname && (is_addressed || (is_stop && last == name_at + 1));
        if self.roles(last).any(NameRoles::HEAD) && last > start && !is_titled {
            return start;
        }
        let mut end = start;
        for at in start..stop {
            let token = self.tokens.get_at(at);
            // "Saint-Denis".
            if at + 1 < stop && self.tokens.get_at(at + 1).word == HYPHEN && !self.tokens.get_at(at + 1).spaced {
                break;
            }
            if self.roles(at).any(NameRoles::TITLE) || (token.word == FULL_STOP && end == at) {
                end = at + 1;
            } else if !self.roles(at).any(NameRoles::TITLE_MODIFIER) {
                break;
            }
        }
        // "Dane County Executive Joe Parisi": behind a title deeper inside, a given name begins the name.
        if end == start {
            let is_title = |at: &usize| self.roles(*at).any(NameRoles::TITLE.without(NameRoles::ADDRESS));
            // "Police Commissioner Dame Harriet Colville".
            let is_address = |at: usize| at + 1 < stop && self.roles(at).any(NameRoles::ADDRESS);
            let behind = |at: usize| if is_address(at + 1) { at + 2 } else { at + 1 };
            end = (start + 1..stop)
                .rev()
                .find(|at| is_title(at) && self.begins_person(behind(*at), start, stop))
                .map_or(start, behind);
        }
        // "Former Socceroo Craig Vuković": the given name comes later, behind a word that no list of titles has.
        if end == start && self.roles(start).any(NameRoles::TITLE_MODIFIER) {
            let is_given = |at: &usize| {
                let token = self.tokens.get_at(*at);
                is_given_name(token) && !is_english(token) && !PLACES.contains(token.word)
            };
            end = (start + 1..stop.saturating_sub(1)).find(is_given).unwrap_or(start);
        }
        if end < stop { end } else { start }
    }

    /// Whether a person's name can begin behind the title deep inside the run that begins at `start`: with a given name,
    /// an initial ("Chief Secretary N. Muruganandam"), or two or three words that nobody knows.
    fn begins_person(&self, at: usize, start: usize, stop: usize) -> bool {
        if at >= stop {
            return false;
        }
        let token = self.tokens.get_at(at);
        let is_initial = token.span.len() == 1 && at + 2 < stop && self.tokens.get_at(at + 1).word == FULL_STOP;
        let is_foreign = |at: usize| {
            let token = self.tokens.get_at(at);
            token.kind != TokenKind::Word || !(is_english(token) || PLACES.contains(token.word))
        };
        let is_unknown = (2..=4).contains(&(stop - at)) && (at..stop).all(is_foreign);
        let is_named_so = is_given_name(self.tokens.get_at(start));
        is_given_name(token) || (!is_named_so && (is_initial || is_unknown))
    }

    /// The title before the name, as written.
    pub(super) fn title(&self, start: usize, name_at: usize, from: usize) -> Option<Box<str>> {
        let mut title_at = start;
        if name_at == start {
            // Words in lower case: "chancellor Angela Merkel", "former foreign minister".
            title_at = from;
            let before = |at: usize| at.checked_sub(1).map(|it| (it, self.tokens.get_at(it)));
            while let Some((at, token)) = before(title_at) {
                let is_title = self.roles(at).any(NameRoles::TITLE);
                let is_modifier = title_at < from && self.roles(at).any(NameRoles::TITLE_MODIFIER);
                if token.case != Case::Lower || !(is_title || is_modifier) || from - title_at >= 4 {
                    break;
                }
                title_at = at;
            }
        }
        let end = if name_at == start { from } else { name_at };
        if title_at >= end {
            return None;
        }
        let span = self.tokens.get_at(title_at).span.to(self.tokens.get_at(end - 1).span);
        Some(self.tokens.text[span.range()].into())
    }
}
