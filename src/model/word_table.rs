//! Words and what is known of each, in few bytes.
//!
//! A table holds 19 bits of each word's hash and six of what is known. Words are told apart by those bits alone: of the words
//! that a table of ten thousand lacks, two in a hundred are taken for one that it has. In the file the keys are sorted and only their gaps are
//! written, under chances that learn ([`coding`](super::coding)): seven bits a word of such a table, beside what is known.

use super::coding::{Chance, Coder, Reader};

/// A table, as it is asked: entries in the order of their keys, and where each run of keys with the same upper bits begins.
pub struct WordTable {
    starts: Vec<u16>,
    /// The lower bits of a key, then what is known.
    entries: Vec<u16>,
}

/// Bits of a key, of which the lower ones stand in the entry.
const KEY_BITS: u32 = 19;
const LOW_BITS: u32 = 7;
const N_STARTS: usize = 1 << (KEY_BITS - LOW_BITS);

/// Bits of what is known.
const KNOWN_BITS: u32 = 6;

impl WordTable {
    /// No word.
    pub const EMPTY: WordTable = WordTable { starts: Vec::new(), entries: Vec::new() };

    /// Reads a file.
    pub fn read(bytes: &[u8]) -> WordTable {
        let words = code(&mut Reader::new(bytes), &[]);
        let mut starts = vec![0; N_STARTS + 1];
        words.iter().for_each(|(key, _)| starts[(key >> LOW_BITS) as usize + 1] += 1);
        for at in 0..N_STARTS {
            starts[at + 1] += starts[at];
        }
        let entries = words.iter().map(|&(key, known)| low(key) << KNOWN_BITS | u16::from(known));
        WordTable { starts, entries: entries.collect() }
    }

    /// What is known of the word with a hash.
    pub fn find(&self, hash: u32) -> Option<u8> {
        let key = key(hash);
        let run = (key >> LOW_BITS) as usize;
        let (start, end) = (*self.starts.get(run)?, *self.starts.get(run + 1)?);
        let entries = self.entries.get(start.into()..end.into())?;
        let found = entries.iter().find(|&it| it >> KNOWN_BITS == low(key))?;
        Some((found & ((1 << KNOWN_BITS) - 1)) as u8)
    }
}

/// What a table knows a word by.
pub fn key(hash: u32) -> u32 {
    hash >> (u32::BITS - KEY_BITS)
}

fn low(key: u32) -> u16 {
    key as u16 & ((1 << LOW_BITS) - 1)
}

/// Writes the words of a table, in the order of their keys, or reads them: gives them back either way.
pub fn code(coder: &mut impl Coder, words: &[(u32, u8)]) -> Vec<(u32, u8)> {
    let mut lengths = [Chance::NEW; 32];
    let mut seconds = [Chance::NEW; 32];
    let mut known_upper = [Chance::NEW; 16];
    let mut known_lower = [[Chance::NEW; 4]; 16];
    let n_words = plain(coder, 16, words.len() as u32);
    let mut last = 0;
    let mut coded = Vec::new();
    for at in 0..n_words as usize {
        let (key, known) = words.get(at).copied().unwrap_or((last, 0));
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
        let upper = coder.number(&mut known_upper, 4, (known >> 2).into());
        let lower = coder.number(&mut known_lower[upper], 2, (known & 3).into());
        coded.push((last, (upper << 2 | lower) as u8));
    }
    coded
}

/// A number all of whose values are as likely.
fn plain(coder: &mut impl Coder, n_bits: u32, value: u32) -> u32 {
    (0..n_bits).rev().fold(0, |read, bit| {
        read << 1 | u32::from(coder.bit(&mut Chance::NEW.clone(), value >> bit & 1 == 1))
    })
}
