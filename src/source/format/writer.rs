//! Builds prose block by block, for the readers of marked-up text.

use super::lines;
use crate::source::{Block, BlockKind, Prose, Span};

/// Collects the text of one block after the other and remembers where in the file each piece stands.
pub(super) struct Writer<'a> {
    file: &'a str,
    prose: Prose,
    kind: BlockKind,
    /// Whether a short line without a full stop is a heading, as in Markdown that was plain text once.
    titles: bool,
    open: Option<Open>,
    /// Where the last text was read, for the breaks between blocks.
    at: u32,
}

/// The block being written.
struct Open {
    start: u32,
    /// Where its lines end and begin, in the prose.
    breaks: Vec<Span>,
}

impl<'a> Writer<'a> {
    /// A writer for the text of `file`. With `titles`, short lines without a full stop become headings.
    pub(super) fn new(file: &'a str, titles: bool) -> Self {
        Self { file, prose: Prose::default(), kind: BlockKind::Paragraph, titles, open: None, at: 0 }
    }

    /// Ends the block, if one is open; text that follows is of the given kind.
    pub(super) fn begin(&mut self, kind: BlockKind) {
        self.close();
        self.kind = kind;
    }

    /// The kind of the text that follows.
    pub(super) fn kind(&self) -> BlockKind {
        self.kind
    }

    /// Appends text that stands in the file at `at`, be it as it is or in other characters. White space begins no block.
    pub(super) fn text(&mut self, text: &str, at: Span) {
        let text_is_blank = text.trim().is_empty();
        if text.is_empty() || self.open.is_none() && text_is_blank {
            return;
        }
        self.open(at.start);
        if self.file.get(at.range()) == Some(text) {
            self.prose.push(text, at);
        } else {
            self.prose.push_replaced(text, at);
        }
        self.at = at.end;
    }

    /// Appends a line break that stands in the file at `at` and may end a paragraph.
    pub(super) fn line_break(&mut self, at: Span) {
        let Some(open) = &mut self.open else { return };
        let start = self.prose.text.len() as u32;
        self.prose.push_replaced("\n", at);
        open.breaks.push(Span::new(start, start + 1));
        self.at = at.end;
    }

    /// Sets a field of the front matter, unless an earlier place of the file has set it.
    pub(super) fn state(&mut self, name: &str, value: &str) {
        if !self.prose.front_matter.iter().any(|(it, _)| it == name) {
            self.prose.front_matter.push((name.to_owned(), value.to_owned()));
        }
    }

    /// The prose that was written.
    pub(super) fn finish(mut self) -> Prose {
        self.close();
        self.prose
    }

    fn open(&mut self, at: u32) {
        if self.open.is_some() {
            return;
        }
        if !self.prose.text.is_empty() {
            self.prose.push_synthetic("\n\n", self.at.min(at));
        }
        self.open = Some(Open { start: self.prose.text.len() as u32, breaks: Vec::new() });
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let text = &self.prose.text;
        let mut lines = Vec::with_capacity(open.breaks.len() + 1);
        let mut start = open.start;
        for end in open.breaks.iter().map(|it| it.start).chain([text.len() as u32]) {
            let line = &text[start as usize..end as usize];
            let words = line.trim();
            let before = (line.len() - line.trim_start().len()) as u32;
            if !words.is_empty() {
                lines.push(Span::new(start + before, start + before + words.len() as u32));
            }
            start = (end + 1).min(text.len() as u32);
        }
        for span in lines::paragraphs(text, &lines) {
            let words = &text[span.range()];
            let kind = match self.kind {
                BlockKind::Paragraph if self.titles => lines::kind(words),
                BlockKind::Paragraph if lines::is_caption(words) => BlockKind::Caption,
                kind => kind,
            };
            self.prose.blocks.push(Block { span, kind });
        }
    }
}
