//! Finds acronyms: where they are defined, in both orders, and where they are used.

use crate::claims::{Acronym, Claim, Definition, Value};
use crate::lexicon::{Features, Word, word_ids};
use crate::reading::{
    Verdict,
    acronyms::{are_swapped, is_one_letter_off, letters, letters_match, may_come_from, nearly_same_expansion},
};
use crate::tokens::{Case, Token, TokenKind, Tokens};

use super::Sentence;
use super::sentences::Landmarks;

const OPENING: Word = Word::of("(");
const CLOSING: Word = Word::of(")");
const THE: Word = Word::of("the");
const COMMA: Word = Word::of(",");
/// A long form has at most so many words more than the acronym has letters.
const EXTRA_WORDS: usize = 4;

/// Finds all acronyms, in order of the text.
pub(super) fn find(tokens: Tokens<'_>, sentences: &[Sentence], landmarks: &Landmarks) -> Vec<Claim> {
    // Hardly more than one of eight words with a capital is an acronym.
    let mut found = Vec::with_capacity(landmarks.all_capitals() / 8);
    for sentence in sentences.iter().filter(|it| it.profile.has_large) {
        let (first, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let capitals = landmarks.capitals(sentence);
        let is_shouted = std::cell::LazyCell::new(|| is_shouted(tokens, sentence, capitals));
        for at in capitals.iter().map(|it| *it as usize) {
            let token = tokens.get_at(at);
            if token.case == Case::Title || !is_acronym(token, tokens.spelling(token)) {
                continue;
            }
            let definition = long_before(tokens, first, at, end).or_else(|| long_behind(tokens, at, end));
            if definition.is_none() && *is_shouted {
                continue;
            }
            let value = Value::Acronym(Acronym { short: tokens.spelling(token).into(), definition });
            found.push(Claim::new(tokens.slice(at, at + 1), tokens.slice(at + 1, at + 1), value));
        }
    }
    found
}

/// Whether most words of the sentence are in capitals, so that capitals tell nothing.
fn is_shouted(tokens: Tokens<'_>, sentence: &Sentence, capitals: &[u32]) -> bool {
    let is_long = |it: &&Token| it.kind == TokenKind::Word && it.span.len() > 3;
    let written_large = capitals.iter().map(|at| tokens.get_at(*at as usize)).filter(|it| it.case == Case::Upper);
    let upper = written_large.filter(is_long).count();
    // Twice as many words in all say that it is not, and the others need no counting.
    let all = tokens.slice(sentence.tokens.0 as usize, sentence.tokens.1 as usize).as_slice().iter().filter(is_long);
    upper > 0 && (2..upper * 2).contains(&all.take(upper * 2).count())
}

/// Whether the spelling is an acronym's: two capitals or more and hardly a small letter.
fn is_acronym(token: &Token, spelling: &str) -> bool {
    if token.kind != TokenKind::Word || !(2..=10).contains(&spelling.len()) {
        return false;
    }
    let (mut capitals, mut small, mut roman) = (0, 0, 0);
    for letter in spelling.bytes() {
        match letter {
            b'I' | b'V' | b'X' => (capitals, roman) = (capitals + 1, roman + 1),
            b'A'..=b'Z' => capitals += 1,
            b'a'..=b'z' => small += 1,
            b'.' | b'\'' | 0x80.. => return false,
            _ => {}
        }
    }
    let is_roman = roman == spelling.len() && token.case == Case::Upper;
    capitals >= 2 && small * 2 <= capitals + 1 && !is_roman
}

/// The long form before the bracket that holds the acronym at `at`.
fn long_before(tokens: Tokens<'_>, first: usize, at: usize, end: usize) -> Option<Definition> {
    const QUOTES: [Word; 5] = word_ids!["\"", "“", "”", "'", "‘"];
    const JOINTS: [Word; 6] = word_ids!["-", "–", "&", "/", ",", "'"];
    let is_quote = |index: usize| QUOTES.contains(&tokens.get_at(index).word);
    let mut open = at.checked_sub(1)?;
    // Nearly all acronyms stand behind a word.
    if !matches!(tokens.get_at(open), Token { kind: TokenKind::Mark, .. } | Token { word: THE, .. }) {
        return None;
    }
    if open > first && is_quote(open) {
        open -= 1;
    }
    if open > first && tokens.get_at(open).word == THE {
        open -= 1;
    }
    let mut close = at + 1;
    if close < end && is_quote(close) {
        close += 1;
    }
    if open <= first || tokens.get_at(open).word != OPENING || close >= end || tokens.get_at(close).word != CLOSING {
        return None;
    }
    // A quoted long form: "Islamic State" (IS).
    let stop = if is_quote(open - 1) { open - 1 } else { open };
    if stop <= first || tokens.get_at(stop - 1).features.any(Features::FUNCTION) {
        return None;
    }
    let short = tokens.get_at(at);
    let letters = letters(tokens.spelling(short));
    let (mut fitting, mut reordered) = (None, None);
    let (mut words, mut has_comma) = (0, false);
    for start in (first..stop).rev() {
        let token = tokens.get_at(start);
        let is_word = token.kind == TokenKind::Word || token.kind == TokenKind::Number;
        let is_joint = token.kind == TokenKind::Possessive || JOINTS.contains(&token.word);
        words += usize::from(is_word);
        has_comma |= token.word == COMMA;
        if !(is_word || is_joint) || words > letters.len() * 2 + EXTRA_WORDS {
            break;
        }
        // "in the World Health Organization": the long form begins with a word of weight.
        if !is_word
            || !may_come_from(&letters, tokens.spelling(token))
            || tokens.lexicon.acronyms.is_connecting(token.word)
        {
            continue;
        }
        match verdict(tokens, at, start, stop) {
            Verdict::Certain => return Some(definition(tokens, start, stop, Verdict::Certain)),
            // "Chamber of Commerce (CC)": the last word alone would do, but a longer form fits better.
            Verdict::Compatible if has_comma => {}
            Verdict::Compatible => fitting = fitting.or(Some(start)),
            Verdict::Conflict if has_comma => {}
            Verdict::Conflict => reordered = reordered.or(Some(start)),
            Verdict::CannotTell => {}
        }
    }
    if let Some(start) =
        near_miss(tokens, first, stop, short.word).or_else(|| misspelt(tokens, first, stop, at, &letters))
    {
        return Some(definition(tokens, start, stop, Verdict::Conflict));
    }
    let is_foreign = tokens.lexicon.acronyms.is_foreign(short.word);
    let run = capitalised_run(tokens, first, stop).filter(|_| !is_foreign && !has_comma);
    let is_behind_article =
        |start: usize| matches!(tokens.spelling(tokens.get_at(start - 1)), "the" | "The" | "a" | "an");
    // "Environmental Service Assessment (SEA)": all words of the name count, though its last two would give the letters;
    // or words before it, where it is surely the whole name.
    let is_whole =
        |start: &usize| Some(*start) == reordered && fitting.is_none_or(|it| it > *start || is_behind_article(*start));
    if let Some(start) = run.filter(is_whole) {
        return Some(definition(tokens, start, stop, Verdict::Conflict));
    }
    let connecting = |word: &str| tokens.lexicon.acronyms.is_connecting(Word::read(word));
    // Only behind an article is the run surely the whole name: not in "Trans-Atlantic Trade and Investment Partnership".
    let is_off = |start: &usize| {
        is_behind_article(*start)
            && is_one_letter_off(tokens.spelling(short), &words_between(tokens, *start, stop), connecting)
    };
    if let Some(start) = run.filter(is_off) {
        return Some(definition(tokens, start, stop, Verdict::Conflict));
    }
    if let Some(start) = fitting {
        return Some(definition(tokens, start, stop, Verdict::Compatible));
    }
    if is_foreign {
        return None;
    }
    reordered.map(|start| definition(tokens, start, stop, Verdict::Conflict))
}

/// Where the run of capitalised words begins that ends at `stop`, connecting words inside it included; a word that
/// opens the sentence is none of it, for its capital says nothing.
fn capitalised_run(tokens: Tokens<'_>, first: usize, stop: usize) -> Option<usize> {
    let mut run = None;
    for at in (first + 1..stop).rev() {
        let token = tokens.get_at(at);
        if matches!(token.case, Case::Title | Case::Mixed) && token.kind == TokenKind::Word {
            run = Some(at);
        } else if !(token.kind == TokenKind::Word && tokens.lexicon.acronyms.is_connecting(token.word)) {
            break;
        }
    }
    run
}

/// Where a long form begins that is one word off what the well known acronym stands for.
fn near_miss(tokens: Tokens<'_>, first: usize, stop: usize, short: Word) -> Option<usize> {
    let known = tokens.lexicon.acronyms.expansions(short);
    let spans = |start: usize| tokens.get_at(start).span.to(tokens.get_at(stop - 1).span).range();
    let is_near = |start: &usize| known.iter().any(|known| nearly_same_expansion(&tokens.text[spans(*start)], known));
    if known.is_empty() { None } else { (first.max(stop.saturating_sub(12))..stop).rev().find(is_near) }
}

/// Where a long form begins that everybody shortens to the same letters in another order.
fn misspelt(tokens: Tokens<'_>, first: usize, stop: usize, at: usize, letters: &[u8]) -> Option<usize> {
    let short = tokens.spelling(tokens.get_at(at));
    let may_be_meant = |known: &str| known != short && are_swapped(known, short);
    // Hardly an acronym has the letters of a well known one.
    if !tokens.lexicon.acronyms.of_letters(letters).iter().any(|known| may_be_meant(known)) {
        return None;
    }
    let text = |start: usize| &tokens.text[tokens.get_at(start).span.to(tokens.get_at(stop - 1).span).range()];
    let is_other = |start: &usize| tokens.lexicon.acronyms.short_of(text(*start)).is_some_and(may_be_meant);
    (first.max(stop.saturating_sub(12))..stop).rev().find(is_other)
}

/// The long form in the bracket behind the acronym at `at`; only where the letters come from it.
fn long_behind(tokens: Tokens<'_>, at: usize, end: usize) -> Option<Definition> {
    if at + 3 >= end || tokens.get_at(at + 1).word != OPENING {
        return None;
    }
    let start = if tokens.get_at(at + 2).word == THE { at + 3 } else { at + 2 };
    let reach = (start + 24).min(end);
    let stop = (start..reach).find(|index| tokens.get_at(*index).word == CLOSING)?;
    let count = (start..stop).filter(|index| tokens.get_at(*index).kind == TokenKind::Word).count();
    let verdict = (count >= 2).then(|| verdict(tokens, at, start, stop))?;
    let is_titled = |index: usize| {
        let token = tokens.get_at(index);
        token.kind != TokenKind::Word || token.case == Case::Title || tokens.lexicon.acronyms.is_connecting(token.word)
    };
    let is_slip = verdict == Verdict::Conflict
        && (start..stop).all(is_titled)
        && !tokens.lexicon.acronyms.is_foreign(tokens.get_at(at).word);
    (verdict.agrees() || is_slip).then(|| definition(tokens, start, stop, verdict))
}

/// Whether the letters of the acronym at `at` come from the tokens `start..stop`.
fn verdict(tokens: Tokens<'_>, at: usize, start: usize, stop: usize) -> Verdict {
    let connecting = |word: &str| tokens.lexicon.acronyms.is_connecting(Word::read(word));
    letters_match(tokens.spelling(tokens.get_at(at)), &words_between(tokens, start, stop), connecting)
}

/// The spellings of the words and numbers of the tokens `start..stop`.
fn words_between<'a>(tokens: Tokens<'a>, start: usize, stop: usize) -> Vec<&'a str> {
    let mut words = Vec::with_capacity(stop - start);
    let all = tokens.slice(start, stop).as_slice().iter();
    words.extend(all.filter(|it| matches!(it.kind, TokenKind::Word | TokenKind::Number)).map(|it| tokens.spelling(it)));
    words
}

