//! Stops: the places of a block where a sentence could end, found by a scan over bytes.

use super::quotation::{self, Quotation};
use super::rules::{Habits, first_word};
use crate::text::next_start;

/// A place where a sentence could end: a run of marks, what closes after it, and what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The first mark of the run.
    pub mark: Mark,
    /// True for `?!` and the like anywhere in the run.
    pub is_loud: bool,
    /// First byte of the run of marks.
    pub at: usize,
    /// One past the run of marks.
    pub marks_end: usize,
    /// One past the quotation marks, brackets and note numbers that close after the run: the sentence
    /// would end here.
    pub end: usize,
    /// First byte that is not white space after `end`; the block's length when nothing follows.
    pub next: usize,
    /// The stop lies in a quotation that stays whole.
    pub is_quoted: bool,
    /// Where the quotation opens that the stop lies in, if it closes within reach.
    pub opened: Option<usize>,
}

/// What a run of marks begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// One full stop.
    Dot,
    /// More than one, however spaced, or `…`.
    Ellipsis,
    /// `!` or `?`, or what other scripts have for them.
    Loud,
    /// A stop that no abbreviation has: `।`, `۔`, `։` and the like.
    Plain,
    /// A stop of a script that writes no spaces: `。`, `！`, `？`.
    Wide,
    /// A colon or semicolon, in languages whose treebanks end sentences there.
    Pause,
    /// A blank, in languages that may end a sentence without any mark.
    Blank,
}

/// At most this many marks, closers or spaces are looked at one by one; a longer run is jumped over.
const LONG_RUN: usize = 32;

/// The stops of a block, in order.
pub struct Stops<'b> {
    block: &'b str,
    at: usize,
    habits: &'b Habits<'b>,
    /// The last quotation that was opened.
    quotation: Option<Quotation>,
    /// Where the sentence begins that is being read; who cuts keeps it true.
    pub start: usize,
}

