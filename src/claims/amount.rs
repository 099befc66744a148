//! Amounts: a number with what makes it a percentage, a quantity or money, and series of them.
//!
//! ```abnf
//! amounts  = [hedge] ["between"] item [joint item] [hedge-behind]
//! item     = currency written [scale] [per]                 ; $3.5bn  US$10–15 million  $15 an hour
//!          / written (percent / unit [composite] / currency-name)
//!          / part ["of"] ["a"] unit                         ; half a mile
//! joint    = that of a range, or between sides: "by" / "×" / "x"
//! composite = [","] ["and"] numeral part-unit               ; 5 ft 11 in  11st 4lb  4 lb 3 oz  5'11"
//! ```

use super::currency;
use super::number::{self, Written, hedge_behind, range_joint, written};
use super::numeral::{self, numeral, part, unsigned};
use super::percent::{self, Points};
use super::unit::{self, per, unit};
use crate::lexicon::{Currency, Features, Hedge, Unit, Word};
use crate::reading::{Figure, Interval, Series};
use crate::tokens::{TokenKind, Tokens};

const OPEN: Word = Word::of("(");
const OPEN_SQUARE: Word = Word::of("[");
const CLOSE: Word = Word::of(")");
const CLOSE_SQUARE: Word = Word::of("]");

/// What a number is a number of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Of {
    /// Hundredths, or points.
    Percent(Points),
    /// A unit, or any of several.
    Units(Vec<Unit>),
    /// Money; what it is paid for ("$15 an hour"), and how many of the coins that are named make one of the currency.
    Money(Currency, Option<Unit>, f64),
}

/// One number with what it is a number of.
#[derive(Clone, Debug)]
pub(super) struct Item<'a> {
    pub(super) start: Tokens<'a>,
    pub(super) rest: Tokens<'a>,
    pub(super) figure: Figure,
    pub(super) of: Of,
    /// The ends of a range within it ("10–15 km").
    pub(super) ends: Option<[(Tokens<'a>, Tokens<'a>, Figure); 2]>,
}

/// One item, or several in a series.
#[derive(Debug)]
pub(super) struct Amounts<'a> {
    pub(super) items: Vec<Item<'a>>,
    pub(super) series: Series,
    pub(super) hedge: Hedge,
    pub(super) rest: Tokens<'a>,
}

/// Reads an item, or a series of them, with hedges.
pub(super) fn amounts(input: Tokens<'_>) -> Option<Amounts<'_>> {
    let (start, hedge) = number::hedge(input);
    let is_between = start.first()?.word == Word::of("between");
    let (items, series) = match item(start) {
        Some(first) => joined(first, false),
        None if is_between => {
            let (items, series) = joined(item(start.skip(1))?, true);
            if items.len() < 2 {
                return None;
            }
            (items, series)
        }
        None => bare_series(start)?,
    };
    let rest = items.last()?.rest;
    let (rest, behind) = hedge_behind(rest);
    let hedge = if hedge == Hedge::None { behind } else { hedge };
    Some(Amounts { items, series, hedge, rest })
}

/// Joins the item with those that follow it in a range or as sides.
fn joined(first: Item<'_>, is_between: bool) -> (Vec<Item<'_>>, Series) {
    if first.ends.is_some() {
        return (vec![first], Series::Single);
    }
    if let Some(second) = range_joint(first.rest, is_between).and_then(|rest| second_item(rest, &first))
        && is_same_kind(&first.of, &second.of)
        && (first.figure.value() < second.figure.value() || first.of != second.of)
    {
        return (vec![first, second], Series::Range);
    }
    if let Some(second) = listed_item(&first) {
        return (vec![first, second], Series::List);
    }
    let mut items = vec![first];
    while items.len() < 3
        && let Some(next) = items.last().and_then(|it| side_joint(it.rest)).and_then(item)
        && is_length(&items[0].of)
        && is_length(&next.of)
        && next.ends.is_none()
    {
        items.push(next);
    }
    let series = if items.len() > 1 { Series::Sides } else { Series::Single };
    (items, series)
}

/// The second of two amounts that stand alone in brackets: "(754 feet and 1,706 feet)".
fn listed_item<'a>(first: &Item<'a>) -> Option<Item<'a>> {
    first.start.before(1).filter(|it| matches!(it.word, OPEN | OPEN_SQUARE))?;
    let and = first.rest.first().filter(|it| it.word == Word::of("and")).map(|_| first.rest.skip(1))?;
    let second = item(and).filter(|it| it.ends.is_none() && is_same_kind(&first.of, &it.of))?;
    let closes = second.rest.first().is_some_and(|it| matches!(it.word, CLOSE | CLOSE_SQUARE));
    (closes && matches!(second.of, Of::Units(_))).then_some(second)
}

