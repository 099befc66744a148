//! Properties of reading: any bytes are read without a panic, and every place in the prose has a place in the file.

use factlint::article::Article;
use factlint::lexicon::Lexicon;
use factlint::source::{Format, Prose, Source, Span};
use proptest::prelude::*;

const FORMATS: [Format; 3] = [Format::Plain, Format::Markdown, Format::Html];

/// Pieces that mean something to one reader or another, or that are awkward for all.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z0-9 .,:;'\"()-]{0,12}",
        2 => prop::sample::select(vec![
            "\n", "\r\n", "\n\n", "---\n", "# ", "* ", "1. ", "> ", "| a | b |\n|---|---|\n", "```\n", "    ", "<p>", "</p>",
            "<br>", "<td>", "<tr>", "<table>", "<li>", "<ul>", "</ul>", "<script>", "</script>", "<!--", "-->", "<", ">", "&", "&amp;",
            "&#8212;", "&nbsp;", "&bogus;", "\\", "\\*", "**", "_", "`", "[", "](", ")", "![", "\u{feff}", "\0", "é", "€", "\u{1F525}",
            "e\u{301}", "\u{200b}", "\u{2028}", "5", "$3.5bn", "12 May 2016", "9 a.m.", "Image: ", "title: x\n", "date: 2020-01-02\n",
        ])
        .prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn assert_sound(text: &str, prose: &Prose, format: Format) {
    let mut at = 0;
    for run in &prose.runs {
        assert_eq!(run.prose.start, at, "{format:?}: the runs cover the prose without gap or overlap");
        at = run.prose.end;
        assert!(run.file.end as usize <= text.len(), "{format:?}: {run:?} lies outside the file");
        let here = prose.text.get(run.prose.range()).expect("a run begins and ends between characters");
        let there = text.get(run.file.range()).expect("a run's place in the file is between characters");
        if run.verbatim {
            assert_eq!(here, there, "{format:?}: a verbatim run is the same in the file");
        }
    }
    assert_eq!(at as usize, prose.text.len(), "{format:?}: the runs end with the prose");
    let mut end = 0;
    for block in &prose.blocks {
        assert!(block.span.start >= end, "{format:?}: blocks do not overlap");
        end = block.span.end;
        let words = prose.text.get(block.span.range()).expect("a block begins and ends between characters");
        assert!(!words.trim().is_empty(), "{format:?}: a block says something");
    }
}

fn assert_maps_back(text: &str, prose: &Prose, span: Span) {
    let there = prose.to_file(span);
    assert!(text.get(there.range()).is_some(), "{span:?} maps to {there:?}, which is no text of the file");
    if prose.is_verbatim(span) {
        assert_eq!(&text[there.range()], &prose.text[span.range()]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_read_in_every_format(text in pieces()) {
        for format in FORMATS {
            let source = Source::new("any", text.clone(), format);
            assert_sound(&text, &source.prose, format);
            let article = Article::read(&source.prose, Lexicon::built_in(), None);
            for token in article.tokens.iter() {
                assert_maps_back(&text, &source.prose, token.span);
            }
            for claim in &article.claims {
                assert!(source.prose.text.get(claim.span.range()).is_some(), "{format:?}: {claim:?} cuts a character");
                assert!(claim.tokens.0 < claim.tokens.1 && claim.tokens.1 as usize <= article.tokens.len());
                assert_maps_back(&text, &source.prose, claim.span);
                let _ = (claim.value.describe(), claim.value.to_json());
            }
        }
    }

    #[test]
    fn positions_count_characters(text in pieces(), share in 0.0..1.0f64) {
        let source = Source::new("any", text.clone(), Format::Plain);
        let mut offset = (text.len() as f64 * share) as usize;
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let position = source.position(offset as u32);
        let line = text[..offset].matches('\n').count() + 1;
        let column = text[..offset].rsplit('\n').next().map_or(0, |it| it.chars().count()) + 1;
        prop_assert_eq!((position.line as usize, position.column as usize), (line, column));
    }
}
