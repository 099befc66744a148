//! Ages: "45-year-old", "aged 45", "Smith, 45,", "in her forties".
//!
//! ```abnf
//! age = figure ["-"] period ["-"] ("old" / "olds")
//!     / ("aged" / "age" ["of"] / "ages") figure
//!     / ("turned" / "turns" / "turning") number          ; the number alone
//!     / name "," number ","                              ; the number alone
//!     / "At" number "," ("he" / "she")                   ; the number alone
//!     / ("man" / "woman" / "boy" / "girl") "of" number   ; the number alone
//!     / ("his" / "her" / "their") [portion ["-"]] (digits "s" / tens-word)     ; without the pronoun
//! ```

use super::date::elements::{A, AND, AT, COMMA, HYPHEN, NO, OF, STOP, follows, integer, is, is_capital};
use super::duration::names_period;
use super::range;
use crate::lexicon::{Features, Period, Portion, Word, word_id};
use crate::reading::{Hedge, Interval, Length};
use crate::tokens::{Case, Read, TokenKind, Tokens};

/// An age: "45-year-old", "aged 45".
#[derive(Clone, Debug, PartialEq)]
pub struct Age {
    /// How many of the periods are complete: whole numbers, both ends included.
    pub figure: Interval,
    /// What is counted, nearly always years.
    pub period: Period,
    /// The word that widens or bounds it.
    pub hedge: Hedge,
}

impl Age {
    /// The completed years of life; below 1 for a child of months.
    pub fn years(&self) -> Interval {
        let one = Length::new(Interval::exact(1.0), self.period).years();
        if self.period == Period::Year { self.figure } else { self.figure.scale(one).map(f64::floor) }
    }

    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        keys.insert("number".into(), range::tidy(self.figure.point));
        for (key, value) in [("low", self.figure.low), ("high", self.figure.high)] {
            if value.is_finite() {
                keys.insert(key.into(), range::tidy(value));
            }
        }
        if let Some(name) = self.hedge.name() {
            keys.insert("hedge".into(), name.into());
        }
        let length = Length::new(Interval::exact(self.figure.point), self.period);
        keys.insert("duration".into(), length.iso().into());
        keys
    }

    pub(super) fn describe(&self) -> String {
        let (low, high) = (self.figure.low, self.figure.high);
        let unit = match self.period {
            Period::Month => "months",
            Period::Week => "weeks",
            Period::Day => "days",
            _ => "years",
        };
        if low == high { format!("{low} {unit} old") } else { format!("{low}–{high} {unit} old") }
    }
}

