//! The syntax of patterns.
//!
//! ```abnf
//! pattern  = 1*item                    ; separated by white space
//! item     = optional / choice / denial / capture / class / gap / end / literal
//! optional = "[" pattern *("|" pattern) "]"
//! choice   = "<" pattern *("|" pattern) ">"
//! denial   = "!" (choice / class / literal)          ; not followed by
//! capture  = "{" [name ":"] kind ["+"] "}"
//! kind     = kebab-name / class                       ; {who:name}, {verb:@rise}
//! class    = "@" kebab-name                          ; in its place, all patterns of a part of this name
//! gap      = ".." / "..." / "..!"
//! end      = "$"                                     ; the end of the sentence, as the last item
//! literal  = 1*(any character but white space and []<>|{} ; a backslash takes the next one as it is)
//! ```
//!
//! `..` is a gap of up to eight words that holds no comma or stronger mark; `...` is a gap of any length within the
//! sentence; `..!` is such a gap that passes no figure, so that the nearest is caught. `{x:kind+}` takes a list of two claims or more, `{x:word+}` one to six words.

use std::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{anychar, char, multispace0, none_of};
use nom::combinator::{cut, map, opt, recognize, verify};
use nom::multi::{many1, separated_list1};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{IResult, Parser};

/// Each form of pattern as it is written, with what it matches. The reference shows it; `CONTRIBUTING.md` repeats it.
pub const FORMS: &[(&str, &str)] = &[
    ("word", "the word, in any case; a mark stands for itself, `\\[` for a bracket"),
    ("@name", "a phrase of the class of this name, or whatever a part of this name matches"),
    ("<a|b>", "one of these; any pattern may stand inside, with captures"),
    ("[x]", "x or nothing; `[a|b]` one of these or nothing"),
    ("!<a|b>", "none of these follows here"),
    ("..", "up to eight words of the clause"),
    ("...", "any words of the sentence"),
    ("..!", "any words of the sentence without a figure among them"),
    ("$", "the end of the sentence"),
    ("{name:kind}", "a claim of the kind, to be called `name`; `{kind}` where it needs no name"),
    ("{name:kind+}", "a list of two claims or more, with commas or \"and\" between them"),
    ("{name:word}", "a word; `{name:word+}` one to six"),
    ("{name:@class}", "a phrase of the class"),
];

/// A part of a pattern, with its place in the text of the pattern.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// What it is.
    pub(super) node: Node,
    /// Its bytes in the text of the pattern.
    pub(super) range: Range<usize>,
}

/// The forms of item.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// Words and marks as they are written, in any case.
    Literal(String),
    /// One phrase of a class of the lexicon.
    Class(String),
    /// A claim, a phrase of a class or some words, kept under a name where one is given.
    Capture {
        /// The name, if any.
        name: Option<String>,
        /// The kind of claim; `word`; or a class with its `@`.
        kind: String,
        /// Whether several are taken.
        many: bool,
    },
    /// A gap; `true` for the long one.
    Gap(bool),
    /// The end of the sentence.
    End,
    /// A gap that passes no figure.
    FigurelessGap,
    /// One of the patterns, or nothing.
    Optional(Vec<Vec<Item>>),
    /// One of the patterns.
    Choice(Vec<Vec<Item>>),
    /// None of the patterns follows here; takes no text.
    Not(Vec<Vec<Item>>),
}

/// Reads a pattern.
///
/// # Errors
/// The byte from which the text is no pattern.
pub(super) fn parse(text: &str) -> Result<Vec<Item>, usize> {
    let whole = text.len();
    match items(whole).parse(text) {
        Ok((rest, items)) if rest.trim().is_empty() => Ok(items),
        Ok((rest, _)) => Err(whole - rest.trim_start().len()),
        Err(nom::Err::Error(error) | nom::Err::Failure(error)) => Err(whole - error.input.len()),
        Err(nom::Err::Incomplete(_)) => Err(whole),
    }
}

type Parsed<'a, T> = IResult<&'a str, T>;

fn items<'a>(whole: usize) -> impl Parser<&'a str, Output = Vec<Item>, Error = nom::error::Error<&'a str>> {
    move |input| many1(preceded(multispace0, |it| item(it, whole))).parse(input)
}

fn item(input: &str, whole: usize) -> Parsed<'_, Item> {
    let start = whole - input.len();
    let (rest, node) = alt((
        map(bracketed('[', ']', whole), Node::Optional),
        map(bracketed('<', '>', whole), Node::Choice),
        preceded(char('!'), |it| denial(it, whole)),
        capture,
        map(preceded(char('@'), kebab), |it| Node::Class(it.to_owned())),
        map(terminated(tag("$"), end_of_pattern), |_| Node::End),
        map(terminated(tag("..!"), not_word), |_| Node::FigurelessGap),
        map(terminated(tag("..."), not_word), |_| Node::Gap(true)),
        map(terminated(tag(".."), not_word), |_| Node::Gap(false)),
        map(literal, Node::Literal),
    ))
    .parse(input)?;
    Ok((rest, Item { node, range: start..whole - rest.len() }))
}

