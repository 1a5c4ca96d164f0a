//! The names model: a conditional random field over hashed features, pruned and quantized.
//!
//! Steps: name lists from the gazetteers ([`lists`]); documents, read by the analysis itself, become
//! stretches of tokens with features and labels ([`corpus`]); weights are learned and the weak ones dropped
//! ([`crf`]); lists and weights become one file ([`file`]).

mod corpus;
mod crf;
mod file;
mod lists;
mod score;

use crate::data::Data;
use corpus::Corpus;
use nutgraf::model::names::Model;

/// A file to learn from.
pub struct Source {
    /// Its name, without `.train.jsonl.gz`.
    pub name: &'static str,
    /// How much a token of it counts.
    pub weight: f32,
    /// Whether it labels names that are neither people nor organizations nor places. Where it does not, such
    /// a label is neither right nor wrong.
    pub labels_other: bool,
    /// Of these genres alone; all when empty.
    pub genres: &'static [&'static str],
}

/// What the model learns from; all of it may be shipped in the form of weights (`docs/models.md`).
const SOURCES: &[Source] = &[
    Source { name: "uner_en_ewt", weight: 2.0, labels_other: false, genres: &[] },
    Source {
        name: "gum",
        weight: 1.0,
        labels_other: false,
        genres: &["news", "interview", "academic", "court", "bio", "voyage"],
    },
    Source { name: "wnut17", weight: 1.0, labels_other: true, genres: &[] },
    Source { name: "crossner", weight: 1.0, labels_other: true, genres: &[] },
    Source { name: "wikigold", weight: 1.0, labels_other: true, genres: &[] },
    Source { name: "gmb", weight: 0.1, labels_other: true, genres: &[] },
];

/// What the model is measured on while it is made.
const DEV: &[&str] = &["uner_en_ewt", "gum", "conllpp", "wnut17", "crossner"];

/// Times that everything is learned from. More make the loss smaller and the dev figures no better.
const N_EPOCHS: usize = 6;

/// The weights are the mean of those after the last so many epochs.
const N_REMEMBERED: usize = 3;

/// Weights that go into the file, of some millions. All of them would gain at most a point on some files.
const N_KEPT: usize = 80_000;

/// Makes `src/model/names_en.bin`.
pub fn train(data: &Data) -> Result<(), Box<dyn std::error::Error>> {
    let started = std::time::Instant::now();
    let list_bytes = lists::make(data)?;
    eprintln!("lists: {} bytes, {:.0?}", list_bytes.len(), started.elapsed());
    let lists = nutgraf::model::names::Lists::parse(&list_bytes).ok_or("the lists cannot be read back")?;
    let corpus = Corpus::read(data, SOURCES, &lists)?;
    eprintln!("corpus: {}, {:.0?}", corpus, started.elapsed());
    let dev = score::Dev::read(data, DEV)?;
    let mut learner = crf::Learner::new(&corpus, SOURCES);
    let report = |learner: &crf::Learner, what: &str| -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let bytes = file::write(&list_bytes, learner);
        let model = Model::parse(&bytes).ok_or("the model cannot be read back")?;
        eprintln!("{what}: {} bytes, {:.0?}: {}", bytes.len(), started.elapsed(), dev.score(&model));
        Ok(bytes)
    };
    for epoch in 0..N_EPOCHS {
        let loss = learner.epoch(&corpus, epoch, N_EPOCHS);
        if epoch + N_REMEMBERED >= N_EPOCHS {
            learner.remember();
        }
        eprintln!("epoch {epoch}: loss {loss:.4}, {:.0?}", started.elapsed());
    }
    learner.settle();
    report(&learner, "whole")?;
    learner.prune(N_KEPT);
    let bytes = report(&learner, "pruned")?;
    std::fs::write("src/model/names_en.bin", bytes)?;
    Ok(())
}
