//! The model of parts of speech: softmax regression over hashed features, learned word by word with the parts that
//! it itself gave to the words before.

use crate::Outcome;
use crate::coder::Writer;
use crate::data::Data;
use crate::random::Random;
use nutgraf::rank::features::{self, Measured};
use nutgraf::rank::keyphrases::parts::{self, N_BUCKETS, N_FEATURES, Part, TOLD, Weights};
use nutgraf::read::Document;
use nutgraf::{Furniture, Options};
use serde::Deserialize;

/// Buckets that are kept; each takes two bytes.
const N_KEPT: usize = 1300;

/// Weights are rounded to such parts.
const UNIT: f32 = 0.5;

const ROUNDS: usize = 8;
const RATE: f32 = 0.15;

/// A weight that earns less than this is none (an L1 penalty a row).
const PENALTY: f32 = 2e-6;

#[derive(Deserialize)]
struct Tagged {
    text: String,
    tokens: Vec<(usize, usize, String, String, String, i32, String)>,
}

/// Trains the model and writes it: once with all features, and once with those that told most.
pub fn train(data: &Data) -> Outcome {
    let records: Vec<Tagged> = data.records("tagging/en-ewt.train.jsonl.gz")?;
    let dev: Vec<Tagged> = data.records("tagging/en-ewt.dev.jsonl.gz").unwrap_or_default();
    let first = Learner::of(&records, vec![true; N_BUCKETS]);
    let mut worth: Vec<(f32, usize)> = (0..N_BUCKETS).map(|it| (first.worth(it), it)).collect();
    worth.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut kept = vec![false; N_BUCKETS];
    worth[..N_KEPT].iter().for_each(|it| kept[it.1] = true);
    let model = Learner::of(&records, kept).rounded();
    let (n, right) = dev.iter().fold((0, 0), |sum, it| {
        let (n, right) = said(it, &model);
        (sum.0 + n, sum.1 + right)
    });
    let mut writer = Writer::default();
    parts::code(&mut writer, &model);
    let bytes = writer.end();
    let share = 100.0 * right as f32 / n.max(1) as f32;
    eprintln!("parts: {share:.2} % of {n} words right, {} bytes", bytes.len());
    std::fs::write("src/model/parts_en.bin", &bytes)?;
    Ok(())
}

/// A text as it is read, and the part of each token that people gave it.
fn with<T>(it: &Tagged, then: impl FnOnce(&Document, &Measured, &[Option<usize>]) -> T) -> T {
    let options =
        Options { furniture: Furniture::None, language: Some("en".to_string()), ..Options::default() };
    let document = Document::read(&it.text, None, &options);
    let measured = features::measure(&document);
    let starts: Vec<usize> = it.text.char_indices().map(|it| it.0).chain([it.text.len()]).collect();
    let mut gold = vec![None; document.tokens.len()];
    let mut at = 0;
    for (start, _, upos, _, _, _, relation) in &it.tokens {
        let start = starts[*start] as u32;
        while at < document.tokens.len() && document.tokens[at].span.start < start {
            at += 1;
        }
        if document.tokens.get(at).is_some_and(|it| it.span.start == start) && gold[at].is_none() {
            gold[at] = Some(match upos.as_str() {
                "NOUN" | "PROPN" | "NUM" => 0,
                "ADJ" => 1,
                // "Distributed mining": before its noun it is an adjective.
                "VERB" if relation == "amod" => 1,
                "VERB" | "AUX" => 2,
                _ => 3,
            });
        }
    }
    then(&document, &measured, &gold)
}

/// How many words were asked about, and how many told rightly.
fn said(it: &Tagged, model: &[Weights]) -> (usize, usize) {
    with(it, |document, measured, gold| {
        let parts = parts::tell_by(document, measured, model);
        let asked =
            || parts.iter().zip(gold).filter(|it| it.0.is_told()).filter_map(|it| Some((*it.0, (*it.1)?)));
        (
            asked().count(),
            asked().filter(|it| TOLD[it.1] == it.0 || it.1 >= 2 && it.0 == Part::Doubtful).count(),
        )
    })
}

struct Learner {
    weights: Vec<[f32; TOLD.len()]>,
    /// Sums of the squares of all steps (AdaGrad).
    steps: Vec<[f32; TOLD.len()]>,
    /// Buckets that may have weights.
    kept: Vec<bool>,
    /// How often each was asked.
    n_uses: Vec<u32>,
}

impl Learner {
    fn of(records: &[Tagged], kept: Vec<bool>) -> Learner {
        let zeros = || vec![[0.0; TOLD.len()]; N_BUCKETS];
        let mut learner = Learner { weights: zeros(), steps: zeros(), kept, n_uses: vec![0; N_BUCKETS] };
        let mut order: Vec<usize> = (0..records.len()).collect();
        let mut dice = Random::new(5);
        for _ in 0..ROUNDS {
            dice.shuffle(&mut order);
            order.iter().for_each(|&it| learner.read(&records[it]));
        }
        learner
    }

    /// How much a bucket tells.
    fn worth(&self, bucket: usize) -> f32 {
        let weights = self.weights[bucket];
        let mean = weights.iter().sum::<f32>() / weights.len() as f32;
        let spread: f32 = weights.iter().map(|it| (it - mean) * (it - mean)).sum();
        (self.n_uses[bucket] as f32 * spread).sqrt()
    }

    /// Learns from a text.
    fn read(&mut self, it: &Tagged) {
        with(it, |document, measured, gold| {
            let mut parts = vec![Part::None; document.tokens.len()];
            parts::decide(document, measured, &mut parts, |at, features| {
                let mut sums = [0.0f32; TOLD.len()];
                for &feature in features {
                    for class in 0..TOLD.len() {
                        sums[class] += self.weights[feature as usize][class];
                    }
                }
                let best = (1..TOLD.len()).fold(0, |best, it| if sums[it] > sums[best] { it } else { best });
                if let Some(right) = gold[at] {
                    self.learn(features, &sums, right);
                }
                let sure = parts::SURE as f32 * UNIT;
                if best >= 2 && sums[best] - sums[0].max(sums[1]) < sure {
                    Part::Doubtful
                } else {
                    TOLD[best]
                }
            });
        });
    }

    fn learn(&mut self, features: &[u32; N_FEATURES], sums: &[f32; TOLD.len()], right: usize) {
        let most = sums.iter().copied().fold(f32::MIN, f32::max);
        let chances: Vec<f32> = sums.iter().map(|it| (it - most).exp()).collect();
        let all: f32 = chances.iter().sum();
        for class in 0..TOLD.len() - 1 {
            let slope = chances[class] / all - if class == right { 1.0 } else { 0.0 };
            // Sure already: nothing to learn, and weights of words that tell little stay small.
            if slope.abs() < 0.01 {
                continue;
            }
            for &feature in features {
                let feature = feature as usize;
                if !self.kept[feature] {
                    continue;
                }
                self.n_uses[feature] += 1;
                let steps = &mut self.steps[feature][class];
                *steps += slope * slope;
                let weight = &mut self.weights[feature][class];
                *weight -= RATE * slope / steps.sqrt().max(0.1);
                let less = (RATE * PENALTY).min(weight.abs());
                *weight -= less * weight.signum();
            }
        }
    }

    fn rounded(&self) -> Vec<Weights> {
        let round = |it: f32| (it / UNIT).round().clamp(-16.0, 15.0) as i8;
        self.weights.iter().map(|it| [0, 1, 2].map(|class| round(it[class]))).collect()
    }
}
