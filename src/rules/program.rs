//! Patterns made ready for matching: words as identities, classes looked up, captures as numbered slots.

use std::sync::Arc;

use super::parts::Parts;
use super::pattern::{Item, Node};
use crate::claims::{KIND_NAMES, KindName, KindSet};
use crate::expression::{Holds, Mistake, Slot, suggestion};
use crate::lexicon::{Class, Classes, Features, Lexicon, Word};
use crate::tokens::{Token, lex};

/// A pattern ready for matching.
#[derive(Debug)]
pub struct Program {
    /// The steps in order.
    pub steps: Vec<Step>,
    /// Words without which no sentence can match.
    pub words: WordFilter,
    /// Kinds of claim, each set of which must be met by the sentence for it to match. They stand in the program itself,
    /// since every sentence is asked for them; a pattern that asks for more has the first ones here.
    pub kinds: [KindSet; KINDS_MAX],
    /// Sets of words, of each of which one must stand in the sentence: the first words of a class, or one of each branch
    /// of a choice.
    pub one_of: Vec<WordFilter>,
    /// With what a match can begin.
    pub starts: Starts,
}

impl Program {
    /// The kinds of claim of which a sentence must have one for the pattern to match, as few as can be told.
    pub fn asks(&self) -> KindSet {
        let asked = self.kinds.into_iter().filter(|it| *it != KindSet::UNASKED);
        asked.min_by_key(|it| it.count()).unwrap_or(KindSet::UNASKED)
    }
}

/// How many claims of a pattern are asked for before it is tried.
const KINDS_MAX: usize = 4;

/// With what a match of a pattern can begin, to try it only there.
#[derive(Debug, Default)]
pub struct Starts {
    /// Words, sorted.
    pub words: Vec<Word>,
    /// The words once more, to dismiss most tokens with one test.
    pub filter: WordFilter,
    /// Kinds of claim.
    pub kinds: KindSet,
    /// Whether it can begin with anything.
    pub any: bool,
}

/// A set of words that may also hold others, small enough to compare two at once (a Bloom filter of one hash).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordFilter([u64; 4]);

impl WordFilter {
    /// Puts a word into the set.
    pub fn add(&mut self, word: Word) {
        let bit = word.bits() as usize % 256;
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// The set with one word more.
    fn with(mut self, word: Word) -> Self {
        self.add(word);
        self
    }

    /// The words of both sets.
    fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] | other.0[at]))
    }

    /// Whether the word may be in the set.
    pub fn may_hold(&self, word: Word) -> bool {
        let bit = word.bits() as usize % 256;
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// Whether every word of this set may be in the other.
    pub fn may_be_within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(one, other)| one & !other == 0)
    }

    /// Whether the sets may have a word in common.
    pub fn may_meet(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(one, other)| one & other != 0)
    }
}

impl Starts {
    fn of(steps: &[Step]) -> Self {
        let mut starts = Self::default();
        starts.add(steps);
        starts.words.sort_unstable();
        starts.words.dedup();
        for word in &starts.words {
            starts.filter.add(*word);
        }
        starts
    }

    /// Adds what the steps can begin with; returns whether they can also match nothing.
    fn add(&mut self, steps: &[Step]) -> bool {
        for step in steps {
            let is_passable = match step {
                Step::Word(word) => {
                    self.words.push(*word);
                    false
                }
                Step::Class(class, _) => {
                    self.words.extend(class.firsts());
                    false
                }
                Step::Claim(kind, _) | Step::List(kind, _) => {
                    self.kinds = self.kinds.with(kind.kinds);
                    false
                }
                Step::Choice(branches) => branches.iter().map(|it| self.add(it)).fold(false, |any, it| any | it),
                Step::Optional(branches) => {
                    for branch in branches {
                        self.add(branch);
                    }
                    true
                }
                Step::Not(_) => true,
                Step::Words(..) | Step::ShortGap | Step::LongGap | Step::FigurelessGap | Step::End => {
                    self.any = true;
                    false
                }
            };
            if !is_passable {
                return false;
            }
        }
        true
    }
}

