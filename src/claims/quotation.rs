//! Quoted words and who said them.

/// Quoted words and who said them.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {}

impl Quotation {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
