//! Plain text: each line is a block, and so is each run of lines that were wrapped by hand.

use crate::source::{Block, BlockKind, Prose, Span};

/// Reads plain text; every byte of it is prose.
pub(super) fn read(text: &str) -> Prose {
    let mut prose = Prose::default();
    prose.push(text, Span::new(0, text.len() as u32));
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_end();
        if !trimmed.trim_start().is_empty() {
            let span = Span::new(at as u32, (at + trimmed.len()) as u32);
            prose.blocks.push(Block { span, kind: BlockKind::Paragraph });
        }
        at += line.len();
    }
    prose
}
