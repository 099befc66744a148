//! Times of day: "9 a.m. EST", "1400 GMT", "noon".
//!
//! ```abnf
//! time     = (half-day / full-day / military / spoken / stamp / named) [[","] zone]
//! half-day = hour [(":" / ".") minute [":" second]] ("a.m." / "p.m." / "a" / "p" / "o'clock")
//! full-day = hour ":" minute [":" second] / hour "h" minute          ; where a clock time can stand
//! military = 4digit ("GMT" / other zone / "Z" / "zulu" / "local time" / "hours")
//!          / "0" 3digit                                                ; behind "at", "by", "until", "from", "to"
//!          / 3*4digit ("a.m." / "p.m.")                               ; 1140 a.m.
//! spoken   = that of [`super::spoken_time`]
//!          / hour ("in the" ("morning" / "afternoon" / "evening") / "at night")      ; behind "at", "by", "until"
//! stamp    = "T" 2digit ":" 2digit [":" second]                          ; behind its date
//! named    = ["12"] ("noon" / "midnight" / "midday")
//! ```
//!
//! The zone is that of [`super::zone`].

use super::date::elements::{self as e, COLON, COMMA, HYPHEN, IN, NO, STOP, TO, follows, integer, is, is_capital};
use super::spoken_time::{self, beside_the_hour};
use super::zone::{shift, zone};
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::{Clock, Days, Weekday, Zone};
use crate::tokens::{Case, Read, Token, TokenKind, Tokens};

/// A time of day: "9 a.m. EST", "1400 GMT".
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// What the clock shows.
    pub clock: Clock,
    /// The zone that it is told in.
    pub zone: Option<Zone>,
    /// The zone as it is written.
    pub zone_text: Option<Box<str>>,
    /// The day that stands beside it, where it is known.
    pub day: Option<Days>,
    /// The weekday that stands beside it.
    pub weekday: Option<Weekday>,
    /// Where the words name no zone: the zones, by their names in the tz database, of the places that the text speaks
    /// of, in one of which it is told. Empty where that is not known.
    pub places: Vec<&'static str>,
}

impl Time {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        keys.insert("time".into(), self.clock.iso().into());
        match (&self.zone, &self.zone_text) {
            (Some(Zone::Named(name)), _) => {
                keys.insert("zone".into(), (*name).into());
            }
            (Some(_), Some(text)) => {
                keys.insert("zone".into(), text.as_ref().into());
            }
            _ => {}
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        let zone = match (&self.zone, &self.zone_text) {
            (Some(Zone::Named(name)), _) => (*name).to_owned(),
            (Some(_), Some(text)) => text.to_string(),
            _ => return self.clock.iso(),
        };
        format!("{} {zone}", self.clock.iso())
    }
}

/// Which half of the day is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// "a.m."
    Morning,
    /// "p.m."
    Afternoon,
    /// "at night": before midnight or behind it, as the hour says.
    Night,
}

/// What stands behind a figure of hours, or behind a time told in four digits.
pub(super) const HOURS: [Word; 2] = word_ids!["hours", "hrs"];

/// How the zone of Greenwich is told behind four digits, beside its abbreviations.
const ZULU: Word = Word::of("zulu");
const Z: Word = Word::of("z");
const LOCAL: Word = Word::of("local");

/// Whether a time told in three or four digits can go on with the first token: "1140 a.m.", "1400 GMT", "1530 hours".
pub(super) fn may_end_hundreds(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|it| {
        it.kind == TokenKind::Word
            && (it.features.any(Features::ZONE)
                || matches!(it.word, LOCAL | ZULU | Z)
                || HOURS.contains(&it.word)
                || half(input).is_some())
    })
}

