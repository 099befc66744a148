//! The wording of a finding: messages, labels and fixes filled with the values of a match.

use super::matcher::{Capture, Match};
use crate::article::Article;
use crate::claims::{Claim, Kind, KindSet};
use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::expression::{Calendar, Measure, Scene, Value};
use crate::lexicon::Features;
use crate::reading::{Days, Interval, stem};
use crate::rules::{Check, Find, Rule};
use crate::source::{Source, Span};
use crate::tokens::TokenKind;

/// The matches of a rule's finds, as expressions see them: the slots of all finds, one after the other.
pub(super) struct Scope<'a> {
    /// The article.
    pub article: &'a Article<'a>,
    /// The finds of the rule.
    pub finds: &'a [Find],
    /// One match for each find.
    pub matches: &'a [Match],
}

/// Words that say nothing of what a sentence is about.
const WEIGHTLESS: Features = Features::FUNCTION
    .with(Features::NUMBER)
    .with(Features::SCALE)
    .with(Features::ORDINAL)
    .with(Features::FRACTION)
    .with(Features::UNIT)
    .with(Features::CURRENCY)
    .with(Features::MONTH)
    .with(Features::WEEKDAY)
    .with(Features::HEDGE)
    .with(Features::CALENDAR)
    .with(Features::PERCENT)
    .with(Features::PERIOD);

impl Scope<'_> {
    fn capture(&self, slot: usize) -> Option<&Capture> {
        let mut slot = slot;
        for (find, matched) in self.finds.iter().zip(self.matches) {
            match slot.checked_sub(find.slots.len()) {
                None => return matched.captures[slot].as_ref(),
                Some(rest) => slot = rest,
            }
        }
        None
    }

    /// The indices of all claims that take part.
    pub(super) fn all_claims(&self) -> impl Iterator<Item = usize> + '_ {
        let captures = self.matches.iter().flat_map(|it| it.captures.iter().flatten());
        captures.flat_map(|it| it.claims.iter().map(|claim| *claim as usize))
    }

    /// The match whose find has the slot.
    fn match_of(&self, slot: usize) -> Option<&Match> {
        let mut slot = slot;
        for (find, matched) in self.finds.iter().zip(self.matches) {
            match slot.checked_sub(find.slots.len()) {
                None => return Some(matched),
                Some(rest) => slot = rest,
            }
        }
        None
    }

    fn span(&self, tokens: (u32, u32)) -> Span {
        let (first, last) = (tokens.0 as usize, tokens.1.max(tokens.0 + 1) as usize - 1);
        self.article.tokens[first].span.to(self.article.tokens[last].span)
    }
}

impl Scene for Scope<'_> {
    fn claim(&self, slot: usize) -> Option<&Claim> {
        match self.capture(slot)?.claims[..] {
            [claim] => Some(&self.article.claims[claim as usize]),
            _ => None,
        }
    }

    fn claims(&self, slot: usize) -> Vec<&Claim> {
        let claims = self.capture(slot).map_or(&[][..], |it| &it.claims);
        claims.iter().map(|claim| &self.article.claims[*claim as usize]).collect()
    }

    fn text(&self, slot: usize) -> Option<&str> {
        let capture = self.capture(slot)?;
        Some(&self.article.prose.text[self.span(capture.tokens).range()])
    }

    fn words_around(&self, slot: usize) -> Vec<String> {
        /// How many tokens to either side are near.
        const REACH: u32 = 12;
        let (Some(capture), Some(matched)) = (self.capture(slot), self.match_of(slot)) else { return Vec::new() };
        let sentence = &self.article.sentences[matched.sentence as usize];
        let start = capture.tokens.0.saturating_sub(REACH).max(sentence.tokens.0);
        let end = (capture.tokens.1 + REACH).min(sentence.tokens.1);
        let mut stems = Vec::new();
        for at in (start..capture.tokens.0).chain(capture.tokens.1..end) {
            let token = &self.article.tokens[at as usize];
            let spelling = &self.article.prose.text[token.span.range()];
            if token.kind == TokenKind::Word && spelling.len() > 2 && !token.features.any(WEIGHTLESS) {
                stems.push(stem(spelling));
            }
        }
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    fn nearby(&self, slot: usize) -> Option<&str> {
        let at = self.match_of(slot)?.sentence as usize;
        let sentences = &self.article.sentences;
        let (first, last) = (&sentences[at.saturating_sub(1)], &sentences[(at + 1).min(sentences.len() - 1)]);
        let tokens = &self.article.tokens[first.tokens.0 as usize..last.tokens.1 as usize];
        let (first, last) = (tokens.first()?, tokens.last()?);
        self.article.prose.text.get(first.span.range().start..last.span.range().end)
    }

    fn sentence(&self, slot: usize) -> Option<u32> {
        self.match_of(slot).map(|it| it.sentence)
    }

    fn peers(&self, slot: usize) -> (Vec<Value>, Vec<Value>) {
        const MEASURED: KindSet =
            KindSet::of(&[Kind::Number, Kind::Quantity, Kind::Money, Kind::Percent, Kind::Fraction, Kind::Duration]);
        let nothing = (Vec::new(), Vec::new());
        let Some(matched) = self.match_of(slot) else { return nothing };
        let Some(&own) = self.capture(slot).and_then(|it| it.claims.first()) else { return nothing };
        let (article, own) = (self.article, own as usize);
        let (start, end) = article.sentences[matched.sentence as usize].tokens;
        // What is added up or compared is meant as it is written, also "18 months".
        let value = |at: usize| match Value::of_claim(&article.claims[at], "") {
            Value::Duration(it) => Value::Measure(Measure::time(Interval::exact(it.written_seconds()))),
            other => other,
        };
        let of_own = value(own);
        let first = article.claims.partition_point(|it| it.tokens.0 < start);
        let claims = article.claims[first..].iter().take_while(|it| it.tokens.0 < end);
        // "23 to 61" is a claim that holds two others; these are the figures.
        let is_range = |at: usize, it: &Claim| {
            let next = article.claims.get(at + 1);
            next.is_some_and(|next| next.tokens.0 < it.tokens.1 && MEASURED.contains(next.value.tag()))
        };
        let others = (first..)
            .zip(claims)
            .filter(|(at, it)| *at != own && MEASURED.contains(it.value.tag()) && !is_range(*at, it));
        let mut peers = nothing;
        for (at, peer) in others.map(|(at, _)| (at, value(at))).filter(|(_, it)| it.is_peer_of(&of_own)) {
            if at < own { peers.0.push(peer) } else { peers.1.push(peer) }
        }
        peers
    }

    fn article_date(&self) -> Value {
        let day = self.article.date.as_deref().and_then(|it| it.parse::<jiff::civil::Date>().ok());
        day.map_or(Value::Unknown, |it| Value::Date(Calendar::of_days(Days::single(it))))
    }
}

