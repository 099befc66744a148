//! A word's identity: a hash of its lower-case spelling, so that words are compared as integers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The identity of a word, the same for every capitalisation and for straight and curly apostrophes.
///
/// It is the 64-bit FNV-1a hash of the folded spelling; 2^32 different words would have to be read before a
/// clash became likely. [`Word::of`] is `const`, so parsers name words as constants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u64);

/// How many bytes the filter before an index of words has; see [`spelling`](super::spelling).
pub(crate) const FILTER_BYTES: usize = 1 << 17;

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Word {
    /// The hash itself, well mixed in its low bits.
    pub const fn bits(self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    /// The identity of a spelling.
    pub const fn of(spelling: &str) -> Self {
        let bytes = spelling.as_bytes();
        let (mut hash, mut at) = (OFFSET, 0);
        while at < bytes.len() {
            if bytes[at] >= 0x80 {
                return Self::folded(spelling);
            }
            hash = (hash ^ bytes[at].to_ascii_lowercase() as u64).wrapping_mul(PRIME);
            at += 1;
        }
        Self(hash)
    }

    /// The identity of the letters of ASCII that `bytes` begin with, how many they are, and how many of them are capitals.
    pub fn of_letters(bytes: &[u8]) -> (Self, usize, usize) {
        let (mut hash, mut count, mut capitals) = (OFFSET, 0, 0);
        for byte in bytes {
            let lower = byte | 0x20;
            if !lower.is_ascii_lowercase() {
                break;
            }
            hash = (hash ^ u64::from(lower)).wrapping_mul(PRIME);
            capitals += usize::from(lower != *byte);
            count += 1;
        }
        (Self(hash), count, capitals)
    }

    /// The lower and the upper half of the hash.
    pub(super) const fn halves(self) -> (u32, u32) {
        (self.0 as u32, (self.0 >> 32) as u32)
    }

    /// The identity of this word with `rest`, which is ASCII, written directly behind it.
    #[must_use]
    pub const fn joined(self, rest: &str) -> Self {
        let bytes = rest.as_bytes();
        let (mut hash, mut at) = (self.0, 0);
        while at < bytes.len() {
            hash = (hash ^ bytes[at].to_ascii_lowercase() as u64).wrapping_mul(PRIME);
            at += 1;
        }
        Self(hash)
    }

    /// The identity of a row of words, one word longer.
    #[must_use]
    pub const fn mixed(self, next: Self) -> Self {
        Self((self.0 ^ next.bits()).wrapping_mul(PRIME))
    }

    /// The identity in 32 bits, for large sets of words.
    pub const fn short_hash(self) -> u32 {
        (self.0 ^ (self.0 >> 32)) as u32
    }

    /// The identity of a spelling with letters outside ASCII; the two-byte capitals of Latin-1 are folded here,
    /// which covers the names of Western Europe; others keep their case.
    const fn folded(spelling: &str) -> Self {
        let bytes = spelling.as_bytes();
        let (mut hash, mut at) = (OFFSET, 0);
        while at < bytes.len() {
            let byte = bytes[at];
            // U+2019, the curly apostrophe, is E2 80 99.
            if byte == 0xe2 && at + 2 < bytes.len() && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99 {
                hash = (hash ^ b'\'' as u64).wrapping_mul(PRIME);
                at += 3;
                continue;
            }
            let follows_c3 = at > 0 && bytes[at - 1] == 0xc3;
            let lower = if follows_c3 && byte >= 0x80 && byte <= 0x9e && byte != 0x97 { byte + 0x20 } else { byte };
            hash = (hash ^ lower.to_ascii_lowercase() as u64).wrapping_mul(PRIME);
            at += 1;
        }
        Self(hash)
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
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
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
        assert_ne!(Word::of("form"), Word::of("from"));
        assert_eq!(Word::of("air").joined("Strike"), Word::of("airstrike"));
    }
}
