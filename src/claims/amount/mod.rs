//! Amounts: a number with what makes it a percentage, a quantity or money, and series of them.
//!
//! ```abnf
//! amounts  = [hedge] ["between"] item [joint item] [hedge-behind]
//! item     = currency written [scale] [per]                 ; $3.5bn  US$10–15 million  $15 an hour
//!          / written (percent / unit [composite] / currency-name)
//!          / part ["of"] ["a"] unit                         ; half a mile
//!          / part ["of"] ("a" / "one" / "1") percent        ; half a percentage point
//!          / written millions / millions written            ; 30 MEUR
//!          / currency-name written                          ; rupees 2,000
//!          / leading-unit ["-"] written                     ; Mach 2
//!          / ("a" / "an") unit                              ; a mile (1.6 km)  a gallon of milk
//!          / written hedge-behind (percent / unit / currency-name)          ; 20+ km
//! sides    = digits 1*2("x" digits) unit                   ; 30x40 cm
//! joint    = that of a range, or between sides: "by" / "×" / "x"
//! composite = [","] ["and"] numeral part-unit               ; 5 ft 11 in  11st 4lb  4 lb 3 oz  5'11"
//! ```

mod measure;
mod price;

use measure::{
    composite, feet_in_marks, part_of_percent, part_of_unit, parts_of_unit, touching_composite, touching_sides,
};
use price::{is_cash, is_converted, is_of_something, is_price, is_weighed, money, money_before, money_scale};

use super::currency;
use super::figures::is_counted;
use super::numeral::{A, AN, and_a_half, is_alone, numeral};
use super::percent::{self, Points};
use super::range::{self, hedge_behind, range_joint, written};
use super::unit::unit;
use crate::lexicon::{Currency, Features, Hedge, Unit, Word, word_id, word_ids};
use crate::reading::{Figure, Series};
use crate::tokens::{Case, Token, TokenKind, Tokens};

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
    let (start, hedge) = range::hedge(input);
    let is_between = start.first()?.word == word_id!("between");
    let (items, series) = match item(start) {
        Some(first) => joined(first, false),
        None if is_between => {
            let (items, series) = joined(item(start.skip(1))?, true);
            if items.len() < 2 {
                return None;
            }
            (items, series)
        }
        // A number that stands alone is a side only before "by".
        None if is_alone(start) && !start.get(1).is_some_and(|it| SIDE_JOINTS.contains(&it.word)) => return None,
        None => match touching_sides(start) {
            Some(items) => (items, Series::Sides),
            None => bare_series(start, SIDES_MAX)?,
        },
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
    if !is_change(&first)
        && let Some(second) = range_joint(first.rest, is_between).and_then(|rest| second_item(rest, &first))
        && is_same_kind(&first.of, &second.of)
        && (first.figure.value() < second.figure.value() || first.of != second.of || is_below_zero(&first, &second))
    {
        return (vec![in_scale_of(first, &second), second], Series::Range);
    }
    if let Some(second) = listed_item(&first) {
        return (vec![first, second], Series::List);
    }
    let mut items = vec![first];
    while items.len() < 3
        && let Some(next) = items.last().and_then(|it| side_joint(it.rest)).and_then(side)
        && is_length(&items[0].of)
        && is_length(&next.of)
        && next.ends.is_none()
    {
        items.push(next);
    }
    let series = if items.len() > 1 { Series::Sides } else { Series::Single };
    (items, series)
}

/// "$40 to $60 million": the first sum has the scale of the second.
fn in_scale_of<'a>(first: Item<'a>, second: &Item<'a>) -> Item<'a> {
    let (Of::Money(..), false, true) = (&first.of, first.figure.scaled, second.figure.scaled) else { return first };
    let numbers = &first.start.lexicon.numbers;
    let scale = |it: &Token| numbers.scale(it.word).or_else(|| numbers.money_scale(second.start.spelling(it)));
    let written = second.start.as_slice().iter().take(second.rest.at() - second.start.at());
    let factor: f64 = written.filter(|it| it.features.any(Features::SCALE)).filter_map(scale).product();
    let fits = first.figure.value() < 1000.0 && first.figure.value() < second.figure.value() / factor;
    if fits { Item { figure: first.figure.in_scale(factor), ..first } } else { first }
}

