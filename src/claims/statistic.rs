//! Test statistics as the American Psychological Association writes them.
//!
//! ```abnf
//! statistic = test ["(" degrees ")"] relation value ["," "p" relation value]
//! test      = "t" / "F" / "r" / "z" / "χ" ["²" / "2"] / "χ²" / chi / "M" / "SD" / "SE" / "d" / "p" / "β" / "η²"
//! chi       = "chi" ["-"] ("square" / "squared") / "chi" ("²" / "2")
//! degrees   = number ["," ["N" "="] number]
//! relation  = "=" / "<" / ">" / "≤" / "≥" / "of"                 ; "an r of .31"
//! value     = ["-" / "−"] number
//! ```

use serde_json::{Map, Value as Json};
use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor, Normal, StudentsT};

use super::numeral::digit_value;
use super::range::tidy;
use crate::lexicon::{Word, word_id, word_ids};
use crate::reading::{Figure, Interval};
use crate::tokens::{Read, Token, TokenKind, Tokens};

/// A test statistic in APA style: "t(28) = 2.20, p = .03".
#[derive(Clone, Debug, PartialEq)]
pub struct Statistic {
    /// The test: `t`, `F`, `chi2`, `r`, `z`, or what else is given (`p`, `M`, `SD`).
    pub test: Test,
    /// The degrees of freedom, and the sample where the second number is one.
    pub degrees: Option<(f64, Option<f64>)>,
    /// Whether the second number in brackets is the size of the sample ("N = 90").
    pub has_sample: bool,
    /// The statistic as it is written; with how it relates to the value.
    pub value: (Relation, Figure),
    /// The probability that is given with it.
    pub p: Option<(Relation, Figure)>,
}

/// Statistics by the letters that name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Student's t.
    T,
    /// Fisher's F.
    F,
    /// Pearson's χ².
    ChiSquared,
    /// Pearson's r.
    R,
    /// The standard score.
    Z,
    /// A probability without its test.
    P,
    /// A mean.
    Mean,
    /// A standard deviation.
    Deviation,
    /// An effect size.
    Effect,
}

/// How a statistic relates to the number behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `=`
    Equal,
    /// `<` or `≤`
    Below,
    /// `>` or `≥`
    Above,
}

impl Test {
    /// The letter or the name that stands for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::T => "t",
            Self::F => "F",
            Self::ChiSquared => "chi2",
            Self::R => "r",
            Self::Z => "z",
            Self::P => "p",
            Self::Mean => "M",
            Self::Deviation => "SD",
            Self::Effect => "d",
        }
    }
}

impl Statistic {
    /// The probability that is written beside the statistic, as an interval: "p < .05" is anything below.
    pub fn stated_p(&self) -> Option<Interval> {
        let (relation, figure) = if self.test == Test::P { self.value } else { self.p? };
        let Interval { low, point, high } = figure.interval;
        Some(match relation {
            Relation::Equal => Interval::new(low.max(0.0), point, high),
            Relation::Below => Interval::new(0.0, point, point),
            Relation::Above => Interval::new(point, point, 1.0),
        })
    }

    /// The two-sided probability that the test gives for the statistic, as wide as the rounding of it; `None` where
    /// the degrees of freedom are not given or the value is only bounded.
    pub fn computed_p(&self) -> Option<Interval> {
        let (Relation::Equal, figure) = self.value else { return None };
        let size = figure.interval.abs();
        let (far, near) = (self.tail(size.high)?, self.tail(size.low)?);
        Some(Interval::new(far, self.tail(size.point)?, near))
    }

    /// The probability of a statistic at least as far out.
    fn tail(&self, value: f64) -> Option<f64> {
        let one = |degrees: Option<(f64, Option<f64>)>| degrees.map(|it| it.0).filter(|it| *it > 0.0);
        match self.test {
            Test::Z => Some(2.0 * Normal::standard().sf(value)),
            Test::T => Some(2.0 * StudentsT::new(0.0, 1.0, one(self.degrees)?).ok()?.sf(value)),
            Test::R => {
                let degrees = one(self.degrees)?;
                let t = value.min(1.0) * (degrees / (1.0 - value.min(1.0).powi(2))).sqrt();
                Some(2.0 * StudentsT::new(0.0, 1.0, degrees).ok()?.sf(t))
            }
            Test::F => {
                let (above, below) = self.degrees.and_then(|(above, below)| Some((above, below?)))?;
                Some(FisherSnedecor::new(above, below).ok()?.sf(value))
            }
            Test::ChiSquared => Some(ChiSquared::new(one(self.degrees)?).ok()?.sf(value)),
            Test::P | Test::Mean | Test::Deviation | Test::Effect => None,
        }
    }

