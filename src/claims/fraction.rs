//! Fractions.
//!
//! ```abnf
//! fraction = ["minus" / "negative"] share / range
//! range    = "between" part "and" part / part "to" part
//! share    = part                                  ; two-thirds  a quarter of  three-quarters  half
//!          / number "/" number / character         ; 3/4  ½
//!          / numeral ("in" / "out" "of") numeral   ; one in five  two out of three
//! ```

use serde_json::{Map, Value as Json};

use super::numeral::{A, AN, is_alone, part, part_of_scale, unsigned};
use super::range::{figure_json, hedge};
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::{Figure, Interval};
use crate::tokens::{Read, TokenKind, Tokens};

/// A part of a whole in words or characters: "two-thirds", "one in five", "3/4".
#[derive(Clone, Debug, PartialEq)]
pub struct Fraction {
    /// The share of the whole: 0.2 for "one in five".
    pub figure: Figure,
}

impl Fraction {
    pub(super) fn to_json(&self) -> Map<String, Json> {
        figure_json(&self.figure)
    }

    pub(super) fn describe(&self) -> String {
        format!("{} of the whole", self.figure.interval)
    }
}

/// A share rounds to within half of this of what it says: "a third" may be 32 or 35 percent.
const PRECISION: f64 = 0.05;

/// Reads a fraction with its hedge.
pub(super) fn fraction(input: Tokens<'_>) -> Read<'_, Fraction> {
    const MINUS: [Word; 2] = word_ids!["minus", "negative"];
    let (start, hedge) = hedge(input);
    let is_negative = start.first().is_some_and(|it| MINUS.contains(&it.word));
    let start = if is_negative { start.skip(1) } else { start };
    if !may_begin(start) {
        return Err(nom::Err::Error(()));
    }
    let part = in_words(start);
    let as_part = || part.or_else(|| in_digits(start));
    let rounded = || as_part().map(|(rest, value)| (rest, Figure::rounded(value, PRECISION)));
    let between = || range_of_parts(start, part);
    let (rest, figure) = between().or_else(|| one_in(start)).or_else(rounded).ok_or(nom::Err::Error(()))?;
    let figure = if is_negative { figure.scale(-1.0) } else { figure };
    Ok((rest, Fraction { figure: figure.hedged(hedge) }))
}

/// Between the numerator and the denominator: "one in five", "two out of three".
const JOINTS: [Word; 3] = word_ids!["in", "out", "over"];

/// Whether a fraction can begin with the first token, as far as the one behind it shows: most numbers stand alone, and
/// most articles before a noun.
fn may_begin(input: Tokens<'_>) -> bool {
    let (Some(first), Some(next)) = (input.first(), input.get(1)) else { return !input.is_empty() };
    match first.word {
        A | AN => next.features.any(Features::NUMERAL) || !next.spaced,
        _ => JOINTS.contains(&next.word) || !is_alone(input),
    }
}

/// "between a fifth and a quarter", "a third to a half": of the part that begins at the first token, and another.
fn range_of_parts<'a>(input: Tokens<'a>, part: Option<(Tokens<'a>, f64)>) -> Option<(Tokens<'a>, Figure)> {
    let is_between = input.first()?.word == word_id!("between");
    let (rest, low) = if is_between { in_words(input.skip(1)) } else { part }?;
    let joint = if is_between { word_id!("and") } else { word_id!("to") };
    let (rest, high) = rest.first().filter(|it| it.word == joint).and_then(|_| in_words(rest.skip(1)))?;
    (low < high).then(|| (rest, Figure::between(Figure::rounded(low, PRECISION), Figure::rounded(high, PRECISION))))
}

/// "one in five", "two out of three", "nine in 10", "3 in 100,000".
///
/// "One in 20" is finer than a twentieth of everything: the next numbers that people would say are 19 and 21.
fn one_in(input: Tokens<'_>) -> Option<(Tokens<'_>, Figure)> {
    /// No numerator is told in more words.
    const LONGEST: usize = 8;
    (1..LONGEST).find(|at| input.get(*at).is_some_and(|it| JOINTS.contains(&it.word)))?;
    let (rest, above) = unsigned(input).ok().filter(|(_, it)| it.is_whole)?;
    let first = rest.first()?;
    let is_in = first.word == word_id!("in");
    let rest = match first.word {
        _ if is_in => rest.skip(1),
        // "one over three"
        word if word == word_id!("over") && rest.get(1).is_some_and(|it| !it.features.any(Features::HEDGE)) => {
            rest.skip(1)
        }
        word if word == word_id!("out") && rest.get(1)?.word == word_id!("of") => rest.skip(2),
        _ => return None,
    };
    let every = rest.first().filter(|it| it.word == word_id!("every")).map_or(rest, |_| rest.skip(1));
    let (after, below) = unsigned(every).ok().filter(|(_, it)| it.is_whole)?;
    let (above, below) = (above.figure().value(), below.figure().value());
    // "two in 2016" is a year, "one in 20 minutes" a span of time, "5 in 12 games" a tally.
    let is_time = after.first().is_some_and(|it| {
        it.features.any(Features::PERIOD.with(Features::UNIT).with(Features::MONTH)) && it.word != word_id!("to")
    });
    let is_usual = !is_in || above == 1.0 || [3.0, 4.0, 5.0].contains(&below) || below.log10().fract() == 0.0;
    let is_year = (1000.0..=2100.0).contains(&below) && below % 100.0 != 0.0;
    if above > below || (is_in && above == below) || above <= 0.0 || is_time || !is_usual || is_year {
        return None;
    }
    let value = above / below;
    let half = |it: f64| it.abs().min(PRECISION / 2.0);
    let figure = if above == 1.0 {
        let every = Figure::integer(below).interval;
        let interval =
            Interval::new(value - half(value - 1.0 / every.high), value, value + half(1.0 / every.low - value));
        Figure { interval, ..Figure::rounded(value, PRECISION) }
    } else {
        Figure::rounded(value, 2.0 * half(0.5 / below))
    };
    Some((after, figure))
}

/// "two-thirds", "half"; an ordinal such as "third" alone is none, and "a second" neither.
fn in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let first = input.first()?;
    let is_article = matches!(first.word, A | AN);
    if !first.features.any(Features::NUMBER.with(Features::FRACTION)) && !is_article {
        return None;
    }
    if part_of_scale(input).is_some() {
        return None;
    }
    let (rest, value) = part(input)?;
    let of = rest.first().is_some_and(|it| it.word == word_id!("of"));
    // "a fifth win", "one third-placed team" and "a quarter" of a year are none; a plural or "of" shows the part.
    let singular = is_article;
    let last = rest.before(1)?;
    let is_certain =
        of || last.word == word_id!("half") || last.word == word_id!("third") || rest.spelling(last).ends_with('s');
    let joined = rest.before(2).is_some_and(|it| it.word == word_id!("-"));
    // "fell by a quarter", "cut rates by a quarter point", "a quarter of a percentage point", "a quarter-point cut"
    let is_step = input.before(1).is_some_and(|it| it.word == word_id!("by"));
    let hyphen = rest.first().filter(|it| it.word == word_id!("-") && !it.spaced).map_or(0, |_| 1);
    let counts_points = rest.get(hyphen).is_some_and(|it| word_ids!["point", "percentage"].contains(&it.word));
    let follows = rest.first().is_none_or(|it| it.kind != TokenKind::Word || it.features.any(Features::FUNCTION));
    // "a third higher than", "a fifth more"
    let class = |name: &str| rest.lexicon.classes.get(name);
    let compares = rest.first().is_some_and(|it| class("comparative").is_some_and(|class| class.contains(it.word)));
    // "between a fifth and a quarter"
    let joins = |it: Tokens<'_>| {
        it.first().is_some_and(|it| word_ids!["and", "to", "or"].contains(&it.word)) && part(it.skip(1)).is_some()
    };
    let is_joined = joins(rest)
        || input.before(1).is_some_and(|it| word_ids!["and", "to", "or"].contains(&it.word))
            && input.before(2).is_some_and(|it| it.features.any(Features::FRACTION));
    let is_half_of_a_word = rest.first().is_some_and(|it| it.word == word_id!("-") && !it.spaced);
    let holds = counts_points
        || compares
        || is_joined
        || (is_step && follows)
        || if singular { of || (is_certain && follows) || rest.is_empty() } else { is_certain || joined || follows };
    (holds && (!is_half_of_a_word || counts_points)).then_some((rest, value))
}

