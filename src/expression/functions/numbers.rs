//! Functions of numbers and lists of numbers.

use std::borrow::Cow;

use super::Function;
use crate::claims;
use crate::expression::types::Type;
use crate::expression::{Measure, Unit, Value};
use crate::reading::{Interval, Verdict};

const M: Type = Type::Measure;

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "abs",
        parameters: &[M],
        variadic: false,
        result: M,
        summary: "the number without its sign",
        call: |values| values[0].as_measure().map_or(Value::Unknown, |it| Value::Measure(it.map(Interval::abs))),
    },
    Function {
        name: "is_known",
        parameters: &[Type::Any],
        variadic: false,
        result: Type::Truth,
        summary: "whether the text says the value",
        call: |values| Value::Truth(Verdict::of(values[0] != Value::Unknown)),
    },
    Function {
        name: "known",
        parameters: &[Type::Any],
        variadic: true,
        result: Type::Any,
        summary: "the first of the values that the text says",
        call: |values| values.iter().find(|it| **it != Value::Unknown).cloned().unwrap_or(Value::Unknown),
    },
    Function {
        name: "sum",
        parameters: &[Type::Any],
        variadic: true,
        result: M,
        summary: "the sum of the numbers and of the entries of the lists; a number without a unit takes that of the others",
        call: |values| sum(values).map_or(Value::Unknown, Value::Measure),
    },
    Function {
        name: "count",
        parameters: &[Type::List],
        variadic: false,
        result: M,
        summary: "how many entries the list has",
        call: |values| match &values[0] {
            Value::List(entries) => Value::number(entries.len() as f64),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "largest",
        parameters: &[Type::Any],
        variadic: true,
        result: M,
        summary: "the largest of the numbers",
        call: |values| extreme(values, |one, other| one.point > other.point),
    },
    Function {
        name: "smallest",
        parameters: &[Type::Any],
        variadic: true,
        result: M,
        summary: "the smallest of the numbers",
        call: |values| extreme(values, |one, other| one.point < other.point),
    },
    Function {
        name: "share",
        parameters: &[M, M],
        variadic: false,
        result: M,
        summary: "the first number as a share of the second; a number without a unit takes that of the other",
        call: |values| ratio(&values[0], &values[1], |part, whole| part.divide(whole)),
    },
    Function {
        name: "change",
        parameters: &[M, M],
        variadic: false,
        result: M,
        summary: "the change from the first number to the second, as a share of the first",
        call: |values| ratio(&values[0], &values[1], change),
    },
    Function {
        name: "beside",
        parameters: &[M, M],
        variadic: false,
        result: M,
        summary: "the first number as it is meant beside the second: 15 is 15% in `from 15 to 12 percent`; unknown where only the second has a scale, as in `3.1 to 2.8 million`",
        call: |values| beside(&values[0], &values[1]).map_or(Value::Unknown, Value::Measure),
    },
    Function {
        name: "near",
        parameters: &[M],
        variadic: false,
        result: M,
        summary: "the number without what its bound leaves open: `over 9%`, said of one known value, is less than twice as much, `under 9%` more than half",
        call: |values| {
            values[0].as_measure().map_or(Value::Unknown, |it| {
                Value::Measure(it.map(|Interval { low, point, high }| {
                    let (least, most) = (point.min(point * 2.0).min(point / 2.0), point.max(point * 2.0));
                    Interval::new(low.max(least), point, high.min(most))
                }))
            })
        },
    },
    Function {
        name: "rises",
        parameters: &[Type::List],
        variadic: false,
        result: Type::Truth,
        summary: "whether each entry of the list is greater than the one before it",
        call: |values| Value::Truth(is_ordered(values[0].entries(), |before, after| before.is_less(after))),
    },
    Function {
        name: "falls",
        parameters: &[Type::List],
        variadic: false,
        result: Type::Truth,
        summary: "whether each entry of the list is less than the one before it",
        call: |values| Value::Truth(is_ordered(values[0].entries(), |before, after| after.is_less(before))),
    },
    Function {
        name: "multiple",
        parameters: &[Type::Text],
        variadic: false,
        result: M,
        summary: "what a verb multiplies by: 2 for `doubled`, more than 2 for `more than doubled`, a half for `halved`",
        call: |values| {
            let multiple = values[0].as_text().and_then(claims::multiple_in_words);
            multiple.map_or(Value::Unknown, |it| Value::Measure(Measure::plain(it)))
        },
    },
    Function {
        name: "same_dimension",
        parameters: &[M, M],
        variadic: false,
        result: Type::Truth,
        summary: "whether both measure the same, so that they can be compared",
        call: |values| match (values[0].as_measure(), values[1].as_measure()) {
            _ if is_convertible(&values[0], &values[1]) => Value::Truth(Verdict::Certain),
            (Some(one), Some(other)) => {
                let meets =
                    one.readings.iter().any(|it| other.readings.iter().any(|that| it.dimension == that.dimension));
                Value::Truth(Verdict::of(meets))
            }
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "same_unit",
        parameters: &[M, M],
        variadic: false,
        result: Type::Truth,
        summary: "whether both are given in one unit",
        call: |values| match (&values[0], &values[1]) {
            (Value::Quantity(one), Value::Quantity(other)) => {
                Value::Truth(Verdict::of(one.first().unit == other.first().unit))
            }
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "in_unit_of",
        parameters: &[M, M],
        variadic: false,
        result: Type::Text,
        summary: "the first quantity in the unit of the second, as text",
        call: |values| match (&values[0], &values[1]) {
            (Value::Quantity(one), Value::Quantity(other)) => Value::Text(one.describe_in(other.first().unit)),
            _ => Value::Unknown,
        },
    },
];

/// Whether a way leads from the one quantity's unit to the other's: also from litres per 100 km to miles per gallon.
fn is_convertible(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Quantity(one), Value::Quantity(other)) => {
            other.readings.iter().any(|it| one.in_unit(it.unit).is_some())
        }
        _ => false,
    }
}

