//! Wanted: how likely each term of the body is to stand in a person's summary.
//!
//! A summary repeats the words of its article, and not by chance: those that stand early, recur, are spread wide, are rare at
//! large, are names. A few trees (`src/model/wanted.bin`) judge each term by that; what a sentence has of
//! wanted terms is the best single measure of it.

use super::features::Measured;
use crate::model::trees::{Trees, WIDTH};
use crate::read::Document;
use crate::read::tokens::TokenKind;
use std::sync::OnceLock;

/// The model; `docs/models.md` tells where it comes from.
static MODEL: &[u8] = include_bytes!("../model/wanted.bin");

/// Judges the terms of the body, and notes what each sentence has of them.
pub fn fill(document: &Document, measured: &mut Measured) {
    static TREES: OnceLock<Trees> = OnceLock::new();
    let trees = TREES.get_or_init(|| Trees::read(MODEL));
    let wanted = judge(&measure(document, measured), trees);
    measured.want(wanted);
}

/// Number of features of a term.
pub const N: usize = 12;

/// The trees count in this part of a certainty.
pub const ONE: f32 = 4096.0;

/// The features of one term.
pub type Row = [u8; WIDTH];

/// Measures every term of the body.
pub fn measure(document: &Document, measured: &Measured) -> Vec<Row> {
    let (terms, ties) = (&measured.terms, &measured.centrality);
    let n = measured.body.len().max(1) as f32;
    let mut places = vec![Place::default(); terms.len()];
    for idx in 0..measured.body.len() {
        for &term in terms.of_sentence(idx) {
            let place = &mut places[term as usize];
            place.first = place.first.min(idx as u32);
            place.last = idx as u32;
            place.rank += ties.rank[idx];
            place.degree = place.degree.max(ties.degree[idx]);
        }
    }
    let mut before = u32::MAX;
    for (token, &term) in document.tokens.iter().zip(&terms.of_token) {
        let opens = token.sentence != before;
        before = token.sentence;
        let Some(place) = places.get_mut(term as usize) else { continue };
        place.is_number = token.kind == TokenKind::Number;
        if !opens {
            place.n_inside += 1;
            let capital = token.span.of(document.text).starts_with(char::is_uppercase);
            place.n_capitals += u32::from(capital);
        }
    }
    let headline = document.metadata.headline.as_deref();
    for it in headline.map(|it| terms.of_words(document, it).found).unwrap_or_default() {
        places[it as usize].in_headline = true;
    }
    let top_degree = ties.degree.iter().copied().fold(1e-6f32, f32::max);
    let row = |(term, it): (usize, &Place)| {
        let (count, spread) = (terms.counts[term] as f32, terms.spread[term] as f32);
        let first = it.first.min(it.last) as f32;
        let features: [f32; N] = [
            count,
            spread,
            first,
            255.0 * first / n,
            255.0 * (it.last as f32 - first) / n,
            255.0 * terms.weights[term],
            // Seen at the head of sentences alone: nobody knows.
            if it.n_inside == 0 { 100.0 } else { 255.0 * it.n_capitals as f32 / it.n_inside as f32 },
            if it.is_number { 1.0 } else { 0.0 },
            if it.in_headline { 1.0 } else { 0.0 },
            64.0 * it.rank / spread.max(1.0),
            255.0 * it.degree / top_degree,
            n,
        ];
        let mut row: Row = [0; WIDTH];
        row.iter_mut().zip(features).for_each(|(byte, it)| *byte = it.clamp(0.0, 255.0) as u8);
        row
    };
    places.iter().enumerate().map(row).collect()
}

/// Where a term stands, and how.
#[derive(Clone)]
struct Place {
    first: u32,
    last: u32,
    /// PageRank of its sentences, summed.
    rank: f32,
    /// That of the best tied of its sentences.
    degree: f32,
    /// Occurrences that do not open a sentence, and those of them that are capitalized.
    n_inside: u32,
    n_capitals: u32,
    is_number: bool,
    in_headline: bool,
}

impl Default for Place {
    fn default() -> Place {
        Place {
            first: u32::MAX,
            last: 0,
            rank: 0.0,
            degree: 0.0,
            n_inside: 0,
            n_capitals: 0,
            is_number: false,
            in_headline: false,
        }
    }
}

/// How wanted each term is, 0 to 1.
pub fn judge(rows: &[Row], model: &Trees) -> Vec<f32> {
    rows.iter().map(|it| (model.sum(it) as f32 / ONE).clamp(0.0, 1.0)).collect()
}
