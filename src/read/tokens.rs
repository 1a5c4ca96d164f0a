//! Tokens: sentences are cut into words, numbers and marks (after UAX 29, with what news needs).
//!
//! - A word keeps its inner apostrophes and full stops: `don't`, `O'Neill`, `U.S.`
//! - A possessive ending is a token of its own, a [`TokenKind::Clitic`]: `Trump` + `’s`.
//! - Hyphens part words, as in UAX 29: `U.S.` + `-` + `Ukraine`. Who wants `long-term` whole joins neighbours.
//! - A number keeps its inner marks and the letters stuck to it: `1,200.5`, `20bn`, `1st`, `90s`;
//!   currency and percent signs are marks: `$` + `20bn`, `20` + `%`.

use super::language::Language;
use super::sentences::Sentence;
use crate::text::Span;

/// A word, number or mark of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TokenKind,
    /// Index of its sentence.
    pub sentence: u32,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and full stops.
    Word,
    /// `’s` after a word, or the bare apostrophe after a plural.
    Clitic,
    /// Begins with a digit.
    Number,
    /// Punctuation and symbols, one char each.
    Mark,
    /// A web address, e-mail address, `#tag` or `@name`.
    Address,
}

impl TokenKind {
    /// Name in the view.
    pub fn name(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Clitic => "clitic",
            TokenKind::Number => "number",
            TokenKind::Mark => "mark",
            TokenKind::Address => "address",
        }
    }
}

/// Cuts every sentence into tokens.
pub fn split(text: &str, sentences: &[Sentence], _language: &Language) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for (idx, sentence) in sentences.iter().enumerate() {
        let (mut at, end) = (sentence.span.start as usize, sentence.span.end as usize);
        while let Some(c) = text[at..end].chars().next() {
            let start = at;
            if c.is_whitespace() {
                at += c.len_utf8();
                continue;
            }
            let kind = if c.is_alphabetic() {
                TokenKind::Word
            } else if c.is_ascii_digit() {
                TokenKind::Number
            } else {
                TokenKind::Mark
            };
            at += c.len_utf8();
            if kind != TokenKind::Mark {
                while let Some(c) = text[at..end].chars().next() {
                    let inner = matches!(c, '.' | '\'' | '’' | ',')
                        && text[at + c.len_utf8()..end].chars().next().is_some_and(|next| {
                            if kind == TokenKind::Number {
                                next.is_ascii_digit()
                            } else {
                                next.is_alphabetic() && c != ','
                            }
                        });
                    if !(c.is_alphanumeric() || inner) {
                        break;
                    }
                    at += c.len_utf8();
                }
            }
            let word = &text[start..at];
            // `U.S.`: the last stop belongs to a word that has one inside.
            if kind == TokenKind::Word && at < end && text[at..].starts_with('.') && word.contains('.') {
                at += 1;
            }
            let bare =
                word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).map_or(at, |it| start + it.len());
            let mut push = |start: usize, end: usize, kind: TokenKind| {
                tokens.push(Token { span: Span::new(start, end), kind, sentence: idx as u32 });
            };
            if kind == TokenKind::Word && bare < at && bare > start {
                push(start, bare, kind);
                push(bare, at, TokenKind::Clitic);
            } else {
                push(start, at, kind);
            }
        }
    }
    tokens
}
