//! HTML: the text of a page, without its scripts, styles and navigation.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::front_matter;
use super::writer::Writer;
use crate::source::{BlockKind, Prose, Span};

/// Elements whose text is not for readers of the article.
const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "svg", "math", "pre", "textarea", "select", "button", "iframe",
    "head",
];

/// Elements that begin and end a block of their own.
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "body", "caption", "dd", "details", "div", "dl", "dt", "footer", "form", "header",
    "hr", "html", "main", "ol", "p", "section", "summary", "ul", "tr", "thead", "tbody", "tfoot", "figure",
];

/// Reads a page.
pub(super) fn read(text: &str) -> Prose {
    let mut writer = Writer::new(text, false);
    read_part(&mut writer, text, Span::new(0, text.len() as u32));
    writer.finish()
}

/// Reads a part of a file, such as HTML inside Markdown.
pub(super) fn read_part<'a>(writer: &mut Writer<'a>, file: &'a str, part: Span) {
    let around = writer.kind();
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader { writer, file, around, hidden: Vec::new(), inside: Vec::new(), lists: 0, tables: 0 };
    for token in Tokenizer::new_with_emitter(&file[part.range()], emitter) {
        let Ok(token) = token;
        let place = |span: html5gum::Span<usize>| {
            Span::new(part.start + span.start as u32, part.start + (span.end as u32).min(part.len() as u32))
        };
        match token {
            Token::StartTag(tag) => reader.start(&tag, place(tag.span)),
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) if reader.hidden.is_empty() => reader.text(place(text.span)),
            _ => {}
        }
    }
    reader.writer.begin(around);
}

struct Reader<'w, 'a> {
    writer: &'w mut Writer<'a>,
    file: &'a str,
    /// The kind of text outside all elements.
    around: BlockKind,
    /// The hidden elements around the place.
    hidden: Vec<String>,
    /// The elements around the place that say what kind of text it is.
    inside: Vec<(String, BlockKind)>,
    lists: u32,
    tables: u32,
}

impl Reader<'_, '_> {
    fn start(&mut self, tag: &StartTag<usize>, at: Span) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        self.dates(&name, tag);
        if HIDDEN.contains(&name.as_str()) {
            if !tag.self_closing {
                self.hidden.push(name);
                self.writer.begin(self.kind());
            }
            return;
        }
        let kind = match name.as_str() {
            "br" => return self.writer.line_break(at),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "title" => BlockKind::Heading,
            "figcaption" => BlockKind::Caption,
            "blockquote" => BlockKind::Quote,
            "li" => self.entry(),
            "td" | "th" => self.cell(name == "th"),
            "table" => {
                self.tables += 1;
                self.inside.push((name, BlockKind::Cell { table: self.tables - 1, row: 0, column: 0, header: false }));
                return self.writer.begin(self.kind());
            }
            "ul" | "ol" => {
                self.lists += 1;
                self.inside.push((name, BlockKind::ListItem { list: self.lists - 1 }));
                return self.writer.begin(self.kind());
            }
            block if BLOCKS.contains(&block) => return self.writer.begin(self.kind()),
            _ => return,
        };
        // An entry or a cell ends where the next one begins, whether it is closed or not.
        if self.inside.last().is_some_and(|(last, _)| *last == name) {
            self.inside.pop();
        }
        self.inside.push((name, kind));
        self.writer.begin(kind);
    }

    fn end(&mut self, name: &str) {
        if let Some(at) = self.hidden.iter().rposition(|it| it == name) {
            self.hidden.truncate(at);
        }
        let is_inside = self.inside.iter().rposition(|(it, _)| it == name);
        if let Some(at) = is_inside {
            self.inside.truncate(at);
        }
        if name == "tr" {
            self.next_row();
        }
        if is_inside.is_some() || BLOCKS.contains(&name) {
            self.writer.begin(self.kind());
        }
    }

    /// An entry of the innermost list.
    fn entry(&self) -> BlockKind {
        let list = self.inside.iter().rev().find(|(name, _)| name == "ul" || name == "ol");
        list.map_or(BlockKind::Paragraph, |(_, kind)| *kind)
    }

    /// A cell of the innermost table. The table's own entry counts the rows and columns.
    fn cell(&mut self, header: bool) -> BlockKind {
        if self.inside.last().is_some_and(|(last, _)| last == "td" || last == "th") {
            self.inside.pop();
        }
        match self.inside.last_mut() {
            Some((_, BlockKind::Cell { table, row, column, .. })) => {
                *column += 1;
                BlockKind::Cell { table: *table, row: *row, column: *column - 1, header }
            }
            _ => BlockKind::Paragraph,
        }
    }

    fn next_row(&mut self) {
        if self.inside.last().is_some_and(|(last, _)| last == "td" || last == "th") {
            self.inside.pop();
        }
        if let Some((name, BlockKind::Cell { row, column, .. })) = self.inside.last_mut()
            && name == "table"
        {
            (*row, *column) = (*row + 1, 0);
        }
    }

    fn kind(&self) -> BlockKind {
        match self.inside.last() {
            None => self.around,
            Some((name, _)) if matches!(name.as_str(), "table" | "ul" | "ol") => BlockKind::Paragraph,
            Some((_, kind)) => *kind,
        }
    }

    /// Text with its character references, each of which is a piece of its own.
    fn text(&mut self, at: Span) {
        let Some(text) = self.file.get(at.range()) else { return };
        let mut done = 0;
        let mut next = 0;
        while let Some(found) = text[next..].find('&') {
            let start = next + found;
            next = start + 1;
            let Some(length) = text.as_bytes()[start..].iter().take(40).position(|byte| *byte == b';') else {
                continue;
            };
            let reference = &text[start..=start + length];
            let character = decode(reference);
            if character != reference {
                self.piece(text, at, done, start);
                let place = Span::new(at.start + start as u32, at.start + (start + reference.len()) as u32);
                self.writer.text(&character, place);
                done = start + reference.len();
                next = done;
            }
        }
        self.piece(text, at, done, text.len());
    }

    fn piece(&mut self, text: &str, at: Span, start: usize, end: usize) {
        self.writer.text(&text[start..end], Span::new(at.start + start as u32, at.start + end as u32));
    }

    /// Notes the day of publication where the tag states it.
    fn dates(&mut self, name: &str, tag: &StartTag<usize>) {
        let attribute = |key: &str| tag.attributes.get(key.as_bytes()).map(|it| String::from_utf8_lossy(&it.value));
        let value = match name {
            "meta" => {
                const NAMES: &[&str] =
                    &["article:published_time", "datepublished", "date", "dc.date", "dcterms.created", "pubdate"];
                let Some(key) = attribute("property").or(attribute("name")).or(attribute("itemprop")) else { return };
                if !NAMES.contains(&key.to_ascii_lowercase().as_str()) {
                    return;
                }
                attribute("content")
            }
            "time"
                if attribute("itemprop").is_some_and(|it| it.eq_ignore_ascii_case("datePublished"))
                    || attribute("pubdate").is_some() =>
            {
                attribute("datetime")
            }
            _ => return,
        };
        if let Some(value) = value.filter(|it| !it.trim().is_empty()) {
            self.writer.state("date", front_matter::day(value.trim()));
        }
    }
}

