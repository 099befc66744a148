//! Times of day and the zones they are told in.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::{Days, Verdict, Weekday, day};

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
    /// One of these zones of the tz database: the local time of a text that speaks of these places.
    Places(Vec<&'static str>),
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
        Zone::Places(names) => {
            let mut offsets: Vec<i32> = names.iter().flat_map(|it| possible_offsets(&Zone::Named(it), days)).collect();
            offsets.sort_unstable();
            offsets.dedup();
            offsets
        }
        Zone::Named(name) => {
            let Ok(zone) = TimeZone::get(name) else { return Vec::new() };
            let days = days.filter(|days| days.count() <= 366).unwrap_or_else(any_year);
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

/// By how many minutes the clocks of one zone are ahead of those of another on the days, or on any day of a year: from
/// the least to the most. Nothing where a zone is not known.
pub fn minutes_ahead(one: &Zone, other: &Zone, days: Option<Days>) -> Option<(i32, i32)> {
    let days = days.filter(|days| days.count() <= 366).unwrap_or_else(any_year);
    let mut bounds: Option<(i32, i32)> = None;
    let mut at = days.first;
    while at <= days.last {
        let here = Some(Days::single(at));
        for offset in possible_offsets(one, here) {
            for other in possible_offsets(other, here) {
                let ahead = offset - other;
                bounds = Some(bounds.map_or((ahead, ahead), |(least, most)| (least.min(ahead), most.max(ahead))));
            }
        }
        at = day::add_days(at, 1);
    }
    bounds
}

/// The offset of a zone at noon of a day, in minutes.
fn offset_at(zone: &TimeZone, day: Date) -> i32 {
    zone.to_zoned(day.at(12, 0, 0, 0)).map_or(Offset::UTC, |it| it.offset()).seconds() / 60
}

/// A time of day with everything that the text says of when and where it is told.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// What the clock shows.
    pub clock: Clock,
    /// The zone.
    pub zone: &'a Zone,
    /// Its day, or the days among which that is.
    pub days: Option<Days>,
    /// The weekday that stands beside it.
    pub weekday: Option<Weekday>,
}

/// Whether two times of day can be one instant.
///
/// Where the text does not say both days or both weekdays, the instant may lie on the day before or after. Without a
/// date, every day of a year is tried: both clocks show summer time or winter time of one day.
pub fn same_instant(one: Told<'_>, other: Told<'_>) -> Verdict {
    if one.clock.is_impossible() || other.clock.is_impossible() {
        return Verdict::CannotTell;
    }
    let apart = match (one.days.and_then(Days::only), other.days.and_then(Days::only), one.weekday, other.weekday) {
        (Some(day), Some(other), ..) => Some(day::day_number(other) - day::day_number(day)),
        (_, _, Some(weekday), Some(other)) => {
            Some((i32::from(other.number()) - i32::from(weekday.number()) + 3).rem_euclid(7) - 3)
        }
        _ => None,
    };
    let days = one.days.or(other.days).filter(|days| days.count() <= 366).unwrap_or_else(any_year);
    let (mut choices, mut fits) = (0, 0);
    let mut seen: Vec<(Vec<i32>, Vec<i32>)> = Vec::new();
    let mut at = days.first;
    while at <= days.last {
        let of_other = other.days.filter(|it| it.count() == 1).unwrap_or(Days::single(at));
        let offsets =
            (possible_offsets(one.zone, Some(Days::single(at))), possible_offsets(other.zone, Some(of_other)));
        at = day::add_days(at, 1);
        if offsets.0.is_empty() || offsets.1.is_empty() {
            return Verdict::CannotTell;
        }
        if seen.contains(&offsets) {
            continue;
        }
        for minute in one.clock.minutes() {
            for offset in &offsets.0 {
                for other_minute in other.clock.minutes() {
                    for other_offset in &offsets.1 {
                        choices += 1;
                        let between = (other_minute - other_offset) - (minute - offset);
                        let agrees = match apart {
                            Some(days) => between + days * 1440 == 0,
                            None => between.rem_euclid(1440) == 0,
                        };
                        fits += u32::from(agrees);
                    }
                }
            }
        }
        seen.push(offsets);
    }
    match fits {
        0 => Verdict::Conflict,
        _ if fits == choices => Verdict::Certain,
        _ => Verdict::Compatible,
    }
}

/// The days of a year, where none is known.
fn any_year() -> Days {
    let first = day::day(2024, 1, 1).unwrap_or_default();
    Days::new(first, day::add_days(first, 365))
}

#[cfg(test)]
mod tests {
    use super::{Clock, Days, Told, Verdict, Zone, day, minutes_ahead, possible_offsets, same_instant};

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
            let told = |(clock, zone, days)| Told { clock, zone, days, weekday: None };
            assert_eq!(same_instant(told(one), told(other)), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn clocks_ahead_of_others() {
        let (gmt, berlin) = (Zone::Offsets(vec![0]), Zone::Named("Europe/Berlin"));
        assert_eq!(minutes_ahead(&berlin, &gmt, on(2025, 7, 9)), Some((120, 120)));
        assert_eq!(minutes_ahead(&gmt, &berlin, None), Some((-120, -60)));
        assert_eq!(minutes_ahead(&gmt, &Zone::Local, None), None);
    }

    #[test]
    fn offsets_of_a_zone() {
        let hobart = Zone::Named("Australia/Hobart");
        assert_eq!(possible_offsets(&hobart, on(2025, 7, 1)), [600]);
        assert_eq!(possible_offsets(&hobart, None), [660, 600]);
        assert_eq!(possible_offsets(&Zone::Named("Asia/Kathmandu"), None), [345]);
    }
}
