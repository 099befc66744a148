//! Days and ranges of days of the proleptic Gregorian calendar.

use jiff::civil::{Date, date};

use super::{Interval, Verdict};

/// A closed range of days: the days that a date in prose can stand for. "1938" is the whole year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The earliest day.
    pub first: Date,
    /// The latest day.
    pub last: Date,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// The first day of the week by ISO 8601.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All days from Monday.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// The day of a number from 1, Monday.
    pub const fn from_number(number: u8) -> Option<Self> {
        if number >= 1 && number <= 7 { Some(Self::ALL[number as usize - 1]) } else { None }
    }

    /// The weekday of a date.
    pub fn of(day: Date) -> Self {
        Self::ALL[day.weekday().to_monday_zero_offset() as usize]
    }

    /// Its number from 1, Monday.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The day `count` days later.
    #[must_use]
    pub fn plus(self, count: i32) -> Self {
        Self::ALL[(self as i32 + count).rem_euclid(7) as usize]
    }

    /// Its English name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

/// The number of a day, counted from 1970-01-01.
pub fn day_number(day: Date) -> i32 {
    day.since(date(1970, 1, 1)).map_or(0, |span| span.get_days())
}

/// The day `count` days after another, or the end of the calendar.
pub fn add_days(day: Date, count: i32) -> Date {
    let count = count.clamp(-7_304_484, 7_304_484);
    day.saturating_add(jiff::Span::new().days(count))
}

/// The same day `count` months later, or the last day of that month where it is shorter.
pub fn add_months(day: Date, count: i32) -> Date {
    let count = count.clamp(-239_976, 239_976);
    day.saturating_add(jiff::Span::new().months(count))
}

/// How many days a month has; `None` for a month that does not exist or a year outside -9999..=9999.
pub fn days_in_month(year: i32, month: u8) -> Option<u8> {
    let year = i16::try_from(year).ok()?;
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    Some(first.days_in_month().unsigned_abs())
}

/// The day with the given parts, where it exists. The year is astronomical: 0 is 1 BC.
pub fn day(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The `nth` given weekday of a month, from 1; -1 is the last.
pub fn nth_weekday(year: i32, month: u8, nth: i8, weekday: Weekday) -> Option<Date> {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday.number() as i8).ok()?;
    day(year, month, 1)?.nth_weekday_of_month(nth, weekday).ok()
}

impl Days {
    /// The range between two days, whichever is first.
    pub fn new(one: Date, other: Date) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// One day.
    pub const fn single(day: Date) -> Self {
        Self { first: day, last: day }
    }

    /// A month.
    pub fn month(year: i32, month: u8) -> Option<Self> {
        let first = day(year, month, 1)?;
        Some(Self { first, last: first.last_of_month() })
    }

    /// The years from one to another.
    pub fn years(first: i32, last: i32) -> Option<Self> {
        Some(Self { first: day(first, 1, 1)?, last: day(last, 12, 31)? })
    }

    /// The day, where there is only one.
    pub fn only(self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }

    /// How many days it holds.
    pub fn count(self) -> i32 {
        day_number(self.last) - day_number(self.first) + 1
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// The days of both.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Self { first, last })
    }

    /// The range moved by a number of days.
    #[must_use]
    pub fn shift(self, count: i32) -> Self {
        Self { first: add_days(self.first, count), last: add_days(self.last, count) }
    }

    /// Whether both can be the same day.
    pub fn equals(self, other: Self) -> Verdict {
        match (self.only(), other.only()) {
            (Some(one), Some(two)) => Verdict::of(one == two),
            _ if self.intersection(other).is_none() => Verdict::Conflict,
            _ => Verdict::Compatible,
        }
    }

    /// Whether this day lies before the other.
    pub fn is_before(self, other: Self) -> Verdict {
        if self.last < other.first {
            Verdict::Certain
        } else if self.first < other.last {
            Verdict::Compatible
        } else {
            Verdict::Conflict
        }
    }

    /// The weekday, where it is one day.
    pub fn weekday(self) -> Option<Weekday> {
        self.only().map(Weekday::of)
    }

    /// How many days pass until a day of `other`; negative where it lies before.
    pub fn days_until(self, other: Self) -> Interval {
        let low = f64::from(day_number(other.first) - day_number(self.last));
        let high = f64::from(day_number(other.last) - day_number(self.first));
        Interval::new(low, (low + high) / 2.0, high)
    }

    /// How many years pass until a day of `other`, as a fraction; negative where it lies before.
    pub fn years_until(self, other: Self) -> Interval {
        let low = years_between(self.last, other.first);
        let high = years_between(self.first, other.last);
        Interval::new(low, (low + high) / 2.0, high)
    }

    /// How many whole years someone born on a day of this range has lived on a day of `other`.
    pub fn age_on(self, other: Self) -> Interval {
        self.years_until(other).map(f64::floor)
    }

    /// The range after a number of days has passed.
    #[must_use]
    pub fn plus(self, days: Interval) -> Self {
        Self {
            first: add_days(self.first, days.low.floor() as i32),
            last: add_days(self.last, days.high.ceil() as i32),
        }
    }
}

/// The years between two days: whole years by the calendar, and the days left over as a part of the year.
fn years_between(from: Date, to: Date) -> f64 {
    if to < from {
        return -years_between(to, from);
    }
    let mut whole = i32::from(to.year()) - i32::from(from.year());
    // Who is born on February 29 completes a year on March 1 or February 28; both are in use, the later counts here.
    if (to.month(), to.day()) < (from.month(), from.day()) {
        whole -= 1;
    }
    let anniversary = add_months(from, whole * 12);
    f64::from(whole) + (f64::from(day_number(to) - day_number(anniversary)) / 366.0).clamp(0.0, 0.999)
}

#[cfg(test)]
mod tests {
    use super::{Days, Weekday, day, nth_weekday};

    fn single(year: i32, month: u8, of_month: u8) -> Days {
        Days::single(day(year, month, of_month).expect("the day exists"))
    }

    #[test]
    fn ages_by_birth_and_day() {
        for (birth, on, low, high) in [
            (single(1951, 5, 3), single(2024, 4, 30), 72.0, 72.0),
            (single(1951, 5, 3), single(2024, 5, 3), 73.0, 73.0),
            (Days::years(1938, 1938).expect("a year"), single(2024, 10, 4), 85.0, 86.0),
            (single(2000, 2, 29), single(2001, 2, 28), 0.0, 0.0),
        ] {
            let age = birth.age_on(on);
            assert_eq!((age.low, age.high), (low, high), "{birth:?} {on:?}");
        }
    }

    #[test]
    fn weekdays_of_days() {
        assert_eq!(single(2016, 5, 12).weekday(), Some(Weekday::Thursday));
        assert_eq!(single(1969, 7, 20).weekday(), Some(Weekday::Sunday));
        assert_eq!(nth_weekday(2024, 9, 1, Weekday::Monday), day(2024, 9, 2));
        assert_eq!(nth_weekday(2025, 9, -1, Weekday::Saturday), day(2025, 9, 27));
        assert_eq!(Weekday::Sunday.plus(1), Weekday::Monday);
    }
}
