//! Numbers and counts.
//!
//! ```abnf
//! number  = figure [multiple] [counted] / plural-scale "of" / word-fold     ; hundreds of  tenfold
//! multiple = "-fold" / "fold" / "times"
//! counted = *modifier noun                                               ; over 400 Libyan fighters
//! ```

use serde_json::{Map, Value as Json};

use super::label::{is_label, is_part_of_a_name};
use super::range::{figure, figure_json, hedge, range_joint};
use crate::lexicon::{Features, Hedge, Lexicon, Word, word_id, word_ids};
use crate::reading::{Figure, Interval};
use crate::tokens::{Case, Read, Token, TokenKind, Tokens, lex};

/// A bare number: "21", "3.5 million", "twenty-one", and what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The figure itself.
    pub figure: Figure,
    /// What it counts: "fighters" in "over 400 Libyan fighters".
    pub noun: Option<Box<str>>,
    /// The words between the figure and the noun: "Libyan".
    pub modifiers: Option<Box<str>>,
    /// Whether it multiplies: "threefold", "ten times".
    pub is_multiple: bool,
}

impl Number {
    /// Whether it counts things that a common noun in the plural names: "four states", not "Four Corners".
    pub fn counts_things(&self) -> bool {
        self.noun.as_deref().is_some_and(|noun| is_plural(noun) && noun.chars().all(|it| !it.is_uppercase()))
    }

