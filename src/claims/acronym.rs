//! An acronym: its definition or its use.

/// An acronym: its definition or its use.
#[derive(Clone, Debug, PartialEq)]
pub struct Acronym {}

impl Acronym {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
