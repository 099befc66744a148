//! Which days the dates of an article stand for, where their own words do not say.
//!
//! A date without a year is the one nearest to the article's day, unless the paragraph speaks of another year;
//! "yesterday" and "two years ago" are told from the article's day, "a day later" from the date before it. Each is
//! resolved to the range of days in which it certainly lies, and left alone where that would be a guess.

use jiff::civil::Date as Day;

use crate::claims::{Claim, Date, Value};
use crate::lexicon::spelling::{self, Varieties};
use crate::lexicon::{Features, Period, Word};
use crate::reading::day::{add_days, add_months, day_number};
use crate::reading::{Anchor, CalendarDate, Days, Parts, Relative, Step, Weekday};
use crate::tokens::{Case, TokenKind, Tokens};

use super::Sentence;

/// The indices of those claims that are dates, ranges of dates or times. They are a few of all, and asked for often.
pub(super) fn of_calendar(claims: &[Claim]) -> Vec<usize> {
    let is_of_calendar = |it: &Claim| matches!(it.value, Value::Date(_) | Value::DateRange(_) | Value::Time(_));
    // Hardly an article has more of them.
    let mut found = Vec::with_capacity(claims.len() / 4);
    found.extend(claims.iter().enumerate().filter(|(_, it)| is_of_calendar(it)).map(|(at, _)| at));
    found
}

/// Resolves all dates among the claims, which must know their sentences. `calendar` are the indices of claims of the
/// calendar, `published` is the article's day.
pub(super) fn resolve(
    claims: &mut [Claim],
    calendar: &[usize],
    sentences: &[Sentence],
    tokens: Tokens<'_>,
    published: Option<&str>,
) {
    let published = published.and_then(calendar_day);
    let all = calendar.iter().map(|at| &claims[*at]);
    let dates: Vec<&Claim> = all.filter(|it| matches!(it.value, Value::Date(_))).collect();
    let julian = speaks_of_old_style(&dates, sentences, tokens);
    let order = numeric_order(&dates, tokens);
    for &index in calendar {
        let Value::Date(date) = &claims[index].value else { continue };
        let mut reading = date.reading;
        if let (Parts::EitherOrder { .. }, Some(order)) = (reading.parts, order) {
            reading = reading.readings()[order as usize];
        }
        reading.old_style |= julian && reading.year().is_some_and(|year| (1752..=1918).contains(&year));
        if reading.days.is_none() && !reading.is_impossible() {
            reading.resolved = resolved(&reading, claims, index, published, tokens);
        }
        claims[index].value = Value::Date(Date { reading });
    }
    for &index in calendar {
        match &claims[index].value {
            Value::DateRange(_) => settle_ends(claims, index),
            Value::Time(_) => settle_time(claims, index, tokens),
            _ => {}
        }
    }
}

/// The order of day and month in an article's numeric dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// "5/12/2016" is May 12.
    MonthFirst,
    /// "5/12/2016" is 5 December.
    DayFirst,
}

/// The order that the numeric dates of the article have, where it can be told: a number above 12 is a day. Otherwise
/// the spelling tells, or that days stand before their months where these are named; what speaks for both decides
/// nothing.
fn numeric_order(dates: &[&Claim], tokens: Tokens<'_>) -> Option<Order> {
    let either = |claim: &&&Claim| matches!(&claim.value, Value::Date(date) if matches!(date.reading.parts, Parts::EitherOrder { .. }));
    dates.iter().find(either)?;
    let mut orders = dates.iter().filter_map(|claim| {
        let text = tokens.text.get(claim.span.range())?;
        let mut numbers = text.split(['/', '-', '.']).map(str::parse::<u32>);
        match (numbers.next()?.ok()?, numbers.next()?.ok()?) {
            (13..=31, 1..=12) => Some(Order::DayFirst),
            (1..=12, 13..=31) => Some(Order::MonthFirst),
            _ => None,
        }
    });
    if let Some(first) = orders.next() {
        return orders.all(|it| it == first).then_some(first);
    }
    match (spelled_order(tokens), has_day_first(dates, tokens)) {
        (Some(Order::MonthFirst), true) => None,
        (None, true) => Some(Order::DayFirst),
        (spelled, _) => spelled,
    }
}

