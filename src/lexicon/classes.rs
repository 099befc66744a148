//! Named sets of words and phrases, which patterns call `@name`.
//!
//! Every file in `rules/lexicon/classes/` is a table of them: `rise = ["rose", "went up", "@gain"]`. An entry that
//! begins with `@` brings in another set.

use std::collections::BTreeMap;

use super::{Word, embedded};

/// All sets by name.
#[derive(Debug, Default)]
pub struct Classes {
    by_name: BTreeMap<String, Class>,
}

/// One set: its phrases as sequences of words, the longest first.
#[derive(Debug, Default, Clone)]
pub struct Class {
    phrases: Vec<Vec<Word>>,
    /// The first words of the phrases, sorted.
    firsts: Vec<Word>,
}

impl Classes {
    /// Reads the built-in sets.
    ///
    /// # Panics
    /// Where a name is defined twice or an entry names a set that does not exist; every test loads the files.
    pub(super) fn load() -> Self {
        let mut written: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (file, text) in embedded::files("lexicon/classes") {
            let table: BTreeMap<String, Vec<String>> =
                toml::from_str(text).unwrap_or_else(|error| panic!("rules/{file}.toml: {error}"));
            for (name, entries) in table {
                assert!(written.insert(name.clone(), entries).is_none(), "rules/{file}.toml defines @{name} again");
            }
        }
        let by_name = written.keys().map(|name| (name.clone(), Class::resolve(name, &written, 0))).collect();
        Self { by_name }
    }

    /// The set of a name.
    pub fn get(&self, name: &str) -> Option<&Class> {
        self.by_name.get(name)
    }

    /// All names, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

impl Class {
    /// The phrases, the longest first, each as its words in order.
    pub fn phrases(&self) -> &[Vec<Word>] {
        &self.phrases
    }

    /// Whether a phrase of the set begins with the word.
    pub fn may_begin(&self, word: Word) -> bool {
        self.firsts.binary_search(&word).is_ok()
    }

    /// Whether a single word is in the set.
    pub fn contains(&self, word: Word) -> bool {
        self.phrases.iter().any(|phrase| phrase[..] == [word])
    }

    fn resolve(name: &str, written: &BTreeMap<String, Vec<String>>, depth: u8) -> Self {
        assert!(depth < 8, "the class @{name} contains itself");
        let entries = written.get(name).unwrap_or_else(|| panic!("there is no class @{name}"));
        let mut phrases = Vec::new();
        for entry in entries {
            match entry.strip_prefix('@') {
                Some(other) => phrases.extend(Self::resolve(other, written, depth + 1).phrases),
                None => phrases.push(words_of(entry)),
            }
        }
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        phrases.dedup();
        let mut firsts: Vec<Word> = phrases.iter().filter_map(|phrase| phrase.first().copied()).collect();
        firsts.sort_unstable();
        firsts.dedup();
        Self { phrases, firsts }
    }
}

/// The words of a phrase as the lexer cuts them: at white space and around hyphens.
pub(crate) fn words_of(phrase: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for part in phrase.split_whitespace() {
        for (index, piece) in part.split('-').enumerate() {
            if index > 0 {
                words.push(Word::of("-"));
            }
            if !piece.is_empty() {
                words.push(Word::of(piece));
            }
        }
    }
    words
}
