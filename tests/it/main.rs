//! One integration binary: everything through the public library.

mod contract;
mod names;
mod rank;