impl<'b> Stops<'b> {
    /// The stops of `block`.
    pub fn of(block: &'b str, habits: &'b Habits<'b>) -> Stops<'b> {
        Stops { block, at: 0, habits, quotation: None, start: 0 }
    }

    /// The next stop.
    pub fn next(&mut self) -> Option<Stop> {
        let bytes = self.block.as_bytes();
        loop {
            self.at += bytes[self.at..].iter().position(|it| self.habits.candidates[*it as usize])?;
            let at = self.at;
            let c = self.block[at..].chars().next()?;
            self.at += c.len_utf8();
            let Some(mark) = mark_of(c, self.habits) else {
                if matches!(c, '"' | '“' | '„' | '«') && self.quotation.is_none_or(|it| it.close < at) {
                    self.quotation = quotation::open(self.block, at, self.habits);
                }
                continue;
            };
            if mark == Mark::Blank {
                let next = next_start(self.block, at);
                self.at = next;
                return Some(Stop {
                    mark,
                    is_loud: false,
                    at,
                    marks_end: at,
                    end: at,
                    next,
                    is_quoted: false,
                    opened: None,
                });
            }
            let stop = self.stop(at, self.at, mark);
            self.at = stop.end;
            return Some(stop);
        }
    }

    /// Reads on from the first mark, which lies at `at..after`.
    fn stop(&self, at: usize, after: usize, first: Mark) -> Stop {
        let block = self.block;
        let mut mark = first;
        let mut is_loud = first == Mark::Loud;
        let mut marks_end = after;
        loop {
            let rest = &block[marks_end..];
            let Some(c) = rest.chars().next() else { break };
            if let Some(more) = mark_of(c, self.habits).filter(|it| !matches!(it, Mark::Pause | Mark::Blank))
            {
                is_loud |= more == Mark::Loud;
                if mark == Mark::Dot {
                    mark = if more == Mark::Dot { Mark::Ellipsis } else { more };
                }
                marks_end += c.len_utf8();
            } else if c == ' ' && matches!(mark, Mark::Dot | Mark::Ellipsis) && is_spaced_dot(rest) {
                // "the thing is . . . I didn't mean it"
                mark = Mark::Ellipsis;
                marks_end += 2;
            } else if c == ' ' && is_loud && is_spaced_loud(rest) {
                // "the moral high ground ? ? ?"
                marks_end += 2;
            } else {
                break;
            }
        }
        let mut end = marks_end;
        if mark == Mark::Pause {
            let next = next_start(block, end);
            return Stop { mark, is_loud, at, marks_end, end, next, is_quoted: false, opened: None };
        }
        // `!` among Han and kana is as good as `！`.
        if self.habits.is_wide
            && is_loud
            && block[marks_end..].chars().next().is_some_and(|it| it >= '\u{2e80}')
        {
            mark = Mark::Wide;
        }
        for _ in 0..LONG_RUN {
            let rest = &block[end..];
            let Some(c) = rest.chars().next() else { break };
            if is_closer(c, self.habits) || (mark == Mark::Wide && mark_of(c, self.habits).is_some()) {
                end += c.len_utf8();
            } else if let Some(len) = note_number(rest, &block[..at])
                .or_else(|| face(rest))
                .or_else(|| attached(rest, &block[self.start..at], self.habits))
            {
                end += len;
            } else {
                break;
            }
        }
        let next = next_start(block, end);
        let quotation = self.quotation.filter(|it| at < it.close && end <= it.close);
        let is_quoted = quotation.is_some_and(|it| it.is_led || it.goes_on && is_loud);
        Stop { mark, is_loud, at, marks_end, end, next, is_quoted, opened: quotation.map(|it| it.open) }
    }
}

/// Length of what belongs to the sentence though a blank parts it from the stop: note numbers and omissions
/// (`in Dulwich. [17] Placed`, `for all! […]`), smileys, and a closing mark that stands alone
/// (`by the phrase. ' And on`).
fn attached(rest: &str, sentence: &str, habits: &Habits) -> Option<usize> {
    let blank = rest.strip_prefix(' ').or_else(|| rest.strip_prefix('\u{a0}'))?;
    // Mostly the next sentence follows.
    if blank.starts_with(|it: char| it.is_ascii_alphabetic()) {
        return None;
    }
    let n_blank = rest.len() - blank.len();
    let ends_at =
        |len: usize| blank.get(len..).is_some_and(|it| it.is_empty() || it.starts_with(char::is_whitespace));
    if let Some(inside) = blank.strip_prefix('[') {
        let len = inside.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let len = if len > 0 {
            len
        } else {
            ["...", "…"].iter().find(|it| inside.starts_with(**it)).map_or(0, |it| it.len())
        };
        return (len > 0 && inside[len..].starts_with(']') && ends_at(len + 2)).then_some(n_blank + len + 2);
    }
    if let Some(len) = face(blank) {
        return Some(n_blank + len);
    }
    let n_digits = blank.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&n_digits) {
        // A note number that lost its place over the line: "due to minority rights. 4 Even though"
        let word = first_word(blank[n_digits..].strip_prefix(' ')?);
        let starts =
            word.len() > 1 && word.starts_with(char::is_uppercase) && habits.lexicon.stop.contains(word);
        return starts.then_some(n_blank + n_digits);
    }
    let mark = ["''", "\"", "'", "”", "»", ")", "]"].into_iter().find(|it| blank.starts_with(*it))?;
    (ends_at(mark.len()) && is_open(mark, sentence)).then_some(n_blank + mark.len())
}

/// Length of a smiley: `:)`, `;-)`, `=D`.
fn face(rest: &str) -> Option<usize> {
    if !rest.starts_with([':', ';', '=']) {
        return None;
    }
    let len = rest.bytes().take(4).take_while(|it| !it.is_ascii_whitespace()).count();
    let is_face = rest[1..].starts_with([')', '(', 'D', 'P', 'p', '-', '/', '|', '\'', 'o', 'O', '*']);
    let ends = rest.get(len..).is_some_and(|it| it.is_empty() || it.starts_with(char::is_whitespace));
    (is_face && len > 1 && ends).then_some(len)
}

