//! Sections: the labelled body, cut at its crossheads.

use crate::read::blocks::{Block, Role};

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

/// Cuts the body, and tells each body block its section.
///
/// A crosshead with nothing under it belongs to the section that follows: only the last of several crossheads in a
/// row heads a section, and one at the very end heads none.
pub fn cut(blocks: &mut [Block]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut heading = None;
    let mut open = false;
    for (idx, block) in blocks.iter_mut().enumerate() {
        let idx = idx as u32;
        match block.role {
            Role::Crosshead => {
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
