//! Salience: how much each sentence and each entity carries.

use crate::find::Findings;
use crate::link::Links;
use crate::read::Document;

/// How much a sentence carries, and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Salience {
    /// 0 to 1.
    pub value: f32,
    /// The reasons that weighed most, weightiest first, as stable codes ("early", "close_to_headline").
    pub reasons: Vec<&'static str>,
}

/// The salience of every sentence.
pub fn sentences(document: &Document, _findings: &Findings, _links: &Links) -> Vec<Salience> {
    (0..document.sentences.len())
        .map(|idx| Salience { value: 1.0 / (1.0 + idx as f32), reasons: vec!["early"] })
        .collect()
}

/// The salience of every entity.
pub fn entities(_document: &Document, links: &Links) -> Vec<f32> {
    let most = links.entities.iter().map(|it| it.mentions.len()).max().unwrap_or(1) as f32;
    links.entities.iter().map(|it| it.mentions.len() as f32 / most).collect()
}
