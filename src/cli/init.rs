//! `factlint init`: writes a configuration file to begin with.

use std::fs::OpenOptions;
use std::io::{self, Write};

use super::Status;
use super::arguments::InitOptions;
use super::failure::Failure;
use super::settings::FILE_NAME;

/// The file that is written: every setting, as a comment.
const TEMPLATE: &str = r#"# Settings of factlint for the texts in this folder and below.

# The day of publication of texts that do not state it (`date:` in their front matter, or --date).
# date = "2016-05-12"

# How words are to be spelled: en-US, en-GB, en-CA or en-AU. Unless it is said, each article is measured against the
# spelling that most of its words have.
# language = "en-GB"

# The least severity that makes `factlint check` fail: error, warning, advice or never.
# fail-on = "error"

# Folders of rule files of your own, relative to this file. A rule of the same path replaces the built-in one.
# rule-folders = ["house-rules"]

# What to do with single rules, or with whole groups: allow, advice, warning or error.
# `factlint rules` lists them, `factlint explain RULE` tells about one.
[rules]
# "spelling/doubled-word" = "allow"
# spelling = "advice"
"#;

pub(super) fn run(options: &InitOptions, out: &mut dyn Write) -> Result<Status, Failure> {
    let path = options.folder.join(FILE_NAME);
    let shown = path.display().to_string();
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)
        .and_then(|mut file| file.write_all(TEMPLATE.as_bytes()));
    match written {
        Ok(()) => writeln!(out, "wrote {shown}")?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(Failure::File(shown, "is there already; it stays as it is".to_owned()));
        }
        Err(error) => return Err(Failure::File(shown, format!("cannot be written: {error}"))),
    }
    Ok(Status::Clean)
}
