//! Currencies: `rules/lexicon/currencies.toml`.

use super::units::pieces;
use super::{Features, Lexicon, Word, WordMap, embedded};

/// All currencies and their spellings.
#[derive(Debug, Default)]
pub struct Currencies {
    spellings: WordMap<Vec<CurrencySpelling>>,
    kinds: Vec<Box<str>>,
    codes: Vec<[u8; 3]>,
}

/// A currency as the text states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217; where it is not stated, the one that readers expect.
    code: [u8; 3],
    /// Whether the text says whose money it is: "A$" does, "$" does not.
    pub is_stated: bool,
    /// The word that it shares with other currencies, as an index: "dollar".
    kind: Option<u8>,
}

/// One way to write a currency or its smaller coin.
#[derive(Debug)]
pub struct CurrencySpelling {
    /// The words behind the first one.
    pub rest: Vec<Word>,
    /// The spelling without spaces where its case matters: a symbol or a code.
    pub symbol: Option<Box<str>>,
    /// What it means.
    pub currency: Currency,
    /// How many of it make one of the currency: 100 for cents, 1 for the currency itself.
    pub part: f64,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    currency: Vec<Row>,
    unstated: Vec<Row>,
    minor: Vec<Row>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
    kind: Option<String>,
    #[serde(default = "one")]
    part: f64,
}

const fn one() -> f64 {
    1.0
}

impl Currency {
    /// ISO 4217.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// Whether the two are the same money: `None` where one of them leaves open whose dollars it means.
    pub fn is_same(self, other: Self) -> Option<bool> {
        if self.is_stated && other.is_stated || self.kind.is_none() || self.kind != other.kind {
            return Some(self.code == other.code);
        }
        // Two bare dollar signs of one article are the same money.
        (self.is_stated == other.is_stated).then_some(true)
    }
}

impl Currencies {
    /// Reads the file and marks the first words of its spellings.
    pub(super) fn load(lexicon: &mut Lexicon) -> Self {
        let file: File = embedded::parse("lexicon/currencies");
        let mut currencies = Self::default();
        for row in &file.currency {
            currencies.add(lexicon, row, true);
        }
        for row in &file.unstated {
            currencies.add(lexicon, row, false);
        }
        for row in &file.minor {
            currencies.add(lexicon, row, row.kind.is_none());
        }
        #[allow(clippy::iter_over_hash_type)] // each list is sorted for itself
        for spellings in currencies.spellings.values_mut() {
            spellings.sort_by_key(|it| (std::cmp::Reverse(it.rest.len()), it.symbol.is_none()));
        }
        currencies
    }

    /// The spellings that begin with a word, the longest first.
    pub fn spellings(&self, first: Word) -> &[CurrencySpelling] {
        self.spellings.get(&first).map_or(&[], Vec::as_slice)
    }

    /// The word that a currency which is not stated shares with others: `dollar`, `cent`.
    pub fn kind(&self, currency: Currency) -> Option<&str> {
        currency.kind.map(|at| &*self.kinds[at as usize])
    }

    /// The currency of an ISO 4217 code.
    pub fn get(&self, code: &str) -> Option<Currency> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        self.codes.contains(&code).then_some(Currency { code, is_stated: true, kind: None })
    }

    fn add(&mut self, lexicon: &mut Lexicon, row: &Row, is_stated: bool) {
        let code = row.code.as_bytes().try_into();
        let code = code.unwrap_or_else(|_| panic!("rules/lexicon/currencies.toml: {} is no code", row.code));
        if is_stated && !self.codes.contains(&code) {
            self.codes.push(code);
        }
        let kind = row.kind.as_ref().map(|kind| {
            let known = self.kinds.iter().position(|it| **it == **kind);
            let at = known.unwrap_or_else(|| {
                self.kinds.push(kind.as_str().into());
                self.kinds.len() - 1
            });
            at as u8
        });
        let currency = Currency { code, is_stated, kind };
        let names = row.names.iter().map(|it| (it, None));
        let symbols = row.symbols.iter().map(|it| (it, Some(it.replace(' ', "").into_boxed_str())));
        for (spelling, symbol) in names.chain(symbols) {
            let mut rest = pieces(spelling);
            let first = rest.remove(0);
            // A single letter is far too often something else ("C$" does not make a currency of the C of "C4").
            let letters = spelling.chars().filter(|it| it.is_ascii_alphabetic()).count();
            if symbol.is_some() && rest.is_empty() && letters != 1 {
                lexicon.mark_word(first, Features::CURRENCY);
            }
            let part = row.part;
            self.spellings.entry(first).or_default().push(CurrencySpelling { rest, symbol, currency, part });
        }
    }
}
