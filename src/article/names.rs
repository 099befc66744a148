//! Finds the names of an article: one pass over the sentences for what is surely a name, and one over what was left
//! open there (first words of sentences, headlines), which the names of the first pass decide.

use crate::claims::{Claim, Name, NameKind, Value};
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, PLACES};
use crate::lexicon::{Features, NameRoles, Word, WordMap};
use crate::tokens::{Case, Token, TokenKind, Tokens};

use super::Sentence;

const OF: Word = Word::of("of");
const FOR: Word = Word::of("for");
const THE: Word = Word::of("the");
const AND: Word = Word::of("and");
const AMPERSAND: Word = Word::of("&");
const HYPHEN: Word = Word::of("-");
const QUOTES: [Word; 4] = [Word::of("\""), Word::of("“"), Word::of("”"), Word::of("'")];
const FULL_STOP: Word = Word::of(".");

/// How the letters of a whole sentence are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lettering {
    /// Lower case, names and first words apart.
    Sentence,
    /// Every word of weight with a capital, as in a headline.
    Title,
    /// All capitals.
    Capitals,
}

/// Finds all names, in order of the text; who bears which is left open.
pub(super) fn find(tokens: Tokens<'_>, sentences: &[Sentence]) -> Vec<Claim> {
    let mut finder = Finder { tokens, found: Vec::new(), open: Vec::new(), seen: WordMap::default() };
    let mut later = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        match lettering(tokens, sentence) {
            Lettering::Sentence => finder.read(sentence, Lettering::Sentence),
            other => later.push((index, other)),
        }
    }
    for (index, lettering) in later {
        finder.read(&sentences[index], lettering);
    }
    finder.settle_open();
    finder.found.sort_by_key(|claim| claim.tokens.0);
    finder.found
}

/// Tells how a sentence is written from its words of four letters and more; a headline has no full stop.
fn lettering(tokens: Tokens<'_>, sentence: &Sentence) -> Lettering {
    let ends_with_stop = tokens.get_at(sentence.tokens.1 as usize - 1).word == FULL_STOP;
    let [lower, title, upper] = sentence.profile.letterings;
    let all = lower + title + upper;
    if all >= 2 && upper * 4 >= all * 3 {
        Lettering::Capitals
    } else if !ends_with_stop && all >= 4 && lower * 5 < all {
        Lettering::Title
    } else {
        Lettering::Sentence
    }
}

struct Finder<'a> {
    tokens: Tokens<'a>,
    found: Vec<Claim>,
    /// Names that may be none: a word of English at the start of a sentence.
    open: Vec<Claim>,
    /// Words that stand in a sure name of the article.
    seen: WordMap<()>,
}

