//! Who bears each name, and whom a sentence is about.
//!
//! A full name makes a bearer; later (and earlier) mentions of its last part alone are his, as long as no relative
//! with the same surname is named in the article. The focus is the one person whom a sentence, or the one before it,
//! speaks of; where two compete, or from where a relative is mentioned on, there is none. Before anyone is named in a
//! paragraph, "he" and "she" are each one person.

use crate::claims::{Claim, NameKind, Value};
use crate::lexicon::{Features, Word, WordMap, word_id};
use crate::source::{Block, BlockKind};
use crate::tokens::{Case, Token, TokenKind, Tokens};

use super::Sentence;

/// One bearer of a name of several parts.
struct Bearer {
    given: Word,
    /// First letter of the given name, in the case of the text.
    initial: char,
    is_initial_only: bool,
    entity: u32,
    is_person: bool,
    /// He is introduced as somebody's relative: "his daughter, Corinne Whitley".
    is_relative: bool,
}

/// Numbers the bearers of all names of the article.
pub(super) fn identify(claims: &mut [Claim], tokens: Tokens<'_>) {
    let mut by_family: WordMap<Vec<Bearer>> = WordMap::default();
    let mut by_given: WordMap<Option<u32>> = WordMap::default();
    let mut by_text: WordMap<u32> = WordMap::default();
    let mut count = 0;
    let mut next = || {
        count += 1;
        count - 1
    };
    for claim in claims.iter_mut() {
        let Value::Name(name) = &mut claim.value else { continue };
        let Some(given) = name.given else { continue };
        if name.kind == NameKind::Unknown
            && (is_said_of_persons(tokens, claim.tokens.1) || is_taken_up_by_pronoun(tokens, claim.tokens))
        {
            name.kind = NameKind::Person;
        }
        let spelling = tokens.spelling(tokens.get_at(claim.tokens.0 as usize));
        let initial = spelling.chars().next().unwrap_or_default();
        let is_initial_only = spelling.chars().nth(1).is_none_or(|second| second == '.');
        let bearers = by_family.entry(name.family).or_default();
        let known = bearers
            .iter_mut()
            .find(|it| it.given == given || (it.initial == initial && (it.is_initial_only || is_initial_only)));
        let entity = match known {
            Some(known) => {
                known.is_person |= name.kind == NameKind::Person;
                known.entity
            }
            None => {
                let entity = next();
                let is_person = name.kind == NameKind::Person;
                let is_relative = is_introduced_as_kin(tokens, claim.tokens.0);
                bearers.push(Bearer { given, initial, is_initial_only, entity, is_person, is_relative });
                by_given.entry(given).and_modify(|it| *it = None).or_insert(Some(entity));
                entity
            }
        };
        name.entity = Some(entity);
        by_text.insert(Word::of(&tokens.text[claim.span.range()]), entity);
    }
    // What is said of persons makes also the bearer of a surname alone one: "Price was born in Tulsa".
    for claim in claims.iter() {
        if let Value::Name(name) = &claim.value
            && name.given.is_none()
            && matches!(name.kind, NameKind::Person | NameKind::Unknown)
            && is_said_of_persons(tokens, claim.tokens.1)
            && let Some([only]) = by_family.get_mut(&name.family).map(Vec::as_mut_slice)
        {
            only.is_person = true;
        }
    }
    for claim in claims.iter_mut() {
        let Value::Name(name) = &mut claim.value else { continue };
        if name.given.is_some() {
            let bearers = by_family.get(&name.family).map_or(&[][..], Vec::as_slice);
            let is_person = bearers.iter().any(|it| Some(it.entity) == name.entity && it.is_person);
            if is_person && name.kind == NameKind::Unknown {
                name.kind = NameKind::Person;
            }
            continue;
        }
        let may_be_person = matches!(name.kind, NameKind::Person | NameKind::Unknown);
        let is_single = may_be_person && claim.tokens.1 - claim.tokens.0 <= 3;
        match by_family.get(&name.family).filter(|_| is_single).map(Vec::as_slice) {
            Some([only]) => {
                name.entity = Some(only.entity);
                if only.is_person {
                    name.kind = NameKind::Person;
                }
                continue;
            }
            // Relatives are called by their given names from then on, so that the surname alone is the other's.
            Some(several) => {
                let mut others = several.iter().filter(|it| !it.is_relative);
                if let (Some(only), None) = (others.next(), others.next()) {
                    name.entity = Some(only.entity);
                    if only.is_person {
                        name.kind = NameKind::Person;
                    }
                }
                continue;
            }
            None => {}
        }
        if let Some(Some(entity)) = by_given.get(&name.family).filter(|_| is_single && name.title.is_none()) {
            name.entity = Some(*entity);
            continue;
        }
        let text = Word::of(&tokens.text[claim.span.range()]);
        name.entity = Some(*by_text.entry(text).or_insert_with(&mut next));
    }
}

