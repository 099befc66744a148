//! Functions of words.

use super::Function;
use crate::expression::Value;
use crate::expression::types::Type;
use crate::reading::{Verdict, stem};

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "stem",
        parameters: &[Type::Text],
        variadic: false,
        result: Type::Text,
        summary: "the last word without its ending: the same for award, awards and awarded",
        call: |values| match values[0].as_text().and_then(|it| it.split_whitespace().next_back()) {
            Some(word) => Value::Text(stem(word)),
            None => Value::Unknown,
        },
    },
    Function {
        name: "last_word",
        parameters: &[Type::Text],
        variadic: false,
        result: Type::Text,
        summary: "the last word: of a name, mostly the surname",
        call: |values| match values[0].as_text().and_then(|it| it.split_whitespace().next_back()) {
            Some(word) => Value::Text(word.to_owned()),
            None => Value::Unknown,
        },
    },
    Function {
        name: "mentions",
        parameters: &[Type::Text, Type::Text],
        variadic: true,
        result: Type::Truth,
        summary: "whether one of the phrases behind the first stands in the first",
        call: |values| match values[0].as_text() {
            Some(text) => {
                let text = format!(" {} ", words_of(text));
                let mut phrases = values[1..].iter().filter_map(Value::as_text);
                Value::Truth(Verdict::of(phrases.any(|it| text.contains(&format!(" {} ", words_of(it))))))
            }
            None => Value::Truth(Verdict::CannotTell),
        },
    },
    Function {
        name: "in_common",
        parameters: &[Type::List, Type::List],
        variadic: false,
        result: Type::Measure,
        summary: "how many entries of the first list stand in the second too",
        call: |values| match (&values[0], &values[1]) {
            (Value::List(one), Value::List(other)) => {
                Value::number(one.iter().filter(|it| other.contains(it)).count() as f64)
            }
            _ => Value::Unknown,
        },
    },
];

/// The words of a text in lower case, one space apart, without marks.
fn words_of(text: &str) -> String {
    let is_mark = |it: char| !it.is_alphanumeric() && it != '\'' && it != '’';
    let words = text.split(is_mark).filter(|it| !it.is_empty()).map(str::to_lowercase);
    words.collect::<Vec<_>>().join(" ")
}
