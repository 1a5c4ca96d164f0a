//! What lists have: bodies, people and places that look like something else, or that are missed.

use super::EntityKind;
use super::tagger::Candidate;
use super::words::{Words, is_capitalized};
use crate::lexicon::hash_folded;

/// Words of a listed name that are looked for where nothing was found, at most.
const MOST_WORDS: usize = 3;

/// How sure a listed name is.
const SURE: f32 = 0.9;

/// The kind of a listed name.
pub(super) fn kind(words: Words, first: usize, last: usize) -> Option<EntityKind> {
    let lexicon = words.document.lexicon;
    let spelled = words.spelled(first, last);
    // One hash for all three lists.
    let hash = hash_folded(spelled);
    let lists = [
        (&lexicon.known_bodies, EntityKind::Organization),
        (&lexicon.known_people, EntityKind::Person),
        (&lexicon.known_places, EntityKind::Place),
    ];
    lists.into_iter().find(|it| it.0.contains_hashed(hash, spelled)).map(|it| it.1)
}

/// "GOP": letters alone are nothing else beside other words.
fn is_short(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|it| it.is_ascii_uppercase())
}

/// No part of something longer; "In" at the head of a sentence makes none.
fn is_alone(words: Words, first: usize, last: usize) -> bool {
    let (before, after) = (words.beside(first, -1), words.beside(last, 1));
    (!is_capitalized(before) || words.document.lexicon.stop.contains(before)) && !is_capitalized(after)
}

/// Adds those that were missed, or found in part. The names stay in order and disjoint.
pub(super) fn add(words: Words, names: &mut Vec<Candidate>) {
    let tokens = &words.document.tokens;
    let (mut told, mut next, mut first): (Vec<Candidate>, _, _) = (Vec::new(), 0, 0);
    while first < tokens.len() {
        while names.get(next).is_some_and(|it| it.last < first) {
            next += 1;
        }
        let is_inside = names.get(next).is_some_and(|it| it.first < first);
        if !is_inside && words.has_capital(first) {
            let listed = (first..tokens.len().min(first + MOST_WORDS)).rev().find_map(|last| {
                let is_whole = tokens[last].sentence == tokens[first].sentence
                    && words.has_capital(last)
                    && (is_short(words.at(last)) || is_alone(words, first, last))
                    && names[next..].iter().take_while(|it| it.first <= last).all(|it| it.last <= last);
                let kind = if is_whole { kind(words, first, last) } else { None };
                kind.map(|it| (last, it))
            });
            if let Some((last, kind)) = listed {
                told.push(Candidate::told(first, last, kind, SURE));
                first = last;
            }
        }
        first += 1;
    }
    Candidate::put(&mut told, names);
}