/// The other end of a range; behind "$5m–" its currency may be left out.
fn second_item<'a>(input: Tokens<'a>, first: &Item<'a>) -> Option<Item<'a>> {
    if let Some(found) = item(input).filter(|it| it.ends.is_none()) {
        return Some(found);
    }
    let Of::Money(..) = first.of else { return None };
    let (rest, found) = written(input).ok()?;
    let (rest, found) = money_scale(rest, found).filter(|_| first.figure.scaled)?;
    Some(Item { start: input, rest, figure: found.figure, of: first.of.clone(), ends: found.ends })
}

/// Numbers that share the unit of the last: "5 by 3 metres", "8- by 10-foot", "(69 and 72 feet)".
fn bare_series(input: Tokens<'_>) -> Option<(Vec<Item<'_>>, Series)> {
    let (rest, first) = numeral(input).ok()?;
    let (joint, series) = match side_joint(rest) {
        Some(joint) => (joint, Series::Sides),
        None => {
            let opens = input.before(1).is_some_and(|it| it.word == Word::of("("));
            rest.first().filter(|it| it.word == Word::of("and") && opens)?;
            (rest.skip(1), Series::List)
        }
    };
    let last = item(joint).filter(|it| matches!(it.of, Of::Units(_)) && it.ends.is_none());
    let (mut items, of) = match last {
        Some(last) => (vec![last.clone()], last.of),
        None if series == Series::Sides => {
            let (more, _) = bare_series(joint)?;
            let of = more.first()?.of.clone();
            (more, of)
        }
        None => return None,
    };
    if series == Series::Sides && !is_length(&of) {
        return None;
    }
    items.insert(0, Item { start: input, rest, figure: first.figure(), of, ends: None });
    Some((items, series))
}

/// What stands between the sides of a figure.
fn side_joint(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let hyphened = input.first().is_some_and(|it| it.word == Word::of("-") && !it.spaced);
    let input = if hyphened { input.skip(1) } else { input };
    let first = input.first()?;
    (["by", "×", "x"].iter().any(|it| first.word == Word::of(it))).then(|| input.skip(1))
}

fn is_length(of: &Of) -> bool {
    matches!(of, Of::Units(units) if units.iter().any(|it| it.dimension_name() == Some("length")))
}

fn is_same_kind(one: &Of, other: &Of) -> bool {
    match (one, other) {
        (Of::Percent(one), Of::Percent(other)) => one == other,
        (Of::Money(one, ..), Of::Money(other, ..)) => one.is_same(*other) == Some(true),
        (Of::Units(one), Of::Units(other)) => {
            one.iter().any(|one| other.iter().any(|other| one.dimension() == other.dimension()))
        }
        _ => false,
    }
}

/// Reads one number with what it is a number of.
pub(super) fn item(input: Tokens<'_>) -> Option<Item<'_>> {
    money_before(input).or_else(|| part_of_unit(input)).or_else(|| number_first(input))
}

fn money_before(input: Tokens<'_>) -> Option<Item<'_>> {
    const MINUS: [Word; 3] = [Word::of("-"), Word::of("−"), Word::of("–")];
    let sign = input.first().filter(|it| MINUS.contains(&it.word) && input.get(1).is_some_and(|it| !it.spaced));
    let start = if sign.is_some() { input.skip(1) } else { input };
    let (rest, currency) = currency::before(start)?;
    let hyphened = rest.first().is_some_and(|it| it.word == Word::of("-") && !it.spaced);
    let (rest, found) = written(if hyphened { rest.skip(1) } else { rest }).ok()?;
    if !found.in_digits {
        return None;
    }
    let (rest, found) = money_scale(rest, found).unwrap_or((rest, found));
    let figure = if sign.is_some() { found.figure.scale(-1.0) } else { found.figure };
    let (rest, paid_for) = paid_for(rest);
    Some(Item { start: input, rest, figure, of: Of::Money(currency, paid_for, 1.0), ends: found.ends })
}

/// A scale that only money has: "£6m". Both ends of a range have it.
fn money_scale<'a>(rest: Tokens<'a>, found: Written<'a>) -> Option<(Tokens<'a>, Written<'a>)> {
    let token = rest.first().filter(|_| !found.figure.scaled)?;
    let factor = rest.lexicon.numbers.money_scale(rest.spelling(token))?;
    let is_long = rest.spelling(token).len() > 1;
    if token.spaced && !is_long {
        return None;
    }
    let scale = |it: Figure| it.in_scale(factor);
    let ends = found.ends.map(|[low, high]| [(low.0, low.1, scale(low.2)), (high.0, rest.skip(1), scale(high.2))]);
    let figure = match ends {
        Some([low, high]) => Figure::between(low.2, high.2),
        None => scale(found.figure),
    };
    Some((rest.skip(1), Written { figure, ends, ..found }))
}

fn paid_for(input: Tokens<'_>) -> (Tokens<'_>, Option<Unit>) {
    const EACH: [Word; 2] = [Word::of("a"), Word::of("an")];
    // "$2 a gallon" is a price too, unlike "two metres a yard".
    let is_each = input.first().is_some_and(|it| EACH.contains(&it.word));
    let found = if is_each {
        unit::simple(input.skip(1), false).filter(|(_, units)| units.iter().all(|it| it.under.is_none()))
    } else {
        per(input, true)
    };
    // "$101.55 a week before" is no wage.
    let tells_when = |rest: Tokens<'_>| {
        let first = rest.first();
        first.is_some_and(|it| ["before", "earlier", "ago", "later"].iter().any(|word| it.word == Word::of(word)))
    };
    match found.filter(|(rest, _)| !is_each || !tells_when(*rest)) {
        Some((rest, units)) => (rest, units.first().map(|it| Unit { over: None, under: it.over })),
        None => (input, None),
    }
}

