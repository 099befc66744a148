//! Rules over words: lists, replacements, variants, forbidden phrases and regular expressions.

use regex::{Regex, RegexBuilder};

use super::error::RuleError;
use super::file::{Safety, Text, Words};
use super::load::Loader;
use crate::article::Article;
use crate::expression::suggestion;
use crate::lexicon::known::{ENGLISH, GIVEN_NAMES, PLACES, SURNAMES};
use crate::lexicon::{Features, Lexicon, Word, WordMap, spelling};
use crate::source::Span;
use crate::tokens::{Case, TokenKind, lex};

mod acronyms;
mod article;
mod balance;
mod capitals;
mod compounds;
mod dialect;
mod doubled;
mod group;
mod marks;
mod misspelled;
mod names;
mod numerals;
mod repeated;
mod spacing;

pub use group::{Usage, one_of};

/// A rule over words.
#[derive(Debug)]
pub struct WordRule {
    /// What to look for.
    pub search: Search,
    /// Whether a replacement may be made without a person looking at it; nothing is offered for `none`.
    pub safety: Safety,
    /// Whether what stands between quotation marks is looked at.
    pub in_quotations: bool,
    /// What is wrong; `{found}` and `{better}` are filled in.
    pub message: String,
    /// What to check.
    pub help: Option<String>,
}

/// What to look for.
#[derive(Debug)]
pub enum Search {
    /// A built-in finder.
    List(&'static WordList),
    /// Phrases, by their first word: the words, and what to write instead; nothing where they are only forbidden.
    Phrases(WordMap<Vec<Phrase>>),
    /// Groups of spellings of which an article should use one.
    Either(Vec<Vec<Phrase>>),
    /// A regular expression, and what to put in place of what it finds.
    Pattern(Regex, Option<String>),
    /// A regular expression of short lines that should not stand in an article, or not so often.
    Lines(Regex, usize),
}

/// A phrase as words.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its words.
    pub words: Vec<Word>,
    /// Its spelling, where capitals count.
    pub exact: Option<String>,
    /// The phrase as the rule file writes it.
    pub written: String,
    /// What to write instead.
    pub better: Option<String>,
}

/// A built-in finder, which a rule asks for by `list = "name"`.
pub struct WordList {
    /// Its name.
    pub name: &'static str,
    /// What it finds, for the reference.
    pub summary: &'static str,
    /// Finds it.
    pub find: fn(&Article<'_>) -> Vec<Found>,
}

/// Some words that were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Where they stand in the prose.
    pub span: Span,
    /// What may be written instead, the best first.
    pub better: Vec<String>,
    /// Other places that belong to the same finding.
    pub others: Vec<Place>,
    /// How often each spelling stands in the article; fills `{counts}` in messages.
    pub counts: String,
}

/// Another place of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where it is.
    pub span: Span,
    /// What its label says.
    pub label: String,
    /// What a fix of the finding writes there.
    pub better: Option<String>,
}

impl Place {
    /// A place that a fix of the finding leaves as it is.
    fn labelled(span: Span, label: String) -> Self {
        Self { span, label, better: None }
    }
}

impl Found {
    /// Words at one place.
    fn new(span: Span, better: Vec<String>) -> Self {
        Self { span, better, ..Self::default() }
    }
}