/// Whom the text is about, from token to token.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// From the token of this index on, the text is about this person; ordered by token.
    changes: Vec<(u32, Option<u32>)>,
}

impl Focus {
    /// Follows the persons through the sentences. `claims` are ordered by first token and know their bearers.
    pub(super) fn follow(claims: &[Claim], sentences: &[Sentence], blocks: &[Block], tokens: Tokens<'_>) -> Self {
        let mut changes: Vec<(u32, Option<u32>)> = Vec::new();
        let mut persons = claims
            .iter()
            .filter_map(|claim| match &claim.value {
                Value::Name(name) if name.kind == NameKind::Person => Some((claim.tokens.0, name.entity)),
                _ => None,
            })
            .peekable();
        let mut carried = None;
        let mut block = u32::MAX;
        let mut nobody_yet = true;
        // Whom the text was about before a relative was mentioned, and whether a "he" or a "she" can mean the relative.
        let mut before_kin: Option<(Option<u32>, u32)> = None;
        let subject = subject(claims, sentences, tokens);
        for (index, sentence) in sentences.iter().enumerate() {
            let (first, end) = sentence.tokens;
            if sentence.block != block {
                // The focus passes from one paragraph to the next, never through a headline or a list.
                let is_text = |at: u32| blocks.get(at as usize).is_some_and(|it| it.kind == BlockKind::Paragraph);
                if !(is_text(block) && is_text(sentence.block)) {
                    carried = None;
                }
                block = sentence.block;
                nobody_yet = carried.is_none();
            }
            let mut focus = carried;
            if let (None, Some((person, kin_gender))) = (focus, before_kin)
                && gender(sentence).is_some_and(|it| it != kin_gender)
            {
                focus = person;
            }
            let mut named = 0;
            changes.push((first, focus));
            while let Some((at, entity)) = persons.next_if(|(at, _)| *at < end) {
                if named > 0 && entity != focus {
                    focus = None;
                    named = 2;
                } else if named == 0 {
                    focus = entity;
                    named = 1;
                }
                changes.push((at, focus));
            }
            // "Born in Ghent in 1980, Lise Maes plays …": what leads in is said of the one who is named.
            if named == 1 && leads_in(tokens, sentence, changes[changes.len() - 1].0) {
                let from = changes.partition_point(|(at, _)| *at < first);
                changes.truncate(from);
                changes.push((first, focus));
            }
            nobody_yet &= named == 0;
            if named > 0 {
                before_kin = None;
            }
            let kin = first_kin(tokens, sentence);
            if nobody_yet {
                let named_from = persons.peek().map_or(u32::MAX, |(at, _)| *at);
                let of_block = sentences[index..].iter().take(UNNAMED_REACH);
                let following = of_block.take_while(|it| it.block == block && it.tokens.1 <= named_from);
                let gender = gender_without_kin(tokens, following);
                // A relative of the same gender has just been mentioned: it may be she.
                let is_open = before_kin.is_some_and(|(_, kin_gender)| gender == Some(kin_gender));
                let named = subject.filter(|(_, his)| !is_open && gender == Some(*his)).map(|(person, _)| person);
                let unnamed = match gender {
                    Some(gender) => Some(UNNAMED + 2 * block + gender),
                    None => (!has_pronouns(sentence)).then_some(NOBODY + index as u32),
                };
                changes.push((first, named.or(unnamed)));
                if named.is_some() {
                    focus = named;
                    nobody_yet = false;
                }
            }
            if let Some(kin) = kin {
                let from = changes.partition_point(|(at, _)| *at < kin);
                changes.truncate(from);
                changes.push((kin, None));
                // Whom the next "he" means is as open, unless the relatives are several: "her family said".
                if !is_several(tokens, kin) {
                    before_kin = kin_gender(tokens, kin).map(|it| (focus, it));
                    focus = None;
                }
            }
            carried = focus;
        }
        Self { changes }
    }

