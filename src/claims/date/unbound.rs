//! Dates that their words do not bound: they are told, and nothing can be compared with them.
//!
//! ```abnf
//! unbound = which fiscal-kind "year"                            ; last fiscal year  this school year
//!         / which (vague periods / "couple" ["of"] periods / count working "days")         ; the next few weeks  the next ten working days
//!         / ("coming" / "upcoming") periods                      ; in the coming months
//!         / count which periods                                  ; two upcoming weeks
//!         / count period                                         ; "in" and "within" before it, of what is to come
//!         / weekday ("week" / "fortnight")                       ; Friday week
//! around  = edge "of" ["the"] period                               ; by the end of the year
//!         / side "in" "the" period                               ; later in the week
//!         / ["a"] vague periods behind                           ; a few days ago
//!         / ("the" / "that") "weekend"
//! edge    = "end" / "close" / "start" / "beginning" / "middle" / "turn" / "rest" / "remainder"
//! side    = "earlier" / "later" / "early" / "late"
//! vague   = "few" / "several" / "many"
//! behind  = "ago" / "earlier" / "later" / "hence"
//! ```

use super::elements::{A, COMMA, HYPHEN, IN, NO, OF, THE, integer, is, weekday};
use super::relative::{count_of, period};
use crate::lexicon::{Features, Period, Word, word_id, word_ids};
use crate::reading::{CalendarDate, Parts};
use crate::tokens::{Read, Token, TokenKind, Tokens};

/// How many of what is not said: "a few weeks".
pub(in crate::claims) const VAGUE: [Word; 3] = word_ids!["few", "several", "many"];

