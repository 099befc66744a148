//! Measures of more than a number and a unit: parts of a unit, and a unit with its smaller one.

use super::{Item, Of};
use crate::claims::numeral::{digit_value, part, unsigned};
use crate::claims::percent::{self, Points};
use crate::claims::unit::unit;
use crate::lexicon::{Features, Unit, Word, word_id, word_ids};
use crate::reading::{Figure, Interval};
use crate::tokens::{TokenKind, Tokens};

/// "half a mile", "three quarters of an inch", "a quarter-mile".
pub(super) fn part_of_unit(input: Tokens<'_>) -> Option<Item<'_>> {
    if !input.first()?.features.any(Features::FRACTION.with(Features::NUMBER))
        && !matches!(input.first()?.word, it if it == word_id!("a"))
    {
        return None;
    }
    let (rest, value) = part(input)?;
    let rest = rest.first().filter(|it| it.word == word_id!("of")).map_or(rest, |_| rest.skip(1));
    let article = rest.first().filter(|it| it.word == word_id!("a") || it.word == word_id!("an"));
    let (rest, units) = unit(article.map_or(rest, |_| rest.skip(1)), false)?;
    Some(Item { start: input, rest, figure: Figure::rounded(value, step_of(value)), of: Of::Units(units), ends: None })
}

/// "half a percent", "three-quarters of a percentage point", "one-half of 1 percent".
pub(super) fn part_of_percent(input: Tokens<'_>) -> Option<Item<'_>> {
    const ONE: [Word; 4] = word_ids!["a", "an", "one", "1"];
    if !input.first()?.features.any(Features::FRACTION.with(Features::NUMBER)) && input.first()?.word != word_id!("a") {
        return None;
    }
    let (rest, value) = part(input)?;
    let of = rest.first().filter(|it| it.word == word_id!("of")).map(|_| rest.skip(1));
    let whole = of.unwrap_or(rest);
    let counts_one = whole.first().is_some_and(|it| ONE.contains(&it.word));
    // "a quarter percent", "a half-percent", but a "third percent" has slipped.
    let is_short = of.is_none() && matches!(value, 0.5 | 0.25 | 0.75);
    let whole = if counts_one { whole.skip(1) } else { whole };
    let (rest, points) = percent::behind(whole).filter(|_| counts_one || is_short)?;
    // A quarter of a point is a step of a bank's and meant exactly; "half a percent" is half of what it is a part of.
    let step = if points == Points::Hundredths { 0.25 } else { 0.05 };
    Some(Item { start: input, rest, figure: Figure::rounded(value, step), of: Of::Percent(points), ends: None })
}

/// How finely a part in words divides: "one-half inch" stands for whatever is nearer to it than to the whole or to
/// nothing.
fn step_of(value: f64) -> f64 {
    let below = [2.0, 3.0, 4.0, 5.0, 8.0, 10.0].into_iter().find(|below| (value * below).fract() < 1e-9);
    1.0 / below.unwrap_or(16.0)
}

/// "30x40x50 cm", "3x4 m": the sides of a figure that touch, so that all but the first are one word ("x40x50").
pub(super) fn touching_sides(input: Tokens<'_>) -> Option<Vec<Item<'_>>> {
    let word = input.get(1).filter(|it| it.kind == TokenKind::Word && !it.spaced)?;
    let others = input.spelling(word).strip_prefix('x').filter(|it| it.starts_with(|it: char| it.is_ascii_digit()))?;
    let first = input.first().filter(|it| it.kind == TokenKind::Number)?;
    let (rest, units) = unit(input.skip(2), true)?;
    let is_length = units.iter().all(|it| it.under.is_none() && it.dimension_name() == Some("length"));
    let sides: Vec<_> = [input.spelling(first)].into_iter().chain(others.split('x')).collect();
    let is_digits = |it: &&str| it.bytes().all(|it| it.is_ascii_digit()) && !it.is_empty();
    if !is_length || sides.len() > 3 || !sides[1..].iter().all(is_digits) {
        return None;
    }
    let last = sides.len() - 1;
    let item = |(at, side): (usize, &&str)| {
        let (value, place) = digit_value(side)?;
        let figure = if place == 0.0 { Figure::integer(value) } else { Figure::rounded(value, place) };
        let (start, end) = match at {
            0 => (input, input.skip(1)),
            at if at == last => (input.skip(1), rest),
            _ => (input.skip(1), input.skip(2)),
        };
        Some(Item { start, rest: end, figure, of: Of::Units(units.clone()), ends: None })
    };
    sides.iter().enumerate().map(item).collect()
}

/// What follows digits in "40 trillionths of a second": the parts of one unit, and the unit.
pub(super) fn parts_of_unit(input: Tokens<'_>) -> Option<(Tokens<'_>, f64, Vec<Unit>)> {
    let below = input.first().filter(|it| it.features.any(Features::FRACTION) && input.spelling(it).ends_with("hs"))?;
    let below = input.lexicon.numbers.part(below.word)?;
    let of = input.get(1).filter(|it| it.word == word_id!("of")).map(|_| input.skip(2))?;
    let of = of.first().filter(|it| it.word == word_id!("a") || it.word == word_id!("an")).map(|_| of.skip(1))?;
    let (rest, units) = unit(of, false)?;
    Some((rest, below, units))
}

/// The smaller unit behind a unit: "11 in" in "5 ft 11 in". The figure counts the larger unit.
pub(super) fn composite<'a>(
    rest: Tokens<'a>,
    units: &[Unit],
    figure: Figure,
    in_digits: bool,
) -> Option<(Tokens<'a>, Figure)> {
    let larger = units[0].over.filter(|_| units[0].under.is_none())?;
    let smaller = Unit::simple(rest.lexicon.units.entry(larger).part?);
    let ratio = units[0].factor() / smaller.factor();
    let comma = rest.first().filter(|it| it.word == word_id!(",")).map_or(rest, |_| rest.skip(1));
    let and = comma.first().filter(|it| it.word == word_id!("and")).map_or(comma, |_| comma.skip(1));
    let hyphen = and.first().filter(|it| it.word == word_id!("-") && !it.spaced).map_or(and, |_| and.skip(1));
    let (after, more) = unsigned(hyphen).ok()?;
    let value = more.figure().value();
    if value >= ratio || value < 0.0 || figure.value().fract() != 0.0 {
        return None;
    }
    let named = unit(after, more.in_digits || in_digits).filter(|(_, units)| units.contains(&smaller));
    // Behind feet "in" is no preposition: "12 ft 2 in more".
    let inches =
        || after.first().filter(|it| it.word == word_id!("in") && more.in_digits).map(|_| (after.skip(1), vec![]));
    let after = match named.or_else(inches) {
        Some((after, _)) => after,
        // "5-foot-11", "six foot two": nothing else can follow a foot as a number without unit.
        None => {
            let singular = rest.before(1).is_some_and(|it| it.word == word_id!("foot"));
            let direct = hyphen.at() == rest.at() || and.at() == rest.at();
            let ends = after.first().is_none_or(|it| {
                let goes_on = it.kind == TokenKind::Word && it.spaced;
                !goes_on || it.features.any(Features::FUNCTION.with(Features::WEEKDAY)) || it.word == word_id!("tall")
            });
            if !(singular && direct && more.is_whole && ends) {
                return None;
            }
            after
        }
    };
    Some((after, in_larger(figure, more.figure(), ratio)))
}

/// "5ft8in", "12st7lb", "3lb4oz": behind the number one word of two units and the number between them.
pub(super) fn touching_composite(input: Tokens<'_>) -> Option<Item<'_>> {
    let number = input.first().filter(|it| it.kind == TokenKind::Number)?;
    let word = input.get(1).filter(|it| it.kind == TokenKind::Word && !it.spaced && it.span.len() <= 6)?;
    let (value, 0.0) = digit_value(input.spelling(number))? else { return None };
    let (larger, tail) = input.spelling(word).split_at_checked(input.spelling(word).find(is_digit)?)?;
    let (digits, smaller) = tail.split_at_checked(tail.find(|it| !is_digit(it))?)?;
    let units = &input.lexicon.units;
    let written = |symbol: &str| {
        let mut spellings = units.spellings(Word::of(symbol)).iter();
        spellings.find(|it| it.rest.is_empty() && it.symbol.as_deref() == Some(symbol)).map(|it| &it.units[..])
    };
    let part = |unit: &Unit| Some(Unit::simple(units.entry(unit.over?).part?));
    let (unit, part) = written(larger)?.iter().find_map(|unit| Some((*unit, part(unit)?)))?;
    let ratio = unit.factor() / part.factor();
    let less: u32 = digits.parse().ok().filter(|it| f64::from(*it) < ratio)?;
    let figure = in_larger(Figure::integer(value), Figure::integer(f64::from(less)), ratio);
    let is_meant = written(smaller).is_some_and(|it| it.contains(&part));
    is_meant.then(|| Item { start: input, rest: input.skip(2), figure, of: Of::Units(vec![unit]), ends: None })
}

fn is_digit(it: char) -> bool {
    it.is_ascii_digit()
}

/// A composite counts its smallest unit, so that half of that is what it rounds to.
fn in_larger(larger: Figure, smaller: Figure, ratio: f64) -> Figure {
    let value = larger.value() + smaller.value() / ratio;
    let half = if smaller.step < 1.0 { smaller.step / 2.0 } else { 0.5 } / ratio;
    let interval = Interval::new(value - half, value, value + half);
    Figure { interval, step: 2.0 * half, ..larger }
}

/// "5'11\"", "6′ 4″", "6'2": feet and inches in marks.
pub(super) fn feet_in_marks<'a>(rest: Tokens<'a>, feet: Figure) -> Option<(Tokens<'a>, Figure, Unit)> {
    const FEET: [Word; 3] = [Word::of("'"), Word::of("’"), Word::of("′")];
    const INCHES: [Word; 3] = [Word::of("\""), Word::of("”"), Word::of("″")];
    rest.first().filter(|it| FEET.contains(&it.word) && !it.spaced)?;
    let (after, inches) = unsigned(rest.skip(1)).ok().filter(|(_, it)| it.in_digits && it.figure().value() < 12.0)?;
    after.first().filter(|it| INCHES.contains(&it.word) && !it.spaced)?;
    let units = &rest.lexicon.units;
    let feet_unit = units.get("foot")?;
    Some((after.skip(1), in_larger(feet, inches.figure(), 12.0), feet_unit))
}
