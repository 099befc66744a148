//! Where local times are told: "8 p.m. local time", or a bare "8 p.m." beside "1900 GMT".
//!
//! The candidates are the places of the dateline and those that the sentence and its paragraph name; a sentence that
//! places something where no zone is known leaves the time alone.

use super::Sentence;
use crate::claims::{Claim, NameKind, Value};
use crate::lexicon::{Features, Word, word_id};
use crate::reading::Zone;
use crate::tokens::{Case, Token, TokenKind, Tokens};

/// Gives times without a zone those of the places of which the text speaks. Claims must know their sentences; `calendar`
/// are the indices of those among which the times are.
pub(super) fn place(claims: &mut [Claim], calendar: &[usize], sentences: &[Sentence], tokens: Tokens<'_>) {
    for &index in calendar {
        let claim = &mut claims[index];
        if let Value::Time(time) = &mut claim.value
            && time.zone.is_none()
            && let Some(zone) = behind_day(claim.tokens.1, tokens)
        {
            (time.zone, time.zone_text) = (Some(Zone::Named(zone)), None);
        }
    }
    let is_zoned = |it: &Claim| matches!(&it.value, Value::Time(time) if time.zone.as_ref().is_some_and(|zone| *zone != Zone::Local));
    if !calendar.iter().any(|it| is_zoned(&claims[*it])) {
        return;
    }
    let dateline = dateline(sentences, tokens);
    let is_place = |it: &&Claim| matches!(&it.value, Value::Name(name) if name.kind == NameKind::Place);
    let named: Vec<u32> = claims.iter().filter(is_place).map(|it| it.tokens.0).collect();
    for &index in calendar {
        let claim = &mut claims[index];
        let Value::Time(time) = &mut claim.value else { continue };
        if time.zone.as_ref().is_some_and(|zone| *zone != Zone::Local) {
            continue;
        }
        let (here, is_known) = spoken_of(&sentences[claim.context.sentence as usize], &named, tokens);
        if !is_known {
            continue;
        }
        let block = claim.context.paragraph;
        let start = sentences.partition_point(|it| it.block < block);
        let paragraph = sentences[start..].iter().take_while(|it| it.block == block);
        let around = paragraph.flat_map(|it| spoken_of(it, &named, tokens).0);
        time.places = here.into_iter().chain(around).chain(dateline.iter().copied()).collect();
        time.places.sort_unstable();
        time.places.dedup();
    }
}

