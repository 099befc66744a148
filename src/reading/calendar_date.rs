//! A date as prose gives it: which parts of the calendar are named, and which days they can stand for.

use super::day::{self, Days, Weekday};
use super::{Interval, Length};
use crate::lexicon::{Period, Portion};

/// A date or a part of one, with the days it can stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalendarDate {
    /// What is written.
    pub parts: Parts,
    /// The part of the period that is meant: "early May".
    pub portion: Option<Portion>,
    /// The weekday that stands beside it.
    pub weekday: Option<Weekday>,
    /// The days it stands for by its own words; `None` where they do not say (no year, seasons, fiscal years).
    pub days: Option<Days>,
    /// The days it stands for in its context, where that is certain.
    pub resolved: Option<Days>,
    /// Whether it may be a date of the Julian calendar, so that weekdays and distances say nothing.
    pub old_style: bool,
}

/// The parts of the calendar that a date names. Years are astronomical: 0 is 1 BC, -43 is 44 BC.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parts {
    /// "May 12, 2016", "12 May". The day may be one that the month does not have.
    Day {
        /// The year, where it is written.
        year: Option<i32>,
        /// From 1; above 12 in an impossible numeric date.
        month: u8,
        /// From 1.
        day: u8,
    },
    /// "5/12/2016", where the order of day and month cannot be told.
    EitherOrder {
        /// The year, where it is written.
        year: Option<i32>,
        /// The first number.
        one: u8,
        /// The second number.
        other: u8,
    },
    /// "May 2016", "in May".
    Month {
        /// The year, where it is written.
        year: Option<i32>,
        /// From 1.
        month: u8,
    },
    /// "2016", "44 BC".
    Year(i32),
    /// "the 1990s": the first year.
    Decade(i32),
    /// "19th century": its number, negative for BC.
    Century(i32),
    /// "Q3 2021", "the third quarter".
    Quarter {
        /// The year, where it is written.
        year: Option<i32>,
        /// From 1.
        quarter: u8,
    },
    /// "spring 2020": without bounds, since hemispheres and calendars differ.
    Season {
        /// The year, where it is written.
        year: Option<i32>,
        /// 21 is spring, by EDTF.
        season: u8,
    },
    /// "fiscal 2021": never comparable.
    Fiscal {
        /// The year as it is written.
        year: i32,
    },
    /// "2021-W05", with or without its day.
    Week {
        /// The ISO year.
        year: i32,
        /// The ISO week.
        week: u8,
        /// The day, where it is written.
        weekday: Option<Weekday>,
    },
    /// "the 12th".
    DayOfMonth(u8),
    /// A weekday and nothing else.
    Weekday,
    /// "the first Monday in September 2024".
    NthWeekday {
        /// From 1; -1 is the last.
        nth: i8,
        /// The month.
        month: u8,
        /// The year, where it is written.
        year: Option<i32>,
    },
    /// "H1 2024", "the first half of 2014".
    Half {
        /// The year, where it is written.
        year: Option<i32>,
        /// 1 or 2.
        half: u8,
    },
    /// "yesterday", "last May", "two years ago".
    Relative(Relative),
    /// "by the end of the year", "a few days ago", "last fiscal year": told without bounds.
    Unbound,
}

/// A date that is told from another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relative {
    /// What is counted.
    pub step: Step,
    /// How many steps: negative is before.
    pub count: f64,
    /// From where it is counted.
    pub anchor: Anchor,
}

/// What a relative date counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// A distance: "two years ago".
    Distance(Period),
    /// A period of the calendar: "last year".
    Period(Period),
    /// All of some periods: "the last two weeks".
    Stretch(Period),
    /// A weekday: "next Tuesday".
    Weekday(Weekday),
    /// A month: "last May".
    Month(u8),
    /// A season: "last spring".
    Season(u8),
}

/// From where a relative date is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// From the day of the article.
    Article,
    /// From the date that the text speaks of.
    Text,
}

impl CalendarDate {
    /// A date of the given parts, with the days that these say.
    pub fn new(parts: Parts) -> Self {
        let mut date = Self { parts, portion: None, weekday: None, days: None, resolved: None, old_style: false };
        date.settle();
        date
    }

    /// The same with a weekday beside it.
    #[must_use]
    pub fn with_weekday(mut self, weekday: Option<Weekday>) -> Self {
        self.weekday = weekday.or(self.weekday);
        self.settle();
        self
    }

    /// The part of the period that is meant.
    #[must_use]
    pub fn with_portion(mut self, portion: Portion) -> Self {
        self.portion = Some(portion);
        self.settle();
        self
    }

