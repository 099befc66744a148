//! The shape of a rule file. The doc comments are the JSON Schema's descriptions, which editors show.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::{Category, Severity};

/// A text of the file with its place. In the schema it is a plain string.
pub(super) type Text = Spanned<String>;

/// A factlint rule: what to find, what must hold, what to say, and the examples that prove it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    /// The fault in a few words, lower case, no full stop.
    pub title: String,
    /// `error` only where no reading makes the text consistent, `warning` where it is nearly certain, `advice` for
    /// a query worth a look. Default: `warning`.
    pub severity: Option<Severity>,
    /// `fact` or `language`. Default: `language` for rules with `[words]`, else `fact`.
    pub category: Option<Category>,
    /// What the rule checks, in one sentence.
    pub summary: Option<String>,
    /// Why it matters and how it decides, for the rule's page.
    pub why: Option<String>,
    /// Parts of patterns, each a list of patterns, which the rule's patterns call `@name`.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub parts: BTreeMap<Text, Vec<Text>>,
    /// What to look for in each sentence.
    pub find: Option<Find>,
    /// How the claims of several finds belong together, and what must hold between them.
    pub relate: Option<Relate>,
    /// Words and phrases to look for.
    pub words: Option<Words>,
    /// Texts that prove the rule; `factlint test` runs them.
    #[serde(default)]
    pub examples: Examples,
}

/// What must hold, and what to say where it does not, wherever it stands in the file.
pub(super) struct Check<'a> {
    pub when: Option<&'a Text>,
    pub require: Option<&'a Text>,
    pub message: Option<&'a Text>,
    pub labels: &'a BTreeMap<Text, Text>,
    pub help: Option<&'a Text>,
    pub hints: &'a [Hint],
    pub fixes: &'a [Fix],
}

/// A table with keys of its own and those of a check. A flattened struct would lose the places of mistakes.
macro_rules! with_check {
    ($(#[$about:meta])* $name:ident { $($own:tt)* }) => {
        $(#[$about])*
        #[derive(Debug, Default, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields, default)]
        pub(super) struct $name {
            $($own)*
            /// A condition without which nothing is checked.
            #[schemars(with = "Option<String>")]
            pub when: Option<Text>,
            /// What must hold. A finding is made only where it certainly does not; without it, wherever something is
            /// found.
            #[schemars(with = "Option<String>")]
            pub require: Option<Text>,
            /// What is wrong, with both figures; `{expression}` or `{expression : format}` stands for a value,
            /// `{better}` for the first replacement in `fixes` that can be made.
            #[schemars(with = "Option<String>")]
            pub message: Option<Text>,
            /// What each capture is, by its name: `date`, or `first.date` where finds are named. Default: how a claim was
            /// read, and the replacement of what `fixes` replace.
            #[schemars(with = "BTreeMap<String, String>")]
            pub labels: BTreeMap<Text, Text>,
            /// What to check.
            #[schemars(with = "Option<String>")]
            pub help: Option<Text>,
            /// Helps for likely causes; the first whose `when` can hold replaces `help`.
            pub hints: Vec<Hint>,
            /// Replacements to offer.
            pub fixes: Vec<Fix>,
        }

        impl $name {
            /// What must hold, and what to say where it does not.
            pub(super) fn check(&self) -> Check<'_> {
                Check {
                    when: self.when.as_ref(),
                    require: self.require.as_ref(),
                    message: self.message.as_ref(),
                    labels: &self.labels,
                    help: self.help.as_ref(),
                    hints: &self.hints,
                    fixes: &self.fixes,
                }
            }
        }
    };
}

with_check! {
    /// What to look for: either patterns, or the named finds `first`, `second` … that `[relate]` joins.
    Find {
        /// Patterns; the first that matches at a place counts.
        #[schemars(with = "Vec<String>")]
        pub any: Vec<Text>,
        /// Patterns that forbid a match which they overlap.
        #[schemars(with = "Vec<String>")]
        pub unless: Vec<Text>,
        /// The first find of a joined rule.
        pub first: Option<NamedFind>,
        /// The second find.
        pub second: Option<NamedFind>,
        /// The third find.
        pub third: Option<NamedFind>,
        /// The fourth find.
        pub fourth: Option<NamedFind>,
    }
}

impl Find {
    /// The named finds with their names, in order.
    pub(super) fn named(&self) -> impl Iterator<Item = (&'static str, &NamedFind)> {
        let all = [("first", &self.first), ("second", &self.second), ("third", &self.third), ("fourth", &self.fourth)];
        all.into_iter().filter_map(|(name, find)| find.as_ref().map(|it| (name, it)))
    }

    /// All patterns of all finds.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &Text> {
        let named = self.named().flat_map(|(_, find)| find.any.iter().chain(&find.unless));
        self.any.iter().chain(&self.unless).chain(named)
    }
}

