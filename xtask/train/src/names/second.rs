//! What the second step learns from: names as models found them that never saw the text.
//!
//! The labelled texts are parted in four. A model that learned from three of the parts finds names and near names in
//! the fourth; which of them are right, and of what kind, is what the trees learn. Learned on texts that the model
//! knows, they would only learn to trust it.

use super::corpus::{Record, names_of, options};
use super::{Recipe, Source};
use crate::boost::{self, Plan, Table};
use crate::data::Data;
use nutgraf::find::mentions::features::Sheet;
use nutgraf::find::mentions::second::{CERTAIN, Evidence};
use nutgraf::find::mentions::tagger;
use nutgraf::model::names::Model;
use nutgraf::model::trees::WIDTH;
use nutgraf::read::Document;
use std::collections::HashMap;

/// Parts of the labelled texts.
pub const N_FOLDS: usize = 4;

const PLAN: Plan =
    Plan { n_trees: 140, unit: 1.0 / CERTAIN as f32, rate: 0.09, shrink: 20.0, rows: 0.7, features: 0.5 };

/// Learns the trees; gives their bytes. `models` are those that learned without each part.
pub fn learn(data: &Data, recipe: &Recipe, models: &[Model]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut table = Table::new(WIDTH);
    let mut group = 0;
    for source in recipe.sources.iter().chain(recipe.judged) {
        let records: Vec<Record> = data.records(&format!("entities/{}.train.jsonl.gz", source.name))?;
        for (idx, record) in records.iter().filter(|it| source.takes(it)).enumerate() {
            add(&mut table, record, source, &models[idx % models.len()], group);
            group += 1;
        }
    }
    eprintln!("second step: {} questions of {group} texts", table.targets.len());
    Ok(boost::bytes(&boost::fit(&table, PLAN, 5)))
}

/// Adds three questions for each name: is it a person, an organization, a place?
fn add(table: &mut Table, record: &Record, source: &Source, model: &Model, group: u32) {
    let document = Document::read(&record.text, None, &options(source.language));
    let sheet = Sheet::new(&document, &model.lists);
    let gold: HashMap<(u32, u32), usize> =
        names_of(record).into_iter().map(|(start, end, kind)| ((start, end), kind)).collect();
    let candidates = tagger::candidates(&sheet, &document, model);
    let evidence = Evidence::of(&sheet, &candidates);
    for (idx, it) in candidates.iter().enumerate() {
        let span = tagger::span_of(&sheet, it);
        let right = gold.get(&(span.start, span.end));
        evidence.ask(&sheet, idx, it, |kind, row| {
            table.push(row, f32::from(u8::from(right == Some(&kind))), source.weight, group);
        });
    }
}