/// Reads a time of day with its zone.
pub(super) fn time(input: Tokens<'_>) -> Read<'_, Time> {
    let (rest, clock) = clock(input)?;
    let is_counted = clock.has_minutes && rest.first().is_some_and(|it| HOURS.contains(&it.word));
    Ok(with_zone(input, if is_counted { rest.skip(1) } else { rest }, clock))
}

/// Whether the token is the hour of a time stamp, right behind its date: the "T18" of "2025-03-04T18:30".
#[inline]
pub(super) fn is_stamp(input: Tokens<'_>, token: &Token) -> bool {
    token.span.len() == 3 && !token.spaced && is_hour_behind_date(input, token)
}

fn is_hour_behind_date(input: Tokens<'_>, token: &Token) -> bool {
    input.before(1).is_some_and(|it| it.kind == TokenKind::Number)
        && input.before(2).is_some_and(|it| it.word == HYPHEN)
        && matches!(input.spelling(token).as_bytes(), [b'T', b'0'..=b'2', b'0'..=b'9'])
}

/// Reads the time of a time stamp: "T18:30:05".
fn stamp(input: Tokens<'_>) -> Option<(Tokens<'_>, Clock)> {
    let token = input.first().filter(|it| is_stamp(input, it) && is(input, 1, COLON))?;
    let hour: u8 = input.spelling(token)[1..].parse().ok()?;
    let (minute, 2) = integer(input, 2)? else { return None };
    let clock = Clock { hour, minute: minute as u8, second: None, has_minutes: true, either_half: false };
    // The seconds may have a fraction.
    let second = input.get(4).filter(|it| is(input, 3, COLON) && it.kind == TokenKind::Number);
    let second = second.and_then(|it| input.spelling(it).get(..2)?.parse().ok());
    let rest = input.skip(if second.is_some() { 5 } else { 3 });
    Some((rest, Clock { second, ..clock }))
}

/// Takes in the zone behind a clock time.
pub(super) fn with_zone<'a>(input: Tokens<'a>, rest: Tokens<'a>, clock: Clock) -> (Tokens<'a>, Time) {
    let mut time = Time { clock, zone: None, zone_text: None, day: None, weekday: None, places: Vec::new() };
    let is_apart = is(rest, 0, COMMA) && (is(rest, 1, LOCAL) || is_lone_zone(rest.skip(1)));
    let at = if is_apart { rest.skip(1) } else { rest };
    let shifted = || shift(rest).filter(|_| rest.first().is_some_and(|it| !it.spaced));
    let is_stamped = input.first().is_some_and(|it| is_stamp(input, it));
    let stamped = if is_stamped { shifted().map(|(end, minutes)| (end, Zone::Offsets(vec![minutes]))) } else { None };
    let Some((end, found)) = stamped.or_else(|| zone(at)) else { return (rest, time) };
    time.zone = Some(found);
    time.zone_text = Some(at.text[at.span_to(end).range()].trim_matches(['(', ')']).into());
    (end, time)
}

/// Whether a zone's abbreviation stands here and nothing that it belongs to: "3pm, BST".
fn is_lone_zone(input: Tokens<'_>) -> bool {
    let is_zone = input.first().is_some_and(|it| {
        it.features.any(Features::ZONE)
            && it.case == Case::Upper
            && it.span.len() > 2
            && input.lexicon.zones.abbreviation(it.word).is_some()
    });
    is_zone && ends(input.skip(1))
}

fn clock(input: Tokens<'_>) -> Read<'_, Clock> {
    let first = input.first().ok_or(NO)?;
    match first.kind {
        TokenKind::Number => digits(input),
        TokenKind::Word => stamp(input).map_or_else(|| spoken_time::clock(input), Ok),
        _ => Err(NO),
    }
}

/// The half of the day named behind an hour.
pub(super) fn half(input: Tokens<'_>) -> Option<(Tokens<'_>, Half)> {
    const AM: [Word; 2] = [Word::of("am"), Word::of("a.m.")];
    const PM: [Word; 2] = [Word::of("pm"), Word::of("p.m.")];
    const LETTERS: [(Word, Half); 4] = [
        (Word::of("a.m"), Half::Morning),
        (Word::of("p.m"), Half::Afternoon),
        (Word::of("a"), Half::Morning),
        (Word::of("p"), Half::Afternoon),
    ];
    let token = input.first()?;
    if let Some(found) = half_in_words(input) {
        return Some(found);
    }
    if AM.contains(&token.word) {
        return Some((input.skip(1), Half::Morning));
    }
    if PM.contains(&token.word) {
        return Some((input.skip(1), Half::Afternoon));
    }
    let is_tight = |half: &Half| !token.spaced || matches!(half, Half::Morning) && token.span.len() == 3;
    LETTERS
        .iter()
        .find(|(word, half)| *word == token.word && (token.span.len() == 3 || is_tight(half)))
        .map(|(_, half)| (input.skip(1), *half))
}

/// "in the morning", "in the evening", "at night", where no noun follows that it belongs to ("in the morning raid").
pub(super) fn half_in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, Half)> {
    const MORNING: Word = Word::of("morning");
    const LATE: [Word; 2] = [Word::of("afternoon"), Word::of("evening")];
    const NIGHT: Word = Word::of("night");
    let (rest, half) = match (input.first()?.word, input.get(1)?.word, input.get(2).map(|it| it.word)) {
        (e::AT, NIGHT, _) => (input.skip(2), Half::Night),
        (IN, e::THE, Some(MORNING)) => (input.skip(3), Half::Morning),
        (IN, e::THE, Some(word)) if LATE.contains(&word) => (input.skip(3), Half::Afternoon),
        _ => return None,
    };
    (ends(rest) || zone(rest).is_some()).then_some((rest, half))
}

