//! Ages: "45-year-old", "aged 45", "Smith, 45,", "in her forties".
//!
//! ```abnf
//! ages = age *("," age-number) [("and" / "or") age-number]       ; behind "aged" and behind persons
//! age  = figure ["-"] period (["-"] ("old" / "olds") / "of age")  /  figure ("yo" / "y.o.")
//!      / ("aged" / "age" ["of"] ["just" / "only"] / "ages") figure
//!      / ("his" / "her" / "their") [portion ["-"]] (digits "s" / tens-word)     ; without the pronoun
//!      / tens "-something" / ("over-" / "under-") digits "s"
//!      / person-age                                             ; the number alone, or with its bound
//! ```
//!
//! Where a bare number is the age of a person, [`person`] tells.

mod person;

pub(super) use person::is_bound;

use super::date::elements::{AND, HYPHEN, NO, OF, OR, TO, integer, is};
use super::duration::names_period;
use super::numeral::is_closed;
use super::{Claim, Value, range};
use crate::lexicon::{Features, Period, Portion, Word, word_id, word_ids};
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
    /// Whether the number alone is written, which counts something for who does not see whose age it is.
    pub is_bare: bool,
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
        // Of "aged 25 to 64" the middle is no age.
        let years = if self.figure.is_exact() { self.figure.point } else { self.figure.point.floor() };
        let length = Length::new(Interval::exact(years), self.period);
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

/// Reads the ages that begin at the first token ("aged 9 and 11"), and returns what follows them.
pub(super) fn ages<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    const SINGLE: [Word; 3] = [Word::of("aged"), Word::of("ages"), Word::of("age")];
    let (mut rest, first) = age(input).ok()?;
    let is_list = SINGLE.contains(&input.first()?.word) || first.is_bare;
    let is_plain = first.hedge == Hedge::None && first.figure.is_exact() && first.period == Period::Year;
    let is_bare_child = first.is_bare && first.figure.point < 3.0;
    found.push(Claim::new(input, rest, Value::Age(first)));
    if !(is_list && is_plain) || is_bare_child {
        return Some(rest);
    }
    while let Some((start, end, years)) = person::next(rest) {
        let age = Age { figure: Interval::exact(years), period: Period::Year, hedge: Hedge::None, is_bare: true };
        found.push(Claim::new(start, end, Value::Age(age)));
        rest = end;
    }
    Some(rest)
}

