//! A figure: a number as prose gives it, with the hedge that widens it.

use super::Interval;

/// A number, or a range of numbers, as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The values that it can stand for.
    pub interval: Interval,
    /// The word that widens or bounds it.
    pub hedge: Hedge,
    /// The ends as written, where a range is written ("10–15"); the interval's point is then the middle.
    pub range: Option<(f64, f64)>,
    /// How finely it is written: the place value of the last digit that is certainly meant (0.1 for 3.5,
    /// 100 for 1,200, 100,000 for 3.5 million, 1 for a spelled-out small number).
    pub step: f64,
}

/// How a figure is hedged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hedge {
    /// Not at all.
    #[default]
    None,
    /// "about", "around", "some": to both sides.
    About,
    /// "nearly", "almost", "just under": below, but close.
    Nearly,
    /// "just over", "a little more than", "slightly above": above, but close.
    JustOver,
    /// "more than", "over", "above": any value above.
    Over,
    /// "at least", "no fewer than", "or more": this or above.
    AtLeast,
    /// "less than", "under", "below": any value below.
    Under,
    /// "at most", "up to", "no more than": this or below.
    AtMost,
}

impl Hedge {
    /// The word for the `hedge` key of the claims' JSON; `None` where there is no hedge.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::About => Some("about"),
            Self::Nearly => Some("nearly"),
            Self::JustOver => Some("just-over"),
            Self::Over => Some("over"),
            Self::AtLeast => Some("at-least"),
            Self::Under => Some("under"),
            Self::AtMost => Some("at-most"),
        }
    }
}
