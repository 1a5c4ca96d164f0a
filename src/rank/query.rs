//! Query: a question or a few words turn the summary toward them.
//!
//! A sentence is near a query when it has its words (stems), or words that stand beside them elsewhere in
//! the article. "Nothing here about that" is an answer: no sentence has any of the words.

use super::features::Measured;
use crate::read::Document;

/// A query that has words which carry a topic.
pub struct Query {
    /// How near each sentence of the body is, 0 to 1; zero for a sentence that has none of the words.
    pub nearness: Vec<f32>,
}

/// How much nearness outweighs salience: a line with all the words comes before the article's best line.
const TURN: f32 = 3.0;

impl Query {
    /// Reads a query; `None` when it is made of function words alone and cannot turn anything.
    pub fn read(document: &Document, measured: &Measured, words: &str) -> Option<Query> {
        let terms = &measured.terms;
        let (found, n_terms) = terms.of_words(document, words);
        if n_terms == 0 {
            return None;
        }
        let mut weight = vec![0.0f32; terms.len()];
        // A common word asked for is still asked for: nothing weighs below a quarter.
        found.iter().for_each(|&it| weight[it as usize] = terms.weights[it as usize].max(0.25));
        let all: f32 = found.iter().map(|&it| weight[it as usize]).sum::<f32>().max(1e-6);
        // Words asked for that the article lacks make every sentence less near.
        let known = found.len() as f32 / n_terms as f32;
        let near = |idx: usize| {
            let sum: f32 = terms.of_sentence(idx).iter().map(|&it| weight[it as usize]).sum();
            known * (sum / all).min(1.0)
        };
        Some(Query { nearness: (0..measured.body.len()).map(near).collect() })
    }

    /// What a sentence is worth when its salience is `value`.
    pub fn turn(&self, idx: usize, value: f32) -> f32 {
        TURN * self.nearness[idx] + value
    }
}
