//! Acronyms that need no definition, those whose letters prove nothing, and what the best known ones stand for.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Word, WordMap, embedded};

/// The vocabulary of acronyms. Capital and small letters are told apart: `IT` is one, `it` is none.
#[derive(Debug, Default)]
pub struct AcronymWords {
    known: WordMap<Known>,
    connecting: WordMap<()>,
    /// The best known acronyms by what they stand for, in small letters.
    shorts: BTreeMap<String, String>,
    /// The best known acronyms by the set of their letters.
    by_letters: BTreeMap<u128, Vec<String>>,
}

#[derive(Debug, Default)]
struct Known {
    is_common: bool,
    is_foreign: bool,
    expansions: Vec<String>,
}

/// The lists of `acronyms.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    common: String,
    foreign: String,
    connecting: String,
    expansions: BTreeMap<String, Vec<String>>,
}

impl AcronymWords {
    /// Reads the built-in vocabulary.
    pub(super) fn load() -> Self {
        let lists: Lists = embedded::parse("lexicon/acronyms");
        let mut words = Self::default();
        for word in lists.common.split_whitespace() {
            words.known.entry(Word::of(word)).or_default().is_common = true;
        }
        for word in lists.foreign.split_whitespace() {
            words.known.entry(Word::of(word)).or_default().is_foreign = true;
        }
        for (short, expansions) in lists.expansions {
            for long in &expansions {
                words.shorts.insert(plain(long), short.clone());
            }
            words.by_letters.entry(set_of(short.as_bytes())).or_default().push(short.clone());
            words.known.entry(Word::of(&short)).or_default().expansions = expansions;
        }
        words.connecting = lists.connecting.split_whitespace().map(|word| (Word::of(word), ())).collect();
        words
    }

    /// Whether readers know the acronym without a definition.
    pub fn is_common(&self, short: Word) -> bool {
        self.known.get(&short).is_some_and(|it| it.is_common)
    }

    /// Whether the letters follow another language or history, so that they need not come from the English words.
    pub fn is_foreign(&self, short: Word) -> bool {
        self.known.get(&short).is_some_and(|it| it.is_foreign)
    }

    /// What a well known acronym stands for; empty for all others.
    pub fn expansions(&self, short: Word) -> &[String] {
        self.known.get(&short).map_or(&[], |it| &it.expansions)
    }

    /// The well known acronym of a name.
    pub fn short_of(&self, long: &str) -> Option<&str> {
        self.shorts.get(&plain(long)).map(String::as_str)
    }

    /// The well known acronyms of the same letters, in whatever order and however often they stand.
    pub fn of_letters(&self, letters: &[u8]) -> &[String] {
        self.by_letters.get(&set_of(letters)).map_or(&[], Vec::as_slice)
    }

    /// Whether a word of a long form may go without a letter.
    pub fn is_connecting(&self, word: Word) -> bool {
        self.connecting.contains_key(&word)
    }
}

/// A bit for each of the letters and digits, whatever their case.
fn set_of(letters: &[u8]) -> u128 {
    letters.iter().fold(0, |set, letter| set | 1 << (letter.to_ascii_lowercase() & 127))
}

/// A name in small letters, in one variety of English and without what is often left out.
fn plain(long: &str) -> String {
    let words = long.split([' ', '-', '\n', ',']).map(str::to_lowercase);
    let words = words.filter(|it| !matches!(it.as_str(), "" | "the" | "and" | "&"));
    let american = |it: String| match it.len() {
        // None of them is as short.
        ..6 => it,
        _ => it.replace("isation", "ization").replace("centre", "center").replace("defence", "defense"),
    };
    words.map(american).collect::<Vec<_>>().join(" ").replace("co operation", "cooperation")
}
