//! Whether the letters of an acronym come from its long form, and whether two long forms are the same.

use std::borrow::Cow;

use super::Verdict;
use super::names::folded;

/// Whether the letters of `short` come from the words of `long`, in order.
///
/// `connecting` tells which words may go without a letter. Certain: the first letters of the others are the acronym.
/// Compatible: its letters stand in the words in order, the first at the very start. Conflict: they are the words'
/// first letters with two neighbours swapped. Everything else is no matter of letters (`CannotTell`): acronyms of
/// other languages have their letters in any order.
pub fn letters_match(short: &str, long: &[&str], connecting: impl Fn(&str) -> bool) -> Verdict {
    let letters = letters(short);
    let words: Vec<Cow<'_, str>> = long.iter().map(|word| plain(word)).filter(|word| !word.is_empty()).collect();
    let verdict = of_words(&letters, &words, &connecting);
    if verdict.agrees() || !letters.contains(&b'x') {
        return verdict;
    }
    // "Extensible Markup Language" is XML.
    let sounded = words.into_iter().map(|word| match word.as_bytes() {
        [b'e' | b'E', b'x' | b'X', ..] => word[1..].to_owned().into(),
        _ => word,
    });
    let words: Vec<Cow<'_, str>> = sounded.collect();
    Some(of_words(&letters, &words, &connecting)).filter(|it| it.agrees()).unwrap_or(verdict)
}

/// Whether the letters come from the words.
fn of_words(letters: &[u8], words: &[Cow<'_, str>], connecting: &impl Fn(&str) -> bool) -> Verdict {
    let [first, ..] = words else { return Verdict::CannotTell };
    let initial = |word: &Cow<'_, str>| word.as_bytes()[0].to_ascii_lowercase();
    let main = || words.iter().filter(|word| !connecting(word)).map(initial);
    let all = || words.iter().map(initial);
    // Each word has one first letter.
    let may_be_initials = words.len() >= letters.len();
    let are_initials = || letters.iter().copied().eq(all()) || letters.iter().copied().eq(main());
    let are_swapped = || {
        letters.len() >= 3
            && (is_swapped(letters, &main().collect::<Vec<u8>>()) || is_swapped(letters, &all().collect::<Vec<u8>>()))
    };
    if letters.is_empty() {
        Verdict::CannotTell
    } else if may_be_initials && are_initials() {
        Verdict::Certain
    } else if may_be_initials && are_swapped() {
        Verdict::Conflict
    } else if initial(first) == letters[0] && stand_in(letters, words) {
        Verdict::Compatible
    } else {
        Verdict::CannotTell
    }
}

/// A word whose bytes are those of its [`folded`] form but for capitals of ASCII.
fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() && !word.contains('\'') { word.into() } else { folded(word).into() }
}

/// Whether [`letters_match`] can say more of the letters of an acronym than that it cannot tell, for long forms that begin
/// with a word which may not go without a letter: it gives the first letter, or the second where two changed places.
pub fn may_come_from(letters: &[u8], first_word: &str) -> bool {
    let is_plain = first_word.bytes().all(|it| it.is_ascii_alphanumeric());
    let first = first_word.bytes().next().map(|it| it.to_ascii_lowercase());
    let may_be_x = first == Some(b'e') && letters.first() == Some(&b'x');
    !is_plain || may_be_x || letters.iter().take(2).any(|it| Some(*it) == first)
}

/// Whether the acronym has four letters or more and all but one are the first letters of the words: "Injury
/// Compensation Trust (ICP)" in longer names. True of foreign acronyms too.
pub fn is_one_letter_off(short: &str, long: &[&str], connecting: impl Fn(&str) -> bool) -> bool {
    let letters = letters(short);
    let main = long.iter().filter(|word| !connecting(word));
    let main: Vec<u8> = main.filter_map(|word| folded(word).bytes().next()).collect();
    letters.len() >= 4
        && letters.len() == main.len()
        && letters.iter().all(u8::is_ascii_lowercase)
        && letters.iter().zip(&main).filter(|(x, y)| x != y).count() == 1
}

/// The letters and digits of an acronym in lower case, without the ending of its plural.
pub fn letters(short: &str) -> Vec<u8> {
    let letters = plain(singular(short));
    letters.bytes().filter(u8::is_ascii_alphanumeric).map(|it| it.to_ascii_lowercase()).collect()
}

