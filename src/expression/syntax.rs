//! The syntax of expressions.
//!
//! ```abnf
//! expression = conjunction *("or" conjunction)
//! conjunction = negation *("and" negation)
//! negation   = "not" negation / comparison
//! comparison = sum [("=" / "!=" / "<" / "<=" / ">" / ">=") sum]
//! sum        = product *(("+" / "-") product)
//! product    = factor *(("*" / "/") factor)
//! factor     = "-" factor / atom
//! atom       = number ["%"] / string / call / path / "(" expression ")"
//! call       = name "(" [expression *("," expression)] ")"
//! path       = name *("." name)
//! name       = ALPHA *(ALPHA / DIGIT / "_")
//! string     = "'" *CHAR "'"
//! ```

use std::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::{char, multispace0};
use nom::combinator::{cut, map, opt, recognize, verify};
use nom::multi::{many0, separated_list0};
use nom::number::complete::recognize_float;
use nom::sequence::{delimited, pair, preceded};
use nom::{IResult, Parser};

/// An expression as it is written, with the place of each part in the text of the expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Syntax {
    /// What it is.
    pub node: Node,
    /// Its bytes in the text of the expression.
    pub range: Range<usize>,
}

/// The forms of expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A number; a percent sign divides it by a hundred.
    Number(f64),
    /// Quoted text.
    Text(String),
    /// A capture or one of its fields: `first.date.weekday`.
    Path(Vec<String>),
    /// A function and its arguments.
    Call(String, Vec<Syntax>),
    /// An operation on two operands.
    Binary(Operator, Box<Syntax>, Box<Syntax>),
    /// The negation of a number.
    Minus(Box<Syntax>),
    /// The negation of a condition.
    Not(Box<Syntax>),
}

/// The operations on two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// Either holds.
    Or,
    /// Both hold.
    And,
    /// Some value lies in both.
    Equal,
    /// No value lies in both.
    Unequal,
    /// Before, or smaller.
    Less,
    /// Not after, or not greater.
    AtMost,
    /// After, or greater.
    Greater,
    /// Not before, or not smaller.
    AtLeast,
    /// The sum; a date plus a duration is a date.
    Add,
    /// The difference; of two dates, a duration.
    Subtract,
    /// The product.
    Multiply,
    /// The quotient.
    Divide,
}

/// A mistake in the text of an expression: the byte at which it was noticed, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The byte in the text of the expression.
    pub at: usize,
    /// What is wrong; lower case, no full stop.
    pub message: String,
}

/// Reads a whole expression.
///
/// # Errors
/// Where the text is no expression, with the place from which it is not.
pub fn parse(text: &str) -> Result<Syntax, SyntaxError> {
    match (Parse { whole: text.len() }).expression(text) {
        Ok((rest, syntax)) if rest.trim().is_empty() => Ok(syntax),
        Ok((rest, _)) => Err(unexpected(text, rest)),
        Err(nom::Err::Error(error) | nom::Err::Failure(error)) => Err(unexpected(text, error.input)),
        Err(nom::Err::Incomplete(_)) => Err(unexpected(text, "")),
    }
}

fn unexpected(text: &str, rest: &str) -> SyntaxError {
    let rest = rest.trim_start();
    let at = text.len() - rest.len();
    let message = match rest.split_whitespace().next() {
        Some(word) => format!("the expression makes no sense from `{word}` on"),
        None => "the expression ends too early".to_owned(),
    };
    SyntaxError { at, message }
}

/// The parsers; they share the length of the whole text, from which places are computed.
#[derive(Clone, Copy)]
struct Parse {
    whole: usize,
}

type Parsed<'a, T> = IResult<&'a str, T>;

impl Parse {
    fn at(self, rest: &str) -> usize {
        self.whole - rest.len()
    }

