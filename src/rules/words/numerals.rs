//! Small numbers in words and in figures before the same noun, and the percent sign beside the word.

use std::collections::BTreeMap;

use super::{Found, Usage, one_of};
use crate::article::Article;
use crate::lexicon::{Features, Word};
use crate::source::{BlockKind, Span};
use crate::tokens::{Case, Token, TokenKind};

const PER: Word = Word::of("per");
const CENT: Word = Word::of("cent");

/// Finds "three patients" beside "4 patients". Units always take figures, and so do the numbers of tables.
pub(super) fn find(article: &Article<'_>) -> Vec<Found> {
    let text = &article.prose.text;
    let small = article.lexicon.classes.get("small-number");
    let with_figures = Features::UNIT.with(Features::PERCENT).with(Features::CURRENCY).with(Features::SCALE);
    let mut nouns: BTreeMap<Word, [Usage; 2]> = BTreeMap::new();
    for (at, three) in article.tokens.windows(3).enumerate() {
        let [before, number, noun] = three else { continue };
        let is_figure = number.kind == TokenKind::Number && number.span.len() == 1;
        let is_word = number.features.any(Features::NUMBER) && small.is_some_and(|it| it.contains(number.word));
        let is_noun = noun.case == Case::Lower
            && noun.spaced
            && !noun.starts_line
            && text[noun.span.range()].ends_with('s')
            && noun.span.len() > 4
            && !noun.features.any(with_figures.with(Features::FUNCTION));
        let is_counting = before.case == Case::Lower && number.spaced && !number.starts_line;
        if !(is_figure || is_word) || !is_noun || !is_counting || article.is_quoted(number.span.start) {
            continue;
        }
        // "stage 3 patients", "up to 5 items of 10": a label or a scale is no count.
        if is_figure && (!before.features.any(Features::FUNCTION) || is_in_table(article, at)) {
            continue;
        }
        let usages = nouns.entry(noun.word).or_insert_with(|| [Usage::default(), Usage::default()]);
        let usage = &mut usages[usize::from(is_figure)];
        if usage.places.is_empty() {
            usage.written = text[number.span.to(noun.span).range()].to_owned();
        }
        usage.places.push(number.span.to(noun.span));
    }
    let mut found: Vec<Found> = nouns.values().filter_map(|usages| one_of(usages, |_, _| None)).collect();
    found.sort_by_key(|it| it.span);
    found
}

/// Finds the percent sign beside the word, in running text; inside brackets the sign is usual.
pub(super) fn percent_signs(article: &Article<'_>) -> Vec<Found> {
    let text = &article.prose.text;
    let mut usages = [Usage::new("percent"), Usage::new("%")];
    let mut depth = 0_u32;
    for (at, token) in article.tokens.iter().enumerate() {
        if token.starts_line {
            depth = 0;
        }
        match &text[token.span.range()] {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            "%" if depth == 0 && is_behind_number(article, at) && !is_in_table(article, at) => {
                usages[1].places.push(token.span);
            }
            "percent" if is_behind_number(article, at) => usages[0].places.push(token.span),
            _ if token.word == PER
                && article.tokens.get(at + 1).is_some_and(|it| it.word == CENT)
                && is_behind_number(article, at) =>
            {
                usages[0].places.push(token.span.to(article.tokens[at + 1].span));
            }
            _ => {}
        }
    }
    usages.iter_mut().for_each(|it| it.places.retain(|span: &Span| !article.is_quoted(span.start)));
    one_of(&usages, |_, _| None).into_iter().collect()
}

fn is_behind_number(article: &Article<'_>, at: usize) -> bool {
    let is_number = |it: &Token| it.kind == TokenKind::Number;
    at.checked_sub(1).is_some_and(|it| is_number(&article.tokens[it]))
}

fn is_in_table(article: &Article<'_>, at: usize) -> bool {
    let start = article.tokens[at].span.start;
    let block = article.prose.blocks.partition_point(|it| it.span.end <= start);
    article.prose.blocks.get(block).is_some_and(|it| it.kind != BlockKind::Paragraph)
}
