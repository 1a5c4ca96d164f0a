//! Sketches: what two texts have in common, told from 64 numbers each (Broder 1997).
//!
//! A text is the set of its runs of five words. Of their hashes the 64 least are kept: a fair sample, and the same
//! sample of what two texts share.

use super::hash;

/// Words in a run: fewer are found in any two articles of one field, more miss a copy that was lightly edited.
const RUN: usize = 5;

/// Hashes kept: the share is known to within a tenth or so, which is enough to tell a copy.
const KEPT: usize = 64;

/// The sketch of a text whose words have these hashes; in order.
pub fn of(words: &[u64]) -> Vec<u32> {
    let mut runs: Vec<u32> = words
        .windows(RUN)
        .map(|run| (run.iter().fold(0, |all: u64, &it| hash::mixed(all.rotate_left(7) ^ it)) >> 32) as u32)
        .collect();
    runs.sort_unstable();
    runs.dedup();
    runs.truncate(KEPT);
    runs
}

/// True when two texts share at least half of all their runs of words: one is a copy of the other, with another
/// headline or a changed paragraph. News on one event written twice shares a few quotes, far less than a tenth.
pub fn is_copy(a: &[u32], b: &[u32]) -> bool {
    // The least hashes of both together are a sample of the union; those that both have, of what they share.
    let (mut at_a, mut at_b, mut n_both, mut n_all) = (0, 0, 0, 0);
    while n_all < KEPT && at_a < a.len() && at_b < b.len() {
        let (one, other) = (a[at_a], b[at_b]);
        n_both += usize::from(one == other);
        at_a += usize::from(one <= other);
        at_b += usize::from(other <= one);
        n_all += 1;
    }
    let rest = (a.len() - at_a).max(b.len() - at_b);
    n_all = (n_all + rest).min(KEPT.max(n_all));
    n_all > 0 && n_both * 2 >= n_all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<u64> {
        text.split_whitespace().map(|it| hash::hash(0, it.as_bytes())).collect()
    }

    #[test]
    fn a_copy_is_a_copy_and_another_story_is_none() {
        let story: String = (0..300).map(|it| format!("w{} ", it * it % 211)).collect();
        let other: String = (0..300).map(|it| format!("w{} ", it * it * it % 199)).collect();
        let edited = story.replacen("w4 ", "changed ", 1) + "and a new last sentence was put behind it";
        let sketch = |it: &str| of(&words(it));
        assert!(is_copy(&sketch(&story), &sketch(&story)));
        assert!(is_copy(&sketch(&story), &sketch(&edited)));
        assert!(!is_copy(&sketch(&story), &sketch(&other)));
        assert!(!is_copy(&sketch(""), &sketch("")));
        assert!(!is_copy(&sketch(&story), &[]));
    }
}
