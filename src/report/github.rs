//! Workflow commands of GitHub Actions, which show each finding beside its line in a pull request.

use super::visible::one_line;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;

pub(super) fn part(source: &Source, diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|it| command(source, it)).collect()
}

fn command(source: &Source, it: &Diagnostic) -> String {
    let level = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let (from, to) = (source.position(it.span.start), source.position(it.span.end));
    // Columns are allowed only where the finding begins and ends on one line.
    let place = if from.line == to.line {
        format!("line={},endLine={},col={},endColumn={}", from.line, to.line, from.column, to.column)
    } else {
        format!("line={},endLine={}", from.line, to.line)
    };
    let mut message = one_line(&it.message);
    if let Some(help) = &it.help {
        message = format!("{message}\n{}", one_line(help));
    }
    format!(
        "::{level} file={},{place},title={}::{}\n",
        property(&one_line(&source.name)),
        property(&it.rule),
        data(&message)
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
