//! The report for people: each finding with the words it is about, and how each claim was read.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan};

use super::Summary;
use super::excerpt::Excerpt;
use super::visible::visible;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Span};

/// How the report is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Whether colours are used.
    pub colour: bool,
    /// How many columns a line has.
    pub width: usize,
}

impl Default for Layout {
    /// What fits every terminal and file: no colours, 100 columns.
    fn default() -> Self {
        Self { colour: false, width: 100 }
    }
}

/// Columns that the frame around the text takes.
const FRAME: usize = 8;

pub(super) fn part(layout: Layout, source: &Source, diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let finding = Finding::new(source, diagnostic, layout.width.saturating_sub(FRAME));
        if handler(layout).render_report(&mut text, &finding).is_err() {
            // A report without its excerpt is better than none.
            text.push_str(&super::short::part(source, std::slice::from_ref(diagnostic)));
        }
        text.push('\n');
    }
    text
}

pub(super) fn whole(parts: &[String], summary: &Summary) -> String {
    format!("{}{summary}\n", parts.concat())
}

/// The renderer of findings and of mistakes in rule files.
pub fn handler(layout: Layout) -> GraphicalReportHandler {
    let theme = if layout.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    GraphicalReportHandler::new_themed(theme).with_links(false).with_width(layout.width)
}

/// A finding as miette renders it.
#[derive(Debug)]
struct Finding<'a> {
    diagnostic: &'a Diagnostic,
    excerpt: Excerpt<'a>,
    labels: Vec<LabeledSpan>,
}

impl<'a> Finding<'a> {
    fn new(source: &'a Source, diagnostic: &'a Diagnostic, room: usize) -> Self {
        let mut places: Vec<Span> = diagnostic.labels.iter().map(|label| label.span).collect();
        if places.is_empty() {
            places.push(diagnostic.span);
        }
        let excerpt = Excerpt::new(source, &places, room);
        // The excerpt is headed by the place that the finding is about.
        let primary = places.iter().position(|it| it.overlaps(diagnostic.span)).unwrap_or(0);
        let label = |(number, place): (usize, &Span)| {
            let shown = excerpt.place(*place);
            let span = (shown.start as usize, shown.len());
            let text = diagnostic.labels.get(number).map(|it| visible(&it.text).into_owned());
            if number == primary {
                LabeledSpan::new_primary_with_span(text, span)
            } else {
                LabeledSpan::new_with_span(text, span)
            }
        };
        let labels = places.iter().enumerate().map(label).collect();
        Self { diagnostic, labels, excerpt }
    }
}

impl fmt::Display for Finding<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&visible(&self.diagnostic.message))
    }
}

impl std::error::Error for Finding<'_> {}

impl miette::Diagnostic for Finding<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.diagnostic.rule))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let mut lines: Vec<String> = self.diagnostic.help.iter().map(|it| visible(it).into_owned()).collect();
        for fix in &self.diagnostic.fixes {
            let option = if fix.safe { "--fix" } else { "--fix --unsafe-fixes" };
            lines.push(format!("{} ({option})", visible(&fix.title)));
        }
        (!lines.is_empty()).then(|| Box::new(lines.join("\n")) as _)
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