fn bracketed<'a>(
    open: char,
    close: char,
    whole: usize,
) -> impl Parser<&'a str, Output = Vec<Vec<Item>>, Error = nom::error::Error<&'a str>> {
    let separator = preceded(multispace0, char('|'));
    delimited(char(open), separated_list1(separator, cut(items(whole))), preceded(multispace0, cut(char(close))))
}

fn denial(input: &str, whole: usize) -> Parsed<'_, Node> {
    let (rest, inner) = item(input, whole)?;
    match inner.node {
        Node::Choice(branches) => Ok((rest, Node::Not(branches))),
        _ => Ok((rest, Node::Not(vec![vec![inner]]))),
    }
}

fn capture(input: &str) -> Parsed<'_, Node> {
    let kind = alt((recognize(pair(char('@'), kebab)), kebab));
    let inside = (opt(terminated(name, char(':'))), kind, opt(char('+')));
    let (rest, (name, kind, many)) = delimited(char('{'), cut(inside), cut(char('}'))).parse(input)?;
    Ok((rest, Node::Capture { name: name.map(str::to_owned), kind: kind.to_owned(), many: many.is_some() }))
}

fn literal(input: &str) -> Parsed<'_, String> {
    let escaped = preceded(char('\\'), anychar);
    let plain = none_of(" \t\n\r[]<>|{}\\");
    map(many1(alt((escaped, plain))), |letters| letters.into_iter().collect()).parse(input)
}

/// Succeeds where nothing is left of the pattern, so that a dollar sign elsewhere is one.
fn end_of_pattern(input: &str) -> Parsed<'_, ()> {
    if input.trim().is_empty() {
        return Ok((input, ()));
    }
    Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Eof)))
}

/// Succeeds where the gap's dots are followed by white space, a bracket or the end.
fn not_word(input: &str) -> Parsed<'_, ()> {
    match input.chars().next() {
        Some(next) if !next.is_whitespace() && !"[]<>|{".contains(next) => {
            Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Not)))
        }
        _ => Ok((input, ())),
    }
}

fn name(input: &str) -> Parsed<'_, &str> {
    verify(take_while1(|it: char| it.is_ascii_alphanumeric() || it == '_'), |it: &str| {
        it.starts_with(|first: char| first.is_ascii_alphabetic())
    })
    .parse(input)
}

fn kebab(input: &str) -> Parsed<'_, &str> {
    take_while1(|it: char| it.is_ascii_alphanumeric() || it == '-').parse(input)
}

#[cfg(test)]
mod tests {
    use super::{Item, Node, parse};

    fn shown(items: &[Item]) -> String {
        let branches = |all: &[Vec<Item>]| all.iter().map(|it| shown(it)).collect::<Vec<_>>().join("|");
        let one = |item: &Item| match &item.node {
            Node::Literal(text) => text.clone(),
            Node::Class(name) => format!("@{name}"),
            Node::Capture { name, kind, many } => {
                format!("{{{}:{kind}{}}}", name.as_deref().unwrap_or("_"), if *many { "+" } else { "" })
            }
            Node::FigurelessGap => "..!".to_owned(),
            Node::End => "$".to_owned(),
            Node::Gap(long) => if *long { "..." } else { ".." }.to_owned(),
            Node::Optional(all) => format!("[{}]", branches(all)),
            Node::Choice(all) => format!("<{}>", branches(all)),
            Node::Not(all) => format!("!<{}>", branches(all)),
        };
        items.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn patterns_and_their_structure() {
        for (text, expected) in [
            ("{verb:@change} [by] {p:percent} from {a:number}", "{verb:@change} [by] {p:percent} from {a:number}"),
            ("<a|an> !<year|years> .. \\[sic\\] ...", "<a|an> !<year|years> .. [sic] ..."),
            ("{number} ( {b:number+} )", "{_:number} ( {b:number+} )"),
            ("<in [the] {d:date}|@when>", "<in [the] {d:date}|@when>"),
        ] {
            assert_eq!(parse(text).map(|it| shown(&it)).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn mistakes_and_their_places() {
        for (text, at) in [("{a:number", 9), ("a ] b", 2), ("<a|b", 4), ("", 0), ("{1:number}", 2)] {
            assert_eq!(parse(text).map(|_| ()), Err(at), "{text}");
        }
    }
}
