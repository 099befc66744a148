//! A word's identity: a hash of its lower-case spelling, so that words are compared as integers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The identity of a word, the same for every capitalisation and for straight and curly apostrophes.
///
/// It is a 64-bit hash of the folded spelling, eight bytes at a time; 2^32 different words would have to be read before
/// a clash became likely. [`Word::of`] is `const`, so parsers name words as constants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u64);

/// How many bytes the filter before an index of words has; see [`spelling`](super::spelling).
pub(crate) const FILTER_BYTES: usize = 1 << 17;

/// The lists of `data/` that are only asked for their members, see [`known`](super::known): the place of a list is the bit
/// of its set. The last is no list: it is what the places begin with.
pub(crate) const WORD_SETS: [&str; 7] =
    ["english-words", "given-names", "men", "women", "surnames", "places", "place-beginnings"];

/// The hash of no letters, and the factor of every step; both are the digits of an irrational number (of the golden
/// ratio and of pi), which have no pattern.
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const FACTOR: u64 = 0x2436_a885_a308_d313;

/// The bit that tells small letters from capitals, in each of eight bytes; the highest bit of each; and ones.
const SMALL: u64 = 0x2020_2020_2020_2020;
const HIGH: u64 = 0x8080_8080_8080_8080;
const ONES: u64 = 0x0101_0101_0101_0101;

/// One step of the hash: the product of 128 bits, folded, in which every bit depends on all eight bytes.
const fn step(hash: u64, bytes: u64) -> u64 {
    let product = (hash ^ bytes) as u128 * FACTOR as u128;
    product as u64 ^ (product >> 64) as u64
}

impl Word {
    /// The hash itself, well mixed in all its bits.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The identity of a spelling. The two-byte capitals of Latin-1 are folded, which covers the names of Western
    /// Europe; others keep their case.
    pub const fn of(spelling: &str) -> Self {
        Self::of_two(spelling, "")
    }

    /// The identity of two spellings, the second written directly behind the first.
    pub const fn of_two(one: &str, other: &str) -> Self {
        let mut hash = Hash { hash: SEED, bytes: 0, count: 0 };
        hash = hash.with(one.as_bytes()).with(other.as_bytes());
        Self(if hash.count > 0 { step(hash.hash, hash.bytes) } else { hash.hash })
    }

    /// The identity of a spelling, as [`Word::of`] tells it, eight bytes at a time where they are ASCII.
    pub fn read(spelling: &str) -> Self {
        let bytes = spelling.as_bytes();
        let (mut hash, mut at) = (SEED, 0);
        while at < bytes.len() {
            let eight = eight_from(bytes, at);
            if eight & HIGH != 0 {
                return Self::of(spelling);
            }
            hash = step(hash, eight | (letters(eight) >> 2 & SMALL));
            at += 8;
        }
        Self(hash)
    }

    /// The identity of the letters of ASCII that stand from an index on, how many they are, and how many of them are
    /// capitals.
    #[inline]
    pub fn of_letters(bytes: &[u8], start: usize) -> (Self, usize, usize) {
        let (mut hash, mut count, mut capitals) = (SEED, 0, 0);
        loop {
            let eight = eight_from(bytes, start + count);
            let small = eight | SMALL;
            let read = ((letters(eight) ^ HIGH).trailing_zeros() / 8) as usize;
            if read == 0 {
                break;
            }
            let kept = u64::MAX >> (64 - 8 * read);
            let large = !eight & SMALL & kept;
            if large != 0 {
                capitals += large.count_ones() as usize;
            }
            hash = step(hash, small & kept);
            count += read;
            if read < 8 {
                break;
            }
        }
        (Self(hash), count, capitals)
    }

    /// The identity of a spelling of one byte of ASCII, as nearly all marks are.
    #[inline]
    pub(crate) fn of_mark(byte: u8) -> Self {
        static MARKS: [Word; 128] = {
            let mut marks = [Word(0); 128];
            let mut byte = 0;
            while byte < 128 {
                marks[byte] = Word(step(SEED, (byte as u8).to_ascii_lowercase() as u64));
                byte += 1;
            }
            marks
        };
        MARKS[usize::from(byte & 0x7f)]
    }

    /// The lower and the upper half of the hash.
    pub(super) const fn halves(self) -> (u32, u32) {
        (self.0 as u32, (self.0 >> 32) as u32)
    }

    /// The identity of a row of words, one word longer.
    #[must_use]
    pub const fn mixed(self, next: Self) -> Self {
        Self(step(self.0, next.0))
    }

    /// The identity in 32 bits, for large sets of words.
    pub const fn short_hash(self) -> u32 {
        (self.0 ^ (self.0 >> 32)) as u32
    }
}

