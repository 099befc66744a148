//! Rule files: from TOML to typed rules.
//!
//! A rule's name is the path of its file below the rules folder; nothing lists the rules a second time.

mod error;
mod file;
mod load;
mod parts;
mod pattern;
mod program;
mod reference;
mod words;

pub use error::RuleError;
pub use file::{Against, Order, Safety, Within};
pub use parts::NamedPart;
pub use pattern::FORMS;
pub use program::{Program, Starts, Step, WordFilter, ends_clause};
pub use reference::reference;
pub use words::{Found, LISTS, Phrase, Place, Search, Usage, WordList, WordRule, one_of};

use self::parts::Parts;
use crate::claims::KindSet;
use crate::diagnostic::{Category, Severity};
use crate::expression::{Expression, Slot, Template};
use crate::lexicon::{Classes, Lexicon, embedded};

/// The folder of parts that all rules may use.
const PARTS: &str = "lexicon/parts";

/// All rules of a run, ordered by name.
#[derive(Debug)]
pub struct RuleSet {
    rules: Vec<Rule>,
    classes: Classes,
    parts: Parts,
}

/// One rule, as its file gives it.
#[derive(Debug)]
pub struct Rule {
    /// The path of its file below the rules folder, without the ending: `units/conversion-mismatch`.
    pub name: String,
    /// The fault in a few words.
    pub title: String,
    /// How grave a finding is.
    pub severity: Severity,
    /// What it is about.
    pub category: Category,
    /// What it checks, in one sentence.
    pub summary: String,
    /// Why it matters and how it decides; may be empty.
    pub why: String,
    /// What it looks for.
    pub body: Body,
    /// The parts that its patterns use, its own and shared ones.
    pub parts: Vec<NamedPart>,
    /// Texts that prove it.
    pub examples: Examples,
    /// How messages call the file.
    pub path: String,
    /// The text of the file.
    pub source: String,
}

/// What a rule looks for.
#[derive(Debug)]
pub enum Body {
    /// Claims, and what must hold between them.
    Facts(Box<FactRule>),
    /// Words.
    Words(WordRule),
}

/// A rule over claims.
#[derive(Debug)]
pub struct FactRule {
    /// The finds: one, or as many as are joined.
    pub finds: Vec<Find>,
    /// What must hold, and what to say where it does not. Its slots are those of all finds, one after the other.
    pub check: Check,
    /// How the finds are joined, where there are several.
    pub join: Option<Join>,
}

/// What to find in a sentence.
#[derive(Debug)]
pub struct Find {
    /// The patterns as they are written.
    pub patterns: Vec<String>,
    /// The patterns made ready; the first that matches at a place counts.
    pub programs: Vec<Program>,
    /// The kinds of claim of which a sentence must have one for any of the patterns to match.
    pub asks: KindSet,
    /// Patterns that forbid a match which they overlap.
    pub unless: Vec<Program>,
    /// How many captures the `unless` patterns have; nobody reads them.
    pub unless_slots: usize,
    /// The captures.
    pub slots: Vec<Slot>,
    /// A condition on this find alone.
    pub when: Option<Expression>,
}

/// How the finds of a rule are joined.
#[derive(Debug)]
pub struct Join {
    /// What must be the same: for each key, its expression in each find.
    pub same: Vec<Vec<Expression>>,
    /// Whether the finds must speak of one person.
    pub same_person: bool,
    /// How far apart they may stand.
    pub within: Within,
    /// In which order.
    pub order: Order,
    /// Which matches of the last find are tried.
    pub against: Against,
}

/// What must hold, and what to say where it does not.
#[derive(Debug)]
pub struct Check {
    /// The condition without which nothing is checked.
    pub when: Option<Expression>,
    /// What must hold; nothing, where the find itself is the fault.
    pub require: Option<Expression>,
    /// What is wrong.
    pub message: Template,
    /// What each capture is: slots and texts.
    pub labels: Vec<(usize, Template)>,
    /// What to check.
    pub help: Option<Template>,
    /// Helps for likely causes, with their conditions.
    pub hints: Vec<(Expression, Template)>,
    /// Replacements to offer: slots and texts.
    pub fixes: Vec<(usize, Template)>,
}