/// Reads an age.
pub(super) fn age(input: Tokens<'_>) -> Read<'_, Age> {
    const AGED: [Word; 3] = [Word::of("aged"), Word::of("age"), Word::of("ages")];
    let first = input.first().ok_or(NO)?;
    if AGED.contains(&first.word) {
        const JUST: [Word; 2] = [Word::of("just"), Word::of("only")];
        let rest = if is(input, 1, OF) { input.skip(2) } else { input.skip(1) };
        let rest = if rest.first().is_some_and(|it| JUST.contains(&it.word)) { rest.skip(1) } else { rest };
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
        let period = named.unwrap_or(Period::Year);
        return Ok((rest, Age { figure: interval, period, hedge: figure.hedge, is_bare: false }));
    }
    if let Some(found) = something(input).or_else(|| beyond(input)).or_else(|| decade_of_life(input)) {
        return Ok(found);
    }
    if !range::may_begin(first) {
        return Err(NO);
    }
    if let Ok(found) = years_old(input) {
        return Ok(found);
    }
    person::age(input).ok_or(NO)
}

/// "45-year-old", "11 months old".
fn years_old(input: Tokens<'_>) -> Read<'_, Age> {
    const OLD: [Word; 2] = [Word::of("old"), Word::of("olds")];
    const YO: [Word; 2] = [Word::of("yo"), Word::of("y.o.")];
    if is_closed(input) {
        return Err(NO);
    }
    let is_short = (1..4).any(|ahead| input.get(ahead).is_some_and(|it| YO.contains(&it.word)));
    if !is_short && !names_period(input) {
        return Err(NO);
    }
    let (rest, figure) = range::figure(input)?;
    // "87 yo", as physicians write it.
    if rest.first().is_some_and(|it| YO.contains(&it.word)) {
        let years = Interval::exact(figure.value());
        let age = Age { figure: years, period: Period::Year, hedge: figure.hedge, is_bare: false };
        return Ok((rest.skip(1), age));
    }
    let at = if is(rest, 0, HYPHEN) { rest.skip(1) } else { rest };
    let token = at.first().filter(|it| it.features.any(Features::PERIOD)).ok_or(NO)?;
    let period = at.lexicon.calendar.period(token.word).ok_or(NO)?;
    let rest = at.skip(1);
    let rest = if is(rest, 0, HYPHEN) { rest.skip(1) } else { rest };
    let (rest, is_old) = if is(rest, 0, OF) && is(rest, 1, word_id!("age")) {
        (rest.skip(1), true)
    } else {
        (rest, rest.first().is_some_and(|it| OLD.contains(&it.word)))
    };
    if !is_old || !(Period::Day..=Period::Year).contains(&period) {
        return Err(NO);
    }
    let rest = rest.skip(1);
    // "65 years of age or older"
    let (rest, behind) = range::hedge_behind(rest);
    let figure = if figure.hedge == Hedge::None { figure.hedged(behind) } else { figure };
    let is_plain = figure.hedge == Hedge::None && figure.range.is_none();
    let interval = if is_plain { Interval::exact(figure.value()) } else { whole(figure.interval) };
    Ok((rest, Age { figure: interval, period, hedge: figure.hedge, is_bare: false }))
}

/// A hedged age still counts completed years.
fn whole(interval: Interval) -> Interval {
    Interval::new(interval.low.ceil().min(interval.point), interval.point, interval.high.floor().max(interval.point))
}

/// "30-something", "thirty-something": a decade of life.
fn something(input: Tokens<'_>) -> Option<(Tokens<'_>, Age)> {
    let is_something = |ahead: usize| {
        input.get(ahead).is_some_and(|it| word_ids!["something", "somethings"].contains(&it.word) && !it.spaced)
    };
    if !is(input, 1, HYPHEN) || !is_something(2) {
        return None;
    }
    let first = match integer(input, 0) {
        Some((value, 2)) => value as u8,
        Some(_) => return None,
        None => input.lexicon.calendar.count(input.first()?.word)?,
    };
    let low = f64::from(first);
    let figure = Interval::new(low, low, low + 9.0);
    let age = Age { figure, period: Period::Year, hedge: Hedge::None, is_bare: false };
    (first >= 20 && first % 10 == 0).then(|| (input.skip(3), age))
}

/// "the over-65s", "under-5s": those beyond an age. Teams of the young have a capital or a name before them.
fn beyond(input: Tokens<'_>) -> Option<(Tokens<'_>, Age)> {
    let first = input.first()?;
    let hedge = if first.word == word_id!("over") { Hedge::Over } else { Hedge::Under };
    let is_bound = hedge == Hedge::Over || first.word == word_id!("under");
    if !is_bound || first.case != Case::Lower || !is(input, 1, HYPHEN) || !is(input, 3, word_id!("s")) {
        return None;
    }
    let (years, 1..=2) = integer(input, 2)? else { return None };
    let touches = (1..4).all(|ahead| input.get(ahead).is_some_and(|it| !it.spaced));
    let is_team = input
        .before(1)
        .is_some_and(|it| it.kind == TokenKind::Word && it.case != Case::Lower && !it.features.any(Features::FUNCTION));
    let years = f64::from(years);
    let figure = if hedge == Hedge::Over {
        Interval::new(years, years, f64::INFINITY)
    } else {
        Interval::new(0.0, years, years)
    };
    let age = Age { figure, period: Period::Year, hedge, is_bare: false };
    (touches && !is_team && years > 1.0).then(|| (input.skip(4), age))
}

/// "in her forties", "in his late 40s": from the portion or the number on.
fn decade_of_life<'a>(input: Tokens<'a>) -> Option<(Tokens<'a>, Age)> {
    const WHOSE: [Word; 3] = [Word::of("his"), Word::of("her"), Word::of("their")];
    const S: Word = Word::of("s");
    let calendar = &input.lexicon.calendar;
    // "in their late teens or early twenties"
    let is_second = || {
        let has_tens = |back: usize| input.before(back).is_some_and(|it| calendar.tens(it.word).is_some());
        let is_s = input.before(2).is_some_and(|it| it.word == S && !it.spaced);
        // Where the decade of life before begins, and perhaps its portion; "the 1960s and 70s" have no owner.
        let start = if is_s { 4 } else { 3 };
        let has_owner = || (start..start + 3).any(|back| input.before(back).is_some_and(|it| WHOSE.contains(&it.word)));
        (is_s || has_tens(2)) && has_owner()
    };
    let previous = input.before(1)?.word;
    if !(WHOSE.contains(&previous) || matches!(previous, OR | AND | TO) && is_second()) {
        return None;
    }
    let portion = input.first().and_then(|it| calendar.portion(it.word));
    let mut rest = if portion.is_some() { input.skip(1) } else { input };
    let step = |at: Tokens<'a>| if is(at, 0, HYPHEN) { at.skip(1) } else { at };
    let mut last = portion;
    if portion.is_some() {
        rest = step(rest);
        // "in his mid-to-late 20s"
        let second = if is(rest, 0, TO) { step(rest.skip(1)) } else { rest };
        if second.at() > rest.at()
            && let Some(found) = second.first().and_then(|it| calendar.portion(it.word))
        {
            (last, rest) = (Some(found), step(second.skip(1)));
        }
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
    let reach = |portion| match portion {
        Some(Portion::Early) => (0, 5),
        Some(Portion::Mid) => (2, 8),
        Some(Portion::Late) => (5, 9),
        None => (0, 9),
    };
    let (from, to) = (reach(portion).0, reach(last).1);
    let (low, high) = (f64::from(first + from), f64::from(first + to));
    let figure = Interval::new(low, f64::from(first), high);
    let figure = if low > figure.point { Interval { low, point: low, high } } else { figure };
    Some((rest, Age { figure, period: Period::Year, hedge: Hedge::None, is_bare: false }))
}

#[cfg(test)]
mod tests {
    use crate::claims::Value;
    use crate::claims::table::assert_tells;

    /// The years that are complete: from and to.
    fn tell(value: &Value, _text: &str) -> Option<String> {
        if let Value::Age(it) = value { Some(format!("{}–{}", it.figure.low, it.figure.high)) } else { None }
    }

    #[test]
    fn spellings_and_their_ages() {
        let rows = [
            ("a 45-year-old man", "45–45"),
            ("The 11 months old joey", "11–11"),
            ("aged 45", "45–45"),
            ("aged 6 months to two years", "6–6"),
            ("at the age of 33", "33–33"),
            ("children age 5", "5–5"),
            ("Jane Smith, 45, of Perth", "45–45"),
            ("in her forties", "40–49"),
            ("in his late 40s", "45–49"),
            ("in her mid-to-late 20s", "22–29"),
            ("when she turned 60 in May", "60–60"),
            ("eighteen-year-old twins", "18–18"),
            ("Dennis R., 45, is", "45–45"),
            ("At 17, she left.", "17–17"),
            ("a man of 44, and", "44–44"),
            ("aged 9 and 11, were; aged 19, 23 and 31", "9–9|11–11|19–19|23–23|31–31"),
            ("At the age of just 16, he went", "16–16"),
            ("in their late teens or early twenties", "15–19|20–25"),
            ("Rajesh Kumar (34) was held with Priya Nair (29).", "34–34|29–29"),
            ("The brothers, 12 and 15, were seen; the eldest, 14, said", "12–12|15–15|14–14"),
            ("A boy of three and a girl of nine were lifted.", "3–3|9–9"),
            ("The judge, who is 74, will go. She was 36.", "74–74|36–36"),
            ("He was just 19 when he joined; she is 41 now", "19–19|41–41"),
            ("the complainant was 12 when it started", "12–12"),
            ("Meera Nair was 42 when he was born", "42–42"),
            ("said the manager, 51, from Athenry", "51–51"),
            ("My father, now 88, still drives.", "88–88"),
            ("The boy, four, and his sister, two, slept.", "4–4|2–2"),
            ("A girl, 7, was bitten. Both are now 34, and rich.", "7–7|34–34"),
            ("She died at 91; her brother lived to be 97.", "91–91|97–97"),
            ("died in 1987 at 62, in Rome", "62–62"),
            ("The actress turns 50 next month; the twins turn 21 on Sunday", "50–50|21–21"),
            ("children under 12 must, people over 80 get it", "0–12|80–inf"),
            ("the boy, 20 months, was born", "20–20"),
            ("when she was 30. He would have been 100 on Friday.", "30–30|100–100"),
            ("He was 91 not out and 3 under; she was 7 for 12", ""),
            ("the score was 12 when it rained; it was 36.", ""),
            ("a group of three was lifted from a boy of six feet", ""),
            ("Boston (34) beat Chicago (29) on points", ""),
            ("Article 5 (3) and the Union (27 members)", ""),
            ("he is 6 feet tall, she is 2 and 0, he is 50 percent sure", ""),
            ("people over 80 kilos, children under 12 percent", ""),
            ("the brothers, 12 of them, and the players, 12 and 15 points", ""),
            ("shares closed at 91; oil died at 62 dollars", ""),
            ("in his 20s or 30s; the 1960s and 70s", "20–29|30–39"),
            ("Her wife is 64 and his son was 12. The driver was 34.", "64–64|12–12|34–34"),
            ("The Audi S (turns 8 and 9), with Drew Gulak (1)", ""),
            ("The winner was 12 lengths clear; the jockey, 12-1, was third", ""),
            ("the dead as Tom Reid, 20; Ann Fox, 19; and Jo Bell, 21.", "20–20|19–19|21–21"),
            ("at New York, 20; to St. John, 19.", ""),
            ("His mother (84) and sister (51) flew in", "84–84|51–51"),
            ("At 17, the index", ""),
            ("a woman of 12 languages", ""),
            ("turned 60 pages", ""),
            ("on Oct. 5, 12 and 20", ""),
            ("Chicago 30, Boston, 45 points", ""),
            ("sold for 3, 4, 5", ""),
            ("a thirty-something actor, the over-65s and under-5s", "30–39|65–inf|0–5"),
            ("England under-21s, an over-5 score", ""),
            ("18 years of age, men older than 40, than 40 dogs", "18–18|40–inf"),
            ("65 years of age or older, between 15 and 22 years of age", "65–inf|15–22"),
        ];
        assert_tells(tell, &rows);
    }
}
