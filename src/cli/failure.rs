//! What can go wrong outside the articles, and how it is said.

use std::io;

use crate::report::{Layout, pretty};
use crate::rules::RuleError;

/// Why a command stopped.
#[derive(Debug)]
pub(super) enum Failure {
    /// The report cannot be written.
    Output(io::Error),
    /// A file or folder that the run needs is not there or cannot be used: its name, and why.
    File(String, String),
    /// Mistakes in rule files or in the configuration.
    Rules(Vec<RuleError>),
    /// What was asked for does not exist.
    Usage(String),
}

impl Failure {
    /// Whether the reader of the output closed it (`factlint … | head`), which is no failure.
    pub(super) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Says it on standard error.
    pub(super) fn show(&self) {
        match self {
            Self::Output(error) => complain(&format!("cannot write the report: {error}")),
            Self::File(name, reason) => complain(&format!("{name}: {reason}")),
            Self::Usage(message) => complain(message),
            Self::Rules(errors) => {
                for error in errors {
                    let mut text = String::new();
                    match pretty::handler(Layout::default()).render_report(&mut text, error) {
                        Ok(()) => note(&text),
                        Err(_) => complain(&error.message),
                    }
                }
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Writes one line of trouble to standard error.
pub(super) fn complain(message: &str) {
    note(&format!("factlint: {message}"));
}

/// Writes one line to standard error. Where it is closed there is nobody left to tell.
pub(super) fn note(message: &str) {
    use std::io::Write as _;
    let _ = writeln!(anstream::stderr(), "{message}");
}
