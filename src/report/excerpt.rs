//! The piece of a text that is shown with a finding.
//!
//! A line of an article is a paragraph, often of a thousand characters. So a long line is cut to the words around
//! what the finding is about. Lines and columns come from the line index of the text, not from a new scan for each
//! label.

use miette::{MietteError, SourceCode, SourceSpan, SpanContents};

use super::visible::visible;
use crate::source::{Source, Span};

/// Stands for what was cut off at either side; its bytes are counted in offsets.
const CUT: &str = "… ";

/// A text as one finding shows it.
#[derive(Debug)]
pub(super) struct Excerpt<'a> {
    source: &'a Source,
    /// The places to be shown, in order, each inside one line.
    places: Vec<Span>,
    /// How many bytes of a line there is room for.
    room: usize,
    windows: Vec<Window>,
}

/// A stretch of text that shows one or more places.
#[derive(Debug)]
struct Window {
    /// What it shows, from the first place to the last.
    shown: Span,
    /// Where `text` stands in the file, the marks of cuts counted.
    offset: usize,
    text: String,
}

impl<'a> Excerpt<'a> {
    /// The excerpt for places of the text. Each is cut to what can be shown of it ([`Excerpt::place`]).
    pub(super) fn new(source: &'a Source, places: &[Span], room: usize) -> Self {
        let mut excerpt = Self { source, places: Vec::new(), room: room.max(20), windows: Vec::new() };
        excerpt.places = places.iter().map(|place| excerpt.place(*place)).collect();
        excerpt.places.sort_unstable();
        let mut groups: Vec<(Span, Span)> = Vec::new();
        for place in &excerpt.places {
            if let Some((shown, window)) = groups.last_mut()
                && let Some(wider) = excerpt.window(shown.to(*place))
            {
                (*shown, *window) = (shown.to(*place), wider);
            } else if let Some(window) = excerpt.window(*place) {
                groups.push((*place, window));
            }
        }
        excerpt.windows = groups.into_iter().map(|(shown, window)| excerpt.cut(shown, window)).collect();
        excerpt
    }

    /// The part of a place that is shown: what stands on its first line, as far as there is room.
    pub(super) fn place(&self, place: Span) -> Span {
        let words = &self.source.text[place.range()];
        let line = words.split(['\n', '\r']).next().unwrap_or_default().trim_end();
        let mut end = line.len().min(self.room);
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        Span::new(place.start, place.start + end as u32)
    }

    /// The line that holds `at`, without its line break.
    fn line(&self, at: u32) -> Span {
        let lines = self.source.lines();
        let start = lines.start(lines.line(at));
        let rest = &self.source.text[start as usize..];
        let length = rest.find('\n').unwrap_or(rest.len());
        Span::new(start, start + rest[..length].trim_end_matches('\r').len() as u32)
    }

    /// The stretch of text to show for a span, or nothing where it has no room.
    fn window(&self, span: Span) -> Option<Span> {
        let line = self.line(span.start);
        if !line.contains(span) {
            return self.lines_of(span);
        }
        if line.len() <= self.room {
            return Some(line);
        }
        if span.len() > self.room && !self.places.contains(&span) {
            return None;
        }
        let margin = self.room.saturating_sub(span.len()) as u32 / 2;
        // What is not needed at one end of the line is used at the other.
        let spare_before = margin.saturating_sub(span.start - line.start);
        let spare_behind = margin.saturating_sub(line.end - span.end);
        let from =
            self.word_start(span.start.saturating_sub(margin + spare_behind).max(line.start), span.start, line.start);
        let to = self.word_end((span.end + margin + spare_before).min(line.end), span.end, line.end);
        Some(self.whole_places(Span::new(from, to), span))
    }

    /// Whole lines for a span over several, where all of them are short.
    fn lines_of(&self, span: Span) -> Option<Span> {
        let index = self.source.lines();
        let (first, last) = (index.line(span.start), index.line(span.end));
        let lines = (first..=last).map(|it| self.line(index.start(it)));
        let mut all: Option<Span> = None;
        for line in lines {
            if line.len() > self.room {
                return None;
            }
            all = Some(all.map_or(line, |all| all.to(line)));
        }
        all
    }

    /// The first word that begins at `from` or behind it, but not behind `limit`.
    fn word_start(&self, from: u32, limit: u32, line_start: u32) -> u32 {
        if from == line_start {
            return from;
        }
        // The mark of the cut needs as many bytes before it.
        let mut at = from.max(CUT.len() as u32);
        while !self.source.text.is_char_boundary(at as usize) {
            at += 1;
        }
        let before_limit = self.source.text.get(at as usize..limit as usize).unwrap_or_default();
        before_limit.find(' ').map_or(at.min(limit), |space| at + space as u32 + 1)
    }

    /// The last word that ends at `to` or before it, but not before `limit`.
    fn word_end(&self, to: u32, limit: u32, line_end: u32) -> u32 {
        if to == line_end {
            return to;
        }
        let mut at = to;
        while !self.source.text.is_char_boundary(at as usize) {
            at -= 1;
        }
        let behind_limit = self.source.text.get(limit as usize..at as usize).unwrap_or_default();
        behind_limit.rfind(' ').map_or(at.max(limit), |space| limit + space as u32)
    }

    /// The text of a window, with marks where the line goes on beyond it.
    fn cut(&self, shown: Span, window: Span) -> Window {
        let mut text = visible(&self.source.text[window.range()]).into_owned();
        let mut offset = window.start as usize;
        if self.line(window.start).start < window.start && offset >= CUT.len() {
            text.insert_str(0, CUT);
            offset -= CUT.len();
        }
        if window.end < self.line(window.end).end {
            text.push_str(" …");
        }
        Window { shown, offset, text }
    }

    /// Moves the ends of a window out of the places that they would cut.
    fn whole_places(&self, mut window: Span, shown: Span) -> Span {
        for place in &self.places {
            if place.start < window.end && window.end < place.end {
                window.end = if place.start >= shown.end { place.start } else { place.end };
            }
            if place.start < window.start && window.start < place.end {
                window.start = if place.end <= shown.start { place.end } else { place.start };
            }
        }
        window
    }
}

impl SourceCode for Excerpt<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_lines_before: usize,
        _context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let asked = Span::new(span.offset() as u32, (span.offset() + span.len()) as u32);
        let window = self.windows.iter().find(|it| it.shown.contains(asked)).ok_or(MietteError::OutOfBounds)?;
        // The report asks without context for the line and column of the place itself.
        let at = if context_lines_before == 0 { asked.start } else { window.shown.start };
        let position = self.source.position(at);
        Ok(Box::new(Contents {
            window,
            name: &self.source.name,
            span: (window.offset, window.text.len()).into(),
            line: position.line as usize - 1,
            column: position.column as usize - 1,
        }))
    }
}

/// A window, with its place.
#[derive(Debug)]
struct Contents<'a> {
    window: &'a Window,
    name: &'a str,
    span: SourceSpan,
    line: usize,
    column: usize,
}

impl<'a> SpanContents<'a> for Contents<'a> {
    fn data(&self) -> &'a [u8] {
        self.window.text.as_bytes()
    }

    fn span(&self) -> &SourceSpan {
        &self.span
    }

    fn name(&self) -> Option<&str> {
        Some(self.name)
    }

    fn line(&self) -> usize {
        self.line
    }

    fn column(&self) -> usize {
        self.column
    }

    fn line_count(&self) -> usize {
        self.window.text.matches('\n').count()
    }
}
