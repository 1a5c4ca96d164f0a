//! Requests: options as they come from outside, in one shape for JSON Lines and JavaScript.

mod hints;

pub use hints::{BlockRequest, BoxRequest, HintsRequest, MarkRequest, PageRequest};

use crate::options::{Furniture, Length, Options, Parts};
use crate::read::hints::Hints;
use crate::text::Unit;
use serde::Deserialize;

/// Options as a caller writes them. Unknown fields are ignored, absent ones mean the default.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Request {
    /// Number of sentences of the summary.
    pub sentences: Option<f64>,
    /// Share of the sentences, 0 to 1.
    pub ratio: Option<f64>,
    /// Words of the summary at most.
    pub words: Option<f64>,
    /// A question or a few words.
    pub query: Option<String>,
    /// ISO 8601 date of publication.
    pub published: Option<String>,
    /// BCP 47 tag.
    pub lang: Option<String>,
    /// The headline, where the text may lack it.
    pub title: Option<String>,
    /// Where the text comes from.
    pub url: Option<String>,
    /// `detect` or `none`.
    pub furniture: Option<String>,
    /// Names of the wanted parts, parted by commas.
    pub only: Option<String>,
    /// What markup told of the text.
    pub hints: Option<HintsRequest>,
}

/// An option that makes no sense; the message says what would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadOption(pub String);

impl std::fmt::Display for BadOption {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadOption {}

impl Request {
    /// The names of the fields, for doors that warn of others.
    pub const FIELDS: &[&str] = &[
        "sentences",
        "ratio",
        "words",
        "query",
        "published",
        "lang",
        "title",
        "url",
        "furniture",
        "only",
        "hints",
    ];

    /// What markup told of `text`, whose offsets count `unit`; none when the caller gave none.
    pub fn hints(&self, text: &str, unit: Unit) -> Option<Hints> {
        self.hints.as_ref().map(|it| it.hints(text, unit))
    }

    /// The options that the request asks for.
    ///
    /// # Errors
    /// A number out of range, an unknown name, more than one of `sentences`, `ratio` and `words`.
    pub fn options(self) -> Result<Options, BadOption> {
        let bad = |message: String| Err(BadOption(message));
        let length = match (self.sentences, self.ratio) {
            (Some(_), Some(_)) => return bad("give `sentences` or `ratio`, not both".into()),
            (None, None) => match self.words {
                None => Length::default(),
                Some(n) if n >= 0.0 && n <= f64::from(u32::MAX) && n.trunc() == n => {
                    Length::Words(n as usize)
                }
                Some(_) => return bad("`words` is a whole number of words, 0 or more".into()),
            },
            _ if self.words.is_some() => {
                return bad("give `words` alone, without `sentences` or `ratio`".into());
            }
            (Some(n), None) if n >= 0.0 && n <= f64::from(u32::MAX) && n.trunc() == n => {
                Length::Sentences(n as usize)
            }
            (Some(_), None) => return bad("`sentences` is a whole number of sentences, 0 or more".into()),
            (None, Some(ratio)) if (0.0..=1.0).contains(&ratio) => Length::Ratio(ratio as f32),
            (None, Some(_)) => return bad("`ratio` lies between 0 and 1".into()),
        };
        let furniture = match self.furniture.as_deref() {
            None | Some("detect") => Furniture::Detect,
            Some("none") => Furniture::None,
            Some(other) => return bad(format!("`furniture` is \"detect\" or \"none\", not \"{other}\"")),
        };
        let parts = match self.only.as_deref() {
            None => Parts::DEFAULT,
            Some(names) => parts(names)?,
        };
        let said = |it: Option<String>| it.filter(|it| !it.trim().is_empty());
        Ok(Options {
            segmenter: None,
            length,
            query: said(self.query),
            published: said(self.published),
            language: said(self.lang),
            title: said(self.title),
            url: said(self.url),
            furniture,
            parts,
        })
    }
}

/// The parts that a list such as `sentences,summary` names.
///
/// # Errors
/// A name that is no part.
pub fn parts(names: &str) -> Result<Parts, BadOption> {
    let mut parts = Parts::EMPTY;
    for name in names.split(',').map(str::trim).filter(|it| !it.is_empty()) {
        match Parts::named(name) {
            Some(part) => parts = parts | part,
            None => {
                return Err(BadOption(format!(
                    "no part is called \"{name}\"; parts are {}",
                    Parts::NAMES.join(", ")
                )));
            }
        }
    }
    Ok(parts)
}
