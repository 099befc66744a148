//! Units of measurement: `rules/lexicon/units.toml`.

mod rows;

use std::collections::HashMap;

use rows::{File, Row};

use super::{Dimension, Features, Lexicon, Word, WordMap, embedded};

/// All units, their factors and their spellings.
#[derive(Debug, Default)]
pub struct Units {
    entries: Vec<UnitEntry>,
    by_id: HashMap<String, UnitId>,
    spellings: WordMap<Vec<UnitSpelling>>,
    leading: WordMap<Unit>,
    dimensions: Vec<(Dimension, String)>,
}

/// A unit: its place in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct UnitId(u16);

/// What is known of one unit.
#[derive(Debug)]
pub struct UnitEntry {
    /// CLDR unit identifier: `square-mile`.
    pub id: String,
    /// The CLDR base unit that `factor` counts.
    pub base: String,
    /// How many of the base unit it is, as an exact fraction where it is one of CLDR's own units.
    pub rational: String,
    /// How many of the base unit it is.
    pub factor: f64,
    /// What is added, in the base unit, to reach the base's zero; 0 but for scales of temperature.
    pub offset: f64,
    /// How many SI units it is: `factor`, with years counted in seconds.
    pub si: f64,
    /// What it measures.
    pub dimension: Dimension,
    /// The smaller unit that may follow it: inch behind foot.
    pub part: Option<UnitId>,
    /// Whether no factor leads from it to others (the Beaufort scale).
    pub is_special: bool,
    /// The least and the most SI units that it can be, where that depends on more than the text says: a Mach number
    /// counts the speed of sound, which falls with the temperature of the air.
    pub spread: Option<(f64, f64)>,
    /// Whether it is written before its number: "Mach 2".
    pub leads: bool,
    /// How messages write it behind a number: "km", "square miles".
    pub display: String,
}

/// A unit, or one divided by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// The unit, or what is divided; `None` for a plain count.
    pub over: Option<UnitId>,
    /// What it is divided by.
    pub under: Option<UnitId>,
}

/// One way to write a unit.
#[derive(Debug)]
pub struct UnitSpelling {
    /// The words behind the first one.
    pub rest: Vec<Word>,
    /// The spelling without spaces where its case matters: a symbol.
    pub symbol: Option<Box<str>>,
    /// The units that it can mean, the likeliest first.
    pub units: Vec<Unit>,
}

impl Units {
    /// Reads the file and marks the first words of its spellings.
    pub(super) fn load(lexicon: &mut Lexicon) -> Self {
        let file: File = embedded::parse("lexicon/units");
        let mut units = Self::default();
        let mut parts = Vec::new();
        for row in &file.unit {
            let id = units.add(row);
            if let Some(part) = &row.part {
                parts.push((id, part.clone()));
            }
            for prefix in &row.prefixes {
                let known = file.prefix.get(prefix);
                let known = known.unwrap_or_else(|| panic!("rules/lexicon/units.toml: no prefix {prefix}"));
                units.add(&row.prefixed(prefix, known));
            }
        }
        for (id, part) in parts {
            units.entries[usize::from(id.0)].part = Some(units.named(&part));
        }
        for rate in &file.rate {
            let unit = Unit { over: Some(units.named(&rate.over)), under: Some(units.named(&rate.under)) };
            units.spell(unit, &rate.names, &rate.symbols);
        }
        units.dimensions = file.dimension.into_iter().map(|(name, base)| (Dimension::parse(&base).0, name)).collect();
        #[allow(clippy::iter_over_hash_type)] // each list is sorted for itself
        for (first, spellings) in &mut units.spellings {
            spellings.sort_by_key(|it| (std::cmp::Reverse(it.rest.len()), it.symbol.is_none()));
            lexicon.mark_word(*first, Features::UNIT);
        }
        units
    }

    /// What is known of a unit.
    pub fn entry(&self, id: UnitId) -> &UnitEntry {
        &self.entries[usize::from(id.0)]
    }

    /// The unit of a CLDR identifier, also of one divided by another: `kilometer-per-hour`.
    pub fn get(&self, id: &str) -> Option<Unit> {
        if let Some(over) = self.by_id.get(id) {
            return Some(Unit { over: Some(*over), under: None });
        }
        let (over, under) = id.split_once("per-")?;
        let over = match over.strip_suffix('-') {
            Some(over) => Some(*self.by_id.get(over)?),
            None => None,
        };
        Some(Unit { over, under: Some(*self.by_id.get(under)?) })
    }

    /// The spellings that begin with a word, the longest first.
    pub fn spellings(&self, first: Word) -> &[UnitSpelling] {
        self.spellings.get(&first).map_or(&[], Vec::as_slice)
    }

