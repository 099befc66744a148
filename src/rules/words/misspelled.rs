//! Common misspellings: what the list of misspellings knows, in lower case, in English surroundings.

use super::{Found, is_foreign, stands_free};
use crate::article::Article;
use crate::lexicon::spelling::{self, Varieties};
use crate::lexicon::{Features, Word};
use crate::tokens::{Case, Token, TokenKind};

/// Finds them. Names, foreign words and what looks like code are left alone.
pub(super) fn find(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut british = None;
    for (at, token) in article.tokens.iter().enumerate() {
        if token.case != Case::Lower
            || token.kind != TokenKind::Word
            || token.features.any(Features::COMMON.with(Features::FUNCTION))
        {
            continue;
        }
        let Some(meant) = spelling::corrections(token.word) else { continue };
        if !stands_free(article, at) || is_foreign(article, at) || is_mentioned(article, at) {
            continue;
        }
        let british = *british.get_or_insert_with(|| is_british(article));
        let better = meant.map(|it| if british { in_british(&it) } else { it }).collect();
        found.push(Found::new(token.span, better));
    }
    found
}

/// Whether the word alone stands between quotation marks, as one that is spoken of.
fn is_mentioned(article: &Article<'_>, at: usize) -> bool {
    let is_mark = |it: &Token| {
        it.kind == TokenKind::Mark
            && matches!(&article.prose.text[it.span.range()], "\"" | "“" | "”" | "'" | "‘" | "’" | "_" | "*")
    };
    at > 0 && is_mark(&article.tokens[at - 1]) && article.tokens.get(at + 1).is_some_and(is_mark)
}

/// Whether more words of the article are spelled as only the British do than as only the Americans do.
fn is_british(article: &Article<'_>) -> bool {
    let words = article.tokens.iter().filter(|it| it.case == Case::Lower && !it.features.any(Features::FUNCTION));
    let told = words.filter_map(|it| spelling::variety(it.word));
    told.map(|it| if it.varieties.any(Varieties::AMERICAN) { -1 } else { 1 }).sum::<i32>() > 0
}

fn in_british(word: &str) -> String {
    let spelling = spelling::variety(Word::of(word));
    spelling.and_then(|it| it.in_variety(Varieties::BRITISH_ISE)).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Word, spelling};

    #[test]
    fn no_word_of_the_dictionary_counts_as_misspelled() {
        let words = include_str!("../../../data/english-words.txt").lines();
        let wrong: Vec<&str> = words.filter(|it| spelling::corrections(Word::of(it)).is_some()).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
