//! Places in a text: [`Span`] counts bytes of UTF-8, the unit of the whole core.
//!
//! Other units (UTF-16 for JS, code points for Python) exist only in the view, which converts through
//! [`Offsets`], an index made once a text.

/// A half-open range of bytes, `start..end`, on char boundaries of the text it belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`. Texts are below 4 GiB (the doors see to it), so offsets fit in 32 bits.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span { start: start as u32, end: end as u32 }
    }

    /// The piece of `text` that the span names; empty when the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// As a range of `usize`, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True when nothing lies in it.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// True when `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span without white space at its ends.
    pub fn trim(self, text: &str) -> Span {
        let piece = self.of(text);
        // Most pieces are trimmed already.
        if let [first, .., last] = piece.as_bytes()
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return self;
        }
        let start = self.start as usize + (piece.len() - piece.trim_start().len());
        Span::new(start, start + piece.trim().len())
    }
}

/// How the outside counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of UTF-8.
    #[default]
    Utf8,
    /// Units of UTF-16, as JavaScript counts.
    Utf16,
    /// Unicode code points, as Python counts.
    Char,
}

/// One checkpoint a this many bytes: small enough that a look-up stays short, large enough that the
/// index weighs little (a sixteenth of the text).
const STEP: usize = 64;

/// Byte offsets to offsets in another unit. Made in one pass; a look-up scans at most `STEP` bytes.
pub struct Offsets<'t> {
    text: &'t [u8],
    unit: Unit,
    /// Units before byte `STEP * i`; empty when bytes and units are the same.
    marks: Vec<u32>,
}

impl<'t> Offsets<'t> {
    /// The index of `text` for `unit`.
    pub fn new(text: &'t str, unit: Unit) -> Offsets<'t> {
        let bytes = text.as_bytes();
        let mut marks = Vec::new();
        if unit != Unit::Utf8 && !text.is_ascii() {
            marks.reserve(bytes.len() / STEP + 1);
            let mut units = 0;
            for chunk in bytes.chunks(STEP) {
                marks.push(units);
                units += count(chunk, unit);
            }
            marks.push(units);
        }
        Offsets { text: bytes, unit, marks }
    }

    /// The offset, in units, of byte `at`.
    pub fn of(&self, at: u32) -> u32 {
        if self.marks.is_empty() {
            return at;
        }
        let at = (at as usize).min(self.text.len());
        let mark = at / STEP;
        self.marks[mark] + count(&self.text[mark * STEP..at], self.unit)
    }
}

/// Where the text goes on behind white space. Almost always behind one blank; compiled for size, trimming is dear.
pub fn next_start(block: &str, end: usize) -> usize {
    match block.as_bytes().get(end..end + 2) {
        Some([b' ', next]) if next.is_ascii_graphic() => end + 1,
        Some([here, _]) if here.is_ascii_graphic() => end,
        _ => block.len() - block[end..].trim_start().len(),
    }
}

/// Units that begin in these bytes: a lead byte begins a char, and a four-byte char is two UTF-16 units.
fn count(bytes: &[u8], unit: Unit) -> u32 {
    // Above every byte there is, so that nothing counts twice.
    let four_bytes = if unit == Unit::Utf16 { 0xf0 } else { 0x100 };
    let mut n = 0;
    for word in bytes.chunks(8) {
        // Eight letters of ASCII at a time.
        if <[u8; 8]>::try_from(word).is_ok_and(|it| u64::from_ne_bytes(it) & 0x8080_8080_8080_8080 == 0) {
            n += 8;
            continue;
        }
        for &b in word {
            n += u32::from((b as i8) >= -0x40) + u32::from(u32::from(b) >= four_bytes);
        }
    }
    n
}

/// UTF-16 (or code point) offsets, in rising order, to byte offsets: the way back, for what JS says of a text.
pub struct ByteOffsets<'t> {
    text: &'t str,
    unit: Unit,
    byte: usize,
    units: u32,
}

impl<'t> ByteOffsets<'t> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'t str, unit: Unit) -> ByteOffsets<'t> {
        ByteOffsets { text, unit, byte: 0, units: 0 }
    }

    /// The byte at `units`; an offset past the end gives the end, one inside a char gives the char's start.
    /// Linear over all calls while offsets rise; an earlier offset starts again from the beginning.
    pub fn of(&mut self, units: u32) -> u32 {
        if self.unit == Unit::Utf8 {
            let mut byte = (units as usize).min(self.text.len());
            while !self.text.is_char_boundary(byte) {
                byte -= 1;
            }
            return byte as u32;
        }
        if units < self.units {
            (self.byte, self.units) = (0, 0);
        }
        for c in self.text[self.byte..].chars() {
            let width = if self.unit == Unit::Utf16 { c.len_utf16() as u32 } else { 1 };
            if self.units + width > units {
                break;
            }
            self.units += width;
            self.byte += c.len_utf8();
        }
        self.byte as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each width in UTF-8 and UTF-16, long enough to cross checkpoints.
    fn mixed() -> String {
        "aé€🌧\u{301}\r\n".repeat(40)
    }

    #[test]
    fn every_char_boundary_maps_to_its_unit_and_back() {
        let text = mixed();
        for unit in [Unit::Utf8, Unit::Utf16, Unit::Char] {
            let offsets = Offsets::new(&text, unit);
            let mut back = ByteOffsets::new(&text, unit);
            for (at, _) in text.char_indices() {
                let expected = match unit {
                    Unit::Utf8 => at,
                    Unit::Utf16 => text[..at].encode_utf16().count(),
                    Unit::Char => text[..at].chars().count(),
                };
                assert_eq!(offsets.of(at as u32), expected as u32);
                assert_eq!(back.of(expected as u32), at as u32);
            }
        }
    }

    #[test]
    fn offsets_from_outside_are_brought_inside() {
        let text = "a🌧b";
        let mut back = ByteOffsets::new(text, Unit::Utf16);
        // Inside the pair: its start. Past the end: the end. Earlier again: found again.
        assert_eq!([back.of(2), back.of(99), back.of(1)], [1, 6, 1]);
    }

    #[test]
    fn a_span_trims_to_its_words() {
        let text = " \u{a0}two words\n";
        assert_eq!(Span::new(0, text.len()).trim(text).of(text), "two words");
        assert!(Span::new(0, 3).trim(text).is_empty());
    }
}
