//! A date or a part of one: "May 12, 2016", "Tuesday", "the 1990s".
//!
//! ```abnf
//! date = days / month / period / nth-weekday / feast / relative / unbound / weekday
//! ```
//!
//! Lists and ranges of dates are in [`super::date_range`].

mod bare_year;
pub(super) mod elements;
mod feast;
mod further_days;
mod nth_weekday;
mod numeric;
mod part_of_year;
mod period;
mod relative;
mod slashed;
mod unbound;
mod written;

pub(super) use bare_year::lone_year;
pub(super) use further_days::further_days;
pub(super) use period::centuries;
pub(super) use slashed::slashed;
pub(super) use unbound::{VAGUE, around};
pub(super) use written::{DayList, Link, days};

use nom::Parser as _;
use nom::branch::alt;

use elements::only_if;

use crate::lexicon::{DateRoles, Features};
use crate::reading::{self, CalendarDate, Days, Parts, Weekday};
use crate::tokens::{Read, Token, TokenKind, Tokens};

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

    /// Whether it is a day that may be counted by the Julian calendar.
    fn may_be_julian(&self) -> bool {
        self.reading.old_style && self.reading.days.is_some_and(|days| days.count() == 1)
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
        if self.may_be_julian() {
            keys.insert("old_style".into(), true.into());
        }
        keys
    }

    pub(crate) fn describe(&self) -> String {
        let written = self.reading.edtf();
        let known = self.reading.known().map(reading::days_edtf);
        let text = match (written, known) {
            (Some(written), Some(known)) if written != known => format!("{known} ({written})"),
            (Some(text), _) | (None, Some(text)) => text,
            (None, None) => match self.reading.parts {
                Parts::Unbound if self.reading.weekday.is_none() => "without bounds".to_owned(),
                Parts::Fiscal { year } => format!("fiscal {year}"),
                _ => String::new(),
            },
        };
        let text = if self.may_be_julian() { format!("{text}, perhaps of the Julian calendar") } else { text };
        match self.reading.weekday {
            Some(weekday) if text.is_empty() => weekday.name().to_owned(),
            Some(weekday) => format!("{}, {text}", weekday.name()),
            None => text,
        }
    }
}

/// Reads one date that is no list of days.
pub(super) fn single(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    // What cannot begin with a number, an article or a month is not asked about one.
    match input.first() {
        Some(it) if it.kind == TokenKind::Number => {
            const COUNTED: Features = Features::PERIOD.with(Features::CALENDAR);
            let next = input.get(1);
            let touches = next.is_some_and(|it| !it.spaced && it.kind == TokenKind::Word);
            let counts = touches || next.is_some_and(|it| it.features.any(COUNTED));
            period::of_number(input)
                .or_else(|_| only_if(counts, input, |it| alt((relative::distance, unbound::unbound)).parse(it)))
                .or_else(|_| {
                    only_if(touches, input, |it| alt((nth_weekday::nth_weekday, written::day_of_month)).parse(it))
                })
        }
        Some(it) if matches!(it.word, elements::A | elements::AN) => {
            alt((relative::distance, unbound::unbound)).parse(input)
        }
        Some(it) if it.features.any(Features::MONTH.with(Features::WEEKDAY)) => {
            alt((feast::feast, unbound::unbound, written::month_alone, written::weekday_alone)).parse(input)
        }
        Some(it) => in_words(input, it),
        None => Err(elements::NO),
    }
}

/// Reads one date that begins with another word or with a quotation mark, as the lists of the calendar say that it can.
fn in_words<'a>(input: Tokens<'a>, token: &Token) -> Read<'a, CalendarDate> {
    const COUNTED: DateRoles = DateRoles::WHICH.with(DateRoles::COUNT);
    const RELATIVE: DateRoles = COUNTED.with(DateRoles::DAY).with(DateRoles::PERIOD);
    let roles = input.lexicon.calendar.roles(token.word);
    period::period(input, token, roles)
        .or_else(|_| only_if(roles.any(DateRoles::ORDINAL.with(DateRoles::WHICH)), input, nth_weekday::nth_weekday))
        .or_else(|_| only_if(roles.any(DateRoles::FEAST), input, feast::feast))
        .or_else(|_| only_if(roles.any(RELATIVE), input, relative::relative))
        .or_else(|_| only_if(roles.any(COUNTED), input, unbound::unbound))
        .or_else(|_| only_if(roles.any(DateRoles::ORDINAL), input, written::day_of_month))
}

#[cfg(test)]
pub(super) mod tests {
    use crate::claims::Value;
    use crate::claims::table::assert_tells;

    /// A date: what is written, its EDTF form and its weekday.
    pub(in crate::claims) fn tell(value: &Value, text: &str) -> Option<String> {
        let Value::Date(date) = value else { return None };
        let weekday = date.weekday().map_or("", |it| &it.name()[..3]);
        Some(format!("{text}={}{weekday}", date.reading.edtf().unwrap_or_default()))
    }

