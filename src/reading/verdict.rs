//! What a comparison of two readings can say.

/// The outcome of a comparison, ordered so that `and` is the minimum and `or` the maximum (Kleene's strong logic).
///
/// Agreement comes in two strengths, because a figure in prose is an interval: "about 50 = 52" *can* hold, and so
/// can its opposite. Only a [`Verdict::Conflict`] is ever reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It cannot hold: no value lies in both readings.
    Conflict,
    /// The text does not say enough to compare.
    CannotTell,
    /// It can hold: some value lies in both readings.
    Compatible,
    /// It holds whatever values are meant.
    Certain,
}

impl Verdict {
    /// Certainty or conflict, for what is known exactly.
    pub const fn of(holds: bool) -> Self {
        if holds { Self::Certain } else { Self::Conflict }
    }

    /// Whether it can hold.
    pub fn agrees(self) -> bool {
        self >= Self::Compatible
    }

    /// The weaker of the two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// The stronger of the two.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }
}

impl std::ops::Not for Verdict {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Conflict => Self::Certain,
            Self::Certain => Self::Conflict,
            unsure => unsure,
        }
    }
}
