//! Values: the readings that expressions compute with.

use super::measure::Measure;
use super::syntax::Operator;
use crate::claims::Claim;
use crate::reading::{Interval, Verdict};

/// A value of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// The text does not say.
    Unknown,
    /// A number with its unit.
    Measure(Measure),
    /// Words.
    Text(String),
    /// Several values.
    List(Vec<Value>),
    /// The outcome of a comparison.
    Truth(Verdict),
}

impl Value {
    /// A plain, exact number.
    pub fn number(value: f64) -> Self {
        Self::Measure(Measure::plain(Interval::exact(value)))
    }

    /// What a claim says; `text` is how it is written.
    pub fn of_claim(claim: &Claim, text: &str) -> Self {
        use crate::claims::Value as Says;
        match &claim.value {
            Says::Number(it) => Self::Measure(Measure::plain(it.figure.as_count())),
            Says::Name(_) | Says::Acronym(_) | Says::Quotation(_) => Self::Text(text.to_owned()),
            _ => Self::Unknown,
        }
    }

    /// The outcome, where the value is one.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Truth(verdict) => *verdict,
            _ => Verdict::CannotTell,
        }
    }

    /// The measure, where the value is one.
    pub fn as_measure(&self) -> Option<&Measure> {
        match self {
            Self::Measure(measure) => Some(measure),
            _ => None,
        }
    }

    /// The words, where the value is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries of a list; a single value is a list of one.
    pub fn entries(&self) -> &[Value] {
        match self {
            Self::List(entries) => entries,
            Self::Unknown => &[],
            one => std::slice::from_ref(one),
        }
    }

    /// The number with the opposite sign.
    pub fn minus(&self) -> Self {
        self.as_measure().map_or(Self::Unknown, |it| Self::Measure(it.map(|interval| -interval)))
    }

    /// The value as the key of a join: text is folded, numbers and dates are written out. `None` where the text does
    /// not say.
    pub fn as_key(&self) -> Option<String> {
        match self {
            Self::Unknown => None,
            Self::Text(text) => Some(fold(text)).filter(|it| !it.is_empty()),
            other => Some(format!("{other:?}")),
        }
    }

    /// An operation on two values, other than `and` and `or`.
    pub(super) fn combine(operator: Operator, one: &Self, other: &Self) -> Self {
        match (one, other) {
            (Self::Measure(one), Self::Measure(other)) => combine_measures(operator, one, other),
            (Self::Text(one), Self::Text(other)) => {
                let same = Verdict::of(fold(one) == fold(other));
                match operator {
                    Operator::Equal => Self::Truth(same),
                    Operator::Unequal => Self::Truth(!same),
                    _ => Self::Unknown,
                }
            }
            (Self::Truth(one), Self::Truth(other)) => match operator {
                Operator::Equal => Self::Truth(one.and(*other).or((!*one).and(!*other))),
                _ => Self::Unknown,
            },
            _ => match operator {
                Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide => Self::Unknown,
                _ => Self::Truth(Verdict::CannotTell),
            },
        }
    }
}

/// Text as joins and comparisons see it: words in lower case, one space apart.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::new();
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase).map(|it| if it == '’' { '\'' } else { it }));
    }
    folded
}

fn combine_measures(operator: Operator, one: &Measure, other: &Measure) -> Value {
    let measure = |it: Option<Measure>| it.map_or(Value::Unknown, Value::Measure);
    match operator {
        Operator::Add => measure(one.add(other, |a, b| a + b)),
        Operator::Subtract => measure(one.add(other, |a, b| a - b)),
        Operator::Multiply => measure(one.multiply(other, 1)),
        Operator::Divide => measure(one.multiply(other, -1)),
        Operator::Equal => Value::Truth(one.compare(other, Interval::equals)),
        Operator::Unequal => Value::Truth(!one.compare(other, Interval::equals)),
        Operator::Less => Value::Truth(one.compare(other, Interval::is_less)),
        Operator::AtMost => Value::Truth(one.compare(other, Interval::is_at_most)),
        Operator::Greater => Value::Truth(other.compare(one, Interval::is_less)),
        Operator::AtLeast => Value::Truth(other.compare(one, Interval::is_at_most)),
        Operator::And | Operator::Or => Value::Unknown,
    }
}
