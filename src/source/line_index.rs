//! Lines and columns of a text, computed once and only when something is shown.

/// The start of every line of a text, and a count of its characters at every `STRIDE` bytes.
///
/// The counts keep a column cheap even in a text of 100 MB that is a single line.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
    characters: Vec<u32>,
}

/// A place as people and other programs count it; all fields are 1-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, starting at 1.
    pub line: u32,
    /// The column in characters (Unicode scalar values), starting at 1.
    pub column: u32,
}

/// How many bytes lie between two remembered character counts.
const STRIDE: usize = 512;

impl LineIndex {
    /// Finds the lines of `text`; a line ends with its `\n`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1));
        let mut characters = vec![0];
        let mut count = 0;
        for piece in text.as_bytes().chunks(STRIDE) {
            count += count_characters(piece);
            characters.push(count);
        }
        Self { starts, characters }
    }

    /// The 0-based number of the line that holds `offset`.
    pub fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The offset of the first byte of a 0-based line; past the last line, of the last one.
    pub fn start(&self, line: usize) -> u32 {
        self.starts[line.min(self.starts.len() - 1)]
    }

    /// How many lines there are, at least one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Line and column of `offset` in `text`, which must be the text that the index was made of.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let column = self.characters_before(text, offset) - self.characters_before(text, self.start(line)) + 1;
        Position { line: line as u32 + 1, column }
    }

    /// How many characters of `text` begin before `offset`.
    fn characters_before(&self, text: &str, offset: u32) -> u32 {
        let offset = (offset as usize).min(text.len());
        let step = offset / STRIDE;
        self.characters[step] + count_characters(&text.as_bytes()[step * STRIDE..offset])
    }
}

/// How many characters begin in a piece of UTF-8.
fn count_characters(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::{LineIndex, Position};

    #[test]
    fn columns_count_characters() {
        let text = format!("é€\u{1F525} x\n{} y", "ü".repeat(3000));
        let index = LineIndex::new(&text);
        let place = |needle: &str| index.position(&text, text.find(needle).expect("it is there") as u32);
        assert_eq!(place("x"), Position { line: 1, column: 5 });
        assert_eq!(place("y"), Position { line: 2, column: 3002 });
        assert_eq!(index.position(&text, text.len() as u32), Position { line: 2, column: 3003 });
    }
}
