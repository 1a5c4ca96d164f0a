//! One hash for everything that is kept in the index: the same on every machine and in every release.

/// Odd constants without a pattern: the fractions of the golden ratio and of the square root of 3.
const A: u64 = 0x9e37_79b9_7f4a_7c15;
const B: u64 = 0xbb67_ae85_84ca_a73b;

/// The hash of some bytes; `kind` tells apart equal bytes that mean different things.
pub fn hash(kind: u8, bytes: &[u8]) -> u64 {
    let mut state = A ^ u64::from(kind).wrapping_mul(B) ^ (bytes.len() as u64);
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        state = step(state, u64::from_le_bytes(chunk.try_into().unwrap_or_default()));
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        state = step(state, u64::from_le_bytes(last));
    }
    mixed(state)
}

fn step(state: u64, word: u64) -> u64 {
    (state ^ word).wrapping_mul(A).rotate_left(29).wrapping_add(B)
}

/// Every bit of the answer hangs on every bit of `it` (the finalizer of MurmurHash3).
pub fn mixed(mut it: u64) -> u64 {
    it = (it ^ (it >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    it = (it ^ (it >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    it ^ (it >> 33)
}