    /// The person in focus at a token.
    pub(super) fn at(&self, token: u32) -> Option<u32> {
        let index = self.changes.partition_point(|(at, _)| *at <= token);
        index.checked_sub(1).and_then(|index| self.changes[index].1)
    }
}

/// Persons without a name are numbered from here, two for each paragraph: the one called "he" and the one called "she".
const UNNAMED: u32 = 1 << 30;

/// Who has neither a name nor a pronoun is one person in one sentence, and numbered from here.
const NOBODY: u32 = 1 << 31;

/// How many sentences ahead a "he" or a "she" says who is meant.
const UNNAMED_REACH: usize = 4;

/// Whether a sentence begins with a participle or a time, and no pronoun stands between it and the name at a token.
fn leads_in(tokens: Tokens<'_>, sentence: &Sentence, name: u32) -> bool {
    const LEADS: [Word; 4] = [Word::of("born"), Word::of("aged"), Word::of("raised"), Word::of("educated")];
    const WHEN: [Word; 4] = [Word::of("in"), Word::of("at"), Word::of("on"), Word::of("when")];
    const COMMA: Word = Word::of(",");
    let first = tokens.get_at(sentence.tokens.0 as usize).word;
    // "In 2010, at 22, Jade Lim won": a name right behind the comma is the subject.
    let is_subject = (1..=2).any(|back| {
        name.checked_sub(back).is_some_and(|at| at > sentence.tokens.0 && tokens.get_at(at as usize).word == COMMA)
    });
    let begins = LEADS.contains(&first) || (WHEN.contains(&first) && is_subject);
    let between = tokens.slice(sentence.tokens.0 as usize, name as usize);
    // "At the time of her death, Constance Pell": what is hers comes before her name.
    let owners = [Word::of("his"), Word::of("her")];
    begins
        && !between.as_slice().iter().any(|it| it.features.any(PRONOUNS) && !(is_subject && owners.contains(&it.word)))
}

const PRONOUNS: Features = Features::HE.with(Features::SHE);

/// The gender of the pronouns of a sentence, 0 or 1, where they are of one.
fn gender(sentence: &Sentence) -> Option<u32> {
    let features = sentence.profile.features;
    match (features.any(Features::HE), features.any(Features::SHE)) {
        (true, false) => Some(0),
        (false, true) => Some(1),
        _ => None,
    }
}

fn has_pronouns(sentence: &Sentence) -> bool {
    sentence.profile.features.any(PRONOUNS)
}

/// The gender of the pronouns in the first of the sentences that has any; nothing from where a relative is named on.
fn gender_without_kin<'s>(tokens: Tokens<'_>, sentences: impl Iterator<Item = &'s Sentence>) -> Option<u32> {
    for sentence in sentences {
        let kin = first_kin(tokens, sentence);
        let until_kin = Sentence { tokens: (sentence.tokens.0, kin.unwrap_or(sentence.tokens.1)), ..*sentence };
        if let Some(gender) = gender(&until_kin) {
            return Some(gender);
        }
        if kin.is_some() {
            return None;
        }
    }
    None
}

