//! Finds the names of an article: one pass over the sentences for what is surely a name, and one over what was left
//! open there (first words of sentences, headlines), which the names of the first pass decide.

mod kind;
mod titles;

use crate::claims::{Claim, NameKind, Value};
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, MEN, WOMEN, WordSet};
use crate::lexicon::{Features, Filter, NameRoles, Word, WordMap};
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

/// Finds all names, in three rows in order of the text: the sure ones, those of headlines, and those that others settle.
/// Who bears which is left open.
pub(super) fn find(tokens: Tokens<'_>, sentences: &[Sentence], landmarks: &Landmarks) -> [Vec<Claim>; 3] {
    let mut finder = Finder::new(tokens, sentences, landmarks);
    let mut later = Vec::with_capacity(sentences.len() / 4);
    for (index, sentence) in sentences.iter().enumerate() {
        match finder.lettering(sentence) {
            Lettering::Sentence => finder.read(sentence, Lettering::Sentence),
            other => later.push((index, other)),
        }
    }
    let capitals = later.iter().map(|(index, _)| landmarks.capitals(&sentences[*index]).len()).sum();
    let sure = std::mem::replace(&mut finder.found, Vec::with_capacity(capitals));
    finder.see(&sure, later.iter().map(|(index, _)| &sentences[*index]));
    for (index, lettering) in later {
        finder.read(&sentences[index], lettering);
    }
    let of_headlines = std::mem::take(&mut finder.found);
    [sure, of_headlines, finder.settled()]
}

struct Finder<'a> {
    tokens: Tokens<'a>,
    /// All tokens of the text.
    all: &'a [Token],
    landmarks: &'a Landmarks,
    found: Vec<Claim>,
    /// Tokens that may be names or not: words of English at the start of a sentence.
    open: Vec<u32>,
    /// Words that stand in a sure name of the article, and whether the word alone is one or a person's last; of the words
    /// that are left open, or stand in headlines.
    seen: WordMap<bool>,
}

impl<'a> Finder<'a> {
    fn new(tokens: Tokens<'a>, sentences: &[Sentence], landmarks: &'a Landmarks) -> Self {
        // Three of four capitals begin a name, and each sentence leaves one open at most: no row grows while they are read.
        let (found, open) = (Vec::with_capacity(landmarks.all_capitals()), Vec::with_capacity(sentences.len()));
        Self { tokens, all: tokens.as_slice(), landmarks, found, open, seen: WordMap::default() }
    }

