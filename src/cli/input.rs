//! Finds the files to read and reads them.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::arguments::InputOptions;
use super::failure::Failure;
use super::settings::{self, Settings};
use crate::source::{Format, Source};

/// A text that cannot be read, and why.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unreadable {
    /// The path, as it would be reported.
    pub(super) name: String,
    /// What is wrong with it, and what to do.
    pub(super) reason: String,
}

/// The texts of a run, each with its settings.
pub(super) struct Texts {
    inputs: Vec<(Input, usize)>,
    settings: Vec<Settings>,
    unreadable: Vec<Unreadable>,
    stdin_name: Option<String>,
}

impl Texts {
    /// Finds the texts that the options name, and the configuration of each.
    pub(super) fn find(options: &InputOptions) -> Result<Self, Failure> {
        let (inputs, unreadable) = find(&options.paths);
        let mut texts =
            Self { inputs: Vec::new(), settings: Vec::new(), unreadable, stdin_name: options.stdin_filename.clone() };
        let mut configs: Vec<Option<PathBuf>> = Vec::new();
        let mut folders: HashMap<PathBuf, usize> = HashMap::new();
        for input in inputs {
            let folder = input.folder();
            let number = match folders.get(&folder) {
                Some(number) => *number,
                None => {
                    let config = options.rules.config.clone().or_else(|| settings::find(&folder));
                    let number = configs.iter().position(|it| *it == config).unwrap_or(configs.len());
                    if number == configs.len() {
                        texts.settings.push(Settings::load(&options.rules, config.as_deref())?);
                        configs.push(config);
                    }
                    folders.insert(folder, number);
                    number
                }
            };
            texts.inputs.push((input, number));
        }
        for settings in &mut texts.settings {
            settings.date = options.date.clone().or(settings.date.take());
        }
        Ok(texts)
    }

    /// The settings of the run, one for each configuration file; at least one where there is a text.
    pub(super) fn settings(&self) -> &[Settings] {
        &self.settings
    }

    /// Reads every text, in parallel, and applies `function` to each. What it gives comes in the order of the paths,
    /// whatever order the work was done in.
    pub(super) fn read<T: Send>(
        self,
        function: impl Fn(Source, &Settings, &Input) -> T + Sync,
    ) -> (Vec<T>, Vec<Unreadable>) {
        let done: Vec<_> = self
            .inputs
            .par_iter()
            .map(|(input, number)| {
                // Reading never fails; should it all the same, the other texts of the run are still read.
                let read = AssertUnwindSafe(|| {
                    let source = input.read(self.stdin_name.as_deref())?;
                    Ok(function(source, &self.settings[*number], input))
                });
                catch_unwind(read).unwrap_or_else(|_| Err(input.broken(self.stdin_name.as_deref())))
            })
            .collect();
        let mut unreadable = self.unreadable;
        let mut results = Vec::with_capacity(done.len());
        for result in done {
            match result {
                Ok(result) => results.push(result),
                Err(error) => unreadable.push(error),
            }
        }
        (results, unreadable)
    }
}

/// Where a text comes from.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Input {
    /// Standard input.
    Standard,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// The folder whose configuration counts for the text.
    fn folder(&self) -> PathBuf {
        match self {
            Self::Standard => PathBuf::from("."),
            Self::File(path) => match path.parent() {
                Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
                _ => PathBuf::from("."),
            },
        }
    }

    /// The name under which the text is reported.
    fn name(&self, stdin_name: Option<&str>) -> String {
        match self {
            Self::Standard => stdin_name.unwrap_or("<stdin>").to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// What is said of a text on which factlint itself broke down.
    fn broken(&self, stdin_name: Option<&str>) -> Unreadable {
        let reason = "factlint broke down on this text; please report it, with the text if you can".to_owned();
        Unreadable { name: self.name(stdin_name), reason }
    }

    fn read(&self, stdin_name: Option<&str>) -> Result<Source, Unreadable> {
        let name = self.name(stdin_name);
        let bytes = match self {
            Self::Standard => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            Self::File(path) => fs::read(path),
        };
        match bytes.map_err(|error| describe(&error)).and_then(|bytes| decode(bytes, &name)) {
            Ok(text) => {
                let format = Format::of_name(&name);
                Ok(Source::new(name, text, format))
            }
            Err(reason) => Err(Unreadable { name, reason }),
        }
    }
}

/// Every file that the paths stand for, each once, in order of path.
fn find(paths: &[PathBuf]) -> (Vec<Input>, Vec<Unreadable>) {
    let (mut inputs, mut unreadable) = (Vec::new(), Vec::new());
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.push(Input::Standard);
        } else if path.is_dir() {
            walk(path, &mut inputs, &mut unreadable);
        } else {
            inputs.push(Input::File(path.clone()));
        }
    }
    if paths.is_empty() {
        inputs.push(Input::Standard);
    }
    inputs.sort();
    inputs.dedup();
    (inputs, unreadable)
}

/// Gathers the text files below a folder: those whose names have an ending that some reader knows.
fn walk(folder: &Path, inputs: &mut Vec<Input>, unreadable: &mut Vec<Unreadable>) {
    for entry in ignore::WalkBuilder::new(folder).require_git(false).build() {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| !kind.is_dir());
                if is_file && Format::announced_by(&entry.path().to_string_lossy()).is_some() {
                    inputs.push(Input::File(entry.into_path()));
                }
            }
            Err(error) => {
                let name = path_of(&error).unwrap_or(folder).display().to_string();
                let reason = error.io_error().map_or_else(|| error.to_string(), describe);
                unreadable.push(Unreadable { name, reason });
            }
        }
    }
}

/// The path that an error of the walk is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// The text that the bytes of a file stand for, or what is wrong with them.
fn decode(bytes: Vec<u8>, name: &str) -> Result<String, String> {
    if u32::try_from(bytes.len()).is_err() {
        return Err("is longer than 4 GiB; split it".to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        let encoding = if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) { "UTF-16" } else { "WINDOWS-1252" };
        format!(
            "is not UTF-8: byte {:#04X} at offset {at} (line {line}) begins no character; \
             save it as UTF-8, for example with `iconv -f {encoding} -t UTF-8 {name}`",
            bytes[at]
        )
    })
}

fn describe(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}
