//! Words written twice in a row: "the the", "the hospital hospital".

use super::Found;
use crate::article::Article;
use crate::lexicon::{Features, known::ENGLISH, word_id};
use crate::source::Span;
use crate::tokens::{Case, Token, TokenKind};

/// Finds them. "that that" and "had had" can be right and are left alone, as is what a line break divides.
pub(super) fn find(article: &Article<'_>) -> Vec<Found> {
    let allowed = article.lexicon.classes.get("may-be-doubled");
    let mut found = Vec::new();
    for (at, pair) in article.tokens.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        let is_doubled = one.word == other.word
            && one.kind == TokenKind::Word
            && other.case == Case::Lower
            && (one.features.any(Features::FUNCTION)
                || (one.case == Case::Lower && one.span.len() >= 3 && ENGLISH.contains(one.word)))
            && other.spaced
            && !other.starts_line
            && !allowed.is_some_and(|it| it.contains(one.word));
        if is_doubled && !is_chanted(article, at) {
            let text = &article.prose.text[one.span.range()];
            let span = Span::new(one.span.start, other.span.end);
            found.push(Found::new(span, vec![text.to_owned()]));
        }
    }
    found
}

/// Whether the word stands three times, which is meant, or the second begins a word with a hyphen.
fn is_chanted(article: &Article<'_>, at: usize) -> bool {
    let word = article.tokens[at].word;
    let is_same = |it: &Token| it.word == word;
    at > 0 && is_same(&article.tokens[at - 1])
        || article.tokens.get(at + 2).is_some_and(|it| is_same(it) || (it.word == word_id!("-") && !it.spaced))
}
