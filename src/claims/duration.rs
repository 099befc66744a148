//! A length of time: "seven-month", "two and a half years".

/// A length of time: "seven-month", "two and a half years".
#[derive(Clone, Debug, PartialEq)]
pub struct Duration {}

impl Duration {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
