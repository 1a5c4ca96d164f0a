//! Summary: sentences are chosen, and keep their order.

use super::salience::Salience;
use crate::options::{Length, Options};
use crate::read::Document;

/// The sentences that tell the story in short.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Indexes of sentences, in reading order.
    pub sentences: Vec<u32>,
    /// How much of the article's important content they speak for, 0 to 1.
    pub covers: f32,
}

/// Chooses sentences of the body, as many as `options.length` asks for.
pub fn choose(document: &Document, salience: &[Salience], options: &Options) -> Summary {
    let mut body: Vec<u32> = (0..document.sentences.len() as u32)
        .filter(|&it| document.blocks[document.sentences[it as usize].block as usize].role.is_body())
        .collect();
    let n_wanted = match options.length {
        Length::Sentences(n) => n,
        Length::Ratio(ratio) => ((body.len() as f32 * ratio) as usize).max(1),
    };
    body.sort_by(|&a, &b| salience[b as usize].value.total_cmp(&salience[a as usize].value).then(a.cmp(&b)));
    body.truncate(n_wanted);
    body.sort_unstable();
    Summary { sentences: body, covers: 0.0 }
}
