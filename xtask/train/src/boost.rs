//! Boosting: small oblivious trees, each fitted to what the trees before it left over (Friedman 2001;
//! the oblivious form after CatBoost), over byte features, with a fixed seed. The loss is squared, or logistic by
//! Newton's steps (LogitBoost; Friedman, Hastie and Tibshirani 2000).

use crate::coder::Writer;
use crate::random::Random;
use nutgraf::model::trees::{self, Chances, DEPTH, MAX_ANSWER, Tree, Trees};

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
    /// What a one is in the trees' sum.
    pub unit: f32,
    /// How much of each tree's answer is taken.
    pub rate: f32,
    /// Weight of rows that a leaf needs to be believed half.
    pub shrink: f32,
    /// Share of groups that a tree sees, and of features.
    pub rows: f32,
    pub features: f32,
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

    /// The rows that are wanted.
    pub fn only(&self, wanted: impl Fn(usize) -> bool) -> Table {
        fn of<T: Copy>(values: &[T], rows: &[usize]) -> Vec<T> {
            rows.iter().map(|&it| values[it]).collect()
        }
        let rows: Vec<usize> = (0..self.targets.len()).filter(|&it| wanted(it)).collect();
        Table {
            columns: self.columns.iter().map(|it| of(it, &rows)).collect(),
            targets: of(&self.targets, &rows),
            weights: of(&self.weights, &rows),
            groups: of(&self.groups, &rows),
        }
    }
}

/// Fits trees to a table of numbers.
pub fn fit(table: &Table, plan: Plan, seed: u64) -> Trees {
    grow(table, plan, seed, None)
}

/// Fits trees to a table of ones and zeros, so that their sum is how much the log odds of a row differ from what
/// is known of it beforehand.
///
/// A row's pull is not believed beyond `most`: one that the trees are sure of and wrong about.
pub fn fit_odds(table: &Table, known: &[f32], most: f32, plan: Plan, seed: u64) -> Trees {
    grow(table, plan, seed, Some((known, most)))
}

fn grow(table: &Table, plan: Plan, seed: u64, known: Option<(&[f32], f32)>) -> Trees {
    let n = table.targets.len();
    let mut dice = Random::new(seed);
    let (known, most) = known.unwrap_or_default();
    let mut sums = known.to_vec();
    let mut left = table.targets.clone();
    let mut weights = table.weights.clone();
    let n_groups = table.groups.iter().max().map_or(0, |it| it + 1) as usize;
    let mut trees = Trees::default();
    for _ in 0..plan.n_trees {
        for (row, sum) in sums.iter().enumerate() {
            let chance = 1.0 / (1.0 + (-sum).exp());
            let spread = (chance * (1.0 - chance)).max(1e-4);
            weights[row] = table.weights[row] * spread;
            left[row] = ((table.targets[row] - chance) / spread).clamp(-most, most);
        }
        let drawn: Vec<bool> = (0..n_groups).map(|_| dice.unit() < f64::from(plan.rows)).collect();
        let rows: Vec<u32> = (0..n as u32).filter(|&it| drawn[table.groups[it as usize] as usize]).collect();
        let features: Vec<usize> =
            (0..table.columns.len()).filter(|_| dice.unit() < f64::from(plan.features)).collect();
        let mut leaf_of = vec![0u8; n];
        let mut questions = [(0, 255); DEPTH];
        for (level, question) in questions.iter_mut().enumerate() {
            let (feature, threshold) =
                best(table, plan, (&left, &weights), &rows, &features, &leaf_of, 1 << level);
            *question = (feature as u8, threshold);
            let column = &table.columns[feature];
            leaf_of
                .iter_mut()
                .zip(column)
                .for_each(|(leaf, it)| *leaf = *leaf << 1 | u8::from(*it > threshold));
        }
        let mut means = [(0.0f64, 0.0f64); 1 << DEPTH];
        for &row in &rows {
            let row = row as usize;
            let weight = f64::from(weights[row]);
            let sum = &mut means[leaf_of[row] as usize];
            *sum = (sum.0 + weight * f64::from(left[row]), sum.1 + weight);
        }
        let found = means.map(|it| plan.rate * (it.0 / (it.1 + f64::from(plan.shrink))) as f32);
        // Rounded now, so that later trees learn to live with it.
        let tree = rounded(questions, &found, plan.unit);
        let answers = tree.answers.map(|it| (i32::from(it) << tree.shift) as f32 * plan.unit);
        left.iter_mut().zip(&leaf_of).for_each(|(it, leaf)| *it -= answers[*leaf as usize]);
        sums.iter_mut().zip(&leaf_of).for_each(|(it, leaf)| *it += answers[*leaf as usize]);
        trees.trees.push(tree);
    }
    trees
}

/// The question that parts the rows of all leaves best; one that all say no to where none does.
fn best(
    table: &Table,
    plan: Plan,
    (left, weights): (&[f32], &[f32]),
    rows: &[u32],
    features: &[usize],
    leaf_of: &[u8],
    n_leaves: usize,
) -> (usize, u8) {
    let mut top = (0.0f32, (0, 255));
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
                top = (gain, (feature, threshold as u8));
            }
        }
    }
    top.1
}

/// A tree whose answers, counted in `unit`, are the nearest to what it found.
fn rounded(questions: [(u8, u8); DEPTH], found: &[f32; 1 << DEPTH], unit: f32) -> Tree {
    let most = found.iter().fold(0.0f32, |most, it| most.max(it.abs())) / unit;
    let mut shift = 0;
    while (most / f32::from(1u16 << shift)).round() > f32::from(MAX_ANSWER) && shift < 15 {
        shift += 1;
    }
    let top = f32::from(MAX_ANSWER);
    let answers = found.map(|it| (it / unit / f32::from(1u16 << shift)).round().clamp(-top, top) as i8);
    Tree { questions, shift, answers }
}

/// The bytes of trees that stand alone in a file.
pub fn bytes(trees: &Trees) -> Vec<u8> {
    let mut writer = Writer::default();
    trees::code(&mut writer, &mut Chances::default(), trees);
    writer.end()
}
