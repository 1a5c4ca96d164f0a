//! The features of the hard stops, which [`crate::model::sentences`] weighs. They name no words, but for
//! lists of function words.

use super::rules::{Habits, first_word, last_word};
use super::stops::{Mark, Stop};
use crate::model::sentences::Bits;

/// Sets bit after bit.
struct Features {
    bits: Bits,
    n: u32,
}

impl Features {
    fn new() -> Features {
        Features { bits: 1, n: 1 }
    }

    fn add(&mut self, is: bool) {
        self.bits |= u32::from(is) << self.n;
        self.n += 1;
    }
}

/// A stop before the lower-case word at `next_at`; the sentence began at `start`, in lower case or not.
pub fn lower(
    block: &str,
    start: usize,
    stop: &Stop,
    next_at: usize,
    starts_lower: bool,
    habits: &Habits,
) -> Bits {
    let lexicon = habits.lexicon;
    let word = last_word(block, start, stop.at);
    let after = first_word(&block[next_at..]);
    let marks = &block[stop.at..stop.marks_end];
    let closers = &block[stop.marks_end..stop.end];
    let opener = &block[stop.next..next_at];
    let is_dot = stop.mark == Mark::Dot;
    let n_chars = word.chars().count();
    let is_lower = !word.is_empty() && word.chars().all(char::is_lowercase);
    let mut features = Features::new();
    features.add(starts_lower);
    features.add(starts_lower && is_dot);
    features.add(after == "i" || after.starts_with("i'"));
    features.add(lexicon.stop.contains(word));
    features.add(lexicon.stop.contains(after));
    features.add(is_dot && n_chars < 3);
    features.add(is_dot && (3..5).contains(&n_chars));
    features.add(habits.is_abbreviation(word));
    features.add(marks.contains('?'));
    features.add(marks.contains('!'));
    features.add(stop.mark == Mark::Ellipsis);
    features.add(closers.contains(['"', '”', '\'', '’']));
    features.add(closers.contains([')', ']']));
    features.add(opener.contains(['(', '[']));
    features.add(opener.contains(['"', '“', '\'', '‘']));
    features.add(opener.contains(['-', '–', '—', '*', '•']));
    features.add(word.chars().next().is_some_and(char::is_uppercase));
    features.add(n_chars > 1 && word.chars().all(char::is_uppercase));
    features.add(word.ends_with(|it: char| it.is_ascii_digit()));
    features.add(stop.at - start < 24);
    features.add(marks.len() > 1 && stop.is_loud);
    features.add(matches!(after, "and" | "or" | "but" | "to" | "of" | "for" | "as"));
    features.add(matches!(
        after,
        "he" | "she" | "they" | "we" | "it" | "you" | "this" | "that" | "there" | "the"
    ));
    features.add(block[..stop.at].ends_with(' '));
    features.add(starts_lower && is_lower && n_chars > 1);
    features.add(is_dot && is_lower && n_chars > 4);
    features.add(stop.opened.is_some());
    features.bits
}

/// Words that open a Thai sentence more often than not: besides, however, when, in the year, he, we, I, this.
const THAI_OPENS: &[&str] = &[
    "นอกจาก",
    "อย่างไรก็",
    "เมื่อ",
    "ในปี",
    "ใน",
    "เขา",
    "เรา",
    "ฉัน",
    "มัน",
    "นี่",
    "ขณะ",
    "ตั้งแต่",
    "หลังจาก",
    "จาก",
    "การ",
    "ทั้งนี้",
    "เธอ",
    "พวก",
    "ปัจจุบัน",
    "ต่อมา",
    "ผู้",
    "คน",
];

/// Words that go on: and, but, which, by, that, because, or, with, for.
const THAI_GOES_ON: &[&str] =
    &["และ", "ซึ่ง", "โดย", "ที่", "เพราะ", "หรือ", "กับ", "เพื่อ", "ของ", "จน", "ทำให้", "รวม", "เป็น", "ว่า"];

/// A blank in Thai text.
pub fn blank(block: &str, start: usize, stop: &Stop) -> Bits {
    let sentence = &block[start..stop.at];
    let rest = &block[stop.next..];
    let n_chars = sentence.chars().take(240).count();
    let piece = sentence.rsplit(' ').next().map_or(0, |it| it.chars().take(120).count());
    let next = rest.chars().take(121).take_while(|it| *it != ' ').count();
    let first = rest.chars().next();
    let last = sentence.chars().next_back();
    let mut features = Features::new();
    for bound in [20, 35, 50, 65, 80, 100, 130, 170] {
        features.add(n_chars >= bound);
    }
    for bound in [6, 14, 30, 60] {
        features.add(piece >= bound);
    }
    for bound in [6, 14, 30, 60] {
        features.add(next >= bound);
    }
    features.add(THAI_OPENS.iter().any(|it| rest.starts_with(it)));
    features.add(THAI_GOES_ON.iter().any(|it| rest.starts_with(it)));
    features.add(rest.starts_with("แต่"));
    features.add(sentence.ends_with("กล่าว"));
    features.add(first.is_some_and(|it| it.is_ascii_digit()));
    features.add(first.is_some_and(|it| it.is_ascii_alphabetic()));
    features.add(first.is_some_and(|it| matches!(it, '“' | '"' | '‘' | '\'')));
    features.add(first == Some('('));
    features.add(last.is_some_and(|it| it.is_ascii_digit()));
    features.add(last.is_some_and(|it| it.is_ascii_alphabetic()));
    features.add(last.is_some_and(|it| matches!(it, '”' | '"' | '’' | '\'')));
    features.add(last.is_some_and(|it| matches!(it, ')' | '%')));
    features.add(last.is_some_and(|it| matches!(it, ',' | ':' | 'ๆ' | '-')));
    features.add(
        ["แล้ว", "ได้", "สุด", "ไป", "มาก", "ด้วย", "กัน", "นี้", "ขึ้น"].iter().any(|it| sentence.ends_with(it)),
    );
    features.bits
}
