//! Functions of times of day.

use super::Function;
use crate::expression::types::Type;
use crate::expression::{Measure, Moment, Value};
use crate::lexicon::{Lexicon, ZoneName};
use crate::reading::{self, Days, Interval, Length, Told, Verdict, Zone, day};

const T: Type = Type::Time;
const M: Type = Type::Measure;

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "on_clock",
        parameters: &[T],
        variadic: false,
        result: Type::Truth,
        summary: "whether a clock can show this time",
        call: |values| match moment(&values[0]) {
            Some(moment) => Value::Truth(Verdict::of(!moment.clock.is_impossible())),
            None => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "same_instant",
        parameters: &[T, T, Type::Date],
        variadic: false,
        result: Type::Truth,
        summary: "whether two times of day with zones can be one instant, on the given day where the text names none",
        call: |values| Value::Truth(same_instant(values)),
    },
    Function {
        name: "passes",
        parameters: &[M, T, T],
        variadic: false,
        result: Type::Truth,
        summary: "whether a length of time can be that from one time of day to another",
        call: |values| match &values[0] {
            Value::Duration(length) => Value::Truth(passes(length, &values[1], &values[2])),
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "has_zone",
        parameters: &[T],
        variadic: false,
        result: Type::Truth,
        summary: "whether the text says in which zone the time is told",
        call: |values| match moment(&values[0]) {
            Some(moment) => Value::Truth(Verdict::of(moment.zone.is_some())),
            None => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "same_zone",
        parameters: &[T, T],
        variadic: false,
        result: Type::Truth,
        summary: "whether one zone is written with both times",
        call: |values| match (moment(&values[0]), moment(&values[1])) {
            (Some(one), Some(other)) => Value::Truth(Verdict::of(one.zone.is_some() && one.zone == other.zone)),
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "time_between",
        parameters: &[T, T],
        variadic: false,
        result: Type::Measure,
        summary: "the length of time from one time of day to another; to the next day where the second is earlier",
        call: |values| time_between(&values[0], &values[1]),
    },
    Function {
        name: "hours_ahead",
        parameters: &[Type::Text, Type::Text, Type::Date],
        variadic: false,
        result: M,
        summary: "by how many hours the clocks of the first place or zone are ahead of those of the second about the date; \
                  behind where it is less than 0",
        call: |values| hours_ahead(&values[0], &values[1], near(&values[2])),
    },
    Function {
        name: "hours_ahead_ever",
        parameters: &[Type::Text, Type::Text],
        variadic: false,
        result: M,
        summary: "by how many hours the clocks of the first place or zone are ahead of those of the second on any day of a year",
        call: |values| hours_ahead(&values[0], &values[1], None),
    },
    Function {
        name: "flight_lasts",
        parameters: &[M, T, T, Type::Text, Type::Text, Type::Date],
        variadic: false,
        result: Type::Truth,
        summary: "whether a length of time below a day can be that from a departure to an arrival, which are told in the \
                  local time of the first place and of the second",
        call: |values| Value::Truth(flight_lasts(values).unwrap_or(Verdict::CannotTell)),
    },
];

/// An article speaks of days near its own: they say which offset is in force.
fn near(date: &Value) -> Option<Days> {
    const NEAR_DAYS: i32 = 8;
    date.as_days()
        .map(|it| Days { first: day::add_days(it.first, -NEAR_DAYS), last: day::add_days(it.last, NEAR_DAYS) })
}

/// The zone of a place or a zone by its name.
fn zone_of(name: &Value) -> Option<Zone> {
    Some(match Lexicon::built_in().zones.named(name.as_text()?)? {
        ZoneName::Iana(zone) => Zone::Named(zone),
        ZoneName::Offsets(offsets) => Zone::Offsets(offsets.to_vec()),
    })
}

fn hours_ahead(one: &Value, other: &Value, days: Option<Days>) -> Value {
    let ahead = || reading::minutes_ahead(&zone_of(one)?, &zone_of(other)?, days);
    ahead().map_or(Value::Unknown, |(least, most)| {
        let hours = |minutes: i32| f64::from(minutes) / 60.0;
        Value::Measure(Measure::plain(Interval::new(hours(least), hours(least), hours(most))))
    })
}

/// Unknown where a half of the day is not said.
fn flight_lasts(values: &[Value]) -> Option<Verdict> {
    const DAY: i32 = 86_400;
    let Value::Duration(length) = &values[0] else { return None };
    let (from, to) = (moment(&values[1])?, moment(&values[2])?);
    let is_open = |it: &Moment| it.clock.either_half || it.clock.is_impossible();
    // The clocks do not tell how many days lie between them.
    if is_open(from) || is_open(to) || length.seconds().high >= f64::from(DAY) {
        return None;
    }
    let (least, most) = reading::minutes_ahead(&zone_of(&values[4])?, &zone_of(&values[3])?, near(&values[5]))?;
    let apart = to.clock.seconds() - from.clock.seconds();
    let fits = [least, most].iter().any(|ahead| {
        let passed = f64::from((apart - ahead * 60).rem_euclid(DAY));
        length.seconds().overlaps(Interval::new(passed - 60.0, passed, passed + 60.0))
    });
    Some(if fits { Verdict::Compatible } else { Verdict::Conflict })
}

fn moment(value: &Value) -> Option<&Moment> {
    match value {
        Value::Time(moment) => Some(moment),
        _ => None,
    }
}

fn same_instant(values: &[Value]) -> Verdict {
    let (Some(one), Some(other)) = (moment(&values[0]), moment(&values[1])) else { return Verdict::CannotTell };
    // A time without a zone is local time where the text places it, held against one whose zone is written.
    if one.zone.is_none() && other.zone.is_none() {
        return Verdict::CannotTell;
    }
    let place = |it: &Moment| match &it.zone {
        Some(zone) if *zone != Zone::Local => zone.clone(),
        _ => Zone::Places(it.places.clone()),
    };
    let (zone, other_zone) = (place(one), place(other));
    // They do not say on which day the time falls.
    let near = near(&values[2]);
    let told = |it: &Moment, zone| Told { clock: it.clock, zone, days: it.day.or(near), weekday: it.weekday };
    reading::same_instant(told(one, &zone), told(other, &other_zone))
}

/// Whether a length of time passes from one time to another. Where a half of the day is not said, either will do; where
/// the days are not said, so will any number of days between.
fn passes(length: &Length, from: &Value, to: &Value) -> Verdict {
    const DAY: f64 = 86_400.0;
    let stated = length.seconds();
    let halves = |value: &Value| -> Vec<Value> {
        let Some(moment) = moment(value) else { return Vec::new() };
        let mut early = moment.clone();
        early.clock.either_half = false;
        let mut late = early.clone();
        late.clock.hour = (late.clock.hour + 12) % 24;
        let both = moment.clock.either_half;
        std::iter::once(Value::Time(early)).chain(both.then_some(Value::Time(late))).collect()
    };
    let is_dated = |value: &Value| moment(value).is_some_and(|it| it.day.is_some() || it.weekday.is_some());
    let mut verdict = None;
    for from in halves(from) {
        for to in halves(to) {
            let Value::Measure(between) = time_between(&from, &to) else { return Verdict::CannotTell };
            let more = if is_dated(&from) && is_dated(&to) { 0.0 } else { (stated.point / DAY).floor() };
            // Midnight on Tuesday begins that day or ends it.
            let to_midnight = moment(&to).is_some_and(|it| it.clock.seconds() == 0);
            let also = if more > 0.0 { more + 1.0 } else { f64::from(u8::from(to_midnight)) };
            let days = [0.0, more, also];
            let fits = days.iter().any(|days| {
                let between = between.interval();
                stated.overlaps(between + Interval::exact(days * DAY))
            });
            verdict = verdict.max(Some(if fits { Verdict::Compatible } else { Verdict::Conflict }));
        }
    }
    verdict.unwrap_or(Verdict::CannotTell)
}

/// The seconds from one time to another, as wide as rounding to minutes makes them. Unknown where the half of the day
/// is not said or the two are told in different zones.
fn time_between(from: &Value, to: &Value) -> Value {
    const DAY: f64 = 86_400.0;
    let (Some(from), Some(to)) = (moment(from), moment(to)) else { return Value::Unknown };
    if from.clock.either_half || to.clock.either_half || matches!((&from.zone, &to.zone), (Some(a), Some(b)) if a != b)
    {
        return Value::Unknown;
    }
    let mut apart = f64::from(to.clock.seconds() - from.clock.seconds());
    match (from.day.filter(|it| it.only().is_some()), to.day.filter(|it| it.only().is_some())) {
        (Some(one), Some(other)) => apart += one.days_until(other).point * DAY,
        _ if from.weekday.is_some() && to.weekday.is_some() => {
            let number = |it: &Moment| it.weekday.map_or(0.0, |weekday| f64::from(weekday.number()));
            apart += (number(to) - number(from)).rem_euclid(7.0) * DAY;
        }
        _ if apart < 0.0 => apart += DAY,
        _ => {}
    }
    let half = if from.clock.second.is_some() && to.clock.second.is_some() { 0.5 } else { 60.0 };
    Value::Measure(Measure::time(Interval::new((apart - half).max(0.0), apart, apart + half)))
}
