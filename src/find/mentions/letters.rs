//! Who writes a mail: `"[Doe, Jane]" <jane@…>`, who signs ("Regards, / [Jane]"), and initials alone of a person whom the
//! text names ("Jane Doe … Will do. / [JD]").

use super::EntityKind;
use super::tagger::Candidate;
use super::words::{Words, is_capitalized};
use crate::index::{Map, of_folded};
use crate::lexicon::Few;

/// Words before the comma that stands before who signs.
const CLOSINGS: Few =
    Few::new("best cheers cordially greetings love regards sincerely thanks thanx truly wishes yours");

/// How sure such a name is.
const SURE: f32 = 0.8;

/// Adds them. The names stay in order and disjoint.
pub(super) fn add(words: Words, names: &mut Vec<Candidate>) {
    let mut initials = Map::new();
    for it in names.iter().filter(|it| it.kind == EntityKind::Person && it.last > it.first) {
        let heads = (it.first..=it.last).filter_map(|at| words.at(at).chars().next());
        initials.put(of_folded(&heads.filter(|it| it.is_alphabetic()).collect::<String>()), ());
    }
    let mut told = Vec::new();
    let mut start = 0;
    for at in 0..words.document.tokens.len() {
        if words.head(at) == b'<'
            && words.at(at) == "<"
            && words.beside(at, -1) == "\""
            && words.glued(at).contains('@')
            && let Some(opening) = (2..8isize).find(|by| words.beside(at, -*by) == "\"")
        {
            told.push(Candidate::told(at + 1 - opening as usize, at - 2, EntityKind::Person, SURE));
        }
        if words.goes_on(at) {
            continue;
        }
        // The last token of its sentence.
        let first = std::mem::replace(&mut start, at + 1);
        let is_known = first == at
            && initials.has(of_folded(words.at(at)))
            && !words.document.lexicon.stop.contains(words.at(at));
        let is_signed = (2..=at).contains(&first)
            && at < first + 3
            && words.at(first - 1) == ","
            && CLOSINGS.has_folded(words.at(first - 2))
            && (first..=at).all(|it| is_capitalized(words.at(it)));
        if is_known || is_signed {
            told.push(Candidate::told(first, at, EntityKind::Person, SURE));
        }
    }
    Candidate::put(&mut told, names);
}
