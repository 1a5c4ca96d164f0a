//! Trees: a sum of small decision trees over features of one byte each.
//!
//! The trees are oblivious: all nodes of a level ask the same question, so a tree is a few questions and a
//! table of answers, reading it takes no branch, and its bytes are few. All arithmetic is in whole numbers:
//! the sum is the same on every machine.
//!
//! The bytes: depth (1), number of trees (2, little-endian); then for each tree `depth` questions of two
//! bytes (feature, threshold: is the feature above it?), one shift, and `2^depth` leaves of one signed byte,
//! to be shifted left.

/// Trees in the bytes of a model file.
#[derive(Clone, Copy)]
pub struct Trees<'m> {
    depth: usize,
    trees: &'m [u8],
}

impl<'m> Trees<'m> {
    /// Reads the head of the file; bytes that are no model give no trees.
    pub fn read(bytes: &'m [u8]) -> Trees<'m> {
        let [depth @ 1..=8, low, high, trees @ ..] = bytes else {
            return Trees { depth: 1, trees: &[] };
        };
        let trees = Trees { depth: usize::from(*depth), trees };
        let wanted = usize::from(u16::from_le_bytes([*low, *high])) * trees.size();
        Trees { trees: trees.trees.get(..wanted).unwrap_or(&[]), ..trees }
    }

    /// Bytes of one tree.
    fn size(&self) -> usize {
        2 * self.depth + 1 + (1 << self.depth)
    }

    /// The sum of all trees for a row of features. A feature that the row lacks counts as zero.
    pub fn sum(&self, row: &[u8]) -> i32 {
        self.trees.chunks_exact(self.size()).map(|tree| self.answer(tree, row)).sum()
    }

    /// The first `n` trees alone: they say most, and tell which rows need not be asked further.
    pub fn first(&self, n: usize) -> Trees<'m> {
        Trees { trees: self.trees.get(..n * self.size()).unwrap_or(self.trees), ..*self }
    }

    /// What one tree says.
    fn answer(&self, tree: &[u8], row: &[u8]) -> i32 {
        let (questions, leaves) = tree.split_at(2 * self.depth);
        let mut leaf = 0;
        for question in questions.chunks_exact(2) {
            let value = row.get(usize::from(question[0])).copied().unwrap_or(0);
            leaf = leaf << 1 | usize::from(value > question[1]);
        }
        i32::from(leaves[1 + leaf] as i8) << leaves[0].min(16)
    }

    /// Which feature lifts or lowers a row by how much: for each tree, the change of its mean answer with
    /// every question on the way (after Saabas 2014). Adds to `parts`, one entry a feature; used for
    /// telling reasons.
    pub fn explain(&self, row: &[u8], parts: &mut [i32]) {
        for tree in self.trees.chunks_exact(self.size()) {
            let (questions, leaves) = tree.split_at(2 * self.depth);
            let shift = leaves[0].min(16);
            let leaves = &leaves[1..];
            // Sums of the leaves before each: a mean over any stretch is one subtraction.
            let mut sums = [0i32; 257];
            for (idx, leaf) in leaves.iter().enumerate() {
                sums[idx + 1] = sums[idx] + i32::from(*leaf as i8);
            }
            let mean = |from: usize, to: usize| ((sums[to] - sums[from]) << shift) / (to - from) as i32;
            let (mut from, mut to) = (0, leaves.len());
            let mut before = mean(from, to);
            for question in questions.chunks_exact(2) {
                let feature = usize::from(question[0]);
                let middle = (from + to) / 2;
                let above = row.get(feature).copied().unwrap_or(0) > question[1];
                (from, to) = if above { (middle, to) } else { (from, middle) };
                let after = mean(from, to);
                if let Some(part) = parts.get_mut(feature) {
                    *part += after - before;
                }
                before = after;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Trees;

    #[test]
    fn a_tree_asks_and_answers() {
        // Depth 2, one tree: is feature 0 above 10? is feature 1 above 20? leaves 1, 2, 3, -4, shifted by 1.
        let bytes = [2, 1, 0, 0, 10, 1, 20, 1, 1, 2, 3, (-4i8) as u8];
        let trees = Trees::read(&bytes);
        assert_eq!(trees.sum(&[10, 20]), 2);
        assert_eq!(trees.sum(&[10, 21]), 4);
        assert_eq!(trees.sum(&[11, 20]), 6);
        assert_eq!(trees.sum(&[11, 21]), -8);
        let mut parts = [0; 2];
        trees.explain(&[11, 21], &mut parts);
        assert_eq!(parts, [-1 - 1, -8 + 1]);
    }

    #[test]
    fn damaged_bytes_say_nothing() {
        assert_eq!(Trees::read(&[]).sum(&[1]), 0);
        assert_eq!(Trees::read(&[2, 9, 0, 1]).sum(&[1]), 0);
    }
}
