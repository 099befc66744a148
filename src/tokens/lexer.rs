//! One pass over a text that cuts it into tokens.
//!
//! ```abnf
//! token      = address / word / possessive / number / code / mark
//! word       = letter *(letter / digit / apostrophe letter) / 2*(letter ".")   ; O'Brien, A320, U.S.
//! possessive = apostrophe "s"
//! number     = group-1-3 *(separator 3digit) [point 1*digit] / point 1*digit   ; 1,200.5 and .05
//! code       = number 1*("." 1*digit)                                          ; 192.168.1.2
//! mark       = any other character, or a run of "-" or "."
//! ```

use super::{Case, Lexed, Token, TokenKind};
use crate::lexicon::{Features, Lexicon, Word};
use crate::source::Span;

/// Cuts `text` into tokens.
pub fn lex<'a>(text: &'a str, lexicon: &'a Lexicon) -> Lexed<'a> {
    let bytes = text.as_bytes();
    let mut lexer = Lexer { text, bytes, lexicon, at: 0, spaced: true, starts_line: true };
    let mut tokens = Vec::with_capacity(text.len() / 5);
    lexer.skip_space();
    while let Some(token) = lexer.plain_word().or_else(|| lexer.next()) {
        tokens.push(token);
        (lexer.spaced, lexer.starts_line) = (false, false);
        lexer.skip_space();
    }
    Lexed::new(tokens, text, lexicon)
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    lexicon: &'a Lexicon,
    at: usize,
    spaced: bool,
    starts_line: bool,
}

