//! Percentages.
//!
//! ```abnf
//! percent = figure ["-"] ("%" / "percent" / "per cent" / "pct" / "pc" / points)
//!         / figure "of" ("a" / "one") ("percent" / points)
//! points  = "percentage" ["-"] ("point" / "points") / "pp" / "basis" ("point" / "points") / "bps"
//! ```

use serde_json::{Map, Value as Json};

use super::range::figure_json;
use crate::lexicon::{Features, Word, word_id, word_ids};
use crate::reading::{Figure, Interval};
use crate::tokens::Tokens;

/// A percentage, or a number of percentage or basis points.
#[derive(Clone, Debug, PartialEq)]
pub struct Percent {
    /// The number before the sign: 12.5 for "12.5 %", 25 for "25 basis points".
    pub figure: Figure,
    /// What the number counts.
    pub points: Points,
}

/// What a percentage counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Points {
    /// Hundredths of something.
    Hundredths,
    /// Percentage points: a difference between percentages.
    Percentage,
    /// Basis points: hundredths of a percentage point.
    Basis,
}

impl Percent {
    /// The share that it is of the whole: 0.125 for "12.5 %"; of points, the difference between shares.
    pub fn share(&self) -> Interval {
        let hundred = if self.points == Points::Basis { 10_000.0 } else { 100.0 };
        self.figure.interval.scale(1.0 / hundred)
    }

    /// Whether it is a difference between percentages.
    pub fn is_points(&self) -> bool {
        self.points != Points::Hundredths
    }

    pub(super) fn to_json(&self) -> Map<String, Json> {
        let mut keys = figure_json(&self.figure);
        match self.points {
            Points::Hundredths => {}
            Points::Percentage => drop(keys.insert("points".into(), Json::from("percentage"))),
            Points::Basis => drop(keys.insert("points".into(), Json::from("basis"))),
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        let interval = self.figure.interval;
        match self.points {
            Points::Hundredths => format!("{interval}%"),
            Points::Percentage => format!("{interval} percentage points"),
            Points::Basis => format!("{interval} basis points"),
        }
    }
}

/// Reads the percent sign or word behind a number.
pub(super) fn behind(input: Tokens<'_>) -> Option<(Tokens<'_>, Points)> {
    let hyphened = input.first().is_some_and(|it| it.word == word_id!("-") && !it.spaced);
    let input = if hyphened { input.skip(1) } else { input };
    // The other words that a percentage goes on with are less than its sign.
    const OTHERS: [Word; 4] = word_ids!["of", "per", "basis", "pc"];
    let first = input.first().filter(|it| it.features.any(Features::PERCENT) || OTHERS.contains(&it.word))?;
    let is = |ahead: usize, words: &[Word]| input.get(ahead).is_some_and(|it| words.contains(&it.word));
    let after_hyphen = |ahead: usize| if is(ahead, &word_ids!["-"]) { ahead + 1 } else { ahead };
    let points = |ahead: usize| {
        let ahead = after_hyphen(ahead);
        is(ahead, &word_ids!["point", "points", "pts", "pt"]).then_some(ahead + 1)
    };
    let word = |length: usize| {
        // "5 percent points" are percentage points too.
        match points(length) {
            Some(end) => (input.skip(end), Points::Percentage),
            None => (input.skip(length), Points::Hundredths),
        }
    };
    // "0.2 of a percentage point", "half of one percent"
    if is(0, &word_ids!["of"]) && is(1, &word_ids!["a", "one"]) && is(2, &word_ids!["percentage", "percent", "per"]) {
        return behind(input.skip(2));
    }
    if is(0, &word_ids!["%", "％", "percent", "pct", "percents"]) {
        return Some(word(1));
    }
    // "70pc" in Ireland and India; parsecs are of stars.
    if input.spelling(first) == "pc" && !is_among_stars(input) {
        return Some(word(1));
    }
    let cent = after_hyphen(1);
    if is(0, &word_ids!["per"]) && is(cent, &word_ids!["cent", "centum"]) {
        return Some(word(cent + 1));
    }
    if is(0, &word_ids!["percentage"]) {
        return Some(word(1));
    }
    if is(0, &word_ids!["basis"]) {
        return points(1).map(|end| (input.skip(end), Points::Basis));
    }
    if input.spelling(first) == "pp" || input.spelling(first) == "ppts" {
        return Some((input.skip(1), Points::Percentage));
    }
    (input.spelling(first) == "bps").then(|| (input.skip(1), Points::Basis))
}

/// Whether words of astronomy stand around.
fn is_among_stars(input: Tokens<'_>) -> bool {
    const REACH: usize = 25;
    let Some(words) = input.lexicon.classes.get("astronomy") else { return false };
    let before = (1..REACH).map_while(|back| input.before(back));
    let behind = (1..REACH).map_while(|ahead| input.get(ahead));
    before.chain(behind).any(|it| words.contains(it.word))
}

#[cfg(test)]
mod tests {
    use crate::claims::table::assert_reads;

    #[test]
    fn spellings_and_their_values() {
        assert_reads(
            "percent",
            &[
                ("5%", 5.0, ""),
                ("12.5 per cent", 12.5, ""),
                ("two percentage points", 2.0, "percentage"),
                ("25 basis points", 25.0, "basis"),
                ("half a percent", 0.5, ""),
                ("three-quarters of a percentage point", 0.75, "percentage"),
                ("one-half of 1 percent", 0.5, ""),
                ("7,5 %", 7.5, ""),
                ("20-plus percent", 20.0, ""),
                ("5–10%", 7.5, ""),
                ("between 5 and 10 percent", 7.5, ""),
                ("5% to 10%", 7.5, ""),
                ("a small percent", f64::NAN, ""),
                ("70pc of it", 70.0, ""),
                ("a star 70 pc away", f64::NAN, ""),
                ("0.2 of a percentage point", 0.2, "percentage"),
                ("25bps", 25.0, "basis"),
                ("a 100-per-cent record", 100.0, ""),
                ("rose 2.3% to 10.4%", 2.3, ""),
            ],
        );
    }
}
