//! Feasts of a fixed day: "Christmas Day", "New Year's Eve 1999".
//!
//! ```abnf
//! feast = feast-name [year]
//! ```

use super::elements::{NO, is_capital, year};
use crate::reading::{CalendarDate, Parts};
use crate::tokens::{Read, Tokens};

/// Reads a feast.
pub(super) fn feast(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    input.first().filter(|it| is_capital(it)).ok_or(NO)?;
    let word = |ahead: usize| input.get(ahead).map(|it| it.word);
    let (month, day, taken) = input.lexicon.calendar.feast(word).ok_or(NO)?;
    let rest = input.skip(taken);
    let (rest, year) = year(rest).map_or((rest, None), |(end, year)| (end, Some(year)));
    Ok((rest, CalendarDate::new(Parts::Day { year, month, day })))
}
