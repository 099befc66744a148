//! Functions of quantities as they are written: numbers and factors that explain a wrong conversion.

use super::Function;
use crate::expression::types::Type;
use crate::expression::{Measure, Value};
use crate::reading::{Interval, Quantity, Series, Verdict};

const M: Type = Type::Measure;

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "number_of",
        parameters: &[M],
        variadic: false,
        result: M,
        summary: "the number that stands before the unit, with its rounding",
        call: |values| match (&values[0], single(&values[0])) {
            (_, Some(quantity)) => plain(quantity.first().amount),
            (Value::Duration(length), _) if length.parts.len() == 1 => plain(length.figure),
            (Value::Measure(measure), _) if measure.is_plain() => values[0].clone(),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "factor",
        parameters: &[M, M],
        variadic: false,
        result: M,
        summary: "how many of the second quantity's units make one of the first's",
        call: |values| match (single(&values[0]), single(&values[1])) {
            (Some(one), Some(other)) => one
                .first()
                .unit
                .convert_difference(Interval::exact(1.0), other.first().unit)
                .map_or(Value::Unknown, plain),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "unhedged",
        parameters: &[M],
        variadic: false,
        result: M,
        summary: "the quantity without its hedge: about 1,800 pounds as 1,800 pounds, rounded as they are written",
        call: |values| match &values[0] {
            Value::Quantity(quantity) => Value::Quantity(quantity.unhedged()),
            Value::Duration(length) => Value::Duration(length.unhedged()),
            other => other.clone(),
        },
    },
    Function {
        name: "misses",
        parameters: &[M, M],
        variadic: false,
        result: M,
        summary: "by which share the conversion of the first quantity misses the second, beyond what both round to",
        call: |values| match (&values[0], &values[1]) {
            (Value::Quantity(one), Value::Quantity(other)) => {
                Value::Measure(Measure::percent(Interval::exact(one.misses(other))))
            }
            _ => Value::Unknown,
        },
    },
    Function {
        name: "low_end",
        parameters: &[M],
        variadic: false,
        result: M,
        summary: "the first amount of a range of quantities: 3 km of `3 to 5 km`; unknown where it is no range",
        call: |values| end_of_range(&values[0], 0),
    },
    Function {
        name: "high_end",
        parameters: &[M],
        variadic: false,
        result: M,
        summary: "the last amount of a range of quantities: 5 km of `3 to 5 km`; unknown where it is no range",
        call: |values| end_of_range(&values[0], 1),
    },
    Function {
        name: "square_root",
        parameters: &[M],
        variadic: false,
        result: M,
        summary: "the square root of a number",
        call: |values| match values[0].as_measure() {
            Some(it) if it.is_plain() && it.interval().low >= 0.0 => plain(it.interval().map(f64::sqrt)),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "is_in",
        parameters: &[M, Type::Text],
        variadic: false,
        result: Type::Truth,
        summary: "whether the quantity measures this: \"area\", \"temperature\"",
        call: |values| match (&values[0], &values[1]) {
            (Value::Quantity(quantity), Value::Text(name)) => {
                Value::Truth(Verdict::of(quantity.first().unit.dimension_name() == Some(name.as_str())))
            }
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
];

fn plain(interval: Interval) -> Value {
    Value::Measure(Measure::plain(interval))
}

fn end_of_range(value: &Value, index: usize) -> Value {
    match value {
        Value::Quantity(quantity) if quantity.series == Series::Range => {
            quantity.items.get(index).map_or(Value::Unknown, |it| Value::Quantity(it.clone()))
        }
        _ => Value::Unknown,
    }
}

/// The quantity, where it is a single amount.
fn single(value: &Value) -> Option<&Quantity> {
    match value {
        Value::Quantity(quantity) if quantity.items.is_empty() => Some(quantity),
        _ => None,
    }
}
