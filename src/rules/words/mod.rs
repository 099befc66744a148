//! Rules over words: lists, replacements, variants, forbidden phrases and regular expressions.

use regex::{Regex, RegexBuilder};

use super::error::RuleError;
use super::file::{Safety, Text, Words};
use super::load::Loader;
use crate::article::Article;
use crate::expression::suggestion;
use crate::lexicon::{Lexicon, Word, WordMap};
use crate::source::Span;
use crate::tokens::lex;

mod doubled;
mod names;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where they stand in the prose.
    pub span: Span,
    /// What may be written instead, the best first.
    pub better: Vec<String>,
    /// Other places that belong to the same finding, each with what stands there, for labels.
    pub others: Vec<(Span, String)>,
}

/// The built-in finders.
pub const LISTS: &[WordList] = &[
    WordList { name: "doubled-words", summary: "a function word written twice in a row", find: doubled::find },
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
        ];
        if given.iter().filter(|it| **it).count() != 1 {
            return Err(
                loader.whole("give exactly one of `list`, `swap`, `either`, `forbid` and `pattern` in `[words]`")
            );
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
            Search::Pattern(regex(loader, pattern, words.case)?, words.replace.as_ref().map(|it| it.get_ref().clone()))
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

fn regex(loader: &Loader<'_>, pattern: &Text, case: bool) -> Result<Regex, Box<RuleError>> {
    RegexBuilder::new(pattern.get_ref()).case_insensitive(!case).multi_line(true).build().map_err(|error| {
        let reason = error.to_string();
        let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
        loader.at(pattern, 0..pattern.get_ref().len(), "the regular expression is not readable".to_owned(), reason)
    })
}
