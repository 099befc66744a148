//! The name of a person, an organisation or a place.
//!
//! ```abnf
//! name       = part *([joint] part)
//! part       = capitalised-word / initial "."
//! joint      = "-" / particle / head-of                 ; al-Sour, van der Bellen
//! head-of    = ("of" / "for") ["the"]                   ; behind a head: Ministry of Health
//! titled     = *modifier title name                     ; the title is no part of the name's span
//! ```
//!
//! Which capitalised words are names is for the article to say, which knows the sentences: `article::names` finds
//! them.

use crate::lexicon::Word;

/// A name as it stands at one place of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// What bears the name.
    pub kind: NameKind,
    /// The title that stands directly before the name, as written: "Foreign Minister".
    pub title: Option<Box<str>>,
    /// Number of the bearer within the article, the same at every mention; `None` where that is not certain.
    pub entity: Option<u32>,
    /// First part of a person's full name; `None` where a part stands alone.
    pub given: Option<Word>,
    /// Last part of a person's name without `Jr` and the like, or the whole of a single name.
    pub family: Word,
}

/// What can bear a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A company, an authority, a party, a team, a work.
    Organization,
    /// A country, a town, a river, a building.
    Place,
    /// The text does not say.
    #[default]
    Unknown,
}

impl NameKind {
    /// The kind as the JSON writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Unknown => "unknown",
        }
    }
}

impl Name {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        keys.insert("kind".into(), self.kind.as_str().into());
        if let Some(title) = &self.title {
            keys.insert("title".into(), title.as_ref().into());
        }
        if let Some(bearer) = self.entity {
            keys.insert("bearer".into(), bearer.into());
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        match &self.title {
            Some(title) => format!("{}, {title}", self.kind.as_str()),
            None => self.kind.as_str().to_owned(),
        }
    }
}
