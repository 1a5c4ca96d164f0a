//! Labelled texts as the model sees them.

use super::second::N_FOLDS;
use super::{Recipe, Source};
use crate::data::Data;
use nutgraf::find::mentions::features::{MOST_FEATURES, Sheet};
use nutgraf::find::mentions::tagger::MAX_STRETCH;
use nutgraf::model::names::Lists;
use nutgraf::read::Document;
use nutgraf::{Furniture, Options, Parts};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A line of an entities file.
#[derive(serde::Deserialize)]
pub struct Record {
    pub text: String,
    #[serde(default)]
    pub genre: String,
    pub entities: Vec<(usize, usize, String)>,
}

/// Options under which the model is used: the names alone, of clean prose.
pub fn options(language: &str) -> Options {
    Options {
        furniture: Furniture::None,
        language: Some(language.into()),
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

/// Some texts are learned from once more, all in capitals or all in lower case, as headings and hasty mails are.
fn recased(record: &Record, idx: usize) -> Option<Record> {
    let text: String = match idx % RECASED {
        0 => record.text.to_uppercase(),
        n if n == RECASED / 2 => record.text.to_lowercase(),
        _ => return None,
    };
    // Offsets count chars: "ß" and the like would move them.
    let same = text.chars().count() == record.text.chars().count();
    same.then(|| Record { text, genre: record.genre.clone(), entities: record.entities.clone() })
}

/// Of so many texts one is learned in capitals, one in lower case.
const RECASED: usize = 10;

/// The texts of the sources in one language.
pub fn texts(
    data: &Data,
    sources: &[Source],
    language: &str,
) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let mut texts = Vec::new();
    for it in sources.iter().filter(|it| it.language == language) {
        let records: Vec<Record> = data.records(&format!("entities/{}.train.jsonl.gz", it.name))?;
        texts.extend(records.into_iter().map(|it| it.text));
    }
    Ok(texts)
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
    /// Tokens that are outside of all names where they are outside of those that are labelled: words in lower case. Else all
    /// that goes on in lower case becomes a name of the other kinds: "Londra o zone limitrofe".
    pub closed: Vec<bool>,
    /// Where each token's features begin, and at last their number.
    pub starts: Vec<u32>,
    /// Indexes of features.
    pub features: Vec<u32>,
    /// The hash of each feature.
    pub hashes: Vec<u32>,
    /// Indexes from this on are copies of features for one source: what is peculiar to it. They are learned,
    /// and not written.
    pub first_copy: u32,
    /// Whether the feature tells the token's own word.
    pub lexical: Vec<bool>,
    /// Of each source: how much a token of it counts, and whether it labels other names.
    pub heeded: Vec<(f32, bool)>,
    lexical_hashes: HashSet<u32>,
    n_lost: usize,
    n_names: usize,
}

/// A feature of fewer tokens is not learned.
const MIN_COUNT: u32 = 2;

/// Which features of a token tell its own word.
const OWN_WORD: Range<usize> = 1..5;

/// The first so many features of a token (that it is one, and its word) are also learned for each source
/// apart, so that what is peculiar to a source stays with it. More copies were worse.
const N_COPIED: usize = 2;

impl Corpus {
    /// An empty one.
    pub fn new() -> Corpus {
        Corpus {
            stretches: Vec::new(),
            labels: Vec::new(),
            closed: Vec::new(),
            starts: vec![0],
            features: Vec::new(),
            hashes: Vec::new(),
            first_copy: 0,
            lexical_hashes: HashSet::new(),
            lexical: Vec::new(),
            heeded: Vec::new(),
            n_lost: 0,
            n_names: 0,
        }
    }

    /// Adds all of another; neither is numbered yet.
    pub fn extend(&mut self, other: &Corpus) {
        let (n_tokens, n_features) = (self.labels.len() as u32, self.features.len() as u32);
        let n_sources = self.heeded.len() as u8;
        self.stretches.extend(other.stretches.iter().map(|it| Stretch {
            tokens: (it.tokens.0 + n_tokens, it.tokens.1 + n_tokens),
            source: it.source + n_sources,
        }));
        self.labels.extend(&other.labels);
        self.closed.extend(&other.closed);
        self.starts.extend(other.starts[1..].iter().map(|it| it + n_features));
        self.features.extend(&other.features);
        self.lexical_hashes.extend(&other.lexical_hashes);
        self.heeded.extend(&other.heeded);
    }

    /// Reads all sources, but for the records of one part.
    pub fn read(
        data: &Data,
        recipe: &Recipe,
        lists: &Lists,
        without: Option<usize>,
    ) -> Result<Corpus, Box<dyn std::error::Error>> {
        let mut corpus = Corpus::new();
        for it in recipe.sources {
            let source = corpus.add_source(it.weight, it.labels_other);
            let records: Vec<Record> = data.records(&format!("entities/{}.train.jsonl.gz", it.name))?;
            for (idx, record) in records.iter().filter(|record| it.takes(record)).enumerate() {
                if without == Some(idx % N_FOLDS) {
                    continue;
                }
                if let Some(recased) = recased(record, idx).filter(|_| recipe.recased) {
                    corpus.add(&recased, source, lists, &options(it.language));
                }
                corpus.add(record, source, lists, &options(it.language));
            }
        }
        Ok(corpus)
    }

    /// A further source; gives its index.
    pub fn add_source(&mut self, weight: f32, labels_other: bool) -> u8 {
        self.heeded.push((weight, labels_other));
        self.heeded.len() as u8 - 1
    }

    fn add(&mut self, record: &Record, source: u8, lists: &Lists, options: &Options) {
        let document = Document::read(&record.text, None, options);
        let sheet = Sheet::new(&document, lists);
        let tokens = &sheet.tokens;
        let mut labels = vec![0u8; tokens.len()];
        let mut taken = vec![false; tokens.len()];
        for stretch in sheet.stretches() {
            taken[stretch].fill(true);
        }
        for (start, end, kind) in names_of(record) {
            self.n_names += 1;
            let first = tokens.partition_point(|it| it.span.end <= start);
            let last = tokens.partition_point(|it| it.span.start < end);
            let fits = first < last
                && tokens[first].span.start == start
                && tokens[last - 1].span.end == end
                && tokens[first].sentence == tokens[last - 1].sentence;
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
        for stretch in sheet.stretches() {
            let told = labels[stretch.clone()].iter().copied();
            self.add_stretch(&sheet, stretch, source, told);
        }
    }

    /// Adds a stretch with its labels, unless it is too long to be one.
    pub fn add_stretch(
        &mut self,
        sheet: &Sheet,
        stretch: Range<usize>,
        source: u8,
        labels: impl Iterator<Item = u8>,
    ) {
        if stretch.len() > MAX_STRETCH {
            return;
        }
        let first = self.labels.len() as u32;
        for at in stretch {
            self.closed.push(sheet.goes_on_in_lower_case(at));
            self.features.extend(sheet.features(at, &mut [0; MOST_FEATURES]));
            self.lexical_hashes
                .extend(&self.features[*self.starts.last().expect("one is there") as usize..][OWN_WORD]);
            self.starts.push(self.features.len() as u32);
        }
        self.labels.extend(labels);
        self.stretches.push(Stretch { tokens: (first, self.labels.len() as u32), source });
    }

    /// Hashes become indexes; rare features go. To be called once, when everything is added.
    pub fn numbered(mut self) -> Corpus {
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
        self.lexical = hashes.iter().map(|it| self.lexical_hashes.contains(it)).collect();
        hashes.resize(hashes.len() + copies.len(), 0);
        self.lexical.resize(hashes.len(), false);
        for (&(idx, _), &copy) in &copies {
            self.lexical[copy as usize] = self.lexical[idx as usize];
        }
        (self.features, self.starts, self.hashes) = (features, starts, hashes);
        self
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
