//! Which line of a copied page may be its headline, and how much the article below speaks of it: around it stand menus
//! and links to other stories that look like headlines, too.

use super::features::{best_run, log};
use super::roles::BAR;
use super::shape::Shape;
use crate::lexicon::hash_folded;
use crate::read::blocks::Block;

/// Number of features.
pub const N: usize = 8;

/// Buckets for the words of the article.
const BUCKETS: usize = 1 << 16;

/// So many words of a block are looked at, and so many paragraphs.
const FEW_WORDS: usize = 60;
const FEW_BLOCKS: usize = 200;

/// So many lines on and back a byline or day is looked for.
const NEAR: usize = 8;

/// The lines that may be the headline, given the scores that tell the article: few words, and no further down than
/// right below the first paragraph.
pub fn candidates<'s>(shapes: &'s [Shape], scores: &[i32]) -> impl Iterator<Item = usize> + Clone + 's {
    let n = shapes.len();
    let first = (0..n).find(|&it| scores[it] > BAR && shapes[it].is_prose()).unwrap_or(n);
    // A notice about cookies may read like a first paragraph.
    let limit = (first.max(best_run(scores).0) + 3).min(n);
    (0..limit).filter(|&it| {
        let shape = &shapes[it];
        (2..=40).contains(&shape.n_words) && shape.n_chars <= 250 && shape.ends != 7
    })
}

/// The features of every block, given the scores that tell the article.
pub fn features(text: &str, blocks: &[Block], shapes: &[Shape], scores: &[i32]) -> Vec<[u8; N]> {
    let words = |it: usize| {
        let piece = blocks[it].span.of(text).split(|it: char| !it.is_alphanumeric());
        piece.filter(|it| it.len() >= 4).take(FEW_WORDS).map(|it| hash_folded(it) as usize % BUCKETS)
    };
    let mut counts = vec![0u8; BUCKETS];
    let mut is_lead = vec![false; BUCKETS];
    let article = (0..blocks.len()).filter(|&it| scores[it] > 0 && shapes[it].is_prose());
    for (n_before, it) in article.take(FEW_BLOCKS).enumerate() {
        for word in words(it) {
            counts[word] = counts[word].saturating_add(1);
            is_lead[word] |= n_before < 2;
        }
    }
    let is_signed =
        |it: &Shape| it.n_words <= 20 && (it.signs.start || it.has_clock || it.has_year && it.has_month);
    let near = |at: Option<usize>| at.map_or(0, |it| (NEAR - it) as u8);
    let mut best = 0;
    let row = |it: usize| {
        if shapes[it].n_words > 40 {
            return [0; N];
        }
        let (mut n, mut n_found, mut n_lead, mut sum) = (0u8, 0u8, 0u8, 0u32);
        for word in words(it) {
            n += 1;
            n_found += u8::from(counts[word] > 0);
            n_lead += u8::from(is_lead[word]);
            sum += u32::from(counts[word].min(8));
        }
        let sum = log(sum);
        best = best.max(sum);
        [
            (n_found * 4).checked_div(n).map_or(0, |it| it + 1),
            n_found,
            n - n_found,
            n_lead,
            sum,
            best - sum,
            near(shapes[it + 1..].iter().take(NEAR).position(is_signed)),
            near(shapes[..it].iter().rev().take(NEAR).position(is_signed)),
        ]
    };
    (0..blocks.len()).map(row).collect()
}
