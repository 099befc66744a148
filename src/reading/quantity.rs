//! Quantities: amounts in units, with every unit that the text can mean, and their comparison.

use super::{Figure, Interval, Verdict};
use crate::lexicon::{Dimension, Unit};

/// An amount, or a series of amounts, as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What it can mean, the likeliest first; never empty. "Gallons" are those of America or of Britain.
    pub readings: Vec<Reading>,
    /// How its amounts follow one another.
    pub series: Series,
    /// The amounts of a range, of sides or of a list, in order; empty for a single amount.
    pub items: Vec<Self>,
    /// Whether it can be a difference of temperatures rather than a temperature.
    pub may_be_difference: bool,
    /// Whether it is certainly one ("warmed by 2 °C").
    pub is_difference: bool,
}

/// One meaning of a quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The unit.
    pub unit: Unit,
    /// The amount, in the unit; of a series the hull.
    pub amount: Interval,
}

/// How the amounts of a quantity follow one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Series {
    /// There is one alone.
    #[default]
    Single,
    /// From one to another: "10–15 km".
    Range,
    /// The sides of a figure: "5 ft by 20 in".
    Sides,
    /// One and another: "69 and 72 feet".
    List,
}

/// Below this many degrees trailing zeros are not rounding: "100 °C (212 °F)".
const EXACT_DEGREES: f64 = 150.0;

impl Quantity {
    /// A figure in a unit, or in any of several.
    pub fn new(figure: Figure, units: &[Unit]) -> Self {
        let amount = |figure: Figure, unit: Unit| {
            // Temperatures of weather and water are exact to the degree, those of furnaces and stars are not.
            let is_exact = unit.is_temperature() && figure.value().abs() < EXACT_DEGREES;
            let figure = if is_exact { figure.without_rounding() } else { figure.in_fives() };
            (figure.interval, figure.range)
        };
        let readings: Vec<_> =
            units.iter().map(|unit| Reading { unit: *unit, amount: amount(figure, *unit).0 }).collect();
        let ends = |end: fn((Interval, Interval)) -> Interval| {
            let readings =
                units.iter().filter_map(|unit| Some(Reading { unit: *unit, amount: end(amount(figure, *unit).1?) }));
            Self {
                readings: readings.collect(),
                series: Series::Single,
                items: Vec::new(),
                may_be_difference: false,
                is_difference: false,
            }
        };
        let (series, items) = match figure.range {
            Some(_) => (Series::Range, vec![ends(|it| it.0), ends(|it| it.1)]),
            None => (Series::Single, Vec::new()),
        };
        Self { readings, series, items, may_be_difference: false, is_difference: false }
    }

    /// Amounts one after another. The readings are hulls in the units of the last one.
    pub fn series(items: Vec<Self>, series: Series) -> Self {
        let mut readings = items.last().map(|it| it.readings.clone()).unwrap_or_default();
        for reading in &mut readings {
            let mut hull: Option<Interval> = None;
            for item in &items {
                if let Some(amount) = item.in_unit(reading.unit) {
                    hull = Some(hull.map_or(amount, |it| it.hull(amount)));
                }
            }
            if let Some(hull) = hull {
                let point = match (series, items.first().and_then(|it| it.in_unit(reading.unit))) {
                    (Series::Range, Some(first)) => f64::midpoint(first.point, reading.amount.point),
                    _ => hull.point,
                };
                reading.amount = Interval { point, ..hull };
            }
        }
        let may_be_difference = items.iter().any(|it| it.may_be_difference);
        let is_difference = items.iter().any(|it| it.is_difference);
        Self { readings, series, items, may_be_difference, is_difference }
    }

    /// The likeliest meaning.
    pub fn first(&self) -> Reading {
        self.readings[0]
    }

    /// The amount in a unit, by the first reading that leads there.
    pub fn in_unit(&self, unit: Unit) -> Option<Interval> {
        self.readings.iter().find_map(|it| it.unit.convert(it.amount, unit))
    }

    /// The meanings of one dimension.
    pub fn of_dimension(&self, dimension: Dimension) -> impl Iterator<Item = &Reading> {
        self.readings.iter().filter(move |it| it.unit.dimension() == dimension)
    }

