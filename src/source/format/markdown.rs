//! Markdown: CommonMark with tables, and front matter.
//!
//! Drafts often carry the ending `.md` and are plain text all the same. So an indented paragraph is no code here,
//! and a line break inside a paragraph is judged as in plain text ([`lines`](super::lines)).

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::front_matter;
use super::html;
use super::writer::Writer;
use crate::source::{BlockKind, Prose, Span};

/// Reads Markdown.
pub(super) fn read(text: &str) -> Prose {
    let front = front_matter::read(text);
    let mut reader =
        Reader { writer: Writer::new(text, true), file: text, inside: Vec::new(), counts: Counts::default() };
    for field in &front.fields {
        let value = if field.name == "date" { front_matter::day(field.value) } else { field.value };
        reader.writer.state(field.name, value);
        let is_repeated = || text[front.end..].lines().any(|line| line.trim_start_matches('#').trim() == field.value);
        if field.name == "title" && !is_repeated() {
            reader.writer.begin(BlockKind::Heading);
            reader.writer.text(field.value, field.span);
        }
    }
    reader.writer.begin(BlockKind::Paragraph);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, range) in Parser::new_ext(&text[front.end..], options).into_offset_iter() {
        let at = Span::new((range.start + front.end) as u32, (range.end + front.end) as u32);
        reader.event(event, at);
    }
    reader.writer.finish()
}

struct Reader<'a> {
    writer: Writer<'a>,
    file: &'a str,
    /// The containers around the place, the innermost last.
    inside: Vec<Container>,
    counts: Counts,
}

/// How many lists and tables began so far.
#[derive(Default)]
struct Counts {
    lists: u32,
    tables: u32,
}

