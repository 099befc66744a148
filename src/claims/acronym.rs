//! An acronym: its definition or its use.
//!
//! ```abnf
//! definition = long-form "(" ["the"] [quote] short [quote] ")"   ; prostate-specific antigen (PSA)
//!            / short "(" long-form ")"                           ; PSA (prostate-specific antigen)
//! short      = 2*10(capital / digit) ["s"] / capitals with small letters between   ; NGOs, fMRI, BfV
//! ```
//!
//! How far the long form reaches is told by the letters: `article::acronyms` walks back from the bracket.

use crate::reading::Verdict;

/// An acronym at one place of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Acronym {
    /// The acronym as written.
    pub short: Box<str>,
    /// Its definition, where it is defined here; else this is a use.
    pub definition: Option<Definition>,
}

/// What an acronym is said to stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The long form as written, white space made single.
    pub long: Box<str>,
    /// The tokens of the long form: index of the first, and behind the last.
    pub tokens: (u32, u32),
    /// Whether the letters come from the long form; see [`letters_match`](crate::reading::acronyms::letters_match).
    pub letters: Verdict,
}

impl Acronym {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        keys.insert("short".into(), self.short.as_ref().into());
        if let Some(definition) = &self.definition {
            keys.insert("long".into(), definition.long.as_ref().into());
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        match &self.definition {
            Some(definition) => format!("{} for {}", self.short, definition.long),
            None => self.short.to_string(),
        }
    }
}