    /// Whether the two can be equal. It is a conflict only if every meaning of the one conflicts with every
    /// meaning of the other, and nothing is known where they measure different things.
    pub fn compare(&self, other: &Self) -> Verdict {
        if !self.items.is_empty() && self.items.len() == other.items.len() {
            // What the words around say of temperatures holds for each of them.
            let item = |it: &Self, whole: &Self| Self {
                may_be_difference: it.may_be_difference || whole.may_be_difference,
                is_difference: it.is_difference || whole.is_difference,
                ..it.clone()
            };
            let pairs = self.items.iter().zip(&other.items);
            return pairs
                .map(|(one, two)| item(one, self).compare(&item(two, other)))
                .fold(Verdict::Certain, Verdict::and);
        }
        if (self.series == Series::Sides) != (other.series == Series::Sides) {
            return Verdict::CannotTell;
        }
        let difference = match () {
            () if self.is_difference || other.is_difference => Some(true),
            () if self.may_be_difference || other.may_be_difference => None,
            () => Some(false),
        };
        let mut best = None;
        for one in &self.readings {
            for other in &other.readings {
                let Some(verdict) = compare_readings(*one, *other, difference) else { continue };
                best = Some(best.map_or(verdict, |it: Verdict| it.or(verdict)));
            }
        }
        best.unwrap_or(Verdict::CannotTell)
    }

    /// The same without its hedge: "about 1,800 pounds" as 1,800 pounds, rounded as they are written.
    #[must_use]
    pub fn unhedged(&self) -> Self {
        let reading = |it: &Reading| {
            let Interval { low, point, high } = it.amount;
            let wide = 0.09 * point.abs();
            let is_hedged = low < point - wide || high > point + wide;
            let is_plain = it.unit.is_temperature() || point.abs() < 10.0 || point.fract() != 0.0;
            match (is_hedged, is_plain) {
                (false, _) => *it,
                // The side that the hedge leaves alone shows how it is rounded.
                (true, true) => {
                    let half = (point - low).min(high - point).max(0.0);
                    Reading { amount: Interval::new(point - half, point, point + half), ..*it }
                }
                (true, false) => Reading { amount: Figure::integer(point).in_fives().interval, ..*it },
            }
        };
        // The hull of a range is as wide as the range, not as its hedge.
        let readings =
            if self.items.is_empty() { self.readings.iter().map(reading).collect() } else { self.readings.clone() };
        Self { readings, items: self.items.iter().map(Self::unhedged).collect(), ..self.clone() }
    }

    /// By which share of the expected value this quantity's conversion misses the other, beyond what both round to;
    /// of a series the most. Temperatures that miss miss by all.
    pub fn misses(&self, other: &Self) -> f64 {
        if self.compare(other) != Verdict::Conflict {
            return 0.0;
        }
        if !self.items.is_empty() && self.items.len() == other.items.len() {
            return self.items.iter().zip(&other.items).map(|(one, other)| one.misses(other)).fold(0.0, f64::max);
        }
        let mut least = 1.0_f64;
        for one in &self.readings {
            for two in other.readings.iter().filter(|it| !it.unit.is_temperature()) {
                if let Some(expected) = one.unit.convert(one.amount, two.unit) {
                    let gap = (two.amount.low - expected.high).max(expected.low - two.amount.high).max(0.0);
                    least = least.min(gap / expected.point.abs());
                }
            }
        }
        least
    }

    /// The amount as it is read, with its unit: "155–165 km". A series gives its amounts.
    pub fn describe(&self) -> String {
        self.describe_in(self.first().unit)
    }

    /// The amount in another unit, as messages show it: "96.3–102.5 miles"; as it is where no way leads there.
    pub fn describe_in(&self, unit: Unit) -> String {
        if !self.items.is_empty() {
            let joint = match self.series {
                Series::Sides => " × ",
                Series::List => " and ",
                Series::Range | Series::Single => " to ",
            };
            return self.items.iter().map(|it| it.describe_in(unit)).collect::<Vec<_>>().join(joint);
        }
        let unit = if self.in_unit(unit).is_some() { unit } else { self.first().unit };
        let amount = self.in_unit(unit).unwrap_or(self.first().amount);
        let shown = unit.display();
        if unit.leads() {
            return format!("{shown} {amount}");
        }
        let space = if shown.starts_with('°') { "\u{a0}" } else { " " };
        format!("{amount}{space}{shown}")
    }
}

/// Compares two meanings. `difference` says whether temperatures are differences; `None` that either may be.
fn compare_readings(one: Reading, other: Reading, difference: Option<bool>) -> Option<Verdict> {
    let as_points = one.unit.convert(one.amount, other.unit)?.equals(other.amount);
    if difference == Some(false) || !one.unit.is_temperature() {
        return Some(as_points);
    }
    let as_difference = one.unit.convert_difference(one.amount, other.unit)?.equals(other.amount);
    Some(if difference.is_none() { as_points.or(as_difference) } else { as_difference })
}

/// A value with its dimension, in SI units: what arithmetic on quantities works with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The values, in SI units.
    pub value: Interval,
    /// What is measured.
    pub dimension: Dimension,
}

