//! Rule files: from TOML to typed rules.

mod error;

pub use error::RuleError;

/// All rules of a run, ordered by name.
#[derive(Debug, Default)]
pub struct RuleSet {
    /// The rules.
    pub rules: Vec<Rule>,
}

/// One rule, as its file gives it.
#[derive(Debug)]
pub struct Rule {
    /// The path of its file below the rules folder, without the ending: `units/conversion-mismatch`.
    pub name: String,
}

impl RuleSet {
    /// The rules that the program ships with.
    pub fn built_in() -> Self {
        Self::default()
    }

    /// Adds a rule file, or replaces the rule of the same name. `path` is how errors call the file.
    ///
    /// # Errors
    /// Where the file is no valid rule, with the place in it.
    pub fn add(&mut self, name: &str, _path: &str, _text: &str) -> Result<(), Box<RuleError>> {
        self.rules.push(Rule { name: name.to_owned() });
        Ok(())
    }
}
