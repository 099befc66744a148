//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::diagnostic::Severity;

/// Checks the facts of an English draft against each other.
#[derive(Debug, Parser)]
#[command(name = "factlint", version, about, max_term_width = 100, disable_help_subcommand = true)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Report what cannot be true together, and slips of language.
    Check(CheckOptions),
    /// List the claims that were read: figures, dates, names, quotations.
    Claims(ClaimsOptions),
    /// List the rules.
    Rules(RulesOptions),
    /// Show a rule's page, with what it reports in its examples.
    Explain(ExplainOptions),
    /// Run the examples that rules carry: of the built-in ones, or of a folder's.
    Test(TestOptions),
    /// Write a factlint.toml to begin with.
    Init(InitOptions),
    /// Print the JSON Schema of rule files, for editors.
    Schema,
    /// Print the completions of a shell.
    #[command(hide = true)]
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

/// Which texts to read, and what is known about them.
#[derive(Debug, Args)]
pub(super) struct InputOptions {
    /// Files and folders; folders are walked as .gitignore says. None, or -, is standard input.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The name to report standard input under; its ending says how the text is written.
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<String>,
    /// The day of publication (2016-05-12, 2016-05 or 2016) of texts that do not state it themselves.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) date: Option<String>,
    #[command(flatten)]
    pub(super) rules: RuleOptions,
}

/// Which rules to use.
#[derive(Debug, Args)]
pub(super) struct RuleOptions {
    /// A folder of rule files, which are added to the built-in ones, or replace those of the same path.
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Vec<PathBuf>,
    /// The configuration file, in place of the nearest factlint.toml at or above each text.
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,
    /// How to write the findings.
    #[arg(long, value_enum, default_value_t = CheckFormat::Pretty)]
    pub(super) format: CheckFormat,
    /// When to use colours.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    pub(super) color: Colour,
    /// The least severity that makes the exit code 1 [default: error].
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(super) fail_on: Option<FailOn>,
    /// Apply the safe fixes to the files, then report what is left.
    #[arg(long)]
    pub(super) fix: bool,
    /// With --fix or --diff: all fixes, also those that a person ought to look at.
    #[arg(long)]
    pub(super) unsafe_fixes: bool,
    /// Show what --fix would change, without writing.
    #[arg(long, conflicts_with = "fix")]
    pub(super) diff: bool,
}

#[derive(Debug, Args)]
pub(super) struct ClaimsOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,
    /// How to write the claims [default: table on a terminal, json elsewhere].
    #[arg(long, value_enum)]
    pub(super) format: Option<ClaimsFormat>,
    /// Only claims of these kinds: quantity, date, name…
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(super) kind: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct RulesOptions {
    #[command(flatten)]
    pub(super) rules: RuleOptions,
    /// How to write the list.
    #[arg(long, value_enum, default_value_t = RulesFormat::Table)]
    pub(super) format: RulesFormat,
}

#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// The rule's name, such as units/conversion-mismatch.
    #[arg(required_unless_present = "syntax")]
    pub(super) rule: Option<String>,
    /// Show the reference of patterns and expressions instead.
    #[arg(long)]
    pub(super) syntax: bool,
    #[command(flatten)]
    pub(super) rules: RuleOptions,
    /// When to use colours.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    pub(super) color: Colour,
}

#[derive(Debug, Args)]
pub(super) struct TestOptions {
    /// A folder of rule files.
    #[arg(value_name = "DIR")]
    pub(super) folder: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct InitOptions {
    /// The folder to write it to.
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    /// For people.
    Table,
    /// For other programs.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// For people: the words around each finding, and how each claim was read.
    Pretty,
    /// One line for each finding: file:line:column: severity: message [rule].
    Short,
    /// For other programs.
    Json,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ClaimsFormat {
    /// For people: line, kind, text, and how it was read.
    Table,
    /// A fact-checker's checklist.
    Markdown,
    /// For spreadsheets.
    Csv,
    /// For other programs.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Advice,
    /// Findings never fail a run.
    Never,
}

impl FailOn {
    /// The least severity that fails a run, if any does.
    pub(super) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Never => None,
        }
    }
}

/// Reads a calendar date, or a month or a year of one.
pub(super) fn day(text: &str) -> Result<String, String> {
    let padded = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let is_plain = padded.len() == 10 && padded.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    match padded.parse::<jiff::civil::Date>() {
        Ok(_) if is_plain => Ok(text.to_owned()),
        _ => Err("write it as 2016-05-12, 2016-05 or 2016".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::{Arguments, day};

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn dates_may_be_partial() {
        for right in ["2016-05-12", "2016-05", "2016", "2016-02-29"] {
            assert_eq!(day(right).as_deref(), Ok(right));
        }
        for wrong in ["2015-02-29", "12 May 2016", "2016-5-1", "20160512", "", "2016-05-12T10:00"] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
