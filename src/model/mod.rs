//! Models: what was learned from data, as bytes, and the readers of those bytes. Made by `cargo xtask train`;
//! `docs/models.md` tells data, licence, size and score of each.

pub mod background;
pub mod blocks;
#[doc(hidden)] // for the trainer
pub mod coding;
pub mod first_names;
pub mod language;
pub mod names;
pub mod sentences;
pub mod trees;
#[doc(hidden)] // for the trainer
pub mod word_table;
