//! Times of day and ranges of them: "9 a.m. to 5 p.m.", "3:30-4:30pm", "between 8 and 9 p.m.".
//!
//! ```abnf
//! times = time [joint time] / figures joint time      ; the first takes its half of the day from the second
//!       / figures ("and" / "or") time                    ; at 7 and 9 p.m.
//!       / 2digit ":" 2digit dash 2digit ":" 2digit [zone]
//! joint = "to" / "until" / "till" / "through" / "-to-" / dash / "and"       ; "and" behind "between"
//! ```

use super::Claim;
use super::date::elements as e;
use super::time::{Figures, Half, Time, figures, half, half_in_words, may_be_hour, of_half, time, with_zone};
use crate::lexicon::{Features, word_id};
use crate::reading::Clock;
use crate::tokens::{Case, TokenKind, Tokens};

/// A range of times of day.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRange {
    /// When it begins.
    pub from: Time,
    /// When it ends.
    pub to: Time,
}

impl TimeRange {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        let (from, to) = (self.from.clock.iso(), self.to.clock.iso());
        keys.insert("time".into(), format!("{from}/{to}").into());
        keys.insert("from".into(), from.into());
        keys.insert("to".into(), to.into());
        if let Some(zone) = self.to.to_json().remove("zone") {
            keys.insert("zone".into(), zone);
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        format!("{} to {}", self.from.describe(), self.to.describe())
    }
}

/// Reads the times that begin at the first token, and returns what follows them.
pub(super) fn times<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    if let Ok((rest, first)) = time(input) {
        // "2:00 to 2:30 pm": the half of the day may come with the second.
        if first.clock.either_half
            && let Some(end) = shared_half(input, found)
        {
            return Some(end);
        }
        if let Some(next) = joint(input, rest)
            && let Ok((end, second)) = time(next)
        {
            emit(found, (input, rest, first), (next, end, second));
            return Some(end);
        }
        found.push(Claim::new(input, rest, first));
        return Some(rest);
    }
    shared_half(input, found).or_else(|| listed_half(input, found)).or_else(|| full_day(input, found))
}

/// "08:30-12:00", which needs no word before it: both ends have two digits for hour and minute.
fn full_day<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    let leads = input.before(1).is_none_or(|it| match it.kind {
        TokenKind::Word => it.case == Case::Lower || it.features.any(Features::WEEKDAY),
        TokenKind::Mark => !matches!(it.word, e::HYPHEN | e::COMMA) && it.word != word_id!(";"),
        _ => false,
    });
    let is_full = |it: &Figures| it.has_colon && it.digits == 2 && it.second.is_none();
    let clock = |it: &Figures| Clock {
        hour: it.hour,
        minute: it.minute.unwrap_or(0),
        second: None,
        has_minutes: true,
        either_half: false,
    };
    let (rest, one) = figures(input).filter(|(_, it)| leads && is_full(it))?;
    let next = rest.skip(1);
    let (end, other) = figures(next).filter(|(_, it)| is_full(it) && rest.first().is_some_and(e::is_dash))?;
    let (from, to) = (clock(&one), clock(&other));
    if from.is_impossible() || to.is_impossible() || e::goes_on(end) {
        return None;
    }
    let (end, to) = with_zone(next, end, to);
    let from = Time { zone: to.zone.clone(), zone_text: to.zone_text.clone(), ..plain(from) };
    emit(found, (input, rest, from), (next, end, to));
    Some(end)
}

/// The view behind the word or dash that joins two times.
fn joint<'a>(input: Tokens<'a>, rest: Tokens<'a>) -> Option<Tokens<'a>> {
    let token = rest.first()?;
    // "10pm-to-6am"
    if token.word == e::HYPHEN && e::is(rest, 1, e::TO) && e::is(rest, 2, e::HYPHEN) {
        return Some(rest.skip(3));
    }
    let joins = match token.word {
        e::TO | e::UNTIL | e::TILL | e::THROUGH | e::THRU => true,
        e::AND => input.before(1).is_some_and(|it| it.word == e::BETWEEN),
        _ => e::is_dash(token),
    };
    joins.then(|| rest.skip(1))
}

