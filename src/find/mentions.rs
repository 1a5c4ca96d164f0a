//! Mentions: names of people, organizations and places, without titles and possessive endings.
//!
//! In: a document. Out: spans with a kind, in order, disjoint, each of whole tokens of one sentence.

#[doc(hidden)] // for the trainer
pub mod features;
#[doc(hidden)] // for the trainer
pub mod second;
#[doc(hidden)] // for the trainer
pub mod tagger;

mod abbreviations;
mod again;
mod bodies;
mod borders;
mod clubs;
mod known;
mod letters;
mod others;
mod signs;
mod speakers;
mod words;

pub use signs::STORMS;
pub use speakers::add as add_speakers;

use crate::model::names::Model;
use crate::read::Document;
use crate::text::Span;

/// One place where a name occurs.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// What kind of thing it names, as far as this place tells.
    pub kind: EntityKind,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// The rule or model that found it.
    pub rule: &'static str,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// A human being, or a figure that acts like one.
    Person,
    /// A company, party, agency, team, publication.
    Organization,
    /// A country, town, river, building.
    Place,
    /// An event, work, product, law, nationality.
    Other,
}

/// Finds the names in a document, in order, disjoint.
pub fn find(document: &Document) -> Vec<Mention> {
    match Model::of(&document.language.tag, document.language.script) {
        Some(model) => tagger::find(document, model),
        None => Vec::new(),
    }
}
