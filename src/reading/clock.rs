//! Times of day and the zones they are told in.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::{Days, Verdict, day};

/// A time of day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The hour, 0–24; larger in an impossible time.
    pub hour: u8,
    /// The minute; above 59 in an impossible time.
    pub minute: u8,
    /// The second, where it is written.
    pub second: Option<u8>,
    /// Whether minutes are written ("9 a.m." has none).
    pub has_minutes: bool,
    /// Whether nothing says which half of the day is meant, so that 12 hours later is as good.
    pub either_half: bool,
}

/// The zone that a time is told in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// One of these offsets, in minutes east of Greenwich: "GMT", "CST".
    Offsets(Vec<i16>),
    /// The zone of the tz database: "in Berlin", "Eastern".
    Named(&'static str),
    /// "local time": where that is, the words do not say.
    Local,
}

impl Clock {
    /// Whether no clock shows it.
    pub fn is_impossible(self) -> bool {
        let is_last = self.hour == 24 && self.minute == 0 && self.second.unwrap_or(0) == 0;
        (self.hour > 23 && !is_last) || self.minute > 59 || self.second.is_some_and(|second| second > 60)
    }

    /// Seconds since midnight.
    pub fn seconds(self) -> i32 {
        i32::from(self.hour) * 3600 + i32::from(self.minute) * 60 + i32::from(self.second.unwrap_or(0))
    }

    /// Minutes since midnight of each half of the day that can be meant.
    pub fn minutes(self) -> impl Iterator<Item = i32> {
        let minute = self.seconds().div_euclid(60);
        std::iter::once(minute).chain(self.either_half.then_some((minute + 720) % 1440))
    }

    /// `HH:MM`, with seconds where they are written.
    pub fn iso(self) -> String {
        match self.second {
            Some(second) => format!("{:02}:{:02}:{second:02}", self.hour, self.minute),
            None => format!("{:02}:{:02}", self.hour, self.minute),
        }
    }
}

/// The offsets, in minutes east of Greenwich, that a zone can have; exact on a known date, all that it has in a year
/// where the date is unknown. Empty where nothing is known.
pub fn possible_offsets(zone: &Zone, days: Option<Days>) -> Vec<i32> {
    match zone {
        Zone::Local => Vec::new(),
        Zone::Offsets(offsets) => offsets.iter().map(|it| i32::from(*it)).collect(),
        Zone::Named(name) => {
            let Ok(zone) = TimeZone::get(name) else { return Vec::new() };
            let days = days.filter(|days| days.count() <= 366).unwrap_or_else(|| {
                let year = day::day(2024, 1, 1).unwrap_or_default();
                Days::new(year, day::add_days(year, 365))
            });
            // Zones change at night: the day before and the day after catch the offset of every hour of the days.
            let mut offsets = Vec::new();
            let step = (days.count() / 26).max(1);
            let mut at = days.first;
            while at <= days.last {
                let offset = offset_at(&zone, at);
                if !offsets.contains(&offset) {
                    offsets.push(offset);
                }
                at = day::add_days(at, step);
            }
            offsets
        }
    }
}

/// The offset of a zone at noon of a day, in minutes.
fn offset_at(zone: &TimeZone, day: Date) -> i32 {
    zone.to_zoned(day.at(12, 0, 0, 0)).map_or(Offset::UTC, |it| it.offset()).seconds() / 60
}

/// Whether two times of day can be one instant.
///
/// Each has a zone and, where the text says, its day. Where it does not say both days, the instant may lie on the
/// day before or after.
pub fn same_instant(one: (Clock, &Zone, Option<Days>), other: (Clock, &Zone, Option<Days>)) -> Verdict {
    let days = one.2.or(other.2);
    let (offsets, others) = (possible_offsets(one.1, days), possible_offsets(other.1, other.2.or(days)));
    if offsets.is_empty() || others.is_empty() || one.0.is_impossible() || other.0.is_impossible() {
        return Verdict::CannotTell;
    }
    let known_days = match (one.2.and_then(Days::only), other.2.and_then(Days::only)) {
        (Some(a), Some(b)) => Some(day::day_number(b) - day::day_number(a)),
        _ => None,
    };
    let mut choices = 0;
    let mut fits = 0;
    for minute in one.0.minutes() {
        for offset in &offsets {
            for other_minute in other.0.minutes() {
                for other_offset in &others {
                    choices += 1;
                    let apart = (other_minute - other_offset) - (minute - offset);
                    let agrees = match known_days {
                        Some(days) => apart + days * 1440 == 0,
                        None => apart.rem_euclid(1440) == 0,
                    };
                    fits += u32::from(agrees);
                }
            }
        }
    }
    match fits {
        0 => Verdict::Conflict,
        _ if fits == choices => Verdict::Certain,
        _ => Verdict::Compatible,
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, Days, Verdict, Zone, day, possible_offsets, same_instant};

    fn at(hour: u8, minute: u8) -> Clock {
        Clock { hour, minute, second: None, has_minutes: true, either_half: false }
    }

    fn on(year: i32, month: u8, of_month: u8) -> Option<Days> {
        day::day(year, month, of_month).map(Days::single)
    }

    #[test]
    fn one_instant_in_two_zones() {
        let (gmt, berlin) = (Zone::Offsets(vec![0]), Zone::Named("Europe/Berlin"));
        let (sydney, eastern) = (Zone::Named("Australia/Sydney"), Zone::Named("America/New_York"));
        for (one, other, expected) in [
            ((at(20, 0), &berlin, on(2025, 7, 9)), (at(19, 0), &gmt, None), Verdict::Conflict),
            ((at(20, 0), &berlin, on(2025, 12, 3)), (at(19, 0), &gmt, None), Verdict::Certain),
            ((at(20, 0), &berlin, None), (at(19, 0), &gmt, None), Verdict::Compatible),
            ((at(14, 30), &sydney, on(2025, 8, 12)), (at(4, 30), &gmt, None), Verdict::Certain),
            ((at(14, 30), &sydney, on(2026, 2, 3)), (at(4, 30), &gmt, None), Verdict::Conflict),
            ((at(9, 30), &eastern, on(2025, 3, 17)), (at(14, 30), &berlin, None), Verdict::Certain),
            ((at(21, 14), &eastern, on(2025, 7, 1)), (at(1, 14), &gmt, on(2025, 7, 1)), Verdict::Conflict),
            ((at(21, 14), &eastern, on(2025, 7, 1)), (at(1, 14), &gmt, on(2025, 7, 2)), Verdict::Certain),
            ((at(8, 0), &Zone::Local, None), (at(4, 0), &gmt, None), Verdict::CannotTell),
        ] {
            assert_eq!(same_instant(one, other), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn offsets_of_a_zone() {
        let hobart = Zone::Named("Australia/Hobart");
        assert_eq!(possible_offsets(&hobart, on(2025, 7, 1)), [600]);
        assert_eq!(possible_offsets(&hobart, None), [660, 600]);
        assert_eq!(possible_offsets(&Zone::Named("Asia/Kathmandu"), None), [345]);
    }
}
