//! Bare numbers that are ages, because of whom they are told of: "Smith, 45,", "She was 36.", "a boy of three".
//!
//! ```abnf
//! person-age = ("turn" / "turns" / "turned" / "turning") number
//!            / name "," number ("," / "." / ";")  /  (name / relative) "(" number ")"
//!            / person "," ["now"] number ","  /  persons "," number 1*("and" number)
//!            / person "," number ("months" / "weeks" / "days") ","
//!            / ("he" / "she" / "who") ("is" / "was" / "will be" / "would have been") ["now" / "just" / "only"] number   ; where nothing is counted
//!            / person "was" number "when"  /  ("both" / "they") "are" "now" number
//!            / died ... "at" number  /  "lived to" ["be"] number  /  "At" number ["," / "he" / "she"]
//!            / ("man" / "woman" / "boy" / "girl" …) "of" number
//!            / persons ("under" / "over") number  /  ("older" / "younger") "than" number
//! ```

use super::{Age, Period};
use crate::claims::date::elements::{
    A, AND, AT, CLOSE, COMMA, HYPHEN, IN, OF, ON, OPEN, OR, STOP, TO, follows, goes_on, integer, is, is_capital,
};
use crate::claims::range;
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, PLACES};
use crate::lexicon::{Features, NameRoles, Word, word_id, word_ids};
use crate::reading::{Hedge, Interval};
use crate::tokens::{Case, Token, TokenKind, Tokens};

/// The class of words for one person of whom an age is told, beside relatives and occupations.
const PERSON: &str = "person";
/// The class of words for several persons.
const PERSONS: &str = "persons";

const SEMICOLON: Word = Word::of(";");

/// The verb between a person and an age; the last also behind "will".
const BE: [Word; 5] = word_ids!["is", "was", "are", "were", "be"];
/// What may stand between that verb and the age; the first four also before an age put in.
const ADVERBS: [Word; 6] = word_ids!["now", "then", "just", "only", "still", "already"];
/// The verb of a birthday.
const TURN: [Word; 4] = word_ids!["turned", "turns", "turning", "turn"];

/// Reads a bare number that is an age.
pub(super) fn age(input: Tokens<'_>) -> Option<(Tokens<'_>, Age)> {
    let first = input.first()?;
    if first.features.any(Features::HEDGE) {
        return bounded(input);
    }
    if !input.before(1).is_some_and(may_lead) {
        return None;
    }
    let (rest, years) = number(input)?;
    if let Some(hedge) = compared(input).filter(|_| is_end(rest) || rest.first().is_some_and(is_function)) {
        let figure = match hedge {
            Hedge::Over => Interval::new(years, years, f64::INFINITY),
            _ => Interval::new(0.0, years, years),
        };
        return Some((rest, Age { figure, period: Period::Year, hedge, is_bare: false }));
    }
    let of = |period| Age { figure: Interval::exact(years), period, hedge: Hedge::None, is_bare: true };
    if is_apposed(input)
        && let Some(period) = rest.first().and_then(|it| rest.lexicon.calendar.period(it.word))
        && (Period::Day..=Period::Month).contains(&period)
        && is(rest, 1, COMMA)
    {
        return Some((rest.skip(1), of(period)));
    }
    let is_digits = first.kind == TokenKind::Number;
    let is_age = is_digits && (is_beside_name(input, rest) || turns(input, rest) && ends_turn(rest))
        || is_apposed(input) && is_closed(rest)
        || is_group(input) && begins_group(rest)
        || is_said_of_person(input, rest)
        || is_of_person(input, rest, is_digits)
        || is_at_death(input, rest);
    is_age.then(|| (rest, of(Period::Year)))
}

/// Whether a bare number behind the word or mark can be an age: each way to tell one begins with one of these.
fn may_lead(before: &Token) -> bool {
    const OTHERS: [Word; 2] = word_ids!["than", "been"];
    match before.kind {
        TokenKind::Mark => matches!(before.word, COMMA | OPEN),
        TokenKind::Word => {
            matches!(before.word, AT | OF | TO)
                || [&BE[..], &ADVERBS, &TURN, &OTHERS].iter().any(|words| words.contains(&before.word))
        }
        _ => false,
    }
}

