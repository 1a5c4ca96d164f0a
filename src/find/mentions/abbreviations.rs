//! Short forms that the text explains: "World Health Organization ([WHO]) … [WHO]" are one kind, wherever they stand.

use super::EntityKind;
use super::tagger::Candidate;
use super::words::Words;
use crate::index::{Map, of_word};

/// Letters of a short form, at most.
const LONGEST: usize = 8;

/// How sure a short form is.
const SURE: f32 = 0.8;

/// Adds the short forms that were not found, and gives them the kind of what they stand for. The names stay in order and
/// disjoint.
pub(super) fn add(words: Words, names: &mut Vec<Candidate>) {
    let mut kinds = Map::new();
    for it in names.iter().filter(|it| it.last > it.first && it.kind != EntityKind::Person) {
        let short = words.beside(it.last, 2);
        if words.beside(it.last, 1) == "(" && words.beside(it.last, 3) == ")" && is_short_of(words, it, short)
        {
            kinds.put(of_word(short), it.kind);
        }
    }
    if kinds.values.is_empty() {
        return;
    }
    let mut added = Vec::new();
    let mut next = 0;
    for at in 0..words.document.tokens.len() {
        while names.get(next).is_some_and(|it| it.last < at) {
            next += 1;
        }
        if !words.has_capital(at) {
            continue;
        }
        let Some(&kind) = kinds.get(of_word(words.at(at))) else { continue };
        match names.get_mut(next).filter(|it| it.first <= at) {
            Some(it) if it.first == it.last => (it.kind, it.confidence) = (kind, SURE),
            None if matches!(kind, EntityKind::Organization | EntityKind::Place) => {
                added.push(Candidate::told(at, at, kind, SURE));
            }
            _ => {}
        }
    }
    Candidate::put(&mut added, names);
}

/// True when `short` has the first letters of the name, small words left out; of short forms within it all letters
/// ("UK Independence Party" is UKIP).
fn is_short_of(words: Words, name: &Candidate, short: &str) -> bool {
    let parts =
        || (name.first..=name.last).map(|at| words.at(at)).filter(|it| it.starts_with(char::is_uppercase));
    let is_short = |it: &str| it.len() < 4 && it.chars().all(char::is_uppercase);
    let letters = parts().flat_map(|it| it.chars().take(if is_short(it) { 3 } else { 1 }));
    (2..=LONGEST).contains(&short.len())
        && (letters.eq(short.chars()) || parts().filter_map(|it| it.chars().next()).eq(short.chars()))
}
