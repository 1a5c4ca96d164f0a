//! One integration binary: everything through the public library.

#[cfg(feature = "html")]
mod articles;
#[cfg(feature = "cli")]
mod cli;
mod contract;
mod dialogue;
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
mod set_apart;
mod structure;
mod types;
mod values;
