//! Words that tell what a name is: heads of organisations and places, particles, titles by kind, relatives, and the
//! pairs of names that differ by a letter and are both right.

use std::collections::HashSet;

use serde::Deserialize;

use super::words::Titles;
use super::{Features, Lexicon, Word, WordMap, embedded};

/// A set of the roles that a word can play in and around a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NameRoles(u16);

impl NameRoles {
    /// The head of an organisation's name: `Ministry`, `University`, `Inc`.
    pub const ORGANIZATION: Self = Self(1);
    /// The last word of a place's name: `County`, `River`.
    pub const PLACE: Self = Self(1 << 1);
    /// The first word of a place's name: `Mount`, `San`.
    pub const PLACE_FIRST: Self = Self(1 << 2);
    /// A word in lower case inside a person's name: `al`, `de`, `van`.
    pub const PARTICLE: Self = Self(1 << 3);
    /// What follows a surname: `Jr`, `III`.
    pub const SUFFIX: Self = Self(1 << 4);
    /// What stands before the last word of a title: `prime`, `former`, `deputy`.
    pub const TITLE_MODIFIER: Self = Self(1 << 5);
    /// A relative or companion: `wife`, `brother`.
    pub const KIN: Self = Self(1 << 6);
    /// A word of a sentence about the spelling itself: `spelled`, `unrelated`.
    pub const REMARK: Self = Self(1 << 7);
    /// A word of a sentence that says that two are not the same: `unrelated`, `namesake`.
    pub const RELATION: Self = Self(1 << 12);
    /// How a person is addressed: `Mr`, `Dr`.
    pub const ADDRESS: Self = Self(1 << 8);
    /// A military or police rank.
    pub const RANK: Self = Self(1 << 9);
    /// A political or public office.
    pub const OFFICE: Self = Self(1 << 10);
    /// Work that news texts put before a name: `coach`, `director`.
    pub const OCCUPATION: Self = Self(1 << 11);
    /// Any title before a name.
    pub const TITLE: Self = Self(Self::ADDRESS.0 | Self::RANK.0 | Self::OFFICE.0 | Self::OCCUPATION.0);
    /// A surname that stands before the given name: `Park`, `Xi`.
    pub const FAMILY_FIRST: Self = Self(1 << 13);
    /// The head of an organisation's or a place's name.
    pub const HEAD: Self = Self(Self::ORGANIZATION.0 | Self::PLACE.0);

    /// The roles of both sets.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The roles of this set that are not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether this set has a role in common with `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The vocabulary of names.
#[derive(Debug, Default)]
pub struct NameWords {
    roles: WordMap<NameRoles>,
    pairs: HashSet<(Word, Word)>,
}

/// The lists of `names.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    organization: String,
    place: String,
    place_first: String,
    particle: String,
    suffix: String,
    family_first: String,
    title_modifier: String,
    kin: String,
    remark: String,
    relation: String,
    pairs: Vec<String>,
}

impl NameWords {
    /// Reads the built-in vocabulary and marks its words.
    pub(super) fn load(lexicon: &mut Lexicon) -> Self {
        let lists: Lists = embedded::parse("lexicon/names");
        let titles: Titles = embedded::parse("lexicon/titles");
        let mut names = Self::default();
        for (list, role) in [
            (&lists.organization, NameRoles::ORGANIZATION),
            (&lists.place, NameRoles::PLACE),
            (&lists.place_first, NameRoles::PLACE_FIRST),
            (&lists.particle, NameRoles::PARTICLE),
            (&lists.suffix, NameRoles::SUFFIX),
            (&lists.family_first, NameRoles::FAMILY_FIRST),
            (&lists.title_modifier, NameRoles::TITLE_MODIFIER),
            (&lists.kin, NameRoles::KIN),
            (&lists.remark, NameRoles::REMARK),
            (&lists.relation, NameRoles::RELATION),
            (&titles.address, NameRoles::ADDRESS),
            (&titles.rank, NameRoles::RANK),
            (&titles.office, NameRoles::OFFICE),
            (&titles.occupation, NameRoles::OCCUPATION),
        ] {
            for word in list.split_whitespace() {
                names.roles.entry(Word::of(word)).or_default().0 |= role.0;
                // Names among the words that tell what a name is would hide themselves.
                if role == NameRoles::FAMILY_FIRST {
                    continue;
                }
                lexicon.mark(
                    word,
                    Features::NAME_WORD.with(if role == NameRoles::KIN { Features::KIN } else { Features::NONE }),
                );
            }
        }
        for pair in &lists.pairs {
            let (one, other) = pair.split_once(' ').unwrap_or((pair, pair));
            names.pairs.insert((Word::of(one), Word::of(other)));
            names.pairs.insert((Word::of(other), Word::of(one)));
        }
        names
    }

    /// The roles of a word.
    pub fn roles(&self, word: Word) -> NameRoles {
        self.roles.get(&word).copied().unwrap_or_default()
    }

    /// Whether the two names are listed as two that are both right.
    pub fn are_pair(&self, one: Word, other: Word) -> bool {
        self.pairs.contains(&(one, other))
    }
}
