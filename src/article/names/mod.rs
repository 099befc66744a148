//! Finds the names of an article: one pass over the sentences for what is surely a name, and one over what was left
//! open there (first words of sentences, headlines), which the names of the first pass decide.

mod kind;
mod titles;

use crate::claims::{Claim, NameKind, Value};
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, MEN, WOMEN};
use crate::lexicon::{Features, NameRoles, Word, WordMap};
use crate::tokens::{Case, Token, TokenKind, Tokens};

use super::Sentence;
use super::sentences::Landmarks;

const OF: Word = Word::of("of");
const FOR: Word = Word::of("for");
const THE: Word = Word::of("the");
const AND: Word = Word::of("and");
const AMPERSAND: Word = Word::of("&");
const HYPHEN: Word = Word::of("-");
const QUOTES: [Word; 4] = [Word::of("\""), Word::of("“"), Word::of("”"), Word::of("'")];
const FULL_STOP: Word = Word::of(".");
const COMMA: Word = Word::of(",");
/// Before what a name is of now: "Former England captain".
const NO_LONGER: [Word; 3] = [Word::of("former"), Word::of("ex"), Word::of("then")];

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

/// Finds all names; who bears which is left open.
pub(super) fn find(tokens: Tokens<'_>, sentences: &[Sentence], landmarks: &Landmarks) -> Vec<Claim> {
    let mut finder = Finder { tokens, landmarks, found: Vec::new(), open: Vec::new(), seen: WordMap::default() };
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
    finder.found
}

/// Tells how a sentence is written from its words of four letters and more; a headline has no full stop.
fn lettering(tokens: Tokens<'_>, sentence: &Sentence) -> Lettering {
    let ends_with_stop = tokens.get_at(sentence.tokens.1 as usize - 1).word == FULL_STOP;
    let [lower, title, upper] = sentence.profile.letterings();
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
    landmarks: &'a Landmarks,
    found: Vec<Claim>,
    /// Names that may be none: a word of English at the start of a sentence.
    open: Vec<Claim>,
    /// Words that stand in a sure name of the article, and whether the word alone is one or a person's last.
    seen: WordMap<bool>,
}

