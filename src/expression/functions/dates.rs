//! Functions of dates and lengths of time.

use jiff::civil::Date;

use super::Function;
use crate::expression::types::Type;
use crate::expression::{Calendar, Measure, Value};
use crate::lexicon::{Lexicon, Period, Word};
use crate::reading::{self, CalendarDate, Days, Interval, Length, Parts, Verdict, Weekday, day};

const D: Type = Type::Date;

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "possible",
        parameters: &[D],
        variadic: false,
        result: Type::Truth,
        summary: "whether the calendar has this date",
        call: |values| match written(&values[0]) {
            Some(date) => Value::Truth(Verdict::of(!date.is_impossible())),
            None => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "weekday",
        parameters: &[D],
        variadic: false,
        result: Type::Text,
        summary: "the day of the week by the calendar, where the date is one day",
        call: |values| match values[0].as_days().and_then(Days::weekday) {
            Some(weekday) => Value::Text(weekday.name().to_owned()),
            None => Value::Unknown,
        },
    },
    Function {
        name: "weekday_fits",
        parameters: &[D],
        variadic: false,
        result: Type::Truth,
        summary: "whether the day of the week that is written beside the date is that of the calendar",
        call: |values| Value::Truth(written(&values[0]).map_or(Verdict::CannotTell, weekday_fits)),
    },
    Function {
        name: "falls_on",
        parameters: &[Type::Any, Type::Text],
        variadic: false,
        result: Type::Truth,
        summary: "whether a day, or every day of a list, falls on the weekday",
        call: |values| Value::Truth(falls_on(&values[0], &values[1])),
    },
    Function {
        name: "weekdays_agree",
        parameters: &[D, D],
        variadic: false,
        result: Type::Truth,
        summary: "whether there is a year in which two days without a year fall on the weekdays beside them",
        call: |values| match (written(&values[0]), written(&values[1])) {
            (Some(one), Some(other)) => Value::Truth(weekdays_agree(&one, &other)),
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "days_to_weekday",
        parameters: &[D, D],
        variadic: false,
        result: Type::Measure,
        summary: "the days from the weekday beside the first date to the next weekday of the second: 1 to 7",
        call: |values| match (weekday_of(&values[0]), weekday_of(&values[1])) {
            (Some(one), Some(other)) => {
                let days = (i32::from(other.number()) - i32::from(one.number()) - 1).rem_euclid(7) + 1;
                Value::number(f64::from(days))
            }
            _ => Value::Unknown,
        },
    },
    Function {
        name: "day_of_month",
        parameters: &[D],
        variadic: false,
        result: Type::Measure,
        summary: "the number that the date gives its day: 12 in \"May 12\" and in \"the 12th\"",
        call: |values| match written(&values[0]).map(|it| it.parts) {
            Some(Parts::Day { day, .. } | Parts::DayOfMonth(day)) => Value::number(f64::from(day)),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "years_between",
        parameters: &[D, D],
        variadic: false,
        result: Type::Measure,
        summary: "the years from the first date to the second, with their fraction",
        call: |values| between(values, Days::years_until),
    },
    Function {
        name: "days_between",
        parameters: &[D, D],
        variadic: false,
        result: Type::Measure,
        summary: "the days from the first date to the second, as a number",
        call: days_between,
    },
    Function {
        name: "age_on",
        parameters: &[D, D],
        variadic: false,
        result: Type::Measure,
        summary: "the whole years that someone born on the first date has lived on the second",
        call: |values| between(values, Days::age_on),
    },
    Function {
        name: "in_years",
        parameters: &[Type::Measure],
        variadic: false,
        result: Type::Measure,
        summary: "a length of time as a number of years",
        call: |values| match &values[0] {
            Value::Duration(length) => Value::Measure(Measure::plain(Interval::exact(length.years()))),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "named_time",
        parameters: &[Type::Text],
        variadic: false,
        result: Type::Measure,
        summary: "the length of time that a word names: 60 seconds for `minute`, 28 to 31 days for `month`",
        call: |values| {
            let period = values[0].as_text().and_then(|it| Lexicon::built_in().calendar.period(Word::of(it)));
            period.map_or(Value::Unknown, |it| Value::Measure(Measure::time(reading::period_seconds(it))))
        },
    },
    Function {
        name: "leading_to",
        parameters: &[D, Type::Measure],
        variadic: false,
        result: D,
        summary: "the date and so many days before it",
        call: |values| match (values[0].as_days(), values[1].as_measure()) {
            (Some(days), Some(before)) => {
                let first = day::add_days(days.first, -(before.interval().point as i32));
                Value::Date(Calendar::of_days(Days { first, last: days.last }))
            }
            _ => Value::Unknown,
        },
    },
    Function {
        name: "age_later",
        parameters: &[Type::Measure, D, D],
        variadic: false,
        result: Type::Measure,
        summary: "the whole years that someone of this age on the first date has lived on the second",
        call: |values| age_later(values, 1.0),
    },
    Function {
        name: "age_since_birthday",
        parameters: &[Type::Measure, D, D],
        variadic: false,
        result: Type::Measure,
        summary: "the whole years that someone who reached this age on the first date has lived on the second",
        call: |values| age_later(values, 0.0),
    },
    Function {
        name: "born_by_age",
        parameters: &[Type::Measure, D],
        variadic: false,
        result: D,
        summary: "the days on which someone of this age on the date can have been born",
        call: |values| match (values[0].as_measure(), values[1].as_days()) {
            (Some(age), Some(on)) => born_by_age(age.interval(), on),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "born_by_birthday",
        parameters: &[Type::Measure, D],
        variadic: false,
        result: D,
        summary: "the days on which someone who reached this age on the date can have been born",
        call: |values| match (values[0].as_measure(), values[1].as_days()) {
            (Some(age), Some(on)) => born_by_birthday(age.interval(), on),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "can_be_old",
        parameters: &[Type::Measure, D, D],
        variadic: false,
        result: Type::Truth,
        summary: "whether someone born on the first date can have lived this length of time on the second; a birth date \
                  without a year may lie in any",
        call: |values| match (&values[0], written(&values[1]), values[2].as_days()) {
            (Value::Duration(length), Some(birth), Some(on)) => {
                let year = i32::from(on.first.year());
                let days = birth.days.map_or_else(
                    || (year - 2..=year).filter_map(|year| birth.in_year(year).days).collect(),
                    |days| vec![days],
                );
                let outcomes = days.into_iter().map(|days| lasts(length, days, on));
                Value::Truth(outcomes.reduce(Verdict::or).unwrap_or(Verdict::CannotTell))
            }
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "year",
        parameters: &[D],
        variadic: false,
        result: Type::Measure,
        summary: "the year of a date, as a number",
        call: |values| match values[0].as_days() {
            Some(days) => {
                let (first, last) = (f64::from(days.first.year()), f64::from(days.last.year()));
                Value::Measure(Measure::plain(Interval::new(first, first, last)))
            }
            None => Value::Unknown,
        },
    },
    Function {
        name: "lasts",
        parameters: &[Type::Measure, D, D],
        variadic: false,
        result: Type::Truth,
        summary: "whether a length of time can be that from the first date to the second, both days counted or not",
        call: |values| match &values[0] {
            Value::Duration(length) => Value::Truth(lasts_between(length, &values[1], &values[2])),
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "fills",
        parameters: &[Type::Measure, D, D],
        variadic: false,
        result: Type::Truth,
        summary: "like `lasts`, of something that goes on from the first day to the last: days without both of them are too \
                  few",
        call: |values| match &values[0] {
            Value::Duration(length) => Value::Truth(fills(length, &values[1], &values[2])),
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "as_written",
        parameters: &[Type::Measure],
        variadic: false,
        result: Type::Measure,
        summary: "a length of time exactly as it is written, without what rounding adds to it",
        call: |values| match &values[0] {
            Value::Duration(length) => Value::Measure(Measure::time(Interval::exact(length.written_seconds()))),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "anniversary_years",
        parameters: &[Type::Text],
        variadic: false,
        result: Type::Measure,
        summary: "the years that the words for an anniversary count: 50 for \"golden jubilee\"",
        call: |values| {
            let calendar = &Lexicon::built_in().calendar;
            let words = values[0].as_text().unwrap_or_default().split([' ', '-']);
            let years = words.map(Word::of).find_map(|word| calendar.anniversary(word));
            years.map_or(Value::Unknown, |it| Value::number(f64::from(it)))
        },
    },
    Function {
        name: "in_year_of",
        parameters: &[D, D],
        variadic: false,
        result: D,
        summary: "the first date, which names no year, in the year of the second",
        call: |values| match (written(&values[0]), values[1].as_days()) {
            (Some(date), Some(days)) if days.first.year() == days.last.year() => {
                Value::Date(Calendar::of_date(date.in_year(i32::from(days.first.year()))))
            }
            _ => Value::Unknown,
        },
    },
    Function {
        name: "can_be_same_day",
        parameters: &[D, D],
        variadic: false,
        result: Type::Truth,
        summary: "whether two dates can be one day by what is written of them; also where they name no year",
        call: |values| Value::Truth(same_day(&values[0], &values[1], false)),
    },
    Function {
        name: "can_be_same_month",
        parameters: &[D, D],
        variadic: false,
        result: Type::Truth,
        summary: "whether two dates can fall in one month by what is written of them; also where they name no year",
        call: |values| Value::Truth(same_day(&values[0], &values[1], true)),
    },
];

/// The age on the second date of someone who is of an age on the first: `open` years at the most may have passed since
/// the birthday.
fn age_later(values: &[Value], open: f64) -> Value {
    let (Some(age), Some(then), Some(now)) = (values[0].as_measure(), values[1].as_days(), values[2].as_days()) else {
        return Value::Unknown;
    };
    let (age, passed) = (age.interval(), then.years_until(now));
    let low = (age.low + passed.low).floor();
    let point = (age.point + passed.point).floor().max(low);
    let most = age.high + passed.high;
    let high = if open > 0.0 { (most + open).ceil() - 1.0 } else { most.floor() };
    Value::Measure(Measure::plain(Interval::new(low, point.clamp(low, high.max(low)), high.max(low))))
}

/// The oldest age of which a text is believed.
const OLDEST: f64 = 130.0;

/// The days on which someone can have been born who has lived so many whole years on a day of the range.
fn born_by_age(age: Interval, on: Days) -> Value {
    if !(age.low >= 0.0 && age.high <= OLDEST) {
        return Value::Unknown;
    }
    let first = day::add_days(years_back(on.first, age.high.floor() + 1.0), 1);
    let last = years_back(on.last, age.low.ceil());
    if first > last { Value::Unknown } else { Value::Date(Calendar::of_days(Days { first, last })) }
}

/// The days on which someone can have been born whose birthday of this number is a day of the range.
fn born_by_birthday(age: Interval, on: Days) -> Value {
    if !(age.low >= 0.0 && age.high <= OLDEST) {
        return Value::Unknown;
    }
    // Who is born on February 29 has the birthday a day earlier or later.
    let first = day::add_days(years_back(on.first, age.high.floor()), -1);
    let last = day::add_days(years_back(on.last, age.low.ceil()), 1);
    if first > last { Value::Unknown } else { Value::Date(Calendar::of_days(Days { first, last })) }
}

fn years_back(day: Date, years: f64) -> Date {
    day::add_months(day, -12 * years as i32)
}

/// Whether two written dates can be one day, or where `by_month`, fall in one month.
fn same_day(one: &Value, other: &Value, by_month: bool) -> Verdict {
    let (Some(one), Some(other)) = (written(one), written(other)) else { return Verdict::CannotTell };
    match (one.parts, other.parts) {
        (
            Parts::Day { year: one_year, month: one_month, day: one_day },
            Parts::Day { year: other_year, month: other_month, day: other_day },
        ) => {
            let may_be_same_year = one_year.is_none() || other_year.is_none() || one_year == other_year;
            Verdict::of(may_be_same_year && one_month == other_month && (by_month || one_day == other_day))
        }
        _ => Verdict::CannotTell,
    }
}

fn written(value: &Value) -> Option<CalendarDate> {
    match value {
        Value::Date(date) => date.written,
        _ => None,
    }
}

fn weekday_of(value: &Value) -> Option<Weekday> {
    written(value)?.weekday
}

/// Whether any reading of the date falls on the weekday beside it. Dates that may be of the Julian calendar cannot tell.
fn weekday_fits(date: CalendarDate) -> Verdict {
    let Some(weekday) = date.weekday.filter(|_| !date.old_style) else { return Verdict::CannotTell };
    let days: Vec<_> = date.readings().iter().filter_map(|it| it.known().and_then(Days::only)).collect();
    if days.is_empty() {
        return Verdict::CannotTell;
    }
    Verdict::of(days.iter().any(|day| Weekday::of(*day) == weekday))
}

/// Whether days fall on a weekday that is given by its name; "Sundays" is one too.
fn falls_on(days: &Value, weekday: &Value) -> Verdict {
    let name = weekday.as_text().unwrap_or_default().to_lowercase();
    let Some(weekday) = Weekday::ALL.into_iter().find(|it| name.contains(&it.name().to_lowercase())) else {
        return Verdict::CannotTell;
    };
    let of_one = |day: &Value| match written(day) {
        Some(date) if date.old_style => Verdict::CannotTell,
        _ => day.as_days().and_then(Days::weekday).map_or(Verdict::CannotTell, |it| Verdict::of(it == weekday)),
    };
    days.entries().iter().map(of_one).fold(Verdict::Certain, Verdict::and)
}

/// Whether two days of months, neither with a year, can fall on the weekdays beside them.
///
/// A text that names no year speaks of the months around its own. Days that are far apart, also by the turn of a year,
/// can be of different years and cannot tell.
fn weekdays_agree(one: &CalendarDate, other: &CalendarDate) -> Verdict {
    const FAR: i32 = 60;
    let (Parts::Day { year: None, .. }, Parts::Day { year: None, .. }) = (one.parts, other.parts) else {
        return Verdict::CannotTell;
    };
    let (Some(weekday), Some(other_weekday)) = (one.weekday, other.weekday) else { return Verdict::CannotTell };
    let day_of = |date: &CalendarDate, year: i32| date.in_year(year).known().and_then(Days::only);
    let (mut near, mut fits) = (false, false);
    // 2023 and 2024 are years of both lengths.
    for year in [2023, 2024] {
        let (Some(day), Some(other_day)) = (day_of(one, year), day_of(other, year)) else { continue };
        let apart = day::day_number(other_day) - day::day_number(day);
        if apart.abs() <= FAR {
            near = true;
            fits |= weekday.plus(apart) == other_weekday;
        }
    }
    match (near, fits) {
        (false, _) => Verdict::CannotTell,
        (true, true) => Verdict::Compatible,
        (true, false) => Verdict::Conflict,
    }
}

fn between(values: &[Value], function: impl Fn(Days, Days) -> Interval) -> Value {
    match (values[0].as_days(), values[1].as_days()) {
        (Some(from), Some(to)) => Value::Measure(Measure::plain(function(from, to))),
        _ => Value::Unknown,
    }
}

/// The days between two dates; also between two without a year, in a common year or in one with a leap day.
fn days_between(values: &[Value]) -> Value {
    let known = between(values, Days::days_until);
    let (Some(from), Some(to)) = (written(&values[0]), written(&values[1])) else { return known };
    if known != Value::Unknown || from.year().is_some() || to.year().is_some() {
        return known;
    }
    let in_years = [2022, 2023, 2024].into_iter().filter_map(|year| {
        let (first, same) = (from.in_year(year).days?, to.in_year(year).days?);
        let last = if same.last < first.first { to.in_year(year + 1).days? } else { same };
        Some(first.days_until(last))
    });
    let all = in_years.reduce(|one, other| {
        Interval::new(one.low.min(other.low), one.point.min(other.point), one.high.max(other.high))
    });
    all.map_or(Value::Unknown, |it| Value::Measure(Measure::plain(it)))
}

/// Whether a length of time can be that between two dates. Two days or months without a year lie in one year or on both
/// sides of its turn.
fn lasts_between(length: &Length, from: &Value, to: &Value) -> Verdict {
    if let (Some(from), Some(to)) = (from.as_days(), to.as_days()) {
        return lasts(length, from, to);
    }
    let (Some(from), Some(to)) = (written(from), written(to)) else { return Verdict::CannotTell };
    // Days without a year may be more than a year apart where the length is.
    if from.year().is_some() || to.year().is_some() || length.years() > 0.9 {
        return Verdict::CannotTell;
    }
    // A common year, and one with a leap day before it and behind it.
    let in_years = [2022, 2023, 2024].into_iter().filter_map(|year| {
        let (first, same) = (from.in_year(year).days?, to.in_year(year).days?);
        let last = if same.last < first.first { to.in_year(year + 1).days? } else { same };
        Some(lasts(length, first, last))
    });
    in_years.max().unwrap_or(Verdict::CannotTell)
}

/// Whether something of this length can go on from one day to another, of which at least one is counted.
fn fills(length: &Length, from: &Value, to: &Value) -> Verdict {
    let verdict = lasts_between(length, from, to);
    if length.unit() != Period::Day {
        return verdict;
    }
    match days_between(&[from.clone(), to.clone()]) {
        Value::Measure(between) => {
            let between = between.interval();
            let counted = Interval::new(between.low, between.point, between.high + 1.0);
            verdict.and(length.days().equals(counted))
        }
        _ => verdict,
    }
}

/// Whether a length of time can be that from one date to another.
///
/// Lengths in years and months are counted by the calendar, as completed ("16 years" for 16 years and 11 months) or to
/// the nearest; lengths in days with or without the first and the last day.
fn lasts(length: &Length, from: Days, to: Days) -> Verdict {
    let months = match length.unit() {
        Period::Year => 12.0,
        Period::Decade => 120.0,
        Period::Century => 1200.0,
        Period::Month => 1.0,
        Period::Quarter => 3.0,
        Period::Second | Period::Minute | Period::Hour => return Verdict::CannotTell,
        _ => {
            let elapsed = from.days_until(to);
            let counted = Interval::new(elapsed.low - 1.0, elapsed.point, elapsed.high + 1.0);
            return length.days().equals(counted);
        }
    };
    // A range of whole years counts both of them: "from 2009 through 2018" is nine years or ten.
    let end = Days { first: to.first, last: day::add_days(to.last, 1) };
    let elapsed = from.years_until(end).scale(12.0 / months);
    let whole: f64 = length.parts.iter().map(|(count, _)| *count).sum();
    let is_single = length.parts.len() == 1;
    if !is_single {
        return length.days().equals(from.days_until(end));
    }
    let figure = length.figure;
    let low = if figure.low.is_finite() && whole == figure.low.round() { figure.low - 0.5 } else { figure.low };
    // Two decades are not said of 29 years.
    let more = if months > 12.0 { 0.55 } else { 0.99 };
    Interval::new(low, figure.point, figure.high + more).equals(elapsed)
}
