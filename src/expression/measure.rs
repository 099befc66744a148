//! Numbers with units: what they measure, and arithmetic that carries intervals and units.

use crate::lexicon::{self, Dimension as Physical, UnitId};
use crate::reading::{Interval, Quantity, Verdict};

/// A number with its unit, in each of the ways it can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The readings, the likeliest first; never empty.
    pub readings: Vec<Reading>,
    /// How a value is shown: as the claim from which it comes.
    pub unit: Unit,
}

/// One way to read a number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The values in the base unit of the dimension.
    pub interval: Interval,
    /// What is measured.
    pub dimension: Dimension,
}

/// What is measured: a physical dimension and the powers of currencies. Nothing of either for plain numbers and
/// percentages; dollars over barrels for a price.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dimension {
    physical: Physical,
    /// Codes of ISO 4217 with their powers, ordered by code; a code with a question mark is not stated ("$").
    money: Vec<(String, i8)>,
}

/// How the values of a measure are shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    /// As a number.
    Plain,
    /// As a percentage.
    Percent,
    /// As an amount of money, with the sign or code of its currency.
    Money(String),
    /// As a price: the sign or code of its currency, and how many base units one is paid for.
    Price(String, f64),
    /// In a unit with this symbol: `value = base × per_base + offset`.
    Named {
        /// The symbol or the name.
        symbol: String,
        /// How many of the unit a base unit is.
        per_base: f64,
        /// What is added behind: for temperatures.
        offset: f64,
    },
    /// As a length of time; the base unit is the second.
    Time,
}

impl Dimension {
    /// Of a physical unit.
    pub fn of_unit(physical: Physical) -> Self {
        Self { physical: physical.without_items(), money: Vec::new() }
    }

    /// Of an amount of money.
    pub fn of_money(code: &str) -> Self {
        Self { physical: Physical::NONE, money: vec![(code.to_owned(), 1)] }
    }

    /// Whether nothing is measured but a number. A count of items is one.
    pub fn is_plain(&self) -> bool {
        self.money.is_empty() && self.physical == Physical::NONE
    }

    /// The dimension of a product (`power` 1) or a quotient (`power` -1).
    fn combine(&self, other: &Self, power: i8) -> Self {
        let mut money = self.money.clone();
        for (code, it) in &other.money {
            match money.iter_mut().find(|(known, _)| known == code) {
                Some((_, sum)) => *sum += it * power,
                None => money.push((code.clone(), it * power)),
            }
        }
        money.retain(|(_, power)| *power != 0);
        money.sort();
        let physical = if power > 0 { self.physical.times(other.physical) } else { self.physical.over(other.physical) };
        Self { physical, money }
    }
}

impl Measure {
    /// A plain number.
    pub fn plain(interval: Interval) -> Self {
        Self { readings: vec![Reading { interval, dimension: Dimension::default() }], unit: Unit::Plain }
    }

    /// A share of a whole: 0.12 is 12 percent.
    pub fn percent(interval: Interval) -> Self {
        Self { unit: Unit::Percent, ..Self::plain(interval) }
    }

    /// A length of time in seconds.
    pub fn time(seconds: Interval) -> Self {
        let dimension = Dimension::of_unit(Physical::of_time());
        Self { readings: vec![Reading { interval: seconds, dimension }], unit: Unit::Time }
    }

    /// An amount of money of a currency, by its code; `shown` is how messages write the currency.
    pub fn money(interval: Interval, code: &str, shown: String) -> Self {
        let dimension = Dimension::of_money(code);
        Self { readings: vec![Reading { interval, dimension }], unit: Unit::Money(shown) }
    }

    /// The same for each unit of something: a price by the barrel.
    #[must_use]
    pub fn per(self, unit: UnitId) -> Self {
        let unit = lexicon::Unit::simple(unit);
        let under = Dimension::of_unit(unit.dimension());
        let readings = self.readings.iter().map(|it| Reading {
            interval: it.interval.scale(1.0 / unit.factor()),
            dimension: it.dimension.combine(&under, -1),
        });
        let shown = match self.unit {
            Unit::Money(sign) => Unit::Price(sign, unit.factor()),
            other => other,
        };
        Self { readings: readings.collect(), unit: shown }
    }

    /// An amount of money beside a price: what is paid for one of the same.
    pub fn as_price(&self, price: &Self) -> Option<Self> {
        match (&self.unit, &price.unit) {
            (Unit::Money(sign), Unit::Price(of, factor)) if sign == of => Some(Self {
                readings: vec![Reading {
                    interval: self.interval().scale(1.0 / factor),
                    dimension: price.readings[0].dimension.clone(),
                }],
                unit: price.unit.clone(),
            }),
            _ => None,
        }
    }

