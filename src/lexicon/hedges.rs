//! Hedges: `rules/lexicon/hedges.toml`.

use std::collections::BTreeMap;

use super::filter::Filter;
use super::{Features, Lexicon, Word, WordMap, embedded};

/// Phrases that widen or bound a figure, by the name of the hedge.
#[derive(Debug, Default)]
pub struct Hedges {
    before: Phrases,
    behind: Phrases,
}

/// Phrases and the hedges they make. "A" and "in" begin many of them and stand everywhere, so that those of several
/// words are found by their first two.
#[derive(Debug, Default)]
struct Phrases {
    /// By their only word.
    single: WordMap<Hedge>,
    /// By their first two words, mixed: the words behind the first, the longest first.
    longer: WordMap<Vec<(Vec<Word>, Hedge)>>,
    /// A bit for each key of the two, which dismisses nearly all other words at the price of one look.
    filter: Filter<64>,
}

impl Phrases {
    /// Whether a phrase may stand where two words do; nearly always none does.
    #[inline]
    fn may_begin(&self, first: Word, second: Option<Word>) -> bool {
        self.filter.may_have(first) || second.is_some_and(|second| self.filter.may_have(first.mixed(second)))
    }

    /// The phrases that can stand where two words do: the words of each behind the first.
    fn beginning(&self, first: Word, second: Option<Word>) -> impl Iterator<Item = (&[Word], Hedge)> {
        let longer = second.and_then(|second| self.longer.get(&first.mixed(second)));
        let longer = longer.into_iter().flatten().map(|(rest, hedge)| (rest.as_slice(), *hedge));
        longer.chain(self.single.get(&first).map(|hedge| (&[][..], *hedge)))
    }
}

/// How a figure is hedged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// Not at all.
    #[default]
    None,
    /// "about", "around", "some": to both sides.
    About,
    /// "nearly", "almost", "just under": below, but close.
    Nearly,
    /// "just over", "a little more than", "slightly above": above, but close.
    JustOver,
    /// "more than", "over", "above": any value above.
    Over,
    /// "at least", "no fewer than", "or more": this or above.
    AtLeast,
    /// "less than", "under", "below": any value below.
    Under,
    /// "at most", "up to", "no more than": this or below.
    AtMost,
}

impl Hedge {
    /// The word for the `hedge` key of the claims' JSON; `None` where there is no hedge.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::About => Some("about"),
            Self::Nearly => Some("nearly"),
            Self::JustOver => Some("just-over"),
            Self::Over => Some("over"),
            Self::AtLeast => Some("at-least"),
            Self::Under => Some("under"),
            Self::AtMost => Some("at-most"),
        }
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    before: BTreeMap<Hedge, Vec<String>>,
    behind: BTreeMap<Hedge, Vec<String>>,
}

impl Hedges {
    /// Reads the file and marks the first words of its phrases.
    pub(super) fn load(lexicon: &mut Lexicon) -> Self {
        let file: File = embedded::parse("lexicon/hedges");
        for phrase in file.before.values().flatten() {
            pieces(phrase).take(1).for_each(|first| lexicon.mark(first, Features::HEDGE));
        }
        Self { before: index(file.before), behind: index(file.behind) }
    }

    /// Whether a phrase before a figure may begin with the two words, at the price of one look for each.
    #[inline]
    pub fn may_stand_before(&self, first: Word, second: Option<Word>) -> bool {
        self.before.may_begin(first, second)
    }

    /// Whether a phrase behind a figure may begin with the two words, at the price of one look for each.
    #[inline]
    pub fn may_stand_behind(&self, first: Word, second: Option<Word>) -> bool {
        self.behind.may_begin(first, second)
    }

    /// The phrases that can stand before a figure where two words do, the longest first: the words behind the first.
    pub fn before(&self, first: Word, second: Option<Word>) -> impl Iterator<Item = (&[Word], Hedge)> {
        self.before.beginning(first, second)
    }

    /// The phrases that can stand behind a figure where two words do, the longest first: the words behind the first.
    pub fn behind(&self, first: Word, second: Option<Word>) -> impl Iterator<Item = (&[Word], Hedge)> {
        self.behind.beginning(first, second)
    }
}

fn index(phrases: BTreeMap<Hedge, Vec<String>>) -> Phrases {
    let mut index = Phrases::default();
    for (hedge, phrases) in phrases {
        for phrase in phrases {
            let words: Vec<Word> = pieces(&phrase).map(Word::of).collect();
            match words[..] {
                [only] => {
                    index.filter.add(only);
                    index.single.insert(only, hedge);
                }
                [first, second, ..] => {
                    index.filter.add(first.mixed(second));
                    index.longer.entry(first.mixed(second)).or_default().push((words[1..].to_vec(), hedge));
                }
                [] => {}
            }
        }
    }
    // The order in which the lists are sorted does not depend on the order of the map.
    #[allow(clippy::iter_over_hash_type)]
    for list in index.longer.values_mut() {
        list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    index
}

/// The tokens of a phrase: words, and marks one by one.
fn pieces(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split_whitespace().flat_map(|part| {
        let cut = if part.len() > 1 && part.ends_with('.') { part.len() - 1 } else { part.len() };
        let (word, stop) = part.split_at(cut);
        let two = part.starts_with(['>', '<']) && part.len() == 2;
        let (word, mark) = if two { part.split_at(1) } else { (word, stop) };
        [word, mark].into_iter().filter(|it| !it.is_empty())
    })
}
