//! Phrases of furniture: what sites write on their menus, buttons and boxes, in the languages we have lists of.
//!
//! A page in one language often wears another's buttons (a German blog with "Leave a Reply"), so all lists are
//! asked at once. Looking up is linear in the text: a hash of each word leads to the few phrases that begin with it.

use crate::lexicon::{every, hash_folded};
use crate::order;
use crate::supplement;
use crate::text::next_start;
use std::sync::OnceLock;

/// What the phrases say of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// It stands over things that are not the article ("Similar Articles").
    pub head: bool,
    /// It is a control or a mark ("Share", "Skip to content").
    pub line: bool,
    /// It begins as furniture does ("Read more: …").
    pub start: bool,
    /// How many phrases of furniture it holds ("all rights reserved").
    pub n_within: u8,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Line,
    Start,
    Within,
}

struct Phrase {
    kind: Kind,
    /// Lower case; a head's `*` taken off.
    text: &'static str,
    /// Anything may follow.
    open: bool,
}

struct Phrases {
    /// Sorted by hash: hash of the first word, phrase.
    by_first_word: Vec<(u32, Phrase)>,
    /// A bit for the low bits of each hash: most words of a text begin no phrase, and are told here.
    begins: [u64; 64],
}

impl Phrases {
    fn of(&self, hash: u32) -> &[(u32, Phrase)] {
        if self.begins[hash as usize / 64 % 64] & (1 << (hash % 64)) == 0 {
            return &[];
        }
        let from = self.by_first_word.partition_point(|it| it.0 < hash);
        let n = self.by_first_word[from..].iter().take_while(|it| it.0 == hash).count();
        &self.by_first_word[from..from + n]
    }
}

/// The words of `text`: runs of letters and digits, or one other char that is no white space.
fn first_word(text: &str) -> &str {
    let mut len = 0;
    loop {
        // Most letters are of one byte.
        while text.as_bytes().get(len).is_some_and(u8::is_ascii_alphanumeric) {
            len += 1;
        }
        match text[len..].chars().next() {
            Some(c) if c.is_alphanumeric() => len += c.len_utf8(),
            Some(c) if len == 0 => return &text[..c.len_utf8()],
            _ => return &text[..len],
        }
    }
}

fn phrases() -> &'static Phrases {
    static EARLY: OnceLock<Phrases> = OnceLock::new();
    static ALL: OnceLock<Phrases> = OnceLock::new();
    let phrases = if supplement::has_languages() { &ALL } else { &EARLY };
    phrases.get_or_init(|| {
        let mut by_first_word = Vec::new();
        for line in every("furniture").flat_map(str::lines) {
            let (kind, text) = match line.split_once(": ") {
                Some(("head", text)) => (Kind::Head, text),
                Some(("line", text)) => (Kind::Line, text),
                Some(("start", text)) => (Kind::Start, text),
                Some(("within", text)) => (Kind::Within, text),
                _ => continue,
            };
            let text = text.trim();
            let (text, open) = match text.strip_suffix('*') {
                // "email *" is the label of a field: the star belongs to it.
                Some(text) if kind == Kind::Head => (text.trim(), true),
                _ => (text, false),
            };
            by_first_word.push((hash_folded(first_word(text)), Phrase { kind, text, open }));
        }
        order::by_key(&mut by_first_word, |it| it.0);
        let mut begins = [0; 64];
        for (hash, _) in &by_first_word {
            begins[*hash as usize / 64 % 64] |= 1 << (hash % 64);
        }
        Phrases { by_first_word, begins }
    })
}

/// Lines longer than this are only asked how they begin: no control is that long.
const LONG: usize = 400;

/// What the phrases say of `line`, which is trimmed. `folded` is a buffer to work in.
pub fn signs(line: &str, folded: &mut String) -> Signs {
    folded.clear();
    let n_plain = line.as_bytes().iter().take(LONG).take_while(|it| it.is_ascii()).count();
    folded.push_str(&line[..n_plain]);
    folded.make_ascii_lowercase();
    for c in line[n_plain..].chars().take(LONG - n_plain) {
        match c {
            '’' => folded.push('\''),
            '\u{a0}' => folded.push(' '),
            _ if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    let whole = folded.trim_end_matches([':', '.', '!', '…', '»', '›', '>', ' ']);
    let mut signs = Signs::default();
    let phrases = phrases();
    let mut at = 0;
    while at < folded.len() {
        let rest = &folded[at..];
        let word = first_word(rest);
        for (_, phrase) in phrases.of(hash_folded(word)) {
            let whole_or_full = |it: &str| it == phrase.text || (at == 0 && folded.as_str() == phrase.text);
            match phrase.kind {
                Kind::Head if at == 0 => {
                    // "About the moon landing there are many stories": a head is short.
                    let opens = phrase.open && starts_with_phrase(rest, phrase.text) && folded.len() < 60;
                    signs.head |= whole_or_full(whole) || opens;
                }
                Kind::Line if at == 0 => signs.line |= whole_or_full(whole),
                Kind::Start if at == 0 => signs.start |= starts_with_phrase(rest, phrase.text),
                Kind::Within => {
                    signs.n_within =
                        signs.n_within.saturating_add(u8::from(starts_with_phrase(rest, phrase.text)))
                }
                _ => {}
            }
        }
        at = next_start(folded, at + word.len().max(1));
    }
    signs
}

/// True when `text` begins with the phrase and the phrase does not end inside a word.
fn starts_with_phrase(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| {
        let inside = phrase.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
        !inside
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_their_signs() {
        let mut buffer = String::new();
        let mut check = |line: &str, head: bool, lone: bool, start: bool, within: bool| {
            let got = signs(line, &mut buffer);
            assert_eq!(
                (got.head, got.line, got.start, got.n_within > 0),
                (head, lone, start, within),
                "{line}"
            );
        };
        check("Similar Articles", true, false, false, false);
        check("More from Money:", true, false, false, true);
        check("READ MORE »", false, true, false, true);
        check("Read more: The other story", false, false, true, true);
        check("Readers more often than not", false, false, false, false);
        check("© 2020 The Times. All Rights Reserved.", false, false, true, true);
        check("Das könnte Sie auch interessieren", true, false, false, false);
        check("Email *", false, true, false, false);
        check("", false, false, false, false);
    }
}
