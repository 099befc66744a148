//! Finds the enumerations of an article. Those with marked entries (bullets, letters) are in `marked`.
//!
//! Commas also set off appositions and relative clauses ("Yahya Sinwar, and Mohammed Darwish, a shadowy figure who
//! …"), so that an enumeration is read only where all its entries are of one make and nothing else can be meant.
//!
//! ```abnf
//! list      = entry *("," entry) [","] ("and" / "or") entry          ; all names, all counts or all bare words
//! list      =/ ":" entry *(";" entry) ";" ["and" / "or"] entry       ; up to the end of the sentence
//! name      = ["the"] 1*capitalised-word *(particle / "of" / capitalised-word)
//! count     = (number / "a" / "an") 1*4word [preposition 1*6word]
//! bare      = 1*4word                                                ; in lower case, none of them a function word
//! phrase    = 1*8word                                                ; the first in lower case and no function word
//! ```

mod beginnings;
mod entries;
mod marked;
mod marks;
mod mixed;

use crate::claims::{Claim, Form, Item, List, Value};
use crate::lexicon::{Class, Features, Word, word_ids};
use crate::source::Block;
use crate::tokens::{Case, Token, TokenKind, Tokens};

use super::Sentence;
use super::order::place;
use super::sentences::Landmarks;
use entries::{COUNT_MAX, PHRASE_MAX};
use marks::{Mark, Parting, Sort};

const COMMA: Word = Word::of(",");
const AND: Word = Word::of("and");
const OR: Word = Word::of("or");
const AMPERSAND: Word = Word::of("&");
const COLON: Word = Word::of(":");
const OPENING: Word = Word::of("(");
const CLOSING: Word = Word::of(")");
const FULL_STOP: Word = Word::of(".");
const A: Word = Word::of("a");
const AN: Word = Word::of("an");
const ONE: Word = Word::of("one");
const THE: Word = Word::of("the");

/// No enumeration of prose has more entries.
const ITEMS_MAX: usize = 40;

/// Finds all enumerations, in order. `claims` are the figures of the text and its quotations, each in order.
pub(super) fn find(
    tokens: Tokens<'_>,
    sentences: &[Sentence],
    landmarks: &Landmarks,
    blocks: &[Block],
    (claims, quotations): (&[Claim], &[Claim]),
) -> Vec<Claim> {
    // As many marks as hardly a sentence has more of, and a list in each tenth sentence or so.
    let (marks, roles, found) = (Vec::with_capacity(64), Vec::new(), Vec::with_capacity(sentences.len() / 8));
    let regions = tokens.lexicon.classes.get("region");
    let all = tokens.as_slice();
    let mut finder =
        Finder { tokens, all, landmarks, regions, claims: &[], later: claims, quotations, marks, roles, found };
    for sentence in sentences.iter().filter(|it| it.profile.features.any(Features::PARTING)) {
        finder.sentence(sentence);
    }
    finder.claims = claims;
    finder.lettered(sentences);
    finder.bullets(sentences, blocks);
    finder.ordinals(sentences, blocks);
    finder.found.sort_by_key(place);
    finder.found
}

struct Finder<'a> {
    tokens: Tokens<'a>,
    all: &'a [Token],
    landmarks: &'a Landmarks,
    /// The names of states and countries.
    regions: Option<&'a Class>,
    /// The figures of the sentence at hand, or of the whole article.
    claims: &'a [Claim],
    /// The figures from the last sentence on whose figures were asked for.
    later: &'a [Claim],
    /// All quotations.
    quotations: &'a [Claim],
    /// What parts or ends the entries of the sentence at hand, in order.
    marks: Vec<Mark>,
    /// Where a name stands behind "as" in the sentence at hand.
    roles: Vec<usize>,
    found: Vec<Claim>,
}

