//! Offices that exclude each other.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::embedded;
use crate::lexicon::Word;

/// The offices of which nobody holds two at one time.
#[derive(Debug, Default)]
pub struct Offices {
    /// Every name of an office as its words, with the number of its set and of the office; the longest first.
    names: Vec<(Vec<Word>, usize, usize)>,
    not_held: Vec<Word>,
}

/// One table of `offices.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    offices: Vec<String>,
    #[serde(default)]
    words: String,
}

impl Offices {
    /// Reads the built-in vocabulary.
    pub(super) fn load() -> Self {
        let tables: BTreeMap<String, Table> = embedded::parse("lexicon/offices");
        let mut offices = Self::default();
        for (set, table) in tables.values().enumerate() {
            for (office, names) in table.offices.iter().enumerate() {
                offices.names.extend(names.split('|').map(|name| (words(name), set, office)));
            }
            offices.not_held.extend(words(&table.words));
        }
        offices.names.sort_by_key(|(words, _, _)| std::cmp::Reverse(words.len()));
        offices
    }

    /// Whether two titles are of one office; `None` where one is of no listed office, is not held now, or where both
    /// can be held together.
    pub fn are_one(&self, one: &str, other: &str) -> Option<bool> {
        let (one, other) = (self.office(one)?, self.office(other)?);
        (one.0 == other.0).then_some(one.1 == other.1)
    }

    /// The set and the number of a title's office.
    fn office(&self, title: &str) -> Option<(usize, usize)> {
        let title = words(title);
        if title.iter().any(|word| self.not_held.contains(word)) {
            return None;
        }
        let stands = |name: &[Word]| {
            let (of, for_) = (Word::of("of"), Word::of("for"));
            let ends = title.ends_with(name);
            let is_whole = |at: usize| title.get(at + name.len()).is_some_and(|next| *next == of || *next == for_);
            ends || (0..title.len()).any(|at| title[at..].starts_with(name) && is_whole(at))
        };
        self.names.iter().find(|(name, _, _)| stands(name)).map(|(_, set, office)| (*set, *office))
    }
}

fn words(text: &str) -> Vec<Word> {
    text.split([' ', '-', '.']).filter(|it| !it.is_empty()).map(Word::of).collect()
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn titles_and_whether_they_are_one_office() {
        for (one, other, expected) in [
            ("Foreign Minister", "Italian foreign minister", Some(true)),
            ("Foreign Minister", "Interior Minister", Some(false)),
            ("Home Secretary", "minister of the interior", Some(true)),
            ("Sen.", "U.S. Representative", Some(false)),
            ("former Foreign Minister", "Interior Minister", None),
            ("Deputy Prime Minister", "President", None),
            ("Prime Minister", "Interior Minister", None),
            ("Dr.", "President", None),
        ] {
            assert_eq!(Lexicon::built_in().offices.are_one(one, other), expected, "{one} and {other}");
        }
    }
}
