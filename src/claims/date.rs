//! A date or a part of one: "May 12, 2016", "Tuesday", "the 1990s".

/// A date or a part of one: "May 12, 2016", "Tuesday", "the 1990s".
#[derive(Clone, Debug, PartialEq)]
pub struct Date {}

impl Date {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
