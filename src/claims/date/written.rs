//! Days written with the name of their month, alone, in lists and in ranges of one month.
//!
//! ```abnf
//! days          = [weekdays [","] ["the"]] (month-days / day-months / numeric) [weekday-after]
//! weekdays      = weekday [link weekday]
//! month-days    = month ["the" / "-" / "/"] day-list [[","] year]
//! day-months    = day-list ["of"] month [[","] year]
//! day-list      = day *("," day) [link ["the"] [weekday] day]
//! link          = "and" / "or" / "&" / "to" / "through" / "until" / dash
//! weekday-after = [","] ("a" / "(") weekday [")"]      ; April 25, a Friday
//! ```

use super::elements::{
    A, AMPERSAND, AND, CLOSE, COMMA, FROM, HYPHEN, IN, NO, OF, ON, OPEN, OR, SINCE, SLASH, THE, THROUGH, THRU, TILL,
    TO, UNTIL, day, follows, goes_on, integer, is, is_capital, is_dash, month, weekday, year,
};
use super::numeric;
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::{CalendarDate, Parts, Weekday};
use crate::tokens::{Read, Token, TokenKind, Tokens};

/// How the entries of a list of days hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claims) enum Link {
    /// There is only one.
    Single,
    /// "5, 12 and 20".
    List,
    /// "6-9", "6 to 9".
    Range,
}

/// One or more days of one month, each with the tokens it is made of.
#[derive(Clone, Debug)]
pub(in crate::claims) struct DayList<'a> {
    /// Each day: where it begins, where it ends, and what it says.
    pub(in crate::claims) entries: Vec<(Tokens<'a>, Tokens<'a>, CalendarDate)>,
    /// How they hang together.
    pub(in crate::claims) link: Link,
}

/// Reads the word or mark between the days of a list, and what it makes of them.
pub(in crate::claims) fn link(input: Tokens<'_>) -> Option<(Tokens<'_>, Link)> {
    let token = input.first()?;
    match token.word {
        AND | OR | AMPERSAND => Some((input.skip(1), Link::List)),
        TO | THROUGH | THRU | UNTIL | TILL => Some((input.skip(1), Link::Range)),
        _ if is_dash(token) => Some((input.skip(1), Link::Range)),
        _ => None,
    }
}

/// Reads one or more days of one month.
pub(in crate::claims) fn days(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    let token = input.first()?;
    let starts_weekday = token.features.any(Features::WEEKDAY);
    if !starts_weekday {
        let mut found = undated(input, &[], Link::Single)?;
        after(&mut found);
        if let Some(weekday) = plural_before(input).filter(|_| found.1.link != Link::Range) {
            for entry in &mut found.1.entries {
                entry.2 = entry.2.with_weekday(Some(weekday));
            }
        }
        return Some(found);
    }
    let (mut rest, first) = weekday(input).ok()?;
    let mut weekdays = vec![first];
    let mut weekday_link = Link::Single;
    while weekdays.len() < 7 {
        let comma = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
        let (next, found) = match link(comma) {
            Some((next, found)) => (next, found),
            None if is(rest, 0, COMMA) => (comma, Link::List),
            None => break,
        };
        let Ok((next, day)) = weekday(next) else { break };
        weekdays.push(day);
        (rest, weekday_link) = (next, found);
    }
    if weekdays.len() == 1
        && let Some(found) = numbered(input, rest, weekdays[0])
    {
        return Some(found);
    }
    let rest = past_week(rest);
    let rest = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
    let rest = if is(rest, 0, THE) { rest.skip(1) } else { rest };
    let (end, mut list) = undated(rest, &weekdays, weekday_link)?;
    // The weekdays belong to the span of the first day.
    list.entries[0].0 = input;
    let mut found = (end, list);
    if weekdays.len() == 1 && found.1.entries.len() == 1 {
        after(&mut found);
    }
    Some(found)
}

/// The weekday whose plural stands before a list of days, each of which is one: "on Thursdays 1, 8 and 15 May".
fn plural_before(input: Tokens<'_>) -> Option<Weekday> {
    let back = if follows(input, &[COMMA]) { 2 } else { 1 };
    let token = input.before(back).filter(|it| is_capital(it))?;
    let name = input.spelling(token).strip_suffix('s')?;
    let named = input.lexicon.calendar.weekday(Word::read(name)).filter(|it| !it.abbreviated)?;
    Weekday::from_number(named.number)
}

