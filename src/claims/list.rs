//! The entries of an enumeration.

/// The entries of an enumeration.
#[derive(Clone, Debug, PartialEq)]
pub struct List {}

impl List {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
