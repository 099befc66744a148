//! Dates, lists of dates and ranges of dates: "March 6-9", "6 December 1891 – 10 July 1954", "from May to August".
//!
//! ```abnf
//! dates = day-list / date [joint date]
//! eras  = number joint year-of-era                                     ; 3000–2500 BC
//! years = year (dash / "to" / "/") (4digit / 1*2digit)                 ; 1997–98; backwards by a slip
//! joint = [","] ("to" / "through" / "until" / "till" / dash / "and")     ; "and" behind "between"
//! ```

use super::date::elements as parts;
use super::date::{self, Date, DayList, Link};
use super::{Claim, Value};
use crate::lexicon::{Features, Word};
use crate::reading::{self, CalendarDate, Days, Parts};
use crate::tokens::{TokenKind, Tokens};

/// A range of dates: "March 6-9", "from May to August".
#[derive(Clone, Debug, PartialEq)]
pub struct DateRange {
    /// The first date.
    pub from: CalendarDate,
    /// The last date.
    pub to: CalendarDate,
}

impl DateRange {
    /// All days from the first to the last, both included, where both are known and in order.
    pub fn days(&self) -> Option<Days> {
        let (from, to) = (self.from.known()?, self.to.known()?);
        (from.first <= to.last).then_some(Days { first: from.first, last: to.last })
    }

    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        if let (Some(from), Some(to)) = (self.from.edtf(), self.to.edtf()) {
            keys.insert("edtf".into(), format!("{from}/{to}").into());
            keys.insert("from".into(), from.into());
            keys.insert("to".into(), to.into());
        }
        if let Some(days) = self.days() {
            keys.insert("resolved".into(), reading::days_edtf(days).into());
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        let one = Date { reading: self.from }.describe();
        let other = Date { reading: self.to }.describe();
        format!("{one} to {other}")
    }
}

/// Reads the dates that begin at the first token, and returns what follows them.
pub(super) fn dates<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    let (rest, list) = one(input)?;
    if list.link == Link::Single
        && let Some(rest) = range(input, &list.entries[0], rest, found)
    {
        return Some(rest);
    }
    emit(&list, input, rest, found);
    Some(rest)
}

/// Reads one date, or a list of days.
fn one(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    let start = input;
    // "this Saturday and Sunday, Nov. 1 and 2": the date says which Saturday.
    let input = match input.first() {
        Some(it) if input.lexicon.calendar.which(it.word).is_some() => {
            let is_dated = input.get(1).is_some_and(|next| next.features.any(Features::WEEKDAY));
            if is_dated { date::days(input.skip(1)).map_or(input, |_| input.skip(1)) } else { input }
        }
        _ => input,
    };
    if let Some((rest, list)) = date::days(input) {
        return Some((rest, list));
    }
    if let Some(found) = date::centuries(start).or_else(|| era_range(start)).or_else(|| year_range(start)) {
        return Some(found);
    }
    let (rest, date) = date::single(start).ok()?;
    Some((rest, DayList { entries: vec![(start, rest, date)], link: Link::Single }))
}

/// Years of which only the last has its era: "3000–2500 BC", "between 58 and 50 BC".
fn era_range(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    let token = input.first().filter(|it| it.kind == TokenKind::Number)?;
    let joint = input.get(1).filter(|it| it.kind == TokenKind::Mark || it.kind == TokenKind::Word)?;
    let is_between = input.before(1).is_some_and(|it| it.word == parts::BETWEEN);
    let link = match joint.word {
        parts::TO | parts::UNTIL => Link::Range,
        parts::AND if is_between => Link::Range,
        parts::AND | parts::OR => Link::List,
        _ if parts::is_dash(joint) => Link::Range,
        _ => return None,
    };
    let next = input.skip(2);
    let (rest, other) =
        parts::year_of_era(next).filter(|_| next.first().is_some_and(|it| it.kind == TokenKind::Number))?;
    let one: u32 = input.spelling(token).replace(',', "").parse().ok().filter(|it| (1..=9_998).contains(it))?;
    let one = if other <= 0 { 1 - one as i32 } else { one as i32 };
    let is_joined = !token.spaced && input.before(1).is_some_and(|it| it.kind != TokenKind::Mark || parts::is_dash(it));
    if is_joined {
        return None;
    }
    let year = |value| CalendarDate::new(Parts::Year(value));
    Some((rest, DayList { entries: vec![(input, input.skip(1), year(one)), (next, rest, year(other))], link }))
}

