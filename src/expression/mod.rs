//! Expressions: what a rule says must hold between the claims that it found.
//!
//! An expression is parsed ([`syntax`]), checked against the captures of its rule ([`Expression::new`]), and
//! evaluated with their values. Values are readings: comparison can say "cannot tell", and arithmetic carries
//! intervals and units.

mod compile;
mod fields;
mod functions;
mod measure;
mod show;
pub mod syntax;
mod template;
mod types;
mod value;

pub use compile::{Expression, Names};
pub use fields::{FIELDS, Field, SCENE_FIELDS, SceneField};
pub use functions::{Function, functions};
pub use measure::{Dimension, Measure, Reading, Unit};
pub use show::format_names;
pub use template::Template;
pub use types::{Holds, Slot, Type};
pub use value::{Calendar, Moment, Value};

use std::ops::Range;

use crate::claims::Claim;

/// What an expression is evaluated with: the captures of a match, by slot.
pub trait Scene {
    /// The claim that a slot caught; `None` where it caught words, several claims or nothing.
    fn claim(&self, slot: usize) -> Option<&Claim>;
    /// All claims that a slot caught.
    fn claims(&self, slot: usize) -> Vec<&Claim>;
    /// The words that a slot caught, as they are written.
    fn text(&self, slot: usize) -> Option<&str>;
    /// The stems of the words of weight that stand near what a slot caught, in its sentence.
    fn words_around(&self, slot: usize) -> Vec<String>;
    /// The text of the sentence in which a slot caught something, with the one before it and the one behind it.
    fn nearby(&self, slot: usize) -> Option<&str>;
    /// The number of the sentence in which a slot caught something.
    fn sentence(&self, slot: usize) -> Option<u32>;
    /// The other figures of the measure of what a slot caught that stand before it and behind it in its sentence: money
    /// beside money, percent beside percent.
    fn peers(&self, slot: usize) -> (Vec<Value>, Vec<Value>);
    /// The day on which the article was published.
    fn article_date(&self) -> Value;
}

/// A mistake in an expression or a template, with its place in the text of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes that are wrong.
    pub range: Range<usize>,
    /// What is wrong; lower case, no full stop.
    pub message: String,
    /// What stands there, for the label.
    pub label: String,
    /// The nearest thing that would be right.
    pub help: Option<String>,
}

/// "did you mean …?", where a known word is close to the one that was written, else the list of known words.
pub fn suggestion<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut known: Vec<&str> = known.into_iter().collect();
    let nearest = known
        .iter()
        .map(|it| (strsim::damerau_levenshtein(written, it), *it))
        .min()
        .filter(|(distance, it)| *distance <= 1 + it.len().min(written.len()) / 4 && *distance < it.len());
    if let Some((_, nearest)) = nearest {
        return Some(format!("did you mean `{nearest}`?"));
    }
    known.sort_unstable();
    known.dedup();
    let is_short = !known.is_empty() && known.len() <= 24;
    is_short.then(|| format!("known are: {}", known.join(", ")))
}
