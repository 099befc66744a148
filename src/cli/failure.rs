//! What can go wrong outside the articles, and how it is said.

use std::io;

/// Why a command stopped.
#[derive(Debug)]
pub(super) enum Failure {
    /// The report cannot be written.
    Output(io::Error),
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
