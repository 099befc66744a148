//! What is written in digits and counts nothing: models, versions, houses, telephones, pages, paragraphs.
//!
//! ```abnf
//! label = noun number                ; page 12  Fig. 3  Windows 95  Room 404
//!       / number names street        ; 14 Main Street
//!       / number title number        ; 17 U.S.C. 107
//!       / 3*group                    ; 020 7946 0018
//! ```

use super::number::is_plural;
use super::numeral::digit_value;
use crate::lexicon::{Features, Word, known, word_id, word_ids};
use crate::tokens::{Case, Token, TokenKind, Tokens};

/// Whether the number belongs to a model, a road or a version: `F-16`, `Covid-19`, `T-72`, `v.2`, `#5`, `3:16`.
pub(super) fn is_part_of_a_name(input: Tokens<'_>) -> bool {
    const PREFIXES: [Word; 6] = word_ids!["mid", "sub", "under", "over", "post", "pre"];
    let Some(first) = input.first() else { return true };
    let Some(previous) = input.before(1).filter(|_| !first.spaced) else { return false };
    let before = input.before(2);
    match input.spelling(previous) {
        "#" | "_" | "@" | "\\" | ":" => first.kind == TokenKind::Number,
        "-" | "‑" | "–" => before.is_some_and(|it| {
            let joins = !previous.spaced && matches!(it.kind, TokenKind::Word | TokenKind::Code | TokenKind::Number);
            // "under-21s" are a team.
            let is_team = input.get(1).is_some_and(|it| !it.spaced && input.spelling(it) == "s");
            let is_ordinary = !is_team
                && (it.kind == TokenKind::Word && (PREFIXES.contains(&it.word) || first.kind != TokenKind::Number));
            joins && !is_ordinary
        }),
        // "£25/£20" has two sums.
        "/" if first.kind == TokenKind::Mark && first.features.any(Features::CURRENCY) => false,
        // "130 km/81 miles" has two numbers.
        "/" if follows_unit(input) => false,
        "." | "/" | "+" => before.is_some_and(|it| it.kind != TokenKind::Mark && !previous.spaced),
        _ => previous.kind == TokenKind::Code,
    }
}

/// Whether a unit that follows a number stands before the mark before this.
fn follows_unit(input: Tokens<'_>) -> bool {
    let is_number = |back: usize| input.before(back).is_some_and(|it| it.kind == TokenKind::Number);
    let is_unit = |back: usize| {
        input.before(back).is_some_and(|it| it.kind == TokenKind::Word && it.features.any(Features::UNIT))
            || input.before(back + 1).is_some_and(|it| it.features.any(Features::UNIT))
    };
    input.first().is_some_and(|it| it.kind == TokenKind::Number)
        && (2..=4).any(|back| is_unit(back) && (is_number(back + 1) || is_number(back + 2)))
}

/// Whether the number only labels what stands before it or beside it: "No. 5", "page 12", "Windows 95", "(555) 123-4567",
/// "24/7", "14 Main Street".
pub(super) fn is_label(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let Some(first) = input.first().filter(|it| it.kind == TokenKind::Number) else {
        return is_half_of_a_name(rest);
    };
    if is_told_of(input, rest) {
        return is_innings(input, rest);
    }
    let runs_on = rest.first().is_some_and(|it| {
        !it.spaced
            && rest.get(1).is_some_and(|it| !it.spaced && it.kind == TokenKind::Number)
            && matches!(rest.spelling(it), "-" | "/" | ":" | "." | "\\" | "_" | "+")
    });
    // Digits that run into letters are a code: "4x4", "3D", "1a".
    let touches =
        rest.first().is_some_and(|it| it.kind == TokenKind::Word && !it.spaced) && !first.features.any(Features::UNIT);
    is_labelled(input, rest)
        || is_second_label(input, rest)
        || runs_on
        || (touches && !is_ending(rest))
        || is_telephone(input, rest)
        || is_model(input)
        || is_counted_model(input, rest)
        || is_citation(input)
        || is_house(rest)
        || (is_plain(input, first, rest)
            && (is_named(input, rest) || is_in_law(input, rest) || is_designation(input, rest)))
        || is_innings(input, rest)
}