    /// The unit that a word names before its number: "Mach 2".
    pub fn leading(&self, word: Word) -> Option<Unit> {
        self.leading.get(&word).copied()
    }

    /// All units, in the order of the file.
    pub fn entries(&self) -> &[UnitEntry] {
        &self.entries
    }

    /// What a quantity of a dimension is called: "length".
    pub fn dimension_name(&self, dimension: Dimension) -> Option<&str> {
        self.dimensions.iter().find(|(it, _)| *it == dimension).map(|(_, name)| name.as_str())
    }

    /// The dimension of a name.
    pub fn dimension(&self, name: &str) -> Option<Dimension> {
        self.dimensions.iter().find(|(_, it)| it == name).map(|(dimension, _)| *dimension)
    }

    fn named(&self, id: &str) -> UnitId {
        *self.by_id.get(id).unwrap_or_else(|| panic!("rules/lexicon/units.toml: there is no unit {id}"))
    }

    /// Adds a unit, its squares and its cubes; one that is known already gets more spellings.
    fn add(&mut self, row: &Row) -> UnitId {
        let id = self.add_power(row, 1);
        if row.powers {
            self.add_power(&row.squared("square-", &["square ", "sq ", "sq. "], " squared", '²', '2'), 2);
            self.add_power(&row.squared("cubic-", &["cubic ", "cu ", "cu. "], " cubed", '³', '3'), 3);
        }
        id
    }

    fn add_power(&mut self, row: &Row, power: i32) -> UnitId {
        let id = self.by_id.get(&row.id).copied().unwrap_or_else(|| {
            let entry = row.entry(power);
            let id = UnitId(u16::try_from(self.entries.len()).expect("the table is small"));
            self.entries.push(entry);
            self.by_id.insert(row.id.clone(), id);
            id
        });
        let unit = Unit { over: Some(id), under: None };
        self.spell(unit, &row.names, &row.symbols);
        self.leading.extend(row.leads.iter().map(|it| (Word::of(it), unit)));
        id
    }

    fn spell(&mut self, unit: Unit, names: &[String], symbols: &[String]) {
        let names = names.iter().map(|it| (it, None));
        let symbols = symbols.iter().map(|it| (it, Some(it.replace(' ', "").into_boxed_str())));
        for (spelling, symbol) in names.chain(symbols) {
            let mut words = pieces(spelling);
            let rest = words.split_off(1);
            let list = self.spellings.entry(words[0]).or_default();
            match list.iter_mut().find(|it| it.rest == rest && it.symbol == symbol) {
                Some(known) if known.units.contains(&unit) => {}
                Some(known) => known.units.push(unit),
                None => list.push(UnitSpelling { rest, symbol, units: vec![unit] }),
            }
        }
    }
}