    pub(super) fn to_json(&self) -> Map<String, Json> {
        let mut keys = Map::new();
        keys.insert("kind".into(), Json::from(self.test.name()));
        keys.insert("number".into(), tidy(self.value.1.value()));
        if let Some((first, second)) = self.degrees {
            let items: Vec<Json> = [Some(first), second].into_iter().flatten().map(tidy).collect();
            keys.insert("items".into(), Json::from(items));
        }
        if let Some((_, p)) = self.p {
            keys.insert("p".into(), tidy(p.value()));
        }
        keys
    }

    /// The statistic in words, for labels and messages.
    pub fn describe(&self) -> String {
        let degrees = match self.degrees {
            Some((first, Some(second))) => format!("({first}, {second})"),
            Some((first, None)) => format!("({first})"),
            None => String::new(),
        };
        format!("{}{degrees} of {}", self.test.name(), self.value.1.interval)
    }
}

/// Reads a statistic.
pub(super) fn statistic(input: Tokens<'_>) -> Read<'_, Statistic> {
    read(input).ok_or(nom::Err::Error(()))
}

/// The test that a letter or a short word names.
pub(super) fn named(spelling: &str) -> Option<Test> {
    Some(match spelling {
        "t" => Test::T,
        "F" => Test::F,
        "r" => Test::R,
        "z" | "Z" => Test::Z,
        "p" | "P" => Test::P,
        "M" => Test::Mean,
        "SD" => Test::Deviation,
        "d" => Test::Effect,
        "χ²" | "χ2" | "Χ²" | "χ" | "chi" | "Chi" => Test::ChiSquared,
        _ => return None,
    })
}

fn read(input: Tokens<'_>) -> Option<(Tokens<'_>, Statistic)> {
    let first = input.first().filter(|it| it.kind == TokenKind::Word && it.span.len() <= 4)?;
    let test = named(input.spelling(first))?;
    let rest = match input.spelling(first) {
        "χ" => {
            let squared = input.get(1).is_some_and(|it| matches!(input.spelling(it), "²" | "2" | "^"));
            input.skip(if squared { 2 } else { 1 })
        }
        "chi" | "Chi" => chi_squared(input.skip(1))?,
        _ => input.skip(1),
    };
    let (rest, degrees, has_sample) = match degrees(rest) {
        Some((rest, degrees, has_sample)) => (rest, Some(degrees), has_sample),
        None => (rest, None, false),
    };
    let (rest, value) = match in_words(input, rest) {
        Some(number) => number,
        None => related(rest)?,
    };
    let mut statistic = Statistic { test, degrees, has_sample, value, p: None };
    let (rest, p) = probability(rest).map_or((rest, None), |(rest, p)| (rest, Some(p)));
    if test != Test::P {
        statistic.p = p;
        return Some((rest, statistic));
    }
    // A probability without its test.
    (degrees.is_none()).then_some((rest, statistic))
}

/// What follows "chi" where the test is written out.
fn chi_squared(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let hyphened = input.first().is_some_and(|it| it.word == word_id!("-"));
    let input = if hyphened { input.skip(1) } else { input };
    let first = input.first()?;
    matches!(input.spelling(first), "square" | "squared" | "²" | "2").then(|| input.skip(1))
}

/// "an r of .31": a letter with an article before it, and "of" or "was" behind it.
fn in_words<'a>(input: Tokens<'a>, rest: Tokens<'a>) -> Option<(Tokens<'a>, (Relation, Figure))> {
    let is_one = |it: Option<&Token>, words: &[Word]| it.is_some_and(|it| words.contains(&it.word));
    if !is_one(rest.first(), &word_ids!["of", "was"])
        || !is_one(input.before(1), &word_ids!["a", "an", "the", "pearson's", "'s"])
    {
        return None;
    }
    let (rest, value) = number(rest.skip(1))?;
    Some((rest, (Relation::Equal, value)))
}

fn probability(input: Tokens<'_>) -> Option<(Tokens<'_>, (Relation, Figure))> {
    let comma = input.first().filter(|it| matches!(input.spelling(it), "," | ";"))?;
    let name = input.get(1).filter(|it| matches!(input.spelling(it), "p" | "P"))?;
    (!comma.starts_line && name.kind == TokenKind::Word).then(|| related(input.skip(2)))?
}