/// The highest bit of each of eight bytes that is a letter of ASCII.
const fn letters(eight: u64) -> u64 {
    // A byte of seven bits gets its highest bit where it is "a" or more, or more than "z".
    let seven = (eight | SMALL) & !HIGH;
    let from_a = seven + (0x80 - 0x61) * ONES;
    let behind_z = seven + (0x80 - 0x7b) * ONES;
    from_a & !behind_z & !eight & HIGH
}

/// Eight bytes from an index on, the first the lowest; zeros behind the end.
fn eight_from(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => fewer_than_eight(rest),
    }
}

/// Up to seven bytes, the first the lowest: two reads that may overlap, where they read the same.
fn fewer_than_eight(bytes: &[u8]) -> u64 {
    let place = |at: usize| 8 * at as u32;
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            u64::from(first) | u64::from(last) << place(bytes.len() - 4)
        }
        _ => match bytes {
            [] => 0,
            [first, .., last] => {
                let middle = bytes.len() / 2;
                u64::from(*first)
                    | u64::from(bytes[middle]) << place(middle)
                    | u64::from(*last) << place(bytes.len() - 1)
            }
            [only] => u64::from(*only),
        },
    }
}

/// A hash while its spelling is read: up to seven bytes wait for the eighth.
#[derive(Clone, Copy)]
struct Hash {
    hash: u64,
    bytes: u64,
    count: u32,
}

impl Hash {
    /// Takes in the bytes of a spelling, folded.
    const fn with(mut self, bytes: &[u8]) -> Self {
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            // U+2019, the curly apostrophe, is E2 80 99.
            if byte == 0xe2 && at + 2 < bytes.len() && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99 {
                self = self.with_byte(b'\'');
                at += 3;
                continue;
            }
            // The capitals U+00C0 to U+00DE are C3 80 to C3 9E, each 20 below its small letter; C3 97 is a sign.
            let is_capital = at > 0 && bytes[at - 1] == 0xc3 && byte >= 0x80 && byte <= 0x9e && byte != 0x97;
            self = self.with_byte(if is_capital { byte + 0x20 } else { byte.to_ascii_lowercase() });
            at += 1;
        }
        self
    }

    const fn with_byte(self, byte: u8) -> Self {
        let bytes = self.bytes | (byte as u64) << (8 * self.count);
        if self.count == 7 {
            Self { hash: step(self.hash, bytes), bytes: 0, count: 0 }
        } else {
            Self { bytes, count: self.count + 1, ..self }
        }
    }
}

/// A map keyed by words. It trusts the word's own hash.
pub type WordMap<V> = HashMap<Word, V, BuildHasherDefault<TrustedHasher>>;

/// Passes a word's hash through unchanged.
#[derive(Debug, Default)]
pub struct TrustedHasher(u64);

impl Hasher for TrustedHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = step(self.0, u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

#[cfg(test)]
mod tests {
    use super::Word;

    #[test]
    fn spellings_of_one_word_are_one_word() {
        for (one, other) in [("Teh", "teh"), ("It’s", "it's"), ("ÉTÉ", "été"), ("U.S.", "u.s.")] {
            assert_eq!(Word::of(one), Word::of(other), "{one} and {other}");
        }
        for (one, other) in [("form", "from"), ("a", "aa"), ("", "a"), ("abcdefgh", "abcdefghi"), ("×", "÷")] {
            assert_ne!(Word::of(one), Word::of(other), "{one} and {other}");
        }
        assert_eq!(Word::of_two("air", "Strike"), Word::of("airstrike"));
    }

    #[test]
    fn letters_are_read_as_the_whole_spelling_is() {
        for (text, letters, capitals) in [
            ("the end", "the", 0),
            ("NATO,", "NATO", 4),
            ("Afghanistan's", "Afghanistan", 1),
            ("counterintelligence", "counterintelligence", 0),
            ("abcdefgh", "abcdefgh", 0),
            ("McDonalds-", "McDonalds", 2),
            ("a@[`{", "a", 0),
            ("Zürich", "Z", 1),
            ("8th", "", 0),
            ("", "", 0),
        ] {
            let (word, count, found) = Word::of_letters(text.as_bytes(), 0);
            let first = text.bytes().next().filter(u8::is_ascii);
            assert!(first.is_none_or(|it| Word::of_mark(it) == Word::of(&text[..1])), "{text}");
            assert_eq!((word, count, found), (Word::of(letters), letters.len(), capitals), "{text}");
            assert_eq!(Word::read(text), Word::of(text), "{text}");
        }
    }
}
