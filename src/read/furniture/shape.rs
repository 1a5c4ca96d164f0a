//! The shape of a block: what can be counted in its text without knowing a language.

use super::phrases::{self, Signs};
use crate::lexicon::fold;

/// Counts over one block, made in one pass.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape {
    pub n_chars: u32,
    /// White space among the chars.
    pub n_blanks: u32,
    pub n_words: u32,
    /// Words of up to three letters, all lower case: most of them are function words ("the", "of", "und", "de").
    pub n_short_words: u32,
    /// Words that begin with a capital.
    pub n_capitals: u32,
    pub n_letters: u32,
    pub n_upper: u32,
    pub n_digits: u32,
    pub n_commas: u32,
    /// Sentence ends inside: a stop and a space.
    pub n_stops: u32,
    /// `|`, `·`, `»` and the like, which part the entries of menus.
    pub n_bars: u32,
    /// A small letter right before a capital: menus whose entries were glued in copying ("HomeNewsSport").
    pub n_glued: u32,
    pub n_questions: u32,
    pub n_exclamations: u32,
    pub n_currencies: u32,
    pub n_percents: u32,
    pub n_quotes: u32,
    pub has_at: bool,
    pub has_tab: bool,
    pub has_year: bool,
    pub has_month: bool,
    pub has_clock: bool,
    /// How it begins and ends, as small numbers; see [`Shape::of`].
    pub begins: u8,
    pub ends: u8,
    pub signs: Signs,
    /// Hash of its letters and digits, to find repeats.
    pub hash: u64,
}

/// True for the first three letters of a month in the languages of our lists.
fn begins_month(letters: [char; 3]) -> bool {
    matches!(
        letters,
        ['j', 'a', 'n']
            | ['j', 'u', 'n' | 'l' | 'i']
            | ['f', 'e', 'b' | 'v']
            | ['f', 'é', 'v']
            | ['m', 'a', 'r' | 'y' | 'i' | 'g']
            | ['m', 'ä', 'r']
            | ['a', 'p', 'r']
            | ['a', 'b', 'r']
            | ['a', 'v', 'r']
            | ['a', 'u', 'g']
            | ['a', 'g', 'o']
            | ['a', 'o', 'û']
            | ['s', 'e', 'p' | 't']
            | ['o', 'c' | 'k' | 't', 't']
            | ['n', 'o', 'v']
            | ['d', 'e', 'c' | 'z']
            | ['d', 'é', 'c']
            | ['d', 'i', 'c']
            | ['e', 'n', 'e']
            | ['g', 'e', 'n']
            | ['g', 'i', 'u']
            | ['l', 'u', 'g']
    )
}

impl Shape {
    /// Counts over `text`, which is trimmed and not empty.
    pub fn of(text: &str, buffer: &mut String) -> Shape {
        let mut shape = Shape { signs: phrases::signs(text, buffer), ..Shape::default() };
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut before = ' ';
        // Where the word begins that is being read.
        let mut start = 0;
        for (at, c) in text.char_indices() {
            shape.n_chars += 1;
            match c {
                ',' | ';' | '،' | '、' | '，' => shape.n_commas += 1,
                '|' | '·' | '•' | '»' | '«' | '›' | '/' | '→' | '>' => shape.n_bars += 1,
                '@' => shape.has_at = true,
                '\t' => shape.has_tab = true,
                '。' | '！' | '？' => shape.n_stops += 1,
                '?' => shape.n_questions += 1,
                '!' => shape.n_exclamations += 1,
                '$' | '€' | '£' => shape.n_currencies += 1,
                '%' => shape.n_percents += 1,
                '"' | '“' | '„' => shape.n_quotes += 1,
                _ => {}
            }
            if c.is_whitespace() {
                shape.n_blanks += 1;
                shape.n_stops += u32::from(matches!(before, '.' | '!' | '?' | '"' | '”' | '…'));
                shape.word(&text[start..at]);
                start = at + c.len_utf8();
            }
            let is_letter = c.is_alphabetic();
            if c.is_ascii_digit() {
                shape.n_digits += 1;
            } else if is_letter {
                shape.n_letters += 1;
                if c.is_uppercase() {
                    shape.n_upper += 1;
                    shape.n_glued += u32::from(before.is_lowercase());
                }
            }
            if is_letter || c.is_numeric() {
                hash = (hash ^ u64::from(u32::from(fold(c)))).wrapping_mul(0x0100_0000_01b3);
            }
            before = c;
        }
        shape.hash = hash;
        shape.word(&text[start..]);
        shape.begins = match text.chars().next() {
            Some(it) if it.is_lowercase() => 1,
            Some(it) if it.is_uppercase() => 2,
            Some(it) if it.is_numeric() => 3,
            Some('"' | '“' | '„' | '«' | '‘' | '\'') => 4,
            Some('•' | '-' | '–' | '*' | '·' | '▪' | '●') => 5,
            Some('©' | '|' | '»' | '←' | '→' | '‹' | '›' | '▲' | '▼' | '↑') => 6,
            Some('(' | '[') => 7,
            Some(it) if it.is_alphabetic() => 8,
            _ => 9,
        };
        let mut ending = text.chars().rev();
        shape.ends = match ending.next() {
            Some('.') if text.ends_with("...") => 2,
            Some('.' | '。') => 7,
            Some('!' | '?' | '！' | '？') => 6,
            Some('…' | '»' | '›' | '→' | '>' | ']') => 2,
            Some('"' | '”' | '“' | '’' | '\'' | ')') => match ending.next() {
                Some('.' | '!' | '?' | ',') => 7,
                _ => 5,
            },
            Some(':') => 4,
            Some(',' | ';' | '-' | '–' | '—') => 3,
            Some(it) if it.is_numeric() => 1,
            _ => 0,
        };
        shape
    }

    fn word(&mut self, word: &str) {
        let Some(first) = word.chars().next() else { return };
        self.n_words += 1;
        let bytes = word.as_bytes();
        if first.is_uppercase() {
            self.n_capitals += 1;
        } else if bytes.len() <= 4 && word.chars().count() <= 3 && word.chars().all(char::is_lowercase) {
            self.n_short_words += 1;
        }
        if first.is_ascii_digit() || first == '(' || first == '\'' {
            let digits = word.trim_matches(|it: char| !it.is_ascii_digit());
            self.has_year |= digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
            self.has_year |= digits.len() >= 8 && digits.len() <= 10 && digits.contains(['/', '.', '-']);
            self.has_clock |= digits.len() <= 5 && digits.contains(':');
        } else if word.len() <= 12 {
            let mut folded = [' '; 3];
            for (to, from) in folded.iter_mut().zip(word.chars()) {
                *to = fold(from);
            }
            self.has_month |= begins_month(folded);
        }
    }

    /// A line with a sign of who wrote it or when.
    pub fn is_signed(&self) -> bool {
        self.n_words <= 20 && (self.signs.start || self.has_clock || self.has_year && self.has_month)
    }

    /// True for running text: long enough for a sentence, with a stop or function words.
    pub fn is_prose(&self) -> bool {
        let wide = self.n_words * 12 < self.n_chars && self.n_letters > 20; // No spaces between words: CJK, Thai.
        if wide {
            return self.n_chars >= 40 && (self.n_stops > 0 || self.ends >= 6);
        }
        let ends = self.ends >= 5;
        self.n_chars >= if ends { 70 } else { 110 }
            && (self.n_stops > 0 || ends)
            && self.n_short_words * 8 >= self.n_words
            && self.n_glued * 12 <= self.n_words
    }
}
