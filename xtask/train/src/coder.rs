//! The writing half of `nutgraf::model::coding`.

use nutgraf::model::coding::{CHANCE_BITS, Chance, Coder};

/// Writes answers under chances.
pub struct Writer {
    bytes: Vec<u8>,
    low: u64,
    range: u32,
    /// The last byte that a carry could still change, and how many of 255 stand behind it.
    held: u8,
    n_held: usize,
}

impl Default for Writer {
    fn default() -> Writer {
        Writer { bytes: Vec::new(), low: 0, range: u32::MAX, held: 0, n_held: 1 }
    }
}

impl Writer {
    /// All bytes.
    pub fn end(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.bytes
    }

    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > 0xffff_ffff {
            let carry = (self.low >> 32) as u8;
            let mut byte = self.held;
            for _ in 0..self.n_held {
                self.bytes.push(byte.wrapping_add(carry));
                byte = 0xff;
            }
            self.n_held = 0;
            self.held = (self.low >> 24) as u8;
        }
        self.n_held += 1;
        self.low = (self.low & 0x00ff_ffff) << 8;
    }
}

impl Coder for Writer {
    fn bit(&mut self, chance: &mut Chance, yes: bool) -> bool {
        let bound = (self.range >> CHANCE_BITS) * chance.no();
        if yes {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(yes);
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        yes
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use nutgraf::model::coding::Reader;
    use nutgraf::model::names::{ClassChances, RowChances, classes, row};

    /// Numbers below `n`, the same in every run.
    fn numbers(mut state: u64) -> impl FnMut(u64) -> u64 {
        move |n| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let mut next = numbers(1);
        let rows: Vec<Vec<(u8, i8)>> = (0..5000)
            .map(|_| {
                let few = 1 + next(17);
                let labels = (0..17).filter(|_| next(17) < few).collect::<Vec<u8>>();
                labels
                    .into_iter()
                    .map(|it| (it, [-127, -9, -1, 1, 2, 3, 40, 127][next(8) as usize]))
                    .collect()
            })
            .collect();
        let sets: Vec<u32> = (0..5000).map(|_| 1 << next(12) | 1 << next(12)).collect();
        let mut writer = Writer::default();
        let (mut of_rows, mut of_sets) = (RowChances::default(), ClassChances::default());
        for (entries, set) in rows.iter().zip(&sets) {
            row(&mut writer, &mut of_rows, entries, &mut Vec::new());
            classes(&mut writer, &mut of_sets, *set);
        }
        let bytes = writer.end();
        let mut reader = Reader::new(&bytes);
        let (mut of_rows, mut of_sets) = (RowChances::default(), ClassChances::default());
        for (entries, set) in rows.iter().zip(&sets) {
            let mut read = Vec::new();
            row(&mut reader, &mut of_rows, &[], &mut read);
            assert_eq!(&read, entries);
            assert_eq!(classes(&mut reader, &mut of_sets, 0), *set);
        }
    }
}
