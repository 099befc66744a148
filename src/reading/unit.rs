//! Units: their dimensions, and the way from one to another.

use super::Interval;
use crate::lexicon::{Dimension, Lexicon, Unit, UnitEntry, UnitId, Units};

fn table() -> &'static Units {
    &Lexicon::built_in().units
}

fn entry(id: UnitId) -> &'static UnitEntry {
    table().entry(id)
}

impl Unit {
    /// A unit that is not divided by another.
    pub const fn simple(id: UnitId) -> Self {
        Self { over: Some(id), under: None }
    }

    /// The CLDR identifier: `kilometer-per-hour`, `per-square-mile` for a count of things in it.
    pub fn id(self) -> String {
        match (self.over, self.under) {
            (Some(over), None) => entry(over).id.clone(),
            (Some(over), Some(under)) => format!("{}-per-{}", entry(over).id, entry(under).id),
            (None, Some(under)) => format!("per-{}", entry(under).id),
            (None, None) => "item".to_owned(),
        }
    }

    /// How messages write it behind a number.
    pub fn display(self) -> String {
        let shown = self.over.map(|over| entry(over).display.as_str()).unwrap_or_default();
        let Some(under) = self.under.map(entry) else { return shown.to_owned() };
        match (shown, under.id.as_str()) {
            ("miles", "hour") => "mph".to_owned(),
            ("km", "hour") => "km/h".to_owned(),
            _ if shown.len() <= 3 && !shown.is_empty() && under.display.len() <= 3 => {
                format!("{shown}/{}", under.display)
            }
            _ => format!("{shown} per {}", under.id.replace('-', " ")).trim_start().to_owned(),
        }
    }

    /// What it measures; a count of things where nothing stands above the line.
    pub fn dimension(self) -> Dimension {
        let over = self.over.map_or_else(Dimension::of_items, |it| entry(it).dimension);
        self.under.map_or(over, |under| over.over(entry(under).dimension))
    }

    /// The name of what it measures: "length".
    pub fn dimension_name(self) -> Option<&'static str> {
        table().dimension_name(self.dimension()).or_else(|| table().dimension_name(self.dimension().inverse()))
    }

    /// Whether it is a scale of temperature, in which zeros do not round and which has a zero of its own.
    pub fn is_temperature(self) -> bool {
        self.under.is_none()
            && self.over.is_some_and(|it| table().dimension_name(entry(it).dimension) == Some("temperature"))
    }

    /// How many SI units it is.
    pub fn factor(self) -> f64 {
        self.over.map_or(1.0, |it| entry(it).si) / self.under.map_or(1.0, |it| entry(it).si)
    }

    /// Values of this unit in another one; `None` where no way leads there. Consumption (litres per 100 km) turns
    /// into economy (miles per gallon) by its inverse.
    pub fn convert(self, values: Interval, to: Self) -> Option<Interval> {
        if self == to {
            return Some(values);
        }
        let is_special = |it: Self| it.over.is_some_and(|it| entry(it).is_special);
        if is_special(self) || is_special(to) {
            return None;
        }
        if self.dimension() == to.dimension() {
            let (from_zero, to_zero) = (self.offset(), to.offset());
            if let Some(ratio) = self.ratio(to) {
                return Some(values * ratio);
            }
            let (from, to) = (self.factor(), to.factor());
            return Some(values.map(|value| (value * from + from_zero - to_zero) / to));
        }
        if self.dimension() == to.dimension().inverse() {
            return Interval::exact(1.0).divide(values.scale(self.factor())).map(|it| it.scale(1.0 / to.factor()));
        }
        None
    }

    /// Differences in this unit as differences in another: without the zeros of temperature scales.
    pub fn convert_difference(self, values: Interval, to: Self) -> Option<Interval> {
        (self.dimension() == to.dimension()).then(|| values.scale(self.factor() / to.factor()))
    }

    /// Values of this unit in SI units.
    pub fn to_si(self, values: Interval) -> Interval {
        let spread = self.over.filter(|_| self.under.is_none()).and_then(|it| entry(it).spread);
        if let Some((least, most)) = spread {
            return values * Interval::new(least, self.factor(), most);
        }
        values.map(|value| value * self.factor() + self.offset())
    }

    /// How many of another unit it can be, where one of the two is not always the same (a Mach number).
    fn ratio(self, to: Self) -> Option<Interval> {
        let own = |it: Option<UnitId>| {
            let spread = |it: &UnitEntry| it.spread.map(|(least, most)| Interval::new(least, it.si, most));
            it.map(entry).map_or(Interval::exact(1.0), |it| spread(it).unwrap_or(Interval::exact(it.si)))
        };
        let is_spread =
            [self.over, self.under, to.over, to.under].into_iter().flatten().any(|it| entry(it).spread.is_some());
        let of = |it: Self| own(it.over).divide(own(it.under));
        is_spread.then(|| of(self)?.divide(of(to)?)).flatten()
    }

    /// Whether it is written before its number: "Mach 2".
    pub fn leads(self) -> bool {
        self.under.is_none() && self.over.is_some_and(|it| entry(it).leads)
    }

    fn offset(self) -> f64 {
        if self.under.is_some() { 0.0 } else { self.over.map_or(0.0, |it| entry(it).offset) }
    }
}
