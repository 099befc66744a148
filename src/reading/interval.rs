//! Intervals: the values that a figure in prose can stand for.

use super::Verdict;

/// The closed range of values that a figure can stand for, with the value that is written.
///
/// `low <= point <= high`; the ends may be infinite ("more than 400" is `400..=∞` with the point 400).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The smallest value that the words allow.
    pub low: f64,
    /// The value as it is written, which messages show.
    pub point: f64,
    /// The largest value that the words allow.
    pub high: f64,
}

impl Interval {
    /// The range `low..=high`, written as `point`. A point outside the range widens it.
    pub fn new(low: f64, point: f64, high: f64) -> Self {
        Self { low: low.min(point), point, high: high.max(point) }
    }

    /// A value that is exact.
    pub const fn exact(point: f64) -> Self {
        Self { low: point, point, high: point }
    }

    /// Whether some value lies in both ranges. Differences that only arithmetic in binary fractions makes do
    /// not count.
    pub fn overlaps(self, other: Self) -> bool {
        let slack = |a: f64, b: f64| 1e-9 * a.abs().max(b.abs());
        self.low <= other.high + slack(self.low, other.high) && other.low <= self.high + slack(other.low, self.high)
    }

    /// Whether the two are equal.
    pub fn equals(self, other: Self) -> Verdict {
        if !self.overlaps(other) {
            Verdict::Conflict
        } else if self.is_exact() && other.is_exact() {
            Verdict::Certain
        } else {
            Verdict::Compatible
        }
    }

    /// Whether this is less than `other`.
    pub fn is_less(self, other: Self) -> Verdict {
        if self.high < other.low {
            Verdict::Certain
        } else if self.low < other.high {
            Verdict::Compatible
        } else {
            Verdict::Conflict
        }
    }

    /// Whether this is at most `other`.
    pub fn is_at_most(self, other: Self) -> Verdict {
        !other.is_less(self)
    }

    /// Whether only one value is meant.
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// Every value multiplied by an exact factor.
    #[must_use]
    pub fn scale(self, factor: f64) -> Self {
        self.map(|value| value * factor)
    }

    /// Every value through a monotone function, rising or falling.
    #[must_use]
    pub fn map(self, function: impl Fn(f64) -> f64) -> Self {
        let (one, other) = (function(self.low), function(self.high));
        Self::new(one.min(other), function(self.point), one.max(other))
    }

    /// The smallest value's distance from zero, at least, and the largest's.
    #[must_use]
    pub fn abs(self) -> Self {
        let low = if self.low <= 0.0 && self.high >= 0.0 { 0.0 } else { self.low.abs().min(self.high.abs()) };
        Self::new(low, self.point.abs(), self.low.abs().max(self.high.abs()))
    }

    /// The hull of both ranges, written as this one's point.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self::new(self.low.min(other.low), self.point, self.high.max(other.high))
    }

    /// The quotient, or `None` where the divisor can be zero.
    pub fn divide(self, other: Self) -> Option<Self> {
        if other.low <= 0.0 && other.high >= 0.0 {
            return None;
        }
        Some(self.combine(other, |a, b| a / b))
    }

    fn combine(self, other: Self, function: impl Fn(f64, f64) -> f64) -> Self {
        let corners = [(self.low, other.low), (self.low, other.high), (self.high, other.low), (self.high, other.high)];
        let mut low = f64::INFINITY;
        let mut high = f64::NEG_INFINITY;
        for (a, b) in corners {
            let value = function(a, b);
            // 0 × ∞ and ∞ ÷ ∞ can be anything.
            if value.is_nan() {
                (low, high) = (f64::NEG_INFINITY, f64::INFINITY);
            }
            low = low.min(value);
            high = high.max(value);
        }
        Self::new(low, function(self.point, other.point), high)
    }
}

/// "155–165", "over 400", "21": the values in the fewest digits that tell the ends apart.
impl std::fmt::Display for Interval {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let width = self.high - self.low;
        let size = self.low.abs().max(self.high.abs());
        match (self.low.is_finite(), self.high.is_finite()) {
            (true, true) if width <= 1e-9 * size => write!(out, "{}", digits(self.point, 0.0)),
            (true, true) => {
                write!(out, "{}–{}", digits(self.low, width), digits(self.high, width))
            }
            (true, false) => write!(out, "{} or more", digits(self.low, 0.0)),
            (false, true) => write!(out, "{} or less", digits(self.high, 0.0)),
            (false, false) => write!(out, "any value"),
        }
    }
}

/// A number with commas between thousands, and with as many decimals as a range of the given width needs; width 0
/// shows all that are written.
fn digits(value: f64, width: f64) -> String {
    let needed = if width > 0.0 { (1.0 - width.log10().floor()).clamp(0.0, 9.0) as usize } else { 6 };
    let mut text = format!("{:.needed$}", value.abs());
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    let whole = text.find('.').unwrap_or(text.len());
    let mut at = whole;
    while at > 3 {
        at -= 3;
        text.insert(at, ',');
    }
    if value < 0.0 && text != "0" { format!("−{text}") } else { text }
}

impl std::ops::Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.low + other.low, self.point + other.point, self.high + other.high)
    }
}

impl std::ops::Sub for Interval {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.low - other.high, self.point - other.point, self.high - other.low)
    }
}

impl std::ops::Mul for Interval {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.combine(other, |a, b| a * b)
    }
}

impl std::ops::Neg for Interval {
    type Output = Self;

    fn neg(self) -> Self {
        Self::new(-self.high, -self.point, -self.low)
    }
}
