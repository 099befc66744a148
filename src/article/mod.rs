//! The article: tokens, sentences, blocks and the claims made in them.
//!
//! Reading never fails: any prose is an article.

mod acronyms;
mod circumstances;
mod dates;
mod focus;
mod lists;
mod local_time;
mod names;
mod order;
mod people;
mod quotations;
mod sentences;
mod tables;
mod variants;

pub use sentences::Sentence;
pub use variants::{Evidence, NameVariant};

use std::sync::OnceLock;

use crate::claims::{self, Claim};
use crate::lexicon::Lexicon;
use crate::lexicon::spelling::Varieties;
use crate::source::{Block, Prose, Span};
use crate::tokens::{Lexed, Tokens, lex};

use order::merged;

/// An article as the rules see it.
#[derive(Debug)]
pub struct Article<'a> {
    /// The text that all spans point into.
    pub prose: &'a Prose,
    /// The vocabulary it was read with.
    pub lexicon: &'a Lexicon,
    /// All tokens in order.
    pub tokens: Lexed<'a>,
    /// All sentences in order; they cover the tokens of all blocks.
    pub sentences: Vec<Sentence>,
    /// All claims, ordered by first token, the longer first.
    pub claims: Vec<Claim>,
    /// The day on which it was published, as an EDTF date, where it is known.
    pub date: Option<String>,
    /// The varieties of English that the house spells in, where it said so.
    pub house_spelling: Option<Varieties>,
    variants: OnceLock<Vec<NameVariant>>,
    focus: focus::Focus,
    /// Where quotations stand, in order.
    quoted: Vec<Span>,
}

impl<'a> Article<'a> {
    /// Reads an article. `date` is the day of publication, for texts that do not state it themselves in their
    /// front matter.
    pub fn read(prose: &'a Prose, lexicon: &'a Lexicon, date: Option<&str>) -> Self {
        let mut tokens = lex(&prose.text, lexicon);
        let (sentences, landmarks) = sentences::split(&tokens, &prose.text, &prose.blocks);
        let stated = prose.front_matter.iter().find(|(name, _)| name == "date").map(|(_, value)| value.clone());
        let blocks = || sentences.chunk_by(|one, other| one.block == other.block);
        blocks().for_each(|block| tokens.begin_block(block[0].tokens.0 as usize));
        let view = tokens.view();
        let mut claims: Vec<Claim> = Vec::with_capacity(tokens.len() / 6);
        for block in blocks() {
            let (start, end) = (block[0].tokens.0 as usize, block[block.len() - 1].tokens.1 as usize);
            claims::scan_into(view.slice(start, end), &mut claims);
        }
        let names = names::find(view, &sentences, &landmarks);
        let acronyms = acronyms::find(view, &sentences, &landmarks);
        let quotations = quotations::find(view, &sentences, &landmarks);
        let quoted: Vec<Span> = quotations.iter().map(|claim| claim.span).collect();
        let lists = lists::find(view, &sentences, &landmarks, &prose.blocks, (&claims, &quotations));
        let [sure, of_headlines, settled] = names;
        // The short rows first: nearly all claims are figures and sure names, which are moved once or twice.
        let others = merged(of_headlines, merged(settled, merged(acronyms, merged(quotations, lists))));
        let claims = merged(claims, merged(sure, others));
        let totals = tables::find(view, &sentences, &prose.blocks, &claims);
        let mut claims = merged(claims, totals);
        let people = people::identify(&mut claims, view);
        let focus = focus::Focus::follow(&claims, &people, &sentences, &prose.blocks, view);
        quotations::name_speakers(&mut claims, &focus, view);
        circumstances::fill(&mut claims, &sentences, &prose.blocks, &quoted, view);
        let date = stated.or(date.map(str::to_owned));
        let calendar = dates::of_calendar(&claims);
        local_time::place(&mut claims, &calendar, &sentences, view);
        dates::resolve(&mut claims, &calendar, &sentences, view, date.as_deref());
        let (house_spelling, variants) = (None, OnceLock::new());
        Self { prose, lexicon, tokens, sentences, claims, variants, focus, quoted, date, house_spelling }
    }

    /// The article, to be measured against the spelling of a house rather than its own.
    pub fn spelled_as(self, house_spelling: Option<Varieties>) -> Self {
        Self { house_spelling, ..self }
    }

    /// The person whom the text is about at a token, as the `entity` of the names; `None` where two may be meant.
    pub fn person_at(&self, token: u32) -> Option<u32> {
        self.focus.at(token)
    }

    /// Names that are spelled two ways, ordered by the first place of the rarer spelling. They are looked for when they
    /// are first asked for, since only rules on names do.
    pub fn variants(&self) -> &[NameVariant] {
        self.variants.get_or_init(|| variants::find(&self.claims, &self.sentences, self.tokens()))
    }

    /// A view of all tokens.
    pub fn tokens(&self) -> Tokens<'_> {
        self.tokens.view()
    }

    /// Whether the byte stands between quotation marks.
    pub fn is_quoted(&self, at: u32) -> bool {
        let before = self.quoted.partition_point(|span| span.start <= at);
        before.checked_sub(1).is_some_and(|index| at < self.quoted[index].end)
    }

    /// The block that a sentence stands in.
    pub fn block(&self, sentence: &Sentence) -> &Block {
        &self.prose.blocks[sentence.block as usize]
    }
}