/// "1891–1954", "1997–98", "2011-14", "2014 to 2018", "2010/11"; "1963–62" runs backwards.
fn year_range(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    let token = input.first().filter(|it| it.kind == TokenKind::Number)?;
    let (one, 4) = parts::integer(input, 0)? else { return None };
    let is_slash = parts::is(input, 1, parts::SLASH);
    let dash = input.get(1).filter(|it| parts::is_dash(it) || it.word == parts::TO || is_slash && !it.spaced)?;
    let (other, digits) = parts::integer(input, 2)?;
    let rest = input.skip(3);
    let is_joined = (!token.spaced
        && input
            .before(1)
            .is_some_and(|it| it.kind != TokenKind::Mark || parts::is_dash(it) || it.word == parts::SLASH))
        || rest.first().is_some_and(|it| !it.spaced && (parts::is_dash(it) || it.kind != TokenKind::Mark))
        || parts::goes_on(rest)
        || input.before(1).is_some_and(|it| it.features.any(Features::CURRENCY));
    let range = 1000..2100;
    if is_joined || !range.contains(&one) || dash.spaced != input.get(2)?.spaced {
        return None;
    }
    if dash.word == parts::TO {
        // In words the two are years only where they can be nothing else.
        let modern = 1900..2060;
        let ends = rest.first().is_none_or(|it| it.kind == TokenKind::Mark || it.features.any(Features::FUNCTION));
        if digits != 4 || !modern.contains(&one) || !modern.contains(&other) || one >= other || !ends {
            return None;
        }
    }
    let is_next = (one + 1) % 10u32.pow(digits.min(4) as u32) == other;
    if is_slash && !(is_next && leads_to_years(input)) {
        return None;
    }
    // A slip of a few years, or of the order of two digits; "1998-07" is a month.
    let is_backward = (13..one % 100).contains(&other) && one % 100 - other <= 40 && leads_to_years(input);
    let to = match digits {
        4 if range.contains(&other) => other,
        // The turn of a century: "1999–00".
        2 if one % 100 == 99 && other == 0 => one + 1,
        2 if other > one % 100 || is_backward => one / 100 * 100 + other,
        1 if is_next && !dash.spaced => one + 1,
        _ => return None,
    };
    let measures = Features::UNIT.with(Features::PERIOD).with(Features::CURRENCY).with(Features::SCALE);
    if rest.first().is_some_and(|it| it.features.any(measures) && !it.features.any(Features::FUNCTION)) {
        return None;
    }
    let (middle, last) = (input.skip(1), input.skip(2));
    // "the 2019-20 financial year" says less than its two years.
    const FISCAL: [Word; 2] = [Word::of("fiscal"), Word::of("financial")];
    if to == one + 1 && rest.first().is_some_and(|it| FISCAL.contains(&it.word)) {
        let date = CalendarDate::new(Parts::Fiscal { year: one as i32 });
        return Some((rest, DayList { entries: vec![(input, rest, date)], link: Link::Single }));
    }
    let era = parts::era(rest).filter(|_| digits == 4);
    let is_before = matches!(era, Some(parts::BC | parts::BCE | parts::BC_DOTTED));
    let rest = if era.is_some() { rest.skip(1) } else { rest };
    let year = |value: u32| CalendarDate::new(Parts::Year(if is_before { 1 - value as i32 } else { value as i32 }));
    Some((rest, DayList { entries: vec![(input, middle, year(one)), (last, rest, year(to))], link: Link::Range }))
}