    /// The year that is written.
    pub fn year(&self) -> Option<i32> {
        match self.parts {
            Parts::Day { year, .. }
            | Parts::EitherOrder { year, .. }
            | Parts::Month { year, .. }
            | Parts::Quarter { year, .. }
            | Parts::Half { year, .. }
            | Parts::Season { year, .. }
            | Parts::NthWeekday { year, .. } => year,
            Parts::Year(year) | Parts::Week { year, .. } | Parts::Fiscal { year } => Some(year),
            _ => None,
        }
    }

    /// The same date in a given year, where it names none.
    #[must_use]
    pub fn in_year(mut self, given: i32) -> Self {
        match &mut self.parts {
            Parts::Day { year, .. }
            | Parts::EitherOrder { year, .. }
            | Parts::Month { year, .. }
            | Parts::Quarter { year, .. }
            | Parts::Half { year, .. }
            | Parts::Season { year, .. }
            | Parts::NthWeekday { year, .. } => *year = year.or(Some(given)),
            _ => {}
        }
        self.settle();
        self
    }

    /// How far away it is from the date it is told from, and whether it lies before it: "two years ago".
    pub fn distance(&self) -> Option<(Length, bool)> {
        match self.parts {
            Parts::Relative(Relative { step: Step::Distance(period), count, .. }) if count != 0.0 => {
                Some((Length::new(Interval::exact(count.abs()), period), count < 0.0))
            }
            _ => None,
        }
    }

    /// Whether it names a day that its month or its year does not have, as far as that is certain.
    pub fn is_impossible(&self) -> bool {
        match self.parts {
            Parts::Day { year, month, day } => {
                // 2000 was a leap year: without a year, February 29 is possible.
                !day::days_in_month(year.unwrap_or(2000), month).is_some_and(|last| (1..=last).contains(&day))
            }
            Parts::Week { year, week, .. } => iso_week(year, week, Weekday::Monday).is_none(),
            Parts::DayOfMonth(day) => !(1..=31).contains(&day),
            _ => false,
        }
    }

    /// Whether it is told by a length of time: "two years ago".
    pub fn is_distance(&self) -> bool {
        matches!(self.parts, Parts::Relative(Relative { step: Step::Distance(_), .. }))
    }

    /// The days it stands for: by its own words, else by its context.
    pub fn known(&self) -> Option<Days> {
        self.days.or(self.resolved)
    }

    /// The days in which a season of a year lies, wherever on earth; it has no closer bounds.
    pub fn bounds(&self) -> Option<Days> {
        const SPRING_TO_AUTUMN: std::ops::RangeInclusive<u8> = 21..=23;
        match self.parts {
            // "Summer 1988" is also the southern one, from December 1987 to February or from December 1988.
            Parts::Season { year: Some(year), season } => {
                let year_around = Days::years(year, year)?;
                let months = if SPRING_TO_AUTUMN.contains(&season) && season != 22 { 0 } else { 92 };
                Some(Days::new(day::add_days(year_around.first, -months), day::add_days(year_around.last, months)))
            }
            _ => None,
        }
    }

    /// The two readings of a numeric date whose order cannot be told; otherwise the date itself, once.
    pub fn readings(&self) -> [Self; 2] {
        let Parts::EitherOrder { year, one, other } = self.parts else { return [*self; 2] };
        [(one, other), (other, one)].map(|(month, day)| {
            let mut date = Self::new(Parts::Day { year, month, day }).with_weekday(self.weekday);
            date.old_style = self.old_style;
            date
        })
    }

    /// Works out the days from the parts.
    fn settle(&mut self) {
        self.days = self.parts_days().and_then(|days| self.portion.map_or(Some(days), |it| part_of(days, it)));
        // The Gregorian calendar is of October 1582, and Britain and its colonies took it in September 1752.
        let is_day = self.days.is_some_and(|days| days.count() == 1);
        let early = self.year().is_some_and(|year| year < 1752) || (is_day && self.year() == Some(1752));
        self.old_style |= early;
    }