    /// Writes down which of the words that were left open, and of those with a capital in headlines, stand in sure names.
    fn see<'s>(&mut self, sure: &[Claim], headlines: impl Iterator<Item = &'s Sentence>) {
        let mut asked = Filter::<8>::default();
        let of_headlines = headlines.flat_map(|it| self.landmarks.capitals(it));
        self.open.iter().chain(of_headlines).for_each(|at| asked.add(self.all[*at as usize].word));
        for claim in sure {
            let Value::Name(name) = &claim.value else { continue };
            let (first, end) = claim.tokens;
            let is_person = name.kind == NameKind::Person;
            for at in first..end {
                let word = self.all[at as usize].word;
                if asked.may_have(word) {
                    let stands_alone = end == first + 1 || (is_person && at + 1 == end);
                    *self.seen.entry(word).or_default() |= stands_alone;
                }
            }
        }
    }

    /// Tells how a sentence is written from its words of four letters and more; a headline has no full stop.
    fn lettering(&self, sentence: &Sentence) -> Lettering {
        let words = &self.all[sentence.tokens.0 as usize..sentence.tokens.1 as usize];
        let ends_with_stop = words.last().is_some_and(|it| it.word == FULL_STOP);
        // Most sentences end with a full stop and have no word in capitals.
        if (ends_with_stop && !sentence.profile.has_large) || self.is_mostly_lower(sentence) {
            return Lettering::Sentence;
        }
        let mut counts = [0; Case::COUNT];
        for word in words.iter().filter(|it| is_weighty(it)) {
            counts[word.case as usize] += 1;
        }
        let (all, lower): (usize, usize) = (counts.iter().sum(), counts[Case::Lower as usize]);
        if all >= 2 && counts[Case::Upper as usize] * 4 >= all * 3 {
            Lettering::Capitals
        } else if !ends_with_stop && all >= 4 && lower * 5 < all {
            Lettering::Title
        } else {
            Lettering::Sentence
        }
    }

    /// Whether the first words of a sentence show that it is no headline: that has three words with a capital, at the
    /// least, to each word of weight without one.
    fn is_mostly_lower(&self, sentence: &Sentence) -> bool {
        let capitals = self.landmarks.capitals(sentence).len();
        let words = &self.all[sentence.tokens.0 as usize..sentence.tokens.1 as usize];
        let mut lower = 0;
        let outweighs = |it: &Token| {
            lower += usize::from(is_weighty(it) & (it.case == Case::Lower));
            3 * lower > capitals
        };
        !sentence.profile.has_uncased && (capitals < 2 || words.iter().any(outweighs))
    }

    fn read(&mut self, sentence: &Sentence, lettering: Lettering) {
        let (first, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let mut behind = first;
        for at in self.landmarks.capitals(sentence).iter().map(|it| *it as usize) {
            if at >= behind && self.is_part(&self.all[at], lettering) {
                behind = self.extent(at, end, lettering).max(at + 1);
                self.push(at, behind, first, lettering);
            }
        }
    }

    /// Whether a capitalised token can be part of a name.
    #[inline]
    fn is_part(&self, token: &Token, lettering: Lettering) -> bool {
        // Most words with a capital are neither grammar nor of the calendar.
        const OTHERS: Features = Features::WEEKDAY.with(Features::MONTH).with(Features::FUNCTION);
        let is_plain = lettering == Lettering::Sentence && !token.features.any(OTHERS);
        is_plain || self.is_rather_part(token, lettering)
    }

    fn is_rather_part(&self, token: &Token, lettering: Lettering) -> bool {
        if token.features.any(Features::WEEKDAY.with(Features::MONTH)) {
            return false;
        }
        // "US", "WHO" and "IT" in capitals are names; "The" and "He" are not.
        let is_function = token.features.any(Features::FUNCTION);
        match lettering {
            Lettering::Sentence => !is_function || token.case == Case::Upper,
            Lettering::Title if is_function => token.case == Case::Upper,
            Lettering::Capitals if is_function => false,
            Lettering::Title | Lettering::Capitals => self.is_part_of_headline(token),
        }
    }

    /// Whether a word of a headline is a name although every word there is written with a capital.
    fn is_part_of_headline(&self, token: &Token) -> bool {
        (token.span.len() >= 2 && !is_english(token)) || self.seen.contains_key(&token.word)
    }

    /// Index behind the last token of the name that begins at `start`.
    fn extent(&self, start: usize, end: usize, lettering: Lettering) -> usize {
        let mut at = start + 1;
        let mut has_head = self.roles(start).any(NameRoles::ORGANIZATION);
        while at < end {
            let token = &self.all[at];
            if is_capital(token) && token.spaced && !token.starts_line && self.is_part(token, lettering) {
                has_head |= self.roles(at).any(NameRoles::ORGANIZATION);
                at += 1;
                continue;
            }
            let joint = if may_join(token, has_head) { self.joint(at, end, has_head, lettering) } else { None };
            match joint {
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
        let token = &self.all[at];
        if token.starts_line {
            return None;
        }
        match token.kind {
            TokenKind::Word => self.joining_word(at, end, has_head, lettering),
            TokenKind::Mark => self.joining_mark(at, end, lettering),
            _ => None,
        }
    }

    /// Index of the part that a mark joins on: a hyphen, the full stop of an initial, quotation marks around what a person
    /// is called by, an ampersand.
    fn joining_mark(&self, at: usize, end: usize, lettering: Lettering) -> Option<usize> {
        let token = &self.all[at];
        let is_name = |index: usize| self.is_name(index, end, lettering);
        if token.word == HYPHEN && !token.spaced && at + 1 < end {
            let next = &self.all[at + 1];
            // "UN-backed" ends the name; "Kyoung-hwan" does not.
            let joins = !next.spaced && next.kind == TokenKind::Word;
            // "Park Min-ah": behind such a surname any short word ends the name.
            let is_given = at >= 2 && next.case == Case::Lower && next.span.len() <= 5 && self.is_family_first(at - 2);
            if joins && is_given && self.all[at - 1].spaced && is_capital(&self.all[at - 1]) {
                return Some(at + 1);
            }
            return (joins && next.span.len() > 1 && (is_capital(next) || !is_english(next))).then_some(at + 1);
        }
        if token.word == FULL_STOP && !token.spaced && at > 0 {
            let before = &self.all[at - 1];
            // "in Bentonville, Ark. Satoh left".
            let is_region = || at >= 2 && self.all[at - 2].word == COMMA && !before.features.any(Features::TITLE);
            let is_abbreviated = || before.features.any(Features::ABBREVIATION) && !is_region();
            let is_short = before.span.len() == 1 || is_abbreviated();
            return (is_short && is_name(at + 1) && !self.all[at + 1].features.any(Features::FUNCTION))
                .then_some(at + 1);
        }
        if !token.spaced {
            return None;
        }
        // A name that a person is called by stands in quotation marks inside the name: Harlan “Duke” Whitley.
        let is_mark = |index: usize| index < end && QUOTES.contains(&self.all[index].word);
        if is_mark(at) && is_name(at + 1) && is_mark(at + 2) && !self.all[at + 1].spaced {
            return is_name(at + 3).then_some(at + 3);
        }
        (token.word == AMPERSAND && is_name(at + 1)).then_some(at + 1)
    }

    /// Index of the part that a word joins on: "of" behind the head of an organisation, a particle.
    fn joining_word(&self, at: usize, end: usize, has_head: bool, lettering: Lettering) -> Option<usize> {
        let token = &self.all[at];
        let is_name = |index: usize| self.is_name(index, end, lettering);
        if !token.spaced {
            return None;
        }
        if has_head && matches!(token.word, OF | FOR | AND) {
            // "the Environment Agency and Thames Water": behind its head a name is whole, unless another head follows.
            let is_whole = token.word == AND
                && at >= 2
                && self.roles(at - 1).any(NameRoles::ORGANIZATION)
                && is_capital(&self.all[at - 2]);
            if is_whole && !(is_name(at + 1) && self.roles(at + 1).any(NameRoles::ORGANIZATION)) {
                return None;
            }
            let next = at + 1 + usize::from(at + 1 < end && self.all[at + 1].word == THE);
            return is_name(next).then_some(next);
        }
        let is_particle = |at: usize| self.all[at].case == Case::Lower && self.roles(at).any(NameRoles::PARTICLE);
        if !is_particle(at) {
            return None;
        }
        let is_more = |next: &usize| !is_particle(*next) && self.all[*next].word != HYPHEN;
        let furthest = end.min(at + 3);
        let next = (at + 1..furthest).find(is_more).unwrap_or(furthest);
        is_name(next).then_some(next)
    }

    /// Whether a part of the same name can stand at an index.
    fn is_name(&self, index: usize, end: usize, lettering: Lettering) -> bool {
        index < end && {
            let token = &self.all[index];
            is_capital(token) && !token.starts_line && self.is_part(token, lettering)
        }
    }

    /// Takes the tokens as a name, with the title before it cut off.
    fn push(&mut self, start: usize, stop: usize, first: usize, lettering: Lettering) {
        let begins = if self.all[start].spaced { start } else { self.article_before(start) };
        let name_at = self.title_end(start, stop);
        let (mut from, to) = (if name_at == start { begins } else { name_at }, stop);
        // The first word of a sentence is capitalised anyway: "Yesterday Barack Obama".
        if from == first && to - from >= 3 && lettering == Lettering::Sentence && self.is_before_person(from, to) {
            from += 1;
        }
        if to - from >= 2 && NO_LONGER.contains(&self.all[from].word) && self.all[from + 1].spaced {
            from += 1;
        }
        let count = to - from;
        let token = &self.all[from];
        if count == 0 || (count == 1 && (token.span.len() < 2 || self.is_bare_address(from))) {
            return;
        }
        if from == first && count == 1 && lettering == Lettering::Sentence && is_english(token) {
            self.open.push(from as u32);
            return;
        }
        // "FIRE CHIEF QUITS": the word stands in the name of some fire department.
        let is_of_headline = lettering != Lettering::Sentence && count == 1;
        if is_of_headline && is_english(token) && self.seen.get(&token.word) == Some(&false) {
            return;
        }
        let title = self.title(start, name_at, from);
        self.found.push(self.claim(from, to, title));
    }

    /// Whether a word of English stands before a given name, to which it does not belong.
    fn is_before_person(&self, from: usize, to: usize) -> bool {
        let (one, two) = (known(&self.all[from]), known(&self.all[from + 1]));
        let is_first_word = one.any(ENGLISH) && !one.any(GIVEN_NAMES);
        is_first_word
            && is_given_name(two)
            && !two.any(ENGLISH)
            && !self.is_family_before_given(from, self.last_word(from, to))
    }

    /// Where the name begins when an Arabic article in lower case stands before it, which no space parts: "al-Assad".
    #[inline(never)]
    fn article_before(&self, start: usize) -> usize {
        let is_article = start >= 2
            && self.all[start - 1].word == HYPHEN
            && !self.all[start - 1].spaced
            && self.all[start - 2].case == Case::Lower
            && self.roles(start - 2).any(NameRoles::PARTICLE);
        if is_article { start - 2 } else { start }
    }

    /// Those of the open names that the article uses elsewhere as sure names.
    fn settled(&self) -> Vec<Claim> {
        let is_used = |at: &usize| self.seen.contains_key(&self.all[*at].word);
        let used = self.open.iter().map(|at| *at as usize).filter(is_used);
        used.map(|at| self.claim(at, at + 1, self.title(at, at, at))).collect()
    }

    fn roles(&self, at: usize) -> NameRoles {
        let token = &self.all[at];
        if !token.features.any(Features::NAME_WORD) {
            return NameRoles::default();
        }
        self.tokens.lexicon.names.roles(token.word)
    }
}

/// Whether a name may go on behind the token: most words and marks end it.
fn may_join(token: &Token, has_head: bool) -> bool {
    match token.kind {
        TokenKind::Word => token.features.any(Features::NAME_WORD) || has_head,
        TokenKind::Mark => token.spaced || token.word == HYPHEN || token.word == FULL_STOP,
        _ => false,
    }
}

/// Whether the word tells how its sentence is written; nothing foresees it, so that there is no branch.
fn is_weighty(token: &Token) -> bool {
    (token.kind == TokenKind::Word) & (token.span.len() >= 4) & !token.features.any(Features::FUNCTION)
}

fn is_capital(token: &Token) -> bool {
    token.kind == TokenKind::Word && matches!(token.case, Case::Title | Case::Upper | Case::Mixed)
}

/// The sets that a word is in. The common words of English are among them, whatever the lists say.
fn known(token: &Token) -> WordSet {
    let sets = WordSet::of_word(token.word);
    if is_common(token) { sets.with(ENGLISH) } else { sets }
}

/// Whether a word of these sets is somebody's given name; a word of English is none on the word of other countries alone.
fn is_given_name(sets: WordSet) -> bool {
    sets.any(GIVEN_NAMES) || (sets.any(MEN.with(WOMEN)) && !sets.any(ENGLISH))
}

fn is_english(token: &Token) -> bool {
    is_common(token) || ENGLISH.contains(token.word)
}

fn is_common(token: &Token) -> bool {
    token.features.any(Features::COMMON.with(Features::FUNCTION))
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
