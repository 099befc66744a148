//! Years, decades, centuries, quarters, seasons, fiscal years, and parts of them.
//!
//! ```abnf
//! period  = [portion [["-"] "to" ["-"] portion] ["-" / "in" / "of"]] (decade / century / quarter / half / season / fiscal / year / month)
//! portion = "early" / "mid" / "middle" / "late"
//! decade  = 3digit "0" "s" / apostrophe digit "0" "s" / tens-plural      ; behind "the"
//!         / "nineteen" ["-"] tens-plural / decade-name tens-plural       ; the roaring twenties
//! century = ordinal ["-"] "century" [era]
//! centuries = [portion] ordinal *([","] [link] [portion] ordinal) ("century" / "centuries") [era]
//! season  = season-name ["of"] year [turn] / season-name           ; alone behind "until", "by", "since"
//! fiscal  = ("fiscal" ["year"] / "FY") year [turn]
//! turn    = (dash / "/") (2digit / 4digit)                  ; the winter of 1962–63
//! early-year = 3digit                                       ; "In 847 he": behind the first word of a sentence
//! year-month = year month                                   ; 2017 April, where nothing goes on
//! ```

use nom::Parser as _;
use nom::branch::alt;

use super::bare_year::bare_year;
use super::elements::{
    self as e, AND, COMMA, HYPHEN, IN, NO, OF, OPEN_QUOTE, QUOTE, THE, follows, integer, is, is_capital, is_dash,
    only_if, ordinal_ending, ordinal_word, year,
};
use super::part_of_year::{half, quarter};
use super::written::{DayList, Link};
use crate::lexicon::{DateRoles, Features, Period, Word, word_id, word_ids};
use crate::reading::{Anchor, CalendarDate, Parts, Relative, Step};
use crate::tokens::{Case, Read, Token, TokenKind, Tokens};

/// Reads a period of the calendar that is no day and no lone month, and begins with a word of such roles or with a
/// quotation mark.
pub(super) fn period<'a>(input: Tokens<'a>, token: &Token, roles: DateRoles) -> Read<'a, CalendarDate> {
    if let Some(portion) = input.lexicon.calendar.portion(token.word).filter(|_| roles.any(DateRoles::PORTION)) {
        return portioned(input, portion);
    }
    if token.kind == TokenKind::Mark {
        return alt((decade, cut_year)).parse(input);
    }
    let may_be_part = roles.any(DateRoles::ORDINAL.with(DateRoles::PART));
    only_if(roles.any(DateRoles::DECADE), input, decade)
        .or_else(|_| only_if(roles.any(DateRoles::ORDINAL), input, century))
        .or_else(|_| only_if(may_be_part, input, quarter))
        .or_else(|_| only_if(may_be_part, input, half))
        .or_else(|_| only_if(roles.any(DateRoles::SEASON), input, season))
        .or_else(|_| only_if(roles.any(DateRoles::FISCAL) || token.case == Case::Upper, input, fiscal))
        .or_else(|_| only_if(roles.any(DateRoles::COUNT), input, spoken))
        .or_else(|_| only_if(roles.any(DateRoles::ERA), input, bare_year))
}

/// Reads a period that begins with a number: one of four digits, or one that something touches or an era follows.
pub(super) fn of_number(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const NAMES: Features = Features::MONTH.with(Features::CALENDAR);
    let next = input.get(1);
    if next.is_some_and(|it| !it.spaced && it.kind != TokenKind::Mark) {
        return alt((decade, century, quarter, half, year_first, bare_year)).parse(input);
    }
    if input.first().is_none_or(|it| it.span.len() != 4) {
        return if e::era(input.skip(1)).is_some() { bare_year(input) } else { early_year(input) };
    }
    // "2017-Q1", "2019 H2", "the 2016 fiscal year", "in 2017 April"
    if next.is_some_and(|it| it.word == HYPHEN || it.features.any(NAMES) || is_fiscal(input, it)) {
        return alt((quarter, half, fiscal, year_first, bare_year)).parse(input);
    }
    bare_year(input)
}