/// The order of the country whose spelling the article has: Americans write the month first.
fn spelled_order(tokens: Tokens<'_>) -> Option<Order> {
    const OVERSEAS: [Varieties; 3] = [Varieties::BRITISH_ISE, Varieties::BRITISH_IZE, Varieties::AUSTRALIAN];
    let words = tokens.as_slice().iter().filter(|it| it.kind == TokenKind::Word && it.case == Case::Lower);
    let varieties = words.filter_map(|it| spelling::variety(it.word)).map(|it| it.varieties);
    let mut orders = varieties.filter_map(|it| {
        let is_overseas = OVERSEAS.iter().any(|other| it.any(*other));
        match (it.any(Varieties::AMERICAN), is_overseas) {
            (true, false) => Some(Order::MonthFirst),
            (false, true) => Some(Order::DayFirst),
            _ => None,
        }
    });
    let first = orders.next()?;
    orders.all(|it| it == first).then_some(first)
}

/// Whether the article writes days before the names of their months, and never behind them. The other way round it
/// says nothing, since British papers write "May 12" as well.
fn has_day_first(dates: &[&Claim], tokens: Tokens<'_>) -> bool {
    let mut is_first = dates.iter().filter_map(|claim| {
        let words = tokens.slice(claim.tokens.0 as usize, claim.tokens.1 as usize).as_slice();
        let month = words.iter().position(|it| it.features.any(Features::MONTH))?;
        Some(words.iter().position(|it| it.kind == TokenKind::Number)? < month)
    });
    is_first.next() == Some(true) && is_first.all(|it| it)
}

/// The day that an article's date begins with, in the form `2016-05-12`.
pub(super) fn calendar_day(text: &str) -> Option<Day> {
    text.trim().trim_matches(['"', '\'']).get(..10)?.parse().ok()
}

fn resolved(
    reading: &CalendarDate,
    claims: &[Claim],
    index: usize,
    published: Option<Day>,
    tokens: Tokens<'_>,
) -> Option<Days> {
    match reading.parts {
        Parts::Relative(Relative { anchor: Anchor::Text, step, count }) => {
            let from = date_before(claims, index)?;
            told_from(step, count, from, reading.portion.is_some())
        }
        Parts::Relative(Relative { anchor: Anchor::Article, step, count }) => {
            told_from(step, count, Days::single(published?), reading.portion.is_some())
        }
        // A company may count its quarters from another month: the calendar's are only told of "this year".
        Parts::Quarter { year: None, .. } | Parts::Half { year: None, .. } => {
            let count = told_behind(claims, index, Period::Year, tokens)?;
            reading.in_year(i32::from(published?.year()) + count).days
        }
        Parts::DayOfMonth(day) => day_of_month(day, reading.weekday, claims, index, published, tokens),
        // "Tuesday of last week": a week may begin on a Sunday.
        Parts::Weekday
            if reading.weekday.is_some_and(|it| it != Weekday::Sunday)
                && told_behind(claims, index, Period::Week, tokens).is_some() =>
        {
            let weeks = told_behind(claims, index, Period::Week, tokens)?;
            let monday = add_days(published?, -i32::from(published?.weekday().to_monday_zero_offset()));
            Some(Days::single(add_days(monday, 7 * weeks + i32::from(reading.weekday?.number()) - 1)))
        }
        Parts::Weekday => Some(Days::new(add_days(published?, -7), add_days(published?, 7))),
        Parts::Day { year: None, .. }
        | Parts::Month { year: None, .. }
        | Parts::NthWeekday { year: None, .. }
        | Parts::EitherOrder { year: None, .. } => {
            // "in March last year"
            if let Some(count) = told_behind(claims, index, Period::Year, tokens) {
                return reading.in_year(i32::from(published?.year()) + count).days;
            }
            let start = claims[index].tokens.0 as usize;
            // The year of a birthday is none near the article's.
            const BORN: Word = Word::of("born");
            const STOP: Word = Word::of(".");
            let before = tokens.slice(start.saturating_sub(4), start).as_slice().iter().rev();
            if before.take_while(|it| it.word != STOP).any(|it| it.word == BORN) {
                return None;
            }
            let is_past = start > 0 && tokens.as_slice()[start - 1].word == Word::of("since");
            yearless(reading, claims, index, published, is_past)
        }
        _ => None,
    }
}

