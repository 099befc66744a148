//! Whether one bearer is meant by two spellings: the evidence, and what speaks against it.

use crate::claims::Claim;
use crate::lexicon::Word;
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, PLACES, WordSet};
use crate::reading::names::{Slip, Spelling, are_said_the_same};
use crate::tokens::Tokens;

use super::super::Sentence;
use super::mentions::SharedPart;
use super::terms::{Mention, REACH, Term, skeleton};
use super::{Evidence, NameVariant};

/// Where the two spellings stand, to ask what stands around them.
pub(super) struct Judge<'a> {
    pub(super) claims: &'a [Claim],
    pub(super) sentences: &'a [Sentence],
    pub(super) tokens: Tokens<'a>,
}

impl Judge<'_> {
    /// Whether one bearer is meant by the two terms, and which spelling is the usual one.
    pub(super) fn variant(&self, one: &Term<'_>, other: &Term<'_>, relation: Spelling) -> Option<NameVariant> {
        let length = |term: &Term<'_>| term.mentions.iter().map(|it| self.parts(it)).max().unwrap_or(0);
        let rank = |term: &Term<'_>| (term.mentions.len(), self.is_known(term.word), length(term));
        let (usual, other) = if rank(other) > rank(one) { (other, one) } else { (one, other) };
        let names = &self.tokens.lexicon.names;
        if names.are_pair(Word::of(&usual.folded), Word::of(&other.folded)) || self.are_apart(usual, other) {
            return None;
        }
        let evidence = match relation {
            Spelling::Variant(_) if self.is_of_source(usual, other) => return None,
            Spelling::Variant(slip) => self.evidence(usual, other, slip)?,
            // Capitals go without accents in many languages.
            _ if usual.spelling.chars().any(char::is_lowercase) != other.spelling.chars().any(char::is_lowercase) => {
                return None;
            }
            // "President Erdoğan", "President Erdogan".
            _ if self.have_one_title(usual, other) => Evidence::SharedPart,
            _ => self.shared_part(usual, other).map(|_| Evidence::SharedPart)?,
        };
        let claims = |term: &Term<'_>| {
            let mut claims: Vec<u32> = term.mentions.iter().map(|it| it.claim).collect();
            claims.dedup();
            claims
        };
        Some(NameVariant {
            usual: claims(usual),
            other: claims(other),
            words: (usual.mentions[0].token, other.mentions[0].token),
            relation,
            evidence,
        })
    }

    fn evidence(&self, usual: &Term<'_>, other: &Term<'_>, slip: Slip) -> Option<Evidence> {
        if slip == Slip::Garbled {
            let is_one = |bare, full| self.is_introduced_as(bare, full);
            let is_one = !self.are_together(usual, other) && (is_one(other, usual) || is_one(usual, other));
            return is_one.then_some(Evidence::BareSurname);
        }
        let shared = self.shared_part(usual, other);
        if let Some(part) = shared
            && self.is_telling(part, usual, other, slip)
            && (!self.are_together(usual, other)
                || (slip.is_inside() && !self.is_known(other.word) && !self.are_introduced_together(usual, other)))
        {
            return Some(Evidence::SharedPart);
        }
        if self.has_other_bearer(usual, other) {
            return None;
        }
        let together = self.are_together(usual, other);
        if !together
            && (self.is_surname_of(other, usual, slip) || (slip.is_inside() && self.is_surname_of(usual, other, slip)))
        {
            return Some(Evidence::BareSurname);
        }
        let is_long = usual.folded.len() >= 9 && slip != Slip::Replaced && !self.are_met(usual, other);
        if (!together || is_long) && self.is_typed_name(usual, other, slip) {
            return Some(Evidence::RareWord);
        }
        let (many, few) = (usual.mentions.len(), other.mentions.len());
        let is_frequent = many >= 5 && usual.folded.len() >= 8;
        let is_rare = few == 1 && many >= 2 && (!together || is_frequent) && self.is_rare(usual, other, slip);
        is_rare.then_some(Evidence::RareWord)
    }

    /// Whether the words that two names share show that the differing ones mean the same.
    fn is_telling(&self, part: SharedPart, usual: &Term<'_>, other: &Term<'_>, slip: Slip) -> bool {
        let both = |set: WordSet| set.contains(usual.word) && set.contains(other.word);
        match self.have_one_partner(usual, other) {
            Some(true) if slip != Slip::First && !both(GIVEN_NAMES) => return true,
            // Choi Kyung-hee, Choi Kyoung-hwan.
            Some(false) => return false,
            _ => {}
        }
        if usual.folded.len().min(other.folded.len()) < 5 {
            return false;
        }
        if both(ENGLISH) {
            return self.is_place(usual) && !self.is_place(other);
        }
        let is_cut = slip == Slip::Last && usual.folded.len() >= 7 && !self.is_known(other.word);
        let is_same = is_cut || are_said_the_same(&usual.folded, &other.folded);
        let is_unknown = usual.folded.len() >= 7 && !self.is_known(usual.word) && !self.is_known(other.word);
        let is_heard = is_same || (slip == Slip::Transliterated && is_unknown);
        if is_heard && self.is_one_organization(usual, other) {
            return true;
        }
        // Katharine Lowe, Katherine Lowe: one bearer, for she and a sister would hardly bear the same name.
        let is_alike =
            is_same || matches!(slip, Slip::Transposed | Slip::Doubled) || is_other_vowel(usual, other, slip);
        let is_typo = slip.is_inside() || is_same;
        if both(GIVEN_NAMES) && is_alike && is_typo && !part.is_common && !self.are_together(usual, other) {
            return true;
        }
        let is_said = slip != Slip::Last && are_said_the_same(&usual.folded, &other.folded);
        let is_typed = ((slip.is_inside() && slip != Slip::Replaced) || is_said) && !self.is_known(other.word);
        let is_strong = slip != Slip::First && (part.count >= 2 || (!part.is_common && !both(GIVEN_NAMES)));
        let is_edge = matches!(slip, Slip::First | Slip::Last | Slip::Transliterated);
        is_typed || (is_strong && (!is_edge || !self.is_known(other.word)))
    }

    /// Whether `bare` always stands alone and is spelled like the surname of a person whose full name is given.
    fn is_surname_of(&self, bare: &Term<'_>, full: &Term<'_>, slip: Slip) -> bool {
        let length = bare.folded.len().min(full.folded.len());
        let is_sure = match slip {
            // Tsiolkovskaja is another form of Tsiolkovsky.
            Slip::Transliterated => !self.is_known(full.word) && bare.folded.len().abs_diff(full.folded.len()) <= 1,
            Slip::Last => !PLACES.contains(full.word),
            _ => slip != Slip::First,
        };
        let is_free = !self.is_known(bare.word) || self.is_heard_of(bare, full, slip);
        let is_vowel = is_other_vowel(bare, full, slip);
        let is_likely = slip != Slip::Replaced || is_vowel || are_said_the_same(&bare.folded, &full.folded);
        let is_full = self.is_person(full) || (slip.is_inside() && is_likely && self.may_be_person(full));
        length >= 5 && is_sure && is_free && is_full && self.is_bare(bare)
    }

    /// Whether somebody who speaks is never introduced by a full name, while somebody of a name that is nearly spelled
    /// so is.
    fn is_introduced_as(&self, bare: &Term<'_>, full: &Term<'_>) -> bool {
        let is_other = ENGLISH.contains(bare.word) || PLACES.contains(bare.word) || GIVEN_NAMES.contains(bare.word);
        !is_other
            && !ENGLISH.contains(full.word)
            && self.is_person(full)
            && self.is_bare(bare)
            && bare.mentions.iter().take(REACH).all(|it| self.has_verb(it, &["speaking"]))
    }

    /// Whether a verb of these classes stands beside the mention.
    fn has_verb(&self, mention: &Mention, classes: &[&str]) -> bool {
        let verbs = classes.iter().filter_map(|it| self.tokens.lexicon.classes.get(it));
        let verbs: Vec<_> = verbs.collect();
        let is_verb = |at: usize| {
            let word = (at < self.tokens.as_slice().len()).then(|| self.tokens.get_at(at).word);
            word.is_some_and(|word| verbs.iter().any(|it| it.may_begin(word) && it.contains(word)))
        };
        let (from, to) = self.claims[mention.claim as usize].tokens;
        is_verb(to as usize) || from.checked_sub(1).is_some_and(|at| is_verb(at as usize))
    }

    /// Whether a surname that others bear too is used here as that of a person the article has introduced: it is said
    /// like the other, or it speaks or is addressed, and no word of English and no place.
    fn is_heard_of(&self, bare: &Term<'_>, full: &Term<'_>, slip: Slip) -> bool {
        let is_other = ENGLISH.contains(bare.word) || PLACES.contains(bare.word) || GIVEN_NAMES.contains(bare.word);
        !is_other
            && bare.folded.len() >= 6
            && (are_said_the_same(&bare.folded, &full.folded)
                || (slip.is_inside()
                    && bare.mentions.iter().take(REACH).all(|it| {
                        let is_addressed = self.name(it).is_some_and(|name| name.title.is_some());
                        is_addressed || self.has_verb(it, &["speaking", "of-subject"])
                    })))
    }

    /// Whether the rare word is spelled like no other word than the usual one, and differs by a slip of the fingers.
    fn is_rare(&self, usual: &Term<'_>, other: &Term<'_>, slip: Slip) -> bool {
        let (a, b) = (usual.spelling, other.spelling);
        let is_typed = match slip {
            // A vowel before the last letter makes another ending more often: Pharsala, Pharsalia; Bosporos, Bosporios.
            Slip::Missing if is_adjective(&usual.folded, &other.folded) => false,
            Slip::Missing => usual.folded.bytes().rev().nth(1) == other.folded.bytes().rev().nth(1),
            Slip::Transposed | Slip::Doubled | Slip::Mistaken => true,
            // Another vowel in a long word: Volkswagon.
            Slip::Replaced => {
                usual.folded.len() >= 9 && skeleton(&usual.folded) == skeleton(&other.folded) && a.is_ascii()
            }
            _ => false,
        };
        let is_free = other.folded.len().min(usual.folded.len()) >= 6
            && !self.is_known(other.word)
            && (ENGLISH.contains(usual.word) || !self.is_known_name(usual.word));
        let is_alone = |term: &Term<'_>| term.mentions.iter().any(|it| self.parts(it) == 1);
        is_typed && is_free && a.is_ascii() == b.is_ascii() && (is_alone(usual) || is_alone(other))
    }

    /// Whether a word that no list knows is another but for two letters that changed places, or a long one said the
    /// same; no grammar makes such a pair.
    fn is_typed_name(&self, usual: &Term<'_>, other: &Term<'_>, slip: Slip) -> bool {
        let length = usual.folded.len().min(other.folded.len());
        let said = |term: &Term<'_>| term.folded.replace('y', "i").replace('z', "s");
        let is_slip = match slip {
            Slip::Transposed => length >= 6,
            Slip::Doubled => length >= 8,
            Slip::Replaced => length >= 8 && said(usual) == said(other),
            _ => false,
        };
        let is_free = |term: &Term<'_>| {
            !ENGLISH.contains(term.word) && !GIVEN_NAMES.contains(term.word) && !PLACES.contains(term.word)
        };
        is_slip
            && self.is_joined(usual) == self.is_joined(other)
            && is_free(usual)
            && !self.is_known(other.word)
            && usual.spelling.is_ascii()
            && other.spelling.is_ascii()
    }

    /// Whether a hyphen joins the word to another: Rheinland-Pfalz.
    fn is_joined(&self, term: &Term<'_>) -> bool {
        let is_hyphen = |at: usize| at < self.tokens.as_slice().len() && self.tokens.get_at(at).word == Word::of("-");
        let is_beside = |at: usize| is_hyphen(at + 1) || at.checked_sub(1).is_some_and(is_hyphen);
        term.mentions.iter().take(REACH).any(|it| is_beside(it.token as usize))
    }
}

/// Whether one is the other with an "i" before its Greek or Latin ending.
fn is_adjective(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    ["os", "us", "um", "ae"].iter().any(|ending| {
        let stem = short.strip_suffix(ending);
        stem.is_some_and(|stem| long.strip_prefix(stem).and_then(|it| it.strip_prefix('i')) == Some(*ending))
    })
}

/// Whether a long word has another vowel before its last two letters.
fn is_other_vowel(one: &Term<'_>, other: &Term<'_>, slip: Slip) -> bool {
    let (a, b) = (&one.folded, &other.folded);
    let end = |word: &str| word.as_bytes().last_chunk::<2>().copied();
    slip == Slip::Replaced && a.len() >= 7 && end(a) == end(b) && skeleton(a) == skeleton(b)
}
