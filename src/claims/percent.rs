//! A percentage, or a number of percentage or basis points.

/// A percentage, or a number of percentage or basis points.
#[derive(Clone, Debug, PartialEq)]
pub struct Percent {}

impl Percent {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
