//! Named sets of words and phrases, which patterns call `@name`.
//!
//! Every file in `rules/lexicon/classes/` is a table of them: `rise = ["rose", "went up", "@gain"]`. An entry that
//! begins with `@` brings in another set.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::filter::Filter;
use super::{Word, WordMap, embedded};

/// All sets by name.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    written: BTreeMap<String, Vec<String>>,
    /// By the hash of the name, since parsers ask for some of them again and again.
    by_name: WordMap<Arc<Class>>,
}

/// One set: its phrases as sequences of words, the longest first.
#[derive(Debug, Default, Clone)]
pub struct Class {
    phrases: Vec<Vec<Word>>,
    /// The first words of the phrases, sorted.
    firsts: Vec<Word>,
    /// For each phrase its first word and its index; those of one first word stand together, the longest first.
    by_first: Vec<(Word, u32)>,
    /// A bit for the hash of each first word, which dismisses most other words at the price of one look.
    filter: Filter<16>,
}

impl Classes {
    /// Reads the built-in sets.
    ///
    /// # Panics
    /// Where a name is defined twice or an entry names a set that does not exist; every test loads the files.
    pub(super) fn load() -> Self {
        let mut classes = Self::default();
        for (file, text) in embedded::files("lexicon/classes") {
            let table: BTreeMap<String, Vec<String>> =
                toml::from_str(text).unwrap_or_else(|error| panic!("rules/{file}.toml: {error}"));
            for (name, entries) in table {
                let before = classes.written.insert(name.clone(), entries);
                assert!(before.is_none(), "rules/{file}.toml defines @{name} again");
            }
        }
        classes.resolve().unwrap_or_else(|message| panic!("rules/lexicon/classes: {message}"));
        classes
    }

    /// Adds sets, or replaces those of the same name.
    ///
    /// # Errors
    /// What is wrong, where an entry names a set that does not exist or that contains itself.
    pub fn add(&mut self, sets: BTreeMap<String, Vec<String>>) -> Result<(), String> {
        self.written.extend(sets);
        self.resolve()
    }

    /// Works out the phrases of all sets.
    fn resolve(&mut self) -> Result<(), String> {
        let resolved =
            self.written.keys().map(|name| Ok((Word::of(name), Arc::new(Class::resolve(name, &self.written, 0)?))));
        self.by_name = resolved.collect::<Result<_, String>>()?;
        Ok(())
    }

    /// The set of a name.
    pub fn get(&self, name: &str) -> Option<&Class> {
        self.by_name.get(&Word::read(name)).map(Arc::as_ref)
    }

    /// Whether a word is in the set of the name that another word is: parsers that ask for a set again and again need not
    /// hash its name.
    pub fn has(&self, name: Word, word: Word) -> bool {
        self.by_name.get(&name).is_some_and(|class| class.contains(word))
    }

    /// The set of a name, to be kept.
    pub fn shared(&self, name: &str) -> Option<Arc<Class>> {
        self.by_name.get(&Word::read(name)).cloned()
    }

    /// All names, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.written.keys().map(String::as_str)
    }
}

impl Class {
    /// The phrases, the longest first, each as its words in order.
    pub fn phrases(&self) -> &[Vec<Word>] {
        &self.phrases
    }

    /// The first words of the phrases, sorted.
    pub fn firsts(&self) -> &[Word] {
        &self.firsts
    }

    /// Whether a phrase of the set begins with the word.
    pub fn may_begin(&self, word: Word) -> bool {
        self.beginning_with(word).next().is_some()
    }

    /// The phrases that begin with a word, the longest first.
    pub fn beginning_with(&self, word: Word) -> impl Iterator<Item = &[Word]> {
        let from = match self.filter.may_have(word) {
            false => self.by_first.len(),
            true => self.by_first.partition_point(|(first, _)| *first < word),
        };
        let found = self.by_first[from..].iter().take_while(move |(first, _)| *first == word);
        found.map(|(_, index)| &self.phrases[*index as usize][..])
    }

    /// Whether the words are a phrase of the set.
    pub fn has(&self, words: &[Word]) -> bool {
        words.first().is_some_and(|first| self.beginning_with(*first).any(|phrase| phrase == words))
    }

    /// Whether a phrase of the set stands where `word_at` tells the words, from 0 on.
    pub fn stands_at(&self, word_at: impl Fn(usize) -> Option<Word>) -> bool {
        let fits = |phrase: &[Word]| phrase.iter().enumerate().all(|(ahead, word)| word_at(ahead) == Some(*word));
        word_at(0).is_some_and(|first| self.beginning_with(first).any(fits))
    }

    /// Whether a single word is in the set.
    pub fn contains(&self, word: Word) -> bool {
        // Most words are none of a set, and that takes one look.
        self.filter.may_have(word) && self.has(&[word])
    }

    fn resolve(name: &str, written: &BTreeMap<String, Vec<String>>, depth: u8) -> Result<Self, String> {
        if depth > 8 {
            return Err(format!("the class @{name} contains itself"));
        }
        let entries = written.get(name).ok_or_else(|| format!("there is no class called @{name}"))?;
        let mut phrases = Vec::new();
        for entry in entries {
            match entry.strip_prefix('@') {
                Some(other) => phrases.extend(Self::resolve(other, written, depth + 1)?.phrases),
                None => phrases.push(words_of(entry)),
            }
        }
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        phrases.dedup();
        let mut firsts: Vec<Word> = phrases.iter().filter_map(|phrase| phrase.first().copied()).collect();
        firsts.sort_unstable();
        firsts.dedup();
        let first = |(index, phrase): (usize, &Vec<Word>)| Some((*phrase.first()?, index as u32));
        let mut by_first: Vec<(Word, u32)> = phrases.iter().enumerate().filter_map(first).collect();
        by_first.sort_unstable();
        let mut filter = Filter::default();
        firsts.iter().for_each(|it| filter.add(*it));
        Ok(Self { phrases, firsts, by_first, filter })
    }
}

/// The words of a phrase as the lexer cuts them: at white space, around hyphens and before the ending of a possessive.
pub(crate) fn words_of(phrase: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for part in phrase.split_whitespace() {
        for (index, piece) in part.split('-').enumerate() {
            if index > 0 {
                words.push(Word::of("-"));
            }
            match piece.strip_suffix("'s") {
                Some(stem) if !stem.is_empty() => words.extend([Word::of(stem), Word::of("'s")]),
                _ if piece.is_empty() => {}
                _ => words.push(Word::of(piece)),
            }
        }
    }
    words
}
