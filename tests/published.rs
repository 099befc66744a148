//! Texts that were really published, kept in a folder beside the repository. Where it is missing, as for everyone who
//! cloned this repository alone, these tests say so and pass.

use std::fs;
use std::path::PathBuf;

use factlint::article::Article;
use factlint::check::check;
use factlint::diagnostic::{Category, Diagnostic, Severity};
use factlint::lexicon::Lexicon;
use factlint::rules::RuleSet;
use factlint::source::{Format, Source};

/// The text of a file of the folder, or nothing, said aloud.
#[allow(clippy::print_stderr)] // a test that tests nothing has to say so
fn shared(path: &str) -> Option<String> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")).join(path);
    let text = fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("SKIPPED: {} is not there, so nothing was tested", path.display());
    }
    text
}

fn found(text: &str, rules: &RuleSet) -> Vec<Diagnostic> {
    let source = Source::new("text", text, Format::Plain);
    let article = Article::read(&source.prose, Lexicon::built_in(), None);
    check(&source, &article, rules).diagnostics
}

/// The findings of fact that a reader would be told of unasked.
fn alarms(found: &[Diagnostic]) -> Vec<&Diagnostic> {
    found.iter().filter(|it| it.category == Category::Fact && it.severity > Severity::Advice).collect()
}

#[test]
fn an_article_with_a_slip_of_the_keyboard() {
    let Some(text) = shared("articles/libya-air-strikes.txt") else { return };
    let rules = RuleSet::built_in();
    let all = found(&text, &rules);
    assert_eq!(alarms(&all), Vec::<&Diagnostic>::new());
    let teh = all.iter().find(|it| it.rule == "spelling/misspelling").expect("teh is reported");
    assert_eq!(&text[teh.span.range()], "teh");
    assert!(teh.fixes[0].safe && teh.fixes[0].edits[0].text == "the", "{teh:?}");

    let source = Source::new("text", text.as_str(), Format::Plain);
    let article = Article::read(&source.prose, Lexicon::built_in(), None);
    for (kind, wanted) in [
        ("quantity", "160 kilometers"),
        ("quantity", "100 miles"),
        ("quantity", "230 kilometers"),
        ("date", "May 12"),
        ("date", "February 2015"),
        ("date", "2016"),
        ("date", "Tuesday"),
        ("date", "Thursday"),
        ("date", "Sunday"),
        ("date", "Wednesday"),
        ("duration", "seven-month"),
        ("number", "Over 600,000"),
        ("number", "1,000"),
        ("number", "21"),
        ("number", "a thousand"),
    ] {
        let is_there =
            |it: &factlint::claims::Claim| it.value.kind() == kind && &article.prose.text[it.span.range()] == wanted;
        assert!(article.claims.iter().any(is_there), "{kind} {wanted}");
    }
}

#[test]
fn the_same_article_with_another_distance() {
    let Some(text) = shared("articles/libya-air-strikes.txt") else { return };
    let rules = RuleSet::built_in();
    for (distance, expected) in [("120", 1), ("90", 1), ("110", 1), ("99.4", 0), ("100", 0)] {
        let all = found(&text.replace("100 miles", &format!("{distance} miles")), &rules);
        let conversions: Vec<_> = all.iter().filter(|it| it.rule == "units/conversion-mismatch").collect();
        assert_eq!(conversions.len(), expected, "{distance} miles");
        assert!(conversions.iter().all(|it| it.labels.len() == 2), "{conversions:?}");
    }
}

#[test]
fn what_was_published_rightly_is_not_reported() {
    let rules = RuleSet::built_in();
    for file in ["eval/published_conversions.jsonl", "eval/traps.jsonl"] {
        for line in shared(file).unwrap_or_default().lines().filter(|it| !it.trim().is_empty()) {
            let case: serde_json::Value = serde_json::from_str(line).expect("each line is an object");
            let text = case["text"].as_str().expect("each case has a text");
            assert_eq!(alarms(&found(text, &rules)), Vec::<&Diagnostic>::new(), "{text}");
        }
    }
}
