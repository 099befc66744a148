//! From a rule file to a rule that is known to make sense.

use std::ops::Range;

use super::error::RuleError;
use super::file::{self, File, Text};
use super::parts::Parts;
use super::pattern::Item;
use super::program::{self, Program, Vocabulary};
use super::words::WordRule;
use super::{Body, Check, Example, Examples, FactRule, Find, Rule, pattern};
use crate::claims::KindSet;
use crate::diagnostic::{Category, Severity};
use crate::expression::{Expression, Mistake, Names, Slot, Template};
use crate::lexicon::Classes;

pub(super) type Loaded<T> = Result<T, Box<RuleError>>;

/// Reads the text of a rule file.
pub(super) fn load(name: &str, path: &str, text: &str, classes: &Classes, shared: &Parts) -> Loaded<Rule> {
    let file: File = toml::from_str(text).map_err(|error| RuleError::toml(path, text, &error))?;
    let loader = Loader { path, text, classes };
    if file.parts.is_empty() {
        return loader.rule(name, file, shared);
    }
    let mut parts = shared.clone();
    parts.add(&loader, &file.parts)?;
    loader.rule(name, file, &parts)
}

/// Reads the text of a file of shared parts into those that are known.
pub(super) fn load_parts(path: &str, text: &str, classes: &Classes, shared: &mut Parts) -> Loaded<()> {
    let written = toml::from_str(text).map_err(|error| RuleError::toml(path, text, &error))?;
    shared.add(&Loader { path, text, classes }, &written)
}

/// What every mistake needs to point into the file.
pub(super) struct Loader<'a> {
    path: &'a str,
    text: &'a str,
    classes: &'a Classes,
}

