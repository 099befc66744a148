//! The name of a person, an organisation or a place.

/// The name of a person, an organisation or a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {}

impl Name {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
