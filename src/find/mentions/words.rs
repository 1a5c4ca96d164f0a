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
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}
