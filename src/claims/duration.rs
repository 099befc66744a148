//! Lengths of time: "seven-month", "two and a half years", "2h 14m 05s".
//!
//! ```abnf
//! duration  = figure ["-"] period *([","] ["and"] figure period) ["and a half"]
//!           / ("a" / "an" ["entire" / "full" / "whole"] / "half a" / "half an" / ["a"] "half" ["-"]) period ["and a half"]
//!           / fraction "of" ("a" / "an") period                ; a quarter of an hour
//!           / ["a"] "quarter" ["-"] ("century" / "hour")
//!           / period "-long"
//!           / digits short *(digits short)                     ; 2h 14m 05s
//!           / hour ":" minute ":" second                       ; behind "in", "of" or "time"
//! ```

use super::date::elements::{A, AN, AND, COLON, COMMA, HALF, HYPHEN, NO, OF, follows, integer, is};
use super::{fraction, range};
use crate::lexicon::{Features, Period, Word, word_id, word_ids};
use crate::reading::{Figure, Hedge, Interval, Length};
use crate::tokens::{Read, TokenKind, Tokens};

/// A length of time: "seven-month", "two and a half years".
#[derive(Clone, Debug, PartialEq)]
pub struct Duration {
    /// How long it is.
    pub length: Length,
    /// The word that widens or bounds it.
    pub hedge: Hedge,
}

impl Duration {
    /// Whether the ends of a range are of one scale: "between 130 and 85 million years" is 130 million.
    pub(super) fn is_of_one_scale(&self) -> bool {
        self.length.figure.low * 1000.0 > self.length.figure.high
    }

    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        keys.insert("duration".into(), self.length.iso().into());
        if let [(count, _)] = self.length.parts[..] {
            keys.insert("number".into(), range::tidy(count));
            for (key, value) in [("low", self.length.figure.low), ("high", self.length.figure.high)] {
                if value.is_finite() {
                    keys.insert(key.into(), range::tidy(value));
                }
            }
        }
        if let Some(name) = self.hedge.name() {
            keys.insert("hedge".into(), name.into());
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        self.length.iso()
    }
}

