//! How words are spelled: common misspellings with what was meant, and the spellings of the varieties of English.
//!
//! Both lists are text files in `data/` and stand in the program as they are; the build adds an index by the hash of
//! each word. A filter of one bit for each hash dismisses nearly every word of a text at the price of one look.

use super::Word;
use super::word::FILTER_BYTES;

/// A list of lines, each found by any of its words.
struct WordIndex {
    index: &'static [u8],
    text: &'static str,
}

/// A line: what was meant, with a bar between several and `_` for a space; then how it is misspelled.
static MISSPELLINGS: WordIndex = WordIndex {
    index: include_bytes!(concat!(env!("OUT_DIR"), "/misspellings.index")),
    text: include_str!("../../data/misspellings.txt"),
};

/// A line: the spellings of one word, each with the varieties that use it. What all of them use is left out.
static VARIETIES: WordIndex = WordIndex {
    index: include_bytes!(concat!(env!("OUT_DIR"), "/spelling-varieties.index")),
    text: include_str!("../../data/spelling-varieties.txt"),
};

/// A set of the varieties of English that take a spelling for theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Varieties(u8);

impl Varieties {
    /// American English.
    pub const AMERICAN: Self = Self(1);
    /// British English with -ise.
    pub const BRITISH_ISE: Self = Self(1 << 1);
    /// British English with -ize, as Oxford prints it.
    pub const BRITISH_IZE: Self = Self(1 << 2);
    /// Canadian English.
    pub const CANADIAN: Self = Self(1 << 3);
    /// Australian English.
    pub const AUSTRALIAN: Self = Self(1 << 4);
    /// Every variety.
    pub const ALL: Self = Self((1 << 5) - 1);
    const EACH: [Self; 5] = [Self::AMERICAN, Self::BRITISH_ISE, Self::BRITISH_IZE, Self::CANADIAN, Self::AUSTRALIAN];

    /// How a country spells, by its language tag: `en-GB`. Britain spells with -ise and with -ize.
    pub fn of_language(tag: &str) -> Option<Self> {
        match tag {
            "en-US" => Some(Self::AMERICAN),
            "en-GB" => Some(Self(Self::BRITISH_ISE.0 | Self::BRITISH_IZE.0)),
            "en-CA" => Some(Self::CANADIAN),
            "en-AU" => Some(Self::AUSTRALIAN),
            _ => None,
        }
    }

    /// Its varieties, one by one.
    pub fn each(self) -> impl DoubleEndedIterator<Item = Self> {
        Self::EACH.into_iter().filter(move |it| self.any(*it))
    }

    /// Whether a variety is common to both.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What a reader calls the spelling: American where Americans use it, else British, where it is not that of one
    /// other country alone.
    pub fn name(self) -> &'static str {
        match self {
            Self::CANADIAN => "Canadian",
            Self::AUSTRALIAN => "Australian",
            _ if self.any(Self::AMERICAN) => "American",
            _ => "British",
        }
    }

    fn read(letters: &str) -> Self {
        let bit = |letter| Self::EACH["abzcd".find(letter).unwrap_or_default()].0;
        Self(letters.chars().map(bit).fold(0, |all, bit| all | bit))
    }
}

/// One spelling of a word that the varieties of English spell differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VarietySpelling {
    /// The spelling, in lower case.
    pub spelling: &'static str,
    /// Who uses it.
    pub varieties: Varieties,
    /// Its line, the same for all spellings of the word.
    line: &'static str,
}

impl VarietySpelling {
    /// What identifies the word, however it is spelled.
    pub fn lemma(&self) -> Word {
        Word::of(self.line)
    }

    /// The spelling of the same word in a variety, where it has one of its own.
    pub fn in_variety(&self, variety: Varieties) -> Option<&'static str> {
        spellings(self.line).find(|it| it.1.any(variety)).map(|it| it.0)
    }
}

/// What was meant by a misspelled word, the likeliest first; nothing where it is no known misspelling.
pub fn corrections(word: Word) -> Option<impl Iterator<Item = String>> {
    let line = MISSPELLINGS.line(word)?;
    let (meant, wrong) = line.split_once(' ')?;
    wrong.split(' ').any(|it| Word::of(it) == word).then(|| meant.split('|').map(|it| it.replace('_', " ")))
}

/// The varieties of a spelling, where not all use it.
pub fn variety(word: Word) -> Option<VarietySpelling> {
    let line = VARIETIES.line(word)?;
    let found = spellings(line).find(|it| Word::of(it.0) == word);
    found.map(|(spelling, varieties)| VarietySpelling { spelling, varieties, line })
}

fn spellings(line: &'static str) -> impl Iterator<Item = (&'static str, Varieties)> {
    line.split(' ').filter_map(|it| it.split_once('=')).map(|(word, letters)| (word, Varieties::read(letters)))
}

impl WordIndex {
    /// The line of a word.
    fn line(&self, word: Word) -> Option<&'static str> {
        let wanted = word.short_hash();
        let bit = wanted as usize % (FILTER_BYTES * 8);
        if self.index[bit / 8] & 1 << (bit % 8) == 0 {
            return None;
        }
        let records = &self.index[FILTER_BYTES..];
        let hash = |at: usize| {
            u32::from_le_bytes([records[at * 8], records[at * 8 + 1], records[at * 8 + 2], records[at * 8 + 3]])
        };
        let (mut low, mut high) = (0, records.len() / 8);
        while low < high {
            let middle = low + (high - low) / 2;
            if hash(middle) < wanted { low = middle + 1 } else { high = middle }
        }
        if low * 8 >= records.len() || hash(low) != wanted {
            return None;
        }
        let at = &records[low * 8 + 4..low * 8 + 8];
        let rest = &self.text[u32::from_le_bytes([at[0], at[1], at[2], at[3]]) as usize..];
        rest.lines().next()
    }
}

#[cfg(test)]
mod tests {
    use super::{MISSPELLINGS, VARIETIES, Varieties, corrections, variety};
    use crate::lexicon::Word;

    #[test]
    fn misspellings_and_what_was_meant() {
        for (word, expected) in
            [("teh", "the"), ("recieve", "receive"), ("recieved", "received"), ("the", ""), ("table", "")]
        {
            let found: Vec<String> = corrections(Word::of(word)).into_iter().flatten().collect();
            assert_eq!(found.join("|"), expected, "{word}");
        }
    }

    #[test]
    fn spellings_and_their_varieties() {
        for (word, other, american, british) in
            [("colour", "color", false, true), ("color", "colour", true, false), ("organise", "organize", false, true)]
        {
            let found = variety(Word::of(word)).expect("varieties spell it differently");
            assert_eq!(found.varieties.any(Varieties::AMERICAN), american, "{word}");
            assert_eq!(found.varieties.any(Varieties::BRITISH_ISE), british, "{word}");
            let of_other = variety(Word::of(other)).expect("varieties spell it differently");
            assert_eq!(found.lemma(), of_other.lemma());
            let target = if american { Varieties::BRITISH_ISE } else { Varieties::AMERICAN };
            assert_eq!(found.in_variety(target), Some(other));
        }
        assert_eq!(variety(Word::of("table")), None);
    }

    #[test]
    fn every_word_of_both_lists_is_found() {
        for list in [&MISSPELLINGS, &VARIETIES] {
            let lost = list.text.lines().flat_map(|line| line.split(' ').map(move |it| (line, it)));
            let lost: Vec<_> = lost
                .filter(|(_, it)| list.line(Word::of(it.split('=').next().unwrap_or(it))).is_none())
                .take(3)
                .collect();
            assert!(lost.is_empty(), "{lost:?}");
        }
    }
}