fn definition(tokens: Tokens<'_>, start: usize, stop: usize, letters: Verdict) -> Definition {
    let span = tokens.get_at(start).span.to(tokens.get_at(stop - 1).span);
    let mut long = String::with_capacity(span.len());
    for word in tokens.text[span.range()].split_whitespace() {
        long.push_str(if long.is_empty() { "" } else { " " });
        long.push_str(word);
    }
    Definition { long: long.into(), tokens: (start as u32, stop as u32), letters }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::reading::Verdict;
    use crate::source::{Format, Source};

    /// Every acronym with its long form; an exclamation mark where the letters do not come from it.
    fn acronyms(text: &str) -> String {
        let source = Source::new("", text, Format::Plain);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        let found = article.claims.iter().filter_map(|claim| match &claim.value {
            Value::Acronym(acronym) => Some(acronym.definition.as_ref().map_or_else(
                || acronym.short.to_string(),
                |it| {
                    format!("{} = {}{}", acronym.short, it.long, if it.letters == Verdict::Conflict { "!" } else { "" })
                },
            )),
            _ => None,
        });
        found.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn texts_and_their_acronyms() {
        for (text, expected) in [
            ("The UN and NGOs met, he said in IV acts.", "UN; NGOs"),
            ("It joined the World Health Organization (WHO).", "WHO = World Health Organization"),
            ("A test for prostate-specific antigen (PSA) helps.", "PSA = prostate-specific antigen"),
            ("A test for prostate-specific antigen (PAS) helps.", "PAS = prostate-specific antigen!"),
            ("The US Africa Command (AFRICOM) said so.", "US; AFRICOM = Africa Command"),
            ("The Crime Victims’ Rights Act (CRVA) helps.", "CRVA = Crime Victims’ Rights Act!"),
            ("He joined the National Basketball League (NBA).", "NBA = National Basketball League!"),
            ("The new Environmental Service Assessment (SEA) came.", "SEA = Environmental Service Assessment!"),
            ("The Vaccine Injury Repayment Act (VIRP) helps.", "VIRP = Vaccine Injury Repayment Act!"),
            (
                "The Trans-Atlantic Trade and Investment Partnership (TTIP) rose.",
                "TTIP = Trans-Atlantic Trade and Investment Partnership",
            ),
            ("He had cardiopulmonary resuscitation (CRP).", "CRP = cardiopulmonary resuscitation!"),
            ("The RLNI (Royal National Lifeboat Institution) came.", "RLNI = Royal National Lifeboat Institution!"),
            ("Doctors Without Borders (MSF) came.", "MSF"),
            ("The Federal Security Service (FSB) came.", "FSB"),
            ("They used PSA (prostate-specific antigen) tests.", "PSA = prostate-specific antigen"),
            ("The Chamber of Commerce (CC) came.", "CC = Chamber of Commerce"),
            ("\"Islamic State\" (IS) came.", "IS = Islamic State"),
            ("NATO SENDS TROOPS TO BORDER", ""),
        ] {
            assert_eq!(acronyms(text), expected, "{text}");
        }
    }
}
