//! Gradient boosting of decision tables: every table asks the same few questions of each row, which keeps it
//! small and hard to fit to noise.

use crate::random::Random;
use nutgraf::model::blocks::{DEPTH, Model, Table, UNIT};

/// Rows to learn from.
#[derive(Default)]
pub struct Rows {
    /// One column a feature.
    pub columns: Vec<Vec<u8>>,
    /// 1 for yes, 0 for no.
    pub targets: Vec<f32>,
    /// How much a row counts; rows of 0 are not learned from.
    pub weights: Vec<f32>,
}

/// How to learn.
pub struct Settings {
    /// Number of tables.
    pub n_tables: usize,
    /// How far each table goes toward its target.
    pub rate: f32,
    /// Share of the rows, and of the features, that a table sees.
    pub rows: f64,
    /// Share of the features that a table sees.
    pub features: f64,
    /// Weight of the wish that values stay small.
    pub ridge: f32,
}

const BINS: usize = 256;

/// Learns a model from the rows that `wanted` lets in.
pub fn learn(rows: &Rows, settings: &Settings, seed: u64, wanted: impl Fn(usize) -> bool) -> Model {
    let mut random = Random::new(seed);
    let taken: Vec<usize> =
        (0..rows.targets.len()).filter(|&it| rows.weights[it] > 0.0 && wanted(it)).collect();
    let total: f32 = taken.iter().map(|&it| rows.weights[it]).sum();
    let positive: f32 = taken.iter().map(|&it| rows.weights[it] * rows.targets[it]).sum();
    let bias = (positive.max(1.0) / (total - positive).max(1.0)).ln();
    let mut scores = vec![bias; taken.len()];
    let mut model = Model { bias: (bias * UNIT as f32).round() as i16, tables: Vec::new() };
    let mut histogram = vec![[0f32; 2]; BINS << (DEPTH - 1)];
    for _ in 0..settings.n_tables {
        let sample: Vec<usize> = (0..taken.len()).filter(|_| random.unit() < settings.rows).collect();
        let slopes: Vec<[f32; 2]> = sample
            .iter()
            .map(|&it| {
                let (row, p) = (taken[it], 1.0 / (1.0 + (-scores[it]).exp()));
                let weight = rows.weights[row];
                [weight * (rows.targets[row] - p), weight * (p * (1.0 - p)).max(1e-4)]
            })
            .collect();
        let features: Vec<usize> =
            (0..rows.columns.len()).filter(|_| random.unit() < settings.features).collect();
        let mut leaves = vec![0u8; sample.len()];
        let mut questions = [(0u8, 255u8); DEPTH];
        for (level, question) in questions.iter_mut().enumerate() {
            let n_leaves = 1 << level;
            let mut best = (0.0, 0, 255);
            for &feature in &features {
                let column = &rows.columns[feature];
                let histogram = &mut histogram[..n_leaves * BINS];
                histogram.fill([0.0; 2]);
                for ((&it, &leaf), slope) in sample.iter().zip(&leaves).zip(&slopes) {
                    let bin = &mut histogram[leaf as usize * BINS + column[taken[it]] as usize];
                    bin[0] += slope[0];
                    bin[1] += slope[1];
                }
                let mut gains = [0f32; BINS];
                for leaf in histogram.chunks_exact(BINS) {
                    let sum = leaf.iter().fold([0.0; 2], |sum, it| [sum[0] + it[0], sum[1] + it[1]]);
                    if sum[1] == 0.0 {
                        continue;
                    }
                    let gain = |it: [f32; 2]| it[0] * it[0] / (it[1] + settings.ridge);
                    let whole = gain(sum);
                    let mut low = [0.0; 2];
                    for (bin, to) in leaf.iter().zip(&mut gains) {
                        low = [low[0] + bin[0], low[1] + bin[1]];
                        *to += gain(low) + gain([sum[0] - low[0], sum[1] - low[1]]) - whole;
                    }
                }
                for (threshold, &gain) in gains.iter().enumerate().take(BINS - 1) {
                    if gain > best.0 {
                        best = (gain, feature, threshold);
                    }
                }
            }
            *question = (best.1 as u8, best.2 as u8);
            for (leaf, &it) in leaves.iter_mut().zip(&sample) {
                *leaf |= u8::from(rows.columns[best.1][taken[it]] as usize > best.2) << level;
            }
        }
        let mut sums = [[0f32; 2]; 1 << DEPTH];
        for (&leaf, slope) in leaves.iter().zip(&slopes) {
            sums[leaf as usize][0] += slope[0];
            sums[leaf as usize][1] += slope[1];
        }
        // Rounded now, so that later tables learn to live with it.
        let values = sums.map(|it| {
            let value = settings.rate * it[0] / (it[1] + settings.ridge) * UNIT as f32;
            value.round().clamp(-127.0, 127.0) as i8
        });
        for (score, &row) in scores.iter_mut().zip(&taken) {
            let mut at = 0;
            for (bit, &(feature, threshold)) in questions.iter().enumerate() {
                at |= usize::from(rows.columns[feature as usize][row] > threshold) << bit;
            }
            *score += f32::from(values[at]) / UNIT as f32;
        }
        model.tables.push(Table { questions, values });
    }
    model
}

/// The model's score for one row of `rows`.
pub fn score(model: &Model, rows: &Rows, row: usize) -> i32 {
    let mut score = i32::from(model.bias);
    for table in &model.tables {
        let mut at = 0;
        for (bit, &(feature, threshold)) in table.questions.iter().enumerate() {
            at |= usize::from(rows.columns[feature as usize][row] > threshold) << bit;
        }
        score += i32::from(table.values[at]);
    }
    score
}
