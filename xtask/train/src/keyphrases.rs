//! The keyphrase model: which candidate phrases people took for keyphrases. Learned from the training parts
//! of news, and of abstracts, whose authors' habits differ; it sees features without words.

use crate::Outcome;
use crate::boost::{self, Plan, Table};
use crate::data::Data;
use crate::rouge::Words;
use nutgraf::model::trees::{DEPTH, Trees};
use nutgraf::rank::features;
use nutgraf::rank::keyphrases::candidates::{self, Candidates};
use nutgraf::rank::keyphrases::features::{self as phrase, N, NAMES};
use nutgraf::rank::keyphrases::{judge, pick};
use nutgraf::read::Document;
use nutgraf::{Furniture, Options};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Sets to learn from: name, how much the whole set weighs.
const SETS: &[(&str, f32)] = &[
    ("duc2001", 2.0),
    ("kpcrowd", 1.6),
    ("wikinews_fr", 0.6),
    ("inspec", 2.0),
    ("semeval2010", 0.2),
    ("ptbn_pt", 0.2),
];

/// Weight of all rows together, in rows of a set of weight one.
const ROWS: f32 = 20_000.0;

const PLAN: Plan = Plan { n_trees: 160, depth: DEPTH, rate: 0.15, shrink: 20.0, rows: 0.6, features: 0.5 };

#[derive(Deserialize)]
struct Record {
    lang: String,
    text: String,
    keyphrases: Vec<String>,
}

/// A document, measured, with the phrases that people chose.
struct Example {
    candidates: Candidates,
    rows: Vec<phrase::Row>,
    /// Stems of each candidate.
    stems: Vec<Vec<u32>>,
    gold: BTreeSet<Vec<u32>>,
    set: usize,
}

/// Trains the model and writes it.
pub fn train(data: &Data) -> Outcome {
    let mut examples = Vec::new();
    let mut dev = Vec::new();
    for (set, (name, _)) in SETS.iter().enumerate() {
        examples.extend(read(data, &format!("keyphrases/{name}.train.jsonl.gz"), set)?);
        dev.extend(read(data, &format!("keyphrases/{name}.dev.jsonl.gz"), set).unwrap_or_default());
    }
    let mut table = Table::new(N);
    let mut sizes = [0usize; SETS.len()];
    examples.iter().for_each(|it| sizes[it.set] += it.rows.len());
    for (group, it) in examples.iter().enumerate() {
        let weight = SETS[it.set].1 * ROWS / sizes[it.set].max(1) as f32;
        let mean = it.stems.iter().filter(|stems| it.gold.contains(*stems)).count() as f32
            / it.rows.len().max(1) as f32;
        for (row, stems) in it.rows.iter().zip(&it.stems) {
            let hit = if it.gold.contains(stems) { 1.0 } else { 0.0 };
            let spread = (mean * (1.0 - mean)).sqrt().max(0.05);
            table.push(row, (hit - mean) / spread, weight, group as u32);
        }
    }
    let trees = boost::fit(&table, PLAN, 11);
    let bytes = boost::bytes(&trees, None);
    let model = Trees::read(&bytes);
    report(&dev, "", &model);
    report(&examples, "on the training parts", &model);
    let mut counts = [0; N];
    trees.iter().flat_map(|it| &it.questions).for_each(|it| counts[it.0 as usize] += 1);
    let told: Vec<String> = counts.iter().zip(NAMES).map(|(n, name)| format!("{name} {n}")).collect();
    eprintln!("questions: {}", told.join(", "));
    std::fs::write("src/model/keyphrases.bin", &bytes)?;
    eprintln!("keyphrases: {} bytes", bytes.len());
    Ok(())
}

fn read(data: &Data, name: &str, set: usize) -> Result<Vec<Example>, Box<dyn std::error::Error>> {
    let records: Vec<Record> = data.records(name)?;
    Ok(records.iter().map(|it| example(it, set)).collect())
}

fn example(record: &Record, set: usize) -> Example {
    let options =
        Options { furniture: Furniture::None, language: Some(record.lang.clone()), ..Options::default() };
    let document = Document::read(&record.text, None, &options);
    let measured = features::measure(&document);
    let candidates = candidates::collect(&document, &measured);
    let rows = phrase::measure(&document, &measured, &candidates);
    let mut words = Words::stemmed(&record.lang);
    let mut at = |it: (u32, u32)| {
        let tokens = &document.tokens;
        words
            .of(&record.text
                [tokens[it.0 as usize].span.start as usize..tokens[it.1 as usize].span.end as usize])
    };
    let stems = candidates.all.iter().map(|it| at(it.first)).collect();
    let gold = record.keyphrases.iter().map(|it| words.of(it)).filter(|it| !it.is_empty()).collect();
    Example { candidates, rows, stems, gold, set }
}

impl Example {
    /// F1 of the first five and the first ten.
    fn score(&self, model: &Trees) -> (f32, f32) {
        let scores = judge(&self.rows, model);
        let mut seen = Vec::new();
        for idx in pick(&self.candidates, &scores, 20) {
            let stems = &self.stems[idx as usize];
            if !seen.contains(&stems) {
                seen.push(stems);
            }
        }
        let f1 = |n: usize| {
            let n = n.min(seen.len());
            let hits = seen[..n].iter().filter(|it| self.gold.contains(**it)).count() as f32;
            200.0 * hits / (n + self.gold.len()).max(1) as f32
        };
        (f1(5), f1(10))
    }
}

fn report(examples: &[Example], what: &str, model: &Trees) {
    let mut told = String::new();
    for (set, (name, _)) in SETS.iter().enumerate() {
        let scores: Vec<(f32, f32)> =
            examples.iter().filter(|it| it.set == set).map(|it| it.score(model)).collect();
        let n = scores.len().max(1) as f32;
        let (five, ten) = scores.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        let found: f32 = examples
            .iter()
            .filter(|it| it.set == set)
            .map(|it| {
                let has = it.gold.iter().filter(|gold| it.stems.contains(gold)).count();
                has as f32 / it.gold.len().max(1) as f32
            })
            .sum();
        told +=
            &format!("  {name} {:.2}/{:.2} (candidates have {:.0} %)", five / n, ten / n, 100.0 * found / n);
    }
    eprintln!("{what}:{told}");
}
