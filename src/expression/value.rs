//! Values: the readings that expressions compute with.

use std::borrow::Cow;

use super::measure::{Measure, Unit};
use super::syntax::Operator;
use crate::claims::{self, Claim};
use crate::lexicon;
use crate::reading::{CalendarDate, Clock, Days, Interval, Length, Quantity, Verdict, Weekday, Zone};

/// A value of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// The text does not say.
    Unknown,
    /// A number with its unit.
    Measure(Measure),
    /// A number with units, ranges or sides: a measure that also knows its parts.
    Quantity(Quantity),
    /// A length of time in years, months, days …: a measure that also knows the calendar.
    Duration(Length),
    /// A date or a range of dates.
    Date(Calendar),
    /// A time of day.
    Time(Moment),
    /// The outcome of a statistical test.
    Statistic(claims::Statistic),
    /// Words.
    Text(String),
    /// Several values.
    List(Vec<Value>),
    /// The outcome of a comparison.
    Truth(Verdict),
}

/// The days that a date or a range of dates stands for, and what is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calendar {
    /// All days that can be meant; `None` where the text does not say.
    pub days: Option<Days>,
    /// What is written, or the first date of a range.
    pub written: Option<CalendarDate>,
}

/// A time of day as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// What the clock shows.
    pub clock: Clock,
    /// The zone that it is told in, where the text says.
    pub zone: Option<Zone>,
    /// The zones, by their names in the tz database, in which it may be told as local time.
    pub places: Vec<&'static str>,
    /// The day that stands beside it, where it is known.
    pub day: Option<Days>,
    /// The weekday that stands beside it.
    pub weekday: Option<Weekday>,
}

impl Calendar {
    /// Days that are computed.
    pub const fn of_days(days: Days) -> Self {
        Self { days: Some(days), written: None }
    }

    /// A date as it is written.
    pub fn of_date(date: CalendarDate) -> Self {
        Self { days: date.known().or(date.bounds()), written: Some(date) }
    }
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
            Says::Ordinal(it) => Self::number(it.place),
            Says::Fraction(it) => Self::Measure(Measure::percent(it.figure.interval)),
            Says::Percent(it) => Self::Measure(Measure::percent(it.share())),
            Says::Quantity(it) => Self::Quantity(it.quantity.clone()),
            Says::Money(it) => Self::Measure(money(it)),
            Says::Duration(it) => Self::Duration(it.length.clone()),
            Says::Age(it) => Self::Measure(Measure::plain(it.years())),
            Says::Date(it) => Self::Date(Calendar::of_date(it.reading)),
            Says::DateRange(it) => Self::Date(Calendar { days: it.days(), written: Some(it.from) }),
            Says::Time(it) => Self::Time(Moment {
                clock: it.clock,
                zone: it.zone.clone(),
                places: it.places.clone(),
                day: it.day,
                weekday: it.weekday,
            }),
            Says::Statistic(it) => Self::Statistic((**it).clone()),
            Says::Score(it) => Self::List(vec![Self::number(it.first), Self::number(it.second)]),
            Says::List(it) => Self::List(it.items.iter().map(|item| Self::Text(item.text.to_string())).collect()),
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
    pub fn as_measure(&self) -> Option<Cow<'_, Measure>> {
        match self {
            Self::Measure(measure) => Some(Cow::Borrowed(measure)),
            Self::Quantity(quantity) => Some(Cow::Owned(Measure::of_quantity(quantity))),
            Self::Duration(length) => Some(Cow::Owned(Measure::time(length.seconds()))),
            _ => None,
        }
    }

    /// Whether both are figures of one measure, by what is written: two lengths, two shares, two sums of one currency, of
    /// which one may be a price.
    pub fn is_peer_of(&self, other: &Self) -> bool {
        let (Some(one), Some(other)) = (self.as_measure(), other.as_measure()) else { return false };
        let is_same_currency = one.currency().is_some() && one.currency() == other.currency();
        is_same_currency
            || (one.unit == Unit::Percent) == (other.unit == Unit::Percent)
                && one.readings.iter().any(|it| other.readings.iter().any(|that| it.dimension == that.dimension))
    }

    /// The days, where the value is a date that is known.
    pub fn as_days(&self) -> Option<Days> {
        match self {
            Self::Date(date) => date.days,
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
        if let (Self::Quantity(one), Self::Quantity(other)) = (one, other)
            && matches!(operator, Operator::Equal | Operator::Unequal)
        {
            let same = one.compare(other);
            return Self::Truth(if operator == Operator::Equal { same } else { !same });
        }
        if let (Some(one), Some(other)) = (one.as_measure(), other.as_measure()) {
            return combine_measures(operator, &one, &other);
        }
        match (one, other) {
            (Self::Date(one), other) => combine_date(operator, one.days, other),
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

/// A sum of money. Small sums are exact to the last coin that is written, as prices are.
fn money(sum: &claims::Money) -> Measure {
    let figure = &sum.figure;
    let half = figure.step.min(1.0) / 2.0;
    let count = figure.as_count();
    let interval =
        if count.is_exact() { Interval::new(count.low - half, count.point, count.high + half) } else { count };
    let code = sum.currency.code();
    let shown = match code {
        "USD" => "$".to_owned(),
        "EUR" => "€".to_owned(),
        "GBP" => "£".to_owned(),
        code => code.to_owned(),
    };
    let code = if sum.currency.is_stated { code.to_owned() } else { format!("{code}?") };
    let mut measure = Measure::money(interval, &code, shown);
    // Cents are of dollars or of euros; what they are compared with tells.
    if lexicon::Lexicon::built_in().currencies.kind(sum.currency) == Some("cent") {
        const HAVE_CENTS: [&str; 7] = ["EUR", "AUD", "CAD", "NZD", "USD", "ZAR", "SGD"];
        measure
            .readings
            .extend(HAVE_CENTS.iter().flat_map(|code| Measure::money(interval, code, String::new()).readings));
    }
    match sum.per.and_then(|unit| unit.under) {
        Some(unit) => measure.per(unit),
        None => measure,
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

/// An operation on a date and another date or a length of time.
fn combine_date(operator: Operator, one: Option<Days>, other: &Value) -> Value {
    let is_arithmetic = matches!(operator, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide);
    let nothing = if is_arithmetic { Value::Unknown } else { Value::Truth(Verdict::CannotTell) };
    let Some(one) = one else { return nothing };
    if let Some(other) = other.as_days() {
        return match operator {
            Operator::Equal => Value::Truth(one.equals(other)),
            Operator::Unequal => Value::Truth(!one.equals(other)),
            Operator::Less => Value::Truth(one.is_before(other)),
            Operator::AtMost => Value::Truth(!other.is_before(one)),
            Operator::Greater => Value::Truth(other.is_before(one)),
            Operator::AtLeast => Value::Truth(!one.is_before(other)),
            Operator::Subtract => Value::Measure(Measure::time(other.days_until(one).scale(SECONDS_IN_A_DAY))),
            _ => Value::Unknown,
        };
    }
    match (operator, other) {
        (Operator::Add, Value::Duration(length)) => Value::Date(Calendar::of_days(length.from(one, false))),
        (Operator::Subtract, Value::Duration(length)) => Value::Date(Calendar::of_days(length.from(one, true))),
        _ => nothing,
    }
}

const SECONDS_IN_A_DAY: f64 = 86_400.0;
