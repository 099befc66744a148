//! Functions of times of day.

use super::Function;
use crate::expression::types::Type;
use crate::expression::{Measure, Moment, Value};
use crate::reading::{self, Days, Interval, Verdict, day};

const T: Type = Type::Time;

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
        name: "time_between",
        parameters: &[T, T],
        variadic: false,
        result: Type::Measure,
        summary: "the length of time from one time of day to another; to the next day where the second is earlier",
        call: |values| time_between(&values[0], &values[1]),
    },
];

fn moment(value: &Value) -> Option<&Moment> {
    match value {
        Value::Time(moment) => Some(moment),
        _ => None,
    }
}

fn same_instant(values: &[Value]) -> Verdict {
    let (Some(one), Some(other)) = (moment(&values[0]), moment(&values[1])) else { return Verdict::CannotTell };
    let (Some(zone), Some(other_zone)) = (&one.zone, &other.zone) else { return Verdict::CannotTell };
    // An article speaks of days near its own: they say which offset is in force, not on which day the time falls.
    const NEAR_DAYS: i32 = 8;
    let near = values[2]
        .as_days()
        .map(|it| Days { first: day::add_days(it.first, -NEAR_DAYS), last: day::add_days(it.last, NEAR_DAYS) });
    reading::same_instant((one.clock, zone, one.day.or(near)), (other.clock, other_zone, other.day.or(near)))
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
        _ if apart < 0.0 => apart += DAY,
        _ => {}
    }
    let half = if from.clock.second.is_some() && to.clock.second.is_some() { 0.5 } else { 60.0 };
    Value::Measure(Measure::time(Interval::new((apart - half).max(0.0), apart, apart + half)))
}
