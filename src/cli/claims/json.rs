//! Claims for other programs, in the shape of the JSON contract.

use serde::Serialize;

use super::Listed;
use crate::report::json::{self, Place};
use crate::source::Source;

/// One file's claims.
pub(super) fn part(source: &Source, claims: &[Listed<'_>]) -> String {
    let claims = claims
        .iter()
        .map(|Listed { claim, .. }| {
            let span = source.prose.to_file(claim.span);
            Entry {
                kind: claim.value.kind(),
                text: &source.prose.text[claim.span.range()],
                span: Place::new(source, span),
                value: claim.value.to_json(),
            }
        })
        .collect();
    json::text(&File { path: &source.name, claims })
}

/// The document from the parts of all files.
pub(super) fn whole(parts: &[String]) -> String {
    json::document(parts, &[])
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    claims: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    text: &'a str,
    span: Place,
    value: serde_json::Map<String, serde_json::Value>,
}