/// Hour and minute as numbers, and what follows: `9`, `9:30`, `9.30`, `9:30:05`.
pub(super) struct Figures {
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
    pub(super) second: Option<u8>,
    /// Whether a colon stands between them.
    pub(super) has_colon: bool,
    /// How many digits the hour has.
    pub(super) digits: usize,
}

/// Reads the figures of a clock.
pub(super) fn figures(input: Tokens<'_>) -> Option<(Tokens<'_>, Figures)> {
    let token = input.first().filter(|it| it.kind == TokenKind::Number)?;
    let text = input.spelling(token);
    if let Some((hour, minute)) = text.split_once('.') {
        if minute.len() != 2 || hour.len() > 2 {
            return None;
        }
        let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
        let figures = Figures { hour, minute: Some(minute), second: None, has_colon: false, digits: 1 };
        return Some((input.skip(1), figures));
    }
    let (hour, digits) = integer(input, 0).filter(|(value, digits)| *digits <= 2 && *value < 100)?;
    let mut figures = Figures { hour: hour as u8, minute: None, second: None, has_colon: false, digits };
    let touching = |at: usize| input.get(at).is_some_and(|it| !it.spaced);
    let two = |at: usize| integer(input, at).filter(|(_, digits)| *digits == 2 && touching(at)).map(|(it, _)| it as u8);
    if !(is(input, 1, COLON) && touching(1)) {
        return Some((input.skip(1), figures));
    }
    figures.has_colon = true;
    figures.minute = Some(two(2)?);
    if is(input, 3, COLON) && touching(3) {
        figures.second = Some(two(4)?);
        return Some((input.skip(5), figures));
    }
    Some((input.skip(3), figures))
}

/// The clock that figures and the half of the day show.
pub(super) fn of_half(figures: &Figures, half: Half) -> Option<Clock> {
    let hour = match (figures.hour, half) {
        (12, Half::Morning) => 0,
        (12, Half::Afternoon) => 12,
        (12, Half::Night) => 0,
        (hour @ 0..=11, Half::Afternoon) | (hour @ 6..=11, Half::Night) => hour + 12,
        (hour @ 0..=11, Half::Morning) | (hour @ 0..=5, Half::Night) => hour,
        // "14:30 p.m." is said of the same hour.
        (hour @ 13..=23, Half::Afternoon) => hour,
        _ => return None,
    };
    Some(Clock {
        hour,
        minute: figures.minute.unwrap_or(0),
        second: figures.second,
        has_minutes: figures.minute.is_some(),
        either_half: false,
    })
}

