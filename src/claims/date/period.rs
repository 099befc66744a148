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

use super::elements::{
    self as e, AND, COMMA, HYPHEN, IN, NO, OF, OPEN, OPEN_QUOTE, QUOTE, THE, follows, goes_on, integer, is, is_capital,
    is_dash, ordinal_ending, ordinal_word, year, year_of_era,
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
    let only = |of: DateRoles, parser: fn(Tokens<'a>) -> Read<'a, CalendarDate>| match roles.any(of) {
        true => parser(input),
        false => Err(NO),
    };
    only(DateRoles::DECADE, decade)
        .or_else(|_| only(DateRoles::ORDINAL, century))
        .or_else(|_| only(DateRoles::ORDINAL.with(DateRoles::PART), quarter))
        .or_else(|_| only(DateRoles::ORDINAL.with(DateRoles::PART), half))
        .or_else(|_| only(DateRoles::SEASON, season))
        .or_else(|_| if roles.any(DateRoles::FISCAL) || token.case == Case::Upper { fiscal(input) } else { Err(NO) })
        .or_else(|_| only(DateRoles::COUNT, spoken))
        .or_else(|_| only(DateRoles::ERA, bare_year))
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
    if next.is_some_and(|it| it.word == HYPHEN || it.features.any(NAMES) || FISCAL.contains(&it.word)) {
        return alt((quarter, half, fiscal, year_first, bare_year)).parse(input);
    }
    bare_year(input)
}

/// What a year of accounts is called.
const FISCAL: [Word; 3] = word_ids!["fiscal", "fy", "financial"];

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
    if FISCAL.contains(&token.word) {
        let at = if is(input, 1, YEAR) || is(input, 1, word_id!("years")) { 2 } else { 1 };
        let (rest, year) = year(input.skip(at))?;
        return Ok((over_the_turn(rest, year), CalendarDate::new(Parts::Fiscal { year })));
    }
    // "the 2016 fiscal year"
    let is_behind = is(input, 2, YEAR) && input.get(1).is_some_and(|it| FISCAL.contains(&it.word) && it.spaced);
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

/// Reads a year that stands alone, where its place says that it is one.
pub(super) fn bare_year(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    if let Some((rest, year)) = year_of_era(input) {
        return Ok((rest, CalendarDate::new(Parts::Year(year))));
    }
    input.first().filter(|it| it.kind == TokenKind::Number && it.span.len() == 4).ok_or(NO)?;
    let (rest, year) = plain(input)?;
    in_its_place(input, rest, year)
}

/// Reads a year of known value with which nothing goes on but its era, where its place says that it is one.
pub(in crate::claims) fn lone_year(input: Tokens<'_>, year: i32) -> Read<'_, CalendarDate> {
    let rest = input.skip(1);
    if e::era(rest).is_some() { bare_year(input) } else { in_its_place(input, rest, year) }
}

/// The year of four digits, where its place says that it is one.
fn in_its_place<'a>(input: Tokens<'a>, rest: Tokens<'a>, year: i32) -> Read<'a, CalendarDate> {
    let token = input.first().ok_or(NO)?;
    let before = input.before(1).filter(|_| !token.starts_line || input.at() > 0);
    let is_labelled = || input.before(2).is_some_and(|it| it.span.len() == 1) && follows(input, &[STOP]);
    let is_joined = !token.spaced
        && before
            .is_some_and(|it| it.kind != TokenKind::Mark || matches!(it.word, HYPHEN | e::SLASH | STOP | e::COLON))
        && !is_labelled();
    if is_joined || before.is_some_and(|it| it.features.any(Features::CURRENCY)) {
        return Err(NO);
    }
    if is_year_here(input, rest, year) { Ok((rest, CalendarDate::new(Parts::Year(year)))) } else { Err(NO) }
}

use super::elements::STOP;

fn plain(input: Tokens<'_>) -> Read<'_, i32> {
    let (rest, year) = year(input)?;
    let joined = rest.first().is_some_and(|it| {
        !it.spaced
            && matches!(it.word, HYPHEN | e::SLASH)
            && rest.get(1).is_some_and(|next| !next.spaced && next.kind == TokenKind::Number)
    });
    if joined { Err(NO) } else { Ok((rest, year)) }
}

/// Whether the words around a number of four digits make it a year.
fn is_year_here(input: Tokens<'_>, rest: Tokens<'_>, year: i32) -> bool {
    const ALWAYS: [Word; 21] = [
        Word::of("ca"),
        Word::of("born"),
        Word::of("died"),
        Word::of("established"),
        Word::of("founded"),
        IN,
        e::SINCE,
        e::UNTIL,
        e::TILL,
        e::DURING,
        e::BEFORE,
        e::AFTER,
        Word::of("year"),
        Word::of("years"),
        Word::of("circa"),
        Word::of("mid"),
        Word::of("©"),
        Word::of("throughout"),
        Word::of("post"),
        Word::of("pre"),
        Word::of("dated"),
    ];
    const WITH: Word = Word::of("with");
    const LABELS: [Word; 7] =
        [Word::of("b"), Word::of("c"), Word::of("ca"), Word::of("d"), Word::of("r"), Word::of("fl"), Word::of("est")];
    const OFTEN: [Word; 10] = [
        e::BY,
        e::BETWEEN,
        e::FROM,
        OF,
        e::TO,
        e::THROUGH,
        AND,
        Word::of("for"),
        Word::of("around"),
        Word::of("about"),
    ];
    if !(1000..2100).contains(&year) {
        return false;
    }
    let next = rest.first();
    let measures = Features::UNIT.with(Features::PERIOD).with(Features::CURRENCY).with(Features::SCALE);
    if next.is_some_and(|it| it.features.any(measures) && !it.features.any(Features::FUNCTION)) || goes_on(rest) {
        return false;
    }
    let ends =
        next.is_none_or(|it| it.kind != TokenKind::Word || it.features.any(Features::FUNCTION) || it.starts_line);
    let is_modern = (1900..2060).contains(&year);
    let Some(before) = input.before(1) else { return is_modern && ends };
    // "Editions of 2001, 2005 and 2009 differ": years go on, whatever follows the last.
    if before.word == AND
        && is_modern
        && !ends_in_s(rest)
        && input.before(2).is_some_and(|it| it.kind == TokenKind::Number)
    {
        let lead = input.before(3).is_some_and(|it| it.word == COMMA);
        let at = input.slice(input.at() - 2, input.end());
        if lead && continues_years(at) {
            return true;
        }
    }
    // "(b. 1950)", "c. 1400", "d. 1812"
    let is_label = before.word == STOP
        && !before.spaced
        && ends
        && input.before(2).is_some_and(|it| LABELS.contains(&it.word) && it.case == Case::Lower);
    if is_label {
        return true;
    }
    // "no later than 2020"
    if before.word == word_id!("than")
        && input.before(2).is_some_and(|it| word_ids!["later", "earlier"].contains(&it.word))
    {
        return ends && year >= 1500;
    }
    if ALWAYS.contains(&before.word) {
        return ends || year >= 1700 && !next.is_some_and(is_capital);
    }
    // "Easter 2023": of a feast that moves the year alone is read.
    if is_modern && ends && is_capital(before) && input.lexicon.calendar.moves(before.word) {
        return true;
    }
    // "dates back to 1865"
    if before.word == e::TO && input.before(2).is_some_and(|it| it.word == word_id!("back")) {
        return ends;
    }
    // "the class of 1999 met", "up 3 per cent on 2011", "compared with 2011"
    const CLASS: [Word; 2] = [Word::of("class"), Word::of("vintage")];
    const COMPARED: [Word; 6] = word_ids!["percent", "cent", "%", "up", "down", "compared"];
    let lead = input.before(2).map(|it| it.word);
    if before.word == OF && lead.is_some_and(|it| CLASS.contains(&it)) {
        return is_modern;
    }
    if matches!(before.word, e::ON | WITH) && lead.is_some_and(|it| COMPARED.contains(&it)) {
        return ends && is_modern;
    }
    // "25 October (7 November) 1917"
    if before.word == e::CLOSE && input.before(2).is_some_and(|it| it.features.any(Features::MONTH)) {
        return ends;
    }
    if OFTEN.contains(&before.word) {
        return ends && (is_modern || matches!(before.word, e::FROM | e::BY | e::BETWEEN | OF) && year >= 1500);
    }
    if before.word == OPEN || before.kind == TokenKind::Possessive {
        return ends || is_modern;
    }
    // "the 2016 election", "the 2022 World Cup", "last year's 2024 report": a year in the modern range, not a count.
    if before.word == THE || is_determiner(before.word) {
        return is_modern && next.is_some_and(|it| it.kind == TokenKind::Word && !ends_in_s(rest));
    }
    if before.word == COMMA && is_modern && ends && continues_years(input) {
        return true;
    }
    // ", 2016," behind a place or a heading's end, and "2024 Olympics".
    if before.word == COMMA || is_dash(before) {
        return is_modern
            && ends
            && next.is_some_and(|it| matches!(it.word, COMMA | STOP | e::CLOSE))
            && before.word != HYPHEN
            && input.before(2).is_some_and(|it| it.kind == TokenKind::Word);
    }
    is_modern && next.is_some_and(|it| is_capital(it) && it.kind == TokenKind::Word) && is_capital_event(rest)
}

/// Whether years stand before, of which this one continues the list: "in 1992, 1997 and 2001".
fn continues_years(input: Tokens<'_>) -> bool {
    const LONGEST: usize = 12;
    const LEADS: [Word; 6] = [IN, OF, e::SINCE, Word::of("for"), Word::of("from"), Word::of("during")];
    let is_year = |back: usize| {
        input.before(back).is_some_and(|it| {
            it.kind == TokenKind::Number
                && matches!(input.spelling(it).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..] if it.span.len() == 4)
        })
    };
    let mut back = 1;
    while back < 2 * LONGEST && input.before(back).is_some_and(|it| it.word == COMMA) && is_year(back + 1) {
        back += 2;
    }
    back > 1 && input.before(back).is_some_and(|it| LEADS.contains(&it.word))
}

fn is_determiner(word: Word) -> bool {
    const DETERMINERS: [Word; 6] =
        [Word::of("its"), Word::of("his"), Word::of("her"), Word::of("their"), Word::of("a"), Word::of("this")];
    DETERMINERS.contains(&word)
}

/// Whether the next word is a plain plural, which a number before it would count.
fn ends_in_s(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| it.case == Case::Lower && rest.spelling(it).ends_with('s'))
}

/// Whether an event of that year follows: "2024 Summer Olympics", "2022 World Cup".
fn is_capital_event(rest: Tokens<'_>) -> bool {
    const EVENTS: [Word; 9] = [
        Word::of("olympics"),
        Word::of("olympic"),
        Word::of("cup"),
        Word::of("games"),
        Word::of("championships"),
        Word::of("championship"),
        Word::of("census"),
        Word::of("election"),
        Word::of("elections"),
    ];
    (0..4).any(|ahead| rest.get(ahead).is_some_and(|it| EVENTS.contains(&it.word)))
}