/// Which year or month stands right behind a date, counted from the article's: "March last year", "the 3rd of next
/// month".
fn told_behind(claims: &[Claim], index: usize, of: Period, tokens: Tokens<'_>) -> Option<i32> {
    const JOINTS: [Word; 2] = [Word::of("of"), Word::of("in")];
    let (next, end) = (claims.get(index + 1)?, claims[index].tokens.1);
    let Value::Date(date) = &next.value else { return None };
    let Parts::Relative(Relative { step: Step::Period(period), count, anchor: Anchor::Article }) = date.reading.parts
    else {
        return None;
    };
    let is_joined = next.tokens.0 == end + 1 && JOINTS.contains(&tokens.get_at(end as usize).word);
    (period == of && (next.tokens.0 == end || is_joined)).then_some(count as i32)
}

/// The days of "the 12th": of the month that stands behind it; behind a month alone ("in January …, on the 26th") and
/// behind an earlier day, of that month; otherwise of the months around the article's day. A weekday beside it says
/// which of these.
fn day_of_month(
    day: u8,
    weekday: Option<Weekday>,
    claims: &[Claim],
    index: usize,
    published: Option<Day>,
    tokens: Tokens<'_>,
) -> Option<Days> {
    let of = |month: Day| crate::reading::day::day(i32::from(month.year()), month.month().unsigned_abs(), day);
    if let Some(count) = told_behind(claims, index, Period::Month, tokens) {
        return of(add_months(published?.first_of_month(), count)).map(Days::single);
    }
    let here = claims[index].context;
    let near = claims[..index]
        .iter()
        .rev()
        .take(16)
        .take_while(|it| it.context.paragraph == here.paragraph && it.context.sentence + 1 >= here.sentence);
    let mut near = near.filter_map(|it| if let Value::Date(date) = &it.value { Some(date) } else { None });
    // "From the 20th century back to the 19th" may be said of no day.
    if near.clone().any(|date| matches!(date.reading.parts, Parts::Century(_))) {
        return None;
    }
    let told = near.find(|date| {
        let names_month = |parts| matches!(parts, Parts::Day { .. } | Parts::Month { .. } | Parts::EitherOrder { .. });
        date.days().is_some() && names_month(date.reading.parts) || matches!(date.reading.parts, Parts::DayOfMonth(_))
    });
    if let Some((date, days)) = told.and_then(|date| Some((date, date.days()?))) {
        let is_month = matches!(date.reading.parts, Parts::Month { .. }) && days.count() <= 31;
        let is_earlier = days.only().is_some_and(|it| it.day().unsigned_abs() < day);
        return (is_month || is_earlier).then(|| of(days.first)).flatten().map(Days::single);
    }
    let around = published.into_iter().flat_map(|it| (-1..=1).map(move |count| add_months(it.first_of_month(), count)));
    let mut days = around.filter_map(of).filter(|it| weekday.is_none_or(|on| Weekday::of(*it) == on));
    let (first, last) = (days.next()?, days.next_back());
    // The day of this month lies between the others.
    Some(last.map_or(Days::single(first), |last| Days::new(first, last)))
}

