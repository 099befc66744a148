//! Numbers and counts.
//!
//! ```abnf
//! number = digits
//! ```

use crate::reading::{Figure, Hedge, Interval};
use crate::tokens::{Read, TokenKind, Tokens, parse};

/// A bare number: "21", "3.5 million", "twenty-one", and what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The figure itself.
    pub figure: Figure,
}

impl Number {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        keys.insert("number".into(), self.figure.interval.point.into());
        keys
    }

    pub(super) fn describe(&self) -> String {
        self.figure.interval.point.to_string()
    }
}

/// Reads a number.
pub(super) fn number(input: Tokens<'_>) -> Read<'_, Number> {
    let (rest, token) = parse::token(|token| token.kind == TokenKind::Number)(input)?;
    let digits: String = input.spelling(token).chars().filter(|it| it.is_ascii_digit() || *it == '.').collect();
    let value: f64 = digits.parse().map_err(|_| nom::Err::Error(()))?;
    let figure = Figure { interval: Interval::exact(value), hedge: Hedge::None, range: None, step: 1.0 };
    Ok((rest, Number { figure }))
}
