//! Sums of money. They begin as quantities do, so that [`super::amount`] reads both.
//!
//! ```abnf
//! money  = [sign] symbol figure [scale] [paid]               ; $3.5bn  −€2  US$10–15 million  $15 an hour
//!        / ("M" code / name) figure [scale]                  ; MEUR 30  rupees 2,000
//!        / figure (symbol / name) [coins] [paid]             ; 500 EUR  40 lakh rupees  two dollars and fifty cents
//! coins  = ["and"] number coin / ["and"] 2DIGIT              ; 15 dollars 50
//! paid   = ("per" / "/" / "a" / "an") unit                   ; an hour  per barrel
//! ```

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

#[cfg(test)]
mod tests {
    use crate::claims::table::assert_reads;

    #[test]
    fn spellings_and_their_values() {
        assert_reads(
            "money",
            &[
                ("$3.5bn", 3.5e9, "USD"),
                ("more than $1.5 million", 1.5e6, "USD"),
                ("£6m", 6e6, "GBP"),
                ("€1.2 million", 1.2e6, "EUR"),
                ("US$10–15 million", 12.5e6, "USD"),
                ("$5 to $10", 7.5, "USD"),
                ("A$500", 500.0, "AUD"),
                ("Rs 500 crore", 5e9, "INR"),
                ("Rs500", 500.0, "INR"),
                ("R423bn", 4.23e11, "ZAR"),
                ("R21m", 2.1e7, "ZAR"),
                ("40 lakh rupees", 4e6, "INR"),
                ("50p", 50.0, "GBP"),
                ("50 cents", 50.0, "USD"),
                ("5 million Hong Kong dollars", 5e6, "HKD"),
                ("five million pounds", 5e6, "GBP"),
                ("500 EUR", 500.0, "EUR"),
                ("EUR 500", 500.0, "EUR"),
                ("two dollars and fifty cents", 2.5, "USD"),
                ("75 USD million", 75e6, "USD"),
                ("half a million dollars", 5e5, "USD"),
                ("10 $ is", 10.0, "USD"),
                ("$15 an hour", 15.0, "USD"),
                ("about MAUD 60 a year", 60e6, "AUD"),
                ("MEUR 30", 30e6, "EUR"),
                ("sen 100,000", 100_000.0, "MYR"),
                ("rupees 2,000", 2000.0, "INR"),
                ("It costs 15 dollars and 50.", 15.5, "USD"),
                ("$40 a barrel", 40.0, "USD"),
                ("N40,000 from", 40_000.0, "NGN"),
                ("K1.2 billion", 1.2e9, "ZMW"),
                ("Sh76 million", 76e6, "KES"),
                ("an N95 mask", f64::NAN, ""),
                ("between $40 and $60 million", 5e7, "USD"),
                ("Rs 4 to Rs 6 crore", 5e7, "INR"),
                ("Rs. 4.5 lakh cr", 4.5e12, "INR"),
                ("GH¢5bn", 5e9, "GHS"),
                ("a £1m-a-year job", 1e6, "GBP"),
                ("a 1.2m-euro house", 1.2e6, "EUR"),
                ("a ten-pound note", 10.0, "GBP"),
                ("£25/£20 seats", 25.0, "GBP"),
                ("a multi-million-dollar deal", f64::NAN, ""),
                ("R35 a kilo", 35.0, "ZAR"),
                ("let for forty pounds to", 40.0, "GBP"),
                ("sold forty pounds of fish", f64::NAN, ""),
                ("rose 3 cents to $5.62", 3.0, "USD"),
                ("the dollar 2 percent higher", f64::NAN, ""),
            ],
        );
    }
}
