//! What lists have: bodies, people and places that look like something else, or that are missed.

use super::EntityKind;
use super::tagger::Candidate;
use super::words::{Words, is_capitalized};

/// Words of a listed name that are looked for where nothing was found, at most.
const MOST_WORDS: usize = 3;

/// How sure a listed name is.
const SURE: f32 = 0.9;

/// The kind of a listed name.
pub(super) fn kind(words: Words, first: usize, last: usize) -> Option<EntityKind> {
    let lexicon = words.document.lexicon;
    let spelled = words.spelled(first, last);
    let lists = [
        (&lexicon.known_bodies, EntityKind::Organization),
        (&lexicon.known_people, EntityKind::Person),
        (&lexicon.known_places, EntityKind::Place),
    ];
    lists.into_iter().find(|it| it.0.contains(spelled)).map(|it| it.1)
}

/// Adds those that stand where no name was found. The names stay in order and disjoint.
pub(super) fn add(words: Words, names: &mut Vec<Candidate>) {
    let (mut told, mut next) = (Vec::new(), 0);
    let n_tokens = words.document.tokens.len();
    let mut first = 0;
    while first < n_tokens {
        while names.get(next).is_some_and(|it| it.last < first) {
            next += 1;
        }
        let end = names.get(next).map_or(n_tokens, |it| it.first);
        if end <= first {
            first = names[next].last + 1;
            continue;
        }
        let is_capital = |it: &str| it.starts_with(char::is_uppercase);
        let is_free = is_capital(words.at(first)) && !is_capitalized(words.beside(first, -1));
        let listed = (1..=MOST_WORDS).rev().map(|n| first + n - 1).find_map(|last| {
            let is_whole = is_free
                && last < end
                && words.document.tokens[last].sentence == words.document.tokens[first].sentence
                && is_capital(words.at(last))
                && !is_capitalized(words.beside(last, 1));
            is_whole.then(|| kind(words, first, last).map(|kind| (last, kind))).flatten()
        });
        if let Some((last, kind)) = listed {
            told.push(Candidate::told(first, last, kind, SURE));
            first = last;
        }
        first += 1;
    }
    Candidate::put(&mut told, names);
}