/// The characters that a character reference stands for.
fn decode(reference: &str) -> String {
    Tokenizer::new(reference)
        .filter_map(|token| match token {
            Ok(Token::String(text)) => Some(String::from_utf8_lossy(&text.value).into_owned()),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::BlockKind;

    #[test]
    fn structure_is_read() {
        let cell = |row, column, header| BlockKind::Cell { table: 0, row, column, header };
        let table: &[(&str, &[(&str, BlockKind)])] = &[
            (
                "<h1>Fire</h1><p>It <b>burn</b>ed.<p>All day.",
                &[
                    ("Fire", BlockKind::Heading),
                    ("It burned.", BlockKind::Paragraph),
                    ("All day.", BlockKind::Paragraph),
                ],
            ),
            (
                "<head><title>x</title></head><script>if (a < b) c = '</p>';</script><nav><p>Home</p></nav><p>Text.</p>",
                &[("Text.", BlockKind::Paragraph)],
            ),
            (
                "<ul><li>one<li>two</ul>Text.",
                &[
                    ("one", BlockKind::ListItem { list: 0 }),
                    ("two", BlockKind::ListItem { list: 0 }),
                    ("Text.", BlockKind::Paragraph),
                ],
            ),
            (
                "<table><tr><th>a<th>b</tr><tr><td>1</td><td>2</td></tr></table>",
                &[("a", cell(0, 0, true)), ("b", cell(0, 1, true)), ("1", cell(1, 0, false)), ("2", cell(1, 1, false))],
            ),
            (
                "<blockquote><p>Said so.</p></blockquote><figure><figcaption>A boat.</figcaption></figure>",
                &[("Said so.", BlockKind::Quote), ("A boat.", BlockKind::Caption)],
            ),
            (
                "<p>5&nbsp;miles &amp; more &bogus; &#8212; end</p>",
                &[("5\u{a0}miles & more &bogus; — end", BlockKind::Paragraph)],
            ),
            (
                "<p>One line.<br>Another line.</p>",
                &[("One line.", BlockKind::Paragraph), ("Another line.", BlockKind::Paragraph)],
            ),
            ("<p>Text <!-- hidden --> here.</p>", &[("Text  here.", BlockKind::Paragraph)]),
        ];
        for (text, expected) in table {
            let prose = read(text);
            let blocks: Vec<_> = prose.blocks.iter().map(|it| (&prose.text[it.span.range()], it.kind)).collect();
            assert_eq!(blocks, *expected, "{text}");
        }
    }

    #[test]
    fn the_date_of_publication_is_read() {
        for text in [
            "<meta property=\"article:published_time\" content=\"2016-05-12T10:00:00Z\"><p>x",
            "<time itemprop=datePublished datetime='2016-05-12'>May 12</time>",
        ] {
            assert_eq!(read(text).front_matter, [("date".to_owned(), "2016-05-12".to_owned())], "{text}");
        }
    }
}
