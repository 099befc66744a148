//! A number with its unit: "160 kilometers", "5 ft 11 in".

/// A number with its unit: "160 kilometers", "5 ft 11 in".
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {}

impl Quantity {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
