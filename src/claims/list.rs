//! The entries of an enumeration: "Tasmania, Victoria and South Australia".
//!
//! Which stretches of an article are enumerations is for the article to say, which knows sentences, names and
//! bullets: `article::lists` finds them.

use serde_json::{Map, Value as Json};

use super::range::tidy;
use crate::reading::Interval;

/// The entries of an enumeration.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The entries in order of the text.
    pub items: Vec<Item>,
    /// How they are written, which says how sure their number is.
    pub form: Form,
}

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its words.
    pub text: Box<str>,
    /// How many it stands for: 2 for "two Republicans", 1 for "an independent"; `None` where it does not say.
    pub amount: Option<Interval>,
}

/// How the entries of an enumeration are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Names: "Chad, Niger and Mali".
    Names,
    /// Counts of things: "two Republicans, two Democrats and an independent".
    Counts,
    /// One to four words each: "red, white and blue".
    Words,
    /// Short phrases up to the end of the sentence: "raise the levee, test sirens and bury cables".
    Phrases,
    /// Divided by semicolons.
    Semicolons,
    /// The entries of a bullet or numbered list.
    Bullets,
    /// The figures that a total of a table adds up; the claim stands at the total.
    Total,
    /// Sentences that begin with "First", "Second" …
    Ordinals,
    /// Of several makes, or with remarks between them, so that only bounds of their number are known.
    Mixed {
        /// How many there are if every comma that may set off a remark does so.
        fewest: u8,
        /// How many there are if every "and" joins two of them.
        most: u8,
    },
    /// Marked by letters or figures within a text: "(a) doors; (b) alarms".
    Lettered,
}

impl Form {
    /// The form as expressions and the JSON write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Counts => "counts",
            Self::Words => "words",
            Self::Phrases => "phrases",
            Self::Semicolons => "semicolons",
            Self::Bullets => "bullets",
            Self::Ordinals => "ordinals",
            Self::Total => "total",
            Self::Lettered => "lettered",
            Self::Mixed { .. } => "mixed",
        }
    }
}

impl List {
    /// The sum of what the entries stand for; an entry that does not say stands for one.
    pub fn total(&self) -> Interval {
        let one = Interval::exact(1.0);
        self.items.iter().fold(Interval::exact(0.0), |sum, item| sum + item.amount.unwrap_or(one))
    }

    /// How many entries it has.
    pub fn size(&self) -> Interval {
        let count = self.items.len() as f64;
        match self.form {
            Form::Mixed { fewest, most } => Interval::new(f64::from(fewest), count, f64::from(most)),
            _ => Interval::exact(count),
        }
    }

    pub(super) fn to_json(&self) -> Map<String, Json> {
        let mut keys = Map::new();
        let items: Vec<&str> = self.items.iter().map(|item| &*item.text).collect();
        keys.insert("items".into(), Json::from(items));
        keys.insert("kind".into(), Json::from(self.form.as_str()));
        keys.insert("number".into(), tidy(self.total().point));
        keys
    }

    pub(super) fn describe(&self) -> String {
        let items: Vec<&str> = self.items.iter().map(|item| &*item.text).collect();
        format!("{}: {}", items.len(), items.join(" · "))
    }
}