/// The days of a date without a year; of the last one before the article's day where the words say that it is past.
fn yearless(
    reading: &CalendarDate,
    claims: &[Claim],
    index: usize,
    published: Option<Day>,
    is_past: bool,
) -> Option<Days> {
    let told = year_told(claims, index);
    let by_text = match told {
        Told::Nothing => None,
        Told::Year(year) => reading.in_year(year).days,
        Told::Several => return None,
    };
    let by_article = published.and_then(|day| nearest(reading, day, is_past));
    match (by_text, by_article, published) {
        (Some(text), Some(article), _) if text == article => Some(text),
        (Some(text), _, None) => Some(text),
        (None, article, Some(_)) if matches!(told, Told::Nothing) => article,
        _ => None,
    }
}

/// The occurrence of a yearless date nearest to a day, where no other is nearly as near.
fn nearest(reading: &CalendarDate, to: Day, is_past: bool) -> Option<Days> {
    const NEAR: i32 = 60;
    const FAR: i32 = 150;
    const YEAR: i32 = 366;
    let year = i32::from(to.year());
    let distance = |days: &Days| {
        if days.first <= to && to <= days.last {
            0
        } else {
            (day_number(days.first) - day_number(to)).abs().min((day_number(days.last) - day_number(to)).abs())
        }
    };
    let candidates = || {
        (year - 1..=year + 1).filter_map(|year| reading.in_year(year).days).filter(|days| !is_past || days.first <= to)
    };
    let nearest = candidates().min_by_key(distance)?;
    // A season's programme names the days of next spring: the weekday says of which year a far day is.
    let fits = |days: &Days| reading.weekday.is_some() && days.weekday() == reading.weekday;
    if distance(&nearest) > NEAR
        && !fits(&nearest)
        && let Some(other) = candidates().find(|days| fits(days) && distance(days) <= YEAR)
    {
        return Some(other);
    }
    Some(nearest).filter(|days| distance(days) <= if is_past { YEAR } else { FAR })
}

/// What the words around a date say of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// Nothing.
    Nothing,
    /// One year.
    Year(i32),
    /// More than one.
    Several,
}

/// The years that the paragraph gives before the date, and its sentence anywhere.
fn year_told(claims: &[Claim], index: usize) -> Told {
    let here = claims[index].context;
    let mut told = Told::Nothing;
    let mut add = |claim: &Claim| {
        if let Value::Date(date) = &claim.value
            && let Some(year) = date.reading.year()
        {
            told = match told {
                Told::Nothing => Told::Year(year),
                Told::Year(other) if other == year => told,
                _ => Told::Several,
            };
        }
    };
    for claim in claims[..index].iter().rev().take(64).take_while(|it| it.context.paragraph == here.paragraph) {
        add(claim);
    }
    for claim in claims[index + 1..].iter().take(32).take_while(|it| it.context.sentence == here.sentence) {
        add(claim);
    }
    told
}

/// The date that "a day later" is told from: the last one before it in its sentence, or in the sentence before.
fn date_before(claims: &[Claim], index: usize) -> Option<Days> {
    let here = claims[index].context;
    claims[..index]
        .iter()
        .rev()
        .take(64)
        .take_while(|it| it.context.paragraph == here.paragraph && it.context.sentence + 1 >= here.sentence)
        .find_map(|it| if let Value::Date(date) = &it.value { Some(date) } else { None })
        .filter(|date| !matches!(date.reading.parts, Parts::Weekday))
        .and_then(Date::days)
}

