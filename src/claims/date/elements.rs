//! The parts that dates are written with.
//!
//! ```abnf
//! month   = month-name [abbreviation "."]
//! weekday = weekday-name [abbreviation "."]
//! day     = 1*2digit ["st" / "nd" / "rd" / "th"] / ordinal-word / tens-word ["-"] ordinal-word
//! year    = 4digit [era] / era 1*4digit / 1*4digit era / apostrophe 2digit / spoken
//! spoken  = ("sixteen" / … / "twenty") tens-word ["-"] [ones-word]        ; nineteen eighty-four
//!         / "two" "thousand" [["and"] number-word]
//! era     = "BC" / "BCE" / "AD" / "CE"
//! dash    = "-" / "–" / "—"
//! ```

use crate::lexicon::{Features, Word, word_id};
use crate::reading::Weekday;
use crate::tokens::{Case, Read, Token, TokenKind, Tokens};

/// What a parser says that does not match.
pub(in crate::claims) const NO: nom::Err<()> = nom::Err::Error(());

/// The identity of the words and marks that the grammars of dates and times name.
macro_rules! words {
    ($($name:ident = $text:literal),* $(,)?) => {
        $(pub(in crate::claims) const $name: Word = Word::of($text);)*
    };
}

words! {
    A = "a", AN = "an", THE = "the", OF = "of", AND = "and", OR = "or", TO = "to", THROUGH = "through",
    THRU = "thru", UNTIL = "until", TILL = "till", BETWEEN = "between", FROM = "from", IN = "in", ON = "on", AT = "at",
    BY = "by", SINCE = "since", DURING = "during", BEFORE = "before", AFTER = "after", COMMA = ",", STOP = ".",
    COLON = ":", SLASH = "/", HYPHEN = "-", EN_DASH = "–", EM_DASH = "—", AMPERSAND = "&", OPEN = "(", CLOSE = ")",
    QUOTE = "'", OPEN_QUOTE = "‘", PERCENT = "%", DEGREE = "°", BC = "bc", BC_DOTTED = "b.c.",
    BCE = "bce", AD = "ad", AD_DOTTED = "a.d.", CE = "ce", HALF = "half",
}

/// Reads with a parser where it can find something at all.
pub(in crate::claims) fn only_if<'a, T>(
    may_begin: bool,
    input: Tokens<'a>,
    parser: impl FnOnce(Tokens<'a>) -> Read<'a, T>,
) -> Read<'a, T> {
    if may_begin { parser(input) } else { Err(NO) }
}

/// The token, where it is a mark or word of the given identity.
pub(in crate::claims) fn is(input: Tokens<'_>, ahead: usize, word: Word) -> bool {
    input.get(ahead).is_some_and(|token| token.word == word)
}

/// Whether the token `back` places before is one of the words.
pub(in crate::claims) fn follows(input: Tokens<'_>, words: &[Word]) -> bool {
    input.before(1).is_some_and(|token| words.contains(&token.word))
}

/// Whether the token is a dash between the ends of a range.
pub(in crate::claims) fn is_dash(token: &Token) -> bool {
    matches!(token.word, HYPHEN | EN_DASH | EM_DASH) || token.word == word_id!("--")
}

/// Whether the letters of a word make it a name.
pub(in crate::claims) fn is_capital(token: &Token) -> bool {
    matches!(token.case, Case::Title | Case::Upper | Case::Mixed)
}

/// The value of a token of plain digits, and how many there are.
pub(in crate::claims) fn integer(input: Tokens<'_>, ahead: usize) -> Option<(u32, usize)> {
    let token = input.get(ahead).filter(|token| token.kind == TokenKind::Number && token.span.len() <= 9)?;
    let digits = input.text.as_bytes().get(token.span.range())?;
    let mut value = 0;
    for byte in digits {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + u32::from(byte - b'0');
    }
    Some((value, digits.len()))
}

/// Whether the number before `rest` goes on: a unit, a percent sign, a half of the day, more digits behind a mark.
pub(in crate::claims) fn goes_on(rest: Tokens<'_>) -> bool {
    let Some(token) = rest.first() else { return false };
    // "Friday, March 28 — 10 a.m. in Florida"
    const HALVES: [Word; 4] = [Word::of("am"), Word::of("pm"), Word::of("a.m."), Word::of("p.m.")];
    if token.features.any(Features::PERCENT.with(Features::SCALE)) || HALVES.contains(&token.word) {
        return true;
    }
    if token.spaced {
        return false;
    }
    match token.word {
        PERCENT | DEGREE | COLON => true,
        HYPHEN => rest.get(1).is_some_and(|next| next.features.any(Features::PERIOD) && !next.spaced),
        _ => false,
    }
}

