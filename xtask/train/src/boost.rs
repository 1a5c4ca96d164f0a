//! Boosting: small oblivious trees, each fitted to what the trees before it left over (Friedman 2001;
//! the oblivious form after CatBoost), over byte features, with a fixed seed. The loss is squared, or logistic by
//! Newton's steps (LogitBoost; Friedman, Hastie and Tibshirani 2000).

use crate::random::Random;
use nutgraf::model::trees::DEPTH;

/// Rows to learn from.
pub struct Table {
    /// One column a feature.
    pub columns: Vec<Vec<u8>>,
    /// What to predict.
    pub targets: Vec<f32>,
    /// How much each row counts.
    pub weights: Vec<f32>,
    /// Rows of one group are drawn together.
    pub groups: Vec<u32>,
}

/// How to learn.
#[derive(Clone, Copy)]
pub struct Plan {
    pub n_trees: usize,
    pub depth: usize,
    /// How much of each tree's answer is taken.
    pub rate: f32,
    /// Weight of rows that a leaf needs to be believed half.
    pub shrink: f32,
    /// Share of groups that a tree sees, and of features.
    pub rows: f32,
    pub features: f32,
}

/// A row's pull is not believed beyond this: one that the trees are sure of and wrong about.
const MAX_PULL: f32 = 8.0;

/// A tree before its leaves are rounded.
pub struct Tree {
    pub questions: Vec<(u8, u8)>,
    pub leaves: Vec<f32>,
}

impl Table {
    pub fn new(n_features: usize) -> Table {
        let columns = vec![Vec::new(); n_features];
        Table { columns, targets: Vec::new(), weights: Vec::new(), groups: Vec::new() }
    }

    pub fn push(&mut self, row: &[u8], target: f32, weight: f32, group: u32) {
        for (column, value) in self.columns.iter_mut().zip(row) {
            column.push(*value);
        }
        self.targets.push(target);
        self.weights.push(weight);
        self.groups.push(group);
    }
}

/// Fits trees to a table of numbers.
pub fn fit(table: &Table, plan: Plan, seed: u64) -> Vec<Tree> {
    grow(table, plan, seed, None)
}

/// Fits trees to a table of ones and zeros, so that their sum is how much the log odds of a row differ from what
/// is known of it beforehand.
pub fn fit_odds(table: &Table, known: &[f32], plan: Plan, seed: u64) -> Vec<Tree> {
    grow(table, plan, seed, Some(known))
}

fn grow(table: &Table, plan: Plan, seed: u64, known: Option<&[f32]>) -> Vec<Tree> {
    let n = table.targets.len();
    let mut dice = Random::new(seed);
    let mut sums = known.map_or(Vec::new(), <[f32]>::to_vec);
    let mut left = table.targets.clone();
    let mut weights = table.weights.clone();
    let n_groups = table.groups.iter().max().map_or(0, |it| it + 1) as usize;
    let mut trees = Vec::new();
    for _ in 0..plan.n_trees {
        for (row, sum) in sums.iter().enumerate() {
            let chance = 1.0 / (1.0 + (-sum).exp());
            let spread = (chance * (1.0 - chance)).max(1e-4);
            weights[row] = table.weights[row] * spread;
            left[row] = ((table.targets[row] - chance) / spread).clamp(-MAX_PULL, MAX_PULL);
        }
        let drawn: Vec<bool> = (0..n_groups).map(|_| dice.unit() < f64::from(plan.rows)).collect();
        let rows: Vec<u32> = (0..n as u32).filter(|&it| drawn[table.groups[it as usize] as usize]).collect();
        let features: Vec<usize> =
            (0..table.columns.len()).filter(|_| dice.unit() < f64::from(plan.features)).collect();
        let mut leaf_of = vec![0u8; n];
        let mut questions = Vec::new();
        for level in 0..plan.depth {
            let Some((feature, threshold)) =
                best(table, plan, (&left, &weights), &rows, &features, &leaf_of, 1 << level)
            else {
                break;
            };
            questions.push((feature as u8, threshold));
            let column = &table.columns[feature];
            leaf_of
                .iter_mut()
                .zip(column)
                .for_each(|(leaf, it)| *leaf = *leaf << 1 | u8::from(*it > threshold));
        }
        if questions.len() < plan.depth {
            continue;
        }
        let mut means = vec![(0.0f64, 0.0f64); 1 << plan.depth];
        for &row in &rows {
            let row = row as usize;
            let weight = f64::from(weights[row]);
            let sum = &mut means[leaf_of[row] as usize];
            *sum = (sum.0 + weight * f64::from(left[row]), sum.1 + weight);
        }
        let leaves: Vec<f32> =
            means.iter().map(|it| plan.rate * (it.0 / (it.1 + f64::from(plan.shrink))) as f32).collect();
        left.iter_mut().zip(&leaf_of).for_each(|(it, leaf)| *it -= leaves[*leaf as usize]);
        sums.iter_mut().zip(&leaf_of).for_each(|(it, leaf)| *it += leaves[*leaf as usize]);
        trees.push(Tree { questions, leaves });
    }
    trees
}

