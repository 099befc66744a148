//! Functions of statistics: what a test gives, and what a sample can give.

use super::Function;
use crate::expression::types::Type;
use crate::expression::{Measure, Value};
use crate::reading::{Interval, Verdict};

const M: Type = Type::Measure;

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "p_value",
        parameters: &[Type::Statistic],
        variadic: false,
        result: M,
        summary: "the two-sided probability of a statistic (t, F, chi2, r, z), as wide as its rounding",
        call: |values| match &values[0] {
            Value::Statistic(it) => it.computed_p().map_or(Value::Unknown, |p| Value::Measure(Measure::plain(p))),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "share_of_whole_number",
        parameters: &[M, M],
        variadic: false,
        result: Type::Truth,
        summary: "whether some whole number, as a part of the second, gives the first: 45% is no share of 14 people",
        call: |values| Value::Truth(has_whole_number(values)),
    },
    Function {
        name: "mean_of_whole_numbers",
        parameters: &[M, M],
        variadic: false,
        result: Type::Truth,
        summary: "whether whole numbers can have the first as their mean, the second being how many there are",
        call: |values| Value::Truth(has_whole_number(values)),
    },
];

/// Whether a whole number lies in the first value times the second, which is a known whole number.
fn has_whole_number(values: &[Value]) -> Verdict {
    let (Some(mean), Some(count)) = (values[0].as_measure(), values[1].as_measure()) else {
        return Verdict::CannotTell;
    };
    let Interval { low, point, high } = count.interval();
    if low != high || point < 1.0 || point.fract() != 0.0 || !mean.is_plain() || !count.is_plain() {
        return Verdict::CannotTell;
    }
    let sum = mean.interval().scale(point);
    let slack = 1e-9 * point;
    Verdict::of((sum.low - slack).ceil() <= sum.high + slack)
}
