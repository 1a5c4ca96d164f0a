//! Trees: a sum of small decision trees over features of one byte each.
//!
//! The trees are oblivious: all nodes of a level ask the same question, so a tree is a few questions and a
//! table of answers, reading it takes no branch, and its bytes are few. All arithmetic is in whole numbers:
//! the sum is the same on every machine.
//!
//! In a file they are packed by a range coder ([`code`]), some twenty bytes a tree: what the trees ask and answer is
//! far from evenly spread. Answers have four bits and what they are shifted by; the trainer rounds each tree before
//! it grows the next, which makes up for it.

use super::coding::{Chance, Coder, Reader};

/// Questions a tree. It is fixed: a walk of known length has no loop, no branch and no bounds to check.
pub const DEPTH: usize = 5;

/// Features that most rows have room for; those that a model does not know are zero. The width of any row is a power
/// of two, so that no look into it needs a check.
pub const WIDTH: usize = 64;

/// One in each of three lanes of ten bits.
const LANES: u32 = 1 | 1 << 10 | 1 << 20;

/// The largest answer before it is shifted.
pub const MAX_ANSWER: i8 = 7;

/// A tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tree {
    /// A feature and a threshold for each level: is the feature above it?
    pub questions: [(u8, u8); DEPTH],
    /// By how many bits all answers are shifted left.
    pub shift: u8,
    /// An answer, of `-MAX_ANSWER..=MAX_ANSWER`, for each way to say yes and no; the first question has the highest bit.
    pub answers: [i8; 1 << DEPTH],
}

/// Trees, and where their sum begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trees {
    /// What is known before any tree is asked.
    pub bias: i32,
    /// The trees, weightiest first.
    pub trees: Vec<Tree>,
}

impl Trees {
    /// Reads trees that stand alone in a file. Bytes that are none give none, or some that say anything.
    pub fn read(bytes: &[u8]) -> Trees {
        code(&mut Reader::new(bytes), &mut Chances::default(), &Trees::default())
    }

    /// What all trees say of a row of features.
    pub fn sum<const W: usize>(&self, row: &[u8; W]) -> i32 {
        self.sum_of_first(self.trees.len(), row)
    }

    /// What the first `n` trees say alone: they say most, and tell which rows need not be asked further.
    pub fn sum_of_first<const W: usize>(&self, n: usize, row: &[u8; W]) -> i32 {
        self.bias + self.trees.iter().take(n).map(|it| it.answer(row)).sum::<i32>()
    }

    /// What all trees say of three rows at once, each feature of them in a lane of a number of its own.
    pub fn sums(&self, rows: &[u32; WIDTH]) -> [i32; 3] {
        let mut sums = [self.bias; 3];
        for tree in &self.trees {
            let mut idx = 0;
            for &(feature, threshold) in &tree.questions {
                // What is above the threshold carries into the ninth bit of its lane.
                let above = rows[usize::from(feature) % WIDTH] + u32::from(!threshold) * LANES;
                idx = idx << 1 | above >> 8 & LANES;
            }
            for (lane, sum) in sums.iter_mut().enumerate() {
                *sum += i32::from(tree.answers[(idx >> (10 * lane)) as usize % (1 << DEPTH)]) << tree.shift;
            }
        }
        sums
    }

    /// Which feature lifts or lowers a row by how much: for each tree, the change of its mean answer with
    /// every question on the way (after Saabas 2014). Adds to `parts`, one entry a feature; used for
    /// telling reasons.
    pub fn explain(&self, row: &[u8; WIDTH], parts: &mut [i32; WIDTH]) {
        for tree in &self.trees {
            // Sums of the answers before each: a mean over any stretch is one subtraction.
            let mut sums = [0i32; 1 + (1 << DEPTH)];
            for (idx, answer) in tree.answers.iter().enumerate() {
                sums[idx + 1] = sums[idx] + i32::from(*answer);
            }
            let mean = |from: usize, to: usize| ((sums[to] - sums[from]) << tree.shift) / (to - from) as i32;
            let (mut from, mut to) = (0, tree.answers.len());
            let mut before = mean(from, to);
            for &(feature, threshold) in &tree.questions {
                let feature = usize::from(feature) % WIDTH;
                let middle = (from + to) / 2;
                let above = row[feature] > threshold;
                (from, to) = if above { (middle, to) } else { (from, middle) };
                let after = mean(from, to);
                parts[feature] += after - before;
                before = after;
            }
        }
    }
}

