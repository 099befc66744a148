//! Quotation marks and dashes of two styles in one article.

use super::{Found, Usage, one_of};
use crate::article::Article;
use crate::source::BlockKind;
use crate::tokens::{Case, TokenKind};

/// Finds straight quotation marks beside curly ones; inches and seconds are none.
pub(super) fn quotation_marks(article: &Article<'_>) -> Vec<Found> {
    let text = &article.prose.text;
    let mut usages = [Usage::new("curly"), Usage::new("straight")];
    for token in article.tokens.iter().filter(|it| it.kind == TokenKind::Mark) {
        let before = text[..token.span.start as usize].chars().next_back();
        match &text[token.span.range()] {
            "“" | "”" => usages[0].places.push(token.span),
            "\"" if !before.is_some_and(|it| it.is_ascii_digit()) => usages[1].places.push(token.span),
            _ => {}
        }
    }
    one_of(&usages, |_, _| None).into_iter().collect()
}

/// Finds dashes between words that are written in two ways. What stands near the start of a paragraph may be the dash
/// behind a place and date, or that of a list.
pub(super) fn dashes(article: &Article<'_>) -> Vec<Found> {
    const STYLES: [&str; 5] = ["—", " — ", " – ", " - ", "--"];
    const START: usize = 12;
    const DATELINE_MAX: usize = 32;
    let text = &article.prose.text;
    let mut usages = STYLES.map(Usage::new);
    for sentence in &article.sentences {
        let block = article.block(sentence);
        let (from, to) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        if block.kind != BlockKind::Paragraph || text[block.span.range()].contains("File:") {
            continue;
        }
        let first = article.tokens.partition_point(|it| it.span.start < block.span.start);
        for at in from.max(first + 1)..to.saturating_sub(1) {
            let token = &article.tokens[at];
            let next = &article.tokens[at + 1];
            if token.kind != TokenKind::Mark || next.starts_line || next.kind != TokenKind::Word {
                continue;
            }
            let is_behind_word = article.tokens[at - 1].kind == TokenKind::Word;
            let style = match (&text[token.span.range()], token.spaced, next.spaced) {
                _ if !is_behind_word => continue,
                ("—", false, false) => 0,
                ("—", true, true) => 1,
                ("–", true, true) => 2,
                ("-", true, true) => 3,
                ("--", ..) => 4,
                _ => continue,
            };
            let before = &article.tokens[first..at];
            let has_figure = before.len() < DATELINE_MAX && before.iter().any(|it| it.kind == TokenKind::Number);
            let is_between_names = next.case != Case::Lower && article.tokens[at - 1].case != Case::Lower;
            if before.len() < START || (style > 0 && (has_figure || is_between_names)) {
                continue;
            }
            usages[style].places.push(token.span);
        }
    }
    one_of(&usages, |_, _| None).into_iter().collect()
}
