//! What claims mean: intervals, units, dates and comparison that can say "cannot tell". No text and no parsers here.

mod figure;
mod interval;
pub mod names;
mod verdict;

pub use crate::lexicon::Hedge;
pub use figure::Figure;
pub use interval::Interval;
pub use verdict::Verdict;
