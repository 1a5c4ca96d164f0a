//! One integration binary: everything through the public library.

#[cfg(feature = "html")]
mod articles;
#[cfg(feature = "cli")]
mod cli;
mod contract;
mod laws;
mod layers;
mod names;
mod quotes;
mod rank;
#[cfg(all(feature = "cli", unix))]
mod readme;
#[cfg(feature = "cli")]
mod related;
mod seed;
mod structure;
mod types;
mod values;
