//! The model file, as `nutgraf::model::names` reads it.

use super::crf::Learner;
use crate::coder::Writer;
use nutgraf::model::names::{FEATURE_BITS, MAGIC, RowChances, SCALE, row};
use std::collections::BTreeMap;

/// Lists and weights in one file. Weights that round to zero are left out; of two features with one hash the
/// heavier stays.
pub fn write(lists: &[u8], learner: &Learner) -> Vec<u8> {
    let quantized = |weight: f32| (weight * SCALE as f32).round().clamp(-127.0, 127.0) as i8;
    let mut rows: BTreeMap<u32, Vec<(u8, i8)>> = BTreeMap::new();
    for (row, hash) in learner.weights.iter().zip(&learner.hashes).take(learner.first_copy as usize) {
        let entries: Vec<(u8, i8)> = row
            .iter()
            .enumerate()
            .map(|(label, &weight)| (label as u8, quantized(weight)))
            .filter(|it| it.1 != 0)
            .collect();
        if entries.is_empty() {
            continue;
        }
        let heavy = |it: &[(u8, i8)]| it.iter().map(|it| i32::from(it.1).abs()).sum::<i32>();
        let old = rows.entry(hash >> (32 - FEATURE_BITS)).or_default();
        if heavy(&entries) > heavy(old) {
            *old = entries;
        }
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend(lists);
    bytes.extend(gaps(&rows.keys().copied().collect::<Vec<u32>>(), FEATURE_BITS));
    let mut writer = Writer::default();
    let mut chances = RowChances::default();
    for entries in rows.values() {
        row(&mut writer, &mut chances, entries, &mut Vec::new());
    }
    bytes.extend(block(writer));
    for weight in learner.moves.iter().flatten() {
        let weight = if weight.is_finite() { (weight * SCALE as f32).round() as i16 } else { -10_000 };
        bytes.extend(weight.to_le_bytes());
    }
    bytes
}

/// What was coded, after its length.
pub fn block(writer: Writer) -> Vec<u8> {
    let coded = writer.end();
    [&(coded.len() as u32).to_le_bytes()[..], &coded].concat()
}

/// Rising numbers below `2^bits`: count, Rice parameter, length in bytes, gaps in Rice code.
pub fn gaps(numbers: &[u32], bits: u32) -> Vec<u8> {
    let mean = (1u64 << bits) / (numbers.len() as u64 + 1);
    let low_bits = mean.max(1).ilog2().saturating_sub(u32::from(mean > 1)) as u8;
    let mut coded = Vec::new();
    let mut n_bits = 0usize;
    let mut put = |bit: u32| {
        if n_bits.is_multiple_of(8) {
            coded.push(0u8);
        }
        *coded.last_mut().expect("a byte was pushed") |= (bit as u8 & 1) << (n_bits % 8);
        n_bits += 1;
    };
    let mut last = 0;
    for &number in numbers {
        let gap = number - last;
        last = number;
        for _ in 0..gap >> low_bits {
            put(1);
        }
        put(0);
        for bit in (0..low_bits).rev() {
            put(gap >> bit);
        }
    }
    let mut bytes = (numbers.len() as u32).to_le_bytes().to_vec();
    bytes.push(low_bits);
    bytes.extend((coded.len() as u32).to_le_bytes());
    bytes.extend(coded);
    bytes
}
