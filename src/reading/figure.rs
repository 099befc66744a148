//! A figure: a number as prose gives it, with the hedge that widens it.

use super::Interval;
use crate::lexicon::Hedge;

/// A number, or a range of numbers, as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The values that it can stand for, read as a rounded number: what comparison through a conversion uses.
    pub interval: Interval,
    /// The word that widens or bounds it.
    pub hedge: Hedge,
    /// The two ends, each as a rounded number, where a range is written ("10–15"); the interval is then their hull
    /// and its point the middle.
    pub range: Option<(Interval, Interval)>,
    /// How finely it is written: the place value of the last digit that is certainly meant (0.1 for 3.5,
    /// 100 for 1,200, 100,000 for 3.5 million, 1 for a spelled-out small number).
    pub step: f64,
    /// Whether it is written with a scale word ("million", "dozen"), which always rounds.
    pub scaled: bool,
}

/// How far a hedge such as "about" or "nearly" reaches, as a share of the value.
const REACH: f64 = 0.1;

/// How far it reaches where three digits or more are given: "about 2,620" is not 2,420.
const REACH_OF_FINE: f64 = 0.03;

/// Trailing zeros of an integer round at most this share of the value to either side: "1,000" may be 950, but "1,000"
/// is not 900. Of 189 published conversions the boldest ("123 feet (40 m)") rounds 6.3 %.
const ROUNDING_CAP: f64 = 0.065;

impl Figure {
    /// A number as written, of which the last place that is certainly meant has the value `step`.
    pub fn rounded(value: f64, step: f64) -> Self {
        let half = step / 2.0;
        let interval = Interval::new(value - half, value, value + half);
        Self { interval, hedge: Hedge::None, range: None, step, scaled: false }
    }

    /// A number without a decimal point, in which trailing zeros may be rounding.
    pub fn integer(value: f64) -> Self {
        let mut step = 1.0f64;
        let mut left = value.abs() as u64;
        let is_whole = left as f64 == value.abs();
        while is_whole && left != 0 && step < 1e15 && left.is_multiple_of(10) {
            (left, step) = (left / 10, step * 10.0);
        }
        let half = (step / 2.0).min((value.abs() * ROUNDING_CAP).max(0.5));
        Self { interval: Interval::new(value - half, value, value + half), ..Self::rounded(value, step) }
    }

    /// A value that is exact.
    pub fn exact(value: f64) -> Self {
        Self { interval: Interval::exact(value), ..Self::rounded(value, 1.0) }
    }

    /// The figure from `low` to `high`, both ends included.
    pub fn between(low: Self, high: Self) -> Self {
        let middle = f64::midpoint(low.interval.point, high.interval.point);
        let interval = Interval { point: middle, ..low.interval.hull(high.interval) };
        Self {
            interval,
            hedge: low.hedge,
            range: Some((low.interval, high.interval)),
            step: low.step.min(high.step),
            scaled: low.scaled || high.scaled,
        }
    }

    /// The figure in another scale: "3.5" to "3.5 million".
    #[must_use]
    pub fn scale(self, factor: f64) -> Self {
        Self {
            interval: self.interval.scale(factor),
            range: self.range.map(|(low, high)| (low.scale(factor), high.scale(factor))),
            step: self.step * factor.abs(),
            ..self
        }
    }

    /// The figure with a scale word behind it: "3" in "3 million". It rounds to its last place, but "a million" is no
    /// less than three quarters of one, and dozens are rounded to one.
    #[must_use]
    pub fn in_scale(self, scale: f64) -> Self {
        let Interval { low, point, high } = self.interval;
        let widest = if scale < 100.0 { 1.0 / scale } else { (point * 0.25).abs() };
        let interval = Interval::new(low.max(point - widest), point, high.min(point + widest));
        Self { interval, scaled: true, ..self }.scale(scale)
    }

    /// The figure where a last digit of 5 may be rounding to fives, as measures are rounded and counts are not:
    /// "10 metres (35 ft)".
    #[must_use]
    pub fn in_fives(self) -> Self {
        let value = self.interval.point;
        if self.step != 1.0 || self.scaled || self.range.is_some() || value.abs() < 10.0 || value % 5.0 != 0.0 {
            return self;
        }
        let half = (value.abs() * ROUNDING_CAP).clamp(0.5, 2.5);
        let interval = Interval::new(value - half, value, value + half);
        Self { interval, hedge: Hedge::None, ..self }.hedged(self.hedge)
    }

    /// The figure where trailing zeros are not rounding: "100 °C" is no less than 99.5.
    #[must_use]
    pub fn without_rounding(self) -> Self {
        if self.step <= 1.0 || self.scaled {
            return self;
        }
        let narrow = |it: Interval| Self::rounded(it.point, 1.0).interval;
        match self.range {
            Some((low, high)) => {
                let (low, high) = (narrow(low), narrow(high));
                let interval = Interval { point: self.interval.point, ..low.hull(high) };
                Self { interval, range: Some((low, high)), hedge: Hedge::None, ..self }.hedged(self.hedge)
            }
            None => Self::rounded(self.interval.point, 1.0).hedged(self.hedge),
        }
    }

