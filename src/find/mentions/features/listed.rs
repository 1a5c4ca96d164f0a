//! Words and phrases that stand in the name lists: by what hash, and of which classes.

use super::Info;
use super::hash::{feature, hash_word, mix};
use super::shape;
use crate::lexicon::hash_folded;
use crate::model::names::Lists;
use crate::read::tokens::Token;
use std::ops::Range;

/// Classes of the name lists, as bits; the trainer fills the lists in this order.
pub mod class {
    /// A first name.
    pub const FIRST: u32 = 1;
    /// A last name.
    pub const LAST: u32 = 1 << 1;
    /// A town, region or country of one word.
    pub const PLACE: u32 = 1 << 2;
    /// A country or well-known region of one word.
    pub const COUNTRY: u32 = 1 << 3;
    /// A word for a people or faith.
    pub const PEOPLE: u32 = 1 << 4;
    /// An organization of one word.
    pub const ORGANIZATION: u32 = 1 << 5;
    /// A word that is usually written in lower case.
    pub const COMMON: u32 = 1 << 6;
    /// A place of several words.
    pub const PLACE_PHRASE: u32 = 1 << 7;
    /// An organization of several words.
    pub const ORGANIZATION_PHRASE: u32 = 1 << 8;
    /// A word that stands before people's names: a title.
    pub const TITLE: u32 = 1 << 9;
    /// A word that ends or heads organizations' names.
    pub const ORGANIZATION_WORD: u32 = 1 << 10;
    /// A word that heads or ends names of places: "River", "Street".
    pub const PLACE_WORD: u32 = 1 << 11;
}

/// Most words of a listed phrase.
const MAX_PHRASE: usize = 6;

/// The last token of the longest listed phrase that begins where the tokens begin, and its classes.
pub(super) fn phrase_at(
    lists: &Lists,
    infos: &[Info],
    tokens: &[Token],
    text: &str,
    within: Range<usize>,
) -> Option<(usize, u32)> {
    let mut hash = 0;
    let mut n_words = 0;
    let mut best = None;
    for last in within.start..within.end.min(within.start + 2 * MAX_PHRASE) {
        if infos[last].shape >= shape::MARK {
            let glue = tokens[last].span.of(text);
            if !matches!(glue, "-" | "." | "&" | "'" | "’") {
                break;
            }
            continue;
        }
        hash = add_to_phrase(hash, infos[last].word);
        n_words += 1;
        if n_words > MAX_PHRASE {
            break;
        }
        if n_words > 1 {
            let classes =
                lists.classes(hash_listed(hash)) & (class::PLACE_PHRASE | class::ORGANIZATION_PHRASE);
            if classes != 0 {
                best = Some((last, classes));
            }
        }
    }
    best
}

/// The hash under which a word stands in a list. Letters alone decide, whatever their case.
pub fn listed_word(spelled: &str) -> u32 {
    hash_listed(hash_word(spelled, shape::LOWER))
}

/// The hash under which a phrase stands in a list.
pub fn listed_phrase<'w>(words: impl Iterator<Item = &'w str>) -> u32 {
    hash_listed(words.fold(0, |hash, word| add_to_phrase(hash, hash_word(word, shape::LOWER))))
}

fn add_to_phrase(hash: u32, word: u32) -> u32 {
    mix(hash, word)
}

impl Lists {
    /// Those classes of the longest listed word that `spelled` begins with, its ending cut off.
    pub(super) fn classes_of_stem(&self, spelled: &str, of: u32) -> u32 {
        const SHORTEST: usize = 3;
        let mut end = spelled.len();
        for _ in 0..self.endings {
            let Some((at, _)) = spelled[..end].char_indices().next_back() else { return 0 };
            end = at;
            if end < SHORTEST {
                return 0;
            }
            let classes = self.classes(hash_listed(hash_folded(&spelled[..end]))) & of;
            if classes != 0 {
                return classes;
            }
        }
        0
    }
}

pub(super) fn hash_listed(hash: u32) -> u32 {
    feature(63, hash)
}
