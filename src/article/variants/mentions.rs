//! What the mentions of a word of names tell: what bears it, what stands beside it, and what the text says of it.

use crate::claims::{Name, NameKind, Value};
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, PLACES, SURNAMES};
use crate::lexicon::{Features, NameRoles, Word, word_id, word_ids};
use crate::tokens::{Case, Token, TokenKind};

use super::judge::Judge;
use super::terms::{Mention, REACH, Term, skeleton};

const THE: Word = Word::of("the");

/// Within so many tokens of one sentence, two similar names are taken for two; longer sentences are lists and tables.
const CLOSE: u32 = 40;
/// A name that stands so often is not spoken of wherever a remark on some spelling stands.
const FEW: usize = 4;

/// Words that two names have in common beside the one that differs.
#[derive(Clone, Copy)]
pub(super) struct SharedPart {
    pub(super) count: usize,
    /// All of them are words of English, such as "National".
    pub(super) is_common: bool,
}

impl Judge<'_> {
    /// Whether a whole name with the term is a place's.
    pub(super) fn is_place(&self, term: &Term<'_>) -> bool {
        term.mentions.iter().any(|it| {
            let text = &self.tokens.text[self.claims[it.claim as usize].span.range()];
            self.parts(it) > 1 && PLACES.contains(Word::of(text))
        })
    }

    /// Whether both are joined by a hyphen to the same other part of a double name: Lohse-Wirth, Lohse-Wirt; `None`
    /// where one of them is joined to none.
    pub(super) fn have_one_partner(&self, usual: &Term<'_>, other: &Term<'_>) -> Option<bool> {
        let partner = |it: &Mention, behind: bool| {
            let (from, to) = self.claims[it.claim as usize].tokens;
            let (mark, at) = if behind {
                (it.token + 1, it.token + 2)
            } else {
                (it.token.checked_sub(1)?, it.token.checked_sub(2)?)
            };
            let is_inside = from <= at && at < to && self.tokens.get_at(mark as usize).word == word_id!("-");
            let token = is_inside.then(|| self.tokens.get_at(at as usize))?;
            // The last part of a given name, as in Kyung-hee, tells like a second surname.
            let is_telling = token.span.len() >= 4 && !ENGLISH.contains(token.word);
            (is_telling || (behind && token.case == Case::Lower)).then_some(token.word)
        };
        let partners = |term: &Term<'_>, behind: bool| -> Vec<Word> {
            term.mentions.iter().take(REACH).filter_map(|it| partner(it, behind)).collect()
        };
        let sides = [true, false].map(|behind| (partners(usual, behind), partners(other, behind)));
        let is_joined = sides.iter().any(|(one, two)| !one.is_empty() && !two.is_empty());
        is_joined.then(|| sides.iter().any(|(one, two)| one.iter().any(|it| two.contains(it))))
    }

    /// Whether two names of organisations are the same but for the two terms, and perhaps for what one of them is called
    /// before it: "Chipmaker Aldervane Holdings".
    pub(super) fn is_one_organization(&self, usual: &Term<'_>, other: &Term<'_>) -> bool {
        let is_organization =
            |it: &&Mention| self.parts(it) > 1 && self.name(it).is_some_and(|name| name.kind == NameKind::Organization);
        let words = |it: &Mention| {
            let (from, to) = self.claims[it.claim as usize].tokens;
            let run =
                |from: u32, to: u32| (from..to).map(|at| self.tokens.get_at(at as usize).word).collect::<Vec<_>>();
            (run(from, it.token), run(it.token + 1, to))
        };
        let others: Vec<_> = other.mentions.iter().take(REACH).filter(is_organization).map(words).collect();
        let is_one = |(before, behind): &(Vec<Word>, Vec<Word>)| {
            others.iter().any(|(its, after)| {
                let is_called = !behind.is_empty() && (its.is_empty() || before.is_empty());
                behind == after && (before == its || is_called)
            })
        };
        usual.mentions.iter().take(REACH).filter(is_organization).map(words).any(|it| is_one(&it))
    }

    /// Whether both stand close together in one sentence, as two different things do.
    pub(super) fn are_together(&self, usual: &Term<'_>, other: &Term<'_>) -> bool {
        let are_close =
            |a: &Mention, b: &Mention| self.sentence(a) == self.sentence(b) && a.token.abs_diff(b.token) < CLOSE;
        other.mentions.iter().take(REACH).any(|b| usual.mentions.iter().any(|a| are_close(a, b)))
    }

    /// Whether both stand in one sentence as persons with given names, where a writer would not name one person twice.
    pub(super) fn are_introduced_together(&self, usual: &Term<'_>, other: &Term<'_>) -> bool {
        let full = |term: &Term<'_>| -> Vec<u32> {
            let mentions = term.mentions.iter().take(REACH);
            let is_full =
                |it: &&Mention| self.name(it).is_some_and(|name| name.given.is_some() && name.kind == NameKind::Person);
            mentions.filter(is_full).map(|it| self.sentence(it)).collect()
        };
        let one = full(usual);
        !one.is_empty() && full(other).iter().any(|it| one.contains(it))
    }

    /// Whether a spelling is that of a source: one of the two always stands in what is quoted from writing, and is another
    /// way to write the same sounds (Jelalabad), or both are words of another language in brackets: Sweden (Suevoniae).
    pub(super) fn is_of_source(&self, usual: &Term<'_>, other: &Term<'_>) -> bool {
        let said = |term: &Term<'_>| skeleton(&term.folded).replace('h', "");
        let is_gloss = |term: &Term<'_>| {
            term.mentions.iter().take(REACH).all(|it| {
                let (from, to) = self.claims[it.claim as usize].tokens;
                let is = |at: Option<u32>, mark: Word| {
                    at.and_then(|at| self.tokens.as_slice().get(at as usize)).is_some_and(|it| it.word == mark)
                };
                is(from.checked_sub(1), word_id!("(")) && is(Some(to), word_id!(")"))
            })
        };
        let is_cited = |term: &Term<'_>| {
            !self.is_person(term) && term.mentions.iter().take(REACH).all(|it| self.is_quoted_from_writing(it))
        };
        let is_foreign = !ENGLISH.contains(usual.word) && said(usual) == said(other);
        (is_gloss(usual) && is_gloss(other)) || (is_foreign && (is_cited(other) || is_cited(usual)))
    }

    /// Whether the mention stands between quotation marks, and nobody is said to speak.
    fn is_quoted_from_writing(&self, mention: &Mention) -> bool {
        let claim = &self.claims[mention.claim as usize];
        claim.context.quoted
            && self.claims.iter().any(|it| match &it.value {
                Value::Quotation(quotation) => {
                    // What opens a sentence or a paragraph is what somebody said.
                    let opens = self.sentences.iter().any(|sentence| sentence.tokens.0 + 1 == it.tokens.0);
                    let is_around = it.tokens.0 <= claim.tokens.0 && claim.tokens.1 <= it.tokens.1;
                    is_around && quotation.speaker.is_none() && !opens
                }
                _ => false,
            })
    }

    /// Whether the two are told of as two in one sentence: "Referee Johansson booked Johannsson", where words in lower case
    /// alone stand between the two, or "Johansson, who plays the spy, and Johannsson, who wrote it".
    pub(super) fn are_met(&self, usual: &Term<'_>, other: &Term<'_>) -> bool {
        const MOST: u32 = 4;
        let is_verb = |at: u32| {
            let token = self.tokens.get_at(at as usize);
            token.kind == TokenKind::Word && token.case == Case::Lower
        };
        let meet = |a: &Mention, b: &Mention| {
            let (from, to) = (a.token.min(b.token) + 1, a.token.max(b.token));
            let is_beside = from < to && to - from <= MOST && (from..to).all(is_verb);
            is_beside || (self.sentence(a) == self.sentence(b) && self.is_explained(a) && self.is_explained(b))
        };
        other.mentions.iter().take(REACH).any(|b| usual.mentions.iter().take(REACH).any(|a| meet(a, b)))
    }

    /// Whether the text says behind the mention who its bearer is: ", who plays the spy", ", the driver", ", 34".
    fn is_explained(&self, mention: &Mention) -> bool {
        let behind = self.claims[mention.claim as usize].tokens.1 as usize;
        let at = |ahead: usize| self.tokens.as_slice().get(behind + ahead);
        let says = |it: &Token| it.kind == TokenKind::Number || it.features.any(Features::FUNCTION);
        at(0).is_some_and(|it| it.word == word_id!(",")) && at(1).is_some_and(says)
    }

    /// Whether the text itself speaks of the spelling, or says that the two are not one.
    pub(super) fn are_apart(&self, usual: &Term<'_>, other: &Term<'_>) -> bool {
        let is_remark = |it: &Mention, roles: NameRoles| self.is_remark(self.sentence(it), roles);
        let is_told_apart =
            |it: &Mention| is_remark(it, NameRoles::REMARK) || self.is_related(it) || self.is_of_kin(it);
        let may_be_other = |it: &Mention| is_remark(it, NameRoles::REMARK) || self.is_of_kin(it);
        other.mentions.iter().take(REACH).any(is_told_apart)
            || (usual.mentions.len() <= FEW && usual.mentions.iter().any(may_be_other))
            || (other.mentions.len() == 1 && self.is_mentioned_only(&other.mentions[0]))
    }

    /// Whether a name is said to be what others call it: 'often referred to as "Poictiers"'.
    fn is_mentioned_only(&self, mention: &Mention) -> bool {
        let Some(naming) = self.tokens.lexicon.classes.get("naming") else { return false };
        let mut end = self.claims[mention.claim as usize].tokens.0 as usize;
        while end > 0
            && matches!(self.tokens.spelling(self.tokens.get_at(end - 1)), "_" | "*" | "\"" | "“" | "'" | "‘" | "the")
        {
            end -= 1;
        }
        let stands_before = |phrase: &Vec<Word>| {
            let words = end.checked_sub(phrase.len()).map(|start| self.tokens.slice(start, end));
            words.is_some_and(|it| it.as_slice().iter().map(|token| token.word).eq(phrase.iter().copied()))
        };
        naming.phrases().iter().any(stands_before)
    }

    fn sentence(&self, mention: &Mention) -> u32 {
        self.claims[mention.claim as usize].context.sentence
    }

    /// Whether a word beside the mention says that its bearer is another one: "no relation", "his namesake".
    fn is_related(&self, mention: &Mention) -> bool {
        const BESIDE: usize = 12;
        let Some(sentence) = self.sentences.get(self.sentence(mention) as usize) else { return false };
        let at = mention.token as usize;
        let start = at.saturating_sub(BESIDE).max(sentence.tokens.0 as usize);
        let end = (at + BESIDE).min(sentence.tokens.1 as usize);
        let roles = |word: Word| self.tokens.lexicon.names.roles(word);
        let words = self.tokens.slice(start, end.max(start)).as_slice();
        words.iter().any(|it| it.features.any(Features::NAME_WORD) && roles(it.word).any(NameRoles::RELATION))
    }

    /// Whether the mention is introduced as somebody's relative: "Her sister-in-law, Ms. Allison Bryce".
    fn is_of_kin(&self, mention: &Mention) -> bool {
        const PASSED: [Word; 5] = word_ids![".", ",", "-", "in", "law"];
        let Some(sentence) = self.sentences.get(self.sentence(mention) as usize) else { return false };
        let from = self.claims[mention.claim as usize].tokens.0;
        let mut before = (sentence.tokens.0..from).rev().map(|at| self.tokens.get_at(at as usize));
        let is_title = |it: &Token| it.case != Case::Lower && it.features.any(Features::TITLE);
        let nearest = before.find(|it| !PASSED.contains(&it.word) && !is_title(it));
        nearest.is_some_and(|it| it.case == Case::Lower && it.features.any(Features::KIN))
    }

    /// Whether a word of these roles stands in the sentence.
    fn is_remark(&self, sentence: u32, wanted: NameRoles) -> bool {
        let Some(sentence) = self.sentences.get(sentence as usize) else { return false };
        let words = self.tokens.slice(sentence.tokens.0 as usize, sentence.tokens.1 as usize).as_slice();
        let roles = |word: Word| self.tokens.lexicon.names.roles(word);
        words.iter().any(|it| it.features.any(Features::NAME_WORD) && roles(it.word).any(wanted))
    }

    pub(super) fn name(&self, mention: &Mention) -> Option<&Name> {
        match &self.claims[mention.claim as usize].value {
            Value::Name(name) => Some(name),
            _ => None,
        }
    }

    /// How many words the mention's name has.
    pub(super) fn parts(&self, mention: &Mention) -> usize {
        let (from, to) = self.claims[mention.claim as usize].tokens;
        (from..to).filter(|at| self.tokens.get_at(*at as usize).kind == TokenKind::Word).count()
    }

    /// Whether the word alone is a person's given name, surname or a place's name.
    pub(super) fn is_known_name(&self, word: Word) -> bool {
        GIVEN_NAMES.contains(word) || SURNAMES.contains(word) || PLACES.contains(word)
    }

    pub(super) fn is_known(&self, word: Word) -> bool {
        ENGLISH.contains(word) || self.is_known_name(word)
    }

    /// Whether a person is called by his full name with this word as the last part.
    pub(super) fn is_person(&self, term: &Term<'_>) -> bool {
        term.mentions
            .iter()
            .filter_map(|it| self.name(it))
            .any(|name| name.given.is_some() && name.family == term.word && name.kind == NameKind::Person)
    }

    /// Whether the word stands as the last of two in a name of which nobody says what it is, neither an English word.
    pub(super) fn may_be_person(&self, term: &Term<'_>) -> bool {
        !ENGLISH.contains(term.word)
            && term.mentions.iter().any(|it| {
                (self.parts(it) == 2 || self.opens_with_a_calling(it))
                    && self.name(it).is_some_and(|name| {
                        let is_given = |given: Word| !ENGLISH.contains(given) && !PLACES.contains(given);
                        name.kind == NameKind::Unknown && name.family == term.word && name.given.is_some_and(is_given)
                    })
            })
    }

    /// Whether the mention is of three words, the first of them English and at the head of its sentence: "Grandmaster
    /// Ilya Sokoloff".
    fn opens_with_a_calling(&self, mention: &Mention) -> bool {
        let from = self.claims[mention.claim as usize].tokens.0;
        let sentence = self.sentences.get(self.sentence(mention) as usize);
        self.parts(mention) == 3
            && sentence.is_some_and(|it| it.tokens.0 == from)
            && ENGLISH.contains(self.tokens.get_at(from as usize).word)
    }

    /// Whether the word always stands alone (with a title at most), as a surname does.
    pub(super) fn is_bare(&self, term: &Term<'_>) -> bool {
        term.mentions.iter().all(|it| {
            let name = self.name(it);
            let is_person = |name: &Name| matches!(name.kind, NameKind::Person | NameKind::Unknown);
            // "the Blyth" is a river.
            let before = (self.claims[it.claim as usize].tokens.0 as usize).checked_sub(1);
            if before.is_some_and(|at| self.tokens.get_at(at).word == THE) {
                return false;
            }
            name.is_some_and(|name| name.given.is_none() && is_person(name)) && self.parts(it) <= 2
        })
    }

    /// Whether both stand behind given names and share none of them.
    pub(super) fn has_other_bearer(&self, usual: &Term<'_>, other: &Term<'_>) -> bool {
        let given = |term: &Term<'_>| -> Vec<Word> {
            let names = term.mentions.iter().filter_map(|it| self.name(it)).filter(|it| it.family == term.word);
            names.filter_map(|name| name.given).collect()
        };
        let (one, two) = (given(usual), given(other));
        !one.is_empty() && !two.is_empty() && !one.iter().any(|it| two.contains(it))
    }

    /// Whether both stand alone behind one title.
    pub(super) fn have_one_title(&self, usual: &Term<'_>, other: &Term<'_>) -> bool {
        let titles = |term: &Term<'_>| -> Vec<&str> {
            let alone = term.mentions.iter().take(REACH).filter(|it| self.parts(it) == 1);
            alone.filter_map(|it| self.name(it)?.title.as_deref()).collect()
        };
        let one = titles(usual);
        !one.is_empty() && titles(other).iter().any(|it| one.contains(it))
    }

    /// The words that stand in both names at the same side of the two terms.
    pub(super) fn shared_part(&self, usual: &Term<'_>, other: &Term<'_>) -> Option<SharedPart> {
        let mut best: Option<SharedPart> = None;
        for a in usual.mentions.iter().take(REACH) {
            for b in other.mentions.iter().take(REACH) {
                let before = self.common_run(a, b, false);
                let behind = self.common_run(a, b, true);
                let count = before.count + behind.count;
                if count > 0 && best.is_none_or(|it| it.count < count) {
                    best = Some(SharedPart { count, is_common: before.is_common && behind.is_common });
                }
            }
        }
        best
    }

    /// Counts the equal words next to both mentions, on one side, inside their names.
    fn common_run(&self, a: &Mention, b: &Mention, behind: bool) -> SharedPart {
        let mut part = SharedPart { count: 0, is_common: true };
        let step = |mention: &Mention, distance: u32| {
            let (from, to) = self.claims[mention.claim as usize].tokens;
            let at = if behind { mention.token.checked_add(distance) } else { mention.token.checked_sub(distance) }?;
            (from <= at && at < to).then(|| self.tokens.get_at(at as usize))
        };
        for distance in 1.. {
            let (Some(x), Some(y)) = (step(a, distance), step(b, distance)) else { break };
            if x.word != y.word {
                break;
            }
            let is_weighty = x.kind == TokenKind::Word && x.span.len() >= 3 && !x.features.any(Features::FUNCTION);
            if is_weighty {
                part.count += 1;
                part.is_common &= ENGLISH.contains(x.word) && !GIVEN_NAMES.contains(x.word);
            }
        }
        part
    }
}
