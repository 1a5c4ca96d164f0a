//! nutgraf analyzes an article: it splits it, summarizes it in its own sentences, and finds who said
//! what, when, and how much.
//!
//! A text goes in at one end and a [`View`] comes out at the other. In between it is read,
//! found, linked, ranked and viewed; each step takes earlier results by shared reference and returns one
//! new value.
//!
//! ```text
//!  text ─▶ read ─▶ find ─▶ link ─▶ rank ─▶ view
//!  &str   Document  Findings  Links   Ranking  View
//!         blocks    quotes    entities summary  offsets in bytes,
//!         sentences mentions  attri-   nut graf UTF-16 units or
//!         tokens    dates…    butions  keyphrases  code points
//! ```
//!
//! ```
//! use nutgraf::{Options, analyze};
//!
//! let text = "Rain stops play\n\nRain stopped play on Monday. \"We will be back,\" the captain, Ann Lee, said.";
//! let analysis = analyze(text, &Options::default());
//! assert_eq!(analysis.document.metadata.headline.as_deref(), Some("Rain stops play"));
//! ```
//!
//! # Features
//!
//! - none: text in, analysis out. `default-features = false` is what a library wants: it needs `serde` alone.
//! - `html`: also reads HTML pages, by `read::html`.
//! - `cli` (the default): the command line `nutgraf`, with `html`.
//!
//! The analysis itself never fails and never panics: odd text gives a partial answer and a
//! [`Note`](analyze::Note). Same text, same options, same answer, on every machine.

/// The examples of the README hold.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub mod analyze;
mod decimal;
pub mod find;
mod index;
pub mod lexicon;
pub mod link;
pub mod model;
pub mod options;
mod order;
pub mod rank;
pub mod read;
pub mod request;
pub mod statistics;
pub mod supplement;
pub mod text;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analyze::{Analysis, analyze, analyze_with};
pub use options::{Furniture, Length, Options, Parts};
pub use text::Span;
pub use view::{Unit, View};
