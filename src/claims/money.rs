//! Sums of money; their grammar is that of [`super::amount`].

use serde_json::{Map, Value as Json};

use super::range::figure_json;
use crate::lexicon::{Currency, Unit};
use crate::reading::{Figure, Verdict};

/// An amount of money: "$3.5bn", "40 lakh rupees".
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// The sum, in the currency itself: 0.5 for "50 cents".
    pub figure: Figure,
    /// The currency, as far as it is stated.
    pub currency: Currency,
    /// What the sum is paid for: an hour in "$15 an hour".
    pub per: Option<Unit>,
    /// How many of the coins that the text names make one of the currency: 100 for cents, else 1.
    pub coins: f64,
}

impl Money {
    /// Whether the two can be the same sum; nothing is known of sums in different currencies, or where one leaves
    /// open whose dollars it means.
    pub fn compare(&self, other: &Self) -> Verdict {
        if self.currency.is_same(other.currency) == Some(true) && self.per == other.per {
            self.figure.interval.equals(other.figure.interval)
        } else {
            Verdict::CannotTell
        }
    }

    /// The number is the one that is written: "50 cents" has the number 50 and the unit `1/100`.
    pub(super) fn to_json(&self) -> Map<String, Json> {
        let mut keys = figure_json(&self.figure.scale(self.coins));
        keys.insert("currency".into(), Json::from(self.currency.code()));
        if self.coins != 1.0 {
            keys.insert("unit".into(), Json::from(format!("1/{}", self.coins)));
        } else if let Some(per) = self.per {
            keys.insert("unit".into(), Json::from(per.id()));
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        let per = self.per.map(|it| format!(" {}", it.display())).unwrap_or_default();
        format!("{} {}{per}", self.figure.interval, self.currency.code())
    }
}
