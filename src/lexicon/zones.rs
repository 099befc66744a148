//! Time zones by abbreviation, name and place, from `rules/lexicon/zones.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Features, Lexicon, Word, WordMap, embedded};

/// What the names of time zones mean.
#[derive(Debug, Default)]
pub struct Zones {
    abbreviations: WordMap<Vec<i16>>,
    names: WordMap<Vec<Phrase>>,
    places: WordMap<Vec<Phrase>>,
}

/// A name of one or more words, and the IANA name of its zone.
#[derive(Debug)]
struct Phrase {
    words: Vec<Word>,
    zone: &'static str,
}

impl Zones {
    /// Every offset, in minutes east of Greenwich, that an abbreviation is used for.
    pub fn abbreviation(&self, word: Word) -> Option<&[i16]> {
        self.abbreviations.get(&word).map(Vec::as_slice)
    }

    /// The zone whose name the words begin with ("Eastern", "Central European"), and how many words it takes.
    pub fn name(&self, words: impl Fn(usize) -> Option<Word>) -> Option<(&'static str, usize)> {
        longest(&self.names, words)
    }

    /// The zone of the place that the words begin with ("New York"), and how many words it takes.
    pub fn place(&self, words: impl Fn(usize) -> Option<Word>) -> Option<(&'static str, usize)> {
        longest(&self.places, words)
    }
}

fn longest(phrases: &WordMap<Vec<Phrase>>, words: impl Fn(usize) -> Option<Word>) -> Option<(&'static str, usize)> {
    phrases
        .get(&words(0)?)?
        .iter()
        .filter(|phrase| phrase.words.iter().enumerate().all(|(at, word)| words(at) == Some(*word)))
        .max_by_key(|phrase| phrase.words.len())
        .map(|phrase| (phrase.zone, phrase.words.len()))
}

#[derive(Deserialize)]
struct File {
    abbreviations: BTreeMap<String, Vec<i16>>,
    names: BTreeMap<String, String>,
    places: BTreeMap<String, Vec<String>>,
}

/// Reads the file and marks its words. The names of zones live as long as the program: the table is built once.
pub(super) fn load(lexicon: &mut Lexicon) -> Zones {
    let file: File = embedded::parse("lexicon/zones");
    let mut zones = Zones::default();
    for (name, offsets) in file.abbreviations {
        lexicon.mark(&name, Features::ZONE);
        zones.abbreviations.insert(Word::of(&name), offsets);
    }
    for (name, zone) in file.names {
        add(&mut zones.names, &name, zone.leak());
        lexicon.mark(name.split(' ').next().unwrap_or_default(), Features::ZONE);
    }
    for (zone, places) in file.places {
        let zone: &'static str = zone.leak();
        for place in &places {
            add(&mut zones.places, place, zone);
        }
    }
    zones
}

/// Adds a name, cut as the lexer cuts it: a full stop behind more than one letter is a mark of its own.
fn add(phrases: &mut WordMap<Vec<Phrase>>, name: &str, zone: &'static str) {
    let mut words = Vec::new();
    for part in name.split(' ') {
        match part.strip_suffix('.') {
            Some(stem) if !stem.contains('.') => words.extend([Word::of(stem), Word::of(".")]),
            _ => match part.strip_suffix("'s") {
                Some(stem) => words.extend([Word::of(stem), Word::of("'s")]),
                None => words.push(Word::of(part)),
            },
        }
    }
    phrases.entry(words[0]).or_default().push(Phrase { words, zone });
}