/// One find of a joined rule.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NamedFind {
    /// Patterns; the first that matches at a place counts.
    #[schemars(with = "Vec<String>")]
    pub any: Vec<Text>,
    /// Patterns that forbid a match which they overlap.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub unless: Vec<Text>,
    /// A condition on this find alone, without which a match is passed over.
    #[schemars(with = "Option<String>")]
    pub when: Option<Text>,
}

with_check! {
    /// How the claims of several finds belong together, and what must hold between them.
    Relate {
        /// What must be the same in all finds: names of captures or of their fields (`who`, `sum.unit`, `what.noun`),
        /// or `person`, the one spoken of. Without it the nearest matches belong together.
        #[schemars(with = "Vec<String>")]
        pub same: Vec<Text>,
        /// How far apart the matches may stand. Default: `article`.
        pub within: Within,
        /// Whether the finds must stand in the order of the file. Default: `any`.
        pub order: Order,
        /// Which matches of the last find a combination is held against. Default: `nearest`.
        pub against: Against,
    }
}

/// How far apart the matches of a joined rule may stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// In one sentence.
    Sentence,
    /// In one sentence or in two that follow each other.
    Neighbours,
    /// At most three sentences apart, also across paragraphs.
    Near,
    /// In one paragraph.
    Paragraph,
    /// Anywhere.
    #[default]
    Article,
}

/// In which order the finds of a joined rule may stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// In any order.
    #[default]
    Any,
    /// Each after the find that is named before it.
    After,
    /// Each before the one before it: the second find stands earlier in the text than the first.
    Before,
}

/// Which matches of the last find a combination is held against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Against {
    /// The nearest alone.
    #[default]
    Nearest,
    /// Any of them: a finding is made only where none fits, and names the nearest. For what refers back to something
    /// that is said once or several times ("the $2.7 million that the jury awarded").
    Any,
}

/// A help for a likely cause.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Hint {
    /// The condition under which it is given.
    #[schemars(with = "String")]
    pub when: Text,
    /// The help.
    #[schemars(with = "String")]
    pub help: Text,
}

/// A replacement to offer.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Fix {
    /// The capture to replace.
    #[schemars(with = "String")]
    pub replace: Text,
    /// The text to put there; `{expression}` stands for a value.
    #[schemars(with = "String")]
    pub with: Text,
}

/// Words and phrases to look for. Exactly one of `list`, `swap`, `either`, `forbid`, `lines` and
/// `pattern` is given.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// A built-in list or finder: see `factlint explain --syntax`.
    #[schemars(with = "Option<String>")]
    pub list: Option<Text>,
    /// Each phrase with its replacement.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub swap: BTreeMap<Text, Text>,
    /// Groups of spellings of which an article should use one.
    #[serde(default)]
    #[schemars(with = "Vec<Vec<String>>")]
    pub either: Vec<Vec<Text>>,
    /// Phrases that should not stand in an article.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub forbid: Vec<Text>,
    /// Regular expressions of which none should fit a whole line of up to 160 characters.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub lines: Vec<Text>,
    /// How often a line has to stand in the article to be reported. Default: once.
    #[serde(default)]
    pub at_least: usize,
    /// A regular expression over the text of each paragraph.
    #[schemars(with = "Option<String>")]
    pub pattern: Option<Text>,
    /// What to put in place of what `pattern` finds; `$1` stands for its first group.
    #[schemars(with = "Option<String>")]
    pub replace: Option<Text>,
    /// Whether capital letters count. Default: they do not.
    #[serde(default)]
    pub case: bool,
    /// Whether words inside quotation marks are looked at. Default: they are.
    pub quoted: Option<bool>,
    /// Whether the replacement can be made without a person looking at it. Default: `unsafe`.
    #[serde(default)]
    pub fix: Safety,
    /// What is wrong; `{found}` stands for the words, `{better}` for the replacement, `{counts}` for how often each
    /// spelling is used.
    #[schemars(with = "Option<String>")]
    pub message: Option<Text>,
    /// What to check.
    pub help: Option<String>,
}

/// Whether a replacement can be made without a person looking at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Safety {
    /// It can.
    Safe,
    /// It cannot.
    #[default]
    Unsafe,
    /// There is nothing to offer.
    None,
}

/// Texts that prove a rule. A text may begin with the article's date in brackets: `[2024-05-01] …`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Examples {
    /// Texts with one finding each, this rule alone being run.
    #[schemars(with = "Vec<String>")]
    pub invalid: Vec<Text>,
    /// Texts in which no rule finds a thing.
    #[schemars(with = "Vec<String>")]
    pub valid: Vec<Text>,
    /// Texts that ought to be reported and are not yet.
    #[schemars(with = "Vec<String>")]
    pub missing: Vec<Text>,
    /// Texts that are reported and ought not to be.
    #[schemars(with = "Vec<String>")]
    pub noisy: Vec<Text>,
}
