//! Lengths of time.

use super::{Days, Interval, day};
use crate::lexicon::Period;

/// A length of time as prose gives it: a calendar part and an exact part, with what they can stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// The parts as they are written, from the longest.
    pub parts: Vec<(f64, Period)>,
    /// The last part as an interval: the one that rounding and hedges widen.
    pub figure: Interval,
    /// The last part without the hedge that widens or bounds it.
    pub stated: Interval,
}

const DAY: f64 = 86_400.0;

impl Length {
    /// A length of one part.
    pub fn new(figure: Interval, period: Period) -> Self {
        Self { parts: vec![(figure.point, period)], figure, stated: figure }
    }

    /// A length of several parts, of which the last one counts `last` exactly.
    pub fn of_parts(parts: Vec<(f64, Period)>, last: f64) -> Self {
        let figure = Interval::exact(last);
        Self { parts, figure, stated: figure }
    }

    /// The same without its hedge: "more than 20 years" as 20 years.
    #[must_use]
    pub fn unhedged(&self) -> Self {
        Self { figure: self.stated, ..self.clone() }
    }

    /// The shortest period that is named.
    pub fn unit(&self) -> Period {
        self.parts.last().map_or(Period::Day, |(_, period)| *period)
    }

    /// The length in seconds, as wide as rounding to the shortest named period makes it; months and years are as
    /// long as the calendar's shortest and longest.
    ///
    /// Years, months, decades and weeks are also counted as completed ("16 years" for 16 years and 11 months).
    pub fn seconds(&self) -> Interval {
        let unit = self.unit();
        let (below, above) = match unit {
            Period::Second | Period::Minute | Period::Hour | Period::Day | Period::Night | Period::Weekend => {
                (0.5, 0.5)
            }
            _ => (0.5, 1.0),
        };
        // What is hedged or long is an interval already; a count is one that the unit rounds.
        let (below, above) = match (self.figure.is_exact(), self.figure.point.fract() == 0.0) {
            (false, _) => (0.0, 0.0),
            (true, true) => (below, above),
            (true, false) => (below / 2.0, above / 2.0),
        };
        let figure = Interval::new((self.figure.low - below).max(0.0), self.figure.point, self.figure.high + above);
        let mut sum = Interval::exact(0.0);
        for (index, (count, period)) in self.parts.iter().enumerate() {
            let count = if index + 1 == self.parts.len() { figure } else { Interval::exact(*count) };
            sum = sum + count * period_seconds(*period);
        }
        sum
    }

    /// The length in days.
    pub fn days(&self) -> Interval {
        self.seconds().scale(1.0 / DAY)
    }

    /// The length in seconds as it is written, without widening.
    pub fn written_seconds(&self) -> f64 {
        self.parts.iter().map(|(count, period)| count * period_seconds(*period).point).sum()
    }

    /// The length in years as it is written, without widening.
    pub fn years(&self) -> f64 {
        self.written_seconds() / (365.2425 * DAY)
    }

    /// The days that can be meant by this length after `start`, or before it where `back`.
    pub fn from(&self, start: Days, back: bool) -> Days {
        let days = self.days();
        let days = if back { -days } else { days };
        start.plus(days)
    }

    /// The day exactly this length away by the calendar: "two months" after May 3 is July 3. Parts of months are
    /// counted in days.
    pub fn exact_from(&self, start: jiff::civil::Date, back: bool) -> jiff::civil::Date {
        let sign = if back { -1.0 } else { 1.0 };
        let mut at = start;
        for (count, period) in &self.parts {
            let months = count * months(*period);
            if months > 0.0 {
                at = day::add_months(at, (sign * months.trunc()) as i32);
                at = day::add_days(at, (sign * months.fract() * 30.4).round() as i32);
            } else {
                at = day::add_days(at, (sign * count * period_seconds(*period).point / DAY).round() as i32);
            }
        }
        at
    }

