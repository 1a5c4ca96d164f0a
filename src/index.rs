//! Maps from what is looked up to a number, small. Each type that the standard library's maps are used with costs 2 to 7 kB
//! of the download (measured: 48 kB of code in all). Here keys are hashes, and what is kept is a place in some list.
//!
//! Hashes have 64 bits: of a million different keys two are alike once in forty million texts.

/// Hashes of words or letters in a row, after Fowler, Noll and Vo (FNV-1a).
pub fn key(parts: impl IntoIterator<Item = u32>) -> u64 {
    parts.into_iter().fold(FNV_START, |hash, it| (hash ^ u64::from(it)).wrapping_mul(FNV_PRIME))
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// The key of what is written so, and of a kind.
pub fn of_bytes(spelled: &[u8], kind: u8) -> u64 {
    let mut hash = key([kind.into()]);
    for byte in spelled {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(FNV_PRIME);
    }
    hash
}

/// The key of a word as it is written.
pub fn of_word(word: &str) -> u64 {
    key(word.chars().map(u32::from))
}

/// The key of a word in lower case.
pub fn of_folded(word: &str) -> u64 {
    key(word.chars().flat_map(char::to_lowercase).map(u32::from))
}

/// A map from keys to numbers, open-addressed.
pub struct Index {
    /// Key and number, [`EMPTY`] where there is none. As many as a power of two, a quarter of them empty at least.
    slots: Vec<(u64, u32)>,
    n_used: usize,
}

/// Stands for no number.
const EMPTY: u32 = u32::MAX;

impl Index {
    /// With room for some keys; there may be more.
    pub fn new(n_expected: usize) -> Index {
        Index { slots: vec![(0, EMPTY); (n_expected + 8).next_power_of_two()], n_used: 0 }
    }

    /// The number of a key.
    pub fn find(&self, key: u64) -> Option<u32> {
        Some(self.slots[self.slot(key)].1).filter(|it| *it != EMPTY)
    }

    /// The number of a key that is here; else puts `number`, and gives that.
    pub fn find_or_insert(&mut self, key: u64, number: u32) -> u32 {
        if self.n_used * 4 >= self.slots.len() * 3 {
            let wider = vec![(0, EMPTY); self.slots.len() * 2];
            for it in std::mem::replace(&mut self.slots, wider) {
                if it.1 != EMPTY {
                    let slot = self.slot(it.0);
                    self.slots[slot] = it;
                }
            }
        }
        let slot = self.slot(key);
        if self.slots[slot].1 == EMPTY {
            self.slots[slot] = (key, number);
            self.n_used += 1;
        }
        self.slots[slot].1
    }

    /// Where a key is or would be.
    fn slot(&self, key: u64) -> usize {
        let slots = self.slots.as_slice();
        let mask = slots.len() - 1;
        // The upper half is mixed best.
        let mut slot = (key ^ key >> 32) as usize & mask;
        while slots[slot].1 != EMPTY && slots[slot].0 != key {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// A map from keys to values of any type. With `()` it is a set.
pub struct Map<T> {
    index: Index,
    /// In the order in which they were put.
    pub values: Vec<T>,
}

impl<T> Map<T> {
    /// An empty one.
    pub fn new() -> Map<T> {
        Map { index: Index::new(0), values: Vec::new() }
    }

    /// The value of a key.
    pub fn get(&self, key: u64) -> Option<&T> {
        self.values.get(self.index.find(key)? as usize)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, key: u64) -> Option<&mut T> {
        self.values.get_mut(self.index.find(key)? as usize)
    }

    /// Whether a key is here.
    pub fn has(&self, key: u64) -> bool {
        self.index.find(key).is_some()
    }

    /// Puts a value, if the key is not here; else gives what is.
    pub fn put(&mut self, key: u64, value: T) -> Option<&mut T> {
        let at = self.index.find_or_insert(key, self.values.len() as u32) as usize;
        if at == self.values.len() {
            self.values.push(value);
            return None;
        }
        self.values.get_mut(at)
    }
}

#[cfg(test)]
mod tests {
    use super::{Index, Map, of_folded, of_word};

    #[test]
    fn what_is_put_is_found_and_nothing_else() {
        let mut index = Index::new(0);
        assert_eq!(index.find(7), None);
        for it in 0..1000 {
            assert_eq!(index.find_or_insert(it << 8, it as u32), it as u32);
        }
        assert_eq!(index.find_or_insert(3 << 8, 9), 3);
        assert_eq!((index.find(999 << 8), index.find(5)), (Some(999), None));
    }

    #[test]
    fn what_was_put_first_stays() {
        let mut counts = Map::new();
        for word in "the cat and the dog and the bird".split(' ') {
            if let Some(it) = counts.put(of_word(word), 1) {
                *it += 1;
            }
        }
        assert_eq!(counts.values, [3, 1, 2, 1, 1]);
        assert_eq!((counts.get(of_word("and")), counts.has(of_word("or"))), (Some(&2), false));
    }

    #[test]
    fn words_fold() {
        assert_eq!(of_folded("Ängste"), of_word("ängste"));
        assert_ne!(of_word("Ängste"), of_word("ängste"));
    }
}
