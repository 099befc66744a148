//! What standard output is, and how to lay out text for it.

use std::io::{self, IsTerminal as _};

use super::arguments::Colour;
use crate::report::Layout;

/// The layout of a report on standard output.
pub(super) fn layout(colour: Colour) -> Layout {
    let colour = match colour {
        Colour::Always => true,
        Colour::Never => false,
        // NO_COLOR and its kin are settled conventions; the library knows them.
        Colour::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    };
    let usual = Layout::default().width;
    let width =
        if is_terminal() { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
    Layout { colour, width: width.map_or(usual, |width| width.clamp(40, 120)) }
}

/// Whether a person reads standard output.
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}
