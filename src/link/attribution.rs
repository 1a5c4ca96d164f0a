//! Attribution: a quote, its cue and its speaker.

use super::entities::Entity;
use crate::find::Findings;
use crate::read::Document;
use crate::text::Span;

/// Who a quote is handed to, by which words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// The words that hand it over: "said", "according to".
    pub cue: Option<Span>,
    /// None where it is not clear.
    pub speaker: Option<Speaker>,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The rule that decided.
    pub rule: &'static str,
}

/// Who is quoted.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The entity's name, or the words that describe the speaker.
    pub name: String,
    /// Index of the entity.
    pub entity: Option<u32>,
    /// The words of the text that name the speaker here.
    pub span: Span,
}

/// Attributes every quote; the answer has one entry a quote, in order.
pub fn attribute(_document: &Document, findings: &Findings, _entities: &[Entity]) -> Vec<Attribution> {
    findings.quotes.iter().map(|_| Attribution::default()).collect()
}
