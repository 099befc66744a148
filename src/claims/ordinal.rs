//! Ordinals.
//!
//! ```abnf
//! ordinal = number ("st" / "nd" / "rd" / "th")          ; 21st, the ending touching the digits
//!         / [tens "-"] ordinal-word / words "and" ordinal-word
//! ```

use serde_json::{Map, Value as Json};

use super::numeral::{digit_value, is_alone, unsigned};
use super::range::tidy;
use crate::lexicon::{Features, NameRoles, word_id};
use crate::tokens::{Case, Read, TokenKind, Tokens};

/// An ordinal: "21st", "third".
#[derive(Clone, Debug, PartialEq)]
pub struct Ordinal {
    /// The place in the order: 21 for "21st".
    pub place: f64,
}

impl Ordinal {
    pub(super) fn to_json(&self) -> Map<String, Json> {
        let mut keys = Map::new();
        keys.insert("number".into(), tidy(self.place));
        keys
    }

    pub(super) fn describe(&self) -> String {
        format!("number {} in order", self.place)
    }
}

/// Reads an ordinal.
pub(super) fn ordinal(input: Tokens<'_>) -> Read<'_, Ordinal> {
    let first = input.first().ok_or(nom::Err::Error(()))?;
    let found = if first.kind == TokenKind::Number { in_digits(input) } else { in_words(input) };
    found.map(|(rest, place)| (rest, Ordinal { place })).ok_or(nom::Err::Error(()))
}

/// Whether the ordinal before is part of the name of a street or another place: "96th Street".
pub(super) fn is_street(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| {
        it.case == Case::Title
            && it.features.any(Features::NAME_WORD)
            && rest.lexicon.names.roles(it.word).any(NameRoles::PLACE)
    })
}

fn in_digits(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let number = input.first()?;
    let ending = input.get(1).filter(|it| !it.spaced && it.kind == TokenKind::Word)?;
    let (value, place) = digit_value(input.spelling(number))?;
    if place != 0.0 {
        return None;
    }
    let teen = (11.0..=13.0).contains(&(value % 100.0));
    let expected = match value % 10.0 {
        1.0 if !teen => word_id!("st"),
        2.0 if !teen => word_id!("nd"),
        3.0 if !teen => word_id!("rd"),
        _ => word_id!("th"),
    };
    (ending.word == expected).then(|| (input.skip(2), value))
}

fn in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let numbers = &input.lexicon.numbers;
    let first = input.first()?;
    if first.features.any(Features::ORDINAL)
        && let Some(place) = numbers.ordinal(first.word)
    {
        return Some((input.skip(1), place));
    }
    if !first.features.any(Features::NUMBER.with(Features::SCALE)) && first.word != word_id!("a") {
        return None;
    }
    if is_alone(input) {
        return None;
    }
    let (rest, before) = unsigned(input).ok().filter(|(_, it)| !it.in_digits && it.is_whole)?;
    let joint = rest.first().filter(|it| matches!(rest.spelling(it), "-" | "and"));
    let rest = joint.map_or(rest, |_| rest.skip(1));
    let last = rest.first().filter(|it| it.features.any(Features::ORDINAL))?;
    let place = numbers.ordinal(last.word)?;
    let before = before.figure().value();
    let place = if place >= 100.0 { before * place } else { before + place };
    // "twenty-first" and "one hundred and first", but not "two fifths" or "ten third-placed".
    let fits = before >= 20.0 && (before % 100.0 == 0.0 || (before % 10.0 == 0.0 && place - before < 10.0));
    (fits || place - before >= 100.0).then(|| (rest.skip(1), place))
}

#[cfg(test)]
mod tests {
    use crate::claims::table::assert_reads;

    #[test]
    fn spellings_and_their_values() {
        assert_reads(
            "ordinal",
            &[
                ("21st", 21.0, ""),
                ("twenty-first", 21.0, ""),
                ("one hundred and first", 101.0, ""),
                ("96th Street", f64::NAN, ""),
            ],
        );
    }
}