/// Whether the number, which may be no year, stands behind a small word of the sentence and before another or one that
/// it counts: so most numbers stand, and only the runs of an innings are labels among them ("all out for 148").
fn is_told_of(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const JOINTS: [Word; 3] = word_ids!["or", "and", "no"];
    let is_small = |it: &Token| {
        it.kind == TokenKind::Word && it.case == Case::Lower && it.spaced && it.features.any(Features::FUNCTION)
    };
    input.before(1).is_some_and(|it| is_small(it) && !JOINTS.contains(&it.word))
        && input.first().is_some_and(|it| it.spaced && it.span.len() != 4)
        && rest.first().is_some_and(|it| it.kind == TokenKind::Word && it.case == Case::Lower && it.spaced)
}

/// Whether the number is written without commas and scales, as labels are.
fn is_plain(input: Tokens<'_>, number: &Token, rest: Tokens<'_>) -> bool {
    let is_scaled = rest.before(1).is_some_and(|it| it.features.any(Features::SCALE));
    !is_scaled && !input.spelling(number).contains(',')
}

/// "Forty-Niners": a name that begins with a number in words.
fn is_half_of_a_name(rest: Tokens<'_>) -> bool {
    let is_hyphen = rest.first().is_some_and(|it| it.word == word_id!("-") && !it.spaced);
    let number = Features::NUMBER.with(Features::SCALE).with(Features::PERIOD).with(Features::UNIT);
    let is_name = |it: &Token| it.case == Case::Title && !it.spaced && !it.features.any(number);
    let is_headline = || rest.get(2).is_some_and(|it| it.case == Case::Title);
    // "two-by-fours"
    let is_timber = rest.get(1).is_some_and(|it| it.word == word_id!("by") && !it.spaced);
    is_hyphen && (is_timber || rest.get(1).is_some_and(is_name) && !is_headline())
}

/// "No. 5", "page 12", "Room 404", "Fig. 3", "p. 214".
fn is_labelled(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let Some(before) = input.before(1) else { return false };
    let is_stop = before.word == word_id!(".");
    // Nearly always a small word stands before a number, or a mark.
    let is_small = before.case == Case::Lower && before.features.any(Features::FUNCTION) && before.span.len() > 1;
    if is_small && before.word != word_id!("no") || before.kind != TokenKind::Word && !is_stop {
        return false;
    }
    const WITH_STOP: Word = Word::of("label-with-stop");
    let is_in = |name: Word, word: Word| input.lexicon.classes.has(name, word);
    if is_stop {
        return !before.spaced && input.before(2).is_some_and(|it| is_in(WITH_STOP, it.word));
    }
    // "in the area 12 houses burned": what is counted stands behind it.
    is_in(word_id!("label"), before.word)
        || before.span.len() > 1 && is_in(WITH_STOP, before.word)
        || is_in(word_id!("label-unless-counted"), before.word) && (before.case != Case::Lower || !counts_behind(rest))
}

/// "Type 1 or 2 diabetes", "pages 12 and 14": the label of the number before counts for this one too; behind "and" a
/// plural may be counted ("in Room 12 and 30 people").
fn is_second_label(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let classes = &input.lexicon.classes;
    let Some(joint) = input.before(1).filter(|it| word_ids!["or", "and"].contains(&it.word)) else { return false };
    let is_number = input.before(2).is_some_and(|it| it.kind == TokenKind::Number && it.span.len() <= 3);
    let Some(label) = input.before(3).filter(|it| is_number && it.kind == TokenKind::Word) else { return false };
    let is_in = |name: &str| classes.get(name).is_some_and(|class| class.contains(label.word));
    // "Train 12 or 13 teachers" is an order.
    let opens = input.before(4).is_none_or(|it| it.kind == TokenKind::Mark);
    let is_large = label.case == Case::Title && !(opens && counts_behind(rest));
    let is_label = is_in("label") || is_in("label-in-capitals") && is_large;
    is_label && (joint.word == word_id!("or") || !counts_behind(rest))
}

