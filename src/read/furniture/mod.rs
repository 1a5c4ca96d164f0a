//! Furniture: every block gets its role, and the body is cut into sections.
//!
//! In go the blocks of [`blocks::split`](super::blocks::split) and, for HTML, what the markup said of them; out
//! come the same blocks, each with a role and the rule that gave it. What is not the article is [`Role::Furniture`],
//! never dropped.

#[doc(hidden)]
#[allow(missing_docs)]
pub mod features;
#[doc(hidden)]
#[allow(missing_docs)]
pub mod headline;
mod kin;
mod nearby;
mod phrases;
mod roles;
mod sections;
#[doc(hidden)]
#[allow(missing_docs)]
pub mod shape;
pub(super) mod words;

pub use sections::Section;

pub use roles::NO_ARTICLE;

use super::blocks::{Block, Role};
use super::hints::Hints;
use super::metadata;
use crate::options::{Furniture, Options};

/// Labels the blocks and cuts the body at its crossheads.
pub fn label(
    text: &str,
    mut blocks: Vec<Block>,
    hints: Option<&Hints>,
    options: &Options,
) -> (Vec<Block>, Vec<Section>) {
    match options.furniture {
        Furniture::Detect => {
            let title = metadata::title(hints, Some(options));
            roles::assign(text, &mut blocks, hints, title.as_deref());
        }
        Furniture::None => headings(text, &mut blocks),
    }
    let sections = sections::cut(&mut blocks);
    (blocks, sections)
}

/// In clean prose everything is the article; a short line without a stop, over a paragraph with one, heads it.
fn headings(text: &str, blocks: &mut [Block]) {
    let ends = |it: &Block| it.span.of(text).ends_with(['.', '!', '?', '"', '”', '。', '…', '’', '\'', ')']);
    for it in 1..blocks.len() {
        let head = &blocks[it - 1];
        let line = head.span.of(text);
        if head.role == Role::Paragraph
            && blocks[it].role == Role::Paragraph
            && blocks[it].span.len() >= 100
            && ends(&blocks[it])
            && !ends(head)
            && !line.ends_with([',', ';', ':', '-', '–', '—'])
            && line.starts_with(|it: char| it.is_uppercase() || it.is_numeric())
            && line.chars().nth(70).is_none()
        {
            blocks[it - 1] =
                Block { role: Role::Crosshead, level: Some(2), rule: "short_line", ..blocks[it - 1].clone() };
        }
    }
}