/// Reads a length of time.
pub(super) fn duration(input: Tokens<'_>) -> Read<'_, Duration> {
    let first = input.first().ok_or(NO)?;
    if first.features.any(Features::PERIOD) {
        return period_long(input);
    }
    if !range::may_begin(first) {
        return Err(NO);
    }
    if first.kind == TokenKind::Number
        && let Some(found) = short(input).or_else(|| race_time(input))
    {
        return Ok(found);
    }
    if let Some(found) = indefinite(input).or_else(|| part_of_period(input)) {
        return Ok(found);
    }
    if !names_period(input) {
        return Err(NO);
    }
    let (rest, figure) = range::figure(input)?;
    let hyphenated = is(rest, 0, HYPHEN) && is(rest, 1, AND) && is(rest, 3, A) && is(rest, 5, HALF);
    let (rest, half) = if hyphenated { (rest.skip(6), 0.5) } else { (rest, 0.0) };
    if is_place_in_a_row(input, rest) {
        return Err(NO);
    }
    let (rest, period) = period(rest).ok_or(NO)?;
    let mut length = Length::new(counted(&figure) + Interval::exact(half), period);
    length.stated = counted(&figure.unhedged()) + Interval::exact(half);
    let rest = and_a_half(rest, &mut length);
    let rest = further_parts(rest, &mut length);
    Ok((rest, Duration { length, hedge: figure.hedge }))
}

/// Whether tens and "second" are an ordinal: "the forty-second president", but "a thirty-second advert".
fn is_place_in_a_row(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const WHOSE: [Word; 9] = word_ids!["the", "his", "her", "its", "their", "our", "my", "your", "this"];
    let is_ordinal = rest.at() == input.at() + 1
        && is(rest, 0, HYPHEN)
        && is(rest, 1, word_id!("second"))
        && input.first().is_some_and(|it| it.kind == TokenKind::Word);
    let lasts = rest.lexicon.classes.get("lasting");
    let is_lasting =
        || rest.get(2).is_some_and(|it| lasts.is_some_and(|class| class.contains(it.word)) || it.word == HYPHEN);
    let has_owner = || input.before(1).is_some_and(|it| WHOSE.contains(&it.word) || it.kind == TokenKind::Possessive);
    is_ordinal && has_owner() && !is_lasting()
}

/// Whether a period is named as near as a figure can stand before it.
pub(super) fn names_period(input: Tokens<'_>) -> bool {
    const LONGEST: usize = 12;
    (1..LONGEST).map_while(|ahead| input.get(ahead)).any(|it| it.features.any(Features::PERIOD))
}

/// How many periods a figure counts. Lengths are counted, so a small round number is no rounded one: 40 days are not
/// 42.
fn counted(figure: &Figure) -> Interval {
    let is_small = figure.interval.point <= 100.0;
    let is_plain = figure.hedge == Hedge::None && figure.range.is_none();
    if is_small && is_plain { Interval::exact(figure.interval.point) } else { figure.interval }
}

/// The period behind a figure, with a hyphen or without.
fn period(rest: Tokens<'_>) -> Option<(Tokens<'_>, Period)> {
    let has_hyphen = is(rest, 0, HYPHEN) && rest.get(1).is_some_and(|it| !it.spaced);
    let at = if has_hyphen { rest.skip(1) } else { rest };
    // "two full days"
    let is_qualified = !has_hyphen && at.first().is_some_and(|it| at.lexicon.calendar.qualifies(it.word));
    let at = if is_qualified { at.skip(1) } else { at };
    let token = at.first()?;
    if !token.features.any(Features::PERIOD) {
        return None;
    }
    // Three quarters are a fraction, and "the second-half goal" is no second.
    let period =
        at.lexicon.calendar.period(token.word).filter(|it| !matches!(it, Period::Quarter | Period::Weekend))?;
    let is_other_word = period == Period::Second && is(at, 1, HYPHEN) && is(at, 2, HALF);
    (!is_other_word).then(|| (at.skip(1), period))
}

/// Widens a length by the half or quarter that stands behind it: "a year and a half".
fn and_a_half<'a>(rest: Tokens<'a>, length: &mut Length) -> Tokens<'a> {
    let part = match rest.get(2).map(|it| it.word) {
        Some(HALF) => 0.5,
        Some(word) if word == word_id!("quarter") => 0.25,
        _ => return rest,
    };
    if !(is(rest, 0, AND) && is(rest, 1, A)) {
        return rest;
    }
    if let [(count, _)] = &mut length.parts[..] {
        *count += part;
        length.figure = length.figure + Interval::exact(part);
        length.stated = length.stated + Interval::exact(part);
    }
    rest.skip(3)
}

/// Reads the shorter parts: "three hours and 35 minutes", "4 minutes, 12 seconds".
fn further_parts<'a>(mut rest: Tokens<'a>, length: &mut Length) -> Tokens<'a> {
    while length.parts.len() < 6 {
        let mut next = rest;
        if is(next, 0, COMMA) {
            next = next.skip(1);
        }
        let has_and = is(next, 0, AND);
        if has_and {
            next = next.skip(1);
        }
        let is_figure = next.first().is_some_and(|it| {
            it.kind == TokenKind::Number || it.features.any(Features::NUMBER) || matches!(it.word, A | AN)
        });
        if !is_figure {
            break;
        }
        // "a year and a day"
        let one = next
            .first()
            .filter(|it| has_and && matches!(it.word, A | AN))
            .map(|_| (next.skip(1), Figure::integer(1.0)));
        let Some((end, figure)) = one.or_else(|| range::figure(next).ok()) else { break };
        let Some((end, period)) = period(end).filter(|(_, period)| *period < length.unit()) else { break };
        // "a three-day, 40-hour trip" and "two weeks, ten days" are two lengths.
        let larger = Length::new(Interval::exact(1.0), length.unit()).years();
        if Length::new(Interval::exact(figure.interval.point), period).years() > larger * 1.001 {
            break;
        }
        // "two days, 12 hours a day": what counts per something is no part.
        if end.first().is_some_and(|it| matches!(it.word, A | AN)) {
            break;
        }
        length.parts.push((figure.interval.point, period));
        length.figure = counted(&figure);
        length.stated = counted(&figure.unhedged());
        rest = end;
    }
    rest
}