/// The built-in finders.
pub const LISTS: &[WordList] = &[
    WordList {
        name: "acronyms-before-definition",
        summary: "an acronym that is used before it is defined",
        find: acronyms::used_before_definition,
    },
    WordList {
        name: "acronyms-defined-twice",
        summary: "an acronym that is defined again",
        find: acronyms::defined_twice,
    },
    WordList {
        name: "acronyms-of-plurals",
        summary: "a singular acronym for a plural",
        find: acronyms::singular_for_plural,
    },
    WordList {
        name: "acronyms-unused",
        summary: "an acronym that is defined and never used",
        find: acronyms::never_used,
    },
    WordList {
        name: "a-or-an",
        summary: "an article that does not fit the sound of the next word",
        find: article::find,
    },
    WordList { name: "brackets", summary: "a bracket without its partner", find: balance::brackets },
    WordList { name: "capitals", summary: "a name in two mixtures of capitals", find: capitals::find },
    WordList {
        name: "compounds",
        summary: "a compound written as one word, with a hyphen and as two",
        find: compounds::find,
    },
    WordList { name: "dashes", summary: "dashes of two styles", find: marks::dashes },
    WordList { name: "dialects", summary: "American and British spelling in one article", find: dialect::dialects },
    WordList { name: "doubled-words", summary: "a word written twice in a row", find: doubled::find },
    WordList { name: "misspellings", summary: "a common misspelling", find: misspelled::find },
    WordList {
        name: "numerals",
        summary: "small numbers before one noun in words and in figures",
        find: numerals::find,
    },
    WordList { name: "percent-signs", summary: "the percent sign beside the word", find: numerals::percent_signs },
    WordList {
        name: "quotation-marks",
        summary: "a quotation mark without its partner",
        find: balance::quotation_marks,
    },
    WordList { name: "quotation-styles", summary: "straight and curly quotation marks", find: marks::quotation_marks },
    WordList { name: "repeated-paragraphs", summary: "a paragraph that stands twice", find: repeated::paragraphs },
    WordList { name: "repeated-sentences", summary: "a sentence that stands twice", find: repeated::sentences },
    WordList { name: "spaced-punctuation", summary: "a space before a comma or full stop", find: spacing::find },
    WordList {
        name: "spellings",
        summary: "one word in the spelling of two varieties of English",
        find: dialect::spellings,
    },
    WordList { name: "name-accents", summary: "a name written with and without its accents", find: names::accents },
    WordList {
        name: "surnames-first",
        summary: "a surname alone before the full name of its bearer",
        find: names::surnames_first,
    },
    WordList { name: "name-variants", summary: "a name spelled two ways", find: names::variants },
];