/// Whether a bound of ages stands before: "older than", "younger than".
fn compared(input: Tokens<'_>) -> Option<Hedge> {
    input.before(1).filter(|it| it.word == word_id!("than"))?;
    match input.before(2)?.word {
        word if word == word_id!("older") => Some(Hedge::Over),
        word if word == word_id!("younger") => Some(Hedge::Under),
        _ => None,
    }
}

fn is_function(token: &Token) -> bool {
    token.features.any(Features::FUNCTION)
}

/// Reads the next age of a list: "and 11" behind "aged 9", ", 23 and 31" behind "aged 19".
pub(super) fn next(rest: Tokens<'_>) -> Option<(Tokens<'_>, Tokens<'_>, f64)> {
    /// No text gives the ages of more in one list; what is longer is a list of figures.
    const LONGEST: u8 = 16;
    next_of(rest, LONGEST)
}

/// Reads the next age of a list of which at most so many follow.
fn next_of(rest: Tokens<'_>, most: u8) -> Option<(Tokens<'_>, Tokens<'_>, f64)> {
    let comma = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
    let is_last = is(comma, 0, AND) || is(comma, 0, OR);
    let start = if is_last { comma.skip(1) } else { comma };
    if start.at() == rest.at() {
        return None;
    }
    let (end, years) = number(start)?;
    let goes_on = end.first().is_some_and(|it| matches!(it.word, COMMA | AND | OR));
    let ends = is_last && (is_end(end) || end.first().is_some_and(|it| it.features.any(Features::FUNCTION)));
    let closes = || most > 1 && next_of(end, most - 1).is_some();
    (ends || !is_last && goes_on && closes()).then_some((start, end, years))
}

/// Whether several persons stand before a comma: "the brothers, 12 and 15".
pub(super) fn is_group(input: Tokens<'_>) -> bool {
    follows(input, &[COMMA]) && input.before(2).is_some_and(|it| is_plural(input, it))
}

/// A number of years that a person can live, in digits or in words.
fn number(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let (rest, value) = match integer(input, 0) {
        Some((value, 1..=3)) => (input.skip(1), value),
        Some(_) => return None,
        None => in_words(input)?,
    };
    let joins = is(rest, 0, HYPHEN) && rest.first().is_some_and(|it| !it.spaced) || goes_on(rest);
    let touches = rest.first().is_some_and(|it| !it.spaced && it.kind == TokenKind::Word);
    let shares = rest.first().is_some_and(|it| word_ids!["percent", "per", "pc"].contains(&it.word));
    ((1..=119).contains(&value) && !joins && !touches && !shares).then_some((rest, f64::from(value)))
}

fn in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, u32)> {
    let calendar = &input.lexicon.calendar;
    let count = |ahead: usize| input.get(ahead).and_then(|it| calendar.count(it.word)).map(u32::from);
    let first = count(0).filter(|_| input.first().is_some_and(|it| it.word != word_id!("dozen")))?;
    let ones = count(2).filter(|it| first >= 20 && *it < 10 && is(input, 1, HYPHEN));
    Some(ones.map_or((input.skip(1), first), |ones| (input.skip(3), first + ones)))
}

/// Whether a sentence or a part of it ends here.
fn is_end(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|it| {
        it.kind == TokenKind::Mark
            && !matches!(it.word, HYPHEN | OPEN)
            && !rest.spelling(it).starts_with(['/', '%', '°'])
            || it.starts_line
    })
}

/// Whether a comma or a bracket closes what was put in, and no list of figures goes on.
fn is_closed(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| matches!(it.word, COMMA | CLOSE)) && !is_listed(rest)
}

/// Whether ages of several persons begin: this one and at least another.
fn begins_group(rest: Tokens<'_>) -> bool {
    let mut at = rest;
    let mut count = 0;
    while let Some((_, end, _)) = next(at) {
        (at, count) = (end, count + 1);
    }
    count > 0 && (is_end(at) || at.first().is_some_and(|it| it.features.any(Features::FUNCTION)))
}

/// "turned 60", "turns 50 next month".
fn turns(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let is_listed = is(rest, 0, AND) && rest.get(1).is_some_and(|it| it.kind == TokenKind::Number);
    follows(input, &TURN) && !goes_on(rest) && !is_listed
}

