//! Finds the lists whose entries are marked: bullets and numbers of a list, letters in brackets within a block, and
//! sentences that begin with "First", "Second" ….
//!
//! ```abnf
//! lettered  = "(a)" entry "(b)" entry *("(" letter ")" entry)        ; letters or figures in order, within a block
//! ordinals  = "First," entry *sentence "Second," entry …             ; few sentences between them
//! ```

use crate::claims::{Form, Item, List};
use crate::lexicon::{Features, Word, word_ids};
use crate::source::{Block, BlockKind};

use super::super::Sentence;
use super::{CLOSING, COMMA, Finder, OPENING, Piece};

/// Within how many tokens of its first mark a lettered list ends.
const REACH: usize = 800;

/// How many sentences may lie between "First" and "Second".
const ORDINAL_REACH: usize = 6;

impl Finder<'_> {
    /// Entries marked "(a)", "(b)" or "(1)", "(2)" within one block, each run of them at its first mark, up to the end
    /// of its sentence.
    pub(super) fn lettered(&mut self, sentences: &[Sentence]) {
        const MARKS: [[&str; 12]; 3] = [
            ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"],
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
            ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
        ];
        let is_marked = |at: usize, mark: &str| {
            at + 2 < self.tokens.len()
                && self.token(at).word == OPENING
                && self.token(at + 2).word == CLOSING
                && self.spelling(at + 1) == mark
        };
        let mut found = Vec::new();
        let mut behind_last = 0;
        for (index, sentence) in sentences.iter().enumerate() {
            if !sentence.profile.features.any(Features::BRACKET) {
                continue;
            }
            let (start, first_end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
            for at in self.landmarks.joints(sentence).iter().map(|it| *it as usize) {
                if self.token(at).word != OPENING
                    || at < behind_last
                    || at + 2 >= first_end
                    || self.token(at + 2).word != CLOSING
                {
                    continue;
                }
                let Some(marks) = MARKS.iter().find(|marks| is_marked(at, marks[0])) else { continue };
                // "section 3(a)" names a part of a law.
                if !self.token(at).spaced && at > start {
                    continue;
                }
                let mut end = first_end;
                let is_near = |it: &&Sentence| it.block == sentence.block && (it.tokens.0 as usize) < at + REACH;
                for next in sentences[index + 1..].iter().take_while(is_near) {
                    end = next.tokens.1 as usize;
                }
                let mut begins = vec![at];
                for next in at + 3..end.saturating_sub(3) {
                    if begins.len() < marks.len() && is_marked(next, marks[begins.len()]) {
                        begins.push(next);
                    }
                }
                if begins.len() >= 2 {
                    let ends = begins.iter().skip(1).copied().chain([end]);
                    let items = begins.iter().zip(ends).map(|(from, to)| self.item((from + 3, to.max(from + 4))));
                    let items = items.map(|item| Item { amount: None, ..item }).collect();
                    behind_last = end;
                    found.push((at, first_end, List { items, form: Form::Lettered }));
                    break;
                }
            }
        }
        for (start, end, list) in found {
            self.push(start, end, list);
        }
    }

    /// Bullet and numbered lists, each at its first entry.
    pub(super) fn bullets(&mut self, sentences: &[Sentence], blocks: &[Block]) {
        if !blocks.iter().any(|it| matches!(it.kind, BlockKind::ListItem { .. })) {
            return;
        }
        let list_of = |sentence: &Sentence| match blocks.get(sentence.block as usize).map(|it| it.kind) {
            Some(BlockKind::ListItem { list }) => Some(list),
            _ => None,
        };
        let mut at = 0;
        while at < sentences.len() {
            let Some(list) = list_of(&sentences[at]) else {
                at += 1;
                continue;
            };
            let first = at;
            let mut items: Vec<(u32, Piece)> = Vec::new();
            while at < sentences.len() && list_of(&sentences[at]) == Some(list) {
                let sentence = &sentences[at];
                if items.last().is_none_or(|(block, _)| *block != sentence.block) {
                    items.push((sentence.block, (sentence.tokens.0 as usize, sentence.tokens.1 as usize)));
                }
                at += 1;
            }
            if items.len() >= 2 {
                let (start, end) = sentences[first].tokens;
                let items = items.iter().map(|(_, piece)| self.item(*piece)).collect();
                self.push(start as usize, end as usize, List { items, form: Form::Bullets });
            }
        }
    }

    /// Sentences that begin with "First", "Second", "Third" …, each run of them at its first word.
    pub(super) fn ordinals(&mut self, sentences: &[Sentence], blocks: &[Block]) {
        const ORDINALS: [[Word; 2]; 8] = [
            word_ids!["first", "firstly"],
            word_ids!["second", "secondly"],
            word_ids!["third", "thirdly"],
            word_ids!["fourth", "fourthly"],
            word_ids!["fifth", "fifthly"],
            word_ids!["sixth", "sixthly"],
            word_ids!["seventh", "seventhly"],
            word_ids!["eighth", "eighthly"],
        ];
        // "First, …"; "Second Lieutenant …" and "Third graders …" are none.
        let is_set_off = |sentence: &Sentence| {
            let (first, end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
            sentence.profile.features.any(Features::PARTING) && first + 1 < end && self.token(first + 1).word == COMMA
        };
        let ordinal = |sentence: &Sentence| {
            let first = self.token(sentence.tokens.0 as usize).word;
            let at = ORDINALS.iter().position(|words| words.contains(&first))?;
            let is_text = matches!(
                blocks.get(sentence.block as usize).map(|it| it.kind),
                Some(BlockKind::Paragraph | BlockKind::ListItem { .. })
            );
            is_text.then_some(at)
        };
        // Hardly a sentence has a comma behind its first word.
        let place = |sentence: &Sentence| if is_set_off(sentence) { ordinal(sentence) } else { None };
        let mut found = Vec::new();
        let mut at = 0;
        while at < sentences.len() {
            if place(&sentences[at]) != Some(0) {
                at += 1;
                continue;
            }
            let mut run = vec![at];
            let mut next = at + 1;
            while next < sentences.len() && next - run[run.len() - 1] <= ORDINAL_REACH {
                match place(&sentences[next]) {
                    Some(found) if found == run.len() => run.push(next),
                    Some(_) => break,
                    None => {}
                }
                next += 1;
            }
            if run.len() >= 2 {
                found.push(run.clone());
            }
            at = run[run.len() - 1] + 1;
        }
        for run in found {
            let piece = |index: &usize| {
                let (start, end) = sentences[*index].tokens;
                (start as usize, end as usize)
            };
            let items: Vec<Item> = run.iter().map(|index| Item { amount: None, ..self.item(piece(index)) }).collect();
            let start = sentences[run[0]].tokens.0 as usize;
            self.push(start, start + 1, List { items, form: Form::Ordinals });
        }
    }
}
