//! Numerals in digits: "1,200", "2½", "3.5 million", "6.0 × 10²³".
//!
//! ```abnf
//! digits   = number [power / groups / [SP] fraction / "/" number] [scales [and-more]] [half]
//! power    = ("×" / "x" / "*") "10" ("^" integer / raised / minus integer) / "e" integer / "^" integer
//!          / 1*3digit "," 1*2digit                         ; 7,5 %  before percent, a scale or a unit
//! groups   = 2*(SP 3digit) / SP "0" 2digit                   ; 1 234 567  40 000
//! fraction = character / number "/" number                   ; ½  1/2
//! and-more = ["and"] numeral                                 ; smaller than the scale: 4 thousand 3 hundred
//! ```

use super::words::and_a_half;
use super::{AND, HYPHEN, Numeral, is_alone, scales, unsigned_of, with_fraction};
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::Figure;
use crate::tokens::{Case, Token, TokenKind, Tokens};

const SLASH: Word = Word::of("/");
const FRACTION_SLASH: Word = Word::of("\u{2044}");
const CARET: Word = Word::of("^");
const COMMA: Word = Word::of(",");

/// Reads a numeral that begins with digits and has at most so many parts.
pub(super) fn digits<'a>(input: Tokens<'a>, first: &Token, parts: u8) -> Option<(Tokens<'a>, Numeral)> {
    let (value, last_place) = digit_value(input.spelling(first))?;
    let is_whole = last_place == 0.0;
    let mut rest = input.skip(1);
    let mut numeral = Numeral {
        mantissa: if is_whole { Figure::integer(value) } else { Figure::rounded(value, last_place) },
        scale: 1.0,
        in_digits: true,
        is_whole,
    };
    if is_alone(input) {
        return Some((rest, numeral));
    }
    if let Some((after, exponent)) = power(rest) {
        let raised = value.powi(exponent);
        // "2^10" is exact; who writes a power does not round.
        return Some((after, Numeral { mantissa: Figure::exact(raised), is_whole: false, ..numeral }));
    }
    if let Some((after, exponent)) = power_of_ten(rest) {
        // The last digit written is meant: "3 × 10⁶" is no rounder than "3.0".
        let mantissa = Figure::rounded(value, if is_whole { 1.0 } else { last_place });
        return Some((after, Numeral { mantissa, scale: 10f64.powi(exponent), is_whole: false, ..numeral }));
    }
    let is_before_word = rest.first().is_some_and(|it| it.kind == TokenKind::Word);
    if is_whole
        && !is_before_word
        && let Some(found) = further_digits(input, first, numeral, value)
    {
        (rest, numeral) = found;
    }
    if let Some((after, scale)) = scales(rest, true) {
        rest = after;
        numeral.scale = scale;
        if let Some((after, part, 1.0)) = and_a_half(rest) {
            // "3 million and a half"
            return Some((after, with_fraction(numeral, part, 0.1)));
        }
        return Some(scaled_tail(rest, numeral, parts));
    }
    if numeral.is_whole
        && let Some((after, part, scale)) = and_a_half(rest)
    {
        numeral = Numeral { scale, ..with_fraction(numeral, part, 0.1) };
        rest = after;
    }
    Some((rest, numeral))
}

/// Reads the decimals, groups or fraction in digits and marks behind a whole number.
fn further_digits<'a>(input: Tokens<'a>, first: &Token, numeral: Numeral, value: f64) -> Option<(Tokens<'a>, Numeral)> {
    if let Some((after, value, place)) = decimal_comma(input, value) {
        return Some((after, Numeral { mantissa: Figure::rounded(value, place), is_whole: false, ..numeral }));
    }
    if let Some((after, value)) = spaced_groups(input, first) {
        return Some((after, Numeral { mantissa: Figure::integer(value), ..numeral }));
    }
    let rest = input.skip(1);
    // "10 1/2", "2½": whole and fraction.
    if let Some((after, fraction, below)) = fraction_of_digits(rest) {
        return Some((after, with_fraction(numeral, fraction, 1.0 / below)));
    }
    let (after, below) = denominator(rest).filter(|(_, below)| is_fraction(value, *below))?;
    let nothing = Numeral { mantissa: Figure::exact(0.0), ..numeral };
    Some((after, with_fraction(nothing, value / below, 1.0 / below)))
}

