//! Furniture: every block gets its role, and the body is cut into sections.

use super::blocks::{Block, Role};
use super::hints::Hints;
use crate::lexicon::Lexicon;
use crate::options::Furniture;

/// A stretch of the body under one crosshead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Block of the crosshead; none for what stands before the first one.
    pub heading: Option<u32>,
    /// First block of the section, the heading left out.
    pub first: u32,
    /// Last block of the section.
    pub last: u32,
}

/// Labels the blocks and cuts the body at its crossheads.
pub fn label(
    _text: &str,
    mut blocks: Vec<Block>,
    _hints: Option<&Hints>,
    furniture: Furniture,
    _lexicon: &Lexicon,
) -> (Vec<Block>, Vec<Section>) {
    if furniture == Furniture::Detect
        && let Some(first) = blocks.first_mut()
    {
        first.role = Role::Headline;
    }
    let sections = sections(&mut blocks);
    (blocks, sections)
}

/// Cuts the labelled body at its crossheads, and tells each body block its section.
fn sections(blocks: &mut [Block]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut heading = None;
    let mut open = false;
    for (idx, block) in blocks.iter_mut().enumerate() {
        let idx = idx as u32;
        match block.role {
            Role::Crosshead => {
                // A crosshead with nothing under it, before another: an empty section of its own heading.
                heading = Some(idx);
                open = false;
                block.section = Some(sections.len() as u32);
            }
            role if role.is_body() || matches!(role, Role::Table | Role::Code | Role::Caption) => {
                if open {
                    if let Some(section) = sections.last_mut() {
                        section.last = idx;
                    }
                } else {
                    sections.push(Section { heading: heading.take(), first: idx, last: idx });
                    open = true;
                }
                block.section = Some(sections.len() as u32 - 1);
            }
            _ => {}
        }
    }
    let n_sections = sections.len() as u32;
    for block in blocks {
        if block.section.is_some_and(|it| it >= n_sections) {
            block.section = None;
        }
    }
    sections
}
