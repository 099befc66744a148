//! The command line: the only room that touches files, the terminal and exit codes.

mod arguments;
mod check;
mod claims;
mod explain;
mod failure;
mod fix;
mod init;
mod input;
mod rules;
mod settings;
mod terminal;
mod test;

pub use explain::page;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use arguments::{Arguments, Command};

/// What a run found, as an exit code says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Nothing at or above the severity that fails a run: 0.
    Clean,
    /// Findings: 1.
    Findings,
    /// A usage, file or rule-file error: 2.
    Trouble,
}

/// Runs the program with its arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(message) => {
            // Where the terminal is gone there is nobody left to tell.
            let _ = message.print();
            return ExitCode::from(if message.use_stderr() { 2 } else { 0 });
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = match &arguments.command {
        Command::Check(options) => check::run(options, &mut out),
        Command::Claims(options) => claims::run(options, &mut out),
        Command::Rules(options) => rules::run(options, &mut out),
        Command::Explain(options) => explain::run(options, &mut out),
        Command::Test(options) => test::run(options, &mut out),
        Command::Init(options) => init::run(options, &mut out),
        Command::Schema => schema(&mut out),
        Command::Completions { shell } => {
            clap_complete::generate(*shell, &mut Arguments::command(), "factlint", &mut out);
            Ok(Status::Clean)
        }
    };
    let status = match done.and_then(|status| Ok(out.flush().map(|()| status)?)) {
        Ok(status) => status,
        Err(failure) if failure.is_closed_pipe() => Status::Clean,
        Err(failure) => {
            failure.show();
            Status::Trouble
        }
    };
    ExitCode::from(status as u8)
}

/// `factlint schema`.
fn schema(out: &mut dyn Write) -> Result<Status, failure::Failure> {
    let schema = serde_json::to_string_pretty(&crate::rules::schema()).map_err(io::Error::from)?;
    writeln!(out, "{schema}")?;
    Ok(Status::Clean)
}
