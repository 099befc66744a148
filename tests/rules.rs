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
