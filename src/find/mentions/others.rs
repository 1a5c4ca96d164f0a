//! What lists tell of names in other languages than English: small words at the head of a sentence ("[Elle] concerne") and days are
//! none, peoples ("les [Français]") are no places, papers and firms are bodies.

use super::features::{class, listed_word};
use super::tagger::Candidate;
use super::words::{Words, is_capitalized};
use super::{EntityKind, known};
use crate::lexicon::{NETWORKS, among_folded};
use crate::model::names::Lists;

/// Drops what is no name, and settles the kinds of the others. The names stay in order and disjoint.
pub(super) fn settle(words: Words, names: &mut Vec<Candidate>) {
    let lexicon = words.document.lexicon;
    names.retain_mut(|it| {
        let network = it.kind == EntityKind::Person && among_folded(NETWORKS, words.at(it.first));
        it.first += usize::from(it.first < it.last && network);
        let spelled = words.spelled(it.first, it.last);
        if lexicon.nationalities.contains(spelled) {
            it.kind = EntityKind::Other;
        }
        let is_small = it.first == it.last && is_capitalized(spelled) && lexicon.stop.contains(spelled);
        !is_small && !lexicon.no_names.contains(spelled)
    });
    known::add(words, names);
}

/// German, "die [Wiener] Polizei": what is called after a town is nobody.
pub(super) fn is_of_town(words: Words, lists: &Lists, it: &Candidate) -> bool {
    let is_town = |stem: &str| lists.classes(listed_word(stem)) & class::PLACE != 0;
    let is_one = it.first == it.last && it.kind == EntityKind::Person;
    let stem = words.at(it.first).strip_suffix("er").filter(|_| is_one);
    words.beside(it.last, 1).starts_with(char::is_uppercase)
        && stem.is_some_and(|it| is_town(it) || is_town(&format!("{it}en")) || is_town(&format!("{it}n")))
}
