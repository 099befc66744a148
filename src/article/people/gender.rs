//! Which titles and given names are men's and which are women's.

use crate::claims::Name;
use crate::lexicon::known::{MEN, WOMEN, WordSet};
use crate::lexicon::{Lexicon, Word, word_id};

/// The gender of a bearer, 0 or 1, by the title before the name or by the given name; most names have neither.
#[inline]
pub(super) fn gender(name: &Name, lexicon: &Lexicon) -> Option<u32> {
    if name.title.is_none() && name.given.is_none() { None } else { told_gender(name, lexicon) }
}

fn told_gender(name: &Name, lexicon: &Lexicon) -> Option<u32> {
    let by_title = |title: &str| {
        title.split(|it: char| !it.is_alphabetic()).map(Word::read).find_map(|word| match () {
            () if lexicon.classes.has(word_id!("title-of-man"), word) => Some(0),
            () if lexicon.classes.has(word_id!("title-of-woman"), word) => Some(1),
            () => None,
        })
    };
    name.title.as_deref().and_then(by_title).or_else(|| {
        let sets = WordSet::of_word(name.given?);
        if sets.any(MEN) { Some(0) } else { sets.any(WOMEN).then_some(1) }
    })
}