/// Whether the word says that a year is one of accounts: "fiscal".
fn is_fiscal(input: Tokens<'_>, token: &Token) -> bool {
    input.lexicon.calendar.roles(token.word).any(DateRoles::FISCAL)
}

/// Reads a year without its century behind a word that asks for one: "the class of '68".
fn cut_year(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const ASKING: [Word; 8] = [IN, OF, e::SINCE, e::UNTIL, e::FROM, e::BEFORE, e::AFTER, e::BY];
    let has_quote = input.first().is_some_and(|it| matches!(it.word, QUOTE | OPEN_QUOTE));
    let (rest, year) = year(input).ok().filter(|_| has_quote && follows(input, &ASKING)).ok_or(NO)?;
    let ends = rest.first().is_none_or(|it| match it.kind {
        TokenKind::Mark => !matches!(it.word, QUOTE | OPEN_QUOTE | HYPHEN),
        _ => it.features.any(Features::FUNCTION) || it.features == Features::NONE && it.spaced,
    });
    if ends { Ok((rest, CalendarDate::new(Parts::Year(year)))) } else { Err(NO) }
}

fn portioned(input: Tokens<'_>, portion: crate::lexicon::Portion) -> Read<'_, CalendarDate> {
    // "Mid-to-late 1970s" leaves out only the beginning: it is read as the whole, which is right and less exact.
    let (joined, is_wide) = second_portion(input.skip(1)).map_or((input.skip(1), false), |rest| (rest, true));
    let mut rest = joined;
    while rest.first().is_some_and(|it| matches!(it.word, HYPHEN | IN | OF | THE)) && rest.at() - joined.at() < 2 {
        rest = rest.skip(1);
    }
    let relative = |input| relative_period(input);
    let (end, date) = alt((decade, century, quarter, season, fiscal, month_year, plain_year, relative)).parse(rest)?;
    Ok((end, if is_wide { date } else { date.with_portion(portion) }))
}

/// What follows "to late" behind "mid".
fn second_portion(rest: Tokens<'_>) -> Option<Tokens<'_>> {
    let at = if is(rest, 0, HYPHEN) { rest.skip(1) } else { rest };
    let at = is(at, 0, e::TO).then(|| at.skip(1))?;
    let at = if is(at, 0, HYPHEN) { at.skip(1) } else { at };
    at.first().and_then(|it| at.lexicon.calendar.portion(it.word)).map(|_| at.skip(1))
}

/// "early this year", "late last month".
fn relative_period(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let calendar = &input.lexicon.calendar;
    let count = input.first().and_then(|it| calendar.which(it.word)).ok_or(NO)?;
    let period = input.get(1).and_then(|it| calendar.period(it.word)).filter(|it| *it >= Period::Week).ok_or(NO)?;
    let relative = Relative { step: Step::Period(period), count: f64::from(count), anchor: Anchor::Article };
    Ok((input.skip(2), CalendarDate::new(Parts::Relative(relative))))
}

fn month_year(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let token = input.first().filter(|it| is_capital(it)).ok_or(NO)?;
    let _ = token;
    let (rest, month) = e::month(input)?;
    let comma = if is(rest, 0, COMMA) || is(rest, 0, OF) { rest.skip(1) } else { rest };
    let (rest, year) = match year(comma) {
        Ok((rest, year)) => (rest, Some(year)),
        Err(_) => (input.skip(1), None),
    };
    Ok((rest, CalendarDate::new(Parts::Month { year, month })))
}

fn plain_year(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let (rest, year) = year(input)?;
    Ok((rest, CalendarDate::new(Parts::Year(year))))
}

fn decade(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const S: Word = Word::of("s");
    if let Some(found) = decade_in_words(input) {
        return Ok(found);
    }
    let has_quote = input.first().is_some_and(|it| matches!(it.word, QUOTE | OPEN_QUOTE));
    let at = usize::from(has_quote);
    let (value, digits) = integer(input, at).ok_or(NO)?;
    let ends = input.get(at + 1).is_some_and(|it| !it.spaced && (it.word == S || it.kind == TokenKind::Possessive));
    let first = match (digits, has_quote) {
        (4, false) if (1000..2100).contains(&value) => value as i32,
        (2, false) => century_before(input)? + value as i32,
        (2, true) => value as i32 + if value < 30 { 2000 } else { 1900 },
        _ => return Err(NO),
    };
    // "2016's" is a possessive.
    let is_possessive = input.get(at + 1).is_some_and(|it| it.kind == TokenKind::Possessive);
    if !ends || first % 10 != 0 {
        return Err(NO);
    }
    if is_possessive {
        let next = input.get(at + 2);
        let belongs = next.is_some_and(|it| it.kind == TokenKind::Word && !it.features.any(Features::FUNCTION));
        if belongs || !(has_quote || follows(input, &[THE])) {
            return Err(NO);
        }
    }
    // "the 1900s" can be the century too.
    let parts = if first % 100 == 0 { Parts::Century(first / 100 + 1) } else { Parts::Decade(first) };
    Ok((input.skip(at + 2), CalendarDate::new(parts)))
}

/// The first year of the century of the decade before: "the 1960s and 70s".
fn century_before(input: Tokens<'_>) -> Result<i32, nom::Err<()>> {
    let joint = input.before(1).filter(|it| matches!(it.word, AND | e::TO | e::OR | COMMA) || is_dash(it));
    let is_decade = joint.is_some() && input.before(2).is_some_and(|it| it.word == word_id!("s") && !it.spaced);
    let year =
        input.before(3).filter(|it| is_decade && it.span.len() == 4).and_then(|it| input.spelling(it).parse().ok());
    year.map(|year: i32| year / 100 * 100).ok_or(NO)
}

/// "the nineties", where no temperature is spoken of; "the roaring twenties", "the nineteen-fifties".
fn decade_in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, CalendarDate)> {
    const REACH: usize = 12;
    let calendar = &input.lexicon.calendar;
    let token = input.first().filter(|it| it.kind == TokenKind::Word)?;
    let at = if is(input, 1, HYPHEN) { 2 } else { 1 };
    if let Some(tens) = input.get(at).and_then(|it| calendar.tens(it.word)).filter(|it| *it >= 20) {
        let century = calendar.count(token.word).filter(|it| (16..=20).contains(it));
        let is_named = calendar.named_decade(token.word) == Some(tens);
        let century = century.or_else(|| is_named.then_some(19))?;
        let first = i32::from(century) * 100 + i32::from(tens);
        return Some((input.skip(at + 1), CalendarDate::new(Parts::Decade(first))));
    }
    let before = input.before(1)?;
    let portion = input.lexicon.calendar.portion(before.word).is_some();
    let tens =
        input.first().filter(|it| it.kind == TokenKind::Word).and_then(|it| input.lexicon.calendar.tens(it.word))?;
    let leads = before.word == THE || (portion && input.before(2).is_some_and(|it| it.word == THE));
    let class = input.lexicon.classes.get("temperature");
    let is_warm =
        (1..REACH).map_while(|back| input.before(back)).any(|it| class.is_some_and(|it2| it2.contains(it.word)));
    (leads && tens >= 20 && !is_warm).then(|| (input.skip(1), CalendarDate::new(Parts::Decade(1900 + i32::from(tens)))))
}

fn century(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const CENTURY: Word = Word::of("century");
    let (rest, number) = ordinal(input)?;
    let rest = if is(rest, 0, HYPHEN) { rest.skip(1) } else { rest };
    if !is(rest, 0, CENTURY) || number == 0 {
        return Err(NO);
    }
    let rest = rest.skip(1);
    match e::era(rest) {
        Some(e::BC | e::BCE | e::BC_DOTTED) => {
            Ok((rest.skip(1), CalendarDate::new(Parts::Century(-i32::from(number)))))
        }
        Some(_) => Ok((rest.skip(1), CalendarDate::new(Parts::Century(i32::from(number))))),
        None => Ok((rest, CalendarDate::new(Parts::Century(i32::from(number))))),
    }
}

/// Reads an ordinal in digits or words.
pub(super) fn ordinal(input: Tokens<'_>) -> Read<'_, u8> {
    if input.first().is_none_or(|it| it.kind != TokenKind::Number) {
        return ordinal_word(input);
    }
    ordinal_ending(input, 1).ok_or(NO)?;
    match integer(input, 0) {
        Some((value, 1..=2)) => Ok((input.skip(2), value as u8)),
        _ => Err(NO),
    }
}

/// Reads centuries that share their word: "the 16th, 17th and 18th centuries", "the late 18th or early 19th century".
pub(in crate::claims) fn centuries(input: Tokens<'_>) -> Option<(Tokens<'_>, DayList<'_>)> {
    const CENTURY: [Word; 2] = [Word::of("century"), Word::of("centuries")];
    const LONGEST: usize = 8;
    let mut rest = input;
    let mut entries = Vec::new();
    let mut link = Link::Single;
    loop {
        let start = rest;
        let word = rest.first().filter(|it| it.kind == TokenKind::Word);
        let portion = word.and_then(|it| rest.lexicon.calendar.portion(it.word));
        let at = if portion.is_some() { rest.skip(1) } else { rest };
        let at = if portion.is_some() && is(at, 0, HYPHEN) { at.skip(1) } else { at };
        let (end, number) = ordinal(at).ok().filter(|(_, number)| *number > 0)?;
        entries.push((start, end, number, portion));
        rest = end;
        if entries.len() > LONGEST {
            return None;
        }
        let comma = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
        let next = match super::written::link(comma) {
            Some((next, found)) => {
                link = found;
                next
            }
            None if comma.at() > rest.at() => comma,
            None => break,
        };
        rest = if is(next, 0, THE) { next.skip(1) } else { next };
    }
    let joined = if is(rest, 0, HYPHEN) { rest.skip(1) } else { rest };
    if entries.len() < 2 || !joined.first().is_some_and(|it| CENTURY.contains(&it.word)) {
        return None;
    }
    let rest = joined.skip(1);
    let era = e::era(rest);
    let is_before = matches!(era, Some(e::BC | e::BCE | e::BC_DOTTED));
    let rest = if era.is_some() { rest.skip(1) } else { rest };
    let last = entries.len() - 1;
    let read = entries.into_iter().enumerate().map(|(index, (start, end, number, portion))| {
        let number = if is_before { -i32::from(number) } else { i32::from(number) };
        let date = CalendarDate::new(Parts::Century(number));
        let date = portion.map_or(date, |it| date.with_portion(it));
        (start, if index == last { rest } else { end }, date)
    });
    let link = if last > 1 { Link::List } else { link };
    Some((rest, DayList { entries: read.collect(), link }))
}

fn season(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let season = input.first().and_then(|it| input.lexicon.calendar.season(it.word)).ok_or(NO)?;
    let at = if is(input, 1, OF) || is(input, 1, COMMA) { 2 } else { 1 };
    match year(input.skip(at)) {
        Ok((rest, year)) => {
            Ok((over_the_turn(rest, year), CalendarDate::new(Parts::Season { year: Some(year), season })))
        }
        Err(_) if is_season_of_a_year(input) => {
            Ok((input.skip(1), CalendarDate::new(Parts::Season { year: None, season })))
        }
        Err(no) => Err(no),
    }
}

/// Whether a season without its year is one of a year: "closed until autumn", "by the summer". What is so "in the
/// summer" is so in every one, and a fall may be another.
fn is_season_of_a_year(input: Tokens<'_>) -> bool {
    const ASKING: [Word; 4] = [e::UNTIL, e::TILL, e::BY, e::SINCE];
    let back = if follows(input, &[THE]) { 2 } else { 1 };
    let ends = input.get(1).is_none_or(|it| match it.kind {
        TokenKind::Mark => it.word != HYPHEN,
        TokenKind::Word => it.features.any(Features::FUNCTION) && it.word != OF,
        _ => false,
    });
    ends && !is(input, 0, word_id!("fall")) && input.before(back).is_some_and(|it| ASKING.contains(&it.word))
}

/// Steps over the year that ends what began in the year before: "the winter of 1962–63", "fiscal 2019/20".
fn over_the_turn(rest: Tokens<'_>, year: i32) -> Tokens<'_> {
    let touches = |ahead: usize| rest.get(ahead).is_some_and(|it| !it.spaced);
    let is_joint = rest.first().is_some_and(|it| is_dash(it) || it.word == e::SLASH) && touches(0) && touches(1);
    let is_next = |(value, digits): (u32, usize)| match digits {
        2 | 4 => value as i32 == (year + 1).rem_euclid(10i32.pow(digits as u32)),
        _ => false,
    };
    if is_joint && integer(rest, 1).is_some_and(is_next) { rest.skip(2) } else { rest }
}

fn fiscal(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const YEAR: Word = Word::of("year");
    let token = input.first().ok_or(NO)?;
    if is_fiscal(input, token) {
        let at = if is(input, 1, YEAR) || is(input, 1, word_id!("years")) { 2 } else { 1 };
        let (rest, year) = year(input.skip(at))?;
        return Ok((over_the_turn(rest, year), CalendarDate::new(Parts::Fiscal { year })));
    }
    // "the 2016 fiscal year"
    let is_behind = is(input, 2, YEAR) && input.get(1).is_some_and(|it| it.spaced && is_fiscal(input, it));
    if is_behind && let Some((value, 4)) = integer(input, 0) {
        return Ok((input.skip(1), CalendarDate::new(Parts::Fiscal { year: value as i32 })));
    }
    let digits = input.spelling(token).strip_prefix("FY").filter(|_| token.case == Case::Upper).ok_or(NO)?;
    let value: i32 = digits.parse().map_err(|_| NO)?;
    let year = match digits.len() {
        4 => value,
        2 => e::full_year(value as u32),
        _ => return Err(NO),
    };
    Ok((over_the_turn(input.skip(1), year), CalendarDate::new(Parts::Fiscal { year })))
}

/// Reads a month behind its year, where nothing goes on: "in 2017 April".
fn year_first(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let (value, 4) = integer(input, 0).ok_or(NO)? else { return Err(NO) };
    let token = input.get(1).filter(|it| it.features.any(Features::MONTH) && is_capital(it)).ok_or(NO)?;
    let named = input.lexicon.calendar.month(token.word).filter(|it| !it.ambiguous).ok_or(NO)?;
    let rest = input.skip(2);
    let ends = rest.first().is_none_or(|it| it.kind == TokenKind::Mark && it.word != HYPHEN);
    if !(1900..2100).contains(&value) || !ends {
        return Err(NO);
    }
    Ok((rest, CalendarDate::new(Parts::Month { year: Some(value as i32), month: named.number })))
}

/// Reads a year in words behind a word that asks for one.
fn spoken(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let asks = follows(input, &[IN, e::SINCE, e::UNTIL, e::TILL, e::DURING, e::BEFORE, e::AFTER, e::BY]);
    let (rest, year) = e::spoken_year(input).filter(|_| asks).ok_or(NO)?;
    if year == 2000 { Err(NO) } else { Ok((rest, CalendarDate::new(Parts::Year(year)))) }
}

/// Reads a year of three digits at the head of a sentence that tells what happened in it: "In 847 he died".
fn early_year(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const SUBJECTS: [Word; 5] = word_ids!["he", "she", "the", "his", "her"];
    let (value, 3) = integer(input, 0).ok_or(NO)? else { return Err(NO) };
    let opens = input.before(1).is_some_and(|it| it.word == IN && it.case == Case::Title);
    let rest = input.skip(1);
    let ends = rest.first().is_some_and(|it| it.word == COMMA || SUBJECTS.contains(&it.word));
    let tells = ends && rest.get(1).is_some_and(|it| it.kind == TokenKind::Word && it.spaced);
    if opens && tells && value >= 100 { Ok((rest, CalendarDate::new(Parts::Year(value as i32)))) } else { Err(NO) }
}
