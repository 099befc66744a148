//! An age: "45-year-old", "aged 45".

/// An age: "45-year-old", "aged 45".
#[derive(Clone, Debug, PartialEq)]
pub struct Age {}

impl Age {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
