//! Makes the models under `src/model` from labelled data: `cargo xtask train [MODEL …] [--data DIR]`.
//! With `--held-out` at the end it makes none, and tells how keyphrases and summaries (or the named of the two) do on
//! documents that their model has not seen.
//!
//! Fixed seeds, one thread where order matters: the same data gives the same bytes. Each model has a file
//! here with one public `train`, and a section in `docs/models.md` (data, licence, size, score).

// A trainer walks several tables by one index; zipped iterators would hide which.
#![allow(clippy::needless_range_loop)]

mod background;
mod blocks;
mod boost;
mod coder;
mod data;
mod first_names;
mod keyphrases;
mod language;
mod names;
mod parts;
mod random;
mod rouge;
mod salience;
mod sentences;

use std::path::PathBuf;

type Outcome = Result<(), Box<dyn std::error::Error>>;

type Trainer = fn(&data::Data) -> Outcome;

/// The models, by name.
const MODELS: &[(&str, Trainer)] = &[
    ("background", background::train),
    ("blocks", blocks::train),
    ("first_names", first_names::train),
    ("language", language::train),
    ("names", names::train),
    ("parts", parts::train),
    ("salience", salience::train),
    ("keyphrases", keyphrases::train),
    ("sentences", sentences::train),
];

fn main() -> Outcome {
    let mut names = Vec::new();
    let mut folder = PathBuf::from("../shared/data");
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--data" {
            folder = args.next().ok_or("--data needs a folder")?.into();
        } else if arg == "--held-out" {
            let data = data::Data { folder };
            if names.is_empty() || names.iter().any(|it| it == "keyphrases") {
                keyphrases::held_out(&data)?;
            }
            if names.is_empty() || names.iter().any(|it| it == "salience") {
                salience::held_out(&data)?;
            }
            return Ok(());
        } else {
            names.push(arg);
        }
    }
    if !folder.is_dir() {
        return Err(format!("no data in {}: name the folder with --data DIR", folder.display()).into());
    }
    for name in &names {
        if !MODELS.iter().any(|(it, _)| it == name) {
            let known: Vec<&str> = MODELS.iter().map(|(it, _)| *it).collect();
            return Err(format!("no model is called {name:?}; models are {}", known.join(", ")).into());
        }
    }
    let data = data::Data { folder };
    for (name, train) in MODELS {
        if names.is_empty() || names.iter().any(|it| it == name) {
            eprintln!("training {name}");
            train(&data)?;
        }
    }
    Ok(())
}
