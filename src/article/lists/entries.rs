//! What a single entry of a list is: a name, a count, bare words or a phrase.

use crate::claims::{Claim, Item, Value};
use crate::lexicon::{Features, NameRoles, Word, word_ids};
use crate::reading::Interval;
use crate::tokens::{Case, Token, TokenKind};

use super::{A, AN, FULL_STOP, Finder, ONE, Piece, THE};

/// How many tokens an entry of each make may have.
pub(super) const NAME_MAX: usize = 7;
const WORDS_MAX: usize = 4;
pub(super) const PHRASE_MAX: usize = 9;
pub(super) const COUNT_MAX: usize = 10;

/// Function words that a phrase may begin with.
pub(super) const PHRASE_LEADS: [Word; 9] =
    word_ids!["the", "its", "their", "his", "her", "more", "fewer", "less", "no"];

/// Whether a count can begin with the token: with a figure, or with a word or a mark that leads into one.
pub(super) fn may_begin_count(token: &Token) -> bool {
    const COUNTING: Features = Features::NUMERAL.with(Features::HEDGE).with(Features::LEADING).with(Features::FOLD);
    (token.kind == TokenKind::Number) | token.features.any(COUNTING)
}

impl Finder<'_> {
    pub(super) fn is_capital(&self, at: usize) -> bool {
        matches!(self.token(at).case, Case::Title | Case::Upper | Case::Mixed)
    }

    /// Whether a state or country stands behind the place that lies in it: "Osyka, Mississippi and Camp Moore".
    pub(super) fn names_regions(&self, pieces: &[Piece]) -> bool {
        let Some(regions) = self.regions else { return false };
        let is_region = |(start, end): Piece| {
            let words = || (start..end).map(|at| self.token(at).word);
            let mut named = words().take(1).flat_map(|first| regions.beginning_with(first));
            named.any(|phrase| words().eq(phrase.iter().copied()))
        };
        pieces.windows(2).any(|pair| is_region(pair[1]) && !is_region(pair[0]))
    }

    pub(super) fn is_of_name(&self, at: usize) -> bool {
        const JOINTS: [Word; 4] = word_ids!["of", "the", "for", "upon"];
        const MARKS: [Word; 5] = word_ids!["-", "&", ".", "'", "‑"];
        let token = self.token(at);
        match token.kind {
            TokenKind::Word => {
                self.is_capital(at)
                    || (token.case == Case::Lower && JOINTS.contains(&token.word))
                    || (token.features.any(Features::NAME_WORD)
                        && self.tokens.lexicon.names.roles(token.word).any(NameRoles::PARTICLE))
            }
            TokenKind::Mark => MARKS.contains(&token.word),
            _ => false,
        }
    }

    /// Whether the words are one name. A weekday, a month or a title alone is none.
    pub(super) fn is_name(&self, (start, end): Piece) -> bool {
        if start >= end
            || end - start > NAME_MAX
            || !self.is_capital(end - 1)
            || !(start..end).all(|at| self.is_of_name(at))
        {
            return false;
        }
        let first = if self.token(start).word == THE { start + 1 } else { start };
        let calendar = Features::MONTH.with(Features::WEEKDAY).with(Features::NUMBER).with(Features::FUNCTION);
        first < end
            && self.is_capital(first)
            && self.is_capital(end - 1)
            && !self.token(first).features.any(calendar)
            && !self.is_suffix(end - 1, start)
    }

    /// "Jr." and "Inc." between commas belong to the name before them.
    fn is_suffix(&self, at: usize, start: usize) -> bool {
        const SUFFIXES: [&str; 14] =
            ["Jr", "Sr", "Inc", "Ltd", "LLC", "III", "II", "MD", "JD", "PhD", "MBA", "CPA", "CFP", "Esq"];
        let at = if self.token(at).word == FULL_STOP && at > start { at - 1 } else { at };
        at == start && SUFFIXES.contains(&self.spelling(at))
    }

    /// Whether the words count something, and nothing else.
    pub(super) fn is_count(&self, piece: Piece, most: usize) -> bool {
        piece.1 - piece.0 <= most && self.count_end(piece) == Some(piece.1)
    }

    /// Where a count and what it counts end: before a verb or a relative clause, as far as that can be told.
    pub(super) fn count_end(&self, (start, end): Piece) -> Option<usize> {
        const JOINTS: [Word; 4] = word_ids!["-", "‑", ".", "&"];
        const ENDS: [Word; 13] = word_ids![
            "who", "which", "that", "whose", "is", "are", "was", "were", "has", "have", "had", "will", "would"
        ];
        let (_, behind) = self.count_at(start)?;
        let mut at = behind;
        while at < end && at - start < COUNT_MAX {
            let token = self.token(at);
            let goes_on = match token.kind {
                TokenKind::Word => {
                    let may_end = token.features.any(Features::FUNCTION) && token.case == Case::Lower;
                    !(may_end && ENDS.contains(&token.word))
                }
                TokenKind::Possessive => true,
                TokenKind::Mark => JOINTS.contains(&token.word),
                _ => false,
            };
            if !goes_on {
                break;
            }
            at += 1;
        }
        (at > behind).then_some(at)
    }

    /// How many a count at a token says, and the token behind its figure: "two", "14", "a".
    pub(super) fn count_at(&self, at: usize) -> Option<(f64, usize)> {
        if at >= self.tokens.len() || !may_begin_count(self.token(at)) {
            return None;
        }
        let is_article = matches!(self.token(at).word, A | AN | ONE);
        let from = self.claims.partition_point(|claim| (claim.tokens.0 as usize) < at);
        // What is quoted from there on is no entry, unless a figure is as long.
        let quoted = self.quotations.binary_search_by_key(&(at as u32), |it| it.tokens.0);
        let quoted_until = quoted.map_or(0, |index| self.quotations[index].tokens.1);
        let is_here = |claim: &&Claim| claim.tokens.0 as usize == at && claim.tokens.1 >= quoted_until;
        for claim in self.claims[from..].iter().take_while(is_here) {
            match &claim.value {
                Value::Number(number) if number.figure.as_count().is_exact() && number.noun.is_some() => {
                    return Some((number.figure.value(), claim.tokens.1 as usize));
                }
                Value::Number(_) => {}
                // "a third", "a dozen", "an hour", "14 percent".
                _ => return None,
            }
        }
        let next_is_word = at + 1 < self.tokens.end() && self.token(at + 1).kind == TokenKind::Word;
        (is_article && next_is_word && quoted.is_err()).then_some((1.0, at + 1))
    }

    /// Whether the words are bare: in lower case, and none of them joins or relates.
    pub(super) fn is_bare(&self, (start, end): Piece) -> bool {
        const HYPHEN: Word = Word::of("-");
        start < end
            && end - start <= WORDS_MAX
            && (start..end).all(|at| {
                let token = self.token(at);
                let is_word = token.kind == TokenKind::Word && !token.features.any(Features::FUNCTION);
                is_word && token.case == Case::Lower || (at > start && token.word == HYPHEN)
            })
    }

    /// Whether the words are a short phrase that is no apposition to the one before it.
    pub(super) fn is_phrase(&self, (start, end): Piece) -> bool {
        if start >= end || end - start > PHRASE_MAX {
            return false;
        }
        let first = self.token(start);
        const CLAUSAL: [Word; 11] =
            word_ids!["who", "which", "that", "whose", "where", "is", "are", "was", "were", "has", "had"];
        let begins = first.kind == TokenKind::Word
            && first.case == Case::Lower
            && (!first.features.any(Features::FUNCTION) || PHRASE_LEADS.contains(&first.word));
        let is_participle = || self.spelling(start).ends_with("ing") || self.spelling(start).ends_with("ed");
        let is_clausal =
            |it: &Token| it.features.any(Features::FUNCTION) && it.case == Case::Lower && CLAUSAL.contains(&it.word);
        begins && !is_participle() && !(start..end).any(|at| is_clausal(self.token(at)))
    }

    pub(super) fn item(&self, piece: Piece) -> Item {
        let span = self.token(piece.0).span.to(self.token(piece.1.max(piece.0 + 1) - 1).span);
        let amount = self.count_at(piece.0).map(|it| Interval::exact(it.0));
        Item { text: self.tokens.text[span.range()].into(), amount }
    }
}
