//! The unit behind a number.
//!
//! ```abnf
//! unit   = ["-"] simple [["of" word] per simple]            ; 9 litres of alcohol a year
//! simple = spelling                       ; of the lexicon: words, or a symbol behind digits only
//! per    = "per" / "/" / each                               ; 188 miles an hour, $3 per gallon
//! each   = "a" / "an" / "every" / "each" / "to" "the"        ; 8 tonnes a hectare, 40 miles to the gallon
//! ```

use super::numeral::digit_value;
use crate::lexicon::{Features, Unit, Word, word_id, word_ids};
use crate::tokens::{Case, Token, TokenKind, Tokens};

const HYPHEN: Word = Word::of("-");
const PER: Word = Word::of("per");
const EACH: [Word; 4] = [Word::of("a"), Word::of("an"), Word::of("each"), Word::of("every")];

/// Reads a unit, with a hyphen before it where the two are an adjective ("a 5-mile run"): all that it can mean.
pub(super) fn unit(input: Tokens<'_>, behind_digits: bool) -> Option<(Tokens<'_>, Vec<Unit>)> {
    let hyphen = input.first().filter(|it| it.word == HYPHEN && !it.spaced);
    let start = match hyphen {
        Some(_) if input.get(1).is_some_and(|it| !it.spaced) => input.skip(1),
        Some(_) => return None,
        None => input,
    };
    // "312,915 gross square feet"
    let is_measured = start.first().is_some_and(|it| word_ids!["gross", "net"].contains(&it.word))
        && start.get(1).is_some_and(|it| it.word == word_id!("square"));
    let (rest, over) =
        simple(start, behind_digits).or_else(|| is_measured.then(|| simple(start.skip(1), behind_digits))?)?;
    if over.iter().all(|it| it.under.is_none())
        && let Some((rest, under)) = divisor(rest, over, behind_digits)
    {
        let rates =
            over.iter().flat_map(|over| under.iter().map(move |under| Unit { over: over.over, under: under.over }));
        return Some((rest, rates.take(8).collect()));
    }
    Some((rest, over.to_vec()))
}

/// Reads what a unit is divided by; what is measured may stand before it: "9 litres of alcohol a year".
fn divisor<'a>(input: Tokens<'a>, over: &[Unit], behind_digits: bool) -> Option<(Tokens<'a>, &'a [Unit])> {
    let input = behind_stuff(input).unwrap_or(input);
    per(input, behind_digits).or_else(|| to_each(input, over))
}

/// "litres of diesel per 100 kilometres": what is measured may stand before what it is divided by.
fn behind_stuff(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let of = input.first().filter(|it| it.word == word_id!("of")).map(|_| input.skip(1))?;
    let stuff = of.first().filter(|it| it.kind == TokenKind::Word && it.case == Case::Lower).map(|_| of.skip(1))?;
    stuff.first().filter(|it| it.word == PER || EACH.contains(&it.word))?;
    Some(stuff)
}

/// Reads a measure that another one is divided by: "tonnes a hectare", "miles to the gallon". Two of one sort make no
/// rate: "three miles to the foot of the hill".
fn to_each<'a>(input: Tokens<'a>, over: &[Unit]) -> Option<(Tokens<'a>, &'a [Unit])> {
    let first = input.first()?;
    let is_to_the = first.word == word_id!("to") && input.get(1).is_some_and(|it| it.word == word_id!("the"));
    if !is_to_the && !EACH.contains(&first.word) {
        return None;
    }
    let (rest, under) = simple(input.skip(if is_to_the { 2 } else { 1 }), false)?;
    let differs = |under: &Unit| over.iter().all(|it| it.dimension() != under.dimension());
    // "to the second" is mostly a place in a row.
    let is_rate = under.iter().all(|it| it.under.is_none() && differs(it)) && !(is_to_the && is_time(under));
    (is_rate && !tells_when_or_where(rest)).then_some((rest, under))
}

/// Whether the words behind "a day" or "a mile" make it a distance from something: "a day earlier", "a mile away".
pub(super) fn tells_when_or_where(rest: Tokens<'_>) -> bool {
    let class = rest.lexicon.classes.get("distance-from");
    rest.first().is_some_and(|it| class.is_some_and(|class| class.contains(it.word)))
}

