//! Quoted words and who said them.
//!
//! ```abnf
//! quotation = opening-mark *token closing-mark   ; the claim's span is what stands between the marks
//! ```

/// Quoted words; their text is the claim's span.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Who says them, where the text names one person beside a verb of speaking.
    pub speaker: Option<Box<str>>,
}

impl Quotation {
    pub(super) fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut keys = serde_json::Map::new();
        if let Some(speaker) = &self.speaker {
            keys.insert("speaker".into(), speaker.as_ref().into());
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        self.speaker.as_ref().map_or_else(|| "quotation".to_owned(), |it| format!("said by {it}"))
    }
}
