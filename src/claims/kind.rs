//! The kinds of claim, and the names under which patterns ask for them.

use super::{NameKind, Value};
use crate::reading::Parts;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal),+ $(,)?) => {
        /// The kind of a claim, without what it says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            $($(#[$doc])* $kind),+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            /// Its name, as patterns and the JSON write it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name),+
                }
            }
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
    Number = "number",
    /// "21st".
    Ordinal = "ordinal",
    /// "two-thirds".
    Fraction = "fraction",
    /// "12 %".
    Percent = "percent",
    /// "160 km".
    Quantity = "quantity",
    /// "$3.5bn".
    Money = "money",
    /// "seven-month".
    Duration = "duration",
    /// "aged 45".
    Age = "age",
    /// "May 12, 2016".
    Date = "date",
    /// "March 6-9".
    DateRange = "date-range",
    /// "9 a.m. EST".
    Time = "time",
    /// "from 9 to 5".
    TimeRange = "time-range",
    /// "Angelino Alfano".
    Name = "name",
    /// "GNA".
    Acronym = "acronym",
    /// "a, b and c".
    List = "list",
    /// Quoted words.
    Quotation = "quotation",
    /// "t(28) = 2.20".
    Statistic = "statistic",
    /// "52–48".
    Score = "score",
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindSet(u32);

impl KindSet {
    /// Every kind.
    pub const ALL: Self = Self(Self::UNASKED.0 - 1);

    /// A set of no kind that stands where nothing is asked for: every sentence's set is with it.
    pub const UNASKED: Self = Self(1 << 31);

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

    /// How many kinds it has.
    pub const fn count(self) -> u32 {
        self.0.count_ones()
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

/// A name under which patterns ask for claims.
#[derive(Clone, Copy, Debug)]
pub struct KindName {
    /// The name.
    pub name: &'static str,
    /// The kinds that it takes.
    pub kinds: KindSet,
    /// Which claims of these kinds it takes.
    pub takes: fn(&Value) -> bool,
    /// What it stands for, for the reference.
    pub summary: &'static str,
}

impl KindName {
    const fn all(name: &'static str, kinds: &[Kind], summary: &'static str) -> Self {
        Self { name, kinds: KindSet::of(kinds), takes: |_| true, summary }
    }

    /// Of ages, only those of which the number alone is written.
    const fn numeric(name: &'static str, kinds: &[Kind], summary: &'static str) -> Self {
        Self { name, kinds: KindSet::of(kinds), takes: |it| !matches!(it, Value::Age(age) if !age.is_bare), summary }
    }

    const fn some(name: &'static str, kind: Kind, takes: fn(&Value) -> bool, summary: &'static str) -> Self {
        Self { name, kinds: KindSet::of(&[kind]), takes, summary }
    }
}

/// The names that patterns may ask for.
pub const NAMES: &[KindName] = &[
    KindName::numeric(
        "number",
        &[Kind::Number, Kind::Quantity, Kind::Money, Kind::Age],
        "a number, with or without a unit or a currency",
    ),
    KindName::numeric(
        "figure",
        &[Kind::Number, Kind::Quantity, Kind::Money, Kind::Percent, Kind::Fraction, Kind::Age],
        "any of number, percent and fraction",
    ),
    KindName::numeric("count", &[Kind::Number, Kind::Age], "a bare number, also of an age, or a count of things"),
    KindName::all(
        "amount",
        &[Kind::Number, Kind::Quantity, Kind::Money, Kind::Percent, Kind::Duration],
        "what can be added up: a number, a percentage or a length of time",
    ),
    KindName::all("share", &[Kind::Percent, Kind::Fraction], "a percentage or a fraction"),
    KindName::all("ordinal", &[Kind::Ordinal], "21st, third"),
    KindName::all("fraction", &[Kind::Fraction], "two-thirds, one in five"),
    KindName::all("percent", &[Kind::Percent], "12.5 percent, three percentage points"),
    KindName::some("points", Kind::Percent, is_points, "three percentage points, 25 basis points"),
    KindName::all("quantity", &[Kind::Quantity], "160 kilometers, 5 ft 11 in"),
    KindName::all("money", &[Kind::Money], "$3.5bn, 50p"),
    KindName::all("duration", &[Kind::Duration], "seven-month, two and a half years"),
    KindName::all("age", &[Kind::Age], "45-year-old, aged 45"),
    KindName::all("date", &[Kind::Date], "May 12, 2016; Tuesday; the 1990s"),
    KindName::some("year", Kind::Date, is_year, "a year alone: 2016"),
    KindName::some("day", Kind::Date, is_day, "a day of a month: May 12, May 12, 2016"),
    KindName::some("weekday", Kind::Date, is_weekday, "a weekday alone: Tuesday"),
    KindName::some("decade", Kind::Date, is_decade, "the 1990s"),
    KindName::some("century", Kind::Date, is_century, "the 19th century"),
    KindName::some("distance", Kind::Date, is_distance, "two years ago, a day later"),
    KindName::all("date-range", &[Kind::DateRange], "March 6-9; 1891–1954"),
    KindName::all("time", &[Kind::Time], "9 a.m. EST, noon"),
    KindName::all("time-range", &[Kind::TimeRange], "9 to 11 a.m."),
    KindName::all("name", &[Kind::Name], "a person, an organization or a place"),
    KindName::some("person", Kind::Name, |it| is_name_of(it, NameKind::Person), "the name of a person"),
    KindName::some("place", Kind::Name, |it| is_name_of(it, NameKind::Place), "the name of a place"),
    KindName::some(
        "organization",
        Kind::Name,
        |it| is_name_of(it, NameKind::Organization),
        "the name of an organization",
    ),
    KindName::all("acronym", &[Kind::Acronym], "an acronym, defined or used"),
    KindName::all("list", &[Kind::List], "a, b and c"),
    KindName::all("quotation", &[Kind::Quotation], "quoted words"),
    KindName::all("statistic", &[Kind::Statistic], "t(28) = 2.20, p = .03"),
    KindName::all("score", &[Kind::Score], "52–48"),
];

fn is_name_of(value: &Value, kind: NameKind) -> bool {
    matches!(value, Value::Name(name) if name.kind == kind)
}

fn is_day(value: &Value) -> bool {
    matches!(value, Value::Date(date) if matches!(date.reading.parts, Parts::Day { .. }))
}

fn is_weekday(value: &Value) -> bool {
    matches!(value, Value::Date(date) if matches!(date.reading.parts, Parts::Weekday))
}

fn is_decade(value: &Value) -> bool {
    matches!(value, Value::Date(date) if matches!(date.reading.parts, Parts::Decade(_)))
}

fn is_century(value: &Value) -> bool {
    matches!(value, Value::Date(date) if matches!(date.reading.parts, Parts::Century(_)))
}

fn is_distance(value: &Value) -> bool {
    matches!(value, Value::Date(date) if date.reading.distance().is_some())
}

fn is_points(value: &Value) -> bool {
    matches!(value, Value::Percent(percent) if percent.is_points())
}

fn is_year(value: &Value) -> bool {
    matches!(value, Value::Date(date) if matches!(date.reading.parts, Parts::Year(_)))
}