/// The sum of everything in the values; nothing where one of them is unknown or they do not measure the same.
fn sum(values: &[Value]) -> Option<Measure> {
    let mut total: Option<Measure> = None;
    // "41 percent, Labour on 35": who leaves out the unit means that of the others.
    let is_percent = |it: &Value| it.as_measure().is_some_and(|it| it.unit == Unit::Percent);
    let in_percent = values.iter().any(|value| value.entries().iter().any(is_percent));
    for value in values {
        if *value == Value::Unknown {
            return None;
        }
        for entry in value.entries() {
            let entry = entry.as_measure()?;
            let entry = match entry.unit {
                Unit::Plain if in_percent => Cow::Owned(Measure::percent(entry.interval().scale(0.01))),
                _ => entry,
            };
            total = Some(match total {
                None => entry.into_owned(),
                Some(total) => total.add(&entry, |a, b| a + b)?,
            });
        }
    }
    total
}

fn beside(value: &Value, other: &Value) -> Option<Measure> {
    /// Two figures of one thing that are further apart than this are not written in one scale.
    const APART_MAX: f64 = 500.0;
    let (one, other) = (value.as_measure()?, other.as_measure()?);
    let one = match (&one.unit, &other.unit) {
        (Unit::Plain, Unit::Percent) => Measure::percent(one.interval().scale(0.01)),
        (Unit::Money(_), Unit::Price(..)) => one.as_price(&other)?,
        _ => one.into_owned(),
    };
    let mut is_near = true;
    one.for_each_pair(&other, |a, b, _| {
        let (small, large) = (a.point.abs().min(b.point.abs()), a.point.abs().max(b.point.abs()));
        is_near &= small == 0.0 || large / small < APART_MAX;
    });
    is_near.then_some(one)
}

/// Whether each two neighbours of a list are in order.
fn is_ordered(entries: &[Value], order: impl Fn(Interval, Interval) -> Verdict) -> Verdict {
    let pairs = entries.windows(2).map(|pair| match (pair[0].as_measure(), pair[1].as_measure()) {
        (Some(before), Some(after)) => before.compare(&after, &order),
        _ => Verdict::CannotTell,
    });
    pairs.reduce(Verdict::and).unwrap_or(Verdict::CannotTell)
}

fn extreme(values: &[Value], is_better: impl Fn(Interval, Interval) -> bool) -> Value {
    let mut best: Option<Measure> = None;
    for entry in values.iter().flat_map(Value::entries) {
        let Some(entry) = entry.as_measure() else { return Value::Unknown };
        if best.as_ref().is_none_or(|it| is_better(entry.interval(), it.interval())) {
            best = Some(entry.into_owned());
        }
    }
    best.map_or(Value::Unknown, Value::Measure)
}

/// A quotient of two numbers that measure the same.
fn ratio(one: &Value, other: &Value, function: impl Fn(Interval, Interval) -> Option<Interval>) -> Value {
    let (Some(one), Some(other)) = (one.as_measure(), other.as_measure()) else { return Value::Unknown };
    let mut result = None;
    one.for_each_pair(&other, |a, b, _| result = result.or(function(a, b)));
    result.map_or(Value::Unknown, |it| Value::Measure(Measure::percent(it)))
}

/// The change as a share of where it began: exact also where both values are intervals, since both ends are monotone.
fn change(before: Interval, after: Interval) -> Option<Interval> {
    if before.low <= 0.0 {
        return None;
    }
    Some(after.divide(before)? - Interval::exact(1.0))
}
