//! Finds what stands between quotation marks, and who says it.
//!
//! Curly marks open and close by their form; straight ones by what stands around them. A quotation ends with its
//! block at the latest; where the next block opens with a mark again, the same speaker goes on.

use crate::claims::{Claim, Quotation, Value};
use crate::lexicon::Features;
use crate::source::{Block, Span};
use crate::tokens::{Token, Tokens};

/// A speaker is named at most so many tokens from the quotation.
const NEAR: u32 = 12;

/// Finds all quotations, in order of the text; speakers are left open.
pub(super) fn find(tokens: Tokens<'_>, blocks: &[Block]) -> Vec<Claim> {
    let mut found = Vec::new();
    let all = tokens.as_slice();
    let mut at = 0;
    for block in blocks {
        at += all[at..].partition_point(|token| token.span.start < block.span.start);
        let end = at + all[at..].partition_point(|token| token.span.end <= block.span.end);
        let mut open: Option<(usize, char)> = None;
        for index in at..end {
            if !all[index].features.any(Features::QUOTE) {
                continue;
            }
            let mark = tokens.spelling(&all[index]);
            match (mark, open) {
                ("“" | "«", None) => open = Some((index, if mark == "“" { '”' } else { '»' })),
                ("\"", None) if opens(all, index, end) => open = Some((index, '"')),
                ("”" | "»" | "\"", Some((start, closing))) if mark.starts_with(closing) => {
                    push(&mut found, tokens, start + 1, index);
                    open = None;
                }
                _ => {}
            }
        }
        // A quotation of several paragraphs is closed in the last one only.
        if let Some((start, _)) = open
            && (start == at || all.get(end).is_some_and(|next| matches!(tokens.spelling(next), "“" | "\"")))
        {
            push(&mut found, tokens, start + 1, end);
        }
        at = end;
    }
    found
}

/// Whether the straight mark at `index` stands before a word and not directly behind one.
fn opens(all: &[Token], index: usize, end: usize) -> bool {
    all[index].spaced || (index + 1 < end && !all[index + 1].spaced && !all[index].starts_line)
}

fn push(found: &mut Vec<Claim>, tokens: Tokens<'_>, start: usize, stop: usize) {
    if start < stop {
        let value = Value::Quotation(Quotation { speaker: None });
        found.push(Claim::new(tokens.slice(start, stop), tokens.slice(stop, stop), value));
    }
}

/// Names the speakers: the one name near a verb of speaking directly before or behind the quotation.
pub(super) fn name_speakers(claims: &mut [Claim], tokens: Tokens<'_>) {
    let names: Vec<(u32, Span)> =
        claims.iter().filter(|it| matches!(it.value, Value::Name(_))).map(|it| (it.tokens.0, it.span)).collect();
    for claim in claims {
        let (from, to) = claim.tokens;
        let Value::Quotation(quotation) = &mut claim.value else { continue };
        let behind = speaker(tokens, &names, to + 1, to + 1 + NEAR);
        quotation.speaker = behind.or_else(|| speaker(tokens, &names, from.saturating_sub(NEAR), from)).map(Into::into);
    }
}

/// The only name among the tokens `from..to`, where one of them is a verb of speaking.
fn speaker<'a>(tokens: Tokens<'a>, names: &[(u32, Span)], from: u32, to: u32) -> Option<&'a str> {
    let view = tokens.slice(from as usize, to as usize);
    let speaking = tokens.lexicon.classes.get("speaking")?;
    if !view.as_slice().iter().any(|token| speaking.may_begin(token.word) && speaking.contains(token.word)) {
        return None;
    }
    let first = names.partition_point(|(at, _)| *at < from);
    match names[first..].iter().take_while(|(at, _)| *at < to).collect::<Vec<_>>()[..] {
        [(_, span)] => Some(&tokens.text[span.range()]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    #[test]
    fn texts_and_their_quotations() {
        for (text, expected) in [
            ("\"We won,\" said Angela Merkel.", "We won, [Angela Merkel]"),
            ("Angela Merkel said: “We won.”", "We won. [Angela Merkel]"),
            ("The \"Solid Structure\" operation and \"more\" of it.", "Solid Structure; more"),
            ("“We won.\n“We did,” he said.", "We won.; We did,"),
            ("A 5\" pipe and a 6\" pipe.", ""),
        ] {
            let source = Source::new("", text, Format::Plain);
            let article = Article::read(&source.prose, Lexicon::built_in(), None);
            let found = article.claims.iter().filter_map(|claim| {
                let Value::Quotation(quotation) = &claim.value else { return None };
                let speaker = quotation.speaker.as_ref().map_or(String::new(), |it| format!(" [{it}]"));
                Some(format!("{}{speaker}", &text[claim.span.range()]))
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), expected, "{text}");
        }
    }
}
