//! Dimensions: what sort of thing a unit measures, as powers of base units.

/// Powers of the base units: metre × second⁻¹ for a speed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Dimension([i8; BASES.len()]);

/// The base units, by CLDR identifier.
const BASES: [&str; 12] =
    ["meter", "kilogram", "second", "ampere", "kelvin", "revolution", "candela", "item", "bit", "pixel", "em", "night"];

/// Seconds in the mean year of the Gregorian calendar: CLDR has the year as a base of its own, yet what happens per
/// year also happens per day.
const SECONDS_IN_A_YEAR: f64 = 365.2425 * 86_400.0;

impl Dimension {
    /// Of a mere number.
    pub const NONE: Self = Self([0; BASES.len()]);

    /// Of a count of things.
    pub fn of_items() -> Self {
        Self::parse("item").0
    }

    /// Of lengths of time.
    pub fn of_time() -> Self {
        Self::parse("second").0
    }

    /// The same without the things that are counted: "people per square mile" is one over an area.
    #[must_use]
    pub fn without_items(mut self) -> Self {
        let items = Self::of_items();
        for (power, item) in self.0.iter_mut().zip(items.0) {
            if item != 0 {
                *power = 0;
            }
        }
        self
    }

    /// Reads a CLDR base unit, such as `kilogram-square-meter-per-square-second`: its dimension, and the factor by
    /// which the years in it become seconds.
    pub(super) fn parse(base: &str) -> (Self, f64) {
        let (mut powers, mut factor) = ([0i8; BASES.len()], 1.0);
        let (mut sign, mut power) = (1, 1);
        for word in base.split('-') {
            match word {
                "per" => sign = -1,
                "square" => power = 2,
                "cubic" => power = 3,
                "pow4" => power = 4,
                "part" => {}
                _ => {
                    let name = if word == "year" { "second" } else { word };
                    if word == "year" {
                        factor *= SECONDS_IN_A_YEAR.powi(sign * power);
                    }
                    let at = BASES.iter().position(|it| *it == name);
                    let at = at.unwrap_or_else(|| panic!("rules/lexicon/units.toml: {base} is no base unit"));
                    powers[at] += (sign * power) as i8;
                    power = 1;
                }
            }
        }
        (Self(powers), factor)
    }

    /// The dimension of a product.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        self.combine(other, |a, b| a + b)
    }

    /// The dimension of a quotient.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        self.combine(other, |a, b| a - b)
    }

    /// The dimension of one divided by this.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self::NONE.over(self)
    }

    fn combine(self, other: Self, function: impl Fn(i8, i8) -> i8) -> Self {
        let mut powers = self.0;
        for (power, other) in powers.iter_mut().zip(other.0) {
            *power = function(*power, other);
        }
        Self(powers)
    }
}
