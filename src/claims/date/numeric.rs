//! Dates in digits.
//!
//! ```abnf
//! numeric = iso / week / year-first / any-order
//! iso     = 4digit "-" 2digit "-" 2digit
//! week    = 4digit "-" "W" 2digit ["-" digit]
//! year-first = 4digit ("/" / ".") 1*2digit ("/" / ".") 1*2digit
//! any-order  = 1*2digit mark 1*2digit mark (4digit / 2digit)     ; mark is the same "/", "-" or "." twice
//! named      = 4digit mark month mark 1*2digit                   ; 2019/Aug/01
//! month-year = 1*2digit "/" 4digit                               ; 04/2016, behind a small word or a mark
//! year-month = 4digit "-" 2digit                                ; 2012-10, where it can be no range of years
//! yearless   = 1*2digit "/" 1*2digit                             ; 11/22, behind "on", "since", "until" or a weekday
//! ```

use super::elements::{
    COMMA, HYPHEN, NO, OF, ON, PERCENT, SINCE, SLASH, STOP, UNTIL, follows, full_year, integer, is_capital,
};
use crate::lexicon::Features;
use crate::reading::{CalendarDate, Parts, Weekday};
use crate::tokens::{Read, TokenKind, Tokens};

/// Reads a date in digits.
pub(super) fn numeric(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let first = input.first().ok_or(NO)?;
    let is_tail = !first.spaced
        && input.before(1).is_some_and(|it| {
            matches!(it.word, HYPHEN | SLASH) || matches!(it.kind, TokenKind::Number | TokenKind::Code)
        });
    if is_tail {
        return Err(NO);
    }
    match first.kind {
        TokenKind::Code => dotted(input),
        TokenKind::Number => marked(input),
        _ => Err(NO),
    }
}

/// `12.5.2016` and `2016.05.12`, which the lexer makes one token.
fn dotted(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let text = input.first().map(|token| input.spelling(token)).ok_or(NO)?;
    let mut parts = text.split('.');
    let (Some(one), Some(two), Some(three), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(NO);
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4).map(|value| (value, text.len()));
    let (one, two, three) = (number(one).ok_or(NO)?, number(two).ok_or(NO)?, number(three).ok_or(NO)?);
    // Two digits for the year would make every version number a date.
    let date = match (one.1, three.1) {
        (4, 1..=2) => ordered(one.0, two, three),
        (1..=2, 4) => either(one, two, three, false),
        _ => None,
    };
    let rest = input.skip(1);
    let goes_on = rest.first().is_some_and(|it| !it.spaced && it.kind == TokenKind::Word);
    date.filter(|date| !goes_on && !date.is_impossible()).map(|date| (rest, date)).ok_or(NO)
}

fn marked(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let one = integer(input, 0).ok_or(NO)?;
    let mark = input.get(1).filter(|it| matches!(it.word, HYPHEN | SLASH) && !it.spaced).ok_or(NO)?;
    if mark.word == HYPHEN
        && one.1 == 4
        && let Some(found) = week(input, one.0)
    {
        return Ok(found);
    }
    let touching = |ahead: usize| input.get(ahead).is_some_and(|it| !it.spaced);
    if !touching(2) {
        return Err(NO);
    }
    if !touching(3) || !touching(4) || input.get(3).is_none_or(|it| it.word != mark.word) {
        let found = match mark.word {
            SLASH => month_year(input, one).or_else(|| yearless(input, one)),
            _ => year_month(input, one),
        };
        return found.ok_or(NO);
    }
    if one.1 == 4
        && let Some(found) = named(input, one.0)
    {
        return Ok(found);
    }
    let (two, three) = (integer(input, 2).ok_or(NO)?, integer(input, 4).ok_or(NO)?);
    let rest = input.skip(5);
    // More digits make it a telephone number or a path.
    let goes_on = rest.first().is_some_and(|it| !it.spaced && (it.word == mark.word || it.kind == TokenKind::Number));
    if goes_on || two.1 > 2 {
        return Err(NO);
    }
    let date = match (one.1, three.1) {
        (4, 2) => ordered(one.0, two, three),
        (4, 1) if mark.word == SLASH => ordered(one.0, two, three),
        (1..=2, 4) => either(one, two, three, true),
        (1..=2, 2) if three.0 > 31 || mark.word == SLASH || two.1 == 2 => either(one, two, three, false),
        _ => None,
    };
    date.map(|date| (rest, date)).ok_or(NO)
}

/// `2012-10`, where it can be no range of years.
fn year_month(input: Tokens<'_>, year: (u32, usize)) -> Option<(Tokens<'_>, CalendarDate)> {
    let (month, 2) = integer(input, 2)? else { return None };
    let rest = input.skip(3);
    let fits = year.1 == 4 && (1900..2100).contains(&year.0) && (1..=12).contains(&month) && year.0 % 100 >= month;
    let is_turn = year.0 % 100 == 99;
    let parts = Parts::Month { year: Some(year.0 as i32), month: month as u8 };
    (fits && !is_turn && ends(rest)).then(|| (rest, CalendarDate::new(parts)))
}