/// A step of a pattern.
#[derive(Debug)]
pub enum Step {
    /// One token with this identity.
    Word(Word),
    /// A phrase of a class, kept in a slot.
    Class(Arc<Class>, Option<usize>),
    /// A claim.
    Claim(&'static KindName, Option<usize>),
    /// Two claims or more, with commas, semicolons or "and" between them.
    List(&'static KindName, Option<usize>),
    /// Some words: at least one, at most this many.
    Words(usize, Option<usize>),
    /// A gap within the clause.
    ShortGap,
    /// A gap within the sentence.
    LongGap,
    /// The end of the sentence.
    End,
    /// A gap within the sentence that passes no figure.
    FigurelessGap,
    /// One of the branches, or nothing.
    Optional(Vec<Vec<Step>>),
    /// One of the branches.
    Choice(Vec<Vec<Step>>),
    /// None of the branches matches here.
    Not(Vec<Vec<Step>>),
}

/// What a pattern may name behind an `@`.
pub(super) struct Vocabulary<'a> {
    /// Lists of phrases.
    pub(super) classes: &'a Classes,
    /// Lists of patterns; they count before classes of the same name.
    pub(super) parts: &'a Parts,
}

/// Makes a pattern ready. Captures are given slots in `slots`, which the patterns of one find share.
pub(super) fn compile(items: &[Item], slots: &mut Vec<Slot>, vocabulary: &Vocabulary<'_>) -> Result<Program, Mistake> {
    let steps = compile_steps(items, slots, vocabulary)?;
    let needs = Needs::of(&steps);
    let mut starts = Starts::of(&steps);
    starts.any |= steps.is_empty();
    let asked: Vec<KindSet> = needs.kinds.into_iter().chain(needs.kinds_of_choices).collect();
    let kinds = std::array::from_fn(|at| asked.get(at).copied().unwrap_or(KindSet::UNASKED));
    Ok(Program { steps, words: needs.words, kinds, one_of: needs.one_of, starts })
}

/// What must stand in a sentence for steps to match in it.
#[derive(Default)]
struct Needs {
    /// All of these words.
    words: WordFilter,
    /// A word of each of these sets.
    one_of: Vec<WordFilter>,
    /// A claim of each of these sets.
    kinds: Vec<KindSet>,
    /// The same, but as wide as the branches of a choice make them.
    kinds_of_choices: Vec<KindSet>,
}

impl Needs {
    fn of(steps: &[Step]) -> Self {
        let mut needs = Self::default();
        for step in steps {
            match step {
                Step::Word(word) => needs.words.add(*word),
                Step::Class(class, _) => needs.one_of.push(firsts(class)),
                Step::Claim(kind, _) | Step::List(kind, _) => needs.kinds.push(kind.kinds),
                Step::Choice(branches) => needs.add_choice(branches),
                _ => {}
            }
        }
        needs
    }

