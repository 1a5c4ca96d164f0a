//! The names model: a conditional random field over hashed features, pruned and quantized.
//!
//! Steps: name lists from the gazetteers ([`lists`]); documents, read by the analysis itself, become
//! stretches of tokens with features and labels ([`corpus`]); weights are learned, the weak ones dropped and
//! the rest learned again ([`crf`]); lists and weights become one file ([`file`]).

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
fn sources() -> Vec<Source> {
    vec![
        Source { name: "uner_en_ewt", weight: env("UNER", 1.0), labels_other: false, genres: &[] },
        Source {
            name: "gum",
            weight: env("GUM", 1.0),
            labels_other: false,
            genres: &["news", "interview", "academic", "court", "bio", "voyage"],
        },
        Source { name: "wnut17", weight: 1.0, labels_other: true, genres: &[] },
        Source { name: "crossner", weight: 1.0, labels_other: true, genres: &[] },
        Source { name: "wikigold", weight: 1.0, labels_other: true, genres: &[] },
        Source { name: "gmb", weight: env("GMB", 0.3), labels_other: true, genres: &[] },
    ]
}

/// What the model is measured on while it is made.
const DEV: &[&str] = &["uner_en_ewt", "gum", "conllpp", "wnut17", "crossner"];

pub fn env(name: &str, default: f32) -> f32 {
    std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(default)
}

/// Makes `src/model/names_en.bin`.
pub fn train(data: &Data) -> Result<(), Box<dyn std::error::Error>> {
    let started = std::time::Instant::now();
    let list_bytes = lists::make(data)?;
    eprintln!("lists: {} bytes, {:.0?}", list_bytes.len(), started.elapsed());
    let lists = nutgraf::model::names::Lists::parse(&list_bytes).ok_or("the lists cannot be read back")?;
    let corpus = Corpus::read(data, &sources(), &lists)?;
    eprintln!("corpus: {}, {:.0?}", corpus, started.elapsed());
    let dev = score::Dev::read(data, DEV)?;
    let mut learner = crf::Learner::new(&corpus, &sources());
    let report = |learner: &crf::Learner, what: &str| -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let bytes = file::write(&list_bytes, learner);
        let model = Model::parse(&bytes).ok_or("the model cannot be read back")?;
        eprintln!("{what}: {} bytes, {:.0?}: {}", bytes.len(), started.elapsed(), dev.score(&model));
        Ok(bytes)
    };
    let n_epochs = env("EPOCHS", 6.0) as usize;
    for epoch in 0..n_epochs {
        let loss = learner.epoch(&corpus, epoch, n_epochs);
        if epoch + 3 >= n_epochs {
            learner.remember();
        }
        eprintln!("epoch {epoch}: loss {loss:.4}, {:.0?}", started.elapsed());
    }
    learner.settle();
    report(&learner, "whole")?;
    std::fs::write("/tmp/names/whole.bin", file::write(&list_bytes, &learner))?;
    learner.prune(env("KEEP", 110_000.0) as usize);
    report(&learner, "pruned")?;
    let n_again = env("AGAIN", 2.0) as usize;
    for epoch in 0..n_again {
        let loss = learner.epoch(&corpus, n_epochs + epoch, n_epochs + n_again);
        eprintln!("again {epoch}: loss {loss:.4}, {:.0?}", started.elapsed());
    }
    let bytes = report(&learner, "learned again")?;
    std::fs::write(std::env::var("OUT").unwrap_or("src/model/names_en.bin".into()), bytes)?;
    Ok(())
}