/// A numeral of a scale may go on in a smaller one: "4 thousand 3 hundred and 21", "one million two hundred".
fn scaled_tail(rest: Tokens<'_>, numeral: Numeral, parts: u8) -> (Tokens<'_>, Numeral) {
    let Some(parts) = parts.checked_sub(1) else { return (rest, numeral) };
    let joined = rest.first().is_some_and(|it| it.word == AND);
    let next = if joined { rest.skip(1) } else { rest };
    let Some(first) = next.first() else { return (rest, numeral) };
    let follows = if first.kind == TokenKind::Number {
        let is_scaled = next.get(1).is_some_and(|it| it.features.any(Features::SCALE));
        is_scaled || (joined && numeral.scale <= 1000.0 && !numeral.mantissa.value().fract().is_normal())
    } else {
        first.features.any(Features::NUMBER) && numeral.is_whole
    };
    if !follows {
        return (rest, numeral);
    }
    match unsigned_of(next, parts) {
        Ok((after, more))
            if more.is_whole && more.figure().value() < numeral.scale && more.figure().value() != 0.0
                || (joined && more.scale < numeral.scale && more.figure().value() < numeral.scale)
                    && more.figure().value() > 0.0 =>
        {
            let value = numeral.figure().value() + more.figure().value();
            (after, Numeral { mantissa: Figure::integer(value), scale: 1.0, ..numeral })
        }
        _ => (rest, numeral),
    }
}

/// The value of a token of digits, and the place value of its last digit.
pub(crate) fn digit_value(spelling: &str) -> Option<(f64, f64)> {
    /// Up to here whole numbers and powers of ten are exact, and so is the quotient of the two to the last place.
    const EXACT: u64 = 1 << 53;
    const TENTHS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    let (mut digits, mut decimals, mut has_point) = (0u64, 0, false);
    for byte in spelling.bytes() {
        if byte.is_ascii_digit() {
            digits = digits.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
            decimals += usize::from(has_point);
        } else if byte == b'.' {
            has_point = true;
        }
    }
    let divisor = TENTHS.get(decimals)?;
    if digits > EXACT {
        let plain: String = spelling.chars().filter(|it| it.is_ascii_digit() || *it == '.').collect();
        return Some((plain.parse().ok()?, if has_point { 1.0 / divisor } else { 0.0 }));
    }
    Some((digits as f64 / divisor, if has_point { 1.0 / divisor } else { 0.0 }))
}

/// One or two decimals behind a comma, as the Continent writes them, where a sign of percent, a scale or a unit shows
/// that they are no entry of a list: "7,5 %", "3,5 million".
fn decimal_comma(input: Tokens<'_>, whole: f64) -> Option<(Tokens<'_>, f64, f64)> {
    input.get(1).filter(|it| it.word == COMMA && !it.spaced)?;
    let decimals = input.get(2).filter(|it| it.kind == TokenKind::Number && !it.spaced && it.span.len() <= 2)?;
    let measured = Features::PERCENT.with(Features::SCALE).with(Features::UNIT).with(Features::CURRENCY);
    let rest = input.skip(3);
    let follows = rest
        .first()
        .filter(|it| it.features.any(measured) && !it.features.any(Features::FUNCTION) || it.word == word_id!("%"))?;
    let is_letter = follows.kind == TokenKind::Word && follows.span.len() == 1;
    // "7,30 pm" tells a time.
    let is_time = word_ids!["am", "pm"].contains(&follows.word);
    // The numbers of a list go on before it or behind it.
    let is_listed = input.before(1).is_some_and(|it| it.word == COMMA || it.kind == TokenKind::Number);
    let digits = input.spelling(decimals);
    let place = if digits.len() == 1 { 0.1 } else { 0.01 };
    let value = whole + digits.parse::<f64>().ok()? * place;
    (!is_listed && !is_letter && !is_time && input.spelling(input.first()?).len() <= 3).then_some((rest, value, place))
}

/// Further groups of three digits behind plain spaces: "1 234 567", "40 000", "14 382 ballots".
fn spaced_groups<'a>(input: Tokens<'a>, first: &Token) -> Option<(Tokens<'a>, f64)> {
    let spelling = input.spelling(first);
    if spelling.len() > 3 || spelling.starts_with('0') {
        return None;
    }
    let mut rest = input.skip(1);
    let (mut value, _) = digit_value(spelling)?;
    let (mut count, mut begins_with_zero, mut end) = (0, false, first.span.end);
    while let Some(group) = rest.first().filter(|it| it.kind == TokenKind::Number && it.span.start == end + 1) {
        let digits = rest.spelling(group);
        if digits.len() != 3 || !digits.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        }
        begins_with_zero |= digits.starts_with('0');
        value = value * 1000.0 + digit_value(digits)?.0;
        count += 1;
        end = group.span.end;
        rest = rest.skip(1);
    }
    // "14 382 ballots" has one number; behind "May 12" or "Room 12" a new one begins.
    let may_be_one = || {
        input.before(1).is_none_or(|it| it.case == Case::Lower || it.kind == TokenKind::Mark)
            && rest.first().is_some_and(|it| it.kind == TokenKind::Word && it.case == Case::Lower && it.spaced)
    };
    (count > 1 || (count == 1 && (begins_with_zero || may_be_one()))).then_some((rest, value))
}

