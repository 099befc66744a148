//! Weekdays counted within their month: "the first Monday in September 2024", "last Sunday of May".
//!
//! ```abnf
//! nth-weekday = ("first" / … / "fifth" / 1digit ending / "last") weekday ("in" / "of") month [[","] year]
//! ```

use super::elements::{COMMA, IN, NO, OF, integer, is, is_capital, month, ordinal_ending, ordinal_word, weekday, year};
use crate::lexicon::{Features, Word};
use crate::reading::{CalendarDate, Parts};
use crate::tokens::{Read, Tokens};

/// Reads a weekday that is counted within a month.
pub(super) fn nth_weekday(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let (rest, nth) = which(input)?;
    let token = rest.first().filter(|it| it.features.any(Features::WEEKDAY)).ok_or(NO)?;
    if rest.lexicon.calendar.weekday(token.word).is_some_and(|it| it.abbreviated) {
        return Err(NO);
    }
    let (rest, day) = weekday(rest)?;
    if !is(rest, 0, IN) && !is(rest, 0, OF) {
        return Err(NO);
    }
    let at = rest.skip(1);
    if !at.first().is_some_and(is_capital) {
        return Err(NO);
    }
    let (rest, month) = month(at)?;
    let comma = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
    let (rest, year) = match year(comma) {
        Ok((end, year)) => (end, Some(year)),
        Err(_) => (rest, None),
    };
    let date = CalendarDate::new(Parts::NthWeekday { nth, month, year }).with_weekday(Some(day));
    Ok((rest, date))
}

/// Which of the weekdays of the month: -1 is the last.
fn which(input: Tokens<'_>) -> Read<'_, i8> {
    const LAST: Word = Word::of("last");
    let (rest, nth) = match integer(input, 0) {
        Some((value, 1)) if ordinal_ending(input, 1).is_some() => (input.skip(2), value as i8),
        _ if is(input, 0, LAST) => return Ok((input.skip(1), -1)),
        _ => ordinal_word(input).map(|(rest, value)| (rest, value as i8))?,
    };
    if (1..=5).contains(&nth) { Ok((rest, nth)) } else { Err(NO) }
}