fn ends_turn(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|it| {
        it.kind == TokenKind::Mark && !it.spaced
            || it.features.any(Features::FUNCTION)
            || rest.lexicon.calendar.which(it.word).is_some()
            || rest.lexicon.calendar.day_from_today(it.word).is_some()
    })
}

/// "Jane Smith, 45,", "Rajesh Kumar (34)".
fn is_beside_name(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    if follows(input, &[OPEN]) {
        // A team and its points stand in brackets too: two names that are no places and no words.
        let name = |back: usize| {
            input.before(back).filter(|it| it.kind == TokenKind::Word && is_capital(it) && it.case != Case::Upper)
        };
        let is_person = match (name(3), name(2)) {
            (Some(given), Some(family)) => {
                let may_be = |it: &Token| !PLACES.contains(it.word) && !it.features.any(Features::NAME_WORD);
                let is_known =
                    GIVEN_NAMES.contains(given.word) || ![given, family].iter().any(|it| ENGLISH.contains(it.word));
                is_known && may_be(given) && may_be(family)
            }
            _ => false,
        };
        let is_kin = input.before(2).is_some_and(|it| {
            const KIN: NameRoles = NameRoles::KIN.with(NameRoles::RELATION);
            it.case == Case::Lower
                && it.features.any(Features::NAME_WORD)
                && input.lexicon.names.roles(it.word).any(KIN)
        });
        let is_person = is_person || is_kin;
        let is_alone = rest.get(1).is_none_or(|it| it.kind != TokenKind::Number);
        let is_of_age = integer(input, 0).is_some_and(|(value, _)| value > 2);
        return is_person && is(rest, 0, CLOSE) && is_alone && is_of_age;
    }
    let closes =
        is(rest, 0, COMMA) || is_full_name(input) && rest.first().is_some_and(|it| matches!(it.word, STOP | SEMICOLON));
    is_named(input) && closes && !is_listed(rest)
}

/// Whether a given name and a surname stand before the comma: "Tom Reid, 20; Ann Fox, 19".
fn is_full_name(input: Tokens<'_>) -> bool {
    let name = |back: usize| input.before(back).filter(|it| it.kind == TokenKind::Word && it.case == Case::Title);
    name(2).is_some_and(|it| !it.features.any(Features::NAME_WORD))
        && name(3).is_some_and(|it| GIVEN_NAMES.contains(it.word) && !PLACES.contains(it.word))
}

/// Whether a word for one person and a comma stand before: "the manager, 51,", "My father, now 88,", "The eldest, 14,".
fn is_apposed(input: Tokens<'_>) -> bool {
    let back = if follows(input, &ADVERBS[..4]) { 2 } else { 1 };
    input.before(back).is_some_and(|it| it.word == COMMA)
        && input.before(back + 1).is_some_and(|it| is_person(input, it))
}

/// Whether a word in lower case is a person: a relative, an occupation, or one of the class.
fn is_person(input: Tokens<'_>, token: &Token) -> bool {
    const ROLES: NameRoles =
        NameRoles::KIN.with(NameRoles::OCCUPATION).with(NameRoles::RELATION).with(NameRoles::OFFICE);
    let has_role = || token.features.any(Features::NAME_WORD) && input.lexicon.names.roles(token.word).any(ROLES);
    token.kind == TokenKind::Word
        && token.case == Case::Lower
        && (has_role() || input.lexicon.classes.get(PERSON).is_some_and(|it| it.contains(token.word)))
}

fn is_plural(input: Tokens<'_>, token: &Token) -> bool {
    token.kind == TokenKind::Word && input.lexicon.classes.get(PERSONS).is_some_and(|it| it.contains(token.word))
}

