//! The token: a word, a number or a mark with its place, its identity and what the lexicon knows of it.

use crate::lexicon::{Features, Word};
use crate::source::Span;

/// One word, number or mark of the text. White space makes no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Identity of the spelling; see [`Word`].
    pub word: Word,
    /// Where it stands in the prose.
    pub span: Span,
    /// What the lexicon knows of the word.
    pub features: Features,
    /// What sort of token it is.
    pub kind: TokenKind,
    /// How its letters are written.
    pub case: Case,
    /// Whether white space (or the start of the text) stands before it.
    pub spaced: bool,
    /// Whether it is the first token of its line.
    pub starts_line: bool,
}

/// The sorts of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, possibly with inner apostrophes, full stops (`U.S.`) or digits after a letter (`A320`).
    Word,
    /// A possessive ending: `'s`, or `'` behind an s.
    Possessive,
    /// Digits with their group separators and one decimal point: `1,200.5`.
    Number,
    /// Digits with more than one point or an odd comma, which are no number: `192.168.1.2`, `1.2.3`.
    Code,
    /// A single mark or symbol: `,`, `(`, `%`, `€`, `½`.
    Mark,
    /// An address of the web or of mail, a handle or a hashtag.
    Address,
}

impl TokenKind {
    /// How many there are.
    pub(crate) const COUNT: usize = Self::Address as usize + 1;
}

/// How the letters of a word are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No letters.
    None,
    /// All lower case.
    Lower,
    /// First letter upper, the rest lower.
    Title,
    /// All upper case, two letters or more.
    Upper,
    /// Anything else: `McDonald`, `iPhone`.
    Mixed,
}

impl Case {
    /// How many there are.
    pub(crate) const COUNT: usize = Self::Mixed as usize + 1;
}
