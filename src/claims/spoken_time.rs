//! Times of day in words: "half past three", "ten minutes to midnight", "nine-thirty".
//!
//! ```abnf
//! clock   = named / beside / "half past" hour / "quarter" ("past" / "after" / "to") hour [half]
//!         / ("five" / "ten" / "twenty") "to" hour [half]      ; behind "at", "by", "until", "before", "after"
//!         / hour ("o'clock" [half] / half)
//!         / hour ["-"] minute-words [half]                    ; nine-thirty  at three thirty  seven forty-five p.m.
//! beside  = minute ["minutes"] "past" (hour / named) / minute "minutes to" (hour / named)
//! named   = "noon" / "midday" / "midnight"
//! half    = that of [`super::time`]
//! ```

use super::date::elements::{self as e, HALF, HYPHEN, NO, TO, follows, integer, is};
use super::time::{CUES, Figures, ends, half, half_in_words, is_o_clock, may_be_hour, of_half};
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::Clock;
use crate::tokens::{Read, Token, TokenKind, Tokens};

const PAST: Word = Word::of("past");
pub(super) const MINUTES: [Word; 2] = word_ids!["minutes", "minute"];

/// Reads a time of day that begins with a word.
pub(super) fn clock(input: Tokens<'_>) -> Read<'_, Clock> {
    const QUARTER: Word = Word::of("quarter");
    let first = input.first().ok_or(NO)?;
    if let Some(found) = named(first) {
        return Ok((input.skip(1), found));
    }
    let hour_at = |ahead: usize| small_number(input, ahead).filter(|it| (1..=12).contains(it));
    if let Some(found) = beside_the_hour(input) {
        return Ok(found);
    }
    if is(input, 1, PAST)
        && first.word == HALF
        && let Some(hour) = hour_at(2)
    {
        return Ok(spoken(input.skip(3), at(hour, 30)));
    }
    if first.word == QUARTER
        && let Some(hour) = hour_at(2)
    {
        if is(input, 1, PAST) || is(input, 1, e::AFTER) && ends(input.skip(3)) {
            return Ok(spoken(input.skip(3), at(hour, 15)));
        }
        if is(input, 1, TO) {
            return Ok(spoken(input.skip(3), short_of(hour, 15)));
        }
    }
    // "at ten to six", where a time is asked for; elsewhere that is a range.
    const ASKING: [Word; 5] = [e::AT, e::BY, e::UNTIL, e::BEFORE, e::AFTER];
    let minutes = small_number(input, 0).filter(|it| matches!(it, 5 | 10 | 20));
    if let (Some(minutes), Some(hour)) = (minutes, hour_at(2))
        && is(input, 1, TO)
        && follows(input, &ASKING)
        && ends(input.skip(3))
    {
        return Ok(spoken(input.skip(3), short_of(hour, minutes)));
    }
    let hour = hour_at(0).ok_or(NO)?;
    if is_o_clock(input.skip(1)) {
        return Ok(spoken(input.skip(2), at(hour, 0)));
    }
    if let Some(found) = hour_and_minute(input, hour) {
        return Ok(found);
    }
    // "nine a.m.", where the half of the day cannot be an article.
    let is_half = input.get(1).is_some_and(|it| it.span.len() > 1)
        && (half_in_words(input.skip(1)).is_none() || may_be_hour(input));
    match half(input.skip(1)).filter(|_| is_half) {
        Some(_) => Ok(spoken(input.skip(1), at(hour, 0))),
        None => Err(NO),
    }
}

/// Noon or midnight.
pub(super) fn named(token: &Token) -> Option<Clock> {
    const NOON: [Word; 2] = word_ids!["noon", "midday"];
    let hour = if NOON.contains(&token.word) { 12 } else { 0 };
    let is_named = hour == 12 || token.word == word_id!("midnight");
    is_named.then_some(Clock { hour, minute: 0, second: None, has_minutes: false, either_half: false })
}

fn at(hour: u8, minute: u8) -> Clock {
    Clock { hour, minute, second: None, has_minutes: minute > 0, either_half: true }
}

/// So many minutes before the hour.
fn short_of(hour: u8, minutes: u8) -> Clock {
    at(if hour == 1 { 12 } else { hour - 1 }, 60 - minutes)
}

/// "10 past 9", "twenty minutes past eight in the evening", "five minutes to midnight".
pub(super) fn beside_the_hour(input: Tokens<'_>) -> Option<(Tokens<'_>, Clock)> {
    let minute = small_number(input, 0).filter(|it| (1..60).contains(it))?;
    let is_named = input.get(1).is_some_and(|it| MINUTES.contains(&it.word));
    let rest = input.skip(if is_named { 2 } else { 1 });
    let is_past = is(rest, 0, PAST);
    let is_short = is_named && is(rest, 0, TO);
    if !(is_past || is_short) || !is_named && minute > 29 {
        return None;
    }
    let next = rest.get(1)?;
    if let Some(noon) = named(next).filter(|_| is_named) {
        let (hour, minute) = match (is_past, noon.hour) {
            (true, hour) => (hour, minute),
            (false, 0) => (23, 60 - minute),
            (false, hour) => (hour - 1, 60 - minute),
        };
        return Some((rest.skip(2), Clock { hour, minute, has_minutes: true, ..noon }));
    }
    let hour = small_number(rest, 1).filter(|it| (1..=12).contains(it))?;
    let rest = rest.skip(2);
    // "cut from twenty minutes to eight" tells how long it takes.
    let asks =
        || input.before(1).is_none_or(|it| CUES.contains(&it.word) && it.word != e::FROM || it.kind == TokenKind::Mark);
    if !is_past && !asks() {
        return None;
    }
    let clock = if is_past { at(hour, minute) } else { short_of(hour, minute) };
    half(rest).is_some().then(|| spoken(rest, clock)).or_else(|| ends(rest).then_some((rest, clock)))
}

/// "nine-thirty", "at three thirty", "seven forty-five p.m.": hour and minute as they are said.
fn hour_and_minute(input: Tokens<'_>, hour: u8) -> Option<(Tokens<'_>, Clock)> {
    const ASKING: [Word; 8] = [e::AT, e::BY, e::UNTIL, e::TILL, e::BEFORE, e::AFTER, e::FROM, TO];
    let is_joined = is(input, 1, HYPHEN) && input.get(1).is_some_and(|it| !it.spaced);
    let start = input.skip(if is_joined { 2 } else { 1 });
    let word = start.first().filter(|it| it.features.any(Features::NUMBER) && it.kind == TokenKind::Word)?;
    let mut minute = input.lexicon.calendar.count(word.word).filter(|it| (10..60).contains(it))?;
    let mut rest = start.skip(1);
    // "forty-five"
    let hyphen = usize::from(is(rest, 0, HYPHEN));
    let ones = rest.get(hyphen).and_then(|it| input.lexicon.calendar.count(it.word)).filter(|it| *it < 10);
    if let Some(ones) = ones.filter(|_| minute >= 20 && minute % 10 == 0) {
        (minute, rest) = (minute + ones, rest.skip(hyphen + 1));
    }
    let clock = at(hour, minute);
    let is_word = input.first().is_some_and(|it| it.kind == TokenKind::Word);
    if half(rest).is_some_and(|_| rest.first().is_some_and(|it| it.span.len() > 1)) && is_word {
        return Some(spoken(rest, clock));
    }
    // "five-twenty" may be a bill of 1862: alone, a quarter or a half of the hour is told so ("the nine-thirty train").
    let is_usual = is_joined && matches!(minute, 15 | 30 | 45);
    let measured = Features::PERIOD.with(Features::UNIT).with(Features::NUMBER).with(Features::SCALE);
    let counts = rest.first().is_some_and(|it| {
        it.features.any(measured) && !it.features.any(Features::FUNCTION) || it.word == HYPHEN || e::is_dash(it)
    });
    let is_told = follows(input, &ASKING) && minute % 5 == 0 && ends(rest) || is_usual && !counts;
    (is_word && is_told).then_some((rest, clock))
}

/// A number below a hundred in digits or in one word.
fn small_number(input: Tokens<'_>, ahead: usize) -> Option<u8> {
    match integer(input, ahead) {
        Some((value, 1..=2)) => Some(value as u8),
        _ => input.lexicon.calendar.count(input.get(ahead)?.word),
    }
}

/// Takes in the half of the day behind a time in words.
fn spoken(rest: Tokens<'_>, clock: Clock) -> (Tokens<'_>, Clock) {
    let Some((end, half)) = half(rest).filter(|_| rest.first().is_some_and(|it| it.span.len() > 1)) else {
        return (rest, clock);
    };
    let figures = Figures { hour: clock.hour, minute: Some(clock.minute), second: None, has_colon: false, digits: 1 };
    match of_half(&figures, half) {
        Some(found) => (end, Clock { has_minutes: clock.has_minutes, ..found }),
        None => (rest, clock),
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::table::assert_tells;
    use crate::claims::time::tests::tell;

    #[test]
    fn spellings_and_their_times() {
        let rows = [
            ("at half past three, by ten to six, at a quarter after four", "03:30|05:50|04:15"),
            ("at five minutes to midnight, two minutes past noon", "23:55|12:02"),
            ("at twenty minutes to eight in the evening", "19:40"),
            ("cut from twenty minutes to eight", ""),
            ("at three thirty, at nine-thirty, until seven forty-five p.m.", "03:30|09:30|19:45"),
            ("the two thirty-year-old men, one thirty metres up", ""),
            ("the five-thirty train, a five-thirty-year span", "05:30"),
            ("12 noon and 12 midnight", "12:00|00:00"),
        ];
        assert_tells(tell, &rows);
    }
}
