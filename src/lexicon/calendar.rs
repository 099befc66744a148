//! The words of the calendar and the clock, from `rules/lexicon/calendar.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{DateRoles, Features, Lexicon, Word, WordMap, embedded, words_of};

/// What calendar words mean.
#[derive(Debug, Default)]
pub struct Calendar {
    roles: WordMap<DateRoles>,
    months: WordMap<Named>,
    weekdays: WordMap<Named>,
    ambiguous: WordMap<()>,
    named_days: WordMap<()>,
    recurring: WordMap<()>,
    named_decades: WordMap<u8>,
    qualifiers: WordMap<()>,
    kinds_of_year: WordMap<()>,
    kinds_of_day: WordMap<()>,
    movable: WordMap<()>,
    seasons: WordMap<u8>,
    ordinals: WordMap<u8>,
    counts: WordMap<u8>,
    tens: WordMap<u8>,
    periods: WordMap<Period>,
    short: WordMap<Period>,
    days: WordMap<i8>,
    which: WordMap<i8>,
    day_parts: WordMap<(u8, u8)>,
    portions: WordMap<Portion>,
    old_style: Vec<Vec<Word>>,
    feasts: WordMap<Vec<Feast>>,
    anniversaries: WordMap<u16>,
}

/// A feast of a fixed day: its words, its month and its day.
#[derive(Debug)]
struct Feast {
    words: Vec<Word>,
    month: u8,
    day: u8,
}

/// A month (1–12) or a day of the week (1 is Monday) that a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its number, from 1.
    pub number: u8,
    /// Whether the word is its abbreviation, which may take a full stop.
    pub abbreviated: bool,
    /// Whether the word means something else in lower case.
    pub ambiguous: bool,
    /// Whether the word is a given name too: "April".
    pub given: bool,
}

/// A length of time that the calendar or the clock names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// 1 s.
    Second,
    /// 60 s.
    Minute,
    /// 3,600 s.
    Hour,
    /// A calendar day.
    Day,
    /// A night, counted as a day.
    Night,
    /// Saturday and Sunday.
    Weekend,
    /// Seven days.
    Week,
    /// Fourteen days.
    Fortnight,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

/// A part of a period: "early May", "mid-2016", "the late 1990s".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Portion {
    /// Its first half.
    Early,
    /// Around its middle.
    Mid,
    /// Its second half.
    Late,
}

impl Calendar {
    /// In which ways a date can begin with a word.
    pub fn roles(&self, word: Word) -> DateRoles {
        self.roles.get(&word).copied().unwrap_or_default()
    }

    /// The month that a word names.
    pub fn month(&self, word: Word) -> Option<Named> {
        self.months.get(&word).copied()
    }

    /// The day of the week that a word names.
    pub fn weekday(&self, word: Word) -> Option<Named> {
        self.weekdays.get(&word).copied()
    }

    /// Whether a weekday behind the word is a name: "Black Friday".
    pub fn names_day(&self, word: Word) -> bool {
        self.named_days.contains_key(&word)
    }

    /// Whether the word makes what follows recur: "every".
    pub fn recurs(&self, word: Word) -> bool {
        self.recurring.contains_key(&word)
    }

    /// The tens behind the word that are a decade of the twentieth century: 20 for "roaring".
    pub fn named_decade(&self, word: Word) -> Option<u8> {
        self.named_decades.get(&word).copied()
    }

    /// Whether the word names a feast or games that have another day in each year: "Easter".
    pub fn moves(&self, word: Word) -> bool {
        self.movable.contains_key(&word)
    }

    /// Whether the word may stand between a count and its period without changing it: "two full days".
    pub fn qualifies(&self, word: Word) -> bool {
        self.qualifiers.contains_key(&word)
    }

    /// Whether a year behind the word is none of the calendar: "fiscal".
    pub fn is_kind_of_year(&self, word: Word) -> bool {
        self.kinds_of_year.contains_key(&word)
    }

    /// Whether only some days are of the kind that the word names: "working".
    pub fn is_kind_of_day(&self, word: Word) -> bool {
        self.kinds_of_day.contains_key(&word)
    }

    /// The EDTF number of the season that a word names: 21 is spring.
    pub fn season(&self, word: Word) -> Option<u8> {
        self.seasons.get(&word).copied()
    }

    /// The value of an ordinal word up to 30.
    pub fn ordinal(&self, word: Word) -> Option<u8> {
        self.ordinals.get(&word).copied()
    }

    /// The value of a cardinal word below a hundred.
    pub fn count(&self, word: Word) -> Option<u8> {
        self.counts.get(&word).copied()
    }

    /// The first of the ten years that a word names: "forties".
    pub fn tens(&self, word: Word) -> Option<u8> {
        self.tens.get(&word).copied()
    }

    /// The period that a word names.
    pub fn period(&self, word: Word) -> Option<Period> {
        self.periods.get(&word).copied()
    }