/// Whether the number belongs to the name before it: "Windows 95", "a Boeing 737 Max", "Interstate 95".
fn is_named(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const OTHER: Features = Features::FUNCTION
        .with(Features::NUMBER)
        .with(Features::SCALE)
        .with(Features::MONTH)
        .with(Features::WEEKDAY)
        .with(Features::CALENDAR)
        .with(Features::HEDGE)
        .with(Features::PERIOD)
        .with(Features::TITLE);
    let Some(name) = input.before(1).filter(|it| it.kind == TokenKind::Word) else { return false };
    let is_letter = name.span.len() == 1 && input.before(2).is_none_or(|it| input.spelling(it) != "&");
    let is_cased = matches!(name.case, Case::Title | Case::Upper | Case::Mixed) && !is_letter;
    if !is_cased || input.first().is_none_or(|it| !it.spaced) {
        return false;
    }
    let is_in = |set: Word| input.lexicon.classes.has(set, name.word);
    // "Train 300 teachers" is an order, "Train 12951" none.
    let opens = input.before(2).is_none_or(|it| it.kind == TokenKind::Mark);
    let may_order = opens && is_in(word_id!("label-and-verb")) && counts_behind(rest);
    if is_in(word_id!("label-in-capitals")) && !may_order || is_second_side(input) {
        return true;
    }
    let spelling = input.first().map_or("", |it| input.spelling(it));
    let is_decimal = spelling.contains('.');
    // A long number without commas is a number in a catalogue, a decimal one a version.
    let may_count = !is_decimal && spelling.len() < 5;
    if name.features.any(OTHER) || (may_count && counts_behind(rest)) || (is_decimal && is_summed(rest)) {
        return false;
    }
    // "a hazard ratio (95% CI 1.52 to 1.98)", "his IQ 130"
    if (is_decimal && name.case == Case::Upper) || is_in(word_id!("measured-in-numbers")) {
        return false;
    }
    // "FIRE KILLS 12", "In Manila 12 died"
    let is_place = input.before(2).is_some_and(|it| word_ids!["in", "at", "across", "near", "from"].contains(&it.word));
    let ends_clause = rest.first().is_none_or(|it| it.kind == TokenKind::Mark);
    let is_one = input.before(2).is_some_and(|it| word_ids!["a", "an"].contains(&it.word));
    // "the Greens 63 and the Left 57"
    let is_group = input.spelling(name).ends_with('s') && input.before(2).is_some_and(|it| it.word == word_id!("the"));
    let is_counted = || is_place || is_group || (ends_clause && is_tally(input, rest)) || is_share(input, rest);
    !known::ENGLISH.contains(name.word) && (is_one || !is_counted())
}

/// "38 per cent, Hume 27 and the Nazirs 22": further shares, votes or points of those who are named.
fn is_share(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const REACH: usize = 14;
    let tallied = input.lexicon.classes.get("tallied");
    let is_tallied =
        |it: &Token| it.features.any(Features::PERCENT) || tallied.is_some_and(|class| class.contains(it.word));
    let ends = rest.first().is_none_or(|it| it.kind == TokenKind::Mark || it.word == word_id!("and"));
    ends && (2..REACH).map_while(|back| input.before(back)).take_while(|it| !it.starts_line).any(is_tallied)
}

/// "14.9 (93)": goals and behinds, and what they make.
fn is_summed(rest: Tokens<'_>) -> bool {
    let is = |ahead: usize, mark: &str| rest.get(ahead).is_some_and(|it| rest.spelling(it) == mark);
    is(0, "(") && is(2, ")") && rest.get(1).is_some_and(|it| it.kind == TokenKind::Number)
}

