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

/// The first three words that stand somewhere, as far as there are so many.
pub type Opening = (Word, Option<Word>, Option<Word>);

/// Phrases and the hedges they make. "A" and "in" begin many of them and stand everywhere, and so does "in the", so that
/// those of two words are found by both, and longer ones by the first and the third.
#[derive(Debug, Default)]
struct Phrases {
    /// By their only word.
    single: WordMap<Hedge>,
    /// By the words that they are found by, mixed: the words behind the first, the longest first.
    longer: WordMap<Vec<(Vec<Word>, Hedge)>>,
    /// A bit for each key of the two, which dismisses nearly all other words at the price of a look for each.
    filter: Filter<64>,
}

impl Phrases {
    /// Whether a phrase may stand where three words do; nearly always none does.
    #[inline]
    fn may_begin(&self, (first, second, third): Opening) -> bool {
        let may_have = |next: Option<Word>| next.is_some_and(|next| self.filter.may_have(first.mixed(next)));
        self.filter.may_have(first) || may_have(second) || may_have(third)
    }

    /// The longest of the phrases that can stand where three words do of which the words behind the first stand there too:
    /// how many these are, and the hedge.
    fn find(&self, (first, second, third): Opening, stands: impl Fn(&[Word]) -> bool) -> Option<(usize, Hedge)> {
        for next in [third, second].into_iter().flatten() {
            let key = first.mixed(next);
            if self.filter.may_have(key)
                && let Some(phrases) = self.longer.get(&key)
                && let Some((rest, hedge)) = phrases.iter().find(|(rest, _)| stands(rest))
            {
                return Some((rest.len(), *hedge));
            }
        }
        let hedge = if self.filter.may_have(first) { *self.single.get(&first)? } else { return None };
        stands(&[]).then_some((0, hedge))
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

    /// Whether a phrase before a figure may begin with the words, at the price of a look for each.
    #[inline]
    pub fn may_stand_before(&self, words: Opening) -> bool {
        self.before.may_begin(words)
    }

    /// The longest phrase before a figure that begins with the words and goes on as `stands` tells of the words behind
    /// the first: how many these are, and the hedge.
    pub fn before(&self, words: Opening, stands: impl Fn(&[Word]) -> bool) -> Option<(usize, Hedge)> {
        self.before.find(words, stands)
    }

    /// The longest phrase behind a figure, in the same way.
    pub fn behind(&self, words: Opening, stands: impl Fn(&[Word]) -> bool) -> Option<(usize, Hedge)> {
        self.behind.find(words, stands)
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
                [first, next] | [first, _, next, ..] => {
                    index.filter.add(first.mixed(next));
                    index.longer.entry(first.mixed(next)).or_default().push((words[1..].to_vec(), hedge));
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
