//! From syntax to an expression that is known to make sense: names become slots, types fit.

use super::fields::{FIELDS, Field, SCENE_FIELDS, SceneField};
use super::functions::{Function, functions};
use super::syntax::{self, Node, Operator, Syntax};
use super::types::{Slot, Type};
use super::value::Value;
use super::{Mistake, Scene, suggestion};
use crate::reading::Verdict;

/// The captures that an expression may name.
#[derive(Clone, Debug)]
pub struct Names<'a> {
    /// The finds of the rule: the name by which captures are called (`first`), none for the only find; and the
    /// captures.
    pub finds: Vec<(Option<&'static str>, &'a [Slot])>,
}

/// An expression that makes sense.
#[derive(Debug)]
pub struct Expression {
    node: Typed,
    value_type: Type,
}

#[derive(Debug)]
enum Typed {
    Constant(Box<Value>),
    Slot(usize),
    Field(usize, &'static Field),
    SceneField(usize, &'static SceneField),
    ArticleDate,
    Call(&'static Function, Vec<Typed>),
    Binary(Operator, Box<Typed>, Box<Typed>),
    Minus(Box<Typed>),
    Not(Box<Typed>),
}

impl Expression {
    /// Reads an expression over the captures of a rule.
    ///
    /// # Errors
    /// Where the text is no expression, a name is unknown, or types do not fit.
    pub fn new(text: &str, names: &Names<'_>) -> Result<Self, Mistake> {
        let syntax = syntax::parse(text).map_err(|error| Mistake {
            range: error.at..text.len().max(error.at),
            message: error.message,
            label: "here".to_owned(),
            help: Some("see the grammar of expressions: `factlint explain --syntax`".to_owned()),
        })?;
        let (node, value_type) = names.check(&syntax)?;
        Ok(Self { node, value_type })
    }

    /// Reads a condition: an expression that holds or does not.
    ///
    /// # Errors
    /// As [`Expression::new`], and where the value is no condition.
    pub fn condition(text: &str, names: &Names<'_>) -> Result<Self, Mistake> {
        let expression = Self::new(text, names)?;
        if expression.value_type.fits(Type::Truth) {
            return Ok(expression);
        }
        Err(Mistake {
            range: 0..text.len(),
            message: format!("a condition is wanted, and this is {}", expression.value_type.name()),
            label: expression.value_type.name().to_owned(),
            help: Some("compare it with something, as in `a = b`".to_owned()),
        })
    }

    /// The type of the value.
    pub fn value_type(&self) -> Type {
        self.value_type
    }

    /// The slot, where the expression is nothing but a capture.
    pub fn as_slot(&self) -> Option<usize> {
        match self.node {
            Typed::Slot(slot) => Some(slot),
            _ => None,
        }
    }

    /// The value in a scene.
    pub fn evaluate(&self, scene: &dyn Scene) -> Value {
        self.node.evaluate(scene)
    }

    /// Whether the condition holds in a scene.
    pub fn holds(&self, scene: &dyn Scene) -> Verdict {
        self.evaluate(scene).verdict()
    }
}

impl Typed {
    fn evaluate(&self, scene: &dyn Scene) -> Value {
        match self {
            Self::Constant(value) => (**value).clone(),
            Self::Slot(slot) => slot_value(*slot, scene),
            Self::Field(slot, field) => match scene.claim(*slot) {
                Some(claim) => (field.read)(claim, scene.text(*slot).unwrap_or_default()),
                None => scene.text(*slot).map_or(Value::Unknown, |text| field.of_words(text)),
            },
            Self::SceneField(slot, field) => (field.read)(scene, *slot),
            Self::ArticleDate => scene.article_date(),
            Self::Call(function, arguments) => {
                let values: Vec<Value> = arguments.iter().map(|it| it.evaluate(scene)).collect();
                (function.call)(&values)
            }
            Self::Minus(inner) => inner.evaluate(scene).minus(),
            Self::Not(inner) => Value::Truth(!inner.evaluate(scene).verdict()),
            Self::Binary(Operator::And, left, right) => {
                let left = left.evaluate(scene).verdict();
                if left == Verdict::Conflict {
                    return Value::Truth(left);
                }
                Value::Truth(left.and(right.evaluate(scene).verdict()))
            }
            Self::Binary(Operator::Or, left, right) => {
                let left = left.evaluate(scene).verdict();
                if left == Verdict::Certain {
                    return Value::Truth(left);
                }
                Value::Truth(left.or(right.evaluate(scene).verdict()))
            }
            Self::Binary(operator, left, right) => {
                Value::combine(*operator, &left.evaluate(scene), &right.evaluate(scene))
            }
        }
    }
}

/// The value of everything that a slot caught.
fn slot_value(slot: usize, scene: &dyn Scene) -> Value {
    if let Some(claim) = scene.claim(slot) {
        return Value::of_claim(claim, scene.text(slot).unwrap_or_default());
    }
    let claims = scene.claims(slot);
    if !claims.is_empty() {
        return Value::List(claims.iter().map(|claim| Value::of_claim(claim, "")).collect());
    }
    scene.text(slot).map_or(Value::Unknown, |text| Value::Text(text.to_owned()))
}

impl Names<'_> {
    fn check(&self, syntax: &Syntax) -> Result<(Typed, Type), Mistake> {
        match &syntax.node {
            Node::Number(value) => Ok((Typed::Constant(Box::new(Value::number(*value))), Type::Measure)),
            Node::Text(text) => Ok((Typed::Constant(Box::new(Value::Text(text.clone()))), Type::Text)),
            Node::Path(path) => self.path(path, syntax),
            Node::Call(name, arguments) => self.call(name, arguments, syntax),
            Node::Minus(inner) => {
                let inner = self.wanted(inner, Type::Measure)?;
                Ok((Typed::Minus(Box::new(inner)), Type::Measure))
            }
            Node::Not(inner) => Ok((Typed::Not(Box::new(self.wanted(inner, Type::Truth)?)), Type::Truth)),
            Node::Binary(operator, left, right) => self.binary(*operator, left, right),
        }
    }

    fn wanted(&self, syntax: &Syntax, wanted: Type) -> Result<Typed, Mistake> {
        let (typed, found) = self.check(syntax)?;
        if found.fits(wanted) {
            return Ok(typed);
        }
        Err(Mistake {
            range: syntax.range.clone(),
            message: format!("{} is wanted here, and this is {}", wanted.name(), found.name()),
            label: format!("this is {}", found.name()),
            help: None,
        })
    }

    fn binary(&self, operator: Operator, left: &Syntax, right: &Syntax) -> Result<(Typed, Type), Mistake> {
        if matches!(operator, Operator::And | Operator::Or) {
            let sides = (self.wanted(left, Type::Truth)?, self.wanted(right, Type::Truth)?);
            return Ok((Typed::Binary(operator, Box::new(sides.0), Box::new(sides.1)), Type::Truth));
        }
        let (one, one_type) = self.check(left)?;
        let (other, other_type) = self.check(right)?;
        let is_arithmetic =
            matches!(operator, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide);
        let result = match (operator, one_type, other_type) {
            (Operator::Add, Type::Date, Type::Measure) | (Operator::Subtract, Type::Date, Type::Measure) => Type::Date,
            (Operator::Subtract, Type::Date, Type::Date) => Type::Measure,
            _ if is_arithmetic => {
                let sides = (self.wanted(left, Type::Measure)?, self.wanted(right, Type::Measure)?);
                let result = if one_type == Type::Any || other_type == Type::Any { Type::Any } else { Type::Measure };
                return Ok((Typed::Binary(operator, Box::new(sides.0), Box::new(sides.1)), result));
            }
            (_, one, other) if one.fits(other) => Type::Truth,
            (_, one, other) => {
                return Err(Mistake {
                    range: left.range.start..right.range.end,
                    message: format!("{} cannot be compared with {}", one.name(), other.name()),
                    label: format!("{} on the left, {} on the right", one.name(), other.name()),
                    help: None,
                });
            }
        };
        Ok((Typed::Binary(operator, Box::new(one), Box::new(other)), result))
    }

    fn call(&self, name: &str, arguments: &[Syntax], syntax: &Syntax) -> Result<(Typed, Type), Mistake> {
        let Some(function) = functions().find(|it| it.name == name) else {
            return Err(Mistake {
                range: syntax.range.start..syntax.range.start + name.len(),
                message: format!("there is no function called `{name}`"),
                label: "unknown function".to_owned(),
                help: suggestion(name, functions().map(|it| it.name)),
            });
        };
        let most = if function.variadic { usize::MAX } else { function.parameters.len() };
        if arguments.len() < function.parameters.len() || arguments.len() > most {
            return Err(Mistake {
                range: syntax.range.clone(),
                message: format!("`{name}` takes {} and gets {}", function.parameters.len(), arguments.len()),
                label: "wrong number of values".to_owned(),
                help: Some(format!("{}: {}", function.signature(), function.summary)),
            });
        }
        let mut typed = Vec::new();
        for (index, argument) in arguments.iter().enumerate() {
            let wanted = function.parameters[index.min(function.parameters.len() - 1)];
            typed.push(self.wanted(argument, wanted)?);
        }
        Ok((Typed::Call(function, typed), function.result))
    }

    fn path(&self, path: &[String], syntax: &Syntax) -> Result<(Typed, Type), Mistake> {
        if path == ["article", "date"] {
            return Ok((Typed::ArticleDate, Type::Date));
        }
        let (mut offset, mut fields) = (0, path);
        let mut slots: Option<&[Slot]> = None;
        for (find, of_find) in &self.finds {
            match find {
                None => slots = Some(of_find),
                Some(name) if path[0] == *name => {
                    slots = Some(of_find);
                    fields = &path[1..];
                }
                Some(_) if slots.is_none() => offset += of_find.len(),
                Some(_) => {}
            }
        }
        let unknown = |wrong: &str, known: Vec<&str>| Mistake {
            range: syntax.range.clone(),
            message: format!("nothing is called `{wrong}` here"),
            label: "unknown name".to_owned(),
            help: suggestion(wrong, known),
        };
        let Some(slots) = slots else {
            let finds = self.finds.iter().filter_map(|(name, _)| *name);
            return Err(unknown(&path[0], finds.chain(["article.date"]).collect()));
        };
        let names = || slots.iter().map(|slot| slot.name.as_str()).collect::<Vec<_>>();
        let Some(name) = fields.first() else {
            return Err(unknown(&path.join("."), names()));
        };
        let Some(at) = slots.iter().position(|slot| slot.name == *name) else {
            return Err(unknown(name, names()));
        };
        let slot = &slots[at];
        match &fields[1..] {
            [] => Ok((Typed::Slot(offset + at), slot.holds.value_type())),
            [field] => {
                if let Some(field) = SCENE_FIELDS.iter().find(|it| it.name == field) {
                    return Ok((Typed::SceneField(offset + at, field), field.result));
                }
                let mut known = FIELDS.iter().filter(|it| it.is_on(slot.holds));
                match known.clone().find(|it| it.name == field) {
                    Some(field) => Ok((Typed::Field(offset + at, field), field.result)),
                    None => Err(Mistake {
                        range: syntax.range.end - field.len()..syntax.range.end,
                        message: format!("`{name}` has no field called `{field}`"),
                        label: "unknown field".to_owned(),
                        help: suggestion(
                            field,
                            known.by_ref().map(|it| it.name).chain(SCENE_FIELDS.iter().map(|it| it.name)),
                        ),
                    }),
                }
            }
            [_, more, ..] => Err(unknown(more, Vec::new())),
        }
    }
}
