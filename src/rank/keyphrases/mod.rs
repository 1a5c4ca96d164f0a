//! Keyphrases: what the article is about, in its own words.
//!
//! Candidates (runs of words that carry a topic) are ranked by where they stand first, how often, how widely
//! and how much rarer their words are at large. A phrase inside a better one that stands nowhere by itself is
//! left out; so is one that shares its words with a better one.

pub mod candidates;

use super::features::Measured;
use crate::find::Findings;
use crate::link::Links;
use crate::model::background::Part;
use crate::read::Document;
use crate::text::Span;
use candidates::{Candidate, Candidates, MAX_WORDS};

/// A phrase that tells what the article is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyphrase {
    /// As the article writes it first.
    pub text: String,
    /// 0 to 1.
    pub salience: f32,
    /// Where it stands, in order.
    pub mentions: Vec<Span>,
}

/// So many phrases are listed: a page shows ten, a reader of lists wants some more.
const MAX_PHRASES: usize = 20;

/// The keyphrases, best first.
pub fn rank(
    document: &Document,
    measured: &Measured,
    _findings: &Findings,
    _links: &Links,
) -> Vec<Keyphrase> {
    let candidates = candidates::collect(document, measured);
    let scores: Vec<f32> = candidates.all.iter().map(|it| judge(document, measured, it)).collect();
    let mut order: Vec<u32> =
        (0..candidates.all.len() as u32).filter(|&it| scores[it as usize] > 0.0).collect();
    order.sort_by(|&a, &b| scores[b as usize].total_cmp(&scores[a as usize]).then(a.cmp(&b)));
    let mut picked: Vec<u32> = Vec::new();
    for idx in order {
        if picked.len() == MAX_PHRASES {
            break;
        }
        let it = &candidates.all[idx as usize];
        if !picked.iter().any(|&other| same_again(it, &candidates.all[other as usize])) {
            picked.push(idx);
        }
    }
    let best = picked.first().map_or(1.0, |&it| scores[it as usize]);
    picked.iter().map(|&it| keyphrase(document, &candidates, it, scores[it as usize] / best)).collect()
}

fn keyphrase(document: &Document, candidates: &Candidates, idx: u32, salience: f32) -> Keyphrase {
    let mentions: Vec<Span> = candidates.mentions.iter().filter(|it| it.0 == idx).map(|it| it.1).collect();
    let text = mentions.first().map_or("", |it| it.of(document.text));
    Keyphrase { text: text.split_whitespace().collect::<Vec<_>>().join(" "), salience, mentions }
}

/// True when `phrase` adds nothing beside the better `other`: it lies inside it and hardly stands without it,
/// or it is the same with a word more.
fn same_again(phrase: &Candidate, other: &Candidate) -> bool {
    let inside = |short: &Candidate, long: &Candidate| {
        let (short, long) = (&short.words[..short.n_words as usize], &long.words[..long.n_words as usize]);
        long.windows(short.len().max(1)).any(|it| it == short)
    };
    if phrase.n_words <= other.n_words {
        inside(phrase, other) && phrase.count <= other.count + other.count / 2
    } else {
        inside(other, phrase) && phrase.count * 2 <= other.count
    }
}

/// How much of a keyphrase a candidate is; zero or less is none.
fn judge(document: &Document, measured: &Measured, it: &Candidate) -> f32 {
    let n_tokens = document.tokens.len().max(1) as f32;
    let words = &it.words[..it.n_words as usize];
    let weight = |term: u32| measured.terms.weights[term as usize];
    let mean = words.iter().map(|&it| weight(it)).sum::<f32>() / words.len() as f32;
    let part = |token: u32| measured.terms.known[token as usize].map(|it| it.part);
    if part(it.first.1) == Some(Part::Adjective) && it.n_capitalized == 0 {
        return 0.0;
    }
    let count = it.count as f32;
    let early = 1.0 - it.first.0 as f32 / n_tokens;
    let alone = (it.n_alone as f32 + 0.5) / (count + 0.5);
    let length = [0.6, 1.0, 0.95, 0.8][(it.n_words as usize - 1).min(MAX_WORDS - 1)];
    let mass: f32 =
        words.iter().map(|&it| weight(it) * (measured.terms.counts[it as usize] as f32).sqrt()).sum();
    let headline = if it.in_headline { 1.3 } else { 1.0 };
    (0.2 + mean) * count.sqrt() * (0.3 + early) * (0.3 + alone) * length * headline * (1.0 + 0.3 * mass)
}
