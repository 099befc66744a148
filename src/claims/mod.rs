//! Claims: what an article states, each with its span and its reading.
//!
//! One file per kind: its type, its grammar, its parser, its table of spellings. A parser reads a slice of tokens
//! and never fails loudly; what it does not understand is no claim.

mod number;

pub use number::Number;

use crate::source::Span;
use crate::tokens::Tokens;

/// One statement of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Where it stands in the prose, hedge included.
    pub span: Span,
    /// The tokens it is made of: index of the first, and behind the last.
    pub tokens: (u32, u32),
    /// What it says.
    pub value: Value,
    /// Where and how it is said.
    pub context: Context,
}

/// The circumstances in which a claim is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Index of its sentence in the article.
    pub sentence: u32,
    /// Index of its paragraph (block) in the article.
    pub paragraph: u32,
    /// It stands between quotation marks.
    pub quoted: bool,
    /// It stands in a headline or title.
    pub heading: bool,
    /// It stands in a caption or picture credit.
    pub caption: bool,
    /// Its clause denies it ("not", "never", "denied that").
    pub negated: bool,
    /// Its clause doubts it ("may", "reportedly", "if").
    pub hedged: bool,
}

/// What a claim says, by kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A bare number or a count of things.
    Number(Number),
}

impl Value {
    /// The kind's name, as patterns and the JSON write it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Number(_) => "number",
        }
    }

    /// The `value` object of the claims' JSON.
    pub fn to_json(&self) -> serde_json::Map<String, serde_json::Value> {
        match self {
            Self::Number(number) => number.to_json(),
        }
    }

    /// How the claim was read, in words for labels and tables: "155–165 km".
    pub fn describe(&self) -> String {
        match self {
            Self::Number(number) => number.describe(),
        }
    }
}

/// Finds every claim of a text in one pass over its tokens, in order of their first token. Claims may lie inside
/// others: the ends of a range are claims too. The circumstances are left for the article to fill in.
pub fn scan(tokens: Tokens<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut input = tokens;
    while !input.is_empty() {
        input = match number::number(input) {
            Ok((rest, number)) => {
                claims.push(Claim {
                    span: input.span_to(rest),
                    tokens: (input.at() as u32, rest.at() as u32),
                    value: Value::Number(number),
                    context: Context::default(),
                });
                rest
            }
            Err(_) => input.skip(1),
        };
    }
    claims
}
