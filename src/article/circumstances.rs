//! Where and how each claim is made: quoted, in a headline or caption, denied, doubted.
//!
//! A word of denial or doubt counts for what follows it in its clause; a clause ends with a comma, a semicolon, a dash
//! or the sentence. The words are the classes `@denying` and `@doubting`.

use crate::claims::{Claim, Context, Value};
use crate::lexicon::{Class, Features, Word, word_id};
use crate::source::{Block, BlockKind, Span};
use crate::tokens::{Case, Token, TokenKind, Tokens};

use super::Sentence;

const COLON: Word = Word::of(":");
const OPENING: Word = Word::of("(");
const FILE: Word = Word::of("file");
const CLAUSE_ENDS: [Word; 5] = [Word::of(","), Word::of(";"), Word::of("—"), Word::of("–"), Word::of(":")];
const CAPTION_STARTS: [Word; 5] =
    [Word::of("image"), Word::of("photo"), Word::of("picture"), Word::of("caption"), Word::of("photograph")];

/// Fills in the circumstances of all claims, which are ordered by first token; `quoted` is where quotations stand.
pub(super) fn fill(
    claims: &mut [Claim],
    sentences: &[Sentence],
    blocks: &[Block],
    quoted: &[Span],
    tokens: Tokens<'_>,
) {
    let classes = &tokens.lexicon.classes;
    let (denying, doubting) = (classes.get("denying"), classes.get("doubting"));
    let is = |class: Option<&Class>, word: Word| class.is_some_and(|it| it.contains(word));
    let all = tokens.as_slice();
    let mut next = 0;
    let mut quotation = 0;
    let pictured = pictured(sentences, tokens);
    for (index, sentence) in sentences.iter().enumerate() {
        if claims.get(next).is_none_or(|it| it.tokens.0 >= sentence.tokens.1) {
            continue;
        }
        let block = blocks.get(sentence.block as usize);
        let heading = block.is_some_and(|it| it.kind == BlockKind::Heading);
        let caption = block.is_some_and(|it| it.kind == BlockKind::Caption)
            || is_caption(&all[sentence.tokens.0 as usize..sentence.tokens.1 as usize])
            || pictured.contains(&sentence.block);
        let mut here =
            Context { sentence: index as u32, paragraph: sentence.block, heading, caption, ..Context::default() };
        // Where no such word stands in the sentence, its tokens need no reading.
        let may_doubt = sentence.profile.features.any(Features::MODAL);
        let mut at = sentence.tokens.0;
        while let Some(claim) = claims.get_mut(next).filter(|it| it.tokens.0 < sentence.tokens.1) {
            if may_doubt {
                for token in all.get(at as usize..claim.tokens.0 as usize).unwrap_or_default() {
                    match token.kind {
                        TokenKind::Mark if CLAUSE_ENDS.contains(&token.word) => {
                            (here.negated, here.hedged) = (false, false);
                        }
                        TokenKind::Word if token.features.any(Features::MODAL) => {
                            here.negated |= is(denying, token.word);
                            here.hedged |= is(doubting, token.word);
                        }
                        _ => {}
                    }
                }
                at = at.max(claim.tokens.0);
            }
            while quoted.get(quotation).is_some_and(|it| it.end <= claim.span.start) {
                quotation += 1;
            }
            let is_inside = quoted.get(quotation).is_some_and(|it| it.start <= claim.span.start);
            claim.context = here;
            claim.context.quoted = is_inside && !matches!(claim.value, Value::Quotation(_));
            next += 1;
        }
    }
}

/// The blocks that a credit in brackets closes, "(AP Photo/…)", or that begin with "FILE –".
fn pictured(sentences: &[Sentence], tokens: Tokens<'_>) -> Vec<u32> {
    const DASHES: [Word; 3] = [Word::of("-"), Word::of("–"), Word::of("—")];
    let all = tokens.as_slice();
    let is_caption = |sentence: &&Sentence| {
        let words = &all[sentence.tokens.0 as usize..sentence.tokens.1 as usize];
        let is_file = || words[0].case == Case::Upper && words.get(1).is_some_and(|it| DASHES.contains(&it.word));
        match words[0].word {
            OPENING => is_caption(words),
            FILE => is_file(),
            _ => false,
        }
    };
    sentences.iter().filter(is_caption).map(|it| it.block).collect()
}

/// Whether the words of a sentence begin as the credit of a picture does: "Image: DW/K. Zurutuza", "(AP Photo/…".
fn is_caption(words: &[Token]) -> bool {
    let is_credit = |ahead: usize| words.get(ahead).is_some_and(|it| CAPTION_STARTS.contains(&it.word));
    if words[0].word == OPENING {
        let names_source = |it: &Token| it.word == word_id!("/") || it.word == COLON;
        (is_credit(1) || is_credit(2)) && words.iter().take(5).any(names_source)
    } else {
        words.get(1).is_some_and(|it| it.word == COLON) && is_credit(0)
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    #[test]
    fn texts_and_the_circumstances_of_their_last_name() {
        for (text, expected) in [
            ("It hit Libya.", ""),
            ("\"It hit Libya,\" he said.", "quoted"),
            ("\"It hit hard,\" he said in Libya.", ""),
            ("It never hit Libya.", "negated"),
            ("It never rained, but it hit Libya.", ""),
            ("It may hit Libya.", "hedged"),
            ("It was fine. Image: Karlos Zurutuza", "caption"),
            ("Angela Merkel in Libya. (AP Photo/1)", "caption"),
            ("FILE – The harbour of Libya.", "caption"),
            ("Nobody hit Libya.", "negated"),
            ("It is unclear whether it hit Libya.", "hedged"),
        ] {
            let source = Source::new("", text, Format::Plain);
            let article = Article::read(&source.prose, Lexicon::built_in(), None);
            let name = article.claims.iter().rfind(|it| matches!(it.value, Value::Name(_)));
            let context = name.expect("the text has a name").context;
            let found = [
                (context.quoted, "quoted"),
                (context.caption, "caption"),
                (context.negated, "negated"),
                (context.hedged, "hedged"),
            ];
            let found: Vec<&str> = found.into_iter().filter(|it| it.0).map(|it| it.1).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
