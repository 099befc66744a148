//! The reference of the rule language, derived from the tables that the program itself uses.

use super::words::LISTS;
use crate::claims::KIND_NAMES;
use crate::expression::{FIELDS, SCENE_FIELDS, format_names, functions};
use crate::lexicon::Classes;

/// The page that `factlint explain --syntax` shows.
pub fn reference(classes: &Classes) -> String {
    let mut page = String::from(PATTERNS);
    page.push_str("\nKinds of claim\n\n");
    rows(&mut page, KIND_NAMES.iter().map(|kind| (format!("{{x:{}}}", kind.name), kind.summary)));
    page.push_str("\nClasses of words\n\n");
    let names: Vec<String> = classes.names().map(|name| format!("@{name}")).collect();
    page.push_str(&format!("    {}\n", names.join(" ")));
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

const PATTERNS: &str = "\
Patterns

    word            the word, in any case; a mark stands for itself, \\[ for a bracket
    @class          a word or phrase of a class
    <a|b>           one of the two
    [x]             x or nothing
    !<a|b>          neither follows here
    ..              up to eight words of the clause
    ...             any words of the sentence
    ..!             any words of the sentence without a figure among them
    $               the end of the sentence
    {name:kind}     a claim, kept under a name
    {name:kind+}    a list of claims: two or more, with commas or \"and\" between them
    {name:word}     a word; {name:word+} one to six
    {name:@class}   a phrase of a class
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

/// Adds two columns.
fn rows<'a>(page: &mut String, rows: impl Iterator<Item = (String, &'a str)>) {
    let rows: Vec<(String, &str)> = rows.collect();
    let width = rows.iter().map(|(left, _)| left.chars().count()).max().unwrap_or(0);
    for (left, right) in rows {
        page.push_str(&format!("    {left:width$}  {right}\n"));
    }
}
