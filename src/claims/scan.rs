//! The scan for claims: one pass over the tokens of a block, which asks at each token whether a claim can begin there,
//! and dismisses most tokens by their roles and those of the next one.

use super::date::elements;
use super::{Claim, amount, calendar, currency, date, duration, figures, number, range, time};
use crate::lexicon::{Features, Hedge, Hedges, Word, word_id, word_ids};
use crate::tokens::{Case, Token, TokenKind, Tokens};

/// Finds every claim of a block in one pass over its tokens, ordered by first token, the longer first. Claims may lie
/// inside others: the ends of a range are claims too. No claim reaches beyond the block. The circumstances are left for
/// the article to fill in.
///
/// Names, acronyms, quotations and lists are found by the article, which knows the sentences.
pub fn scan(block: Tokens<'_>) -> Vec<Claim> {
    let mut found = Vec::new();
    scan_into(block, &mut found);
    found
}

/// Adds every claim of a block behind those of the blocks before it.
pub(crate) fn scan_into(block: Tokens<'_>, found: &mut Vec<Claim>) {
    let before = found.len();
    let tokens = block.as_slice();
    let mut at = 0;
    while at < tokens.len() {
        at += common(&tokens[at..], &block.lexicon.hedges);
        let (input, token) = (block.skip(at), &tokens[at]);
        at += 1;
        // Of "one of them" nothing is counted.
        let is_pronoun = token.word == word_id!("one") && elements::is(input, 1, elements::OF);
        if is_pronoun || is_plain(input, token, LEADS_MAX) {
            continue;
        }
        let mut read = calendar::calendar(input, found);
        if read.is_none() && may_be_figure(input, token) {
            read = figures::figures(input, found);
        }
        if let Some(rest) = read {
            at = at.max(rest.at() - block.at());
        }
    }
    found[before..].sort_by_key(|claim| (claim.tokens.0, std::cmp::Reverse(claim.tokens.1)));
}

/// The roles of words that a claim can begin with, beside those of hedges.
const ROLES: Features = OPENERS.with(Features::LEADING).with(Features::PERIOD).with(Features::FOLD);

/// The roles of words that alone are reason to look for a claim.
const OPENERS: Features = Features::NUMERAL.with(Features::DATE).with(Features::CURRENCY);

/// Marks that begin a claim where they touch a number.
const SIGNS: [Word; 5] = word_ids!["-", "−", "–", "'", "‘"];

/// The roles of marks that begin a claim: a hedge ("~"), a currency, a fraction.
const MARKED: Features = Features::HEDGE.with(Features::CURRENCY).with(Features::FRACTION);

/// How many tokens from the first on are common; the last is looked at in any case.
fn common(tokens: &[Token], hedges: &Hedges) -> usize {
    let is_other = |at: usize, pair: &[Token]| {
        !is_common(&pair[0], &pair[1], || {
            let third = tokens.get(at + 2).map(|it| it.word);
            hedges.may_stand_before((pair[0].word, Some(pair[1].word), third))
        })
    };
    let found = tokens.windows(2).enumerate().position(|(at, pair)| is_other(at, pair));
    found.unwrap_or(tokens.len() - 1)
}

/// Whether the token is a mark that nothing begins with, or a word without a role that is no symbol, and no unit or
/// currency before its number either: at this price most tokens are dismissed. Many small words begin hedges ("in",
/// "as") and mostly stand before a word with which none goes on.
#[inline]
fn is_common(token: &Token, next: &Token, may_hedge: impl Fn() -> bool) -> bool {
    /// The letters of the longest symbol before a mark: "SD =".
    const SYMBOL_MAX: u32 = 4;
    let length = token.span.end - token.span.start;
    // A chain of questions, for which kind comes next cannot be foreseen, but that it is a word mostly can.
    if token.kind == TokenKind::Word {
        let is_mark = || {
            (length <= SYMBOL_MAX || next.word == elements::HYPHEN)
                && !matches!(next.word, elements::COMMA | elements::STOP)
        };
        let leads = || match next.kind {
            TokenKind::Word => next.features.any(Features::NUMBER),
            TokenKind::Mark => is_mark(),
            kind => kind == TokenKind::Number,
        };
        return !token.features.any(ROLES)
            && matches!(token.case, Case::Lower | Case::Title)
            && length > 1
            && !leads()
            && !(token.features.any(Features::HEDGE) && may_hedge());
    }
    if token.kind == TokenKind::Mark {
        return matches!(token.word, elements::COMMA | elements::STOP)
            || !token.features.any(MARKED) && !is_sign(token, next);
    }
    token.kind != TokenKind::Number && token.kind != TokenKind::Code
}

