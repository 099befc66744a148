//! Settings: the rules of a run, and what a house decided about them in `factlint.toml`.
//!
//! ```toml
//! date = "2016-05-12"            # day of publication of texts that do not state it
//! language = "en-GB"             # en-US | en-GB | en-CA | en-AU: how words are to be spelled
//! fail-on = "warning"            # error | warning | advice | never
//! rule-folders = ["house-rules"] # rule files of your own, relative to this file
//!
//! [rules]
//! "spelling/doubled-word" = "allow"   # allow | advice | warning | error
//! wording = "advice"                  # a whole group
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use miette::NamedSource;
use serde::Deserialize;
use toml::Spanned;

use super::arguments::{FailOn, RuleOptions, day};
use super::failure::Failure;
use crate::diagnostic::Severity;
use crate::lexicon::spelling::Varieties;
use crate::rules::{RuleError, RuleSet};

/// The name of the configuration file.
pub(super) const FILE_NAME: &str = "factlint.toml";

/// What texts are checked with.
#[derive(Debug)]
pub(super) struct Settings {
    /// The rules that are not allowed to be broken.
    pub(super) rules: RuleSet,
    /// The day of publication of texts that do not state it.
    pub(super) date: Option<String>,
    /// The varieties of English in which the house spells, where the configuration says so.
    pub(super) language: Option<Varieties>,
    /// The least severity that fails a run, where the configuration says so.
    pub(super) fail_on: Option<FailOn>,
}

impl Settings {
    /// The settings for texts in the working folder.
    pub(super) fn here(options: &RuleOptions) -> Result<Self, Failure> {
        let config = options.config.clone().or_else(|| find(Path::new(".")));
        Self::load(options, config.as_deref())
    }

    /// The settings that a configuration file makes of the built-in rules and those of the options.
    pub(super) fn load(options: &RuleOptions, config: Option<&Path>) -> Result<Self, Failure> {
        let mut rules = RuleSet::built_in();
        let config = config.map(Config::read).transpose()?;
        for folder in config.iter().flat_map(|it| &it.rule_folders).chain(&options.rules) {
            add_folder(&mut rules, folder)?;
        }
        let mut settings = Self { rules, date: None, language: None, fail_on: None };
        if let Some(config) = config {
            config.apply(&mut settings)?;
        }
        Ok(settings)
    }
}

/// The configuration file at a folder or above it.
pub(super) fn find(folder: &Path) -> Option<PathBuf> {
    let folder = fs::canonicalize(folder).ok()?;
    folder.ancestors().map(|it| it.join(FILE_NAME)).find(|it| it.is_file())
}

/// Adds the rule files of a folder. Their paths below it are their names.
pub(super) fn add_folder(rules: &mut RuleSet, folder: &Path) -> Result<(), Failure> {
    let mut errors = Vec::new();
    for (name, path) in rule_files(folder)? {
        let shown = path.display().to_string();
        match fs::read_to_string(&path) {
            Ok(text) => errors.extend(rules.add(&name, &shown, &text).err().map(|it| *it)),
            Err(error) => return Err(Failure::File(shown, error.to_string())),
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Failure::Rules(errors)) }
}

/// Name and path of every rule file below a folder, by name. Vocabulary and configuration are none.
pub(super) fn rule_files(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    if !folder.is_dir() {
        return Err(Failure::File(folder.display().to_string(), "there is no such folder of rules".to_owned()));
    }
    let mut files = Vec::new();
    for entry in ignore::WalkBuilder::new(folder).standard_filters(false).build() {
        let entry = entry.map_err(|error| Failure::File(folder.display().to_string(), error.to_string()))?;
        let path = entry.into_path();
        let Some(name) = path.strip_prefix(folder).ok().filter(|_| path.is_file()) else { continue };
        let name = name.to_string_lossy().replace('\\', "/");
        let Some(name) = name.strip_suffix(".toml") else { continue };
        if name != "factlint" {
            files.push((name.to_owned(), path.clone()));
        }
    }
    // The classes of words come before the rules that use them.
    files.sort_by_key(|(name, _)| (!name.starts_with("lexicon/"), name.clone()));
    Ok(files)
}

/// A configuration file, read but not yet checked against the rules.
struct Config {
    path: PathBuf,
    text: String,
    file: File,
    rule_folders: Vec<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    date: Option<Spanned<String>>,
    language: Option<Spanned<String>>,
    fail_on: Option<Spanned<String>>,
    #[serde(default)]
    rule_folders: Vec<String>,
    #[serde(default)]
    rules: BTreeMap<Spanned<String>, Spanned<String>>,
}