impl<'a> Finder<'a> {
    fn read(&mut self, sentence: &Sentence, lettering: Lettering) {
        let (first, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let mut behind = first;
        for at in self.landmarks.capitals(sentence).iter().map(|it| *it as usize) {
            if at >= behind && self.is_part(self.tokens.get_at(at), lettering) {
                behind = self.extent(at, end, lettering).max(at + 1);
                self.push(at, behind, first, lettering);
            }
        }
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
            // "Park Min-ah": behind such a surname any short word ends the name.
            let is_given = at >= 2 && next.case == Case::Lower && next.span.len() <= 5 && self.is_family_first(at - 2);
            if joins && is_given && self.tokens.get_at(at - 1).spaced && is_capital(self.tokens.get_at(at - 1)) {
                return Some(at + 1);
            }
            return (joins && (is_capital(next) || !is_english(next)) && next.span.len() > 1).then_some(at + 1);
        }
        if token.word == FULL_STOP && !token.spaced && at > 0 {
            let before = self.tokens.get_at(at - 1);
            // "in Bentonville, Ark. Satoh left".
            let is_region =
                at >= 2 && self.tokens.get_at(at - 2).word == COMMA && !before.features.any(Features::TITLE);
            let is_abbreviated = before.features.any(Features::ABBREVIATION) && !is_region;
            let is_short = before.span.len() == 1 || is_abbreviated;
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
            // "the Environment Agency and Thames Water": behind its head a name is whole, unless another head follows.
            let is_whole = token.word == AND
                && at >= 2
                && self.roles(at - 1).any(NameRoles::ORGANIZATION)
                && is_capital(self.tokens.get_at(at - 2));
            if is_whole && !is_name(at + 1).is_some_and(|_| self.roles(at + 1).any(NameRoles::ORGANIZATION)) {
                return None;
            }
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
            let is_first_word = is_english(one) && !GIVEN_NAMES.contains(one.word);
            let is_surname = || self.is_family_before_given(from, self.last_word(from, to));
            if is_first_word && is_given_name(two) && !is_english(two) && !is_surname() {
                from += 1;
            }
        }
        if to - from >= 2 && NO_LONGER.contains(&self.tokens.get_at(from).word) && self.tokens.get_at(from + 1).spaced {
            from += 1;
        }
        let count = to - from;
        if count == 0 || (count == 1 && (self.tokens.get_at(from).span.len() < 2 || self.is_bare_address(from))) {
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
            let is_person = matches!(&claim.value, Value::Name(name) if name.kind == NameKind::Person);
            for index in from..to {
                let stands_alone = count == 1 || (is_person && index + 1 == to);
                *self.seen.entry(self.tokens.get_at(index).word).or_default() |= stands_alone;
            }
        } else if count == 1 && is_english(self.tokens.get_at(from)) {
            // "FIRE CHIEF QUITS": the word stands in the name of some fire department.
            if self.seen.get(&self.tokens.get_at(from).word) == Some(&false) {
                return;
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

/// Whether the word is somebody's given name; a word of English is none on the word of other countries alone.
fn is_given_name(token: &Token) -> bool {
    GIVEN_NAMES.contains(token.word) || ((MEN.contains(token.word) || WOMEN.contains(token.word)) && !is_english(token))
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
            ("Police Commissioner Dame Harriet Colville left.", "Harriet Colville/pe [Police Commissioner Dame]"),
            ("He lives in Bentonville, Ark. Satoh left.", "Bentonville/un; Ark/un; Satoh/un"),
            ("He saw Ms. Park and Mr Hill in Hyde Park.", "Park/pe [Ms.]; Hill/pe [Mr]; Hyde Park/pl"),
            ("Dane County Executive Joe Parisi said so.", "Joe Parisi/pe [Dane County Executive]"),
            ("They called Mohammed al-Ghasri and then al-Ghasri's son.", "Mohammed al-Ghasri/pe; al-Ghasri/pe"),
            ("He asked Ursula von der Leyen and J. R. R. Tolkien.", "Ursula von der Leyen/pe; J. R. R. Tolkien/pe"),
            ("A UN-backed plan of the Ministry of Foreign Affairs.", "UN/un; Ministry of Foreign Affairs/or"),
            ("He joined Smith & Wesson in Los Angeles.", "Smith & Wesson/un; Los Angeles/pl"),
            ("It hit Dane County and Lake Superior.", "Dane County/pl; Lake Superior/pl"),
            ("Apple fell. Then Apple rose.", "Apple/un; Apple/un"),
            ("Park Min-ah met a Seoul-led team.", "Park Min-ah/pe; Seoul/pl"),
            ("Tamil Nadu Chief Secretary N. Murugan left.", "N. Murugan/pe [Tamil Nadu Chief Secretary]"),
            ("Thai Prime Minister Somchai Rattanakul left.", "Somchai Rattanakul/pe [Thai Prime Minister]"),
            ("It hurt the Environment Agency and Thames Water.", "Environment Agency/or; Thames Water/un"),
            ("He left the Department of Health and Care.", "Department of Health and Care/or"),
            (
                "Former England captain Jodie Platt and Mr and Mrs Dhillon.",
                "England/pl; Jodie Platt/pe [captain]; Dhillon/pe [Mrs]",
            ),
            (
                "Bridget Amis MP met Sen. Caleb Hill, R-Idaho, in Saint-Denis.",
                "Bridget Amis MP/pe; Caleb Hill/pe [Sen.]; R-Idaho/pl; Saint-Denis/pl",
            ),
            ("Then Vladimir Hrynko and Sundar Harding left.", "Vladimir Hrynko/pe; Sundar Harding/pe"),
            (
                "FIRE CHIEF BRADDOCK QUITS AT DAWN\nGary Braddock left the Lowell Fire Department.",
                "BRADDOCK/pe; Gary Braddock/pe; Lowell Fire Department/or",
            ),
            ("Martin Luther King Jr. spoke.", "Martin Luther King Jr/pe"),
            ("FAMOUS COACH KETTELHACK LEAVES TOWN\nKarl Kettelhack left.", "KETTELHACK/pe; Karl Kettelhack/pe"),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }
}
