//! Large sets of words that are only asked "is it one of them?": the words of English, given names, surnames, places.
//!
//! The lists are text files in `data/`; the build turns each into the sorted hashes of its words, so that nothing is
//! loaded when the program starts. Before the hashes stands where those begin that share their first bits, so that a
//! question takes two looks at memory. A word that is in no list answers yes once in fifty thousand times, which is why
//! these sets give evidence and never a finding of their own.

use super::Word;

/// A set of words, as 32-bit numbers in little-endian bytes: how many first bits of a hash tell its bucket, where each
/// bucket begins and the last one ends, and the sorted hashes of all spellings.
#[derive(Debug, Clone, Copy)]
pub struct WordSet(&'static [u8]);

/// The words of English in any inflection and in British, American and Canadian spelling, without names.
pub const ENGLISH: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/english-words.set")));
/// Given names that are common in the United States.
pub const GIVEN_NAMES: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/given-names.set")));
/// Given names of men in any country; those that women bear too are left out.
pub const MEN: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/men.set")));
/// Given names of women in any country; those that men bear too are left out.
pub const WOMEN: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/women.set")));
/// Surnames that are common in the United States.
pub const SURNAMES: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/surnames.set")));
/// Countries, their capitals, large cities and the states of the United States; a name of several words is one entry.
pub const PLACES: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/places.set")));

impl WordSet {
    /// Whether the word is in the set.
    pub fn contains(self, word: Word) -> bool {
        let wanted = word.short_hash();
        let bits = self.at(0);
        let bucket = (wanted >> (32 - bits)) as usize;
        let hashes = 2 + (1 << bits);
        let (start, end) = (hashes + self.at(1 + bucket) as usize, hashes + self.at(2 + bucket) as usize);
        self.0[start * 4..end * 4].chunks_exact(4).any(|it| it == wanted.to_le_bytes())
    }

    fn at(self, index: usize) -> u32 {
        let bytes = &self.0[index * 4..index * 4 + 4];
        u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
    }
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
