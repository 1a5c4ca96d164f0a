//! Keyphrases: what the article is about, in its own words.

use crate::find::Findings;
use crate::link::Links;
use crate::read::Document;
use crate::text::Span;

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

/// The keyphrases, best first.
pub fn rank(_document: &Document, _findings: &Findings, _links: &Links) -> Vec<Keyphrase> {
    Vec::new()
}