impl<'a> Finder<'a> {
    fn read(&mut self, sentence: &Sentence, lettering: Lettering) {
        let (first, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let mut at = first;
        while at < end {
            let token = &self.tokens.get_at(at);
            if !self.may_begin(token, lettering) {
                at += 1;
                continue;
            }
            let stop = self.extent(at, end, lettering);
            self.push(at, stop, first, lettering);
            at = stop.max(at + 1);
        }
    }

    /// Whether a name, or the title before it, can begin with the token.
    fn may_begin(&self, token: &Token, lettering: Lettering) -> bool {
        is_capital(token) && self.is_part(token, lettering)
    }

    /// Whether a capitalised token can be part of a name.
    fn is_part(&self, token: &Token, lettering: Lettering) -> bool {
        if token.features.any(Features::WEEKDAY.with(Features::MONTH)) {
            return false;
        }
        match lettering {
            // "US", "WHO" and "IT" in capitals are names; "The" and "He" are not.
            Lettering::Sentence => !token.features.any(Features::FUNCTION) || token.case == Case::Upper,
            Lettering::Title | Lettering::Capitals => {
                if token.features.any(Features::FUNCTION) {
                    return lettering == Lettering::Title && token.case == Case::Upper;
                }
                self.seen.contains_key(&token.word) || !(is_english(token) || token.span.len() < 2)
            }
        }
    }

    /// Index behind the last token of the name that begins at `start`.
    fn extent(&self, start: usize, end: usize, lettering: Lettering) -> usize {
        let mut at = start + 1;
        let mut has_head = self.roles(start).any(NameRoles::ORGANIZATION);
        while at < end {
            let token = self.tokens.get_at(at);
            if is_capital(token) && token.spaced && !token.starts_line && self.is_part(token, lettering) {
                has_head |= self.roles(at).any(NameRoles::ORGANIZATION);
                at += 1;
                continue;
            }
            match self.joint(at, end, has_head, lettering) {
                Some(next) => {
                    has_head |= self.roles(next).any(NameRoles::ORGANIZATION);
                    at = next + 1;
                }
                None => break,
            }
        }
        at
    }

    /// Index of the part that is joined on by what stands at `at`.
    fn joint(&self, at: usize, end: usize, has_head: bool, lettering: Lettering) -> Option<usize> {
        let token = self.tokens.get_at(at);
        let is_name = |index: usize| {
            (index < end)
                .then(|| self.tokens.get_at(index))
                .filter(|it| is_capital(it) && !it.starts_line && self.is_part(it, lettering))
        };
        if token.starts_line {
            return None;
        }
        if token.word == HYPHEN && !token.spaced && at + 1 < end {
            let next = self.tokens.get_at(at + 1);
            // "UN-backed" ends the name; "Kyoung-hwan" does not.
            let joins = !next.spaced && next.kind == TokenKind::Word;
            return (joins && (is_capital(next) || !is_english(next)) && next.span.len() > 1).then_some(at + 1);
        }
        if token.word == FULL_STOP && !token.spaced && at > 0 {
            let before = self.tokens.get_at(at - 1);
            let is_short = before.span.len() == 1 || before.features.any(Features::ABBREVIATION);
            return is_name(at + 1).filter(|it| is_short && !it.features.any(Features::FUNCTION)).map(|_| at + 1);
        }
        if !token.spaced {
            return None;
        }
        // A name that a person is called by stands in quotation marks inside the name: Harlan “Duke” Whitley.
        let is_mark = |index: usize| index < end && QUOTES.contains(&self.tokens.get_at(index).word);
        if is_mark(at) && is_name(at + 1).is_some() && is_mark(at + 2) && !self.tokens.get_at(at + 1).spaced {
            return is_name(at + 3).map(|_| at + 3);
        }
        if token.word == AMPERSAND {
            return is_name(at + 1).map(|_| at + 1);
        }
        if has_head && (token.word == OF || token.word == FOR || token.word == AND) {
            let skip = usize::from(at + 1 < end && self.tokens.get_at(at + 1).word == THE);
            return is_name(at + 1 + skip).map(|_| at + 1 + skip);
        }
        if token.case == Case::Lower && self.roles(at).any(NameRoles::PARTICLE) {
            let mut next = at + 1;
            while next < end && next < at + 3 {
                let it = self.tokens.get_at(next);
                let is_particle = it.case == Case::Lower && self.roles(next).any(NameRoles::PARTICLE);
                if !is_particle && it.word != HYPHEN {
                    break;
                }
                next += 1;
            }
            return is_name(next).map(|_| next);
        }
        None
    }

    /// Takes the tokens as a name, with the title before it cut off.
    fn push(&mut self, start: usize, stop: usize, first: usize, lettering: Lettering) {
        let begins = self.particle_before(start);
        let name_at = self.title_end(start, stop);
        let (mut from, to) = (if name_at == start { begins } else { name_at }, stop);
        // The first word of a sentence is capitalised anyway: "Yesterday Barack Obama".
        if from == first && to - from >= 3 && lettering == Lettering::Sentence {
            let (one, two) = (self.tokens.get_at(from), self.tokens.get_at(from + 1));
            if is_english(one) && !GIVEN_NAMES.contains(one.word) && GIVEN_NAMES.contains(two.word) && !is_english(two)
            {
                from += 1;
            }
        }
        let count = to - from;
        if count == 0 || (count == 1 && self.tokens.get_at(from).span.len() < 2) {
            return;
        }
        let is_open = from == first && count == 1 && is_english(self.tokens.get_at(from));
        let title = self.title(start, name_at, from);
        let claim = self.claim(from, to, title);
        if is_open && lettering == Lettering::Sentence {
            self.open.push(claim);
            return;
        }
        if lettering == Lettering::Sentence {
            for index in from..to {
                self.seen.insert(self.tokens.get_at(index).word, ());
            }
        }
        self.found.push(claim);
    }

    /// Where the name begins when an Arabic article in lower case stands before it: "al-Assad".
    fn particle_before(&self, start: usize) -> usize {
        let is_article = start >= 2
            && self.tokens.get_at(start - 1).word == HYPHEN
            && !self.tokens.get_at(start - 1).spaced
            && !self.tokens.get_at(start).spaced
            && self.tokens.get_at(start - 2).case == Case::Lower
            && self.roles(start - 2).any(NameRoles::PARTICLE);
        if is_article { start - 2 } else { start }
    }

    /// Index behind the titles that the run begins with; `start` where there is none or nothing would be left.
    fn title_end(&self, start: usize, stop: usize) -> usize {
        if stop == start + 1 {
            return start;
        }
        let last = self.last_word(start, stop);
        if self.roles(last).any(NameRoles::HEAD) && last > start {
            return start;
        }
        let mut end = start;
        for at in start..stop {
            let token = self.tokens.get_at(at);
            if self.roles(at).any(NameRoles::TITLE) || (token.word == FULL_STOP && end == at) {
                end = at + 1;
            } else if !self.roles(at).any(NameRoles::TITLE_MODIFIER) {
                break;
            }
        }
        // "Dane County Executive Joe Parisi": behind a title deeper inside, a given name begins the name.
        if end == start {
            let is_title = |at: &usize| self.roles(*at).any(NameRoles::TITLE.without(NameRoles::ADDRESS));
            let is_given = |at: usize| at < stop && GIVEN_NAMES.contains(self.tokens.get_at(at).word);
            end = (start + 1..stop).rev().find(|at| is_title(at) && is_given(at + 1)).map_or(start, |at| at + 1);
        }
        // "Former Socceroo Craig Vuković": the given name comes later, behind a word that no list of titles has.
        if end == start && self.roles(start).any(NameRoles::TITLE_MODIFIER) {
            let is_given = |at: &usize| {
                let token = self.tokens.get_at(*at);
                GIVEN_NAMES.contains(token.word) && !is_english(token) && !PLACES.contains(token.word)
            };
            end = (start + 2..stop.saturating_sub(1)).find(is_given).unwrap_or(start);
        }
        if end < stop { end } else { start }
    }

    /// The title before the name, as written.
    fn title(&self, start: usize, name_at: usize, from: usize) -> Option<Box<str>> {
        let mut title_at = start;
        if name_at == start {
            // Words in lower case: "chancellor Angela Merkel", "former foreign minister".
            title_at = from;
            let before = |at: usize| at.checked_sub(1).map(|it| (it, self.tokens.get_at(it)));
            while let Some((at, token)) = before(title_at) {
                let is_title = self.roles(at).any(NameRoles::TITLE);
                let is_modifier = title_at < from && self.roles(at).any(NameRoles::TITLE_MODIFIER);
                if token.case != Case::Lower || !(is_title || is_modifier) || from - title_at >= 4 {
                    break;
                }
                title_at = at;
            }
        }
        let end = if name_at == start { from } else { name_at };
        if title_at >= end {
            return None;
        }
        let span = self.tokens.get_at(title_at).span.to(self.tokens.get_at(end - 1).span);
        Some(self.tokens.text[span.range()].into())
    }

    fn claim(&self, from: usize, to: usize, title: Option<Box<str>>) -> Claim {
        let kind = self.kind(from, to, title.is_some());
        let last = self.last_word(from, to);
        // "al-Ghasri" and "Stokes-Farrant" are one part.
        let has_parts = (from + 1..to).any(|at| self.tokens.get_at(at).spaced);
        let may_be_person = matches!(kind, NameKind::Person | NameKind::Unknown);
        let given = (may_be_person && has_parts && last > from).then(|| self.tokens.get_at(from).word);
        let family = self.tokens.get_at(last).word;
        let value = Value::Name(Name { kind, title, entity: None, given, family });
        Claim::new(self.tokens.slice(from, to), self.tokens.slice(to, to), value)
    }

    /// Index of the last word that is no "Jr" and no mark.
    fn last_word(&self, from: usize, to: usize) -> usize {
        let is_last =
            |at: &usize| self.tokens.get_at(*at).kind == TokenKind::Word && !self.roles(*at).any(NameRoles::SUFFIX);
        (from..to).rev().find(is_last).unwrap_or(from)
    }

    fn kind(&self, from: usize, to: usize, has_title: bool) -> NameKind {
        let last = self.last_word(from, to);
        let count = to - from;
        let first = self.tokens.get_at(from);
        let text = || &self.tokens.text[first.span.to(self.tokens.get_at(to - 1).span).range()];
        let whole = if count == 1 { first.word } else { Word::of(text()) };
        let has_head = (from..to).any(|at| self.roles(at).any(NameRoles::ORGANIZATION));
        let joined = (from..to).any(|at| matches!(self.tokens.get_at(at).word, OF | FOR | AND | AMPERSAND));
        if !has_title && PLACES.contains(whole) {
            return NameKind::Place;
        }
        if (count > 1 && self.roles(last).any(NameRoles::ORGANIZATION)) || (has_head && joined) {
            return NameKind::Organization;
        }
        if count > 1 && (self.roles(last).any(NameRoles::PLACE) || self.roles(from).any(NameRoles::PLACE_FIRST)) {
            return NameKind::Place;
        }
        let is_initials = count > 1 && (first.span.len() == 1 || self.tokens.spelling(first).ends_with('.'));
        let is_given = count > 1
            && GIVEN_NAMES.contains(first.word)
            && !self.roles(from).any(NameRoles::PARTICLE)
            && !(is_english(first) && is_english(self.tokens.get_at(last)));
        if has_title || ((is_given || is_initials) && count <= 9 && !has_head && first.case != Case::Upper) {
            return NameKind::Person;
        }
        let has_suffix = (from + 1..to).any(|at| self.roles(at).any(NameRoles::SUFFIX));
        if has_suffix || (is_given && !has_head) {
            return NameKind::Person;
        }
        NameKind::Unknown
    }

    /// Keeps of the open names those that the article uses elsewhere as sure names.
    fn settle_open(&mut self) {
        for claim in std::mem::take(&mut self.open) {
            let word = self.tokens.get_at(claim.tokens.0 as usize).word;
            if self.seen.contains_key(&word) {
                self.found.push(claim);
            }
        }
    }

    fn roles(&self, at: usize) -> NameRoles {
        let token = self.tokens.get_at(at);
        if !token.features.any(Features::NAME_WORD) {
            return NameRoles::default();
        }
        self.tokens.lexicon.names.roles(token.word)
    }
}

fn is_capital(token: &Token) -> bool {
    token.kind == TokenKind::Word && matches!(token.case, Case::Title | Case::Upper | Case::Mixed)
}

fn is_english(token: &Token) -> bool {
    token.features.any(Features::COMMON.with(Features::FUNCTION)) || ENGLISH.contains(token.word)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    /// Every name of the text with the first letter of its kind and its title.
    fn names(text: &str) -> String {
        let source = Source::new("", text, Format::Plain);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        let names = article.claims.iter().filter_map(|claim| {
            let Value::Name(name) = &claim.value else { return None };
            let title = name.title.as_ref().map_or(String::new(), |it| format!(" [{it}]"));
            Some(format!("{}/{}{title}", &text[claim.span.range()], &name.kind.as_str()[..2]))
        });
        names.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn texts_and_their_names() {
        for (text, expected) in [
            ("Yesterday it rained. Everybody left.", ""),
            ("The president of France, Emmanuel Macron, left.", "France/pl; Emmanuel Macron/pe"),
            ("Foreign Minister Angelino Alfano said so.", "Angelino Alfano/pe [Foreign Minister]"),
            ("It met former chancellor Angela Merkel.", "Angela Merkel/pe [former chancellor]"),
            ("He met Lt. Gen. Mark Hertling.", "Mark Hertling/pe [Lt. Gen.]"),
            ("Former Socceroo Craig Vuković said so.", "Craig Vuković/pe [Former Socceroo]"),
            ("Dane County Executive Joe Parisi said so.", "Joe Parisi/pe [Dane County Executive]"),
            ("They called Mohammed al-Ghasri and then al-Ghasri's son.", "Mohammed al-Ghasri/pe; al-Ghasri/pe"),
            ("He asked Ursula von der Leyen and J. R. R. Tolkien.", "Ursula von der Leyen/pe; J. R. R. Tolkien/pe"),
            ("A UN-backed plan of the Ministry of Foreign Affairs.", "UN/un; Ministry of Foreign Affairs/or"),
            ("He joined Smith & Wesson in Los Angeles.", "Smith & Wesson/un; Los Angeles/pl"),
            ("It hit Dane County and Lake Superior.", "Dane County/pl; Lake Superior/pl"),
            ("Apple fell. Then Apple rose.", "Apple/un; Apple/un"),
            ("Martin Luther King Jr. spoke.", "Martin Luther King Jr/pe"),
            ("FAMOUS COACH KETTELHACK LEAVES TOWN\nKarl Kettelhack left.", "KETTELHACK/pe; Karl Kettelhack/pe"),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }
}
