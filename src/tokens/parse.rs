//! The smallest parsers, of which every grammar of this program is built.

use super::{Token, Tokens};
use crate::lexicon::{Features, Word};

/// The result of a parser over tokens. A parser that does not match says so without a reason: reading never fails.
pub type Read<'a, T> = nom::IResult<Tokens<'a>, T, ()>;

/// Matches one token that satisfies `predicate`.
pub fn token<'a>(predicate: impl Fn(&Token) -> bool) -> impl Fn(Tokens<'a>) -> Read<'a, &'a Token> {
    move |input| match input.first() {
        Some(first) if predicate(first) => Ok((input.skip(1), first)),
        _ => Err(nom::Err::Error(())),
    }
}

/// Matches one token with the given identity: a word in any case, or a mark.
pub fn word<'a>(word: Word) -> impl Fn(Tokens<'a>) -> Read<'a, &'a Token> {
    token(move |token| token.word == word)
}

/// Matches one token that has one of the given roles.
pub fn role<'a>(features: Features) -> impl Fn(Tokens<'a>) -> Read<'a, &'a Token> {
    token(move |token| token.features.any(features))
}
