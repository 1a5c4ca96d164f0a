//! Rank: what carries the story. Scores lie in 0..=1; ties are broken by position.

pub mod chosen;
pub mod elision;
pub mod features;
pub mod genre;
pub mod graph;
pub mod keyphrases;
pub mod leaning;
pub mod nut_graf;
pub mod openings;
pub mod query;
pub mod salience;
pub mod stance;
pub mod summary;
pub mod terms;
pub mod wanted;

use crate::find::Findings;
use crate::link::Links;
use crate::options::{Options, Parts};
use crate::read::Document;
use keyphrases::Keyphrase;
use query::Query;
use summary::Summary;

/// What carries the story.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// One for every sentence; empty when no wanted part needs it.
    pub salience: Vec<f32>,
    /// One for every entity, 0 to 1.
    pub entities: Vec<f32>,
    /// The sentences that tell it in short.
    pub summary: Summary,
    /// Index of the block that says why it matters.
    pub nut_graf: Option<u32>,
    /// Best first.
    pub keyphrases: Vec<Keyphrase>,
}

/// Ranks sentences, entities and phrases.
pub fn all(document: &Document, findings: &Findings, links: &Links, options: &Options) -> Ranking {
    let wants = |parts: Parts| options.parts.any(parts);
    let ranked = wants(Parts::SUMMARY | Parts::NUT_GRAF);
    let measured = if ranked || wants(Parts::KEYPHRASES) { Some(features::measure(document)) } else { None };
    let elided =
        elision::of(&document.language.tag).filter(|_| options.query.is_some() || wants(Parts::KEYPHRASES));
    let bare = elided.map(|it| features::measure_words(document, Some(it)));
    let keyphrases = match bare.as_ref().or(measured.as_ref()) {
        Some(measured) if wants(Parts::KEYPHRASES) => keyphrases::rank(document, measured, findings, links),
        _ => Vec::new(),
    };
    let entities = if wants(Parts::ENTITIES | Parts::SUMMARY | Parts::NUT_GRAF) {
        salience::entities(document, links)
    } else {
        Vec::new()
    };
    let mut ranking = Ranking { entities, keyphrases, ..Ranking::default() };
    if let Some(mut measured) = measured.filter(|_| ranked) {
        wanted::fill(document, &mut measured);
        let sums: Vec<i32> = measured.rows.iter().map(salience::judge).collect();
        ranking.salience = salience::sentences(document, &measured, &sums);
        let asked = options.query.as_deref().filter(|it| !it.trim().is_empty());
        let query =
            asked.map(|it| Query::read(document, bare.as_ref().unwrap_or(&measured), (findings, links), it));
        ranking.summary = summary::choose(document, query.as_ref(), &measured, &sums, options);
        ranking.summary.openings = openings::refer(document, links, &ranking.summary.sentences);
        ranking.nut_graf = nut_graf::locate(document, &measured);
    }
    ranking
}
