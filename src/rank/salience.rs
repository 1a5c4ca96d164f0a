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

/// The model; `docs/models.md` tells where it comes from.
static MODEL: &[u8] = include_bytes!("../model/salience.bin");

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
    Trees::read(MODEL).sum(row)
}

/// Why the model lifts a sentence, weightiest first, as stable codes.
pub fn reasons(row: &Row) -> Vec<&'static str> {
    let mut parts = [0i32; WIDTH];
    Trees::read(MODEL).explain(row, &mut parts);
    let mut reasons: Vec<(i32, &'static str)> = Vec::new();
    for (part, &reason) in parts.iter().zip(REASONS).filter(|it| !it.1.is_empty()) {
        match reasons.iter_mut().find(|it| it.1 == reason) {
            Some(it) => it.0 += part,
            None => reasons.push((*part, reason)),
        }
    }
    reasons.retain(|it| it.0 > 0 && holds(it.1, row));
    order::by(&mut reasons, |a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    reasons.truncate(MAX_REASONS);
    reasons.into_iter().map(|it| it.1).collect()
}

/// Whether the sentence bears a reason out. The trees lift a sentence for what it lacks as well ("no number,
/// and long for that"); a reader who is told "numbers" looks for one.
fn holds(reason: &str, row: &Row) -> bool {
    let (feature, least) = match reason {
        // A word of its own is no number of shared ones: a quarter of the headline's weight is "close".
        "close_to_headline" => (Feature::Headline, 64),
        "close_to_standfirst" => (Feature::Standfirst, 64),
        "close_to_crosshead" => (Feature::Crosshead, 64),
        "close_to_opening" => (Feature::TieToFirst, 32),
        "names" => (Feature::Names, 1),
        "introduces_names" => (Feature::NewNames, 1),
        "numbers" => (Feature::Numbers, 1),
        "quote" => (Feature::Quoted, 1),
        // The better half of the article's sentences.
        "says_much" => (Feature::LengthRank, 128),
        "central" => (Feature::DegreeRank, 128),
        "on_topic" => (Feature::HitsRank, 128),
        "taken_up_later" => (Feature::TakenUp, 96),
        "brings_news" => (Feature::Novelty, 128),
        "specific" => (Feature::MeanWeight, 128),
        "early" => return row[Feature::Position as usize] < 3 || row[Feature::Depth as usize] < 85,
        "stands_alone" => return row[Feature::Leans as usize] == 0,
        _ => return true,
    };
    row[feature as usize] >= least
}

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
