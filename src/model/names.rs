//! The names model: name lists and the weights of a sequence model, read from one small file.
//!
//! Nothing in the file is a word: lists hold hashes of names, weights stand under hashes of features. What a
//! feature is, `find::mentions::features` says; the trainer uses that very code.
//!
//! The file, all numbers little-endian:
//!
//! ```text
//! magic      4 bytes
//! endings    how many letters of a name's end may change, a byte
//! lists      sorted hashes of LIST_BITS bits, as gaps in Rice code; length in bytes; the classes of each, as
//!            [`classes`] codes them
//! weights    sorted hashes of FEATURE_BITS bits, as gaps in Rice code; length in bytes; the row of each, as [`row`]
//!            codes it
//! moves      N_LABELS * N_LABELS weights from label to label, an i16 each
//! trees      the rest: the trees of the second step, as `model::trees` reads them; none where there is no such step
//! ```

use super::coding::{Chance, Coder, Reader as Coded};
use super::trees::Trees;
use crate::supplement::late_bytes;
use std::sync::OnceLock;

/// Bits of a hash in a list: about one unknown word in a hundred seems to stand in a given list of ten thousand.
pub const LIST_BITS: u32 = 20;

/// Bits of the hash of a feature.
pub const FEATURE_BITS: u32 = 20;

/// Labels of a token: 0 is outside; then begin, inside, last, unit for each of the four kinds of name.
pub const N_LABELS: usize = 17;

/// What a weight of one (a factor of e in the odds) is in the file.
pub const SCALE: i32 = 8;

/// Classes of listed words and phrases.
pub const N_CLASSES: usize = 12;

/// The first bytes of the file.
pub const MAGIC: &[u8; 4] = b"NGN5";

/// True for scripts that tell names by capitals.
pub fn has_capitals(script: &str) -> bool {
    matches!(script, "Latn" | "Cyrl" | "Grek" | "Armn")
}

/// Name lists and weights.
pub struct Model {
    /// Which words and phrases are listed.
    pub lists: Lists,
    weights: Weights,
    /// From label to label.
    pub moves: [[i32; N_LABELS]; N_LABELS],
    /// Trees of the second step; none in a model without one.
    pub trees: Option<Trees>,
}

impl Model {
    /// The model for a language; none when there is none, before its file is there, or when the file is no
    /// model, which a test forbids.
    pub fn of(tag: &str, script: &str) -> Option<&'static Model> {
        static ENGLISH: OnceLock<Option<Model>> = OnceLock::new();
        static MANY: OnceLock<Option<Model>> = OnceLock::new();
        static CHINESE: OnceLock<Option<Model>> = OnceLock::new();
        let read = |cell: &'static OnceLock<Option<Model>>, bytes: Option<&[u8]>| {
            let bytes = bytes?;
            cell.get_or_init(|| Model::parse(bytes)).as_ref()
        };
        if tag == "zh" {
            return read(&CHINESE, late_bytes!("model/names_zh.bin"));
        }
        // Languages whose names go on in lower case and bend; what was learned of eight helps with their kin. In scripts
        // without capitals what stands in Latin letters ("NASA") is found as in English.
        let many = if matches!(tag, "en" | "und") || !has_capitals(script) {
            None
        } else {
            read(&MANY, late_bytes!("model/names_mul.bin"))
        };
        // Where nothing better is there English still finds more than rules did (exact names, F1: Portuguese 44
        // for 36, Danish 41 for 32, Croatian 37 for 26).
        many.or_else(|| read(&ENGLISH, late_bytes!("model/names_en.bin")))
    }

    /// True when the names of the language were learned from texts in it.
    pub fn knows(tag: &str, script: &str) -> bool {
        let learned = ["en", "pt", "sv", "da", "hr", "sr", "sk", "fi", "zh"];
        learned.contains(&tag) && Model::of(tag, script).is_some()
    }

    /// Reads a model file.
    pub fn parse(bytes: &[u8]) -> Option<Model> {
        let mut reader = Reader { bytes };
        if reader.take(4)? != MAGIC {
            return None;
        }
        let lists = Lists::read(&mut reader)?;
        let weights = Weights::read(&mut reader)?;
        let mut moves = [[0; N_LABELS]; N_LABELS];
        for weight in moves.iter_mut().flatten() {
            *weight = i32::from(reader.u16()? as i16);
        }
        let trees = (!reader.bytes.is_empty()).then(|| Trees::read(reader.bytes));
        Some(Model { lists, weights, moves, trees })
    }

    /// What features tell of each label, added to what others do.
    pub fn add(&self, sums: Packed, features: &[u32]) -> Packed {
        self.weights.add(sums, features)
    }

    /// The sums of the labels.
    pub fn scores(&self, sums: Packed) -> [i32; N_LABELS] {
        unpacked(sums)
    }
}

