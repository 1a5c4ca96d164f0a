//! Running text that a model labels for its successor.
//!
//! What the first model is sure of by the word alone teaches the second what stands around such words, and the
//! other way round. Labelled data is scarce; running text is not.

use super::Raw;
use super::corpus::{Corpus, options};
use crate::data::Data;
use nutgraf::find::mentions::features::Sheet;
use nutgraf::find::mentions::tagger;
use nutgraf::model::names::{Model, SCALE};
use nutgraf::read::Document;

/// How much a token counts that no person labelled. A fifth and the whole of one were a little worse.
const WEIGHT: f32 = 0.5;

/// A stretch is learned from when its best labels are so much better than others at each of its tokens (a factor of four
/// and a half in the odds). All stretches lose a quarter of a point, surer ones alone half a point: nothing new is in them.
const SURE: i32 = SCALE * 3 / 2;

#[derive(serde::Deserialize)]
struct Record {
    text: String,
}

/// The surely labelled stretches of the texts.
pub fn read(data: &Data, raw: &[Raw], teacher: &Model) -> Result<Corpus, Box<dyn std::error::Error>> {
    let mut corpus = Corpus::new();
    let source = corpus.add_source(WEIGHT, true);
    let (mut n_all, mut n_sure) = (0, 0);
    for it in raw {
        let records: Vec<Record> = data.records(&format!("rawtext/{}.jsonl.gz", it.name))?;
        for record in records.iter().step_by(it.step) {
            let document = Document::read(&record.text, None, &options(it.language));
            let sheet = Sheet::new(&document, &teacher.lists);
            let labels = tagger::labels(&sheet, teacher);
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
