//! The salience model: which sentence, added to the lines chosen so far, brings a summary nearest to the one
//! a person wrote.
//!
//! Every document is summarized by a policy (at first its opening sentences, then the model of the round
//! before). Then each line in turn is swapped for every other sentence; what the summary gains or loses in
//! ROUGE against the human one is the target of that sentence at that step. So the model learns what helps
//! beside the lines that it will really have beside it, not what helps alone.
//!
//! Before that, a few trees learn which terms of an article its summary has; what a sentence has of them is a
//! feature of it.

use crate::Outcome;
use crate::boost::{self, Plan, Table};
use crate::data::Data;
use crate::rouge::{Reference, Words};
use nutgraf::model::trees::Trees;
use nutgraf::rank::chosen::Chosen;
use nutgraf::rank::features::{self, Measured, N, NAMES};
use nutgraf::rank::summary;
use nutgraf::rank::wanted;
use nutgraf::read::Document;
use nutgraf::{Furniture, Options};
use serde::Deserialize;

/// A set to learn from.
struct Set {
    name: &'static str,
    /// Documents at most.
    most: usize,
    /// How much the whole set weighs.
    weight: f32,
    /// The reference is the article's own first sentence, taken out of the text.
    opening: bool,
}

const fn set(name: &'static str, most: usize, weight: f32, opening: bool) -> Set {
    Set { name, most, weight, opening }
}

/// XSum takes an article's first sentence for its summary; so any news article is one more to learn from, its
/// first sentence taken out. (The references of the BBC set are machine-made and not asked.)
const SETS: &[Set] = &[
    set("cnndm", 2000, 1.5, false),
    set("xsum", 500, 0.7, false),
    set("gum", 200, 0.7, false),
    set("orangesum_fr", 1500, 0.6, false),
    set("bbc", 2000, 0.4, true),
    set("cnndm", 2000, 0.2, true),
];

/// Weight of all rows together, in rows of a set of weight one.
const ROWS: f32 = 60_000.0;

const PLAN: Plan =
    Plan { n_trees: 180, unit: 1.0 / 65536.0, rate: 0.08, shrink: 150.0, rows: 0.6, features: 0.5 };

/// The trees that judge terms.
const WANTED_PLAN: Plan =
    Plan { n_trees: 20, unit: 1.0 / wanted::ONE, rate: 0.4, shrink: 100.0, rows: 0.5, features: 0.7 };

/// Random numbers of the model that ships. Of eight that do alike on documents held out, this one did best on the development parts.
const SEED: u64 = 1000;

/// For `--held-out`: each document is summarized by a model that did not see it, nor three others in four.
const N_FOLDS: usize = 4;

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
    term_rows: Vec<wanted::Row>,
    /// Share of the references that have each term.
    in_reference: Vec<f32>,
}

/// Trains the model and writes it.
pub fn train(data: &Data) -> Outcome {
    let mut examples = all(data, "train")?;
    // The development parts only tell how it went.
    let mut dev = all(data, "dev").unwrap_or_default();
    dev.retain(|it| !SETS[it.set].opening);
    report(&dev, "development parts, opening", |it| (0..it.n.min(it.sentences.len())).collect());
    let words = fit_wanted(&examples.iter().collect::<Vec<_>>());
    want(&mut examples, &words);
    want(&mut dev, &words);
    let model = fit(&examples.iter().collect::<Vec<_>>(), SEED);
    let judge = |row: &features::Row| model.sum(row);
    report(&dev, "development parts", |it| summary::lines(&it.measured, it.n, &judge));
    report(&examples, "on the training parts", |it| summary::lines(&it.measured, it.n, &judge));
    uses(&model);
    let (words, bytes) = (boost::bytes(&words), boost::bytes(&model));
    std::fs::write("src/model/wanted.bin", &words)?;
    std::fs::write("src/model/salience.bin", &bytes)?;
    eprintln!("salience: {} bytes, wanted: {} bytes", bytes.len(), words.len());
    Ok(())
}

/// Tells how models do on training documents that they did not see; writes nothing.
pub fn held_out(data: &Data) -> Outcome {
    let mut examples = all(data, "train")?;
    report(&examples, "training parts, opening", |it| (0..it.n.min(it.sentences.len())).collect());
    let mut lines: Vec<Vec<usize>> = vec![Vec::new(); examples.len()];
    for fold in 0..N_FOLDS {
        let inside = |it: &(usize, &Example)| it.0 % N_FOLDS != fold;
        let seen: Vec<&Example> = examples.iter().enumerate().filter(inside).map(|it| it.1).collect();
        let words = fit_wanted(&seen);
        want(&mut examples, &words);
        let seen: Vec<&Example> = examples.iter().enumerate().filter(inside).map(|it| it.1).collect();
        let model = fit(&seen, 100 * fold as u64);
        for (idx, it) in examples.iter().enumerate().filter(|it| !inside(it)) {
            lines[idx] = summary::lines(&it.measured, it.n, &|row| model.sum(row));
        }
    }
    let scores = examples.iter().zip(&lines).map(|(it, lines)| (it.set, it.score(lines))).collect();
    tell(scores, "held out");
    Ok(())
}

