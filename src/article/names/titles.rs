//! The titles before names: where they end, and how they are written.

use crate::lexicon::known::{ENGLISH, PLACES, SURNAMES};
use crate::lexicon::{Features, NameRoles};
use crate::tokens::{Case, Token, TokenKind};

use super::{FULL_STOP, Finder, HYPHEN, is_given_name, known};

impl Finder<'_> {
    /// Whether a word alone is an abbreviated way to address somebody: the "Mr" of "Mr and Mrs Dhillon".
    pub(super) fn is_bare_address(&self, at: usize) -> bool {
        self.all[at].features.any(Features::ABBREVIATION) && self.roles(at).any(NameRoles::ADDRESS)
    }

    /// Whether a word of the run is in the vocabulary of names, without which there is neither a title nor a head in it.
    pub(super) fn has_name_words(&self, start: usize, stop: usize) -> bool {
        self.all[start..stop].iter().any(|it| it.features.any(Features::NAME_WORD))
    }

    /// Index behind the titles that the run begins with; `start` where there is none or nothing would be left.
    #[inline]
    pub(super) fn title_end(&self, start: usize, stop: usize) -> usize {
        if stop == start + 1 || !self.has_name_words(start, stop) { start } else { self.titled_until(start, stop) }
    }

    fn titled_until(&self, start: usize, stop: usize) -> usize {
        let last = self.last_word(start, stop);
        // "Sen. Caleb Hill" and "Ms. Park", but "President Lincoln Park".
        let is_stop = self.all[start + 1].word == FULL_STOP;
        let name_at = start + 1 + usize::from(is_stop);
        let is_surname = self.roles(last).any(NameRoles::PLACE) && SURNAMES.contains(self.all[last].word);
        let is_addressed = last == name_at && self.is_bare_address(start);
        let is_titled = is_surname && (is_addressed || (is_stop && last == name_at + 1));
        if self.roles(last).any(NameRoles::HEAD) && last > start && !is_titled {
            return start;
        }
        let mut end = start;
        for at in start..stop {
            let token = &self.all[at];
            // "Saint-Denis".
            if at + 1 < stop && self.all[at + 1].word == HYPHEN && !self.all[at + 1].spaced {
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
                let sets = known(&self.all[*at]);
                is_given_name(sets) && !sets.any(ENGLISH.with(PLACES))
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
        let token = &self.all[at];
        let is_initial = token.span.len() == 1 && at + 2 < stop && self.all[at + 1].word == FULL_STOP;
        let is_foreign =
            |at: usize| self.all[at].kind != TokenKind::Word || !known(&self.all[at]).any(ENGLISH.with(PLACES));
        let is_unknown = || (2..=4).contains(&(stop - at)) && (at..stop).all(is_foreign);
        let is_named_so = || is_given_name(known(&self.all[start]));
        is_given_name(known(token)) || ((is_initial || is_unknown()) && !is_named_so())
    }

    /// The title before the name, as written; nearly all names have none.
    #[inline]
    pub(super) fn title(&self, start: usize, name_at: usize, from: usize) -> Option<Box<str>> {
        let is_title = |it: &Token| it.case == Case::Lower && it.features.any(Features::NAME_WORD);
        let is_titled = name_at > start || (from > 0 && is_title(&self.all[from - 1]));
        if is_titled { self.written_title(start, name_at, from) } else { None }
    }

    #[inline(never)]
    fn written_title(&self, start: usize, name_at: usize, from: usize) -> Option<Box<str>> {
        let mut title_at = start;
        if name_at == start {
            // Words in lower case: "chancellor Angela Merkel", "former foreign minister".
            title_at = from;
            let before = |at: usize| at.checked_sub(1).map(|it| (it, &self.all[it]));
            while let Some((at, token)) = before(title_at)
                && token.case == Case::Lower
            {
                let roles = self.roles(at);
                let is_title = roles.any(NameRoles::TITLE);
                let is_modifier = title_at < from && roles.any(NameRoles::TITLE_MODIFIER);
                if !(is_title || is_modifier) || from - title_at >= 4 {
                    break;
                }
                title_at = at;
            }
        }
        let end = if name_at == start { from } else { name_at };
        if title_at >= end {
            return None;
        }
        let span = self.all[title_at].span.to(self.all[end - 1].span);
        Some(self.tokens.text[span.range()].into())
    }
}
