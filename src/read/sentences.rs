//! Sentences: the blocks of the article are cut at their full stops.

use super::blocks::{Block, Role};
use super::language::Language;
use crate::lexicon::Lexicon;
use crate::text::Span;

/// A sentence of a block of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where; trimmed of white space.
    pub span: Span,
    /// Index of its block.
    pub block: u32,
}

/// Cuts every block but furniture into sentences.
pub fn split(text: &str, blocks: &[Block], _language: &Language, lexicon: &Lexicon) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (idx, block) in blocks.iter().enumerate() {
        if block.role == Role::Furniture {
            continue;
        }
        let piece = block.span.of(text);
        let bytes = piece.as_bytes();
        let mut start = 0;
        let mut at = 0;
        while at < bytes.len() {
            if !matches!(bytes[at], b'.' | b'!' | b'?') {
                at += 1;
                continue;
            }
            let stop = at;
            at += 1;
            let rest = piece[at..].trim_start_matches(['.', '!', '?', '"', '\'', '”', '’', ')', ']', '»']);
            at = piece.len() - rest.len();
            let word = piece[start..stop].rsplit([' ', '\n', '(', '"', '“']).next().unwrap_or("");
            let next = rest.trim_start().chars().next();
            let ends = rest.starts_with(char::is_whitespace)
                && next.is_some_and(|it| !it.is_lowercase())
                && !(bytes[stop] == b'.'
                    && (lexicon.abbreviations.contains(word) || word.chars().count() == 1));
            if ends {
                push(
                    &mut sentences,
                    block.span.start as usize + start,
                    block.span.start as usize + at,
                    text,
                    idx,
                );
                start = at;
            }
        }
        push(&mut sentences, block.span.start as usize + start, block.span.end as usize, text, idx);
    }
    sentences
}

fn push(sentences: &mut Vec<Sentence>, start: usize, end: usize, text: &str, block: usize) {
    let span = Span::new(start, end).trim(text);
    if !span.is_empty() {
        sentences.push(Sentence { span, block: block as u32 });
    }
}
