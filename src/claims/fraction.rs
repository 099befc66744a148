//! A part of a whole in words or characters: "two-thirds", "one in five", "3/4".

/// A part of a whole in words or characters: "two-thirds", "one in five", "3/4".
#[derive(Clone, Debug, PartialEq)]
pub struct Fraction {}

impl Fraction {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