/// Hashes of listed words and phrases, each with the set of classes it stands in.
pub struct Lists {
    /// Open addressing: hash in the upper bits, classes in the lower; 0 is empty, for a hash without a class
    /// is never put in.
    slots: Vec<u32>,
    /// How many letters at the end of a name may change in this language.
    pub endings: u8,
}

impl Lists {
    /// Reads the lists; the trainer also reads them alone, before there are weights.
    pub fn parse(bytes: &[u8]) -> Option<Lists> {
        Lists::read(&mut Reader { bytes })
    }

    fn read(reader: &mut Reader) -> Option<Lists> {
        let endings = reader.take(1)?[0];
        let hashes = reader.gaps(LIST_BITS)?;
        let mut coded = Coded::new(reader.block()?);
        let mut chances = ClassChances::default();
        let mut slots = vec![0; (hashes.len() * 2 + 1).next_power_of_two()];
        let mask = slots.len() - 1;
        for hash in hashes {
            let mut slot = hash as usize & mask;
            while slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = hash << N_CLASSES | classes(&mut coded, &mut chances, 0);
        }
        Some(Lists { slots, endings })
    }

    /// The classes of a word or phrase with this hash, a bit each.
    pub fn classes(&self, hash: u32) -> u32 {
        let hash = hash >> (32 - LIST_BITS);
        let slots = self.slots.as_slice();
        let mask = slots.len() - 1;
        let mut slot = hash as usize & mask;
        while slots[slot] != 0 {
            if slots[slot] >> N_CLASSES == hash {
                return slots[slot] & ((1 << N_CLASSES) - 1);
            }
            slot = (slot + 1) & mask;
        }
        0
    }
}

/// Weights of features.
struct Weights {
    /// For every 32 hashes: which of them have a row, a bit each, and how many rows stand before theirs.
    runs: Vec<(u32, u32)>,
    /// Of each, in the order of the hashes.
    rows: Vec<Packed>,
}

/// Numbers for all labels, summed in a few additions: four in each, sixteen bits apart. One below zero borrows from the next, and
/// gives back when it is read. A token has fewer features than would overflow.
pub type Packed = (u64, u64, u64, u64, u64);

/// The sums of no feature.
pub const NOTHING: Packed = (0, 0, 0, 0, 0);

impl Weights {
    fn read(reader: &mut Reader) -> Option<Weights> {
        let hashes = reader.gaps(FEATURE_BITS)?;
        let mut coded = Coded::new(reader.block()?);
        let mut chances = RowChances::default();
        let mut entries = Vec::new();
        let mut runs = vec![(0, 0); 1 << (FEATURE_BITS - 5)];
        let mut rows = Vec::with_capacity(hashes.len());
        for hash in hashes {
            let run: &mut (u32, u32) = &mut runs[(hash >> 5) as usize];
            if run.0 == 0 {
                run.1 = rows.len() as u32;
            }
            run.0 |= 1 << (hash & 31);
            entries.clear();
            row(&mut coded, &mut chances, &[], &mut entries);
            let mut packed = [0u64; N_LABELS.div_ceil(4)];
            for &(label, weight) in &entries {
                let sum = &mut packed[usize::from(label) / 4];
                *sum = sum.wrapping_add((i64::from(weight) as u64) << (label % 4 * 16));
            }
            rows.push(packed.into());
        }
        Some(Weights { runs, rows })
    }

    fn add(&self, mut sums: Packed, features: &[u32]) -> Packed {
        // Where code is made small, a look into a vector is a call, and one into a slice is none.
        let (runs, rows) = (self.runs.as_slice(), self.rows.as_slice());
        for feature in features {
            let hash = feature >> (32 - FEATURE_BITS);
            let (bits, n_before) = runs[(hash >> 5) as usize];
            // The hash's own bit at the top, those of lower ones behind it.
            let bits = bits << (31 - (hash & 31));
            if bits >> 31 == 1 {
                let row = &rows[(n_before + (bits << 1).count_ones()) as usize];
                sums.0 = sums.0.wrapping_add(row.0);
                sums.1 = sums.1.wrapping_add(row.1);
                sums.2 = sums.2.wrapping_add(row.2);
                sums.3 = sums.3.wrapping_add(row.3);
                sums.4 = sums.4.wrapping_add(row.4);
            }
        }
        sums
    }
}

fn unpacked(sums: Packed) -> [i32; N_LABELS] {
    let mut sums = <[u64; N_LABELS.div_ceil(4)]>::from(sums);
    let mut scores = [0; N_LABELS];
    for (label, score) in scores.iter_mut().enumerate() {
        let packed = &mut sums[label / 4];
        let lowest = *packed as i16;
        *score = i32::from(lowest);
        *packed = packed.wrapping_sub(i64::from(lowest) as u64) >> 16;
    }
    scores
}

