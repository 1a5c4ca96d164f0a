//! Entities: mentions that name the same thing become one.

use crate::find::Findings;
use crate::find::mentions::EntityKind;
use crate::read::Document;
use crate::text::Span;

/// A person, organization, place or other thing that the article names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its fullest name in the article.
    pub name: String,
    /// Settled once for the article.
    pub kind: EntityKind,
    /// How sure the kind is, 0 to 1.
    pub confidence: f32,
    /// Where it is mentioned, in order.
    pub mentions: Vec<EntityMention>,
    /// The rule that joined them.
    pub rule: &'static str,
}

/// One place where an entity is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EntityMention {
    /// Where.
    pub span: Span,
    /// False for pronouns and descriptions: those are guesses.
    pub named: bool,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// Joins mentions into entities, in the order of their first mention.
pub fn join(_document: &Document, _findings: &Findings) -> Vec<Entity> {
    Vec::new()
}