    /// Whichever branch matches, something of it must stand in the sentence.
    fn add_choice(&mut self, branches: &[Vec<Step>]) {
        let words = branches.iter().map(|branch| {
            branch.iter().find_map(|step| match step {
                Step::Word(word) => Some(WordFilter::default().with(*word)),
                Step::Class(class, _) => Some(firsts(class)),
                _ => None,
            })
        });
        let all = words.reduce(|all, words| Some(all?.and(words?)));
        self.one_of.extend(all.flatten());
        let kinds = branches.iter().map(|branch| {
            let needs = Self::of(branch);
            needs.kinds.into_iter().chain(needs.kinds_of_choices).next()
        });
        self.kinds_of_choices.extend(kinds.reduce(|all, kinds| Some(all?.with(kinds?))).flatten());
    }
}

fn firsts(class: &Class) -> WordFilter {
    class.firsts().iter().fold(WordFilter::default(), |all, word| all.with(*word))
}

fn compile_steps(items: &[Item], slots: &mut Vec<Slot>, vocabulary: &Vocabulary<'_>) -> Result<Vec<Step>, Mistake> {
    let mut steps = Vec::new();
    for item in items {
        let mut branches = |all: &[Vec<Item>]| -> Result<Vec<Vec<Step>>, Mistake> {
            all.iter().map(|branch| compile_steps(branch, slots, vocabulary)).collect::<Result<Vec<_>, _>>()
        };
        match &item.node {
            Node::Literal(text) => {
                steps.extend(lex(text, Lexicon::built_in()).iter().map(|token| Step::Word(token.word)));
            }
            Node::Class(name) => match vocabulary.parts.get(name) {
                Some([branch]) => steps.extend(compile_steps(branch, slots, vocabulary)?),
                Some(all) => steps.push(Step::Choice(branches(all)?)),
                None => steps.push(Step::Class(class(name, item, false, vocabulary)?, None)),
            },
            Node::Gap(long) => steps.push(if *long { Step::LongGap } else { Step::ShortGap }),
            Node::End => steps.push(Step::End),
            Node::FigurelessGap => steps.push(Step::FigurelessGap),
            Node::Optional(all) => steps.push(Step::Optional(branches(all)?)),
            Node::Choice(all) => steps.push(Step::Choice(branches(all)?)),
            Node::Not(all) => steps.push(Step::Not(branches(all)?)),
            Node::Capture { name, kind, many } => {
                steps.push(capture(item, name.as_deref(), kind, *many, slots, vocabulary)?);
            }
        }
    }
    Ok(steps)
}

fn capture(
    item: &Item,
    name: Option<&str>,
    kind: &str,
    many: bool,
    slots: &mut Vec<Slot>,
    vocabulary: &Vocabulary<'_>,
) -> Result<Step, Mistake> {
    /// How many words `{x:word+}` takes at the most.
    const WORDS_MAX: usize = 6;
    let mut slot = |holds| name.map(|name| slot_of(name, holds, slots));
    if let Some(name) = kind.strip_prefix('@') {
        let class = class(name, item, true, vocabulary)?;
        return Ok(Step::Class(class, slot(Holds::Words)));
    }
    if kind == "word" {
        return Ok(Step::Words(if many { WORDS_MAX } else { 1 }, slot(Holds::Words)));
    }
    let Some(kind) = KIND_NAMES.iter().find(|it| it.name == kind) else {
        let names = KIND_NAMES.iter().map(|it| it.name).chain(["word"]);
        return Err(Mistake {
            range: item.range.clone(),
            message: format!("there is no kind of claim called `{kind}`"),
            label: "unknown kind".to_owned(),
            help: suggestion(kind, names),
        });
    };
    Ok(match many {
        true => Step::List(kind, slot(Holds::Claims(kind.kinds))),
        false => Step::Claim(kind, slot(Holds::Claim(kind.kinds))),
    })
}

/// The slot of a name. Where two patterns of a find give one name to different kinds, it holds either.
fn slot_of(name: &str, holds: Holds, slots: &mut Vec<Slot>) -> usize {
    if let Some(at) = slots.iter().position(|slot| slot.name == name) {
        slots[at].holds = match (slots[at].holds, holds) {
            (Holds::Claim(one), Holds::Claim(other)) => Holds::Claim(one.with(other)),
            (Holds::Claims(one), Holds::Claims(other)) => Holds::Claims(one.with(other)),
            (one, _) => one,
        };
        return at;
    }
    slots.push(Slot { name: name.to_owned(), holds });
    slots.len() - 1
}

/// The class of a name, to be matched, or `captured`: then a part does not do.
fn class(name: &str, item: &Item, captured: bool, vocabulary: &Vocabulary<'_>) -> Result<Arc<Class>, Mistake> {
    let is_part = captured && vocabulary.parts.get(name).is_some();
    if let Some(class) = vocabulary.classes.shared(name).filter(|_| !is_part) {
        return Ok(class);
    }
    let range = item.range.clone();
    if is_part {
        let message = format!("`@{name}` is a part, and only a class can be captured");
        let help = format!("write `@{name}` alone, and give names to the captures inside the part");
        return Err(Mistake { range, message, label: "not to be captured".to_owned(), help: Some(help) });
    }
    let (what, help) = match captured {
        true => ("class of words", suggestion(name, vocabulary.classes.names())),
        false => ("class or part", suggestion(name, vocabulary.classes.names().chain(vocabulary.parts.names()))),
    };
    let message = format!("there is no {what} called `@{name}`");
    Err(Mistake { range, message, label: "unknown name".to_owned(), help })
}

/// Whether a token ends a clause, so that no short gap passes it.
pub fn ends_clause(token: &Token, text: &str) -> bool {
    token.kind == crate::tokens::TokenKind::Mark
        && !token.features.any(Features::CURRENCY)
        && matches!(
            &text[token.span.range()],
            "," | ";" | ":" | "(" | ")" | "—" | "–" | "--" | "?" | "!" | "." | "\"" | "“" | "”"
        )
}
