//! Finds what the totals of a table are totals of.
//!
//! A row that is headed "Total" adds up the rows above it, a column that is headed so the columns before it. What is
//! added is read only where it is sure: all cells hold one figure of one sort, and other totals of the table add up in
//! the same way, or there is only one and it is larger than each of its parts.

use std::collections::BTreeMap;

use crate::claims::{Claim, Form, Item, List, Value};
use crate::lexicon::Word;
use crate::reading::{Figure, Interval};
use crate::source::{Block, BlockKind};
use crate::tokens::{Token, TokenKind, Tokens};

use super::Sentence;
use super::order::place;

/// A cell: its tokens, and its figure where it holds one alone.
struct Cell {
    tokens: (usize, usize),
    is_header: bool,
    figure: Option<Interval>,
    /// The sort of figure: totals add up one sort.
    sort: Option<&'static str>,
}

type Table = BTreeMap<(u32, u32), Cell>;

/// Finds the totals of all tables, in order: for each, a list of what it adds up, at the cell of the total.
pub(super) fn find(tokens: Tokens<'_>, sentences: &[Sentence], blocks: &[Block], claims: &[Claim]) -> Vec<Claim> {
    if !blocks.iter().any(|it| matches!(it.kind, BlockKind::Cell { .. })) {
        return Vec::new();
    }
    let mut tables: BTreeMap<u32, Table> = BTreeMap::new();
    for sentence in sentences {
        let Some(BlockKind::Cell { table, row, column, header }) =
            blocks.get(sentence.block as usize).map(|it| it.kind)
        else {
            continue;
        };
        let (start, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let cell = tables.entry(table).or_default().entry((row, column)).or_insert(Cell {
            tokens: (start, end),
            is_header: header && row == 0,
            figure: None,
            sort: None,
        });
        cell.tokens.1 = end;
    }
    let mut found = Vec::new();
    for table in tables.values_mut() {
        for cell in table.values_mut() {
            if let Some((figure, sort)) = figure_of(tokens, claims, cell.tokens) {
                (cell.figure, cell.sort) = (Some(figure), Some(sort));
            }
        }
        let across: Table = table.iter().map(|((row, column), cell)| ((*column, *row), cell.clone_place())).collect();
        total_rows(tokens, table, &mut found);
        total_rows(tokens, &across, &mut found);
    }
    found.sort_by_key(place);
    found
}

impl Cell {
    fn clone_place(&self) -> Self {
        Self { tokens: self.tokens, is_header: self.is_header, figure: self.figure, sort: self.sort }
    }
}

/// The totals of the rows headed so. A table that is laid on its side gives those of the columns.
fn total_rows(tokens: Tokens<'_>, table: &Table, found: &mut Vec<Claim>) {
    let Some(first_column) = table.keys().map(|(_, column)| *column).min() else { return };
    let rows: Vec<u32> = {
        let mut rows: Vec<u32> = table.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    };
    let heading = |row: u32| table.get(&(row, first_column));
    let is_in = |row: u32, class: &str| heading(row).is_some_and(|cell| is_of_class(tokens, cell.tokens, class));
    let totals: Vec<usize> = (0..rows.len()).filter(|at| is_in(rows[*at], "total-heading")).collect();
    let [total] = totals[..] else { return };
    // The first row heads the columns; labels such as ranks and years are never added.
    let parts: Vec<u32> = rows[..total].iter().skip(1).copied().filter(|row| !is_in(*row, "never-added")).collect();
    if parts.len() < 2 || parts.iter().any(|row| is_in(*row, "part-heading")) {
        return;
    }
    let mut columns: Vec<u32> = table.keys().map(|(_, column)| *column).filter(|it| *it != first_column).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut read: Vec<(bool, Claim)> = Vec::new();
    for column in columns {
        let Some(sum) = table.get(&(rows[total], column)) else { continue };
        let Some(whole) = sum.figure else { continue };
        let cells: Option<Vec<&Cell>> = parts.iter().map(|row| table.get(&(*row, column))).collect();
        let Some(cells) = cells.filter(|cells| cells.iter().all(|it| it.figure.is_some() && it.sort == sum.sort))
        else {
            continue;
        };
        let items: Vec<Item> = cells
            .iter()
            .map(|cell| {
                let (start, end) = cell.tokens;
                let span = tokens.get_at(start).span.to(tokens.get_at(end - 1).span);
                Item { text: tokens.text[span.range()].into(), amount: cell.figure }
            })
            .collect();
        let list = List { items, form: Form::Total };
        // What lies between its parts is a mean or the like.
        let largest = cells.iter().filter_map(|it| it.figure).map(|it| it.point).fold(f64::NEG_INFINITY, f64::max);
        if whole.point < largest {
            continue;
        }
        let adds_up = list.total().overlaps(whole);
        let (start, end) = sum.tokens;
        let input = tokens.slice(start, end);
        read.push((adds_up, Claim::new(input, input.skip(end - start), Value::List(list))));
    }
    let right = read.iter().filter(|(adds_up, _)| *adds_up).count();
    if read.len() == 1 || 2 * right >= read.len() {
        found.extend(read.into_iter().map(|(_, claim)| claim));
    }
}

/// The one figure of a cell, as wide as rounding makes it, and its sort. Brackets around it make it negative.
fn figure_of(tokens: Tokens<'_>, claims: &[Claim], (start, end): (usize, usize)) -> Option<(Interval, &'static str)> {
    let from = claims.partition_point(|claim| (claim.tokens.0 as usize) < start);
    let here = claims[from..].iter().take_while(|claim| (claim.tokens.1 as usize) <= end);
    let mut read = None;
    let mut behind = 0;
    for claim in here {
        let (figure, sort): (Figure, _) = match &claim.value {
            Value::Number(it) => (it.figure, "number"),
            Value::Money(it) => (it.figure, "money"),
            Value::Percent(it) => (it.figure.scale(0.01), "percent"),
            Value::Quantity(it) => (it.figure, "quantity"),
            _ => return None,
        };
        if (claim.tokens.0 as usize) < behind {
            continue;
        }
        if read.is_some() {
            return None;
        }
        behind = claim.tokens.1 as usize;
        // The zeros at the end of a whole number are no rounding in a table.
        let coarsest = if sort == "percent" { 0.01 } else { 1.0 };
        // Small whole numbers are counts.
        let is_count = sort == "number" && figure.step >= 1.0 && figure.value().abs() < 1000.0;
        let coarsest = if is_count { 0.0 } else { coarsest };
        let half = if figure.scaled { figure.step } else { figure.step.min(coarsest) } / 2.0;
        let point = figure.value();
        read = Some((Interval::new(point - half, point, point + half), sort, claim.tokens));
    }
    let (interval, sort, of_figure) = read?;
    // Nothing but marks may stand beside it.
    let is_mark = |at: usize| tokens.get_at(at).kind == TokenKind::Mark;
    let is_alone = (start..of_figure.0 as usize).chain(of_figure.1 as usize..end).all(is_mark);
    let is_negative = matches!(tokens.spelling(tokens.get_at(start)), "(");
    is_alone.then_some((if is_negative { -interval } else { interval }, sort))
}

/// Whether the words of a cell are a phrase of a class, marks apart.
fn is_of_class(tokens: Tokens<'_>, (start, end): (usize, usize), class: &str) -> bool {
    let Some(class) = tokens.lexicon.classes.get(class) else { return false };
    let is_word = |it: &&Token| it.kind != TokenKind::Mark || tokens.spelling(it) == "#";
    let words: Vec<Word> = tokens.slice(start, end).as_slice().iter().filter(is_word).map(|it| it.word).collect();
    class.has(&words)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::{Form, Value};
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    /// The sums of what the totals add up, in order of the text.
    fn sums(text: &str) -> Vec<f64> {
        let source = Source::new("", text, Format::Markdown);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        let totals = article.claims.iter().filter_map(|claim| match &claim.value {
            Value::List(list) if list.form == Form::Total => Some(list.total().point),
            _ => None,
        });
        totals.collect()
    }

    #[test]
    fn totals_and_what_they_add_up() {
        let parties = "| Party | Seats |\n|---|---|\n| Red | 12 |\n| Blue | 9 |\n| Total | 22 |\n";
        let medals =
            "| Nation | Gold | Silver | Total |\n|---|---|---|---|\n| Kenya | 3 | 4 | 7 |\n| Ghana | 1 | 2 | 4 |\n";
        let means = "| Year | Rain |\n|---|---|\n| 2019 | 600 |\n| 2020 | 800 |\n| Total | 700 |\n";
        let ranks = "| Rank | Gold | Silver | Total |\n|---|---|---|---|\n| 1 | 3 | 4 | 7 |\n| 2 | 1 | 2 | 3 |\n";
        for (text, expected) in [(parties, &[21.0][..]), (medals, &[7.0, 3.0]), (means, &[]), (ranks, &[7.0, 3.0])] {
            assert_eq!(sums(text), expected, "{text}");
        }
    }
}
