//! Sorting, small. The standard library's sorts are quick, and each type they are used with costs about 5 kB of
//! the download (measured: 88 kB of code in all, a tenth of the core). Here one function sorts indexes for all
//! types; what is sorted are findings and sentences, not tokens, so its speed does not show.
//!
//! Every sort is stable: equal items keep their order.

use std::cmp::Ordering;

/// Up to this many items are sorted in place, by insertion.
const FEW: usize = 16;

/// Sorts by the items' own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    by(items, Ord::cmp);
}

/// Sorts by a key.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison, which has to be a total order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() <= FEW {
        for idx in 1..items.len() {
            let mut at = idx;
            while at > 0 && compare(&items[at - 1], &items[at]) == Ordering::Greater {
                items.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    let mut order = sorted(items.len(), &|a, b| compare(&items[a as usize], &items[b as usize]));
    // Each cycle of the permutation is walked once: what belongs at `at` is swapped in.
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = order[at] as usize;
            order[at] = at as u32;
            if from == start || from == at {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// The indexes `0..n` in the order of what they stand for: a bottom-up merge sort.
#[inline(never)]
fn sorted(n: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    let mut merged: Vec<u32> = Vec::with_capacity(n);
    let mut width = 1;
    while width < n {
        merged.clear();
        for start in (0..n).step_by(2 * width) {
            let (mut a, mut b) = (start, (start + width).min(n));
            let (a_end, b_end) = (b, (start + 2 * width).min(n));
            // What is sorted here is often in order, or two lists one behind the other.
            if b < b_end && compare(order[b], order[b - 1]) != Ordering::Less {
                merged.extend_from_slice(&order[a..b_end]);
                continue;
            }
            while a < a_end && b < b_end {
                // The left one goes first when they are equal: that keeps the sort stable.
                let from = if compare(order[b], order[a]) == Ordering::Less { &mut b } else { &mut a };
                merged.push(order[*from]);
                *from += 1;
            }
            merged.extend_from_slice(&order[a..a_end]);
            merged.extend_from_slice(&order[b..b_end]);
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in prop::collection::vec((0u8..9, 0u32..1000), 0..200)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            by_key(&mut ours, |it| it.0);
            theirs.sort_by_key(|it| it.0);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }
}
