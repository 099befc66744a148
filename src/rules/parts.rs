//! Named parts of patterns: wording that several patterns share is written once and used as `@name`, like a class.
//!
//! A class is a list of phrases, a part is a list of patterns, with captures where they are wanted. A part stands in
//! the table `[parts]` of the rule that uses it, or below `rules/lexicon/parts/` for all rules; what is nearer counts.
//! Parts are put in their places when a rule is loaded, so that matching knows nothing of them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::file::Text;
use super::load::{Loaded, Loader};
use super::pattern::{Item, Node};
use super::program;

/// How many items a part may stand for, with those of the parts in it.
const ITEMS_MAX: usize = 2_000;

/// A part as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPart {
    /// Its name, without the `@`.
    pub name: String,
    /// Its patterns.
    pub patterns: Vec<String>,
}

/// The parts that a pattern may use, by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts(BTreeMap<String, Part>);

#[derive(Clone, Debug)]
struct Part {
    written: Vec<String>,
    branches: Vec<Vec<Item>>,
    /// How many items it stands for.
    items: usize,
}

impl Parts {
    /// The patterns that a name stands for, where it is that of a part.
    pub(super) fn get(&self, name: &str) -> Option<&[Vec<Item>]> {
        self.0.get(name).map(|part| &part.branches[..])
    }

    /// A pattern that is a part and nothing else counts as the part's patterns, each on its own; any other as itself.
    pub(super) fn alternatives<'a>(&'a self, pattern: &'a [Item]) -> Vec<&'a [Item]> {
        let part = match pattern {
            [Item { node: Node::Class(name), .. }] => self.get(name),
            _ => None,
        };
        match part {
            Some(patterns) => patterns.iter().flat_map(|it| self.alternatives(it)).collect(),
            None => vec![pattern],
        }
    }

    /// All names, in alphabetical order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The parts that patterns use, also by way of other parts, in the order in which they are met.
    pub(super) fn used_by<'a>(&self, patterns: impl Iterator<Item = &'a Text>) -> Vec<NamedPart> {
        let mut used = Vec::new();
        for text in patterns.filter(|text| text.get_ref().contains('@')) {
            self.follow(&super::pattern::parse(text.get_ref()).unwrap_or_default(), &mut used);
        }
        used
    }

    fn follow(&self, items: &[Item], used: &mut Vec<NamedPart>) {
        for (name, _) in mentions(items) {
            let Some(part) = self.0.get(name) else { continue };
            if !used.iter().any(|it| it.name == name) {
                used.push(NamedPart { name: name.to_owned(), patterns: part.written.clone() });
                part.branches.iter().for_each(|branch| self.follow(branch, used));
            }
        }
    }

    /// Adds the parts of a file, or replaces those of the same name.
    ///
    /// # Errors
    /// Where a part is no pattern, contains itself, stands for nothing or for too much, with the place in the file.
    pub(super) fn add(&mut self, loader: &Loader<'_>, written: &BTreeMap<Text, Vec<Text>>) -> Loaded<()> {
        let mut parsed = BTreeMap::new();
        for (name, patterns) in written {
            let whole = 0..name.get_ref().len();
            if !is_name(name.get_ref()) {
                let message = format!("`{}` is no name for a part", name.get_ref());
                return Err(loader
                    .at(name, whole, message, "letters, digits and hyphens are wanted".to_owned())
                    .help(Some("write it as `born-in`, and use it as `@born-in`".to_owned())));
            }
            if patterns.is_empty() {
                let message = format!("the part `@{}` stands for nothing", name.get_ref());
                return Err(loader
                    .at(name, whole, message, "an empty list".to_owned())
                    .help(Some("give it a pattern, or several of which one is to match".to_owned())));
            }
            let patterns = patterns.iter().map(|text| Ok((text, loader.items(text)?))).collect::<Loaded<Vec<_>>>()?;
            self.0.remove(name.get_ref());
            parsed.insert(name.get_ref().as_str(), patterns);
        }
        let mut order = Order { loader, parsed: &parsed, parts: self, open: Vec::new() };
        parsed.keys().try_for_each(|name| order.add(name))
    }
}

/// Adds parts after those that they use.
struct Order<'a, 'p> {
    loader: &'a Loader<'a>,
    parsed: &'a BTreeMap<&'p str, Vec<(&'p Text, Vec<Item>)>>,
    parts: &'a mut Parts,
    /// The parts that are being added, each for the sake of the one before it.
    open: Vec<&'p str>,
}

impl<'p> Order<'_, 'p> {
    fn add(&mut self, name: &'p str) -> Loaded<()> {
        if self.parts.get(name).is_some() {
            return Ok(());
        }
        let parsed = self.parsed;
        let patterns = &parsed[name];
        self.open.push(name);
        let mut items = 0;
        for (text, branch) in patterns {
            for (used, range) in mentions(branch) {
                let Some((&used, _)) = parsed.get_key_value(used) else { continue };
                if self.open.contains(&used) {
                    let message = format!("the part `@{used}` contains itself");
                    let label = if used == name { "here".to_owned() } else { format!("by way of `@{name}`") };
                    return Err(self.loader.at(text, range, message, label));
                }
                self.add(used)?;
            }
            items += count(branch, self.parts);
            if items > ITEMS_MAX {
                let message = format!("the part `@{name}` stands for more than {ITEMS_MAX} words and captures");
                return Err(self.loader.at(text, 0..text.get_ref().len(), message, "with this".to_owned()));
            }
            program::compile(branch, &mut Vec::new(), &self.loader.vocabulary(self.parts))
                .map_err(|mistake| self.loader.mistake(text, mistake))?;
        }
        self.open.pop();
        let branches = patterns.iter().map(|(_, branch)| branch.clone()).collect();
        let written = patterns.iter().map(|(text, _)| text.get_ref().clone()).collect();
        self.parts.0.insert(name.to_owned(), Part { written, branches, items });
        Ok(())
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|it| it.is_ascii_alphanumeric() || it == '-')
}

/// The names behind an `@` in a pattern, with their places.
fn mentions(items: &[Item]) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    for item in items {
        match &item.node {
            Node::Class(name) => found.push((name.as_str(), item.range.clone())),
            Node::Optional(branches) | Node::Choice(branches) | Node::Not(branches) => {
                found.extend(branches.iter().flat_map(|branch| mentions(branch)));
            }
            _ => {}
        }
    }
    found
}

/// How many items a pattern has, with those of its parts.
fn count(items: &[Item], parts: &Parts) -> usize {
    let of = |item: &Item| match &item.node {
        Node::Class(name) => parts.0.get(name).map_or(1, |part| part.items),
        Node::Optional(branches) | Node::Choice(branches) | Node::Not(branches) => {
            branches.iter().map(|branch| count(branch, parts)).sum()
        }
        _ => 1,
    };
    items.iter().map(of).sum()
}