/// "10:30 to 10:45 a.m.", "7–9 p.m.".
fn shared_half<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    let (rest, one) = figures(input)?;
    let next = joint(input, rest)?;
    let (end, other) = figures(next)?;
    if one.hour > 12 || other.hour > 12 || one.minute.is_some_and(|it| it > 59) {
        return None;
    }
    let is_worded = half_in_words(end).is_some();
    let (end, named) = half(end).filter(|_| end.first().is_some_and(|it| it.span.len() > 1))?;
    // "won 3-2 in the evening" is a score.
    if is_worded && !may_be_hour(input) {
        return None;
    }
    let second = of_half(&other, named)?;
    // "10 to 2 p.m." begins in the morning: of two halves the one that runs forward.
    let same = of_half(&one, named)?;
    let first = if named == Half::Afternoon && same.seconds() >= second.seconds() {
        of_half(&one, Half::Morning)?
    } else {
        same
    };
    let (end, second) = with_zone(next, end, second);
    let first = Time { zone: second.zone.clone(), zone_text: second.zone_text.clone(), ..plain(first) };
    emit(found, (input, rest, first), (next, end, second));
    Some(end)
}

/// "at 7 and 9 p.m.", "at 10 or 11 a.m.": two times of one half of the day, where times are asked for.
fn listed_half<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    let (rest, one) = figures(input).filter(|_| e::follows(input, &[e::AT, e::BY]))?;
    let next = rest.first().filter(|it| matches!(it.word, e::AND | e::OR)).map(|_| rest.skip(1))?;
    let (end, other) = figures(next).filter(|(_, it)| it.hour <= 12 && one.hour <= 12)?;
    let (end, named) = half(end).filter(|_| end.first().is_some_and(|it| it.span.len() > 1))?;
    let (first, second) = (of_half(&one, named)?, of_half(&other, named)?);
    let (end, second) = with_zone(next, end, second);
    let first = Time { zone: second.zone.clone(), zone_text: second.zone_text.clone(), ..plain(first) };
    found.push(Claim::new(input, rest, first));
    found.push(Claim::new(next, end, second));
    Some(end)
}

fn plain(clock: Clock) -> Time {
    Time { clock, zone: None, zone_text: None, day: None, weekday: None, places: Vec::new() }
}

fn emit<'a>(found: &mut Vec<Claim>, from: (Tokens<'a>, Tokens<'a>, Time), to: (Tokens<'a>, Tokens<'a>, Time)) {
    let range = TimeRange { from: from.2.clone(), to: to.2.clone() };
    found.push(Claim::new(from.0, to.1, range));
    found.push(Claim::new(from.0, from.1, from.2));
    found.push(Claim::new(to.0, to.1, to.2));
}

#[cfg(test)]
mod tests {
    use crate::claims::Value;
    use crate::claims::table::assert_tells;
    use crate::claims::time::tests::tell as tell_time;

    /// A range in brackets, with the times of which it is made.
    fn tell(value: &Value, text: &str) -> Option<String> {
        match value {
            Value::TimeRange(range) => Some(format!("[{}/{}]", range.from.clock.iso(), range.to.clock.iso())),
            _ => tell_time(value, text),
        }
    }

    #[test]
    fn spellings_and_their_ranges() {
        let rows = [
            ("3:30-4:30pm", "[15:30/16:30]|15:30|16:30"),
            ("at 7 and 9 p.m., at 10:30 or 11 a.m.", "19:00|21:00|10:30|11:00"),
            ("from 10:30 to 10:45 a.m.", "[10:30/10:45]|10:30|10:45"),
            ("9 a.m. to 5 p.m.", "[09:00/17:00]|09:00|17:00"),
            ("between 11 and 1 p.m.", "[11:00/13:00]|11:00|13:00"),
            ("between 5 and 6 in the afternoon", "[17:00/18:00]|17:00|18:00"),
            ("a 10pm-to-6am shift", "[22:00/06:00]|22:00|06:00"),
            ("cut 08:30-12:00 in the north", "[08:30/12:00]|08:30|12:00"),
        ];
        assert_tells(tell, &rows);
    }
}
