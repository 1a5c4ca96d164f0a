//! Background: how common a word is in its language at large, and whether it can stand in a noun phrase.
//!
//! English has a table of its own, the other languages share one that comes with the supplement. About two in a hundred
//! of the words that a table lacks are taken for words that it has ([`word_table`](super::word_table)); such a word then weighs a little less than it
//! should, no more. The tables are made by `cargo xtask train background`; an absent word is a rare one.

use super::word_table::WordTable;
use crate::supplement::late_bytes;
use std::sync::OnceLock;

/// A table.
pub struct Background(WordTable);

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

impl Known {
    /// As a table holds it.
    pub fn packed(self) -> u8 {
        self.rarity << 2 | self.part as u8
    }

    fn unpacked(it: u8) -> Known {
        let part = match it & 3 {
            0 => Part::Unknown,
            1 => Part::Noun,
            2 => Part::Adjective,
            _ => Part::Other,
        };
        Known { rarity: it >> 2, part }
    }
}

impl Background {
    /// The table that holds the words of a language, told by its tag's first two letters. Before it is there, one that
    /// holds none.
    pub fn of(language: [u8; 2]) -> &'static Background {
        static ENGLISH: OnceLock<Background> = OnceLock::new();
        static OTHERS: OnceLock<Background> = OnceLock::new();
        static NONE: Background = Background(WordTable::EMPTY);
        let read = |bytes| Background(WordTable::read(bytes));
        if &language == b"en" {
            return ENGLISH.get_or_init(|| read(include_bytes!("background_en.bin")));
        }
        late_bytes!("model/background.bin").map_or(&NONE, |bytes| OTHERS.get_or_init(|| read(bytes)))
    }

    /// Looks a word up by the hash of its lower-cased form, as [`hash`] makes it.
    pub fn find(&self, hash: u32) -> Option<Known> {
        self.0.find(hash).map(Known::unpacked)
    }

    /// True when the table knows words of the language at all.
    pub fn knows(&self, language: [u8; 2]) -> bool {
        self.find(hash(language, MARKER)).is_some()
    }
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
    if word.is_ascii() {
        for byte in word.as_bytes() {
            sum.add(byte.to_ascii_lowercase());
        }
    } else {
        for c in word.chars().flat_map(char::to_lowercase) {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|it| sum.add(it));
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