/// `04/2016`; behind a capital it numbers a law: "Act 12/2015".
fn month_year(input: Tokens<'_>, month: (u32, usize)) -> Option<(Tokens<'_>, CalendarDate)> {
    let (year, 4) = integer(input, 2)? else { return None };
    let rest = input.skip(3);
    let may_stand = input.before(1).is_none_or(|it| {
        it.kind == TokenKind::Mark && it.word != STOP || it.features.any(Features::FUNCTION) && !is_capital(it)
    });
    let fits = month.1 <= 2 && (1..=12).contains(&month.0) && (1900..2100).contains(&year);
    let parts = Parts::Month { year: Some(year as i32), month: month.0 as u8 };
    (fits && may_stand && ends(rest)).then(|| (rest, CalendarDate::new(parts)))
}

/// `11/22`, where the word before it asks for a day; 9/11 is a name.
fn yearless(input: Tokens<'_>, one: (u32, usize)) -> Option<(Tokens<'_>, CalendarDate)> {
    let (two, 1..=2) = integer(input, 2)? else { return None };
    let back = if follows(input, &[COMMA]) { 2 } else { 1 };
    let asks = input.before(back).is_some_and(|it| {
        back == 1 && matches!(it.word, ON | SINCE | UNTIL) || it.features.any(Features::WEEKDAY) && is_capital(it)
    });
    let rest = input.skip(3);
    let fits = one.1 <= 2 && (1..=31).contains(&one.0) && (1..=31).contains(&two) && (one.0, two) != (9, 11);
    if !(asks && fits && ends(rest)) {
        return None;
    }
    Some((rest, day_of_two(one.0, two, None)?))
}

/// The day of two numbers, in the order that is possible or in both.
pub(super) fn day_of_two(one: u32, two: u32, year: Option<i32>) -> Option<CalendarDate> {
    let (one, two) = (u8::try_from(one).ok()?, u8::try_from(two).ok()?);
    let parts = match (one <= 12, two <= 12) {
        (true, true) if one != two => Parts::EitherOrder { year, one, other: two },
        (true, _) => Parts::Day { year, month: one, day: two },
        (false, true) => Parts::Day { year, month: two, day: one },
        (false, false) => return None,
    };
    Some(CalendarDate::new(parts))
}

/// `2019/Aug/01`.
fn named(input: Tokens<'_>, year: u32) -> Option<(Tokens<'_>, CalendarDate)> {
    let token = input.get(2).filter(|it| it.features.any(Features::MONTH))?;
    let month = input.lexicon.calendar.month(token.word)?.number;
    let (day, 1..=2) = integer(input, 4)? else { return None };
    let date = ordered(year, (u32::from(month), 2), (day, 2))?;
    Some((input.skip(5), date))
}

/// Whether nothing goes on behind the digits: no further mark, letter or "of".
fn ends(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|it| match it.kind {
        TokenKind::Mark => !matches!(it.word, SLASH | HYPHEN | PERCENT) || it.spaced,
        TokenKind::Word => it.features.any(Features::FUNCTION) && it.spaced && it.word != OF,
        _ => false,
    })
}

/// A date whose year comes first; then the month always is second.
fn ordered(year: u32, month: (u32, usize), day: (u32, usize)) -> Option<CalendarDate> {
    let in_range = (1000..2200).contains(&year) && (1..=19).contains(&month.0) && (1..=39).contains(&day.0);
    in_range.then(|| CalendarDate::new(Parts::Day { year: Some(year as i32), month: month.0 as u8, day: day.0 as u8 }))
}

/// A date whose year comes last, in the order that is possible, or in both. With neither it is impossible, which is
/// said only of a `certain` date.
fn either(one: (u32, usize), two: (u32, usize), year: (u32, usize), certain: bool) -> Option<CalendarDate> {
    let year = Some(if year.1 == 4 { year.0 as i32 } else { full_year(year.0) });
    if !year.is_some_and(|it| (1000..2200).contains(&it)) || one.0 == 0 || two.0 == 0 || one.0 > 39 || two.0 > 39 {
        return None;
    }
    let (one, two) = (one.0 as u8, two.0 as u8);
    let parts = match (one <= 12, two <= 12) {
        (true, true) if one == two => Parts::Day { year, month: one, day: two },
        (true, true) => Parts::EitherOrder { year, one, other: two },
        (true, false) => Parts::Day { year, month: one, day: two },
        (false, true) => Parts::Day { year, month: two, day: one },
        (false, false) if certain => Parts::Day { year, month: two, day: one },
        (false, false) => return None,
    };
    Some(CalendarDate::new(parts))
}

/// `2021-W05` and `2021-W05-3`.
fn week(input: Tokens<'_>, year: u32) -> Option<(Tokens<'_>, CalendarDate)> {
    let token = input.get(2).filter(|it| it.kind == TokenKind::Word && !it.spaced)?;
    let digits = input.spelling(token).strip_prefix('W').filter(|it| it.len() == 2)?;
    let week: u8 = digits.parse().ok()?;
    let weekday = integer(input, 4)
        .filter(|_| input.get(3).is_some_and(|it| it.word == HYPHEN && !it.spaced))
        .and_then(|(value, _)| Weekday::from_number(value as u8));
    let rest = input.skip(if weekday.is_some() { 5 } else { 3 });
    Some((rest, CalendarDate::new(Parts::Week { year: year as i32, week, weekday })))
}
