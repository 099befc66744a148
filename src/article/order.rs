//! The order of claims: by their first token, and the longer first.

use crate::claims::Claim;

/// Two rows of claims in order as one row in order. Of two at the same place, that of the first row comes first.
pub(super) fn merged(one: Vec<Claim>, other: Vec<Claim>) -> Vec<Claim> {
    debug_assert!(one.is_sorted_by_key(place) && other.is_sorted_by_key(place), "only rows in order can be merged");
    if other.is_empty() {
        return one;
    }
    if one.is_empty() {
        return other;
    }
    let mut all = Vec::with_capacity(one.len() + other.len());
    let (mut one, mut other) = (one.into_iter(), other.into_iter());
    // Run by run, since most runs of the longer row are long.
    while let Some(next) = other.as_slice().first().map(place) {
        let run = one.as_slice().iter().take_while(|it| place(it) <= next).count();
        all.extend(one.by_ref().take(run));
        let Some(next) = one.as_slice().first().map(place) else { break };
        let run = other.as_slice().iter().take_while(|it| place(it) < next).count();
        all.extend(other.by_ref().take(run));
    }
    all.extend(one);
    all.extend(other);
    all
}

/// The place of a claim as one number, by which claims are ordered.
pub(super) fn place(claim: &Claim) -> u64 {
    let (first, last) = claim.tokens;
    u64::from(first) << 32 | u64::from(u32::MAX - last)
}