/// Reads the day of a month that another place names, behind its weekday: "Friday the 13th", "Mon. 12th".
fn numbered<'a>(input: Tokens<'a>, rest: Tokens<'a>, on: Weekday) -> Option<(Tokens<'a>, DayList<'a>)> {
    let comma = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
    let has_article = is(comma, 0, THE);
    let at = if has_article { comma.skip(1) } else { comma };
    let (end, number) = day(at).ok()?;
    let is_digits = at.first().is_some_and(|it| it.kind == TokenKind::Number);
    let is_ordinal = if is_digits { super::elements::ordinal_ending(at, 1).is_some() } else { has_article };
    if !is_ordinal || number > 31 || !ends_day(end) {
        return None;
    }
    let date = CalendarDate::new(Parts::DayOfMonth(number)).with_weekday(Some(on));
    Some((end, DayList { entries: vec![(input, end, date)], link: Link::Single }))
}

/// Steps over the week that a weekday beside its date is told to be of: "Tuesday last week, 12 November".
fn past_week(rest: Tokens<'_>) -> Tokens<'_> {
    const WEEK: Word = Word::of("week");
    const SIDES: [Word; 2] = word_ids!["last", "next"];
    let is_which = rest.first().is_some_and(|it| rest.lexicon.calendar.which(it.word).is_some());
    // "on Monday next, 27 May"
    let is_side = rest.first().is_some_and(|it| SIDES.contains(&it.word)) && is(rest, 1, COMMA);
    match is_which && is(rest, 1, WEEK) && is(rest, 2, COMMA) {
        true => rest.skip(2),
        false if is_side => rest.skip(1),
        false => rest,
    }
}

/// Reads days behind their weekdays, which are given.
fn undated<'a>(input: Tokens<'a>, weekdays: &[Weekday], link: Link) -> Option<(Tokens<'a>, DayList<'a>)> {
    let (rest, mut list) =
        if input.first()?.features.any(Features::MONTH) { month_days(input)? } else { numeric_or_day_months(input)? };
    let count = list.entries.len();
    if weekdays.len() == count && (count == 1 || link == list.link) {
        for (entry, weekday) in list.entries.iter_mut().zip(weekdays) {
            entry.2 = entry.2.with_weekday(Some(*weekday));
        }
    } else if let [weekday] = weekdays {
        list.entries[0].2 = list.entries[0].2.with_weekday(Some(*weekday));
    }
    Some((rest, list))
}

fn numeric_or_day_months(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    if let Ok((rest, date)) = numeric::numeric(input) {
        return Some((rest, DayList { entries: vec![(input, rest, date)], link: Link::Single }));
    }
    day_months(input)
}

/// A day of a month: where it begins, where it ends, its number and the weekday beside it.
pub(super) type Day<'a> = (Tokens<'a>, Tokens<'a>, u8, Option<Weekday>);

/// Reads days of a month without its name.
pub(super) fn day_list(input: Tokens<'_>) -> Option<(Tokens<'_>, Vec<Day<'_>>, Link)> {
    let (mut rest, first) = day(input).ok()?;
    let mut days = vec![(input, rest, first, None)];
    let mut found = Link::Single;
    while days.len() < 31 {
        let (comma, has_comma) = if is(rest, 0, COMMA) { (rest.skip(1), true) } else { (rest, false) };
        let (next, kind) = match link(comma) {
            Some((next, kind)) => (next, kind),
            None if has_comma => (comma, Link::List),
            None => break,
        };
        let (at, on) = match weekday(next) {
            Ok((after, on)) => (if is(after, 0, COMMA) { after.skip(1) } else { after }, Some(on)),
            Err(_) => (next, None),
        };
        let at = if is(at, 0, THE) { at.skip(1) } else { at };
        let Ok((after, number)) = day(at) else { break };
        // Behind a comma or "and", only a later day goes on; words ("second") never do.
        let is_digits = at.first().is_some_and(|it| it.kind == TokenKind::Number);
        let last = days[days.len() - 1].2;
        if (kind == Link::List && number <= last) || (kind == Link::Range && days.len() > 1 && found == Link::List) {
            break;
        }
        if !is_digits && kind == Link::List && has_comma {
            break;
        }
        days.push((if on.is_some() { next } else { at }, after, number, on));
        rest = after;
        let ends = kind == Link::Range || link(comma).is_some();
        found = kind;
        if ends {
            break;
        }
    }
    Some((rest, days, found))
}

