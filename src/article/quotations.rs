//! Finds what stands between quotation marks, and who says it.
//!
//! Curly marks open and close by their form; straight ones by what stands around them. A quotation ends with its
//! block at the latest; where the next block opens with a mark again, the same speaker goes on.

use crate::claims::{Claim, Quotation, Value};
use crate::lexicon::{Class, Features, Word, word_ids};
use crate::tokens::{Token, TokenKind, Tokens};

use super::Sentence;
use super::focus::Focus;
use super::sentences::Landmarks;

/// A speaker is named at most so many tokens from the quotation.
const NEAR: u32 = 12;

/// Finds all quotations, in order of the text; speakers are left open.
pub(super) fn find(tokens: Tokens<'_>, sentences: &[Sentence], landmarks: &Landmarks) -> Vec<Claim> {
    const STRAIGHT: Word = Word::of("\"");
    const PAIRS: [[Word; 2]; 2] = [word_ids!["“", "”"], word_ids!["«", "»"]];
    // One in eight sentences has one, or fewer.
    let mut found = Vec::with_capacity(sentences.len() / 8);
    let all = tokens.as_slice();
    let may_quote = |it: &&Sentence| it.profile.features.any(Features::QUOTE);
    for block in sentences.chunk_by(|one, other| one.block == other.block) {
        let (at, end) = (block[0].tokens.0 as usize, block[block.len() - 1].tokens.1 as usize);
        let mut open: Option<(usize, Word)> = None;
        let joints = block.iter().filter(may_quote).flat_map(|it| landmarks.joints(it)).map(|it| *it as usize);
        for index in joints.filter(|it| all[*it].features.any(Features::QUOTE)) {
            let mark = all[index].word;
            match open {
                Some((start, closing)) if mark == closing => {
                    push(&mut found, tokens, start + 1, index);
                    open = None;
                }
                None if mark == STRAIGHT && opens(all, index, end) => open = Some((index, STRAIGHT)),
                None => open = PAIRS.iter().find(|pair| pair[0] == mark).map(|pair| (index, pair[1])),
                Some(_) => {}
            }
        }
        // A quotation of several paragraphs is closed in the last one only.
        if let Some((start, _)) = open
            && (start == at || all.get(end).is_some_and(|next| next.word == STRAIGHT || next.word == PAIRS[0][0]))
        {
            push(&mut found, tokens, start + 1, end);
        }
    }
    found
}

/// Whether the straight mark at `index` stands before a word and not directly behind one.
fn opens(all: &[Token], index: usize, end: usize) -> bool {
    all[index].spaced || (index + 1 < end && !all[index + 1].spaced && !all[index].starts_line)
}

fn push(found: &mut Vec<Claim>, tokens: Tokens<'_>, start: usize, stop: usize) {
    if start < stop {
        let value = Value::Quotation(Quotation { speaker: None });
        found.push(Claim::new(tokens.slice(start, stop), tokens.slice(stop, stop), value));
    }
}

/// Names the speakers: who stands before or behind a verb of speaking, in the clause directly before or behind the
/// quotation. A "he" or a "she" there is whoever the text is about.
pub(super) fn name_speakers(claims: &mut [Claim], focus: &Focus, tokens: Tokens<'_>) {
    let Some(speaking) = tokens.lexicon.classes.get("speaking") else { return };
    let scene = Scene { tokens, claims, focus, speaking };
    let quotations = claims.iter().enumerate().filter(|(_, it)| matches!(it.value, Value::Quotation(_)));
    let speaker = |(from, to): (u32, u32)| scene.behind(to + 1).or_else(|| scene.before(from.saturating_sub(1)));
    let named = quotations.filter_map(|(at, claim)| Some((at, Box::from(speaker(claim.tokens)?))));
    for (at, speaker) in named.collect::<Vec<_>>() {
        claims[at].value = Value::Quotation(Quotation { speaker: Some(speaker) });
    }
}

/// What speakers are looked for in.
struct Scene<'a> {
    tokens: Tokens<'a>,
    claims: &'a [Claim],
    focus: &'a Focus,
    speaking: &'a Class,
}

