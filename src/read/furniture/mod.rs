//! Furniture: every block gets its role, and the body is cut into sections.
//!
//! In go the blocks of [`blocks::split`](super::blocks::split) and, for HTML, what the markup said of them; out
//! come the same blocks, each with a role and the rule that gave it. What is not the article is [`Role::Furniture`],
//! never dropped.

mod phrases;
mod sections;

pub use sections::Section;

use super::blocks::{Block, Role};
use super::hints::Hints;
use crate::lexicon::Lexicon;
use crate::options::Furniture;

/// Labels the blocks and cuts the body at its crossheads.
pub fn label(
    text: &str,
    mut blocks: Vec<Block>,
    _hints: Option<&Hints>,
    furniture: Furniture,
    _lexicon: &Lexicon,
) -> (Vec<Block>, Vec<Section>) {
    if furniture == Furniture::Detect {
        detect(text, &mut blocks);
    }
    let sections = sections::cut(&mut blocks);
    (blocks, sections)
}

/// A first, plain reading: the article lies between its headline and the first line that opens other things.
fn detect(text: &str, blocks: &mut [Block]) {
    let mut buffer = String::new();
    let signs: Vec<phrases::Signs> =
        blocks.iter().map(|it| phrases::signs(it.span.of(text), &mut buffer)).collect();
    let is_prose = |it: &Block| {
        let piece = it.span.of(text);
        let ends = piece.ends_with(['.', '!', '?', '"', '”', '。']);
        piece.len() >= if ends { 70 } else { 100 } && piece.contains(['.', '!', '?', '。'])
    };
    let Some(first) = blocks.iter().position(is_prose) else { return };
    let last_prose = blocks.iter().rposition(is_prose).unwrap_or(first);
    let stop = (first..blocks.len())
        .find(|&it| signs[it].head && 2 * it > first + last_prose)
        .unwrap_or(blocks.len());
    let last = (first..stop).rev().find(|&it| is_prose(&blocks[it])).unwrap_or(first);
    let headline = (0..first).rev().find(|&it| {
        let piece = blocks[it].span.of(text);
        piece.split_whitespace().count() >= 3 && !signs[it].line && !signs[it].start && !piece.ends_with('.')
    });
    let mut set = |it: usize, role: Role, rule: &'static str| {
        blocks[it].role = role;
        blocks[it].rule = rule;
    };
    for it in (0..first).chain(last + 1..signs.len()) {
        set(it, Role::Furniture, if signs[it].head { "furniture_head" } else { "outside" });
    }
    if let Some(headline) = headline {
        set(headline, Role::Headline, "before_prose");
        if headline > 0 && headline <= 2 {
            set(headline - 1, Role::Site, "before_headline");
        }
        let words = blocks[headline].span.of(text);
        let repeat = (first..last).find(|&it| blocks[it].span.of(text) == words);
        if let Some(repeat) = repeat {
            blocks[repeat].role = Role::Furniture;
            blocks[repeat].rule = "repeated_headline";
            for block in &mut blocks[first..repeat] {
                block.role = Role::Standfirst;
                block.rule = "between_headlines";
            }
        }
    }
    for it in first..last {
        let piece = blocks[it].span.of(text);
        let plain = blocks[it].role == Role::Paragraph && piece.chars().count() <= 80;
        if plain && !piece.ends_with(['.', '!', '?', ':', '"', '”', ',', ';']) && is_prose(&blocks[it + 1])
        {
            blocks[it] = Block {
                role: Role::Crosshead,
                level: Some(2),
                rule: "short_line_over_prose",
                ..blocks[it].clone()
            };
        }
    }
}
