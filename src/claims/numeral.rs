//! Numerals: one number in digits, words, fractions and scales, without hedge and without range.
//!
//! ```abnf
//! numeral   = [sign] (digits / words / part)
//! sign      = "-" / "−" / "–" / "minus" / "negative"
//! digits    = number [[SP] fraction] [scales] [half]         ; 1,200  2½  10 1/2  3.5 million  1 and a half
//! fraction  = character / number "/" number
//! scales    = 1*(["-"] scale) [and-more]                     ; million  hundred thousand  lakh crore
//! and-more  = ["and"] numeral                                ; smaller than the scale: 4 thousand 3 hundred
//! words     = ["a"] 1*(cardinal / "hundred" / scale / "and" / "-") [half] ["point" 1*cardinal]
//! half      = "and" ("a" / cardinal) part [scale]            ; one and a half million
//! part      = (["a"] "half" / ("a" / cardinal) ["-"] part) ["of" "a"] scale   ; half a million
//! ```

use crate::lexicon::{Features, Word};
use crate::reading::Figure;
use crate::tokens::{Read, Token, TokenKind, Tokens};

const A: Word = Word::of("a");
const AN: Word = Word::of("an");
const AND: Word = Word::of("and");
const OF: Word = Word::of("of");
const POINT: Word = Word::of("point");
const HYPHEN: Word = Word::of("-");
const SLASH: Word = Word::of("/");
const FRACTION_SLASH: Word = Word::of("\u{2044}");
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
pub(crate) fn numeral(input: Tokens<'_>) -> Read<'_, Numeral> {
    match sign(input) {
        Some(rest) => unsigned(rest).map(|(rest, numeral)| (rest, numeral.negated())),
        None => unsigned(input),
    }
}

/// Reads a numeral without sign.
pub(crate) fn unsigned(input: Tokens<'_>) -> Read<'_, Numeral> {
    let first = input.first().ok_or(nom::Err::Error(()))?;
    let found = if first.kind == TokenKind::Number {
        digits(input, first)
    } else if let Some(value) = character(input, first) {
        let mantissa = Figure::rounded(value, 1.0 / character_step(value));
        Some((input.skip(1), Numeral { mantissa, scale: 1.0, in_digits: true, is_whole: false }))
    } else if first.features.any(Features::NUMBER.with(Features::SCALE).with(Features::FRACTION))
        || matches!(first.word, A | AN)
    {
        words(input)
    } else {
        None
    };
    found.ok_or(nom::Err::Error(()))
}

/// What follows a sign, where the first token is one.
fn sign(input: Tokens<'_>) -> Option<Tokens<'_>> {
    const MINUS: [Word; 3] = [Word::of("-"), Word::of("−"), Word::of("–")];
    let first = input.first()?;
    let next = input.get(1)?;
    if first.word == Word::of("minus") || first.word == Word::of("negative") {
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

/// The value of a token of digits, and the place value of its last digit.
pub(crate) fn digit_value(spelling: &str) -> Option<(f64, f64)> {
    let mut plain = [0u8; 40];
    let mut length = 0;
    let mut decimals = None;
    for byte in spelling.bytes().filter(|it| it.is_ascii_digit() || *it == b'.') {
        *plain.get_mut(length)? = byte;
        length += 1;
        match (byte, &mut decimals) {
            (b'.', _) => decimals = Some(0),
            (_, Some(count)) => *count += 1,
            _ => {}
        }
    }
    let value = std::str::from_utf8(&plain[..length]).ok()?.parse().ok()?;
    Some((value, decimals.map_or(0.0, |count: i32| 10f64.powi(-count))))
}

fn character(input: Tokens<'_>, first: &Token) -> Option<f64> {
    let is_part = first.kind == TokenKind::Mark && first.features.any(Features::FRACTION);
    is_part.then(|| input.lexicon.numbers.character(first.word))?
}

/// Further groups of three digits behind plain spaces: "1 234 567", "40 000"; one group alone must begin with a
/// zero, since "in 12 345 people" has two numbers.
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
    (count > 1 || (count == 1 && begins_with_zero)).then_some((rest, value))
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
    if behind_ten.first()?.word == Word::of("^") {
        return exponent(behind_ten.skip(1));
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

fn digits<'a>(input: Tokens<'a>, first: &Token) -> Option<(Tokens<'a>, Numeral)> {
    let (value, last_place) = digit_value(input.spelling(first))?;
    let is_whole = last_place == 0.0;
    let mut rest = input.skip(1);
    let mut numeral = Numeral {
        mantissa: if is_whole { Figure::integer(value) } else { Figure::rounded(value, last_place) },
        scale: 1.0,
        in_digits: true,
        is_whole,
    };
    if let Some((after, exponent)) = power_of_ten(rest) {
        // The last digit written is meant: "3 × 10⁶" is no rounder than "3.0".
        let mantissa = Figure::rounded(value, if is_whole { 1.0 } else { last_place });
        return Some((after, Numeral { mantissa, scale: 10f64.powi(exponent), is_whole: false, ..numeral }));
    }
    if is_whole && let Some((after, value)) = spaced_groups(input, first) {
        numeral.mantissa = Figure::integer(value);
        rest = after;
    } else if is_whole {
        if let Some((after, fraction, below)) = fraction_of_digits(rest) {
            // "10 1/2", "2½": whole and fraction.
            numeral = with_fraction(numeral, fraction, 1.0 / below);
            rest = after;
        } else if let Some((after, below)) = denominator(rest).filter(|(_, below)| is_fraction(value, *below)) {
            numeral = with_fraction(Numeral { mantissa: Figure::exact(0.0), ..numeral }, value / below, 1.0 / below);
            rest = after;
        }
    }
    if let Some((after, scale)) = scales(rest, true) {
        rest = after;
        numeral.scale = scale;
        if let Some((after, part, 1.0)) = and_a_half(rest) {
            // "3 million and a half"
            return Some((after, with_fraction(numeral, part, 0.1)));
        }
        return Some(scaled_tail(rest, numeral));
    }
    if numeral.is_whole
        && let Some((after, part, scale)) = and_a_half(rest)
    {
        numeral = Numeral { scale, ..with_fraction(numeral, part, 0.1) };
        rest = after;
    }
    Some((rest, numeral))
}

/// A numeral of a scale may go on in a smaller one: "4 thousand 3 hundred and 21", "one million two hundred".
fn scaled_tail(rest: Tokens<'_>, numeral: Numeral) -> (Tokens<'_>, Numeral) {
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
    match unsigned(next) {
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

fn with_fraction(numeral: Numeral, fraction: f64, step: f64) -> Numeral {
    let value = numeral.mantissa.value() + fraction;
    Numeral { mantissa: Figure::rounded(value, step), is_whole: false, ..numeral }
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

fn character_step(value: f64) -> f64 {
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
    let is_usual = below <= 10.0 || [12.0, 16.0, 20.0, 32.0, 64.0, 100.0, 1000.0].contains(&below);
    is_usual && (above < below || [2.0, 3.0, 4.0, 8.0].contains(&below))
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
        let numbers = &at.lexicon.numbers;
        let factor = numbers.scale(token.word).or_else(|| {
            let follows_digits = behind_digits && product == 1.0;
            // A single letter is a scale only where it touches its number.
            let spelling = at.spelling(token);
            let touches = !token.spaced || spelling.len() > 1;
            if follows_digits && touches && !hyphened { numbers.abbreviated_scale(spelling) } else { None }
        });
        let Some(factor) = factor else { break };
        product *= factor;
        rest = at.skip(1);
    }
    (product != 1.0).then_some((rest, product))
}

/// "and a half", "and three quarters", with the scale behind it.
fn and_a_half(input: Tokens<'_>) -> Option<(Tokens<'_>, f64, f64)> {
    let hyphen = |at: Tokens<'_>| at.first().is_some_and(|it| it.word == HYPHEN && !it.spaced);
    let input = if hyphen(input) { input.skip(1) } else { input };
    input.first().filter(|it| it.word == AND)?;
    let input = if hyphen(input.skip(1)) { input.skip(2) } else { input.skip(1) };
    // "one-and-a-half": the article's own hyphen is read with the part.
    let (rest, part) = part(input)?;
    match scales(rest, false) {
        Some((rest, scale)) => Some((rest, part, scale)),
        None => Some((rest, part, 1.0)),
    }
}

/// A part in words: "half", "a half", "a quarter", "three-quarters", "two thirds".
pub(super) fn part(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let numbers = &input.lexicon.numbers;
    let first = input.first()?;
    if first.word == HALF {
        return Some((input.skip(1), 0.5));
    }
    let (mut rest, above) = match first.word {
        A | AN => (input.skip(1), 1.0),
        word => match numbers.cardinal(word).filter(|it| (1.0..=19.0).contains(it)) {
            Some(value) => (input.skip(1), value),
            None => return large_part(input),
        },
    };
    if rest.first()?.word == HYPHEN {
        rest = rest.skip(1);
    }
    let below = rest.first().filter(|it| it.features.any(Features::FRACTION))?;
    let value = above / numbers.part(below.word)?;
    Some((rest.skip(1), value))
}

/// "twenty-three fifths": above twelve only a plural shows that no ordinal is meant.
fn large_part(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let (rest, above, _) = cardinal(input)?;
    let rest = rest.first().filter(|it| it.word == HYPHEN && !it.spaced).map_or(rest, |_| rest.skip(1));
    let below = rest.first().filter(|it| it.features.any(Features::FRACTION) && rest.spelling(it).ends_with("hs"))?;
    Some((rest.skip(1), above / input.lexicon.numbers.part(below.word)?))
}

/// A number in words.
fn words(input: Tokens<'_>) -> Option<(Tokens<'_>, Numeral)> {
    if let Some(found) = part_of_scale(input) {
        return Some(found);
    }
    let (rest, value, scale) = cardinal(input)?;
    let scaled = scale.is_some();
    let mut numeral = Numeral::words(value);
    // What was written in one scale keeps it, so that "two million" and "two" in "two to three million" compare.
    if let Some(scale) = scale.filter(|it| *it >= 12.0 && *it != 100.0 && value % it == 0.0) {
        numeral = Numeral { scale, ..Numeral::words(value / scale) };
    }
    if let Some((after, part, scale)) = and_a_half(rest) {
        // "a million and a half" is half a million more; "one and a half million" is scaled as a whole, and "one
        // billion and a half million" adds the two.
        let (value, scale, step) = match (scaled, scale) {
            (true, 1.0) => (value + part * numeral.scale, 1.0, 0.1 * numeral.scale),
            (true, own) => (value + part * own, 1.0, 0.1 * own),
            (false, own) => (value + part, own, 0.1),
        };
        let mantissa = Figure { scaled, ..Figure::rounded(value, step) };
        return Some((after, Numeral { mantissa, scale, in_digits: false, is_whole: false }));
    }
    if rest.first().is_some_and(|it| it.word == POINT)
        && let Some((rest, decimals, step)) = decimals_in_words(rest.skip(1))
    {
        let mut numeral = Numeral { is_whole: false, ..numeral };
        numeral.mantissa = Figure::rounded(value + decimals, step);
        numeral.scale = 1.0;
        if let Some((rest, scale)) = scales(rest, false) {
            return Some((rest, Numeral { scale, ..numeral }));
        }
        return Some((rest, numeral));
    }
    Some((rest, numeral))
}

/// "half a million", "half-million", "three quarters of a million", "half a dozen".
pub(super) fn part_of_scale(input: Tokens<'_>) -> Option<(Tokens<'_>, Numeral)> {
    const QUARTER: Word = Word::of("quarter");
    let bare = input.first().filter(|it| it.word == QUARTER).map(|_| (input.skip(1), 0.25));
    let (mut rest, value) = bare.or_else(|| part(input))?;
    if rest.first()?.word == OF {
        rest = rest.skip(1);
    }
    if matches!(rest.first()?.word, A | AN) {
        rest = rest.skip(1);
    }
    let (rest, scale) = scales(rest, false)?;
    Some((rest, Numeral { mantissa: Figure::rounded(value, 0.1), scale, in_digits: false, is_whole: false }))
}

fn decimals_in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, f64, f64)> {
    let (mut rest, mut value, mut step) = (input, 0.0, 1.0);
    let cardinal = |it: Tokens<'_>| it.first().and_then(|it| input.lexicon.numbers.cardinal(it.word));
    while let Some(mut digit) = cardinal(rest) {
        // "point seventy-one"
        if digit >= 20.0 && rest.get(1).is_some_and(|it| it.word == HYPHEN) {
            let unit = cardinal(rest.skip(2)).filter(|it| *it < 10.0);
            digit += unit.unwrap_or(0.0);
            rest = if unit.is_some() { rest.skip(2) } else { rest };
        }
        let width = if digit >= 10.0 { 100.0 } else { 10.0 };
        step /= width;
        value += digit * step;
        rest = rest.skip(1);
    }
    (step < 1.0).then_some((rest, value, step))
}

/// A whole number in words; its value, and the largest scale word of it.
fn cardinal(input: Tokens<'_>) -> Option<(Tokens<'_>, f64, Option<f64>)> {
    let numbers = &input.lexicon.numbers;
    let (mut total, mut group) = (0.0, None::<f64>);
    let mut last_scale = f64::INFINITY;
    let mut largest = None;
    let mut rest = input;
    if matches!(input.first()?.word, A | AN) {
        let next = input.get(1)?;
        let scale = numbers.scale(next.word).filter(|_| next.features.any(Features::SCALE))?;
        // "a score" is mostly a result, and "a gross" an adjective.
        if matches!(scale as u32, 20 | 144) {
            return None;
        }
        group = Some(1.0);
        rest = input.skip(1);
    }
    // What has been read up to the last token that belongs to the number.
    let mut end = None;
    loop {
        let begun = group.is_some() || end.is_some();
        let mut at = rest;
        let mut joint = None;
        if begun && let Some(token) = at.first().filter(|it| matches!(it.word, HYPHEN | AND)) {
            joint = Some(token.word);
            at = at.skip(1);
            // In "two million and three fifths" the part is of the million.
            if joint == Some(AND) && small_part(at) {
                break;
            }
        }
        let Some(token) = at.first() else { break };
        if let Some(value) = numbers.cardinal(token.word) {
            let present = group.unwrap_or(0.0);
            let fits = match present % 100.0 {
                0.0 => group.is_none() || (value > 0.0 && present >= 100.0),
                tens if tens >= 20.0 && tens % 10.0 == 0.0 => value > 0.0 && value < 10.0 && joint != Some(AND),
                _ => false,
            };
            let opens_group = joint == Some(AND) && group.is_none() && total > 0.0 && value > 0.0;
            let allowed = match joint {
                Some(AND) => present >= 100.0 || opens_group,
                Some(_) => !matches!(present % 100.0, 0.0) || (group.is_none() && total > 0.0),
                None => true,
            };
            if !fits || !allowed {
                break;
            }
            group = Some(present + value);
        } else if let Some(scale) = numbers.scale(token.word).filter(|_| joint != Some(AND)) {
            if !begun && !is_bare_scale(at, token) {
                break;
            }
            largest = Some(largest.map_or(scale, |it: f64| it.max(scale)));
            if scale == 100.0 && group.is_some_and(|it| it < 100.0) {
                group = group.map(|it| it * 100.0);
            } else if group.is_none() && total > 0.0 {
                // "a hundred thousand million": one scale upon another.
                total *= scale;
            } else if scale >= last_scale {
                total = (total + group.take().unwrap_or(0.0)) * scale;
            } else {
                total += group.take().unwrap_or(1.0) * scale;
                last_scale = scale;
            }
        } else {
            break;
        }
        rest = at.skip(1);
        end = Some((rest, total + group.unwrap_or(0.0)));
    }
    let (rest, value) = end?;
    Some((rest, value, largest))
}

/// Whether a small number and a word for a part stand here: "three fifths", "one half".
fn small_part(at: Tokens<'_>) -> bool {
    let hyphened = at.get(1).is_some_and(|it| it.word == HYPHEN);
    let small = at.first().and_then(|it| at.lexicon.numbers.cardinal(it.word)).filter(|it| *it <= 12.0);
    let last = at.get(if hyphened { 2 } else { 1 });
    let is_part = last.is_some_and(|it| {
        it.features.any(Features::FRACTION) && (it.word == HALF || at.spelling(it).ends_with('s') || small == Some(1.0))
    });
    small.is_some() && is_part
}

/// Whether a scale word without a number is one itself: "thousand people", "hundred"; not "a score", "millions of".
fn is_bare_scale(at: Tokens<'_>, token: &Token) -> bool {
    let spelling = at.spelling(token);
    let previous = at.before(1).map(|it| it.word);
    let is_vague =
        ["several", "few", "many", "some", "per", "the", "this"].iter().any(|it| previous == Some(Word::of(it)));
    !spelling.ends_with(['s', 'S']) && !is_vague && !matches!(token.word, it if it == Word::of("score"))
}