impl<'a> Scene<'a> {
    /// Who speaks in the clause that begins at a token, behind the quotation.
    fn behind(&self, from: u32) -> Option<&'a str> {
        let all = self.tokens.as_slice();
        let reach = (from..from + NEAR).take_while(|at| all.get(*at as usize).is_some_and(|it| !self.ends(*at, it)));
        self.speaker(from, from + reach.count() as u32)
    }

    /// Who speaks in the clause that ends before a token, where the quotation opens.
    fn before(&self, to: u32) -> Option<&'a str> {
        let all = self.tokens.as_slice();
        let reach = (to.saturating_sub(NEAR)..to).rev().take_while(|at| !self.ends(*at, &all[*at as usize]));
        self.speaker(to - reach.count() as u32, to)
    }

    /// Whether a sentence or another quotation ends or begins at the token.
    fn ends(&self, at: u32, token: &Token) -> bool {
        const STOPS: [Word; 3] = word_ids![".", "!", "?"];
        let is_abbreviated = || {
            let before = at.checked_sub(1).map(|it| self.tokens.get_at(it as usize));
            before.is_some_and(|it| it.features.any(Features::ABBREVIATION) || it.span.len() == 1)
        };
        token.features.any(Features::QUOTE.with(Features::STOP))
            && (token.features.any(Features::QUOTE) || (STOPS.contains(&token.word) && !is_abbreviated()))
    }

    /// The first name before the verb of speaking among the tokens `from..to`, or the first behind it.
    fn speaker(&self, from: u32, to: u32) -> Option<&'a str> {
        const TELLING: [Word; 2] = word_ids!["told", "tells"];
        let word = |at: u32| self.tokens.get_at(at as usize).word;
        let verb = (from..to).find(|at| self.speaking.contains(word(*at)))?;
        let of_range = |from: u32, to: u32| {
            let first = self.claims.partition_point(|it| it.tokens.0 < from);
            let mut here = self.claims[first..].iter().take_while(|it| it.tokens.0 < to);
            here.find(|it| matches!(it.value, Value::Name(_)))
        };
        if let Some(name) = of_range(from, verb) {
            return Some(&self.tokens.text[name.span.range()]);
        }
        let beside = [verb.checked_sub(1).filter(|at| *at >= from), Some(verb + 1).filter(|at| *at < to)];
        let is_pronoun = |at: &u32| self.tokens.get_at(*at as usize).features.any(Features::HE.with(Features::SHE));
        if let Some(at) = beside.into_iter().flatten().find(is_pronoun) {
            let bearer = self.focus.at(at)?;
            let is_borne = |it: &&Claim| matches!(&it.value, Value::Name(name) if name.entity == Some(bearer));
            let name = self.claims.iter().find(is_borne)?;
            return Some(&self.tokens.text[name.span.range()]);
        }
        // "he told Reuters", "the mayor said in Rome": behind some verbs, and far behind others, stands no subject.
        const SUBJECT_REACH: u32 = 7;
        if TELLING.contains(&word(verb)) || self.is_subject_before(from, verb) {
            return None;
        }
        of_range(verb + 1, to.min(verb + SUBJECT_REACH)).map(|it| &self.tokens.text[it.span.range()])
    }

    /// Whether words that may be a subject stand between the quotation and the verb.
    fn is_subject_before(&self, from: u32, verb: u32) -> bool {
        self.tokens.slice(from as usize, verb as usize).as_slice().iter().any(|it| it.kind == TokenKind::Word)
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    #[test]
    fn texts_and_their_quotations() {
        for (text, expected) in [
            ("\"We won,\" said Angela Merkel.", "We won, [Angela Merkel]"),
            ("Angela Merkel said: “We won.”", "We won. [Angela Merkel]"),
            ("“We won,” Angela Merkel told Reuters. Theresa Brandt wept.", "We won, [Angela Merkel]"),
            ("Angela Merkel, who met Theresa Brandt, said: “We won.”", "We won. [Angela Merkel]"),
            ("“We won,” said Angela Merkel of the party, who met Theresa Brandt.", "We won, [Angela Merkel]"),
            ("Angela Merkel left. “We won,” she told Reuters.", "We won, [Angela Merkel]"),
            ("“We won,” the mayor said in Rome.", "We won,"),
            ("Angela Merkel met Theresa Brandt. “We won,” she said.", "We won,"),
            ("The \"Solid Structure\" operation and \"more\" of it.", "Solid Structure; more"),
            ("“We won.\n“We did,” he said.", "We won.; We did,"),
            ("A 5\" pipe and a 6\" pipe.", ""),
        ] {
            let source = Source::new("", text, Format::Plain);
            let article = Article::read(&source.prose, Lexicon::built_in(), None);
            let found = article.claims.iter().filter_map(|claim| {
                let Value::Quotation(quotation) = &claim.value else { return None };
                let speaker = quotation.speaker.as_ref().map_or(String::new(), |it| format!(" [{it}]"));
                Some(format!("{}{speaker}", &text[claim.span.range()]))
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), expected, "{text}");
        }
    }
}
