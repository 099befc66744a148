//! A text to be checked: its bytes, its prose, its lines.
//!
//! This room knows nothing of claims or rules. It never touches a file; `cli` hands it text.

pub mod format;
mod line_index;
mod prose;
mod span;

pub use format::Format;
pub use line_index::{LineIndex, Position};
pub use prose::{Block, BlockKind, Prose, Run};
pub use span::Span;

use std::sync::OnceLock;

/// A file's text together with what a reader sees of it.
#[derive(Debug)]
pub struct Source {
    /// The name under which findings are reported: a path, or `<stdin>`.
    pub name: String,
    /// The text exactly as it is on disk.
    pub text: String,
    /// What of it is prose.
    pub prose: Prose,
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// Reads `text` in the given format. Never fails: what is no markup is prose.
    pub fn new(name: impl Into<String>, text: impl Into<String>, format: Format) -> Self {
        let text = text.into();
        let prose = format.read(&text);
        Self { name: name.into(), text, prose, lines: OnceLock::new() }
    }

    /// The line index of the file's text, built at the first call.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// Line and column of an offset into the file's text.
    pub fn position(&self, offset: u32) -> Position {
        self.lines().position(&self.text, offset)
    }
}
