//! Any text can be checked: no panic, every place inside the file and on character boundaries, and the same findings
//! each time.

use std::sync::OnceLock;

use factlint::article::Article;
use factlint::check::check;
use factlint::diagnostic::Diagnostic;
use factlint::lexicon::Lexicon;
use factlint::rules::RuleSet;
use factlint::source::{Format, Source};
use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

fn found(text: &str, format: Format) -> Vec<Diagnostic> {
    static RULES: OnceLock<RuleSet> = OnceLock::new();
    let source = Source::new("text", text, format);
    let article = Article::read(&source.prose, Lexicon::built_in(), Some("2024-05-31"));
    check(&source, &article, RULES.get_or_init(RuleSet::built_in)).diagnostics
}

/// What articles are made of, and what breaks readers of them.
const PIECES: &[&str] = &[
    "160",
    "1,200.5",
    "0",
    "3.5",
    "½",
    "20",
    "1998",
    "29",
    "31",
    "km",
    "miles",
    "ft",
    "in",
    "°C",
    "$",
    "€",
    "million",
    "bn",
    "percent",
    "%",
    "points",
    "from",
    "to",
    "between",
    "and",
    "or",
    "of",
    "rose",
    "fell",
    "by",
    "Feb.",
    "May",
    "Tuesday",
    "Wednesday",
    "9 a.m.",
    "21:65",
    "GMT",
    "EDT",
    "(",
    ")",
    "[",
    "]",
    "“",
    "”",
    "\"",
    "'",
    "’s",
    ",",
    ";",
    ":",
    "—",
    "–",
    "-",
    ".",
    "…",
    "\n",
    "\n\n",
    "- ",
    "| a | b |",
    "<p>",
    "&amp;",
    "Mr.",
    "Ruth Pellow",
    "Pellow",
    "GNA",
    "(GNA)",
    "teh",
    "the",
    "a",
    "born",
    "died",
    "aged",
    "45",
    "45-year-old",
    "years",
    "later",
    "ago",
    "t(28) = 2.20",
    "p = .03",
    "52–48",
    "First",
    "Second",
    "both",
    "respectively",
    "total",
    "including",
    "each",
    "é",
    "\u{200b}",
    "\u{0}",
    "🙂",
    "٣",
    "ﬁ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    let joint = prop_oneof![6 => Just(" "), 1 => Just("")];
    prop::collection::vec((piece, joint), 0..60)
        .prop_map(|parts| parts.into_iter().map(|(piece, joint)| piece + joint).collect())
}

proptest! {
    #[test]
    fn any_text_is_checked(text in text()) {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let all = found(&text, format);
            for it in &all {
                let labels = it.labels.iter().map(|label| label.span);
                let edits = it.fixes.iter().flat_map(|fix| fix.edits.iter().map(|edit| edit.span));
                for span in labels.chain(edits).chain([it.span]) {
                    prop_assert!(text.get(span.range()).is_some(), "{}: {:?}", it.rule, span);
                }
            }
            prop_assert_eq!(all, found(&text, format));
        }
    }
}

/// A text that says one thing for ever is read in as little room as any other: no parser calls itself for each word.
#[test]
fn what_is_repeated_for_ever_is_read() {
    const TIMES: usize = 20_000;
    for piece in [
        "about",
        "more than",
        "from",
        "between",
        "minus",
        "a",
        "5 by",
        "5 x",
        "5 to",
        "5 and",
        "5,",
        "1 thousand",
        "4 thousand 3",
        "a half",
        "aged 5 and",
        "two years and",
        "the 16th,",
        "May 5,",
        "early",
        "(a)",
        "6-4,",
        "$5 to",
        "(",
        "“",
        "John Smith,",
        "of",
        "1/2",
        "10:30 to",
    ] {
        let source = Source::new("text", format!("{piece} ").repeat(TIMES), Format::Plain);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        assert!(article.tokens.len() >= TIMES, "{piece}");
    }
}
