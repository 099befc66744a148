//! The article: tokens, sentences, blocks and the claims made in them.
//!
//! Reading never fails: any prose is an article.

mod sentences;

pub use sentences::Sentence;

use crate::claims::{self, Claim};
use crate::lexicon::Lexicon;
use crate::source::{Block, Prose};
use crate::tokens::{Token, Tokens, lex};

/// An article as the rules see it.
#[derive(Debug)]
pub struct Article<'a> {
    /// The text that all spans point into.
    pub prose: &'a Prose,
    /// The vocabulary it was read with.
    pub lexicon: &'a Lexicon,
    /// All tokens in order.
    pub tokens: Vec<Token>,
    /// All sentences in order; they cover the tokens of all blocks.
    pub sentences: Vec<Sentence>,
    /// All claims, ordered by first token, the longer first.
    pub claims: Vec<Claim>,
    /// The day on which it was published, as an EDTF date, where it is known.
    pub date: Option<String>,
}

impl<'a> Article<'a> {
    /// Reads an article. `date` is the day of publication, for texts that do not state it themselves in their
    /// front matter.
    pub fn read(prose: &'a Prose, lexicon: &'a Lexicon, date: Option<&str>) -> Self {
        let tokens = lex(&prose.text, lexicon);
        let sentences = sentences::split(&tokens, &prose.text, &prose.blocks);
        let stated = prose.front_matter.iter().find(|(name, _)| name == "date").map(|(_, value)| value.clone());
        let mut claims = claims::scan(Tokens::new(&tokens, &prose.text, lexicon));
        let mut sentence = 0;
        for claim in &mut claims {
            while sentences.get(sentence + 1).is_some_and(|next: &Sentence| next.tokens.0 <= claim.tokens.0) {
                sentence += 1;
            }
            claim.context.sentence = sentence as u32;
            claim.context.paragraph = sentences.get(sentence).map_or(0, |it| it.block);
        }
        Self { prose, lexicon, tokens, sentences, claims, date: stated.or(date.map(str::to_owned)) }
    }

    /// A view of all tokens.
    pub fn tokens(&self) -> Tokens<'_> {
        Tokens::new(&self.tokens, &self.prose.text, self.lexicon)
    }

    /// The block that a sentence stands in.
    pub fn block(&self, sentence: &Sentence) -> &Block {
        &self.prose.blocks[sentence.block as usize]
    }
}