/// The exponent behind digits that are raised to a power: "1.1^23", "2^-1".
fn power(input: Tokens<'_>) -> Option<(Tokens<'_>, i32)> {
    input.first().filter(|it| it.word == CARET && !it.spaced)?;
    exponent(input.skip(1))
}

/// A power of ten behind digits: "×10^6", "x10^-4", "× 10⁶", "e10". Its exponent.
fn power_of_ten(input: Tokens<'_>) -> Option<(Tokens<'_>, i32)> {
    let first = input.first()?;
    let spelling = input.spelling(first);
    if first.kind == TokenKind::Word && !first.spaced {
        if let Some(exponent) = spelling.strip_prefix(['e', 'E']).and_then(|it| it.parse().ok()) {
            return Some((input.skip(1), exponent));
        }
        if matches!(spelling, "e" | "E") {
            return exponent(input.skip(1)).filter(|_| input.get(1).is_some_and(|it| it.kind == TokenKind::Mark));
        }
    }
    let behind_ten = match spelling {
        "x10" => input.skip(1),
        "×" | "x" | "*" if input.get(1).is_some_and(|it| input.spelling(it) == "10") => input.skip(2),
        _ => return None,
    };
    let next = behind_ten.first()?;
    if next.word == CARET {
        return exponent(behind_ten.skip(1));
    }
    // "2.48×10−5": the raised digits have come down.
    if !next.spaced && matches!(behind_ten.spelling(next), "−" | "-") {
        return exponent(behind_ten);
    }
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let (mut rest, mut value, mut sign) = (behind_ten, None, 1);
    while let Some(token) = rest.first().filter(|it| !it.spaced) {
        let digit = rest.spelling(token);
        if digit == "⁻" && value.is_none() {
            sign = -1;
        } else {
            let Some(place) = RAISED.chars().position(|it| digit.chars().eq([it])) else { break };
            value = Some(value.unwrap_or(0) * 10 + place as i32);
        }
        rest = rest.skip(1);
    }
    value.map(|value: i32| (rest, sign * value))
}

fn exponent(input: Tokens<'_>) -> Option<(Tokens<'_>, i32)> {
    let first = input.first()?;
    let sign = match input.spelling(first) {
        "-" | "−" | "–" => -1,
        "+" => 1,
        _ => 0,
    };
    let rest = if sign == 0 { input } else { input.skip(1) };
    let token = rest.first().filter(|it| it.kind == TokenKind::Number && !it.spaced)?;
    let value: i32 = rest.spelling(token).parse().ok().filter(|it| *it <= 60)?;
    Some((rest.skip(1), if sign < 0 { -value } else { value }))
}

/// A fraction behind whole digits: `½`, `1/2`. Its value and its denominator.
fn fraction_of_digits(input: Tokens<'_>) -> Option<(Tokens<'_>, f64, f64)> {
    const PLUS: Word = Word::of("+");
    let joined = input.first().filter(|it| matches!(it.word, HYPHEN | PLUS) && !it.spaced).map(|_| input.skip(1));
    let input = joined.filter(|it| it.first().is_some_and(|it| !it.spaced)).unwrap_or(input);
    let first = input.first()?;
    if let Some(value) = input.lexicon.numbers.character(first.word) {
        return Some((input.skip(1), value, character_step(value)));
    }
    if first.kind != TokenKind::Number {
        return None;
    }
    let (above, _) = digit_value(input.spelling(first))?;
    let (rest, below) = denominator(input.skip(1))?;
    (above < below).then_some((rest, above / below, below))
}

/// How finely a vulgar fraction divides.
pub(super) fn character_step(value: f64) -> f64 {
    [2.0, 3.0, 4.0, 5.0, 6.0, 8.0].into_iter().find(|below| (value * below).fract().abs() < 1e-9).unwrap_or(8.0)
}

/// The denominator behind a numerator in digits: `/4`, unspaced, and no third part.
fn denominator(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    input.first().filter(|it| matches!(it.word, SLASH | FRACTION_SLASH) && !it.spaced)?;
    let below = input.get(1).filter(|it| it.kind == TokenKind::Number && !it.spaced)?;
    let ends = input.get(2).is_none_or(|it| it.spaced || !matches!(it.word, SLASH | HYPHEN));
    let (value, place) = digit_value(input.spelling(below))?;
    (ends && place == 0.0 && value >= 2.0).then(|| (input.skip(2), value))
}

/// Whether two numbers with a slash between them are a fraction: "3/4" is, "24/7" and "9/11" are none.
fn is_fraction(above: f64, below: f64) -> bool {
    let is_usual = below <= 10.0 || below % 10.0 == 0.0 || [12.0, 16.0, 32.0, 64.0].contains(&below);
    is_usual && (above < below || [2.0, 3.0, 4.0, 8.0].contains(&below))
}