/// "a decade", "half an hour", "an hour and a half", "half-hour".
fn indefinite(input: Tokens<'_>) -> Option<(Tokens<'_>, Duration)> {
    if let Some(found) = quarter_of(input) {
        return Some(found);
    }
    let is_half = is(input, 0, HALF);
    let mut at = if is_half { input.skip(1) } else { input };
    if is_half && is(at, 0, HYPHEN) {
        at = at.skip(1);
    } else if at.first().is_some_and(|it| matches!(it.word, A | AN)) {
        at = at.skip(1);
        let names_period = |ahead: usize| at.get(ahead).is_some_and(|it| it.features.any(Features::PERIOD));
        if !is_half && is(at, 0, HALF) && (is(at, 1, HYPHEN) || names_period(1)) {
            return indefinite(at);
        }
    } else if !(is_half && is_half_of_time(at)) {
        return None;
    }
    // "An entire month" is a length wherever it stands.
    let is_entire = !is_half && is_entire(input);
    if is_entire {
        at = at.skip(1);
    }
    let token = at.first().filter(|it| it.features.any(Features::PERIOD))?;
    let period = at.lexicon.calendar.period(token.word)?;
    let is_whole =
        !matches!(period, Period::Quarter | Period::Weekend | Period::Second) || is_half && period == Period::Second;
    if !is_whole {
        return None;
    }
    let count = if is_half { 0.5 } else { 1.0 };
    let mut length = Length::new(Interval::exact(count), period);
    let rest = and_a_half(at.skip(1), &mut length);
    let rest = further_parts(rest, &mut length);
    // "an hour and 12 minutes" is a length wherever it stands.
    let is_told = is_half || is_entire || length.parts.len() > 1 || is_length(input, at.skip(1), period);
    is_told.then_some((rest, Duration { length, hedge: Hedge::None }))
}

/// Whether "half" stands before a period that is halved without an article: "the last half hour"; not before one that
/// is a half of something ("the second half week").
fn is_half_of_time(period: Tokens<'_>) -> bool {
    const HALVED: [Word; 4] = word_ids!["hour", "day", "century", "decade"];
    period.first().is_some_and(|it| it.spaced && HALVED.contains(&it.word))
}

/// "a quarter-century", "a quarter hour".
fn quarter_of(input: Tokens<'_>) -> Option<(Tokens<'_>, Duration)> {
    let at = if input.first().is_some_and(|it| matches!(it.word, A | AN)) { input.skip(1) } else { input };
    let has_hyphen = is(at, 1, HYPHEN);
    let joined = at.skip(if has_hyphen { 2 } else { 1 });
    let period = joined.first().and_then(|it| joined.lexicon.calendar.period(it.word));
    let period = period.filter(|it| matches!(it, Period::Century | Period::Hour) && is(at, 0, word_id!("quarter")))?;
    let length = Length::new(Interval::exact(0.25), period);
    (has_hyphen || at.at() > input.at()).then_some((joined.skip(1), Duration { length, hedge: Hedge::None }))
}