/// Whether what stands before can lead to years: no name and no number, of which they would be a part.
fn leads_to_years(input: Tokens<'_>) -> bool {
    input.before(1).is_none_or(|it| match it.kind {
        TokenKind::Word => !parts::is_capital(it) || it.features.any(Features::FUNCTION.with(Features::CALENDAR)),
        TokenKind::Mark => it.word != parts::STOP,
        _ => false,
    })
}

type Entry<'a> = (Tokens<'a>, Tokens<'a>, CalendarDate);

/// Reads the second end of a range behind its first.
fn range<'a>(input: Tokens<'a>, from: &Entry<'a>, rest: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    let comma = if parts::is(rest, 0, parts::COMMA) { rest.skip(1) } else { rest };
    let token = comma.first()?;
    let is_between = input.before(1).is_some_and(|it| it.word == parts::BETWEEN);
    let joint = match token.word {
        parts::TO | parts::THROUGH | parts::THRU | parts::UNTIL | parts::TILL => true,
        parts::AND => is_between,
        _ => parts::is_dash(token) && comma.at() == rest.at(),
    };
    if !joint {
        return None;
    }
    let mut next = comma.skip(1);
    while next.first().is_some_and(|it| matches!(it.word, parts::THE | parts::ON)) {
        next = next.skip(1);
    }
    let first = next.first()?;
    let starts = Features::MONTH.with(Features::WEEKDAY).with(Features::CALENDAR);
    if first.kind != TokenKind::Number && !first.features.any(starts) && first.kind != TokenKind::Mark {
        return None;
    }
    let (end, list) = match one(next) {
        Some((end, list)) if list.link == Link::Single => (end, list),
        Some(_) => return None,
        None => {
            let (end, year) = parts::year(next).ok()?;
            if !matches!(from.2.parts, Parts::Year(_) | Parts::Month { .. } | Parts::Day { .. }) {
                return None;
            }
            let date = CalendarDate::new(Parts::Year(year));
            (end, DayList { entries: vec![(next, end, date)], link: Link::Single })
        }
    };
    let mut to = list.entries[0];
    let mut from = *from;
    // "Fifty-six years later to 2015"
    if from.2.distance().is_some() {
        return None;
    }
    // "2000–500 BC": the era stands behind the last year alone.
    if let (Parts::Year(one @ 1..), Parts::Year(..=0)) = (from.2.parts, to.2.parts) {
        from.2 = CalendarDate::new(Parts::Year(1 - one));
    }
    // "from 775 in 2008 to 1230 in 2018" has no range of years, and no range runs back for centuries.
    if let (Parts::Year(one), Parts::Year(other)) = (from.2.parts, to.2.parts) {
        let is_count = input.before(1).is_some_and(|it| it.word == parts::IN) && !parts::is_dash(token);
        if is_count || (one > other + 100 && other > 0) {
            return None;
        }
    }
    if !fits(&from.2, &to.2, token.word == parts::AND || !parts::is_dash(token)) {
        return None;
    }
    // A year that only the last date gives counts for the first too; over the turn of the year, the one before.
    if let (None, Some(year)) = (from.2.year(), to.2.year()) {
        let shared = from.2.in_year(year);
        let runs_back = matches!((shared.days, to.2.days), (Some(one), Some(two)) if one.first > two.last);
        from.2 = if runs_back { from.2.in_year(year - 1) } else { shared };
    } else if let (Some(year), None) = (from.2.year(), to.2.year()) {
        let shared = to.2.in_year(year);
        let runs_back = matches!((from.2.days, shared.days), (Some(one), Some(two)) if one.first > two.last);
        to.2 = if runs_back { to.2.in_year(year + 1) } else { shared };
    }
    let list = DayList { entries: vec![from, to], link: Link::Range };
    emit(&list, input, end, found);
    Some(end)
}

