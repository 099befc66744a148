//! Days of one month that go on behind a range of them: "March 3-5, 9-11 and 20".
//!
//! ```abnf
//! further = 1*(("," / [","] "and") (day-digits joint day-digits / day-digits *("," day-digits))) [[","] year]
//! ```

use super::elements::{AMPERSAND, AND, COMMA, is};
use super::written::{Day, DayList, Link, counts_things, day_list, year_after};
use crate::lexicon::Features;
use crate::reading::{CalendarDate, Parts};
use crate::tokens::{TokenKind, Tokens};

/// Reads the days behind the range `first`, which ends where `rest` begins: what follows them, and all of them with it.
pub(in crate::claims) fn further_days<'a>(
    first: &DayList<'a>,
    rest: Tokens<'a>,
) -> Option<(Tokens<'a>, Vec<DayList<'a>>)> {
    let (Link::Range, Parts::Day { year: None, month, day }) = (first.link, first.entries.last()?.2.parts) else {
        return None;
    };
    let mut lists = vec![first.clone()];
    let (mut rest, mut last) = (rest, day);
    while let Some((end, days, link)) = next_days(rest, last) {
        last = days.last().map_or(last, |it| it.2);
        let entry = |it: &Day<'a>| {
            (it.0, it.1, CalendarDate::new(Parts::Day { year: None, month, day: it.2 }).with_weekday(it.3))
        };
        lists.push(DayList { entries: days.iter().map(entry).collect(), link });
        rest = end;
    }
    if lists.len() == 1 {
        return None;
    }
    let (end, year) = year_after(rest);
    if let Some(year) = year {
        let dates = lists.iter_mut().flat_map(|it| &mut it.entries);
        dates.for_each(|entry| entry.2 = entry.2.in_year(year));
    }
    let entries = &mut lists.last_mut()?.entries;
    entries.last_mut()?.1 = end;
    Some((end, lists))
}

/// The next days of the same month, behind the `last`.
fn next_days(rest: Tokens<'_>, last: u8) -> Option<(Tokens<'_>, Vec<Day<'_>>, Link)> {
    let comma = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
    let joined = if is(comma, 0, AND) || is(comma, 0, AMPERSAND) { comma.skip(1) } else { comma };
    let starts = joined.at() > rest.at() && joined.first().is_some_and(|it| it.kind == TokenKind::Number);
    let (end, days, link) = day_list(joined).filter(|_| starts)?;
    let is_later = days.first().is_some_and(|it| (last + 1..=31).contains(&it.2));
    // "March 3-5, 9 April", "March 3-5, 20 people"
    let measured = Features::MONTH.with(Features::UNIT).with(Features::PERIOD).with(Features::SCALE);
    let counts = counts_things(end)
        || end.first().is_some_and(|it| it.features.any(measured) && !it.features.any(Features::FUNCTION));
    (is_later && !counts).then_some((end, days, link))
}
