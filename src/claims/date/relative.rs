//! Dates told from the article's day or from another date.
//!
//! ```abnf
//! relative = day-word / "the day before yesterday" / "the day after tomorrow"
//!          / which (weekday / month / season / period / day-part)        ; not "the last week of June"
//!          / ("last" / "past" / "next") count period
//!          / "the" period ("before" / "after")                   ; from the period on, where no clause follows
//!          / "the" period ("before last" / "after next")         ; from the period on
//!          / count period *([","] ["and"] count period) behind            ; the shorter parts
//! behind   = "ago" / "earlier" / "later" / "hence" / "from" ("now" / "today")
//! ```

use super::elements::{A, AN, AND, COMMA, FROM, NO, THE, integer, is, month, weekday};
use crate::lexicon::{Features, Period, Word, word_id, word_ids};
use crate::reading::{Anchor, CalendarDate, Interval, Length, Parts, Relative, Step};
use crate::tokens::{Read, TokenKind, Tokens};

/// Reads a relative date.
pub(super) fn relative(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let token = input.first().ok_or(NO)?;
    let calendar = &input.lexicon.calendar;
    if let Some(days) = calendar.day_from_today(token.word) {
        // "today's world": a possessive keeps the day.
        return Ok((input.skip(1), from_article(Step::Distance(Period::Day), f64::from(days))));
    }
    if let Some(found) = beside_yesterday(input).or_else(|| beside_text(input)) {
        return Ok(found);
    }
    if let Some(which) = calendar.which(token.word) {
        return which_period(input, which);
    }
    distance(input)
}

fn from_article(step: Step, count: f64) -> CalendarDate {
    CalendarDate::new(Parts::Relative(Relative { step, count, anchor: Anchor::Article }))
}

fn beside_yesterday(input: Tokens<'_>) -> Option<(Tokens<'_>, CalendarDate)> {
    const DAY: Word = Word::of("day");
    let count = match (input.get(1)?.word, input.get(2)?.word) {
        (super::elements::BEFORE, word) if word == word_id!("yesterday") => -2.0,
        (super::elements::AFTER, word) if word == word_id!("tomorrow") => 2.0,
        _ => return None,
    };
    is(input, 0, DAY).then(|| (input.skip(3), from_article(Step::Distance(Period::Day), count)))
}

/// "the year before", "the day after,": a period beside the one that the text speaks of, where no clause follows.
fn beside_text(input: Tokens<'_>) -> Option<(Tokens<'_>, CalendarDate)> {
    let period =
        input.first().filter(|it| it.features.any(Features::PERIOD) && super::elements::follows(input, &[THE]));
    let period = period.and_then(|it| input.lexicon.calendar.period(it.word)).filter(|it| *it >= Period::Day)?;
    let count = match input.get(1)?.word {
        super::elements::BEFORE => -1.0,
        super::elements::AFTER => 1.0,
        _ => return None,
    };
    let rest = input.skip(2);
    // "the week after next", "the month before last"
    let is_second = rest.first().and_then(|it| input.lexicon.calendar.which(it.word)).map(f64::from) == Some(count);
    if is_second && rest.first().is_some_and(|it| word_ids!["last", "next"].contains(&it.word)) && !is_plural(input) {
        return Some((rest.skip(1), from_article(Step::Period(period), 2.0 * count)));
    }
    let ends = rest.first().is_none_or(|it| it.kind == TokenKind::Mark && !it.spaced || it.starts_line);
    let relative = Relative { step: Step::Period(period), count, anchor: Anchor::Text };
    (ends && !is_plural(input)).then(|| (rest, CalendarDate::new(Parts::Relative(relative))))
}