/// Texts that prove a rule.
#[derive(Debug, Default)]
pub struct Examples {
    /// Texts in which this rule, run alone, finds exactly one thing.
    pub invalid: Vec<Example>,
    /// Texts in which no rule finds a thing.
    pub valid: Vec<Example>,
    /// Texts that ought to be reported and are not yet.
    pub missing: Vec<Example>,
    /// Texts that are reported and ought not to be.
    pub noisy: Vec<Example>,
}

/// A text that proves a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The day on which it was published, as an EDTF date.
    pub date: Option<String>,
    /// The text.
    pub text: String,
}

impl RuleSet {
    /// No rules yet, over the built-in vocabulary.
    ///
    /// # Panics
    /// Where a file of shared parts is none; every test loads them.
    pub fn empty() -> Self {
        let classes = Lexicon::built_in().classes.clone();
        let mut rules = Self { rules: Vec::new(), classes, parts: Parts::default() };
        rules.add_all(embedded::files(PARTS));
        rules
    }

    /// The rules that the program ships with.
    ///
    /// # Panics
    /// Where one of them is no valid rule; every test loads them.
    pub fn built_in() -> Self {
        let mut rules = Self::empty();
        rules.add_all(embedded::rule_files());
        rules
    }

    fn add_all(&mut self, files: impl Iterator<Item = (&'static str, &'static str)>) {
        for (name, text) in files {
            if let Err(error) = self.add(name, &format!("rules/{name}.toml"), text) {
                panic!("{:?}", miette::Report::new(*error));
            }
        }
    }

    /// Adds a rule file, or replaces the rule of the same name. `path` is how errors call the file. A file in
    /// `lexicon/classes/` holds classes of words, one in `lexicon/parts/` parts of patterns; it has to be added before
    /// the files that use them. Other vocabulary is built in, and its files are passed over.
    ///
    /// # Errors
    /// Where the file is no valid rule, with the place in it.
    pub fn add(&mut self, name: &str, path: &str, text: &str) -> Result<(), Box<RuleError>> {
        let Some(vocabulary) = name.strip_prefix("lexicon/") else {
            let rule = load::load(name, path, text, &self.classes, &self.parts)?;
            match self.rules.binary_search_by(|it| it.name.as_str().cmp(name)) {
                Ok(at) => self.rules[at] = rule,
                Err(at) => self.rules.insert(at, rule),
            }
            return Ok(());
        };
        match vocabulary.split_once('/') {
            Some(("classes", _)) => {
                let sets = toml::from_str(text).map_err(|error| RuleError::toml(path, text, &error))?;
                let place = 0..text.len().min(1);
                let wrong = |message| RuleError::new(path, text, place, message, "in this file".to_owned());
                self.classes.add(sets).map_err(wrong)
            }
            Some(("parts", _)) => load::load_parts(path, text, &self.classes, &mut self.parts),
            _ => Ok(()),
        }
    }

    /// The classes of words that the rules may use.
    pub fn classes(&self) -> &Classes {
        &self.classes
    }

    /// The names of the parts that all rules may use.
    pub fn shared_parts(&self) -> impl Iterator<Item = &str> {
        self.parts.names()
    }

    /// The rules, ordered by name.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Rule> + Clone {
        self.rules.iter()
    }

    /// The rule of a name.
    pub fn get(&self, name: &str) -> Option<&Rule> {
        self.rules.binary_search_by(|it| it.name.as_str().cmp(name)).ok().map(|at| &self.rules[at])
    }

    /// Keeps the rules that satisfy a condition; it may change their severity.
    pub fn retain(&mut self, keep: impl FnMut(&mut Rule) -> bool) {
        self.rules.retain_mut(keep);
    }
}

/// The JSON Schema of rule files, for editors.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(file::File).to_value()
}