/// The question that parts the rows of all leaves best.
fn best(
    table: &Table,
    plan: Plan,
    (left, weights): (&[f32], &[f32]),
    rows: &[u32],
    features: &[usize],
    leaf_of: &[u8],
    n_leaves: usize,
) -> Option<(usize, u8)> {
    let mut top = (0.0f32, None);
    let mut bins = vec![[0.0f32; 2]; n_leaves * 256];
    for &feature in features {
        bins.fill([0.0; 2]);
        let column = &table.columns[feature];
        for &row in rows {
            let row = row as usize;
            let bin = &mut bins[leaf_of[row] as usize * 256 + column[row] as usize];
            bin[0] += weights[row] * left[row];
            bin[1] += weights[row];
        }
        let mut gains = [0.0f32; 256];
        for leaf in bins.chunks_exact(256) {
            let all = leaf.iter().fold([0.0f32; 2], |sum, it| [sum[0] + it[0], sum[1] + it[1]]);
            if all[1] == 0.0 {
                continue;
            }
            let worth = |sum: f32, weight: f32| sum * sum / (weight + plan.shrink);
            let whole = worth(all[0], all[1]);
            let mut below = [0.0f32; 2];
            for (threshold, bin) in leaf[..255].iter().enumerate() {
                below = [below[0] + bin[0], below[1] + bin[1]];
                gains[threshold] += worth(below[0], below[1])
                    + worth(all[0] - below[0], (all[1] - below[1]).max(0.0))
                    - whole;
            }
        }
        for (threshold, &gain) in gains[..255].iter().enumerate() {
            if gain > top.0 {
                top = (gain, Some((feature, threshold as u8)));
            }
        }
    }
    top.1
}

/// The bytes of the trees, as `nutgraf::model::trees` reads them. Leaves are counted in `unit`; without one, in
/// what suits the largest of them.
pub fn bytes(trees: &[Tree], unit: Option<f32>) -> Vec<u8> {
    let most = |tree: &Tree| tree.leaves.iter().fold(0.0f32, |most, it| most.max(it.abs()));
    let largest = trees.iter().map(most).fold(1e-9f32, f32::max);
    // The largest leaf takes all of seven bits shifted by five; small ones keep seven bits of their own.
    let unit = unit.unwrap_or(largest / (127.0 * 32.0));
    let mut bytes = vec![DEPTH as u8];
    bytes.extend((trees.len() as u16).to_le_bytes());
    for tree in trees {
        for &(feature, threshold) in &tree.questions {
            bytes.extend([feature, threshold]);
        }
        let mut shift = 0u8;
        while most(tree) / unit / f32::from(1u16 << shift) > 127.0 && shift < 5 {
            shift += 1;
        }
        bytes.push(shift);
        for leaf in &tree.leaves {
            let value = (leaf / unit / f32::from(1u16 << shift)).round().clamp(-127.0, 127.0);
            bytes.push(value as i8 as u8);
        }
    }
    bytes
}
