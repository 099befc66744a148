//! A view of consecutive tokens, as nom reads it.

use super::Token;
use crate::lexicon::Lexicon;
use crate::source::Span;

/// A view of consecutive tokens: what every parser of this program reads.
#[derive(Clone, Copy)]
pub struct Tokens<'a> {
    all: &'a [Token],
    start: usize,
    end: usize,
    /// Index before which nothing is seen, not even by a look back.
    floor: usize,
    /// The prose that the spans point into.
    pub text: &'a str,
    /// The vocabulary that the tokens were read with.
    pub lexicon: &'a Lexicon,
}

impl<'a> Tokens<'a> {
    /// A view of all tokens of a text.
    pub fn new(all: &'a [Token], text: &'a str, lexicon: &'a Lexicon) -> Self {
        Self { all, start: 0, end: all.len(), floor: 0, text, lexicon }
    }

    /// The view of the tokens `start..end`, counted from the start of the text; out-of-range ends are cut off.
    #[must_use]
    pub fn slice(self, start: usize, end: usize) -> Self {
        let end = end.min(self.all.len());
        Self { start: start.min(end), end, ..self }
    }

    /// The view of the tokens `start..end` as if the text had no others: a look back ends at its start.
    #[must_use]
    pub fn block(self, start: usize, end: usize) -> Self {
        let cut = self.slice(start, end);
        Self { floor: cut.start, ..cut }
    }

    /// Index of the first token of the view, counted from the start of the text.
    pub fn at(self) -> usize {
        self.start
    }

    /// Index behind the last token of the view, counted from the start of the text.
    pub fn end(self) -> usize {
        self.end
    }

    /// The first token of the view.
    pub fn first(self) -> Option<&'a Token> {
        self.get(0)
    }

    /// The token `ahead` places behind the first of the view.
    pub fn get(self, ahead: usize) -> Option<&'a Token> {
        self.all[..self.end].get(self.start + ahead)
    }

    /// The token `back` places before the view (1 is the nearest), even where the view was cut there, but none of
    /// another block.
    pub fn before(self, back: usize) -> Option<&'a Token> {
        self.start.checked_sub(back).filter(|at| *at >= self.floor).and_then(|at| self.all.get(at))
    }

    /// The token at an index counted from the start of the text, wherever the view was cut.
    ///
    /// # Panics
    /// Where the text has fewer tokens.
    pub fn get_at(self, index: usize) -> &'a Token {
        &self.all[index]
    }

    /// The tokens of the view.
    pub fn as_slice(self) -> &'a [Token] {
        &self.all[self.start..self.end]
    }

    /// The spelling of a token.
    pub fn spelling(self, token: &Token) -> &'a str {
        &self.text[token.span.range()]
    }

    /// The view without its first `count` tokens.
    #[must_use]
    pub fn skip(self, count: usize) -> Self {
        Self { start: (self.start + count).min(self.end), ..self }
    }

    /// How many tokens the view holds.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the view holds no token.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span from the first token of this view up to where `rest`, a later view of the same text, begins.
    pub fn span_to(self, rest: Tokens<'_>) -> Span {
        let last = rest.start.max(self.start + 1) - 1;
        match (self.all.get(self.start), self.all.get(last)) {
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
        Self { end: self.start + index, ..*self }
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
