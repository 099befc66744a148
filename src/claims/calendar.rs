//! The claims of the calendar and the clock: which of their parsers is tried where.
//!
//! A number or a word of the calendar begins such a claim only where what stands behind it can go on with one: a month,
//! a period, another number, one of a few small words and marks. Most numbers count things, and show it there.

use super::date::elements;
use super::scan::LEADS_MAX;
use super::{Claim, age, date, date_range, duration, numeral, range, spoken_time, time, time_range};
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::{CalendarDate, Parts};
use crate::tokens::{Case, Token, TokenKind, Tokens};

/// Reads the dates, times, ages and lengths of time that begin at the first token, and returns what follows them.
pub(super) fn calendar<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    led(input, found, LEADS_MAX)
}

/// Reads them behind at most so many words that lead into one.
fn led<'a>(input: Tokens<'a>, found: &mut Vec<Claim>, leads: u8) -> Option<Tokens<'a>> {
    const FIGURES: Features =
        Features::HEDGE.with(Features::NUMBER).with(Features::FRACTION).with(Features::PERIOD).with(Features::SCALE);
    let token = input.first()?;
    if let Some(year) = year_alone(input, token) {
        let (rest, year) = date::lone_year(input, year).ok()?;
        found.push(Claim::new(input, rest, super::Value::Date(date::Date { reading: year })));
        return Some(rest);
    }
    if token.features.any(Features::PERIOD)
        && let Some((start, rest)) = date::around(input)
    {
        let reading = CalendarDate::new(Parts::Unbound);
        found.push(Claim::new(start, rest, super::Value::Date(date::Date { reading })));
        return Some(rest);
    }
    if !may_go_on(input, token, LEADS_MAX) {
        return None;
    }
    let may_begin = match token.kind {
        TokenKind::Code => true,
        // A long number is part of a date only beside its era: "10,000 BC".
        TokenKind::Number => token.span.len() <= 5 || elements::era(input.skip(1)).is_some(),
        TokenKind::Word => {
            token.features.any(Features::DATE.with(Features::PERIOD))
                || (token.case == Case::Upper && input.spelling(token).starts_with("FY"))
                || time::is_stamp(input, token)
        }
        TokenKind::Mark => matches!(token.word, elements::QUOTE | elements::OPEN_QUOTE),
        _ => false,
    };
    let may_count = token.kind == TokenKind::Number || token.features.any(FIGURES.with(Features::DATE));
    if token.word == elements::BETWEEN && duration::names_period(input) {
        // "between 15 and 22 years of age"
        if let Some(rest) = age::ages(input, found) {
            return Some(rest);
        }
        if let Ok((rest, length)) = duration::duration(input)
            && length.is_of_one_scale()
        {
            found.push(Claim::new(input, rest, length));
            return Some(rest);
        }
    }
    let may_lead = matches!(token.word, elements::BETWEEN | elements::FROM);
    if !(may_begin || may_count || may_lead) {
        return None;
    }
    let times = |found: &mut Vec<Claim>| if may_be_time(input, token) { time_range::times(input, found) } else { None };
    let dates = |found: &mut Vec<Claim>| if may_be_date(input, token) { date_range::dates(input, found) } else { None };
    if may_begin && let Some(rest) = times(found).or_else(|| dates(found)) {
        // "two years ago" states a length of time as well, and so does "in two weeks".
        let is_distance = matches!(found.last(), Some(Claim { value: super::Value::Date(date), .. })
            if date.reading.is_distance() || date.reading.parts == Parts::Unbound);
        if is_distance
            && let Ok((end, length)) = duration::duration(input)
            && end.at() <= rest.at()
        {
            found.push(Claim::new(input, end, length));
        }
        return Some(rest);
    }
    if may_count {
        if let Some(rest) = age::ages(input, found) {
            return Some(rest);
        }
        if !numeral::is_closed(input)
            && let Ok((rest, length)) = duration::duration(input)
        {
            found.push(Claim::new(input, rest, length));
            return Some(rest);
        }
    }
    // A figure would take its hedge and "between" with it: what is hedged is tried as a date first.
    let behind = if may_lead {
        input.skip(1)
    } else if token.features.any(Features::HEDGE) {
        range::hedge(input).0
    } else {
        return None;
    };
    let leads = leads.checked_sub(1).filter(|_| behind.at() > input.at())?;
    led(behind, found, leads)
}

