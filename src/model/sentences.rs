//! The hard stops: does a sentence end before a lower-case letter, and at which blanks does it end in Thai?
//!
//! Two linear models over yes-or-no features without words, thirty-two whole-number weights each; made by
//! `xtask/train/src/sentences.rs`.

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A stop before a lower-case letter, in English.
    Lower,
    /// A blank, in Thai.
    Blank,
}

/// Features of one question; bit 0 is always set.
pub type Bits = u32;

/// Weights of a question.
pub const N_WEIGHTS: usize = 32;

static WEIGHTS: &[u8] = include_bytes!("sentences.bin");

/// True when the sentence ends there.
pub fn ends(question: Question, bits: Bits) -> bool {
    let base = question as usize * N_WEIGHTS;
    let weight = |idx: usize| {
        let at = (base + idx) * 2;
        WEIGHTS.get(at..at + 2).map_or(0, |it| i32::from(i16::from_le_bytes([it[0], it[1]])))
    };
    (0..N_WEIGHTS).filter(|idx| bits >> idx & 1 == 1).map(weight).sum::<i32>() > 0
}