/// "half a mile", "three quarters of an inch", "a quarter-mile".
fn part_of_unit(input: Tokens<'_>) -> Option<Item<'_>> {
    if !input.first()?.features.any(Features::FRACTION.with(Features::NUMBER))
        && !matches!(input.first()?.word, it if it == Word::of("a"))
    {
        return None;
    }
    let (rest, value) = part(input)?;
    let rest = rest.first().filter(|it| it.word == Word::of("of")).map_or(rest, |_| rest.skip(1));
    let article = rest.first().filter(|it| it.word == Word::of("a") || it.word == Word::of("an"));
    let (rest, units) = unit(article.map_or(rest, |_| rest.skip(1)), false)?;
    // "one-half inch" stands for whatever is nearer to it than to the whole or to nothing.
    let step = [2.0, 3.0, 4.0, 5.0, 8.0, 10.0].into_iter().find(|below| (value * below).fract() < 1e-9).unwrap_or(16.0);
    Some(Item { start: input, rest, figure: Figure::rounded(value, 1.0 / step), of: Of::Units(units), ends: None })
}

/// What follows digits in "40 trillionths of a second": the parts of one unit, and the unit.
fn parts_of_unit(input: Tokens<'_>) -> Option<(Tokens<'_>, f64, Vec<Unit>)> {
    let below = input.first().filter(|it| it.features.any(Features::FRACTION) && input.spelling(it).ends_with("hs"))?;
    let below = input.lexicon.numbers.part(below.word)?;
    let of = input.get(1).filter(|it| it.word == Word::of("of")).map(|_| input.skip(2))?;
    let of = of.first().filter(|it| it.word == Word::of("a") || it.word == Word::of("an")).map(|_| of.skip(1))?;
    let (rest, units) = unit(of, false)?;
    Some((rest, below, units))
}

fn number_first(input: Tokens<'_>) -> Option<Item<'_>> {
    let (rest, found) = written(input).ok()?;
    let item = |rest, figure, of| Some(Item { start: input, rest, figure, of, ends: found.ends });
    if let Some((rest, below, units)) = parts_of_unit(rest).filter(|_| found.ends.is_none()) {
        return item(rest, found.figure.scale(1.0 / below), Of::Units(units));
    }
    if let Some((rest, points)) = percent::behind(rest) {
        return item(rest, found.figure, Of::Percent(points));
    }
    // In "15m hectares" and "5m euros" the letter is a scale.
    if let Some((after, scaled)) =
        money_scale(rest, found).filter(|(after, _)| after.first().is_some_and(|it| it.spaced))
    {
        if let Some((rest, currency, part)) = currency::behind(after, true) {
            return money(input, rest, scaled, currency, part);
        }
        if let Some((rest, units)) = unit(after, false) {
            return Some(Item { start: input, rest, figure: scaled.figure, of: Of::Units(units), ends: scaled.ends });
        }
    }
    let as_money = currency::behind(rest, found.in_digits);
    let as_unit = unit(rest, found.in_digits);
    match (as_money, as_unit) {
        (Some((rest, currency, part)), other)
            if other.as_ref().is_none_or(|(it, _)| it.at() < rest.at())
                || (found.figure.scaled && !is_weighed(rest))
                || is_converted(rest) =>
        {
            // "5 won" is a verb, and a coin of which nobody names five.
            if currency.code() == "KRW" && found.figure.value() < 100.0 {
                return None;
            }
            money(input, rest, found, currency, part)
        }
        (_, Some((rest, units))) => {
            let (rest, figure) = match found.ends {
                None => composite(rest, &units, found.figure, found.in_digits).unwrap_or((rest, found.figure)),
                Some(_) => (rest, found.figure),
            };
            item(rest, figure, Of::Units(units))
        }
        _ => {
            feet_in_marks(rest, found.figure).and_then(|(rest, figure, feet)| item(rest, figure, Of::Units(vec![feet])))
        }
    }
}

/// Whether a number with a unit stands in brackets right behind, as it does behind pounds that are a weight.
fn is_weighed(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| it.word == Word::of("("))
        && (1..=3).any(|at| {
            rest.get(at).is_some_and(|it| it.kind == TokenKind::Number)
                && rest.get(at + 1).is_some_and(|it| it.features.any(Features::UNIT))
        })
}

/// Whether a sum of money stands in brackets right behind, as it does behind pounds that are no weight.
fn is_converted(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| it.word == Word::of("("))
        && (1..=3).any(|at| rest.get(at).is_some_and(|it| it.features.any(Features::CURRENCY)))
}