/// The tokens of a spelling, as the lexer cuts them: words with their digits, single letters with full stops, marks.
pub(super) fn pieces(spelling: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for part in spelling.split(' ').filter(|it| !it.is_empty()) {
        let is_dotted = part.len() > 3 && part.split_terminator('.').all(|it| it.chars().count() == 1);
        if is_dotted {
            words.push(Word::of(part));
            continue;
        }
        let mut start = 0;
        for (at, letter) in part.char_indices() {
            let joins = |it: char| it.is_alphanumeric() || matches!(it, '²' | '³');
            let previous = part[..at].chars().next_back();
            let is_number_start = letter.is_ascii_digit() && previous.is_none_or(|it| !joins(it));
            let continues = previous.is_some_and(joins) && joins(letter) && !is_number_start;
            if at > 0 && !continues {
                words.push(Word::of(&part[start..at]));
                start = at;
            }
        }
        words.push(Word::of(&part[start..]));
    }
    words
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    /// Units for which the shared list has another fraction than CLDR: it multiplied by what stands behind the
    /// second factor of a divisor (`ft_to_m/12*12`), where CLDR has a single fraction bar. Their right values are in
    /// the test below.
    const MISREAD: [&str; 24] = [
        "arc-minute",
        "arc-second",
        "barrel",
        "bushel",
        "cup",
        "dessert-spoon",
        "dessert-spoon-imperial",
        "dram",
        "drop",
        "fluid-ounce",
        "gallon",
        "gasoline-energy-density",
        "jigger",
        "koku",
        "pinch",
        "pint",
        "quart",
        "radian",
        "sai",
        "shaku",
        "steradian",
        "tablespoon",
        "teaspoon",
        "to-jp",
    ];

    fn entry(id: &str) -> &'static super::UnitEntry {
        let units = &Lexicon::built_in().units;
        units.entry(units.get(id).and_then(|it| it.over).unwrap_or_else(|| panic!("there is no {id}")))
    }

    /// Every factor is that of CLDR, to the last digit of its fraction, where its list is at hand.
    #[test]
    fn factors_are_those_of_cldr() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval/suites/cldr_unit_factors.jsonl");
        let Ok(list) = std::fs::read_to_string(path) else {
            #[allow(clippy::print_stderr)]
            {
                eprintln!("SKIPPED: the list of CLDR's factors is not at {path}");
            }
            return;
        };
        let mut count = 0;
        for line in list.lines() {
            let case: serde_json::Value = serde_json::from_str(line).expect("the list is JSON");
            let (id, expected) = (case["text"].as_str().unwrap().trim_start_matches("1 "), &case["expect"]);
            let entry = entry(id);
            assert_eq!(entry.base, expected["base"].as_str().unwrap(), "{id}");
            count += 1;
            let rational = expected["factor_rational"].as_str().unwrap();
            let rational = rational.strip_suffix("/1").unwrap_or(rational);
            assert_eq!(entry.rational != rational, MISREAD.contains(&id), "{id}: {} {rational}", entry.rational);
            if entry.rational != rational {
                continue;
            }
            // The list's binary fractions are not always the nearest ones to its exact fractions.
            let factor = expected["factor"].as_f64().unwrap();
            assert!((entry.factor - factor).abs() <= f64::EPSILON * factor, "{id}: {} {factor}", entry.factor);
            assert_eq!(entry.offset, expected["offset"].as_f64().unwrap(), "{id}");
        }
        assert_eq!(count, 155);
    }

    /// Definitions that stand in any handbook.
    #[test]
    fn factors_are_those_of_their_definitions() {
        const GALLON: f64 = 231.0 * 0.0254 * 0.0254 * 0.0254;
        const SHO: f64 = 2401.0 / 1_331_000.0;
        for (id, factor) in [
            ("gallon", GALLON),
            ("quart", GALLON / 4.0),
            ("pint", GALLON / 8.0),
            ("cup", GALLON / 16.0),
            ("fluid-ounce", GALLON / 128.0),
            ("tablespoon", GALLON / 256.0),
            ("teaspoon", GALLON / 768.0),
            ("dram", GALLON / 1024.0),
            ("jigger", GALLON * 3.0 / 256.0),
            ("barrel", GALLON * 42.0),
            ("bushel", 2150.42 * 0.0254 * 0.0254 * 0.0254),
            ("koku", SHO * 100.0),
            ("to-jp", SHO * 10.0),
            ("shaku", SHO / 100.0),
            ("sai", SHO / 1000.0),
            ("arc-minute", 1.0 / 21_600.0),
            ("arc-second", 1.0 / 1_296_000.0),
            ("radian", 0.5 / std::f64::consts::PI),
            ("steradian", 0.25 / std::f64::consts::PI.powi(2)),
            ("gasoline-energy-density", 33.705 * 3.6e6 / GALLON),
            ("kilometer", 1000.0),
            ("square-mile", 1609.344 * 1609.344),
            ("cubic-centimeter", 1e-6),
            ("acre-foot", 43_560.0 * 0.3048 * 0.3048 * 0.3048),
            ("kilowatt-hour", 3.6e6),
            ("long-ton", 2240.0 * 0.453_592_37),
            ("ton", 2000.0 * 0.453_592_37),
        ] {
            let found = entry(id).factor;
            assert!((found - factor).abs() <= 1e-9 * factor, "{id}: {found} {factor}");
        }
    }

    #[test]
    fn prefixes_powers_and_rates_are_units_too() {
        let units = &Lexicon::built_in().units;
        for (id, dimension, display) in [
            ("kilometer", "length", "km"),
            ("mile", "length", "miles"),
            ("square-kilometer", "area", "km²"),
            ("square-mile", "area", "square miles"),
            ("cubic-foot", "volume", "cubic feet"),
            ("kilogram", "mass", "kg"),
            ("megawatt", "power", "MW"),
            ("kilowatt-hour", "energy", "kWh"),
            ("celsius", "temperature", "°C"),
        ] {
            let entry = units.entry(units.get(id).and_then(|it| it.over).unwrap_or_else(|| panic!("{id}")));
            assert_eq!(units.dimension_name(entry.dimension), Some(dimension), "{id}");
            assert_eq!(entry.display, display, "{id}");
        }
        assert!(units.get("kilometer-per-hour").is_some());
        assert!(units.get("per-square-mile").is_some());
        assert!(units.get("smoot").is_none());
    }
}
