//! The roles of all words in one flat table, which the lexer asks once for every token.

use super::{Features, Word, WordMap};

/// A hash table with open addressing: eight bytes a word, so that most of it stays in the processor's cache.
///
/// A slot keeps the upper half of a word's hash; the lower half says where it is looked for. A slot without roles is
/// empty.
#[derive(Debug)]
pub(super) struct Roles {
    slots: Vec<(u32, Features)>,
}

impl Roles {
    pub(super) fn new(roles: WordMap<Features>) -> Self {
        let count = (roles.len() * 2).next_power_of_two().max(2);
        let mut table = Self { slots: vec![(0, Features::NONE); count] };
        #[allow(clippy::iter_over_hash_type)] // where a word is put changes no answer
        for (word, features) in roles {
            let (mut at, key) = table.place(word);
            while table.slots[at].1 != Features::NONE {
                at = (at + 1) & (count - 1);
            }
            table.slots[at] = (key, features);
        }
        table
    }

    /// The roles of a word.
    pub(super) fn of(&self, word: Word) -> Features {
        let (mut at, key) = self.place(word);
        loop {
            let (found, features) = self.slots[at];
            if found == key || features == Features::NONE {
                return features;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// Where a word is looked for first, and what tells it from others there.
    fn place(&self, word: Word) -> (usize, u32) {
        let (low, high) = word.halves();
        (low as usize & (self.slots.len() - 1), high)
    }
}

impl Default for Roles {
    fn default() -> Self {
        Self::new(WordMap::default())
    }
}