    /// The figure through a monotone function of its values.
    #[must_use]
    pub fn map(self, function: impl Fn(f64) -> f64 + Copy) -> Self {
        Self {
            interval: self.interval.map(function),
            range: self.range.map(|(low, high)| (low.map(function), high.map(function))),
            ..self
        }
    }

    /// The figure widened or bounded by a hedge before or behind it.
    #[must_use]
    pub fn hedged(self, hedge: Hedge) -> Self {
        let Interval { low, point, high } = self.interval;
        let is_fine = (point / self.step).abs() >= 100.0;
        let reach = (point * if is_fine { REACH_OF_FINE } else { REACH }).abs();
        let interval = match hedge {
            Hedge::None => return self,
            Hedge::About => Interval::new(low.min(point - reach), point, high.max(point + reach)),
            Hedge::Nearly => Interval::new(point - reach, point, high),
            Hedge::JustOver => Interval::new(low, point, point + reach),
            Hedge::Over | Hedge::AtLeast => Interval::new(low, point, f64::INFINITY),
            Hedge::Under | Hedge::AtMost => Interval::new(f64::NEG_INFINITY, point, high),
        };
        Self { interval, hedge, ..self }
    }

    /// The figure without its hedge, as wide as its last digit rounds.
    #[must_use]
    pub fn unhedged(self) -> Self {
        let Interval { low, point, high } = self.interval;
        let interval = match (self.hedge, self.range) {
            (Hedge::None, _) => return self,
            (_, Some((from, to))) => Interval { point, ..from.hull(to) },
            // The side that a bound leaves alone shows how the figure rounds; "about" widens both.
            (Hedge::Over | Hedge::AtLeast | Hedge::JustOver, _) => Interval::new(low, point, point + (point - low)),
            (Hedge::Under | Hedge::AtMost | Hedge::Nearly, _) => Interval::new(point - (high - point), point, high),
            (Hedge::About, _) if self.scaled || point.fract() != 0.0 => Self::rounded(point, self.step).interval,
            (Hedge::About, _) => Self::integer(point).interval,
        };
        Self { interval, hedge: Hedge::None, ..self }
    }

    /// The figure read as a count of things, which people round only where they say so: "21" and "1,204" are exact,
    /// "about 50", "3.5 million" and "600,000" are not; "more than 400" begins at 400.
    pub fn as_count(&self) -> Interval {
        let Interval { low, point, high } = self.interval;
        if let Some((from, to)) = self.range {
            if !self.scaled && self.hedge == Hedge::None && self.step < 1000.0 {
                return Interval::new(from.point, point, to.point);
            }
            return self.interval;
        }
        let is_round = self.scaled || self.step >= 1000.0 || self.step < 1.0;
        match self.hedge {
            Hedge::None if !is_round => Interval::exact(point),
            Hedge::Over | Hedge::AtLeast if !is_round => Interval::new(point, point, high),
            Hedge::Under | Hedge::AtMost if !is_round => Interval::new(low, point, point),
            _ => self.interval,
        }
    }

    /// The value as it is written; the middle of a range.
    pub fn value(&self) -> f64 {
        self.interval.point
    }
}

#[cfg(test)]
mod tests {
    use super::Figure;
    use crate::lexicon::Hedge;

    #[test]
    fn figures_and_their_intervals() {
        for (figure, low, high) in [
            (Figure::integer(160.0), 155.0, 165.0),
            (Figure::integer(1200.0), 1150.0, 1250.0),
            (Figure::integer(1000.0), 935.0, 1065.0),
            (Figure::integer(21.0), 20.5, 21.5),
            (Figure::integer(100.0), 93.5, 106.5),
            (Figure::integer(0.0), -0.5, 0.5),
            (Figure::rounded(3.5, 0.1).scale(1e6), 3.45e6, 3.55e6),
            (Figure::integer(-160.0), -165.0, -155.0),
            (Figure::integer(50.0).hedged(Hedge::About), 45.0, 55.0),
            (Figure::integer(50.0).hedged(Hedge::Nearly), 45.0, 53.25),
            (Figure::integer(400.0).hedged(Hedge::Over), 374.0, f64::INFINITY),
            (Figure::between(Figure::integer(11.0), Figure::integer(15.0)), 10.5, 15.5),
        ] {
            let Figure { interval, .. } = figure;
            let near = |a: f64, b: f64| a == b || (a - b).abs() <= 1e-9 * b.abs();
            assert!(near(interval.low, low) && near(interval.high, high), "{figure:?}");
        }
    }

    #[test]
    fn counts_are_exact_unless_they_are_rounded() {
        for (figure, low, high) in [
            (Figure::integer(21.0), 21.0, 21.0),
            (Figure::integer(120.0), 120.0, 120.0),
            (Figure::integer(400.0).hedged(Hedge::Over), 400.0, f64::INFINITY),
            (Figure::integer(600_000.0), 561_000.0, 639_000.0),
        ] {
            let count = figure.as_count();
            assert_eq!((count.low.round(), count.high.round()), (low, high), "{figure:?}");
        }
    }
}
