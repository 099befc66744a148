//! The vocabulary: what single words and short phrases mean, read from `rules/lexicon/*.toml`.
//!
//! The built-in vocabulary is loaded once for the whole program. Nothing here knows of rules or files.

/// The identity of a word that a grammar names, computed when the program is compiled.
macro_rules! word_id {
    ($text:literal) => {
        const { $crate::lexicon::Word::of($text) }
    };
}

/// The identities of several words that a grammar names.
macro_rules! word_ids {
    ($($text:literal),+ $(,)?) => {
        const { [$($crate::lexicon::Word::of($text)),+] }
    };
}

pub(crate) use {word_id, word_ids};

mod acronyms;
mod calendar;
mod classes;
mod currencies;
mod date_roles;
mod dimension;
pub(crate) mod embedded;
mod features;
mod filter;
mod hedges;
pub mod known;
mod names;
mod numbers;
mod offices;
mod roles;
pub mod spelling;
mod units;
mod word;
mod words;
mod zones;

pub use acronyms::AcronymWords;
pub use calendar::{Calendar, Named, Period, Portion};
pub(crate) use classes::words_of;
pub use classes::{Class, Classes};
pub use currencies::{Currencies, Currency, CurrencySpelling};
pub use date_roles::DateRoles;
pub use dimension::Dimension;
pub use features::Features;
pub(crate) use filter::Filter;
pub use hedges::{Hedge, Hedges, Opening};
pub use names::{NameRoles, NameWords};
pub use numbers::Numbers;
pub use offices::Offices;
pub use units::{Unit, UnitEntry, UnitId, UnitSpelling, Units};
pub use word::{Word, WordMap};
pub use zones::{ZoneName, Zones};

use std::sync::OnceLock;

use roles::Roles;

/// All vocabulary.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The roles of words while they are collected.
    features: WordMap<Features>,
    roles: Roles,
    /// Number words.
    pub numbers: Numbers,
    /// Units of measurement.
    pub units: Units,
    /// Currencies.
    pub currencies: Currencies,
    /// Hedges.
    pub hedges: Hedges,
    /// Named sets of words and phrases, for patterns (`@rise`).
    pub classes: Classes,
    /// The vocabulary of acronyms.
    pub acronyms: AcronymWords,
    /// The vocabulary of names.
    pub names: NameWords,
    /// Offices that exclude each other.
    pub offices: Offices,
    /// Months, days, periods and the other words of the calendar and the clock.
    pub calendar: Calendar,
    /// Time zones.
    pub zones: Zones,
}

impl Lexicon {
    /// The vocabulary that the program ships with.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Lexicon> = OnceLock::new();
        BUILT_IN.get_or_init(Self::load)
    }

    /// The roles of a word.
    pub fn features(&self, word: Word) -> Features {
        self.roles.of(word)
    }

    fn load() -> Self {
        let mut lexicon = Self { classes: Classes::load(), ..Self::default() };
        words::mark(&mut lexicon);
        lexicon.numbers = Numbers::load(&mut lexicon);
        lexicon.units = Units::load(&mut lexicon);
        lexicon.currencies = Currencies::load(&mut lexicon);
        lexicon.hedges = Hedges::load(&mut lexicon);
        lexicon.acronyms = AcronymWords::load();
        lexicon.names = NameWords::load(&mut lexicon);
        lexicon.offices = Offices::load();
        lexicon.calendar = calendar::load(&mut lexicon);
        lexicon.zones = zones::load(&mut lexicon);
        lexicon.roles = Roles::new(std::mem::take(&mut lexicon.features));
        lexicon
    }

    /// Adds roles to a word.
    fn mark(&mut self, spelling: &str, features: Features) {
        self.mark_word(Word::of(spelling), features);
    }

    /// Adds roles to a word of which only the identity is at hand.
    fn mark_word(&mut self, word: Word, features: Features) {
        let entry = self.features.entry(word).or_default();
        *entry = entry.with(features);
    }
}
