//! Labelled texts as the model sees them.

use super::Source;
use crate::data::Data;
use nutgraf::find::mentions::features::Sheet;
use nutgraf::find::mentions::tagger::MAX_STRETCH;
use nutgraf::model::names::Lists;
use nutgraf::read::Document;
use nutgraf::{Furniture, Options, Parts};
use std::collections::HashMap;

/// A line of an entities file.
#[derive(serde::Deserialize)]
pub struct Record {
    pub text: String,
    #[serde(default)]
    pub genre: String,
    pub entities: Vec<(usize, usize, String)>,
}

/// Options under which the model is used: the names alone, of clean English prose.
pub fn options() -> Options {
    Options {
        furniture: Furniture::None,
        language: Some("en".into()),
        parts: Parts::ENTITIES,
        ..Options::default()
    }
}

/// The kind of a name, in the order of labels.
pub fn kind_of(name: &str) -> Option<usize> {
    ["PER", "ORG", "LOC", "MISC"].iter().position(|it| *it == name)
}

/// Offsets in chars to offsets in bytes; names of unknown kind are left out.
pub fn names_of(record: &Record) -> Vec<(u32, u32, usize)> {
    let mut bytes: Vec<u32> = record.text.char_indices().map(|it| it.0 as u32).collect();
    bytes.push(record.text.len() as u32);
    let at = |it: usize| bytes.get(it).copied().unwrap_or(record.text.len() as u32);
    record
        .entities
        .iter()
        .filter_map(|(start, end, kind)| Some((at(*start), at(*end), kind_of(kind)?)))
        .collect()
}

/// A stretch of tokens, decided together.
pub struct Stretch {
    /// First token and one past the last, in `labels`.
    pub tokens: (u32, u32),
    /// Index of its source.
    pub source: u8,
}

/// Everything to learn from.
pub struct Corpus {
    pub stretches: Vec<Stretch>,
    pub labels: Vec<u8>,
    /// Where each token's features begin, and at last their number.
    pub starts: Vec<u32>,
    /// Indexes of features.
    pub features: Vec<u32>,
    /// The hash of each feature.
    pub hashes: Vec<u32>,
    /// Indexes from this on are copies of features for one source: what is peculiar to it. They are learned,
    /// and not written.
    pub first_copy: u32,
    n_lost: usize,
    n_names: usize,
}

/// A feature of fewer tokens is not learned.
const MIN_COUNT: u32 = 2;

/// The first so many features of a token (that it is one, and its word) are also learned for each source
/// apart, so that what is peculiar to a source stays with it. More copies were worse.
const N_COPIED: usize = 2;

impl Corpus {
    /// Reads all sources.
    pub fn read(
        data: &Data,
        sources: &[Source],
        lists: &Lists,
    ) -> Result<Corpus, Box<dyn std::error::Error>> {
        let mut corpus = Corpus {
            stretches: Vec::new(),
            labels: Vec::new(),
            starts: vec![0],
            features: Vec::new(),
            hashes: Vec::new(),
            first_copy: 0,
            n_lost: 0,
            n_names: 0,
        };
        for (source, it) in sources.iter().enumerate() {
            let records: Vec<Record> = data.records(&format!("entities/{}.train.jsonl.gz", it.name))?;
            for record in
                records.iter().filter(|record| it.genres.is_empty() || it.genres.contains(&&*record.genre))
            {
                corpus.add(record, source as u8, lists);
            }
        }
        corpus.number();
        Ok(corpus)
    }

    fn add(&mut self, record: &Record, source: u8, lists: &Lists) {
        let document = Document::read(&record.text, None, &options());
        let sheet = Sheet::new(&document, lists);
        let mut labels = vec![0u8; document.tokens.len()];
        let mut taken = vec![false; document.tokens.len()];
        for stretch in sheet.stretches() {
            taken[stretch].fill(true);
        }
        for (start, end, kind) in names_of(record) {
            self.n_names += 1;
            let first = document.tokens.partition_point(|it| it.span.end <= start);
            let last = document.tokens.partition_point(|it| it.span.start < end);
            let fits = first < last
                && document.tokens[first].span.start == start
                && document.tokens[last - 1].span.end == end
                && document.tokens[first].sentence == document.tokens[last - 1].sentence;
            if !fits || !taken[first..last].iter().all(|it| *it) {
                self.n_lost += 1;
                continue;
            }
            let base = 1 + 4 * kind as u8;
            if last - first == 1 {
                labels[first] = base + 3;
            } else {
                labels[first..last].fill(base + 1);
                labels[first] = base;
                labels[last - 1] = base + 2;
            }
        }
        for stretch in sheet.stretches().filter(|it| it.len() <= MAX_STRETCH) {
            let first = self.labels.len() as u32;
            for at in stretch {
                sheet.features(at, |it| self.features.push(it));
                self.starts.push(self.features.len() as u32);
                self.labels.push(labels[at]);
            }
            self.stretches.push(Stretch { tokens: (first, self.labels.len() as u32), source });
        }
    }

    /// Hashes become indexes; rare features go.
    fn number(&mut self) {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for &hash in &self.features {
            *counts.entry(hash).or_default() += 1;
        }
        let mut hashes: Vec<u32> = counts.iter().filter(|it| *it.1 >= MIN_COUNT).map(|it| *it.0).collect();
        hashes.sort_unstable();
        let index: HashMap<u32, u32> =
            hashes.iter().enumerate().map(|(idx, &hash)| (hash, idx as u32)).collect();
        self.first_copy = hashes.len() as u32;
        let mut source_of = vec![0u8; self.labels.len()];
        for stretch in &self.stretches {
            source_of[stretch.tokens.0 as usize..stretch.tokens.1 as usize].fill(stretch.source);
        }
        let mut copies: HashMap<(u32, u8), u32> = HashMap::new();
        let (mut features, mut starts) = (Vec::with_capacity(self.features.len()), vec![0]);
        for token in 0..self.labels.len() {
            let own = &self.features[self.starts[token] as usize..self.starts[token + 1] as usize];
            for (n, hash) in own.iter().enumerate() {
                let Some(&idx) = index.get(hash) else { continue };
                features.push(idx);
                if n < N_COPIED {
                    let next = hashes.len() as u32 + copies.len() as u32;
                    features.push(*copies.entry((idx, source_of[token])).or_insert(next));
                }
            }
            starts.push(features.len() as u32);
        }
        hashes.resize(hashes.len() + copies.len(), 0);
        (self.features, self.starts, self.hashes) = (features, starts, hashes);
    }
}

impl std::fmt::Display for Corpus {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(
            f,
            "{} stretches, {} tokens, {} features ({} of all sources), {} of {} names lost",
            self.stretches.len(),
            self.labels.len(),
            self.hashes.len(),
            self.first_copy,
            self.n_lost,
            self.n_names
        )
    }
}