/// The days that a relative date can stand for, told from some days. Part of a period ("late last month") is its
/// whole, which is right and less exact.
fn told_from(step: Step, count: f64, from: Days, _portion: bool) -> Option<Days> {
    let whole = count.trunc() as i32;
    let day = from.first;
    match step {
        Step::Distance(period) => distance(period, count, from),
        Step::Period(period) => match period {
            Period::Day | Period::Night => Some(from.shift(whole)),
            Period::Week => {
                // A week begins on Sunday or on Monday.
                let monday = add_days(day, -i32::from(day.weekday().to_monday_zero_offset()) + 7 * whole);
                Some(Days::new(add_days(monday, -1), add_days(monday, 6)))
            }
            Period::Weekend => {
                let saturday = add_days(day, 5 - i32::from(day.weekday().to_monday_zero_offset()) + 7 * whole);
                Some(Days::new(add_days(saturday, -7), add_days(saturday, 8)))
            }
            Period::Month => {
                let month = add_months(day, whole);
                Some(Days::new(month.first_of_month(), month.last_of_month()))
            }
            Period::Year => {
                let year = i32::from(day.year()) + whole;
                Days::years(year, year)
            }
            Period::Decade => {
                let first = i32::from(day.year()).div_euclid(10) * 10 + 10 * whole;
                Days::years(first, first + 9)
            }
            Period::Century => {
                let first = i32::from(day.year()).div_euclid(100) * 100 + 100 * whole;
                Days::years(first, first + 100)
            }
            _ => None,
        },
        Step::Stretch(period) => {
            let far = distance(period, count, from)?;
            Some(far.hull(from))
        }
        // "Last Tuesday" may be that of this week or of the week before.
        Step::Weekday(_) => match whole {
            ..=-1 => Some(Days::new(add_days(day, -14), add_days(day, -1))),
            0 => Some(Days::new(add_days(day, -6), add_days(day, 6))),
            _ => Some(Days::new(add_days(day, 1), add_days(day, 14))),
        },
        Step::Month(month) => {
            let year = i32::from(day.year());
            let of = |year: i32| Days::month(year, month);
            match whole {
                // "Last May" in June may be last month's or last year's.
                ..=-1 => Some(of(year - 1)?.hull(of(year).filter(|it| it.last < day).unwrap_or(of(year - 1)?))),
                0 => of(year),
                _ => Some(of(year + 1)?.hull(of(year).filter(|it| it.first > day).unwrap_or(of(year + 1)?))),
            }
        }
        Step::Season(_) => None,
    }
}

/// The days a distance away: days are counted, longer periods rounded to half of one; years also by the calendar.
fn distance(period: Period, count: f64, from: Days) -> Option<Days> {
    let exact = |day: Day, factor: f64| {
        let months = count * factor;
        add_days(add_months(day, months.trunc() as i32), (months.fract() * 30.0) as i32)
    };
    let (shifted, slack) = match period {
        Period::Day | Period::Night => return Some(from.shift(count.round() as i32)),
        Period::Week => (from.shift((count * 7.0).round() as i32), 4),
        Period::Fortnight => (from.shift((count * 14.0).round() as i32), 7),
        Period::Month => (Days::new(exact(from.first, 1.0), exact(from.last, 1.0)), 16),
        Period::Year => (Days::new(exact(from.first, 12.0), exact(from.last, 12.0)), 183),
        Period::Decade => (Days::new(exact(from.first, 120.0), exact(from.last, 120.0)), 1_830),
        Period::Century => (Days::new(exact(from.first, 1_200.0), exact(from.last, 1_200.0)), 18_300),
        _ => return None,
    };
    let wide = Days::new(add_days(shifted.first, -slack), add_days(shifted.last, slack));
    // In years, the calendar's years are counted as well: two years before December 2024 is all of 2022.
    let years = Days::years(i32::from(shifted.first.year()), i32::from(shifted.last.year()));
    match (period, years) {
        (Period::Year, Some(years)) => Some(wide.hull(years)),
        (Period::Month, _) => Some(wide.hull(Days::new(shifted.first.first_of_month(), shifted.last.last_of_month()))),
        _ => Some(wide),
    }
}

/// Gives a range the days of its ends, which are claims inside it.
fn settle_ends(claims: &mut [Claim], index: usize) {
    let (first, last) = claims[index].tokens;
    let inside = claims[index + 1..].iter().take_while(|it| it.tokens.0 < last);
    let mut ends = inside.filter_map(|it| match &it.value {
        Value::Date(date) if it.tokens.0 >= first && it.tokens.1 <= last => Some(date.reading),
        _ => None,
    });
    let (from, to) = (ends.next(), ends.last());
    if let (Some(from), Some(mut to), Value::DateRange(range)) = (from, to, &mut claims[index].value) {
        // "From 14 March to 2 February" runs into the next year, and so does a whole year from 6 April to 5 April.
        if let (None, None, Some(first), Some(last)) = (from.year(), to.year(), from.known(), to.known())
            && first.first > last.last
            && (first.first.month() != last.first.month() || last.last.tomorrow().ok() == Some(first.first))
        {
            to.resolved = to.in_year(i32::from(first.first.year()) + 1).days;
        }
        (range.from, range.to) = (from, to);
    }
}

