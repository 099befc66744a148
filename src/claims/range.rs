//! Figures: a number or a range of numbers, with the words that widen or bound it.
//!
//! ```abnf
//! figure  = [hedge] (numeral [joint numeral] / "between" numeral "and" numeral) [hedge-behind]
//! hedge-behind = "or more" / "or so" / "+" / "-plus" / "-odd" ; those of the lexicon
//!         / numeral "or" numeral                              ; neighbours: two or three
//! joint   = "-" / "–" / "—" / "to" / "through" / ["-"] "to" "-" / "- to"     ; 10–15  10 to 15  22- to 42-
//! ```

use serde_json::{Map, Value as Json};

use super::numeral::{Numeral, numeral, unsigned};
use crate::lexicon::{Features, Hedge, Opening, Word, word_id, word_ids};
use crate::reading::Figure;
use crate::tokens::{Read, Token, TokenKind, Tokens};

/// The keys that every claim with a figure has: `number` `low` `high` `from` `to` `hedge`. An end without bound is
/// left out.
pub(super) fn figure_json(figure: &Figure) -> Map<String, Json> {
    let mut keys = Map::new();
    let mut put = |key: &str, value: f64| {
        if value.is_finite() {
            keys.insert(key.into(), tidy(value));
        }
    };
    put("number", figure.value());
    put("low", figure.interval.low);
    put("high", figure.interval.high);
    if let Some((from, to)) = figure.range {
        put("from", from.point);
        put("to", to.point);
    }
    if let Some(name) = figure.hedge.name() {
        keys.insert("hedge".into(), Json::from(name));
    }
    keys
}

/// A number without the noise of binary fractions, whole where it is whole.
pub(super) fn tidy(value: f64) -> Json {
    let rounded: f64 = format!("{value:.11e}").parse().unwrap_or(value);
    if rounded.fract() == 0.0 && rounded.abs() < 9e15 { Json::from(rounded as i64) } else { Json::from(rounded) }
}

/// Whether a figure can begin with the token, its hedge included: with most words none can.
pub(super) fn may_begin(token: &Token) -> bool {
    const BEGINNING: Features =
        Features::HEDGE.with(Features::NUMBER).with(Features::SCALE).with(Features::FRACTION).with(Features::LEADING);
    token.kind != TokenKind::Word || token.features.any(BEGINNING)
}

/// Reads a figure with its hedge: digits, words, scales, ranges.
pub(crate) fn figure(input: Tokens<'_>) -> Read<'_, Figure> {
    let (rest, hedge) = hedge(input);
    let (rest, figure) = range(rest)?;
    let (rest, behind) = hedge_behind(rest);
    let hedge = if hedge == Hedge::None { behind } else { hedge };
    Ok((rest, figure.hedged(hedge)))
}

/// The words that a hedge could begin with.
#[inline]
fn opening(input: Tokens<'_>, first: &Token) -> Opening {
    (first.word, input.get(1).map(|it| it.word), input.get(2).map(|it| it.word))
}

/// Reads the hedge that stands before a figure, if there is one.
#[inline]
pub(crate) fn hedge(input: Tokens<'_>) -> (Tokens<'_>, Hedge) {
    match input.first() {
        Some(first) if first.features.any(Features::HEDGE) => hedge_of(input, first),
        _ => (input, Hedge::None),
    }
}

/// Reads the hedge that begins with the word, if there is one.
fn hedge_of<'a>(input: Tokens<'a>, first: &Token) -> (Tokens<'a>, Hedge) {
    let stands = |phrase: &[Word]| stand(input.skip(1), phrase);
    let Some((length, hedge)) = input.lexicon.hedges.before(opening(input, first), stands) else {
        return (input, Hedge::None);
    };
    // "crept up to 5.1%" is no bound.
    let moves = first.word == word_id!("up")
        && input.before(1).is_some_and(|it| input.lexicon.classes.has(word_id!("goes"), it.word));
    if moves { (input, Hedge::None) } else { (input.skip(length + 1), hedge) }
}

/// Reads the hedge that stands behind a figure, if there is one.
pub(crate) fn hedge_behind(input: Tokens<'_>) -> (Tokens<'_>, Hedge) {
    let Some(first) = input.first() else { return (input, Hedge::None) };
    if first.word == word_id!("-") && !first.spaced {
        // "200-plus boats", "30-odd boats"
        return match input.get(1).filter(|it| !it.spaced).map(|it| it.word) {
            Some(word) if word == word_id!("plus") => (input.skip(2), Hedge::AtLeast),
            Some(word) if word == word_id!("odd") => (input.skip(2), Hedge::About),
            _ => (input, Hedge::None),
        };
    }
    // "50+" is a bound, "50 + 3" a sum, and "plus" behind a figure mostly joins.
    let stands = |phrase: &[Word]| {
        let next = input.get(phrase.len() + 1);
        let is_mark = first.kind == TokenKind::Mark && (first.spaced || next.is_some_and(|it| !it.spaced));
        !is_mark && first.word != word_id!("plus") && stand(input.skip(1), phrase)
    };
    match input.lexicon.hedges.behind(opening(input, first), stands) {
        Some((length, hedge)) => (input.skip(length + 1), hedge),
        None => (input, Hedge::None),
    }
}

/// Whether the words stand here.
fn stand(input: Tokens<'_>, words: &[Word]) -> bool {
    words.iter().enumerate().all(|(at, word)| input.get(at).is_some_and(|it| it.word == *word))
}

