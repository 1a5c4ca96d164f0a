//! What elsewhere in the text was seen of a word with a capital, as bits.

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
pub const N: u32 = 14;

/// Bits by word: open addressing.
pub struct Seen {
    slots: Vec<(u32, u16)>,
}

impl Seen {
    pub fn new(n: usize) -> Seen {
        Seen { slots: vec![(0, 0); (n * 2 + 1).next_power_of_two()] }
    }

    fn slot(&self, word: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (word ^ word >> 16) as usize & mask;
        while self.slots[slot].0 != word && self.slots[slot].1 != 0 {
            slot = (slot + 1) & mask;
        }
        slot
    }

    pub fn add(&mut self, word: u32, bits: u16) {
        let slot = self.slot(word);
        // The last bit is never asked for; it marks the slot as taken.
        self.slots[slot] = (word, self.slots[slot].1 | bits | 1 << 15);
    }

    pub fn add_known(&mut self, word: u32, bits: u16) {
        let slot = self.slot(word);
        if self.slots[slot].1 != 0 {
            self.slots[slot].1 |= bits;
        }
    }

    pub fn of(&self, word: u32) -> u16 {
        self.slots[self.slot(word)].1 & ((1 << N) - 1)
    }
}
