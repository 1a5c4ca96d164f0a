//! Link: mentions become entities, quotes get their speakers, dates a timeline. Refers to findings by index.

pub mod attribution;
pub mod entities;
pub mod timeline;

use crate::find::Findings;
use crate::options::{Options, Parts};
use crate::read::Document;
use attribution::Attribution;
use entities::Entity;
use timeline::Event;

/// What belongs together.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// In the order of their first mention.
    pub entities: Vec<Entity>,
    /// One for every quote, in the same order.
    pub attributions: Vec<Attribution>,
    /// Earliest first.
    pub timeline: Vec<Event>,
}

/// Links what was found. Entities come first: speakers are entities.
#[inline(never)] // the wasm is cut in two here: see xtask/src/split.rs
pub fn all(document: &Document, findings: &Findings, options: &Options) -> Links {
    let entities = entities::join(document, findings);
    let attributions = attribution::attribute(document, findings, &entities);
    let timeline =
        if options.parts.any(Parts::TIMELINE) { timeline::order(document, findings) } else { Vec::new() };
    Links { entities, attributions, timeline }
}
