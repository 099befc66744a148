//! Tokens: a text is lexed once, and everything later reads the tokens.
//!
//! The room never fails: any text has tokens, and their spans lie on character boundaries.

mod lexer;
pub mod parse;
mod token;
mod view;

pub use lexer::lex;
pub use parse::Read;
pub use token::{Case, Token, TokenKind};
pub use view::{Lexed, Origin, Tokens};
