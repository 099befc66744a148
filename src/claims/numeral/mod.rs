//! Numerals: one number in digits, words, fractions and scales, without hedge and without range.
//!
//! ```abnf
//! numeral = [sign] (digits / words / character)
//! sign    = "-" / "−" / "–" / "minus" / "negative"
//! scales  = 1*(["-"] scale)                                  ; million  hundred thousand  lakh crore
//! ```

mod digits;
mod words;

pub(super) use digits::digit_value;
pub(super) use words::{and_a_half, part, part_of_scale};

use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::Figure;
use crate::tokens::{Read, Token, TokenKind, Tokens};

pub(super) const A: Word = Word::of("a");
pub(super) const AN: Word = Word::of("an");
const AND: Word = Word::of("and");
const OF: Word = Word::of("of");
const POINT: Word = Word::of("point");
const HYPHEN: Word = Word::of("-");
const HALF: Word = Word::of("half");

/// A number as it stands: its value, how it is written, and its scale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numeral {
    /// The number before the scale is applied.
    pub(crate) mantissa: Figure,
    /// What the scale words multiply it by; 1 without any.
    pub(crate) scale: f64,
    /// Whether it is written in digits.
    pub(crate) in_digits: bool,
    /// Whether it is a whole number written without a decimal point or a fraction.
    pub(crate) is_whole: bool,
}

impl Numeral {
    /// The number with its scale.
    pub(crate) fn figure(self) -> Figure {
        if self.scale == 1.0 { self.mantissa } else { self.mantissa.in_scale(self.scale) }
    }

    /// The same number in the scale of the other end of a range: "10" in "10–15 million".
    pub(crate) fn with_scale(self, scale: f64) -> Self {
        Self { scale, ..self }
    }

    fn negated(self) -> Self {
        Self { mantissa: self.mantissa.scale(-1.0), ..self }
    }

    fn words(value: f64) -> Self {
        Self { mantissa: Figure::integer(value), scale: 1.0, in_digits: false, is_whole: true }
    }
}

