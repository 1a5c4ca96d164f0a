//! Numbers packed close: an adaptive binary range coder. Each yes or no is coded under a chance that learns from those
//! before it, so what is likely costs less than a bit. The arithmetic is that of LZMA (Pavlov 1998; range coding is
//! Martin's of 1979), all in integers.
//!
//! What is written and what is read goes through one description, a function over a [`Coder`]: the reader ignores the
//! values that it is given, the trainer's writer hands them back.

/// Bits of a chance.
pub const CHANCE_BITS: u32 = 12;

/// How likely a "no" is, and how much that has learned.
#[derive(Clone, Copy)]
pub struct Chance {
    no: u16,
    n_seen: u8,
}

impl Chance {
    /// Nothing is known yet.
    pub const NEW: Chance = Chance { no: 1 << (CHANCE_BITS - 1), n_seen: 0 };

    /// How likely a "no" is, of `1 << CHANCE_BITS`.
    pub fn no(self) -> u32 {
        self.no.into()
    }

    /// Learns from an answer: fast at first, later a 64th of the way.
    pub fn learn(&mut self, yes: bool) {
        let shift = (self.n_seen / 2 + 2).min(6);
        self.n_seen = self.n_seen.saturating_add(1);
        if yes {
            self.no -= self.no >> shift;
        } else {
            self.no += ((1 << CHANCE_BITS) - self.no) >> shift;
        }
        // Never sure.
        self.no = self.no.clamp(16, (1 << CHANCE_BITS) - 16);
    }
}

/// Writes, or reads.
pub trait Coder {
    /// One yes or no.
    fn bit(&mut self, chance: &mut Chance, yes: bool) -> bool;

    /// A number of so many bits, the highest first; `chances` has an entry for each number.
    fn number(&mut self, chances: &mut [Chance], n_bits: u32, value: usize) -> usize {
        let mut node = 1;
        for bit in (0..n_bits).rev() {
            node = node << 1 | usize::from(self.bit(&mut chances[node], value >> bit & 1 == 1));
        }
        node - (1 << n_bits)
    }

    /// A number of so many bits, all as likely.
    fn even(&mut self, n_bits: u32, value: usize) -> usize {
        (0..n_bits).rev().fold(0, |number, bit| {
            let yes = self.bit(&mut Chance::NEW.clone(), value >> bit & 1 == 1);
            number << 1 | usize::from(yes)
        })
    }
}

/// Reads what the trainer's writer wrote. Behind the end it reads zeros.
pub struct Reader<'b> {
    bytes: std::slice::Iter<'b, u8>,
    range: u32,
    code: u32,
}

impl<'b> Reader<'b> {
    /// Begins at the front of the bytes.
    pub fn new(bytes: &'b [u8]) -> Reader<'b> {
        let mut reader = Reader { bytes: bytes.iter(), range: u32::MAX, code: 0 };
        // The first byte only catches the writer's carry.
        for _ in 0..5 {
            reader.shift();
        }
        reader
    }

    fn shift(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.next().copied().unwrap_or(0));
    }
}

impl Coder for Reader<'_> {
    fn bit(&mut self, chance: &mut Chance, _: bool) -> bool {
        let bound = (self.range >> CHANCE_BITS) * chance.no();
        let yes = self.code >= bound;
        if yes {
            self.code -= bound;
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