impl std::fmt::Debug for WordList {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

impl WordRule {
    pub(super) fn load(loader: &Loader<'_>, title: &str, words: &Words) -> Result<Self, Box<RuleError>> {
        let given = [
            words.list.is_some(),
            !words.swap.is_empty(),
            !words.either.is_empty(),
            !words.forbid.is_empty(),
            words.pattern.is_some(),
            !words.lines.is_empty(),
        ];
        if given.iter().filter(|it| **it).count() != 1 {
            return Err(loader
                .whole("give exactly one of `list`, `swap`, `either`, `forbid`, `lines` and `pattern` in `[words]`"));
        }
        let phrase = |text: &Text, better: Option<&Text>| Phrase {
            words: lex(text.get_ref(), Lexicon::built_in()).iter().map(|token| token.word).collect(),
            exact: words.case.then(|| text.get_ref().clone()),
            written: text.get_ref().clone(),
            better: better.map(|it| it.get_ref().clone()),
        };
        let search = if let Some(name) = &words.list {
            Search::List(list(loader, name)?)
        } else if let Some(pattern) = &words.pattern {
            Search::Pattern(
                regex(loader, pattern.get_ref(), pattern, words.case)?,
                words.replace.as_ref().map(|it| it.get_ref().clone()),
            )
        } else if !words.lines.is_empty() {
            for line in &words.lines {
                regex(loader, line.get_ref(), line, words.case)?;
            }
            let all: Vec<&str> = words.lines.iter().map(|it| it.get_ref().as_str()).collect();
            let whole = regex(loader, &format!("^(?:{})$", all.join("|")), &words.lines[0], words.case)?;
            Search::Lines(whole, words.at_least)
        } else if words.either.is_empty() {
            let swapped = words.swap.iter().map(|(bad, good)| phrase(bad, Some(good)));
            let mut by_first: WordMap<Vec<Phrase>> = WordMap::default();
            for phrase in swapped.chain(words.forbid.iter().map(|bad| phrase(bad, None))) {
                if let Some(first) = phrase.words.first() {
                    by_first.entry(*first).or_default().push(phrase);
                }
            }
            Search::Phrases(by_first)
        } else {
            Search::Either(words.either.iter().map(|group| group.iter().map(|it| phrase(it, None)).collect()).collect())
        };
        Ok(Self {
            search,
            safety: words.fix,
            in_quotations: words.quoted.unwrap_or(true),
            message: words.message.as_ref().map_or_else(|| title.to_owned(), |it| it.get_ref().clone()),
            help: words.help.clone(),
        })
    }
}

fn list(loader: &Loader<'_>, name: &Text) -> Result<&'static WordList, Box<RuleError>> {
    LISTS.iter().find(|it| it.name == name.get_ref()).ok_or_else(|| {
        let message = format!("there is no list called `{}`", name.get_ref());
        loader
            .at(name, 0..name.get_ref().len(), message, "unknown list".to_owned())
            .help(suggestion(name.get_ref(), LISTS.iter().map(|it| it.name)))
    })
}

fn regex(loader: &Loader<'_>, written: &str, pattern: &Text, case: bool) -> Result<Regex, Box<RuleError>> {
    RegexBuilder::new(written).case_insensitive(!case).multi_line(true).build().map_err(|error| {
        let reason = error.to_string();
        let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
        loader.at(pattern, 0..pattern.get_ref().len(), "the regular expression is not readable".to_owned(), reason)
    })
}

/// Whether the word at a token stands by itself: no part of an address, a file name, code or a hyphenated word.
fn stands_free(article: &Article<'_>, at: usize) -> bool {
    let bytes = article.prose.text.as_bytes();
    let span = article.tokens[at].span.range();
    let is_free_before = match span.start.checked_sub(1).map(|it| bytes[it]) {
        None | Some(b'(' | b'"' | b'\'') => true,
        // Curly quotation marks and dashes, and the no-break space.
        Some(byte) => byte.is_ascii_whitespace() || byte >= 0x80,
    };
    let letter_at = |at: usize| bytes.get(at).is_some_and(|it| it.is_ascii_alphanumeric() || *it >= 0x80);
    is_free_before
        && match bytes.get(span.end) {
            None | Some(b',' | b';' | b'!' | b'?' | b')' | b'"' | b'\'') => true,
            Some(b'.' | b':') => !letter_at(span.end + 1),
            Some(byte) => byte.is_ascii_whitespace() || *byte >= 0x80,
        }
}

/// Whether the words around a token are of another language: one beside it, or several of its sentence, are no
/// English and no common misspelling of it.
fn is_foreign(article: &Article<'_>, at: usize) -> bool {
    let index = article.sentences.partition_point(|it| it.tokens.1 as usize <= at);
    let Some(sentence) = article.sentences.get(index) else { return false };
    let (from, to) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
    let is_unknown = |index: &usize| {
        let token = &article.tokens[*index];
        *index != at
            && token.kind == TokenKind::Word
            && token.case == Case::Lower
            && !token.features.any(Features::COMMON.with(Features::FUNCTION))
            && !ENGLISH.contains(token.word)
            && spelling::corrections(token.word).is_none()
    };
    let words = (from..to).filter(|index| article.tokens[*index].kind == TokenKind::Word).count();
    let unknown: Vec<usize> = (from..to).filter(is_unknown).collect();
    unknown.len() * 5 > words
        || unknown.iter().any(|it| it.abs_diff(at) == 1)
        || is_among_strangers(article, at, from, to)
}

/// Whether two or more of the four nearest words, and half of them, stand in no English list at all.
fn is_among_strangers(article: &Article<'_>, at: usize, from: usize, to: usize) -> bool {
    let is_word = |index: &usize| article.tokens[*index].kind == TokenKind::Word;
    let near: Vec<usize> =
        (from..at).rev().filter(is_word).take(2).chain((at + 1..to).filter(is_word).take(2)).collect();
    let is_strange = |index: &&usize| {
        let token = &article.tokens[**index];
        !token.features.any(Features::COMMON.with(Features::FUNCTION))
            && ![ENGLISH, GIVEN_NAMES, SURNAMES, PLACES].iter().any(|set| set.contains(token.word))
            && spelling::corrections(token.word).is_none()
    };
    let strange = near.iter().filter(is_strange).count();
    strange >= 2 && strange * 2 >= near.len()
}
