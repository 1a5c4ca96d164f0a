//! Hashes of words and of features. Models are trained on them: another hash makes every model void.

use super::shape;
use crate::lexicon::{self, FNV_PRIME, FNV_START, hash_folded};

/// FNV-1a of a small ASCII word, as [`hash_folded`] makes it.
pub const fn hash_of(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let mut hash = FNV_START;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(FNV_PRIME);
        at += 1;
    }
    hash
}

/// Hashes of words that features look for.
pub const DOT: u32 = hash_of(".");
pub const COMMA: u32 = hash_of(",");
pub const A: u32 = hash_of("a");
pub const AN: u32 = hash_of("an");
pub const THE: u32 = hash_of("the");
pub const IN: u32 = hash_of("in");
pub const AT: u32 = hash_of("at");
pub const FROM: u32 = hash_of("from");
pub const NEAR: u32 = hash_of("near");
pub const TO: u32 = hash_of("to");
pub const SAID: u32 = hash_of("said");
pub const SAYS: u32 = hash_of("says");
pub const TOLD: u32 = hash_of("told");
pub const ADDED: u32 = hash_of("added");
pub const WHO: u32 = hash_of("who");
pub const OF: u32 = hash_of("of");
pub const BY: u32 = hash_of("by");
pub const AND: u32 = hash_of("and");
pub const OR: u32 = hash_of("or");
pub const IS: u32 = hash_of("is");
pub const HAS: u32 = hash_of("has");
pub const WAS: u32 = hash_of("was");
pub const OPENING: u32 = hash_of("(");
pub const CLOSING: u32 = hash_of(")");
pub const DASH: u32 = hash_of("-");
pub const POSSESSIVE: u32 = hash_of("'s");

/// Words by their letters, numbers by their lengths: "1,204" is like "3,118", and "E.U." like "EU".
pub fn hash_word(spelled: &str, shape: u8) -> u32 {
    if shape == shape::DOTTED {
        spelled
            .chars()
            .filter(|it| *it != '.')
            .fold(FNV_START, |hash, c| (hash ^ fold(c)).wrapping_mul(FNV_PRIME))
    } else if shape == shape::NUMBER || shape == shape::NUMBER_LETTERS {
        spelled
            .chars()
            .take(12)
            .fold(0, |hash, c| mix(hash, if c.is_ascii_digit() { '0' as u32 } else { fold(c) }))
    } else {
        hash_folded(spelled)
    }
}

/// The code of a char in lower case.
pub fn fold(c: char) -> u32 {
    lexicon::fold(c) as u32
}

/// One hash of two.
#[inline]
pub fn mix(a: u32, b: u32) -> u32 {
    let hash = (a.rotate_left(7) ^ b).wrapping_mul(0x9e37_79b1);
    hash ^ hash >> 15
}

/// The hash of a feature: what model files are sorted by, so its upper bits must be good.
#[inline(always)]
pub fn feature(template: u32, value: u32) -> u32 {
    let mut hash = value ^ template.wrapping_mul(0x9e37_79b1);
    hash = (hash ^ hash >> 16).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ hash >> 13).wrapping_mul(0xc2b2_ae35);
    hash ^ hash >> 16
}
