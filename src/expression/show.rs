//! Values in messages.

use super::measure::Unit;
use super::{Expression, Scene, Value};
use crate::claims::Date;
use crate::reading::{CalendarDate, Days, Parts, Verdict};

/// How a value is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A capture as it is written, anything else in its own notation.
    Plain,
    /// A share as a percentage.
    Percent,
    /// A number in full.
    Number,
    /// A whole number.
    Whole,
}

impl Format {
    /// The names in templates.
    pub(super) const NAMES: &'static [(&'static str, Self)] =
        &[("plain", Self::Plain), ("percent", Self::Percent), ("number", Self::Number), ("whole", Self::Whole)];

    pub(super) fn of_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(it, _)| *it == name).map(|(_, format)| *format)
    }
}

/// The names of the formats.
pub fn format_names() -> impl Iterator<Item = &'static str> {
    Format::NAMES.iter().map(|(name, _)| *name)
}

/// The text for a value in a message.
pub(super) fn value(expression: &Expression, format: Format, scene: &dyn Scene) -> String {
    if format == Format::Plain
        && let Some(text) = expression.as_slot().and_then(|slot| scene.text(slot))
    {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    show(&expression.evaluate(scene), format)
}

fn show(value: &Value, format: Format) -> String {
    match value {
        Value::Unknown => "unknown".to_owned(),
        Value::Text(text) => text.clone(),
        Value::Statistic(statistic) => statistic.describe(),
        Value::Truth(Verdict::Conflict) => "no".to_owned(),
        Value::Truth(Verdict::CannotTell | Verdict::Compatible) => "perhaps".to_owned(),
        Value::Truth(Verdict::Certain) => "yes".to_owned(),
        Value::List(entries) => entries.iter().map(|it| show(it, format)).collect::<Vec<_>>().join(" + "),
        Value::Quantity(quantity) => quantity.describe(),
        Value::Duration(length) => duration(length.seconds().point),
        Value::Date(date) => match (date.days, date.written) {
            (Some(known), _) => days(known),
            (None, Some(reading)) => without_year(&reading),
            (None, None) => "an unknown day".to_owned(),
        },
        Value::Time(moment) => moment.clock.iso(),
        Value::Measure(measure) => {
            let point = measure.interval().point;
            match (format, &measure.unit) {
                (Format::Percent, _) | (Format::Plain, Unit::Percent) => format!("{}%", number(point * 100.0)),
                (Format::Whole, _) => number(point.round()),
                (Format::Plain, Unit::Money(sign)) => money(point, sign),
                (Format::Plain, Unit::Price(sign, per)) => money(point * per, sign),
                (Format::Plain, Unit::Named { symbol, per_base, offset }) => {
                    format!("{} {symbol}", number(point * per_base + offset))
                }
                (Format::Plain, Unit::Time) => duration(point),
                _ => number(point),
            }
        }
    }
}

/// A number with at most four figures behind its leading ones, digits in groups of three, and no trailing zeros.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return if value > 0.0 { "any number above".to_owned() } else { "any number below".to_owned() };
    }
    let magnitude = if value == 0.0 { 0 } else { value.abs().log10().floor() as i32 };
    let decimals = (3 - magnitude).clamp(0, 6) as usize;
    let mut text = format!("{:.decimals$}", value.abs());
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), ""), |(whole, fraction)| (whole, fraction));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if value < 0.0 && (whole != "0" || !fraction.is_empty()) { "−" } else { "" };
    if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{fraction}") }
}

fn money(value: f64, sign: &str) -> String {
    let scales = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")];
    let (scale, word) = scales.into_iter().find(|(scale, _)| value.abs() >= *scale).unwrap_or((1.0, ""));
    let amount = number(value / scale);
    if sign.chars().next_back().is_some_and(char::is_alphabetic) {
        format!("{amount}{word} {sign}")
    } else {
        format!("{sign}{amount}{word}")
    }
}

/// A day in words, a range of days by its ends; whole months and years by their names.
fn days(days: Days) -> String {
    let day = |it: jiff::civil::Date| it.strftime("%B %-d, %Y").to_string();
    match days.only() {
        Some(only) => day(only),
        None if days.first.first_of_year() == days.first && days.first.last_of_year() == days.last => {
            days.first.strftime("%Y").to_string()
        }
        None if days.first.first_of_month() == days.first && days.first.last_of_month() == days.last => {
            days.first.strftime("%B %Y").to_string()
        }
        // What an age leaves open begins or ends a day inside the year.
        None if days.first.day_of_year() <= 2 && days.last.day_of_year() >= 364 => {
            let joint = if days.last.year() == days.first.year() + 1 { "or" } else { "to" };
            format!("{} {joint} {}", days.first.strftime("%Y"), days.last.strftime("%Y"))
        }
        None => format!("{} to {}", day(days.first), day(days.last)),
    }
}

/// A date that is not known to the day, as a reader writes it.
fn without_year(date: &CalendarDate) -> String {
    let name = |month: u8| {
        let first = jiff::civil::Date::new(2000, i8::try_from(month).ok()?, 1).ok()?;
        Some(first.strftime("%B").to_string())
    };
    let text = match date.parts {
        Parts::Day { year: None, month, day } => name(month).map(|month| format!("{month} {day}")),
        Parts::Month { year: None, month } => name(month),
        Parts::DayOfMonth(day) => Some(format!("day {day} of the month")),
        _ => None,
    };
    match (text, date.weekday) {
        (Some(text), Some(weekday)) => format!("{}, {text}", weekday.name()),
        (Some(text), None) => text,
        (None, _) => Date { reading: *date }.describe(),
    }
}

/// Seconds in the longest unit of which there are at least two, or one exactly.
fn duration(seconds: f64) -> String {
    const DAY: f64 = 86_400.0;
    let units = [(365.2425 * DAY, "year"), (30.44 * DAY, "month"), (DAY, "day"), (3600.0, "hour"), (60.0, "minute")];
    for (length, name) in units {
        let count = seconds / length;
        if count.abs() >= 1.5 || (count.abs() - 1.0).abs() < 0.01 {
            let count = (count * 10.0).round() / 10.0;
            return format!("{} {name}{}", number(count), if count == 1.0 { "" } else { "s" });
        }
    }
    format!("{} seconds", number(seconds.round()))
}

#[cfg(test)]
mod tests {
    use super::{duration, money, number};

    #[test]
    fn numbers_in_messages() {
        for (value, expected) in [
            (0.0, "0"),
            (1204.4, "1,204"),
            (1_234_567.0, "1,234,567"),
            (99.419, "99.42"),
            (-3.5, "−3.5"),
            (0.012345, "0.01235"),
            (50.000_000_1, "50"),
        ] {
            assert_eq!(number(value), expected);
        }
        assert_eq!(money(1.2e9, "$"), "$1.2 billion");
        assert_eq!(money(12.5, "euros"), "12.5 euros");
        assert_eq!(duration(39.0 * 86_400.0), "39 days");
        assert_eq!(duration(19.0 * 3600.0), "19 hours");
    }
}
