//! Mistakes in rule files: each is reported at its place, with the nearest thing that would be right.

use factlint::rules::RuleSet;
use miette::{GraphicalReportHandler, GraphicalTheme};

/// Name of the snapshot, and the text of the rule file.
const FILES: &[(&str, &str)] = &[
    ("unknown-key", "title = \"t\"\n[find]\nany = [\"{a:quantity}\"]\nrequires = \"a = a\"\n"),
    ("unknown-severity", "title = \"t\"\nseverity = \"eror\"\n[find]\nany = [\"x\"]\n"),
    ("unknown-kind", "title = \"t\"\n[find]\nany = [\"{a:quantiti} ( {b:quantity} )\"]\n"),
    ("unknown-class", "title = \"t\"\n[find]\nany = [\"{verb:@rises} by {a:percent}\"]\n"),
    (
        "unknown-capture",
        "title = \"t\"\n[find]\nany = [\"{before:number} to {after:number}\"]\nrequire = \"befor < after\"\n",
    ),
    ("unknown-field", "title = \"t\"\n[find]\nany = [\"{d:date}\"]\nrequire = \"d.weekdy = 'Monday'\"\n"),
    ("unknown-function", "title = \"t\"\n[find]\nany = [\"{a:number+}\"]\nrequire = \"summ(a) = 3\"\n"),
    ("unknown-placeholder", "title = \"t\"\n[find]\nany = [\"{a:number}\"]\nmessage = \"{b} is wrong\"\n"),
    ("unknown-format", "title = \"t\"\n[find]\nany = [\"{a:number}\"]\nmessage = \"{a : procent} is wrong\"\n"),
    ("types-do-not-fit", "title = \"t\"\n[find]\nany = [\"{a:date} {b:number}\"]\nrequire = \"a = b\"\n"),
    ("no-condition", "title = \"t\"\n[find]\nany = [\"{a:number}\"]\nrequire = \"a + 1\"\n"),
    ("expression-ends-early", "title = \"t\"\n[find]\nany = [\"{a:number}\"]\nrequire = \"a = \"\n"),
    ("pattern-not-closed", "title = \"t\"\n[find]\nany = [\"<a|b {c:number}\"]\n"),
    ("escapes-are-counted", "title = \"t\"\n[find]\nany = [\"\\\"\\u00e9\\\" {c:numbr}\"]\n"),
    (
        "unknown-part",
        "title = \"t\"\n[parts]\nborn-in = [\"born in {a:year}\"]\n[find]\nany = [\"@born-in\", \"was @bornin\"]\n",
    ),
    ("unused-part", "title = \"t\"\n[parts]\nborn = [\"born in {a:year}\"]\n[find]\nany = [\"{a:number}\"]\n"),
    (
        "part-contains-itself",
        "title = \"t\"\n[parts]\nborn = [\"born @when\"]\nwhen = [\"in {a:year} [@born]\"]\n[find]\nany = [\"@born\"]\n",
    ),
    ("mistake-within-part", "title = \"t\"\n[parts]\nborn = [\"was born in {a:yaer}\"]\n[find]\nany = [\"@born\"]\n"),
    ("part-captured", "title = \"t\"\n[parts]\nborn = [\"was born\"]\n[find]\nany = [\"@born {b:@born}\"]\n"),
    ("part-of-nothing", "title = \"t\"\n[parts]\nborn = []\n[find]\nany = [\"@born\"]\n"),
    ("part-without-list", "title = \"t\"\n[parts]\nborn = \"was born\"\n[find]\nany = [\"@born\"]\n"),
    ("part-with-odd-name", "title = \"t\"\n[parts]\nborn_in = [\"was born\"]\n[find]\nany = [\"@born_in\"]\n"),
    ("nothing-to-find", "title = \"t\"\n"),
    ("two-kinds-of-rule", "title = \"t\"\n[find]\nany = [\"x\"]\n[words]\nforbid = [\"y\"]\n"),
    ("label-of-nothing", "title = \"t\"\n[find]\nany = [\"{a:number}\"]\nlabels = { b = \"here\" }\n"),
    ("no-regular-expression", "title = \"t\"\n[words]\npattern = \"(a\"\n"),
    ("unknown-list", "title = \"t\"\n[words]\nlist = \"doubled-word\"\n"),
    ("no-toml", "title = \"t\n"),
];

#[test]
fn mistakes_are_reported_at_their_place() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/bad-rules"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, text) in FILES {
        let error = RuleSet::empty().add("house/rule", "house/rule.toml", text).expect_err(name);
        let handler =
            GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(100).with_links(false);
        let mut report = String::new();
        handler.render_report(&mut report, &*error).expect("a string takes any text");
        settings.bind(|| insta::assert_snapshot!(*name, report.trim_end()));
    }
}

#[test]
fn five_lines_are_a_rule() {
    let mut rules = RuleSet::empty();
    let text = "title = \"too far\"\n[find]\nany = [\"{a:quantity} away\"]\nrequire = \"a < 100\"\n[examples]\n";
    rules.add("house/too-far", "house/too-far.toml", text).expect("the rule is valid");
    assert_eq!(rules.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>(), ["house/too-far"]);
}
