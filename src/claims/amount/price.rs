//! Amounts of money: the currency before or behind the number, its scale, its coins and what it is paid for.

use super::{Item, Of};
use crate::claims::currency;
use crate::claims::numeral::{self, unsigned};
use crate::claims::range::{Written, written};
use crate::claims::unit::{self, per};
use crate::lexicon::{Currency, Features, Unit, Word, word_id, word_ids};
use crate::reading::Figure;
use crate::tokens::{TokenKind, Tokens};

/// Reads money whose currency stands before its number: "$3.5bn", "MEUR 30".
pub(super) fn money_before(input: Tokens<'_>) -> Option<Item<'_>> {
    const MINUS: [Word; 3] = [Word::of("-"), Word::of("−"), Word::of("–")];
    let sign = input.first().filter(|it| MINUS.contains(&it.word) && input.get(1).is_some_and(|it| !it.spaced));
    let start = if sign.is_some() { input.skip(1) } else { input };
    let millions = currency::in_millions(start);
    let (rest, currency, part) = match millions.or_else(|| currency::before(start)) {
        Some((rest, currency)) => (rest, currency, 1.0),
        None => currency::name_before(start)?,
    };
    // "$-99.99" has its sign behind the symbol, "EUR-500" only a hyphen.
    let hyphen = rest.first().filter(|it| MINUS.contains(&it.word) && !it.spaced);
    let is_symbol = rest.before(1).is_some_and(|it| it.kind == TokenKind::Mark);
    let is_negative = sign.is_some() || (hyphen.is_some() && is_symbol);
    let (rest, found) = written(if hyphen.is_some() { rest.skip(1) } else { rest }).ok()?;
    if !found.in_digits {
        return None;
    }
    if millions.is_some() {
        let figure = found.figure.in_scale(1e6);
        return Some(Item { start: input, rest, figure, of: Of::Money(currency, None, 1.0), ends: None });
    }
    let (rest, found) = money_scale(rest, &found).unwrap_or((rest, found));
    // "sen 100,000" counts coins.
    let found = in_whole(found, part);
    let figure = if is_negative { found.figure.scale(-1.0) } else { found.figure };
    let (rest, paid_for) = paid_for(rest);
    Some(Item { start: input, rest, figure, of: Of::Money(currency, paid_for, part), ends: found.ends })
}

/// A scale that only money has: "£6m". Both ends of a range have it.
pub(super) fn money_scale<'a>(rest: Tokens<'a>, found: &Written<'a>) -> Option<(Tokens<'a>, Written<'a>)> {
    let token = rest.first().filter(|it| it.features.any(Features::SCALE) && !found.figure.scaled)?;
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
    Some((rest.skip(1), Written { figure, ends, ..*found }))
}

fn paid_for(input: Tokens<'_>) -> (Tokens<'_>, Option<Unit>) {
    const EACH: [Word; 2] = [Word::of("a"), Word::of("an")];
    // "$2 a gallon" is a price too, unlike "two metres a yard".
    // "a £1m-a-year job"
    let hyphen = |at: Tokens<'_>| at.first().is_some_and(|it| it.word == word_id!("-") && !it.spaced);
    let each = if hyphen(input) { input.skip(1) } else { input };
    let is_each = each.first().is_some_and(|it| EACH.contains(&it.word));
    let found = if is_each {
        let paid = each.skip(1);
        unit::simple(if hyphen(paid) { paid.skip(1) } else { paid }, false)
            .filter(|(_, units)| units.iter().all(|it| it.under.is_none()))
    } else {
        per(input, true)
    };
    // "$101.55 a week before" is no wage.
    match found.filter(|(rest, _)| !is_each || !unit::tells_when_or_where(*rest)) {
        Some((rest, units)) => (rest, units.first().map(|it| Unit { over: None, under: it.over })),
        None => (input, None),
    }
}

