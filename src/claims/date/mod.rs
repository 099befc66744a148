//! A date or a part of one: "May 12, 2016", "Tuesday", "the 1990s".
//!
//! ```abnf
//! date = days / month / period / nth-weekday / feast / relative / weekday
//! ```
//!
//! Lists and ranges of dates are in [`super::date_range`].

pub(super) mod elements;
mod feast;
mod nth_weekday;
mod numeric;
mod period;
mod relative;
mod written;

pub(super) use period::centuries;
pub(super) use written::{DayList, Link, days};

use nom::Parser as _;

use crate::reading::{self, CalendarDate, Days, Weekday};
use crate::tokens::{Read, Tokens};

/// A date or a part of one: "May 12, 2016", "Tuesday", "the 1990s".
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// What is written, and the days that it can stand for.
    pub reading: CalendarDate,
}

impl Date {
    /// The days it can stand for: by its own words, else by its context.
    pub fn days(&self) -> Option<Days> {
        self.reading.known()
    }

    /// The weekday that is written beside it.
    pub fn weekday(&self) -> Option<Weekday> {
        self.reading.weekday
    }

    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        if let Some(edtf) = self.reading.edtf() {
            keys.insert("edtf".into(), edtf.into());
        }
        if let Some(weekday) = self.reading.weekday {
            keys.insert("weekday".into(), weekday.name().into());
        }
        if let Some(days) = self.reading.known() {
            keys.insert("resolved".into(), reading::days_edtf(days).into());
        }
        keys
    }

    pub(crate) fn describe(&self) -> String {
        let written = self.reading.edtf();
        let known = self.reading.known().map(reading::days_edtf);
        let text = match (written, known) {
            (Some(written), Some(known)) if written != known => format!("{known} ({written})"),
            (Some(text), _) | (None, Some(text)) => text,
            (None, None) => String::new(),
        };
        match self.reading.weekday {
            Some(weekday) if text.is_empty() => weekday.name().to_owned(),
            Some(weekday) => format!("{}, {text}", weekday.name()),
            None => text,
        }
    }
}

/// Reads one date that is no list of days.
pub(super) fn single(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    nom::branch::alt((
        period::period,
        nth_weekday::nth_weekday,
        feast::feast,
        relative::relative,
        written::day_of_month,
        written::month_alone,
        written::weekday_alone,
    ))
    .parse(input)
}