/// The zone of the place that stands behind the day of a time: "3 p.m. on Friday in Honolulu".
fn behind_day(end: u32, tokens: Tokens<'_>) -> Option<&'static str> {
    const ON: Word = Word::of("on");
    const IN: Word = Word::of("in");
    let rest = tokens.slice(end as usize, tokens.as_slice().len().min(end as usize + 8));
    let words = rest.as_slice();
    let at = usize::from(words.first().is_some_and(|it| it.word == ON));
    let is_day = words.get(at).is_some_and(|it| it.features.any(Features::WEEKDAY) && it.case != Case::Lower);
    let is_placed = words.get(at + 1).is_some_and(|it| it.word == IN);
    let place = words.get(at + 2).filter(|it| it.case != Case::Lower && is_day && is_placed).map(|_| at + 2)?;
    tokens.lexicon.zones.place(|ahead| words.get(place + ahead).map(|it| it.word)).map(|(zone, _)| zone)
}

/// The zones of the places of a dateline: "BERLIN —", "PORT ARTHUR, Australia (Agency) —".
fn dateline(sentences: &[Sentence], tokens: Tokens<'_>) -> Vec<&'static str> {
    /// In how many of the first sentences it may stand: behind a headline and a standfirst.
    const FIRST: usize = 4;
    /// How many tokens it has at the most.
    const LENGTH: usize = 14;
    for sentence in sentences.iter().take(FIRST) {
        let (first, last) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let head = tokens.slice(first, last.min(first + LENGTH));
        let is_dash = |it: &Token| matches!(head.spelling(it), "—" | "–" | "--");
        let Some(dash) = head.as_slice().iter().position(is_dash) else { continue };
        if head.first().is_some_and(|it| it.case == Case::Upper) {
            return zones(&head.as_slice()[..dash], tokens);
        }
    }
    Vec::new()
}

/// The zones of the places that some tokens name.
fn zones(words: &[Token], tokens: Tokens<'_>) -> Vec<&'static str> {
    let at = |start: usize| tokens.lexicon.zones.place(|ahead| words.get(start + ahead).map(|it| it.word));
    (0..words.len()).filter_map(|start| at(start).map(|(zone, _)| zone)).collect()
}

/// The zones of the places that a sentence names, and whether it names no other place. `named` are the first tokens of
/// all names of places.
fn spoken_of(sentence: &Sentence, named: &[u32], tokens: Tokens<'_>) -> (Vec<&'static str>, bool) {
    const PLACING: [Word; 9] = [
        Word::of("in"),
        Word::of("near"),
        Word::of("off"),
        Word::of("outside"),
        Word::of("from"),
        Word::of("hit"),
        Word::of("struck"),
        Word::of("shook"),
        Word::of("across"),
    ];
    let is_name_of_place = |at: usize| named.binary_search(&(sentence.tokens.0 + at as u32)).is_ok();
    /// How far behind a place its country or state may stand.
    const TAIL: usize = 5;
    let view = tokens.slice(sentence.tokens.0 as usize, sentence.tokens.1 as usize);
    let words = view.as_slice();
    let zone_of = |start: usize| {
        let is_name = words.get(start).is_some_and(|it| it.kind == TokenKind::Word && it.case != Case::Lower);
        if is_name { tokens.lexicon.zones.place(|ahead| words.get(start + ahead).map(|it| it.word)) } else { None }
    };
    let calendar = Features::MONTH.with(Features::WEEKDAY).with(Features::ZONE);
    // "At Suncorp Stadium" says nothing of the zone.
    let is_venue = |at: usize| at > 0 && words[at - 1].word == word_id!("at");
    let (mut found, mut is_known) = (Vec::new(), true);
    // Behind the last known place: "Santiago, Chile".
    let mut known_end = usize::MAX;
    let mut at = 0;
    while at < words.len() {
        if let Some((zone, taken)) = zone_of(at) {
            found.push(zone);
            at += taken;
            known_end = at;
            continue;
        }
        let is_placed = at > 0 && PLACING.contains(&words[at - 1].word) || is_name_of_place(at) && !is_venue(at);
        let is_name = words[at].kind == TokenKind::Word && words[at].case != Case::Lower;
        let is_country_of_it = at > 0 && at - 1 == known_end;
        if is_placed && is_name && !is_country_of_it && !words[at].features.any(calendar) {
            let end = words.len().min(at + TAIL);
            is_known &= (at..end).any(|behind| zone_of(behind).is_some());
        }
        at += 1;
    }
    (found, is_known)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    #[test]
    fn places_of_local_times() {
        for (text, expected) in [
            ("BERLIN — The chancellor will speak at 8 p.m. (1900 GMT).", "Europe/Berlin"),
            ("It struck at 6:08 a.m. local time (2038 GMT) near Coober Pedy, South Australia.", "Australia/Adelaide"),
            ("BERLIN — It struck at 6:08 a.m. local time (2038 GMT) near Neiafu.", ""),
            ("It began at 8 p.m. (1900 GMT).", ""),
            ("BERLIN (Agency) — Talks in Tokyo end at 8 p.m. (1100 GMT).", "Asia/Tokyo Europe/Berlin"),
        ] {
            let source = Source::new("draft.txt", text, Format::Plain);
            let article = Article::read(&source.prose, Lexicon::built_in(), None);
            let time = article.claims.iter().find_map(|claim| match &claim.value {
                Value::Time(time) => Some(time.places.join(" ")),
                _ => None,
            });
            assert_eq!(time.as_deref(), Some(expected), "{text}");
        }
    }
}