    #[test]
    fn spellings_and_their_dates() {
        let rows = [
            ("closed until autumn, since the summer, hot in the winter", "autumn=XXXX-23|summer=XXXX-22"),
            ("by spring water, since the fall, the summer of love", ""),
            ("on Monday next, 27 May", "Monday next, 27 May=XXXX-05-27Mon"),
            ("between Christmas 2022 and Easter 2023", "2022=2022|2023=2023"),
            ("sales in H1 2024, a barn of ca 1150", "H1 2024=2024-40|1150=1150"),
            ("the first half of 2014, 2019 H2", "first half of 2014=2014-40|2019 H2=2019-41"),
            ("the second half of 2015-16, a strong first half", "2015=2015|16=2016"),
            ("third-quarter profit fell", "third-quarter=XXXX-35"),
            ("won in the fourth quarter", ""),
            ("by the end of the year, the end of the year-long war", "end of the year="),
            ("a few weeks ago, over the weekend, the weekend trip", "a few weeks ago=|the weekend="),
            (
                "last fiscal year, in the coming months, next ten working days",
                "last fiscal year=|coming months=|next ten working days=",
            ),
            ("it will open in three weeks, it was built in two weeks", "three weeks="),
            ("on Friday week, the Friday week-long trip", "Friday week=Fri|Friday=Fri"),
            ("the week after next", "week after next="),
            ("from 10/3 to 12/8, from 1/4 to 3/4", "10/3=[XXXX-10-03,XXXX-03-10]|12/8=[XXXX-12-08,XXXX-08-12]"),
            ("5/13-5/17/2020", "5/13=2020-05-13|5/17/2020=2020-05-17"),
            ("the week of the 17th, no later than 2020", "17th=XXXX-XX-17|2020=2020"),
            (
                "later in the day, by end of year, the rest of the week",
                "later in the day=|end of year=|rest of the week=",
            ),
            ("on 2012-10, in 2008-09", "2012-10=2012-10|2008=2008|09=2009"),
            ("on May 12, 2016, he", "May 12, 2016=2016-05-12"),
            ("on 12 May 2016", "12 May 2016=2016-05-12"),
            ("the 12th of May", "12th of May=XXXX-05-12"),
            ("Fri Oct. 1, 2024", "Fri Oct. 1, 2024=2024-10-01Fri"),
            ("Saturday the 2nd of August", "Saturday the 2nd of August=XXXX-08-02Sat"),
            ("2016-05-12 and 2016/5/12", "2016-05-12=2016-05-12|2016/5/12=2016-05-12"),
            ("5/12/2016", "5/12/2016=[2016-05-12,2016-12-05]"),
            ("25/12/2016, 12.25.2016", "25/12/2016=2016-12-25|12.25.2016=2016-12-25"),
            ("12-May-2016", "12-May-2016=2016-05-12"),
            ("the 1990s, the '90s", "1990s=199X|'90s=199X"),
            ("in the 19th century", "19th century=18XX"),
            ("the fifth century B.C.", "fifth century B.C.=-0499/-0400"),
            ("in 44 BC and AD 70", "44 BC=-0043|AD 70=0070"),
            ("mid-2016, early May", "mid-2016=2016|early May=XXXX-05"),
            ("Q3 2021, 2017-q1", "Q3 2021=2021-35|2017-q1=2017-33"),
            ("spring 2020 and fiscal 2021", "spring 2020=2020-21|fiscal 2021="),
            ("the 2016 fiscal year, fiscal years 2014 and 2016", "2016=|fiscal years 2014=|2016=2016"),
            ("week 2021-W05", "2021-W05=2021-W05"),
            ("Nov. 1 and 2", "Nov. 1=XXXX-11-01|2=XXXX-11-02"),
            ("Oct. 5, 12 and 20", "Oct. 5=XXXX-10-05|12=XXXX-10-12|20=XXXX-10-20"),
            ("April 25, a Friday", "April 25, a Friday=XXXX-04-25Fri"),
            ("the 16th, 17th and 18th centuries", "16th=15XX|17th=16XX|18th centuries=17XX"),
            ("the late 18th or early 19th century", "late 18th=17XX|early 19th century=18XX"),
            ("the 2019-20 financial year", "2019-20="),
            ("the winter of 1962–63, FY2019-20", "winter of 1962–63=1962-24|FY2019-20="),
            ("on Thursdays 1, 8 and 15 May", "1=XXXX-05-01Thu|8=XXXX-05-08Thu|15 May=XXXX-05-15Thu"),
            ("on four Saturdays, 7 and 14 June", "7=XXXX-06-07Sat|14 June=XXXX-06-14Sat"),
            ("Mon. 12th, dentist; Friday the 13th", "Mon. 12th=XXXX-XX-12Mon|Friday the 13th=XXXX-XX-13Fri"),
            ("on the 26th, a Saturday,", "26th, a Saturday=XXXX-XX-26Sat"),
            ("on Tuesday last week, 12 November", "Tuesday last week, 12 November=XXXX-11-12Tue"),
            ("the 3rd of next month", "3rd=XXXX-XX-03|next month="),
            ("due on Sept. 32; to the 32nd of May", "Sept. 32=XXXX-09-32|32nd of May=XXXX-05-32"),
            ("March 44, April 31, May 28, June 34", ""),
            ("on 25 October (7 November) 1917", "25 October=1917-10-25|7 November=XXXX-11-07|1917=1917"),
            ("on February 11, 1731/32", "February 11, 1731/32=1731-02-11"),
            ("the next morning, the last week of June", "next morning=|June=XXXX-06"),
            ("editions of 2001, 2005 and 2009", "2001=2001|2005=2005|2009=2009"),
            ("(born 1808, died 1882), est. 1884", "1808=1808|1882=1882|1884=1884"),
            ("the class of '68", "'68=1968"),
            ("the nineteen-fifties, the roaring twenties", "nineteen-fifties=195X|roaring twenties=192X"),
            ("in the third quarter of this year", "third quarter=XXXX-35|this year="),
            ("the 1960s and 70s; the Roaring Forties", "1960s=196X|70s=197X"),
            ("Editions of 2001, 2005 and 2009 differ.", "2001=2001|2005=2005|2009=2009"),
            ("the class of 1999 met, up 3 per cent on 2011.", "1999=1999|2011=2011"),
            ("up from £3m the year before; the day after, he", "year before=|day after="),
            ("the day before he left", ""),
            ("on 3rd down, on 4th and goal, it rose to 18th", ""),
            ("from 775 in 2008 to 1230 in 2018", "2008=2008|2018=2018"),
            ("on the 12th, by the 3rd.", "12th=XXXX-XX-12|3rd=XXXX-XX-03"),
            ("an hour later, half an hour ago", "an hour later=|half an hour ago="),
            ("the 12th man, in the 12th minute", ""),
            ("in February 2015", "February 2015=2015-02"),
            ("on February 30, June 31", "February 30=XXXX-02-30|June 31=XXXX-06-31"),
            ("13/25/2024", "13/25/2024=2024-25-13"),
            ("on Tuesday", "Tuesday=Tue"),
            (
                "this Saturday and Sunday, November 1 and 2",
                "Saturday and Sunday, November 1=XXXX-11-01Sat|2=XXXX-11-02Sun",
            ),
            ("yesterday, two years ago, a day later", "yesterday=|two years ago=|a day later="),
            ("next Tuesday, last May", "next Tuesday=Tue|last May="),
            ("in 2016 he", "2016=2016"),
            ("(b. 1950)", "1950=1950"),
            ("the first Monday in September 2024", "first Monday in September 2024=2024-09-02Mon"),
            ("the last Sunday of May", "last Sunday of May=XXXX-05-XXSun"),
            ("August/10/2012, Aug-10, 2012", "August/10/2012=2012-08-10|Aug-10, 2012=2012-08-10"),
            ("2019/Aug/01 and 04/2016", "2019/Aug/01=2019-08-01|04/2016=2016-04"),
            ("on 11/22, since 3/4.", "11/22=XXXX-11-22|3/4=[XXXX-03-04,XXXX-04-03]"),
            ("in 2017 April.", "2017 April=2017-04"),
            ("in nineteen eighty-four, by two thousand and ten", "nineteen eighty-four=1984|two thousand and ten=2010"),
            ("3h 20m ago, two years and three months later", "3h 20m ago=|two years and three months later="),
            ("the nineties, Tuesday the eleventh", "nineties=199X|Tuesday the eleventh=XXXX-XX-11Tue"),
            ("on 28 June in 2020", "28 June in 2020=2020-06-28"),
            ("Tue", "Tue=Tue"),
            ("Sun", ""),
            ("temperatures in the nineties", ""),
            ("Act 12/2015, on 3/4 of it, after 9/11", ""),
            ("in nineteen sixty-watt bulbs", ""),
            ("he may march 12 miles", ""),
            ("version 1.2.2016.4 and 1.2.3", ""),
            ("2,016 people, 1600 soldiers", ""),
            ("Act 2010/11, Resolution 1998-97, a 1998-ft wall", ""),
            ("at 1871 Market Street", ""),
            ("Theresa May said", ""),
            ("every Monday, Mondays, Black Friday", ""),
            ("the Sun reported; he sat", ""),
            ("call 555-12-1234", ""),
            ("2000 meters, $1998, No. 1984", ""),
            ("one second, three quarters", ""),
        ];
        assert_tells(tell, &rows);
    }
}