fn digits(input: Tokens<'_>) -> Read<'_, Clock> {
    if let Some(found) = military(input) {
        return Ok(found);
    }
    let before = input.before(1);
    let is_tail = input.first().is_some_and(|it| !it.spaced)
        && before.is_some_and(|it| {
            // "9 a.m. PT/12 p.m. ET" are two times, "5/6 p.m." is none.
            let follows_word = input.before(2).is_some_and(|it| it.kind == TokenKind::Word);
            matches!(it.kind, TokenKind::Number | TokenKind::Code)
                || matches!(it.word, COLON | STOP)
                || it.word == e::SLASH && !follows_word
        });
    if is_tail {
        return Err(NO);
    }
    if let Some(found) = beside_the_hour(input).or_else(|| four_digits(input)) {
        return Ok(found);
    }
    // "12 noon"
    if is(input, 0, word_id!("12"))
        && let Some(found) = input.get(1).and_then(spoken_time::named)
    {
        return Ok((input.skip(2), found));
    }
    let (rest, figures) = figures(input).ok_or(NO)?;
    if figures.minute.is_none() && half_in_words(rest).is_some() && !may_be_hour(input) {
        return Err(NO);
    }
    if let Some((end, half)) = half(rest) {
        let is_letter = rest.first().is_some_and(|it| it.span.len() == 1);
        if !is_letter || figures.minute.is_some() {
            return of_half(&figures, half).map(|clock| (end, clock)).ok_or(NO);
        }
    }
    let clock = Clock {
        hour: figures.hour,
        minute: figures.minute.unwrap_or(0),
        second: figures.second,
        has_minutes: figures.minute.is_some(),
        either_half: (1..=12).contains(&figures.hour) && figures.digits == 1 || (10..=12).contains(&figures.hour),
    };
    if is_o_clock(rest) && clock.hour <= 24 {
        return Ok((rest.skip(1), clock));
    }
    // "14h30"
    if figures.minute.is_none()
        && before.is_none_or(|it| CUES.contains(&it.word) || it.kind != TokenKind::Word)
        && let Some(minute) = rest.first().filter(|it| !it.spaced).and_then(|it| french_minute(rest.spelling(it)))
        && clock.hour <= 24
    {
        return Ok((rest.skip(1), Clock { minute, has_minutes: true, either_half: false, ..clock }));
    }
    let zoned = zone(rest).is_some() && !is(rest, 0, IN) || rest.first().is_some_and(|it| HOURS.contains(&it.word));
    if figures.minute.is_none() {
        // "9 GMT": an hour with its zone.
        let is_zoned =
            rest.first().is_some_and(|it| it.features.any(Features::ZONE) && it.spaced && it.case == Case::Upper)
                && zoned;
        return if is_zoned && clock.hour <= 24 { Ok((rest, clock)) } else { Err(NO) };
    }
    let follows_cue = before.is_some_and(|it| CUES.contains(&it.word)) && !is_race(input, &figures);
    if !figures.has_colon {
        // "at 21.30": with a full stop only where nothing else is at that hour.
        let is_clock = before.is_some_and(|it| it.word == e::AT) && !clock.is_impossible() && ends(rest);
        return if is_clock || zoned && !clock.is_impossible() { Ok((rest, clock)) } else { Err(NO) };
    }
    if rest.first().is_some_and(|it| !it.spaced && (it.word == COLON || it.kind == TokenKind::Word)) {
        return Err(NO);
    }
    let is_date_before = before
        .is_some_and(|it| it.features.any(Features::WEEKDAY.with(Features::CALENDAR)) && it.kind == TokenKind::Word);
    if clock.is_impossible() {
        let may_be_verse = clock.hour > 24 && clock.minute <= 59 && !zoned;
        let is_stated = before.is_some_and(|it| matches!(it.word, e::AT | e::BY | e::UNTIL)) || zoned;
        return if is_stated && (!may_be_verse || zoned || ends(rest)) { Ok((rest, clock)) } else { Err(NO) };
    }
    let stands_alone = before.is_none_or(|it| {
        it.kind == TokenKind::Mark && it.word != HYPHEN || it.starts_line && it.kind != TokenKind::Word
    }) && !is_verse(input);
    if follows_cue || zoned || is_date_before || stands_alone || follows_date(input) {
        return Ok((rest, clock));
    }
    Err(NO)
}

/// Whether the figures may be the time that someone took: "her best is 2:11:53", "a record of about 4:12".
fn is_race(input: Tokens<'_>, figures: &Figures) -> bool {
    const ASKING: [Word; 6] = [e::AT, e::BY, e::UNTIL, e::TILL, e::FROM, e::SINCE];
    const TOLD: [Word; 2] = word_ids!["it", "time"];
    if follows(input, &ASKING) {
        return false;
    }
    let is_told = (2..7).map_while(|back| input.before(back)).any(|it| TOLD.contains(&it.word));
    figures.second.is_some() || follows(input, &word_ids!["is"]) && !is_told
}

pub(super) fn is_o_clock(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| it.word == word_id!("o'clock") || it.word == word_id!("oclock"))
}