fn money<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    found: Written<'a>,
    currency: Currency,
    part: f64,
) -> Option<Item<'a>> {
    let coins = |it: Figure| if part == 1.0 { it } else { it.scale(1.0 / part) };
    // "75 USD million"
    if let Some((after, scale)) = numeral::scales(rest, false).filter(|_| !found.figure.scaled && found.ends.is_none())
    {
        let figure = found.figure.in_scale(scale);
        return Some(Item { start, rest: after, figure, of: Of::Money(currency, None, part), ends: None });
    }
    let ends = found.ends.map(|ends| ends.map(|(start, rest, figure)| (start, rest, coins(figure))));
    let mut figure = coins(found.figure);
    let mut rest = rest;
    // "two dollars and fifty cents"
    let and = rest.first().filter(|it| it.word == Word::of("and")).map_or(rest, |_| rest.skip(1));
    if part == 1.0
        && found.ends.is_none()
        && let Ok((after, more)) = unsigned(and)
        && let Some((after, _, hundredth)) = currency::behind(after, more.in_digits).filter(|(_, _, part)| *part > 1.0)
        && more.figure().value() < hundredth
    {
        figure = Figure::rounded(figure.value() + more.figure().value() / hundredth, 1.0 / hundredth);
        rest = after;
    }
    let (rest, paid_for) = paid_for(rest);
    Some(Item { start, rest, figure, of: Of::Money(currency, paid_for, part), ends })
}

/// The smaller unit behind a unit: "11 in" in "5 ft 11 in". The figure counts the larger unit.
fn composite<'a>(rest: Tokens<'a>, units: &[Unit], figure: Figure, in_digits: bool) -> Option<(Tokens<'a>, Figure)> {
    let larger = units[0].over.filter(|_| units[0].under.is_none())?;
    let smaller = Unit::simple(rest.lexicon.units.entry(larger).part?);
    let ratio = units[0].factor() / smaller.factor();
    let comma = rest.first().filter(|it| it.word == Word::of(",")).map_or(rest, |_| rest.skip(1));
    let and = comma.first().filter(|it| it.word == Word::of("and")).map_or(comma, |_| comma.skip(1));
    let hyphen = and.first().filter(|it| it.word == Word::of("-") && !it.spaced).map_or(and, |_| and.skip(1));
    let (after, more) = unsigned(hyphen).ok()?;
    let value = more.figure().value();
    if value >= ratio || value < 0.0 || figure.value().fract() != 0.0 {
        return None;
    }
    let named = unit(after, more.in_digits || in_digits).filter(|(_, units)| units.contains(&smaller));
    // Behind feet "in" is no preposition: "12 ft 2 in more".
    let inches =
        || after.first().filter(|it| it.word == Word::of("in") && more.in_digits).map(|_| (after.skip(1), vec![]));
    let after = match named.or_else(inches) {
        Some((after, _)) => after,
        // "5-foot-11", "six foot two": nothing else can follow a foot as a number without unit.
        None => {
            let singular = rest.before(1).is_some_and(|it| it.word == Word::of("foot"));
            let direct = hyphen.at() == rest.at() || and.at() == rest.at();
            let ends = after.first().is_none_or(|it| it.kind != TokenKind::Word || !it.spaced);
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
fn feet_in_marks<'a>(rest: Tokens<'a>, feet: Figure) -> Option<(Tokens<'a>, Figure, Unit)> {
    const FEET: [Word; 3] = [Word::of("'"), Word::of("’"), Word::of("′")];
    const INCHES: [Word; 3] = [Word::of("\""), Word::of("”"), Word::of("″")];
    rest.first().filter(|it| FEET.contains(&it.word) && !it.spaced)?;
    let (after, inches) = unsigned(rest.skip(1)).ok().filter(|(_, it)| it.in_digits && it.figure().value() < 12.0)?;
    after.first().filter(|it| INCHES.contains(&it.word) && !it.spaced)?;
    let units = &rest.lexicon.units;
    let feet_unit = units.get("foot")?;
    Some((after.skip(1), in_larger(feet, inches.figure(), 12.0), feet_unit))
}