    fn expression(self, input: &str) -> Parsed<'_, Syntax> {
        self.chain(input, &[("or", Operator::Or)], Self::conjunction)
    }

    fn conjunction(self, input: &str) -> Parsed<'_, Syntax> {
        self.chain(input, &[("and", Operator::And)], Self::negation)
    }

    fn negation(self, input: &str) -> Parsed<'_, Syntax> {
        let (input, _) = multispace0(input)?;
        let start = self.at(input);
        match keyword("not")(input) {
            Ok((rest, _)) => {
                let (rest, inner) = cut(|it| self.negation(it)).parse(rest)?;
                let range = start..inner.range.end;
                Ok((rest, Syntax { node: Node::Not(Box::new(inner)), range }))
            }
            Err(_) => self.comparison(input),
        }
    }

    fn comparison(self, input: &str) -> Parsed<'_, Syntax> {
        const OPERATORS: &[(&str, Operator)] = &[
            ("!=", Operator::Unequal),
            ("<=", Operator::AtMost),
            (">=", Operator::AtLeast),
            ("=", Operator::Equal),
            ("<", Operator::Less),
            (">", Operator::Greater),
        ];
        let (rest, left) = self.sum(input)?;
        let (rest, operator) = opt(preceded(multispace0, operator(OPERATORS))).parse(rest)?;
        let Some(operator) = operator else { return Ok((rest, left)) };
        let (rest, right) = cut(|it| self.sum(it)).parse(rest)?;
        Ok((rest, binary(operator, left, right)))
    }

    fn sum(self, input: &str) -> Parsed<'_, Syntax> {
        self.chain(input, &[("+", Operator::Add), ("-", Operator::Subtract)], Self::product)
    }

    fn product(self, input: &str) -> Parsed<'_, Syntax> {
        self.chain(input, &[("*", Operator::Multiply), ("/", Operator::Divide)], Self::factor)
    }

    fn factor(self, input: &str) -> Parsed<'_, Syntax> {
        let (input, _) = multispace0(input)?;
        let start = self.at(input);
        if let Ok((rest, _)) = char::<_, nom::error::Error<&str>>('-')(input) {
            let (rest, inner) = cut(|it| self.factor(it)).parse(rest)?;
            let range = start..inner.range.end;
            return Ok((rest, Syntax { node: Node::Minus(Box::new(inner)), range }));
        }
        self.atom(input)
    }

    fn atom(self, input: &str) -> Parsed<'_, Syntax> {
        let start = self.at(input);
        let group = delimited(char('('), cut(|it| self.expression(it)), preceded(multispace0, cut(char(')'))));
        let (rest, node) = alt((
            map(group, |inner| inner.node),
            map(delimited(char('\''), take_while(|it| it != '\''), cut(char('\''))), |it: &str| {
                Node::Text(it.to_owned())
            }),
            map(number, Node::Number),
            |it| self.call(it),
            map(path, Node::Path),
        ))
        .parse(input)?;
        Ok((rest, Syntax { node, range: start..self.at(rest) }))
    }

    fn call(self, input: &str) -> Parsed<'_, Node> {
        let (rest, name) = name(input)?;
        let (rest, _) = char('(')(rest)?;
        let separator = preceded(multispace0, char(','));
        let (rest, arguments) = separated_list0(separator, |it| self.expression(it)).parse(rest)?;
        let (rest, _) = preceded(multispace0, cut(char(')'))).parse(rest)?;
        Ok((rest, Node::Call(name.to_owned(), arguments)))
    }

    /// Operands of one level, joined by the level's operators from left to right.
    fn chain<'a>(
        self,
        input: &'a str,
        operators: &'static [(&'static str, Operator)],
        operand: fn(Self, &'a str) -> Parsed<'a, Syntax>,
    ) -> Parsed<'a, Syntax> {
        let (mut rest, mut left) = operand(self, input)?;
        while let Ok((after, operator)) = preceded(multispace0, operator(operators)).parse(rest) {
            let (after, right) = cut(|it| operand(self, it)).parse(after)?;
            left = binary(operator, left, right);
            rest = after;
        }
        Ok((rest, left))
    }
}