impl Tree {
    fn answer<const W: usize>(&self, row: &[u8; W]) -> i32 {
        let above = |level: usize| {
            let (feature, threshold) = self.questions[level];
            usize::from(row[usize::from(feature) % W] > threshold)
        };
        let idx = above(0) << 4 | above(1) << 3 | above(2) << 2 | above(3) << 1 | above(4);
        i32::from(self.answers[idx]) << self.shift
    }
}

/// Chances of what trees ask and answer.
pub struct Chances {
    features: [Chance; 256],
    thresholds: [Chance; 256],
    shifts: [Chance; 16],
    answers: [Chance; 16],
}

impl Default for Chances {
    fn default() -> Chances {
        Chances {
            features: [Chance::NEW; 256],
            thresholds: [Chance::NEW; 256],
            shifts: [Chance::NEW; 16],
            answers: [Chance::NEW; 16],
        }
    }
}

/// Codes trees: the bias, how many there are, and each.
pub fn code<C: Coder>(coder: &mut C, chances: &mut Chances, given: &Trees) -> Trees {
    /// What makes a bias a number of sixteen bits without a sign.
    const EVEN: i32 = 1 << 15;
    let bias = coder.even(16, (given.bias + EVEN) as usize) as i32 - EVEN;
    let n_trees = coder.even(10, given.trees.len());
    let nothing = Tree { questions: [(0, 0); DEPTH], shift: 0, answers: [0; 1 << DEPTH] };
    let mut tree = |idx: usize| {
        let mut tree = *given.trees.get(idx).unwrap_or(&nothing);
        for (feature, threshold) in &mut tree.questions {
            *feature = coder.number(&mut chances.features, 8, usize::from(*feature)) as u8;
            *threshold = coder.number(&mut chances.thresholds, 8, usize::from(*threshold)) as u8;
        }
        tree.shift = coder.number(&mut chances.shifts, 4, usize::from(tree.shift)) as u8;
        for answer in &mut tree.answers {
            let value = coder.number(&mut chances.answers, 4, (*answer + MAX_ANSWER) as usize);
            *answer = value as i8 - MAX_ANSWER;
        }
        tree
    };
    Trees { bias, trees: (0..n_trees).map(&mut tree).collect() }
}

#[cfg(test)]
mod tests {
    use super::{DEPTH, Tree, Trees, WIDTH};

    #[test]
    fn a_tree_asks_and_answers() {
        // Is feature 0 above 10? is feature 1 above 20? then three times what nothing is above.
        let mut answers = [0; 1 << DEPTH];
        (answers[0], answers[8], answers[16], answers[24]) = (1, 2, 3, -4);
        let questions = [(0, 10), (1, 20), (2, 255), (2, 255), (2, 255)];
        let trees = Trees { bias: 100, trees: vec![Tree { questions, shift: 1, answers }] };
        let row = |a: u8, b: u8| {
            let mut row = [0; WIDTH];
            row[..2].copy_from_slice(&[a, b]);
            row
        };
        assert_eq!(trees.sum(&row(10, 20)), 102);
        assert_eq!(trees.sum(&row(10, 21)), 104);
        assert_eq!(trees.sum(&row(11, 20)), 106);
        assert_eq!(trees.sum(&row(11, 21)), 92);
        let three = |a: u8, b: u8, c: u8| u32::from(a) | u32::from(b) << 10 | u32::from(c) << 20;
        let mut lanes = [0; WIDTH];
        (lanes[0], lanes[1], lanes[2]) = (three(10, 11, 255), three(21, 20, 255), three(255, 0, 0));
        assert_eq!(trees.sums(&lanes), [104, 106, 92]);
        assert_eq!(trees.sum_of_first(0, &row(11, 21)), 100);
        let mut parts = [0; WIDTH];
        trees.explain(&row(11, 21), &mut parts);
        assert!(parts[1] < 0, "{parts:?}");
    }

    #[test]
    fn damaged_bytes_do_no_harm() {
        for bytes in [&[][..], &[0; 9], &[255; 9], b"no model of any kind, but some words"] {
            Trees::read(bytes).sum(&[1; WIDTH]);
        }
    }
}
