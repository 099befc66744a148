//! Functions of acronyms and what they stand for.

use super::Function;
use crate::expression::Value;
use crate::expression::types::Type;
use crate::lexicon::{Lexicon, Word};
use crate::reading::{Verdict, acronyms};

const T: Type = Type::Text;

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "letters_match",
        parameters: &[T, T],
        variadic: false,
        result: Type::Truth,
        summary: "whether the letters of an acronym come from a long form; certainly not where they are swapped",
        call: |values| {
            compare(values, |short, long| {
                let words: Vec<&str> = long.split([' ', '-']).collect();
                let connecting = |word: &str| Lexicon::built_in().acronyms.is_connecting(Word::of(word));
                acronyms::letters_match(short, &words, connecting)
            })
        },
    },
    Function {
        name: "same_expansion",
        parameters: &[T, T],
        variadic: false,
        result: Type::Truth,
        summary: "whether two long forms of an acronym are the same but for dialect, hyphens and a last plural",
        call: |values| compare(values, acronyms::same_expansion),
    },
    Function {
        name: "letters_swapped",
        parameters: &[T, T],
        variadic: false,
        result: Type::Truth,
        summary: "whether two acronyms differ by letters that changed places, or by which of their letters stands twice",
        call: |values| compare(values, |one, other| Verdict::of(acronyms::are_swapped(one, other))),
    },
];

fn compare(values: &[Value], function: impl Fn(&str, &str) -> Verdict) -> Value {
    match (values[0].as_text(), values[1].as_text()) {
        (Some(one), Some(other)) => Value::Truth(function(one, other)),
        _ => Value::Truth(Verdict::CannotTell),
    }
}