/// "Brumbies 31 Reds 28": the score of the second side.
fn is_second_side(input: Tokens<'_>) -> bool {
    let is_name = |it: &Token| matches!(it.case, Case::Title | Case::Upper) && it.spaced;
    input.before(2).is_some_and(|it| it.kind == TokenKind::Number) && input.before(3).is_some_and(is_name)
}

/// Whether the number stands in a tally of names: "Chicago 30, Boston 45".
fn is_tally(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let is_pair = |name: Option<&Token>, number: Option<&Token>| {
        name.is_some_and(|it| matches!(it.case, Case::Title | Case::Upper))
            && number.is_some_and(|it| it.kind == TokenKind::Number)
    };
    let joins = |it: Option<&Token>| it.is_some_and(|it| it.kind == TokenKind::Mark || it.word == word_id!("and"));
    let goes_on = is_pair(rest.get(1), rest.get(2)) || is_pair(rest.get(2), rest.get(3));
    goes_on
        || (joins(input.before(2)) && is_pair(input.before(4), input.before(3)))
        || (joins(input.before(3)) && is_pair(input.before(5), input.before(4)))
}

/// Whether a plural that is counted stands behind the number, within three words.
fn counts_behind(rest: Tokens<'_>) -> bool {
    let is_word = |it: &Token| it.kind == TokenKind::Word && it.spaced && !it.features.any(Features::FUNCTION);
    (0..3)
        .map_while(|ahead| rest.get(ahead).filter(|it| is_word(it)))
        .any(|it| it.case == Case::Lower && is_plural(rest.spelling(it)))
}

/// "nine 787s", "45 737s": the number names what the number before it counts.
fn is_counted_model(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let counts = |it: &Token| it.kind == TokenKind::Number || it.features.any(Features::NUMBER);
    let is_name =
        |it: &Token| matches!(it.case, Case::Title | Case::Upper | Case::Mixed) && !it.features.any(Features::FUNCTION);
    let is_plural = rest.first().is_some_and(|it| !it.spaced && rest.spelling(it) == "s");
    // "the 911s", "the 820s"
    let is_long = input.first().is_some_and(|it| it.span.len() >= 3);
    is_plural && (is_long || input.before(1).is_some_and(|it| counts(it) || is_name(it)))
}

/// "17 U.S.C. 107", "[1994] 1 AC 212": two numbers around the short title of a collection of laws; "Nature 512, 65-68"
/// and "Smith et al., 2014".
fn is_in_law(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let is_number = |it: &Token| it.kind == TokenKind::Number;
    let is_title = |it: &Token, at: Tokens<'_>| {
        let spelling = at.spelling(it);
        it.kind == TokenKind::Word
            && it.spaced
            && (spelling.contains('.') || (it.case == Case::Upper && spelling.len() <= 4))
            && !it.features.any(Features::CURRENCY)
    };
    let opens = || rest.get(1).is_some_and(is_number) && rest.first().is_some_and(|it| is_title(it, rest));
    let closes = || input.before(2).is_some_and(is_number) && input.before(1).is_some_and(|it| is_title(it, input));
    let named = |back: usize| input.before(back).is_some_and(|it| it.kind == TokenKind::Word && it.case == Case::Title);
    let ranges = rest.at() > input.at() + 1;
    let is_volume = || ranges && input.before(2).is_some_and(is_number) && named(3);
    let is_work = || (2..=3).any(|back| input.before(back).is_some_and(|it| it.word == word_id!("al")));
    let comma = input.before(1).is_some_and(|it| it.word == word_id!(","));
    opens() || closes() || comma && (is_volume() || is_work())
}

