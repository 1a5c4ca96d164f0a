//! Graph: how central each sentence is among the others.
//!
//! Two sentences are tied by the weight of the terms they share (cosine). The graph itself is never built:
//! a sum over all ties of a sentence is the product of its vector with the sum of all vectors, so degree and
//! PageRank cost one pass over the terms a step, exact, and linear in the length of the text. (A list of
//! ties, even a sparse one, takes minutes for a book.)

use super::terms::Terms;

/// How the sentences of the body hang together; one entry a sentence in each list.
pub struct Centrality {
    /// Mean tie to all other sentences, 0 to 1.
    pub degree: Vec<f32>,
    /// Mean tie to the sentences before, 0 for the first.
    pub backward: Vec<f32>,
    /// Mean tie to the sentences after, 0 for the last.
    pub forward: Vec<f32>,
    /// PageRank, the mean being 1.
    pub rank: Vec<f32>,
    /// Length of the sentence's vector.
    pub norm: Vec<f32>,
}

/// PageRank settles to two digits in so many steps: the graph is dense and small.
const N_STEPS: usize = 4;

/// The share of rank that a sentence gets from its ties; the rest is the same for all (Brin and Page 1998).
const DAMPING: f32 = 0.85;

/// Measures the ties of `n` sentences.
pub fn measure(terms: &Terms, n: usize) -> Centrality {
    let norm: Vec<f32> = (0..n)
        .map(|it| {
            terms
                .of_sentence(it)
                .iter()
                .map(|&term| terms.weights[term as usize] * terms.weights[term as usize])
                .sum::<f32>()
                .sqrt()
        })
        .collect();
    // What one unit of `scale` for sentence `idx` adds to the sum of vectors.
    let add = |sum: &mut [f32], idx: usize, scale: f32| {
        if norm[idx] > 0.0 {
            for &term in terms.of_sentence(idx) {
                sum[term as usize] += scale * terms.weights[term as usize] / norm[idx];
            }
        }
    };
    let tie = |sum: &[f32], idx: usize| -> f32 {
        if norm[idx] == 0.0 {
            return 0.0;
        }
        let product: f32 = terms
            .of_sentence(idx)
            .iter()
            .map(|&term| sum[term as usize] * terms.weights[term as usize])
            .sum();
        product / norm[idx]
    };
    let one = |idx: usize| if norm[idx] > 0.0 { 1.0f32 } else { 0.0 };
    let mut sum = vec![0.0f32; terms.len()];
    let mut before = vec![0.0; n];
    for (idx, before) in before.iter_mut().enumerate() {
        *before = tie(&sum, idx);
        add(&mut sum, idx, 1.0);
    }
    // The tie to itself is taken off; rounding may leave a hair below zero.
    let all: Vec<f32> = (0..n).map(|it| (tie(&sum, it) - one(it)).max(0.0)).collect();
    let mean = |total: f32, n: usize| if n == 0 { 0.0 } else { (total / n as f32).max(0.0) };
    let degree = (0..n).map(|it| mean(all[it], n - 1)).collect();
    let backward = (0..n).map(|it| mean(before[it], it)).collect();
    let forward = (0..n).map(|it| mean(all[it] - before[it], n - 1 - it)).collect();

    let mut rank = vec![1.0f32; n];
    for _ in 0..N_STEPS {
        sum.fill(0.0);
        for idx in 0..n {
            if all[idx] > 0.0 {
                add(&mut sum, idx, rank[idx] / all[idx]);
            }
        }
        rank = (0..n)
            .map(|it| {
                let own = if all[it] > 0.0 { rank[it] / all[it] } else { 0.0 };
                1.0 - DAMPING + DAMPING * (tie(&sum, it) - own).max(0.0)
            })
            .collect();
    }
    Centrality { degree, backward, forward, rank, norm }
}