/// Whose life the article tells, with the gender of the pronouns that follow: the first person named, whom the text goes
/// on to call something or gives the years of.
fn subject(claims: &[Claim], sentences: &[Sentence], tokens: Tokens<'_>) -> Option<(u32, u32)> {
    const OPENING: usize = 3;
    const FOLLOWING: usize = 6;
    /// How far behind a name its years stand at the most: other spellings come first.
    const DATES_REACH: usize = 12;
    const BORN: Word = Word::of("born");
    let opening = sentences.get(..OPENING.min(sentences.len()))?;
    let persons = claims.iter().filter_map(|claim| match &claim.value {
        Value::Name(name) if name.kind == NameKind::Person && name.given.is_some() => {
            Some((claim.tokens, name.entity?))
        }
        _ => None,
    });
    let end = opening.last()?.tokens.1;
    for ((first, behind), person) in persons.take_while(|(at, _)| at.0 < end) {
        let index = opening.iter().position(|it| it.tokens.0 <= first && first < it.tokens.1)?;
        if first_kin(tokens, &sentences[index]).is_some_and(|kin| kin < first) {
            return None;
        }
        let is = |ahead: u32, words: &[Word]| {
            tokens.as_slice().get((behind + ahead) as usize).is_some_and(|it| words.contains(&it.word))
        };
        let called = is(0, &[Word::of("was"), Word::of("is")]) && is(1, &[Word::of("a"), Word::of("an"), BORN]);
        let dates = tokens.as_slice().iter().skip(behind as usize).take(DATES_REACH);
        let has_dates = is(0, &[Word::of("(")]) && dates.clone().any(|it| it.kind == TokenKind::Number);
        if called || has_dates || (is(0, &[Word::of(",")]) && is(1, &[BORN])) {
            let following = sentences[index..].iter().take(FOLLOWING);
            return gender_without_kin(tokens, following).map(|gender| (person, gender));
        }
    }
    None
}

/// The first token of a sentence that names a relative.
fn first_kin(tokens: Tokens<'_>, sentence: &Sentence) -> Option<u32> {
    let is_likely = sentence.profile.features.any(Features::KIN);
    (sentence.tokens.0..sentence.tokens.1).find(|at| is_likely && is_kin(tokens, *at))
}

/// Whether the words behind a name are said of persons alone: ", who", ", born", "(b.", "has died", ", a 44-year-old".
fn is_said_of_persons(tokens: Tokens<'_>, behind: u32) -> bool {
    const LIVED: [Word; 14] = [
        Word::of("born"),
        Word::of("aged"),
        Word::of("died"),
        Word::of("who"),
        Word::of("b"),
        Word::of("turned"),
        Word::of("married"),
        Word::of("retired"),
        Word::of("studied"),
        Word::of("taught"),
        Word::of("graduated"),
        Word::of("emigrated"),
        Word::of("ordained"),
        Word::of("educated"),
    ];
    const SMALL: [Word; 8] = [
        Word::of(","),
        Word::of("("),
        Word::of("was"),
        Word::of("has"),
        Word::of("is"),
        Word::of("a"),
        Word::of("an"),
        Word::of("now"),
    ];
    const OLD: Word = Word::of("old");
    let at = |ahead: u32| tokens.as_slice().get((behind + ahead) as usize);
    let first = (0..4).find(|ahead| at(*ahead).is_none_or(|it| !SMALL.contains(&it.word))).unwrap_or(4);
    let lived = at(first).is_some_and(|it| LIVED.contains(&it.word));
    let is_age = at(first).is_some_and(|it| it.kind == TokenKind::Number)
        && ((1..6).any(|more| at(first + more).is_some_and(|it| it.word == OLD))
            || (first == 1
                && at(1).is_some_and(|it| it.span.len() == 2)
                && at(2).is_some_and(|it| it.word == word_id!(",") || it.word == word_id!("."))));
    lived || is_age
}

/// Whether a name opens a sentence and the next of its paragraph begins with "He" or "She", with no other capital
/// between them.
fn is_taken_up_by_pronoun(tokens: Tokens<'_>, (first, end): (u32, u32)) -> bool {
    const REACH: usize = 40;
    const SUBJECTS: [Word; 2] = [Word::of("he"), Word::of("she")];
    const ENDS: [Word; 3] = [Word::of("."), Word::of("!"), Word::of("?")];
    let opens = |at: usize| at == 0 || tokens.get_at(at).starts_line || ENDS.contains(&tokens.get_at(at - 1).word);
    let mut ahead = tokens.as_slice().iter().enumerate().skip(end as usize).take(REACH);
    let capital = ahead.find(|(_, it)| it.kind == TokenKind::Word && it.case != Case::Lower);
    let is_subject = |(at, it): (usize, &Token)| {
        it.case == Case::Title && !it.starts_line && SUBJECTS.contains(&it.word) && opens(at)
    };
    opens(first as usize) && capital.is_some_and(is_subject)
}

/// Whether a relative's name begins at a token: "his daughter, Corinne Whitley", "her great-grandson Jonas".
fn is_introduced_as_kin(tokens: Tokens<'_>, at: u32) -> bool {
    const REACH: u32 = 2;
    (1..=REACH).any(|back| at.checked_sub(back).is_some_and(|it| is_kin(tokens, it)))
}