impl Reading {
    /// The amount in SI units. A temperature counts from absolute zero.
    pub fn measure(self) -> Measure {
        let si = |value: Interval| self.unit.to_si(value);
        Measure { value: si(self.amount), dimension: self.unit.dimension() }
    }
}

impl Measure {
    /// A mere number.
    pub const fn number(value: Interval) -> Self {
        Self { value, dimension: Dimension::NONE }
    }

    /// The product: length × length is an area.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        Self { value: self.value * other.value, dimension: self.dimension.times(other.dimension) }
    }

    /// The quotient: length ÷ duration is a speed; `None` where the divisor can be zero.
    pub fn over(self, other: Self) -> Option<Self> {
        Some(Self { value: self.value.divide(other.value)?, dimension: self.dimension.over(other.dimension) })
    }

    /// The sum; `None` where the two measure different things.
    pub fn plus(self, other: Self) -> Option<Self> {
        (self.dimension == other.dimension).then(|| Self { value: self.value + other.value, ..self })
    }

    /// The difference; `None` where the two measure different things.
    pub fn minus(self, other: Self) -> Option<Self> {
        (self.dimension == other.dimension).then(|| Self { value: self.value - other.value, ..self })
    }

    /// Whether the two can be equal.
    pub fn compare(self, other: Self) -> Verdict {
        if self.dimension == other.dimension { self.value.equals(other.value) } else { Verdict::CannotTell }
    }
}

#[cfg(test)]
mod tests {
    use super::{Quantity, Reading};
    use crate::lexicon::{Lexicon, Unit};
    use crate::reading::{Figure, Interval, Verdict};

    fn unit(id: &str) -> Unit {
        Lexicon::built_in().units.get(id).unwrap_or_else(|| panic!("{id}"))
    }

    fn quantity(value: f64, units: &[&str]) -> Quantity {
        let units: Vec<_> = units.iter().map(|it| unit(it)).collect();
        let figure = if value.fract() == 0.0 { Figure::integer(value) } else { Figure::rounded(value, 0.1) };
        Quantity::new(figure, &units)
    }

    #[test]
    fn conversions_and_their_verdicts() {
        let gallons = ["gallon", "gallon-imperial"];
        for (one, its, other, others, expected) in [
            (160.0, &["kilometer"][..], 100.0, &["mile"][..], Verdict::Compatible),
            (160.0, &["kilometer"], 99.4, &["mile"], Verdict::Compatible),
            (160.0, &["kilometer"], 90.0, &["mile"], Verdict::Conflict),
            (160.0, &["kilometer"], 110.0, &["mile"], Verdict::Conflict),
            (160.0, &["kilometer"], 120.0, &["mile"], Verdict::Conflict),
            (1000.0, &["kilometer"], 900.0, &["mile"], Verdict::Conflict),
            (100.0, &["celsius"], 212.0, &["fahrenheit"], Verdict::Compatible),
            (100.0, &["celsius"], 220.0, &["fahrenheit"], Verdict::Conflict),
            (400.0, &["liter"], 88.0, &gallons, Verdict::Compatible),
            (400.0, &["liter"], 106.0, &gallons, Verdict::Compatible),
            (400.0, &["liter"], 97.0, &gallons, Verdict::Conflict),
            (5.0, &["liter-per-100-kilometer"], 47.0, &["mile-per-gallon"], Verdict::Compatible),
            (5.0, &["liter-per-100-kilometer"], 60.0, &["mile-per-gallon"], Verdict::Conflict),
            (5.0, &["kilometer"], 3.0, &["pound"], Verdict::CannotTell),
            (100.0, &["kilometer-per-hour"], 62.0, &["mile-per-hour"], Verdict::Compatible),
        ] {
            let verdict = quantity(one, its).compare(&quantity(other, others));
            assert_eq!(verdict, expected, "{one} {its:?} and {other} {others:?}");
        }
    }

    #[test]
    fn descriptions_name_the_ends() {
        let distance = quantity(160.0, &["kilometer"]);
        assert_eq!(distance.describe(), "155–165 km");
        assert_eq!(distance.describe_in(unit("mile")), "96.3–102.5 miles");
        assert_eq!(quantity(37.0, &["celsius"]).describe(), "36.5–37.5\u{a0}°C");
    }

    #[test]
    fn dimensions_multiply() {
        let measure = |value: f64, id: &str| Reading { unit: unit(id), amount: Interval::exact(value) }.measure();
        let field = measure(2.0, "kilometer").times(measure(3.0, "kilometer"));
        assert_eq!(field.compare(measure(6.0, "square-kilometer")), Verdict::Certain);
        let speed = measure(120.0, "kilometer").over(measure(2.0, "hour")).unwrap();
        assert!(speed.compare(measure(60.0, "kilometer-per-hour")).agrees());
    }
}