/// Reads what a unit, a sum of money or a count is divided by.
pub(super) fn per(input: Tokens<'_>, behind_digits: bool) -> Option<(Tokens<'_>, &[Unit])> {
    let hyphen = input.first().is_some_and(|it| it.word == HYPHEN && !it.spaced);
    let input = if hyphen { input.skip(1) } else { input };
    let first = input.first()?;
    let is_per = first.word == PER;
    let rest = input.skip(1);
    let rest = if is_per && rest.first().is_some_and(|it| it.word == HYPHEN) { rest.skip(1) } else { rest };
    let (after, units) = match first.word {
        word if word == word_id!("/") => simple(rest, behind_digits)?,
        word if is_per || EACH.contains(&word) => simple(rest, is_per && behind_digits)?,
        _ => return None,
    };
    let is_plain = units.iter().all(|it| it.under.is_none());
    let is_period = rest.first().is_some_and(|it| it.features.any(Features::PERIOD)) || is_time(units);
    let is_sign = is_per || first.word == word_id!("/");
    (is_plain && (is_sign || (is_period && !tells_when_or_where(after)))).then_some((after, units))
}

/// Whether all readings are lengths of time.
pub(super) fn is_time(units: &[Unit]) -> bool {
    units.iter().all(|it| it.under.is_none() && it.dimension_name() == Some("duration"))
}

/// Reads a unit that is not divided by another.
pub(super) fn simple(input: Tokens<'_>, behind_digits: bool) -> Option<(Tokens<'_>, &[Unit])> {
    let first = input.first().filter(|it| it.features.any(Features::UNIT))?;
    for spelling in input.lexicon.units.spellings(first.word) {
        let Some(rest) = follow(input.skip(1), &spelling.rest) else { continue };
        match &spelling.symbol {
            None => return Some((rest, &spelling.units)),
            Some(symbol)
                if symbol.len() > 2
                    && symbol.ends_with('.')
                    && ends_sentence(input, rest, &symbol[..symbol.len() - 1]) => {}
            Some(symbol) if behind_digits && is_spelled(input, rest, symbol) && is_plausible(input, rest, symbol) => {
                return Some((rest, &spelling.units));
            }
            Some(_) => {}
        }
    }
    None
}

/// Whether the stop behind a symbol ends the sentence, where the symbol is known without it: "weighed 38 kg."
fn ends_sentence(input: Tokens<'_>, rest: Tokens<'_>, bare: &str) -> bool {
    let begins = |it: &Token| it.starts_line || (it.kind == TokenKind::Word && it.case != Case::Lower);
    let is_known = || {
        let mut spellings = input.first().into_iter().flat_map(|it| input.lexicon.units.spellings(it.word));
        spellings.any(|it| it.symbol.as_deref() == Some(bare))
    };
    rest.first().is_none_or(begins) && is_known()
}

/// What follows `words`, where they stand here; a hyphen may stand between them.
pub(super) fn follow<'a>(input: Tokens<'a>, words: &[Word]) -> Option<Tokens<'a>> {
    let mut rest = input;
    for word in words {
        let hyphened = *word != HYPHEN && rest.first()?.word == HYPHEN && !rest.first()?.spaced;
        let at = if hyphened { rest.skip(1) } else { rest };
        let at = if *word == PER { behind_stuff(at).unwrap_or(at) } else { at };
        if at.first()?.word != *word {
            return None;
        }
        rest = at.skip(1);
    }
    Some(rest)
}

/// Whether the tokens up to `rest` are written as the symbol is, case for case.
pub(super) fn is_spelled(input: Tokens<'_>, rest: Tokens<'_>, symbol: &str) -> bool {
    let mut left = symbol;
    for at in 0..rest.at() - input.at() {
        let Some(token) = input.get(at) else { return false };
        // "an 8-fl-oz glass"
        if token.word == HYPHEN && !token.spaced && at > 0 && !left.starts_with('-') {
            continue;
        }
        match left.strip_prefix(input.spelling(token)) {
            Some(after) => left = after,
            None => return false,
        }
    }
    left.is_empty()
}

