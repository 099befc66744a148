//! Functions of the digits with which a figure is written: what a slip of the finger changes.

use super::Function;
use crate::expression::types::Type;
use crate::expression::{Unit, Value};

const M: Type = Type::Measure;

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "digits_in_any_order",
        parameters: &[M],
        variadic: false,
        result: Type::Text,
        summary: "the digits of the figure in ascending order, with its unit and size: the same for $7.2 million and $2.7 million; nothing where another order makes no other figure",
        call: |values| match written(&values[0]) {
            Some((point, unit)) => {
                let (digits, exponent) = digits(point);
                let mut sorted = digits.clone();
                sorted.sort_unstable();
                let can_differ = sorted.first() != sorted.last();
                if can_differ { text(&sorted, &format!("e{exponent} {unit}")) } else { Value::Unknown }
            }
            None => Value::Unknown,
        },
    },
    Function {
        name: "digits",
        parameters: &[M],
        variadic: false,
        result: Type::Text,
        summary: "the digits of the figure with its unit, whatever its size: the same for $1.6 million and $1.6 billion",
        call: |values| match written(&values[0]) {
            Some((point, unit)) => text(&digits(point).0, &unit),
            None => Value::Unknown,
        },
    },
    Function {
        name: "whole_part",
        parameters: &[M],
        variadic: false,
        result: M,
        summary: "the whole number before the decimal point",
        call: |values| written(&values[0]).map_or(Value::Unknown, |(point, _)| Value::number(point.trunc())),
    },
];

/// The figure as it is written and its unit.
fn written(value: &Value) -> Option<(f64, String)> {
    let (point, unit) = match value {
        Value::Quantity(quantity) => {
            let first = quantity.first();
            (first.amount.point, first.unit.display())
        }
        Value::Duration(length) => match length.parts[..] {
            [(count, period)] => (count, format!("{period:?}")),
            _ => return None,
        },
        Value::Measure(measure) => {
            let point = measure.interval().point;
            match &measure.unit {
                Unit::Percent => (point * 100.0, "%".to_owned()),
                Unit::Money(sign) => (point, sign.clone()),
                Unit::Plain => (point, String::new()),
                Unit::Named { .. } | Unit::Time | Unit::Price(..) => return None,
            }
        }
        _ => return None,
    };
    (point.is_finite() && point > 0.0).then_some((point, unit))
}

/// The digits of a number without the zeros at its ends, and the power of ten of the first.
fn digits(point: f64) -> (Vec<u8>, i32) {
    // Nine digits are more than prose writes, and few enough to leave out the noise of binary fractions.
    let written = format!("{point:.8e}");
    let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let mut digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).collect();
    while digits.len() > 1 && digits.last() == Some(&b'0') {
        digits.pop();
    }
    (digits, exponent.parse().unwrap_or(0))
}

fn text(digits: &[u8], behind: &str) -> Value {
    Value::Text(format!("{} {behind}", String::from_utf8_lossy(digits)))
}
