//! The tokens of a text, and a view of consecutive ones, as nom reads it.

use std::ops::Deref;

use super::Token;
use crate::lexicon::{Features, Lexicon};
use crate::source::Span;

/// The tokens of a text in order, with what they were cut from: a text is lexed once, and everything reads these.
#[derive(Debug)]
pub struct Lexed<'a> {
    tokens: Vec<Token>,
    origin: Origin<'a>,
}

/// What tokens were cut from.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The prose that the spans point into.
    pub text: &'a str,
    /// The vocabulary that the tokens were read with.
    pub lexicon: &'a Lexicon,
}

impl<'a> Lexed<'a> {
    pub(super) fn new(tokens: Vec<Token>, text: &'a str, lexicon: &'a Lexicon) -> Self {
        Self { tokens, origin: Origin { text, lexicon } }
    }

    /// The view of all tokens.
    pub fn view(&self) -> Tokens<'_> {
        Tokens { of: self, start: 0, end: self.tokens.len() as u32 }
    }

    /// Marks the token that a block begins with; a look back from behind it ends there.
    pub(crate) fn begin_block(&mut self, at: usize) {
        let first = &mut self.tokens[at];
        first.features = first.features.with(Features::FIRST);
    }
}

impl Deref for Lexed<'_> {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.tokens
    }
}

/// A view of consecutive tokens: what every parser of this program reads. It is two words long, so that parsers hand it
/// to one another in registers.
#[derive(Clone, Copy)]
pub struct Tokens<'a> {
    of: &'a Lexed<'a>,
    start: u32,
    end: u32,
}

impl<'a> Deref for Tokens<'a> {
    type Target = Origin<'a>;

    fn deref(&self) -> &Origin<'a> {
        &self.of.origin
    }
}

impl<'a> Tokens<'a> {
    /// The view of the tokens `start..end`, counted from the start of the text; out-of-range ends are cut off.
    #[must_use]
    pub fn slice(self, start: usize, end: usize) -> Self {
        let end = end.min(self.of.tokens.len());
        Self { start: start.min(end) as u32, end: end as u32, ..self }
    }

    /// Index of the first token of the view, counted from the start of the text.
    pub fn at(self) -> usize {
        self.start as usize
    }

    /// Index behind the last token of the view, counted from the start of the text.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The first token of the view.
    pub fn first(self) -> Option<&'a Token> {
        self.get(0)
    }

    /// The token `ahead` places behind the first of the view.
    pub fn get(self, ahead: usize) -> Option<&'a Token> {
        let at = self.start as usize + ahead;
        if at < self.end as usize { self.of.tokens.get(at) } else { None }
    }

    /// The token `back` places before the view (1 is the nearest), even where the view was cut there, but none of
    /// another block.
    pub fn before(self, back: usize) -> Option<&'a Token> {
        let at = (self.start as usize).checked_sub(back)?;
        // Behind the last token of its block an empty view stands at the first of the next.
        let behind = if self.is_empty() { self.start as usize } else { self.start as usize + 1 };
        let is_cut = self.of.tokens.get(at + 1..behind)?.iter().any(|it| it.features.any(Features::FIRST));
        if is_cut { None } else { self.of.tokens.get(at) }
    }

    /// The token at an index counted from the start of the text, wherever the view was cut.
    ///
    /// # Panics
    /// Where the text has fewer tokens.
    pub fn get_at(self, index: usize) -> &'a Token {
        &self.of.tokens[index]
    }

    /// The tokens of the view.
    pub fn as_slice(self) -> &'a [Token] {
        &self.of.tokens[self.start as usize..self.end as usize]
    }

    /// The spelling of a token.
    pub fn spelling(self, token: &Token) -> &'a str {
        &self.of.origin.text[token.span.range()]
    }

    /// The view without its first `count` tokens.
    #[must_use]
    pub fn skip(self, count: usize) -> Self {
        Self { start: (self.start + count as u32).min(self.end), ..self }
    }

    /// How many tokens the view holds.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the view holds no token.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span from the first token of this view up to where `rest`, a later view of the same text, begins.
    pub fn span_to(self, rest: Tokens<'_>) -> Span {
        let last = rest.start.max(self.start + 1) - 1;
        match (self.of.tokens.get(self.start as usize), self.of.tokens.get(last as usize)) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span::default(),
        }
    }
}

impl std::fmt::Debug for Tokens<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(self.as_slice().iter().map(|token| self.spelling(token))).finish()
    }
}

impl<'a> nom::Input for Tokens<'a> {
    type Item = &'a Token;
    type Iter = std::slice::Iter<'a, Token>;
    type IterIndices = std::iter::Enumerate<std::slice::Iter<'a, Token>>;

    fn input_len(&self) -> usize {
        self.len()
    }

    fn take(&self, index: usize) -> Self {
        Self { end: self.start + index as u32, ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        self.skip(index)
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P>(&self, predicate: P) -> Option<usize>
    where
        P: Fn(Self::Item) -> bool,
    {
        self.as_slice().iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.as_slice().iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.as_slice().iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, nom::Needed> {
        if count <= self.len() { Ok(count) } else { Err(nom::Needed::new(count - self.len())) }
    }
}
