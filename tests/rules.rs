//! Every rule proves itself by its own examples.

use factlint::check::run_examples;
use factlint::rules::RuleSet;

#[test]
fn examples_turn_out_as_their_rules_say() {
    let rules = RuleSet::built_in();
    let failures: Vec<String> = rules
        .iter()
        .flat_map(|rule| run_examples(rule, &rules))
        .map(|it| format!("{} ({}): {}\n    {}", it.rule.name, it.list, it.reason, it.example.text))
        .collect();
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// One snapshot for each rule: what it reports in its `invalid` examples, as its page shows it.
#[test]
fn reports_look_as_they_should() {
    for rule in RuleSet::built_in().iter() {
        let page = factlint::cli::page(rule, factlint::report::Layout::default());
        let reported = page.split_once("\nreported\n").map_or("", |(_, behind)| behind);
        let reported = reported.split("\nnot reported").next().unwrap_or_default();
        let (group, name) = rule.name.rsplit_once('/').unwrap_or(("", &rule.name));
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(format!("{}/snapshots/rules/{group}", env!("CARGO_MANIFEST_DIR")));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, reported.trim_matches('\n')));
    }
}
