//! The fields of captures: what an expression can ask of a claim by `name.field`.

use super::Scene;
use super::measure::Measure;
use super::types::{Holds, Type};
use super::value::{Calendar, Value};
use crate::claims::{self, Claim, Definition, Kind, KindSet, Value as Says};
use crate::lexicon::{Lexicon, Period, Word};
use crate::reading::{Anchor, Interval, Length, Parts, Relative, Verdict, Weekday, acronyms};

/// A field of a capture.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// The kinds of claim that have it; `None` for every capture, words included.
    pub on: Option<KindSet>,
    /// The type of its value.
    pub result: Type,
    /// What it is, for the reference.
    pub summary: &'static str,
    /// Reads it; the text is the claim as it is written.
    pub read: fn(&Claim, &str) -> Value,
}

/// A field of a capture that the text around it decides.
pub struct SceneField {
    /// Its name.
    pub name: &'static str,
    /// The type of its value.
    pub result: Type,
    /// What it is, for the reference.
    pub summary: &'static str,
    /// Reads it for the capture in a slot.
    pub read: fn(&dyn Scene, usize) -> Value,
}

/// The fields that the text around a capture decides; every capture has them.
pub const SCENE_FIELDS: &[SceneField] = &[
    SceneField {
        name: "around",
        result: Type::List,
        summary: "the stems of the words of weight near it in its sentence, for `in_common`",
        read: |scene, slot| Value::List(scene.words_around(slot).into_iter().map(Value::Text).collect()),
    },
    SceneField {
        name: "nearby",
        result: Type::Text,
        summary: "the text of its sentence, of the one before it and of the one behind it, for `mentions`",
        read: |scene, slot| scene.nearby(slot).map_or(Value::Unknown, |it| Value::Text(it.to_owned())),
    },
    SceneField {
        name: "peers",
        result: Type::List,
        summary: "the other figures of its measure in its sentence: money beside money, percent beside percent",
        read: |scene, slot| {
            let (mut peers, behind) = scene.peers(slot);
            peers.extend(behind);
            Value::List(peers)
        },
    },
    SceneField {
        name: "peers_before",
        result: Type::List,
        summary: "those of its peers that stand before it",
        read: |scene, slot| Value::List(scene.peers(slot).0),
    },
    SceneField {
        name: "peers_behind",
        result: Type::List,
        summary: "those of its peers that stand behind it",
        read: |scene, slot| Value::List(scene.peers(slot).1),
    },
    SceneField {
        name: "sentence",
        result: Type::Measure,
        summary: "the number of its sentence in the article",
        read: |scene, slot| scene.sentence(slot).map_or(Value::Unknown, |it| Value::number(f64::from(it))),
    },
];

const ACRONYM: KindSet = KindSet::of(&[Kind::Acronym]);
const NUMBER: KindSet = KindSet::of(&[Kind::Number]);
const FIGURE: KindSet = KindSet::of(&[Kind::Number, Kind::Percent, Kind::Fraction]);
const SCORE: KindSet = KindSet::of(&[Kind::Score]);
const STATISTIC: KindSet = KindSet::of(&[Kind::Statistic]);