/// Chances of the classes, by how many there are before.
#[derive(Clone)]
pub struct ClassChances([[Chance; 3]; N_CLASSES]);

impl Default for ClassChances {
    fn default() -> ClassChances {
        ClassChances([[Chance::NEW; 3]; N_CLASSES])
    }
}

/// Codes the classes of a listed word, a bit each.
pub fn classes<C: Coder>(coder: &mut C, chances: &mut ClassChances, given: u32) -> u32 {
    let mut found: u32 = 0;
    for class in 0..N_CLASSES {
        let chance = &mut chances.0[class][found.count_ones().min(2) as usize];
        found |= u32::from(coder.bit(chance, given >> class & 1 == 1)) << class;
    }
    found
}

/// Chances of what a row of weights holds.
pub struct RowChances {
    n_labels: [Chance; 32],
    /// By label, by how many are still to come, and whether "outside" is among those before.
    labels: [[[Chance; 2]; 11]; N_LABELS],
    /// By the part of a name that the label is, how many labels there are, the sign of "outside", and that of the same
    /// part of the kind before.
    signs: [[[[Chance; 3]; 3]; 5]; 5],
    /// By the part and how many labels there are: whether the weight is heavier than one, two, three …
    weights: [[[Chance; 17]; 9]; 5],
}

impl Default for RowChances {
    fn default() -> RowChances {
        RowChances {
            n_labels: [Chance::NEW; 32],
            labels: [[[Chance::NEW; 2]; 11]; N_LABELS],
            signs: [[[[Chance::NEW; 3]; 3]; 5]; 5],
            weights: [[[Chance::NEW; 17]; 9]; 5],
        }
    }
}

/// Codes the row of a feature: labels in rising order, each with its weight, which is not 0. Appends it to `put`.
pub fn row<C: Coder>(coder: &mut C, chances: &mut RowChances, given: &[(u8, i8)], put: &mut Vec<(u8, i8)>) {
    let start = put.len();
    let n = coder.number(&mut chances.n_labels, 5, given.len()).min(N_LABELS);
    let has = |label: u8| given.iter().any(|it| it.0 == label);
    for label in 0..N_LABELS as u8 {
        let left = n - (put.len() - start);
        if left == 0 {
            break;
        }
        let outside = put.get(start).is_some_and(|it| it.0 == 0);
        let chance = &mut chances.labels[label as usize][left.min(10)][usize::from(outside)];
        if left == N_LABELS - label as usize || coder.bit(chance, has(label)) {
            put.push((label, 0));
        }
    }
    // By label: no weight yet, above zero, below.
    let mut signs = [0; N_LABELS];
    for at in 0..n {
        let value = given.get(at).map_or(0, |it| it.1);
        let (label, weight) = &mut put[start + at];
        let label = usize::from(*label);
        let part = if label == 0 { 4 } else { (label - 1) % 4 };
        let before = if label > 4 { signs[label - 4] } else { 0 };
        let negative = coder.bit(&mut chances.signs[part][n.min(4)][signs[0]][before], value < 0);
        signs[label] = 1 + usize::from(negative);
        let chances = &mut chances.weights[part][n.min(8)];
        let mut heavy = 1;
        while heavy < i8::MAX
            && coder.bit(&mut chances[heavy.min(16) as usize], value.unsigned_abs() > heavy as u8)
        {
            heavy += 1;
        }
        *weight = if negative { -heavy } else { heavy };
    }
}

/// Reads from the front of the bytes.
struct Reader<'b> {
    bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, n: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(n)?;
        self.bytes = rest;
        Some(taken)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    /// A length, and so many bytes.
    fn block(&mut self) -> Option<&'b [u8]> {
        let len = self.u32()? as usize;
        self.take(len)
    }

    /// Rising numbers below `2^bits`: count, Rice parameter, length in bytes, gaps in Rice code.
    fn gaps(&mut self, bits: u32) -> Option<Vec<u32>> {
        let n = self.u32()? as usize;
        let low_bits = u32::from(self.take(1)?[0]);
        let len = self.u32()? as usize;
        let bytes = self.take(len)?;
        // No number takes less than a bit: what claims more is no model.
        if low_bits > 24 || n > bytes.len() * 8 {
            return None;
        }
        let mut at = 0;
        let mut bit = || {
            let bit = bytes.get(at / 8)? >> (at % 8) & 1;
            at += 1;
            Some(u32::from(bit))
        };
        let mut numbers = Vec::with_capacity(n);
        let mut last = 0u32;
        for _ in 0..n {
            let mut gap = 0u32;
            while bit()? == 1 {
                gap += 1;
            }
            for _ in 0..low_bits {
                gap = gap << 1 | bit()?;
            }
            last = last.checked_add(gap).filter(|it| it >> bits == 0)?;
            numbers.push(last);
        }
        Some(numbers)
    }
}
