//! Readers of file formats: each turns a file's text into [`Prose`](super::Prose).

mod plain;

use super::Prose;

/// How the text of a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text: paragraphs are separated by line breaks.
    Plain,
    /// CommonMark with tables, and front matter between `---` lines.
    Markdown,
    /// HTML.
    Html,
}

impl Format {
    /// The format that a file name's ending announces; plain text where it announces none.
    pub fn of_name(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        match ending.as_str() {
            "md" | "markdown" | "mdx" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            _ => Self::Plain,
        }
    }

    /// Reads a file's text.
    pub fn read(self, text: &str) -> Prose {
        plain::read(text)
    }
}