/// The acronym without the ending of its plural: `NGOs` is `NGO`.
pub fn singular(short: &str) -> &str {
    match short.strip_suffix('s') {
        Some(stem) if stem.len() >= 2 && stem.bytes().all(|it| !it.is_ascii_lowercase()) => stem,
        _ => short,
    }
}

/// Whether one acronym may be a slip for the other: two neighbouring letters of three or more changed places, another
/// order of four or more, or another of its letters stands twice (`LNN`, `LLN`).
pub fn are_swapped(one: &str, other: &str) -> bool {
    let (one, other) = (letters(one), letters(other));
    let is_same_length = one.len() == other.len() && one.len() >= 3;
    let is_doubled = || {
        one[0] == other[0]
            && one.iter().zip(&other).filter(|(x, y)| x != y).count() == 1
            && one.iter().all(|it| other.contains(it))
            && other.iter().all(|it| one.contains(it))
    };
    let is_reordered = || {
        let sorted = |letters: &[u8]| {
            let mut sorted = letters.to_vec();
            sorted.sort_unstable();
            sorted
        };
        one.len() >= 4 && one != other && one[0] == other[0] && sorted(&one) == sorted(&other)
    };
    is_same_length && (is_swapped(&one, &other) || is_doubled() || is_reordered())
}

