//! "a" and "an" by the sound of the next word: the articles of grammar.
//!
//! The sound is told by the spelling where that is safe: vowels but for "eu", "one" and the u of "unit", consonants but
//! for the silent h of "hour", figures as they are spoken. Where usage differs ("an historic", "a SQL"), nothing is said.

use super::{Found, is_foreign};
use crate::article::Article;
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, PLACES};
use crate::lexicon::{Features, Lexicon, Word};
use crate::tokens::{Case, Token, TokenKind};

const A: Word = Word::of("a");
const AN: Word = Word::of("an");
const HYPHEN: Word = Word::of("-");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sound {
    Vowel,
    Consonant,
}

/// Finds articles that do not fit the next word.
pub(super) fn find(article: &Article<'_>) -> Vec<Found> {
    let text = &article.prose.text;
    let mut found = Vec::new();
    for (at, token) in article.tokens.iter().enumerate() {
        let written = match token.word {
            A => Sound::Consonant,
            AN => Sound::Vowel,
            _ => continue,
        };
        let Some(next) = article.tokens.get(at + 1) else { break };
        let is_plain = token.spaced && next.spaced && !next.starts_line && token.case != Case::Upper;
        let after = article.tokens.get(at + 2);
        let is_hyphenated = after.is_some_and(|it| it.word == HYPHEN && !it.spaced);
        let is_cut =
            after.is_some_and(|it| !it.spaced && matches!(&text[it.span.range()], "/" | "&" | "_" | "\\" | "="));
        // A capital letter inside a sentence is a name: "Class A ordinary shares".
        let is_letter = token.case == Case::Title && (next.case != Case::Lower || !starts_sentence(article, at));
        if !is_plain || is_cut || is_letter {
            continue;
        }
        let Some(sound) = sound(article.lexicon, next, &text[next.span.range()], is_hyphenated) else { continue };
        if sound == written || is_foreign(article, at) {
            continue;
        }
        let better = match (sound, token.case) {
            (Sound::Vowel, Case::Title) => "An",
            (Sound::Vowel, _) => "an",
            (Sound::Consonant, Case::Title) => "A",
            (Sound::Consonant, _) => "a",
        };
        found.push(Found::new(token.span, vec![better.to_owned()]));
    }
    found
}

/// Whether the token is the first of its sentence, quotation marks apart.
fn starts_sentence(article: &Article<'_>, at: usize) -> bool {
    let index = article.sentences.partition_point(|it| it.tokens.1 as usize <= at);
    let first = article.sentences.get(index).map_or(at, |it| it.tokens.0 as usize);
    at == first || (at == first + 1 && article.tokens[first].kind == TokenKind::Mark)
}

/// How the token begins when it is spoken, where that is certain.
fn sound(lexicon: &Lexicon, token: &Token, spelling: &str, is_hyphenated: bool) -> Option<Sound> {
    if token.kind == TokenKind::Number {
        return figure(spelling);
    }
    if token.kind != TokenKind::Word || !spelling.bytes().all(|it| it.is_ascii_alphabetic()) {
        return None;
    }
    match token.case {
        Case::Lower if spelling == "one" => is_hyphenated.then_some(Sound::Consonant),
        Case::Lower if spelling.len() == 1 => is_hyphenated.then(|| letter(spelling))?,
        Case::Lower if token.features.any(Features::FUNCTION) || spelling.len() < 3 => None,
        Case::Lower if token.features.any(Features::COMMON) || ENGLISH.contains(token.word) => word(spelling),
        Case::Title if token.features.any(Features::FUNCTION) || spelling.len() < 4 => None,
        Case::Title
            if ENGLISH.contains(token.word) || GIVEN_NAMES.contains(token.word) || PLACES.contains(token.word) =>
        {
            word(&spelling.to_ascii_lowercase())
        }
        Case::Upper => acronym(lexicon, token, spelling),
        _ => None,
    }
}

fn figure(spelling: &str) -> Option<Sound> {
    let whole = spelling.split('.').next().unwrap_or(spelling);
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let teens = digits.starts_with("11") || digits.starts_with("18");
    match digits.as_bytes() {
        [] | [b'0', ..] => None,
        [b'8', ..] => Some(Sound::Vowel),
        _ if teens && digits.len() % 3 == 2 => Some(Sound::Vowel),
        // 1,100 is spoken in two ways.
        _ if teens && digits.len() == 4 => None,
        _ => Some(Sound::Consonant),
    }
}

