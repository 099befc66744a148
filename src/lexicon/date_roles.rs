//! What a date can begin with a word as: the lists of `rules/lexicon/calendar.toml` that the word is in, as bits.

/// A set of the ways in which a date can begin with a word that is no month and no day of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateRoles(u16);

impl DateRoles {
    /// A part of a period: `early`.
    pub const PORTION: Self = Self(1);
    /// An ordinal, or the tens of one: `third`, `twenty`.
    pub const ORDINAL: Self = Self(1 << 1);
    /// A number of periods: `three`, `half`.
    pub const COUNT: Self = Self(1 << 2);
    /// A decade, or what stands before one: `nineties`, `nineteen`, `roaring`.
    pub const DECADE: Self = Self(1 << 3);
    /// A season: `autumn`.
    pub const SEASON: Self = Self(1 << 4);
    /// Which of several periods: `last`.
    pub const WHICH: Self = Self(1 << 5);
    /// A day counted from today: `yesterday`.
    pub const DAY: Self = Self(1 << 6);
    /// The first word of a feast: `Christmas`.
    pub const FEAST: Self = Self(1 << 7);
    /// A quarter or a half of a year by its letter: `Q3`.
    pub const PART: Self = Self(1 << 8);
    /// A year of accounts: `fiscal`.
    pub const FISCAL: Self = Self(1 << 9);
    /// An era before its year: `AD`.
    pub const ERA: Self = Self(1 << 10);
    /// A unit of time: `week`.
    pub const PERIOD: Self = Self(1 << 11);

    /// Whether this set has a role in common with `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The roles of both sets.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