impl Loader<'_> {
    /// What a pattern may name.
    pub(super) fn vocabulary<'v>(&'v self, parts: &'v Parts) -> Vocabulary<'v> {
        Vocabulary { classes: self.classes, parts }
    }

    fn rule(&self, name: &str, file: File, parts: &Parts) -> Loaded<Rule> {
        let is_words = file.words.is_some();
        let used = parts.used_by(file.find.iter().flat_map(file::Find::patterns));
        if let Some(part) = file.parts.keys().find(|part| !used.iter().any(|it| it.name == *part.get_ref())) {
            let name = part.get_ref();
            return Err(self
                .at(part, 0..name.len(), format!("the part `@{name}` is not used"), "not used".to_owned())
                .help(Some(format!("write `@{name}` in a pattern, or take it out"))));
        }
        let body = match (file.find, file.relate, file.words) {
            (Some(find), relate, None) => self.fact_rule(&file.title, &find, relate.as_ref(), parts)?,
            (None, None, Some(words)) => Body::Words(WordRule::load(self, &file.title, &words)?),
            (Some(_), _, Some(_)) => return Err(self.whole("a rule has either `[find]` or `[words]`, not both")),
            (None, Some(_), _) => return Err(self.whole("`[relate]` joins finds, and there is no `[find.first]`")),
            (None, None, None) => {
                return Err(self
                    .whole("the rule looks for nothing")
                    .help(Some("add a table `[find]` with `any = [\"…\"]`, or `[words]`".to_owned())));
            }
        };
        let examples = &file.examples;
        Ok(Rule {
            name: name.to_owned(),
            severity: file.severity.unwrap_or(Severity::Warning),
            category: file.category.unwrap_or(if is_words { Category::Language } else { Category::Fact }),
            summary: file.summary.unwrap_or_else(|| file.title.clone()),
            title: file.title,
            why: file.why.unwrap_or_default(),
            body,
            parts: used,
            examples: Examples {
                invalid: self.examples(&examples.invalid)?,
                valid: self.examples(&examples.valid)?,
                missing: self.examples(&examples.missing)?,
                noisy: self.examples(&examples.noisy)?,
            },
            path: self.path.to_owned(),
            source: self.text.to_owned(),
        })
    }

    /// The examples, with the date of the article taken off their fronts.
    fn examples(&self, texts: &[Text]) -> Loaded<Vec<Example>> {
        let example = |text: &Text| {
            let written = text.get_ref();
            let dated = written.strip_prefix('[').and_then(|rest| rest.split_once("] "));
            match dated.filter(|(date, _)| date.starts_with(|it: char| it.is_ascii_digit())) {
                None => Ok(Example { date: None, text: written.clone() }),
                Some((date, rest)) => match date.parse::<jiff::civil::Date>() {
                    Ok(_) => Ok(Example { date: Some(date.to_owned()), text: rest.to_owned() }),
                    Err(_) => Err(self
                        .at(text, 0..date.len() + 2, format!("`{date}` is no date"), "the article's date".to_owned())
                        .help(Some("write it as `[2024-05-31] `".to_owned()))),
                },
            }
        };
        texts.iter().map(example).collect()
    }

    fn fact_rule(&self, title: &str, find: &file::Find, relate: Option<&file::Relate>, parts: &Parts) -> Loaded<Body> {
        let named: Vec<(&'static str, &file::NamedFind)> = find.named().collect();
        if named.is_empty() {
            if relate.is_some() {
                return Err(self.whole("`[relate]` joins finds, and there is no `[find.first]`"));
            }
            let one = self.find(&find.any, &find.unless, parts)?;
            let names = Names { finds: vec![(None, &one.slots)] };
            let check = self.check(title, &names, &find.check())?;
            return Ok(Body::Facts(Box::new(FactRule { finds: vec![one], check, join: None })));
        }
        let Some(relate) = relate else {
            return Err(self.whole("named finds need a table `[relate]` that says what must hold between them"));
        };
        if !find.any.is_empty() {
            return Err(self.whole("`[find]` has patterns of its own beside named finds; give them a name too"));
        }
        let mut finds = Vec::new();
        for (_, written) in &named {
            let mut one = self.find(&written.any, &written.unless, parts)?;
            let names = Names { finds: vec![(None, &one.slots)] };
            one.when = self.optional(written.when.as_ref(), |it| Expression::condition(it, &names))?;
            finds.push(one);
        }
        let names =
            Names { finds: named.iter().zip(&finds).map(|((name, _), find)| (Some(*name), &find.slots[..])).collect() };
        let check = self.check(title, &names, &relate.check())?;
        let join = self.join(relate, &finds)?;
        Ok(Body::Facts(Box::new(FactRule { finds, check, join: Some(join) })))
    }

    fn find(&self, any: &[Text], unless: &[Text], parts: &Parts) -> Loaded<Find> {
        if any.is_empty() {
            return Err(self.whole("there is no pattern to look for").help(Some("give `any = [\"…\"]`".to_owned())));
        }
        let mut slots: Vec<Slot> = Vec::new();
        let programs = self.programs(any, &mut slots, parts)?;
        let mut ignored = Vec::new();
        let unless = self.programs(unless, &mut ignored, parts)?;
        let patterns = any.iter().map(|it| it.get_ref().clone()).collect();
        let asks = programs.iter().map(Program::asks).fold(KindSet::default(), KindSet::with);
        Ok(Find { patterns, programs, asks, unless, unless_slots: ignored.len(), slots, when: None })
    }

    fn programs(&self, texts: &[Text], slots: &mut Vec<Slot>, parts: &Parts) -> Loaded<Vec<Program>> {
        let mut programs = Vec::new();
        for text in texts {
            for items in parts.alternatives(&self.items(text)?) {
                let program = program::compile(items, slots, &self.vocabulary(parts));
                programs.push(program.map_err(|mistake| self.mistake(text, mistake))?);
            }
        }
        Ok(programs)
    }

    /// Reads a pattern.
    pub(super) fn items(&self, text: &Text) -> Loaded<Vec<Item>> {
        let written = text.get_ref();
        pattern::parse(written).map_err(|at| {
            let message = match written[at..].split_whitespace().next() {
                Some(rest) => format!("the pattern makes no sense from `{rest}` on"),
                None => "the pattern ends too early".to_owned(),
            };
            self.at(text, at..written.len(), message, "here".to_owned())
                .help(Some("see the grammar of patterns: `factlint explain --syntax`".to_owned()))
        })
    }

    fn check(&self, title: &str, names: &Names<'_>, written: &file::Check<'_>) -> Loaded<Check> {
        let condition = |it: &str| Expression::condition(it, names);
        let template = |it: &str| Template::new(it, names);
        let message = match written.message {
            Some(message) => self.checked(message, template)?,
            None => Template::new(title, names).unwrap_or_else(|_| Template::plain(title)),
        };
        let mut labels = Vec::new();
        for (name, label) in written.labels {
            let slot = self.checked(name, |it| self.slot(it, names))?;
            labels.push((slot, self.checked(label, template)?));
        }
        let mut hints = Vec::new();
        for hint in written.hints {
            hints.push((self.checked(&hint.when, condition)?, self.checked(&hint.help, template)?));
        }
        let mut fixes = Vec::new();
        for fix in written.fixes {
            fixes.push((self.checked(&fix.replace, |it| self.slot(it, names))?, self.checked(&fix.with, template)?));
        }
        Ok(Check {
            when: self.optional(written.when, condition)?,
            require: self.optional(written.require, condition)?,
            message,
            labels,
            help: self.optional(written.help, template)?,
            hints,
            fixes,
        })
    }

    /// The slot of a capture that is named on its own.
    fn slot(&self, name: &str, names: &Names<'_>) -> Result<usize, Mistake> {
        let expression = Expression::new(name, names)?;
        expression.as_slot().ok_or_else(|| Mistake {
            range: 0..name.len(),
            message: format!("`{name}` is no capture"),
            label: "a capture's name is wanted".to_owned(),
            help: None,
        })
    }

    fn join(&self, relate: &file::Relate, finds: &[Find]) -> Loaded<super::Join> {
        let mut same = Vec::new();
        let mut same_person = false;
        for key in &relate.same {
            if key.get_ref() == "person" {
                same_person = true;
                continue;
            }
            let in_find = |find: &Find| Expression::new(key.get_ref(), &Names { finds: vec![(None, &find.slots)] });
            let keys = finds.iter().map(in_find).collect::<Result<Vec<_>, _>>();
            same.push(keys.map_err(|mistake| self.mistake(key, mistake))?);
        }
        Ok(super::Join { same, same_person, within: relate.within, order: relate.order, against: relate.against })
    }

    /// Reads a text of the file with a reader that knows nothing of the file.
    pub(super) fn checked<T>(&self, text: &Text, read: impl Fn(&str) -> Result<T, Mistake>) -> Loaded<T> {
        read(text.get_ref()).map_err(|mistake| self.mistake(text, mistake))
    }

    pub(super) fn optional<T>(
        &self,
        text: Option<&Text>,
        read: impl Fn(&str) -> Result<T, Mistake>,
    ) -> Loaded<Option<T>> {
        text.map(|it| self.checked(it, read)).transpose()
    }

    pub(super) fn mistake(&self, text: &Text, mistake: Mistake) -> Box<RuleError> {
        self.at(text, mistake.range, mistake.message, mistake.label).help(mistake.help)
    }

    /// A mistake that concerns the file as a whole; it points at its title.
    pub(super) fn whole(&self, message: &str) -> Box<RuleError> {
        let start = self.text.find("title").unwrap_or(0);
        let end = self.text[start..].find('\n').map_or(self.text.len(), |it| start + it);
        RuleError::new(self.path, self.text, start..end, message.to_owned(), "in this rule".to_owned())
    }

    /// A mistake at some bytes of a text of the file.
    pub(super) fn at(&self, text: &Text, range: Range<usize>, message: String, label: String) -> Box<RuleError> {
        let range = self.in_file(text.span(), range);
        RuleError::new(self.path, self.text, range, message, label)
    }

    /// Where bytes of a TOML string's value stand in the file: `span` is the string with its quotes.
    fn in_file(&self, span: Range<usize>, range: Range<usize>) -> Range<usize> {
        let raw = &self.text[span.clone()];
        let quotes = if raw.starts_with("\"\"\"") || raw.starts_with("'''") { 3 } else { 1 };
        let is_quoted = raw.starts_with(['"', '\'']);
        let mut at = if is_quoted { quotes } else { 0 };
        if quotes == 3 && raw[3..].starts_with('\n') {
            at += 1;
        }
        let end = if is_quoted { raw.len() - quotes } else { raw.len() };
        let has_escapes = raw.starts_with('"');
        let place = |value_offset: usize| {
            let (mut raw_at, mut passed) = (at, 0);
            while passed < value_offset && raw_at < end {
                let (written, read) = match has_escapes.then(|| escape(&raw[raw_at..])).flatten() {
                    Some(escape) => escape,
                    None => raw[raw_at..].chars().next().map_or((1, 1), |it| (it.len_utf8(), it.len_utf8())),
                };
                raw_at += written;
                passed += read;
            }
            span.start + raw_at.min(end)
        };
        place(range.start)..place(range.end)
    }
}

/// How many bytes an escape at the front of a TOML string takes, and how many bytes it stands for.
fn escape(raw: &str) -> Option<(usize, usize)> {
    let letter = raw.strip_prefix('\\')?.chars().next()?;
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return Some((2, 1)),
    };
    let code = u32::from_str_radix(raw.get(2..2 + digits)?, 16).ok()?;
    Some((2 + digits, char::from_u32(code)?.len_utf8()))
}
