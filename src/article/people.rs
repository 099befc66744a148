//! Who bears each name, and whom a sentence is about.
//!
//! A full name makes a bearer; later (and earlier) mentions of its last part alone are his, as long as no relative
//! with the same surname is named in the article. The focus is the one person whom a sentence, or the one before it,
//! speaks of; where two compete, or a relative is mentioned, there is none.

use crate::claims::{Claim, NameKind, Value};
use crate::lexicon::{Features, NameRoles, Word, WordMap};
use crate::source::{Block, BlockKind};
use crate::tokens::{Case, Tokens};

use super::Sentence;

/// One bearer of a name of several parts.
struct Bearer {
    given: Word,
    /// First letter of the given name, in the case of the text.
    initial: char,
    is_initial_only: bool,
    entity: u32,
    is_person: bool,
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
        let text = Word::of(&tokens.text[claim.span.range()]);
        let Some(given) = name.given else { continue };
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
                bearers.push(Bearer { given, initial, is_initial_only, entity, is_person });
                by_given.entry(given).and_modify(|it| *it = None).or_insert(Some(entity));
                entity
            }
        };
        name.entity = Some(entity);
        by_text.insert(text, entity);
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
            Some(_) => continue,
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
        for sentence in sentences {
            let (first, end) = sentence.tokens;
            if sentence.block != block {
                // The focus passes from one paragraph to the next, never through a headline or a list.
                let is_text = |at: u32| blocks.get(at as usize).is_some_and(|it| it.kind == BlockKind::Paragraph);
                if !(is_text(block) && is_text(sentence.block)) {
                    carried = None;
                }
                block = sentence.block;
            }
            let mut focus = carried;
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
            if Self::mentions_kin(tokens, sentence) {
                let from = changes.partition_point(|(at, _)| *at < first);
                changes.truncate(from);
                changes.push((first, None));
                // Whom the next "he" means is as open.
                focus = None;
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

    fn mentions_kin(tokens: Tokens<'_>, sentence: &Sentence) -> bool {
        let names = &tokens.lexicon.names;
        tokens.slice(sentence.tokens.0 as usize, sentence.tokens.1 as usize).as_slice().iter().any(|token| {
            token.features.any(Features::NAME_WORD)
                && token.case == Case::Lower
                && names.roles(token.word).any(NameRoles::KIN)
        })
    }
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
            ("Leonard Cohen has died.\nCohen sang a lot.\nHe is 91.", Some(0)),
            ("The town is old. He is 91.", None),
        ] {
            assert_eq!(focus(text), expected, "{text}");
        }
    }
}
