//! The words that every parser leans on: function words, abbreviations, titles and the common words of English.

use serde::Deserialize;

use super::{Features, Lexicon, embedded};

/// The lists of `words.toml`, each one text of words with white space between them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    function: String,
    abbreviation: String,
    leading: String,
    parting: String,
    percent: String,
    bracket: String,
    he: String,
    she: String,
    quote: String,
}

/// The lists of `titles.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Titles {
    pub(super) address: String,
    pub(super) rank: String,
    pub(super) office: String,
    pub(super) occupation: String,
}

/// The list of `common-words.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommonWords {
    words: String,
}

/// Marks the words of all lists.
pub(super) fn mark(lexicon: &mut Lexicon) {
    let words: Words = embedded::parse("lexicon/words");
    let titles: Titles = embedded::parse("lexicon/titles");
    let common: CommonWords = embedded::parse("lexicon/common-words");
    for class in ["denying", "doubting"] {
        let firsts = lexicon.classes.get(class).map_or(Vec::new(), |it| it.firsts().to_vec());
        firsts.into_iter().for_each(|word| lexicon.mark_word(word, Features::MODAL));
    }
    for (list, features) in [
        (words.function, Features::FUNCTION.with(Features::COMMON)),
        (words.abbreviation, Features::ABBREVIATION),
        (words.leading, Features::LEADING),
        (words.parting, Features::PARTING),
        (words.percent, Features::PERCENT),
        (words.bracket, Features::BRACKET),
        (words.he, Features::HE),
        (words.she, Features::SHE),
        (words.quote, Features::QUOTE),
        (titles.address, Features::TITLE),
        (titles.rank, Features::TITLE),
        (titles.office, Features::TITLE),
        (titles.occupation, Features::TITLE),
        (common.words, Features::COMMON),
    ] {
        for word in list.split_whitespace() {
            lexicon.mark(word, features);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Features, Lexicon, Word};

    #[test]
    fn words_and_their_roles() {
        let lexicon = Lexicon::built_in();
        for (word, role, expected) in [
            ("The", Features::FUNCTION, true),
            ("it’s", Features::FUNCTION, true),
            ("Mr", Features::ABBREVIATION, true),
            ("U.S", Features::ABBREVIATION, true),
            ("sat", Features::ABBREVIATION, false),
            ("Senator", Features::TITLE, true),
            ("Table", Features::COMMON, true),
            ("Table", Features::FUNCTION, false),
            ("Zelensky", Features::COMMON, false),
        ] {
            assert_eq!(lexicon.features(Word::of(word)).any(role), expected, "{word}");
        }
    }
}
