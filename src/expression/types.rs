//! The types of values, and what captures hold.

use crate::claims::{Kind, KindSet};

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A number with or without a unit: counts, quantities, money, percentages, durations, ages.
    Measure,
    /// A day, a month, a year, or a range of days.
    Date,
    /// A time of day.
    Time,
    /// The outcome of a statistical test.
    Statistic,
    /// Words.
    Text,
    /// Several values.
    List,
    /// The outcome of a comparison.
    Truth,
    /// Whatever the capture turns out to be.
    Any,
}

impl Type {
    /// The name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Measure => "a measure",
            Self::Date => "a date",
            Self::Time => "a time",
            Self::Statistic => "a statistic",
            Self::Text => "text",
            Self::List => "a list",
            Self::Truth => "a condition",
            Self::Any => "a value",
        }
    }

    /// Whether a value of this type can stand where `wanted` is asked for.
    pub fn fits(self, wanted: Self) -> bool {
        self == wanted || self == Self::Any || wanted == Self::Any
    }
}

/// What a capture holds; it decides the type of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A claim of one of these kinds.
    Claim(KindSet),
    /// A list of claims of these kinds.
    Claims(KindSet),
    /// Words of the text.
    Words,
}

/// A capture of a find: its name and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// The name in the pattern.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
}

impl Holds {
    /// The type of the value.
    pub fn value_type(self) -> Type {
        const MEASURES: KindSet = KindSet::of(&[
            Kind::Number,
            Kind::Ordinal,
            Kind::Fraction,
            Kind::Percent,
            Kind::Quantity,
            Kind::Money,
            Kind::Duration,
            Kind::Age,
        ]);
        const TYPES: &[(KindSet, Type)] = &[
            (MEASURES, Type::Measure),
            (KindSet::of(&[Kind::Date, Kind::DateRange]), Type::Date),
            (KindSet::of(&[Kind::Time, Kind::TimeRange]), Type::Time),
            (KindSet::of(&[Kind::Name, Kind::Acronym, Kind::Quotation]), Type::Text),
            (KindSet::of(&[Kind::List, Kind::Score]), Type::List),
            (KindSet::of(&[Kind::Statistic]), Type::Statistic),
        ];
        match self {
            Self::Words => Type::Text,
            Self::Claims(_) => Type::List,
            Self::Claim(kinds) => {
                TYPES.iter().find(|(set, _)| kinds.is_subset(*set)).map_or(Type::Any, |(_, value_type)| *value_type)
            }
        }
    }

    /// The kinds of claim it can hold.
    pub fn kinds(self) -> KindSet {
        match self {
            Self::Claim(kinds) | Self::Claims(kinds) => kinds,
            Self::Words => KindSet::default(),
        }
    }
}
