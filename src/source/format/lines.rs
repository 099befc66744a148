//! Lines of text that no markup tells apart: which of them make one block, and what kind of block a line is.
//!
//! Drafts come out of mail programs, wire services and web pages. A line break in them separates two paragraphs,
//! or wraps one by hand, or is left over from a link that stood on a line of its own; all three look alike to a
//! reader of Markdown.

use crate::source::{BlockKind, Span};

/// Widths between which lines can have been wrapped by hand, in bytes.
const WRAPPED: std::ops::RangeInclusive<usize> = 45..=100;

/// The longest line that can be a heading, in bytes.
const LONGEST_HEADING: usize = 160;

/// The longest line that can be a caption, in bytes.
const LONGEST_CAPTION: usize = 600;

/// Words that no line of its own ends with.
const UNFINISHED: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "than", "that", "the", "to",
    "with",
];

/// The paragraphs that consecutive lines make. The lines are not blank and have no space at their ends.
pub(super) fn paragraphs(text: &str, lines: &[Span]) -> Vec<Span> {
    let width = wrapping_width(text, lines);
    let mut paragraphs: Vec<Span> = Vec::with_capacity(lines.len());
    let mut before: Option<Span> = None;
    for line in lines {
        let joined = before.is_some_and(|before| {
            let (upper, lower) = (&text[before.range()], &text[line.range()]);
            runs_on(upper, lower) || width.is_some_and(|width| is_full(upper, lower, width))
        });
        match paragraphs.last_mut() {
            Some(last) if joined => last.end = line.end,
            _ => paragraphs.push(*line),
        }
        before = Some(*line);
    }
    paragraphs
}

/// What a paragraph of one or more lines is to its reader.
pub(super) fn kind(paragraph: &str) -> BlockKind {
    if is_caption(paragraph) {
        BlockKind::Caption
    } else if is_heading(paragraph) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// Whether the line is a picture credit, or a caption that ends with one.
pub(super) fn is_caption(line: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "image:",
        "image courtesy",
        "image credit",
        "image by",
        "image source",
        "photo:",
        "photos:",
        "photo courtesy",
        "photo credit",
        "photo by",
        "photo illustration",
        "photograph:",
        "photograph by",
        "picture:",
        "picture credit",
        "caption:",
        "credit:",
        "file photo",
    ];
    const ENDINGS: &[&str] = &["getty images", "shutterstock", "via ap", "file photo", "via reuters"];
    const AGENCIES: &[&str] =
        &["(ap photo", "(photo by", "(photo:", "(image:", "(picture:", "getty images", "(file photo", "reuters/"];
    if line.len() > LONGEST_CAPTION {
        return false;
    }
    let lower = line.to_ascii_lowercase();
    let bare = lower.trim_end_matches(['.', ')', ']']);
    if BEGINNINGS.iter().any(|it| lower.trim_start_matches(['(', '[']).starts_with(it))
        || line.len() <= LONGEST_HEADING && ENDINGS.iter().any(|it| bare.ends_with(it))
    {
        return true;
    }
    // A credit in brackets that closes the line makes the whole line a caption.
    let Some(open) = lower.rfind('(') else { return false };
    bare.len() < lower.len() && AGENCIES.iter().any(|it| lower[open..].contains(it))
}

/// Where the words of a list entry begin, if the line is one: behind its bullet or its number.
pub(super) fn list_entry(line: &str) -> Option<usize> {
    let behind = match line.chars().next()? {
        bullet @ ('•' | '·' | '▪' | '●' | '◦' | '-' | '*' | '–' | '—') => bullet.len_utf8(),
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 2 || !matches!(line.as_bytes().get(digits), Some(b'.' | b')')) {
                return None;
            }
            digits + 1
        }
        _ => return None,
    };
    let rest = &line[behind..];
    let words = rest.trim_start();
    (words.len() < rest.len() && !words.is_empty()).then(|| line.len() - words.len())
}

