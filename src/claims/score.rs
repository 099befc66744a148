//! A score or a vote: "52–48".

/// A score or a vote: "52–48".
#[derive(Clone, Debug, PartialEq)]
pub struct Score {}

impl Score {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
