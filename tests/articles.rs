//! Whole articles: flawed ones with what is reported in them, and sound ones in which nothing may be found.

use std::fs;
use std::path::{Path, PathBuf};

use factlint::article::Article;
use factlint::check::check;
use factlint::diagnostic::Diagnostic;
use factlint::lexicon::Lexicon;
use factlint::report::{Layout, Style};
use factlint::rules::RuleSet;
use factlint::source::{Format, Source};

fn articles(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles").join(kind);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "there are articles in {}", folder.display());
    paths
}

fn checked(path: &Path, rules: &RuleSet) -> (Source, Vec<Diagnostic>) {
    let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let source = Source::new(name.as_str(), text, Format::of_name(&name));
    let article = Article::read(&source.prose, Lexicon::built_in(), None);
    let found = check(&source, &article, rules).diagnostics;
    (source, found)
}

#[test]
fn flawed_articles_are_reported_as_they_should_be() {
    let rules = RuleSet::built_in();
    for path in articles("flawed") {
        let (source, found) = checked(&path, &rules);
        let report = Style::Pretty(Layout::default()).part(&source, &found);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/articles"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        settings.bind(|| insta::assert_snapshot!(name, report));
    }
}

#[test]
fn sound_articles_stay_silent() {
    let rules = RuleSet::built_in();
    let mut reports = String::new();
    for path in articles("sound") {
        let (source, found) = checked(&path, &rules);
        reports.push_str(&Style::Short.part(&source, &found));
    }
    assert!(reports.is_empty(), "false alarms:\n{reports}");
}
