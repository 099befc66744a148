//! Years, decades, centuries, quarters, seasons, fiscal years, and parts of them.
//!
//! ```abnf
//! period  = [portion ["-" / "in" / "of"]] (decade / century / quarter / season / fiscal / year / month)
//! portion = "early" / "mid" / "middle" / "late"
//! decade  = 3digit "0" "s" / apostrophe digit "0" "s" / tens-plural      ; behind "the"
//! century = ordinal ["-"] "century" [era]
//! quarter = "Q" digit [["of"] year] / digit "Q" [year] / ordinal "quarter" ["of"] year / year ["-"] "Q" digit
//! season  = season-name ["of"] year
//! fiscal  = ("fiscal" ["year"] / "FY") year
//! year-month = year month                                   ; 2017 April, where nothing goes on
//! ```

use nom::Parser as _;
use nom::branch::alt;

use super::elements::{
    self as e, AND, COMMA, HYPHEN, IN, NO, OF, OPEN, OPEN_QUOTE, QUOTE, THE, follows, goes_on, integer, is, is_capital,
    is_dash, ordinal_ending, ordinal_word, year, year_of_era,
};
use crate::lexicon::{Features, Period, Word, word_id};
use crate::reading::{Anchor, CalendarDate, Parts, Relative, Step};
use crate::tokens::{Case, Read, TokenKind, Tokens};

/// Reads a period of the calendar that is no day and no lone month.
pub(super) fn period(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    if let Some(portion) = input.first().and_then(|it| input.lexicon.calendar.portion(it.word)) {
        return portioned(input, portion);
    }
    alt((decade, century, quarter, season, fiscal, year_first, spoken, bare_year)).parse(input)
}