fn binary(operator: Operator, left: Syntax, right: Syntax) -> Syntax {
    let range = left.range.start..right.range.end;
    Syntax { node: Node::Binary(operator, Box::new(left), Box::new(right)), range }
}

/// One of the operators; one that is a word must end where the word ends.
fn operator<'a>(
    operators: &'static [(&'static str, Operator)],
) -> impl Parser<&'a str, Output = Operator, Error = nom::error::Error<&'a str>> {
    move |input: &'a str| {
        for (spelling, operator) in operators {
            let found = if spelling.starts_with(char::is_alphabetic) {
                keyword(spelling)(input)
            } else {
                tag(*spelling).parse(input)
            };
            if let Ok((rest, _)) = found {
                return Ok((rest, *operator));
            }
        }
        Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Tag)))
    }
}

fn keyword<'a>(word: &'static str) -> impl Fn(&'a str) -> Parsed<'a, &'a str> {
    move |input| verify(name, |it: &str| it == word).parse(input)
}

/// A number without a sign; a percent sign divides it by a hundred.
fn number(input: &str) -> Parsed<'_, f64> {
    let unsigned = verify(recognize_float::<&str, _>, |it: &str| !it.starts_with(['+', '-']));
    let (rest, (digits, percent)) = pair(unsigned, opt(char('%'))).parse(input)?;
    let value: f64 = digits.parse().unwrap_or(f64::NAN);
    Ok((rest, if percent.is_some() { value / 100.0 } else { value }))
}

fn name(input: &str) -> Parsed<'_, &str> {
    let first = take_while1(|it: char| it.is_ascii_alphabetic());
    recognize(pair(first, take_while(|it: char| it.is_ascii_alphanumeric() || it == '_'))).parse(input)
}

fn path(input: &str) -> Parsed<'_, Vec<String>> {
    let (rest, first) = verify(name, |it: &str| !matches!(it, "and" | "or" | "not")).parse(input)?;
    let (rest, fields) = many0(preceded(char('.'), cut(name))).parse(rest)?;
    Ok((rest, std::iter::once(first).chain(fields).map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use super::{Node, Syntax, parse};

    /// The expression with every operation in brackets.
    fn shown(syntax: &Syntax) -> String {
        match &syntax.node {
            Node::Number(value) => value.to_string(),
            Node::Text(text) => format!("'{text}'"),
            Node::Path(path) => path.join("."),
            Node::Call(name, arguments) => {
                format!("{name}({})", arguments.iter().map(shown).collect::<Vec<_>>().join(", "))
            }
            Node::Binary(operator, left, right) => format!("({} {operator:?} {})", shown(left), shown(right)),
            Node::Minus(inner) => format!("-{}", shown(inner)),
            Node::Not(inner) => format!("not {}", shown(inner)),
        }
    }

    #[test]
    fn expressions_and_their_structure() {
        for (text, expected) in [
            ("change = abs(after - before) / before", "(change Equal (abs((after Subtract before)) Divide before))"),
            ("a + b * c - d", "((a Add (b Multiply c)) Subtract d)"),
            ("not a = b and c or d", "((not (a Equal b) And c) Or d)"),
            ("(a + b) * -2", "((a Add b) Multiply -2)"),
            ("x <= 50% and first.noun = 'men'", "((x AtMost 0.5) And (first.noun Equal 'men'))"),
            ("notable = order", "(notable Equal order)"),
        ] {
            assert_eq!(parse(text).map(|it| shown(&it)).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn mistakes_and_their_places() {
        for (text, at) in [("a = ", 4), ("a + * b", 4), ("f(a", 3), ("a b", 2), ("'open", 5), ("", 0)] {
            assert_eq!(parse(text).map_err(|it| it.at).map(|_| ()), Err(at), "{text}");
        }
    }
}
