//! What lists tell of names in other languages than English: small words at the head of a sentence ("[Elle] concerne") and days are
//! none, peoples ("les [Français]") are no places, papers and firms are bodies.

use super::tagger::Candidate;
use super::words::{Words, is_capitalized};
use super::{EntityKind, known};

/// Drops what is no name, and settles the kinds of the others. The names stay in order and disjoint.
pub(super) fn settle(words: Words, names: &mut Vec<Candidate>) {
    let lexicon = words.document.lexicon;
    names.retain_mut(|it| {
        let spelled = words.spelled(it.first, it.last);
        if lexicon.nationalities.contains(spelled) {
            it.kind = EntityKind::Other;
        }
        let is_small = it.first == it.last && is_capitalized(spelled) && lexicon.stop.contains(spelled);
        !is_small && !lexicon.no_names.contains(spelled)
    });
    known::add(words, names);
}
