//! Whom the text is about, from token to token.
//!
//! The focus is the one person whom a sentence, or the one before it, speaks of; where two compete, a "he" or a "she"
//! that fits one of them alone decides. From where a relative is mentioned on, there is none. Before anyone is named in a
//! paragraph, "he" and "she" are each one person.

use crate::claims::{Claim, NameKind, Value};
use crate::lexicon::{Features, NameRoles, Word, WordMap, word_id, word_ids};
use crate::source::{Block, BlockKind};
use crate::tokens::{Case, Token, TokenKind, Tokens};

use super::Sentence;
use super::people::{Genders, People};

/// Whom the text is about, from token to token.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// From the token of this index on, the text is about this person; ordered by token.
    changes: Vec<(u32, Option<u32>)>,
}

impl Focus {
    /// Follows the persons through the sentences. `claims` are ordered by first token and know their bearers, the `people`.
    pub(super) fn follow(
        claims: &[Claim],
        people: &People,
        sentences: &[Sentence],
        blocks: &[Block],
        tokens: Tokens<'_>,
    ) -> Self {
        let mut changes: Vec<(u32, Option<u32>)> = Vec::with_capacity(2 * sentences.len());
        let genders = &people.genders;
        let mut persons = people.mentions.iter().copied().peekable();
        let mut carried = None;
        let mut block = u32::MAX;
        let mut nobody_yet = true;
        // Whom the text was about before a relative was mentioned, and whether a "he" or a "she" can mean the relative.
        let mut before_kin: Option<(Option<u32>, u32)> = None;
        // Who is named in the sentence before.
        let mut lately: Vec<Option<u32>> = Vec::with_capacity(8);
        let mut here: Vec<(u32, Option<u32>)> = Vec::with_capacity(8);
        let subject = subject(claims, sentences, tokens);
        let titled = titled(claims, people, tokens);
        for (index, sentence) in sentences.iter().enumerate() {
            let (first, end) = sentence.tokens;
            if sentence.block != block {
                // The focus passes from one paragraph to the next, never through a headline or a list.
                let is_text = |at: u32| blocks.get(at as usize).is_some_and(|it| it.kind == BlockKind::Paragraph);
                if !(is_text(block) && is_text(sentence.block)) {
                    carried = None;
                    lately.clear();
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
            let named_from = persons.peek().map_or(end, |(at, _)| end.min(*at));
            if let (None, Some(said)) = (before_kin, leading_gender(tokens, sentence, named_from))
                && focus.is_none_or(|it| genders[it as usize].is_some_and(|his| his != said))
            {
                focus = the_only(lately.iter().copied(), genders, said);
                nobody_yet &= focus.is_none();
            }
            let before = focus;
            here.clear();
            let mut named = 0;
            changes.push((first, focus));
            while let Some((at, entity)) = persons.next_if(|(at, _)| *at < end) {
                here.push((at, entity));
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
            if named == 0 && kin.is_none() {
                let his = focus.and_then(|it| genders[it as usize]);
                let is_other = his.is_some() && noun_gender(tokens, sentence).is_some_and(|it| Some(it) != his);
                if is_other || brings_in_somebody(tokens, sentence) {
                    changes.push((first, None));
                    focus = None;
                } else if focus.is_none()
                    && let Some((at, person)) = called_by_title(tokens, sentence, &titled)
                {
                    changes.push((at, Some(person)));
                    focus = Some(person);
                    nobody_yet = false;
                }
            }
            if kin.is_none() && has_pronouns(sentence) {
                if named > 0 {
                    follow_pronouns(&mut changes, (&here, before), genders, (tokens, sentence));
                } else if let Some(person) = focus {
                    tell_pronouns_apart(&mut changes, (person, &lately), genders, (tokens, sentence));
                }
            }
            // "Julian Petty was 30 when he met her": she is still spoken of.
            let stays = before.filter(|person| {
                let his = genders[*person as usize];
                let is_other = |it: &(u32, Option<u32>)| {
                    it.1.and_then(|it| genders[it as usize]).is_some_and(|it| Some(it) != his)
                };
                named > 0 && kin.is_none() && his.is_some_and(|it| says(sentence, it)) && here.iter().all(is_other)
            });
            // "It rained." lets those go who were named before.
            if named > 0 || kin.is_some() || !has_pronouns(sentence) {
                lately.clear();
            }
            lately.extend(here.iter().filter(|_| kin.is_none()).map(|(_, entity)| *entity));
            lately.extend(stays.map(Some));
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
            // "He met Rasmus Rask.": the next "he" is still the same.
            let keeps = before.is_some() && kin.is_none() && opens_with_pronoun(tokens, sentence, named_from);
            carried = if keeps { before } else { focus };
        }
        Self { changes }
    }

    /// The person in focus at a token.
    pub(super) fn at(&self, token: u32) -> Option<u32> {
        let index = self.changes.partition_point(|(at, _)| *at <= token);
        index.checked_sub(1).and_then(|index| self.changes[index].1)
    }
}

/// Who bears each title that stands before a name and is no mere address; nothing where several do.
fn titled(claims: &[Claim], people: &People, tokens: Tokens<'_>) -> WordMap<Option<u32>> {
    let mut titled: WordMap<Option<u32>> = WordMap::default();
    for at in &people.titled {
        let Value::Name(name) = &claims[*at].value else { continue };
        let Some(last) = name.title.as_deref().and_then(|it| it.split_whitespace().next_back()) else { continue };
        let title = Word::read(last);
        if tokens.lexicon.names.roles(title).any(NameRoles::TITLE.without(NameRoles::ADDRESS)) {
            let bearer = titled.entry(title).or_insert(name.entity);
            *bearer = bearer.filter(|it| Some(*it) == name.entity);
        }
    }
    titled
}

/// Who is called by a title alone in a sentence, and from where on: "the senator", "the 87-year-old senator"; not "the
/// president of the club".
fn called_by_title(tokens: Tokens<'_>, sentence: &Sentence, titled: &WordMap<Option<u32>>) -> Option<(u32, u32)> {
    const BETWEEN: [Word; 4] = word_ids!["-", "year", "years", "old"];
    const MORE: [Word; 4] = word_ids!["of", "for", "general", "-"];
    if titled.is_empty() || !sentence.profile.features.any(Features::TITLE) {
        return None;
    }
    let (first, end) = sentence.tokens;
    (first + 1..end).find_map(|at| {
        let token = tokens.get_at(at as usize);
        let is_title = token.case == Case::Lower && token.features.any(Features::TITLE);
        let person = is_title.then(|| titled.get(&token.word).copied().flatten()).flatten()?;
        let is_age = |it: &u32| {
            let token = tokens.get_at(*it as usize);
            token.kind == TokenKind::Number || BETWEEN.contains(&token.word)
        };
        let start = (first..at).rev().find(|it| !is_age(it))?;
        let is_whole = at + 1 >= end || !MORE.contains(&tokens.get_at(at as usize + 1).word);
        (is_whole && tokens.get_at(start as usize).word == word_id!("the")).then_some((start, person))
    })
}

/// The gender of the noun that a sentence begins with: "The king", "The young woman".
fn noun_gender(tokens: Tokens<'_>, sentence: &Sentence) -> Option<u32> {
    const REACH: usize = 3;
    let (first, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
    let words = tokens.slice(first, end.min(first + REACH)).as_slice();
    if words.first()?.word != word_id!("the") {
        return None;
    }
    gender_of(tokens, words, ["man", "woman"])
}

/// Whether a sentence begins with somebody new who has no name: "A 23-year-old man was charged"; not "A keen golfer, he".
fn brings_in_somebody(tokens: Tokens<'_>, sentence: &Sentence) -> bool {
    const REACH: usize = 8;
    const ONE: [Word; 4] = word_ids!["a", "an", "another", "one"];
    let (first, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
    if !ONE.contains(&tokens.get_at(first).word) {
        return false;
    }
    let Some(person) = tokens.lexicon.classes.get("person") else { return false };
    let is_person = |at: &usize| person.may_begin(tokens.get_at(*at).word) && person.contains(tokens.get_at(*at).word);
    let Some(at) = (first + 1..end.min(first + REACH)).find(is_person) else { return false };
    let is_aside =
        at + 2 < end && tokens.get_at(at + 1).word == word_id!(",") && tokens.get_at(at + 2).features.any(PRONOUNS);
    !is_aside
}

/// Writes down whom each "he" and "she" of a sentence means behind the persons who are `here` named: the only one of its
/// gender, or the one the text was about `before` where the only person named is of the other gender.
fn follow_pronouns(
    changes: &mut Vec<(u32, Option<u32>)>,
    (here, before): (&[(u32, Option<u32>)], Option<u32>),
    genders: &Genders,
    (tokens, sentence): (Tokens<'_>, &Sentence),
) {
    let start = changes.partition_point(|(at, _)| *at < sentence.tokens.0);
    for at in here[0].0..sentence.tokens.1 {
        let Some(said) = pronoun(tokens, at) else { continue };
        let so_far = &here[..here.partition_point(|(it, _)| *it < at)];
        match so_far {
            [(_, only)] => {
                let is_other = only.and_then(|it| genders[it as usize]).is_some_and(|his| his != said);
                if is_other {
                    changes.push((at, the_only([before].into_iter(), genders, said)));
                }
            }
            _ => changes.push((at, the_only(so_far.iter().map(|(_, it)| *it), genders, said))),
        }
    }
    changes[start..].sort_by_key(|(at, _)| *at);
}

/// Whether "he" or "she" is the subject of a sentence, before anyone is named.
fn opens_with_pronoun(tokens: Tokens<'_>, sentence: &Sentence, until: u32) -> bool {
    const SUBJECTS: [Word; 2] = word_ids!["he", "she"];
    has_pronouns(sentence) && (sentence.tokens.0..until).any(|at| SUBJECTS.contains(&tokens.get_at(at as usize).word))
}

/// Writes down that each "he" or "she" of a sentence that does not fit the person it is about means another: the only one
/// of that gender who was named lately.
fn tell_pronouns_apart(
    changes: &mut Vec<(u32, Option<u32>)>,
    (person, lately): (u32, &[Option<u32>]),
    genders: &Genders,
    (tokens, sentence): (Tokens<'_>, &Sentence),
) {
    let Some(his) = genders[person as usize] else { return };
    if !says(sentence, 1 - his) {
        return;
    }
    for at in sentence.tokens.0..sentence.tokens.1 {
        if let Some(said) = pronoun(tokens, at) {
            let meant = if said == his { Some(person) } else { the_only(lately.iter().copied(), genders, said) };
            changes.push((at, meant));
        }
    }
}

/// Whether a pronoun of a gender stands in a sentence.
fn says(sentence: &Sentence, gender: u32) -> bool {
    sentence.profile.features.any(if gender == 0 { Features::HE } else { Features::SHE })
}

/// The only one of several persons who is of a gender; nothing where the gender of one of them is not known.
fn the_only(persons: impl Iterator<Item = Option<u32>>, genders: &Genders, said: u32) -> Option<u32> {
    let mut found = None;
    for person in persons {
        let gender = genders[person? as usize]?;
        if gender == said && found.replace(person).is_some_and(|it| it != person) {
            return None;
        }
    }
    found.flatten()
}

/// The gender of the pronoun at a token, 0 or 1.
fn pronoun(tokens: Tokens<'_>, at: u32) -> Option<u32> {
    let features = tokens.get_at(at as usize).features;
    if features.any(Features::HE) { Some(0) } else { features.any(Features::SHE).then_some(1) }
}

/// The gender of the first pronoun of a sentence, where it stands before a token.
fn leading_gender(tokens: Tokens<'_>, sentence: &Sentence, until: u32) -> Option<u32> {
    if !has_pronouns(sentence) {
        return None;
    }
    (sentence.tokens.0..until).find_map(|at| pronoun(tokens, at))
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
        if let Some(gender) = gender(sentence) {
            return Some(gender);
        }
        if first_kin(tokens, sentence).is_some() {
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
    if !sentence.profile.features.any(Features::KIN) {
        return None;
    }
    let (first, end) = sentence.tokens;
    let words = tokens.slice(first as usize, end as usize).as_slice();
    words.iter().position(is_of_kin).map(|it| first + it as u32)
}

/// The gender of the relative that a token names, 0 or 1, where the word tells.
pub(super) fn kin_gender(tokens: Tokens<'_>, at: u32) -> Option<u32> {
    gender_of(tokens, &[*tokens.get_at(at as usize)], ["male-relative", "female-relative"])
}

/// The gender, 0 or 1, of the first of the words that is in one of the two classes.
fn gender_of(tokens: Tokens<'_>, words: &[Token], classes: [&str; 2]) -> Option<u32> {
    let classes = classes.map(|it| tokens.lexicon.classes.get(it));
    let gender = |it: &Token| classes.iter().position(|class| class.is_some_and(|class| class.contains(it.word)));
    words.iter().find_map(gender).map(|at| at as u32)
}

/// Whether the relatives named at a token are several, whom no "he" or "she" means.
fn is_several(tokens: Tokens<'_>, at: u32) -> bool {
    let spelling = tokens.spelling(tokens.get_at(at as usize));
    spelling.ends_with('s') || spelling.ends_with("children") || spelling == "family"
}

/// Whether a word names a relative.
pub(super) fn is_of_kin(token: &Token) -> bool {
    token.features.any(Features::KIN) && token.case == Case::Lower
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

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
            ("Leonard Cohen met Jane Roe. He is 91.", Some(0)),
            ("Leonard Cohen met Jane Roe.\nShe was 91.", Some(1)),
            ("Leonard Cohen met Jane Roe. It rained. She was 91.", None),
            ("Leonard Cohen met Jane Roe. He sang. She was 91.", Some(1)),
            ("Leonard Cohen has died. Jane Roe said that he was 91.", Some(0)),
            ("Jane Roe told Leonard Cohen that he was 91.", Some(1)),
            ("Leonard Cohen has died. A friend came. He is 91.", None),
            ("Leonard Cohen has died. She was 91.", None),
            ("Leonard Cohen sang. Jane Roe sang. She won, and he was here.", None),
            ("Jane Roe sang. Leonard Cohen was 30 when he met her. He sang as she was 91.", Some(0)),
            ("Jane Roe sang. The king was 91.", None),
            ("Leonard Cohen sang. A man was held. He is 91.", None),
            ("Leonard Cohen sang. A keen golfer, he was 91.", Some(0)),
            ("Senator Leonard Cohen sang. His father sang.\nThe 91-year-old senator was here.", Some(0)),
            ("Leonard Cohen sang. He met Robert Plant. He is 91.", Some(0)),
            ("Leonard Cohen sang. His father met Robert Plant. He is 91.", None),
            ("Mr Petrarcino met Ms Holm. She was 91.", Some(1)),
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
