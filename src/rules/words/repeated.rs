//! Sentences and paragraphs that stand twice in an article.

use std::collections::HashMap;

use super::{Found, Place};
use crate::article::{Article, Sentence};
use crate::lexicon::Word;
use crate::source::{BlockKind, Span};
use crate::tokens::TokenKind;

/// A repeated sentence has at least so many words; shorter ones are refrains.
const SENTENCE_WORDS: usize = 9;
/// A repeated paragraph has at least so many.
const PARAGRAPH_WORDS: usize = 20;

/// Finds sentences that stand in the article before. Those of a repeated paragraph are not named again, and a
/// headline, a caption or a summary may say what the text says.
pub(super) fn sentences(article: &Article<'_>) -> Vec<Found> {
    let repeated = repeated_blocks(article);
    let running = |it: &&Sentence| {
        article.block(it).kind == BlockKind::Paragraph
            && !article.prose.text[article.block(it).span.range()].starts_with('•')
            && !repeated.iter().any(|(later, earlier)| [later, earlier].contains(&&(it.block as usize)))
    };
    let mut seen: HashMap<Word, Span> = HashMap::new();
    let mut found = Vec::new();
    for sentence in article.sentences.iter().filter(running) {
        let Some(key) = key(article, sentence.span, SENTENCE_WORDS) else { continue };
        match seen.get(&key) {
            None => _ = seen.insert(key, sentence.span),
            // A letter that is quoted and then printed whole repeats itself on purpose.
            Some(first) if [sentence.span, *first].iter().any(|it| article.is_quoted(it.start + 1)) => {}
            Some(first) => found.push(repeats(sentence.span, *first)),
        }
    }
    found
}

/// Finds paragraphs that stand in the article before.
pub(super) fn paragraphs(article: &Article<'_>) -> Vec<Found> {
    let span = |block: usize| article.prose.blocks[block].span;
    let mut found = Vec::new();
    let mut last = None;
    for (later, earlier) in repeated_blocks(article) {
        // Where a whole passage stands twice, its first paragraph is enough.
        let goes_on = last.is_some_and(|(l, e)| later - l <= 2 && earlier > e && earlier - e <= 2);
        last = Some((later, earlier));
        if !goes_on && ![later, earlier].iter().any(|it| article.is_quoted(span(*it).start + 1)) {
            found.push(repeats(span(later), span(earlier)));
        }
    }
    found
}

/// The blocks that repeat another: the later and the earlier.
fn repeated_blocks(article: &Article<'_>) -> Vec<(usize, usize)> {
    let mut seen: HashMap<Word, usize> = HashMap::new();
    let mut found = Vec::new();
    for (index, block) in article.prose.blocks.iter().enumerate() {
        if block.kind != BlockKind::Paragraph {
            continue;
        }
        let Some(key) = key(article, block.span, PARAGRAPH_WORDS) else { continue };
        match seen.get(&key) {
            None => _ = seen.insert(key, index),
            Some(first) => found.push((index, *first)),
        }
    }
    found
}

fn repeats(span: Span, first: Span) -> Found {
    let others = vec![Place { span: first, label: "stands here already".to_owned(), better: None }];
    Found { span, others, ..Found::default() }
}

/// What identifies the words of a range, where there are enough of them.
fn key(article: &Article<'_>, span: Span, least: usize) -> Option<Word> {
    let from = article.tokens.partition_point(|it| it.span.start < span.start);
    let tokens = article.tokens[from..].iter().take_while(|it| it.span.end <= span.end);
    let (mut key, mut words) = (Word::default(), 0);
    for token in tokens {
        words += usize::from(token.kind == TokenKind::Word);
        key = Word::mixed(key, token.word);
    }
    (words >= least).then_some(key)
}
