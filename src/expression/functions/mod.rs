//! The functions of expressions, one file for each subject. The reference page is derived from their summaries.

mod acronyms;
mod dates;
mod digits;
mod money;
mod names;
mod numbers;
mod statistics;
mod times;
mod units;
mod words;

use super::types::Type;
use super::value::Value;

/// A function of expressions.
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// The types of its parameters.
    pub parameters: &'static [Type],
    /// Whether the last parameter may be repeated.
    pub variadic: bool,
    /// The type of its value.
    pub result: Type,
    /// What it computes, for the reference.
    pub summary: &'static str,
    /// Computes it. The values are of the parameters' types, or unknown.
    pub call: fn(&[Value]) -> Value,
}

/// All functions, by subject.
pub fn functions() -> impl Iterator<Item = &'static Function> + Clone {
    [
        numbers::FUNCTIONS,
        digits::FUNCTIONS,
        dates::FUNCTIONS,
        times::FUNCTIONS,
        statistics::FUNCTIONS,
        money::FUNCTIONS,
        units::FUNCTIONS,
        words::FUNCTIONS,
        acronyms::FUNCTIONS,
        names::FUNCTIONS,
    ]
    .into_iter()
    .flatten()
}

impl Function {
    /// The function as it is called: `share(measure, measure)`.
    pub fn signature(&self) -> String {
        let parameters: Vec<&str> = self.parameters.iter().map(|it| it.name().trim_start_matches("a ")).collect();
        let more = if self.variadic { ", …" } else { "" };
        format!("{}({}{more})", self.name, parameters.join(", "))
    }
}

impl std::fmt::Debug for Function {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name)
    }
}
