//! One line for each finding, `file:line:column: severity: message [rule]`, as Vim's errorformat, Emacs' compile mode
//! and grep expect it.

use super::visible::one_line;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

pub(super) fn part(source: &Source, diagnostics: &[Diagnostic]) -> String {
    let line = |it: &Diagnostic| {
        let place = source.position(it.span.start);
        format!(
            "{}:{}:{}: {}: {} [{}]\n",
            one_line(&source.name),
            place.line,
            place.column,
            it.severity.name(),
            one_line(&it.message),
            it.rule
        )
    };
    diagnostics.iter().map(line).collect()
}
