//! What elsewhere in the text was seen of a word with a capital, as bits.

use crate::index::Map;

pub const LOWER: u16 = 1;
pub const INSIDE_PLAIN: u16 = 1 << 1;
pub const AFTER_TITLE: u16 = 1 << 2;
pub const AFTER_FIRST_NAME: u16 = 1 << 3;
pub const AFTER_IN: u16 = 1 << 4;
pub const BEFORE_SAID: u16 = 1 << 5;
pub const WITH_ORGANIZATION_WORD: u16 = 1 << 6;
pub const IN_LONGER: u16 = 1 << 7;
pub const ALONE: u16 = 1 << 8;
pub const BEFORE_PLACE: u16 = 1 << 9;
pub const AFTER_THE: u16 = 1 << 10;
pub const IN_LISTED_PLACE: u16 = 1 << 11;
pub const IN_LISTED_ORGANIZATION: u16 = 1 << 12;
pub const STANDS_FOR_LONGER: u16 = 1 << 13;
/// There is such a place at all: of other words nothing is told.
pub const WITH_CAPITAL: u16 = 1 << 14;

/// Bits by word.
pub type Seen = Map<u16>;

impl Seen {
    pub fn add(&mut self, word: u32, bits: u16) {
        if let Some(seen) = self.put(word.into(), bits) {
            *seen |= bits;
        }
    }

    /// The same for a word that is here, and for no other.
    pub fn add_known(&mut self, word: u32, bits: u16) {
        if let Some(seen) = self.get_mut(word.into()) {
            *seen |= bits;
        }
    }

    pub fn of(&self, word: u32) -> u16 {
        self.get(word.into()).copied().unwrap_or(0)
    }
}
