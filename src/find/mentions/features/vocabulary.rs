//! The different words of a text: what is known of a word, however often it stands there, is looked up once.

use crate::index::{Index, of_bytes};
use crate::read::tokens::Token;

/// Which word each token is, as a number, and where each stands first. Words that are written in another way are others.
pub struct Vocabulary {
    /// Of each token, its word.
    pub words: Vec<u32>,
    /// Of each word, its first token.
    pub firsts: Vec<u32>,
}

impl Vocabulary {
    /// The words of these tokens.
    pub fn of(text: &str, tokens: &[Token]) -> Vocabulary {
        let mut index = Index::new(0);
        let mut words = Vec::with_capacity(tokens.len());
        let mut firsts = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let spelled = token.span.of(text).as_bytes();
            let word = index.find_or_insert(of_bytes(spelled, token.kind as u8), firsts.len() as u32);
            if word as usize == firsts.len() {
                firsts.push(at as u32);
            }
            words.push(word);
        }
        Vocabulary { words, firsts }
    }
}
