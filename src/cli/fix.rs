//! Applies fixes to files, so that a file is at every moment as it was or wholly fixed.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use crate::diagnostic::{Diagnostic, Trust, apply};
use crate::source::Source;

/// How often a text is checked again after it was fixed; more rounds than any rules need that agree.
const ROUNDS: usize = 10;

/// A text on which the fixes of its findings were applied until none was left.
pub(super) struct Fixed<T> {
    /// The text as it is now.
    pub(super) source: Source,
    /// What the last check gave.
    pub(super) outcome: T,
    /// How many findings were mended.
    pub(super) mended: usize,
}

/// Checks and fixes a text in turns, until a check gives no more fixes. `check` gives the findings and whatever else
/// the caller wants of the last check.
pub(super) fn to_fixed_point<T>(
    source: Source,
    trust: Trust,
    read: impl Fn(&Source, String) -> Source,
    check: impl Fn(&Source) -> T,
    findings: impl Fn(&T) -> &[Diagnostic],
) -> Fixed<T> {
    let mut fixed = Fixed { outcome: check(&source), source, mended: 0 };
    for _ in 0..ROUNDS {
        let Some((text, mended)) = apply(&fixed.source, findings(&fixed.outcome), trust) else { break };
        fixed.source = read(&fixed.source, text);
        fixed.outcome = check(&fixed.source);
        fixed.mended += mended;
    }
    fixed
}

/// Replaces the text of a file. The new text is written beside it and put in its place in one step.
pub(super) fn write(path: &Path, before: &str, after: &str) -> io::Result<()> {
    // A link stays a link; what it points to is rewritten.
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".factlint-").suffix(".tmp").tempfile_in(folder)?;
    file.write_all(after.as_bytes())?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    if fs::read(&path)? != before.as_bytes() {
        return Err(io::Error::other("the file was changed while it was checked"));
    }
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// The changes as a unified diff.
pub(super) fn diff(name: &str, before: &str, after: &str) -> String {
    similar::TextDiff::from_lines(before, after).unified_diff().context_radius(1).header(name, name).to_string()
}