impl Lexer<'_> {
    fn next(&mut self) -> Option<Token> {
        let first = self.char_at(self.at)?;
        let start = self.at;
        let kind = if first.is_ascii_digit() || (first == '.' && self.spaced && self.is_digit(start + 1)) {
            self.number(start)
        } else if is_letter(first) {
            self.word(start)
        } else if let Some(end) = self.handle(start, first) {
            self.at = end;
            TokenKind::Address
        } else if let Some(end) = self.possessive(start) {
            self.at = end;
            TokenKind::Possessive
        } else {
            self.at = start + first.len_utf8();
            if matches!(first, '-' | '.') {
                while self.bytes.get(self.at) == Some(&self.bytes[start]) {
                    self.at += 1;
                }
            }
            TokenKind::Mark
        };
        let word = match first.is_ascii() && self.at == start + 1 {
            true => Word::of_mark(self.bytes[start]),
            false => Word::read(&self.text[start..self.at]),
        };
        let case = if kind == TokenKind::Word { case(&self.text[start..self.at]) } else { Case::None };
        let is_stop = match kind {
            TokenKind::Mark => matches!(first, '.' | '!' | '?' | '…'),
            TokenKind::Word => self.bytes[self.at - 1] == b'.',
            _ => false,
        };
        let known = if kind == TokenKind::Number { Features::NONE } else { self.lexicon.features(word) };
        let features = if is_stop { known.with(Features::STOP) } else { known };
        Some(self.token(start, word, features, kind, case))
    }

    /// Reads a word of nothing but letters of ASCII that ends beyond doubt where they end: nearly all words are such, and
    /// all that is asked of them is found in one pass.
    #[inline]
    fn plain_word(&mut self) -> Option<Token> {
        let start = self.at;
        if !self.bytes.get(start)?.is_ascii_alphabetic() {
            return None;
        }
        let (word, count, capitals) = Word::of_letters(self.bytes, start);
        if self.may_go_on(start, start + count) {
            return None;
        }
        self.at = start + count;
        let case = match (capitals, self.bytes[start].is_ascii_uppercase()) {
            (0, _) => Case::Lower,
            (1, true) => Case::Title,
            (all, _) if all == count => Case::Upper,
            _ => Case::Mixed,
        };
        Some(self.token(start, word, self.lexicon.features(word), TokenKind::Word, case))
    }

    /// The token that ends here.
    #[inline]
    fn token(&self, start: usize, word: Word, features: Features, kind: TokenKind, case: Case) -> Token {
        let span = Span::new(start as u32, self.at as u32);
        Token { word, span, features, kind, case, spaced: self.spaced, starts_line: self.starts_line }
    }

    /// Whether the word of letters between the two may be longer, or a part of something else.
    #[inline]
    fn may_go_on(&self, start: usize, end: usize) -> bool {
        match self.bytes.get(end) {
            Some(b'0'..=b'9') => true,
            Some(b'\'' | 0x80..) => {
                self.char_at(end).is_some_and(|it| is_letter(it) || matches!(it, '²' | '³') || self.joins(end, it))
            }
            Some(b'.') if end == start + 1 => true,
            // What ends with its mark is no address.
            Some(b':' | b'.' | b'@' | b'_' | b'-' | b'+') => {
                let is_last = self.bytes.get(end + 1).is_none_or(u8::is_ascii_whitespace);
                !is_last && self.address(start, end).is_some()
            }
            _ => false,
        }
    }

    #[inline]
    fn skip_space(&mut self) {
        // Nearly always it is one space or nothing.
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
            self.spaced = true;
        }
        if self.bytes.get(self.at).is_some_and(|it| !it.is_ascii_graphic()) {
            self.skip_any_space();
        }
    }

    fn skip_any_space(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at).filter(|it| !it.is_ascii_graphic()) {
            match byte {
                b'\n' => {
                    self.starts_line = true;
                    self.at += 1;
                }
                0x80.. => match self.char_at(self.at) {
                    Some(space) if space.is_whitespace() || is_invisible(space) => self.at += space.len_utf8(),
                    _ => return,
                },
                0x7f => return,
                _ => self.at += 1,
            }
            self.spaced = true;
        }
    }

    /// Reads a word that starts at `start`, or the address that it begins.
    fn word(&mut self, start: usize) -> TokenKind {
        if let Some(end) = self.dotted(start).filter(|end| self.bytes.get(*end) != Some(&b'@')) {
            self.at = end;
            return TokenKind::Word;
        }
        let mut at = start;
        let mut has_digits = false;
        // Nearly every byte is a letter of ASCII, which needs no decoding.
        while let Some(&byte) = self.bytes.get(at) {
            if byte.is_ascii_alphabetic() {
                at += 1;
            } else if byte.is_ascii_digit() {
                has_digits = true;
                at += 1;
            } else if byte == b'\'' || byte >= 0x80 {
                let Some(here) = self.char_at(at) else { break };
                if !is_letter(here) && !matches!(here, '²' | '³') && !self.joins(at, here) {
                    break;
                }
                at += here.len_utf8();
            } else {
                break;
            }
        }
        if let Some(end) = self.address(start, at) {
            self.at = end;
            return TokenKind::Address;
        }
        self.at = if has_digits { self.split_currency(start, at) } else { at };
        TokenKind::Word
    }

    /// Whether the apostrophe at `at` joins two parts of one word; `'s` is a token of its own.
    fn joins(&self, at: usize, apostrophe: char) -> bool {
        let next = at + apostrophe.len_utf8();
        let is_apostrophe = matches!(apostrophe, '\'' | '’');
        is_apostrophe && self.char_at(next).is_some_and(is_letter) && self.possessive(at).is_none()
    }

    /// The end of `'s` at `at`, where no letter follows.
    fn possessive(&self, at: usize) -> Option<usize> {
        // The curly apostrophe begins with E2.
        self.bytes.get(at).filter(|it| matches!(it, b'\'' | 0xe2))?;
        let apostrophe = self.char_at(at).filter(|it| matches!(it, '\'' | '’'))?;
        let end = at + apostrophe.len_utf8() + 1;
        let is_s = matches!(self.bytes.get(end - 1), Some(b's' | b'S'));
        let follows_word =
            at == 0 || self.text[..at].chars().next_back().is_some_and(|it| is_letter(it) || it.is_ascii_digit());
        (is_s && follows_word && !self.char_at(end).is_some_and(char::is_alphanumeric)).then_some(end)
    }

    /// The end of single letters with a full stop each: `U.S.`, `a.m.`, `J.R.R.`; the last stop may be missing.
    fn dotted(&self, start: usize) -> Option<usize> {
        let mut at = start;
        let mut letters = 0;
        while self.char_at(at).is_some_and(is_letter) {
            let next = at + self.char_at(at).map_or(1, char::len_utf8);
            if self.bytes.get(next) != Some(&b'.') {
                let ends = letters > 0 && !self.char_at(next).is_some_and(char::is_alphanumeric);
                return ends.then_some(next);
            }
            letters += 1;
            at = next + 1;
        }
        (letters > 1).then_some(at)
    }

    /// Cuts `Rs500` and `R4.2 billion` behind the currency. A letter and a single digit name a thing: `R2-D2`.
    fn split_currency(&self, start: usize, end: usize) -> usize {
        let word = &self.text[start..end];
        let Some(digits) = word.find(|it: char| it.is_ascii_digit()) else { return end };
        let first = Word::of(&word[..digits]);
        // A letter alone is a currency only where it is written large: `R90`.
        let is_symbol =
            self.lexicon.currencies.spellings(first).iter().any(|it| it.symbol.as_deref() == Some(&word[..digits]));
        let is_letter = digits == 1 && first_is_upper(word) && is_symbol;
        // "SH1" is a road, "Sh1,000" is a sum.
        let is_currency = is_letter || (is_symbol && self.lexicon.features(first).any(Features::CURRENCY));
        let goes_on = matches!(self.bytes.get(end), Some(b'.' | b',')) && self.is_digit(end + 1);
        let is_scaled =
            [" million", " billion", " trillion"].iter().any(|it| starts_with(&self.bytes[end..], it.as_bytes()));
        // Of the letters only the rand's needs no commas: "R90", but "N95" is a mask and "K2" a mountain.
        let is_sum = if is_letter && !word.starts_with('R') {
            self.is_large_sum(end)
        } else {
            digits > 1 || end - start > 2 || goes_on || is_scaled
        };
        // "R423bn" has its scale behind the digits.
        let scale = word[digits..].trim_start_matches(|it: char| it.is_ascii_digit());
        if is_currency && is_sum && matches!(scale, "" | "m" | "mn" | "bn" | "tn") { start + digits } else { end }
    }

    /// Whether the digits that end at `end` go on with thousands or are followed by a scale: "N40,000", "K1.2 billion".
    fn is_large_sum(&self, end: usize) -> bool {
        let mut at = end;
        let groups = matches!(self.bytes.get(at), Some(b',')) && (1..=3).all(|it| self.is_digit(at + it));
        while matches!(self.bytes.get(at), Some(b'.' | b',')) && self.is_digit(at + 1) {
            at += 1;
            while self.is_digit(at) {
                at += 1;
            }
        }
        groups
            || [" million", " billion", " trillion", "bn", "m "]
                .iter()
                .any(|it| starts_with(&self.bytes[at.min(self.bytes.len())..], it.as_bytes()))
    }

    /// The end of a web or mail address that starts at `start` with a word that ends at `word_end`.
    fn address(&self, start: usize, word_end: usize) -> Option<usize> {
        let is_web = match (self.bytes.get(word_end)?, word_end - start) {
            (b':', 4 | 5) => {
                let rest = &self.bytes[start..];
                starts_with(rest, b"http://") || starts_with(rest, b"https://")
            }
            (b'.', 3) => starts_with(&self.bytes[start..], b"www."),
            // Only these marks behind its first word can belong to an address.
            (b':' | b'.' | b'@' | b'_' | b'-' | b'+', _) => false,
            _ => return None,
        };
        if !is_web && !self.runs_into_at_sign(word_end) {
            return None;
        }
        let rest = &self.bytes[start..];
        let end =
            start + rest.iter().position(|it| it.is_ascii_whitespace() || b"<>\"()".contains(it)).unwrap_or(rest.len());
        let text = self.text.get(start..end)?;
        let text = text.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', ']']);
        let is_mail = || {
            text.split_once('@').is_some_and(|(_, host)| {
                host.contains('.') && host.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'.' || it == b'-')
            })
        };
        (is_web || is_mail()).then(|| start + text.len())
    }

    /// Whether what follows, up to an at sign, can be the name before it in an address of mail.
    fn runs_into_at_sign(&self, from: usize) -> bool {
        const LONGEST: usize = 64;
        let name = self.bytes[from..].iter().take(LONGEST);
        name.copied().find(|it| !it.is_ascii_alphanumeric() && !b"._-+".contains(it)) == Some(b'@')
    }

    /// The end of an account name or a tag: `@name`, `#name`.
    fn handle(&self, start: usize, first: char) -> Option<usize> {
        if !matches!(first, '@' | '#') || !self.spaced || !self.char_at(start + 1).is_some_and(is_letter) {
            return None;
        }
        let rest = &self.text[start + 1..];
        let length = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
        Some(start + 1 + length)
    }

    fn number(&mut self, start: usize) -> TokenKind {
        let mut at = self.digits(start);
        while let Some(next) = self.group(start, at) {
            at = next;
        }
        let mut kind = TokenKind::Number;
        if self.bytes.get(at) == Some(&b'.') && self.is_digit(at + 1) {
            at = self.digits(at + 1);
            while self.bytes.get(at) == Some(&b'.') && self.is_digit(at + 1) {
                kind = TokenKind::Code;
                at = self.digits(at + 1);
            }
        }
        self.at = at;
        kind
    }

    /// The end of one more group of digits: three behind a comma or a narrow space, or two before further groups of
    /// which the last has three, in the Indian style (`1,00,000`).
    fn group(&self, start: usize, at: usize) -> Option<usize> {
        if at - start > 3 && !self.text[start..at].contains([',', '\u{a0}', '\u{202f}', '\u{2009}']) {
            return None;
        }
        let separator = self.char_at(at).filter(|it| matches!(it, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}'))?;
        let from = at + separator.len_utf8();
        let to = self.digits(from);
        (to - from == 3 || (to - from == 2 && separator == ',' && self.ends_in_three(to))).then_some(to)
    }

    /// Whether groups of two digits follow at `at` and then one of three: "22,24,26" is a list.
    fn ends_in_three(&self, mut at: usize) -> bool {
        while self.bytes.get(at) == Some(&b',') {
            let end = self.digits(at + 1);
            match end - at - 1 {
                2 => at = end,
                count => return count == 3,
            }
        }
        false
    }

    fn digits(&self, from: usize) -> usize {
        let tail = self.bytes.get(from..).unwrap_or_default();
        from + tail.iter().take_while(|it| it.is_ascii_digit()).count()
    }

    fn is_digit(&self, at: usize) -> bool {
        self.bytes.get(at).is_some_and(u8::is_ascii_digit)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = *self.bytes.get(at)?;
        if byte < 0x80 { Some(char::from(byte)) } else { self.text.get(at..)?.chars().next() }
    }
}

