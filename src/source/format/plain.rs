//! Plain text: every byte of it is prose. Lines are blocks, unless they were wrapped by hand.

use super::lines;
use crate::source::{Block, BlockKind, Prose, Span};

/// Reads plain text.
pub(super) fn read(text: &str) -> Prose {
    let mut prose = Prose::default();
    prose.push(text, Span::new(0, text.len() as u32));
    let mut group = Vec::new();
    let mut lists = Lists::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // A byte order mark is no part of the words.
        let words = line.trim_start_matches(|it: char| it.is_whitespace() || it == '\u{feff}');
        let start = at + line.len() - words.len();
        let words = words.trim_end();
        at += line.len();
        if words.is_empty() {
            close(&mut prose, &mut group);
        } else if let Some(behind) = lines::list_entry(words) {
            close(&mut prose, &mut group);
            let span = Span::new((start + behind) as u32, (start + words.len()) as u32);
            prose.blocks.push(Block { span, kind: BlockKind::ListItem { list: lists.number(prose.blocks.len()) } });
        } else {
            group.push(Span::new(start as u32, (start + words.len()) as u32));
        }
    }
    close(&mut prose, &mut group);
    prose
}

/// Ends a group of lines that no blank line separates.
fn close(prose: &mut Prose, group: &mut Vec<Span>) {
    for span in lines::paragraphs(&prose.text, group) {
        let kind = lines::kind(&prose.text[span.range()]);
        prose.blocks.push(Block { span, kind });
    }
    group.clear();
}

/// Numbers the lists: entries without another block between them are of one list.
#[derive(Default)]
struct Lists {
    count: u32,
    next_block: Option<usize>,
}

impl Lists {
    fn number(&mut self, block: usize) -> u32 {
        if self.next_block != Some(block) {
            self.count += 1;
        }
        self.next_block = Some(block + 1);
        self.count - 1
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::BlockKind;

    #[test]
    fn blocks_of_a_draft() {
        let prose = read(
            "\u{feff}  Fire at the harbour\r\n\r\nThree boats burned on Tuesday.\r\nNobody was hurt.\r\n\
             • one boat\r\n• two more\r\n\r\nImage: Port of Ellmouth\r\n- a list of its own",
        );
        let blocks: Vec<_> = prose.blocks.iter().map(|it| (&prose.text[it.span.range()], it.kind)).collect();
        assert_eq!(
            blocks,
            [
                ("Fire at the harbour", BlockKind::Heading),
                ("Three boats burned on Tuesday.", BlockKind::Paragraph),
                ("Nobody was hurt.", BlockKind::Paragraph),
                ("one boat", BlockKind::ListItem { list: 0 }),
                ("two more", BlockKind::ListItem { list: 0 }),
                ("Image: Port of Ellmouth", BlockKind::Caption),
                ("a list of its own", BlockKind::ListItem { list: 1 }),
            ]
        );
    }
}
