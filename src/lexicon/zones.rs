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

    /// What a whole name says: "New York", "Eastern Standard Time", "GMT", "the UK".
    pub fn named(&self, text: &str) -> Option<ZoneName<'_>> {
        let text = text.strip_prefix("the ").or_else(|| text.strip_prefix("The ")).unwrap_or(text);
        let words = cut(text);
        let at = |ahead: usize| words.get(ahead).copied();
        let is_rest_of_name = |taken: usize| {
            const REST: [Word; 4] = [Word::of("standard"), Word::of("daylight"), Word::of("summer"), Word::of("time")];
            words[taken..].iter().all(|it| REST.contains(it))
        };
        if let Some(offsets) = self.abbreviation(words[0]).filter(|_| is_rest_of_name(1)) {
            return Some(ZoneName::Offsets(offsets));
        }
        let (zone, _) = self.place(at).or_else(|| self.name(at)).filter(|(_, taken)| is_rest_of_name(*taken))?;
        Some(ZoneName::Iana(zone))
    }

    /// The zone of the place that the words begin with ("New York"), and how many words it takes.
    pub fn place(&self, words: impl Fn(usize) -> Option<Word>) -> Option<(&'static str, usize)> {
        longest(&self.places, words)
    }
}

/// What a name of a place or a zone says of the time there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneName<'a> {
    /// A zone by its IANA name.
    Iana(&'static str),
    /// The offsets that an abbreviation is used for, in minutes east of Greenwich.
    Offsets(&'a [i16]),
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

/// Cuts a name as the lexer cuts it: a full stop behind more than one letter is a mark of its own.
fn cut(name: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for part in name.split(' ') {
        match part.strip_suffix('.') {
            Some(stem) if !stem.contains('.') => words.extend([Word::of(stem), Word::of(".")]),
            _ => match part.strip_suffix("'s").or_else(|| part.strip_suffix("’s")) {
                Some(stem) => words.extend([Word::of(stem), Word::of("'s")]),
                None => words.push(Word::of(part)),
            },
        }
    }
    words
}

/// Adds a name.
fn add(phrases: &mut WordMap<Vec<Phrase>>, name: &str, zone: &'static str) {
    let words = cut(name);
    phrases.entry(words[0]).or_default().push(Phrase { words, zone });
}