/// "a quarter of an hour", "two-thirds of a century".
fn part_of_period(input: Tokens<'_>) -> Option<(Tokens<'_>, Duration)> {
    const LONGEST: usize = 6;
    let is_near = (1..LONGEST).any(|ahead| {
        is(input, ahead, OF)
            && input.get(ahead + 1).is_some_and(|it| matches!(it.word, A | AN))
            && input.get(ahead + 2).is_some_and(|it| it.features.any(Features::PERIOD))
    });
    let (rest, fraction) = if is_near { fraction::fraction(input).ok()? } else { return None };
    let token = rest.get(2).filter(|_| is(rest, 0, OF) && rest.get(1).is_some_and(|it| matches!(it.word, A | AN)))?;
    let period = rest.lexicon.calendar.period(token.word).filter(|it| *it != Period::Second)?;
    let length = Length::new(fraction.figure.interval, period);
    Some((rest.skip(3), Duration { length, hedge: fraction.figure.hedge }))
}

/// Before a period that has passed from end to end.
const ENTIRE: [Word; 4] = [Word::of("entire"), Word::of("full"), Word::of("whole"), Word::of("solid")];

/// Whether an article stands before an entire period: "a full year".
pub(super) fn is_entire(input: Tokens<'_>) -> bool {
    input.get(1).is_some_and(|it| ENTIRE.contains(&it.word))
        && input.get(2).is_some_and(|it| it.features.any(Features::PERIOD))
}

/// Whether the token is a half or a quarter.
fn is_part(rest: Tokens<'_>, ahead: usize) -> bool {
    is(rest, ahead, HALF) || is(rest, ahead, word_id!("quarter"))
}

/// Behind a length that is counted from an event: "a century after his birth".
const FROM: [Word; 2] = [Word::of("after"), Word::of("before")];

/// Whether "a year" is a length here and not a rate ("twice a year").
fn is_length(input: Tokens<'_>, rest: Tokens<'_>, period: Period) -> bool {
    const BEFORE: [Word; 16] = [
        Word::of("for"),
        Word::of("within"),
        Word::of("after"),
        Word::of("over"),
        Word::of("about"),
        Word::of("nearly"),
        Word::of("almost"),
        Word::of("than"),
        Word::of("lasted"),
        Word::of("took"),
        Word::of("spent"),
        Word::of("under"),
        Word::of("in"),
        Word::of("around"),
        Word::of("least"),
        Word::of("roughly"),
    ];
    let is_rate = input.before(1).is_some_and(|it| {
        matches!(it.kind, TokenKind::Number)
            || [word_id!("once"), word_id!("twice"), word_id!("times")].contains(&it.word)
    });
    let goes_on = (is(rest, 0, AND) && is(rest, 1, A) && is_part(rest, 2))
        || rest.first().is_some_and(|it| FROM.contains(&it.word));
    follows(input, &BEFORE) || goes_on || (!is_rate && matches!(period, Period::Decade | Period::Fortnight))
}

