//! Nut graf: the paragraph that says why the story matters, or none.
//!
//! It stands some paragraphs down: after the scene or the news itself, before the detail. It sets the news among other
//! events ("comes as", "the latest in"), says what is new or what hangs on it ("the first time", "raises questions"), or turns
//! from a scene to what is at large ("But"); it tells what is and not what was, speaks of what the headline and the rest of the article do, in the
//! article's own voice, and brings up few new names. Each of these counts some points, learned from articles whose nut graf was marked by reading.
//! Where no paragraph has enough of them there is none: a wrong one is worse.

mod cues;

use super::features::{Feature, Measured};
use super::genre;
use crate::read::Document;
use cues::Cues;

/// An article of fewer paragraphs has no room for one.
const MIN_PARAGRAPHS: usize = 6;

/// With so many crossheads it is a handbook, or a list of the best.
const MANY_SECTIONS: usize = 10;

/// So many paragraphs of so few words are items of a list, or the times of a live blog.
const MANY_ITEMS: usize = 3;
const MAX_ITEM_WORDS: u32 = 4;

/// It is one of so many behind the lead.
const MAX_DEPTH: usize = 10;

/// What stands before the lead ("EXCLUSIVE", a caption) is shorter than this, or no sentence; there are few of it.
const MIN_LEAD_WORDS: u32 = 12;
const MAX_BEFORE_LEAD: usize = 6;

/// What a paragraph must reach. A phrase of the kind counts eight, all phrases together no more than twenty. This and the weights below were
/// fitted by hand to marked articles (`benches/nutgraf`): each stands on a plateau, a third more or less changes little.
const ENOUGH: f32 = 11.0;
const MAX_CUES: i32 = 20;

/// In other languages the phrases were not weighed by reading, and must make up for it.
const ENOUGH_ELSEWHERE: f32 = 13.0;

/// What each paragraph further down takes off, and what it loses that stands so deep that the detail has begun.
const DEPTH: f32 = 1.5;
const DETAIL: usize = 6;
const DETAIL_LOSS: f32 = 6.0;

/// What the headline's words count, all of them in one sentence.
const HEADLINE: f32 = 6.0;

/// What counts a paragraph that has more of what a summary would have than all others.
const TOPIC: f32 = 8.0;

/// What counts an opening that takes up what stands before it ("This", "But").
const TAKES_UP: f32 = 3.0;

/// What a paragraph loses that ends without a mark or has so few words.
const NO_SENTENCE: f32 = 4.0;
const MIN_WORDS: u32 = 16;

/// What it loses for each of its numbers, up to four, and were all its words names that stand nowhere before: they are detail; and
/// for each of its "I" and "you", up to three.
const NUMBER: f32 = 1.0;
const NEW_NAMES: f32 = 35.0;
const SPEAKER: f32 = 4.0;

/// With more of its words inside quotation marks it is somebody else's voice.
const MAX_QUOTED: f32 = 0.35;

/// Where "I", "we" and "you" make up more than this share of all words (in 2040ths), it is no news: 30 in a thousand.
const MAX_SPEAKER: u8 = 64;

/// Index of the nut graf's block.
pub fn locate(document: &Document, measured: &Measured) -> Option<u32> {
    let cues = Cues::of(&document.language.tag)?;
    if document.sections.len() >= MANY_SECTIONS || genre::of(document).is_some() {
        return None;
    }
    let paragraphs = paragraphs(document, measured);
    // "Ohio.", "2:45 p.m.": a heading in all but name stands over each of its items.
    let is_short = |it: &&Paragraph| it.n_words(measured) <= MAX_ITEM_WORDS;
    if paragraphs.iter().skip(MAX_BEFORE_LEAD / 2).filter(is_short).count() >= MANY_ITEMS {
        return None;
    }
    let top = || paragraphs.iter().take(MAX_BEFORE_LEAD);
    // "ABSTRACT", "FULL TEXT": what stands before such a label was written about the article.
    let label = top().rposition(|it| it.is_label(document, measured)).map_or(0, |it| it + 1);
    let is_lead = |it: &Paragraph| {
        it.n_words(measured) >= MIN_LEAD_WORDS && it.ends(measured) && !it.is_title(measured)
    };
    let lead =
        paragraphs.iter().skip(label).take(MAX_BEFORE_LEAD).position(is_lead).map_or(label, |it| label + it);
    let rest = &paragraphs[lead.min(paragraphs.len())..];
    if rest.len() < MIN_PARAGRAPHS {
        return None;
    }
    // Somebody who tells of himself, or tells the reader what to do, writes no news.
    if rest[0].most(measured, Feature::BodySpeaker) > MAX_SPEAKER {
        return None;
    }
    let section = |it: &Paragraph| document.blocks[it.block as usize].section;
    let enough = if document.language.tag.starts_with("en") { ENOUGH } else { ENOUGH_ELSEWHERE };
    let mut best: Option<(f32, u32)> = None;
    // Behind a crosshead the detail begins.
    let opening = rest.iter().take_while(|it| section(it) == section(&rest[0]));
    for (at, it) in opening.enumerate().take(MAX_DEPTH + 1).skip(1) {
        let deep = DEPTH * at as f32 + if at >= DETAIL { DETAIL_LOSS } else { 0.0 };
        let points = it.points(document, measured, cues) - deep;
        if points >= enough && best.is_none_or(|it| points > it.0) {
            best = Some((points, it.block));
        }
    }
    best.map(|it| it.1)
}

