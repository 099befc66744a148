//! A year that stands alone: four digits in a place that says that they are one, or a number with its era.

use super::elements::{
    self as e, AND, COMMA, HYPHEN, IN, NO, OF, OPEN, STOP, THE, follows, goes_on, is_capital, is_dash, year,
    year_of_era,
};
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::{CalendarDate, Parts};
use crate::tokens::{Case, Read, TokenKind, Tokens};

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