/// Whether two dates can be the ends of one range: both of one kind, or one more exact than the other.
fn fits(from: &CalendarDate, to: &CalendarDate, in_words: bool) -> bool {
    match (from.parts, to.parts) {
        (Parts::Weekday, Parts::Weekday)
        | (Parts::Relative(_), Parts::Relative(_))
        | (Parts::Year(_), Parts::Year(_))
        | (Parts::Decade(_) | Parts::Century(_), Parts::Decade(_) | Parts::Century(_)) => true,
        (Parts::Month { .. }, Parts::Month { .. }) | (Parts::Quarter { .. }, Parts::Quarter { .. }) => true,
        (Parts::Season { .. }, Parts::Season { .. }) | (Parts::Week { .. }, Parts::Week { .. }) => true,
        (Parts::Day { .. } | Parts::EitherOrder { .. }, Parts::Day { .. } | Parts::EitherOrder { .. }) => true,
        _ => in_words,
    }
}

/// Adds the claims of a list: its days, and the range that they are the ends of.
fn emit<'a>(list: &DayList<'a>, input: Tokens<'a>, rest: Tokens<'a>, found: &mut Vec<Claim>) {
    if let (Link::Range, [from, to]) = (list.link, &list.entries[..]) {
        let range = DateRange { from: from.2, to: to.2 };
        found.push(Claim::new(input, rest, Value::DateRange(range)));
    }
    for (start, end, reading) in &list.entries {
        found.push(Claim::new(*start, *end, Value::Date(Date { reading: *reading })));
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::{Value, scan};
    use crate::lexicon::Lexicon;
    use crate::tokens::{Tokens, lex};

    /// The dates and ranges of a text: what is written, its EDTF form and its weekday.
    fn dates(text: &str) -> String {
        let lexicon = Lexicon::built_in();
        let tokens = lex(text, lexicon);
        let claims = scan(Tokens::new(&tokens, text, lexicon));
        let told = claims.iter().filter_map(|claim| match &claim.value {
            Value::Date(date) => {
                let weekday = date.weekday().map_or("", |it| &it.name()[..3]);
                Some(format!("{}={}{weekday}", &text[claim.span.range()], date.reading.edtf().unwrap_or_default()))
            }
            Value::DateRange(range) => {
                let edtf = range.to_json().get("edtf").and_then(|it| it.as_str().map(str::to_owned));
                Some(format!("[{}]", edtf.unwrap_or_default()))
            }
            _ => None,
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn spellings_and_their_dates() {
        let mut wrong = Vec::new();
        for (text, expected) in [
            ("on May 12, 2016, he", "May 12, 2016=2016-05-12"),
            ("on 12 May 2016", "12 May 2016=2016-05-12"),
            ("the 12th of May", "12th of May=XXXX-05-12"),
            ("Fri Oct. 1, 2024", "Fri Oct. 1, 2024=2024-10-01Fri"),
            ("Saturday the 2nd of August", "Saturday the 2nd of August=XXXX-08-02Sat"),
            ("2016-05-12 and 2016/5/12", "2016-05-12=2016-05-12 2016/5/12=2016-05-12"),
            ("5/12/2016", "5/12/2016=[2016-05-12,2016-12-05]"),
            ("25/12/2016, 12.25.2016", "25/12/2016=2016-12-25 12.25.2016=2016-12-25"),
            ("12-May-2016", "12-May-2016=2016-05-12"),
            ("the 1990s, the '90s", "1990s=199X '90s=199X"),
            ("in the 19th century", "19th century=18XX"),
            ("the fifth century B.C.", "fifth century B.C.=-0499/-0400"),
            ("in 44 BC and AD 70", "44 BC=-0043 AD 70=0070"),
            ("mid-2016, early May", "mid-2016=2016 early May=XXXX-05"),
            ("Q3 2021, 2017-q1", "Q3 2021=2021-35 2017-q1=2017-33"),
            ("spring 2020 and fiscal 2021", "spring 2020=2020-21 fiscal 2021="),
            ("week 2021-W05", "2021-W05=2021-W05"),
            ("Nov. 1 and 2", "Nov. 1=XXXX-11-01 2=XXXX-11-02"),
            ("March 6-9, 2025", "[2025-03-06/2025-03-09] March 6=2025-03-06 9, 2025=2025-03-09"),
            ("Oct. 5, 12 and 20", "Oct. 5=XXXX-10-05 12=XXXX-10-12 20=XXXX-10-20"),
            (
                "Friday to Sunday, 24–26 May",
                "[XXXX-05-24/XXXX-05-26] Friday to Sunday, 24=XXXX-05-24Fri 26 May=XXXX-05-26Sun",
            ),
            (
                "Monday 6 to Sunday 12 January 2025",
                "[2025-01-06/2025-01-12] Monday 6=2025-01-06Mon Sunday 12 January 2025=2025-01-12Sun",
            ),
            (
                "on July 29–30, a Tuesday and a Wednesday, and",
                "[XXXX-07-29/XXXX-07-30] July 29=XXXX-07-29Tue 30, a Tuesday and a Wednesday=XXXX-07-30Wed",
            ),
            ("April 25, a Friday", "April 25, a Friday=XXXX-04-25Fri"),
            ("the 16th, 17th and 18th centuries", "16th=15XX 17th=16XX 18th centuries=17XX"),
            ("the late 18th or early 19th century", "late 18th=17XX early 19th century=18XX"),
            ("the 5th–4th centuries BC", "[-0499/-0400/-0399/-0300] 5th=-0499/-0400 4th centuries BC=-0399/-0300"),
            (
                "3000–2500 BC, between 58 and 50 BC",
                "[-2999/-2499] 3000=-2999 2500 BC=-2499 [-0057/-0049] 58=-0057 50 BC=-0049",
            ),
            ("of 1963–62 and in 1998-97", "[1963/1962] 1963=1963 62=1962 [1998/1997] 1998=1998 97=1997"),
            ("in 2010/11, 2003-4", "[2010/2011] 2010=2010 11=2011 [2003/2004] 2003=2003 4=2004"),
            ("the 2019-20 financial year", "2019-20="),
            ("the winter of 1962–63, FY2019-20", "winter of 1962–63=1962-24 FY2019-20="),
            ("30 June-2 July 2017", "[2017-06-30/2017-07-02] 30 June=2017-06-30 2 July 2017=2017-07-02"),
            ("24 Dec.–2 Jan.", "[XXXX-12-24/XXXX-01-02] 24 Dec.=XXXX-12-24 2 Jan=XXXX-01-02"),
            ("on Thursdays 1, 8 and 15 May", "1=XXXX-05-01Thu 8=XXXX-05-08Thu 15 May=XXXX-05-15Thu"),
            ("on four Saturdays, 7 and 14 June", "7=XXXX-06-07Sat 14 June=XXXX-06-14Sat"),
            ("Mon. 12th, dentist; Friday the 13th", "Mon. 12th=XXXX-XX-12Mon Friday the 13th=XXXX-XX-13Fri"),
            ("on the 26th, a Saturday,", "26th, a Saturday=XXXX-XX-26Sat"),
            ("on Tuesday last week, 12 November", "Tuesday last week, 12 November=XXXX-11-12Tue"),
            ("the 3rd of next month", "3rd=XXXX-XX-03 next month="),
            ("due on Sept. 32; to the 32nd of May", "Sept. 32=XXXX-09-32 32nd of May=XXXX-05-32"),
            ("March 44, April 31, May 28, June 34", ""),
            ("on 25 October (7 November) 1917", "25 October=1917-10-25 7 November=XXXX-11-07"),
            ("on February 11, 1731/32", "February 11, 1731/32=1731-02-11"),
            ("the next morning, the last week of June", "next morning= June=XXXX-06"),
            ("editions of 2001, 2005 and 2009", "2001=2001 2005=2005 2009=2009"),
            ("(born 1808, died 1882), est. 1884", "1808=1808 1882=1882 1884=1884"),
            ("the class of '68", "'68=1968"),
            ("the nineteen-fifties, the roaring twenties", "nineteen-fifties=195X roaring twenties=192X"),
            ("in the third quarter of this year", "third quarter=XXXX-35 this year="),
            ("1891–1954", "[1891/1954] 1891=1891 1954=1954"),
            ("1997–98", "[1997/1998] 1997=1997 98=1998"),
            ("from May to August", "[XXXX-05/XXXX-08] May=XXXX-05 August=XXXX-08"),
            (
                "(6 December 1891 – 10 July 1954)",
                "[1891-12-06/1954-07-10] 6 December 1891=1891-12-06 10 July 1954=1954-07-10",
            ),
            ("2000–1800 BC", "[-1999/-1799] 2000=-1999 1800 BC=-1799"),
            ("from 775 in 2008 to 1230 in 2018", "2008=2008 2018=2018"),
            ("on the 12th, by the 3rd.", "12th=XXXX-XX-12 3rd=XXXX-XX-03"),
            ("an hour later, half an hour ago", "an hour later= half an hour ago="),
            ("the 12th man, in the 12th minute", ""),
            ("between 2014 and 2016", "[2014/2016] 2014=2014 2016=2016"),
            ("from 2011 to 2008", "[2011/2008] 2011=2011 2008=2008"),
            ("from July 1, 2022, to June 30", "[2022-07-01/2023-06-30] July 1, 2022=2022-07-01 June 30=2023-06-30"),
            (
                "30 December to 2 January 2024",
                "[2023-12-30/2024-01-02] 30 December=2023-12-30 2 January 2024=2024-01-02",
            ),
            ("in February 2015", "February 2015=2015-02"),
            ("on February 30, June 31", "February 30=XXXX-02-30 June 31=XXXX-06-31"),
            ("13/25/2024", "13/25/2024=2024-25-13"),
            ("on Tuesday", "Tuesday=Tue"),
            (
                "this Saturday and Sunday, November 1 and 2",
                "Saturday and Sunday, November 1=XXXX-11-01Sat 2=XXXX-11-02Sun",
            ),
            ("yesterday, two years ago, a day later", "yesterday= two years ago= a day later="),
            ("next Tuesday, last May", "next Tuesday=Tue last May="),
            ("in 2016 he", "2016=2016"),
            ("(b. 1950)", "1950=1950"),
            ("the first Monday in September 2024", "first Monday in September 2024=2024-09-02Mon"),
            ("the last Sunday of May", "last Sunday of May=XXXX-05-XXSun"),
            ("August/10/2012, Aug-10, 2012", "August/10/2012=2012-08-10 Aug-10, 2012=2012-08-10"),
            ("2019/Aug/01 and 04/2016", "2019/Aug/01=2019-08-01 04/2016=2016-04"),
            ("on 11/22, since 3/4.", "11/22=XXXX-11-22 3/4=[XXXX-03-04,XXXX-04-03]"),
            ("in 2017 April.", "2017 April=2017-04"),
            ("in nineteen eighty-four, by two thousand and ten", "nineteen eighty-four=1984 two thousand and ten=2010"),
            ("2014 to 2018", "[2014/2018] 2014=2014 2018=2018"),
            ("3h 20m ago, two years and three months later", "3h 20m ago= two years and three months later="),
            ("the nineties, Tuesday the eleventh", "nineties=199X Tuesday the eleventh=XXXX-XX-11Tue"),
            ("on 28 June in 2020", "28 June in 2020=2020-06-28"),
            ("Tue", "Tue=Tue"),
            // No dates.
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
        ] {
            let read = dates(text);
            if read != expected {
                wrong.push(format!("{text}\n  read     {read}\n  expected {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
