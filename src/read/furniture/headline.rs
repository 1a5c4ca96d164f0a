//! Which line of a copied page may be its headline, and how much the article below speaks of it: around it stand menus
//! and links to other stories that look like headlines, too.

use super::features::{best_run, log};
use super::roles::BAR;
use super::shape::Shape;
use super::words::{BUCKETS, each_word};
use crate::read::blocks::Block;

/// Number of features.
pub const N: usize = 8;

/// Place of "how many of the line's words stand in the first two paragraphs".
pub const LEAD_WORDS: usize = 3;

/// So many paragraphs are looked at.
const FEW_BLOCKS: usize = 200;

/// So many lines on and back a byline or day is looked for.
const NEAR: u8 = 8;

/// The lines that may be the headline, given the scores that tell the article: few words, and no further down than
/// right below the first paragraph.
pub fn candidates(shapes: &[Shape], scores: &[i32]) -> Vec<usize> {
    let n = shapes.len();
    let first = (0..n).find(|&it| scores[it] > BAR && shapes[it].is_prose()).unwrap_or(n);
    // A notice about cookies may read like a first paragraph.
    let limit = (first.max(best_run(scores).0) + 3).min(n);
    let fits = |it: &usize| {
        let shape = &shapes[*it];
        (2..=40).contains(&shape.n_words) && shape.n_chars <= 250 && shape.ends != 7
    };
    (0..limit).filter(fits).collect()
}

/// The features of every block, given the scores that tell the article.
pub fn features(text: &str, blocks: &[Block], shapes: &[Shape], scores: &[i32]) -> Vec<[u8; N]> {
    // How often each word stands in the article, up to eight times, and in a bit of its own whether in the first two paragraphs.
    const LEAD: u8 = 128;
    let mut counts = vec![0u8; BUCKETS];
    let mut n_before = 0;
    for it in 0..blocks.len() {
        if n_before < FEW_BLOCKS && scores[it] > 0 && shapes[it].is_prose() {
            let lead = if n_before < 2 { LEAD } else { 0 };
            each_word(blocks[it].span.of(text), &mut |word| {
                let count = &mut counts[word];
                *count = *count & LEAD | lead | (*count % LEAD + 1).min(8);
            });
            n_before += 1;
        }
    }
    let mut best = 0;
    let row = |it: usize| {
        if shapes[it].n_words > 40 {
            return [0; N];
        }
        let (mut n, mut n_found, mut n_lead, mut sum) = (0u8, 0u8, 0u8, 0u32);
        each_word(blocks[it].span.of(text), &mut |word| {
            let count = counts[word];
            n += 1;
            n_found += u8::from(count > 0);
            n_lead += count / LEAD;
            sum += u32::from(count % LEAD);
        });
        let sum = log(sum);
        best = best.max(sum);
        let share = (n_found * 4).checked_div(n).map_or(0, |it| it + 1);
        [share, n_found, n - n_found, n_lead, sum, best - sum, 0, 0]
    };
    let mut rows: Vec<[u8; N]> = (0..blocks.len()).map(row).collect();
    let (mut behind, mut ahead) = (NEAR, NEAR);
    for it in 0..rows.len() {
        let back = rows.len() - 1 - it;
        (rows[it][6], rows[back][7]) = (behind, ahead);
        behind = if shapes[it].is_signed() { 0 } else { NEAR.min(behind + 1) };
        ahead = if shapes[back].is_signed() { 0 } else { NEAR.min(ahead + 1) };
    }
    rows
}
