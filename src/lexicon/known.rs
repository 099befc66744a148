//! Large sets of words that are only asked "is it one of them?": the words of English, given names, surnames, places.
//!
//! The lists are text files in `data/`; the build turns them into one table of the hashes of their words, so that nothing
//! is loaded when the program starts. A question takes one look at memory, whether it is for one set or for several. A
//! word that is in no list answers yes once in fifty thousand times, which is why these sets give evidence and never a
//! finding of their own.

use super::Word;
use super::word::WORD_SETS;

/// One of the sets, or several: their bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordSet(u32);

/// The words of English in any inflection and in British, American and Canadian spelling, without names.
pub const ENGLISH: WordSet = WordSet::of("english-words");
/// Given names that are common in the United States.
pub const GIVEN_NAMES: WordSet = WordSet::of("given-names");
/// Given names of men in any country; those that women bear too are left out.
pub const MEN: WordSet = WordSet::of("men");
/// Given names of women in any country; those that men bear too are left out.
pub const WOMEN: WordSet = WordSet::of("women");
/// Surnames that are common in the United States.
pub const SURNAMES: WordSet = WordSet::of("surnames");
/// Countries, their capitals, large cities and the states of the United States; a name of several words is one entry.
pub const PLACES: WordSet = WordSet::of("places");
/// What the names of places of several words begin with: "los", of Los Angeles.
pub const PLACE_BEGINNINGS: WordSet = WordSet::of("place-beginnings");

/// A hash table with open addressing, of numbers of 32 bits in little-endian bytes: the last 24 bits of a word's hash and
/// the bits of its sets. The first bits of the hash tell where it is looked for first; a slot of no set is empty.
const TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/known.sets"));

/// How many slots it has, which is a power of two.
const SLOTS: usize = TABLE.len() / 4;

impl WordSet {
    /// The set of a list by its name, which has to be one of [`WORD_SETS`].
    const fn of(list: &str) -> Self {
        let mut bit = 0;
        while !is_same(WORD_SETS[bit], list) {
            bit += 1;
        }
        Self(1 << bit)
    }

    /// All sets that a word is in.
    pub fn of_word(word: Word) -> Self {
        let hash = word.short_hash();
        let mut at = (hash >> (32 - SLOTS.ilog2())) as usize;
        loop {
            let slot = slot(at);
            if slot >> 8 == hash & 0x00ff_ffff || slot == 0 {
                return Self(slot & 0xff);
            }
            at = (at + 1) % SLOTS;
        }
    }

    /// Whether the word is in the set.
    pub fn contains(self, word: Word) -> bool {
        Self::of_word(word).any(self)
    }

    /// Whether one of the sets is among the others.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The sets of both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

fn slot(at: usize) -> u32 {
    let bytes = &TABLE[at * 4..at * 4 + 4];
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, GIVEN_NAMES, MEN, PLACE_BEGINNINGS, PLACES, SURNAMES, WOMEN};
    use crate::lexicon::Word;

    #[test]
    fn words_and_their_sets() {
        for (set, word, expected) in [
            (ENGLISH, "table", true),
            (ENGLISH, "Tables", true),
            (ENGLISH, "colour", true),
            (ENGLISH, "color", true),
            (ENGLISH, "zygotic", true),
            (ENGLISH, "teh", false),
            (ENGLISH, "pavillion", false),
            (GIVEN_NAMES, "Nikki", true),
            (GIVEN_NAMES, "Tuesday", false),
            (MEN, "Vladimir", true),
            (MEN, "Priya", false),
            (WOMEN, "Priya", true),
            (WOMEN, "Robin", false),
            (SURNAMES, "smith", true),
            (SURNAMES, "zurutuza", false),
            (PLACES, "Los Angeles", true),
            (PLACES, "France", true),
            (PLACES, "Angeles", false),
            (PLACE_BEGINNINGS, "Los", true),
            (PLACE_BEGINNINGS, "Guinea", true),
            (PLACE_BEGINNINGS, "France", false),
        ] {
            assert_eq!(set.contains(Word::of(word)), expected, "{word}");
        }
    }

    #[test]
    fn every_member_is_found() {
        for (set, list) in
            [(ENGLISH, include_str!("../../data/english-words.txt")), (PLACES, include_str!("../../data/places.txt"))]
        {
            let missing: Vec<&str> = list.lines().filter(|word| !set.contains(Word::of(word))).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    }
}