/// All fields.
pub const FIELDS: &[Field] = &[
    Field {
        name: "text",
        on: None,
        result: Type::Text,
        summary: "the words as they are written",
        read: |_, text| Value::Text(text.to_owned()),
    },
    Field {
        name: "reading",
        on: Some(KindSet::ALL),
        result: Type::Text,
        summary: "how the claim was read, in words",
        read: |claim, _| Value::Text(claim.value.describe()),
    },
    Field {
        name: "quoted",
        on: Some(KindSet::ALL),
        result: Type::Truth,
        summary: "whether it stands between quotation marks",
        read: |claim, _| Value::Truth(Verdict::of(claim.context.quoted)),
    },
    Field {
        name: "heading",
        on: Some(KindSet::ALL),
        result: Type::Truth,
        summary: "whether it stands in a headline",
        read: |claim, _| Value::Truth(Verdict::of(claim.context.heading)),
    },
    Field {
        name: "caption",
        on: Some(KindSet::ALL),
        result: Type::Truth,
        summary: "whether it stands in a caption",
        read: |claim, _| Value::Truth(Verdict::of(claim.context.caption)),
    },
    Field {
        name: "negated",
        on: Some(KindSet::ALL),
        result: Type::Truth,
        summary: "whether its clause denies it",
        read: |claim, _| Value::Truth(Verdict::of(claim.context.negated)),
    },
    Field {
        name: "hedged",
        on: Some(KindSet::ALL),
        result: Type::Truth,
        summary: "whether its clause doubts it",
        read: |claim, _| Value::Truth(Verdict::of(claim.context.hedged)),
    },
    Field {
        name: "points",
        on: Some(KindSet::of(&[Kind::Percent])),
        result: Type::Truth,
        summary: "whether it counts percentage or basis points",
        read: |claim, _| match &claim.value {
            Says::Percent(percent) => Value::Truth(Verdict::of(percent.is_points())),
            _ => Value::Truth(Verdict::Conflict),
        },
    },
    Field {
        name: "weekday",
        on: Some(KindSet::of(&[Kind::Date, Kind::Time])),
        result: Type::Text,
        summary: "the day of the week that is written beside the date or the time",
        read: |claim, _| match &claim.value {
            Says::Date(date) => text_or_unknown(date.weekday().map(Weekday::name)),
            Says::Time(time) => text_or_unknown(time.weekday.map(Weekday::name)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "distance",
        on: Some(KindSet::of(&[Kind::Date])),
        result: Type::Measure,
        summary: "how far away a date is from the one it is told from: two years, of \"two years ago\"",
        read: |claim, _| match &claim.value {
            Says::Date(date) => date.reading.distance().map_or(Value::Unknown, |(length, _)| Value::Duration(length)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "backwards",
        on: Some(KindSet::of(&[Kind::Date])),
        result: Type::Truth,
        summary: "whether it lies before the date that it is told from: \"two years ago\", \"two years earlier\"",
        read: |claim, _| match &claim.value {
            Says::Date(date) => Value::Truth(
                date.reading.distance().map_or(Verdict::CannotTell, |(_, backwards)| Verdict::of(backwards)),
            ),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "from_today",
        on: Some(KindSet::of(&[Kind::Date])),
        result: Type::Truth,
        summary: "whether it is told from the article's day: \"two years ago\", not \"two years earlier\"",
        read: |claim, _| match &claim.value {
            Says::Date(date) => Value::Truth(Verdict::of(matches!(
                date.reading.parts,
                Parts::Relative(Relative { anchor: Anchor::Article, .. })
            ))),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "dated",
        on: Some(KindSet::of(&[Kind::Date])),
        result: Type::Truth,
        summary: "whether the year is written with the date",
        read: |claim, _| match &claim.value {
            Says::Date(date) => Value::Truth(Verdict::of(date.reading.year().is_some())),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "from",
        on: Some(KindSet::of(&[Kind::DateRange])),
        result: Type::Date,
        summary: "the first date of a range",
        read: |claim, _| match &claim.value {
            Says::DateRange(range) => Value::Date(Calendar::of_date(range.from)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "to",
        on: Some(KindSet::of(&[Kind::DateRange])),
        result: Type::Date,
        summary: "the last date of a range",
        read: |claim, _| match &claim.value {
            Says::DateRange(range) => Value::Date(Calendar::of_date(range.to)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "written",
        on: Some(FIGURE),
        result: Type::Measure,
        summary: "the number as it is written, taken as exact: interest rates are not rounded",
        read: |claim, _| match &claim.value {
            Says::Number(it) => Value::number(it.figure.value()),
            Says::Percent(it) => Value::Measure(Measure::percent(Interval::exact(it.share().point))),
            Says::Fraction(it) => Value::Measure(Measure::percent(Interval::exact(it.figure.value()))),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "unrounded",
        on: Some(FIGURE),
        result: Type::Measure,
        summary: "the number where trailing zeros are no rounding: 40 percent is 39.5 to 40.5, and not 38",
        read: |claim, _| match &claim.value {
            Says::Number(it) => Value::Measure(Measure::plain(it.figure.without_rounding().as_count())),
            Says::Percent(it) => {
                let tight = claims::Percent { figure: it.figure.without_rounding(), points: it.points };
                Value::Measure(Measure::percent(tight.share()))
            }
            Says::Fraction(it) => Value::Measure(Measure::percent(it.figure.interval)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "per",
        on: Some(KindSet::of(&[Kind::Money])),
        result: Type::Text,
        summary: "what a sum is paid for: hour in `$15 an hour`",
        read: |claim, _| match &claim.value {
            Says::Money(sum) => match sum.per {
                Some(unit) => Value::Text(unit.id().trim_start_matches("per-").to_owned()),
                None => Value::Unknown,
            },
            _ => Value::Unknown,
        },
    },
    Field {
        name: "first",
        on: Some(SCORE),
        result: Type::Measure,
        summary: "the first number of a score or a vote",
        read: |claim, _| match &claim.value {
            Says::Score(score) => Value::number(score.first),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "second",
        on: Some(SCORE),
        result: Type::Measure,
        summary: "the second number of a score or a vote",
        read: |claim, _| match &claim.value {
            Says::Score(score) => Value::number(score.second),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "test",
        on: Some(STATISTIC),
        result: Type::Text,
        summary: "the letter of the statistic: t, F, chi2, r, z, p, M, SD or d",
        read: |claim, _| match &claim.value {
            Says::Statistic(statistic) => Value::Text(statistic.test.name().to_owned()),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "form",
        on: Some(KindSet::of(&[Kind::List])),
        result: Type::Text,
        summary: "how a list is written: names, counts, words, phrases, mixed, semicolons, bullets, lettered, ordinals or total",
        read: |claim, _| match &claim.value {
            Says::List(list) => Value::Text(list.form.as_str().to_owned()),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "number",
        on: Some(STATISTIC),
        result: Type::Measure,
        summary: "the value of the statistic",
        read: |claim, _| match &claim.value {
            Says::Statistic(statistic) => Value::Measure(Measure::plain(statistic.value.1.interval)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "p",
        on: Some(STATISTIC),
        result: Type::Measure,
        summary: "the probability that is given with the statistic",
        read: |claim, _| match &claim.value {
            Says::Statistic(statistic) => {
                statistic.stated_p().map_or(Value::Unknown, |it| Value::Measure(Measure::plain(it)))
            }
            _ => Value::Unknown,
        },
    },
    Field {
        name: "total",
        on: Some(KindSet::of(&[Kind::List])),
        result: Type::Measure,
        summary: "how many things the entries of a list stand for: 5 for two Republicans, two Democrats and an independent",
        read: |claim, _| match &claim.value {
            Says::List(list) if list.items.iter().all(|it| it.text.ends_with('%')) => {
                Value::Measure(Measure::percent(list.total()))
            }
            Says::List(list) => Value::Measure(Measure::plain(list.total())),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "size",
        on: Some(KindSet::of(&[Kind::List])),
        result: Type::Measure,
        summary: "how many entries the list has, within the bounds that its commas leave: a remark between commas is no entry",
        read: |claim, _| match &claim.value {
            Says::List(list) => Value::Measure(Measure::plain(list.size())),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "is_multiple",
        on: Some(NUMBER),
        result: Type::Truth,
        summary: "whether the number multiplies: tenfold, three times",
        read: |claim, _| match &claim.value {
            Says::Number(number) => Value::Truth(Verdict::of(number.is_multiple)),
            Says::Age(_) => Value::Truth(Verdict::of(false)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "length",
        on: Some(KindSet::of(&[Kind::Age])),
        result: Type::Measure,
        summary: "an age as a length of time: eleven months",
        read: |claim, _| match &claim.value {
            Says::Age(age) => Value::Duration(Length::new(age.figure, age.period)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "in_years",
        on: Some(KindSet::of(&[Kind::Age])),
        result: Type::Truth,
        summary: "whether an age is told in years",
        read: |claim, _| match &claim.value {
            Says::Age(age) => Value::Truth(Verdict::of(age.period == Period::Year)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "priced",
        on: Some(KindSet::of(&[Kind::Money])),
        result: Type::Truth,
        summary: "whether the sum is the price of one of something: $3 a gallon",
        read: |claim, _| match &claim.value {
            Says::Money(sum) => Value::Truth(Verdict::of(sum.per.is_some())),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "decimals",
        on: Some(NUMBER),
        result: Type::Measure,
        summary: "the digits behind the decimal point as a whole number: 9 in 14.9, 11 in 12.11",
        read: |_, text| match text.split_once('.').and_then(|(_, digits)| digits.parse::<f64>().ok()) {
            Some(digits) => Value::number(digits),
            None => Value::Unknown,
        },
    },
    Field {
        name: "counts_things",
        on: Some(NUMBER),
        result: Type::Truth,
        summary: "whether a common noun in the plural says what is counted: four states, not Four Corners",
        read: |claim, _| match &claim.value {
            Says::Number(number) => Value::Truth(Verdict::of(number.counts_things())),
            Says::Age(_) => Value::Truth(Verdict::of(false)),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "noun",
        on: Some(NUMBER),
        result: Type::Text,
        summary: "what is counted",
        read: |claim, _| match &claim.value {
            Says::Number(number) => text_or_unknown(number.noun.as_deref()),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "title",
        on: Some(KindSet::of(&[Kind::Name])),
        result: Type::Text,
        summary: "the title directly before a person's name",
        read: |claim, _| match &claim.value {
            Says::Name(name) => text_or_unknown(name.title.as_deref()),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "titled",
        on: Some(KindSet::of(&[Kind::Name])),
        result: Type::Truth,
        summary: "whether a title stands directly before a person's name",
        read: |claim, _| match &claim.value {
            Says::Name(name) => Value::Truth(Verdict::of(name.title.is_some())),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "bearer",
        on: Some(KindSet::of(&[Kind::Name])),
        result: Type::Text,
        summary: "the same for all names of one person, organization or place in the article",
        read: |claim, _| match &claim.value {
            Says::Name(name) => name.entity.map_or(Value::Unknown, |it| Value::Text(format!("bearer {it}"))),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "short",
        on: Some(ACRONYM),
        result: Type::Text,
        summary: "the acronym without the ending of its plural",
        read: |claim, text| match &claim.value {
            Says::Acronym(_) => Value::Text(acronyms::singular(text).to_owned()),
            _ => Value::Unknown,
        },
    },
    Field {
        name: "long",
        on: Some(ACRONYM),
        result: Type::Text,
        summary: "what the acronym is said to stand for, where it is defined",
        read: |claim, _| text_or_unknown(definition(claim).map(|it| &*it.long)),
    },
    Field {
        name: "defined",
        on: Some(ACRONYM),
        result: Type::Truth,
        summary: "whether the acronym is defined here",
        read: |claim, _| Value::Truth(Verdict::of(definition(claim).is_some())),
    },
    Field {
        name: "fits",
        on: Some(ACRONYM),
        result: Type::Truth,
        summary: "whether the letters of the acronym come from what it is said to stand for",
        read: |claim, _| Value::Truth(definition(claim).map_or(Verdict::CannotTell, |it| it.letters)),
    },
    Field {
        name: "letters",
        on: Some(ACRONYM),
        result: Type::Text,
        summary: "the different letters of the acronym in alphabetical order",
        read: |claim, text| match &claim.value {
            Says::Acronym(_) => {
                let mut letters = acronyms::letters(text);
                letters.sort_unstable();
                letters.dedup();
                Value::Text(letters.into_iter().map(char::from).collect())
            }
            _ => Value::Unknown,
        },
    },
    Field {
        name: "familiar",
        on: Some(ACRONYM),
        result: Type::Truth,
        summary: "whether readers know the acronym without a definition",
        read: |claim, text| match &claim.value {
            Says::Acronym(_) => {
                let short = Word::of(acronyms::singular(text));
                Value::Truth(Verdict::of(Lexicon::built_in().acronyms.is_common(short)))
            }
            _ => Value::Unknown,
        },
    },
];

fn definition(claim: &Claim) -> Option<&Definition> {
    match &claim.value {
        Says::Acronym(acronym) => acronym.definition.as_ref(),
        _ => None,
    }
}

fn text_or_unknown(text: Option<&str>) -> Value {
    text.map_or(Value::Unknown, |it| Value::Text(it.to_owned()))
}

impl Field {
    /// Whether captures of this sort have the field.
    pub fn is_on(&self, holds: Holds) -> bool {
        self.on.is_none_or(|on| on.meets(holds.kinds()))
    }

    /// The value for a capture of words.
    pub(super) fn of_words(&self, text: &str) -> Value {
        if self.name == "text" { Value::Text(text.to_owned()) } else { Value::Unknown }
    }
}

impl std::fmt::Debug for SceneField {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

impl std::fmt::Debug for Field {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name)
    }
}
