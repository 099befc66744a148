//! The kinds of claim, and the names under which patterns ask for them.

use super::Value;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident),+ $(,)?) => {
        /// The kind of a claim, without what it says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            $($(#[$doc])* $kind),+
        }

        impl Value {
            /// The kind of the claim.
            pub const fn tag(&self) -> Kind {
                match self {
                    $(Self::$kind(_) => Kind::$kind),+
                }
            }
        }
    };
}

kinds! {
    /// A bare number or a count.
    Number,
    /// "21st".
    Ordinal,
    /// "two-thirds".
    Fraction,
    /// "12 %".
    Percent,
    /// "160 km".
    Quantity,
    /// "$3.5bn".
    Money,
    /// "seven-month".
    Duration,
    /// "aged 45".
    Age,
    /// "May 12, 2016".
    Date,
    /// "March 6-9".
    DateRange,
    /// "9 a.m. EST".
    Time,
    /// "from 9 to 5".
    TimeRange,
    /// "Angelino Alfano".
    Name,
    /// "GNA".
    Acronym,
    /// "a, b and c".
    List,
    /// Quoted words.
    Quotation,
    /// "t(28) = 2.20".
    Statistic,
    /// "52–48".
    Score,
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindSet(u32);

impl KindSet {
    /// The set of some kinds.
    pub const fn of(kinds: &[Kind]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < kinds.len() {
            bits |= 1 << kinds[at] as u32;
            at += 1;
        }
        Self(bits)
    }

    /// Whether the kind is in the set.
    pub const fn contains(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    /// Whether the sets have a kind in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every kind of this set is in the other.
    pub const fn is_subset(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The kinds of both sets.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The names that patterns may ask for, each with the kinds it takes and a description for the reference.
pub const NAMES: &[(&str, KindSet, &str)] = &[
    (
        "number",
        KindSet::of(&[Kind::Number, Kind::Quantity, Kind::Money]),
        "a number, with or without a unit or a currency",
    ),
    ("count", KindSet::of(&[Kind::Number]), "a bare number or a count of things"),
    (
        "figure",
        KindSet::of(&[Kind::Number, Kind::Quantity, Kind::Money, Kind::Percent, Kind::Fraction]),
        "any of number, percent and fraction",
    ),
    ("share", KindSet::of(&[Kind::Percent, Kind::Fraction]), "a percentage or a fraction"),
    ("ordinal", KindSet::of(&[Kind::Ordinal]), "21st, third"),
    ("fraction", KindSet::of(&[Kind::Fraction]), "two-thirds, one in five"),
    ("percent", KindSet::of(&[Kind::Percent]), "12.5 percent, three percentage points"),
    ("quantity", KindSet::of(&[Kind::Quantity]), "160 kilometers, 5 ft 11 in"),
    ("money", KindSet::of(&[Kind::Money]), "$3.5bn, 50p"),
    ("duration", KindSet::of(&[Kind::Duration]), "seven-month, two and a half years"),
    ("age", KindSet::of(&[Kind::Age]), "45-year-old, aged 45"),
    ("date", KindSet::of(&[Kind::Date]), "May 12, 2016; Tuesday; the 1990s"),
    ("date-range", KindSet::of(&[Kind::DateRange]), "March 6-9; 1891–1954"),
    ("time", KindSet::of(&[Kind::Time]), "9 a.m. EST, noon"),
    ("time-range", KindSet::of(&[Kind::TimeRange]), "9 to 11 a.m."),
    ("name", KindSet::of(&[Kind::Name]), "a person, an organisation or a place"),
    ("acronym", KindSet::of(&[Kind::Acronym]), "an acronym, defined or used"),
    ("list", KindSet::of(&[Kind::List]), "a, b and c"),
    ("quotation", KindSet::of(&[Kind::Quotation]), "quoted words"),
    ("statistic", KindSet::of(&[Kind::Statistic]), "t(28) = 2.20, p = .03"),
    ("score", KindSet::of(&[Kind::Score]), "52–48"),
];