/// Whether a symbol that is also something else stands for its unit here.
fn is_plausible(input: Tokens<'_>, rest: Tokens<'_>, symbol: &str) -> bool {
    let next = rest.first();
    match symbol {
        "in" => next.is_none_or(|next| is_behind_inches(rest, next)),
        // A stop that ends the sentence is not part of the symbol; inside the sentence it is.
        "in." => next.is_some_and(|next| next.kind != TokenKind::Word || is_behind_inches(rest, next)),
        // Marks of feet and inches are read with each other; alone they are quotation marks.
        "\"" | "”" | "'" | "’" | "b" => false,
        // "2 bars and a restaurant"
        "bars" | "rods" => next.is_some_and(|it| it.kind == TokenKind::Mark),
        "C" | "F" => is_bare_temperature(input, rest),
        "d" => is_days(input, rest),
        // "9.7 mb/d" are million barrels a day.
        "mb" => next.is_none_or(|it| rest.spelling(it) != "/"),
        "s" => !is_of_tens(input),
        // "40 N" is a latitude, "5 A" a page: a letter alone touches its number or is no name of a direction.
        "N" | "W" | "A" | "V" | "B" | "T" | "H" => {
            input.first().is_some_and(|it| !it.spaced) || next.is_none_or(|it| it.kind != TokenKind::Word)
        }
        _ => true,
    }
}

/// Whether a bare `C` or `F` is a temperature's: in company of words or signs of temperature, not in "a Boeing 777F".
fn is_bare_temperature(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const REACH: usize = 12;
    let joins = rest.first().is_some_and(|it| {
        !it.spaced && matches!(rest.spelling(it), "-" | "/" | "." | "'") && { rest.get(1).is_some_and(|it| !it.spaced) }
    });
    let is_named = rest.first().is_some_and(|it| it.kind == TokenKind::Word && it.case != Case::Lower);
    if joins || is_named {
        return false;
    }
    let number = input.before(1);
    let is_below_zero = input.before(2).is_some_and(|it| matches!(input.spelling(it), "-" | "−" | "–" | "minus"));
    let is_decimal = number.is_some_and(|it| input.spelling(it).contains('.'));
    let stands_alone = input.at() <= 2 && rest.is_empty();
    let class = input.lexicon.classes.get("temperature");
    let around = (1..=REACH).map_while(|back| input.before(back)).chain((0..REACH).map_while(|ahead| rest.get(ahead)));
    let is_warm = |it: &Token| {
        matches!(input.spelling(it), "C" | "F" | "°") || class.is_some_and(|class| class.contains(it.word))
    };
    is_decimal || is_below_zero || stands_alone || around.into_iter().any(is_warm)
}

/// Whether the `s` makes tens a stretch of years, ages or degrees: "in the low 30s", "the '60s", "under-21s".
fn is_of_tens(input: Tokens<'_>) -> bool {
    let is_hyphened = input.before(2).is_some_and(|it| it.word == HYPHEN && !it.spaced);
    // "nine 787s", "45 737s": models.
    let is_counted =
        input.before(2).is_some_and(|it| it.kind == TokenKind::Number || it.features.any(Features::NUMBER));
    let leads = input.lexicon.classes.get("before-tens");
    let touches = input.first().is_some_and(|it| !it.spaced);
    // "three 737 MAX 8s"
    let is_named = input.before(2).is_some_and(|it| {
        matches!(it.case, Case::Title | Case::Upper | Case::Mixed) && !it.features.any(Features::FUNCTION)
    });
    // "Bolt 9.58s" is a time.
    let is_whole = input.before(1).is_some_and(|it| !input.spelling(it).contains('.'));
    touches
        && is_whole
        && (is_hyphened
            || is_counted
            || is_named
            || input.before(2).is_some_and(|it| leads.is_some_and(|leads| leads.contains(it.word))))
}

/// Whether a bare `d` stands for days and not for old pence, of which there are no more than eleven.
fn is_days(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const MOST_PENCE: f64 = 11.0;
    let value = input.before(1).and_then(|it| digit_value(input.spelling(it))).map_or(0.0, |it| it.0);
    let runs_on = rest.first().is_some_and(|it| !it.spaced && matches!(rest.spelling(it), "'" | "’"));
    let closes = rest.first().is_some_and(|it| matches!(rest.spelling(it), ")" | "]"));
    (value > MOST_PENCE || value.fract() != 0.0 || closes) && !runs_on
}

/// Whether what follows `in` shows that it stands for inches and is no preposition.
fn is_behind_inches(rest: Tokens<'_>, next: &Token) -> bool {
    const SHAPE: [Word; 18] = word_ids![
        "thick", "long", "wide", "tall", "high", "deep", "by", "x", "and", "to", "of", "diameter", "across", "or",
        "below", "above", "screen", "display",
    ];
    match next.kind {
        TokenKind::Word => next.case == Case::Lower && SHAPE.contains(&next.word),
        TokenKind::Number => false,
        _ => !matches!(rest.spelling(next), "$" | "€" | "£" | "“" | "‘" | "\"" | "'"),
    }
}
