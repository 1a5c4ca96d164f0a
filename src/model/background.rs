//! Background: how common a word is in its language at large, and whether it can stand in a noun phrase.
//!
//! A table holds 19 bits of each word's hash, four of its rarity and two of its part of speech. Words are told apart by
//! those bits alone, so about two unknown words in a hundred are taken for known ones; such a word then weighs a
//! little less than it should, no more. In the file the keys are sorted and only their gaps are written, under chances
//! that learn (`coding`): ten bits a word.
//! English has a table of its own, the other languages share one that comes with the supplement.
//! The tables are made by `cargo xtask train background`; an absent word is a rare one.

use super::coding::{Chance, Coder, Reader};
use crate::supplement::late_bytes;
use std::sync::OnceLock;

/// A table, as it is asked: entries in the order of their keys, and where each run of keys with the same upper bits begins.
pub struct Background {
    starts: Vec<u16>,
    /// The lower bits of a key, then what is known.
    entries: Vec<u16>,
}

/// Bits of a key, of which the lower ones stand in the entry.
const KEY_BITS: u32 = 19;
const LOW_BITS: u32 = 7;
const N_STARTS: usize = 1 << (KEY_BITS - LOW_BITS);

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
    /// The table that holds the words of a language, told by its tag's first two letters. Before it is there, one that
    /// holds none.
    pub fn of(language: [u8; 2]) -> &'static Background {
        static ENGLISH: OnceLock<Background> = OnceLock::new();
        static OTHERS: OnceLock<Background> = OnceLock::new();
        static NONE: Background = Background { starts: Vec::new(), entries: Vec::new() };
        if &language == b"en" {
            return ENGLISH.get_or_init(|| Background::read(include_bytes!("background_en.bin")));
        }
        let late = late_bytes!("model/background.bin");
        late.map_or(&NONE, |bytes| OTHERS.get_or_init(|| Background::read(bytes)))
    }

    fn read(bytes: &[u8]) -> Background {
        let words = code(&mut Reader::new(bytes), &[]);
        let mut starts = vec![0; N_STARTS + 1];
        words.iter().for_each(|(key, _)| starts[(key >> LOW_BITS) as usize + 1] += 1);
        for at in 0..N_STARTS {
            starts[at + 1] += starts[at];
        }
        let low = |key: u32| (key as u16 & ((1 << LOW_BITS) - 1)) << 6;
        let entries = words.iter().map(|&(key, it)| low(key) | u16::from(it.rarity) << 2 | it.part as u16);
        Background { starts, entries: entries.collect() }
    }

    /// Looks a word up by the hash of its lower-cased form, as [`hash`] makes it.
    pub fn find(&self, hash: u32) -> Option<Known> {
        let key = key(hash);
        let run = (key >> LOW_BITS) as usize;
        let (start, end) = (*self.starts.get(run)?, *self.starts.get(run + 1)?);
        let low = key as u16 & ((1 << LOW_BITS) - 1);
        let entry = self.entries.get(start.into()..end.into())?.iter().find(|&it| it >> 6 == low)?;
        Some(known((entry >> 2 & 15) as u8, (entry & 3) as u8))
    }

    /// True when the table knows words of the language at all.
    pub fn knows(&self, language: [u8; 2]) -> bool {
        self.find(hash(language, MARKER)).is_some()
    }
}

/// What a table knows a word by.
pub fn key(hash: u32) -> u32 {
    hash >> (u32::BITS - KEY_BITS)
}

fn known(rarity: u8, part: u8) -> Known {
    let part = match part {
        0 => Part::Unknown,
        1 => Part::Noun,
        2 => Part::Adjective,
        _ => Part::Other,
    };
    Known { rarity, part }
}

/// Writes the words of a table, in the order of their keys, or reads them: gives them back either way.
pub fn code(coder: &mut impl Coder, words: &[(u32, Known)]) -> Vec<(u32, Known)> {
    let mut lengths = [Chance::NEW; 32];
    let mut seconds = [Chance::NEW; 32];
    let mut rarities = [Chance::NEW; 16];
    let mut parts = [[Chance::NEW; 4]; 16];
    let n_words = plain(coder, 16, words.len() as u32);
    let mut last = 0;
    let mut coded = Vec::new();
    for at in 0..n_words as usize {
        let (key, word) = words.get(at).copied().unwrap_or((last, known(0, 0)));
        // A gap without its highest bit, behind the number of its bits (Elias 1975). The next bit still says something.
        let gap = key - last + 1;
        let n_bits = coder.number(&mut lengths, 5, gap.ilog2() as usize) as u32;
        let mut read = 1;
        if n_bits > 0 {
            let second = gap >> (n_bits - 1) & 1 == 1;
            read = 2 | u32::from(coder.bit(&mut seconds[n_bits as usize], second));
            read = read << (n_bits - 1) | plain(coder, n_bits - 1, gap & ((1 << (n_bits - 1)) - 1));
        }
        last = (last + read - 1) & ((1 << KEY_BITS) - 1);
        let rarity = coder.number(&mut rarities, 4, word.rarity.into());
        let part = coder.number(&mut parts[rarity], 2, word.part as usize);
        coded.push((last, known(rarity as u8, part as u8)));
    }
    coded
}

/// A number all of whose values are as likely.
fn plain(coder: &mut impl Coder, n_bits: u32, value: u32) -> u32 {
    (0..n_bits).rev().fold(0, |read, bit| {
        read << 1 | u32::from(coder.bit(&mut Chance::NEW.clone(), value >> bit & 1 == 1))
    })
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
