//! The keyphrase model: which candidate phrases people took for keyphrases. Learned from the training parts
//! of news, and of abstracts, whose authors' habits differ; it sees features without words.

use crate::Outcome;
use crate::boost::{self, Plan, Table};
use crate::coder::Writer;
use crate::data::Data;
use crate::rouge::Words;
use nutgraf::model::trees::{self, Chances, Trees};
use nutgraf::rank::features;
use nutgraf::rank::keyphrases::candidates::{self, Candidates};
use nutgraf::rank::keyphrases::features::{self as phrase, N, NAMES};
use nutgraf::rank::keyphrases::{is_brief, judge, parts, pick};
use nutgraf::read::Document;
use nutgraf::{Furniture, Options};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Sets to learn from: name, how much the whole set weighs.
const SETS: &[(&str, f32)] = &[
    ("duc2001", 2.0),
    ("kpcrowd", 2.4),
    ("wikinews_fr", 0.6),
    ("inspec", 3.0),
    ("semeval2010", 0.2),
    ("ptbn_pt", 0.2),
];

/// Trees for all texts, for articles and for briefs.
const N_TREES: [usize; 3] = [70, 50, 90];

/// How much a set of weight one has to say: the variance of so many rows, half of which are chosen, by four.
const ROWS: f32 = 2_500.0;

/// For `--held-out`: each document is judged by a model that did not see it, nor three others in four.
const N_FOLDS: usize = 4;

/// Models of other seeds differ by a point or two on the development parts.
const SEED: u64 = 21;

const PLAN: Plan = Plan { n_trees: 0, unit: 1.0 / 1024.0, rate: 0.12, shrink: 4.0, rows: 0.6, features: 0.7 };

/// People overlook good phrases: none is to be learned by heart.
const MOST_PULL: f32 = 8.0;

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
    let model = fit(&examples.iter().collect::<Vec<_>>(), SEED);
    report(&dev, "", &model);
    report(&examples, "on the training parts", &model);
    let mut counts = [0; N];
    model
        .iter()
        .flat_map(|it| &it.trees)
        .flat_map(|it| &it.questions)
        .for_each(|it| counts[it.0 as usize] += 1);
    let told: Vec<String> = counts.iter().zip(NAMES).map(|(n, name)| format!("{name} {n}")).collect();
    eprintln!("questions: {}", told.join(", "));
    let mut writer = Writer::default();
    let mut chances = Chances::default();
    model.iter().for_each(|it| drop(trees::code(&mut writer, &mut chances, it)));
    let bytes = writer.end();
    std::fs::write("src/model/keyphrases.bin", &bytes)?;
    eprintln!("keyphrases: {} bytes", bytes.len());
    Ok(())
}

/// Tells how models do on training documents that they did not see; writes nothing.
pub fn held_out(data: &Data) -> Outcome {
    let mut examples = Vec::new();
    for (set, (name, _)) in SETS.iter().enumerate() {
        examples.extend(read(data, &format!("keyphrases/{name}.train.jsonl.gz"), set)?);
    }
    let mut scores = vec![(0.0, 0.0); examples.len()];
    for fold in 0..N_FOLDS {
        let inside = |it: &(usize, &Example)| it.0 % N_FOLDS != fold;
        let seen: Vec<&Example> = examples.iter().enumerate().filter(inside).map(|it| it.1).collect();
        let model = fit(&seen, SEED + fold as u64);
        for (idx, it) in examples.iter().enumerate().filter(|it| !inside(it)) {
            scores[idx] = it.score(&model);
        }
    }
    tell(&examples, &scores, "held out");
    Ok(())
}