impl Config {
    fn read(path: &Path) -> Result<Self, Failure> {
        let text =
            fs::read_to_string(path).map_err(|error| Failure::File(path.display().to_string(), error.to_string()))?;
        let file: File = toml::from_str(&text).map_err(|error| {
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            mistake(path, &text, &message, error.span().unwrap_or(0..0), None)
        })?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let rule_folders = file.rule_folders.iter().map(|it| folder.join(it)).collect();
        Ok(Self { path: path.to_owned(), text, file, rule_folders })
    }

    fn apply(&self, settings: &mut Settings) -> Result<(), Failure> {
        let wrong = |message: &str, span, help| Err(mistake(&self.path, &self.text, message, span, help));
        if let Some(date) = &self.file.date {
            match day(date.get_ref()) {
                Ok(date) => settings.date = Some(date),
                Err(help) => return wrong("this is no date", date.span(), Some(help)),
            }
        }
        if let Some(language) = &self.file.language {
            settings.language = Varieties::of_language(language.get_ref());
            if settings.language.is_none() {
                let help = "it is `en-US`, `en-GB`, `en-CA` or `en-AU`".to_owned();
                return wrong("this is no variety of English whose spelling is known", language.span(), Some(help));
            }
        }
        if let Some(level) = &self.file.fail_on {
            settings.fail_on = Some(match level.get_ref().as_str() {
                "error" => FailOn::Error,
                "warning" => FailOn::Warning,
                "advice" => FailOn::Advice,
                "never" => FailOn::Never,
                _ => {
                    let help = "it is `error`, `warning`, `advice` or `never`".to_owned();
                    return wrong("this is no severity", level.span(), Some(help));
                }
            });
        }
        // A rule's own line counts more than that of its group, so it comes later.
        let mut lines: Vec<_> = self.file.rules.iter().collect();
        lines.sort_by_key(|(name, _)| name.get_ref().matches('/').count());
        let mut levels: Vec<(&str, Option<Severity>)> = Vec::new();
        for (name, level) in lines {
            let names = settings.rules.iter().map(|rule| rule.name.as_str());
            if !names.clone().any(|rule| concerns(name.get_ref(), rule)) {
                let help = nearest(name.get_ref(), names).map(|it| format!("did you mean `{it}`?"));
                return wrong("there is no such rule or group", name.span(), help);
            }
            let severity = match level.get_ref().as_str() {
                "allow" => None,
                "advice" => Some(Severity::Advice),
                "warning" => Some(Severity::Warning),
                "error" => Some(Severity::Error),
                _ => {
                    let help = "it is `allow`, `advice`, `warning` or `error`".to_owned();
                    return wrong("this does not say what to do with the rule", level.span(), Some(help));
                }
            };
            levels.push((name.get_ref(), severity));
        }
        settings.rules.retain(|rule| match levels.iter().rev().find(|(name, _)| concerns(name, &rule.name)) {
            None => true,
            Some((_, None)) => false,
            Some((_, Some(severity))) => {
                rule.severity = *severity;
                true
            }
        });
        Ok(())
    }
}

/// Whether a name in the configuration is that of the rule or of a group that it is in.
fn concerns(name: &str, rule: &str) -> bool {
    rule.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The name that was probably meant.
pub(super) fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let last = |path: &'a str| path.rsplit('/').next().unwrap_or(path);
    names
        .map(|it| {
            let whole = strsim::jaro_winkler(name, it);
            let part = strsim::jaro_winkler(name.rsplit('/').next().unwrap_or(name), last(it));
            (whole.max(part), it)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(likeness, _)| *likeness > 0.75)
        .map(|(_, it)| it)
}

fn mistake(path: &Path, text: &str, message: &str, span: std::ops::Range<usize>, help: Option<String>) -> Failure {
    Failure::Rules(vec![RuleError {
        message: message.to_owned(),
        file: NamedSource::new(path.display().to_string(), text.to_owned()),
        span: span.into(),
        label: "here".to_owned(),
        help,
    }])
}

#[cfg(test)]
mod tests {
    use super::{concerns, nearest};

    #[test]
    fn groups_concern_their_rules() {
        assert!(concerns("units", "units/conversion-mismatch"));
        assert!(concerns("units/conversion-mismatch", "units/conversion-mismatch"));
        assert!(!concerns("unit", "units/conversion-mismatch"));
    }

    #[test]
    fn the_nearest_name_is_found() {
        let names = ["units/conversion-mismatch", "spelling/misspelling"];
        assert_eq!(nearest("conversion-mismach", names.into_iter()), Some(names[0]));
        assert_eq!(nearest("speling/mispelling", names.into_iter()), Some(names[1]));
        assert_eq!(nearest("xyz", names.into_iter()), None);
    }
}
