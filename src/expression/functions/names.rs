//! Functions of names and titles.

use super::Function;
use crate::expression::Value;
use crate::expression::types::Type;
use crate::lexicon::Lexicon;
use crate::reading::Verdict;

const T: Type = Type::Text;

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "either",
        parameters: &[T],
        variadic: true,
        result: T,
        summary: "the first of the texts that is known",
        call: |values| values.iter().find(|it| it.as_text().is_some()).cloned().unwrap_or(Value::Unknown),
    },
    Function {
        name: "one_office",
        parameters: &[T, T],
        variadic: false,
        result: Type::Truth,
        summary: "whether two titles are of one office; certainly not where nobody holds both at one time",
        call: |values| match (values[0].as_text(), values[1].as_text()) {
            (Some(one), Some(other)) => {
                let are_one = Lexicon::built_in().offices.are_one(one, other);
                Value::Truth(are_one.map_or(Verdict::CannotTell, Verdict::of))
            }
            _ => Value::Truth(Verdict::CannotTell),
        },
    },
];