/// Whether a claim of the calendar can begin with the token, or behind so many hedges at the most, as far as it and the
/// one behind it show.
fn may_go_on(input: Tokens<'_>, token: &Token, leads: u8) -> bool {
    const WHOLE: Features = Features::MONTH.with(Features::WEEKDAY).with(Features::WHOLE);
    const CONTINUING: Features = Features::NUMERAL
        .with(Features::DATE)
        .with(Features::WHOLE)
        .with(Features::PERIOD)
        .with(Features::ZONE)
        .with(Features::HEDGE)
        .with(Features::JOINT);
    let behind = range::hedge(input).0;
    if behind.at() > input.at() {
        let leads = leads.checked_sub(1);
        let goes_on = |leads| behind.first().is_some_and(|it| may_go_on(behind, it, leads));
        return age::is_bound(input) || leads.is_some_and(goes_on);
    }
    let is_figure = token.kind == TokenKind::Number || token.features.any(Features::NUMBER);
    let begins = is_figure || token.features.any(Features::CALENDAR);
    if !begins || token.features.any(WHOLE) {
        return !is_verb(input, token);
    }
    let Some(next) = input.get(1) else { return is_figure };
    // "one of", "two of the": a date would have its day in digits.
    if next.word == elements::OF && token.features.any(Features::NUMBER) {
        return false;
    }
    match next.kind {
        TokenKind::Word if next.spaced => {
            // Behind a figure nearly every small word may stand that is an age: "she was 12 when".
            let is_small = is_figure && token.word != word_id!("one") && next.features.any(Features::FUNCTION);
            // "early FY25", "500 BC"
            let is_upper = next.case == Case::Upper && (!is_figure || elements::era(input.skip(1)).is_some());
            is_small || is_upper || next.features.any(CONTINUING) || names_zone(input)
        }
        TokenKind::Mark if is_compound(input) => false,
        TokenKind::Mark => is_figure && !next.features.any(Features::PERCENT) || next.features.any(CONTINUING),
        _ => true,
    }
}

/// Whether a hyphen joins the first token, which is no year, to a word that tells no time and no age: "100-metre", "two-way".
fn is_compound(input: Tokens<'_>) -> bool {
    const TELLING: Features = Features::NUMERAL
        .with(Features::DATE)
        .with(Features::PERIOD)
        .with(Features::WHOLE)
        .with(Features::JOINT)
        .with(Features::FUNCTION);
    const OTHERS: [Word; 4] = word_ids!["something", "somethings", "plus", "odd"];
    /// Nothing as short is surely a word: "2017-Q1", "5-h".
    const SHORTEST: usize = 4;
    input.first().is_some_and(|it| it.kind != TokenKind::Number || it.span.len() != 4)
        && elements::is(input, 1, elements::HYPHEN)
        && input.get(1).is_some_and(|it| !it.spaced)
        && input.get(2).is_some_and(|it| {
            it.kind == TokenKind::Word
                && it.span.len() >= SHORTEST
                && !it.features.any(TELLING)
                && !OTHERS.contains(&it.word)
        })
}

/// Whether a time of day can begin with the token, as far as the next ones show: most numbers count something, and
/// most words of the calendar tell days.
fn may_be_time(input: Tokens<'_>, token: &Token) -> bool {
    const GOING_ON: Features =
        Features::JOINT.with(Features::ZONE).with(Features::CALENDAR).with(Features::WHOLE).with(Features::HEDGE);
    let next = input.get(1);
    match token.kind {
        TokenKind::Word => {
            // "half past", "nine o'clock", "ten minutes to", "nine-thirty"
            let tells = |it: &Token| {
                it.features.any(Features::JOINT.with(Features::NUMBER)) || spoken_time::MINUTES.contains(&it.word)
            };
            let is_told = token.features.any(Features::NUMBER.with(Features::FRACTION)) && next.is_some_and(tells);
            return is_told || spoken_time::named(token).is_some() || time::is_stamp(input, token);
        }
        TokenKind::Number => {}
        _ => return false,
    }
    let spelling = input.spelling(token).as_bytes();
    // "19.45", as the British write it.
    if spelling.contains(&b'.') {
        let is_clock = matches!(spelling, [.., b'.', _, _]) && spelling.len() <= 5;
        return is_clock && !next.is_some_and(|it| it.features.any(Features::PERCENT) || it.word == word_id!("per"));
    }
    let Some(next) = next else { return false };
    if spelling.len() > 2 {
        return spelling[0] == b'0' || time::may_end_hundreds(input.skip(1));
    }
    match next.kind {
        TokenKind::Word if !next.spaced => {
            // "14h30", "0430Z"
            let is_letter = matches!(input.spelling(next).as_bytes()[0], b'h' | b'H' | b'z' | b'Z');
            is_letter || next.features.any(GOING_ON) || time::HOURS.contains(&next.word)
        }
        TokenKind::Word => {
            next.features.any(GOING_ON)
                || time::HOURS.contains(&next.word)
                || spoken_time::MINUTES.contains(&next.word)
                || names_zone(input)
        }
        TokenKind::Mark if next.word == elements::COLON => input.get(2).is_some_and(|it| it.kind == TokenKind::Number),
        // "7–9 p.m.", "10-to-2 p.m."
        TokenKind::Mark => elements::is_dash(next) && input.get(3).is_some_and(|it| it.features.any(GOING_ON)),
        _ => true,
    }
}

