//! Claims: what an article states, each with its span and its reading.
//!
//! One file per kind: its type, its grammar, its parser, its table of spellings. A parser reads a slice of tokens
//! and never fails loudly; what it does not understand is no claim.

mod acronym;
mod age;
mod amount;
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
pub use score::Score;
pub use statistic::{Relation, Statistic, Test};
pub use time::Time;
pub use time_range::TimeRange;

use crate::lexicon::{Features, Word, word_ids};
use crate::reading::{CalendarDate, Parts};
use crate::source::Span;
use crate::tokens::{Case, Token, TokenKind, Tokens};

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

/// Finds every claim of a block in one pass over its tokens, ordered by first token, the longer first. Claims may lie
/// inside others: the ends of a range are claims too. No claim reaches beyond the block. The circumstances are left for
/// the article to fill in.
///
/// Names, acronyms, quotations and lists are found by the article, which knows the sentences.
pub fn scan(block: Tokens<'_>) -> Vec<Claim> {
    let mut found = Vec::new();
    let tokens = block.as_slice();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        if is_common(token, tokens.get(at), block) {
            continue;
        }
        let input = block.skip(at - 1);
        if is_plain(input, token) {
            continue;
        }
        if let Some(rest) = calendar(input, &mut found).or_else(|| figures::figures(input, &mut found)) {
            at = at.max(rest.at() - block.at());
        }
    }
    found.sort_by_key(|claim| (claim.tokens.0, std::cmp::Reverse(claim.tokens.1)));
    found
}

/// The roles of words that a claim can begin with.
const ROLES: Features = OPENERS.with(Features::LEADING).with(Features::PERIOD).with(Features::HEDGE);

/// The roles of words that alone are reason to look for a claim.
const OPENERS: Features = Features::NUMBER
    .with(Features::SCALE)
    .with(Features::FRACTION)
    .with(Features::ORDINAL)
    .with(Features::CURRENCY)
    .with(Features::MONTH)
    .with(Features::WEEKDAY)
    .with(Features::CALENDAR);

/// Marks that begin a claim where they touch a number.
const SIGNS: [Word; 5] = word_ids!["-", "−", "–", "'", "‘"];

/// Whether the token is a word without a role that is no symbol, and no unit or currency before its number either: at
/// this price most tokens are dismissed.
#[inline]
fn is_common(token: &Token, next: Option<&Token>, block: Tokens<'_>) -> bool {
    let leads = |next: &Token| match next.kind {
        TokenKind::Number => true,
        TokenKind::Mark => token.span.len() <= 4,
        _ => next.features.any(Features::NUMBER),
    };
    token.kind == TokenKind::Word
        && !token.features.any(ROLES)
        && matches!(token.case, Case::Lower | Case::Title)
        && token.span.len() > 1
        && !next.is_some_and(leads)
        && !number::is_fold(block, token)
}

/// Whether no claim can begin with the token.
fn is_plain(input: Tokens<'_>, token: &Token) -> bool {
    match token.kind {
        TokenKind::Number | TokenKind::Code => false,
        TokenKind::Possessive | TokenKind::Address => true,
        TokenKind::Mark => {
            // A hedge ("~"), a currency and a fraction are marked; a quotation mark may cut a year short ('90s).
            const MARKED: Features = Features::HEDGE.with(Features::CURRENCY).with(Features::FRACTION);
            let opens = token.features.any(MARKED) || (SIGNS.contains(&token.word) && touches_number(input));
            !opens
        }
        TokenKind::Word if is_article(token) => {
            // An article leads into a number, a part, a period or a hedge ("a little over"); "A$500" is no article.
            let next = input.get(1);
            let leads = next
                .is_some_and(|it| it.features.any(OPENERS.with(Features::PERIOD).with(Features::UNIT)) || !it.spaced);
            !leads && !duration::is_entire(input) && !is_hedge_of_figure(input)
        }
        TokenKind::Word if token.features.any(OPENERS) => false,
        TokenKind::Word if token.features.any(Features::PERIOD) => {
            const JOINTS: [Word; 3] = word_ids!["-", "before", "after"];
            input.get(1).is_none_or(|it| !JOINTS.contains(&it.word)) && date::around(input).is_none()
        }
        TokenKind::Word if token.features.any(Features::HEDGE) => {
            !is_hedge_of_figure(input) && !figures::is_symbol(input, token)
        }
        TokenKind::Word => {
            let is_fiscal = token.case == Case::Upper && input.spelling(token).starts_with("FY");
            let leads = || input.get(1).is_some_and(|next| !is_plain(input.skip(1), next));
            // "R90 million": the lexer has cut the currency off its number.
            let is_currency = token.span.len() == 1
                && matches!(token.case, Case::Title | Case::Upper)
                && input.get(1).is_some_and(|it| it.kind == TokenKind::Number && !it.spaced);
            let is_named = || currency::leads(input) || amount::leading_unit(input).is_some();
            !(is_fiscal
                || is_currency
                || time::is_stamp(input, token)
                || number::is_fold(input, token)
                || token.word == number::TENS
                || figures::is_symbol(input, token)
                || (token.features.any(Features::LEADING) && leads())
                || is_named())
        }
    }
}

