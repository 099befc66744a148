//! Enumerations whose entries are not of one make, behind a mark and up to the end of what it opens: "a ferry, the Dana,
//! two tugs and St Anne's Pier".
//!
//! Some of their commas may set off an apposition ("Ann Lee, a baker, and Bob Ray"), and some "and" may stand within an
//! entry ("gin and tonic"), so that the list says how many entries it has at least and at most.
//!
//! ```abnf
//! mixed = entry 1*("," entry) [[","] ("and" / "or") entry]            ; up to the closing mark or the end of the sentence
//! entry = (capitalised-word / "a" / "the" / "its" / number … / word) *11word
//! ```

use super::entries::PHRASE_LEADS;
use super::{AMPERSAND, AND, CLOSING, COMMA, FULL_STOP, Finder, ONE, OPENING, Opener, Piece};
use crate::claims::{Form, Item};
use crate::lexicon::{Features, Word, word_ids};
use crate::reading::Interval;
use crate::tokens::{Case, Token, TokenKind};

const OPENING_SQUARE: Word = Word::of("[");
const CLOSING_SQUARE: Word = Word::of("]");

/// Function words that an entry may begin with.
const BEFORE_NOUNS: [Word; 22] = word_ids![
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "another", "one", "some", "this", "that", "no", "any",
    "each", "both", "more", "most", "other", "fewer",
];

/// How many tokens an entry may have, remarks in brackets not counted.
const ENTRY_MAX: usize = 12;
/// No list has more entries that is told in prose.
const ENTRIES_MAX: usize = 30;

/// How an entry begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Make {
    /// With a capital: "Leeds", "Adaeze on bass".
    Name,
    /// With a word or a number before the noun: "a ferry", "its owners", "two tugs".
    Determined,
    /// With any other word: "flour", "raise the levee".
    Bare,
}

/// One entry: its tokens, how it begins, and whether "and" or "or" joins two of its words.
#[derive(Clone, Copy, Debug)]
struct Entry {
    piece: Piece,
    make: Make,
    is_joint: bool,
}

