//! Claims: what an article states, each with its span and its reading.
//!
//! One file per kind: its type, its grammar, its parser, its table of spellings. A parser reads a slice of tokens
//! and never fails loudly; what it does not understand is no claim.

mod acronym;
mod age;
mod amount;
mod calendar;
mod currency;
mod date;
mod date_range;
mod duration;
mod figures;
mod fraction;
mod kind;
mod label;
mod list;
#[cfg(test)]
mod lookalikes;
mod money;
mod name;
mod number;
mod numeral;
mod ordinal;
mod percent;
mod quantity;
mod quotation;
mod range;
mod scan;
mod score;
mod spoken_time;
mod statistic;
#[cfg(test)]
mod table;
mod time;
mod time_range;
mod unit;
mod zone;

pub use acronym::{Acronym, Definition};
pub use age::Age;
pub use date::Date;
pub use date_range::DateRange;
pub use duration::Duration;
pub use fraction::Fraction;
pub use kind::{Kind, KindName, KindSet, NAMES as KIND_NAMES};
pub use list::{Form, Item, List};
pub use money::Money;
pub use name::{Name, NameKind};
pub use number::{Number, multiple_in_words};
pub use ordinal::Ordinal;
pub use percent::{Percent, Points};
pub use quantity::Quantity;
pub use quotation::Quotation;
pub use scan::scan;
pub(crate) use scan::scan_into;
pub use score::Score;
pub use statistic::{Relation, Statistic, Test};
pub use time::Time;
pub use time_range::TimeRange;

use crate::source::Span;
use crate::tokens::Tokens;

/// One statement of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Where it stands in the prose, hedge included.
    pub span: Span,
    /// The tokens it is made of: index of the first, and behind the last.
    pub tokens: (u32, u32),
    /// What it says.
    pub value: Value,
    /// Where and how it is said.
    pub context: Context,
}

/// The circumstances in which a claim is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Index of its sentence in the article.
    pub sentence: u32,
    /// Index of its paragraph (block) in the article.
    pub paragraph: u32,
    /// It stands between quotation marks.
    pub quoted: bool,
    /// It stands in a headline or title.
    pub heading: bool,
    /// It stands in a caption or picture credit.
    pub caption: bool,
    /// Its clause denies it ("not", "never", "denied that").
    pub negated: bool,
    /// Its clause doubts it ("may", "reportedly", "if").
    pub hedged: bool,
}

/// What a claim says, by kind. Nearly all claims are names and acronyms: what takes more room than these is boxed, so
/// that claims are small to move and to sort.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A bare number or a count of things.
    Number(Box<Number>),
    /// An ordinal: "21st", "third".
    Ordinal(Ordinal),
    /// A part of a whole in words or characters: "two-thirds", "one in five", "3/4".
    Fraction(Box<Fraction>),
    /// A percentage, or a number of percentage or basis points.
    Percent(Box<Percent>),
    /// A number with its unit: "160 kilometers", "5 ft 11 in".
    Quantity(Box<Quantity>),
    /// An amount of money: "$3.5bn", "40 lakh rupees".
    Money(Box<Money>),
    /// A length of time: "seven-month", "two and a half years".
    Duration(Box<Duration>),
    /// An age: "45-year-old", "aged 45".
    Age(Age),
    /// A date or a part of one: "May 12, 2016", "Tuesday", "the 1990s".
    Date(Date),
    /// A range of dates: "March 6-9".
    DateRange(Box<DateRange>),
    /// A time of day: "9 a.m. EST", "1400 GMT".
    Time(Box<Time>),
    /// A range of times of day.
    TimeRange(Box<TimeRange>),
    /// The name of a person, an organisation or a place.
    Name(Name),
    /// An acronym: its definition or its use.
    Acronym(Acronym),
    /// The entries of an enumeration.
    List(List),
    /// Quoted words and who said them.
    Quotation(Quotation),
    /// A test statistic in APA style: "t(28) = 2.20, p = .03".
    Statistic(Box<Statistic>),
    /// A score or a vote: "52–48".
    Score(Score),
}

macro_rules! boxed {
    ($($kind:ident),*) => {
        $(impl From<$kind> for Value {
            fn from(value: $kind) -> Self {
                Self::$kind(Box::new(value))
            }
        })*
    };
}

boxed!(Number, Fraction, Percent, Quantity, Money, Duration, DateRange, Time, TimeRange, Statistic);

impl Value {
    /// The kind's name, as patterns and the JSON write it.
    pub const fn kind(&self) -> &'static str {
        self.tag().name()
    }

    /// The `value` object of the claims' JSON.
    pub fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        match self {
            Self::Number(it) => it.to_json(),
            Self::Ordinal(it) => it.to_json(),
            Self::Fraction(it) => it.to_json(),
            Self::Percent(it) => it.to_json(),
            Self::Quantity(it) => it.to_json(),
            Self::Money(it) => it.to_json(),
            Self::Duration(it) => it.to_json(),
            Self::Age(it) => it.to_json(),
            Self::Date(it) => it.to_json(),
            Self::DateRange(it) => it.to_json(),
            Self::Time(it) => it.to_json(),
            Self::TimeRange(it) => it.to_json(),
            Self::Name(it) => it.to_json(),
            Self::Acronym(it) => it.to_json(),
            Self::List(it) => it.to_json(),
            Self::Quotation(it) => it.to_json(),
            Self::Statistic(it) => it.to_json(),
            Self::Score(it) => it.to_json(),
        }
    }

    /// How the claim was read, in words for labels and tables: "155–165 km".
    pub fn describe(&self) -> String {
        match self {
            Self::Number(it) => it.describe(),
            Self::Ordinal(it) => it.describe(),
            Self::Fraction(it) => it.describe(),
            Self::Percent(it) => it.describe(),
            Self::Quantity(it) => it.describe(),
            Self::Money(it) => it.describe(),
            Self::Duration(it) => it.describe(),
            Self::Age(it) => it.describe(),
            Self::Date(it) => it.describe(),
            Self::DateRange(it) => it.describe(),
            Self::Time(it) => it.describe(),
            Self::TimeRange(it) => it.describe(),
            Self::Name(it) => it.describe(),
            Self::Acronym(it) => it.describe(),
            Self::List(it) => it.describe(),
            Self::Quotation(it) => it.describe(),
            Self::Statistic(it) => it.describe(),
            Self::Score(it) => it.describe(),
        }
    }
}

impl Claim {
    /// A claim made of the tokens from the start of `input` up to `rest`.
    pub fn new(input: Tokens<'_>, rest: Tokens<'_>, value: impl Into<Value>) -> Self {
        let tokens = (input.at() as u32, rest.at() as u32);
        Self { span: input.span_to(rest), tokens, value: value.into(), context: Context::default() }
    }
}