fn portioned(input: Tokens<'_>, portion: crate::lexicon::Portion) -> Read<'_, CalendarDate> {
    let mut rest = input.skip(1);
    while rest.first().is_some_and(|it| matches!(it.word, HYPHEN | IN | OF | THE)) && rest.at() - input.at() < 3 {
        rest = rest.skip(1);
    }
    let relative = |input| relative_period(input);
    let (end, date) = alt((decade, century, quarter, season, fiscal, month_year, plain_year, relative)).parse(rest)?;
    Ok((end, date.with_portion(portion)))
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

/// "the nineties", where no temperature is spoken of.
fn decade_in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, CalendarDate)> {
    const REACH: usize = 12;
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
fn ordinal(input: Tokens<'_>) -> Read<'_, u8> {
    match integer(input, 0).filter(|_| ordinal_ending(input, 1).is_some()) {
        Some((value, 1..=2)) => Ok((input.skip(2), value as u8)),
        Some(_) => Err(NO),
        None => ordinal_word(input),
    }
}

fn quarter(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let token = input.first().ok_or(NO)?;
    let of_year = |rest: Tokens<'_>, quarter: u8| {
        let at = if rest.first().is_some_and(|it| matches!(it.word, OF | HYPHEN | COMMA)) { 1 } else { 0 };
        match year(rest.skip(at)) {
            Ok((end, year)) => (end.at(), Parts::Quarter { year: Some(year), quarter }),
            Err(_) => (rest.at(), Parts::Quarter { year: None, quarter }),
        }
    };
    let done = |(end, parts): (usize, Parts)| Ok((input.skip(end - input.at()), CalendarDate::new(parts)));
    if token.kind == TokenKind::Word {
        if let Some(quarter) = quarter_name(input, 0) {
            return done(of_year(input.skip(1), quarter));
        }
        const QUARTER: Word = Word::of("quarter");
        let (rest, number) = ordinal_word(input)?;
        if !(1..=4).contains(&number) || !is(rest, 0, QUARTER) {
            return Err(NO);
        }
        let found = of_year(rest.skip(1), number);
        // "the third quarter" of a match is no date: a quarter in words needs its year.
        return if matches!(found.1, Parts::Quarter { year: Some(_), .. }) { done(found) } else { Err(NO) };
    }
    let (value, digits) = integer(input, 0).ok_or(NO)?;
    let at = if is(input, 1, HYPHEN) { 2 } else { 1 };
    if digits == 4
        && (1900..2200).contains(&value)
        && let Some(quarter) = quarter_name(input, at)
    {
        return Ok((input.skip(at + 1), CalendarDate::new(Parts::Quarter { year: Some(value as i32), quarter })));
    }
    const Q: Word = Word::of("q");
    if digits == 1 && (1..=4).contains(&value) && input.get(1).is_some_and(|it| it.word == Q && !it.spaced) {
        return done(of_year(input.skip(2), value as u8));
    }
    Err(NO)
}

fn quarter_name(input: Tokens<'_>, ahead: usize) -> Option<u8> {
    const NAMES: [Word; 4] = [Word::of("q1"), Word::of("q2"), Word::of("q3"), Word::of("q4")];
    let token = input.get(ahead)?;
    NAMES.iter().position(|name| *name == token.word).map(|at| at as u8 + 1)
}

fn season(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let season = input.first().and_then(|it| input.lexicon.calendar.season(it.word)).ok_or(NO)?;
    let at = if is(input, 1, OF) || is(input, 1, COMMA) { 2 } else { 1 };
    let (rest, year) = year(input.skip(at))?;
    Ok((rest, CalendarDate::new(Parts::Season { year: Some(year), season })))
}

fn fiscal(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    const FISCAL: [Word; 3] = [Word::of("fiscal"), Word::of("fy"), Word::of("financial")];
    const YEAR: Word = Word::of("year");
    let token = input.first().ok_or(NO)?;
    if FISCAL.contains(&token.word) {
        let at = if is(input, 1, YEAR) { 2 } else { 1 };
        let (rest, year) = year(input.skip(at))?;
        return Ok((rest, CalendarDate::new(Parts::Fiscal { year })));
    }
    let digits = input.spelling(token).strip_prefix("FY").filter(|_| token.case == Case::Upper).ok_or(NO)?;
    let value: i32 = digits.parse().map_err(|_| NO)?;
    let year = match digits.len() {
        4 => value,
        2 => e::full_year(value as u32),
        _ => return Err(NO),
    };
    Ok((input.skip(1), CalendarDate::new(Parts::Fiscal { year })))
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

/// Reads a year that stands alone, where its place says that it is one.
fn bare_year(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    if let Some((rest, year)) = year_of_era(input) {
        return Ok((rest, CalendarDate::new(Parts::Year(year))));
    }
    let token = input.first().filter(|it| it.kind == TokenKind::Number && it.span.len() == 4).ok_or(NO)?;
    let (rest, year) = plain(input)?;
    let before = input.before(1).filter(|_| !token.starts_line || input.at() > 0);
    let is_joined = !token.spaced
        && before
            .is_some_and(|it| it.kind != TokenKind::Mark || matches!(it.word, HYPHEN | e::SLASH | STOP | e::COLON));
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
    const ALWAYS: [Word; 16] = [
        Word::of("born"),
        IN,
        e::SINCE,
        e::UNTIL,
        e::TILL,
        e::DURING,
        e::BEFORE,
        e::AFTER,
        Word::of("year"),
        Word::of("circa"),
        Word::of("mid"),
        Word::of("©"),
        Word::of("throughout"),
        Word::of("post"),
        Word::of("pre"),
        Word::of("dated"),
    ];
    const LABELS: [Word; 6] =
        [Word::of("b"), Word::of("c"), Word::of("ca"), Word::of("d"), Word::of("r"), Word::of("fl")];
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
    // "(b. 1950)", "c. 1400", "d. 1812"
    let is_label = before.word == STOP
        && !before.spaced
        && input.before(2).is_some_and(|it| LABELS.contains(&it.word) && it.case == Case::Lower);
    if is_label {
        return true;
    }
    if ALWAYS.contains(&before.word) {
        return ends || year >= 1700 && !next.is_some_and(is_capital);
    }
    // "dates back to 1865"
    if before.word == e::TO && input.before(2).is_some_and(|it| it.word == word_id!("back")) {
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
