//! A set of words that may take others for its own, but misses none of them: it dismisses most words at the price of one
//! look, before a list or a map is asked.

use super::Word;

/// A bit for the hash of each word, in so many rows of 64.
#[derive(Clone, Debug)]
pub(crate) struct Filter<const ROWS: usize>([u64; ROWS]);

impl<const ROWS: usize> Default for Filter<ROWS> {
    fn default() -> Self {
        Self([0; ROWS])
    }
}

impl<const ROWS: usize> Filter<ROWS> {
    /// Adds a word.
    pub(crate) fn add(&mut self, word: Word) {
        let (row, bit) = Self::place(word);
        self.0[row] |= bit;
    }

    /// Whether the word may have been added.
    #[inline]
    pub(crate) fn may_have(&self, word: Word) -> bool {
        let (row, bit) = Self::place(word);
        self.0[row] & bit != 0
    }

    fn place(word: Word) -> (usize, u64) {
        let bits = word.bits();
        ((bits >> 6) as usize % ROWS, 1 << (bits % 64))
    }
}