    fn parts_days(&self) -> Option<Days> {
        match self.parts {
            Parts::Day { year, month, day } => Some(Days::single(day::day(year?, month, day)?)),
            Parts::EitherOrder { year, one, other } => {
                let one_way = Days::single(day::day(year?, one, other)?);
                Some(one_way.hull(Days::single(day::day(year?, other, one)?)))
            }
            Parts::Month { year, month } => Days::month(year?, month),
            Parts::Year(year) => Days::years(year, year),
            Parts::Decade(first) => Days::years(first, first + 9),
            // The 19th century is 1801–1900 to the purist and 1800–1899 to everyone else.
            Parts::Century(number) if number > 0 => Days::years((number - 1) * 100, number * 100),
            Parts::Century(number) => Days::years(number * 100 + 1, (number + 1) * 100),
            Parts::Quarter { year, quarter } => {
                let first = Days::month(year?, quarter * 3 - 2)?;
                Some(first.hull(Days::month(year?, quarter * 3)?))
            }
            Parts::Half { year, half } => {
                let first = Days::month(year?, half * 6 - 5)?;
                Some(first.hull(Days::month(year?, half * 6)?))
            }
            Parts::Week { year, week, weekday } => match weekday {
                Some(weekday) => iso_week(year, week, weekday).map(Days::single),
                None => Some(Days::new(iso_week(year, week, Weekday::Monday)?, iso_week(year, week, Weekday::Sunday)?)),
            },
            Parts::NthWeekday { nth, month, year } => {
                day::nth_weekday(year?, month, nth, self.weekday?).map(Days::single)
            }
            Parts::Season { .. }
            | Parts::Fiscal { .. }
            | Parts::DayOfMonth(_)
            | Parts::Weekday
            | Parts::Unbound
            | Parts::Relative(_) => None,
        }
    }

    /// The date in EDTF (ISO 8601-2), where it has a form there.
    pub fn edtf(&self) -> Option<String> {
        let text = match self.parts {
            Parts::Day { year, month, day } => format!("{}-{month:02}-{day:02}", year_edtf(year)),
            Parts::EitherOrder { year, one, other } => {
                let year = year_edtf(year);
                format!("[{year}-{one:02}-{other:02},{year}-{other:02}-{one:02}]")
            }
            Parts::Month { year, month } => format!("{}-{month:02}", year_edtf(year)),
            Parts::Year(year) => year_edtf(Some(year)),
            Parts::Decade(first) => format!("{:03}X", first.div_euclid(10)),
            Parts::Century(number) if number > 0 => format!("{:02}XX", number - 1),
            Parts::Century(number) => {
                format!("{}/{}", year_edtf(Some(number * 100 + 1)), year_edtf(Some((number + 1) * 100)))
            }
            Parts::Quarter { year, quarter } => format!("{}-{}", year_edtf(year), 32 + quarter),
            Parts::Half { year, half } => format!("{}-{}", year_edtf(year), 39 + half),
            Parts::Season { year, season } => format!("{}-{season}", year_edtf(year)),
            Parts::Week { year, week, weekday } => match weekday {
                Some(day) => format!("{year:04}-W{week:02}-{}", day.number()),
                None => format!("{year:04}-W{week:02}"),
            },
            Parts::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
            Parts::NthWeekday { month, year, .. } => match self.days {
                Some(days) => days_edtf(days),
                None => format!("{}-{month:02}-XX", year_edtf(year)),
            },
            Parts::Weekday => days_edtf(self.resolved.filter(|days| days.count() == 1)?),
            Parts::Fiscal { .. } | Parts::Unbound | Parts::Relative(_) => days_edtf(self.resolved?),
        };
        Some(text)
    }
}

/// A range of days in EDTF, as short as it can be said.
pub fn days_edtf(days: Days) -> String {
    let of =
        |it: jiff::civil::Date| format!("{}-{:02}-{:02}", year_edtf(Some(i32::from(it.year()))), it.month(), it.day());
    let (first, last) = (days.first, days.last);
    let year = i32::from(first.year());
    if first == last {
        of(first)
    } else if Days::years(year, year) == Some(days) {
        year_edtf(Some(year))
    } else if Days::month(year, first.month().unsigned_abs()) == Some(days) {
        format!("{}-{:02}", year_edtf(Some(year)), first.month())
    } else {
        format!("{}/{}", of(first), of(last))
    }
}

fn year_edtf(year: Option<i32>) -> String {
    match year {
        None => "XXXX".to_owned(),
        Some(year) if year < 0 => format!("-{:04}", -year),
        Some(year) => format!("{year:04}"),
    }
}

fn iso_week(year: i32, week: u8, weekday: Weekday) -> Option<jiff::civil::Date> {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday.number() as i8).ok()?;
    jiff::civil::ISOWeekDate::new(i16::try_from(year).ok()?, i8::try_from(week).ok()?, weekday).ok().map(|it| it.date())
}

/// The part of a period, drawn wide: "early" is its first half, "mid" all but the first and the last sixth.
fn part_of(days: Days, portion: Portion) -> Option<Days> {
    let count = days.count();
    let (from, to) = match portion {
        Portion::Early => (0, count / 2),
        Portion::Mid => (count / 6, count - 1 - count / 6),
        Portion::Late => ((count - 1) / 2, count - 1),
    };
    (from <= to).then(|| Days::new(day::add_days(days.first, from), day::add_days(days.first, to)))
}
