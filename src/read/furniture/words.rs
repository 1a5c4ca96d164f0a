//! Words of blocks, as hashes: which of them two texts share.

use super::features::share;
use crate::lexicon::hash_folded;
use crate::order;

/// Buckets for words that are counted.
pub const BUCKETS: usize = 1 << 16;

/// So many words of a block are counted.
const FEW_WORDS: usize = 60;

/// How alike the words of two texts are, 0 to 15: shared words over all.
pub fn likeness(a: &[u32], b: &[u32]) -> u8 {
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    let shared = a.iter().filter(|it| b.contains(it)).count() as u32;
    share(shared, (a.len() + b.len()) as u32 - shared.min(b.len() as u32), 15)
}

/// Hashes of the words of a short text, without repeats.
pub fn words(text: &str) -> Vec<u32> {
    let mut words: Vec<u32> = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .take(40)
        .map(hash_folded)
        .collect();
    order::sort(&mut words);
    words.dedup();
    words
}

/// The buckets of the first words that are longer than most function words.
pub fn each_word(piece: &str, tell: &mut dyn FnMut(usize)) {
    let words = piece.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() >= 4);
    words.take(FEW_WORDS).for_each(|it| tell(hash_folded(it) as usize % BUCKETS));
}