/// "She was 36.", "who is 74,", "He was just 19 when …", "the complainant was 12 when", "Both are now 34".
fn is_said_of_person(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const SINGLE: [Word; 3] = word_ids!["he", "she", "who"];
    const SEVERAL: [Word; 3] = word_ids!["both", "they", "all"];
    let mut back = 1;
    let mut is_now = false;
    while back < 3 && input.before(back).is_some_and(|it| ADVERBS.contains(&it.word)) {
        is_now |= input.before(back).is_some_and(|it| it.word == ADVERBS[0]);
        back += 1;
    }
    let Some(verb) = input.before(back).map(|it| it.word) else { return false };
    let word = |more: usize| input.before(back + more).map(|it| it.word);
    // "will be 21", "would have been 100"
    let is_future = verb == BE[4]
        && [Some(word_id!("will")), Some(word_id!("would"))].contains(&word(1))
        && word(2).is_some_and(|it| SINGLE.contains(&it));
    let is_past = verb == word_id!("been")
        && word(1) == Some(word_id!("have"))
        && word(2) == Some(word_id!("would"))
        && word(3).is_some_and(|it| SINGLE.contains(&it));
    if is_future || is_past {
        let is_told = rest.first().is_some_and(|it| {
            matches!(it.word, ON | IN) || rest.lexicon.calendar.which(it.word).is_some() || it.word == word_id!("today")
        });
        return is_told || is_end(rest) && !is_listed(rest);
    }
    if !BE[..4].contains(&verb) {
        return false;
    }
    let is_of_one = matches!(verb, word if word == BE[0] || word == BE[1]);
    let subject = input.before(back + 1);
    if is_of_one && subject.is_some_and(|it| SINGLE.contains(&it.word)) {
        return ends_statement(rest);
    }
    let is_several =
        !is_of_one && is_now && subject.is_some_and(|it| SEVERAL.contains(&it.word) || is_plural(input, it));
    let is_when = is(rest, 0, word_id!("when"));
    let is_named = subject.is_some_and(|it| {
        let is_name = it.kind == TokenKind::Word && it.case == Case::Title && !it.features.any(Features::FUNCTION);
        is_person(input, it) || is_name && input.before(back + 2).is_some_and(|it| is_capital(it) || it.starts_line)
    });
    // "The driver was 34." — a noun alone, or whose it is, stands before the verb.
    let is_noun = subject.is_some_and(|it| is_person(input, it));
    is_several && ends_statement(rest) || is_of_one && (is_when && is_named || is_noun && ends_statement(rest))
}

/// Whether a statement of an age ends here: what follows is no noun, no score ("91 not out") and no list.
fn ends_statement(rest: Tokens<'_>) -> bool {
    const BEHIND: [Word; 10] =
        word_ids!["when", "now", "then", "while", "today", "next", "last", "this", "because", "although"];
    let Some(next) = rest.first() else { return true };
    match next.word {
        AND => rest.get(1).is_some_and(|it| {
            it.kind == TokenKind::Word && !it.features.any(Features::NUMBER.with(Features::FRACTION))
        }),
        AT => is(rest, 1, word_id!("the")) && is(rest, 2, word_id!("time")),
        IN => integer(rest, 1).is_some_and(|(value, digits)| digits == 4 && (1000..2200).contains(&value)),
        word if BEHIND.contains(&word) => true,
        _ => is_end(rest) && !is_listed(rest),
    }
}

/// "At 17, she left", "at 30 he was dead", "a man of 44", "a boy of three".
fn is_of_person(input: Tokens<'_>, rest: Tokens<'_>, is_digits: bool) -> bool {
    const PRONOUNS: [Word; 2] = word_ids!["he", "she"];
    const OF_AGE: [Word; 9] = word_ids!["man", "woman", "boy", "girl", "child", "lad", "youth", "baby", "toddler"];
    if follows(input, &[OF]) && input.before(2).is_some_and(|it| OF_AGE.contains(&it.word)) {
        return is_end(rest)
            || rest.first().is_some_and(|it| {
                it.features.any(Features::FUNCTION) && !it.features.any(Features::NUMBER.with(Features::HEDGE))
                    || matches!(it.word, AND | OR)
            });
    }
    let opens = follows(input, &[AT])
        && input.before(2).is_none_or(|it| {
            matches!(it.word, STOP | COMMA | AND) || input.before(1).is_some_and(|at| at.case == Case::Title)
        });
    let comma = if is(rest, 0, COMMA) { rest.skip(1) } else { rest };
    opens && is_digits && comma.first().is_some_and(|it| PRONOUNS.contains(&it.word))
}