fn which_period(input: Tokens<'_>, which: i8) -> Read<'_, CalendarDate> {
    const FOLLOWING: [Word; 3] = [Word::of("following"), Word::of("previous"), Word::of("past")];
    let calendar = &input.lexicon.calendar;
    let word = input.first().map(|it| it.word).ok_or(NO)?;
    let rest = input.skip(1);
    let next = rest.first().ok_or(NO)?;
    let count = f64::from(which);
    let step = if let Some(period) =
        calendar.period(next.word).filter(|it| *it >= Period::Day && !(which == 0 && *it == Period::Night))
    {
        // "The last week of June" is a part of June, "the last days" are many.
        if is_plural(rest) || is(rest, 1, super::elements::OF) {
            return Err(NO);
        }
        Step::Period(period)
    } else if next.features.any(Features::WEEKDAY) {
        let (end, day) = weekday(rest)?;
        if calendar.weekday(next.word).is_some_and(|it| it.abbreviated) {
            return Err(NO);
        }
        let date = from_article(Step::Weekday(day), count).with_weekday(Some(day));
        return Ok((end, anchored(date, word)));
    } else if next.features.any(Features::MONTH) {
        // "last May", but not "this may".
        if !super::elements::is_capital(next) {
            return Err(NO);
        }
        let (_, number) = month(rest)?;
        Step::Month(number)
    } else if let Some(season) = calendar.season(next.word) {
        Step::Season(season)
    } else if which == 0 && calendar.day_part(next.word).is_some() {
        // "this morning" is today.
        return Ok((rest.skip(1), from_article(Step::Distance(Period::Day), 0.0)));
    } else if which != 0 && calendar.day_part(next.word).is_some() {
        // "the next morning", "the previous evening"
        const LAST: Word = Word::of("last");
        let mut date = from_article(Step::Period(Period::Day), count);
        if let Parts::Relative(relative) = &mut date.parts
            && word != LAST
        {
            relative.anchor = Anchor::Text;
        }
        return Ok((rest.skip(1), date));
    } else {
        // "the last two weeks", "the next 10 years": all of these days.
        let (end, number) = count_of(rest)?;
        let period = end.first().and_then(|it| calendar.period(it.word)).filter(|it| *it >= Period::Day).ok_or(NO)?;
        if which == 0 {
            return Err(NO);
        }
        return Ok((end.skip(1), from_article(Step::Stretch(period), count * number)));
    };
    let is_past_alone = FOLLOWING[2] == word && !matches!(step, Step::Period(_));
    if is_past_alone {
        return Err(NO);
    }
    let end = rest.skip(1);
    // "this year's", "last year" — but "last night" and "this morning" are times, "the next day" is told from the text.
    Ok((end, anchored(from_article(step, count), word)))
}

/// "The following year", "the previous day" and "the next day" are told from the text, "next year" from today.
fn anchored(mut date: CalendarDate, word: Word) -> CalendarDate {
    const FROM_TEXT: [Word; 2] = [Word::of("following"), Word::of("previous")];
    const NEXT: Word = Word::of("next");
    if let Parts::Relative(relative) = &mut date.parts
        && (FROM_TEXT.contains(&word) || (word == NEXT && relative.step == Step::Period(Period::Day)))
    {
        relative.anchor = Anchor::Text;
    }
    date
}

/// "two years ago", "a day later", "three weeks earlier".
pub(super) fn distance(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const AGO: Word = Word::of("ago");
    const BACK: [Word; 2] = [Word::of("earlier"), Word::of("previously")];
    const ON: [Word; 2] = [Word::of("later"), Word::of("afterwards")];
    const HENCE: Word = Word::of("hence");
    const NOW: [Word; 2] = [Word::of("now"), Word::of("today")];
    let (rest, mut count) = count_of(input)?;
    let (mut rest, period) = period(rest).ok_or(NO)?;
    // "two years and a half ago" is rare; "a year and a half ago" is not.
    if is(rest, 0, AND) && is(rest, 1, A) && is(rest, 2, super::elements::HALF) {
        (rest, count) = (rest.skip(3), count + 0.5);
    }
    let mut shortest = period;
    while let Some((end, more, shorter)) = shorter_part(rest, shortest) {
        count += more * length(shorter) / length(period);
        (rest, shortest) = (end, shorter);
    }
    let word = rest.first().ok_or(NO)?.word;
    let (count, anchor, taken) = match word {
        AGO => (-count, Anchor::Article, 1),
        HENCE => (count, Anchor::Article, 1),
        FROM if rest.get(1).is_some_and(|it| NOW.contains(&it.word)) => (count, Anchor::Article, 2),
        word if BACK.contains(&word) => (-count, Anchor::Text, 1),
        word if ON.contains(&word) => (count, Anchor::Text, 1),
        _ => return Err(NO),
    };
    let relative = Relative { step: Step::Distance(period), count, anchor };
    Ok((rest.skip(taken), CalendarDate::new(Parts::Relative(relative))))
}

/// The period behind its count; a letter alone must touch it ("3w ago").
pub(super) fn period(rest: Tokens<'_>) -> Option<(Tokens<'_>, Period)> {
    let token = rest.first()?;
    let calendar = &rest.lexicon.calendar;
    let short = || calendar.short_period(token.word).filter(|_| !token.spaced);
    Some((rest.skip(1), calendar.period(token.word).or_else(short)?))
}

/// "and three months" behind "two years".
fn shorter_part(rest: Tokens<'_>, than: Period) -> Option<(Tokens<'_>, f64, Period)> {
    let comma = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
    let and = if is(comma, 0, AND) { comma.skip(1) } else { comma };
    let (end, count) = count_of(and).ok()?;
    let (end, period) = period(end).filter(|(_, it)| *it < than)?;
    Some((end, count, period))
}

/// How long a period is, in years.
fn length(period: Period) -> f64 {
    Length::new(Interval::exact(1.0), period).years()
}

/// Reads how many periods: digits, words, "a", "a couple of", "half a".
pub(super) fn count_of(input: Tokens<'_>) -> Read<'_, f64> {
    const COUPLE: Word = Word::of("couple");
    let token = input.first().ok_or(NO)?;
    let calendar = &input.lexicon.calendar;
    if token.kind == TokenKind::Number {
        let (value, _) = integer(input, 0).ok_or(NO)?;
        return Ok((input.skip(1), f64::from(value)));
    }
    if token.word == super::elements::HALF && input.get(1).is_some_and(|it| matches!(it.word, A | AN)) {
        return Ok((input.skip(2), 0.5));
    }
    if matches!(token.word, A | AN) {
        if is(input, 1, COUPLE) && is(input, 2, super::elements::OF) {
            return Ok((input.skip(3), 2.0));
        }
        return Ok((input.skip(1), 1.0));
    }
    let value = calendar.count(token.word).ok_or(NO)?;
    if value >= 20 && value % 10 == 0 && value < 100 {
        let rest = if is(input, 1, super::elements::HYPHEN) { input.skip(2) } else { input.skip(1) };
        if let Some(ones) = rest.first().and_then(|it| calendar.count(it.word)).filter(|it| *it < 10) {
            return Ok((rest.skip(1), f64::from(value + ones)));
        }
    }
    Ok((input.skip(1), f64::from(value)))
}

/// Whether the next word is a plural.
fn is_plural(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| rest.spelling(it).ends_with('s'))
}
