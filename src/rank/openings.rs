//! Openings: whom a line of the summary means that opens with a pronoun.
//!
//! "He resigned on Monday." stands in the article behind the name. In a summary it may not, and the line is never
//! rewritten: beside it stands, as ours, the name that the pronoun is taken to mean. A guess, as sure as the entity's mention.
//! The same for "In May, he resigned." and "“We lost,” he said.", where the line has no person before.

use crate::find::mentions::EntityKind;
use crate::link::Links;
use crate::link::entities::MentionIndex;
use crate::read::Document;
use crate::text::Span;

/// The first person of a line, where it is a pronoun, and whom it is taken to mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The pronoun.
    pub span: Span,
    /// Index of the entity.
    pub entity: u32,
}

/// For each line the pronoun at its head, or behind a comma or a quotation, that nothing in the summary explains; none for a line that stands by
/// itself, and for one that follows the sentence which it followed in the article.
pub fn refer(document: &Document, links: &Links, lines: &[u32]) -> Vec<Option<Opening>> {
    let mentions = MentionIndex::new(&links.entities);
    let opening = |at: usize| {
        let line = lines[at];
        let sentence = document.sentences[line as usize];
        let within = mentions.within(sentence.span);
        let person = |it: &&(Span, u32, u32)| links.entities[it.1 as usize].kind == EntityKind::Person;
        let place = within.iter().find(person)?;
        let &(span, entity, _) = place;
        let before = document.text[sentence.span.start as usize..span.start as usize].trim_end();
        let opens = before.is_empty() || before.ends_with([',', '”', '"', '»', '’']);
        let follows = at > 0 && lines[at - 1] + 1 == line;
        let says_itself = within.iter().any(|it| it.1 == entity && is_named(links, it));
        // "The president" says whom it means, and who he is in that year nobody can tell from here.
        let pronoun = !span.of(document.text).contains(' ');
        (pronoun && opens && !follows && !says_itself).then_some(Opening { span, entity })
    };
    (0..lines.len()).map(opening).collect()
}

fn is_named(links: &Links, place: &(Span, u32, u32)) -> bool {
    links.entities[place.1 as usize].mentions[place.2 as usize].named
}
