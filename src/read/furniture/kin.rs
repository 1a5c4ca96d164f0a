//! Kin: what the models alone would lose of an HTML page, though it stands right among the article's own blocks.
//!
//! A table goes as a whole, and with the paragraph over it; a full sentence in the very box that holds the other
//! paragraphs is one of them, even right under a list of links ("The first boat leaves at ten.").

use super::features::Features;
use crate::model::blocks::UNIT;
use crate::read::blocks::{Block, Role};
use crate::read::hints::{BlockHint, Hints, Signs};

/// What the rows of a table must reach on the whole. Lower lets in boxes of facts beside the article.
const TABLE_BAR: i32 = -2 * UNIT;

/// What a sentence among paragraphs must reach. Lower lets in what sites write between them ("Subscribe now!").
const SENTENCE_BAR: i32 = -2 * UNIT;

/// So many paragraphs of the article make a box its own.
const FEW: u32 = 3;

/// Marks as article what stands with it.
pub fn keep(blocks: &[Block], features: &Features, hints: &Hints, scores: &[i32], is_article: &mut [bool]) {
    let hint = |it: usize| features.hints[it].map(|it| &hints.blocks[it as usize]);
    let boxed = |hint: &BlockHint| hints.boxes.get(hint.boxed as usize).copied();
    let link_units = |it: usize| hint(it).map_or(0, |it| it.link_units);
    let is_sentence = |it: usize| {
        let shape = &features.shapes[it];
        blocks[it].role == Role::Paragraph && shape.ends >= 6 && shape.n_words >= 4
    };
    let around = |it: usize| hint(it).and_then(boxed).map(|it| it.parent as usize);
    let mut n_kin = vec![0u32; hints.boxes.len()];
    for it in (0..blocks.len()).filter(|&it| is_article[it] && is_sentence(it)) {
        if let Some(n) = around(it).and_then(|it| n_kin.get_mut(it)) {
            *n += 1;
        }
    }
    for it in 0..blocks.len() {
        let phrases = features.shapes[it].signs;
        let is_hidden = || hint(it).and_then(boxed).is_some_and(|it| it.signs.any(Signs::HIDDEN));
        is_article[it] |= is_sentence(it)
            && scores[it] > SENTENCE_BAR
            && link_units(it) == 0
            && !(phrases.line || phrases.start || phrases.n_within > 0)
            && around(it).and_then(|it| n_kin.get(it)).is_some_and(|&n| n >= FEW)
            && !is_hidden();
    }
    let mut start = 0;
    for run in blocks.chunk_by(|a, b| (a.role == Role::Table) == (b.role == Role::Table)) {
        let rows = start..start + run.len();
        start = rows.end;
        let is_table = run[0].role == Role::Table && run.len() >= 2;
        let follows = is_article[rows.start.saturating_sub(2)..rows.start].contains(&true);
        let sum: i32 = scores[rows.clone()].iter().sum();
        let (mut n_linked, mut n_chars) = (0, 0);
        for it in rows.clone() {
            n_linked += link_units(it);
            n_chars += features.shapes[it].n_chars;
        }
        if is_table && follows && sum > TABLE_BAR * run.len() as i32 && n_linked * 4 < n_chars {
            is_article[rows].fill(true);
        }
    }
}