    /// The length in the notation of ISO 8601: `P7M`, `P2Y6M`, `PT45M`.
    pub fn iso(&self) -> String {
        let (mut years, mut months, mut weeks, mut days) = (0.0, 0.0, 0.0, 0.0);
        let (mut hours, mut minutes, mut seconds) = (0.0, 0.0, 0.0);
        for (count, period) in &self.parts {
            match period {
                Period::Second => seconds += count,
                Period::Minute => minutes += count,
                Period::Hour => hours += count,
                Period::Day | Period::Night => days += count,
                Period::Weekend => days += 2.0 * count,
                Period::Week => weeks += count,
                Period::Fortnight => weeks += 2.0 * count,
                Period::Month => months += count,
                Period::Quarter => months += 3.0 * count,
                Period::Year => years += count,
                Period::Decade => years += 10.0 * count,
                Period::Century => years += 100.0 * count,
                Period::Millennium => years += 1000.0 * count,
            }
        }
        carry(&mut years, &mut months, 12.0);
        carry(&mut hours, &mut minutes, 60.0);
        carry(&mut minutes, &mut seconds, 60.0);
        // Weeks stand alone in ISO 8601.
        if weeks != 0.0 && (years != 0.0 || months != 0.0 || days != 0.0 || hours != 0.0) {
            days += weeks * 7.0;
            weeks = 0.0;
        }
        let mut text = String::from("P");
        for (count, letter) in [(years, 'Y'), (months, 'M'), (weeks, 'W'), (days, 'D')] {
            push(&mut text, count, letter);
        }
        if hours != 0.0 || minutes != 0.0 || seconds != 0.0 {
            text.push('T');
            for (count, letter) in [(hours, 'H'), (minutes, 'M'), (seconds, 'S')] {
                push(&mut text, count, letter);
            }
        }
        if text.len() == 1 {
            text.push_str("0D");
        }
        text
    }
}

/// Moves the half and the quarters of a longer unit into the shorter one: "two and a half years" is P2Y6M.
fn carry(longer: &mut f64, shorter: &mut f64, factor: f64) {
    let rest = longer.fract() * factor;
    if rest != 0.0 && (rest - rest.round()).abs() < 1e-9 {
        *longer = longer.trunc();
        *shorter += rest.round();
    }
}

fn push(text: &mut String, count: f64, letter: char) {
    if count != 0.0 {
        text.push_str(&count.to_string());
        text.push(letter);
    }
}

/// How many months a period of the calendar has; 0 for those that are counted in days.
fn months(period: Period) -> f64 {
    match period {
        Period::Month => 1.0,
        Period::Quarter => 3.0,
        Period::Year => 12.0,
        Period::Decade => 120.0,
        Period::Century => 1_200.0,
        Period::Millennium => 12_000.0,
        _ => 0.0,
    }
}

/// How long one period is, in seconds; months and years are as long as the calendar's shortest and longest.
pub fn period_seconds(period: Period) -> Interval {
    let years = |count: f64| Interval::new(365.0 * count * DAY, 365.2425 * count * DAY, 366.0 * count * DAY);
    match period {
        Period::Second => Interval::exact(1.0),
        Period::Minute => Interval::exact(60.0),
        Period::Hour => Interval::exact(3_600.0),
        Period::Day | Period::Night => Interval::exact(DAY),
        Period::Weekend => Interval::exact(2.0 * DAY),
        Period::Week => Interval::exact(7.0 * DAY),
        Period::Fortnight => Interval::exact(14.0 * DAY),
        Period::Month => Interval::new(28.0 * DAY, 30.436_875 * DAY, 31.0 * DAY),
        Period::Quarter => Interval::new(90.0 * DAY, 91.310_625 * DAY, 92.0 * DAY),
        Period::Year => years(1.0),
        Period::Decade => years(10.0),
        Period::Century => years(100.0),
        Period::Millennium => years(1_000.0),
    }
}
