//! How the table at the foot of a kind's file is checked.

use super::{Value, scan};
use crate::lexicon::Lexicon;
use crate::tokens::lex;

/// Rows of a text, the number in its first claim of the kind, and what it is a number of. Where the number is NaN, the
/// text makes no claim of the kind.
pub(super) fn assert_reads(kind: &str, rows: &[(&str, f64, &str)]) {
    let lexicon = Lexicon::built_in();
    let mut wrong = Vec::new();
    for (text, number, of) in rows {
        let tokens = lex(text, lexicon);
        let claims = scan(tokens.view());
        let json = claims.iter().find(|it| it.value.kind() == kind).map(|it| it.value.to_json());
        let found = json.as_ref().and_then(|it| it["number"].as_f64()).unwrap_or(f64::NAN);
        let named = ["currency", "unit", "points"].iter().find_map(|key| json.as_ref()?.get(*key)?.as_str());
        let is_near = (found - number).abs() <= 1e-9 * number.abs() || (found.is_nan() && number.is_nan());
        if !is_near || named.unwrap_or_default() != *of {
            wrong.push(format!("{text}: read {json:?}, expected {number} {of}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rows of a text and of what all its claims say, in the form that `tell` gives to the claims of the kind and their
/// words, with `|` between them.
pub(super) fn assert_tells(tell: fn(&Value, &str) -> Option<String>, rows: &[(&str, &str)]) {
    let lexicon = Lexicon::built_in();
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let tokens = lex(text, lexicon);
        let claims = scan(tokens.view());
        let told: Vec<_> = claims.iter().filter_map(|it| tell(&it.value, &text[it.span.range()])).collect();
        if told.join("|") != *expected {
            wrong.push(format!("{text}\n  read     {}\n  expected {expected}", told.join("|")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
