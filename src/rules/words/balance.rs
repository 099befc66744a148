//! Brackets and quotation marks without their partners.

use super::{Found, is_foreign};
use crate::article::Article;
use crate::source::{Block, BlockKind};
use crate::tokens::{Token, TokenKind};

/// Brackets may close so many blocks further on.
const BLOCKS_APART: usize = 4;

/// Finds brackets that are opened and never closed, or closed and never opened.
pub(super) fn brackets(article: &Article<'_>) -> Vec<Found> {
    let text = &article.prose.text;
    let mut found: Vec<Found> = Vec::new();
    // The brackets that are open, with their blocks.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (index, block) in article.prose.blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Cell { .. }) {
            continue;
        }
        let (from, to) = tokens_of(article, block);
        for at in from..to {
            let mark = &text[article.tokens[at].span.range()];
            match mark {
                "(" | "[" if !is_face(article, at) => open.push((at, index)),
                ")" | "]" if !is_face(article, at) => {
                    let partner = if mark == ")" { "(" } else { "[" };
                    match open.last() {
                        Some((start, _)) if &text[article.tokens[*start].span.range()] == partner => _ = open.pop(),
                        // An interval: [0, 1).
                        Some((start, _)) if at - start <= 4 => _ = open.pop(),
                        _ if is_enumerator(article, from, at) => {}
                        // The second of "]]".
                        _ if !article.tokens[at].spaced
                            && found.last().is_some_and(|it| it.span.end == article.tokens[at].span.start) => {}
                        _ => found.push(Found::new(article.tokens[at].span, Vec::new())),
                    }
                }
                _ => {}
            }
        }
        open.retain(|(start, of)| {
            let is_lost = index - of >= BLOCKS_APART;
            if is_lost {
                found.push(Found::new(article.tokens[*start].span, Vec::new()));
            }
            !is_lost
        });
    }
    found.extend(open.iter().map(|(start, _)| Found::new(article.tokens[*start].span, Vec::new())));
    found.sort_by_key(|it| it.span);
    found
}

/// Finds quotation marks without their partners. A quotation of several paragraphs may be opened in each of them, or
/// in the first only, and is closed in the last.
pub(super) fn quotation_marks(article: &Article<'_>) -> Vec<Found> {
    let text = &article.prose.text;
    let blocks = &article.prose.blocks;
    // The marks without a partner in their own paragraph.
    let mut strays: Vec<(usize, Mark)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let is_running = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Heading);
        if is_running && !text[block.span.range()].contains(['„', '″', '«']) {
            let goes_on =
                blocks[index + 1..].iter().take(2).any(|it| text[it.span.range()].starts_with(['“', '"', '‘', '\'']));
            strays.extend(strays_of(article, block, goes_on));
        }
    }
    let mut found = Vec::new();
    let mut strays = strays.into_iter().peekable();
    while let Some((at, mark)) = strays.next() {
        let closes = |next: &(usize, Mark)| next.1 != Mark::Opening && mark != Mark::Closing;
        if strays.peek().is_some_and(closes) {
            strays.next();
        } else if !is_foreign(article, at) {
            found.push(Found::new(article.tokens[at].span, Vec::new()));
        }
    }
    found
}

/// What a quotation mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Opening,
    Closing,
    /// A straight mark does either.
    Straight,
}

/// The marks of a paragraph without a partner in it. `goes_on` says that the next one begins with a mark again.
fn strays_of(article: &Article<'_>, block: &Block, goes_on: bool) -> Vec<(usize, Mark)> {
    let text = &article.prose.text;
    let (from, to) = tokens_of(article, block);
    let spelling = |at: usize| &text[article.tokens[at].span.range()];
    let is_inch = |at: usize| at > 0 && article.tokens[at - 1].kind == TokenKind::Number && !article.tokens[at].spaced;
    let marks: Vec<usize> = (from..to)
        .filter(|at| article.tokens[*at].kind == TokenKind::Mark && matches!(spelling(*at), "“" | "”" | "\""))
        .collect();
    let straight = marks.iter().filter(|at| spelling(**at) == "\"").count();
    if straight == marks.len() {
        let is_odd = straight % 2 == 1 && !marks.iter().any(|at| is_inch(*at)) && !goes_on;
        let at = || if marks[0] == from { marks[0] } else { marks[straight - 1] };
        return if is_odd { vec![(at(), Mark::Straight)] } else { Vec::new() };
    }
    // Of mixed marks, and of those languages that close with the mark they opened with, nothing is said.
    if straight > 0 || (marks.iter().all(|at| spelling(*at) == "”") && marks.len().is_multiple_of(2)) {
        return Vec::new();
    }
    let mut strays = Vec::new();
    let mut open: Option<usize> = None;
    for at in marks {
        match (spelling(at), open) {
            ("“", _) => strays.extend(open.replace(at).map(|it| (it, Mark::Opening))),
            (_, Some(_)) => open = None,
            (_, None) if is_inch(at) => {}
            (_, None) => strays.push((at, Mark::Closing)),
        }
    }
    strays.extend(open.filter(|_| !goes_on).map(|it| (it, Mark::Opening)));
    strays
}

fn tokens_of(article: &Article<'_>, block: &Block) -> (usize, usize) {
    let from = article.tokens.partition_point(|it| it.span.start < block.span.start);
    (from, from + article.tokens[from..].partition_point(|it| it.span.end <= block.span.end))
}

/// Whether the bracket is the mouth of a face: ":)", ";-)".
fn is_face(article: &Article<'_>, at: usize) -> bool {
    let text = &article.prose.text;
    let is_glued = |it: &Token| !it.spaced && !it.starts_line;
    at > 0
        && is_glued(&article.tokens[at])
        && matches!(&text[article.tokens[at - 1].span.range()], ":" | ";" | "-" | "=")
        && article.tokens[at - 1].kind == TokenKind::Mark
        && article.tokens.get(at + 1).is_none_or(|it| it.spaced)
        && article.tokens[at - 1].spaced
}

/// Whether the bracket closes the number or letter of an entry: "1)", "b)", "iv)".
fn is_enumerator(article: &Article<'_>, from: usize, at: usize) -> bool {
    let Some(label) = at.checked_sub(1).filter(|it| *it >= from).map(|it| &article.tokens[it]) else { return false };
    let spelling = &article.prose.text[label.span.range()];
    let is_roman = spelling.bytes().all(|it| b"ivxIVX".contains(&it));
    !article.tokens[at].spaced
        && ((label.kind == TokenKind::Number && spelling.len() <= 2) || spelling.chars().count() == 1 || is_roman)
}
