//! The models in `blocks.bin`: what a block is, by trees over small whole numbers. `docs/models.md` tells what they
//! were learned from.

use super::coding::Reader;
use super::trees::{self, Chances, Trees};
use std::sync::OnceLock;

/// Score that means one unit of log odds.
pub const UNIT: i32 = 16;

/// Features that a row has room for.
pub const WIDTH: usize = 256;

/// One of the models in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text: is a block of the article?
    Plain,
    /// The same for HTML.
    Marked,
    /// Plain text: is it the headline?
    Headline,
    /// Plain text: is it a byline?
    Byline,
    /// Plain text: is it a crosshead?
    Crosshead,
}

impl Kind {
    /// In the order of the file.
    pub const ALL: [Kind; 5] = [Kind::Plain, Kind::Marked, Kind::Headline, Kind::Byline, Kind::Crosshead];
}

/// How likely a block is of a kind, in log odds of [`UNIT`], by its row of features. A feature that the row lacks counts as 0.
pub fn score(kind: Kind, row: &[u8]) -> i32 {
    static MODELS: OnceLock<[Trees; Kind::ALL.len()]> = OnceLock::new();
    let models = MODELS.get_or_init(|| {
        let (mut reader, mut chances) = (Reader::new(include_bytes!("blocks.bin")), Chances::default());
        Kind::ALL.map(|_| trees::code(&mut reader, &mut chances, &Trees::default()))
    });
    let mut whole = [0; WIDTH];
    for (to, from) in whole.iter_mut().zip(row) {
        *to = *from;
    }
    models[kind as usize].sum(&whole)
}