/// Whether a date can begin with the token, as far as the next ones show: a number that is no year goes on with a month,
/// a period or its era, or with a joint before another number or a month.
fn may_be_date(input: Tokens<'_>, token: &Token) -> bool {
    const DAY: Features = Features::MONTH.with(Features::WEEKDAY);
    const GOING_ON: Features =
        DAY.with(Features::PERIOD).with(Features::CALENDAR).with(Features::WHOLE).with(Features::JOINT);
    let next = input.get(1);
    if matches!(token.word, elements::A | elements::AN) {
        let is_vague = |it: &Token| date::VAGUE.contains(&it.word) || it.word == word_id!("couple");
        return next.is_some_and(|it| it.features.any(Features::PERIOD) || is_vague(it));
    }
    if token.kind != TokenKind::Number {
        return true;
    }
    let Some(next) = next else { return false };
    if token.span.len() == 4 && matches!(elements::integer(input, 0), Some((1000..2200, _))) {
        return true;
    }
    match next.kind {
        TokenKind::Word => !next.spaced || next.features.any(GOING_ON) || elements::era(input.skip(1)).is_some(),
        TokenKind::Mark => {
            let is_date = |it: &Token| it.kind == TokenKind::Number || it.features.any(DAY.with(Features::NUMERAL));
            // "5, and 12 May", "In 847, he"
            let is_listed = |it: &Token| it.features.any(Features::JOINT) || token.span.len() == 3;
            input.get(2).is_some_and(|it| is_date(it) || next.word == elements::COMMA && is_listed(it))
        }
        _ => true,
    }
}

/// Whether a month stands here that is a word of English in small letters ("may", "march") and has no day behind it.
fn is_verb(input: Tokens<'_>, token: &Token) -> bool {
    token.case == Case::Lower
        && token.features.any(Features::MONTH)
        && input.get(1).is_some_and(|it| it.kind == TokenKind::Word)
        && input.lexicon.calendar.month(token.word).is_some_and(|it| it.ambiguous)
}

/// Whether the next words name the time of a place: "17:30 Beijing time", "noon New York time".
fn names_zone(input: Tokens<'_>) -> bool {
    let is_time = |ahead| elements::is(input, ahead, word_id!("time"));
    input.get(1).is_some_and(elements::is_capital) && (is_time(2) || is_time(3))
}

/// The value of a number of four digits that can be nothing of the calendar but a year, since nothing behind it goes on
/// with it.
fn year_alone(input: Tokens<'_>, token: &Token) -> Option<i32> {
    const ENDS: [Word; 8] = word_ids![",", ".", ")", ";", "]", "\"", "”", "?"];
    if token.kind != TokenKind::Number || token.span.len() != 4 {
        return None;
    }
    let ends = |next: &Token| match next.kind {
        TokenKind::Mark => {
            ENDS.contains(&next.word) && input.get(2).is_none_or(|it| it.spaced || it.kind != TokenKind::Number)
        }
        TokenKind::Word => next.spaced && !may_go_on(input, token, 0),
        _ => false,
    };
    let (year, _) = elements::integer(input, 0).filter(|(value, _)| (1000..2200).contains(value))?;
    input.get(1).is_none_or(ends).then_some(year as i32)
}