/// The gender of the relative that a token names, 0 or 1, where the word tells.
fn kin_gender(tokens: Tokens<'_>, at: u32) -> Option<u32> {
    const MEN: [Word; 7] = [
        Word::of("husband"),
        Word::of("father"),
        Word::of("brother"),
        Word::of("son"),
        Word::of("uncle"),
        Word::of("nephew"),
        Word::of("grandson"),
    ];
    const WOMEN: [Word; 7] = [
        Word::of("wife"),
        Word::of("mother"),
        Word::of("sister"),
        Word::of("daughter"),
        Word::of("aunt"),
        Word::of("niece"),
        Word::of("granddaughter"),
    ];
    let word = tokens.get_at(at as usize).word;
    if MEN.contains(&word) { Some(0) } else { WOMEN.contains(&word).then_some(1) }
}

/// Whether the relatives named at a token are several, whom no "he" or "she" means.
fn is_several(tokens: Tokens<'_>, at: u32) -> bool {
    let spelling = tokens.spelling(tokens.get_at(at as usize));
    spelling.ends_with('s') || spelling.ends_with("children") || spelling == "family"
}

fn is_kin(tokens: Tokens<'_>, at: u32) -> bool {
    let token = tokens.get_at(at as usize);
    token.features.any(Features::KIN) && token.case == Case::Lower
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    /// The number of the bearer for each name, in order of the text.
    fn bearers(text: &str) -> String {
        let source = Source::new("", text, Format::Plain);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        let names = article.claims.iter().filter_map(|claim| match &claim.value {
            Value::Name(name) => Some(name.entity.map_or_else(|| "?".to_owned(), |it| it.to_string())),
            _ => None,
        });
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn mentions_and_their_bearers() {
        for (text, expected) in [
            ("Angela Merkel met Barack Obama. Merkel left; Mr Obama stayed.", "0 1 0 1"),
            ("Maria Santangelo sued. Mario Santangelo did not. Santangelo won.", "0 1 ?"),
            ("Karlos Zurutuza took it. Photo: K. Zurutuza", "0 0"),
            ("Max Whitley died. His daughter, Ann Whitley, said so. Whitley was 91.", "0 1 0"),
            ("Prince Harry Windsor waved. Harry smiled.", "0 0"),
        ] {
            assert_eq!(bearers(text), expected, "{text}");
        }
    }

    /// The person in focus at the word "he" or "was", whichever comes last.
    fn focus(text: &str) -> Option<u32> {
        let source = Source::new("", text, Format::Plain);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        let at = article.tokens.iter().rposition(|it| matches!(&text[it.span.range()], "He" | "was"));
        article.person_at(at.expect("the text has the word") as u32)
    }

    #[test]
    fn texts_and_who_they_are_about() {
        for (text, expected) in [
            ("Leonard Cohen has died in Paris. He is 91.", Some(0)),
            ("Leonard Cohen was born in Paris.", Some(0)),
            ("Leonard Cohen met Robert Plant. He is 91.", None),
            ("Leonard Cohen has died. His brother is here. He is 91.", None),
            ("Leonard Cohen has died, his wife said. He was 91.", Some(0)),
            ("Leonard Cohen has died.\nCohen sang a lot.\nHe is 91.", Some(0)),
            ("Born in Zug in 1950, Ruth Albers was happy.", Some(0)),
            ("Leonard Cohen was born in Paris, the son of a tailor.", Some(0)),
            ("The town is old. He is 91.", Some(super::UNNAMED)),
            ("A man met a woman. He told her that he was 91.", None),
            ("The oldest woman was 116 in May, and nobody knew how.", Some(super::NOBODY)),
            ("Ada Boole (1900–1980) was a poet. She sang.\nIda Falk met Jane Roe.\nShe was tall.", Some(0)),
            ("Ada Boole (1900–1980) was a poet. She sang.\nHer sister died.\nShe was tall.", Some(super::UNNAMED + 5)),
            ("At the time of her death, aged 84, Ruth Albers was famous.", Some(0)),
        ] {
            assert_eq!(focus(text), expected, "{text}");
        }
    }
}
