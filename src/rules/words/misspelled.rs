//! Common misspellings: what the list of misspellings knows, in lower case, in English surroundings.

use super::{Found, is_foreign, stands_free};
use crate::article::Article;
use crate::lexicon::spelling::{self, Varieties};
use crate::lexicon::{Features, Word};
use crate::tokens::{Case, Token, TokenKind};

/// Finds them. Names, foreign words and what looks like code are left alone.
pub(super) fn find(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut own = None;
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
        let own = *own.get_or_insert_with(|| article.house_spelling.unwrap_or_else(|| majority(article)));
        let mut better: Vec<String> = meant.map(|it| spelled_in(own, it)).collect();
        // "color" and "colour" are one word in either country.
        better.dedup();
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

/// British, where more words of the article are spelled as only the British do than as the Americans do; else any.
fn majority(article: &Article<'_>) -> Varieties {
    let words = article.tokens.iter().filter(|it| it.case == Case::Lower && !it.features.any(Features::FUNCTION));
    let told = words.filter_map(|it| spelling::variety(it.word));
    let british = told.map(|it| if it.varieties.any(Varieties::AMERICAN) { -1 } else { 1 }).sum::<i32>() > 0;
    if british { Varieties::BRITISH_ISE } else { Varieties::ALL }
}

/// A word as some varieties spell it: as it stands, where one of them does so.
fn spelled_in(own: Varieties, word: String) -> String {
    let foreign = spelling::variety(Word::of(&word)).filter(|it| !it.varieties.any(own));
    foreign.and_then(|it| it.in_variety(own)).map_or(word, str::to_owned)
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
