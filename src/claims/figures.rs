//! The scan for figures: at each token the parser that fits, and the claims that lie within what it read.

use super::amount::{self, Amounts, Item, Of};
use super::number::{self, is_part_of_a_name, written};
use super::{Claim, Money, Number, Percent, Quantity, Value, fraction, ordinal, quantity, score, statistic};
use crate::lexicon::{Features, Word};
use crate::reading::{Figure, Series};
use crate::tokens::{TokenKind, Tokens};

/// Reads the figures that begin at the first token, and returns what follows them.
pub(super) fn figures<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    if !may_begin(input) {
        return None;
    }
    if let Ok((rest, statistic)) = statistic::statistic(input) {
        found.push(Claim::new(input, rest, Value::Statistic(statistic)));
        return Some(rest);
    }
    if is_part_of_a_name(input) {
        return None;
    }
    if let Ok((rest, score)) = score::score(input) {
        found.push(Claim::new(input, rest, Value::Score(score)));
        return Some(rest);
    }
    if let Ok((rest, ordinal)) = ordinal::ordinal(input)
        && !is_part(input)
    {
        found.push(Claim::new(input, rest, Value::Ordinal(ordinal)));
        return Some(rest);
    }
    if let Some(amounts) = amount::amounts(input) {
        return claim_amounts(input, &amounts, found);
    }
    if let Ok((rest, fraction)) = fraction::fraction(input) {
        found.push(Claim::new(input, rest, Value::Fraction(fraction)));
        return Some(rest);
    }
    let (rest, number) = number::number(input).ok()?;
    found.push(Claim::new(input, rest, Value::Number(number)));
    let (start, _) = number::hedge(input);
    let ends = written(start).ok().and_then(|(_, it)| it.ends).into_iter().flatten();
    for (start, rest, figure) in ends {
        let number = Number { figure, noun: None, modifiers: None, is_multiple: false };
        found.push(Claim::new(start, rest, Value::Number(number)));
    }
    Some(rest)
}

/// Whether "a fifth" or "two millionths" begins here, which is a fraction though it ends in an ordinal.
fn is_part(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|it| !it.features.any(Features::ORDINAL)) && fraction::fraction(input).is_ok()
}

/// Whether a figure can begin with the first token: most tokens are dismissed here.
fn may_begin(input: Tokens<'_>) -> bool {
    const ROLES: Features = Features::NUMBER
        .with(Features::SCALE)
        .with(Features::FRACTION)
        .with(Features::ORDINAL)
        .with(Features::HEDGE)
        .with(Features::CURRENCY);
    const WORDS: [Word; 9] = [
        Word::of("a"),
        Word::of("an"),
        Word::of("between"),
        Word::of("minus"),
        Word::of("negative"),
        Word::of("-"),
        Word::of("−"),
        Word::of("–"),
        Word::of("$"),
    ];
    let Some(first) = input.first() else { return false };
    first.kind == TokenKind::Number
        || first.features.any(ROLES)
        || WORDS.contains(&first.word)
        // "A$", "t(28)", "p = .03": a short word that touches a mark or stands before one.
        || (first.kind == TokenKind::Word
            && first.span.range().len() <= 4
            && input.get(1).is_some_and(|it| {
                let in_words = first.word == Word::of("chi") || first.span.range().len() == 1;
                matches!(input.spelling(it), "$" | "(" | "=" | "<" | ">" | "²" | "2") && it.kind == TokenKind::Mark
                    || in_words && ["-", "square", "squared", "of", "was"].iter().any(|word| it.word == Word::of(word))
            }))
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
        return quantity::series(amounts, input).map(Value::Quantity);
    }
    let figure = match amounts.series {
        Series::Range => Figure::between(first.figure, last.figure),
        _ => first.figure,
    };
    Some(value_of(last, figure.hedged(amounts.hedge)))
}

fn value_of(item: &Item<'_>, figure: Figure) -> Value {
    match &item.of {
        Of::Percent(points) => Value::Percent(Percent { figure, points: *points }),
        Of::Money(currency, per, coins) => {
            Value::Money(Money { figure, currency: *currency, per: *per, coins: *coins })
        }
        Of::Units(units) => Value::Quantity(Quantity::new(figure, units, item.start, item.rest)),
    }
}