/// Reads a month.
pub(in crate::claims) fn month(input: Tokens<'_>) -> Read<'_, u8> {
    let token = input.first().filter(|token| token.features.any(Features::MONTH)).ok_or(NO)?;
    let named = input.lexicon.calendar.month(token.word).ok_or(NO)?;
    if named.ambiguous && !is_capital(token) {
        // "may 12" and "march 3" in lower case are dates only where no verb can stand.
        let is_date_here = input.before(1).is_none_or(|it| {
            matches!(it.word, ON | BY | SINCE | UNTIL | FROM | BEFORE | AFTER) || it.kind != TokenKind::Word
        });
        if !is_date_here || !input.get(1).is_some_and(|it| it.kind == TokenKind::Number) {
            return Err(NO);
        }
    }
    Ok((stop(input.skip(1), named.abbreviated), named.number))
}

/// Reads a weekday.
pub(in crate::claims) fn weekday(input: Tokens<'_>) -> Read<'_, Weekday> {
    let token = input.first().filter(|token| token.features.any(Features::WEEKDAY)).ok_or(NO)?;
    let named = input.lexicon.calendar.weekday(token.word).ok_or(NO)?;
    if named.ambiguous && !is_capital(token) {
        return Err(NO);
    }
    // "the Edmonton Sun, August 16, 2008" is a newspaper's name.
    let is_in_name =
        |it: &Token| it.kind == TokenKind::Word && it.case == Case::Title && !it.features.any(Features::FUNCTION);
    if named.ambiguous && named.abbreviated && !token.starts_line && input.before(1).is_some_and(is_in_name) {
        return Err(NO);
    }
    let weekday = Weekday::from_number(named.number).ok_or(NO)?;
    Ok((stop(input.skip(1), named.abbreviated), weekday))
}

/// Steps over the full stop of an abbreviation, where something follows it.
fn stop(rest: Tokens<'_>, abbreviated: bool) -> Tokens<'_> {
    let has_stop = abbreviated && rest.first().is_some_and(|token| token.word == STOP && !token.spaced);
    if has_stop && rest.len() > 1 { rest.skip(1) } else { rest }
}

/// Reads the day of a month, 1–39: more than its month has is an impossible date, more than 39 none at all.
pub(in crate::claims) fn day(input: Tokens<'_>) -> Read<'_, u8> {
    let token = input.first().ok_or(NO)?;
    if token.kind == TokenKind::Number {
        let (value, digits) = integer(input, 0).ok_or(NO)?;
        if digits > 2 || !(1..=39).contains(&value) {
            return Err(NO);
        }
        let rest = input.skip(ordinal_ending(input, 1).map_or(1, |_| 2));
        return if goes_on(rest) { Err(NO) } else { Ok((rest, value as u8)) };
    }
    ordinal_word(input)
}

/// Reads an ordinal word up to thirty-first.
pub(in crate::claims) fn ordinal_word(input: Tokens<'_>) -> Read<'_, u8> {
    let token = input.first().filter(|token| token.features.any(Features::CALENDAR)).ok_or(NO)?;
    let calendar = &input.lexicon.calendar;
    if let Some(value) = calendar.ordinal(token.word) {
        return Ok((input.skip(1), value));
    }
    let tens = calendar.count(token.word).filter(|it| matches!(it, 20 | 30)).ok_or(NO)?;
    let rest = if is(input, 1, HYPHEN) { input.skip(2) } else { input.skip(1) };
    let ones = rest.first().and_then(|it| calendar.ordinal(it.word)).filter(|it| *it < 10).ok_or(NO)?;
    Ok((rest.skip(1), tens + ones))
}

/// The ending of an ordinal in digits, right behind them.
pub(in crate::claims) fn ordinal_ending(input: Tokens<'_>, ahead: usize) -> Option<&Token> {
    const ENDINGS: [Word; 4] = [Word::of("st"), Word::of("nd"), Word::of("rd"), Word::of("th")];
    input.get(ahead).filter(|token| !token.spaced && ENDINGS.contains(&token.word))
}

/// Reads a year that stands beside a month or in another place where only a year can stand: 1000–2199, or any with
/// its era.
pub(in crate::claims) fn year(input: Tokens<'_>) -> Read<'_, i32> {
    if let Some(found) = year_of_era(input) {
        return Ok(found);
    }
    if let Some(token) = input.first()
        && matches!(token.word, QUOTE | OPEN_QUOTE)
        && let Some((value, 2)) = integer(input, 1)
        && input.get(1).is_some_and(|it| !it.spaced)
        && !input.get(2).is_some_and(|it| !it.spaced && it.kind == TokenKind::Word)
    {
        return Ok((input.skip(2), full_year(value)));
    }
    if let Some(found) = spoken_year(input) {
        return Ok(found);
    }
    let (value, digits) = integer(input, 0).ok_or(NO)?;
    let rest = input.skip(1);
    let is_cut = rest.first().is_some_and(|it| !it.spaced && it.kind == TokenKind::Word) || goes_on(rest);
    if digits != 4 || !(1000..2200).contains(&value) || is_cut {
        return Err(NO);
    }
    Ok((rest, value as i32))
}

/// Reads a year in words: "nineteen eighty-four", "two thousand and fifteen".
pub(in crate::claims) fn spoken_year(input: Tokens<'_>) -> Option<(Tokens<'_>, i32)> {
    let token = input.first().filter(|it| it.kind == TokenKind::Word && it.features.any(Features::NUMBER))?;
    let first = input.lexicon.calendar.count(token.word)?;
    if first == 2 && is(input, 1, word_id!("thousand")) {
        let rest = input.skip(2);
        let and = if is(rest, 0, AND) { rest.skip(1) } else { rest };
        let (end, more) = below_hundred(and).unwrap_or((rest, 0));
        return ends_in_words(end).then_some((end, 2000 + i32::from(more)));
    }
    let (rest, second) = below_hundred(input.skip(1)).filter(|(_, it)| *it >= 10)?;
    ((16..=20).contains(&first) && ends_in_words(rest)).then(|| (rest, i32::from(first) * 100 + i32::from(second)))
}

/// A number below a hundred in words.
fn below_hundred(input: Tokens<'_>) -> Option<(Tokens<'_>, u8)> {
    let count = |at: usize| input.get(at).and_then(|it| input.lexicon.calendar.count(it.word));
    let first = count(0).filter(|it| *it != 12 || !is(input, 0, word_id!("dozen")))?;
    if first < 20 {
        return Some((input.skip(1), first));
    }
    let at = if is(input, 1, HYPHEN) { 2 } else { 1 };
    match count(at).filter(|it| *it < 10) {
        Some(ones) => Some((input.skip(at + 1), first + ones)),
        None => Some((input.skip(1), first)),
    }
}

/// Whether a number in words ends here: nothing is measured or counted in it.
fn ends_in_words(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|it| match it.kind {
        TokenKind::Mark => it.word != HYPHEN || it.spaced,
        TokenKind::Word => it.features.any(Features::FUNCTION) || it.starts_line,
        _ => false,
    })
}

/// Reads a year with its era: "44 BC", "AD 70".
pub(in crate::claims) fn year_of_era(input: Tokens<'_>) -> Option<(Tokens<'_>, i32)> {
    let token = input.first()?;
    if matches!(token.word, AD | AD_DOTTED) && token.case != Case::Lower {
        let (value, _) = integer(input, 1).filter(|(value, _)| (1..=2100).contains(value))?;
        return Some((input.skip(2), value as i32));
    }
    let value = match integer(input, 0) {
        Some((value, _)) => value,
        // "1,200 BC"
        None => {
            let text = input.spelling(input.first().filter(|it| it.kind == TokenKind::Number)?);
            text.replace(',', "").parse().ok().filter(|_| !text.contains('.'))?
        }
    };
    let era = era(input.skip(1))?;
    let is_before = matches!(era, BC | BC_DOTTED | BCE);
    (1..=9_998).contains(&value).then(|| (input.skip(2), if is_before { 1 - value as i32 } else { value as i32 }))
}

/// The era that the next token names.
pub(in crate::claims) fn era(input: Tokens<'_>) -> Option<Word> {
    const DOTTED: [Word; 2] = [Word::of("b.c.e."), Word::of("c.e.")];
    let token = input.first().filter(|token| is_capital(token))?;
    match token.word {
        BC | BC_DOTTED | BCE | AD | AD_DOTTED | CE => Some(token.word),
        word if word == DOTTED[0] => Some(BCE),
        word if word == DOTTED[1] => Some(CE),
        _ => None,
    }
}

/// The year that two digits mean: 00–39 are of this century.
pub(in crate::claims) fn full_year(two_digits: u32) -> i32 {
    two_digits as i32 + if two_digits < 40 { 2000 } else { 1900 }
}