/// The name of a letter.
fn letter(spelling: &str) -> Option<Sound> {
    match spelling.bytes().next()?.to_ascii_lowercase() {
        b'h' | b'u' => None,
        b'a' | b'e' | b'f' | b'i' | b'l' | b'm' | b'n' | b'o' | b'r' | b's' | b'x' => Some(Sound::Vowel),
        _ => Some(Sound::Consonant),
    }
}

fn acronym(lexicon: &Lexicon, token: &Token, spelling: &str) -> Option<Sound> {
    let has_vowel = spelling.bytes().skip(1).any(|it| b"AEIOUY".contains(&it));
    let is_spelled = !has_vowel || lexicon.classes.get("spelled-out").is_some_and(|it| it.contains(token.word));
    match spelling.as_bytes()[0] {
        b'A' | b'I' => Some(Sound::Vowel),
        b'E' | b'O' if !spelling.starts_with("EU") || spelling.len() == 2 => {
            (!spelling.starts_with("ONE")).then_some(Sound::Vowel)
        }
        b'U' if !has_vowel => Some(Sound::Consonant),
        b'F' | b'L' | b'M' | b'N' | b'R' | b'S' | b'X' if is_spelled => Some(Sound::Vowel),
        b'B' | b'C' | b'D' | b'G' | b'J' | b'K' | b'P' | b'T' | b'V' | b'W' | b'Z' => Some(Sound::Consonant),
        _ => None,
    }
}

/// The first sound of a word in lower case.
fn word(spelling: &str) -> Option<Sound> {
    let begins = |starts: &[&str]| starts.iter().any(|it| spelling.starts_with(it));
    if !spelling.bytes().any(|it| b"aeiouy".contains(&it)) {
        return None;
    }
    match spelling.as_bytes()[0] {
        b'a' | b'i' => Some(Sound::Vowel),
        b'e' if begins(&["eu", "ewe"]) => Some(Sound::Consonant),
        b'e' => Some(Sound::Vowel),
        b'o' if begins(&["one", "once", "oui"]) => (!begins(&["onero", "onei"])).then_some(Sound::Consonant),
        b'o' => Some(Sound::Vowel),
        b'u' => long_u(spelling),
        b'h' if begins(&["hour", "honest", "honor", "honour", "heir"]) => Some(Sound::Vowel),
        // Weak first syllables, before which many write "an", and "herb", whose h Americans drop.
        b'h' if begins(&["hi", "hot", "hab", "her", "hy", "hor", "hom", "hal", "har", "hu"]) => None,
        b'm' | b'n' | b'x' if !spelling.as_bytes().get(1).is_some_and(|it| b"aeiouy".contains(it)) => None,
        _ => Some(Sound::Consonant),
    }
}

/// Whether a word begins with the u of "unit" or that of "under".
fn long_u(spelling: &str) -> Option<Sound> {
    let begins = |starts: &[&str]| starts.iter().any(|it| spelling.starts_with(it));
    if begins(&["unin", "unim", "uniss", "unill", "unident", "unidea"]) {
        return Some(Sound::Vowel);
    }
    if begins(&[
        "uni", "unanim", "use", "usu", "usab", "usa", "uti", "uto", "ubiq", "uran", "uri", "uro", "ure", "eu", "ufo",
        "uk", "ugan",
    ]) {
        return Some(Sound::Consonant);
    }
    begins(&["un", "up", "ul", "um", "ush", "utm", "utt", "ug", "urb", "urg", "urc", "urn"]).then_some(Sound::Vowel)
}

#[cfg(test)]
mod tests {
    use super::{Sound, figure, word};

    #[test]
    fn words_and_their_first_sounds() {
        for (spelling, expected) in [
            ("apple", Some(Sound::Vowel)),
            ("unit", Some(Sound::Consonant)),
            ("uninsured", Some(Sound::Vowel)),
            ("unidentified", Some(Sound::Vowel)),
            ("unanimous", Some(Sound::Consonant)),
            ("european", Some(Sound::Consonant)),
            ("hour", Some(Sound::Vowel)),
            ("hotel", None),
            ("house", Some(Sound::Consonant)),
            ("once", Some(Sound::Consonant)),
            ("onerous", None),
            ("user", Some(Sound::Consonant)),
            ("usher", Some(Sound::Vowel)),
            ("year", Some(Sound::Consonant)),
        ] {
            assert_eq!(word(spelling), expected, "{spelling}");
        }
        for (spelling, expected) in [
            ("8", Some(Sound::Vowel)),
            ("18", Some(Sound::Vowel)),
            ("1,800", None),
            ("11,000", Some(Sound::Vowel)),
            ("100", Some(Sound::Consonant)),
            ("0.5", None),
        ] {
            assert_eq!(figure(spelling), expected, "{spelling}");
        }
    }
}
