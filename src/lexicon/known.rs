//! Large sets of words that are only asked "is it one of them?": the words of English, given names, surnames, places.
//!
//! The lists are text files in `data/`; the build turns them into one table of the hashes of their words, so that nothing
//! is loaded when the program starts. Before the hashes stands where those begin that share their first bits, so that a
//! question takes two looks at memory, and a second question for the same word none. A word that is in no list answers
//! yes once in fifty thousand times, which is why these sets give evidence and never a finding of their own.

use super::Word;
use super::word::WORD_SETS;

/// One of the sets: its bit.
#[derive(Debug, Clone, Copy)]
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

/// Numbers of 32 bits in little-endian bytes: how many first bits of a hash tell its bucket, where each bucket begins and
/// the last one ends, and for each word, in the order of the hashes, the last 24 bits of its hash and the bits of its sets.
const TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/known.sets"));

impl WordSet {
    /// The set of a list by its name, which has to be one of [`WORD_SETS`].
    const fn of(list: &str) -> Self {
        let mut bit = 0;
        while !is_same(WORD_SETS[bit], list) {
            bit += 1;
        }
        Self(1 << bit)
    }

    /// Whether the word is in the set.
    pub fn contains(self, word: Word) -> bool {
        let wanted = word.short_hash();
        let bits = number(0);
        let bucket = (wanted >> (32 - bits)) as usize;
        let words = 2 + (1 << bits);
        let (start, end) = (words + number(1 + bucket) as usize, words + number(2 + bucket) as usize);
        let mut entries = TABLE[start * 4..end * 4].chunks_exact(4).map(little_endian);
        entries.any(|it| it >> 8 == wanted & 0x00ff_ffff && it & self.0 != 0)
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

fn number(index: usize) -> u32 {
    little_endian(&TABLE[index * 4..index * 4 + 4])
}

fn little_endian(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, GIVEN_NAMES, MEN, PLACES, SURNAMES, WOMEN};
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
