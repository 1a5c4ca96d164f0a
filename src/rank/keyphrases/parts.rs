//! Parts of speech: which words of an English text are nouns, adjectives or verbs where they stand.
//!
//! "The employed auxiliary systems required for this" holds one phrase, which no list of words can tell: "employed"
//! and "required" are in it or not by what stands beside them. A linear model over hashed features (the word, its
//! ending, how common it is, its neighbors, the parts before it) decides word by word, from left to right. Function
//! words, numbers and marks are what they are and are not asked about.

use crate::model::background;
use crate::model::coding::{Chance, Coder, Reader};
use crate::rank::features::Measured;
use crate::rank::terms::{Folded, NO_TERM};
use crate::read::Document;
use crate::read::tokens::TokenKind;
use crate::supplement::late_bytes;
use std::sync::OnceLock;

/// What a token is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Beyond the text, or no part is known.
    #[default]
    None = 0,
    /// A mark, an address.
    Mark = 1,
    /// A function word.
    Function = 2,
    /// A number.
    Number = 3,
    /// A noun or name.
    Noun = 4,
    /// An adjective, or a participle before its noun.
    Adjective = 5,
    /// A verb or adverb by a hair: "superposed" of "a quantum superposed operator".
    Doubtful = 6,
    /// A verb.
    Verb = 7,
    /// An adverb and what else there is.
    Other = 8,
}

impl Part {
    /// True for the parts that the model tells.
    pub fn is_told(self) -> bool {
        self as u8 >= Part::Noun as u8
    }

    /// True for what a noun phrase is made of.
    pub fn is_nominal(self) -> bool {
        matches!(self, Part::Noun | Part::Adjective | Part::Number)
    }
}

/// The parts that the model tells apart, in the order of its weights.
pub const TOLD: [Part; 4] = [Part::Noun, Part::Adjective, Part::Verb, Part::Other];

/// Features of a token.
pub const N_FEATURES: usize = 11;

/// So much more than for a noun or adjective must speak for a verb, in the model's units (half of e in the odds).
pub const SURE: i32 = 3;

/// What is seen of a token before its part is known.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// The part, where it needs no model.
    fixed: Part,
    /// A function word or mark itself; of others the ending and what the background says.
    look: u32,
    /// The whole word.
    word: u32,
    /// Its last three letters.
    ending: u32,
    /// What the background says.
    known: u32,
    /// Capitals, and whether it opens a sentence.
    shape: u32,
}

/// Weights of a feature for each of [`TOLD`] but the last, which has none.
pub type Weights = [i8; TOLD.len() - 1];

/// Buckets of the hashed features; one in fifty has weights.
pub const N_BUCKETS: usize = 1 << 16;

/// Codes a model: which buckets have weights, and which.
pub fn code<C: Coder>(coder: &mut C, given: &[Weights]) -> Vec<Weights> {
    let (mut has, mut chances) = (Chance::NEW, [[Chance::NEW; 32]; TOLD.len() - 1]);
    let mut weights = |bucket: usize| {
        let mut weights = given.get(bucket).copied().unwrap_or_default();
        if coder.bit(&mut has, weights != Weights::default()) {
            for (weight, chances) in weights.iter_mut().zip(&mut chances) {
                *weight = coder.number(chances, 5, (*weight + 16) as usize) as i8 - 16;
            }
        }
        weights
    };
    (0..N_BUCKETS).map(&mut weights).collect()
}

/// The part of every token; `None` for all tokens of other languages than English.
pub fn tell(document: &Document, measured: &Measured) -> Vec<Part> {
    static MODEL: OnceLock<Vec<Weights>> = OnceLock::new();
    let model = late_bytes!("model/parts_en.bin").filter(|_| document.language.tag.starts_with("en"));
    let model = model.map(|it| MODEL.get_or_init(|| code(&mut Reader::new(it), &[])).as_slice());
    tell_by(document, measured, model.unwrap_or_default())
}