/// Whether a bare number before "in the morning" is an hour: "at 6 in the morning", not "killed 6 in the morning".
pub(super) fn may_be_hour(input: Tokens<'_>) -> bool {
    input.before(1).is_none_or(|it| CUES.contains(&it.word))
}

/// "1140 a.m.": hour and minute without a mark between them.
fn four_digits(input: Tokens<'_>) -> Option<(Tokens<'_>, Clock)> {
    let (value, 3..=4) = integer(input, 0)? else { return None };
    let rest = input.skip(1);
    let (end, half) = half(rest).filter(|_| rest.first().is_some_and(|it| it.span.len() > 1))?;
    let (hour, minute) = ((value / 100) as u8, (value % 100) as u8);
    let figures = Figures { hour, minute: Some(minute), second: None, has_colon: false, digits: 2 };
    let clock = of_half(&figures, half).filter(|it| (1..=12).contains(&hour) && !it.is_impossible())?;
    // "WECR 1130 AM" is a station.
    let asks = input.before(1).is_some_and(|it| CUES.contains(&it.word));
    let is_dotted = rest.first().is_some_and(|it| it.span.len() == 4 && it.case == Case::Lower);
    (half_in_words(rest).is_none() && (asks || is_dotted)).then_some((end, clock))
}

/// The minute of "h30".
fn french_minute(word: &str) -> Option<u8> {
    let digits = word.strip_prefix(['h', 'H']).filter(|it| it.len() == 2)?;
    digits.parse().ok().filter(|minute| *minute < 60)
}

/// Words behind which a figure with a colon is a time of day.
pub(super) const CUES: [Word; 16] = [
    e::AT,
    e::BY,
    e::UNTIL,
    e::TILL,
    e::FROM,
    TO,
    e::BETWEEN,
    e::AND,
    e::SINCE,
    e::BEFORE,
    e::AFTER,
    Word::of("around"),
    Word::of("about"),
    Word::of("past"),
    Word::of("is"),
    Word::of("time"),
];

/// Whether the figures may be chapter and verse: "(Matthew 25:31)", "John 3:16; 4:2".
fn is_verse(input: Tokens<'_>) -> bool {
    input.before(1).is_some_and(|it| matches!(it.word, COMMA) || it.word == word_id!(";"))
        && input.before(2).is_some_and(|it| it.kind == TokenKind::Number)
}

/// Whether a date in digits or a year stands right before.
fn follows_date(input: Tokens<'_>) -> bool {
    let year = input.before(1).filter(|it| it.kind == TokenKind::Number);
    let is_iso = input.before(2).is_some_and(|it| matches!(it.word, HYPHEN | e::SLASH) && !it.spaced);
    let is_month = input.before(2).is_some_and(|it| it.features.any(Features::MONTH))
        || input.before(3).is_some_and(|it| it.features.any(Features::MONTH));
    let follows_month = input.before(1).is_some_and(|it| it.features.any(Features::MONTH) && is_capital(it));
    year.is_some() && (is_iso || is_month) || follows_month
}

/// Whether nothing that a number could measure follows.
pub(super) fn ends(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|it| {
        it.kind == TokenKind::Mark && !e::is_dash(it) && it.word != e::PERCENT
            || it.features.any(Features::FUNCTION.with(Features::WEEKDAY).with(Features::CALENDAR))
    })
}