fn month_days(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    let (rest, month) = month(input).ok()?;
    // "August-10, 2012", "Aug/10/2012"
    let mark = rest.first().filter(|it| !it.spaced && matches!(it.word, HYPHEN | SLASH));
    let touches = rest.get(1).is_some_and(|it| !it.spaced && it.kind == TokenKind::Number);
    let mark = mark.filter(|_| touches).map(|it| it.word);
    let rest = if is(rest, 0, THE) || mark.is_some() { rest.skip(1) } else { rest };
    // "May second" is a date in speech only; "May 2nd" and "May 2" are what is written.
    let (end, mut days, mut link) = day_list(rest)?;
    let behind_mark = mark.filter(|mark| is(end, 0, *mark)).and_then(|_| integer(end, 1));
    // "March 12 kilometres a day!"
    if link == Link::Single
        && end.first().is_some_and(|it| {
            it.kind == TokenKind::Word && it.features.any(Features::UNIT) && !it.features.any(Features::FUNCTION)
        })
    {
        return None;
    }
    let (mut end, mut year) = match behind_mark {
        Some((value, 4)) => (end.skip(2), Some(value as i32)),
        _ => year_after(end),
    };
    if year.is_none() {
        // "May 12, 9 people": what follows behind a comma counts something else.
        while days.len() > 1 && link == Link::List && counts_things(days[days.len() - 1].1) {
            days.pop();
            end = days[days.len() - 1].1;
        }
        if days.len() == 1 {
            link = Link::Single;
            (end, year) = year_after(end);
        }
    }
    let entries = entries(&days, input, end, month, year)?;
    Some((end, DayList { entries, link }))
}

/// Whether a noun follows directly, which the number before it counts.
pub(super) fn counts_things(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| it.kind == TokenKind::Word && !it.features.any(Features::FUNCTION) && !is_capital(it))
}

fn day_months(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    // "24-26 May" begins with the first number of its range, never with a later one.
    let first = input.first()?;
    let is_tail = input.before(1).is_some_and(|it| !first.spaced && (is_dash(it) || it.kind == TokenKind::Number));
    if is_tail && !follows_month_and_dash(input) {
        return None;
    }
    // Most numbers that can be a day count something.
    let goes_on = |it: &Token| it.features.any(Features::MONTH.with(Features::JOINT));
    day(input).ok().filter(|(rest, _)| rest.first().is_some_and(goes_on))?;
    let (rest, days, link) = day_list(input)?;
    let of = if is(rest, 0, OF) { rest.skip(1) } else { rest };
    // "12-May-2016"
    let dashed = if is(rest, 0, HYPHEN) || is(rest, 0, SLASH) {
        let next = rest.skip(1);
        next.first().filter(|it| !it.spaced && it.features.any(Features::MONTH)).map(|_| next)
    } else {
        None
    };
    let at = dashed.unwrap_or(of);
    let (end, month) = month(at).ok()?;
    let token = at.first()?;
    let named = at.lexicon.calendar.month(token.word)?;
    // "the second May" and "one march" are no dates; "second of May" is.
    let is_digits = first.kind == TokenKind::Number;
    if (!is_digits && !is(rest, 0, OF)) || (named.ambiguous && !is_capital(token)) {
        return None;
    }
    let (end, year) = match dashed {
        Some(_) => {
            let next = end.skip(1);
            let is_joined = end.first().is_some_and(|it| it.word == rest.first().map_or(it.word, |mark| mark.word));
            match (is_joined, integer(next, 0)) {
                (true, Some((value, 4))) => (next.skip(1), Some(value as i32)),
                (true, Some((value, 2))) => (next.skip(1), Some(super::elements::full_year(value))),
                _ => (end, None),
            }
        }
        None => year_after(end),
    };
    if year.is_none()
        && days.len() == 1
        && let Some(year) = year_behind_other_style(end)
    {
        let mut entries = entries(&days, input, end, month, Some(year))?;
        entries[0].2.old_style = true;
        return Some((end, DayList { entries, link }));
    }
    let entries = entries(&days, input, end, month, year)?;
    Some((end, DayList { entries, link }))
}