/// Reads a date without bounds that begins at the first token.
pub(super) fn unbound(input: Tokens<'_>) -> Read<'_, CalendarDate> {
    let token = input.first().ok_or(NO)?;
    let calendar = &input.lexicon.calendar;
    if token.features.any(Features::WEEKDAY) {
        return weekday_and_week(input).ok_or(NO);
    }
    let found = match calendar.which(token.word) {
        Some(which) => kind_of_year(input).or_else(|| if which == 0 { None } else { stretch(input) }),
        None => counted(input),
    };
    found.map(|rest| (rest, CalendarDate::new(Parts::Unbound))).ok_or(NO)
}

/// "last fiscal year", "the next school year": no year of the calendar.
fn kind_of_year(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let is_kind = input.get(1).is_some_and(|it| input.lexicon.calendar.is_kind_of_year(it.word))
        && is(input, 2, word_id!("year"));
    let has_year = input.get(3).is_some_and(|it| it.kind == TokenKind::Number);
    (is_kind && !has_year).then(|| input.skip(3))
}

/// "the past few weeks", "the coming months", "the next ten working days".
fn stretch(input: Tokens<'_>) -> Option<Tokens<'_>> {
    const COMING: [Word; 2] = word_ids!["coming", "upcoming"];
    let next = input.get(1)?;
    // "the next couple of weeks"
    let is_couple = next.word == word_id!("couple");
    if is_couple {
        return plural_period(input.skip(if is(input, 2, OF) { 3 } else { 2 }), Period::Day);
    }
    let is_vague = VAGUE.contains(&next.word);
    if is_vague || (COMING.contains(&input.first()?.word) && next.features.any(Features::PERIOD)) {
        return plural_period(input.skip(if is_vague { 2 } else { 1 }), Period::Day);
    }
    let (rest, _) = count_of(input.skip(1)).ok()?;
    let is_working = rest.first().is_some_and(|it| input.lexicon.calendar.is_kind_of_day(it.word));
    plural_period(rest.skip(1), Period::Day).filter(|_| is_working)
}

/// Steps over a period in the plural.
fn plural_period(input: Tokens<'_>, least: Period) -> Option<Tokens<'_>> {
    let token = input.first().filter(|it| it.features.any(Features::PERIOD))?;
    let is_long = input.lexicon.calendar.period(token.word).is_some_and(|it| it >= least && it != Period::Night);
    // "saw it coming years ago"
    let is_told = is(input, 1, word_id!("ago"));
    (is_long && !is_told && input.spelling(token).ends_with('s')).then(|| input.skip(1))
}

/// "two upcoming weeks", "in two weeks", where what is said is still to come.
fn counted(input: Tokens<'_>) -> Option<Tokens<'_>> {
    const WHICH: [Word; 6] = word_ids!["coming", "upcoming", "next", "past", "previous", "last"];
    let token = input.first()?;
    if token.kind == TokenKind::Number && integer(input, 0).is_none_or(|(_, digits)| digits > 3) {
        return None;
    }
    let (rest, _) = count_of(input).ok()?;
    if rest.first().is_some_and(|it| WHICH.contains(&it.word)) {
        return plural_period(rest.skip(1), Period::Day);
    }
    if !is_asked_when(input) {
        return None;
    }
    let (rest, _) = period(rest).filter(|(_, it)| *it > Period::Second)?;
    // "in a month's time"
    let is_time = rest.first().is_some_and(|it| it.kind == TokenKind::Possessive || it.word == word_id!("'"))
        && is(rest, 1, word_id!("time"));
    let rest = if is_time { rest.skip(2) } else { rest };
    (ends(rest) && is_to_come(input, rest)).then_some(rest)
}

/// Whether "in" or "within" stands before a length of time, a hedge between.
fn is_asked_when(input: Tokens<'_>) -> bool {
    const IN_OR_WITHIN: [Word; 2] = [IN, Word::of("within")];
    let asks = |back: usize| input.before(back).is_some_and(|it| IN_OR_WITHIN.contains(&it.word));
    asks(1) || input.before(1).is_some_and(|it| it.features.any(Features::HEDGE)) && asks(2)
}

/// Whether the clause speaks of what is to come: "will reopen in two weeks", "the permit expires in a month". What was
/// done in two weeks took them.
fn is_to_come(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const REACH: usize = 12;
    const TO_COME: [Word; 10] =
        word_ids!["will", "must", "should", "shall", "due", "expire", "expires", "begins", "starts", "ends",];
    let goes_on = |it: &&Token| it.kind != TokenKind::Mark || it.word == HYPHEN;
    let ahead = usize::from(is(rest, 0, COMMA));
    let mut before = (1..REACH).map_while(|back| input.before(back)).take_while(goes_on);
    let mut behind = (ahead..REACH).map_while(|ahead| rest.get(ahead)).take_while(goes_on);
    let is_all = rest.is_empty() && input.before(3).is_none();
    let is_will = |it: &Token| {
        let spelling = input.spelling(it);
        TO_COME.contains(&it.word) || spelling.ends_with("'ll") || spelling.ends_with("’ll")
    };
    // "is due in two weeks", but "stopped within a year due to"
    is_all || before.any(is_will) || behind.any(|it| is_will(it) && it.word != word_id!("due"))
}

/// "Friday week", "Monday fortnight": the one a week behind the next.
fn weekday_and_week(input: Tokens<'_>) -> Option<(Tokens<'_>, CalendarDate)> {
    const BEHIND: [Word; 2] = word_ids!["week", "fortnight"];
    input.get(1).filter(|it| BEHIND.contains(&it.word))?;
    let (rest, day) = weekday(input).ok()?;
    let is_name = input.before(1).is_some_and(|it| {
        input.lexicon.calendar.names_day(it.word) || it.kind == TokenKind::Word && super::elements::is_capital(it)
    });
    let date = CalendarDate::new(Parts::Unbound).with_weekday(Some(day));
    (ends(rest.skip(1)) && !is_name).then(|| (rest.skip(1), date))
}

/// Whether nothing stands behind that the period before belongs to: "the end of the week" but not "of the week-long
/// strike", "of the year 2015", "in two weeks of fighting".
fn ends(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|it| match it.kind {
        TokenKind::Mark => it.word != HYPHEN,
        TokenKind::Word => it.word != OF && (it.features.any(Features::FUNCTION) || it.starts_line),
        _ => false,
    })
}

/// Reads a date without bounds around its period, which is the first token: where it begins, and what follows it.
pub(in crate::claims) fn around(input: Tokens<'_>) -> Option<(Tokens<'_>, Tokens<'_>)> {
    const THAT: Word = Word::of("that");
    const EDGES: [Word; 8] = word_ids!["end", "close", "start", "beginning", "middle", "turn", "rest", "remainder"];
    let from = |back: usize| input.slice(input.at() - back, input.end());
    let before = |back: usize| input.before(back).map(|it| it.word);
    let token = input.first()?;
    let rest = input.skip(1);
    let last = before(1)?;
    let period = || input.lexicon.calendar.period(token.word);
    if last == THE || last == THAT {
        if token.word == word_id!("weekend") {
            return ends(rest).then(|| (from(1), rest));
        }
        const SIDES: [Word; 4] = word_ids!["earlier", "later", "early", "late"];
        let (is_edge, least) = match before(2)? {
            OF => (before(3).is_some_and(|it| EDGES.contains(&it)), Period::Week),
            // "later in the day"
            IN => (before(3).is_some_and(|it| SIDES.contains(&it)), Period::Day),
            _ => return None,
        };
        let is_one = is_edge && !input.spelling(token).ends_with('s');
        return (is_one && period()? >= least && ends(rest)).then(|| (from(3), rest));
    }
    // "by end of year"
    if last == OF && before(2).is_some_and(|it| EDGES.contains(&it)) {
        let is_one = !input.spelling(token).ends_with('s');
        return (is_one && period()? >= Period::Week && ends(rest)).then(|| (from(2), rest));
    }
    if VAGUE.contains(&last) {
        const BEHIND: [Word; 4] = word_ids!["ago", "earlier", "later", "hence"];
        let is_told = rest.first().is_some_and(|it| BEHIND.contains(&it.word)) && period()? >= Period::Day;
        let back = if before(2) == Some(A) { 2 } else { 1 };
        return is_told.then(|| (from(back), rest.skip(1)));
    }
    None
}