/// What stands before the first entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    /// The sentence begins with the entry.
    Start,
    Colon,
    Bracket,
    /// The dash, since another of its sort ends the list.
    Dash(Word),
    Comma,
    /// "as", in lower case.
    As,
    /// Any other word or mark.
    Other,
}

impl Opener {
    fn of(token: &Token) -> Self {
        const DASHES: [Word; 3] = word_ids!["—", "–", "--"];
        const AS: Word = Word::of("as");
        match token.word {
            AS if token.case == Case::Lower => Self::As,
            _ if token.kind != TokenKind::Mark => Self::Other,
            COMMA => Self::Comma,
            OPENING => Self::Bracket,
            COLON => Self::Colon,
            dash if DASHES.contains(&dash) => Self::Dash(dash),
            _ => Self::Other,
        }
    }

    /// Whether a mark sets the list off, as a remark of its own.
    fn is_mark(self) -> bool {
        matches!(self, Self::Colon | Self::Bracket | Self::Dash(_) | Self::Comma)
    }
}

/// One entry as it was cut out: its tokens.
type Piece = (usize, usize);

impl Finder<'_> {
    /// The spelling of a token; nothing behind the last one.
    fn spelling(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |token| self.tokens.spelling(token))
    }

    fn token(&self, at: usize) -> &Token {
        &self.all[at]
    }

    /// Looks for enumerations where one can begin: behind a mark or "as", and where the sentence, a name or a count begins.
    fn sentence(&mut self, sentence: &Sentence) {
        let (start, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let may_list = self.read_marks(sentence);
        self.read_roles(sentence);
        if !may_list && self.roles.is_empty() {
            return;
        }
        let mut behind = start;
        let mut stretch = self.next_stretch(sentence, start, 0);
        if stretch.is_some() {
            self.read_claims(sentence);
        }
        while let Some(here) = stretch {
            let mut next_mark = here.next_mark;
            for at in here.first_place().max(behind)..here.to.max(here.from + 1) {
                if at < behind || !self.may_begin(at, start, &here) {
                    continue;
                }
                while self.marks.get(next_mark).is_some_and(|mark| mark.at < at) {
                    next_mark += 1;
                }
                if let Some((list, list_end)) = self.list_at(at, end, start, next_mark) {
                    self.push(at, list_end, list);
                    // A list behind a comma may be the tail of one that is none; what follows its end is looked at again.
                    behind = list_end.max(at + 1);
                }
            }
            while self.marks.get(next_mark).is_some_and(|mark| mark.at < here.to + 1) {
                next_mark += 1;
            }
            stretch = self.next_stretch(sentence, here.to + 1, next_mark);
        }
    }

    /// Cuts the claims of a sentence out of those of the article.
    fn read_claims(&mut self, sentence: &Sentence) {
        let before = |claims: &[Claim], token: u32| claims.partition_point(|claim| claim.tokens.0 < token);
        self.later = &self.later[before(self.later, sentence.tokens.0)..];
        self.claims = &self.later[..before(self.later, sentence.tokens.1)];
    }

    /// The list that begins at a token, and where it ends; `marks` is the first mark behind that token.
    fn list_at(&self, at: usize, end: usize, start: usize, marks: usize) -> Option<(List, usize)> {
        let opener = if at == start { Opener::Start } else { Opener::of(self.token(at - 1)) };
        let read = (opener == Opener::Colon).then(|| self.semicolons(at, end)).flatten();
        let (items, form, behind) = read.or_else(|| {
            let read = self.commas(at, end, opener, marks);
            // "Ben and Karen Lund, their girls and a cook" goes on behind the names.
            let is_comma = |at: usize| self.all.get(at).is_some_and(|it| it.word == COMMA);
            let goes_on =
                matches!(&read, Some((_, Form::Names, behind)) if opener == Opener::Colon && is_comma(*behind));
            if goes_on { self.mixed(at, end, opener).or(read) } else { read.or_else(|| self.mixed(at, end, opener)) }
        })?;
        Some((List { items, form }, behind))
    }

    fn push(&mut self, start: usize, end: usize, list: List) {
        let all = self.tokens;
        let input = all.slice(start, end);
        self.found.push(Claim::new(input, input.skip(end - start), Value::List(list)));
    }

    /// Entries divided by semicolons, up to the end of the sentence.
    fn semicolons(&self, start: usize, end: usize) -> Option<(Vec<Item>, Form, usize)> {
        let mut pieces = Vec::new();
        let (mut from, mut depth) = (start, 0);
        let last = self.without_stop(start, end);
        for at in (start..last).filter(|at| self.token(*at).kind == TokenKind::Mark) {
            match self.spelling(at) {
                "(" | "[" | "“" => depth += 1,
                ")" | "]" | "”" => depth -= 1,
                ";" if depth == 0 => {
                    pieces.push((from, at));
                    from = at + 1;
                }
                ":" | "—" | "--" if depth == 0 => return None,
                _ => {}
            }
        }
        pieces.push((from, last));
        let (first, of_last) = (pieces[0], *pieces.last()?);
        let is_full = of_last.1 > of_last.0 + 1 && first.1 > first.0;
        // Without "and" two clauses are as likely as two entries.
        let is_closed = self.is_conjunction(of_last.0);
        if !is_full || pieces.len() < if is_closed { 2 } else { 3 } {
            return None;
        }
        // "one in Kent; two in Essex; and three in Surrey" counts, and its entries are no single things.
        let items: Vec<Item> = pieces.iter().map(|piece| self.item(*piece)).collect();
        Some((items, Form::Semicolons, last))
    }

    /// The end of a sentence without its full stop and closing marks.
    fn without_stop(&self, start: usize, end: usize) -> usize {
        const CLOSERS: [Word; 6] = word_ids![".", "”", "\"", "?", "!", "…"];
        let mut last = end;
        while last > start && CLOSERS.contains(&self.token(last - 1).word) {
            last -= 1;
        }
        last
    }

    /// Entries divided by commas and one "and" or "or".
    fn commas(&self, start: usize, end: usize, opener: Opener, marks: usize) -> Option<(Vec<Item>, Form, usize)> {
        let marks = &self.marks[marks..];
        let first = (start, marks.iter().find(|it| !it.sort.any(Sort::AMPERSAND))?.at);
        let may_be_loose = matches!(opener, Opener::Colon | Opener::Dash(_));
        // Most words that a list could begin with begin none: that shows in its first entry.
        if !(self.is_name(first)
            || self.is_count(first, COUNT_MAX)
            || (may_be_loose && first.1 - first.0 <= PHRASE_MAX))
        {
            return None;
        }
        let (mut pieces, stop) = self.cut(start, end, marks)?;
        // A second "and" belongs to the sentence behind the list, or to an entry.
        let is_clear = stop >= end || !(self.is_conjunction(stop) || self.token(stop).word == AMPERSAND);
        let at_end = self.without_stop(start, end) == stop;
        // "One in Kent, one in Essex" tells of what was counted before, also where it is cut off behind that count.
        let is_single = |piece: &Piece| {
            piece.1 > piece.0 + 1
                && self.token(piece.0).word == ONE
                && self.token(piece.0 + 1).features.any(Features::FUNCTION)
        };
        if pieces.len() > 2 && !is_single(&pieces[0]) && pieces[1..].iter().all(is_single) {
            return None;
        }
        let forms: &[Form] = match opener {
            Opener::Colon => &[Form::Counts, Form::Names, Form::Words, Form::Phrases],
            Opener::Dash(_) => &[Form::Counts, Form::Names, Form::Words],
            // Counts behind a comma stand beside the count before them as often as they explain it.
            Opener::Comma if pieces.iter().all(is_single) => &[Form::Counts],
            Opener::Comma => &[Form::Names],
            _ => &[Form::Counts, Form::Names],
        };
        for form in forms {
            let is_loose = matches!(form, Form::Phrases | Form::Words);
            if is_loose && (!is_clear || pieces.len() < 3) || *form == Form::Phrases && !at_end {
                continue;
            }
            let Some(last_end) = self.are_all(*form, &pieces, stop, opener) else { continue };
            let last = pieces.len() - 1;
            pieces[last].1 = last_end;
            // What goes on behind the list may be more of it.
            if self.goes_on(last_end, end) {
                return None;
            }
            // Behind a mark the list is a remark of its own, and has to end as one.
            let is_closed = last_end >= end || self.token(last_end).kind == TokenKind::Mark;
            if *form == Form::Names && opener.is_mark() && !is_closed {
                return None;
            }
            if *form == Form::Names && self.names_regions(&pieces) {
                return None;
            }
            return Some((pieces.iter().map(|piece| self.item(*piece)).collect(), *form, last_end));
        }
        None
    }

    /// Cuts at commas up to the mark that ends the list; the last entry stands behind "and" or "or". `marks` are those
    /// from `start` on.
    fn cut(&self, start: usize, end: usize, marks: &[Mark]) -> Option<(Vec<Piece>, usize)> {
        // Nothing longer is an entry of any form.
        const ENTRY_MAX: usize = COUNT_MAX;
        let first = marks.iter().find(|it| !it.sort.any(Sort::AMPERSAND))?;
        if !first.is_closed || first.at == start || first.at - start > ENTRY_MAX {
            return None;
        }
        let mut pieces: Vec<Piece> = Vec::with_capacity(marks.len().min(ITEMS_MAX) + 1);
        let mut from = start;
        let mut closed = false;
        let mut stop = end;
        for mark in marks {
            let (at, parting) = (mark.at, mark.parting());
            match parting {
                // The conjunction behind the last comma has been taken with it.
                Parting::Conjunction if at < from => {}
                Parting::Ampersand if !closed => {}
                Parting::Comma | Parting::Conjunction if !closed => {
                    if at == from {
                        return None;
                    }
                    pieces.push((from, at));
                    let is_followed = parting == Parting::Comma && at + 1 < end && self.is_conjunction(at + 1);
                    closed = parting == Parting::Conjunction || is_followed;
                    from = at + 1 + usize::from(is_followed);
                }
                _ => {
                    stop = at;
                    break;
                }
            }
            if pieces.len() > ITEMS_MAX {
                return None;
            }
        }
        let is_full = closed && from < stop;
        pieces.push((from, stop));
        (is_full && pieces.len() >= 2).then_some((pieces, stop))
    }

    fn is_conjunction(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|it| it.case == Case::Lower && matches!(it.word, AND | OR))
    }

    /// Whether "a" or "an" stands at a token.
    fn is_article(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|it| it.case == Case::Lower && matches!(it.word, A | AN))
    }

    /// Whether all entries are of a form; where the last one ends.
    fn are_all(&self, form: Form, pieces: &[Piece], stop: usize, opener: Opener) -> Option<usize> {
        let (last, others) = pieces.split_last()?;
        let fits = |piece: &Piece| match form {
            Form::Names => self.is_name(*piece),
            Form::Counts => self.is_count(*piece, COUNT_MAX),
            Form::Words => self.is_bare(*piece),
            Form::Phrases => self.is_phrase(*piece),
            Form::Semicolons | Form::Bullets | Form::Ordinals | Form::Lettered | Form::Mixed { .. } | Form::Total => {
                false
            }
        };
        if !others.iter().all(fits) {
            return None;
        }
        match form {
            // Behind the last name the sentence goes on.
            Form::Names => {
                let name_end = (last.0..last.1).find(|at| !self.is_of_name(*at)).unwrap_or(last.1);
                let whole = (last.0, self.trimmed(last.0, name_end));
                if whole.1 > whole.0 && self.is_name(whole) {
                    return Some(whole.1);
                }
                let is_place = opener != Opener::Start && !opener.is_mark();
                let is_single = is_place && others.len() >= 2 && self.is_article(last.0);
                (is_single && last.1 - last.0 <= PHRASE_MAX && self.is_count(*last, PHRASE_MAX)).then_some(stop)
            }
            Form::Counts => self.count_end(*last),
            _ => fits(last).then_some(stop),
        }
    }

    /// The end of a name without the small words at its end ("Chad of the").
    fn trimmed(&self, start: usize, end: usize) -> usize {
        let mut end = end;
        while end > start && self.token(end - 1).case == Case::Lower {
            end -= 1;
        }
        end
    }

    /// Whether a list that ended may go on: "…, as well as Poland", "along with", ", and".
    fn goes_on(&self, at: usize, end: usize) -> bool {
        let next = |ahead: usize| (at + ahead < end).then(|| self.spelling(at + ahead));
        let first = if next(0) == Some(",") { next(1) } else { next(0) };
        let is_name_behind_comma = next(0) == Some(",") && at + 1 < end && self.is_capital(at + 1);
        is_name_behind_comma
            || matches!(
                first,
                Some("and" | "or" | "as" | "along" | "plus" | "together" | "including" | "besides" | "&" | "/")
            )
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    /// The form and the entries of each list.
    fn lists(text: &str) -> Vec<String> {
        let source = Source::new("", text, Format::Markdown);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        let lists = article.claims.iter().filter_map(|claim| match &claim.value {
            Value::List(list) => {
                let items: Vec<&str> = list.items.iter().map(|item| &*item.text).collect();
                Some(format!("{} {}", list.form.as_str(), items.join(" | ")))
            }
            _ => None,
        });
        lists.collect()
    }

    #[test]
    fn enumerations_and_their_entries() {
        for (text, expected) in [
            ("Four states — Ohio, Utah and Iowa — agreed.", &["names Ohio | Utah | Iowa"][..]),
            ("She named three: a driver, two cooks and a nurse.", &["counts a driver | two cooks | a nurse"]),
            ("The flag has three colors: red, white and blue.", &["words red | white | blue"]),
            (
                "Two came: Ann Lee, who won; Bob Ray, of Kent; and Cy Fox.",
                &["semicolons Ann Lee, who won | Bob Ray, of Kent | and Cy Fox"],
            ),
            (
                "Two names were put forward: Yahya Sinwar, and Mohammed Darwish, a shadowy figure.",
                &["names Yahya Sinwar | Mohammed Darwish"],
            ),
            ("The three are Ann Lee, a baker, Bob Ray, a welder, and Cy Fox.", &[]),
            ("There are three reasons:\n\n- one\n- other\n", &["bullets one | other"]),
            (
                "The union asks for two: (a) a rise, (b) boots and (c) gloves.",
                &["lettered a rise, | boots and | gloves."],
            ),
            ("Section 3(a) and section 3(b) apply.", &[]),
            (
                "Four were saved: the Dana, two tugs, a barge (empty) and St Anne's.",
                &["mixed the Dana | two tugs | a barge (empty) | St Anne's"],
            ),
            ("They met in three: Massie (KY), Gosar (AZ), and Roy.", &["mixed Massie (KY) | Gosar (AZ) | Roy"]),
            ("She was sure: he came, he saw and the mayor who paid left.", &[]),
            (
                "Two ministers, Ann Lee at transport, Bob Ray at health and Cy Fox at defence, left.",
                &["mixed Ann Lee at transport | Bob Ray at health | Cy Fox at defence"],
            ),
            (
                "He has two, one in Hull, one in Leith and one in Oban.",
                &["counts one in Hull | one in Leith | one in Oban"],
            ),
            (
                "It has two faults. First, it is slow. Second, it is dear. It stays.",
                &["ordinals First, it is slow. | Second, it is dear."],
            ),
        ] {
            assert_eq!(lists(text), expected, "{text}");
        }
    }
}
