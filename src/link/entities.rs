//! Entities: mentions that name the same thing become one.
//!
//! In: mentions with a kind each. Out: entities in the order of their first mention, each with its fullest
//! name, one kind, and all its mentions, the guessed ones (`named: false`: pronouns, "the president") among
//! them. "Volodymyr Zelensky" and "Zelensky" are one person, "E.U." and "European Union" one organization.
//!
//! Nothing here knows the world outside the article, but for a few short forms of countries and bodies
//! that everybody uses (`names::Name`): two people of one name are one entity.

mod guesses;
mod join;
mod names;

pub(super) use guesses::{Gender, gender_of, genders};

use crate::find::Findings;
use crate::find::mentions::EntityKind;
use crate::index::{self, Map};
use crate::order;
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
pub fn join(document: &Document, findings: &Findings) -> Vec<Entity> {
    let mut entities = join::by_name(document, &findings.mentions);
    guesses::add(document, findings, &mut entities);
    entities
}

/// The person that words name where no mention was found: "MARTINEZ:" before a turn in a transcript.
pub struct NameIndex {
    /// Nobody's, if two have it.
    by_words: Map<Option<u32>>,
}

impl NameIndex {
    /// Of the people, by their full and their last names; a last name that two have is nobody's.
    pub fn new(entities: &[Entity]) -> NameIndex {
        let mut by_words: Map<Option<u32>> = Map::new();
        for (idx, entity) in entities.iter().enumerate().filter(|it| it.1.kind == EntityKind::Person) {
            let name = names::Name::of(&entity.name);
            let (words, last) = (name.person(), entity.name.split_whitespace().last().unwrap_or(""));
            for it in [words.to_vec(), names::Name::of(last).words] {
                let person = Some(idx as u32);
                if let Some(known) = by_words.put(index::key(it), person)
                    && *known != person
                {
                    *known = None;
                }
            }
        }
        NameIndex { by_words }
    }

    /// Who is called so.
    pub fn find(&self, spelled: &str) -> Option<u32> {
        self.by_words.get(index::key(names::Name::of(spelled).words)).copied().flatten()
    }
}

/// Which entity is meant where.
pub struct MentionIndex {
    /// Span, entity, mention of that entity; in order, disjoint.
    places: Vec<(Span, u32, u32)>,
}

impl MentionIndex {
    /// The index of all mentions, named and guessed.
    pub fn new(entities: &[Entity]) -> MentionIndex {
        let mut places: Vec<(Span, u32, u32)> = Vec::new();
        for (entity, it) in entities.iter().enumerate() {
            places
                .extend(it.mentions.iter().enumerate().map(|(idx, it)| (it.span, entity as u32, idx as u32)));
        }
        order::sort(&mut places);
        MentionIndex { places }
    }

    /// The mentions that share a byte with `span`, in order: span, index of the entity, index of the
    /// mention in it.
    pub fn within(&self, span: Span) -> &[(Span, u32, u32)] {
        let start = self.places.partition_point(|it| it.0.end <= span.start);
        let end = self.places.partition_point(|it| it.0.start < span.end);
        &self.places[start..end.max(start)]
    }

    /// The entity that `span` is about: "President Trump" is about Trump. Of several, the first person,
    /// else the first.
    pub fn resolve(&self, span: Span, entities: &[Entity]) -> Option<u32> {
        let within = self.within(span);
        let person = within.iter().find(|it| entities[it.1 as usize].kind == EntityKind::Person);
        person.or(within.first()).map(|it| it.1)
    }
}