/// "died in 1987 at 62", "her brother lived to be 97", "retired at 65".
fn is_at_death(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const REACH: usize = 9;
    const DIED: [Word; 3] = word_ids!["died", "dies", "dead"];
    const AT_ONCE: [Word; 6] = word_ids!["died", "married", "widowed", "orphaned", "retired", "enlisted"];
    const LIVED: [Word; 3] = word_ids!["lived", "live", "lives"];
    let ends = is_end(rest) && !is_listed(rest) || rest.first().is_some_and(|it| matches!(it.word, AND | IN));
    if !ends {
        return false;
    }
    if follows(input, &[AT]) {
        if input.before(2).is_some_and(|it| AT_ONCE.contains(&it.word)) {
            return true;
        }
        let before = (2..REACH).map_while(|back| input.before(back)).take_while(|it| it.word != STOP);
        let said = before.take_while(|it| it.word != word_id!(";")).find(|it| DIED.contains(&it.word));
        // "died at the hospital at 10": a small number is the hour.
        return said.is_some() && number(input).is_some_and(|(_, years)| years > 12.0);
    }
    let back = if follows(input, &word_ids!["be"]) { 2 } else { 1 };
    input.before(back).is_some_and(|it| it.word == TO)
        && input.before(back + 1).is_some_and(|it| LIVED.contains(&it.word))
}

/// Whether a word stands here, behind persons, that bounds their age: "children under 12".
pub(in crate::claims) fn is_bound(input: Tokens<'_>) -> bool {
    const BOUNDS: [Word; 4] = word_ids!["under", "over", "above", "below"];
    input.first().is_some_and(|it| BOUNDS.contains(&it.word)) && input.before(1).is_some_and(|it| is_plural(input, it))
}

/// "children under 12", "people over 80".
fn bounded(input: Tokens<'_>) -> Option<(Tokens<'_>, Age)> {
    if !is_bound(input) {
        return None;
    }
    let (rest, figure) = range::figure(input).ok()?;
    let at = input.skip(1);
    let (end, years) = number(at).filter(|(end, _)| end.at() == rest.at())?;
    let measured = Features::UNIT.with(Features::PERCENT).with(Features::PERIOD).with(Features::CURRENCY);
    let is_counted = end.first().is_some_and(|it| {
        it.kind != TokenKind::Mark
            && (it.features.any(measured.with(Features::SCALE))
                || end.spelling(it).ends_with('s') && !it.features.any(Features::FUNCTION))
    });
    let is_upper = follows(at, &word_ids!["under", "below"]);
    let (low, high) = if is_upper { (0.0, years) } else { (years, f64::INFINITY) };
    let interval = Interval { low, point: years, high };
    (!is_counted).then_some((rest, Age { figure: interval, period: Period::Year, hedge: figure.hedge, is_bare: true }))
}

/// Whether a name and a comma stand before: "Jane Smith, 45".
fn is_named(input: Tokens<'_>) -> bool {
    if !follows(input, &[COMMA]) {
        return false;
    }
    let calendar = Features::MONTH.with(Features::WEEKDAY).with(Features::CALENDAR).with(Features::FUNCTION);
    let is_name = |back: usize| {
        input.before(back).is_some_and(|it| {
            it.kind == TokenKind::Word && matches!(it.case, Case::Title | Case::Mixed) && !it.features.any(calendar)
        })
    };
    // A word of a name, or an initial behind one.
    let is_initial = input.before(2).is_some_and(|it| it.word == STOP) && is_name(3);
    (is_name(2) || is_initial) && input.get(0).is_some_and(|it| it.spaced)
}

/// Whether another number follows, so that this one is an entry of a list.
fn is_listed(rest: Tokens<'_>) -> bool {
    if !is(rest, 0, COMMA) {
        return false;
    }
    let next = if is(rest, 1, AND) || is(rest, 1, A) { rest.get(2) } else { rest.get(1) };
    next.is_some_and(|it| it.kind == TokenKind::Number)
        || rest.get(1).is_some_and(is_capital) && rest.get(2).is_some_and(|it| it.kind == TokenKind::Number)
}