/// Reads an age.
pub(super) fn age(input: Tokens<'_>) -> Read<'_, Age> {
    const AGED: [Word; 3] = [Word::of("aged"), Word::of("age"), Word::of("ages")];
    let first = input.first().ok_or(NO)?;
    if AGED.contains(&first.word) {
        let rest = if is(input, 1, OF) { input.skip(2) } else { input.skip(1) };
        let (rest, figure) = range::figure(rest)?;
        let is_life = (0.0..=130.0).contains(&figure.interval.point);
        let measures = rest.first().is_some_and(|it| it.features.any(Features::PERCENT.with(Features::SCALE)));
        if !is_life || measures {
            return Err(NO);
        }
        let (low, high) = figure.range.map_or((figure.interval.low, figure.interval.high), |(a, b)| (a.point, b.point));
        let interval = match (figure.hedge, figure.range) {
            (Hedge::None, None) => Interval::exact(figure.value()),
            (Hedge::None, Some(_)) => Interval::new(low, figure.value(), high),
            _ => whole(figure.interval),
        };
        // "aged 6 months"
        let calendar = &rest.lexicon.calendar;
        let named = rest.first().and_then(|it| calendar.period(it.word));
        let named = named.filter(|it| (Period::Day..=Period::Year).contains(it));
        let rest = if named.is_some() { rest.skip(1) } else { rest };
        return Ok((rest, Age { figure: interval, period: named.unwrap_or(Period::Year), hedge: figure.hedge }));
    }
    if let Some(found) = decade_of_life(input) {
        return Ok(found);
    }
    if first.kind == TokenKind::Number
        && let Some(found) = beside_name(input)
    {
        return Ok(found);
    }
    years_old(input)
}

/// "45-year-old", "11 months old".
fn years_old(input: Tokens<'_>) -> Read<'_, Age> {
    const OLD: [Word; 2] = [Word::of("old"), Word::of("olds")];
    const YO: [Word; 2] = [Word::of("yo"), Word::of("y.o.")];
    let is_short = (1..4).any(|ahead| input.get(ahead).is_some_and(|it| YO.contains(&it.word)));
    if !is_short && !names_period(input) {
        return Err(NO);
    }
    let (rest, figure) = range::figure(input)?;
    // "87 yo", as physicians write it.
    if rest.first().is_some_and(|it| YO.contains(&it.word)) {
        let age = Age { figure: Interval::exact(figure.value()), period: Period::Year, hedge: figure.hedge };
        return Ok((rest.skip(1), age));
    }
    let at = if is(rest, 0, HYPHEN) { rest.skip(1) } else { rest };
    let token = at.first().filter(|it| it.features.any(Features::PERIOD)).ok_or(NO)?;
    let period = at.lexicon.calendar.period(token.word).ok_or(NO)?;
    let rest = at.skip(1);
    let rest = if is(rest, 0, HYPHEN) { rest.skip(1) } else { rest };
    if !rest.first().is_some_and(|it| OLD.contains(&it.word)) || !(Period::Day..=Period::Year).contains(&period) {
        return Err(NO);
    }
    let is_plain = figure.hedge == Hedge::None && figure.range.is_none();
    let interval = if is_plain { Interval::exact(figure.value()) } else { whole(figure.interval) };
    Ok((rest.skip(1), Age { figure: interval, period, hedge: figure.hedge }))
}

/// A hedged age still counts completed years.
fn whole(interval: Interval) -> Interval {
    Interval::new(interval.low.ceil().min(interval.point), interval.point, interval.high.floor().max(interval.point))
}

/// "in her forties", "in his late 40s": from the portion or the number on.
fn decade_of_life(input: Tokens<'_>) -> Option<(Tokens<'_>, Age)> {
    const WHOSE: [Word; 3] = [Word::of("his"), Word::of("her"), Word::of("their")];
    const S: Word = Word::of("s");
    if !follows(input, &WHOSE) {
        return None;
    }
    let calendar = &input.lexicon.calendar;
    let portion = input.first().and_then(|it| calendar.portion(it.word));
    let mut rest = if portion.is_some() { input.skip(1) } else { input };
    if portion.is_some() && is(rest, 0, HYPHEN) {
        rest = rest.skip(1);
    }
    let token = rest.first()?;
    let (first, rest) = match calendar.tens(token.word) {
        Some(tens) => (tens, rest.skip(1)),
        None => {
            let (value, 2) = integer(rest, 0)? else { return None };
            let has_s = rest.get(1).is_some_and(|it| !it.spaced && it.word == S);
            (value as u8, has_s.then(|| rest.skip(2))?)
        }
    };
    if first % 10 != 0 {
        return None;
    }
    // "Early" and "late" are drawn wide: nobody says where they end.
    let (from, to) = match portion {
        Some(Portion::Early) => (0, 5),
        Some(Portion::Mid) => (2, 8),
        Some(Portion::Late) => (5, 9),
        None => (0, 9),
    };
    let (low, high) = (f64::from(first + from), f64::from(first + to));
    let figure = Interval::new(low, f64::from(first), high);
    let figure = if low > figure.point { Interval { low, point: low, high } } else { figure };
    Some((rest, Age { figure, period: Period::Year, hedge: Hedge::None }))
}

/// "Smith, 45," and "turned 60": a bare number whose place makes it an age.
fn beside_name(input: Tokens<'_>) -> Option<(Tokens<'_>, Age)> {
    const TURNED: [Word; 3] = [Word::of("turned"), Word::of("turns"), Word::of("turning")];
    let (value, digits) = integer(input, 0)?;
    if !(1..=119).contains(&value) || digits > 3 {
        return None;
    }
    let rest = input.skip(1);
    let next = rest.first();
    let turned = follows(input, &TURNED)
        && next
            .is_none_or(|it| it.kind == TokenKind::Mark && it.spaced.eq(&false) || it.features.any(Features::FUNCTION))
        && !super::date::elements::goes_on(rest)
        && !is(rest, 0, HYPHEN);
    let is_age = turned || (is_named(input) && is(rest, 0, COMMA) && !is_listed(rest)) || is_of_person(input, rest);
    is_age.then(|| {
        let figure = Interval::exact(f64::from(value));
        (rest, Age { figure, period: Period::Year, hedge: Hedge::None })
    })
}

/// "At 17, she left", "a man of 44": the words around say whose age it is.
fn is_of_person(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const PRONOUNS: [Word; 2] = [Word::of("he"), Word::of("she")];
    const PERSONS: [Word; 4] = [Word::of("man"), Word::of("woman"), Word::of("boy"), Word::of("girl")];
    let opens = follows(input, &[AT]) && input.before(2).is_none_or(|it| it.word == STOP);
    let at_age = opens && is(rest, 0, COMMA) && rest.get(1).is_some_and(|it| PRONOUNS.contains(&it.word));
    let of_age = follows(input, &[OF])
        && input.before(2).is_some_and(|it| PERSONS.contains(&it.word))
        && rest.first().is_none_or(|it| it.kind == TokenKind::Mark && it.spaced || matches!(it.word, COMMA | STOP));
    at_age || of_age
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
    // Two names in a row are a person's; one alone is, where its sentence begins with it or a small word leads in.
    let is_initial = input.before(2).is_some_and(|it| it.word == word_id!(".")) && is_name(3);
    (is_name(2) || is_initial) && input.get(0).is_some_and(|it| it.spaced)
}

/// Whether another number follows, so that this one is an entry of a list.
fn is_listed(rest: Tokens<'_>) -> bool {
    let next = if is(rest, 1, AND) || is(rest, 1, A) { rest.get(2) } else { rest.get(1) };
    next.is_some_and(|it| it.kind == TokenKind::Number)
        || rest.get(1).is_some_and(is_capital) && rest.get(2).is_some_and(|it| it.kind == TokenKind::Number)
}

#[cfg(test)]
mod tests {
    use crate::claims::{Value, scan};
    use crate::lexicon::Lexicon;
    use crate::tokens::{Tokens, lex};

    #[test]
    fn spellings_and_their_ages() {
        let lexicon = Lexicon::built_in();
        let mut wrong = Vec::new();
        for (text, expected) in [
            ("a 45-year-old man", "45–45"),
            ("The 11 months old joey", "11–11"),
            ("aged 45", "45–45"),
            ("aged 6 months to two years", "6–6"),
            ("at the age of 33", "33–33"),
            ("children age 5", "5–5"),
            ("Jane Smith, 45, of Perth", "45–45"),
            ("in her forties", "40–49"),
            ("in his late 40s", "45–49"),
            ("when she turned 60 in May", "60–60"),
            ("eighteen-year-old twins", "18–18"),
            ("Dennis R., 45, is", "45–45"),
            ("At 17, she left.", "17–17"),
            ("a man of 44, and", "44–44"),
            ("At 17, the index", ""),
            ("a woman of 12 languages", ""),
            ("turned 60 pages", ""),
            ("on Oct. 5, 12 and 20", ""),
            ("Chicago 30, Boston, 45 points", ""),
            ("He was 91.", ""),
            ("sold for 3, 4, 5", ""),
        ] {
            let tokens = lex(text, lexicon);
            let claims = scan(Tokens::new(&tokens, text, lexicon));
            let read: Vec<String> = claims
                .iter()
                .filter_map(|it| match &it.value {
                    Value::Age(age) => Some(format!("{}–{}", age.figure.low, age.figure.high)),
                    _ => None,
                })
                .collect();
            if read.join(" ") != expected {
                wrong.push(format!("{text}: read {read:?}, expected {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