/// "year-long", "a decade-long war".
fn period_long(input: Tokens<'_>) -> Read<'_, Duration> {
    const LONG: Word = Word::of("long");
    let token = input.first().ok_or(NO)?;
    let period = input.lexicon.calendar.period(token.word).ok_or(NO)?;
    if !(is(input, 1, HYPHEN) && is(input, 2, LONG)) || input.before(1).is_some_and(|it| it.word == HYPHEN) {
        return Err(NO);
    }
    let length = Length::new(Interval::exact(1.0), period);
    Ok((input.skip(3), Duration { length, hedge: Hedge::None }))
}

/// "2h 14m 05s", "24h".
fn short(input: Tokens<'_>) -> Option<(Tokens<'_>, Duration)> {
    let mut rest = input;
    let mut parts: Vec<(f64, Period)> = Vec::new();
    while let Some((value, _)) = integer(rest, 0) {
        let token = rest.get(1).filter(|it| it.kind == TokenKind::Word && !it.spaced)?;
        let calendar = &rest.lexicon.calendar;
        let period = calendar.short_period(token.word).or_else(|| calendar.period(token.word))?;
        if parts.last().is_some_and(|(_, last)| *last <= period) {
            return None;
        }
        parts.push((f64::from(value), period));
        rest = rest.skip(2);
        if !rest.first().is_some_and(|it| it.kind == TokenKind::Number) {
            break;
        }
    }
    // A lone letter is a metre, a million or a plural; a lone "h" is an hour.
    let is_clear = parts.len() > 1 || parts.first().is_some_and(|(_, period)| *period == Period::Hour);
    let (count, _) = *parts.last()?;
    is_clear.then(|| (rest, Duration { length: Length::of_parts(parts, count), hedge: Hedge::None }))
}

/// "1:52:33" behind a word that makes it the time someone took.
fn race_time(input: Tokens<'_>) -> Option<(Tokens<'_>, Duration)> {
    const CUES: [Word; 6] =
        [Word::of("in"), OF, Word::of("time"), Word::of("clocked"), Word::of("ran"), Word::of("timed")];
    if !follows(input, &CUES) || !is(input, 1, COLON) || !is(input, 3, COLON) {
        return None;
    }
    let ((hours, _), (minutes, 2)) = (integer(input, 0)?, integer(input, 2)?) else { return None };
    let token = input.get(4).filter(|it| it.kind == TokenKind::Number && !it.spaced)?;
    let seconds: f64 = input.spelling(token).parse().ok()?;
    if minutes > 59 || seconds >= 60.0 {
        return None;
    }
    let parts = vec![(f64::from(hours), Period::Hour), (f64::from(minutes), Period::Minute), (seconds, Period::Second)];
    Some((input.skip(5), Duration { length: Length::of_parts(parts, seconds), hedge: Hedge::None }))
}

#[cfg(test)]
mod tests {
    use crate::claims::Value;
    use crate::claims::table::assert_tells;

    fn tell(value: &Value, _text: &str) -> Option<String> {
        if let Value::Duration(it) = value { Some(it.length.iso()) } else { None }
    }

    #[test]
    fn spellings_and_their_lengths() {
        let rows = [
            ("a seven-month campaign", "P7M"),
            ("two and a half years", "P2Y6M"),
            ("a two-and-a-half-year term", "P2Y6M"),
            ("a fortnight", "P2W"),
            ("for a decade, from", "P10Y"),
            ("three decades", "P30Y"),
            ("2h 14m 05s", "PT2H14M5S"),
            ("45 minutes", "PT45M"),
            ("a quarter-century on, a quarter hour", "P25Y|PT15M"),
            ("two full days, three straight weeks", "P2D|P3W"),
            ("between 130 and 85 million years", ""),
            ("three hours and 35 minutes", "PT3H35M"),
            ("4 minutes, 12 seconds", "PT4M12S"),
            ("half an hour", "PT30M"),
            ("an entire month of rain", "P1M"),
            ("a century after his birth", "P100Y"),
            ("after a year and a half", "P1Y6M"),
            ("a year-long study", "P1Y"),
            ("won in 1:52:33", "PT1H52M33S"),
            ("an hour and 12 minutes past", "PT1H12M"),
            ("three-quarters of an hour, a quarter of a century", "PT45M|P25Y"),
            ("on for half a second", "PT0.5S"),
            ("between 10,000 and 12,000 years", "P11000Y"),
            ("between five and seven days", "P6D"),
            ("3:43.13 and 12:35.36, 9.58", ""),
            ("more than 20 years", "P20Y"),
            ("1.5 hours", "PT1H30M"),
            ("two years ago", "P2Y"),
            ("twice a year", ""),
            ("$5 a month", ""),
            ("three quarters", ""),
            ("a 5m fence, 30s", ""),
            ("the second-half goal", ""),
            ("a day in the life", ""),
            ("two more weeks, ten further days", "P2W|P10D"),
            ("a three-day, 40-hour trip", "P3D|PT40H"),
            ("a year and a day", "P1Y1D"),
            ("an hour and a quarter", "PT1H15M"),
            ("a half hour of rain, in the last half hour", "PT30M|PT30M"),
            ("the forty-second president, the thirty-second advert", "PT30S"),
        ];
        assert_tells(tell, &rows);
    }
}
