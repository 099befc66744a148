//! The currency before or behind a number.
//!
//! ```abnf
//! symbol = spelling            ; "$", "US$", "EUR", "Rs.", case as written
//! name   = spelling            ; "dollars", "Hong Kong dollars", "pence"
//! millions = "M" code          ; "MEUR 30"
//! leading  = name number       ; "rupees 2,000", of a number with commas or a scale
//! ```

use super::unit::{follow, is_spelled};
use crate::lexicon::{Currency, Features, Word, word_id};
use crate::tokens::{Case, TokenKind, Tokens};

/// Reads a currency that stands before its number: a symbol or a code.
pub(super) fn before(input: Tokens<'_>) -> Option<(Tokens<'_>, Currency)> {
    let first = input.first()?;
    let leads = first.kind == TokenKind::Word
        && input.get(1).is_some_and(|it| it.kind == TokenKind::Mark && SIGNS.contains(&it.word));
    // "A $2,000 credit" is no sum of Australia's.
    let is_article = first.span.len() == 1 && leads && input.get(1).is_some_and(|it| it.spaced);
    // "R90 million": the lexer has cut the letter off its number.
    let is_letter = first.span.len() == 1
        && matches!(first.case, Case::Title | Case::Upper)
        && input.get(1).is_some_and(|it| it.kind == TokenKind::Number && !it.spaced);
    if is_article || (!leads && !is_letter && !first.features.any(Features::CURRENCY)) {
        return None;
    }
    for spelling in input.lexicon.currencies.spellings(first.word) {
        let Some(symbol) = &spelling.symbol else { continue };
        let Some(rest) = follow(input.skip(1), &spelling.rest) else { continue };
        if spelling.part == 1.0 && is_spelled(input, rest, symbol) {
            // "Rs. 500"
            let stop = rest.first().is_some_and(|it| it.word == word_id!(".") && !it.spaced);
            let rest = if stop && first.kind == TokenKind::Word { rest.skip(1) } else { rest };
            return rest.first().map(|_| (rest, spelling.currency));
        }
    }
    None
}

/// Reads the name of a currency or a coin that stands before a large number: "rupees 2,000", "dollar 22.5 million". A
/// small one may be of something else ("sent the dollar 2 percent higher").
pub(super) fn name_before(input: Tokens<'_>) -> Option<(Tokens<'_>, Currency, f64)> {
    let first = input.first().filter(|it| it.kind == TokenKind::Word)?;
    let rest = input.skip(1);
    let number = rest.first().filter(|it| it.kind == TokenKind::Number && it.spaced)?;
    let is_scaled = rest.get(1).is_some_and(|it| it.features.any(Features::SCALE));
    if !is_scaled && !rest.spelling(number).contains(',') {
        return None;
    }
    let mut names = input.lexicon.currencies.spellings(first.word).iter();
    let name = names.find(|it| it.symbol.is_none() && it.rest.is_empty())?;
    Some((rest, name.currency, name.part))
}

/// Whether the first token is a currency that stands before its number and is otherwise a word like others.
pub(super) fn leads(input: Tokens<'_>) -> bool {
    let is_number = input.get(1).is_some_and(|it| it.kind == TokenKind::Number);
    is_number && (in_millions(input).is_some() || name_before(input).is_some())
}

/// Reads millions of a currency as the companies of the North report them: "MEUR", "MSEK".
pub(super) fn in_millions(input: Tokens<'_>) -> Option<(Tokens<'_>, Currency)> {
    let token = input.first().filter(|it| it.case == Case::Upper && it.span.len() == 4)?;
    let code = input.spelling(token).strip_prefix('M')?;
    let currency = input.lexicon.currencies.get(code)?;
    (!token.features.any(Features::COMMON)).then(|| (input.skip(1), currency))
}

/// Signs that letters before them make the sign of another country: "A$", "GH¢".
const SIGNS: [Word; 4] = [Word::of("$"), Word::of("¢"), Word::of("₵"), Word::of("£")];

/// Reads a currency behind its number, and how many of it make one of the currency (100 for cents).
pub(super) fn behind(input: Tokens<'_>, behind_digits: bool) -> Option<(Tokens<'_>, Currency, f64)> {
    let hyphen = input.first().filter(|it| it.word == word_id!("-") && !it.spaced);
    let input = if hyphen.is_some() { input.skip(1) } else { input };
    let first = input.first()?;
    if hyphen.is_some() && first.spaced {
        return None;
    }
    for spelling in input.lexicon.currencies.spellings(first.word) {
        let Some(rest) = follow(input.skip(1), &spelling.rest) else { continue };
        let is_meant = match &spelling.symbol {
            None => true,
            // A letter alone is a coin only where it touches its number.
            Some(symbol) => {
                let is_letter = symbol.len() == 1 && symbol.starts_with(|it: char| it.is_ascii_alphabetic());
                // "40N" is a latitude, "5K" a race: large letters stand before the sum.
                let touches = !is_letter || (!first.spaced && first.case == Case::Lower);
                // "20 $30": the sign belongs to what it touches.
                let leads = rest.first().is_some_and(|it| it.kind == TokenKind::Number && !it.spaced);
                !leads && behind_digits && touches && is_spelled(input, rest, symbol)
            }
        };
        if is_meant {
            return Some((rest, spelling.currency, spelling.part));
        }
    }
    None
}
