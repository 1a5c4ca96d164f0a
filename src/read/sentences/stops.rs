//! Stops: the places of a block where a sentence could end, found by a scan over bytes.

use super::rules::Habits;

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
}

/// At most this many marks, closers or spaces are looked at one by one; a longer run is jumped over.
const LONG_RUN: usize = 32;

/// The stops of a block, in order.
pub struct Stops<'b> {
    block: &'b str,
    at: usize,
    /// By first byte of a char: could it be a mark?
    candidates: &'b [bool; 256],
    habits: &'b Habits<'b>,
}

impl<'b> Stops<'b> {
    /// The stops of `block`.
    pub fn of(block: &'b str, habits: &'b Habits<'b>) -> Stops<'b> {
        Stops { block, at: 0, candidates: if habits.is_greek { &GREEK } else { &COMMON }, habits }
    }

    /// The next stop.
    pub fn next(&mut self) -> Option<Stop> {
        let bytes = self.block.as_bytes();
        loop {
            self.at += bytes[self.at..].iter().position(|it| self.candidates[*it as usize])?;
            let at = self.at;
            let c = self.block[at..].chars().next()?;
            self.at += c.len_utf8();
            let Some(mark) = mark_of(c, self.habits) else { continue };
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
            if let Some(more) = mark_of(c, self.habits) {
                is_loud |= more == Mark::Loud;
                if mark == Mark::Dot {
                    mark = if more == Mark::Dot { Mark::Ellipsis } else { more };
                }
                marks_end += c.len_utf8();
            } else if c == ' ' && matches!(mark, Mark::Dot | Mark::Ellipsis) && is_spaced_dot(rest) {
                // "the thing is . . . I didn't mean it"
                mark = Mark::Ellipsis;
                marks_end += 2;
            } else {
                break;
            }
        }
        let mut end = marks_end;
        for _ in 0..LONG_RUN {
            let rest = &block[end..];
            let Some(c) = rest.chars().next() else { break };
            if is_closer(c) || (mark == Mark::Wide && mark_of(c, self.habits).is_some()) {
                end += c.len_utf8();
            } else if let Some(len) = note_number(rest, &block[..at]) {
                end += len;
            } else {
                break;
            }
        }
        let next = block.len() - block[end..].trim_start().len();
        Stop { mark, is_loud, at, marks_end, end, next }
    }
}

/// `rest` begins with a space, a full stop, and then a space, a closer or nothing.
fn is_spaced_dot(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix(" .") else { return false };
    after.chars().next().is_none_or(|it| it.is_whitespace() || it == '.' || is_closer(it))
}

/// What a char is as a mark.
fn mark_of(c: char, habits: &Habits) -> Option<Mark> {
    Some(match c {
        '.' => Mark::Dot,
        '!' | '?' | '؟' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '՞' | '՜' => Mark::Loud,
        '…' => Mark::Ellipsis,
        '。' | '！' | '？' | '．' | '｡' => Mark::Wide,
        '।' | '॥' | '۔' | '։' | '\u{0f0d}' | '\u{104b}' | '\u{1362}' | '\u{1367}' | '\u{17d4}'
        | '\u{17d5}' => Mark::Plain,
        '\u{37e}' => Mark::Loud,
        ';' if habits.is_greek => Mark::Loud,
        _ => return None,
    })
}

/// A quotation mark or bracket that closes when it stands right after a stop.
pub fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | ')'
            | ']'
            | '}'
            | '”'
            | '’'
            | '»'
            | '›'
            | '“'
            | '‘'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '〕'
            | '］'
    )
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
    let after = rest[n..].trim_start_matches(' ');
    ((1..4).contains(&n)
        && before.ends_with(')')
        && after.len() < rest.len() - n
        && after.chars().next().is_some_and(char::is_uppercase))
    .then_some(n)
}

const fn table(greek: bool) -> [bool; 256] {
    let mut table = [false; 256];
    table[b'.' as usize] = true;
    table[b'!' as usize] = true;
    table[b'?' as usize] = true;
    table[b';' as usize] = greek;
    // First bytes of: Greek ;  Armenian  Arabic ؟  Arabic ۔  Devanagari and Tibetan  Burmese, Khmer and
    // Ethiopic  … ‽  。  ！？．｡
    let leads = [0xCD, 0xD5, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF];
    let mut idx = 0;
    while idx < leads.len() {
        table[leads[idx]] = true;
        idx += 1;
    }
    table
}

static COMMON: [bool; 256] = table(false);
static GREEK: [bool; 256] = table(true);