/// "rose 3 cents to $5.62": behind a verb of change, the amount of it, and then the level.
fn is_change(first: &Item<'_>) -> bool {
    let is_to = first.rest.first().is_some_and(|it| it.word == word_id!("to"));
    let changes = first.start.lexicon.classes.get("change");
    is_to && first.start.before(1).is_some_and(|it| changes.is_some_and(|class| class.contains(it.word)))
}

/// The second of two amounts that stand alone in brackets: "(754 feet and 1,706 feet)".
fn listed_item<'a>(first: &Item<'a>) -> Option<Item<'a>> {
    first.start.before(1).filter(|it| matches!(it.word, OPEN | OPEN_SQUARE))?;
    let and = first.rest.first().filter(|it| it.word == word_id!("and")).map(|_| first.rest.skip(1))?;
    let second = item(and).filter(|it| it.ends.is_none() && is_same_kind(&first.of, &it.of))?;
    let closes = second.rest.first().is_some_and(|it| matches!(it.word, CLOSE | CLOSE_SQUARE));
    (closes && matches!(second.of, Of::Units(_))).then_some(second)
}

/// "from −18 °C to −34 °C": below zero the greater cold comes second.
fn is_below_zero(first: &Item<'_>, second: &Item<'_>) -> bool {
    first.figure.value() < 0.0 && second.figure.value() < first.figure.value() && matches!(first.of, Of::Units(_))
}

/// The other end of a range; behind "$5m–" its currency may be left out.
fn second_item<'a>(input: Tokens<'a>, first: &Item<'a>) -> Option<Item<'a>> {
    if let Some(found) = item(input).filter(|it| it.ends.is_none()) {
        return Some(found);
    }
    let Of::Money(..) = first.of else { return None };
    let (rest, found) = written(input).ok()?;
    let (rest, found) = money_scale(rest, &found).filter(|_| first.figure.scaled)?;
    Some(Item { start: input, rest, figure: found.figure, of: first.of.clone(), ends: found.ends })
}

/// No figure has more sides: "2 by 3 by 4 metres".
const SIDES_MAX: u8 = 3;

