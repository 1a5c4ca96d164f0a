//! Sentences: the blocks of the article are cut at the stops that end a sentence.
//!
//! In: the text, its blocks, the language and its word lists. Out: sentences in order, each inside one
//! block, trimmed, together covering the block but for white space. Furniture has none.
//!
//! The bytes of a block are scanned for marks that could end a sentence (`stops`); only there is
//! anything looked at closely (`rules`). What a rule looks at has a bounded length, so time grows with
//! the text and with nothing else: ten thousand dots are one stop, and an unbalanced quotation mark
//! swallows nothing.
//!
//! Not done here: ends without any mark. A headline that runs into the next line is the business of the
//! blocks.

mod hard;
mod lists;
mod quotation;
mod rules;
mod stops;

use super::blocks::{Block, Role};
use super::language::Language;
use crate::lexicon::Lexicon;
use crate::model::sentences::{Bits, Question};
use crate::text::Span;
use lists::{List, Marker};
use rules::Habits;
use stops::Stops;

/// A sentence of a block of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where; trimmed of white space.
    pub span: Span,
    /// Index of its block.
    pub block: u32,
}

/// Cuts every block but furniture into sentences.
pub fn split(text: &str, blocks: &[Block], language: &Language, lexicon: &Lexicon) -> Vec<Sentence> {
    let habits = Habits::of(&language.tag, lexicon);
    let mut sentences = Vec::new();
    for (idx, block) in blocks.iter().enumerate() {
        if block.role == Role::Furniture {
            continue;
        }
        let base = block.span.start as usize;
        cut(block.span.of(text), &habits, |start, end| {
            let span = Span::new(base + start, base + end).trim(text);
            if !span.is_empty() {
                sentences.push(Sentence { span, block: idx as u32 });
            }
        });
    }
    sentences
}

/// Calls `push` with the bounds of each sentence of one block.
fn cut(block: &str, habits: &Habits, mut push: impl FnMut(usize, usize)) {
    let mut list = List::default();
    let mut stops = Stops::of(block, habits);
    while let Some(stop) = stops.next() {
        if stop.next >= block.len() {
            continue;
        }
        match list.marker(block, stops.start, &stop) {
            Some(Marker::Opens) => continue,
            Some(Marker::Goes { on }) => {
                push(stops.start, on);
                stops.start = on;
            }
            None => {
                if rules::ends_sentence(block, stops.start, &stop, habits).0 {
                    push(stops.start, stop.end);
                    stops.start = stop.end;
                }
            }
        }
    }
    push(stops.start, block.len());
}

/// The stops of one block that are left to the model: question, where the sentence would end, features. For
/// the trainer, which knows where the sentences end.
pub fn hard_stops(block: &str, tag: &str, ends: &[usize]) -> Vec<(Question, usize, Bits)> {
    let habits = Habits::of(tag, Lexicon::of(tag));
    let mut hard = Vec::new();
    let mut stops = Stops::of(block, &habits);
    while let Some(stop) = stops.next() {
        let start =
            ends.iter().copied().take_while(|it| *it <= stop.at && *it < stop.end).last().unwrap_or(0);
        stops.start = start;
        if stop.next < block.len()
            && let Some((question, bits)) = rules::question(block, start, &stop, &habits)
        {
            hard.push((question, stop.end, bits));
        }
    }
    hard
}

#[cfg(test)]
mod tests;
