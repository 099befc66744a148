//! Large sets of words that are only asked "is it one of them?": the words of English, given names, surnames, places.
//!
//! The lists are text files in `data/`; the build turns each into the sorted hashes of its words, so that nothing is
//! loaded when the program starts. A word that is in no list answers yes once in fifty thousand times, which is why
//! these sets give evidence and never a finding of their own.

use super::Word;

/// A set of words, as the sorted 32-bit hashes of their spellings in little-endian bytes.
#[derive(Debug, Clone, Copy)]
pub struct WordSet(&'static [u8]);

/// The words of English in any inflection and in British, American and Canadian spelling, without names.
pub const ENGLISH: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/english-words.set")));
/// Given names that are common in the United States.
pub const GIVEN_NAMES: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/given-names.set")));
/// Surnames that are common in the United States.
pub const SURNAMES: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/surnames.set")));
/// Countries, their capitals, large cities and the states of the United States; a name of several words is one entry.
pub const PLACES: WordSet = WordSet(include_bytes!(concat!(env!("OUT_DIR"), "/places.set")));

impl WordSet {
    /// Whether the word is in the set.
    pub fn contains(self, word: Word) -> bool {
        let wanted = word.short_hash();
        let count = self.len();
        // Hashes are spread evenly, so the value tells the place up to a few times the root of the count.
        let guess = ((u64::from(wanted) * count as u64) >> 32) as usize;
        let reach = 2 * count.isqrt() + 1;
        let (mut low, mut high) = (guess.saturating_sub(reach), (guess + reach).min(count));
        if low > 0 && self.at(low) > wanted {
            low = 0;
        }
        if high < count && self.at(high) <= wanted {
            high = count;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            match self.at(middle).cmp(&wanted) {
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        false
    }

    fn len(self) -> usize {
        self.0.len() / 4
    }

    fn at(self, index: usize) -> u32 {
        let bytes = &self.0[index * 4..index * 4 + 4];
        u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
    }
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, GIVEN_NAMES, PLACES, SURNAMES, WordSet};
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
        assert!(!WordSet(&[]).contains(Word::of("any")));
    }
}