/// The diagnostic for a check that does not hold.
pub(super) fn word_finding(source: &Source, rule: &Rule, check: &Check, scope: &Scope<'_>) -> Diagnostic {
    let prose = &source.prose;
    let quoted = is_quoted(scope);
    let better = check.fixes.iter().find(|(slot, _)| scope.capture(*slot).is_some()).map(|(_, it)| it.fill(scope));
    let mut message = check.message.fill_offering(scope, better.as_deref().unwrap_or_default());
    if quoted {
        message.push_str(" (in a quotation)");
    }
    let hint = check.hints.iter().find(|(when, _)| when.holds(scope).agrees()).map(|(_, help)| help);
    let labels = labels(check, scope);
    let last = scope.matches.last().map_or(&[][..], |it| &it.captures);
    let of_last = last.iter().flatten().filter(|it| !it.claims.is_empty()).map(|it| scope.span(it.tokens));
    let whole = || scope.matches.last().map(|it| scope.span(it.tokens));
    let span = of_last.reduce(Span::to).or_else(whole).unwrap_or_default();
    Diagnostic {
        rule: rule.name.clone(),
        category: rule.category,
        severity: if quoted { rule.severity.lower() } else { rule.severity },
        message,
        help: hint.or(check.help.as_ref()).map(|it| it.fill(scope)),
        span: prose.to_file(span),
        labels: labels.into_iter().map(|(span, text)| Label { span: prose.to_file(span), text }).collect(),
        fixes: fixes(source, check, scope),
    }
}

/// Whether every claim that takes part stands in a quotation.
fn is_quoted(scope: &Scope<'_>) -> bool {
    let mut claims = scope.all_claims().map(|claim| scope.article.claims[claim].context.quoted).peekable();
    claims.peek().is_some() && claims.all(|it| it)
}

/// The labels in order of the text: what the rule says of each capture and, for captures that it says nothing of,
/// how the claim was read or what could stand in place of the words. Two labels of one place are one.
fn labels(check: &Check, scope: &Scope<'_>) -> Vec<(Span, String)> {
    let mut labels: Vec<(Span, String)> = Vec::new();
    for (slot, template) in &check.labels {
        if let Some(capture) = scope.capture(*slot) {
            labels.push((scope.span(capture.tokens), template.fill(scope)));
        }
    }
    let is_labelled = |slot: usize| check.labels.iter().any(|(labelled, _)| *labelled == slot);
    for (slot, template) in check.fixes.iter().filter(|(slot, _)| !is_labelled(*slot)) {
        if let Some(capture) = scope.capture(*slot).filter(|it| it.claims.is_empty()) {
            labels.push((scope.span(capture.tokens), format!("perhaps `{}`", template.fill(scope))));
        }
    }
    let slots: usize = scope.finds.iter().map(|find| find.slots.len()).sum();
    for slot in (0..slots).filter(|slot| !is_labelled(*slot)) {
        if let (Some(capture), Some(claim)) = (scope.capture(slot), scope.claim(slot)) {
            labels.push((scope.span(capture.tokens), format!("read as {}", claim.value.describe())));
        }
    }
    labels.sort();
    labels.dedup_by(|later, earlier| {
        let is_same = later.0 == earlier.0;
        if is_same && later.1 != earlier.1 {
            earlier.1 = format!("{}; {}", earlier.1, later.1);
        }
        is_same
    });
    labels
}

/// The replacements that the rule offers, where the text stands verbatim in the file. Facts are never safe to mend.
fn fixes(source: &Source, check: &Check, scope: &Scope<'_>) -> Vec<Fix> {
    let mut fixes = Vec::new();
    for (slot, template) in &check.fixes {
        let Some(capture) = scope.capture(*slot) else { continue };
        let span = scope.span(capture.tokens);
        let text = template.fill(scope);
        if text.is_empty() || !source.prose.is_verbatim(span) {
            continue;
        }
        let written = &source.prose.text[span.range()];
        let title = format!("change `{written}` to `{text}`");
        fixes.push(Fix { title, safe: false, edits: vec![Edit { span: source.prose.to_file(span), text }] });
    }
    fixes
}