/// The mark closes something that was opened in the sentence, as far as its last [`NEAR`] bytes tell.
fn is_open(mark: &str, sentence: &str) -> bool {
    let from = sentence.len().saturating_sub(NEAR);
    let near =
        (from..sentence.len()).find(|it| sentence.is_char_boundary(*it)).map_or("", |it| &sentence[it..]);
    let count = |mark: &str| near.matches(mark).count();
    match mark {
        "\"" => count("\"") % 2 == 1,
        "'" => count(" '") + usize::from(near.starts_with('\'')) > count("' "),
        // Two apostrophes are closed by nature: ",," or "``" opens.
        "''" => true,
        ")" => count("(") > count(")"),
        "]" => count("[") > count("]"),
        "”" => count("“") + count("„") > count("”"),
        _ => count("«") > count("»"),
    }
}

/// See [`is_open`].
const NEAR: usize = 600;

/// `rest` begins with a space, a full stop, and then a space, a closer or nothing.
fn is_spaced_dot(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix(" .") else { return false };
    after
        .chars()
        .next()
        .is_none_or(|it| it.is_whitespace() || it == '.' || matches!(it, '"' | '”' | '\'' | '’' | ')'))
}

/// `rest` begins with a space and a `?` or `!` that stands alone.
fn is_spaced_loud(rest: &str) -> bool {
    (rest.starts_with(" ?") || rest.starts_with(" !"))
        && rest[2..]
            .chars()
            .next()
            .is_none_or(|it| it.is_whitespace() || matches!(it, '?' | '!' | '"' | '”' | ')'))
}

/// What a char is as a mark.
fn mark_of(c: char, habits: &Habits) -> Option<Mark> {
    Some(match c {
        '.' => Mark::Dot,
        '!' | '?' | '؟' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '՞' | '՜' | '\u{37e}' => Mark::Loud,
        '…' => Mark::Ellipsis,
        '。' | '！' | '？' | '．' | '｡' => Mark::Wide,
        '।' | '॥' | '۔' | '։' | '\u{0f0d}' | '\u{104b}' | '\u{1362}' | '\u{1367}' | '\u{17d4}'
        | '\u{17d5}' => Mark::Plain,
        ';' if habits.is_greek => Mark::Loud,
        ';' if habits.ends_at_semicolon => Mark::Pause,
        ':' if habits.ends_at_colon || habits.ends_before_speech => Mark::Pause,
        ' ' if habits.ends_bare() => Mark::Blank,
        _ => return None,
    })
}

/// A quotation mark or bracket that closes when it stands right after a stop.
fn is_closer(c: char, habits: &Habits) -> bool {
    match c {
        '"' | '\'' | ')' | ']' | '}' | '”' | '’' | '»' | '›' | '」' | '』' | '）' | '】' | '》' | '〉'
        | '〕' | '］' => true,
        '“' | '‘' => habits.closes_high,
        '«' | '‹' => habits.closes_inward,
        _ => false,
    }
}

/// Length of a note number that sticks to a stop: `martyr.[1] The`, `(type 2).10 This`.
fn note_number(rest: &str, before: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let n_digits = |from: usize| bytes[from..].iter().take(4).take_while(|it| it.is_ascii_digit()).count();
    if bytes[0] == b'[' {
        let n = n_digits(1);
        return ((1..4).contains(&n) && bytes.get(1 + n) == Some(&b']')).then_some(n + 2);
    }
    let n = n_digits(0);
    if n == 0 {
        return None;
    }
    let after = rest[n..].trim_start_matches(' ');
    (n < 4
        && before.ends_with(')')
        && after.len() < rest.len() - n
        && after.chars().next().is_some_and(char::is_uppercase))
    .then_some(n)
}

/// By the first byte of a char: could it be a mark? The scan looks no further where it could not.
pub fn candidates(habits: &Habits) -> [bool; 256] {
    let mut table = [false; 256];
    for byte in *b".!?\"" {
        table[byte as usize] = true;
    }
    table[b';' as usize] = habits.is_greek || habits.ends_at_semicolon;
    table[b':' as usize] = habits.ends_at_colon || habits.ends_before_speech;
    table[b' ' as usize] = habits.ends_bare();
    // First bytes of: «  Greek ;  Armenian  Arabic ؟  Arabic ۔  Devanagari and Tibetan  Burmese, Khmer and
    // Ethiopic  … ‽ “ „  。  ！？．｡
    for lead in [0xC2, 0xCD, 0xD5, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF] {
        table[lead] = true;
    }
    table
}