/// Gives a time the day that stands right beside it.
fn settle_time(claims: &mut [Claim], index: usize, tokens: Tokens<'_>) {
    let (first, last) = claims[index].tokens;
    let behind =
        claims[index + 1..].iter().take(4).find(|it| it.tokens.0 >= last && matches!(it.value, Value::Date(_)));
    let before =
        claims[..index].iter().rev().take(4).find(|it| it.tokens.1 <= first && matches!(it.value, Value::Date(_)));
    let day =
        behind
            .filter(|it| is_short_way(tokens, last, it.tokens.0))
            .or(before
                .filter(|it| is_short_way(tokens, it.tokens.1, first) && !follows_time(&claims[..index], it, tokens)));
    let Some((days, weekday)) =
        day.and_then(|it| if let Value::Date(date) = &it.value { Some(date) } else { None }).map(of_day)
    else {
        return;
    };
    if let Value::Time(time) = &mut claims[index].value {
        (time.day, time.weekday) = (days, weekday);
    }
}

/// Whether a time stands right before a day: "9 p.m. Tuesday (0100 GMT)" says nothing of the day in Greenwich.
fn follows_time(before: &[Claim], day: &Claim, tokens: Tokens<'_>) -> bool {
    let is_before = |it: &&Claim| it.tokens.1 <= day.tokens.0;
    let near = before.iter().rev().take(8).filter(is_before);
    let time = near.take(4).find(|it| matches!(it.value, Value::Time(_)));
    time.is_some_and(|it| is_short_way(tokens, it.tokens.1, day.tokens.0))
}

fn of_day(date: &Date) -> (Option<Days>, Option<Weekday>) {
    (date.days().filter(|days| days.count() <= 31), date.weekday())
}

/// Whether nothing but small words and marks stands between two tokens, few of them.
fn is_short_way(tokens: Tokens<'_>, from: u32, to: u32) -> bool {
    const WAY: &[&str] = &[",", "on", "at", "by", "from", "until", "(", "the", "of"];
    let between = tokens.slice(from as usize, to as usize);
    between.len() <= 2
        && between.as_slice().iter().all(|it| {
            let spelling = between.spelling(it);
            WAY.iter().any(|word| spelling.eq_ignore_ascii_case(word))
        })
}

/// Whether a date between 1752 and 1918 stands in a text that speaks of Russia or of the Julian calendar.
fn speaks_of_old_style(dates: &[&Claim], sentences: &[Sentence], tokens: Tokens<'_>) -> bool {
    let is_old = |claim: &&Claim| match &claim.value {
        Value::Date(date) => date.reading.year().is_some_and(|year| (1752..=1918).contains(&year)),
        _ => false,
    };
    let may_speak = |it: &&Sentence| it.profile.features.any(Features::OLD_STYLE);
    dates.iter().any(is_old) && sentences.iter().filter(may_speak).any(|it| has_old_style(tokens, it))
}

