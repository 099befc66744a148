//! A test statistic in APA style: "t(28) = 2.20, p = .03".

/// A test statistic in APA style: "t(28) = 2.20, p = .03".
#[derive(Clone, Debug, PartialEq)]
pub struct Statistic {}

impl Statistic {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }

    pub(super) fn describe(&self) -> String {
        String::new()
    }
}
