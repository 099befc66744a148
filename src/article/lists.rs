//! Finds the enumerations of an article.
//!
//! Commas also set off appositions and relative clauses ("Yahya Sinwar, and Mohammed Darwish, a shadowy figure who
//! …"), so that an enumeration is read only where all its entries are of one make and nothing else can be meant.
//!
//! ```abnf
//! list      = entry *("," entry) [","] ("and" / "or") entry          ; all names, all counts or all bare words
//! list      =/ ":" entry *(";" entry) ";" ["and" / "or"] entry       ; up to the end of the sentence
//! name      = ["the"] 1*capitalised-word *(particle / "of" / capitalised-word)
//! count     = (number / "a" / "an") 1*4word [preposition 1*6word]
//! bare      = 1*4word                                                ; in lower case, none of them a function word
//! phrase    = 1*8word                                                ; the first in lower case and no function word
//! list      =/ "(a)" entry "(b)" entry *("(" letter ")" entry)       ; letters or figures in order, within a block
//! ```

use crate::claims::{Claim, Form, Item, List, Value};
use crate::lexicon::{Features, NameRoles, Word};
use crate::reading::Interval;
use crate::source::{Block, BlockKind};
use crate::tokens::{Case, Token, TokenKind, Tokens};

use super::Sentence;

/// No enumeration of prose has more entries.
const ITEMS_MAX: usize = 40;
/// How many tokens an entry of each make may have.
const NAME_MAX: usize = 7;
const WORDS_MAX: usize = 4;
const PHRASE_MAX: usize = 9;
const COUNT_MAX: usize = 10;
/// How many sentences may lie between "First" and "Second".
const ORDINAL_REACH: usize = 6;

/// Finds all enumerations. `claims` are those found so far, ordered by first token.
pub(super) fn find(tokens: Tokens<'_>, sentences: &[Sentence], blocks: &[Block], claims: &[Claim]) -> Vec<Claim> {
    let mut finder = Finder { tokens, claims, found: Vec::new() };
    for sentence in sentences {
        finder.sentence(sentence.tokens.0 as usize, sentence.tokens.1 as usize);
    }
    finder.lettered(sentences);
    finder.bullets(sentences, blocks);
    finder.ordinals(sentences, blocks);
    finder.found
}

struct Finder<'a> {
    tokens: Tokens<'a>,
    claims: &'a [Claim],
    found: Vec<Claim>,
}

/// One entry as it was cut out: its tokens.
type Piece = (usize, usize);

