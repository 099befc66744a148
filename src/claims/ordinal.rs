//! An ordinal: "21st", "third".

/// An ordinal: "21st", "third".
#[derive(Clone, Debug, PartialEq)]
pub struct Ordinal {}

impl Ordinal {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