/// "3/4", "½", "2 1/2" is a number.
fn in_digits(input: Tokens<'_>) -> Option<(Tokens<'_>, f64)> {
    let first = input.first()?;
    if let Some(value) = input.lexicon.numbers.character(first.word) {
        return Some((input.skip(1), value));
    }
    const SLASHES: [Word; 2] = word_ids!["/", "⁄"];
    if first.kind != TokenKind::Number || !SLASHES.contains(&input.get(1)?.word) {
        return None;
    }
    let (rest, numeral) = unsigned(input).ok()?;
    let value = numeral.figure().value();
    (rest.at() == input.at() + 3 && numeral.scale == 1.0).then_some((rest, value))
}

#[cfg(test)]
mod tests {
    use crate::claims::table::assert_reads;

    #[test]
    fn spellings_and_their_values() {
        assert_reads(
            "fraction",
            &[
                ("two-thirds", 2.0 / 3.0, ""),
                ("one in five people", 0.2, ""),
                ("two out of three", 2.0 / 3.0, ""),
                ("three-quarters of", 0.75, ""),
                ("a half-brother", f64::NAN, ""),
                ("half of them", 0.5, ""),
                ("3/4 of", 0.75, ""),
                ("½ of", 0.5, ""),
                ("an eighth of the reef", 0.125, ""),
                ("a third higher than", 1.0 / 3.0, ""),
                ("a third driver", f64::NAN, ""),
                ("between a fifth and a quarter", 0.225, ""),
            ],
        );
    }
}