    pub(super) fn to_json(&self) -> Map<String, Json> {
        let mut keys = figure_json(&self.figure);
        if let Some(noun) = &self.noun {
            keys.insert("noun".into(), Json::from(&**noun));
        }
        if let Some(modifiers) = &self.modifiers {
            keys.insert("modifiers".into(), Json::from(&**modifiers));
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        match &self.noun {
            Some(noun) => format!("{} {noun}", self.figure.as_count()),
            None => self.figure.interval.to_string(),
        }
    }
}

/// What a verb of multiplying multiplies by, with its hedge: "more than doubled" is two or more. The verbs round: what
/// "doubled" has grown by 85 or 115 percent, but not by 60.
pub fn multiple_in_words(text: &str) -> Option<Interval> {
    /// How far from the whole multiple the bare verb reaches, below and above it, as shares.
    const REACH: (f64, f64) = (0.88, 1.15);
    let lexicon = Lexicon::built_in();
    let tokens = lex(text, lexicon);
    let (rest, hedge) = hedge(tokens.view());
    let multiple = lexicon.numbers.multiple(rest.first()?.word)?;
    let (low, high) = (multiple * REACH.0, multiple * REACH.1);
    let beyond = if multiple < 1.0 { (0.0, multiple) } else { (multiple, f64::INFINITY) };
    let short_of = if multiple < 1.0 { (multiple, 0.62) } else { (multiple * 0.75, multiple) };
    let (low, high) = match hedge {
        Hedge::None => (low, high),
        Hedge::About => (low * 0.9, high * 1.1),
        Hedge::JustOver => (beyond.0.max(low), beyond.1.min(high)),
        Hedge::Over | Hedge::AtLeast => beyond,
        Hedge::Nearly | Hedge::Under | Hedge::AtMost => short_of,
    };
    Some(Interval::new(low, multiple, high))
}

/// Reads a number and what it counts.
pub(super) fn number(input: Tokens<'_>) -> Read<'_, Number> {
    if is_part_of_a_name(input) {
        return Err(nom::Err::Error(()));
    }
    let in_digits = input.first().is_some_and(|it| it.kind == TokenKind::Number);
    if !in_digits && let Some(found) = fold(input).or_else(|| many(input)) {
        return Ok(found);
    }
    let (rest, figure) = figure(input)?;
    if is_label(hedge(input).0, rest) {
        return Err(nom::Err::Error(()));
    }
    let (rest, is_multiple) = match multiple(rest) {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let (noun, modifiers) = if is_multiple { (None, None) } else { counted(rest) };
    if is_pronoun(input, rest, noun.is_some()) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Number { figure, noun, modifiers, is_multiple }))
}

/// "dozens of homes", "tens of thousands of pilgrims": two of the scale or more.
fn many(input: Tokens<'_>) -> Option<(Tokens<'_>, Number)> {
    /// How much of the scale is surely meant; "hundreds" of 170 are told, "hundreds" of 140 are not.
    const LEAST: f64 = 1.5;
    let (rest, scale) = plural_scales(input)?;
    // "hundreds of miles", "millions of dollars" and "thousands of years" measure.
    let measures =
        Features::UNIT.with(Features::CURRENCY).with(Features::PERIOD).with(Features::NUMBER).with(Features::SCALE);
    let noun = rest.first().filter(|it| it.kind == TokenKind::Word && !it.features.any(measures))?;
    if rest.lexicon.currencies.spellings(noun.word).iter().any(|it| it.rest.is_empty()) {
        return None;
    }
    let (noun, modifiers) = counted(rest);
    let interval = Interval { low: LEAST * scale, point: 2.0 * scale, high: f64::INFINITY };
    let figure = Figure { interval, hedge: Hedge::AtLeast, range: None, step: scale, scaled: true };
    Some((rest, Number { figure, noun, modifiers, is_multiple: false }))
}

/// Scales in the plural, each with its "of": their product.
fn plural_scales(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let (mut rest, mut product) = (input, 1.0);
    while let Some(token) = rest.first() {
        let scale = match token.word {
            TENS => Some(10.0),
            _ if token.features.any(Features::SCALE) => plural_scale(rest, token),
            _ => None,
        };
        let Some(scale) = scale.filter(|_| rest.get(1).is_some_and(|it| it.word == word_id!("of"))) else { break };
        product *= scale;
        rest = rest.skip(2);
    }
    (product > 10.0).then_some((rest, product))
}

fn plural_scale(input: Tokens<'_>, token: &Token) -> Option<f64> {
    const SCORES: Word = Word::of("scores");
    let scale = input.lexicon.numbers.scale(token.word).filter(|_| token.word != word_id!("gross"))?;
    // "test scores of pupils" are results.
    let follows = |it: &Token| {
        let spelling = input.spelling(it);
        it.kind == TokenKind::Mark
            || spelling.ends_with("ed")
            || spelling.ends_with("ing")
            || (it.features.any(Features::FUNCTION) && !is_determiner(it))
    };
    let is_count = token.word != SCORES || input.before(1).is_none_or(follows);
    (input.spelling(token).ends_with('s') && is_count).then_some(scale)
}

fn is_determiner(token: &Token) -> bool {
    word_ids!["the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"]
        .contains(&token.word)
}

pub(super) const TENS: Word = Word::of("tens");

/// "tenfold", "a more than threefold rise": a multiple in one word.
fn fold(input: Tokens<'_>) -> Option<(Tokens<'_>, Number)> {
    let (start, hedge) = hedge(input);
    if let Some((rest, from, to)) = folds(start) {
        let figure = Figure::between(Figure::integer(from), Figure::integer(to)).hedged(hedge);
        return Some((rest, Number { figure, noun: None, modifiers: None, is_multiple: true }));
    }
    let multiple = start
        .first()
        .filter(|it| it.features.any(Features::FOLD))
        .and_then(|it| start.lexicon.numbers.multiple(it.word))?;
    let figure = Figure::integer(multiple).hedged(hedge);
    Some((start.skip(1), Number { figure, noun: None, modifiers: None, is_multiple: true }))
}

/// "two- to threefold", "two-to-threefold": the rest, and the ends.
fn folds(input: Tokens<'_>) -> Option<(Tokens<'_>, f64, f64)> {
    let from = input.first().filter(|it| it.features.any(Features::NUMBER)).map(|it| it.word)?;
    let from = input.lexicon.numbers.cardinal(from)?;
    let rest = range_joint(input.skip(1), false)?;
    let last = rest.first().filter(|it| it.features.any(Features::FOLD))?;
    let to = rest.lexicon.numbers.multiple(last.word).filter(|to| from < *to)?;
    Some((rest.skip(1), from, to))
}

fn multiple(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let first = input.first()?;
    let (at, word) = if input.spelling(first) == "-" { (2, input.get(1)?) } else { (1, first) };
    let is_multiple = word_ids!["fold", "times"].contains(&word.word) || (input.spelling(word) == "x" && !word.spaced);
    is_multiple.then(|| input.skip(at))
}

/// "one" alone is mostly a pronoun: "the one who", "one of them".
fn is_pronoun(input: Tokens<'_>, rest: Tokens<'_>, counts: bool) -> bool {
    let Some(first) = input.first().filter(|it| it.word == word_id!("one")) else { return false };
    if rest.at() != input.at() + 1 || (input.len() == 1 && input.before(1).is_none()) {
        return false;
    }
    let is_determined = input.before(1).is_some_and(|it| {
        word_ids![
            "the", "this", "that", "each", "every", "no", "any", "which", "another", "next", "last", "good", "only",
            "big"
        ]
        .contains(&it.word)
    });
    let ends = rest.first().is_none_or(|it| it.kind == TokenKind::Mark && input.spelling(it) != "-");
    let stands_alone = ends && input.before(1).is_none();
    is_determined || (!counts && !stands_alone && first.case != Case::Upper)
}

/// What a figure counts: the nearest plural within a few words, or else the next word.
fn counted(rest: Tokens<'_>) -> (Option<Box<str>>, Option<Box<str>>) {
    const REACH: usize = 4;
    let mut length = 0;
    while length < REACH && rest.get(length).is_some_and(|it| may_be_counted(it, length)) {
        // "narrow-body aircraft"
        let hyphen = rest.get(length + 1).filter(|it| it.word == word_id!("-") && !it.spaced).is_some();
        let joins = hyphen && rest.get(length + 2).is_some_and(|it| it.kind == TokenKind::Word && !it.spaced);
        length += if joins { 3 } else { 1 };
    }
    let at = (0..length).find(|at| rest.get(*at).is_some_and(|it| is_plural(rest.spelling(it))));
    let Some(noun) = at.or((length > 0).then_some(0)).and_then(|at| Some((at, rest.get(at)?))) else {
        return (None, None);
    };
    let (at, noun) = noun;
    let modifiers = at
        .checked_sub(1)
        .and_then(|last| Some(rest.first()?.span.to(rest.get(last)?.span)))
        .map(|span| Box::from(&rest.text[span.range()]));
    (Some(Box::from(rest.spelling(noun))), modifiers)
}

fn may_be_counted(token: &Token, place: usize) -> bool {
    let is_word = token.kind == TokenKind::Word && token.spaced && !token.starts_line;
    let function = Features::FUNCTION.with(Features::NUMBER).with(Features::SCALE).with(Features::MONTH);
    is_word && !token.features.any(function) && (place == 0 || !token.features.any(Features::WEEKDAY))
}

/// Whether a word looks like a plural.
pub(crate) fn is_plural(word: &str) -> bool {
    const IRREGULAR: [&str; 12] = [
        "people", "men", "women", "children", "police", "troops", "cattle", "sheep", "fish", "aircraft", "feet",
        "teeth",
    ];
    let regular = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    regular || IRREGULAR.iter().any(|it| word.eq_ignore_ascii_case(it)) || word.ends_with("men")
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::lexicon::Lexicon;
    use crate::tokens::lex;

    #[test]
    fn spellings_and_their_values() {
        let lexicon = Lexicon::built_in();
        for (text, value, read) in [
            ("21", 21.0, "21"),
            ("1,200.5 of", 1200.5, "1,200.5"),
            ("3.5 million people", 3.5e6, "3.5 million"),
            ("10bn", 1e10, "10bn"),
            ("twenty-one dogs", 21.0, "twenty-one"),
            ("fifty - two", 52.0, "fifty - two"),
            ("two hundred and five men", 205.0, "two hundred and five"),
            ("one hundred thousand", 1e5, "one hundred thousand"),
            ("twelve hundred", 1200.0, "twelve hundred"),
            ("three million two hundred thousand and four", 3_200_004.0, "three million two hundred thousand and four"),
            ("one and a half million", 1.5e6, "one and a half million"),
            ("a million and a half", 1.5e6, "a million and a half"),
            ("two and a half", 2.5, "two and a half"),
            ("half a million", 5e5, "half a million"),
            ("three quarters of a million", 7.5e5, "three quarters of a million"),
            ("a dozen eggs", 12.0, "a dozen"),
            ("half a dozen", 6.0, "half a dozen"),
            ("five dozen", 60.0, "five dozen"),
            ("40 lakh", 4e6, "40 lakh"),
            ("two lakh crore", 2e12, "two lakh crore"),
            ("10 1/2", 10.5, "10 1/2"),
            ("4½", 4.5, "4½"),
            ("two point five", 2.5, "two point five"),
            ("−11.6", -11.6, "−11.6"),
            ("minus forty", -40.0, "minus forty"),
            ("two million and three quarters", 2.75e6, "two million and three quarters"),
            ("one billion and a half million", 1.0005e9, "one billion and a half million"),
            ("half million eggs", 5e5, "half million"),
            ("two thirds of a million", 2e6 / 3.0, "two thirds of a million"),
            ("two point seventy-one", 2.71, "two point seventy-one"),
            ("1 234 567", 1_234_567.0, "1 234 567"),
            ("40 000", 4e4, "40 000"),
            ("1.3x10^6", 1.3e6, "1.3x10^6"),
            ("6.23 × 10⁻⁴", 6.23e-4, "6.23 × 10⁻⁴"),
            ("1e10", 1e10, "1e10"),
            ("3 hundred and 21", 321.0, "3 hundred and 21"),
            ("4 thousand 3 hundred", 4300.0, "4 thousand 3 hundred"),
            ("over 400 Libyan fighters", 400.0, "over 400"),
            ("at least 9 people", 9.0, "at least 9"),
            ("no fewer than twelve", 12.0, "no fewer than twelve"),
            ("50 or more", 50.0, "50 or more"),
            ("10–15 cars", 12.5, "10–15"),
            ("10 to 15 million", 12.5e6, "10 to 15 million"),
            ("between 5 and 7", 6.0, "between 5 and 7"),
            ("two to three", 2.5, "two to three"),
            ("tenfold", 10.0, "tenfold"),
            ("more than threefold", 3.0, "more than threefold"),
            ("scaffold", f64::NAN, ""),
            ("dozens of homes", 24.0, "dozens of"),
            ("Tens of thousands of pilgrims", 20_000.0, "Tens of thousands of"),
            ("hundreds of miles", f64::NAN, ""),
            ("thousands of dollars", f64::NAN, ""),
            ("14 382 ballots", 14_382.0, "14 382"),
            ("2.3m visitors", 2.3e6, "2.3m"),
            ("200-plus boats", 200.0, "200-plus"),
            ("30-odd boats", 30.0, "30-odd"),
            ("10-fold", 10.0, "10-fold"),
            ("three times", 3.0, "three times"),
            ("the one", f64::NAN, ""),
            ("2016-05-12", f64::NAN, ""),
            ("555-1234-5678", f64::NAN, ""),
            ("24/7", f64::NAN, ""),
            ("several", f64::NAN, ""),
            ("two-to-threefold", 2.5, "two-to-threefold"),
            ("two or three boats", 2.5, "two or three"),
            ("five or six dozen", 66.0, "five or six dozen"),
            ("5 or 9 boats", 5.0, "5"),
            ("four million, three hundred & sixty", 4_000_360.0, "four million, three hundred & sixty"),
            ("two thousand, three dogs", 2000.0, "two thousand"),
            ("3,5 million", 3.5e6, "3,5 million"),
            ("3,5 dogs", 3.0, "3"),
            ("as few as 12", 12.0, "as few as 12"),
        ] {
            let tokens = lex(text, lexicon);
            let input = tokens.view();
            match number(input) {
                Ok((rest, number)) => {
                    assert_eq!(&text[input.span_to(rest).range()], read, "{text}");
                    assert!((number.figure.value() - value).abs() <= 1e-9 * value.abs(), "{text}: {number:?}");
                }
                Err(_) => assert!(value.is_nan(), "{text} is not read"),
            }
        }
    }

    #[test]
    fn figures_and_what_they_count() {
        let lexicon = Lexicon::built_in();
        for (text, noun, modifiers) in [
            ("over 400 Libyan fighters of", Some("fighters"), Some("Libyan")),
            ("21 Christians were", Some("Christians"), None),
            ("18 narrow-body aircraft", Some("aircraft"), Some("narrow-body")),
            ("three governments", Some("governments"), None),
            ("400, fighters", None, None),
        ] {
            let tokens = lex(text, lexicon);
            let (_, number) = number(tokens.view()).expect(text);
            assert_eq!((number.noun.as_deref(), number.modifiers.as_deref()), (noun, modifiers), "{text}");
        }
    }
}
