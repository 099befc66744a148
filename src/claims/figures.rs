//! The scan for figures: at each token the parser that fits, and the claims that lie within what it read.

use super::amount::{self, Amounts, Item, Of};
use super::label::{is_goals_and_points, is_part_of_a_name};
use super::number;
use super::numeral::is_closed;
use super::range::{self, written};
use super::{Claim, Money, Number, Percent, Quantity, Value, fraction, ordinal, quantity, score, statistic};
use crate::lexicon::{Features, word_id, word_ids};
use crate::reading::{Figure, Series};
use crate::tokens::{Case, Token, TokenKind, Tokens};

/// Reads the figures that begin at the first token, and returns what follows them.
pub(super) fn figures<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    if counts_plainly(range::hedge(input).0) {
        return count(input, found);
    }
    if input.first()?.kind != TokenKind::Number
        && let Ok((rest, statistic)) = statistic::statistic(input)
    {
        found.push(Claim::new(input, rest, statistic));
        return Some(rest);
    }
    if is_part_of_a_name(input) {
        return None;
    }
    if score::has_dash(input) {
        if is_goals_and_points(input, input.skip(3)) {
            return Some(input.skip(3));
        }
        if let Ok((rest, score)) = score::score(input) {
            found.push(Claim::new(input, rest, Value::Score(score)));
            return Some(rest);
        }
    }
    if let Ok((rest, place)) = ordinal::ordinal(input)
        && !is_part(input)
    {
        if ordinal::is_street(rest) {
            return Some(rest);
        }
        found.push(Claim::new(input, rest, Value::Ordinal(place)));
        return Some(rest);
    }
    if let Some(amounts) = amount::amounts(input) {
        return claim_amounts(input, &amounts, found);
    }
    if let Ok((rest, fraction)) = fraction::fraction(input) {
        found.push(Claim::new(input, rest, fraction));
        return Some(rest);
    }
    count(input, found)
}

/// Reads a bare number, and the ends of a range of such.
fn count<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    let (rest, number) = number::number(input).ok()?;
    let ends = || written(range::hedge(input).0).ok().and_then(|(_, it)| it.ends);
    let ends = if number.figure.range.is_some() { ends() } else { None };
    found.push(Claim::new(input, rest, number));
    for (start, rest, figure) in ends.into_iter().flatten() {
        let number = Number { figure, noun: None, modifiers: None, is_multiple: false };
        found.push(Claim::new(start, rest, number));
    }
    Some(rest)
}

/// Whether a number stands here before a word that only can be counted, neither a measure nor a part of the number, or
/// before a mark with which no figure goes on. So most numbers stand.
fn counts_plainly(input: Tokens<'_>) -> bool {
    let is_number = input.first().is_some_and(|it| {
        it.kind == TokenKind::Number
            || it.kind == TokenKind::Word && it.features.any(Features::NUMBER) && !it.features.any(OTHER_STARTS)
    });
    is_number && (is_counted(input.skip(1)) || is_closed(input))
}

/// Whether a word stands behind a number that can be nothing but what it counts.
pub(super) fn is_counted(rest: Tokens<'_>) -> bool {
    const FIGURES: Features = Features::NUMERAL
        .with(Features::FUNCTION)
        .with(Features::PERCENT)
        .with(Features::UNIT)
        .with(Features::CURRENCY)
        .with(Features::HEDGE)
        .with(Features::LEADING);
    /// Nothing as short is surely a word: "bn", "m", "x".
    const SHORTEST: usize = 3;
    let Some(next) = rest.first() else { return false };
    // "two sevenths", "two hundredths": the parts in the plural are in no list.
    let is_part = || rest.spelling(next).ends_with("hs");
    next.kind == TokenKind::Word
        && next.spaced
        && next.span.len() >= SHORTEST
        && matches!(next.case, Case::Lower | Case::Title)
        && !next.features.any(FIGURES)
        && !is_part()
        && !word_ids!["basis", "point"].contains(&next.word)
        && rest.lexicon.currencies.spellings(next.word).is_empty()
}

/// What else a word that is a number can begin.
const OTHER_STARTS: Features = Features::HEDGE.with(Features::LEADING).with(Features::FRACTION);

/// Whether "a fifth" or "two millionths" begins here, which is a fraction though it ends in an ordinal.
fn is_part(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|it| !it.features.any(Features::ORDINAL)) && fraction::fraction(input).is_ok()
}

/// Whether the token is a short word that begins a statistic or a sum: "t(28)", "p = .03", "chi-squared of", "A$".
#[inline]
pub(super) fn is_symbol(input: Tokens<'_>, token: &Token) -> bool {
    token.span.len() <= 4 && is_short_symbol(input, token)
}

fn is_short_symbol(input: Tokens<'_>, token: &Token) -> bool {
    let Some(next) = input.get(1) else { return false };
    let is_chi = token.word == word_id!("chi");
    let is_test = || statistic::named(input.spelling(token)).is_some();
    if next.kind == TokenKind::Mark {
        // "of $5" is a word before a sum.
        let touches = !next.spaced || token.case == Case::Upper;
        let is_sign = word_ids!["$", "¢", "₵", "£"].contains(&next.word) && touches;
        return is_sign
            || is_chi && next.word == word_id!("-")
            || word_ids!["(", "=", "<", ">", "²"].contains(&next.word) && is_test();
    }
    is_chi && word_ids!["square", "squared"].contains(&next.word)
        || token.span.len() == 1 && word_ids!["of", "was"].contains(&next.word) && is_test()
}

/// The claim of a series of amounts, and those of its items.
fn claim_amounts<'a>(input: Tokens<'a>, amounts: &Amounts<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    let value = whole(input, amounts)?;
    found.push(Claim::new(input, amounts.rest, value));
    let is_series = amounts.items.len() > 1;
    for item in &amounts.items {
        if is_series {
            found.push(Claim::new(item.start, item.rest, value_of(item, item.figure)));
        }
        for (start, rest, figure) in item.ends.into_iter().flatten() {
            found.push(Claim::new(start, rest, value_of(item, figure)));
        }
    }
    Some(amounts.rest)
}

fn whole(input: Tokens<'_>, amounts: &Amounts<'_>) -> Option<Value> {
    let (first, last) = (amounts.items.first()?, amounts.items.last()?);
    if let Of::Units(_) = first.of {
        return quantity::series(amounts, input).map(Value::from);
    }
    let figure = match amounts.series {
        Series::Range => Figure::between(first.figure, last.figure),
        _ => first.figure,
    };
    Some(value_of(last, figure.hedged(amounts.hedge)))
}

fn value_of(item: &Item<'_>, figure: Figure) -> Value {
    match &item.of {
        Of::Percent(points) => Percent { figure, points: *points }.into(),
        Of::Money(currency, per, coins) => Money { figure, currency: *currency, per: *per, coins: *coins }.into(),
        Of::Units(units) => Quantity::new(figure, units, item.start, item.rest).into(),
    }
}