fn degrees(input: Tokens<'_>) -> Option<(Tokens<'_>, (f64, Option<f64>), bool)> {
    input.first().filter(|it| it.word == word_id!("("))?;
    let (rest, first) = number(input.skip(1))?;
    let comma = rest.first().filter(|it| it.word == word_id!(","));
    let (rest, second, has_sample) = match comma {
        Some(_) => {
            let named = rest.get(1).filter(|it| matches!(rest.spelling(it), "N" | "n"));
            let start = if named.is_some() { rest.skip(3) } else { rest.skip(1) };
            let (rest, second) = number(start)?;
            (rest, Some(second.value()), named.is_some())
        }
        None => (rest, None, false),
    };
    rest.first().filter(|it| it.word == word_id!(")"))?;
    Some((rest.skip(1), (first.value(), second), has_sample))
}

fn related(input: Tokens<'_>) -> Option<(Tokens<'_>, (Relation, Figure))> {
    let relation = match input.spelling(input.first()?) {
        "=" => Relation::Equal,
        "<" | "≤" => Relation::Below,
        ">" | "≥" => Relation::Above,
        _ => return None,
    };
    let (rest, value) = number(input.skip(1))?;
    Some((rest, (relation, value)))
}

/// A number whose last digit is meant, whatever it is: statistics are not rounded to tens.
fn number(input: Tokens<'_>) -> Option<(Tokens<'_>, Figure)> {
    let sign = input.first().filter(|it| matches!(input.spelling(it), "-" | "−" | "–"));
    let start = if sign.is_some() { input.skip(1) } else { input };
    let token = start.first()?;
    if token.kind == TokenKind::Number {
        let (value, place) = digit_value(start.spelling(token))?;
        let value = if sign.is_some() { -value } else { value };
        return Some((start.skip(1), Figure::rounded(value, if place == 0.0 { 1.0 } else { place })));
    }
    // ".03" behind a mark without space is a stop and a number.
    let digits = start.get(1).filter(|it| token.word == word_id!(".") && it.kind == TokenKind::Number && !it.spaced)?;
    let (value, place) = digit_value(start.spelling(digits)).filter(|it| it.1 == 0.0)?;
    let scale = 10f64.powi(-(start.spelling(digits).len() as i32));
    let value = if sign.is_some() { -value } else { value };
    Some((start.skip(2), Figure::rounded(value * scale, scale.max(place))))
}

#[cfg(test)]
mod tests {
    use super::{Test, statistic};
    use crate::lexicon::Lexicon;
    use crate::tokens::lex;

    #[test]
    fn statistics_and_their_probabilities() {
        let lexicon = Lexicon::built_in();
        for (text, low, high) in [
            ("t(28) = 2.20", 0.035_836, 0.036_619),
            ("F(1, 44) = 5.1", 0.028_201, 0.029_691),
            ("χ²(1, N = 640) = 3.9", 0.046_871, 0.049_746),
            ("r(198) = .14", 0.040_502, 0.056_656),
            ("z = -3.05", 0.002_251, 0.002_327),
        ] {
            let tokens = lex(text, lexicon);
            let (_, found) = statistic(tokens.view()).expect(text);
            let p = found.computed_p().expect(text);
            assert!((p.low - low).abs() < 1e-6 && (p.high - high).abs() < 1e-6, "{text}: {p:?}");
        }
    }

    #[test]
    fn spellings_and_their_values() {
        let lexicon = Lexicon::built_in();
        for (text, test, degrees, value, p) in [
            ("t(28) = 2.20, p = .03", Test::T, Some((28.0, None)), 2.2, Some(0.03)),
            ("F(1, 44) = 5.1", Test::F, Some((1.0, Some(44.0))), 5.1, None),
            ("χ²(2, N = 90) = 4.3", Test::ChiSquared, Some((2.0, Some(90.0))), 4.3, None),
            ("r(58) = .31", Test::R, Some((58.0, None)), 0.31, None),
            ("z = 1.9", Test::Z, None, 1.9, None),
            ("t(14)=-1.5, p<.05", Test::T, Some((14.0, None)), -1.5, Some(0.05)),
            ("M = 3.27", Test::Mean, None, 3.27, None),
            ("chi-squared(1, N = 640) = 3.9, p < .001", Test::ChiSquared, Some((1.0, Some(640.0))), 3.9, Some(0.001)),
            ("chi-square(3) = 8.1", Test::ChiSquared, Some((3.0, None)), 8.1, None),
        ] {
            let tokens = lex(text, lexicon);
            let (_, found) = statistic(tokens.view()).expect(text);
            assert_eq!((found.test, found.degrees), (test, degrees), "{text}");
            assert!((found.value.1.value() - value).abs() < 1e-9, "{text}: {found:?}");
            assert_eq!(found.p.map(|it| (it.1.value() * 1e6).round() / 1e6), p, "{text}");
        }
    }
}
