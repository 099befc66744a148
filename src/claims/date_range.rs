//! Dates, lists of dates and ranges of dates: "March 6-9", "6 December 1891 – 10 July 1954", "from May to August".
//!
//! ```abnf
//! dates = day-list / date [joint date] / day-range further              ; March 3-5, 9-11 and 20
//! slashed = that of `date::slashed`                                    ; from 10/3 to 12/8
//! eras  = number joint year-of-era                                     ; 3000–2500 BC
//! years = year (dash / "to" / "/") (4digit / 1*2digit)                 ; 1997–98; backwards by a slip
//! joint = [","] ("to" / "through" / "until" / "till" / dash / "and")     ; "and" behind "between"
//! ```

use super::date::elements as parts;
use super::date::{self, Date, DayList, Link};
use super::{Claim, Value};
use crate::lexicon::{DateRoles, Features, Word};
use crate::reading::{self, CalendarDate, Days, Parts};
use crate::tokens::{Token, TokenKind, Tokens};

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
    if let Some((end, lists)) = date::further_days(&list, rest) {
        for list in &lists {
            let (start, end) = (list.entries[0].0, list.entries[list.entries.len() - 1].1);
            emit(list, start, end, found);
        }
        return Some(end);
    }
    emit(&list, input, rest, found);
    Some(rest)
}

/// Reads one date, or a list of days.
fn one(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    let token = input.first()?;
    let joined = match token.kind {
        TokenKind::Word if token.features.any(Features::MONTH.with(Features::WEEKDAY)) => date::days(input),
        TokenKind::Word => joined_in_words(input, token),
        _ => date::days(input)
            .or_else(|| date::slashed(input))
            .or_else(|| date::centuries(input))
            .or_else(|| era_range(input))
            .or_else(|| year_range(input)),
    };
    if joined.is_some() {
        return joined;
    }
    let (rest, date) = date::single(input).ok()?;
    Some((rest, DayList { entries: vec![(input, rest, date)], link: Link::Single }))
}

/// Reads a list of days or centuries that begins with a word, but no month and no weekday.
fn joined_in_words<'a>(input: Tokens<'a>, token: &Token) -> Option<(Tokens<'a>, DayList<'a>)> {
    let roles = input.lexicon.calendar.roles(token.word);
    // "this Saturday and Sunday, Nov. 1 and 2": the date says which Saturday.
    let is_dated = || input.get(1).is_some_and(|next| next.features.any(Features::WEEKDAY));
    if roles.any(DateRoles::WHICH) && is_dated() {
        return date::days(input.skip(1));
    }
    if roles.any(DateRoles::ORDINAL)
        && let Some(found) = date::days(input)
    {
        return Some(found);
    }
    if roles.any(DateRoles::ORDINAL.with(DateRoles::PORTION)) { date::centuries(input) } else { None }
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
        (Parts::Half { .. }, Parts::Half { .. }) => true,
        (Parts::Season { .. }, Parts::Season { .. }) | (Parts::Week { .. }, Parts::Week { .. }) => true,
        (Parts::Day { .. } | Parts::EitherOrder { .. }, Parts::Day { .. } | Parts::EitherOrder { .. }) => true,
        _ => in_words,
    }
}

