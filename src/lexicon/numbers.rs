//! Number words: `rules/lexicon/numbers.toml`.

use std::collections::BTreeMap;

use super::{Features, Lexicon, Word, WordMap, embedded};

/// What words and characters mean as numbers.
#[derive(Debug, Default)]
pub struct Numbers {
    cardinals: WordMap<f64>,
    scales: WordMap<f64>,
    abbreviated: Vec<(String, f64)>,
    money: Vec<(String, f64)>,
    ordinals: WordMap<f64>,
    parts: WordMap<f64>,
    characters: WordMap<f64>,
    multiples: WordMap<f64>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cardinal: BTreeMap<String, f64>,
    scale: BTreeMap<String, f64>,
    abbreviated_scale: BTreeMap<String, f64>,
    money_scale: BTreeMap<String, f64>,
    ordinal: BTreeMap<String, f64>,
    part: BTreeMap<String, f64>,
    character: BTreeMap<String, (f64, f64)>,
    multiple: BTreeMap<String, f64>,
}

impl Numbers {
    /// Reads the file and marks its words.
    pub(super) fn load(lexicon: &mut Lexicon) -> Self {
        let file: File = embedded::parse("lexicon/numbers");
        for word in file.multiple.keys().filter(|it| it.ends_with("fold")) {
            lexicon.mark(word, Features::FOLD);
        }
        let mut table = |entries: BTreeMap<String, f64>, features| -> WordMap<f64> {
            for word in entries.keys() {
                lexicon.mark(word, features);
            }
            entries.into_iter().map(|(word, value)| (Word::of(&word), value)).collect()
        };
        let characters = file.character.into_iter().map(|(it, (above, below))| (it, above / below)).collect();
        let numbers = Self {
            cardinals: table(file.cardinal, Features::NUMBER),
            scales: table(file.scale, Features::SCALE),
            ordinals: table(file.ordinal, Features::ORDINAL),
            parts: table(file.part, Features::FRACTION),
            characters: table(characters, Features::FRACTION),
            multiples: file.multiple.into_iter().map(|(word, value)| (Word::of(&word), value)).collect(),
            abbreviated: file.abbreviated_scale.into_iter().collect(),
            money: file.money_scale.into_iter().collect(),
        };
        for (spelling, _) in numbers.abbreviated.iter().chain(&numbers.money) {
            lexicon.mark(spelling, Features::SCALE);
        }
        numbers
    }

    /// The value of a cardinal below a hundred: `twelve`, `forty`.
    pub fn cardinal(&self, word: Word) -> Option<f64> {
        self.cardinals.get(&word).copied()
    }

    /// What a scale word multiplies by: `hundred`, `million`, `lakh`.
    pub fn scale(&self, word: Word) -> Option<f64> {
        self.scales.get(&word).copied()
    }

    /// What an abbreviated scale behind digits multiplies by: `bn`, `K`.
    pub fn abbreviated_scale(&self, spelling: &str) -> Option<f64> {
        self.abbreviated.iter().find(|(it, _)| it == spelling).map(|(_, factor)| *factor)
    }

    /// What an abbreviated scale in an amount of money multiplies by: those of any number, and `m`.
    pub fn money_scale(&self, spelling: &str) -> Option<f64> {
        let own = self.money.iter().find(|(it, _)| it == spelling).map(|(_, factor)| *factor);
        own.or_else(|| self.abbreviated_scale(spelling))
    }

    /// The place that an ordinal names: `third`, `twentieth`.
    pub fn ordinal(&self, word: Word) -> Option<f64> {
        self.ordinals.get(&word).copied()
    }

    /// The denominator of a part: 3 for `thirds`.
    pub fn part(&self, word: Word) -> Option<f64> {
        self.parts.get(&word).copied()
    }

    /// What a verb multiplies by: 2 for `doubled`, a half for `halved`.
    pub fn multiple(&self, word: Word) -> Option<f64> {
        self.multiples.get(&word).copied()
    }

    /// The value of a vulgar fraction: 0.5 for `½`.
    pub fn character(&self, word: Word) -> Option<f64> {
        self.characters.get(&word).copied()
    }
}