/// What a number of coins is in the currency itself, of which `part` coins make one.
fn in_whole(found: Written<'_>, part: f64) -> Written<'_> {
    if part == 1.0 {
        return found;
    }
    let whole = |it: Figure| it.scale(1.0 / part);
    let ends = found.ends.map(|ends| ends.map(|(start, rest, figure)| (start, rest, whole(figure))));
    Written { figure: whole(found.figure), ends, ..found }
}

/// Reads what follows the currency behind a number: a scale, coins, what is paid for.
pub(super) fn money<'a>(
    start: Tokens<'a>,
    rest: Tokens<'a>,
    found: Written<'a>,
    currency: Currency,
    part: f64,
) -> Option<Item<'a>> {
    // "75 USD million"
    if let Some((after, scale)) = numeral::scales(rest, false).filter(|_| !found.figure.scaled && found.ends.is_none())
    {
        let figure = found.figure.in_scale(scale);
        return Some(Item { start, rest: after, figure, of: Of::Money(currency, None, part), ends: None });
    }
    let Written { mut figure, ends, .. } = in_whole(found, part);
    let mut rest = rest;
    // "two dollars and fifty cents"
    let and = rest.first().filter(|it| it.word == word_id!("and")).map_or(rest, |_| rest.skip(1));
    if part == 1.0
        && found.ends.is_none()
        && let Ok((after, more)) = unsigned(and)
        && let Some((after, _, hundredth)) = currency::behind(after, more.in_digits).filter(|(_, _, part)| *part > 1.0)
        && more.figure().value() < hundredth
    {
        figure = Figure::rounded(figure.value() + more.figure().value() / hundredth, 1.0 / hundredth);
        rest = after;
    } else if part == 1.0
        && found.ends.is_none()
        && let Some((after, cents)) = cents_behind(rest, found.figure)
    {
        figure = Figure::rounded(figure.value() + cents / 100.0, 0.01);
        rest = after;
    }
    let (rest, paid_for) = paid_for(rest);
    Some(Item { start, rest, figure, of: Of::Money(currency, paid_for, part), ends })
}

/// "15 dollars 50", "15 dollars and 50": coins without their name, which nothing else can follow.
fn cents_behind(rest: Tokens<'_>, whole: Figure) -> Option<(Tokens<'_>, f64)> {
    let rest = rest.first().filter(|it| it.word == word_id!("and")).map_or(rest, |_| rest.skip(1));
    let (after, more) = unsigned(rest).ok().filter(|(_, it)| it.is_whole && it.scale == 1.0)?;
    let cents = more.mantissa.value();
    let ends =
        after.first().is_none_or(|it| it.kind == TokenKind::Mark && matches!(rest.spelling(it), "." | "," | ")"));
    let is_whole = !whole.scaled && whole.value().fract() == 0.0;
    ((10.0..100.0).contains(&cents) && ends && is_whole).then_some((after, cents))
}

/// Whether words of paying stand before a number in the same clause, so that its pounds are no weight: "let for forty
/// pounds".
pub(super) fn is_price(input: Tokens<'_>) -> bool {
    const REACH: usize = 6;
    let Some(words) = input.lexicon.classes.get("price-word") else { return false };
    let mut before = (1..=REACH).map_while(|back| input.before(back)).take_while(|it| it.kind != TokenKind::Mark);
    before.any(|it| words.contains(it.word))
}

/// Whether what follows is made of money: "a five-pound note", "a ten-pound bet".
pub(super) fn is_cash(rest: Tokens<'_>) -> bool {
    let class = rest.lexicon.classes.get("cash");
    rest.first().is_some_and(|it| it.spaced && class.is_some_and(|class| class.contains(it.word)))
}

/// Whether it is said of what the pounds are, or that they weigh: "sold 40 pounds of fish".
pub(super) fn is_of_something(rest: Tokens<'_>) -> bool {
    let first = rest.first();
    first.is_some_and(|it| word_ids!["of", "lighter", "heavier", "overweight", "(", "per"].contains(&it.word))
        || is_weighed(rest)
}

/// Whether a number with a unit stands in brackets right behind, as it does behind pounds that are a weight.
pub(super) fn is_weighed(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| it.word == word_id!("("))
        && (1..=3).any(|at| {
            rest.get(at).is_some_and(|it| it.kind == TokenKind::Number)
                && rest.get(at + 1).is_some_and(|it| it.features.any(Features::UNIT))
        })
}

/// Whether a sum of money stands in brackets right behind, as it does behind pounds that are no weight.
pub(super) fn is_converted(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| it.word == word_id!("("))
        && (1..=3).any(|at| rest.get(at).is_some_and(|it| it.features.any(Features::CURRENCY)))
}
