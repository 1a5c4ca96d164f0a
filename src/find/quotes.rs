//! Quotes: words in quotation marks, and reported speech.

use crate::read::Document;
use crate::text::Span;

/// Somebody's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// Where, quotation marks included.
    pub span: Span,
    /// How the words are given.
    pub kind: QuoteKind,
    /// The rule that found it.
    pub rule: &'static str,
}

/// How somebody's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// In quotation marks, a sentence or more.
    Direct,
    /// In quotation marks, a few words inside the article's own sentence.
    Partial,
    /// In the article's words: "officials said that …".
    Reported,
}

/// Finds the quotes of a document.
pub fn find(_document: &Document) -> Vec<Quote> {
    Vec::new()
}
