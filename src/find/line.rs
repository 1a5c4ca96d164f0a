//! A line: one block of the article cut into lexemes, as the rules of dates and quantities see it.
//!
//! Not the tokens of the reader: here `8am` is two lexemes and `1,200.5` five, because what belongs
//! together is the very question. Every word is looked up once in the [`Table`] of the language.

use super::quantities::numerals::Numeral;
use crate::lexicon::table::{Class, Sense, Table};
use crate::lexicon::{among_folded, eq_folded, hash_folded};
use std::cell::Cell;

/// What a lexeme is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Letters, then letters and digits.
    Word,
    /// ASCII digits.
    Digits,
    /// One char of any other kind.
    Mark,
}

/// A run of letters, of digits, or one mark.
#[derive(Clone, Copy, Debug)]
pub struct Lexeme {
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is made of.
    pub shape: Shape,
    /// No white space before it.
    pub glued: bool,
    /// Begins with a capital.
    pub upper: bool,
    /// First byte; tells marks apart cheaply.
    pub byte: u8,
    /// The classes of its senses.
    pub classes: u64,
    /// Where its senses stand in the table.
    entry: u32,
}

/// `any!(line, i, In, Of)`: lexeme `i` may have one of the classes.
macro_rules! any {
    ($line:expr, $i:expr, $($class:ident),+) => {
        $line.any($i, $(Class::$class.bit())|+)
    };
}
pub(crate) use any;

/// One block, cut up.
pub struct Line<'t> {
    /// The whole text.
    pub text: &'t str,
    /// The words of the language.
    pub table: &'static Table,
    /// The language is English: asked for more often than anything else.
    pub english: bool,
    /// The lexemes of the block.
    pub lexemes: Vec<Lexeme>,
    /// Where a numeral was looked for last, and what was found.
    pub numerals: [Cell<(usize, Option<Numeral>)>; 4],
}

const FNV_START: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

/// Dashes, curly quotation marks and their like, of which Unicode's own tables take long to tell that they are no letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}')
}

