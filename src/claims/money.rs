//! An amount of money: "$3.5bn", "40 lakh rupees".

/// An amount of money: "$3.5bn", "40 lakh rupees".
#[derive(Clone, Debug, PartialEq)]
pub struct Money {}

impl Money {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
