//! One integration binary: everything through the public library.

mod cli;
mod contract;
mod laws;
mod layers;
mod names;
mod quotes;
mod rank;