/// "the asteroid 2011 AG5", "2019 levels": a year.
fn is_designation(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let is_year = input.first().is_some_and(|it| it.span.len() == 4);
    let is_code = |it: &Token| {
        let spelling = rest.spelling(it);
        it.kind == TokenKind::Word && it.case == Case::Upper && spelling.bytes().any(|it| it.is_ascii_digit())
    };
    // "against 2019 levels", "in 2015 prices"
    let is_then =
        |it: &Token| word_ids!["levels", "prices", "terms", "standards", "baseline", "elections"].contains(&it.word);
    is_year && rest.first().is_some_and(|it| is_code(it) || is_then(it))
}

/// "14 Main Street", "1600 Pennsylvania Avenue": names and then a kind of street.
fn is_house(rest: Tokens<'_>) -> bool {
    let is_name = |it: &&Token| it.kind == TokenKind::Word && it.case == Case::Title && it.spaced;
    let names = (0..4).map_while(|ahead| rest.get(ahead).filter(is_name)).count();
    if names < 2 {
        return false;
    }
    let Some(streets) = rest.lexicon.classes.get("street") else { return false };
    (1..names).any(|at| {
        let is_street = rest.get(at).is_some_and(|it| streets.contains(it.word));
        // "5 Wall Street banks" are counted.
        is_street && !counts_behind(rest.skip(at + 1))
    })
}

/// "212 for 7", "1-14 to 0-12": an innings of cricket, a score of Gaelic games.
fn is_innings(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let value = |it: Option<&Token>| {
        it.filter(|it| it.kind == TokenKind::Number).and_then(|it| digit_value(input.spelling(it)))
    };
    let is_for = |it: Option<&Token>| it.is_some_and(|it| it.word == word_id!("for"));
    let wickets = |it: Option<&Token>| value(it).is_some_and(|(it, place)| it <= 10.0 && place == 0.0);
    let told = |back: usize| {
        let verbs = input.lexicon.classes.get("innings");
        (back..back + 3).any(|at| input.before(at).is_some_and(|it| verbs.is_some_and(|verbs| verbs.contains(it.word))))
    };
    let runs = is_for(rest.first()) && wickets(rest.get(1)) && told(1) && !counts_behind(rest.skip(2));
    let fallen = is_for(input.before(1))
        && value(input.before(2)).is_some()
        && wickets(input.first())
        && told(3)
        && !counts_behind(rest);
    runs || fallen || is_goals_and_points(input, rest)
}

/// "1-14 to 0-12": goals and points of both sides.
pub(super) fn is_goals_and_points(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let is_pair = |at: Tokens<'_>| {
        let number =
            |ahead: usize| at.get(ahead).is_some_and(|it| it.kind == TokenKind::Number && (ahead == 0 || !it.spaced));
        number(0) && number(2) && at.get(1).is_some_and(|it| !it.spaced && matches!(at.spelling(it), "-" | "–"))
    };
    let is_to = |it: Option<&Token>| it.is_some_and(|it| it.word == word_id!("to"));
    let opens = rest.at() == input.at() + 3 && is_pair(input) && is_to(rest.first()) && is_pair(rest.skip(1));
    let hyphened =
        |back: usize| input.before(back).is_some_and(|it| !it.spaced && matches!(input.spelling(it), "-" | "–"));
    opens || (is_pair(input) && is_to(input.before(1)) && hyphened(3))
}

