//! The spellings that the varieties of English do not share.
//!
//! A line holds the spellings of one word, each with the varieties that use it: `color=a colour=bzcd`. The letters are
//! those of [`letter`]. What all varieties use is left out, and so is a spelling that would stand in two lines: it is a
//! form of two words, and tells nothing.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use varcon::{Category, Tag, VARCON};

const ALL: &str = "abzcd";

/// Spellings that American and Canadian papers print as readily as their own.
const ALSO_AMERICAN: &str = include_str!("../also-american.txt");

/// Spellings that are also other words everywhere, or that no reader takes for those of a variety.
const OF_NO_VARIETY: &str = include_str!("../of-no-variety.txt");

/// The text of `spelling-varieties.txt`.
pub fn list() -> String {
    let users = users();
    let passed_over: HashSet<&str> = OF_NO_VARIETY.split_whitespace().collect();
    let tells = |word: &str| {
        word.len() >= 4
            && word.bytes().all(|it| it.is_ascii_lowercase())
            && !passed_over.contains(word)
            && users.get(word).is_some_and(|it| !it.is_empty() && it.len() < ALL.len())
    };
    let entries = VARCON.iter().flat_map(|cluster| cluster.entries);
    let words: BTreeSet<BTreeSet<&str>> =
        entries.map(|entry| entry.variants.iter().map(|it| it.word).filter(|it| tells(it)).collect()).collect();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    words.iter().flatten().for_each(|it| *count.entry(it).or_default() += 1);
    let spelled = |word: &&str| {
        let letters: String = ALL.chars().filter(|it| users[word].contains(it)).collect();
        format!("{word}={letters}")
    };
    let mut lines: Vec<String> = words
        .iter()
        .map(|word| word.iter().filter(|it| count[*it] == 1).map(spelled).collect::<Vec<_>>())
        .filter(|word| !word.is_empty())
        .map(|mut word| {
            word.sort();
            word.join(" ")
        })
        .collect();
    lines.sort();
    lines.join("\n") + "\n"
}

/// Every spelling that is known, of whatever variety.
pub fn spellings() -> HashSet<&'static str> {
    VARCON.iter().flat_map(|it| it.entries).flat_map(|it| it.variants).map(|it| it.word).collect()
}

/// The letters of the varieties that use a spelling and do not frown on it.
fn users() -> BTreeMap<&'static str, BTreeSet<char>> {
    let mut users: BTreeMap<&str, BTreeSet<char>> = BTreeMap::new();
    for variant in VARCON.iter().flat_map(|it| it.entries).flat_map(|it| it.variants) {
        for it in variant.types.iter().filter(|it| matches!(it.tag, None | Some(Tag::Eq | Tag::Variant))) {
            users.entry(variant.word).or_default().extend(letter(it.category).chars());
        }
    }
    for word in ALSO_AMERICAN.split_whitespace() {
        users.entry(word).or_default().extend(['a', 'c']);
    }
    users
}

/// The letter of a variety; `Other` is at home in all.
fn letter(category: Category) -> &'static str {
    match category {
        Category::American => "a",
        Category::BritishIse => "b",
        Category::BritishIze => "z",
        Category::Canadian => "c",
        Category::Australian => "d",
        Category::Other => ALL,
    }
}