    /// A quantity in each of the units that it can mean.
    pub fn of_quantity(quantity: &Quantity) -> Self {
        let reading = |it: &crate::reading::Reading| {
            let measure = it.measure();
            Reading { interval: measure.value, dimension: Dimension::of_unit(measure.dimension) }
        };
        let unit = quantity.first().unit;
        let zero = unit.to_si(Interval::exact(0.0)).point;
        let per_base = 1.0 / unit.factor();
        Self {
            readings: quantity.readings.iter().map(reading).collect(),
            unit: Unit::Named { symbol: unit.display(), per_base, offset: -zero * per_base },
        }
    }

    /// The likeliest reading's values.
    pub fn interval(&self) -> Interval {
        self.readings[0].interval
    }

    /// The code of the currency, where it is a sum of money; with a question mark where the text does not say whose.
    pub fn currency(&self) -> Option<&str> {
        match &self.readings[0].dimension.money[..] {
            [(code, 1)] => Some(code),
            _ => None,
        }
    }

    /// Whether it is a number without a unit.
    pub fn is_plain(&self) -> bool {
        self.readings.iter().all(|it| it.dimension.is_plain())
    }

    /// The same readings with other values.
    #[must_use]
    pub fn map(&self, function: impl Fn(Interval) -> Interval) -> Self {
        let readings = self.readings.iter().map(|it| Reading { interval: function(it.interval), ..it.clone() });
        Self { readings: readings.collect(), unit: self.unit.clone() }
    }

    /// Compares the readings that measure the same. A plain number beside one with a unit is short for one with that
    /// unit ("from 5 to 7 percent", "rose to $840 million from 750 million").
    pub fn compare(&self, other: &Self, comparison: impl Fn(Interval, Interval) -> Verdict) -> Verdict {
        let mut verdict = None;
        self.for_each_pair(other, |one, two, _| {
            let outcome = comparison(one, two);
            verdict = Some(verdict.map_or(outcome, |it: Verdict| it.or(outcome)));
        });
        verdict.unwrap_or(Verdict::CannotTell)
    }

    /// The sum or the difference of the readings that measure the same; nothing where there are none.
    pub fn add(&self, other: &Self, function: impl Fn(Interval, Interval) -> Interval) -> Option<Self> {
        let mut readings = Vec::new();
        self.for_each_pair(other, |one, two, dimension| {
            readings.push(Reading { interval: function(one, two), dimension: dimension.clone() });
        });
        let unit = if self.unit == Unit::Plain { &other.unit } else { &self.unit };
        (!readings.is_empty()).then(|| Self { readings, unit: unit.clone() })
    }

    /// The product, or with `power` -1 the quotient; nothing where the divisor can be zero.
    pub fn multiply(&self, other: &Self, power: i8) -> Option<Self> {
        let mut readings = Vec::new();
        for one in &self.readings {
            for two in &other.readings {
                let interval =
                    if power > 0 { Some(one.interval * two.interval) } else { one.interval.divide(two.interval) };
                readings.push(Reading { interval: interval?, dimension: one.dimension.combine(&two.dimension, power) });
            }
        }
        let shows_as = |it: &Self| it.unit == Unit::Plain || it.unit == Unit::Percent;
        let unit = if shows_as(other) && !readings[0].dimension.is_plain() {
            self.unit.clone()
        } else if power > 0 && shows_as(self) && !readings[0].dimension.is_plain() {
            other.unit.clone()
        } else {
            Unit::Plain
        };
        Some(Self { readings, unit })
    }

    /// Calls a function with the values of each pair of readings that measure the same.
    pub(super) fn for_each_pair(&self, other: &Self, mut function: impl FnMut(Interval, Interval, &Dimension)) {
        for one in &self.readings {
            for two in &other.readings {
                if one.dimension == two.dimension {
                    function(one.interval, two.interval, &one.dimension);
                } else if self.unit == Unit::Plain && one.dimension.is_plain() {
                    function(other.of_plain(one.interval), two.interval, &two.dimension);
                } else if other.unit == Unit::Plain && two.dimension.is_plain() {
                    function(one.interval, self.of_plain(two.interval), &one.dimension);
                }
            }
        }
    }

    /// A plain number's values as if they stood in this measure's unit.
    fn of_plain(&self, interval: Interval) -> Interval {
        match &self.unit {
            Unit::Named { per_base, offset, .. } => interval.map(|it| (it - offset) / per_base),
            _ => interval,
        }
    }
}
