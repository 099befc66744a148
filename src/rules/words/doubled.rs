//! Function words written twice in a row: "the the".

use super::Found;
use crate::article::Article;
use crate::lexicon::Features;
use crate::source::Span;
use crate::tokens::TokenKind;

/// Finds them. "that that" and "had had" can be right and are left alone, as is what a line break divides.
pub(super) fn find(article: &Article<'_>) -> Vec<Found> {
    let allowed = article.lexicon.classes.get("may-be-doubled");
    let mut found = Vec::new();
    for pair in article.tokens.windows(2) {
        let [one, other] = pair else { continue };
        let is_doubled = one.word == other.word
            && one.kind == TokenKind::Word
            && one.features.any(Features::FUNCTION)
            && other.case == crate::tokens::Case::Lower
            && !other.starts_line
            && !allowed.is_some_and(|it| it.contains(one.word));
        if is_doubled {
            let text = &article.prose.text[one.span.range()];
            let span = Span::new(one.span.start, other.span.end);
            found.push(Found { span, better: vec![text.to_owned()], others: Vec::new() });
        }
    }
    found
}