    /// The period that a letter right behind digits means.
    pub fn short_period(&self, word: Word) -> Option<Period> {
        self.short.get(&word).copied()
    }

    /// How many days from today a word means: "yesterday" is -1.
    pub fn day_from_today(&self, word: Word) -> Option<i8> {
        self.days.get(&word).copied()
    }

    /// Which period a word means, counted from the present one: "last" is -1.
    pub fn which(&self, word: Word) -> Option<i8> {
        self.which.get(&word).copied()
    }

    /// First hour and hour behind the last of the part of the day that a word names.
    pub fn day_part(&self, word: Word) -> Option<(u8, u8)> {
        self.day_parts.get(&word).copied()
    }

    /// The part of a period that a word means.
    pub fn portion(&self, word: Word) -> Option<Portion> {
        self.portions.get(&word).copied()
    }

    /// The month and the day of the feast that the words begin with ("Christmas Day"), and how many words it takes.
    pub fn feast(&self, words: impl Fn(usize) -> Option<Word>) -> Option<(u8, u8, usize)> {
        let feasts = self.feasts.get(&words(0)?)?.iter();
        let mut here = feasts.filter(|it| it.words.iter().enumerate().all(|(at, word)| words(at) == Some(*word)));
        here.next().map(|it| (it.month, it.day, it.words.len()))
    }

    /// The years that a word for an anniversary counts: 50 for "golden".
    pub fn anniversary(&self, word: Word) -> Option<u16> {
        self.anniversaries.get(&word).copied()
    }

    /// The words and phrases that speak for the Julian calendar.
    pub fn old_style(&self) -> &[Vec<Word>] {
        &self.old_style
    }
}

#[derive(Deserialize)]
struct File {
    months: Vec<Vec<String>>,
    weekdays: Vec<Vec<String>>,
    ambiguous: Vec<String>,
    given_names: Vec<String>,
    named_days: Vec<String>,
    recurring: Vec<String>,
    seasons: BTreeMap<String, Vec<String>>,
    ordinals: BTreeMap<String, u8>,
    counts: BTreeMap<String, u8>,
    tens: BTreeMap<String, u8>,
    named_decades: BTreeMap<String, u8>,
    qualifiers: Words,
    kinds: Kinds,
    joints: Words,
    movable: Words,
    periods: BTreeMap<Period, Vec<String>>,
    short: BTreeMap<String, Period>,
    days: BTreeMap<String, i8>,
    which: BTreeMap<String, i8>,
    day_parts: BTreeMap<String, (u8, u8)>,
    portions: BTreeMap<String, Portion>,
    old_style: OldStyle,
    feasts: BTreeMap<String, (u8, u8)>,
    anniversaries: BTreeMap<String, u16>,
}

#[derive(Deserialize)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Kinds {
    years: Vec<String>,
    days: Vec<String>,
}

#[derive(Deserialize)]
struct OldStyle {
    words: Vec<String>,
    phrases: Vec<String>,
}

/// The quarters and halves of a year.
const PARTS: &[&str] = &["q1", "q2", "q3", "q4", "h1", "h2"];

/// Words that begin a date and stand in no list of the file.
const NAMED: &[(DateRoles, &[&str])] = &[
    (DateRoles::COUNT, &["half"]),
    (DateRoles::PART, PARTS),
    (DateRoles::FISCAL, &["fiscal", "financial", "fy"]),
    (DateRoles::ERA, &["ad", "a.d."]),
];

/// Words that begin a date, a time, a duration or an age and stand in no list of the file.
const OPENERS: &[&str] =
    &["fiscal", "fy", "ad", "a.d.", "aged", "age", "half", "quarter", "a", "an", "several", "few", "couple", "day"];
/// Those among them that say something alone.
const WHOLE: &[&str] = &["noon", "midnight", "midday"];

const WHOLE_ROLES: Features = Features::CALENDAR.with(Features::WHOLE);

