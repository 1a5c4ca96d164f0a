//! Salience: how much each sentence and each entity carries.
//!
//! What is measured of a sentence ([`features`](super::features)) is judged by a sum of small decision trees
//! (`src/model/salience.bin`), learned from articles and their summaries. The trees see no word of a text.

use super::features::{Feature, Measured, REASONS, Row};
use crate::link::Links;
use crate::link::entities::Entity;
use crate::model::trees::{Trees, WIDTH};
use crate::order;
use crate::read::Document;
use crate::read::blocks::Role;
use crate::text::Span;
use std::sync::OnceLock;

/// The model; `docs/models.md` tells where it comes from.
fn model() -> &'static Trees {
    static TREES: OnceLock<Trees> = OnceLock::new();
    TREES.get_or_init(|| Trees::read(include_bytes!("../model/salience.bin")))
}

/// So many reasons fit on a line.
const MAX_REASONS: usize = 3;

/// The salience of every sentence, 0 to 1; that of headings is zero.
pub fn sentences(document: &Document, measured: &Measured, sums: &[i32]) -> Vec<f32> {
    let mut salience = vec![0.0; document.sentences.len()];
    let low = sums.iter().copied().min().unwrap_or(0);
    let high = sums.iter().copied().max().unwrap_or(0);
    for (&sentence, &sum) in measured.body.iter().zip(sums) {
        let value = if high > low { (sum - low) as f32 / (high - low) as f32 } else { 1.0 };
        salience[sentence as usize] = value;
    }
    salience
}

/// What the model says of a row; only good for comparing.
pub fn judge(row: &Row) -> i32 {
    model().sum(row)
}

/// Why the model lifts a sentence, weightiest first, as stable codes.
/// Capitals are no sign of names where `nouns_have_capitals`.
pub fn reasons(row: &Row, nouns_have_capitals: bool) -> Vec<&'static str> {
    let mut parts = [0i32; WIDTH];
    model().explain(row, &mut parts);
    let mut reasons: Vec<(i32, &'static str)> = Vec::new();
    let first = row[Feature::Step as usize] == 0;
    for (part, &reason) in parts.iter().zip(REASONS).filter(|it| !it.1.is_empty()) {
        // There is nothing yet that the first line could add to.
        let reason = if first && reason == "adds_what_is_missing" { "on_topic" } else { reason };
        match reasons.iter_mut().find(|it| it.1 == reason) {
            Some(it) => it.0 += part,
            None => reasons.push((*part, reason)),
        }
    }
    reasons.retain(|it| it.0 > 0 && holds(it.1, row) && !(nouns_have_capitals && it.1.ends_with("names")));
    order::by(&mut reasons, |a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    reasons.truncate(MAX_REASONS);
    reasons.into_iter().map(|it| it.1).collect()
}

/// Whether the sentence bears a reason out. The trees lift a sentence for what it lacks as well ("no number,
/// and long for that"); a reader who is told "numbers" looks for one.
fn holds(reason: &str, row: &Row) -> bool {
    // The first lines, and of a long text its first tenth.
    if reason == "early" && row[Feature::Position as usize] < 4 {
        return true;
    }
    let bounds = |it: &(&str, Feature, u8, u8)| it.0 != reason || (it.2..=it.3).contains(&row[it.1 as usize]);
    BOUNDS.iter().all(bounds)
}

/// What a feature must have at least and at most where a reason is given.
const BOUNDS: &[(&str, Feature, u8, u8)] = &[
    // A word of its own is no number of shared ones: a quarter of the headline's weight is "close".
    ("close_to_headline", Feature::Headline, 64, 255),
    ("close_to_standfirst", Feature::Standfirst, 64, 255),
    ("close_to_crosshead", Feature::Crosshead, 64, 255),
    ("close_to_opening", Feature::TieToFirst, 32, 255),
    ("names", Feature::Names, 1, 255),
    ("introduces_names", Feature::NewNames, 1, 255),
    ("numbers", Feature::Numbers, 1, 255),
    ("quote", Feature::Quoted, 40, 255),
    // The better half of the article's sentences.
    ("says_much", Feature::LengthRank, 128, 255),
    ("central", Feature::DegreeRank, 128, 255),
    ("on_topic", Feature::HitsRank, 128, 255),
    ("taken_up_later", Feature::TakenUp, 96, 255),
    ("brings_news", Feature::Novelty, 128, 255),
    ("specific", Feature::MeanWeight, 128, 255),
    ("early", Feature::Depth, 0, 25),
    ("stands_alone", Feature::Leans, 0, 0),
    ("adds_what_is_missing", Feature::Said, 0, 127),
];

/// A mention in the headline counts as so many elsewhere.
const HEADLINE: f32 = 3.0;

/// More blocks with the author's name than this are no bylines.
const MAX_BYLINES: usize = 4;

/// The salience of every entity: how often it is meant, the square root of it, for the tenth mention tells less
/// than the second; more when it stands in the headline or early on. Who only wrote the article is not in it.
pub fn entities(document: &Document, links: &Links) -> Vec<f32> {
    let of_role = |role| document.blocks.iter().filter(move |it| it.role == role).map(|it| it.span);
    let headline = of_role(Role::Headline).next();
    let bylines: Vec<Span> = of_role(Role::Byline).take(MAX_BYLINES).collect();
    let length = document.text.len().max(1) as f32;
    let raw = |it: &Entity| {
        let mut count = if headline.is_some_and(|at| it.mentions.iter().any(|it| at.contains(it.span))) {
            HEADLINE
        } else {
            0.0
        };
        let mut first = None;
        for mention in it.mentions.iter().filter(|it| !bylines.iter().any(|at| at.contains(it.span))) {
            first = first.or(Some(mention.span.start));
            count += 1.0;
        }
        let depth = first.map_or(1.0, |it| it as f32 / length);
        count.sqrt() * (1.5 - depth)
    };
    let all: Vec<f32> = links.entities.iter().map(raw).collect();
    let most = all.iter().copied().fold(0.0f32, f32::max);
    all.iter().map(|it| if most > 0.0 { it / most } else { 0.0 }).collect()
}
