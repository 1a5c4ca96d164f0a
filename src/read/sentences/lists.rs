//! List markers: the full stop of `1.`, `b.` or `iv.` at the head of an item ends nothing, and the next marker
//! of the same list begins a sentence even where the item before it has no stop:
//! `1. The first item 2. The second item`.

use super::rules::last_word;
use super::stops::{Mark, Stop};

/// The list that the block is in, as far as it is known.
#[derive(Default)]
pub struct List {
    /// The last number or letter.
    last: Option<(Kind, u32)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Letter,
    Roman,
    /// `4.1.`
    Section,
}

/// What a stop is to a list.
pub enum Marker {
    /// It belongs to the marker that opens the sentence.
    Opens,
    /// It belongs to the next marker of the list, which begins a sentence.
    Goes {
        /// Where.
        on: usize,
    },
}

/// Marks that may stand before a list marker.
const BULLETS: &[char] = &['•', '⁃', '-', '–', '*', '·', '('];

impl List {
    /// Tells whether `stop` belongs to a marker.
    pub fn marker(&mut self, block: &str, start: usize, stop: &Stop) -> Option<Marker> {
        let closers = &block[stop.marks_end..stop.end];
        if stop.mark != Mark::Dot || stop.next == stop.end || !(closers.is_empty() || closers == ")") {
            return None;
        }
        let word = last_word(block, start, stop.at);
        let (kind, number) = value(word)?;
        let word_at = stop.at - word.len();
        let opens = word_at - start < 16 && !block[start..word_at].chars().any(char::is_alphanumeric);
        if opens {
            self.last = Some((kind, number));
            return Some(Marker::Opens);
        }
        if (kind, number) == (Kind::Number, 1)
            && block[start..word_at].trim_end_matches([' ', '*', '(']).ends_with(':')
        {
            // "The following are my comments: 1. In Section 1.1, there should be"
            self.last = Some((kind, number));
            return Some(Marker::Opens);
        }
        if kind == Kind::Section {
            return None;
        }
        let is_next = self.last == Some((kind, number.wrapping_sub(1)))
            || kind == Kind::Number && number == 1 && self.last.is_some();
        if !is_next || !block[stop.next..].starts_with(char::is_alphabetic) {
            return None;
        }
        let before =
            block[start..word_at].trim_end_matches(BULLETS).trim_end_matches(' ').trim_end_matches(BULLETS);
        let on = start + before.len();
        let parted = before.len() + start < word_at && block[on..word_at].starts_with(char::is_whitespace)
            || before.ends_with(char::is_whitespace);
        if !parted {
            return None;
        }
        self.last = Some((kind, number));
        Some(Marker::Goes { on })
    }
}

/// The place of a marker in its list.
fn value(word: &str) -> Option<(Kind, u32)> {
    let bytes = word.as_bytes();
    if (1..=3).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit) {
        return Some((Kind::Number, word.parse().ok()?));
    }
    if let [letter] = bytes
        && letter.is_ascii_alphabetic()
        && !matches!(letter, b'i' | b'I')
    {
        // Capitals are rather initials: "A. Smith met B. Jones".
        return Some((Kind::Letter, if letter.is_ascii_lowercase() { u32::from(*letter) } else { 0 }));
    }
    if bytes.len() < 12
        && word.split('.').all(|it| (1..=2).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit()))
    {
        return Some((Kind::Section, 0));
    }
    (bytes.len() <= 5 && !bytes.is_empty() && bytes.iter().all(|it| b"ivxIVX".contains(it)))
        .then_some((Kind::Roman, 0))
}
