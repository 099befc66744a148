//! Which titles and given names are men's and which are women's.

use crate::claims::Name;
use crate::lexicon::known::{MEN, WOMEN, WordSet};
use crate::lexicon::{Word, word_ids};

/// The gender of a bearer, 0 or 1, by the title before the name or by the given name; most names have neither.
#[inline]
pub(super) fn gender(name: &Name) -> Option<u32> {
    if name.title.is_none() && name.given.is_none() { None } else { told_gender(name) }
}

fn told_gender(name: &Name) -> Option<u32> {
    const MENS: [Word; 27] = word_ids![
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "duke",
        "earl",
        "viscount",
        "marquess",
        "count",
        "baron",
        "emperor",
        "sultan",
        "father",
        "fr",
        "brother",
        "monsieur",
        "herr",
        "señor",
        "pope",
        "imam",
        "spokesman",
        "chairman",
        "congressman",
        "councilman",
        "assemblyman",
        "actor"
    ];
    const WOMENS: [Word; 25] = word_ids![
        "mrs",
        "ms",
        "miss",
        "dame",
        "lady",
        "queen",
        "princess",
        "duchess",
        "viscountess",
        "countess",
        "baroness",
        "empress",
        "sister",
        "madame",
        "mme",
        "mlle",
        "frau",
        "señora",
        "doña",
        "spokeswoman",
        "chairwoman",
        "congresswoman",
        "councilwoman",
        "assemblywoman",
        "actress"
    ];
    let by_title = |title: &str| {
        title.split(|it: char| !it.is_alphabetic()).map(Word::read).find_map(|word| match () {
            () if MENS.contains(&word) => Some(0),
            () if WOMENS.contains(&word) => Some(1),
            () => None,
        })
    };
    name.title.as_deref().and_then(by_title).or_else(|| {
        let sets = WordSet::of_word(name.given?);
        if sets.any(MEN) { Some(0) } else { sets.any(WOMEN).then_some(1) }
    })
}