/// The year that stands behind the day of the other calendar in brackets: "25 October (7 November) 1917".
fn year_behind_other_style(rest: Tokens<'_>) -> Option<i32> {
    const STYLES: [Word; 4] = [Word::of("o.s."), Word::of("n.s."), Word::of("os"), Word::of("ns")];
    let style = |at: Tokens<'_>| usize::from(at.first().is_some_and(|it| STYLES.contains(&it.word)));
    let open = rest.skip(style(rest));
    let inner = is(open, 0, OPEN).then(|| open.skip(1))?;
    let (inner, _) = day(inner).ok()?;
    let (inner, _) = month(inner).ok()?;
    let close = inner.skip(style(inner));
    let (_, year) = year(close.skip(1)).ok().filter(|_| is(close, 0, CLOSE))?;
    Some(year)
}

/// Whether a month and a dash stand right before: "30 June-2 July", "24 Dec.–2 Jan.".
fn follows_month_and_dash(input: Tokens<'_>) -> bool {
    let is_month = |back: usize| input.before(back).is_some_and(|it| it.features.any(Features::MONTH));
    let is_stop = input.before(2).is_some_and(|it| it.word == super::elements::STOP);
    follows(input, &[HYPHEN, super::elements::EN_DASH, super::elements::EM_DASH])
        && (is_month(2) || is_stop && is_month(3))
}

/// Reads the year behind a day and a month, with or without a comma. "1685/6" counted from March or from January: the
/// first is taken.
pub(super) fn year_after(rest: Tokens<'_>) -> (Tokens<'_>, Option<i32>) {
    let comma = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
    let of = if is(comma, 0, OF) || is(comma, 0, IN) { comma.skip(1) } else { comma };
    match year(of) {
        Ok((end, year)) if !goes_on(end) => (second_of_dual(end, year).unwrap_or(end), Some(year)),
        _ => (rest, None),
    }
}

