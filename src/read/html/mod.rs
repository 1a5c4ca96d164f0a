//! HTML for native doors: a conforming parser gives text and hints, as the page's own parser does in a browser.
//!
//! In goes a page; out come its text, block after block, and what its markup says of the blocks. Nothing is
//! judged here. The twin is `www/lib/read-dom.js`: the two walk alike, line for line, and a test compares them.
//! Nothing is fetched, nothing runs.

mod feed;
mod tree;
mod walk;

use super::hints::Hints;

/// Text and hints of a page.
pub struct Page {
    /// The page's text, block after block.
    pub text: String,
    /// What the markup says of it.
    pub hints: Hints,
}

/// Reads an HTML page.
pub fn read(html: &str) -> Page {
    walk::walk(&tree::parse(html))
}
