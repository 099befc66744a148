//! Scores and votes.
//!
//! ```abnf
//! score = number dash number        ; 52–48, 3-1: falling, next to a word of games and votes, or a set behind a set
//!       / number "-to-" number      ; a 4-to-3 vote
//!       / number SP dash SP number  ; 3 – 0: next to such a word
//! ```

use serde_json::{Map, Value as Json};

use super::numeral::digit_value;
use super::range::tidy;
use crate::lexicon::{Word, word_id, word_ids};
use crate::tokens::{Read, TokenKind, Tokens};

/// A score or a vote: "52–48".
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The first number.
    pub first: f64,
    /// The second number.
    pub second: f64,
}

impl Score {
    pub(super) fn to_json(&self) -> Map<String, Json> {
        let mut keys = Map::new();
        keys.insert("items".into(), Json::from(vec![tidy(self.first), tidy(self.second)]));
        keys
    }

    pub(super) fn describe(&self) -> String {
        format!("{} to {}", self.first, self.second)
    }
}

/// Reads a score.
pub(super) fn score(input: Tokens<'_>) -> Read<'_, Score> {
    read(input).ok_or(nom::Err::Error(()))
}

/// Between the two numbers of a score.
const DASHES: [Word; 3] = word_ids!["-", "–", "—"];

/// Whether the second token is a dash, which begins no score without it.
pub(super) fn has_dash(input: Tokens<'_>) -> bool {
    input.get(1).is_some_and(|it| DASHES.contains(&it.word))
}

fn read(input: Tokens<'_>) -> Option<(Tokens<'_>, Score)> {
    let number = |ahead: usize| {
        // "555-0187" is a telephone's.
        let is_padded = |it: &str| it.len() > 1 && it.starts_with('0');
        let token = input.get(ahead).filter(|it| it.kind == TokenKind::Number && !is_padded(input.spelling(it)))?;
        digit_value(input.spelling(token)).filter(|(value, place)| *place == 0.0 && *value < 10_000.0).map(|it| it.0)
    };
    let dash = input.get(1).filter(|it| DASHES.contains(&it.word))?;
    let is = |ahead: usize, text: &str| input.get(ahead).is_some_and(|it| !it.spaced && input.spelling(it) == text);
    if is(1, "-") && is(2, "to") && is(3, "-") {
        let (first, second) = (number(0)?, number(4)?);
        let rest = input.skip(5);
        return (first > second || is_among_games(input, rest)).then_some((rest, Score { first, second }));
    }
    // "3 – 0" among words of games.
    let is_apart = dash.spaced && input.get(2).is_some_and(|it| it.spaced);
    let (first, second) = (number(0)?, number(2)?);
    let rest = input.skip(3);
    let touches = input.get(2).is_some_and(|it| it.spaced != dash.spaced)
        || rest.first().is_some_and(|it| !it.spaced && matches!(rest.spelling(it), "-" | "–" | "/" | "%"))
        || input.spelling(dash).len() > 3;
    // "1914-18" and "pp. 110-12" leave out what the ends share.
    let is_short_form = second < 100.0 && first >= 100.0;
    let is_score = (first >= second && !is_short_form && first < 1000.0)
        || is_set(first, second) && follows_set(input)
        || is_among_games(input, rest);
    let is_told = !dash.spaced || (is_apart && first < 100.0 && second < 100.0 && is_among_games(input, rest));
    (is_score && is_told && !touches).then_some((rest, Score { first, second }))
}

/// Whether a set of tennis can end so: 6-4, 7-5, 7-6.
fn is_set(one: f64, other: f64) -> bool {
    let (more, less) = (one.max(other), one.min(other));
    more == 6.0 && less <= 4.0 || more == 7.0 && (5.0..=6.0).contains(&less)
}

/// Whether the score of a set stands before this one: "6-4, 3-6".
fn follows_set(input: Tokens<'_>) -> bool {
    let number = |back: usize| {
        let token = input.before(back).filter(|it| it.kind == TokenKind::Number)?;
        digit_value(input.spelling(token)).map(|it| it.0)
    };
    let is_mark = |back: usize, marks: &[&str]| {
        input.before(back).is_some_and(|it| !it.spaced && marks.contains(&input.spelling(it)))
    };
    is_mark(1, &[","])
        && is_mark(3, &["-", "–"])
        && number(4).zip(number(2)).is_some_and(|(one, other)| is_set(one, other))
}

/// Whether a word of games or votes stands next to it.
fn is_among_games(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const REACH: usize = 5;
    let Some(words) = input.lexicon.classes.get("contest") else { return false };
    let before = (1..=REACH).map_while(|back| input.before(back)).take_while(|it| input.spelling(it) != ".");
    let behind = (0..2).map_while(|ahead| rest.get(ahead));
    before.filter(|it| it.word != word_id!("from")).chain(behind).any(|it| words.contains(it.word))
}

#[cfg(test)]
mod tests {
    use super::score;
    use crate::lexicon::Lexicon;
    use crate::tokens::lex;

    #[test]
    fn spellings_and_their_scores() {
        let lexicon = Lexicon::built_in();
        for (text, expected) in [
            ("52–48", Some((52.0, 48.0))),
            ("3-1 win", Some((3.0, 1.0))),
            ("1-3 defeat", Some((1.0, 3.0))),
            ("3-6", None),
            ("2-6, 3-6", Some((3.0, 6.0))),
            ("grades 1-3, 4-6", None),
            ("They beat Panama 3 – 0 on Monday", Some((3.0, 0.0))),
            ("ages 3 – 5", None),
            ("a 4-to-3 vote", Some((4.0, 3.0))),
            ("a 4-to-6-week wait", None),
            ("10-15 cars", None),
            ("1914-18", None),
            ("555-123-4567", None),
        ] {
            let tokens = lex(text, lexicon);
            let input = tokens.view();
            let found = (0..tokens.len()).find_map(|at| score(input.skip(at)).ok());
            let found = found.map(|(_, it)| (it.first, it.second));
            assert_eq!(found, expected, "{text}");
        }
    }
}
