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
            let context = claim.context;
            let attributes = [
                (context.quoted, "quoted"),
                (context.heading, "headline"),
                (context.caption, "caption"),
                (context.negated, "negated"),
                (context.hedged, "hedged"),
            ];
            Entry {
                kind: claim.value.kind(),
                text: &source.prose.text[claim.span.range()],
                span: Place::new(source, span),
                value: claim.value.to_json(),
                sentence: context.sentence + 1,
                paragraph: context.paragraph + 1,
                attributes: attributes.into_iter().filter(|it| it.0).map(|it| it.1).collect(),
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
    /// The number of the sentence in the article, from 1.
    sentence: u32,
    /// The number of the paragraph, headline or entry of a list, from 1.
    paragraph: u32,
    /// Where and how the claim is made: quoted, headline, caption, negated, hedged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<&'static str>,
}