/// Whether the line is the title of what follows: short, begun as a title is, and not ended as a sentence is.
fn is_heading(line: &str) -> bool {
    line.len() <= LONGEST_HEADING
        && !line.contains('\n')
        && !ends_sentence(line)
        && !line.ends_with([',', ';', ':'])
        && line.chars().find(|it| it.is_alphanumeric()).is_some_and(|it| !it.is_lowercase())
}

/// Whether the lower line goes on with the sentence of the upper one.
fn runs_on(upper: &str, lower: &str) -> bool {
    let begins_low =
        lower.chars().find(|it| !matches!(it, '“' | '‘' | '"' | '\'' | '(')).is_some_and(char::is_lowercase);
    if begins_low {
        return !ends_sentence(upper) && !upper.ends_with([';', ':']);
    }
    upper.rsplit(' ').next().is_some_and(|last| UNFINISHED.contains(&last))
}

/// Whether the upper line of a wrapped text is full: the next word had no room in it.
fn is_full(upper: &str, lower: &str, width: usize) -> bool {
    let next = lower.split(' ').next().map_or(0, str::len);
    upper.len() + 1 + next > width
}

/// The width to which lines were wrapped by hand, if they were: some full line must run on to the next.
fn wrapping_width(text: &str, lines: &[Span]) -> Option<usize> {
    let width = lines.iter().map(|line| line.len()).max()?;
    if !WRAPPED.contains(&width) {
        return None;
    }
    let is_wrapped = lines.windows(2).any(|pair| {
        let (upper, lower) = (&text[pair[0].range()], &text[pair[1].range()]);
        runs_on(upper, lower) && is_full(upper, lower, width)
    });
    is_wrapped.then_some(width)
}

/// Whether the line ends with a mark that ends a sentence, and the quotation marks and brackets behind it.
fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::{kind, list_entry, paragraphs};
    use crate::source::{BlockKind, Span};

    #[test]
    fn lines_become_paragraphs() {
        let table: &[(&str, usize)] = &[
            ("The battle for Sirte\nLibyan forces have been fighting since May.", 2),
            ("First paragraph ends here.\nSecond paragraph follows.", 2),
            ("The department has begun\nissuing\nexport licenses to firms.", 1),
            ("Senator Hawley sent a letter to\nWashington University.", 1),
            ("“It matters,”\nsaid Senator Hawley.", 1),
            ("The bill does three things:\nfunds the roads;\ncloses the gap.", 3),
            (
                "The harbour master said on Tuesday that the fire had been put out by\n\
                 noon and that nobody was hurt. Three boats burned down to the water.\n\
                 Two more were towed out of the basin before the wind turned, he said.",
                1,
            ),
        ];
        for (text, count) in table {
            let mut at = 0;
            let lines: Vec<Span> = text
                .split_inclusive('\n')
                .map(|line| {
                    at += line.len();
                    Span::new((at - line.len()) as u32, (at - line.len() + line.trim_end().len()) as u32)
                })
                .collect();
            assert_eq!(paragraphs(text, &lines).len(), *count, "{text}");
        }
    }

    #[test]
    fn lines_are_told_apart() {
        let table: &[(&str, BlockKind)] = &[
            ("The battle for Sirte", BlockKind::Heading),
            ("Advertisement", BlockKind::Heading),
            ("Image: DW/K. Zurutuza", BlockKind::Caption),
            ("Firefighters at the quay on Tuesday. (AP Photo/Jane Doe)", BlockKind::Caption),
            ("The quay on Tuesday | Tom Roe/Getty Images", BlockKind::Caption),
            ("Photo courtesy of Shutterstock", BlockKind::Caption),
            ("He said so.", BlockKind::Paragraph),
            ("“Why?”", BlockKind::Paragraph),
            ("The council will publish:", BlockKind::Paragraph),
            ("Getty Images sued the company (a rival) in London.", BlockKind::Paragraph),
        ];
        for (line, expected) in table {
            assert_eq!(kind(line), *expected, "{line}");
        }
    }

    #[test]
    fn list_entries_are_found() {
        for (line, at) in
            [("• one", Some(4)), ("- one", Some(2)), ("12) one", Some(4)), ("1.5 million", None), ("-5", None)]
        {
            assert_eq!(list_entry(line), at, "{line}");
        }
    }
}
