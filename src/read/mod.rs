//! Read: a text becomes a [`Document`] of blocks, sections, sentences and tokens, the ground truth for all
//! later steps. Nothing here judges what matters.

pub mod blocks;
pub mod furniture;
pub mod hints;
#[cfg(feature = "html")]
pub mod html;
pub mod language;
pub mod metadata;
pub mod sentences;
pub mod tokens;

use crate::lexicon::Lexicon;
use crate::options::{Options, Parts};
use blocks::Block;
use furniture::Section;
use hints::Hints;
use language::Language;
use metadata::Metadata;
use sentences::Sentence;
use tokens::Token;

/// A text that was read. Immutable from here on.
pub struct Document<'t> {
    /// The text as it came in.
    pub text: &'t str,
    /// What it is written in.
    pub language: Language,
    /// The word lists of that language.
    pub lexicon: &'static Lexicon,
    /// In order, disjoint; together they cover all but white space.
    pub blocks: Vec<Block>,
    /// The body, cut at its crossheads; in order.
    pub sections: Vec<Section>,
    /// Of every block of the article, headings included; in order, each inside one block.
    pub sentences: Vec<Sentence>,
    /// Of every sentence, in order, each inside one sentence. Empty when no wanted part needs them.
    pub tokens: Vec<Token>,
    /// Headline, byline and the like.
    pub metadata: Metadata,
}

impl<'t> Document<'t> {
    /// Reads `text`; `hints` say what markup told of it.
    pub fn read(text: &'t str, hints: Option<&Hints>, options: &Options) -> Document<'t> {
        let language = language::detect(text, options.language.as_deref());
        let lexicon = Lexicon::of(&language.tag);
        let blocks = blocks::split(text, hints);
        let (blocks, sections) = furniture::label(text, blocks, hints, options);
        let metadata = metadata::read(text, &blocks, hints, options);
        let sentences = sentences::split(text, &blocks, &language, lexicon);
        // Dates and quantities cut their blocks themselves.
        let of_tokens = Parts::TOKENS
            | Parts::SUMMARY
            | Parts::NUT_GRAF
            | Parts::KEYPHRASES
            | Parts::ENTITIES
            | Parts::QUOTES
            | Parts::STATISTICS;
        let tokens = if options.parts.any(of_tokens) {
            let segmenter = options.segmenter.filter(|_| language.writes_no_spaces());
            tokens::split(text, &sentences, segmenter)
        } else {
            Vec::new()
        };
        Document { text, language, lexicon, blocks, sections, sentences, tokens, metadata }
    }

    /// The tokens of one sentence.
    pub fn tokens_of(&self, sentence: usize) -> &[Token] {
        let start = self.tokens.partition_point(|it| (it.sentence as usize) < sentence);
        let end = self.tokens.partition_point(|it| (it.sentence as usize) <= sentence);
        &self.tokens[start..end]
    }
}
