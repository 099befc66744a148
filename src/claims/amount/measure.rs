//! Measures of more than a number and a unit: parts of a unit, and a unit with its smaller one.

use super::{Item, Of};
use crate::claims::numeral::{part, unsigned};
use crate::claims::unit::unit;
use crate::lexicon::{Features, Unit, Word, word_id};
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
    // "one-half inch" stands for whatever is nearer to it than to the whole or to nothing.
    let step = [2.0, 3.0, 4.0, 5.0, 8.0, 10.0].into_iter().find(|below| (value * below).fract() < 1e-9).unwrap_or(16.0);
    Some(Item { start: input, rest, figure: Figure::rounded(value, 1.0 / step), of: Of::Units(units), ends: None })
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
