//! Numerals in words: "two hundred and five", "one and a half million", "three quarters".
//!
//! ```abnf
//! words    = part-of-scale / cardinal [half / "point" 1*cardinal [scales]]
//! cardinal = ["a"] 1*(cardinal-word / "hundred" / scale / "and" / "&" / "-" / "," hundreds)
//! half     = "and" part [scales]                             ; one and a half million
//! part     = "half" / ("a" / cardinal) ["-"] below           ; two thirds  a quarter
//!          / "one" tens-word "-" ordinal-word             ; one twenty-fifth, where no noun follows
//! below    = part-word / tens-word ["-"] ordinal-word "s"    ; fifths  twenty-firsts
//! part-of-scale = part ["of"] ["a"] scales                   ; half a million
//! ```

use super::{A, AN, AND, HALF, HYPHEN, Numeral, OF, POINT, is_alone, scales};
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::Figure;
use crate::tokens::{Token, TokenKind, Tokens};

const AMPERSAND: Word = Word::of("&");

/// A number in words.
pub(super) fn words(input: Tokens<'_>) -> Option<(Tokens<'_>, Numeral)> {
    let (first, next) = (input.first()?, input.get(1));
    if is_alone(input)
        && let Some(value) = input.lexicon.numbers.cardinal(first.word)
    {
        return Some((input.skip(1), Numeral::words(value)));
    }
    // An article begins a number only before the part or the scale.
    let leads = |it: &Token| it.features.any(Features::NUMERAL) || it.word == HYPHEN;
    if matches!(first.word, A | AN) && !next.is_some_and(leads) {
        return None;
    }
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

/// "and a half", "and three quarters", with the scale behind it.
pub(in crate::claims) fn and_a_half(input: Tokens<'_>) -> Option<(Tokens<'_>, f64, f64)> {
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

/// A part in words: "half", "a half", "a quarter", "three-quarters", "two thirds", "three twenty-firsts".
pub(in crate::claims) fn part(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let first = input.first()?;
    if first.word == HALF {
        return Some((input.skip(1), 0.5));
    }
    if matches!(first.word, A | AN)
        && let Some((rest, below)) = below(input.skip(1))
    {
        return Some((rest, 1.0 / below));
    }
    let small = input.lexicon.numbers.cardinal(first.word).filter(|it| (1.0..=19.0).contains(it));
    if let Some(above) = small
        && let Some((rest, below)) = below(input.skip(1))
    {
        // "two fifth" and "two hundredth" are no fractions but a slip and an ordinal.
        let is_plural = above == 1.0 || rest.before(1).is_some_and(|it| rest.spelling(it).ends_with(['s', 'S']));
        return (is_plural || below <= 4.0).then_some((rest, above / below));
    }
    if first.word == word_id!("one")
        && let Some(found) = one_compound(input)
    {
        return Some(found);
    }
    large_part(input)
}

/// "one twenty-fifth of": one of as many parts, where no noun follows whose place in a row it is.
fn one_compound(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let tens = input.lexicon.numbers.cardinal(input.get(1)?.word).filter(|it| (20.0..100.0).contains(it))?;
    let joined = input.get(2).is_some_and(|it| it.word == HYPHEN && !it.spaced);
    let last = input.get(3).filter(|it| joined && it.features.any(Features::ORDINAL))?;
    let ones = input.lexicon.numbers.ordinal(last.word).filter(|it| *it < 10.0)?;
    let rest = input.skip(4);
    let ends = rest.first().is_none_or(|it| it.kind == TokenKind::Mark && it.word != HYPHEN || it.word == OF);
    ends.then_some((rest, 1.0 / (tens + ones)))
}

/// The word for a part behind a numerator: its denominator.
fn below(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let hyphen = input.first().filter(|it| it.word == HYPHEN);
    let input = if hyphen.is_some() { input.skip(1) } else { input };
    let word = input.first().filter(|it| it.features.any(Features::FRACTION))?;
    Some((input.skip(1), input.lexicon.numbers.part(word.word)?))
}

/// Parts whose numerator or denominator is a compound: "twenty-three fifths", "three twenty-firsts", "a hundred
/// trillionths". Only a plural shows that no ordinal is meant. In "one hundred thirty-fifths" the tens belong to the
/// denominator, in "one hundred and thirty fifths" they do not.
fn large_part(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let is_number = |it: &Token| it.features.any(Features::NUMBER.with(Features::SCALE)) || matches!(it.word, A | AN);
    input.first().filter(|it| is_number(it))?;
    let (rest, above, _) = cardinal(input)?;
    if let Some((end, tens, ones)) = compound_below(rest) {
        return Some((end, above / (tens + ones)));
    }
    let (end, below) = plural_below(behind_hyphen(rest))?;
    let last = rest.before(1)?;
    let tens = input.lexicon.numbers.cardinal(last.word).filter(|it| *it >= 20.0 && below < 10.0);
    let hundreds = tens.filter(|_| rest.at() >= input.at() + 2 && rest.before(2).is_some_and(|it| it.word != AND));
    match hundreds {
        Some(tens) => Some((end, (above - tens) / (tens + below))),
        None => Some((end, above / below)),
    }
}

/// "twenty-firsts", "twenty fifths": tens and ones of a denominator.
fn compound_below(input: Tokens<'_>) -> Option<(Tokens<'_>, f64, f64)> {
    let tens = input.first().and_then(|it| input.lexicon.numbers.cardinal(it.word)).filter(|it| *it >= 20.0)?;
    let (rest, ones) = plural_below(behind_hyphen(input.skip(1))).filter(|(_, ones)| *ones < 10.0)?;
    Some((rest, tens, ones))
}

/// An ordinal or a part in the plural: "fifths", "firsts".
fn plural_below(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let token = input.first()?;
    let singular = input.spelling(token).strip_suffix('s').filter(|it| it.len() > 4)?;
    let numbers = &input.lexicon.numbers;
    let is_part = token.features.any(Features::FRACTION);
    let value = numbers.part(token.word).filter(|_| is_part).or_else(|| numbers.ordinal(Word::read(singular)))?;
    // "seconds" are time, and "quarters" are of an hour or a year.
    (!token.features.any(Features::PERIOD) && value > 0.0).then(|| (input.skip(1), value))
}

fn behind_hyphen(input: Tokens<'_>) -> Tokens<'_> {
    input.first().filter(|it| it.word == HYPHEN && !it.spaced).map_or(input, |_| input.skip(1))
}

/// "half a million", "half-million", "three quarters of a million", "half a dozen".
pub(in crate::claims) fn part_of_scale(input: Tokens<'_>) -> Option<(Tokens<'_>, Numeral)> {
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
        // "four million, three hundred & sixty"
        if group.is_none() && total > 0.0 && is_next_group(at, last_scale) {
            at = at.skip(1);
        }
        if begun && let Some(token) = at.first().filter(|it| matches!(it.word, HYPHEN | AND | AMPERSAND)) {
            joint = Some(if token.word == AMPERSAND { AND } else { token.word });
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

/// Whether a comma and the next smaller group of one number stand here, so many hundreds that no list goes on with it.
fn is_next_group(at: Tokens<'_>, scale: f64) -> bool {
    let word = |ahead: usize| at.get(ahead).map(|it| it.word);
    let cardinal = word(1).and_then(|it| at.lexicon.numbers.cardinal(it)).filter(|it| (1.0..10.0).contains(it));
    scale >= 1000.0
        && at.first().is_some_and(|it| it.word == word_id!(",") && !it.spaced)
        && cardinal.is_some()
        && word(2) == Some(word_id!("hundred"))
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
    let is_vague = previous
        .is_some_and(|it| word_ids!["several", "few", "many", "some", "per", "the", "this"].contains(&it))
        || at.before(2).is_some_and(|it| it.word == word_id!("couple"))
        // "a multi-million-dollar deal"
        || (previous == Some(HYPHEN) && at.before(2).is_some_and(|it| it.word == word_id!("multi")));
    !spelling.ends_with(['s', 'S']) && !is_vague && !matches!(token.word, it if it == word_id!("score"))
}