impl<'t> Line<'t> {
    /// A line over nothing, to be filled by [`cut`](Line::cut).
    pub fn new(text: &'t str, table: &'static Table) -> Line<'t> {
        let english = table.tag == "en";
        let numerals = [const { Cell::new((usize::MAX, None)) }; 4];
        Line { text, table, english, lexemes: Vec::new(), numerals }
    }

    /// Cuts `text[start..end]`. The buffer of the line before is used again.
    pub fn cut(&mut self, start: usize, end: usize) {
        self.lexemes.clear();
        self.numerals.iter().for_each(|it| it.set((usize::MAX, None)));
        let bytes = &self.text.as_bytes()[..end];
        let mut at = start;
        let mut glued = false;
        while at < end {
            let byte = bytes[at];
            let begin = at;
            if byte.is_ascii_digit() {
                while at < end && bytes[at].is_ascii_digit() {
                    at += 1;
                }
                self.push(begin, at, Shape::Digits, glued, false, byte, 0, 0);
            } else if byte.is_ascii_whitespace() {
                at += 1;
                glued = false;
                continue;
            } else if byte.is_ascii() && !byte.is_ascii_alphabetic() {
                at += 1;
                let (entry, classes) = match byte {
                    b'$' | b'%' | b'"' => self.find(begin, at, None),
                    _ => (0, 0),
                };
                self.push(begin, at, Shape::Mark, glued, false, byte, classes, entry);
            } else {
                let first = if byte.is_ascii() {
                    char::from(byte)
                } else {
                    self.text[at..end].chars().next().unwrap_or(' ')
                };
                if first.is_whitespace() || matches!(first, '\u{200b}' | '\u{feff}' | '\u{ad}') {
                    at += first.len_utf8();
                    glued = false;
                    continue;
                }
                at += first.len_utf8();
                if is_mark(first) || !first.is_alphabetic() {
                    let (entry, classes) = self.find(begin, at, None);
                    self.push(begin, at, Shape::Mark, glued, false, byte, classes, entry);
                    glued = true;
                    continue;
                }
                // The h of "10h30" and the m of "9h15m30" stand between two numbers; elsewhere digits belong to the
                // word ("Q1", "km2").
                let hour = glued
                    && bytes.get(begin + 1).is_some_and(u8::is_ascii_digit)
                    && match (byte, self.lexemes.as_slice()) {
                        (b'h' | b'H' | b'u', [.., it]) => it.shape == Shape::Digits && it.end == begin as u32,
                        // 1m70 is a height.
                        (b'm', [.., h, it]) => {
                            it.shape == Shape::Digits
                                && (h.byte == b'h' && h.end == it.start
                                    || it.end - it.start == 1
                                        && bytes.get(begin + 2).is_some_and(u8::is_ascii_digit))
                        }
                        _ => false,
                    };
                // What an address holds is no date or number.
                if matches!(byte, b'h' | b'w' | b'H' | b'W') && !glued && self.is_address(begin) {
                    at = begin;
                    while at < end && !bytes[at].is_ascii_whitespace() {
                        at += 1;
                    }
                    self.push(begin, at, Shape::Word, false, false, byte, 0, 0);
                    continue;
                }
                let mut hash = Some(FNV_START);
                at = begin;
                let stop = if hour { begin + 1 } else { end };
                while at < stop {
                    let byte = bytes[at];
                    // Nearly all of a text: a small letter changes by no case.
                    if byte.is_ascii_lowercase()
                        && let Some(it) = hash
                    {
                        hash = Some((it ^ u32::from(byte)).wrapping_mul(FNV_PRIME));
                        at += 1;
                    } else if byte.is_ascii_alphanumeric() {
                        // USD115, Dec31: a currency or month ends where the figures begin.
                        if byte.is_ascii_digit() && at == begin + 3 && self.is_head(begin, at) {
                            break;
                        }
                        if let Some(it) = hash {
                            hash = Some((it ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(FNV_PRIME));
                        }
                        at += 1;
                    } else if byte.is_ascii() {
                        break;
                    } else {
                        let c = self.text[at..end].chars().next().unwrap_or(' ');
                        if is_mark(c) || !c.is_alphanumeric() && !matches!(c, '\u{300}'..='\u{36f}') {
                            break;
                        }
                        hash = None;
                        at += c.len_utf8();
                    }
                }
                let (mut entry, mut classes) = self.find(begin, at, hash);
                // `o'clock`, `aujourd'hui` and `US$` are one word when the table says so.
                if let Some(longer) = self.joined(begin, at, end) {
                    let (other, more) = self.find(begin, longer, None);
                    if more != 0 {
                        (entry, classes, at) = (other, more, longer);
                    }
                }
                if classes == 0
                    && self.table.compounds
                    && self.table.compound(&self.text[begin..at]).is_some()
                {
                    classes = Class::Compound.bit();
                }
                self.push(begin, at, Shape::Word, glued, first.is_uppercase(), byte, classes, entry);
            }
            glued = true;
        }
    }

    /// True for a currency code or the name of a month.
    fn is_head(&self, start: usize, end: usize) -> bool {
        let heads = Class::CurrencySign.bit() | Class::Month.bit();
        self.find(start, end, None).1 & heads != 0
    }

    /// True where a web address begins.
    fn is_address(&self, at: usize) -> bool {
        let rest = &self.text.as_bytes()[at..];
        let begins = |head: &[u8]| rest.len() > head.len() && rest[..head.len()].eq_ignore_ascii_case(head);
        begins(b"http://") || begins(b"https://") || begins(b"www.")
    }

    /// The end of the word when what sticks to it is taken along.
    fn joined(&self, begin: usize, at: usize, end: usize) -> Option<usize> {
        if !matches!(self.text.as_bytes().get(at)?, b'$' | b'\'' | b'-' | 0xc2 | 0xe2) {
            return None;
        }
        let rest = &self.text[at..end];
        let mark = rest.chars().next()?;
        match mark {
            '$' | '£' | '€' if at - begin <= 3 => Some(at + mark.len_utf8()),
            '\'' | '’' | '-' => {
                let tail = &rest[mark.len_utf8()..];
                let letters = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
                (letters > 1 && letters < 12).then(|| at + mark.len_utf8() + letters)
            }
            _ => None,
        }
    }

    fn find(&self, start: usize, end: usize, hash: Option<u32>) -> (u32, u64) {
        let word = &self.text[start..end];
        if word.len() > 48 {
            return (0, 0);
        }
        self.table.find(word, hash.unwrap_or_else(|| hash_folded(word))).unwrap_or((0, 0))
    }

    #[expect(clippy::too_many_arguments, reason = "one place that builds a plain record")]
    fn push(
        &mut self,
        start: usize,
        end: usize,
        shape: Shape,
        glued: bool,
        upper: bool,
        byte: u8,
        classes: u64,
        entry: u32,
    ) {
        let (start, end) = (start as u32, end as u32);
        self.lexemes.push(Lexeme { start, end, shape, glued, upper, byte, classes, entry });
    }

    /// Number of lexemes.
    pub fn len(&self) -> usize {
        self.lexemes.len()
    }

    /// The text of one lexeme; empty past the end.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn word(&self, i: usize) -> &'t str {
        self.lexemes.get(i).map_or("", |it| &self.text[it.start as usize..it.end as usize])
    }

    /// True when the lexeme is one of the words, which blanks part, whatever its case.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn like(&self, i: usize, words: &str) -> bool {
        // Marks and figures are asked as often as words.
        if !self.is(i, Shape::Word) {
            return false;
        }
        among_folded(words, self.word(i))
    }

    /// True when the lexeme may have the class (a phrase may still fail to go on).
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn has(&self, i: usize, class: Class) -> bool {
        self.lexemes.get(i).is_some_and(|it| it.classes & class.bit() != 0)
    }

    /// True when the lexeme may have any of the classes; see [`any!`].
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn any(&self, i: usize, classes: u64) -> bool {
        self.lexemes.get(i).is_some_and(|it| it.classes & classes != 0)
    }

    /// The sense of that class that begins at `i`, and the lexeme behind it.
    pub fn sense(&self, i: usize, class: Class) -> Option<(&'static Sense, usize)> {
        let lexeme = self.lexemes.get(i).filter(|it| it.classes & class.bit() != 0)?;
        let senses: &'static [Sense] = self.table.senses(lexeme.entry);
        senses.iter().filter(|it| it.class == class).find_map(|it| Some((it, self.follows(i + 1, it.rest)?)))
    }

    /// Where the phrase of that class begins that ends right before `end`; the longest.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn before(&self, end: usize, class: Class) -> Option<(&'static Sense, usize)> {
        for at in end.saturating_sub(5)..end {
            if let Some((sense, next)) = self.sense(at, class)
                && next == end
            {
                return Some((sense, at));
            }
        }
        None
    }

    /// The lexeme behind the words of `rest`, when they stand at `i`.
    fn follows(&self, mut i: usize, rest: &str) -> Option<usize> {
        if rest.is_empty() {
            return Some(i);
        }
        for word in rest.split('_') {
            if !eq_folded(self.word(i), word) {
                return None;
            }
            i += 1;
        }
        Some(i)
    }

    /// True when that mark stands at `i`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn mark(&self, i: usize, byte: u8) -> bool {
        self.lexemes.get(i).is_some_and(|it| it.byte == byte && it.shape == Shape::Mark)
    }

    /// True when the language has that tag.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn speaks(&self, tag: &str) -> bool {
        self.table.tag == tag
    }

    /// The first byte of lexeme `i`; 0 past the end.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn byte(&self, i: usize) -> u8 {
        self.lexemes.get(i).map_or(0, |it| it.byte)
    }

    /// True when lexeme `i` is of that shape.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn is(&self, i: usize, shape: Shape) -> bool {
        self.lexemes.get(i).is_some_and(|it| it.shape == shape)
    }

    /// True when lexeme `i` begins with a capital.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn upper(&self, i: usize) -> bool {
        self.lexemes.get(i).is_some_and(|it| it.upper)
    }

    /// True when lexeme `i` stands right behind the one before it.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn glued(&self, i: usize) -> bool {
        self.lexemes.get(i).is_some_and(|it| it.glued)
    }

    /// A dash of any length.
    pub fn dash(&self, i: usize) -> bool {
        self.mark(i, b'-')
            || self.mark(i, b'~')
            || (self.lexemes.get(i).is_some_and(|it| it.byte == 0xe2)
                && matches!(self.word(i), "–" | "—" | "‐" | "‑" | "−"))
    }

    /// An apostrophe of any shape.
    pub fn apostrophe(&self, i: usize) -> bool {
        self.mark(i, b'\'')
            || (self.lexemes.get(i).is_some_and(|it| it.byte == 0xe2) && matches!(self.word(i), "’" | "‘"))
    }

    /// The value of at most nine digits, and how many there are.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn digits(&self, i: usize) -> Option<(u32, usize)> {
        let it = self.lexemes.get(i)?;
        let len = (it.end - it.start) as usize;
        if it.shape != Shape::Digits || len > 9 {
            return None;
        }
        Some((self.word(i).bytes().fold(0, |n, b| n * 10 + u32::from(b - b'0')), len))
    }

    /// The value of a number written as one word: "neunundzwanzig"; an ordinal when asked for one.
    pub fn compound(&self, i: usize, ordinal: bool) -> Option<f64> {
        if !self.has(i, Class::Compound) {
            return None;
        }
        self.table.compound(self.word(i)).filter(|it| it.1 == ordinal).map(|it| it.0)
    }

    /// `i`, or behind a full stop that sticks to the abbreviation before it.
    pub fn past_stop(&self, i: usize) -> usize {
        if self.mark(i, b'.') && self.glued(i) { i + 1 } else { i }
    }

    /// True when `i` is past the end or a mark that parts sentences.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn at_end(&self, i: usize) -> bool {
        i >= self.len()
            || matches!(self.lexemes[i].byte, b'.' | b'!' | b'?' | b';' | b',' | b')' | b':' | b'"')
    }
}
