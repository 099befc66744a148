//! Common misspellings with what was meant.
//!
//! A line holds what was meant, with a bar between several and `_` for a space, and then how it is misspelled:
//! `abandon abanden abandone`. No word of the dictionary, no spelling of a variety of English and no short name counts
//! as misspelled.

use std::collections::{BTreeMap, HashSet};

use crate::varieties;

const ENGLISH: &str = include_str!("../../english-words.txt");

const NAMES: [&str; 3] =
    [include_str!("../../surnames.txt"), include_str!("../../given-names.txt"), include_str!("../../places.txt")];

/// Words of other languages that stand in English drafts.
const FOREIGN: &str = include_str!("../foreign.txt");

/// The misspellings of two or three letters that are nothing else.
const SHORT: [&str; 13] = ["teh", "hte", "adn", "nad", "fo", "fro", "yuo", "waht", "hsi", "tje", "tht", "thw", "wth"];

/// Words that mean their possessive; "peoples" is a word.
const POSSESSIVES: [(&str, &[&str]); 4] =
    [("womens", &["women's"]), ("mens", &["men's"]), ("childrens", &["children's"]), ("peoples", &[])];

/// The text of `misspellings.txt`.
pub fn list() -> String {
    let english: HashSet<String> = lines(ENGLISH).collect();
    let names: HashSet<String> = NAMES.into_iter().flat_map(lines).collect();
    let foreign: HashSet<&str> = FOREIGN.split_whitespace().collect();
    let varieties = varieties::spellings();
    let is_misspelled = |word: &str, meant: &[&str]| {
        let is_long_enough = match word.len() {
            0..=3 => SHORT.contains(&word),
            4 => meant.len() == 1 && !names.contains(word),
            5 => meant.len() == 1,
            _ => true,
        };
        is_long_enough
            && is_plain(word, "'")
            && !english.contains(word)
            && !varieties.contains(word)
            && !foreign.contains(word)
    };
    let is_word = |word: &str| {
        english.contains(word)
            || varieties.contains(word.to_lowercase().as_str())
            || POSSESSIVES.iter().any(|it| it.1.contains(&word))
    };
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (word, meant) in typos_dict::WORD.map.entries() {
        let word = word.into_inner();
        let possessive = POSSESSIVES.iter().find(|it| it.0 == word).map(|it| it.1);
        let meant = possessive.unwrap_or(meant);
        if !is_misspelled(word, meant) {
            continue;
        }
        let meant: Vec<&str> = meant.iter().copied().filter(|it| it.split_whitespace().all(is_word)).collect();
        if !meant.is_empty() && meant.iter().all(|it| is_plain(it, "' -")) {
            groups.entry(meant.join("|").replace(' ', "_")).or_default().push(word);
        }
    }
    let line = |(meant, mut wrong): (String, Vec<&str>)| {
        wrong.sort_unstable();
        format!("{meant} {}", wrong.join(" "))
    };
    let mut lines: Vec<String> = groups.into_iter().map(line).collect();
    lines.sort();
    lines.join("\n") + "\n"
}

/// Whether a word is written in small letters and these marks alone.
fn is_plain(word: &str, marks: &str) -> bool {
    word.chars().all(|it| it.is_ascii_lowercase() || marks.contains(it))
}

fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(|it| it.trim().to_lowercase())
}
