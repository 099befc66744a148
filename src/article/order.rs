//! The order of claims: by their first token, and the longer first.

use crate::claims::Claim;

/// Rows of claims in order as one row in order. Of several at the same place, that of the earlier row comes first.
pub(super) fn merged<const ROWS: usize>(rows: [Vec<Claim>; ROWS]) -> Vec<Claim> {
    debug_assert!(rows.iter().all(|it| it.is_sorted_by_key(place)), "only rows in order can be merged");
    let mut all = Vec::with_capacity(rows.iter().map(Vec::len).sum());
    let mut rows = rows.map(Vec::into_iter);
    let mut next = rows.each_ref().map(|it| it.as_slice().first().map_or(BEHIND_ALL, place));
    // Run by run: each is moved once, from the row that is ahead up to where another row has its turn.
    loop {
        let (row, first) = earliest(&next);
        if first == BEHIND_ALL {
            return all;
        }
        next[row] = BEHIND_ALL;
        let (other, until) = earliest(&next);
        // At the same place the earlier row is still ahead.
        let until = if row < other && until != BEHIND_ALL { until + 1 } else { until };
        let (mut at, row_left) = (first, &mut rows[row]);
        while at < until {
            all.extend(row_left.next());
            at = row_left.as_slice().first().map_or(BEHIND_ALL, place);
        }
        next[row] = at;
    }
}

/// The place of no claim.
const BEHIND_ALL: u64 = u64::MAX;

/// The earliest of several places and which it is, the first of those that are alike.
fn earliest<const ROWS: usize>(places: &[u64; ROWS]) -> (usize, u64) {
    let mut earliest = (0, places[0]);
    for (row, place) in places.iter().enumerate().skip(1) {
        if *place < earliest.1 {
            earliest = (row, *place);
        }
    }
    earliest
}

/// The place of a claim as one number, by which claims are ordered.
pub(super) fn place(claim: &Claim) -> u64 {
    let (first, last) = claim.tokens;
    u64::from(first) << 32 | u64::from(u32::MAX - last)
}
