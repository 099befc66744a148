//! Functions of the digits with which a figure is written: what a slip of the finger changes.

use super::Function;
use crate::expression::types::Type;
use crate::expression::{Unit, Value};
use crate::reading::Verdict;

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
        name: "digits_of",
        parameters: &[Type::Text],
        variadic: false,
        result: Type::Text,
        summary: "the digits that are written in a text, in ascending order: the same for 2:21:08 and 2:12:08; nothing where there are fewer than three",
        call: |values| {
            let Some(written) = values[0].as_text() else { return Value::Unknown };
            let mut digits: Vec<u8> = written.bytes().filter(u8::is_ascii_digit).collect();
            digits.sort_unstable();
            if digits.len() < 3 { Value::Unknown } else { text(&digits, "") }
        },
    },
    Function {
        name: "misheard",
        parameters: &[M, M],
        variadic: false,
        result: Type::Truth,
        summary: "whether one number is of the teens and the other the tens that sound like it: fourteen and forty",
        call: |values| {
            let (Some(one), Some(other)) = (written(&values[0]), written(&values[1])) else {
                return Value::Truth(Verdict::CannotTell);
            };
            let is_teen = |(teen, _): &(f64, String), (tens, _): &(f64, String)| {
                (13.0..=19.0).contains(teen) && teen.fract() == 0.0 && (teen - 10.0) * 10.0 == *tens
            };
            Value::Truth(Verdict::of(one.1 == other.1 && (is_teen(&one, &other) || is_teen(&other, &one))))
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
