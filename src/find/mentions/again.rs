//! What the text names again and again, where it was missed: in headlines ("[Trump] Envoy to Meet Putin", "The Future of
//! [Apple] Innovation"), whose capitals tell little, and bodies elsewhere, too ("[Arsenal] boss").

use super::EntityKind;
use super::features::{Sheet, class, listed_word};
use super::tagger::Candidate;
use super::words::Words;
use crate::index::{Map, of_word};
use crate::model::names::Lists;
use crate::read::blocks::Role;

/// Kinds that are looked for.
const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// How often the text must tell of a name, and how many of four places must be of that kind.
const N_PLACES: u32 = 3;
const OF_FOUR: u32 = 3;

/// Words of such a name, at most.
const MOST_WORDS: usize = 3;

/// How sure it is.
const SURE: f32 = 0.8;

/// What the text tells of a name.
#[derive(Default)]
struct Told {
    n_places: [u32; KINDS.len()],
    /// Somebody is called so with a first name or a title.
    is_called: bool,
}

impl Told {
    /// Its kind, where most places agree.
    fn kind(&self) -> Option<EntityKind> {
        let kind = self.n_places.iter().position(|it| *it >= N_PLACES)?;
        let is_one = self.n_places[kind] * 4 >= self.n_places.iter().sum::<u32>() * OF_FOUR;
        (is_one && (KINDS[kind] != EntityKind::Person || self.is_called)).then_some(KINDS[kind])
    }
}

/// Adds them. The names stay in order and disjoint.
pub(super) fn add(words: Words, sheet: &Sheet, lists: &Lists, names: &mut Vec<Candidate>) {
    let document = words.document;
    let tokens = &document.tokens;
    let is_common = |word: &str| lists.classes(listed_word(word)) & class::COMMON != 0;
    let mut all: Map<Told> = Map::new();
    for it in names.iter() {
        let Some(kind) = KINDS.iter().position(|kind| *kind == it.kind) else { continue };
        let last = words.at(it.last);
        // "a Silicone Brush" is nobody.
        let is_full = it.last > it.first && it.kind == EntityKind::Person && !is_common(last);
        let is_called = is_full || document.lexicon.titles.contains(words.beside(it.first, -1));
        let whole = words.spelled(it.first, it.last);
        for spelled in [whole].into_iter().chain(is_full.then_some(last)) {
            let mut told = Told { is_called, ..Told::default() };
            told.n_places[kind] = 1;
            if let Some(told) = all.put(of_word(spelled), told) {
                told.n_places[kind] += 1;
                told.is_called |= is_called;
            }
        }
    }
    let is_headline = |at: usize| {
        let block = document.sentences[tokens[at].sentence as usize].block;
        let role = document.blocks[block as usize].role;
        matches!(role, Role::Headline | Role::Standfirst | Role::Crosshead) && sheet.is_title(at)
    };
    // "[Apple] is", but not "[Davis] Cup", "East [Timor]", "[Gross] domestic product".
    let is_alone = |first: usize, last: usize| {
        let (before, after) = (words.beside(first, -1), words.beside(last, 1));
        let is_part = |it: &str| it.starts_with(char::is_uppercase) || it == "-" || it == "/";
        !(is_part(before) || is_part(after) || before.is_empty() && is_common(words.at(first)))
    };
    let (mut told, mut next, mut at) = (Vec::new(), 0, 0);
    while at < tokens.len() {
        while names.get(next).is_some_and(|it| it.last < at) {
            next += 1;
        }
        // Up to the next name, and not right behind one: "[Andrew Lloyd] Webber".
        let free = names.get(next).map_or(tokens.len() + 1, |it| it.first);
        let is_behind = next > 0 && names[next - 1].last + 1 == at;
        if at < free && !is_behind && sheet.has_capital(at) {
            let found = (at..tokens.len().min(at + MOST_WORDS)).rev().find_map(|last| {
                let is_whole = last + 1 < free
                    && tokens[last].sentence == tokens[at].sentence
                    && sheet.has_capital(last)
                    && !words.glued(last).starts_with('-')
                    && !document.lexicon.stop.contains(words.at(last));
                let told = if is_whole { all.get(of_word(words.spelled(at, last))) } else { None };
                let kind = told.and_then(Told::kind)?;
                let is_told = is_headline(at) || kind == EntityKind::Organization && is_alone(at, last);
                is_told.then_some((last, kind))
            });
            if let Some((last, kind)) = found {
                told.push(Candidate::told(at, last, kind, SURE));
                at = last;
            }
        }
        at += 1;
    }
    Candidate::put(&mut told, names);
}
