//! Ranges of days in digits without their year, or with one for both: "from 10/3 to 12/8", "5/13-5/17/2020".
//!
//! ```abnf
//! slashed = number "/" number joint number "/" number [("/" / "," SP) 4digit]
//! joint   = "to" / "through" / "until" / dash / "and"     ; behind "from" or "between", or with the year
//! ```

use super::elements::{BETWEEN, COMMA, FROM, OF, PERCENT, SLASH, follows, integer, is};
use super::numeric::day_of_two;
use super::written::{DayList, Link, link};
use crate::lexicon::{Features, word_id};
use crate::tokens::{TokenKind, Tokens};

/// Reads two days in digits that are the ends of one range.
pub(in crate::claims) fn slashed(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    let (rest, one) = pair(input)?;
    let is_between = follows(input, &[BETWEEN]);
    let first_end = rest;
    let (next, found) = link(rest)?;
    let joins = found == Link::Range || is_between && is(rest, 0, word_id!("and"));
    let (end, other) = pair(next).filter(|_| joins)?;
    let touches = is(end, 0, SLASH) && end.first().is_some_and(|it| !it.spaced);
    let has_comma = is(end, 0, COMMA);
    let year = integer(end, 1).filter(|it| (touches || has_comma) && it.1 == 4 && (1900..2100).contains(&it.0));
    let rest = if year.is_some() { end.skip(2) } else { end };
    let is_asked = follows(input, &[FROM, BETWEEN]) || touches && year.is_some();
    let ends = rest.first().is_none_or(|it| match it.kind {
        TokenKind::Mark => it.word != PERCENT && it.word != SLASH,
        TokenKind::Word => it.features.any(Features::FUNCTION) && it.word != OF,
        _ => false,
    });
    // "from 1/4 to 3/4 of an inch"
    let may_be_fraction = |it: (u32, u32)| it.0 < it.1 && (it.1 <= 10 || matches!(it.1, 12 | 16 | 20 | 30));
    if !is_asked || !ends || year.is_none() && may_be_fraction(one) && may_be_fraction(other) {
        return None;
    }
    let year = year.map(|it| it.0 as i32);
    let (from, to) = (day_of_two(one.0, one.1, year)?, day_of_two(other.0, other.1, year)?);
    Some((rest, DayList { entries: vec![(input, first_end, from), (next, rest, to)], link: Link::Range }))
}

/// Reads two numbers that may be a day and a month; neither is part of a fraction such as "1/2".
fn pair(input: Tokens<'_>) -> Option<(Tokens<'_>, (u32, u32))> {
    input.get(1).filter(|it| it.word == SLASH && !it.spaced)?;
    let (one, 1..=2) = integer(input, 0)? else { return None };
    let touches = input.get(2).is_some_and(|it| !it.spaced);
    let (two, 1..=2) = integer(input, 2).filter(|_| touches)? else { return None };
    let fits = (1..=31).contains(&one) && (1..=31).contains(&two) && (one <= 12 || two <= 12) && (one, two) != (9, 11);
    fits.then(|| (input.skip(3), (one, two)))
}