/// Whether the letters stand in the words in order, each word giving none or some that begin with its first.
fn stand_in(letters: &[u8], words: &[Cow<'_, str>]) -> bool {
    // How many letters can be used up by the words so far: bit n for n letters.
    let mut reached: u64 = 1;
    for word in words {
        let mut next = reached;
        for used in (0..letters.len().min(62)).filter(|used| reached & (1 << used) != 0) {
            let mut at = used;
            for (index, byte) in word.bytes().map(|it| it.to_ascii_lowercase()).enumerate() {
                if at < letters.len() && letters[at] == byte {
                    at += 1;
                    next |= 1 << at;
                } else if index == 0 {
                    break;
                }
            }
        }
        reached = next;
    }
    letters.len() < 63 && reached & (1 << letters.len()) != 0
}

/// Whether the two are the same but for two different neighbours that changed places.
fn is_swapped(one: &[u8], other: &[u8]) -> bool {
    let Some(at) = one.iter().zip(other).position(|(x, y)| x != y) else { return false };
    one.len() == other.len()
        && at + 1 < one.len()
        && one[at] == other[at + 1]
        && one[at + 1] == other[at]
        && one[at + 2..] == other[at + 2..]
}

/// Whether two long forms are the same but for case, accents, articles, "and", hyphens, dialect, a last plural, and
/// what is left out at either end ("U.S. Centers for Disease Control", which is only compatible). Forms in another
/// language, and forms that hold acronyms or words run together, cannot be compared; nor can forms without a word in
/// common, which are two bearers of the same letters more often.
pub fn same_expansion(one: &str, other: &str) -> Verdict {
    let (a, b) = (plain_words(one), plain_words(other));
    if a == b {
        Verdict::Certain
    } else if [one, other].iter().any(|long| !is_comparable(long)) {
        Verdict::CannotTell
    } else if a.ends_with(&b) || b.ends_with(&a) || a.starts_with(&b) || b.starts_with(&a) {
        Verdict::Compatible
    } else if a.iter().any(|word| word.len() > 3 && b.contains(word)) {
        Verdict::Conflict
    } else {
        Verdict::CannotTell
    }
}

/// Whether all but one word of two long forms of equal length are the same, the differing one included in neither
/// the first place; so "National Basketball League" is nearly "National Basketball Association".
pub fn nearly_same_expansion(one: &str, other: &str) -> bool {
    let (a, b) = (plain_words(one), plain_words(other));
    a.len() >= 3 && a.len() == b.len() && a[0] == b[0] && a.iter().zip(&b).filter(|(x, y)| x != y).count() == 1
}

fn is_comparable(long: &str) -> bool {
    let is_foreign =
        |word: &str| matches!(word, "de" | "du" | "des" | "la" | "le" | "et" | "und" | "für" | "del" | "y");
    let is_odd = |word: &str| {
        let mut before = false;
        let is_glued = word.chars().any(|it| std::mem::replace(&mut before, it.is_lowercase()) && it.is_uppercase());
        let capitals = word.bytes().take_while(u8::is_ascii_uppercase).count();
        let is_glued = is_glued || (capitals >= 2 && word.len() >= capitals + 2);
        let is_short = word.len() > 1 && word.chars().all(char::is_uppercase) && word.len() <= 4;
        is_glued || is_short || is_foreign(word) || word.starts_with('_')
    };
    long.chars().filter(|it| !matches!(it, '’' | '‘' | '–' | '“' | '”')).all(|it| it.is_ascii())
        && !long.split([' ', '-']).any(is_odd)
}

fn plain_words(long: &str) -> Vec<String> {
    let split = |it: char| it.is_whitespace() || matches!(it, '-' | '–' | ',' | '"' | '“' | '”' | '/');
    let mut words: Vec<String> = folded(long)
        .split(split)
        .map(|word| word.replace('.', ""))
        .filter(|word| !matches!(word.as_str(), "" | "the" | "and" | "&"))
        .map(|word| {
            word.replace("isation", "ization")
                .replace("our", "or")
                .replace("centre", "center")
                .replace("defence", "defense")
                .replace("programme", "program")
        })
        .collect();
    if let Some(last) = words.last_mut()
        && last.len() > 3
        && last.ends_with('s')
    {
        last.pop();
    }
    // "Multiple Intelligence Test" and "Multiple Intelligence Testing".
    if let Some(last) = words.last_mut()
        && let Some(stem) = last.strip_suffix("ing").filter(|stem| stem.len() > 3)
    {
        *last = stem.to_owned();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{letters_match, same_expansion};
    use crate::reading::Verdict::{self, CannotTell, Certain, Compatible, Conflict};

    fn verdict(short: &str, long: &str) -> Verdict {
        let words: Vec<&str> = long.split([' ', '-']).collect();
        letters_match(short, &words, |word| matches!(word, "of" | "the" | "for" | "and" | "in"))
    }

    #[test]
    fn acronyms_and_long_forms() {
        for (short, long, expected) in [
            ("WHO", "World Health Organization", Certain),
            ("IEDs", "Improvised Explosive Devices", Certain),
            ("CDC", "Centers for Disease Control and Prevention", Compatible),
            ("fMRI", "functional magnetic resonance imaging", Certain),
            ("PSA", "prostate-specific antigen", Certain),
            ("UNIFIL", "United Nations Interim Force in Lebanon", Certain),
            ("AFRICOM", "Africa Command", Compatible),
            ("DARPA", "Defense Advanced Research Projects Agency", Certain),
            ("PAS", "prostate-specific antigen", Conflict),
            ("OPWC", "Organisation for the Prohibition of Chemical Weapons", Conflict),
            ("CISRO", "Commonwealth Scientific and Industrial Research Organisation", Conflict),
            ("QMIR", "Queensland Institute of Medical Research", Conflict),
            ("MSF", "Doctors Without Borders", CannotTell),
            ("BND", "foreign intelligence service", CannotTell),
        ] {
            assert_eq!(verdict(short, long), expected, "{short} for {long}");
        }
    }

    #[test]
    fn pairs_of_long_forms() {
        for (one, other, expected) in [
            ("World Health Organization", "World Health Organisation", Certain),
            ("the Centers for Disease Control", "Federal Centers for Disease Control", Compatible),
            ("Labor Advisory Committee", "Labor Advisory Committee on Trade", Compatible),
            ("Chinese Academy of Sciences", "Court of Arbitration for Sport", CannotTell),
            ("HR outsourcing", "human resources outsourcing", CannotTell),
            ("International Federation of Sport", "Fédération Internationale du Sport", CannotTell),
            ("Institution Group", "Institutions Group", Conflict),
            ("improvised explosive device", "Improvised Explosive Devices", Certain),
            ("prostate-specific antigen", "prostate specific antigen", Certain),
            ("Office of Rail and Road", "Office for Rail and Road", Conflict),
            ("Australian Securities and Investments Commission", "Australian Stock Investors’ Council", Conflict),
        ] {
            assert_eq!(same_expansion(one, other), expected, "{one} and {other}");
        }
    }
}