/// What follows the second year of a date between January and March that is told in both reckonings: "1731/32".
fn second_of_dual(rest: Tokens<'_>, year: i32) -> Option<Tokens<'_>> {
    let touches = |ahead: usize| rest.get(ahead).is_some_and(|it| !it.spaced);
    let (value, digits) = integer(rest, 1).filter(|_| is(rest, 0, SLASH) && touches(0) && touches(1))?;
    let next = (year + 1).rem_euclid(10i32.pow(digits.min(4) as u32));
    (digits <= 4 && year < 1752 && value as i32 == next).then(|| rest.skip(2))
}

/// Makes the dates of a list; the first reaches back to where the list begins, the last to its end.
fn entries<'a>(
    days: &[Day<'a>],
    from: Tokens<'a>,
    to: Tokens<'a>,
    month: u8,
    year: Option<i32>,
) -> Option<Vec<(Tokens<'a>, Tokens<'a>, CalendarDate)>> {
    // A day that no month has is a date only beside a year ("August 32, 2014") or where a day is asked for ("due on
    // Sept. 32", "the 32nd of May").
    let has_ending = days.iter().all(|day| super::elements::ordinal_ending(day.0, 1).is_some());
    let is_asked = has_ending || follows(from, &[ON, UNTIL, TILL, SINCE]) && ends_day(to);
    if year.is_none() && days.iter().any(|day| day.2 > 31) && !is_asked {
        return None;
    }
    if year.is_none() && is_in_table(from, to) {
        return None;
    }
    let count = days.len();
    let mut entries = Vec::with_capacity(count);
    for (index, (start, end, number, on)) in days.iter().enumerate() {
        let date = CalendarDate::new(Parts::Day { year, month, day: *number }).with_weekday(*on);
        let start = if index == 0 { from } else { *start };
        entries.push((start, if index + 1 == count { to } else { *end }, date));
    }
    Some(entries)
}

/// Whether a month and its number are an entry of a list of months with figures, one of which can be no day: "March 44,
/// April 31, May 28".
fn is_in_table(from: Tokens<'_>, to: Tokens<'_>) -> bool {
    const STEPS: usize = 12;
    let is_month = |it: &Token| it.features.any(Features::MONTH) && is_capital(it);
    let number = |it: &Token| {
        let text = from.spelling(it);
        if text.len() <= 5 && it.kind == TokenKind::Number { text.replace(',', "").parse::<u32>().ok() } else { None }
    };
    let is_count = |value: Option<u32>| value.is_some_and(|it| it > 31 && !(1000..2200).contains(&it) || it == 0);
    let ahead = (0..STEPS).step_by(3).map_while(|at| match (to.get(at), to.get(at + 1), to.get(at + 2)) {
        (Some(mark), Some(month), Some(value)) if mark.word == COMMA && is_month(month) => Some(number(value)),
        _ => None,
    });
    let back =
        (1..STEPS).step_by(3).map_while(|at| match (from.before(at), from.before(at + 1), from.before(at + 2)) {
            (Some(mark), Some(value), Some(month)) if mark.word == COMMA && is_month(month) => Some(number(value)),
            _ => None,
        });
    ahead.chain(back).any(is_count)
}

/// Takes in the weekdays that stand behind: "April 25, a Friday", "July 29–30, a Tuesday and a Wednesday",
/// "13 March (Thursday)".
fn after<'a>(found: &mut (Tokens<'a>, DayList<'a>)) {
    let (end, list) = (found.0, &mut found.1);
    let comma = if is(end, 0, COMMA) { end.skip(1) } else { end };
    let in_brackets = is(end, 0, OPEN);
    let mut at = match (in_brackets, is(comma, 0, A)) {
        (true, _) => end.skip(1),
        (_, true) => comma.skip(1),
        _ => return,
    };
    let mut weekdays = Vec::new();
    while let Ok((rest, day)) = weekday(at) {
        weekdays.push(day);
        at = rest;
        let Some((next, _)) = link(rest).filter(|_| weekdays.len() < list.entries.len()) else { break };
        at = if is(next, 0, A) { next.skip(1) } else { next };
    }
    if weekdays.len() != list.entries.len() || (in_brackets && !is(at, 0, CLOSE)) {
        return;
    }
    let end = if in_brackets { at.skip(1) } else { at };
    let last = list.entries.len() - 1;
    for (entry, weekday) in list.entries.iter_mut().zip(weekdays) {
        if entry.2.weekday.is_none() {
            entry.2 = entry.2.with_weekday(Some(weekday));
        }
    }
    list.entries[last].1 = end;
    found.0 = end;
}

/// Reads a month with or without its year: "May 2016", "in May".
pub(super) fn month_alone(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let token = input.first().filter(|token| token.features.any(Features::MONTH)).ok_or(NO)?;
    let named = input.lexicon.calendar.month(token.word).ok_or(NO)?;
    let (rest, number) = month(input)?;
    let joins = rest.first().is_some_and(|it| matches!(it.word, COMMA | OF | HYPHEN | SLASH));
    let comma = if joins { rest.skip(1) } else { rest };
    if (is_capital(token) || !named.ambiguous)
        && let Ok((end, year)) = year(comma)
    {
        return Ok((end, CalendarDate::new(Parts::Month { year: Some(year), month: number })));
    }
    // A lone month must be told from a verb and from a name.
    use super::elements as e;
    let has_cue = follows(
        input,
        &[e::IN, OF, e::SINCE, e::BY, UNTIL, TILL, THROUGH, e::DURING, e::BEFORE, e::AFTER, FROM, TO, e::BETWEEN, AND],
    ) || input.before(1).is_some_and(|it| {
        input.lexicon.calendar.which(it.word).is_some() || input.lexicon.calendar.portion(it.word).is_some()
    });
    let (rest, is_name) = (input.skip(1), is_name(input));
    let may_be_other = named.ambiguous || named.abbreviated || named.given;
    if is_name || !is_capital(token) && !has_cue || may_be_other && !has_cue {
        return Err(NO);
    }
    // "and" leads only into a month that follows another one.
    if follows(input, &[AND, TO])
        && named.ambiguous
        && !input.before(2).is_some_and(|it| it.features.any(Features::MONTH))
    {
        return Err(NO);
    }
    Ok((rest, CalendarDate::new(Parts::Month { year: None, month: number })))
}