impl Finder<'_> {
    /// The enumeration that the mark before a token opens, if it is one, and the token behind it.
    pub(super) fn mixed(&self, start: usize, end: usize, opener: Opener) -> Option<(Vec<Item>, Form, usize)> {
        let closer = match opener {
            Opener::Colon | Opener::As | Opener::Comma => None,
            Opener::Bracket => Some(CLOSING),
            Opener::Dash(dash) => Some(dash),
            Opener::Start | Opener::Other => return None,
        };
        // Behind a comma or "as" all entries are names: nearly everything that stands there shows at once that it is none.
        let is_of_names = matches!(opener, Opener::As | Opener::Comma);
        if is_of_names && !self.may_be_names(start, end) {
            return None;
        }
        let is_apposed = opener == Opener::Comma;
        let stop = if is_apposed { self.apposed_until(start, end)? } else { self.closed_at(start, end, closer)? };
        let (entries, is_conjoined) = self.entries(start, stop)?;
        // "Named as Ann Lee, 41, and Bob Ray, 9", but not "as a cook and a maid".
        if is_of_names && entries.iter().any(|it| it.make != Make::Name) {
            return None;
        }
        // "Priya Nair at transport, Joel Adams at health and Lucy Shaw at defence": all placed alike, or it is no list.
        let is_clear = |it: &Entry| self.is_placed(it.piece) || self.is_titled(it.piece);
        if is_apposed && !entries.iter().all(is_clear) {
            return None;
        }
        let remarks = remarks(&entries, is_conjoined);
        // "Three generals: Görgey, Klapka, Damjanich and a clerk" adds one who is none of them.
        let adds_other = entries.split_last().is_some_and(|(last, others)| {
            others.iter().all(|it| it.make == Make::Name) && self.is_article(last.piece.0)
        });
        let uncertain = remarks.len() + usize::from(!is_conjoined) + usize::from(adds_other);
        let fewest = entries.len() - uncertain.min(entries.len() - 1);
        let most = entries.len() + entries.iter().filter(|it| it.is_joint).count();
        let items = entries.iter().enumerate().map(|(at, it)| self.amounting(it, remarks.contains(&at))).collect();
        Some((items, Form::Mixed { fewest: fewest as u8, most: most as u8 }, stop))
    }

    /// Whether a name can begin at a token, or behind its quotation marks and up to two words of its title.
    pub(super) fn may_be_names(&self, start: usize, end: usize) -> bool {
        const QUOTED: usize = 2;
        (start..end.min(start + QUOTED + 3)).any(|at| self.is_capital(at))
    }

    /// Where the list ends that begins at a token: at its closing mark, or at the end of the sentence.
    fn closed_at(&self, start: usize, end: usize, closer: Option<Word>) -> Option<usize> {
        const CUTS: [Word; 9] = word_ids![":", ";", "?", "!", "—", "–", "--", "…", "/"];
        let mut depth = 0;
        for (at, token) in (start..end).map(|at| (at, self.token(at))).filter(|(_, it)| it.kind == TokenKind::Mark) {
            match token.word {
                it if depth == 0 && Some(it) == closer => return Some(at),
                OPENING | OPENING_SQUARE => depth += 1,
                CLOSING | CLOSING_SQUARE => depth -= 1,
                it if depth == 0 && CUTS.contains(&it) => return None,
                // A full stop that the next sentence is glued to.
                FULL_STOP
                    if depth == 0
                        && at > start
                        && at + 1 < end
                        && !self.token(at + 1).spaced
                        && self.is_capital(at + 1)
                        && self.token(at - 1).span.len() > 3 =>
                {
                    return Some(at);
                }
                _ => {}
            }
        }
        (closer != Some(CLOSING)).then(|| self.without_stop(start, end))
    }

    /// Where a list ends that stands between commas: at the comma behind the entry that "and" brings.
    fn apposed_until(&self, start: usize, end: usize) -> Option<usize> {
        const CUTS: [Word; 7] = word_ids![";", ":", "—", "–", "(", "“", "\""];
        const HYPHEN: Word = Word::of("-");
        let is_and = |at: usize| self.token(at).word == AND && self.is_conjunction(at);
        let last = (start..end).find(|at| CUTS.contains(&self.token(*at).word) || is_and(*at))?;
        let is_mark = |it: &Token| it.kind == TokenKind::Mark && it.word != HYPHEN;
        let stop = (last + 1..end).find(|at| is_mark(self.token(*at)))?;
        (is_and(last) && self.token(stop).word == COMMA && stop > last + 3).then_some(stop)
    }

    /// Whether a place or a post stands behind the name.
    fn is_placed(&self, (start, end): Piece) -> bool {
        const PLACING: [Word; 6] = word_ids!["at", "on", "in", "of", "from", "for"];
        (start + 1..end.saturating_sub(1)).any(|at| is_of_grammar(self.token(at), &PLACING))
    }

    /// The entries between two tokens, and whether "and" or "or" stands before the last.
    fn entries(&self, start: usize, stop: usize) -> Option<(Vec<Entry>, bool)> {
        let all = self.pieces(start, stop);
        let mut pieces = &all[..];
        // "… and Bob Ray, 44"
        while let [others @ .., before, last] = pieces
            && !others.is_empty()
            && self.is_of_person(*last, *before)
        {
            pieces = &pieces[..pieces.len() - 1];
        }
        let (last, others) = pieces.split_last()?;
        // A last piece may be cut in two.
        let mut entries: Vec<Entry> = Vec::with_capacity(pieces.len() + 1);
        for piece in others {
            // The age or the degree of whom the entry names.
            if entries.last().is_some_and(|it| self.is_of_person(*piece, it.piece)) {
                continue;
            }
            const JOINING: [Word; 3] = word_ids!["and", "or", "then"];
            let first = self.token(piece.0);
            if is_of_grammar(first, &JOINING) {
                return None;
            }
            entries.push(self.entry(*piece, false)?);
        }
        let is_conjoined = self.is_conjunction(last.0);
        if is_conjoined {
            entries.push(self.entry((last.0 + 1, last.1), true)?);
        } else if self.is_age(*last) {
            return None;
        } else if let Some(join) = self.joins(*last).next() {
            // "… salt and a pinch of pepper": the last comma is left out.
            let (one, other) = ((last.0, join), (join + 1, last.1));
            entries.push(self.entry(one, false)?);
            entries.push(self.entry(other, true)?);
        } else {
            entries.push(self.entry(*last, true)?);
            let are_names = entries.len() >= 3 && entries.iter().all(|it| it.make == Make::Name);
            return (are_names && !self.names_regions(&all)).then_some((entries, false));
        }
        let bare = entries.iter().filter(|it| it.make == Make::Bare).count();
        let is_alike = bare == 0 || entries[0].make == Make::Bare;
        let is_list = entries.len() >= 2 && entries.len() <= ENTRIES_MAX && is_alike;
        (is_list && !self.names_regions(&all)).then_some((entries, true))
    }

    /// What stands between commas that are not in brackets.
    fn pieces(&self, start: usize, stop: usize) -> Vec<Piece> {
        // Few lists have more pieces.
        let (mut pieces, mut from, mut depth) = (Vec::with_capacity(8), start, 0);
        for at in (start..stop).filter(|at| self.token(*at).kind == TokenKind::Mark) {
            match self.token(at).word {
                OPENING | OPENING_SQUARE => depth += 1,
                CLOSING | CLOSING_SQUARE => depth -= 1,
                COMMA if depth == 0 => {
                    pieces.push((from, at));
                    from = at + 1;
                }
                _ => {}
            }
        }
        pieces.push((from, stop));
        pieces
    }

    /// An entry, unless its words may be something else: a clause, a remark, a place behind a preposition.
    fn entry(&self, (start, end): Piece, is_last: bool) -> Option<Entry> {
        let start = self.behind_quotes(start, end);
        let first = (start < end).then(|| self.token(start))?;
        const QUOTES: [Word; 3] = word_ids!["“", "”", "\""];
        let is_number = first.features.any(Features::NUMBER) || first.kind == TokenKind::Number;
        // "Five on each flight" tells of a part.
        let is_part = start + 1 < end && self.token(start + 1).features.any(Features::FUNCTION);
        if is_part && (is_number || first.word == ONE) {
            return None;
        }
        // "The Cleaning Authority", "One Hour Heating".
        let begins_name = self.is_capital(start) && start + 1 < end && self.is_capital(start + 1);
        let make = if begins_name && first.kind == TokenKind::Word {
            Make::Name
        } else if is_number || (first.features.any(Features::FUNCTION) && BEFORE_NOUNS.contains(&first.word)) {
            Make::Determined
        } else if first.kind != TokenKind::Word || first.features.any(Features::FUNCTION) {
            return None;
        } else if self.is_capital(start) || self.is_titled((start, end)) {
            Make::Name
        } else {
            Make::Bare
        };
        let is_participle = || ["ing", "ed"].iter().any(|it| self.spelling(start).ends_with(it));
        if make == Make::Bare && is_participle() {
            return None;
        }
        let end = if is_last { self.behind_noun(start, end) } else { end };
        let (mut words, mut depth) = (0, 0);
        for token in (start..end).map(|at| self.token(at)) {
            match token.word {
                OPENING | OPENING_SQUARE => depth += 1,
                CLOSING | CLOSING_SQUARE => depth -= 1,
                word if depth == 0 && (is_clausal(token) || (is_last && QUOTES.contains(&word))) => return None,
                _ => words += usize::from(depth == 0),
            }
        }
        let is_joint = self.joins((start, end)).next().is_some();
        (words > 0 && words <= ENTRY_MAX).then_some(Entry { piece: (start, end), make, is_joint })
    }

    /// Whether an entry of a list of any entries may begin at a token: with most function words and marks none does.
    pub(super) fn may_be_entry(&self, start: usize, end: usize) -> bool {
        let start = self.behind_quotes(start, end);
        let may_be = |first: &Token| {
            let is_number = first.features.any(Features::NUMBER) || first.kind == TokenKind::Number;
            let is_word = first.kind == TokenKind::Word && !first.features.any(Features::FUNCTION);
            let is_lead = || BEFORE_NOUNS.contains(&first.word) || PHRASE_LEADS.contains(&first.word);
            is_word || is_number || self.is_capital(start) || is_lead()
        };
        start < end && may_be(self.token(start))
    }

    /// The first token that is no quotation mark and no emphasis.
    fn behind_quotes(&self, start: usize, end: usize) -> usize {
        const MARKED: [Word; 5] = word_ids!["“", "\"", "‘", "_", "*"];
        (start..end).find(|at| !MARKED.contains(&self.token(*at).word)).unwrap_or(end)
    }

    /// Whether a trade or a post in lower case stands before a name: "singer Mia Cole".
    fn is_titled(&self, (start, end): Piece) -> bool {
        let first_capital = (start..end).find(|at| self.is_capital(*at)).unwrap_or(end);
        (1..=2).contains(&(first_capital - start)) && end > first_capital + 1 && self.is_capital(end - 1)
    }

    /// The end of the last entry: before a relative clause.
    fn behind_noun(&self, start: usize, end: usize) -> usize {
        const RELATIVES: [Word; 6] = word_ids!["who", "which", "that", "whose", "where", "when"];
        (start + 1..end).find(|at| is_of_grammar(self.token(*at), &RELATIVES)).unwrap_or(end)
    }

    /// The places of "and", "or" and "&" in an entry.
    fn joins(&self, (start, end): Piece) -> impl Iterator<Item = usize> {
        let mut depth = 0;
        (start + 1..end.saturating_sub(1)).filter(move |at| {
            match self.token(*at).word {
                OPENING | OPENING_SQUARE => depth += 1,
                CLOSING | CLOSING_SQUARE => depth -= 1,
                AMPERSAND => return depth == 0,
                _ => {}
            }
            depth == 0 && self.is_conjunction(*at)
        })
    }

    /// Whether a piece is the age or the degree of whom the piece before it names. "5, 10 and 15" are three numbers, and
    /// behind "Virginia" stands "MD" for Maryland.
    fn is_of_person(&self, piece: Piece, before: Piece) -> bool {
        let is_full_name = before.1 - before.0 >= 2 && self.is_capital(before.1 - 1);
        (self.is_age(piece) && !self.is_age(before)) || (self.is_degree(piece) && is_full_name)
    }

    /// Whether the piece is a number of years that somebody can be old.
    fn is_age(&self, (start, end): Piece) -> bool {
        let years = || self.spelling(start).parse().is_ok_and(|years: u32| (1..=119).contains(&years));
        end == start + 1 && self.token(start).kind == TokenKind::Number && years()
    }

    /// "JD", "PhD", "Jr."
    fn is_degree(&self, (start, end): Piece) -> bool {
        const DEGREES: [&str; 22] = [
            "JD", "PhD", "MD", "MBA", "CPA", "CFA", "CFP", "Esq", "DO", "RN", "QC", "KC", "OBE", "CBE", "MBE", "MC",
            "Jr", "Sr", "II", "III", "Inc", "MP",
        ];
        end - start <= 2 && DEGREES.contains(&self.spelling(start))
    }

    /// An entry and how many it may stand for: "their girls" for two or more, a remark for none or one.
    fn amounting(&self, entry: &Entry, may_be_remark: bool) -> Item {
        let item = self.item(entry.piece);
        let (start, end) = entry.piece;
        let is_plural_word = |at: usize| {
            let is_owner = at + 1 < end && self.token(at + 1).kind == TokenKind::Possessive;
            let word = self.spelling(at);
            self.token(at).kind == TokenKind::Word && word.ends_with('s') && !word.ends_with("ss") && !is_owner
        };
        let is_plural = entry.make != Make::Name && (start..end).any(is_plural_word);
        let joins_names = entry.make == Make::Name && self.joins(entry.piece).all(|at| self.is_capital(at + 1));
        let amount = match item.amount {
            Some(amount) if !entry.is_joint => Some(amount),
            _ if entry.is_joint && joins_names => Some(Interval::exact(1.0 + self.joins(entry.piece).count() as f64)),
            _ if is_plural || entry.is_joint => Some(Interval::new(1.0, 1.0, f64::INFINITY)),
            amount => amount,
        };
        let low = |it: Interval| Interval::new(0.0, it.point, it.high);
        let amount = if may_be_remark { Some(low(amount.unwrap_or(Interval::exact(1.0)))) } else { amount };
        Item { amount, ..item }
    }
}