/// The same by the weights of another model.
pub fn tell_by(document: &Document, measured: &Measured, model: &[Weights]) -> Vec<Part> {
    let mut parts = vec![Part::None; document.tokens.len()];
    if !model.is_empty() {
        decide(document, measured, &mut parts, |_, features| {
            let mut sums = [0i32; TOLD.len()];
            for &feature in features {
                for (sum, weight) in sums.iter_mut().zip(model[feature as usize]) {
                    *sum += i32::from(weight);
                }
            }
            let best = (1..TOLD.len()).fold(0, |best, it| if sums[it] > sums[best] { it } else { best });
            if best >= 2 && sums[best] - sums[0].max(sums[1]) < SURE { Part::Doubtful } else { TOLD[best] }
        });
    }
    parts
}

/// Asks `judge` for each token that needs it, in order; the trainer does the same.
pub fn decide(
    document: &Document,
    measured: &Measured,
    parts: &mut [Part],
    mut judge: impl FnMut(usize, &[u32; N_FEATURES]) -> Part,
) {
    let all: Vec<Seen> = (0..document.tokens.len()).map(|at| seen(document, measured, at)).collect();
    let (mut before, mut last, mut second_last) = (Seen::default(), Part::None, Part::None);
    for (at, &this) in all.iter().enumerate() {
        let next = all.get(at + 1).copied().unwrap_or_default();
        parts[at] = match this.fixed {
            Part::None => {
                let (last, second_last) = (last as u32, second_last as u32);
                let raw = [
                    this.known << 4 | this.shape,
                    this.ending,
                    this.ending & 0xffff | this.known << 16,
                    this.word,
                    last << 4 | second_last,
                    before.look,
                    next.look,
                    next.look ^ last << 28,
                    before.look.wrapping_mul(31) ^ this.known,
                    next.look.wrapping_mul(31) ^ this.known,
                    (this.ending & 0xffff) << 8 | last << 4 | next.fixed as u32,
                ];
                let mut features = [0; N_FEATURES];
                for (idx, (feature, raw)) in features.iter_mut().zip(raw).enumerate() {
                    let hash = (raw ^ (idx as u32) << 27).wrapping_add(idx as u32).wrapping_mul(0x9e37_79b1);
                    let hash = (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d);
                    *feature = hash >> 16;
                }
                judge(at, &features)
            }
            fixed => fixed,
        };
        (second_last, last) = (last, parts[at]);
        before = this;
    }
}

fn seen(document: &Document, measured: &Measured, at: usize) -> Seen {
    let token = &document.tokens[at];
    let text = token.span.of(document.text);
    let mut it = Seen { known: 60, ..Seen::default() };
    match token.kind {
        TokenKind::Mark | TokenKind::Address | TokenKind::Clitic => {
            it.fixed = Part::Mark;
            it.look = text.bytes().next().map_or(0, u32::from);
        }
        TokenKind::Number => {
            it.fixed = Part::Number;
            it.look = 1;
        }
        TokenKind::Word => {
            let folded = Folded::of(text);
            let bytes = folded.bytes();
            it.word = background::hash(*b"en", bytes);
            if measured.terms.of_token[at] == NO_TERM {
                it.fixed = Part::Function;
                it.look = it.word;
                return it;
            }
            if let Some(known) = measured.terms.known[at] {
                it.known = u32::from(known.part as u8) << 4 | u32::from(known.rarity);
            }
            it.ending = bytes.iter().rev().take(3).rev().fold(0, |sum, it| sum << 8 | u32::from(*it));
            it.look = 1 << 30 | (it.ending & 0xffff) << 8 | it.known >> 2;
            let opens = at == 0 || document.tokens[at - 1].sentence != token.sentence;
            let capital = text.starts_with(char::is_uppercase);
            let capitals = capital && text.len() > 1 && !text.bytes().any(|it| it.is_ascii_lowercase());
            it.shape = u32::from(opens) | u32::from(capital) << 1 | u32::from(capitals) << 2;
        }
    }
    it
}