/// Whether the word stands in a name: between capitals that are not of the calendar ("Theresa May", "April Jones").
fn is_name(input: Tokens<'_>) -> bool {
    let calendar = Features::MONTH.with(Features::WEEKDAY).with(Features::CALENDAR).with(Features::FUNCTION);
    let is_other = |it: &Token| it.kind == TokenKind::Word && is_capital(it) && !it.features.any(calendar);
    let after = input.get(1).is_some_and(|it| is_other(it) && it.spaced);
    let before = input.before(1).is_some_and(|it| is_other(it) && !it.starts_line && it.features == Features::NONE);
    let first = input.first();
    (after || before) && first.is_some_and(|it| input.lexicon.calendar.month(it.word).is_some())
        || after && input.before(1).is_some_and(|it| it.word == THE)
}

/// Reads a day of a month that another place names: "on the 12th".
pub(super) fn day_of_month(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    use super::elements as e;
    const CUES: [Word; 11] = [
        e::ON,
        e::BY,
        e::UNTIL,
        e::TILL,
        e::SINCE,
        e::FROM,
        e::TO,
        e::BEFORE,
        e::AFTER,
        e::BETWEEN,
        Word::of("around"),
    ];
    let (rest, number) = day(input)?;
    let back = if follows(input, &[THE]) { 2 } else { 1 };
    let has_ending = e::ordinal_ending(input, 1).is_some() && number <= 31;
    let has_article = back == 2;
    // "On 3rd down" and "rose to 18th" tell of no day.
    let may_lack = |it: &Token| {
        matches!(it.word, e::ON | e::BY | e::UNTIL | e::TILL | e::SINCE)
            && rest.first().is_none_or(|next| next.kind == TokenKind::Mark || next.starts_line)
    };
    // "the week of the 17th"
    let is_week = has_article
        && input.before(2).is_some_and(|it| it.word == OF)
        && input.before(3).is_some_and(|it| it.word == word_id!("week"));
    let has_cue = is(rest, 0, OF)
        || is_week
        || input.before(back).is_some_and(|it| if has_article { CUES.contains(&it.word) } else { may_lack(it) });
    if !(has_ending && has_cue && ends_day(rest)) {
        return Err(NO);
    }
    let date = CalendarDate::new(Parts::DayOfMonth(number));
    // "on the 26th, a Saturday"
    let apposed = if is(rest, 0, COMMA) && is(rest, 1, A) { weekday(rest.skip(2)).ok() } else { None };
    Ok(apposed.map_or((rest, date), |(end, day)| (end, date.with_weekday(Some(day)))))
}

/// Whether nothing follows that an ordinal or a number before it belongs to; the month of "the 3rd of next month" does.
fn ends_day(rest: Tokens<'_>) -> bool {
    const MONTH: Word = Word::of("month");
    let is_which = rest.get(1).is_some_and(|it| rest.lexicon.calendar.which(it.word).is_some() || it.word == THE);
    rest.first().is_none_or(|it| match it.kind {
        TokenKind::Mark => !matches!(it.word, HYPHEN | super::elements::PERCENT),
        _ if it.word == OF => is_which && is(rest, 2, MONTH),
        _ => it.features.any(Features::FUNCTION) || it.starts_line,
    })
}

/// Reads a weekday and nothing else.
pub(super) fn weekday_alone(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let token = input.first().filter(|token| token.features.any(Features::WEEKDAY)).ok_or(NO)?;
    let named = input.lexicon.calendar.weekday(token.word).ok_or(NO)?;
    let (_, weekday) = weekday(input)?;
    let calendar = &input.lexicon.calendar;
    let before = input.before(1).filter(|_| !token.starts_line);
    let is_other = before.is_some_and(|it| calendar.names_day(it.word) || calendar.recurs(it.word));
    // "Sun", "Sat" and "Wed" are dates only beside one; "Tue" may be all that a cell of a table says.
    let stands_alone = input.before(1).is_none() && input.len() == 1 && !named.ambiguous;
    let follows_cue = follows(input, &[super::elements::ON]) || stands_alone;
    if named.abbreviated && !follows_cue || is_other || is_name(input) {
        return Err(NO);
    }
    Ok((input.skip(1), CalendarDate::new(Parts::Weekday).with_weekday(Some(weekday))))
}
