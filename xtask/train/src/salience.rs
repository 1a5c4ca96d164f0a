//! The salience model: which sentence, added to the lines chosen so far, brings a summary nearest to the one
//! a person wrote.
//!
//! Every document is summarized by a policy (at first its opening sentences, then the model of the round
//! before). Then each line in turn is swapped for every other sentence; what the summary gains or loses in
//! ROUGE against the human one is the target of that sentence at that step. So the model learns what helps
//! beside the lines that it will really have beside it, not what helps alone.

use crate::Outcome;
use crate::boost::{self, Plan, Table};
use crate::data::Data;
use crate::rouge::{Reference, Words};
use nutgraf::model::trees::Trees;
use nutgraf::rank::chosen::Chosen;
use nutgraf::rank::features::{self, Measured, N, NAMES};
use nutgraf::rank::summary;
use nutgraf::read::Document;
use nutgraf::{Furniture, Options};
use serde::Deserialize;

/// Sets to learn from: name, how many documents at most, how much the whole set weighs.
const SETS: &[(&str, usize, f32)] =
    &[("cnndm", 2000, 1.0), ("xsum", 500, 0.5), ("gum", 200, 0.45), ("orangesum_fr", 1500, 0.6)];

/// Weight of all rows together, in rows of a set of weight one.
const ROWS: f32 = 60_000.0;

const PLAN: Plan = Plan { n_trees: 180, depth: 5, rate: 0.08, shrink: 150.0, rows: 0.6, features: 0.5 };

#[derive(Deserialize)]
struct Record {
    lang: String,
    title: Option<String>,
    text: String,
    references: Vec<String>,
    n: usize,
}

/// A document, measured, with what a person wrote of it.
struct Example {
    measured: Measured,
    sentences: Vec<Vec<u32>>,
    references: Vec<Reference>,
    n: usize,
    set: usize,
}

/// Trains the model and writes it.
pub fn train(data: &Data) -> Outcome {
    let mut examples = Vec::new();
    for (set, (name, most, _)) in SETS.iter().enumerate() {
        examples.extend(read(data, &format!("summaries/{name}.train.jsonl.gz"), set, *most)?);
    }
    let mut dev = Vec::new();
    for (set, (name, ..)) in SETS.iter().enumerate() {
        // The development parts only tell how it went.
        dev.extend(read(data, &format!("summaries/{name}.dev.jsonl.gz"), set, 300).unwrap_or_default());
    }
    let mut picks: Vec<Vec<usize>> = examples.iter().map(|it| (0..it.n).collect()).collect();
    report(&dev, "opening", |it| (0..it.n.min(it.sentences.len())).collect());
    let mut bytes = Vec::new();
    for (round, n_trees) in [40, 80, PLAN.n_trees].into_iter().enumerate() {
        let mut table = Table::new(N);
        fill(&mut table, &examples, &picks);
        let plan = if round == 2 { Plan { n_trees, ..PLAN } } else { Plan { n_trees, rate: 0.15, ..PLAN } };
        let trees = boost::fit(&table, plan, 7 + round as u64);
        bytes = boost::bytes(&trees, plan.depth);
        let model = Trees::read(&bytes);
        let judge = |row: &features::Row| model.sum(row);
        picks = examples.iter().map(|it| summary::lines(&it.measured, it.n, &judge)).collect();
        report(&dev, &format!("round {round}, {} rows", table.targets.len()), |it| {
            summary::lines(&it.measured, it.n, &judge)
        });
        if round == 2 {
            report(&examples, "on the training parts", |it| summary::lines(&it.measured, it.n, &judge));
            uses(&trees);
        }
    }
    std::fs::write("src/model/salience.bin", &bytes)?;
    eprintln!("salience: {} bytes", bytes.len());
    Ok(())
}

fn read(
    data: &Data,
    name: &str,
    set: usize,
    most: usize,
) -> Result<Vec<Example>, Box<dyn std::error::Error>> {
    let records: Vec<Record> = data.records(name)?;
    Ok(records.iter().take(most).map(|it| example(it, set)).filter(|it| it.sentences.len() > it.n).collect())
}

fn example(record: &Record, set: usize) -> Example {
    let options = Options {
        furniture: Furniture::None,
        language: Some(record.lang.clone()),
        title: record.title.clone(),
        ..Options::default()
    };
    let document = Document::read(&record.text, None, &options);
    let measured = features::measure(&document);
    let mut words = Words::new(&record.lang);
    let of = |it: &u32| document.sentences[*it as usize].span.of(&record.text);
    let sentences = measured.body.iter().map(|it| words.of(of(it))).collect();
    let references = record.references.iter().map(|it| Reference::of(&words.of(it))).collect();
    Example { sentences, references, n: record.n, set, measured }
}

impl Example {
    /// ROUGE-1 and ROUGE-2 F1 of these lines, each against the reference that suits it best.
    fn score(&self, lines: &[usize]) -> (f32, f32) {
        let mut lines = lines.to_vec();
        lines.sort_unstable();
        let words: Vec<&[u32]> = lines.iter().map(|it| self.sentences[*it].as_slice()).collect();
        self.references
            .iter()
            .map(|it| it.score(&words))
            .fold((0.0, 0.0), |best: (f32, f32), it| (best.0.max(it.0), best.1.max(it.1)))
    }
}

/// One row for every sentence at every step of every summary.
fn fill(table: &mut Table, examples: &[Example], picks: &[Vec<usize>]) {
    let mut sizes = [0usize; SETS.len()];
    examples.iter().for_each(|it| sizes[it.set] += it.n * it.sentences.len());
    for (group, (it, picks)) in examples.iter().zip(picks).enumerate() {
        let weight = SETS[it.set].2 * ROWS / sizes[it.set].max(1) as f32;
        let mut chosen = Chosen::new(&it.measured);
        for step in 0..picks.len() {
            let others: Vec<usize> = picks.iter().copied().filter(|it| *it != picks[step]).collect();
            let mut rows = Vec::new();
            for idx in (0..it.sentences.len()).filter(|idx| !others.contains(idx)) {
                let mut lines = others.clone();
                lines.push(idx);
                let (one, two) = it.score(&lines);
                rows.push((idx, one + two));
            }
            let mean = rows.iter().map(|it| it.1).sum::<f32>() / rows.len().max(1) as f32;
            for (idx, score) in rows {
                table.push(&chosen.row(idx), (score - mean) * it.n as f32, weight, group as u32);
            }
            chosen.take(picks[step]);
        }
    }
}

fn report(examples: &[Example], what: &str, lines: impl Fn(&Example) -> Vec<usize>) {
    let mut told = String::new();
    for (set, (name, ..)) in SETS.iter().enumerate() {
        let scores: Vec<(f32, f32)> =
            examples.iter().filter(|it| it.set == set).map(|it| it.score(&lines(it))).collect();
        let n = scores.len().max(1) as f32 / 100.0;
        let (one, two) = scores.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        told += &format!("  {name} {:.2}/{:.2}", one / n, two / n);
    }
    eprintln!("{what}:{told}");
}

/// Which features the trees ask about most.
fn uses(trees: &[boost::Tree]) {
    let mut counts = vec![0; N];
    trees.iter().flat_map(|it| &it.questions).for_each(|it| counts[it.0 as usize] += 1);
    let mut order: Vec<usize> = (0..N).collect();
    order.sort_by_key(|it| std::cmp::Reverse(counts[*it]));
    let told: Vec<String> = order.iter().map(|it| format!("{} {}", NAMES[*it], counts[*it])).collect();
    eprintln!("questions: {}", told.join(", "));
}
