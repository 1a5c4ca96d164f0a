//! HTML for native doors: a conforming parser gives text and hints, as the page's own parser does in a browser.

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
    Page { text: html.to_string(), hints: Hints::default() }
}
