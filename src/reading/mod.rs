//! What claims mean: intervals, units, dates and comparison that can say "cannot tell". No text and no parsers here.

pub mod acronyms;
mod calendar_date;
mod clock;
pub mod day;
mod duration;
mod figure;
mod interval;
pub mod names;
mod quantity;
mod stem;
mod unit;
mod verdict;

pub use crate::lexicon::{Dimension, Hedge, Unit};
pub use calendar_date::{Anchor, CalendarDate, Parts, Relative, Step, days_edtf};
pub use clock::{Clock, Told, Zone, minutes_ahead, possible_offsets, same_instant};
pub use day::{Days, Weekday};
pub use duration::{Length, period_seconds};
pub use figure::Figure;
pub use interval::Interval;
pub use quantity::{Measure, Quantity, Reading, Series};
pub use stem::stem;
pub use verdict::Verdict;
