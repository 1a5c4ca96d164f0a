//! Trees: a sum of small decision trees over features of one byte each.
//!
//! The trees are oblivious: all nodes of a level ask the same question, so a tree is a few questions and a
//! table of answers, reading it takes no branch, and its bytes are few. All arithmetic is in whole numbers:
//! the sum is the same on every machine.
//!
//! The bytes: depth (1, always [`DEPTH`]), number of trees (2, little-endian); then for each tree a question of two
//! bytes a level (feature, threshold: is the feature above it?), one shift, and a leaf of one signed byte for
//! each way to answer, to be shifted left.

/// Questions a tree. It is fixed: a walk of known length has no loop, no branch and no bounds to check.
pub const DEPTH: usize = 5;

/// Features a row has room for; those that a model does not know are zero.
pub const WIDTH: usize = 64;

/// Bytes of one tree.
const SIZE: usize = 2 * DEPTH + 1 + (1 << DEPTH);

/// Trees in the bytes of a model file.
#[derive(Clone, Copy)]
pub struct Trees<'m> {
    trees: &'m [[u8; SIZE]],
}

impl<'m> Trees<'m> {
    /// Reads the head of the file; bytes that are no model give no trees.
    pub fn read(bytes: &'m [u8]) -> Trees<'m> {
        let none = Trees { trees: &[] };
        let [depth, low, high, trees @ ..] = bytes else { return none };
        if usize::from(*depth) != DEPTH {
            return none;
        }
        none.of(trees.as_chunks().0, usize::from(u16::from_le_bytes([*low, *high])))
    }

    fn of(self, trees: &'m [[u8; SIZE]], n: usize) -> Trees<'m> {
        Trees { trees: trees.get(..n).unwrap_or(self.trees) }
    }

    /// The sum of all trees for a row of features.
    pub fn sum(&self, row: &[u8; WIDTH]) -> i32 {
        self.trees.iter().map(|tree| answer(tree, row)).sum()
    }

    /// The first `n` trees alone: they say most, and tell which rows need not be asked further.
    pub fn first(&self, n: usize) -> Trees<'m> {
        self.of(self.trees, n)
    }

    /// Which feature lifts or lowers a row by how much: for each tree, the change of its mean answer with
    /// every question on the way (after Saabas 2014). Adds to `parts`, one entry a feature; used for
    /// telling reasons.
    pub fn explain(&self, row: &[u8; WIDTH], parts: &mut [i32; WIDTH]) {
        for tree in self.trees {
            let (questions, leaves) = tree.split_at(2 * DEPTH);
            let shift = leaves[0] & 15;
            let leaves = &leaves[1..];
            // Sums of the leaves before each: a mean over any stretch is one subtraction.
            let mut sums = [0i32; 1 + (1 << DEPTH)];
            for (idx, leaf) in leaves.iter().enumerate() {
                sums[idx + 1] = sums[idx] + i32::from(*leaf as i8);
            }
            let mean = |from: usize, to: usize| ((sums[to] - sums[from]) << shift) / (to - from) as i32;
            let (mut from, mut to) = (0, leaves.len());
            let mut before = mean(from, to);
            for question in questions.chunks_exact(2) {
                let feature = usize::from(question[0]) % WIDTH;
                let middle = (from + to) / 2;
                let above = row[feature] > question[1];
                (from, to) = if above { (middle, to) } else { (from, middle) };
                let after = mean(from, to);
                parts[feature] += after - before;
                before = after;
            }
        }
    }
}

/// What one tree says.
fn answer(tree: &[u8; SIZE], row: &[u8; WIDTH]) -> i32 {
    let above = |at: usize| usize::from(row[usize::from(tree[2 * at]) % WIDTH] > tree[2 * at + 1]);
    let leaf = above(0) << 4 | above(1) << 3 | above(2) << 2 | above(3) << 1 | above(4);
    i32::from(tree[2 * DEPTH + 1 + leaf] as i8) << (tree[2 * DEPTH] & 15)
}

#[cfg(test)]
mod tests {
    use super::{Trees, WIDTH};

    #[test]
    fn a_tree_asks_and_answers() {
        // One tree: is feature 0 above 10? is feature 1 above 20? then three times what nothing is above;
        // leaves 1, 2, 3, -4 and naught, shifted by 1.
        let mut bytes = vec![5, 1, 0, 0, 10, 1, 20, 2, 255, 2, 255, 2, 255, 1];
        for leaf in [1i8, 2, 3, -4] {
            bytes.extend([leaf as u8, 0, 0, 0, 0, 0, 0, 0]);
        }
        let trees = Trees::read(&bytes);
        let row = |a: u8, b: u8| {
            let mut row = [0; WIDTH];
            row[..2].copy_from_slice(&[a, b]);
            row
        };
        assert_eq!(trees.sum(&row(10, 20)), 2);
        assert_eq!(trees.sum(&row(10, 21)), 4);
        assert_eq!(trees.sum(&row(11, 20)), 6);
        assert_eq!(trees.sum(&row(11, 21)), -8);
        assert_eq!(trees.first(0).sum(&row(11, 21)), 0);
        let mut parts = [0; WIDTH];
        trees.explain(&row(11, 21), &mut parts);
        assert!(parts[1] < 0, "{parts:?}");
    }

    #[test]
    fn damaged_bytes_say_nothing() {
        assert_eq!(Trees::read(&[]).sum(&[1; WIDTH]), 0);
        assert_eq!(Trees::read(&[5, 9, 0, 1]).sum(&[1; WIDTH]), 0);
        assert_eq!(Trees::read(&[2, 0, 0, 1]).sum(&[1; WIDTH]), 0);
    }
}
