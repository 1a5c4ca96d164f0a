//! Nut graf: the paragraph that says why the story matters, or none.
//!
//! In a news feature it stands some paragraphs down: after the scene or the news itself, before the detail.
//! It speaks of the topic as a whole (its words are taken up all through the article), sets it in time or
//! among other events ("comes as", "the latest", "in recent years"), and is the article's own voice, no
//! quotation. Where no paragraph does enough of this, there is none: a wrong one is worse.

use super::features::{Feature, Measured};
use crate::find::Findings;
use crate::read::Document;
use std::sync::OnceLock;

/// An article of fewer paragraphs has no room for one.
const MIN_PARAGRAPHS: usize = 6;

/// It stands among the first nine, and in the first half.
const MAX_DEPTH: usize = 9;

/// What each paragraph before it takes off: of two that say why, the earlier is it.
const DEPTH: f32 = 0.03;

/// What a paragraph must reach: a cue of the kind alone, or the topic's words alone, does not.
const ENOUGH: f32 = 1.0;

/// Index of the nut graf's block.
pub fn locate(document: &Document, _findings: &Findings, measured: &Measured) -> Option<u32> {
    let mut paragraphs: Vec<(u32, Vec<usize>)> = Vec::new();
    for (idx, &sentence) in measured.body.iter().enumerate() {
        let block = document.sentences[sentence as usize].block;
        match paragraphs.last_mut() {
            Some(last) if last.0 == block => last.1.push(idx),
            _ => paragraphs.push((block, vec![idx])),
        }
    }
    if paragraphs.len() < MIN_PARAGRAPHS {
        return None;
    }
    let window = paragraphs.len().div_ceil(2).min(MAX_DEPTH);
    let mut best: Option<(f32, u32)> = None;
    for (at, (block, sentences)) in paragraphs.iter().enumerate().take(window).skip(1) {
        let score = judge(document, measured, *block, sentences) - DEPTH * at as f32;
        if score >= ENOUGH && best.is_none_or(|it| score > it.0) {
            best = Some((score, *block));
        }
    }
    best.map(|it| it.1)
}

fn judge(document: &Document, measured: &Measured, block: u32, sentences: &[usize]) -> f32 {
    let n = sentences.len() as f32;
    let mean = |feature: Feature| {
        sentences.iter().map(|&it| f32::from(measured.rows[it][feature as usize])).sum::<f32>() / n
    };
    let quoted = mean(Feature::Quoted) / 255.0;
    // A line of three words ("It was over.") is a breath, no nut graf.
    let words: u32 = sentences.iter().map(|&it| measured.lengths[it]).sum();
    if quoted > 0.3 || words < 15 {
        return 0.0;
    }
    let topic = mean(Feature::PageRankRank) / 255.0 * 0.5 + mean(Feature::TakenUp) / 255.0 * 0.3;
    let headline = mean(Feature::Headline) / 255.0 * 0.3;
    let cues = n_cues(document.blocks[block as usize].span.of(document.text), document.lexicon.tag);
    topic + headline + 0.35 * (cues.min(2) as f32) - 0.5 * quoted
}

/// How many of the turns of phrase a paragraph has.
fn n_cues(paragraph: &str, language: &str) -> usize {
    static CUES: OnceLock<Vec<&'static str>> = OnceLock::new();
    if language != "en" {
        return 0;
    }
    let list = include_str!("../lexicon/en/nut_graf.txt");
    let cues =
        CUES.get_or_init(|| list.lines().filter(|it| !it.starts_with('#') && !it.is_empty()).collect());
    let lower = paragraph.to_lowercase();
    let whole = |at: usize, cue: &str| {
        let bytes = lower.as_bytes();
        (at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
            && bytes.get(at + cue.len()).is_none_or(|it| !it.is_ascii_alphanumeric())
    };
    cues.iter().filter(|cue| lower.match_indices(**cue).any(|(at, _)| whole(at, cue))).count()
}
