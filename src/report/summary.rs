//! What a run read, checked and found, in numbers.

use crate::diagnostic::{Diagnostic, Severity};

/// The counts of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// Claims that were read in them.
    pub claims: usize,
    /// Comparisons that could tell agreement from conflict.
    pub checked: usize,
    /// Findings of severity `error`.
    pub errors: usize,
    /// Findings of severity `warning`.
    pub warnings: usize,
    /// Findings of severity `advice`.
    pub advice: usize,
}

impl Summary {
    /// The counts of one file.
    pub fn of_file(claims: usize, checked: usize, diagnostics: &[Diagnostic]) -> Self {
        let count = |severity| diagnostics.iter().filter(|it| it.severity == severity).count();
        Self {
            files: 1,
            claims,
            checked,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
        }
    }

    /// How many findings are at least as grave as `severity`.
    pub fn at_least(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.errors + self.warnings,
            Severity::Advice => self.errors + self.warnings + self.advice,
        }
    }
}

impl std::ops::Add for Summary {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            files: self.files + other.files,
            claims: self.claims + other.claims,
            checked: self.checked + other.checked,
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            advice: self.advice + other.advice,
        }
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        write!(formatter, "{} read, {} cross-checked", plural(self.claims, "claim"), self.checked)?;
        write!(formatter, ", {}, {}", plural(self.errors, "error"), plural(self.warnings, "warning"))?;
        if self.advice > 0 {
            write!(formatter, ", {} advice", self.advice)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Summary;

    #[test]
    fn one_is_not_plural() {
        let summary = Summary { files: 2, claims: 57, checked: 12, errors: 1, warnings: 2, advice: 0 };
        assert_eq!(summary.to_string(), "57 claims read, 12 cross-checked, 1 error, 2 warnings");
    }
}
