//! What a reader of the published page would read, and where each byte of it stands in the file.

use super::Span;

/// The readable text of a file, cut into blocks, with a map back to the file.
///
/// Every later room works on [`Prose::text`] alone; spans go back to the file only when a diagnostic is made
/// ([`Prose::to_file`]).
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The text without markup. Blocks are separated by at least one line break.
    pub text: String,
    /// The runs of the text in order; together they cover it without gap or overlap.
    pub runs: Vec<Run>,
    /// The blocks in order of the text; they do not overlap.
    pub blocks: Vec<Block>,
    /// Name and value of each front matter field that has a plain scalar value, such as `date`.
    pub front_matter: Vec<(String, String)>,
}

/// A stretch of prose and the stretch of the file it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Where the run stands in [`Prose::text`].
    pub prose: Span,
    /// Where it stands in the file.
    pub file: Span,
    /// Whether both are the same bytes. A fix is allowed only inside a verbatim run; an entity such as
    /// `&amp;` or a line break that the reader supplied is not verbatim.
    pub verbatim: bool,
}

/// One paragraph, heading, caption, list item or table cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in [`Prose::text`].
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block of text is to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A headline, the title of a section, or a short line of plain text without a full stop.
    Heading,
    /// The words under a picture, and its credit.
    Caption,
    /// An entry of a bullet or numbered list; `list` numbers the lists of the text.
    ListItem {
        /// Which list of the text, from 0.
        list: u32,
    },
    /// A cell of a table.
    Cell {
        /// Which table of the text, from 0.
        table: u32,
        /// The row, from 0; row 0 of a table with a header is the header.
        row: u32,
        /// The column, from 0.
        column: u32,
        /// Whether the cell heads its column or row.
        header: bool,
    },
    /// A quoted block (`>` in Markdown, `blockquote` in HTML).
    Quote,
}

impl Prose {
    /// The place in the file of a range of the prose: from the first byte it was read from to the last.
    pub fn to_file(&self, span: Span) -> Span {
        let start = self.offset(span.start, false);
        let end = if span.is_empty() { start } else { self.offset(span.end, true) };
        Span::new(start, end)
    }

    /// Whether the range stands byte for byte in the file, so that an edit of it is safe.
    pub fn is_verbatim(&self, span: Span) -> bool {
        let at = self.runs.partition_point(|run| run.prose.end <= span.start);
        self.runs.get(at).is_some_and(|run| run.verbatim && run.prose.contains(span))
    }

    /// Whether a range of the file was read byte for byte, so that an edit of it is safe.
    pub fn is_verbatim_in_file(&self, span: Span) -> bool {
        let at = self.runs.partition_point(|run| run.file.end < span.end);
        self.runs[at..]
            .iter()
            .take_while(|run| run.file.start <= span.start)
            .any(|run| run.verbatim && run.file.contains(span))
    }

    /// Appends text that stands in the file at `file`, as one more run.
    pub fn push(&mut self, text: &str, file: Span) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        let prose = Span::new(start, self.text.len() as u32);
        let verbatim = prose.len() == file.len();
        if let Some(last) = self.runs.last_mut()
            && last.verbatim
            && verbatim
            && last.file.end == file.start
        {
            last.prose.end = prose.end;
            last.file.end = file.end;
            return;
        }
        self.runs.push(Run { prose, file, verbatim });
    }

    /// Appends text that stands in the file at `file` in other characters: `&` for `&amp;`.
    pub fn push_replaced(&mut self, text: &str, file: Span) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        let prose = Span::new(start, self.text.len() as u32);
        self.runs.push(Run { prose, file, verbatim: false });
    }

    /// Appends text that the reader supplies itself, such as the break between two blocks; it is never verbatim.
    pub fn push_synthetic(&mut self, text: &str, at: u32) {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.runs.push(Run {
            prose: Span::new(start, self.text.len() as u32),
            file: Span::new(at, at),
            verbatim: false,
        });
    }

    fn offset(&self, at: u32, is_end: bool) -> u32 {
        let index = self.runs.partition_point(|run| if is_end { run.prose.end < at } else { run.prose.end <= at });
        let Some(run) = self.runs.get(index).or(self.runs.last()) else { return at };
        match (run.verbatim, is_end) {
            (true, _) => run.file.start + at.saturating_sub(run.prose.start).min(run.file.len() as u32),
            (false, false) => run.file.start,
            (false, true) => run.file.end,
        }
    }
}