/// Whether a phrase that speaks for the Julian calendar begins in a sentence.
fn has_old_style(tokens: Tokens<'_>, sentence: &Sentence) -> bool {
    let all = tokens.as_slice();
    let mut places = sentence.tokens.0 as usize..sentence.tokens.1 as usize;
    places.any(|at| {
        all[at].features.any(Features::OLD_STYLE)
            && tokens.lexicon.calendar.old_style().iter().any(|phrase| {
                phrase.iter().enumerate().all(|(ahead, word)| all.get(at + ahead).is_some_and(|it| it.word == *word))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::calendar_day;
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::reading::days_edtf;
    use crate::source::Source;

    /// The days of every date of a text, as they are resolved.
    fn days(text: &str, published: Option<&str>) -> String {
        let source = Source::new("draft.txt", text, crate::source::Format::Plain);
        let article = Article::read(&source.prose, Lexicon::built_in(), published);
        let told = article.claims.iter().filter_map(|claim| match &claim.value {
            Value::Date(date) => Some(date.days().map_or("?".to_owned(), days_edtf)),
            _ => None,
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn dates_in_their_context() {
        let mut wrong = Vec::new();
        for (published, text, expected) in [
            (Some("2025-01-22"), "It began on Nov. 20.", "2024-11-20"),
            (Some("2024-06-15"), "On Friday, 31 May, it rained.", "2024-05-31"),
            (Some("2024-06-15"), "It opens on 3 January.", "?"),
            (None, "It opens on 3 January.", "?"),
            (None, "It landed on Aug. 28, 2025; it had left on March 3.", "2025-08-28 2025-03-03"),
            (Some("2024-06-15"), "In 1999 it opened on June 1.", "1999 ?"),
            (Some("2024-06-15"), "He said yesterday that he left last year.", "2024-06-14 2023"),
            (Some("2024-06-15"), "It closed last month.", "2024-05"),
            (None, "It closed yesterday.", "?"),
            (None, "It began on March 12, 2024, and a day later it ended.", "2024-03-12 2024-03-13"),
            (Some("2024-12-31"), "She left two years ago.", "2022-01-01/2023-07-02"),
            (None, "It ran from 5/12/2016 to 25/12/2016.", "2016-12-05 2016-12-25"),
            (None, "It ran from 5/12/2016 to 5/25/2016.", "2016-05-12 2016-05-25"),
            (Some("2024-05-20"), "They met on Tuesday of last week.", "2024-05-14 2024-05-12/2024-05-19"),
            (Some("2024-05-20"), "He was born in Kano on June 4.", "?"),
            (None, "The colour notice is stamped 04/03/2015.", "2015-03-04"),
            (None, "The color notice is stamped 04/03/2015.", "2015-04-03"),
            (None, "The notice of 5 June 2015 is stamped 04/03/2015.", "2015-06-05 2015-03-04"),
            (None, "The notice of June 5, 2015 is stamped 04/03/2015.", "2015-06-05 2015-03-04/2015-04-03"),
            (None, "On 25/12/2016, 12/25/2016 and 5/12/2016.", "2016-12-25 2016-12-25 2016-05-12/2016-12-05"),
            (None, "It opened in May\n\n12 people came.", "?"),
            (Some("2024-05-20"), "He was born in March last year.", "2023-03 2023"),
            (Some("2024-05-20"), "It opens on 8 June this year.", "2024-06-08 2024"),
            (Some("2024-05-20"), "Sales rose in the fourth quarter of last year.", "2023-10-01/2023-12-31 2023"),
            (None, "He was born in March last year.", "? ?"),
            (Some("2024-05-20"), "Talks resume on the 3rd of next month.", "2024-06-03 2024-06"),
            (Some("2024-05-20"), "Talks resume on the 12th.", "2024-04-12/2024-06-12"),
            (Some("2024-05-20"), "Talks resume on Wednesday the 12th.", "2024-06-12"),
            (None, "The vote was on 3 July 2023; it lapsed on the 17th.", "2023-07-03 2023-07-17"),
            (None, "It came on 28 July 2023; it lapsed on the 17th.", "2023-07-28 ?"),
            (None, "In January 2025 it rained, and on the 26th, a Sunday, it snowed.", "2025-01 2025-01-26"),
            (None, "It burst on 3 July 2023 and the next morning it was mended.", "2023-07-03 2023-07-04"),
        ] {
            let read = days(text, published);
            if read != expected {
                wrong.push(format!("{published:?} {text}: read {read}, expected {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(calendar_day("2016-05-12T10:00:00Z"), day_of(2016, 5, 12));
    }

    fn day_of(year: i32, month: u8, of_month: u8) -> Option<jiff::civil::Date> {
        crate::reading::day::day(year, month, of_month)
    }
}
