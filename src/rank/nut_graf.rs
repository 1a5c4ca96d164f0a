//! Nut graf: the paragraph that says why the story matters, or none.

use super::salience::Salience;
use crate::find::Findings;
use crate::read::Document;

/// Index of the nut graf's block.
pub fn locate(_document: &Document, _findings: &Findings, _salience: &[Salience]) -> Option<u32> {
    None
}