/// A paragraph of the body: its block, and its sentences as indexes into the body.
struct Paragraph {
    block: u32,
    first: usize,
    end: usize,
}

/// The paragraphs from the top, as many as are looked at.
fn paragraphs(document: &Document, measured: &Measured) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (idx, &sentence) in measured.body.iter().enumerate() {
        let block = document.sentences[sentence as usize].block;
        let n = paragraphs.len();
        match paragraphs.last_mut() {
            Some(last) if last.block == block => last.end = idx + 1,
            _ if n > MAX_BEFORE_LEAD + MAX_DEPTH => break,
            _ => paragraphs.push(Paragraph { block, first: idx, end: idx + 1 }),
        }
    }
    paragraphs
}

impl Paragraph {
    fn n_words(&self, measured: &Measured) -> u32 {
        measured.lengths[self.first..self.end].iter().sum()
    }

    /// The feature's values in its sentences.
    fn each(&self, measured: &Measured, feature: Feature) -> impl Iterator<Item = u8> {
        measured.rows[self.first..self.end].iter().map(move |it| it[feature as usize])
    }

    fn most(&self, measured: &Measured, feature: Feature) -> u8 {
        self.each(measured, feature).max().unwrap_or(0)
    }

    /// Whether it is a word or two in capitals.
    fn is_label(&self, document: &Document, measured: &Measured) -> bool {
        let text = document.blocks[self.block as usize].span.of(document.text);
        self.n_words(measured) <= 3 && !text.contains(char::is_lowercase)
    }

    /// Whether most of its words have capitals, as those of headlines do.
    fn is_title(&self, measured: &Measured) -> bool {
        self.sum(measured, Feature::Names) * 2 > self.n_words(measured)
    }

    /// Whether it ends as a sentence does.
    fn ends(&self, measured: &Measured) -> bool {
        self.each(measured, Feature::Ending).last() == Some(0)
    }

    /// The feature's mean over its words, 0 to 1.
    fn mean(&self, measured: &Measured, feature: Feature) -> f32 {
        let lengths = &measured.lengths[self.first..self.end];
        let sum: f32 =
            self.each(measured, feature).zip(lengths).map(|(it, &n)| f32::from(it) * n as f32).sum();
        sum / (255.0 * self.n_words(measured).max(1) as f32)
    }

    /// The sum of the feature's counts.
    fn sum(&self, measured: &Measured, feature: Feature) -> u32 {
        self.each(measured, feature).map(u32::from).sum()
    }

    fn points(&self, document: &Document, measured: &Measured, cues: &Cues) -> f32 {
        if self.mean(measured, Feature::Quoted) > MAX_QUOTED {
            return f32::MIN;
        }
        let sentences = measured.body[self.first..self.end].iter();
        let found = cues.points(sentences.map(|&it| document.sentences[it as usize].span.of(document.text)));
        let n_words = self.n_words(measured);
        let takes_up = measured.rows[self.first][Feature::Leans as usize] > 0;
        let new_names = self.sum(measured, Feature::NewNames) as f32 / n_words.max(1) as f32;
        found.min(MAX_CUES) as f32
            + HEADLINE * f32::from(self.most(measured, Feature::Headline)) / 255.0
            + TOPIC * self.mean(measured, Feature::HitsShareRank)
            + if takes_up { TAKES_UP } else { 0.0 }
            - if self.ends(measured) && n_words >= MIN_WORDS { 0.0 } else { NO_SENTENCE }
            - NUMBER * self.sum(measured, Feature::Numbers).min(4) as f32
            - NEW_NAMES * new_names
            - SPEAKER * self.sum(measured, Feature::Speaker).min(3) as f32
    }
}