fn is_article(token: &Token) -> bool {
    matches!(token.word, date::elements::A | date::elements::AN)
}

fn touches_number(input: Tokens<'_>) -> bool {
    input.get(1).is_some_and(|it| !it.spaced && it.kind != TokenKind::Word)
}

/// Whether a hedge stands here, and behind it something that it can widen.
fn is_hedge_of_figure(input: Tokens<'_>) -> bool {
    // Mostly nothing stands within the length of a hedge that a figure could begin with.
    const LONGEST: usize = 6;
    let may_be_figure = |it: &Token| match it.kind {
        TokenKind::Number | TokenKind::Code => true,
        TokenKind::Word => it.features.any(ROLES) || it.case == Case::Upper || it.span.len() == 1,
        TokenKind::Mark => it.features.any(ROLES) || SIGNS.contains(&it.word),
        TokenKind::Possessive | TokenKind::Address => false,
    };
    if !input.skip(1).as_slice().iter().take(LONGEST).any(may_be_figure) {
        return false;
    }
    let rest = range::hedge(input).0;
    rest.at() > input.at() && rest.first().is_some_and(|token| !is_plain(rest, token))
}

/// Reads the dates, times, ages and lengths of time that begin at the first token, and returns what follows them.
fn calendar<'a>(input: Tokens<'a>, found: &mut Vec<Claim>) -> Option<Tokens<'a>> {
    const OPENERS: Features = Features::MONTH.with(Features::WEEKDAY).with(Features::CALENDAR);
    const FIGURES: Features =
        Features::HEDGE.with(Features::NUMBER).with(Features::FRACTION).with(Features::PERIOD).with(Features::SCALE);
    let token = input.first()?;
    let may_begin = match token.kind {
        TokenKind::Code => true,
        // A long number is part of a date only beside its era: "10,000 BC".
        TokenKind::Number => token.span.len() <= 5 || date::elements::era(input.skip(1)).is_some(),
        TokenKind::Word => {
            token.features.any(OPENERS.with(Features::PERIOD))
                || (token.case == Case::Upper && input.spelling(token).starts_with("FY"))
                || time::is_stamp(input, token)
        }
        TokenKind::Mark => matches!(token.word, date::elements::QUOTE | date::elements::OPEN_QUOTE),
        _ => false,
    };
    if token.features.any(Features::PERIOD)
        && let Some((start, rest)) = date::around(input)
    {
        found.push(Claim::new(start, rest, Value::Date(Date { reading: CalendarDate::new(Parts::Unbound) })));
        return Some(rest);
    }
    let may_count = token.kind == TokenKind::Number || token.features.any(FIGURES.with(OPENERS));
    // "between 15 and 22 years of age"
    if token.word == date::elements::BETWEEN
        && duration::names_period(input)
        && let Some(rest) = age::ages(input, found)
    {
        return Some(rest);
    }
    if token.word == date::elements::BETWEEN
        && duration::names_period(input)
        && let Ok((rest, length)) = duration::duration(input)
        && length.is_of_one_scale()
    {
        found.push(Claim::new(input, rest, length));
        return Some(rest);
    }
    let may_lead = matches!(token.word, date::elements::BETWEEN | date::elements::FROM);
    if !(may_begin || may_count || may_lead) {
        return None;
    }
    if may_begin && let Some(rest) = time_range::times(input, found).or_else(|| date_range::dates(input, found)) {
        // "two years ago" states a length of time as well, and so does "in two weeks".
        let is_distance = matches!(found.last(), Some(Claim { value: Value::Date(date), .. })
            if date.reading.is_distance() || date.reading.parts == Parts::Unbound);
        if is_distance
            && let Ok((end, length)) = duration::duration(input)
            && end.at() <= rest.at()
        {
            found.push(Claim::new(input, end, length));
        }
        return Some(rest);
    }
    if may_count {
        if let Some(rest) = age::ages(input, found) {
            return Some(rest);
        }
        if let Ok((rest, length)) = duration::duration(input) {
            found.push(Claim::new(input, rest, length));
            return Some(rest);
        }
    }
    // A figure would take its hedge and "between" with it: what is hedged is tried as a date first.
    let behind = if may_lead {
        input.skip(1)
    } else if token.features.any(Features::HEDGE) {
        range::hedge(input).0
    } else {
        return None;
    };
    if behind.at() == input.at() { None } else { calendar(behind, found) }
}

impl Claim {
    /// A claim made of the tokens from the start of `input` up to `rest`.
    pub fn new(input: Tokens<'_>, rest: Tokens<'_>, value: impl Into<Value>) -> Self {
        let tokens = (input.at() as u32, rest.at() as u32);
        Self { span: input.span_to(rest), tokens, value: value.into(), context: Context::default() }
    }
}
