//! Trains `src/model/sentences.bin`: the stops that no rule can tell.
//!
//! Data: the training parts of UD English-EWT and GUM for stops before lower case, and Thai-PUD for blanks.
//! No weight belongs to a word, so that nothing of the texts is in the file. A logistic regression by plain
//! gradient descent; the threshold is the one with the best F1 and is folded into the first weight.

use nutgraf::model::sentences::{Bits, N_WEIGHTS, Question};
use nutgraf::read::sentences::hard_stops;
use serde::Deserialize;

use crate::data::Data;

/// A labelled document; its spans count code points.
#[derive(Deserialize)]
struct Labelled {
    text: String,
    sentences: Vec<(usize, usize)>,
}

const ROUNDS: usize = 600;
const RATE: f64 = 1.0;
const PENALTY: f64 = 0.0005;
/// Weights are rounded to 1/256.
const STEP: f64 = 256.0;

/// Trains and writes the model.
///
/// # Errors
/// The data are missing, or the file cannot be written.
pub fn train(data: &Data) -> Result<(), Box<dyn std::error::Error>> {
    let mut bytes = Vec::new();
    for (question, tag, files) in [
        (Question::Lower, "en", &["sentences/en-ewt.train.jsonl.gz", "sentences/en-gum.train.jsonl.gz"][..]),
        (Question::Blank, "th", &["sentences/th-pud.dev.jsonl"][..]),
    ] {
        let mut examples = Vec::new();
        for file in files {
            for document in data.records::<Labelled>(file)? {
                collect(&document, tag, question, &mut examples);
            }
        }
        // Half of the examples tell what the other half taught: an honest figure beside the fitted one.
        let (first, second) = examples.split_at(examples.len() / 2);
        eprintln!("sentences: {question:?}, F1 on the unseen half {:.4}", f1(&fit(first), second));
        let weights = fit(&examples);
        for weight in weights {
            bytes.extend(((weight * STEP).round() as i16).to_le_bytes());
        }
    }
    std::fs::write("src/model/sentences.bin", bytes)?;
    Ok(())
}

/// Adds the hard stops of a document, each with the answer.
fn collect(document: &Labelled, tag: &str, question: Question, examples: &mut Vec<(Bits, bool)>) {
    let mut bytes: Vec<usize> = document.text.char_indices().map(|it| it.0).collect();
    bytes.push(document.text.len());
    let ends: Vec<usize> = document.sentences.iter().map(|it| bytes[it.1]).collect();
    let mut line_at = 0;
    for line in document.text.split_inclusive('\n') {
        let inside: Vec<usize> = ends.iter().filter(|it| **it >= line_at).map(|it| it - line_at).collect();
        for (asked, at, bits) in hard_stops(line.trim_end(), tag, &inside) {
            if asked == question {
                examples.push((bits, inside.binary_search(&at).is_ok()));
            }
        }
        line_at += line.len();
    }
}

fn score(weights: &[f64], bits: Bits) -> f64 {
    (0..N_WEIGHTS).filter(|it| bits >> it & 1 == 1).map(|it| weights[it]).sum()
}

fn f1(weights: &[f64], examples: &[(Bits, bool)]) -> f64 {
    let count = |is: fn(bool, bool) -> bool| {
        examples.iter().filter(|it| is(score(weights, it.0) > 0.0, it.1)).count()
    };
    let (n_right, n_said, n_gold) =
        (count(|said, gold| said && gold), count(|said, _| said), count(|_, gold| gold));
    2.0 * n_right as f64 / (n_said + n_gold).max(1) as f64
}

fn fit(examples: &[(Bits, bool)]) -> Vec<f64> {
    let mut weights = vec![0.0; N_WEIGHTS];
    let mut squares = vec![1e-9; N_WEIGHTS];
    for _ in 0..ROUNDS {
        let mut gradient: Vec<f64> = weights.iter().map(|it| PENALTY * it).collect();
        for (bits, ends) in examples {
            let error = 1.0 / (1.0 + (-score(&weights, *bits)).exp()) - f64::from(u8::from(*ends));
            (0..N_WEIGHTS)
                .filter(|it| bits >> it & 1 == 1)
                .for_each(|it| gradient[it] += error / examples.len() as f64);
        }
        for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(gradient) {
            *square += slope * slope;
            *weight -= RATE * slope / f64::sqrt(*square);
        }
    }
    // The threshold with the best F1.
    let mut scored: Vec<(f64, bool)> = examples.iter().map(|it| (score(&weights, it.0), it.1)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let n_gold = scored.iter().filter(|it| it.1).count();
    let (mut n_right, mut best) = (0, (0.0, 0.0));
    for (idx, (value, ends)) in scored.iter().enumerate() {
        n_right += usize::from(*ends);
        let f1 = 2.0 * n_right as f64 / (idx + 1 + n_gold) as f64;
        if f1 > best.0 {
            best = (f1, *value - 1e-6);
        }
    }
    eprintln!("sentences: {} examples, {n_gold} ends, F1 {:.4}", examples.len(), best.0);
    weights[0] -= best.1;
    weights
}