/// Which entries may be appositions to the one beside them: a name and what it is, in either order. The last one is
/// none, but its "and" may stand within an apposition: "Ann Lee, a baker and mother of two".
fn remarks(entries: &[Entry], is_conjoined: bool) -> Vec<usize> {
    let (mut found, mut at) = (Vec::new(), 0);
    // "Oysters, a broth, roast lamb, a sorbet and cheese" has no names that a remark would explain.
    let has_names = entries.iter().any(|it| it.make == Make::Name) || entries.len() < 4;
    while at + 1 < entries.len() && has_names {
        let may_be = matches!(
            (entries[at].make, entries[at + 1].make),
            (Make::Name | Make::Bare, Make::Determined) | (Make::Determined | Make::Bare, Make::Name)
        );
        if may_be && !(at + 2 == entries.len() && is_conjoined) {
            found.push(at + 1);
            if at + 3 == entries.len() {
                found.push(at + 2);
            }
            at += 2;
        } else {
            at += 1;
        }
    }
    found
}

/// Whether a word in lower case is one of some function words.
fn is_of_grammar(token: &Token, words: &[Word]) -> bool {
    token.features.any(Features::FUNCTION) && token.case == Case::Lower && words.contains(&token.word)
}

/// Whether a word belongs to a clause, which no entry is.
fn is_clausal(token: &Token) -> bool {
    const OF_GRAMMAR: [Word; 34] = word_ids![
        "who", "which", "that", "whose", "where", "when", "while", "is", "are", "was", "were", "has", "had", "have",
        "will", "would", "can", "could", "should", "must", "said", "says", "but", "because", "if", "he", "she", "they",
        "it", "we", "you", "there", "such", "i",
    ];
    const OTHERS: [Word; 5] = word_ids!["may", "including", "plus", "etc", "respectively"];
    const I: Word = Word::of("i");
    let is_written_so = if token.word == I { token.case != Case::Lower } else { token.case == Case::Lower };
    is_written_so
        && if token.features.any(Features::FUNCTION) {
            OF_GRAMMAR.contains(&token.word)
        } else {
            OTHERS.contains(&token.word)
        }
}