/// Reads a numeral with its sign.
#[inline]
pub(crate) fn numeral(input: Tokens<'_>) -> Read<'_, Numeral> {
    let in_digits = input.first().is_some_and(|it| it.kind == TokenKind::Number);
    match if in_digits { None } else { sign(input) } {
        Some(rest) => unsigned(rest).map(|(rest, numeral)| (rest, numeral.negated())),
        None => unsigned(input),
    }
}

/// No number is told in more parts of ever smaller scales: "2 million 4 thousand 3 hundred and 21".
const PARTS_MAX: u8 = 6;

/// Reads a numeral without sign.
pub(crate) fn unsigned(input: Tokens<'_>) -> Read<'_, Numeral> {
    unsigned_of(input, PARTS_MAX)
}

/// Reads a numeral of at most so many parts.
#[inline]
fn unsigned_of(input: Tokens<'_>, parts: u8) -> Read<'_, Numeral> {
    let first = input.first().ok_or(nom::Err::Error(()))?;
    let found = if first.kind == TokenKind::Number {
        digits::digits(input, first, parts)
    } else if let Some(value) = character(input, first) {
        let mantissa = Figure::rounded(value, 1.0 / digits::character_step(value));
        Some((input.skip(1), Numeral { mantissa, scale: 1.0, in_digits: true, is_whole: false }))
    } else if first.features.any(Features::NUMBER.with(Features::SCALE).with(Features::FRACTION))
        || matches!(first.word, A | AN)
    {
        words::words(input)
    } else {
        None
    };
    found.ok_or(nom::Err::Error(()))
}

/// Whether the first token is a numeral of its own, with which nothing behind it goes on: so most numerals stand, and
/// need not be asked for powers, fractions and scales.
pub(super) fn is_alone(input: Tokens<'_>) -> bool {
    /// Nothing as short is surely a word: "x", "x10".
    const SHORTEST: usize = 4;
    let Some(first) = input.first() else { return false };
    let in_digits = first.kind == TokenKind::Number;
    if !in_digits && !is_plain_cardinal(first) {
        return false;
    }
    let Some(next) = input.get(1) else { return true };
    match next.kind {
        TokenKind::Word => {
            next.spaced
                && !next.features.any(Features::NUMERAL)
                && !matches!(next.word, AND | POINT)
                && (next.span.len() >= SHORTEST || next.features.any(Features::FUNCTION))
                && (in_digits || !ends_like_parts(input.spelling(next)))
        }
        // "1,5 %" goes on behind its comma.
        TokenKind::Mark => {
            const JOINTS: [Word; 8] = word_ids!["-", "&", "^", "×", "*", "/", "\u{2044}", "+"];
            !next.features.any(Features::NUMERAL)
                && !JOINTS.contains(&next.word)
                && input.get(2).is_none_or(|it| it.spaced || it.kind != TokenKind::Number)
        }
        _ => false,
    }
}

/// Whether the first token is a numeral of its own before the end of the text, or before a mark that neither goes on
/// with it nor tells what it is a number of.
pub(super) fn is_closed(input: Tokens<'_>) -> bool {
    const MARKS: [Word; 10] = word_ids![",", ".", ")", ";", ":", "]", "(", "?", "!", "|"];
    input.get(1).is_none_or(|next| MARKS.contains(&next.word)) && is_alone(input)
}

/// Whether the word is a cardinal and nothing else.
fn is_plain_cardinal(token: &Token) -> bool {
    let others = Features::SCALE.with(Features::FRACTION).with(Features::ORDINAL).with(Features::HEDGE);
    token.kind == TokenKind::Word && token.features.any(Features::NUMBER) && !token.features.any(others)
}

/// Whether a word ends as parts in the plural do: "sevenths", "thirds", "firsts".
fn ends_like_parts(word: &str) -> bool {
    matches!(word.as_bytes(), [.., b'h' | b'd' | b't', b's'])
}

/// What follows a sign, where the first token is one.
fn sign(input: Tokens<'_>) -> Option<Tokens<'_>> {
    const MINUS: [Word; 3] = [Word::of("-"), Word::of("−"), Word::of("–")];
    let first = input.first()?;
    let next = input.get(1)?;
    if first.word == word_id!("minus") || first.word == word_id!("negative") {
        // "plus or minus 3 points"
        if input.before(1).is_some_and(|it| it.word == word_id!("or")) {
            return None;
        }
        return Some(input.skip(1));
    }
    // A dash behind a word or a number joins; only one that opens a word is a sign.
    let previous = input.before(1);
    let opens = match previous {
        Some(it) if it.kind == TokenKind::Number => false,
        Some(it) => first.spaced || it.kind == TokenKind::Mark,
        None => true,
    };
    (MINUS.contains(&first.word) && opens && !next.spaced && next.kind == TokenKind::Number).then(|| input.skip(1))
}

/// One or more scale words, a hyphen allowed before each: their product.
pub(super) fn scales(input: Tokens<'_>, behind_digits: bool) -> Option<(Tokens<'_>, f64)> {
    let mut rest = input;
    let mut product = 1.0;
    loop {
        let hyphened = rest.first().is_some_and(|it| it.word == HYPHEN && !it.spaced)
            && rest.get(1).is_some_and(|it| !it.spaced && it.features.any(Features::SCALE));
        let at = if hyphened { rest.skip(1) } else { rest };
        let Some(token) = at.first().filter(|it| it.features.any(Features::SCALE)) else { break };
        // "81,000 gross tons", "5 million gross" a year
        if token.word == word_id!("gross") && at.get(1).is_some_and(|it| it.kind == TokenKind::Word && it.word != OF) {
            break;
        }
        let numbers = &at.lexicon.numbers;
        let factor = numbers.scale(token.word).or_else(|| {
            // "4.5 lakh cr"
            let follows_digits = behind_digits && (product == 1.0 || matches!(at.spelling(token), "cr" | "Cr"));
            // A single letter is a scale only where it touches its number.
            let spelling = at.spelling(token);
            let touches = !token.spaced || spelling.len() > 1;
            if !(follows_digits && touches && !hyphened) {
                return None;
            }
            // "1.2b" is in billions, but "1500b" in bits.
            let is_billion = spelling == "b" && at.before(1).is_some_and(|it| at.spelling(it).contains('.'));
            if spelling == "K" && is_beside_degrees(at) {
                return None;
            }
            let is_million = || spelling == "m" && counts_millions(at);
            numbers
                .abbreviated_scale(spelling)
                .or_else(|| is_billion.then_some(1e9))
                .or_else(|| is_million().then_some(1e6))
        });
        let Some(factor) = factor else { break };
        product *= factor;
        rest = at.skip(1);
    }
    (product != 1.0).then_some((rest, product))
}

/// Whether degrees stand right before, so that "573.15K" are kelvins.
fn is_beside_degrees(at: Tokens<'_>) -> bool {
    const REACH: usize = 8;
    (2..REACH)
        .map_while(|back| at.before(back))
        .any(|it| matches!(at.spelling(it), "°" | "°C" | "℃" | "°F" | "celsius" | "Celsius"))
}

/// Whether the "m" behind digits stands for millions and not for metres: "2.3m visitors", "a population of 1.1m".
fn counts_millions(at: Tokens<'_>) -> bool {
    const BEHIND: usize = 3;
    const BEFORE: usize = 6;
    let class = |name: &str| at.lexicon.classes.get(name);
    let (Some(counted), Some(wholes)) = (class("counted-in-millions"), class("whole-in-millions")) else {
        return false;
    };
    let is_word = |it: &&Token| it.kind == TokenKind::Word && it.spaced && !it.features.any(Features::FUNCTION);
    let mut behind = (1..BEHIND).map_while(|ahead| at.get(ahead).filter(is_word));
    let mut before = (2..BEFORE).map_while(|back| at.before(back).filter(|it| it.kind == TokenKind::Word));
    // "a 2.3m-strong union"
    let is_strong = at.get(1).is_some_and(|it| it.word == HYPHEN && !it.spaced)
        && at.get(2).is_some_and(|it| it.word == word_id!("strong") && !it.spaced);
    is_strong || behind.any(|it| counted.contains(it.word)) || before.any(|it| wholes.contains(it.word))
}

fn with_fraction(numeral: Numeral, fraction: f64, step: f64) -> Numeral {
    let value = numeral.mantissa.value() + fraction;
    Numeral { mantissa: Figure::rounded(value, step), is_whole: false, ..numeral }
}

fn character(input: Tokens<'_>, first: &Token) -> Option<f64> {
    let is_part = first.kind == TokenKind::Mark && first.features.any(Features::FRACTION);
    is_part.then(|| input.lexicon.numbers.character(first.word))?
}