/// A number or a range as it stands, without hedges.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    /// What it says.
    pub(super) figure: Figure,
    /// Whether it is written in digits, so that symbols may follow.
    pub(super) in_digits: bool,
    /// The two ends of a range: where each begins, what follows it, and what it says.
    pub(super) ends: Option<[(Tokens<'a>, Tokens<'a>, Figure); 2]>,
}

/// Reads a figure without its hedges.
pub(crate) fn range(input: Tokens<'_>) -> Read<'_, Figure> {
    written(input).map(|(rest, written)| (rest, written.figure))
}

/// Reads a number or a range without hedges.
pub(super) fn written(input: Tokens<'_>) -> Read<'_, Written<'_>> {
    let (start, is_between) = match input.first() {
        Some(it) if it.word == word_id!("between") => (input.skip(1), true),
        _ => (input, false),
    };
    let (low_rest, low) = numeral(start)?;
    let in_digits = low.in_digits;
    let found = range_joint(low_rest, is_between).and_then(|rest| Some((rest, unsigned_end(rest)?)));
    let choice = if found.is_none() { or_next(low_rest, low) } else { None };
    // In "five or six dozen" both are dozens.
    let low = choice.map_or(low, |(_, (_, high))| low.with_scale(high.scale));
    let found = found.or(choice);
    if let Some((high_start, (rest, high))) = found {
        let low = same_scale(low, high).figure();
        let high = high.figure();
        if low.value() < high.value() {
            let ends = Some([(start, low_rest, low), (high_start, rest, high)]);
            return Ok((rest, Written { figure: Figure::between(low, high), in_digits, ends }));
        }
    }
    if is_between {
        return Err(nom::Err::Error(()));
    }
    Ok((low_rest, Written { figure: low.figure(), in_digits, ends: None }))
}

/// The second of two neighbours between which the text leaves the choice: "two or three weeks", "20 or 30 boats".
fn or_next(rest: Tokens<'_>, low: Numeral) -> Option<(Tokens<'_>, (Tokens<'_>, Numeral))> {
    rest.first().filter(|it| it.word == word_id!("or"))?;
    let next = rest.skip(1);
    let (end, high) = unsigned(next).ok()?;
    let (one, other) = (low.mantissa.value(), high.mantissa.value());
    let is_next = [1.0, 5.0, 10.0, 100.0, 1000.0].iter().any(|step| other - one == *step && one % step == 0.0);
    let is_plain = low.is_whole && high.is_whole && low.in_digits == high.in_digits;
    let shares = low.scale == high.scale || low.scale == 1.0;
    // "at 5 or 6 p.m." tells a time, "2 or 3-1" a score.
    let is_told = end.first().is_some_and(|it| {
        word_ids!["am", "pm", "a.m.", "p.m.", "o'clock"].contains(&it.word)
            || it.features.any(Features::MONTH)
            || (it.kind == TokenKind::Mark
                && !it.spaced
                && end.get(1).is_some_and(|it| it.kind == TokenKind::Number && !it.spaced))
    });
    (is_next && is_plain && shares && one > 0.0 && !is_told).then_some((next, (end, high)))
}

fn unsigned_end(input: Tokens<'_>) -> Option<(Tokens<'_>, Numeral)> {
    let (rest, end) = if input.first()?.word == word_id!("minus") { numeral(input) } else { unsigned(input) }.ok()?;
    // "2016-05-12", "555-1234-5678", "10-15-20": more than two numbers make no range.
    let goes_on = rest.first().is_some_and(|it| it.word == word_id!("-") && !it.spaced)
        && rest.get(1).is_some_and(|it| it.kind == TokenKind::Number && !it.spaced);
    (!goes_on).then_some((rest, end))
}

/// In "10–15 million" the first end has the scale of the second.
pub(super) fn same_scale(low: Numeral, high: Numeral) -> Numeral {
    let shares = low.scale == 1.0 && high.scale > 100.0 && low.mantissa.value() < high.mantissa.value();
    if shares && low.mantissa.value() < 1000.0 { low.with_scale(high.scale) } else { low }
}

/// What joins the ends of a range; `between` is joined by "and".
pub(super) fn range_joint(input: Tokens<'_>, is_between: bool) -> Option<Tokens<'_>> {
    const DASHES: [Word; 4] = [Word::of("-"), Word::of("–"), Word::of("—"), Word::of("‑")];
    const TO: Word = Word::of("to");
    let first = input.first()?;
    if is_between {
        let hyphened = DASHES.contains(&first.word) && input.get(1).is_some_and(|it| it.word == word_id!("and"));
        let at = if hyphened { input.skip(1) } else { input };
        return (at.first()?.word == word_id!("and")).then(|| at.skip(1));
    }
    if first.word == TO || first.word == word_id!("through") {
        return Some(input.skip(1));
    }
    if !DASHES.contains(&first.word) {
        return None;
    }
    let next = input.get(1)?;
    // "22- to 42-", "10-to-15-", "two- or three-".
    if matches!(next.word, TO) || (!first.spaced && next.word == word_id!("or")) {
        let rest = input.skip(2);
        let hyphened = rest.first().is_some_and(|it| DASHES.contains(&it.word) && !it.spaced);
        return Some(if hyphened { rest.skip(1) } else { rest });
    }
    // A dash with space on one side only is a sign or a break of the sentence.
    (first.spaced == next.spaced && (!first.spaced || first.word != DASHES[2])).then(|| input.skip(1))
}