impl Finder<'_> {
    /// The spelling of a token; nothing behind the last one.
    fn spelling(&self, at: usize) -> &str {
        if at < self.tokens.len() { self.tokens.spelling(self.tokens.get_at(at)) } else { "" }
    }

    fn token(&self, at: usize) -> &Token {
        self.tokens.get_at(at)
    }

    /// Looks for enumerations where one can begin: behind a mark or "both", and where the sentence or a count begins.
    fn sentence(&mut self, start: usize, end: usize) {
        let has_separator = (start..end).any(|at| matches!(self.spelling(at), "," | ";" | "and"));
        if !has_separator {
            return;
        }
        let mut behind_last = start;
        for at in start..end {
            if at < behind_last {
                continue;
            }
            let opener = if at == start { "" } else { self.spelling(at - 1) };
            let is_behind_mark = matches!(opener, ":" | "(" | "—" | "–" | "--");
            // Behind a comma a list may be the rest of one that began before it.
            let is_behind_comma = opener == "," && at >= start + 2 && !self.is_capital(at - 2);
            let is_behind_word = at > start
                && self.is_capital(at)
                && (self.token(at - 1).case == Case::Lower || self.token(at - 1).features.any(Features::FUNCTION))
                && !matches!(opener, "and" | "or");
            let begins_count = self.count_at(at).is_some();
            if !(at == start || is_behind_mark || is_behind_comma || is_behind_word || begins_count) {
                continue;
            }
            let read = (opener == ":").then(|| self.semicolons(at, end)).flatten();
            let Some((items, form, behind)) = read.or_else(|| self.commas(at, end, opener)) else { continue };
            self.push(at, behind, List { items, form });
            // A list behind a comma may be the tail of one that is none; what follows its end is looked at again.
            behind_last = behind;
        }
    }

    fn push(&mut self, start: usize, end: usize, list: List) {
        let all = self.tokens;
        let input = all.slice(start, end);
        self.found.push(Claim::new(input, input.skip(end - start), Value::List(list)));
    }

    /// Entries divided by semicolons, up to the end of the sentence.
    fn semicolons(&self, start: usize, end: usize) -> Option<(Vec<Item>, Form, usize)> {
        let mut pieces = Vec::new();
        let (mut from, mut depth) = (start, 0);
        let last = self.without_stop(start, end);
        for at in start..last {
            match self.spelling(at) {
                "(" | "[" | "“" => depth += 1,
                ")" | "]" | "”" => depth -= 1,
                ";" if depth == 0 => {
                    pieces.push((from, at));
                    from = at + 1;
                }
                ":" | "—" | "--" if depth == 0 => return None,
                _ => {}
            }
        }
        pieces.push((from, last));
        let (first, of_last) = (pieces[0], *pieces.last()?);
        let is_full = of_last.1 > of_last.0 + 1 && first.1 > first.0;
        // Without "and" two clauses are as likely as two entries.
        let is_closed = matches!(self.spelling(of_last.0), "and" | "or");
        if !is_full || pieces.len() < if is_closed { 2 } else { 3 } {
            return None;
        }
        // "one in Kent; two in Essex; and three in Surrey" counts, and its entries are no single things.
        let items: Vec<Item> = pieces.iter().map(|piece| self.item(*piece)).collect();
        Some((items, Form::Semicolons, last))
    }

    /// The end of a sentence without its full stop and closing marks.
    fn without_stop(&self, start: usize, end: usize) -> usize {
        let mut last = end;
        while last > start && matches!(self.spelling(last - 1), "." | "!" | "?" | "”" | "\"" | "…") {
            last -= 1;
        }
        last
    }

    /// Entries divided by commas and one "and" or "or".
    fn commas(&self, start: usize, end: usize, opener: &str) -> Option<(Vec<Item>, Form, usize)> {
        let (pieces, stop) = self.cut(start, end)?;
        // A second "and" belongs to the sentence behind the list, or to an entry.
        let is_clear = stop >= end || !matches!(self.spelling(stop), "and" | "or" | "&");
        let at_end = self.without_stop(start, end) == stop;
        let forms: &[Form] = match opener {
            ":" => &[Form::Counts, Form::Names, Form::Words, Form::Phrases],
            "—" | "–" | "--" => &[Form::Counts, Form::Names, Form::Words],
            // Counts behind a comma stand beside the count before them as often as they explain it.
            "," => &[Form::Names],
            _ => &[Form::Counts, Form::Names],
        };
        for form in forms {
            let is_loose = matches!(form, Form::Phrases | Form::Words);
            if is_loose && (!is_clear || pieces.len() < 3) || *form == Form::Phrases && !at_end {
                continue;
            }
            let Some(last_end) = self.are_all(*form, &pieces, stop, opener) else { continue };
            let mut pieces = pieces.clone();
            let last = pieces.len() - 1;
            pieces[last].1 = last_end;
            // What goes on behind the list may be more of it.
            if self.goes_on(last_end, end) {
                return None;
            }
            // Behind a mark the list is a remark of its own, and has to end as one.
            let is_remark = matches!(opener, ":" | "—" | "–" | "--" | "(" | ",");
            let is_closed = last_end >= end || self.token(last_end).kind == TokenKind::Mark;
            if *form == Form::Names && is_remark && !is_closed {
                return None;
            }
            if *form == Form::Names && self.names_regions(&pieces) {
                return None;
            }
            return Some((pieces.iter().map(|piece| self.item(*piece)).collect(), *form, last_end));
        }
        None
    }

    /// Cuts at commas up to the mark that ends the list; the last entry stands behind "and" or "or".
    fn cut(&self, start: usize, end: usize) -> Option<(Vec<Piece>, usize)> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut from = start;
        let mut closed = false;
        let mut at = start;
        while at < end {
            let spelling = self.spelling(at);
            match spelling {
                "," if closed => break,
                "," => {
                    if at == from {
                        return None;
                    }
                    pieces.push((from, at));
                    from = at + 1;
                    if at + 1 < end && matches!(self.spelling(at + 1), "and" | "or") {
                        closed = true;
                        from = at + 2;
                        at += 1;
                    }
                }
                "and" | "or" | "&" if closed => break,
                "and" | "or" => {
                    if at == from {
                        return None;
                    }
                    pieces.push((from, at));
                    from = at + 1;
                    closed = true;
                }
                ":" | ";" | "—" | "–" | "--" | "(" | ")" | "[" | "]" | "\"" | "“" | "”" | "?" | "!" | "…" | "/" =>
                {
                    break;
                }
                "." if at + 1 == end || self.token(at + 1).spaced => break,
                _ => {}
            }
            if pieces.len() > ITEMS_MAX {
                return None;
            }
            at += 1;
        }
        let is_full = closed && from < at;
        pieces.push((from, at));
        (is_full && pieces.len() >= 2).then_some((pieces, at))
    }

    /// Whether all entries are of a form; where the last one ends.
    fn are_all(&self, form: Form, pieces: &[Piece], stop: usize, opener: &str) -> Option<usize> {
        let (last, others) = pieces.split_last()?;
        let fits = |piece: &Piece| match form {
            Form::Names => self.is_name(*piece),
            Form::Counts => self.is_count(*piece, COUNT_MAX),
            Form::Words => self.is_bare(*piece),
            Form::Phrases => self.is_phrase(*piece),
            Form::Semicolons | Form::Bullets | Form::Ordinals | Form::Lettered | Form::Total => false,
        };
        if !others.iter().all(fits) {
            return None;
        }
        match form {
            // Behind the last name the sentence goes on.
            Form::Names => {
                let name_end = (last.0..last.1).find(|at| !self.is_of_name(*at)).unwrap_or(last.1);
                let whole = (last.0, self.trimmed(last.0, name_end));
                if whole.1 > whole.0 && self.is_name(whole) {
                    return Some(whole.1);
                }
                let is_place = !matches!(opener, "" | ":" | "—" | "–" | "--" | "(" | ",");
                let is_single = is_place && matches!(self.spelling(last.0), "a" | "an") && others.len() >= 2;
                (is_single && last.1 - last.0 <= PHRASE_MAX && self.is_count(*last, PHRASE_MAX)).then_some(stop)
            }
            Form::Counts => self.count_end(*last),
            _ => fits(last).then_some(stop),
        }
    }

    /// The end of a name without the small words at its end ("Chad of the").
    fn trimmed(&self, start: usize, end: usize) -> usize {
        let mut end = end;
        while end > start && self.token(end - 1).case == Case::Lower {
            end -= 1;
        }
        end
    }

    /// Whether a list that ended may go on: "…, as well as Poland", "along with", ", and".
    fn goes_on(&self, at: usize, end: usize) -> bool {
        let next = |ahead: usize| (at + ahead < end).then(|| self.spelling(at + ahead));
        let first = if next(0) == Some(",") { next(1) } else { next(0) };
        let is_name_behind_comma = next(0) == Some(",") && at + 1 < end && self.is_capital(at + 1);
        is_name_behind_comma
            || matches!(
                first,
                Some("and" | "or" | "as" | "along" | "plus" | "together" | "including" | "besides" | "&" | "/")
            )
    }

    fn is_capital(&self, at: usize) -> bool {
        matches!(self.token(at).case, Case::Title | Case::Upper | Case::Mixed)
    }

    /// Whether a state or country stands behind the place that lies in it: "Osyka, Mississippi and Camp Moore".
    fn names_regions(&self, pieces: &[Piece]) -> bool {
        let Some(regions) = self.tokens.lexicon.classes.get("region") else { return false };
        let is_region = |(start, end): &Piece| {
            let words: Vec<Word> = (*start..*end).map(|at| self.token(at).word).collect();
            regions.phrases().contains(&words)
        };
        pieces.windows(2).any(|pair| !is_region(&pair[0]) && is_region(&pair[1]))
    }

    fn is_of_name(&self, at: usize) -> bool {
        let token = self.token(at);
        match token.kind {
            TokenKind::Word => {
                self.is_capital(at)
                    || matches!(self.spelling(at), "of" | "the" | "for" | "upon")
                    || self.tokens.lexicon.names.roles(token.word).any(NameRoles::PARTICLE)
            }
            TokenKind::Possessive => false,
            TokenKind::Mark => matches!(self.spelling(at), "-" | "&" | "." | "’" | "'" | "‑"),
            _ => false,
        }
    }

    /// Whether the words are one name. A weekday, a month or a title alone is none.
    fn is_name(&self, (start, end): Piece) -> bool {
        if start >= end || end - start > NAME_MAX || !(start..end).all(|at| self.is_of_name(at)) {
            return false;
        }
        let first = if self.spelling(start) == "the" { start + 1 } else { start };
        let calendar = Features::MONTH.with(Features::WEEKDAY).with(Features::NUMBER).with(Features::FUNCTION);
        first < end
            && self.is_capital(first)
            && self.is_capital(end - 1)
            && !self.token(first).features.any(calendar)
            && !self.is_suffix(end - 1, start)
    }

    /// "Jr." and "Inc." between commas belong to the name before them.
    fn is_suffix(&self, at: usize, start: usize) -> bool {
        const SUFFIXES: [&str; 8] = ["Jr", "Sr", "Inc", "Ltd", "LLC", "III", "II", "MD"];
        let at = if self.spelling(at) == "." && at > start { at - 1 } else { at };
        at == start && SUFFIXES.contains(&self.spelling(at))
    }

    /// Whether the words count something, and nothing else.
    fn is_count(&self, piece: Piece, most: usize) -> bool {
        piece.1 - piece.0 <= most && self.count_end(piece) == Some(piece.1)
    }

    /// Where a count and what it counts end: before a verb or a relative clause, as far as that can be told.
    fn count_end(&self, (start, end): Piece) -> Option<usize> {
        let (_, behind) = self.count_at(start)?;
        let mut at = behind;
        while at < end && at - start < COUNT_MAX {
            let token = self.token(at);
            let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Possessive)
                || matches!(self.spelling(at), "-" | "‑" | "." | "&");
            let ends = matches!(
                self.spelling(at),
                "who"
                    | "which"
                    | "that"
                    | "whose"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "has"
                    | "have"
                    | "had"
                    | "will"
                    | "would"
            );
            if !is_word || ends {
                break;
            }
            at += 1;
        }
        (at > behind).then_some(at)
    }

    /// How many a count at a token says, and the token behind its figure: "two", "14", "a".
    fn count_at(&self, at: usize) -> Option<(f64, usize)> {
        let is_article = ["a", "an", "one"].iter().any(|it| self.spelling(at).eq_ignore_ascii_case(it));
        let from = self.claims.partition_point(|claim| (claim.tokens.0 as usize) < at);
        let here = self.claims[from..].iter().take_while(|claim| claim.tokens.0 as usize == at);
        for claim in here {
            match &claim.value {
                Value::Number(number) if number.figure.as_count().is_exact() && number.noun.is_some() => {
                    return Some((number.figure.value(), claim.tokens.1 as usize));
                }
                Value::Number(_) | Value::Name(_) => {}
                // "a third", "a dozen", "an hour", "14 percent".
                _ => return None,
            }
        }
        let next_is_word = at + 1 < self.tokens.end() && self.token(at + 1).kind == TokenKind::Word;
        (is_article && next_is_word).then_some((1.0, at + 1))
    }

    /// Whether the words are bare: in lower case, and none of them joins or relates.
    fn is_bare(&self, (start, end): Piece) -> bool {
        start < end
            && end - start <= WORDS_MAX
            && (start..end).all(|at| {
                let token = self.token(at);
                let is_word = token.kind == TokenKind::Word && !token.features.any(Features::FUNCTION);
                is_word && token.case == Case::Lower || (at > start && self.spelling(at) == "-")
            })
    }

    /// Whether the words are a short phrase that is no apposition to the one before it.
    fn is_phrase(&self, (start, end): Piece) -> bool {
        if start >= end || end - start > PHRASE_MAX {
            return false;
        }
        let first = self.token(start);
        let begins = first.kind == TokenKind::Word
            && first.case == Case::Lower
            && (!first.features.any(Features::FUNCTION)
                || matches!(
                    self.spelling(start),
                    "the" | "its" | "their" | "his" | "her" | "more" | "fewer" | "less" | "no"
                ));
        let is_participle = self.spelling(start).ends_with("ing") || self.spelling(start).ends_with("ed");
        begins
            && !is_participle
            && (start..end).all(|at| {
                !matches!(
                    self.spelling(at),
                    "who" | "which" | "that" | "whose" | "where" | "is" | "are" | "was" | "were" | "has" | "had"
                )
            })
    }

    fn item(&self, piece: Piece) -> Item {
        let span = self.token(piece.0).span.to(self.token(piece.1.max(piece.0 + 1) - 1).span);
        let amount = self.count_at(piece.0).map(|it| Interval::exact(it.0));
        Item { text: self.tokens.text[span.range()].into(), amount }
    }

    /// Entries marked "(a)", "(b)" or "(1)", "(2)" within one block, each run of them at its first mark, up to the end
    /// of its sentence.
    fn lettered(&mut self, sentences: &[Sentence]) {
        const MARKS: [[&str; 12]; 3] = [
            ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"],
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
            ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
        ];
        let is_marked = |at: usize, mark: &str| {
            self.spelling(at) == "(" && self.spelling(at + 1) == mark && self.spelling(at + 2) == ")"
        };
        let mut found = Vec::new();
        let mut behind_last = 0;
        for (index, sentence) in sentences.iter().enumerate() {
            let (start, first_end) = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
            for at in start.max(behind_last)..first_end.saturating_sub(2) {
                let Some(marks) = MARKS.iter().find(|marks| is_marked(at, marks[0])) else { continue };
                // "section 3(a)" names a part of a law.
                if !self.token(at).spaced && at > start {
                    continue;
                }
                let mut end = first_end;
                for next in sentences[index + 1..].iter().take_while(|it| it.block == sentence.block) {
                    end = next.tokens.1 as usize;
                }
                let mut begins = vec![at];
                for next in at + 3..end.saturating_sub(3) {
                    if begins.len() < marks.len() && is_marked(next, marks[begins.len()]) {
                        begins.push(next);
                    }
                }
                if begins.len() >= 2 {
                    let ends = begins.iter().skip(1).copied().chain([end]);
                    let items = begins.iter().zip(ends).map(|(from, to)| self.item((from + 3, to.max(from + 4))));
                    let items = items.map(|item| Item { amount: None, ..item }).collect();
                    behind_last = end;
                    found.push((at, first_end, List { items, form: Form::Lettered }));
                    break;
                }
            }
        }
        for (start, end, list) in found {
            self.push(start, end, list);
        }
    }

    /// Bullet and numbered lists, each at its first entry.
    fn bullets(&mut self, sentences: &[Sentence], blocks: &[Block]) {
        let list_of = |sentence: &Sentence| match blocks.get(sentence.block as usize).map(|it| it.kind) {
            Some(BlockKind::ListItem { list }) => Some(list),
            _ => None,
        };
        let mut at = 0;
        while at < sentences.len() {
            let Some(list) = list_of(&sentences[at]) else {
                at += 1;
                continue;
            };
            let first = at;
            let mut items: Vec<(u32, Piece)> = Vec::new();
            while at < sentences.len() && list_of(&sentences[at]) == Some(list) {
                let sentence = &sentences[at];
                if items.last().is_none_or(|(block, _)| *block != sentence.block) {
                    items.push((sentence.block, (sentence.tokens.0 as usize, sentence.tokens.1 as usize)));
                }
                at += 1;
            }
            if items.len() >= 2 {
                let (start, end) = sentences[first].tokens;
                let items = items.iter().map(|(_, piece)| self.item(*piece)).collect();
                self.push(start as usize, end as usize, List { items, form: Form::Bullets });
            }
        }
    }

    /// Sentences that begin with "First", "Second", "Third" …, each run of them at its first word.
    fn ordinals(&mut self, sentences: &[Sentence], blocks: &[Block]) {
        const ORDINALS: [[&str; 2]; 8] = [
            ["first", "firstly"],
            ["second", "secondly"],
            ["third", "thirdly"],
            ["fourth", "fourthly"],
            ["fifth", "fifthly"],
            ["sixth", "sixthly"],
            ["seventh", "seventhly"],
            ["eighth", "eighthly"],
        ];
        let place = |sentence: &Sentence| {
            let first = self.tokens.get_at(sentence.tokens.0 as usize).word;
            // "First, …"; "Second Lieutenant …" and "Third graders …" are none.
            let is_set_off = (sentence.tokens.0 + 1 < sentence.tokens.1)
                && self.tokens.get_at(sentence.tokens.0 as usize + 1).word == Word::of(",");
            let at = ORDINALS.iter().position(|words| words.iter().any(|word| Word::of(word) == first))?;
            let is_text = matches!(
                blocks.get(sentence.block as usize).map(|it| it.kind),
                Some(BlockKind::Paragraph | BlockKind::ListItem { .. })
            );
            (is_set_off && is_text).then_some(at)
        };
        let mut found = Vec::new();
        let mut at = 0;
        while at < sentences.len() {
            if place(&sentences[at]) != Some(0) {
                at += 1;
                continue;
            }
            let mut run = vec![at];
            let mut next = at + 1;
            while next < sentences.len() && next - run[run.len() - 1] <= ORDINAL_REACH {
                match place(&sentences[next]) {
                    Some(found) if found == run.len() => run.push(next),
                    Some(_) => break,
                    None => {}
                }
                next += 1;
            }
            if run.len() >= 2 {
                found.push(run.clone());
            }
            at = run[run.len() - 1] + 1;
        }
        for run in found {
            let piece = |index: &usize| {
                let (start, end) = sentences[*index].tokens;
                (start as usize, end as usize)
            };
            let items: Vec<Item> = run.iter().map(|index| Item { amount: None, ..self.item(piece(index)) }).collect();
            let start = sentences[run[0]].tokens.0 as usize;
            self.push(start, start + 1, List { items, form: Form::Ordinals });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claims::Value;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    /// The form and the entries of each list.
    fn lists(text: &str) -> Vec<String> {
        let source = Source::new("", text, Format::Markdown);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        let lists = article.claims.iter().filter_map(|claim| match &claim.value {
            Value::List(list) => {
                let items: Vec<&str> = list.items.iter().map(|item| &*item.text).collect();
                Some(format!("{} {}", list.form.as_str(), items.join(" | ")))
            }
            _ => None,
        });
        lists.collect()
    }

    #[test]
    fn enumerations_and_their_entries() {
        for (text, expected) in [
            ("Four states — Ohio, Utah and Iowa — agreed.", &["names Ohio | Utah | Iowa"][..]),
            ("She named three: a driver, two cooks and a nurse.", &["counts a driver | two cooks | a nurse"]),
            ("The flag has three colors: red, white and blue.", &["words red | white | blue"]),
            (
                "Two came: Ann Lee, who won; Bob Ray, of Kent; and Cy Fox.",
                &["semicolons Ann Lee, who won | Bob Ray, of Kent | and Cy Fox"],
            ),
            (
                "Two names were put forward: Yahya Sinwar, and Mohammed Darwish, a shadowy figure.",
                &["names Yahya Sinwar | Mohammed Darwish"],
            ),
            ("The three are Ann Lee, a baker, Bob Ray, a welder, and Cy Fox.", &[]),
            ("There are three reasons:\n\n- one\n- other\n", &["bullets one | other"]),
            (
                "The union asks for two: (a) a rise, (b) boots and (c) gloves.",
                &["lettered a rise, | boots and | gloves."],
            ),
            ("Section 3(a) and section 3(b) apply.", &[]),
            (
                "It has two faults. First, it is slow. Second, it is dear. It stays.",
                &["ordinals First, it is slow. | Second, it is dear."],
            ),
        ] {
            assert_eq!(lists(text), expected, "{text}");
        }
    }
}