/// "1400 GMT", "0430 hours".
fn military(input: Tokens<'_>) -> Option<(Tokens<'_>, Clock)> {
    let (value, 4) = integer(input, 0)? else { return None };
    let rest = input.skip(1);
    let next = rest.first()?;
    let first = input.spelling(input.first()?).as_bytes().first().copied();
    let is_zone = next.features.any(Features::ZONE)
        && is_capital(next)
        && rest.lexicon.zones.abbreviation(next.word).is_some_and(|_| next.span.len() > 2);
    let is_zone = is_zone || next.word == ZULU || next.word == Z && !next.spaced && next.case != Case::Lower;
    // "docked at 0545": the naught before it is no number's.
    let is_asked = first == Some(b'0')
        && follows(
            input,
            &[e::AT, e::BY, e::UNTIL, e::TILL, e::SINCE, e::BEFORE, e::AFTER, e::FROM, TO, e::BETWEEN, e::AND],
        )
        && ends(rest);
    // "between 0730-0930"
    let is_range = |dash: usize, other: usize| {
        rest.get(dash).is_some_and(e::is_dash) && integer(rest, other).is_some_and(|it| it.1 == 4)
    };
    let is_asked = is_asked
        || first == Some(b'0') && follows(input, &[e::FROM, e::BETWEEN]) && is_range(0, 1)
        || first.is_some_and(|it| it == b'0')
            && input.before(1).is_some_and(e::is_dash)
            && input.before(3).is_some_and(|it| matches!(it.word, e::FROM | e::BETWEEN))
            && input.before(2).is_some_and(|it| it.span.len() == 4)
            && ends(rest);
    let is_local = next.word == LOCAL && rest.get(1).is_some_and(|it| it.word == word_id!("time"));
    let is_time = is_zone
        || is_local
        || is_asked
        || HOURS.contains(&next.word) && (first == Some(b'0') || input.before(1).is_some_and(|it| it.word == e::AT));
    let (hour, minute) = (value / 100, value % 100);
    if !is_time || hour > 24 || minute > 59 {
        return None;
    }
    let clock = Clock { hour: hour as u8, minute: minute as u8, second: None, has_minutes: true, either_half: false };
    Some((if HOURS.contains(&next.word) { rest.skip(1) } else { rest }, clock))
}

#[cfg(test)]
pub(super) mod tests {
    use crate::claims::Value;
    use crate::claims::table::assert_tells;

    /// A time: what the clock shows, and its zone.
    pub(in crate::claims) fn tell(value: &Value, _text: &str) -> Option<String> {
        if let Value::Time(time) = value { Some(time.describe()) } else { None }
    }

    #[test]
    fn spellings_and_their_times() {
        let rows = [
            ("docked at 0545 on the 18th", "05:45"),
            ("left by 0930 Monday, and none since 0600 now", "09:30|06:00"),
            ("the time in Tokyo is 14:05; it is 9:05", "14:05|09:05"),
            ("a Category 5 Atlantic hurricane", ""),
            ("her best is 2:11:53, his is 4:12; she paid at 0545 rupees", ""),
            ("9:30pm", "21:30"),
            ("at 14:30", "14:30"),
            ("noon or midnight", "12:00|00:00"),
            ("at 21.30 on Friday", "21:30"),
            ("11.52 p.m. on", "23:52"),
            ("half past nine", "09:30"),
            ("nine o'clock", "09:00"),
            ("at 23:65 on Wednesday", "23:65"),
            ("20:59 Nov 21 UTC", "20:59"),
            ("11:29:48 a.m.", "11:29:48"),
            ("at 14h30", "14:30"),
            ("at 6 in the morning", "06:00"),
            ("at 10 at night and by two at night", "22:00|02:00"),
            ("nine o'clock in the evening", "21:00"),
            ("at 10 past 9", "09:10"),
            ("twenty past eight in the evening", "20:20"),
            ("1140 a.m., until 200 PM", "11:40|14:00"),
            ("at ten to six and by five to twelve", "05:50|11:55"),
            ("WECR 1130 AM is a station", ""),
            ("they won 3-2 in the evening", ""),
            ("police held 6 in the morning", ""),
            ("at five in the morning raid", ""),
            ("the 2016 Pacific typhoon season", ""),
            ("a 12A rotary engine", ""),
            ("John 3:16 and Matthew 25:31–46", ""),
            ("won 3:16", ""),
            ("Exodus 10:12-11:14; from ten to six; 3pm, EST officials", "15:00"),
            ("3:43.13 and 12:35.36", ""),
            ("a ratio of 4:3", ""),
            ("a time of 2:09:34", ""),
            ("paid 9.50 euros", ""),
            ("1400 people", ""),
            ("scored 12 a game", ""),
        ];
        assert_tells(tell, &rows);
    }
}
