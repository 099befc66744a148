//! A space before a comma, full stop or semicolon.

use super::{Found, Place};
use crate::article::Article;
use crate::source::{BlockKind, Span};
use crate::tokens::TokenKind;

/// Finds them, all in one finding. A row of dots, a decimal and a file's ending are none.
pub(super) fn find(article: &Article<'_>) -> Vec<Found> {
    let text = &article.prose.text;
    let mut places: Vec<(Span, &str)> = Vec::new();
    for (at, pair) in article.tokens.windows(2).enumerate() {
        let [before, mark] = pair else { continue };
        let spelling = &text[mark.span.range()];
        if mark.kind != TokenKind::Mark || !mark.spaced || mark.starts_line || !matches!(spelling, "," | "." | ";") {
            continue;
        }
        let next = article.tokens.get(at + 2);
        let is_free = next.is_none_or(|it| it.spaced && !matches!(&text[it.span.range()], "." | ","));
        let is_word = matches!(before.kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive);
        let gap = &text[before.span.end as usize..mark.span.start as usize];
        if is_free
            && is_word
            && gap.chars().all(|it| matches!(it, ' ' | '\t' | '\u{a0}'))
            && is_running(article, mark.span)
        {
            places.push((Span::new(before.span.end, mark.span.end), spelling));
        }
    }
    let Some(((span, mark), others)) = places.split_first() else { return Vec::new() };
    let place = |(span, mark): &(Span, &str)| Place {
        span: *span,
        label: "here too".to_owned(),
        better: Some((*mark).to_owned()),
    };
    let others = others.iter().map(place).collect();
    vec![Found { span: *span, better: vec![(*mark).to_owned()], others, ..Found::default() }]
}

fn is_running(article: &Article<'_>, span: Span) -> bool {
    let block = article.prose.blocks.partition_point(|it| it.span.end < span.end);
    article.prose.blocks.get(block).is_some_and(|it| !matches!(it.kind, BlockKind::Cell { .. }))
}
