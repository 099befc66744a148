//! A range of dates: "March 6-9".

/// A range of dates: "March 6-9".
#[derive(Clone, Debug, PartialEq)]
pub struct DateRange {}

impl DateRange {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
