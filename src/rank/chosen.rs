//! Chosen: the lines of a summary in the making, and how another sentence stands to them.

use super::features::{Feature, HITS, Measured, Row};

/// The lines chosen so far, in the order of choice, and the terms they have.
pub struct Chosen<'m> {
    measured: &'m Measured,
    /// Indexes into the body.
    pub lines: Vec<usize>,
    has: Vec<bool>,
}

/// Ties are looked up to the first lines only: they are few, and the most salient.
const MAX_LINES: usize = 8;

impl<'m> Chosen<'m> {
    /// No line yet.
    pub fn new(measured: &'m Measured) -> Chosen<'m> {
        Chosen { measured, lines: Vec::new(), has: vec![false; measured.terms.len()] }
    }

    /// The body that the lines are chosen from.
    pub fn measured(&self) -> &'m Measured {
        self.measured
    }

    /// Takes a sentence of the body as the next line.
    pub fn take(&mut self, idx: usize) {
        self.lines.push(idx);
        self.measured.terms.of_sentence(idx).iter().for_each(|&it| self.has[it as usize] = true);
    }

    /// The features of a sentence with the lines so far in view.
    pub fn row(&self, idx: usize) -> Row {
        let mut row = self.measured.rows[idx];
        let mut set = |feature: Feature, value: usize| row[feature as usize] = value.min(255) as u8;
        set(Feature::Step, self.lines.len().min(4));
        if self.lines.is_empty() {
            return row;
        }
        let share = |it: f32| (it * 255.0) as usize;
        let before = self.lines.iter().filter(|&&it| it < idx).map(|it| idx - it).min();
        let after = self.lines.iter().filter(|&&it| it > idx).map(|it| it - idx).min();
        let new = self.measured.terms.of_sentence(idx).iter().filter(|&&it| !self.has[it as usize]);
        let hits: f32 = new.map(|&it| self.measured.wanted[it as usize]).sum();
        set(Feature::NewHits, (HITS * hits) as usize);
        set(Feature::Said, share(self.repeated(idx)));
        set(Feature::TieToChosen, share(self.nearest(idx)));
        set(Feature::Gap, before.unwrap_or(256) - 1);
        set(Feature::GapAfter, after.unwrap_or(256) - 1);
        row
    }

    /// The share of a sentence's weight that is said already.
    pub fn repeated(&self, idx: usize) -> f32 {
        let terms = &self.measured.terms;
        let (mut all, mut said) = (0.0, 0.0);
        for &term in terms.of_sentence(idx) {
            let weight = terms.weights[term as usize];
            all += weight;
            if self.has[term as usize] {
                said += weight;
            }
        }
        // A sentence of function words alone adds nothing.
        if all > 0.0 { said / all } else { 1.0 }
    }

    /// The largest tie (cosine) to a chosen line.
    fn nearest(&self, idx: usize) -> f32 {
        let (terms, norm) = (&self.measured.terms, &self.measured.centrality.norm);
        let own = terms.of_sentence(idx);
        if norm[idx] == 0.0 {
            return 0.0;
        }
        let mut best = 0.0f32;
        for &line in self.lines.iter().take(MAX_LINES).filter(|&&it| norm[it] > 0.0) {
            let other = terms.of_sentence(line);
            let square = |it: &u32| terms.weights[*it as usize] * terms.weights[*it as usize];
            let shared: f32 = own.iter().filter(|it| other.binary_search(it).is_ok()).map(square).sum();
            best = best.max(shared / (norm[idx] * norm[line]));
        }
        best
    }

    /// The share of the topic's mass that the lines' terms make up. A term that stands in one sentence only
    /// is not missed in a summary.
    pub fn covers(&self) -> f32 {
        let terms = &self.measured.terms;
        let (mut all, mut said) = (0.0f32, 0.0f32);
        for term in 0..terms.len() {
            let mass = terms.weights[term] * terms.spread[term].saturating_sub(1) as f32;
            all += mass;
            if self.has[term] {
                said += mass;
            }
        }
        match () {
            () if self.lines.is_empty() => 0.0,
            () if all > 0.0 => said / all,
            // Nothing recurs: the share of sentences says it.
            () => self.lines.len() as f32 / self.measured.body.len().max(1) as f32,
        }
    }

    /// The share of the recurring terms' weight in each of `n` sections that the lines' terms make up.
    pub fn covers_of(&self, n: usize, section: impl Fn(usize) -> Option<u32>) -> Vec<f32> {
        let terms = &self.measured.terms;
        let mut sums = vec![(0.0f32, 0.0f32); n];
        for idx in 0..self.measured.body.len() {
            let Some((all, said)) = section(idx).and_then(|it| sums.get_mut(it as usize)) else { continue };
            for &term in terms.of_sentence(idx).iter().filter(|&&it| terms.spread[it as usize] > 1) {
                let weight = terms.weights[term as usize];
                *all += weight;
                *said += if self.has[term as usize] { weight } else { 0.0 };
            }
        }
        sums.into_iter().map(|(all, said)| if all > 0.0 { said / all } else { 0.0 }).collect()
    }
}
