//! factlint reads an English draft the way a copy editor with a calculator and a calendar does.
//!
//! One corridor, one direction: [`source`] → [`article`] and [`claims`] → rules → check → diagnostics → report.
//! See `ARCHITECTURE.md`.

pub mod article;
pub mod check;
pub mod claims;
pub mod cli;
pub mod diagnostic;
pub mod expression;
pub mod lexicon;
pub mod reading;
pub mod report;
pub mod rules;
pub mod source;
pub mod tokens;
