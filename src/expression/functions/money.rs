//! Functions of sums of money and of figures that slip by a scale or a digit.

use super::Function;
use crate::expression::measure::Unit;
use crate::expression::types::Type;
use crate::expression::{Measure, Value};
use crate::reading::{Interval, Verdict};

const M: Type = Type::Measure;

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "currencies",
        parameters: &[M, M],
        variadic: false,
        result: Type::Text,
        summary: "the codes of the currencies of two sums, in alphabetical order; unknown where they are the same",
        call: |values| match pair(values) {
            Some(((one, _), (other, _))) if one < other => Value::Text(format!("{one}/{other}")),
            Some(((one, _), (other, _))) => Value::Text(format!("{other}/{one}")),
            None => Value::Unknown,
        },
    },
    Function {
        name: "exchange_rate",
        parameters: &[M, M],
        variadic: false,
        result: M,
        summary: "how many units of the currency that comes last by its code make one of the other, by two equal sums",
        call: |values| {
            let rate = pair(values).and_then(|(one, other)| {
                let (one, other) = ((one.0, converted(one.1)), (other.0, converted(other.1)));
                if one.0 < other.0 { other.1.divide(one.1) } else { one.1.divide(other.1) }
            });
            rate.map_or(Value::Unknown, |it| Value::Measure(Measure::plain(it)))
        },
    },
    Function {
        name: "amount",
        parameters: &[M],
        variadic: false,
        result: M,
        summary: "the number of a sum of money without its currency, as exact as a sum that stands beside its conversion",
        call: |values| match values[0].as_measure() {
            Some(sum) if sum.currency().is_some() => Value::Measure(Measure::plain(converted(sum.interval()))),
            _ => Value::Unknown,
        },
    },
    Function {
        name: "apart",
        parameters: &[M, M],
        variadic: false,
        result: M,
        summary: "how many times the larger of two numbers is the smaller, at least",
        call: |values| apart(values).map_or(Value::Unknown, |it| Value::Measure(Measure::plain(it))),
    },
    Function {
        name: "scale_slip",
        parameters: &[M, M],
        variadic: false,
        result: Type::Truth,
        summary: "whether two numbers have the same digits and one is a thousand or a million times the other",
        call: |values| {
            let points = (point(&values[0]), point(&values[1]));
            let (Some(one), Some(other)) = points else { return Value::Truth(Verdict::CannotTell) };
            let ratio = (one / other).abs().max((other / one).abs());
            Value::Truth(Verdict::of([1e3, 1e6].iter().any(|it| (ratio / it - 1.0).abs() < 1e-9)))
        },
    },
    Function {
        name: "shifted",
        parameters: &[M, M],
        variadic: false,
        result: Type::Truth,
        summary: "whether two numbers are about equal but for the place of the decimal point",
        call: |values| {
            let (Some(one), Some(other)) = (point(&values[0]), point(&values[1])) else {
                return Value::Truth(Verdict::CannotTell);
            };
            let exponent = (one / other).abs().log10();
            let is_shifted = exponent.round() != 0.0 && (exponent - exponent.round()).abs() < 0.03;
            Value::Truth(Verdict::of(is_shifted))
        },
    },
    Function {
        name: "digits_swapped",
        parameters: &[M, M],
        variadic: false,
        result: Type::Truth,
        summary: "whether two numbers are equal but for two neighbouring digits that have changed places",
        call: |values| {
            let (Some(one), Some(other)) = (values[0].as_measure(), values[1].as_measure()) else {
                return Value::Truth(Verdict::CannotTell);
            };
            Value::Truth(Verdict::of(digits_swapped(one.interval(), other.interval().point)))
        },
    },
];

/// The two sums with the codes of their currencies, where these differ. A bare dollar sign beside another country's
/// dollars is the American.
fn pair(values: &[Value]) -> Option<((String, Interval), (String, Interval))> {
    let (one, other) = (values[0].as_measure()?, values[1].as_measure()?);
    // "$9 a pound (£7)" converts what is written.
    let is_bare = |it: &Measure| !matches!(it.unit, Unit::Price(..));
    let is_beside_bare = is_bare(&one) != is_bare(&other);
    let sum = |it: &Measure| {
        let code = it.currency()?.trim_end_matches('?').to_owned();
        let value = match it.unit {
            Unit::Price(_, units) if is_beside_bare => it.interval().scale(units),
            _ => it.interval(),
        };
        Some((code, value))
    };
    let (one, other) = (sum(&one)?, sum(&other)?);
    (one.0 != other.0).then_some((one, other))
}

/// A sum that stands beside its conversion: rounded to the last digit before its scale word, zeros included, since the
/// one is computed from the other; a hedge adds a little to both sides.
fn converted(sum: Interval) -> Interval {
    const HEDGED: f64 = 0.065;
    /// "2 billion" is no 1.5 billion where it is converted.
    const COARSE: f64 = 0.12;
    let size = sum.point.abs();
    let scale = if size < 1000.0 { 1.0 } else { 1000_f64.powi((size.log10() / 3.0 + 1e-9).floor() as i32) };
    let mantissa = size / scale;
    let is_written = |digits: i32| {
        let shifted = mantissa * 10_f64.powi(digits);
        (shifted - shifted.round()).abs() < 1e-6
    };
    let digits = (0..3).find(|it| is_written(*it)).unwrap_or(3);
    let mut half = 0.5 * 10_f64.powi(-digits) * scale;
    if scale > 1.0 {
        half = half.min(COARSE * size);
    }
    if sum.low < sum.point - size * HEDGED - half || sum.high > sum.point + size * HEDGED + half {
        half += 0.05 * size;
    }
    Interval::new(sum.point - half, sum.point, sum.point + half)
}

fn point(value: &Value) -> Option<f64> {
    value.as_measure().map(|it| it.interval().point).filter(|it| *it != 0.0)
}

/// The quotient of the larger and the smaller: at least what their nearest ends give.
fn apart(values: &[Value]) -> Option<Interval> {
    let (one, other) = (values[0].as_measure()?.interval(), values[1].as_measure()?.interval());
    if one.low <= 0.0 || other.low <= 0.0 {
        return None;
    }
    let (large, small) = if one.point >= other.point { (one, other) } else { (other, one) };
    let quotient = large.divide(small)?;
    Some(Interval::new(quotient.low.max(1.0), quotient.point, quotient.high))
}

/// Whether swapping two neighbouring digits of `written` gives a value within `expected`.
fn digits_swapped(expected: Interval, written: f64) -> bool {
    if !(10.0..1e12).contains(&written.abs()) && written.fract() == 0.0 {
        return false;
    }
    let text = format!("{}", written.abs());
    let mut digits: Vec<u8> = text.into_bytes();
    let places: Vec<usize> = (0..digits.len()).filter(|at| digits[*at].is_ascii_digit()).collect();
    let mut found = false;
    for pair in places.windows(2) {
        digits.swap(pair[0], pair[1]);
        let value = std::str::from_utf8(&digits).ok().and_then(|it| it.parse::<f64>().ok());
        found |=
            digits[pair[0]] != digits[pair[1]] && value.is_some_and(|it| expected.low <= it && it <= expected.high);
        digits.swap(pair[0], pair[1]);
    }
    found
}
