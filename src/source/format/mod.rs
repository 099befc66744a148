//! Readers of file formats: each turns a file's text into [`Prose`].

mod front_matter;
mod html;
mod lines;
mod markdown;
mod plain;
mod writer;

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
        Self::announced_by(name).unwrap_or(Self::Plain)
    }

    /// The format that a file name's ending announces, where it is the ending of a text.
    pub fn announced_by(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match ending.as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" | "mdx" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            _ => None,
        }
    }

    /// Reads a file's text.
    pub fn read(self, text: &str) -> Prose {
        match self {
            Self::Plain => plain::read(text),
            Self::Markdown => markdown::read(text),
            Self::Html => html::read(text),
        }
    }
}
