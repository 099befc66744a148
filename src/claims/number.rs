//! Numbers and counts.
//!
//! ```abnf
//! number  = figure [multiple] [counted]
//! multiple = "-fold" / "fold" / "times"
//! counted = *modifier noun                                               ; over 400 Libyan fighters
//! ```

use serde_json::{Map, Value as Json};

use super::range::{figure, figure_json, hedge};
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
    let (rest, hedge) = hedge(Tokens::new(&tokens, text, lexicon));
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

/// Whether the number belongs to a model, a road or a version: `F-16`, `Covid-19`, `T-72`, `v.2`, `#5`, `3:16`.
pub(super) fn is_part_of_a_name(input: Tokens<'_>) -> bool {
    const PREFIXES: [Word; 6] = word_ids!["mid", "sub", "under", "over", "post", "pre"];
    let Some(first) = input.first() else { return true };
    let Some(previous) = input.before(1).filter(|_| !first.spaced) else { return false };
    let before = input.before(2);
    match input.spelling(previous) {
        "#" | "_" | "@" | "\\" | ":" => first.kind == TokenKind::Number,
        "-" | "‑" | "–" => before.is_some_and(|it| {
            let joins = !previous.spaced && matches!(it.kind, TokenKind::Word | TokenKind::Code | TokenKind::Number);
            let is_ordinary =
                it.kind == TokenKind::Word && (PREFIXES.contains(&it.word) || first.kind != TokenKind::Number);
            joins && !is_ordinary
        }),
        // "130 km/81 miles" has two numbers.
        "/" if follows_unit(input) => false,
        "." | "/" | "+" => before.is_some_and(|it| it.kind != TokenKind::Mark && !previous.spaced),
        _ => previous.kind == TokenKind::Code,
    }
}

/// Whether a unit that follows a number stands before the mark before this.
fn follows_unit(input: Tokens<'_>) -> bool {
    let is_number = |back: usize| input.before(back).is_some_and(|it| it.kind == TokenKind::Number);
    let is_unit = |back: usize| {
        input.before(back).is_some_and(|it| it.kind == TokenKind::Word && it.features.any(Features::UNIT))
            || input.before(back + 1).is_some_and(|it| it.features.any(Features::UNIT))
    };
    input.first().is_some_and(|it| it.kind == TokenKind::Number)
        && (2..=4).any(|back| is_unit(back) && (is_number(back + 1) || is_number(back + 2)))
}

/// Whether the number only labels what stands before it: "No. 5", "Section 3", "page 12", "(555) 123-4567", "24/7".
fn is_label(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const LABELS: [Word; 18] = word_ids![
        "section", "chapter", "article", "page", "pages", "pp", "figure", "table", "route", "channel", "no", "nos",
        "highway", "flight", "verse", "psalm", "volume", "vol",
    ];
    let Some(first) = input.first().filter(|it| it.kind == TokenKind::Number) else { return false };
    let back = input.before(1).filter(|it| input.spelling(it) == ".").map_or(1, |_| 2);
    let is_labelled = input.before(back).is_some_and(|it| {
        let named = LABELS.contains(&it.word);
        named && (back == 1 || it.word == word_id!("no") || it.word == word_id!("vol") || it.word == word_id!("pp"))
    });
    let runs_on = rest.first().is_some_and(|it| {
        let joins = matches!(rest.spelling(it), "-" | "/" | ":" | "." | "\\" | "_" | "+");
        joins && !it.spaced && rest.get(1).is_some_and(|it| !it.spaced && it.kind == TokenKind::Number)
    });
    // Digits that run into letters are a code: "4x4", "3D", "1a".
    let touches =
        rest.first().is_some_and(|it| it.kind == TokenKind::Word && !it.spaced) && !first.features.any(Features::UNIT);
    is_labelled
        || runs_on
        || (touches && !is_ending(rest))
        || is_telephone(input, rest)
        || is_model(input)
        || is_citation(input)
}

/// Whether the number is part of a telephone number: "555-1234", and the 555 of "(555) 123-4567".
fn is_telephone(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let digits = |at: Tokens<'_>, ahead: usize, count: usize| {
        at.get(ahead).is_some_and(|it| it.kind == TokenKind::Number && it.span.len() == count)
    };
    let is = |at: Tokens<'_>, ahead: usize, mark: &str| at.get(ahead).is_some_and(|it| at.spelling(it) == mark);
    let is_line = |at: Tokens<'_>| {
        digits(at, 0, 3) && is(at, 1, "-") && digits(at, 2, 4) && at.get(2).is_some_and(|it| !it.spaced)
    };
    // "+61 411 751 191": any of its groups.
    let lead = (1..8).map_while(|back| input.before(back)).find(|it| it.kind != TokenKind::Number);
    let is_group = input.before(1).is_some_and(|it| it.kind == TokenKind::Number) || rest.at() > input.at() + 1;
    let goes_on = is_group || is(rest, 0, "(") || rest.first().is_some_and(|it| it.kind == TokenKind::Number);
    let is_abroad = lead.is_some_and(|it| input.spelling(it) == "+") && goes_on;
    is_line(input) || (digits(input, 0, 3) && is(rest, 0, ")") && is_line(rest.skip(1))) || is_abroad
}

/// Whether the number stands in square brackets among numbers only: "[5]", "[18,19]" cite the entries of a list.
fn is_citation(input: Tokens<'_>) -> bool {
    const REACH: usize = 24;
    let joins = |it: &Token| it.kind == TokenKind::Number || matches!(input.spelling(it), "," | "-" | "–" | ";");
    let opens = (1..REACH).map_while(|back| input.before(back)).find(|it| !joins(it));
    let closes = || (0..REACH).map_while(|ahead| input.get(ahead)).find(|it| !joins(it));
    opens.is_some_and(|it| input.spelling(it) == "[") && closes().is_some_and(|it| input.spelling(it) == "]")
}

/// Whether three digits, a hyphen and three digits stand behind a name: "Boeing 737-800".
fn is_model(input: Tokens<'_>) -> bool {
    let is_three = |ahead: usize| {
        input
            .get(ahead)
            .is_some_and(|it| it.kind == TokenKind::Number && it.span.len() == 3 && (ahead == 0 || !it.spaced))
    };
    let is_named = input.before(1).is_some_and(|it| {
        matches!(it.case, Case::Title | Case::Upper | Case::Mixed) && !it.features.any(Features::FUNCTION)
    });
    is_named && is_three(0) && is_three(2) && input.get(1).is_some_and(|it| input.spelling(it) == "-")
}

/// Whether what touches the digits is an ending that leaves the number a number: "10x", "3s".
fn is_ending(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|it| matches!(rest.spelling(it), "x" | "s"))
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
        length += 1;
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
    use crate::tokens::{Tokens, lex};

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
            ("tenfold", f64::NAN, ""),
            ("10-fold", 10.0, "10-fold"),
            ("three times", 3.0, "three times"),
            ("the one", f64::NAN, ""),
            ("2016-05-12", f64::NAN, ""),
            ("555-1234-5678", f64::NAN, ""),
            ("24/7", f64::NAN, ""),
            ("several", f64::NAN, ""),
        ] {
            let tokens = lex(text, lexicon);
            let input = Tokens::new(&tokens, text, lexicon);
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
            ("three governments", Some("governments"), None),
            ("400, fighters", None, None),
        ] {
            let tokens = lex(text, lexicon);
            let (_, number) = number(Tokens::new(&tokens, text, lexicon)).expect(text);
            assert_eq!((number.noun.as_deref(), number.modifiers.as_deref()), (noun, modifiers), "{text}");
        }
    }
}
