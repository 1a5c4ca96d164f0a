//! The words around a name, for the rules of English.

use crate::read::Document;

/// The tokens of a document, as it spells them.
#[derive(Clone, Copy)]
pub(super) struct Words<'d, 't> {
    /// Whose they are.
    pub document: &'d Document<'t>,
}

impl<'t> Words<'_, 't> {
    /// The token at `at`; nothing behind the last.
    pub fn at(&self, at: usize) -> &'t str {
        self.document.tokens.get(at).map_or("", |it| it.span.of(self.document.text))
    }

    /// The first byte of the token at `at`; 0 behind the last. Most tokens are told by it.
    pub fn head(&self, at: usize) -> u8 {
        let start = self.document.tokens.get(at).map(|it| it.span.start as usize);
        start.and_then(|it| self.document.text.as_bytes().get(it)).copied().unwrap_or(0)
    }

    /// True for a token that begins with a capital.
    pub fn has_capital(&self, at: usize) -> bool {
        let head = self.head(at);
        if head.is_ascii() { head.is_ascii_uppercase() } else { self.at(at).starts_with(char::is_uppercase) }
    }

    /// True when another token of its sentence follows.
    pub fn goes_on(&self, at: usize) -> bool {
        let tokens = &self.document.tokens;
        tokens.get(at + 1).is_some_and(|it| it.sentence == tokens[at].sentence)
    }

    /// The token that stands `by` places from the one at `at` in the same sentence; nothing beyond its ends.
    pub fn beside(&self, at: usize, by: isize) -> &'t str {
        let tokens = &self.document.tokens;
        let other = at.wrapping_add_signed(by);
        let is_here = tokens.get(other).is_some_and(|it| it.sentence == tokens[at].sentence);
        if is_here { self.at(other) } else { "" }
    }

    /// The text from one token to another.
    pub fn spelled(&self, first: usize, last: usize) -> &'t str {
        let tokens = &self.document.tokens;
        &self.document.text[tokens[first].span.start as usize..tokens[last].span.end as usize]
    }

    /// What follows the token at `at` without a blank; of much the beginning.
    pub fn glued(&self, at: usize) -> &'t str {
        let after = &self.document.text[self.document.tokens[at].span.end as usize..];
        let is_part = |it: &(usize, char)| !it.1.is_whitespace() && !"\"><),;".contains(it.1);
        let last = after.char_indices().take(60).take_while(is_part).last();
        &after[..last.map_or(0, |(at, it)| at + it.len_utf8())]
    }
}

/// "Will", and not "WILL": a capital and small letters.
pub(super) fn is_capitalized(word: &str) -> bool {
    if let [first, second, ..] = word.as_bytes()
        && first.is_ascii()
        && second.is_ascii()
    {
        return first.is_ascii_uppercase() && second.is_ascii_lowercase();
    }
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}
