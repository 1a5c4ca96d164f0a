//! Running text that a model labels for its successor.
//!
//! What the first model is sure of by the word alone teaches the second what stands around such words, and the
//! other way round. Labelled data is scarce; running text is not.
//!
//! In other languages the first model knows names better than the words beside them: all places of a name in the
//! texts of the language are asked what it is, and where most agree, it is so at each of them.

use super::Recipe;
use super::corpus::{Corpus, options};
use crate::data::Data;
use nutgraf::find::mentions::EntityKind;
use nutgraf::find::mentions::features::Sheet;
use nutgraf::find::mentions::tagger::{self, KINDS, OUTSIDE, may_end};
use nutgraf::model::names::{Model, SCALE};
use nutgraf::read::Document;
use std::collections::HashMap;

/// How much a token counts that no person labelled. A fifth and the whole of one were a little worse.
const WEIGHT: f32 = 0.5;

/// A stretch is learned from when its best labels are so much better than others at each of its tokens (a factor of four
/// and a half in the odds). All stretches lose a quarter of a point, surer ones alone half a point: nothing new is in them.
const SURE: i32 = SCALE * 3 / 2;

/// What a name counts that is sure at a place, for one where it is not.
const COUNTS: u32 = 3;

/// So many votes settle what a name is, if three in four are for it.
const ENOUGH: u32 = 6;

#[derive(serde::Deserialize)]
struct Record {
    id: String,
    text: String,
}

/// The surely labelled stretches of the texts.
pub fn read(data: &Data, recipe: &Recipe, teacher: &Model) -> Result<Corpus, Box<dyn std::error::Error>> {
    let votes_count = recipe.name != "en";
    let mut corpus = Corpus::new();
    // Where votes count, what is neither person nor organization nor place is as good as unlabelled.
    let source = corpus.add_source(WEIGHT, !votes_count);
    let (mut n_all, mut n_sure) = (0, 0);
    for it in recipe.raw {
        let records: Vec<Record> = data.records(&format!("rawtext/{}.jsonl.gz", it.name))?;
        let records = || records.iter().filter(|record| record.id.starts_with(it.part)).step_by(it.step);
        let mut votes = Votes::default();
        for record in records().filter(|_| votes_count) {
            let document = Document::read(&record.text, None, &options(it.language));
            let sheet = Sheet::new(&document, &teacher.lists);
            votes.add(&sheet, &tagger::labels(&sheet, teacher));
        }
        for record in records() {
            let document = Document::read(&record.text, None, &options(it.language));
            let sheet = Sheet::new(&document, &teacher.lists);
            let mut labels = tagger::labels(&sheet, teacher);
            if votes_count {
                votes.settle(&sheet, &mut labels);
            }
            for stretch in sheet.stretches() {
                n_all += 1;
                let told = &labels[stretch.clone()];
                // Hardly any capitals: what the first model knows of such text, it knows from the labelled.
                if !sheet.is_careless(stretch.start) && told.iter().all(|it| it.1 >= SURE) {
                    n_sure += 1;
                    corpus.add_stretch(&sheet, stretch, source, told.iter().map(|it| it.0));
                }
            }
        }
    }
    eprintln!("running text: {n_sure} of {n_all} stretches");
    Ok(corpus)
}

/// How often the names of the texts are of each kind.
#[derive(Default)]
struct Votes(HashMap<u32, [u32; KINDS.len()]>);

impl Votes {
    fn add(&mut self, sheet: &Sheet, labels: &[(u8, i32)]) {
        for (first, last, kind) in names(labels) {
            let is_sure = labels[first..=last].iter().all(|it| it.1 >= SURE);
            self.0.entry(sheet.words(first, last)).or_default()[kind] += if is_sure { COUNTS } else { 1 };
        }
    }

    /// Makes each name what most say that it is, and as sure.
    fn settle(&self, sheet: &Sheet, labels: &mut [(u8, i32)]) {
        for (first, last, kind) in names(labels) {
            let votes = self.0.get(&sheet.words(first, last)).copied().unwrap_or_default();
            let best = (0..votes.len()).fold(0, |best, it| if votes[it] > votes[best] { it } else { best });
            let n: u32 = votes.iter().sum();
            let is_settled = n >= ENOUGH && 4 * votes[best] >= 3 * n;
            let kind_told = if is_settled { best } else { kind };
            for (label, margin) in &mut labels[first..=last] {
                *label = if KINDS[kind_told] == EntityKind::Other {
                    OUTSIDE as u8
                } else {
                    *label - 4 * kind as u8 + 4 * kind_told as u8
                };
                if is_settled {
                    *margin = (*margin).max(SURE);
                }
            }
        }
    }
}

/// The first and the last token of each name, and its kind.
fn names(labels: &[(u8, i32)]) -> Vec<(usize, usize, usize)> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < labels.len() {
        let mut last = at;
        while !may_end(labels[last].0 as usize) && last + 1 < labels.len() {
            last += 1;
        }
        if labels[at].0 as usize != OUTSIDE {
            names.push((at, last, (labels[at].0 as usize - 1) / 4));
        }
        at = last + 1;
    }
    names
}