fn starts_with(bytes: &[u8], prefix: &[u8]) -> bool {
    bytes.len() >= prefix.len() && bytes[..prefix.len()].eq_ignore_ascii_case(prefix)
}

fn first_is_upper(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_uppercase())
}

fn is_letter(it: char) -> bool {
    // Dashes, quotation marks and dots are looked up before all others.
    let is_punctuation = matches!(it, '\u{2000}'..='\u{206f}');
    it.is_ascii_alphabetic() || (!it.is_ascii() && !is_punctuation && (it.is_alphabetic() || is_combining(it)))
}

/// Whether the character is a combining accent, which belongs to the letter before it.
fn is_combining(it: char) -> bool {
    matches!(it, '\u{300}'..='\u{36f}')
}

/// Whether the character takes no room on the page: joiners, soft hyphens, direction and byte order marks.
fn is_invisible(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn case(word: &str) -> Case {
    let (mut count, mut uppers, mut first) = (0, 0, None);
    let mut see = |is_upper: bool| {
        first.get_or_insert(is_upper);
        count += 1;
        uppers += u32::from(is_upper);
    };
    if word.is_ascii() {
        word.bytes().filter(u8::is_ascii_alphabetic).for_each(|it| see(it.is_ascii_uppercase()));
    } else {
        word.chars().filter(|it| it.is_alphabetic()).for_each(|it| see(it.is_uppercase()));
    }
    match (first, uppers) {
        (None, _) => Case::None,
        (Some(false), 0) => Case::Lower,
        (Some(true), 1) => Case::Title,
        (Some(true), uppers) if uppers == count => Case::Upper,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::lex;
    use crate::lexicon::Lexicon;

    fn spellings(text: &str) -> Vec<&str> {
        lex(text, Lexicon::built_in()).iter().map(|token| &text[token.span.range()]).collect()
    }

    #[test]
    fn texts_and_their_tokens() {
        for (text, expected) in [
            ("Libya's 1,200.5 km", "Libya|'s|1,200.5|km"),
            ("O'Brien doesn’t", "O'Brien|doesn’t"),
            ("the U.S. at 9 a.m. in D.C", "the|U.S.|at|9|a.m.|in|D.C"),
            ("an A320, 21st, 3.5bn", "an|A320|,|21|st|,|3.5|bn"),
            ("192.168.1.2 and 1,00,000", "192.168.1.2|and|1,00,000"),
            ("p = .03.", "p|=|.03|."),
            ("2016-05-12", "2016|-|05|-|12"),
            ("see https://a.b/c?d=1, or x@y.org.", "see|https://a.b/c?d=1|,|or|x@y.org|."),
            ("5 km² (2 mi2)…", "5|km²|(|2|mi2|)|…"),
            ("@nasa said #moon", "@nasa|said|#moon"),
            ("wait -- no...", "wait|--|no|..."),
            ("4½ inches", "4|½|inches"),
            ("Exercises 22,24,26,31", "Exercises|22|,|24|,|26|,|31"),
            ("22,24,2611 and 12,34,56,789", "22|,|24|,|2611|and|12,34,56,789"),
            ("mail first.last+tag@some-host.org.", "mail|first.last+tag@some-host.org|."),
            ("www.a.b. No@ here", "www.a.b|.|No|@|here"),
            ("in 2016,000 and 12\u{202f}345", "in|2016|,|000|and|12\u{202f}345"),
        ] {
            assert_eq!(spellings(text).join("|"), expected, "{text}");
        }
    }
}