/// Adds the claims of a list: its days, and the range that they are the ends of.
fn emit<'a>(list: &DayList<'a>, input: Tokens<'a>, rest: Tokens<'a>, found: &mut Vec<Claim>) {
    if let (Link::Range, [from, to]) = (list.link, &list.entries[..]) {
        let range = DateRange { from: from.2, to: to.2 };
        found.push(Claim::new(input, rest, range));
    }
    for (start, end, reading) in &list.entries {
        found.push(Claim::new(*start, *end, Value::Date(Date { reading: *reading })));
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::Value;
    use crate::claims::date::tests::tell as tell_date;
    use crate::claims::table::assert_tells;

    /// A range in brackets, with the dates of which it is made.
    fn tell(value: &Value, text: &str) -> Option<String> {
        match value {
            Value::DateRange(range) => {
                let edtf = range.to_json().get("edtf").and_then(|it| it.as_str().map(str::to_owned));
                Some(format!("[{}]", edtf.unwrap_or_default()))
            }
            _ => tell_date(value, text),
        }
    }

    #[test]
    fn spellings_and_their_ranges() {
        let rows = [
            (
                "March 3-5, 9-11 and 20, 2016",
                "[2016-03-03/2016-03-05]|March 3=2016-03-03|5=2016-03-05|[2016-03-09/2016-03-11]|9=2016-03-09|11=2016-03-11|20, 2016=2016-03-20",
            ),
            ("March 3-5, 20 people", "[XXXX-03-03/XXXX-03-05]|March 3=XXXX-03-03|5=XXXX-03-05"),
            ("March 6-9, 2025", "[2025-03-06/2025-03-09]|March 6=2025-03-06|9, 2025=2025-03-09"),
            (
                "Friday to Sunday, 24–26 May",
                "[XXXX-05-24/XXXX-05-26]|Friday to Sunday, 24=XXXX-05-24Fri|26 May=XXXX-05-26Sun",
            ),
            (
                "Monday 6 to Sunday 12 January 2025",
                "[2025-01-06/2025-01-12]|Monday 6=2025-01-06Mon|Sunday 12 January 2025=2025-01-12Sun",
            ),
            (
                "on July 29–30, a Tuesday and a Wednesday, and",
                "[XXXX-07-29/XXXX-07-30]|July 29=XXXX-07-29Tue|30, a Tuesday and a Wednesday=XXXX-07-30Wed",
            ),
            ("the 5th–4th centuries BC", "[-0499/-0400/-0399/-0300]|5th=-0499/-0400|4th centuries BC=-0399/-0300"),
            (
                "3000–2500 BC, between 58 and 50 BC",
                "[-2999/-2499]|3000=-2999|2500 BC=-2499|[-0057/-0049]|58=-0057|50 BC=-0049",
            ),
            ("of 1963–62 and in 1998-97", "[1963/1962]|1963=1963|62=1962|[1998/1997]|1998=1998|97=1997"),
            ("in 2010/11, 2003-4", "[2010/2011]|2010=2010|11=2011|[2003/2004]|2003=2003|4=2004"),
            ("30 June-2 July 2017", "[2017-06-30/2017-07-02]|30 June=2017-06-30|2 July 2017=2017-07-02"),
            ("24 Dec.–2 Jan.", "[XXXX-12-24/XXXX-01-02]|24 Dec.=XXXX-12-24|2 Jan=XXXX-01-02"),
            ("1891–1954", "[1891/1954]|1891=1891|1954=1954"),
            ("1997–98", "[1997/1998]|1997=1997|98=1998"),
            ("from May to August", "[XXXX-05/XXXX-08]|May=XXXX-05|August=XXXX-08"),
            (
                "(6 December 1891 – 10 July 1954)",
                "[1891-12-06/1954-07-10]|6 December 1891=1891-12-06|10 July 1954=1954-07-10",
            ),
            ("2000–1800 BC", "[-1999/-1799]|2000=-1999|1800 BC=-1799"),
            ("between 2014 and 2016", "[2014/2016]|2014=2014|2016=2016"),
            ("from 2011 to 2008", "[2011/2008]|2011=2011|2008=2008"),
            ("from July 1, 2022, to June 30", "[2022-07-01/2023-06-30]|July 1, 2022=2022-07-01|June 30=2023-06-30"),
            (
                "30 December to 2 January 2024",
                "[2023-12-30/2024-01-02]|30 December=2023-12-30|2 January 2024=2024-01-02",
            ),
            ("2014 to 2018", "[2014/2018]|2014=2014|2018=2018"),
        ];
        assert_tells(tell, &rows);
    }
}
