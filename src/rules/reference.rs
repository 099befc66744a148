//! The reference of the rule language, derived from the tables that the program itself uses.

use super::RuleSet;
use super::pattern::FORMS;
use super::words::LISTS;
use crate::claims::KIND_NAMES;
use crate::expression::{FIELDS, SCENE_FIELDS, format_names, functions};

/// The page that `factlint explain --syntax` shows.
pub fn reference(rules: &RuleSet) -> String {
    let mut page = String::from("Patterns\n\n");
    rows(&mut page, FORMS.iter().map(|(written, matches)| ((*written).to_owned(), *matches)));
    page.push_str(PARTS);
    page.push_str("\nKinds of claim\n\n");
    rows(&mut page, KIND_NAMES.iter().map(|kind| (format!("{{x:{}}}", kind.name), kind.summary)));
    page.push_str("\nClasses of words\n\n");
    names(&mut page, rules.classes().names());
    page.push_str("\nParts that all rules may use\n\n");
    names(&mut page, rules.shared_parts());
    page.push_str(EXPRESSIONS);
    page.push_str("\nFunctions\n\n");
    rows(&mut page, functions().map(|it| (it.signature(), it.summary)));
    page.push_str("\nFields of captures\n\n");
    rows(&mut page, FIELDS.iter().map(|it| (format!("x.{}", it.name), it.summary)));
    rows(&mut page, SCENE_FIELDS.iter().map(|it| (format!("x.{}", it.name), it.summary)));
    page.push_str("\nFormats in messages: {expression : format}\n\n");
    page.push_str(&format!("    {}\n", format_names().collect::<Vec<_>>().join(", ")));
    page.push_str("\nLists for `[words]`\n\n");
    rows(&mut page, LISTS.iter().map(|it| (format!("list = {:?}", it.name), it.summary)));
    page
}

const PARTS: &str = "
Parts of patterns

    [parts]                                         before `[find]`: wording that patterns share
    to-a-range = [\"to [a range of] {new:percent}\"]   a list of patterns, of which one is to match

    any = [\"rose @to-a-range\", \"cut @to-a-range\"]   `@to-a-range` stands for the part, with its captures
";

const EXPRESSIONS: &str = "
Expressions

    a = b  a != b  a < b  a <= b  a > b  a >= b     compare readings; a conflict only where no value fits
    a and b  a or b  not a                          combine conditions
    a + b  a - b  a * b  a / b                      compute with intervals and units
    12  12.5  40%  'text'                           constants
    first.date                                      a capture of a named find
    article.date                                    the day on which the article was published
";

/// Adds names as patterns write them.
fn names<'a>(page: &mut String, names: impl Iterator<Item = &'a str>) {
    let names: Vec<String> = names.map(|name| format!("@{name}")).collect();
    page.push_str(&format!("    {}\n", names.join(" ")));
}

/// Adds two columns.
fn rows<'a>(page: &mut String, rows: impl Iterator<Item = (String, &'a str)>) {
    let rows: Vec<(String, &str)> = rows.collect();
    let width = rows.iter().map(|(left, _)| left.chars().count()).max().unwrap_or(0);
    for (left, right) in rows {
        page.push_str(&format!("    {left:width$}  {right}\n"));
    }
}