/// Whether the number is part of a telephone number: "555-1234", and the 555 of "(555) 123-4567".
fn is_telephone(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let digits = |at: Tokens<'_>, ahead: usize, count: usize| {
        at.get(ahead).is_some_and(|it| it.kind == TokenKind::Number && it.span.len() == count)
    };
    let is = |at: Tokens<'_>, ahead: usize, mark: &str| at.get(ahead).is_some_and(|it| at.spelling(it) == mark);
    if is_dialled(input) {
        return true;
    }
    let is_line = |at: Tokens<'_>| {
        digits(at, 0, 3) && is(at, 1, "-") && digits(at, 2, 4) && at.get(2).is_some_and(|it| !it.spaced)
    };
    // "+61 411 751 191": any of its groups.
    let lead = || (1..8).map_while(|back| input.before(back)).find(|it| it.kind != TokenKind::Number);
    let is_group = input.before(1).is_some_and(|it| it.kind == TokenKind::Number) || rest.at() > input.at() + 1;
    let goes_on = is_group || is(rest, 0, "(") || rest.first().is_some_and(|it| it.kind == TokenKind::Number);
    let is_abroad = || goes_on && lead().is_some_and(|it| input.spelling(it) == "+");
    is_line(input) || (digits(input, 0, 3) && is(rest, 0, ")") && is_line(rest.skip(1))) || is_abroad()
}

/// Whether digits are given to be dialled: "0800 555 111", "020 7946 0018", "dial 999", "text 66777".
fn is_dialled(input: Tokens<'_>) -> bool {
    let is_group =
        |it: &Token| it.kind == TokenKind::Number && input.spelling(it).bytes().all(|it| it.is_ascii_digit());
    let joins_back =
        |back: &usize| input.before(*back).is_some_and(is_group) && input.before(back - 1).is_some_and(|it| it.spaced);
    let joins_ahead = |ahead: &usize| input.get(*ahead).is_some_and(|it| is_group(it) && (*ahead == 0 || it.spaced));
    let (back, ahead) = ((1..4).take_while(joins_back).count(), (0..4).take_while(joins_ahead).count());
    let run = input.slice(input.at() - back, input.at() + ahead);
    let Some(first) = run.first() else { return false };
    if first.span.len() > 1 && input.spelling(first).starts_with('0') {
        return true;
    }
    let are_thousands = first.span.len() <= 3 && run.skip(1).as_slice().iter().all(|it| it.span.len() == 3);
    if run.len() > 2 && !are_thousands {
        return true;
    }
    let is_verb = |it: &Token| input.lexicon.classes.has(word_id!("dial"), it.word);
    first.span.len() >= 3 && input.before(1).is_some_and(is_verb) && !counts_behind(input.skip(1))
}

/// Whether the number stands in square brackets among numbers only: "[5]", "[18,19]" cite the entries of a list.
fn is_citation(input: Tokens<'_>) -> bool {
    const REACH: usize = 24;
    let joins = |it: &Token| it.kind == TokenKind::Number || word_ids![",", "-", "–", ";"].contains(&it.word);
    let opens = (1..REACH).map_while(|back| input.before(back)).find(|it| !joins(it));
    let closes = || (0..REACH).map_while(|ahead| input.get(ahead)).find(|it| !joins(it));
    opens.is_some_and(|it| it.word == word_id!("[")) && closes().is_some_and(|it| it.word == word_id!("]"))
}

/// Whether three digits, a hyphen and three digits stand behind a name: "Boeing 737-800".
fn is_model(input: Tokens<'_>) -> bool {
    let is_three = |ahead: usize| {
        input
            .get(ahead)
            .is_some_and(|it| it.kind == TokenKind::Number && it.span.len() == 3 && (ahead == 0 || !it.spaced))
    };
    let is_named = input.before(1).is_some_and(|it| {
        matches!(it.case, Case::Title | Case::Upper | Case::Mixed) && !it.features.any(Features::FUNCTION)
    });
    is_named && is_three(0) && is_three(2) && input.get(1).is_some_and(|it| input.spelling(it) == "-")
}

/// Whether what touches the digits is an ending that leaves the number a number: "10x", "3s"; not "the 40s".
fn is_ending(rest: Tokens<'_>) -> bool {
    let is_tens = rest.before(1).is_some_and(|it| it.span.len() > 1 && rest.spelling(it).ends_with('0'));
    rest.first().is_some_and(|it| rest.spelling(it) == "x" || (rest.spelling(it) == "s" && !is_tens))
}
