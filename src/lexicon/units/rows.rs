//! The rows of `rules/lexicon/units.toml`, and the rows that follow from them: prefixes, squares and cubes.

use std::collections::BTreeMap;

use super::UnitEntry;
use crate::lexicon::Dimension;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) dimension: BTreeMap<String, String>,
    pub(super) prefix: BTreeMap<String, Prefix>,
    pub(super) unit: Vec<Row>,
    pub(super) rate: Vec<Rate>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prefix {
    pub(super) symbols: Vec<String>,
    pub(super) exponent: i32,
}

#[derive(Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) base: String,
    pub(super) factor: String,
    pub(super) offset: String,
    pub(super) special: Option<String>,
    pub(super) spread: Option<[String; 2]>,
    pub(super) leads: Vec<String>,
    pub(super) names: Vec<String>,
    pub(super) symbols: Vec<String>,
    pub(super) prefixes: Vec<String>,
    pub(super) powers: bool,
    pub(super) part: Option<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rate {
    pub(super) over: String,
    pub(super) under: String,
    #[serde(default)]
    pub(super) symbols: Vec<String>,
    #[serde(default)]
    pub(super) names: Vec<String>,
}

impl Row {
    pub(super) fn entry(&self, power: i32) -> UnitEntry {
        assert!(!self.base.is_empty(), "rules/lexicon/units.toml: {} needs a base", self.id);
        let (dimension, years) = Dimension::parse(&self.base);
        let mut whole = Dimension::NONE;
        for _ in 0..power {
            whole = whole.times(dimension);
        }
        let factor = fraction(&self.factor).powi(power);
        let is_metric = !self.prefixes.is_empty() || self.names.is_empty();
        let name = self.names.get(1).or(self.names.first()).or(self.leads.first());
        let symbol = self.symbols.first();
        UnitEntry {
            id: self.id.clone(),
            base: self.base.clone(),
            rational: self.factor.clone(),
            factor,
            offset: if self.offset.is_empty() { 0.0 } else { fraction(&self.offset) },
            si: factor * years.powi(power),
            dimension: whole,
            part: None,
            is_special: self.special.is_some(),
            spread: self.spread.as_ref().map(|[least, most]| (fraction(least), fraction(most))),
            leads: !self.leads.is_empty(),
            display: if is_metric || !self.offset.is_empty() { symbol.or(name) } else { name.or(symbol) }
                .cloned()
                .unwrap_or_else(|| self.id.clone()),
        }
    }

    pub(super) fn prefixed(&self, name: &str, prefix: &Prefix) -> Self {
        let symbols =
            prefix.symbols.iter().flat_map(|it| self.symbols.iter().map(move |symbol| format!("{it}{symbol}")));
        Self {
            id: format!("{name}{}", self.id),
            // Units of one prefix share the fraction of the plain unit; a power of ten is appended to it.
            factor: format!("{}e{}", self.factor, prefix.exponent),
            names: self.names.iter().map(|it| format!("{name}{it}")).collect(),
            symbols: symbols.collect(),
            part: None,
            ..self.clone()
        }
    }

    pub(super) fn squared(&self, id: &str, before: &[&str], behind: &str, character: char, digit: char) -> Self {
        let names = self
            .names
            .iter()
            .flat_map(|name| before.iter().map(move |it| format!("{it}{name}")).chain([format!("{name}{behind}")]));
        let is_letters = |it: &&String| it.ends_with(char::is_alphabetic);
        // "sqkm", but "cups" are no cubic picoseconds.
        let is_length = self.base == "meter";
        let symbols = self.symbols.iter().filter(is_letters).flat_map(|symbol| {
            let around = before.iter().map(move |it| format!("{it}{symbol}"));
            let glued = before[1].trim_end();
            let raised = [format!("{symbol}{character}"), format!("{symbol}{digit}"), format!("{symbol}^{digit}")];
            around.chain(raised).chain(is_length.then(|| format!("{glued}{symbol}")))
        });
        let mut row = Self {
            id: format!("{id}{}", self.id),
            names: names.collect(),
            symbols: symbols.collect(),
            part: None,
            ..self.clone()
        };
        // Messages write "km²" and "square miles".
        let shown = self.symbols.first().filter(|_| !self.prefixes.is_empty()).map(|it| format!("{it}{character}"));
        if let Some(shown) = shown {
            row.symbols.insert(0, shown);
        } else if let Some(plural) = self.names.get(1) {
            row.names.insert(1, format!("{}{plural}", before[0]));
        }
        if id == "cubic-" && self.id == "centimeter" {
            row.symbols.extend(["cc".to_owned(), "ccm".to_owned()]);
        }
        row
    }
}

/// The value of `12`, `a/b` or `a/be3`.
fn fraction(text: &str) -> f64 {
    let (text, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    let number = |it: &str| -> f64 { it.parse().unwrap_or_else(|_| panic!("rules/lexicon/units.toml: {text}")) };
    let power: i32 = exponent.parse().unwrap_or_else(|_| panic!("rules/lexicon/units.toml: {text}"));
    let value = number(above) / number(below);
    // Dividing by a whole power of ten is exact to the last place, multiplying by its inverse is not.
    if power < 0 { value / 10f64.powi(-power) } else { value * 10f64.powi(power) }
}