/// The documents of one part of all sets.
fn all(data: &Data, part: &str) -> Result<Vec<Example>, Box<dyn std::error::Error>> {
    let mut examples = Vec::new();
    for (set, it) in SETS.iter().enumerate() {
        examples.extend(read(data, &format!("summaries/{}.{part}.jsonl.gz", it.name), set)?);
    }
    Ok(examples)
}

/// Judges the terms of all documents.
fn want(examples: &mut [Example], words: &Trees) {
    examples.iter_mut().for_each(|it| it.measured.want(wanted::judge(&it.term_rows, words)));
}

/// The trees that tell which terms a summary has.
fn fit_wanted(examples: &[&Example]) -> Trees {
    let mut table = Table::new(wanted::N);
    let mut sizes = [0usize; SETS.len()];
    examples.iter().for_each(|it| sizes[it.set] += it.term_rows.len());
    for (group, it) in examples.iter().enumerate() {
        let weight = SETS[it.set].weight * ROWS / sizes[it.set].max(1) as f32;
        for (row, &hit) in it.term_rows.iter().zip(&it.in_reference) {
            table.push(row, hit, weight, group as u32);
        }
    }
    boost::fit(&table, WANTED_PLAN, 3)
}

/// The trees that judge sentences.
fn fit(examples: &[&Example], seed: u64) -> Trees {
    let mut picks: Vec<Vec<usize>> = examples.iter().map(|it| (0..it.n).collect()).collect();
    let mut model = Trees::default();
    for (round, n_trees) in [40, 80, PLAN.n_trees].into_iter().enumerate() {
        let mut table = Table::new(N);
        fill(&mut table, examples, &picks);
        let rate = if round == 2 { PLAN.rate } else { 0.15 };
        model = boost::fit(&table, Plan { n_trees, rate, ..PLAN }, 7 + round as u64 + seed);
        picks = examples.iter().map(|it| summary::lines(&it.measured, it.n, &|row| model.sum(row))).collect();
    }
    model
}

fn read(data: &Data, name: &str, set: usize) -> Result<Vec<Example>, Box<dyn std::error::Error>> {
    let mut records: Vec<Record> = data.records(name)?;
    records.truncate(SETS[set].most);
    if SETS[set].opening {
        records = records.iter().filter_map(behead).collect();
    }
    Ok(records.iter().map(|it| example(it, set)).filter(|it| it.sentences.len() > it.n).collect())
}

/// The article without its first sentence, which becomes its summary.
fn behead(record: &Record) -> Option<Record> {
    let options =
        Options { furniture: Furniture::None, language: Some(record.lang.clone()), ..Options::default() };
    let document = Document::read(&record.text, None, &options);
    let first = document.sentences.first()?.span;
    let opening = first.of(&record.text);
    let opening = opening.split_once("(CNN)").map_or(opening, |it| it.1).trim_start_matches([' ', '-']);
    let n_words = opening.split_whitespace().count();
    (10..=40).contains(&n_words).then(|| Record {
        lang: record.lang.clone(),
        title: None,
        text: record.text[first.end as usize..].trim_start().to_string(),
        references: vec![opening.to_string()],
        n: 1,
    })
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
    let term_rows = wanted::measure(&document, &measured);
    let mut in_reference = vec![0.0; measured.terms.len()];
    for reference in &record.references {
        for it in measured.terms.of_words(&document, reference).found {
            in_reference[it as usize] += 1.0 / record.references.len() as f32;
        }
    }
    Example { sentences, references, n: record.n, set, measured, term_rows, in_reference }
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
fn fill(table: &mut Table, examples: &[&Example], picks: &[Vec<usize>]) {
    let mut sizes = [0usize; SETS.len()];
    examples.iter().for_each(|it| sizes[it.set] += it.n * it.sentences.len());
    for (group, (it, picks)) in examples.iter().zip(picks).enumerate() {
        let weight = SETS[it.set].weight * ROWS / sizes[it.set].max(1) as f32;
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
    tell(examples.iter().map(|it| (it.set, it.score(&lines(it)))).collect(), what);
}

/// Mean ROUGE-1 and ROUGE-2 of each set; `^` marks those whose reference is the opening.
fn tell(scored: Vec<(usize, (f32, f32))>, what: &str) {
    let mut told = String::new();
    for (set, it) in SETS.iter().enumerate() {
        let scores: Vec<(f32, f32)> = scored.iter().filter(|it| it.0 == set).map(|it| it.1).collect();
        if scores.is_empty() {
            continue;
        }
        let n = scores.len().max(1) as f32 / 100.0;
        let (one, two) = scores.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        told += &format!("  {}{} {:.2}/{:.2}", it.name, if it.opening { "^" } else { "" }, one / n, two / n);
    }
    eprintln!("{what}:{told}");
}

/// Which features the trees ask about most.
fn uses(model: &Trees) {
    let mut counts = vec![0; N];
    model.trees.iter().flat_map(|it| &it.questions).for_each(|it| counts[it.0 as usize] += 1);
    let mut order: Vec<usize> = (0..N).collect();
    order.sort_by_key(|it| std::cmp::Reverse(counts[*it]));
    let told: Vec<String> = order.iter().map(|it| format!("{} {}", NAMES[*it], counts[*it])).collect();
    eprintln!("questions: {}", told.join(", "));
}
