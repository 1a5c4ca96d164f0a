//! Salience: how much each sentence and each entity carries.

use super::features::{Feature, Measured, REASONS, Row};
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

/// Weights by hand: feature, weight from the feature's low end to its high end, and the value of that high end.
const WEIGHTS: &[(Feature, f32, f32)] = &[
    // A news story says the most first; after some ten sentences it does not matter where one stands.
    (Feature::Position, -0.35, 10.0),
    // What everything else speaks of.
    (Feature::PageRank, 0.35, 128.0),
    (Feature::TopicMassRank, 0.30, 255.0),
    (Feature::Headline, 0.30, 160.0),
    // Short sentences say little.
    (Feature::Length, 0.25, 25.0),
    (Feature::TakenUp, 0.10, 255.0),
    (Feature::Leans, -0.12, 1.0),
    (Feature::Ending, -0.15, 255.0),
    (Feature::Speaker, -0.10, 3.0),
    (Feature::Quoted, -0.05, 255.0),
];

/// A reason is told when it lifts a sentence by at least this much.
const WORTH_TELLING: f32 = 0.08;

/// So many reasons fit on a line.
const MAX_REASONS: usize = 3;

/// The salience of every sentence; that of headings is zero.
pub fn sentences(document: &Document, measured: &Measured) -> Vec<Salience> {
    let mut salience = vec![Salience::default(); document.sentences.len()];
    let raw: Vec<f32> = measured.rows.iter().map(judge).collect();
    let low = raw.iter().copied().fold(f32::MAX, f32::min);
    let high = raw.iter().copied().fold(f32::MIN, f32::max);
    for ((&sentence, &raw), row) in measured.body.iter().zip(&raw).zip(&measured.rows) {
        let value = if high > low { (raw - low) / (high - low) } else { 1.0 };
        salience[sentence as usize] = Salience { value, reasons: reasons(row) };
    }
    salience
}

fn judge(row: &Row) -> f32 {
    WEIGHTS.iter().map(|it| part(row, it)).sum()
}

fn part(row: &Row, (feature, weight, high): &(Feature, f32, f32)) -> f32 {
    weight * (f32::from(row[*feature as usize]) / high).min(1.0)
}

fn reasons(row: &Row) -> Vec<&'static str> {
    let mut parts: Vec<(f32, &'static str)> = WEIGHTS
        .iter()
        // What counts against a sentence is a reason where it is lacking: standing late, leaning.
        .map(|it| (if it.1 < 0.0 { part(row, it) - it.1 } else { part(row, it) }, REASONS[it.0 as usize]))
        .filter(|it| it.0 >= WORTH_TELLING && !it.1.is_empty())
        .collect();
    parts.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    parts.truncate(MAX_REASONS);
    parts.into_iter().map(|it| it.1).collect()
}

/// The salience of every entity.
pub fn entities(_document: &Document, links: &Links) -> Vec<f32> {
    let most = links.entities.iter().map(|it| it.mentions.len()).max().unwrap_or(1) as f32;
    links.entities.iter().map(|it| it.mentions.len() as f32 / most).collect()
}
