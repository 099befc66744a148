//! Messages with values in them.
//!
//! ```abnf
//! template    = *(text / placeholder / "{{" / "}}")
//! placeholder = "{" ("better" / expression [" : " format]) "}"   ; better: the replacement that is offered
//! ```

use super::show::{self, Format};
use super::{Expression, Mistake, Names, Scene, suggestion};

/// A text with placeholders that make sense.
#[derive(Debug)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Text(String),
    Value(Box<Expression>, Format),
    /// The replacement that the finding offers.
    Better,
}

impl Template {
    /// Reads a template over the captures of a rule.
    ///
    /// # Errors
    /// Where a placeholder is not closed, or its expression or format makes no sense.
    pub fn new(text: &str, names: &Names<'_>) -> Result<Self, Mistake> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut at = 0;
        while let Some(next) = text[at..].chars().next() {
            let doubled = text[at..].starts_with("{{") || text[at..].starts_with("}}");
            if doubled {
                plain.push(next);
                at += 2;
            } else if next == '{' {
                let Some(length) = text[at..].find('}') else {
                    return Err(Mistake {
                        range: at..text.len(),
                        message: "the placeholder is not closed".to_owned(),
                        label: "opened here".to_owned(),
                        help: Some("write `{{` for a brace that is meant as such".to_owned()),
                    });
                };
                if !plain.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut plain)));
                }
                parts.push(placeholder(&text[at + 1..at + length], at + 1, names)?);
                at += length + 1;
            } else {
                plain.push(next);
                at += next.len_utf8();
            }
        }
        if !plain.is_empty() {
            parts.push(Part::Text(plain));
        }
        Ok(Self { parts })
    }

    /// A template without placeholders.
    pub fn plain(text: &str) -> Self {
        Self { parts: vec![Part::Text(text.to_owned())] }
    }

    /// The text with the values of a scene.
    pub fn fill(&self, scene: &dyn Scene) -> String {
        self.fill_offering(scene, "another")
    }

    /// The text with the values of a scene, and with a replacement for `{better}`.
    pub fn fill_offering(&self, scene: &dyn Scene, better: &str) -> String {
        let mut filled = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => filled.push_str(text),
                Part::Better => filled.push_str(better),
                Part::Value(expression, format) => filled.push_str(&show::value(expression, *format, scene)),
            }
        }
        filled
    }
}

fn placeholder(inside: &str, offset: usize, names: &Names<'_>) -> Result<Part, Mistake> {
    if inside == "better" {
        return Ok(Part::Better);
    }
    let (expression, format) = match inside.rsplit_once(" : ") {
        Some((expression, format)) => (expression, Some(format.trim())),
        None => (inside, None),
    };
    let format = match format {
        None => Format::Plain,
        Some(name) => Format::of_name(name).ok_or_else(|| Mistake {
            range: offset + inside.len() - name.len()..offset + inside.len(),
            message: format!("there is no format called `{name}`"),
            label: "unknown format".to_owned(),
            help: suggestion(name, Format::NAMES.iter().map(|(name, _)| *name)),
        })?,
    };
    let shifted = |mut mistake: Mistake| {
        mistake.range = mistake.range.start + offset..mistake.range.end + offset;
        mistake
    };
    Ok(Part::Value(Box::new(Expression::new(expression, names).map_err(shifted)?), format))
}