/// What stands around a block.
#[derive(Clone, Copy)]
enum Container {
    List(u32),
    Quote,
    Table {
        table: u32,
        row: u32,
        column: u32,
        header: bool,
    },
    Heading,
    Image,
    /// Its text is not for readers: code.
    Hidden,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, at: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if !self.is_hidden() => self.writer.text(&text, at),
            Event::Code(text) if !self.is_hidden() => self.code(&text, at),
            Event::SoftBreak | Event::HardBreak => self.writer.line_break(at),
            Event::Html(_) => html::read_part(&mut self.writer, self.file, at),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.writer.line_break(at),
            Event::Rule => self.writer.begin(self.kind()),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: Span) {
        match tag {
            Tag::List(_) => {
                self.inside.push(Container::List(self.counts.lists));
                self.counts.lists += 1;
            }
            Tag::BlockQuote(_) => self.inside.push(Container::Quote),
            // A title underlined with dashes can be a paragraph above a thematic break.
            Tag::Heading { .. } if self.file[at.range()].starts_with('#') => self.inside.push(Container::Heading),
            Tag::Table(_) => {
                self.inside.push(Container::Table { table: self.counts.tables, row: 0, column: 0, header: false });
                self.counts.tables += 1;
            }
            Tag::TableHead => self.change_table(|_, _, header| *header = true),
            Tag::TableCell | Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::FootnoteDefinition(_) => {}
            Tag::CodeBlock(CodeBlockKind::Indented) => {}
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) | Tag::MetadataBlock(_) => self.inside.push(Container::Hidden),
            Tag::Image { .. } => self.inside.push(Container::Image),
            _ => return,
        }
        self.writer.begin(self.kind());
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::Table | TagEnd::Image => {
                self.inside.pop();
            }
            TagEnd::Heading(_) if matches!(self.inside.last(), Some(Container::Heading)) => {
                self.inside.pop();
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) if self.is_hidden() => {
                self.inside.pop();
            }
            TagEnd::TableHead | TagEnd::TableRow => self.change_table(|row, column, header| {
                (*row, *column, *header) = (*row + 1, 0, false);
            }),
            TagEnd::TableCell => self.change_table(|_, column, _| *column += 1),
            TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::FootnoteDefinition => {}
            _ => return,
        }
        self.writer.begin(self.kind());
    }

    /// Code inside a sentence: what stands between the backticks.
    fn code(&mut self, text: &str, at: Span) {
        let source = &self.file[at.range()];
        let inner = source.find(text).map(|from| {
            let start = at.start + from as u32;
            Span::new(start, start + text.len() as u32)
        });
        self.writer.text(text, inner.unwrap_or(at));
    }

    fn change_table(&mut self, change: impl FnOnce(&mut u32, &mut u32, &mut bool)) {
        if let Some(Container::Table { row, column, header, .. }) = self.inside.last_mut() {
            change(row, column, header);
        }
    }

    fn is_hidden(&self) -> bool {
        matches!(self.inside.last(), Some(Container::Hidden))
    }

    fn kind(&self) -> BlockKind {
        match self.inside.last() {
            None | Some(Container::Hidden) => BlockKind::Paragraph,
            Some(Container::List(list)) => BlockKind::ListItem { list: *list },
            Some(Container::Quote) => BlockKind::Quote,
            Some(Container::Heading) => BlockKind::Heading,
            Some(Container::Image) => BlockKind::Caption,
            Some(&Container::Table { table, row, column, header }) => BlockKind::Cell { table, row, column, header },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::{BlockKind, Prose, Span};

    fn blocks(prose: &Prose) -> Vec<(&str, BlockKind)> {
        prose.blocks.iter().map(|it| (&prose.text[it.span.range()], it.kind)).collect()
    }

    #[test]
    fn structure_is_read() {
        let cell = |row, column, header| BlockKind::Cell { table: 0, row, column, header };
        let table: &[(&str, &[(&str, BlockKind)])] = &[
            (
                "# Fire *at* sea\n\nIt burned.\n",
                &[("Fire at sea", BlockKind::Heading), ("It burned.", BlockKind::Paragraph)],
            ),
            ("Fire\n====\n", &[("Fire", BlockKind::Heading)]),
            (
                "It burned all day.\n---\nMore.",
                &[("It burned all day.", BlockKind::Paragraph), ("More.", BlockKind::Paragraph)],
            ),
            ("un*frigging*believable &amp; \\*x\\*.", &[("unfriggingbelievable & *x*.", BlockKind::Paragraph)]),
            ("A [link](http://x.y \"t\") and `code` here.", &[("A link and code here.", BlockKind::Paragraph)]),
            ("- one\n- two\n", &[("one", BlockKind::ListItem { list: 0 }), ("two", BlockKind::ListItem { list: 0 })]),
            ("> Quoted words.", &[("Quoted words.", BlockKind::Quote)]),
            (
                "| a | b |\n|---|---|\n| 1 | 2 |\n",
                &[("a", cell(0, 0, true)), ("b", cell(0, 1, true)), ("1", cell(1, 0, false)), ("2", cell(1, 1, false))],
            ),
            ("```\nlet x;\n```\n\nText here.", &[("Text here.", BlockKind::Paragraph)]),
            ("    Indented text, no code.\n", &[("Indented text, no code.", BlockKind::Paragraph)]),
            (
                "![A boat.](b.jpg)\n\nText here.",
                &[("A boat.", BlockKind::Caption), ("Text here.", BlockKind::Paragraph)],
            ),
            (
                "One line.\nAnother line.",
                &[("One line.", BlockKind::Paragraph), ("Another line.", BlockKind::Paragraph)],
            ),
            ("One boat  \nburned.", &[("One boat\nburned.", BlockKind::Paragraph)]),
            (
                "<p>Some <b>bold</b> text.</p>\n\nMore text.",
                &[("Some bold text.", BlockKind::Paragraph), ("More text.", BlockKind::Paragraph)],
            ),
            (
                "---\ntitle: A fire\ndate: 2020-01-02T10:00\n---\nIt burned.",
                &[("A fire", BlockKind::Heading), ("It burned.", BlockKind::Paragraph)],
            ),
            ("---\ntitle: A fire\n---\n# A fire\n", &[("A fire", BlockKind::Heading)]),
        ];
        for (text, expected) in table {
            assert_eq!(blocks(&read(text)), *expected, "{text}");
        }
    }

    #[test]
    fn every_byte_maps_back() {
        let text = "---\ndate: 2020-01-02\n---\nSome *bold*ness &mdash; 5&nbsp;miles\\!";
        let prose = read(text);
        assert_eq!(prose.front_matter, [("date".to_owned(), "2020-01-02".to_owned())]);
        let find = |needle: &str| {
            let start = prose.text.find(needle).expect("it is there") as u32;
            Span::new(start, start + needle.len() as u32)
        };
        for (needle, file, verbatim) in [
            ("Some", "Some", true),
            ("boldness", "bold*ness", false),
            ("bold", "bold", true),
            ("—", "&mdash;", false),
            ("5\u{a0}miles", "5&nbsp;miles", false),
            ("miles", "miles", true),
            ("!", "!", true),
        ] {
            assert_eq!(&text[prose.to_file(find(needle)).range()], file);
            assert_eq!(prose.is_verbatim(find(needle)), verbatim, "{needle}");
        }
    }
}