/// Numbers that share the unit of the last: "5 by 3 metres", "8- by 10-foot", "(69 and 72 feet)".
/// At most so many more follow the first.
fn bare_series(input: Tokens<'_>, most: u8) -> Option<(Vec<Item<'_>>, Series)> {
    /// No side is told in more words.
    const LONGEST: usize = 10;
    let most = most.checked_sub(1)?;
    let opens = input.before(1).is_some_and(|it| it.word == word_id!("("));
    let has_joint = || (1..LONGEST).any(|at| input.get(at).is_some_and(|it| SIDE_JOINTS.contains(&it.word)));
    if !opens && !has_joint() {
        return None;
    }
    let (rest, first) = numeral(input).ok()?;
    let (joint, series) = match side_joint(rest) {
        Some(joint) => (joint, Series::Sides),
        None => {
            rest.first().filter(|it| it.word == word_id!("and") && opens)?;
            (rest.skip(1), Series::List)
        }
    };
    let last = item(joint).filter(|it| matches!(it.of, Of::Units(_)) && it.ends.is_none());
    let (mut items, of) = match last {
        Some(last) => (vec![last.clone()], last.of),
        None if series == Series::Sides => {
            let (more, _) = bare_series(joint, most)?;
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
const SIDE_JOINTS: [Word; 3] = word_ids!["by", "×", "x"];

/// Steps over what stands between the sides of a figure.
fn side_joint(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let hyphened = input.first().is_some_and(|it| it.word == word_id!("-") && !it.spaced);
    let input = if hyphened { input.skip(1) } else { input };
    let first = input.first()?;
    let rest = SIDE_JOINTS.contains(&first.word).then(|| input.skip(1))?;
    // "24-by-36-inch"
    let hyphen = rest.first().filter(|it| hyphened && it.word == word_id!("-") && !it.spaced);
    Some(if hyphen.is_some() { rest.skip(1) } else { rest })
}

/// Reads a further side of a figure. Behind feet and inches an "in" is no preposition: "5 ft by 20 in tank".
fn side(input: Tokens<'_>) -> Option<Item<'_>> {
    item(input).or_else(|| {
        let (rest, found) = written(input).ok().filter(|(_, it)| it.in_digits && it.ends.is_none())?;
        let inch =
            rest.lexicon.units.get("inch").filter(|_| rest.first().is_some_and(|it| it.word == word_id!("in")))?;
        let behind_feet = (1..=4)
            .map_while(|back| input.before(back))
            .any(|it| matches!(input.spelling(it), "ft" | "in" | "foot" | "feet" | "inches"));
        let of = Of::Units(vec![inch]);
        behind_feet.then(|| Item { start: input, rest: rest.skip(1), figure: found.figure, of, ends: None })
    })
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
    let first = input.first()?;
    if is_number(first) || is_alone(input) {
        return number_first(input).or_else(|| touching_composite(input));
    }
    // An article leads into a part, a scale or a unit.
    let next = input.get(1).filter(|it| it.kind == TokenKind::Word && it.spaced);
    if is_article(first) && next.is_some_and(|it| !it.features.any(Features::NUMERAL)) {
        return one_unit(input);
    }
    money_before(input)
        .or_else(|| part_of_percent(input))
        .or_else(|| part_of_unit(input))
        .or_else(|| number_first(input))
        .or_else(|| unit_first(input))
        .or_else(|| one_unit(input))
}

/// "30-odd miles", "20+ km", "50 or more percent": the hedge stands between the number and what it is a number of.
fn hedged_inside<'a>(input: Tokens<'a>, rest: Tokens<'a>, found: &range::Written<'a>) -> Option<Item<'a>> {
    let (after, hedge) = hedge_behind(rest);
    if hedge == Hedge::None {
        return None;
    }
    let (rest, of) = if let Some((rest, points)) = percent::behind(after) {
        (rest, Of::Percent(points))
    } else if let Some((rest, currency, part)) = currency::behind(after, found.in_digits) {
        (rest, Of::Money(currency, None, part))
    } else {
        let (rest, units) = unit(after, found.in_digits)?;
        (rest, Of::Units(units))
    };
    let part = if let Of::Money(_, _, part) = of { part } else { 1.0 };
    let figure = found.figure.scale(1.0 / part).hedged(hedge);
    Some(Item { start: input, rest, figure, of, ends: None })
}

/// Reads a unit that stands before its number: "Mach 2". Behind a name it belongs to that: "Mustang Mach 1".
fn unit_first(input: Tokens<'_>) -> Option<Item<'_>> {
    /// Whole numbers of such units are rounded to the half.
    const STEP: f64 = 0.5;
    let unit = leading_unit(input)?;
    let is_name = input.before(1).is_some_and(|it| {
        it.kind == TokenKind::Word
            && it.case != Case::Lower
            && !it.features.any(Features::FUNCTION.with(Features::COMMON))
    });
    let hyphen = input.get(1).filter(|it| it.word == word_id!("-") && !it.spaced).map_or(1, |_| 2);
    let (rest, found) = written(input.skip(hyphen)).ok().filter(|_| !is_name)?;
    let figure = found.figure;
    let figure =
        if found.ends.is_none() && figure.step >= 1.0 { Figure::rounded(figure.value(), STEP) } else { figure };
    Some(Item { start: input, rest, figure, of: Of::Units(vec![unit]), ends: found.ends })
}

/// The unit that the first token names before a number.
pub(super) fn leading_unit(input: Tokens<'_>) -> Option<Unit> {
    let hyphen = input.get(1).filter(|it| it.word == word_id!("-") && !it.spaced).map_or(1, |_| 2);
    let number = input.get(hyphen)?;
    let is_number = number.kind == TokenKind::Number || number.features.any(Features::NUMBER);
    input.first().filter(|_| is_number).and_then(|it| input.lexicon.units.leading(it.word))
}

/// Reads the article as one, where the unit behind it goes on, is converted or defined: "a mile and a half", "a mile
/// (1.6 km)", "an acre is …".
fn one_unit(input: Tokens<'_>) -> Option<Item<'_>> {
    input.first().filter(|it| is_article(it))?;
    let (rest, units) = unit(input.skip(1), false)?;
    if let Some((rest, half, 1.0)) = and_a_half(rest) {
        let figure = Figure::rounded(1.0 + half, 0.25);
        return Some(Item { start: input, rest, figure, of: Of::Units(units), ends: None });
    }
    let next = rest.first()?;
    let is_converted = next.word == OPEN && rest.get(1).is_some_and(|it| it.kind == TokenKind::Number);
    let is_defined = word_ids!["is", "equals"].contains(&next.word) && rest.as_slice().iter().take(4).any(is_number);
    (is_converted || is_defined || is_one_of_something(rest, &units)).then(|| Item {
        start: input,
        rest,
        figure: Figure::integer(1.0),
        of: Of::Units(units),
        ends: None,
    })
}

/// "a gallon of milk", "a kilogram of rice": units that are nothing else, of what is measured. A cup, a pound, an inch
/// and a ton are said of what nobody has measured.
fn is_one_of_something(rest: Tokens<'_>, units: &[Unit]) -> bool {
    const MEASURING: [&str; 9] =
        ["gallon", "liter", "milliliter", "gram", "kilogram", "milligram", "tonne", "quart", "bushel"];
    let id = units.first().map(|it| it.id());
    rest.first().is_some_and(|it| it.word == word_id!("of"))
        && rest.get(1).is_some_and(|it| {
            it.kind == TokenKind::Word && it.case == Case::Lower && !it.features.any(Features::FUNCTION)
        })
        && id.is_some_and(|id| MEASURING.contains(&&*id))
}

fn is_article(token: &Token) -> bool {
    matches!(token.word, A | AN)
}

fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Number
}

/// Whether a mark that ends a clause stands here, and nothing touches it.
fn ends_clause(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|it| word_ids![",", ".", ")", ";"].contains(&it.word))
        && rest.get(1).is_none_or(|it| it.spaced)
}

fn number_first(input: Tokens<'_>) -> Option<Item<'_>> {
    let (rest, found) = written(input).ok()?;
    if is_counted(rest) || ends_clause(rest) {
        return None;
    }
    let item = |rest, figure, of| Some(Item { start: input, rest, figure, of, ends: found.ends });
    if let Some((rest, below, units)) = parts_of_unit(rest).filter(|_| found.ends.is_none()) {
        return item(rest, found.figure.scale(1.0 / below), Of::Units(units));
    }
    if let Some((rest, points)) = percent::behind(rest) {
        return item(rest, found.figure, Of::Percent(points));
    }
    if let Some(hedged) = hedged_inside(input, rest, &found) {
        return Some(hedged);
    }
    // In "15m hectares", "5m euros" and "a 1.2m-euro house" the letter is a scale.
    let is_apart = |after: Tokens<'_>| {
        after.first().is_some_and(|it| it.spaced)
            || currency::behind(after, true).is_some_and(|(_, _, part)| part == 1.0)
    };
    if let Some((after, scaled)) = money_scale(rest, &found).filter(|(after, _)| is_apart(*after)) {
        if let Some((rest, currency, part)) = currency::behind(after, true) {
            return money(input, rest, scaled, currency, part);
        }
        if let Some((rest, units)) = unit(after, false) {
            return Some(Item { start: input, rest, figure: scaled.figure, of: Of::Units(units), ends: scaled.ends });
        }
    }
    if let Some((after, currency)) = currency::in_millions(rest).filter(|_| !found.figure.scaled) {
        let figure = found.figure.in_scale(1e6);
        return Some(Item { start: input, rest: after, figure, of: Of::Money(currency, None, 1.0), ends: None });
    }
    let as_money = currency::behind(rest, found.in_digits || found.figure.scaled);
    let as_unit = unit(rest, found.in_digits);
    match (as_money, as_unit) {
        (Some((rest, currency, part)), other)
            if other.as_ref().is_none_or(|(it, _)| it.at() < rest.at())
                || (found.figure.scaled && !is_weighed(rest))
                || is_converted(rest)
                || (is_price(input) && !is_of_something(rest))
                || is_cash(rest) =>
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
