//! One finding for a group of spellings of which an article uses more than one.

use super::{Found, Place};
use crate::source::Span;

/// So many places of one spelling get a label; a reader has understood by then.
const LABELS_MAX: usize = 30;

/// A spelling and where it stands.
#[derive(Clone, Debug, Default)]
pub struct Usage {
    /// The spelling.
    pub written: String,
    /// Where it stands, in order.
    pub places: Vec<Span>,
}

impl Usage {
    /// A spelling that stands nowhere yet.
    pub fn new(written: &str) -> Self {
        Self { written: written.to_owned(), places: Vec::new() }
    }
}

/// The finding for the spellings, where two or more are used: the most frequent one counts as the article's own (of
/// equals the first given), the first place of another is reported, and all places are labelled. `rewrite` gives what
/// to write at a place in the spelling of the index, where that can be said.
pub fn one_of(usages: &[Usage], rewrite: impl Fn(usize, Span) -> Option<String>) -> Option<Found> {
    if usages.iter().filter(|it| !it.places.is_empty()).count() < 2 {
        return None;
    }
    let rank = |index: &usize| (usages[*index].places.len(), std::cmp::Reverse(*index));
    let major = (0..usages.len()).max_by_key(rank)?;
    let minority = usages.iter().enumerate().filter(|(index, _)| *index != major);
    let span = minority.flat_map(|(_, it)| &it.places).min().copied()?;
    let mut others = Vec::new();
    for (index, usage) in usages.iter().enumerate() {
        for place in usage.places.iter().filter(|it| **it != span).take(LABELS_MAX) {
            let better = if index == major { None } else { rewrite(major, *place) };
            others.push(Place { span: *place, label: format!("`{}`", usage.written), better });
        }
    }
    Some(Found { span, better: rewrite(major, span).into_iter().collect(), others, counts: counts(usages) })
}

/// How often each spelling is used, the most frequent first: "air strike × 3, airstrike × 2".
pub(super) fn counts(usages: &[Usage]) -> String {
    let mut used: Vec<&Usage> = usages.iter().filter(|it| !it.places.is_empty()).collect();
    used.sort_by_key(|it| std::cmp::Reverse(it.places.len()));
    let counts: Vec<String> = used.iter().map(|it| format!("{} × {}", it.written, it.places.len())).collect();
    counts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{Usage, one_of};
    use crate::source::Span;

    #[test]
    fn the_majority_is_the_articles_own() {
        let usage = |written: &str, places: &[u32]| Usage {
            written: written.to_owned(),
            places: places.iter().map(|at| Span::new(*at, at + 1)).collect(),
        };
        let both = [usage("email", &[5]), usage("e-mail", &[1, 9])];
        let found = one_of(&both, |major, _| Some(both[major].written.clone())).expect("two are used");
        assert_eq!((found.span.start, found.counts.as_str()), (5, "e-mail × 2, email × 1"));
        assert_eq!(found.better, ["e-mail"]);
        assert!(one_of(&[usage("email", &[5]), usage("e-mail", &[])], |_, _| None).is_none());
    }
}