/// Reads the file and marks its words.
pub(super) fn load(lexicon: &mut Lexicon) -> Calendar {
    let file: File = embedded::parse("lexicon/calendar");
    let mut calendar = Calendar { ambiguous: set(&file.ambiguous), ..Calendar::default() };
    let given = set(&file.given_names);
    calendar.months = named(&file.months, &calendar.ambiguous, &given, lexicon, Features::MONTH);
    calendar.weekdays = named(&file.weekdays, &calendar.ambiguous, &given, lexicon, Features::WEEKDAY);
    calendar.named_days = set(&file.named_days);
    calendar.recurring = set(&file.recurring);
    calendar.named_decades = table(&file.named_decades);
    calendar.qualifiers = set(&file.qualifiers.words);
    calendar.movable = set(&file.movable.words);
    for (number, words) in &file.seasons {
        let number: u8 = number.parse().expect("a season is an EDTF number");
        for word in words {
            calendar.seasons.insert(Word::of(word), number);
            lexicon.mark(word, WHOLE_ROLES);
        }
    }
    calendar.ordinals = table(&file.ordinals);
    calendar.counts = table(&file.counts);
    calendar.tens = table(&file.tens);
    for (period, words) in &file.periods {
        for word in words {
            calendar.periods.insert(Word::of(word), *period);
            lexicon.mark(word, Features::PERIOD);
        }
    }
    calendar.short = table(&file.short);
    calendar.days = table(&file.days);
    calendar.which = table(&file.which);
    calendar.day_parts = table(&file.day_parts);
    calendar.portions = table(&file.portions);
    let openers = [&file.days, &file.which].into_iter().flat_map(BTreeMap::keys).map(String::as_str);
    let more = file.portions.keys().chain(file.day_parts.keys()).chain(file.tens.keys()).map(String::as_str);
    let numerals = file.ordinals.keys().chain(file.counts.keys()).map(String::as_str);
    let more = more.chain(file.named_decades.keys().map(String::as_str));
    for word in openers.chain(more).chain(numerals).chain(OPENERS.iter().copied()) {
        lexicon.mark(word, Features::CALENDAR);
    }
    for (name, (month, day)) in &file.feasts {
        let words = words_of(name);
        for (at, word) in words.iter().enumerate() {
            let first = if words.len() == 1 { WHOLE_ROLES } else { Features::CALENDAR };
            lexicon.mark_word(*word, if at == 0 { first } else { Features::JOINT });
        }
        calendar.feasts.entry(words[0]).or_default().push(Feast { words, month: *month, day: *day });
    }
    let of_file = file.days.keys().chain(file.tens.keys()).map(String::as_str);
    for word in of_file.chain(WHOLE.iter().chain(PARTS).copied()) {
        lexicon.mark(word, WHOLE_ROLES);
    }
    calendar.roles = roles(&file);
    calendar.kinds_of_year = set(&file.kinds.years);
    calendar.kinds_of_day = set(&file.kinds.days);
    let kinds = file.kinds.years.iter().chain(&file.kinds.days);
    for word in file.joints.words.iter().chain(&file.qualifiers.words).chain(kinds) {
        lexicon.mark(word, Features::JOINT);
    }
    calendar.anniversaries = file.anniversaries.iter().map(|(name, years)| (Word::of(name), *years)).collect();
    for words in file.old_style.words.iter().chain(&file.old_style.phrases) {
        words_of(words).iter().take(1).for_each(|first| lexicon.mark_word(*first, Features::OLD_STYLE));
    }
    calendar.old_style = file.old_style.words.iter().chain(&file.old_style.phrases).map(|it| words_of(it)).collect();
    calendar
}

/// The ways in which a date can begin with each word.
fn roles(file: &File) -> WordMap<DateRoles> {
    let mut roles = WordMap::<DateRoles>::default();
    let mut add = |word: &str, role: DateRoles| {
        let known = roles.entry(words_of(word)[0]).or_default();
        *known = known.with(role);
    };
    file.portions.keys().for_each(|it| add(it, DateRoles::PORTION));
    file.ordinals.keys().for_each(|it| add(it, DateRoles::ORDINAL));
    for (word, count) in &file.counts {
        add(word, DateRoles::COUNT);
        // "twenty-first", "nineteen-fifties"
        if matches!(count, 20 | 30) {
            add(word, DateRoles::ORDINAL);
        }
        if matches!(count, 16..=20) {
            add(word, DateRoles::DECADE);
        }
    }
    file.tens.keys().chain(file.named_decades.keys()).for_each(|it| add(it, DateRoles::DECADE));
    file.seasons.values().flatten().for_each(|it| add(it, DateRoles::SEASON));
    file.periods.values().flatten().for_each(|it| add(it, DateRoles::PERIOD));
    file.days.keys().for_each(|it| add(it, DateRoles::DAY));
    file.which.keys().for_each(|it| add(it, DateRoles::WHICH));
    file.feasts.keys().for_each(|it| add(it, DateRoles::FEAST));
    for (role, words) in NAMED {
        words.iter().for_each(|it| add(it, *role));
    }
    roles
}

fn named(
    lists: &[Vec<String>],
    ambiguous: &WordMap<()>,
    given: &WordMap<()>,
    lexicon: &mut Lexicon,
    role: Features,
) -> WordMap<Named> {
    let mut found = WordMap::default();
    for (index, words) in lists.iter().enumerate() {
        for (rank, spelling) in words.iter().enumerate() {
            let (word, abbreviated) = (Word::of(spelling), rank > 0);
            let (ambiguous, given) = (ambiguous.contains_key(&word), given.contains_key(&word));
            let named = Named { number: index as u8 + 1, abbreviated, ambiguous, given };
            found.insert(word, named);
            lexicon.mark(spelling, role);
        }
    }
    found
}

fn set(words: &[String]) -> WordMap<()> {
    words.iter().map(|word| (Word::of(word), ())).collect()
}

fn table<V: Copy>(entries: &BTreeMap<String, V>) -> WordMap<V> {
    entries.iter().map(|(word, value)| (Word::of(word), *value)).collect()
}
