//! A range of times of day.

/// A range of times of day.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRange {}

impl TimeRange {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
