//! Quarters and halves of a year.
//!
//! ```abnf
//! quarter = "Q" digit [["of"] year] / digit "Q" [year] / year ["-"] "Q" digit
//!         / ordinal ["-"] "quarter" [["of"] year]         ; without its year only among results, or "of last year"
//! half    = "H" digit [["of"] year] / digit "H" year / year ["-"] "H" digit
//!         / ("first" / "second") ["-"] "half" "of" (year / which "year")
//! ```

use super::elements::{COMMA, HYPHEN, NO, OF, THE, integer, is, year};
use super::period::ordinal;
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::{CalendarDate, Parts};
use crate::tokens::{Read, Token, TokenKind, Tokens};

const YEAR: Word = Word::of("year");

/// Reads a quarter of a year.
pub(super) fn quarter(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const NAMES: [Word; 4] = word_ids!["q1", "q2", "q3", "q4"];
    let parts = |year, quarter| Parts::Quarter { year, quarter };
    if let Some((rest, quarter)) = abbreviated(input, &NAMES, word_id!("q")) {
        return Ok(of_year(input, rest, |year| parts(year, quarter)));
    }
    if let Some((rest, year, quarter)) = behind_year(input, &NAMES) {
        return Ok((rest, CalendarDate::new(parts(Some(year), quarter))));
    }
    let (rest, number) = ordinal(input)?;
    let rest = if is(rest, 0, HYPHEN) { rest.skip(1) } else { rest };
    if !(1..=4).contains(&number) || !rest.first().is_some_and(|it| word_ids!["quarter", "qtr"].contains(&it.word)) {
        return Err(NO);
    }
    let rest = rest.skip(1);
    let found = of_year(input, rest, |year| parts(year, number));
    // "the third quarter" of a match is no date: a quarter in words needs its year, or results that are told of it.
    if found.1.year().is_some() || is_told(rest) || is_among_results(input, rest) { Ok(found) } else { Err(NO) }
}

/// Reads a half of a year.
pub(super) fn half(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const NAMES: [Word; 2] = word_ids!["h1", "h2"];
    let parts = |year, half| Parts::Half { year, half };
    if let Some((rest, half)) = abbreviated(input, &NAMES, word_id!("h")) {
        let found = of_year(input, rest, |year| parts(year, half));
        return if found.1.year().is_some() { Ok(found) } else { Err(NO) };
    }
    if let Some((rest, year, half)) = behind_year(input, &NAMES) {
        return Ok((rest, CalendarDate::new(parts(Some(year), half))));
    }
    let (rest, number) = ordinal(input)?;
    let rest = if is(rest, 0, HYPHEN) { rest.skip(1) } else { rest };
    if !(1..=2).contains(&number) || !is(rest, 0, word_id!("half")) {
        return Err(NO);
    }
    let rest = rest.skip(1);
    let found = of_year(input, rest, |year| parts(year, number));
    if found.1.year().is_some() || is_told(rest) { Ok(found) } else { Err(NO) }
}

/// "Q3", "3Q": a part of a year by its letter.
fn abbreviated<'a>(input: Tokens<'a>, names: &[Word], letter: Word) -> Option<(Tokens<'a>, u8)> {
    let token = input.first()?;
    if token.kind == TokenKind::Word {
        let at = names.iter().position(|name| *name == token.word)?;
        return Some((input.skip(1), at as u8 + 1));
    }
    let (value, 1) = integer(input, 0)? else { return None };
    let touches = input.get(1).is_some_and(|it| it.word == letter && !it.spaced);
    (touches && (1..=names.len() as u32).contains(&value)).then(|| (input.skip(2), value as u8))
}

/// "2017-Q1", "2019 H2".
fn behind_year<'a>(input: Tokens<'a>, names: &[Word]) -> Option<(Tokens<'a>, i32, u8)> {
    let (value, 4) = integer(input, 0)? else { return None };
    let at = if is(input, 1, HYPHEN) { 2 } else { 1 };
    let part = names.iter().position(|name| is(input, at, *name)).filter(|_| (1900..2200).contains(&value))?;
    Some((input.skip(at + 1), value as i32, part as u8 + 1))
}

/// Takes in the year behind a part of it; years that are joined ("the first half of 2015–16") belong to no part.
fn of_year<'a>(
    input: Tokens<'a>,
    rest: Tokens<'a>,
    parts: impl Fn(Option<i32>) -> Parts,
) -> (Tokens<'a>, CalendarDate) {
    let at = if rest.first().is_some_and(|it| matches!(it.word, OF | HYPHEN | COMMA)) { 1 } else { 0 };
    let is_joined = |end: Tokens<'_>| {
        let joint = end
            .first()
            .is_some_and(|it| !it.spaced && (super::elements::is_dash(it) || it.word == super::elements::SLASH));
        joint && end.get(1).is_some_and(|it| it.kind == TokenKind::Number && !it.spaced)
    };
    debug_assert!(rest.at() > input.at(), "something was read");
    match year(rest.skip(at)) {
        Ok((end, year)) if !is_joined(end) => (end, CalendarDate::new(parts(Some(year)))),
        _ => (rest, CalendarDate::new(parts(None))),
    }
}

/// Whether the part is told to be one "of last year" or "of the year".
fn is_told(rest: Tokens<'_>) -> bool {
    is(rest, 0, OF)
        && is(rest, 2, YEAR)
        // "the first half of last year's final"
        && rest.get(3).is_none_or(|it| it.kind != TokenKind::Possessive)
        && rest.get(1).is_some_and(|it| it.word == THE || rest.lexicon.calendar.which(it.word).is_some())
}

/// Whether words of results stand around, as they do around the quarters of a company and of no match.
fn is_among_results(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const REACH: usize = 8;
    // "the fourth quarter in a row"
    const RUN: [Word; 4] = word_ids!["in", "straight", "running", "consecutive"];
    let is_run = rest.first().is_some_and(|it| RUN.contains(&it.word))
        && (!is(rest, 0, word_id!("in")) || is(rest, 2, word_id!("row")));
    if is_run {
        return false;
    }
    let Some(words) = input.lexicon.classes.get("results") else { return false };
    let goes_on = |it: &&Token| it.kind != TokenKind::Mark || !word_ids![".", ";"].contains(&it.word);
    let mut before = (1..REACH).map_while(|back| input.before(back)).take_while(goes_on);
    let mut behind = (0..REACH).map_while(|ahead| rest.get(ahead)).take_while(goes_on);
    let is_result =
        |it: &Token| it.kind == TokenKind::Word && words.contains(it.word) || it.features.any(Features::PERCENT);
    before.any(is_result) || behind.any(is_result)
}
