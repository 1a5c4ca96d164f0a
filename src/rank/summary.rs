//! Summary: sentences are chosen one by one, and keep their order.
//!
//! Each line is the one that adds most to those already chosen: its salience, less what it repeats. What is
//! chosen does not depend on how many lines are wanted, so a longer summary contains every shorter one.

use super::features::Measured;
use super::query::Query;
use super::salience::Salience;
use crate::options::{Length, Options};
use crate::read::Document;

/// The sentences that tell the story in short.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Indexes of sentences, in reading order.
    pub sentences: Vec<u32>,
    /// How much of the article's important content they speak for, 0 to 1.
    pub covers: f32,
}

/// How much a line loses that repeats what is chosen, word for word.
const REPEAT: f32 = 0.5;

/// A line that shares more than this of its terms' weight with what is chosen says the same again.
const SAME_AGAIN: f32 = 0.9;

/// Chooses sentences of the body, as many as `options.length` asks for.
pub fn choose(document: &Document, measured: &Measured, salience: &[Salience], options: &Options) -> Summary {
    let n = measured.body.len();
    let n_wanted = match options.length {
        Length::Sentences(n) => n,
        Length::Ratio(ratio) => ((n as f32 * ratio) as usize).max(1),
    }
    .min(n);
    let query = options.query.as_deref().and_then(|it| Query::read(document, measured, it));
    let mut gains: Vec<Gain> = (0..n)
        .map(|idx| Gain { value: salience[measured.body[idx] as usize].value, idx: idx as u32, at_step: 0 })
        .collect();
    if let Some(query) = &query {
        gains.retain(|it| query.nearness[it.idx as usize] > 0.0);
        gains.iter_mut().for_each(|it| it.value = query.turn(it.idx as usize, it.value));
    }
    let mut chosen = Chosen::new(measured);
    let mut heap = std::collections::BinaryHeap::from(gains);
    let base = |gain: &Gain| {
        let value = salience[measured.body[gain.idx as usize] as usize].value;
        query.as_ref().map_or(value, |it| it.turn(gain.idx as usize, value))
    };
    let mut set_aside = Vec::new();
    // What a line adds only shrinks as others are chosen: a line whose gain is up to date and still the best
    // is the best, and the others need no look (lazy greedy, Minoux 1978).
    while chosen.lines.len() < n_wanted {
        let Some(mut best) = heap.pop() else { break };
        if best.at_step < chosen.lines.len() {
            let repeated = chosen.repeated(best.idx as usize);
            best.at_step = chosen.lines.len();
            if repeated > SAME_AGAIN {
                set_aside.push(best.idx);
                continue;
            }
            best.value = base(&best) - REPEAT * repeated;
            heap.push(best);
            continue;
        }
        chosen.take(best.idx as usize);
    }
    // Two hundred equal sentences, and thirty wanted: then they are what the summary has.
    if query.is_none() {
        for idx in set_aside {
            if chosen.lines.len() >= n_wanted {
                break;
            }
            chosen.take(idx as usize);
        }
    }
    let covers = chosen.covers();
    let mut sentences: Vec<u32> = chosen.lines.iter().map(|&it| measured.body[it]).collect();
    sentences.sort_unstable();
    Summary { sentences, covers }
}

/// What a sentence would add, as of a step.
struct Gain {
    value: f32,
    idx: u32,
    at_step: usize,
}

impl Ord for Gain {
    fn cmp(&self, other: &Gain) -> std::cmp::Ordering {
        self.value.total_cmp(&other.value).then(other.idx.cmp(&self.idx))
    }
}

impl PartialOrd for Gain {
    fn partial_cmp(&self, other: &Gain) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Gain {
    fn eq(&self, other: &Gain) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Gain {}

/// The lines chosen so far and the terms they have.
struct Chosen<'m> {
    measured: &'m Measured,
    lines: Vec<usize>,
    has: Vec<bool>,
}

impl<'m> Chosen<'m> {
    fn new(measured: &'m Measured) -> Chosen<'m> {
        Chosen { measured, lines: Vec::new(), has: vec![false; measured.terms.len()] }
    }

    fn take(&mut self, idx: usize) {
        self.lines.push(idx);
        self.measured.terms.of_sentence(idx).iter().for_each(|&it| self.has[it as usize] = true);
    }

    /// The share of a sentence's weight that is said already.
    fn repeated(&self, idx: usize) -> f32 {
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

    /// The share of the topic's mass that the chosen lines' terms make up. A term that stands once counts as
    /// well, but little: nobody misses it in a summary.
    fn covers(&self) -> f32 {
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
            _ if self.lines.is_empty() => 0.0,
            _ if all > 0.0 => said / all,
            // Nothing recurs: the share of sentences says it.
            _ => self.lines.len() as f32 / self.measured.body.len().max(1) as f32,
        }
    }
}
