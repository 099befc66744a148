//! A time of day: "9 a.m. EST", "1400 GMT".

/// A time of day: "9 a.m. EST", "1400 GMT".
#[derive(Clone, Debug, PartialEq)]
pub struct Time {}

impl Time {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
