//! Background: how common a word is in its language at large, and whether it can stand in a noun phrase.
//!
//! Open-addressed tables of 16-bit slots, read where they lie: ten bits of a word's fingerprint, four of
//! its rarity and two of its part of speech. Words are told apart by fingerprint alone, so about one unknown
//! word in two hundred is taken for a known one; it then weighs a little less than it should, no more.
//! English has a table of its own, the other languages share one that comes with the supplement.
//! The tables are made by `cargo xtask train background`; an absent word is a rare one.

use crate::supplement::late_bytes;

static ENGLISH: &[u8] = include_bytes!("background_en.bin");

/// A table: slots of two bytes, little-endian, zero for an empty one.
#[derive(Clone, Copy)]
pub struct Background(&'static [u8]);

/// What is known of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// 1 (the most common words of the language) to 15 (rare).
    pub rarity: u8,
    /// What it mostly is.
    pub part: Part,
}

/// The part of speech that most uses of a word have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Not counted.
    Unknown = 0,
    /// A noun or name.
    Noun = 1,
    /// An adjective.
    Adjective = 2,
    /// A verb, adverb or function word.
    Other = 3,
}

/// Rarity of a word that the table lacks.
pub const RARE: u8 = 15;

impl Background {
    /// The table that holds the words of a language, told by its tag's first two letters.
    pub fn of(language: [u8; 2]) -> Background {
        let late = || late_bytes!("model/background.bin").unwrap_or_default();
        Background(if &language == b"en" { ENGLISH } else { late() })
    }

    /// Looks a word up by the hash of its lower-cased form, as [`hash`] makes it.
    pub fn find(self, hash: u32) -> Option<Known> {
        let Background(table) = self;
        let n_slots = table.len() / 2;
        let (mut slot, print) = place(hash, n_slots);
        // The trainer leaves empty slots, so the walk ends; the bound is for a damaged file.
        for _ in 0..n_slots {
            let value = u16::from_le_bytes([table[2 * slot], table[2 * slot + 1]]);
            if value == 0 {
                return None;
            }
            if value >> 6 == print {
                return Some(unpack(value));
            }
            slot = if slot + 1 == n_slots { 0 } else { slot + 1 };
        }
        None
    }

    /// True when the table knows words of the language at all.
    pub fn knows(self, language: [u8; 2]) -> bool {
        self.find(hash(language, MARKER)).is_some()
    }
}

/// First slot and fingerprint of a hash in a table of `n_slots`.
pub fn place(hash: u32, n_slots: usize) -> (usize, u16) {
    let slot = (u64::from(hash) * n_slots as u64) >> 32;
    (slot as usize, (hash.wrapping_mul(0x9e37_79b1) >> 22) as u16)
}

/// A slot's value.
pub fn pack(print: u16, known: Known) -> u16 {
    print << 6 | u16::from(known.rarity) << 2 | known.part as u16
}

fn unpack(value: u16) -> Known {
    let part = match value & 3 {
        0 => Part::Unknown,
        1 => Part::Noun,
        2 => Part::Adjective,
        _ => Part::Other,
    };
    Known { rarity: (value >> 2 & 15) as u8, part }
}

/// Hash of a lower-cased word of a language: FNV-1a over the tag's first two letters and the word, then mixed
/// (FNV's upper bits alone are too even for short words).
pub fn hash(language: [u8; 2], lower: &[u8]) -> u32 {
    let mut sum = Sum::of(language);
    lower.iter().for_each(|&it| sum.add(it));
    sum.mixed()
}

/// Hash of a word, lower-cased on the way.
pub fn hash_word(language: [u8; 2], word: &str) -> u32 {
    let mut sum = Sum::of(language);
    for c in word.chars() {
        if c.is_ascii() {
            sum.add(c.to_ascii_lowercase() as u8);
        } else {
            for c in c.to_lowercase() {
                c.encode_utf8(&mut [0; 4]).bytes().for_each(|it| sum.add(it));
            }
        }
    }
    sum.mixed()
}

/// An entry that every language of the table has.
pub const MARKER: &[u8] = b"\x01";

/// A hash in the making.
struct Sum(u32);

impl Sum {
    fn of(language: [u8; 2]) -> Sum {
        let mut sum = Sum(0x811c_9dc5);
        language.iter().for_each(|&it| sum.add(it));
        sum
    }

    fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }

    fn mixed(self) -> u32 {
        let mut hash = self.0 ^ self.0 >> 15;
        hash = hash.wrapping_mul(0x2c1b_3c6d);
        hash ^ hash >> 13
    }
}