/// The trees: those for all texts, and what those for articles and for briefs mend of them.
fn fit(examples: &[&Example], seed: u64) -> [Trees; 3] {
    let mut sizes = [0.0f32; SETS.len()];
    examples.iter().for_each(|it| sizes[it.set] += it.spread());
    let common = grow(examples, &sizes, None, N_TREES[0], seed);
    let [articles, briefs] = [false, true].map(|kind| {
        let is_of_kind = |it: &&Example| it.rows.first().is_some_and(|it| is_brief(it) == kind);
        let of_kind: Vec<&Example> = examples.iter().copied().filter(is_of_kind).collect();
        grow(&of_kind, &sizes, Some(&common), N_TREES[1 + usize::from(kind)], seed)
    });
    [common, articles, briefs]
}

/// Trees for what those `before` leave to be said; `sizes` is how much there is to learn from each set.
fn grow(
    examples: &[&Example],
    sizes: &[f32; SETS.len()],
    before: Option<&Trees>,
    n_trees: usize,
    seed: u64,
) -> Trees {
    let mut table = Table::new(N);
    let mut known = Vec::new();
    for (group, it) in examples.iter().enumerate() {
        let weight = SETS[it.set].1 * ROWS / sizes[it.set].max(1.0);
        // People of one set choose more than those of another: only the order within a document is to be learned.
        let odds = (it.share() / (1.0 - it.share())).ln();
        for (row, stems) in it.rows.iter().zip(&it.stems) {
            let hit = if it.gold.contains(stems) { 1.0 } else { 0.0 };
            known.push(odds + before.map_or(0.0, |it| it.sum(row) as f32 * PLAN.unit));
            table.push(row, hit, weight, group as u32);
        }
    }
    boost::fit_odds(&table, &known, MOST_PULL, Plan { n_trees, ..PLAN }, seed)
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
    let told = parts::tell(&document, &measured);
    let candidates = candidates::collect(&document, &measured, &told, None);
    let rows = phrase::measure(&document, &measured, &candidates, &told);
    let mut words = Words::stemmed(&record.lang);
    // As written first: without what is elided in front.
    let mut stems = vec![Vec::new(); candidates.all.len()];
    for &(idx, span) in candidates.mentions.iter().rev() {
        stems[idx as usize] = words.of(span.of(&record.text));
    }
    let gold = record.keyphrases.iter().map(|it| words.of(it)).filter(|it| !it.is_empty()).collect();
    Example { candidates, rows, stems, gold, set }
}

impl Example {
    /// Share of the candidates that people chose.
    fn share(&self) -> f32 {
        let n_hits = self.stems.iter().filter(|stems| self.gold.contains(*stems)).count() as f32;
        (n_hits + 0.5) / (self.rows.len() as f32 + 1.0)
    }

    /// How much there is to learn: the variance of all rows.
    fn spread(&self) -> f32 {
        self.rows.len() as f32 * self.share() * (1.0 - self.share())
    }

    /// F1 of the first five and the first ten.
    fn score(&self, model: &[Trees; 3]) -> (f32, f32) {
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

fn report(examples: &[Example], what: &str, model: &[Trees; 3]) {
    tell(examples, &examples.iter().map(|it| it.score(model)).collect::<Vec<_>>(), what);
}

/// Mean scores of each set.
fn tell(examples: &[Example], scores: &[(f32, f32)], what: &str) {
    let mut told = String::new();
    for (set, (name, _)) in SETS.iter().enumerate() {
        let of_set = || examples.iter().zip(scores).filter(|it| it.0.set == set);
        let n = of_set().count().max(1) as f32;
        let (five, ten) = of_set().fold((0.0, 0.0), |sum, it| (sum.0 + it.1.0, sum.1 + it.1.1));
        let found: f32 = of_set()
            .map(|(it, _)| {
                let has = it.gold.iter().filter(|gold| it.stems.contains(gold)).count();
                has as f32 / it.gold.len().max(1) as f32
            })
            .sum();
        let rows: usize = of_set().map(|it| it.0.rows.len()).sum();
        told += &format!(
            "  {name} {:.2}/{:.2} ({:.0} % of {:.0})",
            five / n,
            ten / n,
            100.0 * found / n,
            rows as f32 / n
        );
    }
    eprintln!("{what}:{told}");
}