/// How many words that lead into a claim or hedge it stand in a row at the most ("from a little over"); a text that
/// repeats one of them for ever says nothing.
pub(super) const LEADS_MAX: u8 = 4;

/// Whether no claim can begin with the token, behind which at most so many more words lead into one.
fn is_plain(input: Tokens<'_>, token: &Token, leads: u8) -> bool {
    let Some(leads) = leads.checked_sub(1) else { return true };
    match token.kind {
        TokenKind::Number | TokenKind::Code => false,
        TokenKind::Possessive | TokenKind::Address => true,
        TokenKind::Mark => {
            let opens = token.features.any(MARKED) || input.get(1).is_some_and(|next| is_sign(token, next));
            !opens || is_joint(input, token)
        }
        TokenKind::Word if is_article(token) => {
            // An article leads into a number, a part, a period or a hedge ("a little over"); "A$500" is no article.
            let next = input.get(1);
            let leads_in = next
                .is_some_and(|it| it.features.any(OPENERS.with(Features::PERIOD).with(Features::UNIT)) || !it.spaced);
            !leads_in && !duration::is_entire(input) && !is_hedge_of_figure(input, leads)
        }
        TokenKind::Word if token.features.any(OPENERS) => false,
        TokenKind::Word if token.features.any(Features::PERIOD) => {
            const JOINTS: [Word; 3] = word_ids!["-", "before", "after"];
            input.get(1).is_none_or(|it| !JOINTS.contains(&it.word)) && date::around(input).is_none()
        }
        TokenKind::Word if token.features.any(Features::HEDGE) => {
            !is_hedge_of_figure(input, leads) && !figures::is_symbol(input, token)
        }
        TokenKind::Word => {
            let is_fiscal = token.case == Case::Upper && input.spelling(token).starts_with("FY");
            let leads_in = || input.get(1).is_some_and(|next| !is_plain(input.skip(1), next, leads));
            // "R90 million": the lexer has cut the currency off its number.
            let is_currency = token.span.len() == 1
                && matches!(token.case, Case::Title | Case::Upper)
                && input.get(1).is_some_and(|it| it.kind == TokenKind::Number && !it.spaced);
            let is_named = || currency::leads(input) || amount::leading_unit(input).is_some();
            !(is_fiscal
                || is_currency
                || time::is_stamp(input, token)
                || token.features.any(Features::FOLD)
                || token.word == number::TENS
                || figures::is_symbol(input, token)
                || (token.features.any(Features::LEADING) && leads_in())
                || is_named())
        }
    }
}

/// Whether a figure can begin with the token: with most words of the calendar none can, and with an article only before
/// a number, a part or a unit.
fn may_be_figure(input: Tokens<'_>, token: &Token) -> bool {
    const FIGURES: Features = Features::NUMERAL.with(Features::CURRENCY).with(Features::HEDGE).with(Features::LEADING);
    const CALENDAR: Features = Features::DATE.with(Features::PERIOD);
    const LED: Features = Features::NUMERAL.with(Features::UNIT);
    if is_article(token) && input.get(1).is_none_or(|it| it.kind == TokenKind::Word && it.spaced) {
        // "a net square foot"
        let is_led = input.get(1).is_some_and(|it| it.features.any(LED) || it.word == word_id!("net"));
        return is_led || range::hedge(input).1 != Hedge::None;
    }
    !token.features.any(CALENDAR) || token.features.any(FIGURES)
}

fn is_article(token: &Token) -> bool {
    matches!(token.word, elements::A | elements::AN)
}

/// Whether the token is a mark that touches a number and begins it; a quotation mark may cut a year short ('90s).
fn is_sign(token: &Token, next: &Token) -> bool {
    !next.spaced && next.kind != TokenKind::Word && SIGNS.contains(&token.word)
}

/// Whether a dash stands between a word or a number and the digits that it joins to them: "F-16", "2010–12"; the
/// hedge of "under-12s" bounds them.
fn is_joint(input: Tokens<'_>, token: &Token) -> bool {
    let is_dash = word_ids!["-", "−", "–"].contains(&token.word);
    is_dash
        && !token.spaced
        && input.get(1).is_some_and(|it| it.kind == TokenKind::Number)
        && input.before(1).is_some_and(|it| match it.kind {
            TokenKind::Word => !it.features.any(Features::HEDGE),
            kind => kind == TokenKind::Number,
        })
}

/// Whether a hedge stands here, and behind it something that it can widen.
fn is_hedge_of_figure(input: Tokens<'_>, leads: u8) -> bool {
    let rest = range::hedge(input).0;
    rest.at() > input.at() && rest.first().is_some_and(|token| !is_plain(rest, token, leads))
}
