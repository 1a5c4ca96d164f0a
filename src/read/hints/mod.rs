//! Hints: what markup told of a text's blocks. There are none for plain text.
//!
//! The doors that read markup ([`html::read`](super::html::read) natively, `www/lib/read-dom.js` in a browser) only
//! report: which element, which box, which words stand in `class`. What those words mean is decided once, here
//! ([`signs`]), so that both doors are judged alike.

pub mod signs;

pub use signs::Signs;

use crate::text::Span;

/// What the markup of a page says beside its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    /// One for every block that the markup makes, in order, disjoint.
    pub blocks: Vec<BlockHint>,
    /// The block-level elements, in the order in which they open.
    pub boxes: Vec<BoxHint>,
    /// Stretches inside blocks that markup sets apart: times and authors. In the order in which they begin.
    pub marks: Vec<Mark>,
    /// What the page says of itself.
    pub page: PageFacts,
}

/// What the markup says of one block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockHint {
    /// Where the block's text lies.
    pub span: Span,
    /// The nearest element that matters.
    pub element: Element,
    /// Heading level 1 to 6, or 0.
    pub level: u8,
    /// UTF-16 units of the block that lie in links, white space left out.
    pub link_units: u32,
    /// Index of the innermost box.
    pub boxed: u32,
}

/// A block-level element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoxHint {
    /// Index of the box around it, which is smaller than its own; [`BoxHint::NONE`] for the outermost.
    pub parent: u32,
    /// What its tag and its names say.
    pub signs: Signs,
}

impl BoxHint {
    /// No box.
    pub const NONE: u32 = u32::MAX;

    /// A box by what its element wears: `names` are its `class`, `id`, `role`, `itemprop` and `data-testid`,
    /// parted by spaces.
    pub fn new(parent: u32, tag: &str, names: &str, hidden: bool) -> BoxHint {
        BoxHint { parent, signs: signs::of(tag, names, hidden) }
    }
}

/// The nearest element that matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Element {
    /// A paragraph, or a box that only holds text.
    #[default]
    Paragraph,
    /// `h1` to `h6`.
    Heading,
    /// `li`, `dt`, `dd`.
    ListItem,
    /// `blockquote`.
    Quotation,
    /// `figcaption`, `caption`.
    Caption,
    /// A row of a `table`; its cells are parted by tabs.
    TableRow,
    /// `pre`.
    Code,
}

impl Element {
    /// All of them; a door names an element by its place here.
    pub const ALL: [Element; 7] = [
        Element::Paragraph,
        Element::Heading,
        Element::ListItem,
        Element::Quotation,
        Element::Caption,
        Element::TableRow,
        Element::Code,
    ];
}

/// A stretch of text that markup sets apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where; may be empty, or run over several blocks where the markup is odd.
    pub span: Span,
    /// What its tag and names say.
    pub signs: Signs,
    /// `datetime` or `content`.
    pub value: Option<String>,
}

/// What the page says of itself, as it says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageFacts {
    /// `title`.
    pub title: Option<String>,
    /// `meta` elements: `name`, `property` or `itemprop` in lower case, and `content`.
    pub metas: Vec<(String, String)>,
    /// Texts of `script type="application/ld+json"`.
    pub json_ld: Vec<String>,
    /// `link rel="canonical"`.
    pub canonical: Option<String>,
    /// `lang` of the root.
    pub language: Option<String>,
}
