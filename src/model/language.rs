//! Which language a word belongs to, as far as its letters tell: weights over letter trigrams and whole
//! short words, one set for each script that several languages share.
//!
//! Made by `xtask/train/src/language.rs`; all sums are of whole numbers, so that every machine agrees.

use super::coding::{Chance, Coder, Reader};
use crate::supplement::late_bytes;
use std::sync::OnceLock;

/// The languages of one script, and the weights of their features.
pub struct Family {
    /// BCP 47 tags; the last class, `und`, is all that is none of them.
    pub tags: &'static [&'static str],
    /// A power of two.
    pub n_buckets: usize,
    /// `weights[bucket * tags.len() + class]`.
    weights: &'static [i8],
}

/// Languages in Latin letters. Malay is told as Indonesian, Bosnian and Serbian in Latin letters as Croatian.
pub const LATIN_TAGS: &[&str] = &[
    "en", "de", "fr", "es", "it", "pt", "nl", "ca", "cs", "da", "fi", "fil", "hr", "hu", "id", "is", "lt",
    "lv", "nb", "pl", "ro", "sk", "sl", "sv", "tr", "vi", "und",
];
/// Languages in Cyrillic letters.
pub const CYRILLIC_TAGS: &[&str] = &["ru", "uk", "bg", "mk", "und"];
/// Languages in Arabic letters.
pub const ARABIC_TAGS: &[&str] = &["ar", "fa", "ur", "und"];

/// Buckets of the Latin family.
pub const LATIN_BUCKETS: usize = 2048;
/// Buckets of the two smaller families.
pub const SMALL_BUCKETS: usize = 512;

/// Weights of all families.
const N_WEIGHTS: usize =
    LATIN_BUCKETS * LATIN_TAGS.len() + SMALL_BUCKETS * (CYRILLIC_TAGS.len() + ARABIC_TAGS.len());

/// No weight is further from nothing.
pub const BOUND: i8 = 3;

/// All families' weights; none before the supplement is there: then every Latin text is taken for English.
fn weights() -> &'static [i8] {
    static WEIGHTS: OnceLock<Vec<i8>> = OnceLock::new();
    let Some(bytes) = late_bytes!("model/language.bin") else { return &[] };
    WEIGHTS.get_or_init(|| code(&mut Reader::new(bytes), &[]))
}

/// Writes the weights, or reads them: gives them back either way.
pub fn code(coder: &mut impl Coder, weights: &[i8]) -> Vec<i8> {
    let mut chances = [Chance::NEW; 8];
    let next = |at| {
        let weight = weights.get(at).map_or(0, |it| (it + BOUND) as usize);
        coder.number(&mut chances, 3, weight) as i8 - BOUND
    };
    (0..N_WEIGHTS).map(next).collect()
}

/// The family of Latin letters.
pub fn latin() -> Family {
    let end = LATIN_BUCKETS * LATIN_TAGS.len();
    Family { tags: LATIN_TAGS, n_buckets: LATIN_BUCKETS, weights: weights().get(..end).unwrap_or(&[]) }
}

/// The family of Cyrillic letters.
pub fn cyrillic() -> Family {
    let start = LATIN_BUCKETS * LATIN_TAGS.len();
    let end = start + SMALL_BUCKETS * CYRILLIC_TAGS.len();
    Family {
        tags: CYRILLIC_TAGS,
        n_buckets: SMALL_BUCKETS,
        weights: weights().get(start..end).unwrap_or(&[]),
    }
}

/// The family of Arabic letters.
pub fn arabic() -> Family {
    let start = LATIN_BUCKETS * LATIN_TAGS.len() + SMALL_BUCKETS * CYRILLIC_TAGS.len();
    Family { tags: ARABIC_TAGS, n_buckets: SMALL_BUCKETS, weights: weights().get(start..).unwrap_or(&[]) }
}

impl Family {
    /// Adds what one word says so many times, which is given in lower-case letters.
    pub fn add(&self, word: &[char], n_times: i32, scores: &mut [i32]) {
        features(word, |hash| {
            let row = (hash as usize & (self.n_buckets - 1)) * self.tags.len();
            if let Some(row) = self.weights.get(row..row + self.tags.len()) {
                for (score, weight) in scores.iter_mut().zip(row) {
                    *score += n_times * i32::from(*weight);
                }
            }
        });
    }
}

/// Longer words are looked at no further.
pub const LONG_WORD: usize = 20;

/// Calls `with` with the hash of each feature of a word: its trigrams, ends included, its letters beyond
/// ASCII, and the word itself when it is short.
pub fn features(word: &[char], mut with: impl FnMut(u32)) {
    let word = &word[..word.len().min(LONG_WORD)];
    let at = |idx: usize| if idx == 0 || idx > word.len() { 1 } else { word[idx - 1] as u32 };
    for (idx, c) in word.iter().enumerate() {
        with(mix([at(idx), at(idx + 1), at(idx + 2)]));
        if *c >= '\u{80}' {
            with(mix([2, *c as u32, 0]));
        }
    }
    if word.len() <= 6 {
        let whole = word.iter().fold(3, |hash: u32, c| (hash ^ *c as u32).wrapping_mul(0x0100_0193));
        with(mix([3, whole, 0]));
    }
}

fn mix(codes: [u32; 3]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for code in codes {
        hash = (hash ^ code).wrapping_mul(0x9e37_79b1);
        hash ^= hash >> 15;
    }
    hash ^ (hash >> 13)
}
