//! Hints: what markup told of a text's blocks. There are none for plain text.

use crate::text::Span;

/// What the markup of a page says beside its text.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    /// One for every block that the markup makes, in order, disjoint.
    pub blocks: Vec<BlockHint>,
    /// What the page says of itself.
    pub page: PageMetadata,
}

/// What the markup says of one block.
#[derive(Clone, Debug, Default)]
pub struct BlockHint {
    /// Where the block's text lies.
    pub span: Span,
    /// The nearest block element.
    pub element: Element,
    /// Heading level 1 to 6, or 0.
    pub level: u8,
    /// Share of the block's non-blank chars that lie in links, 0 to 1.
    pub link_share: f32,
    /// What the elements around it say, as [`Ancestor`] bits.
    pub ancestors: u32,
}

/// The nearest block element, as far as it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Element {
    /// A paragraph, or a box that only holds text.
    #[default]
    Paragraph,
    /// `h1` to `h6`.
    Heading,
    /// `li`, `dt`, `dd`.
    ListItem,
    /// `blockquote`, `q` as a block.
    Quotation,
    /// `figcaption`, `caption`.
    Caption,
    /// A row of a `table`.
    TableRow,
    /// `pre`.
    Code,
}

/// What an element around a block says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Ancestor {
    /// `article`.
    Article = 1,
    /// `main`.
    Main = 1 << 1,
    /// `nav`, menus.
    Nav = 1 << 2,
    /// `aside`.
    Aside = 1 << 3,
    /// `footer`.
    Footer = 1 << 4,
    /// `header`.
    Header = 1 << 5,
    /// A comment section by class or id.
    Comment = 1 << 6,
    /// Related articles, recommendations.
    Related = 1 << 7,
    /// Share bars, newsletters, adverts, cookie notices.
    Promotion = 1 << 8,
    /// Not shown.
    Hidden = 1 << 9,
    /// `figure`.
    Figure = 1 << 10,
}

/// What the page says of itself: Open Graph, JSON-LD, `meta`, `time`.
#[derive(Clone, Debug, Default)]
pub struct PageMetadata {
    /// Name of the publication.
    pub site: Option<String>,
    /// The article's title.
    pub headline: Option<String>,
    /// The article's own summary.
    pub standfirst: Option<String>,
    /// Who wrote it, one name an entry.
    pub authors: Vec<String>,
    /// When, as the page writes it.
    pub published: Option<String>,
    /// Where the page lives.
    pub url: Option<String>,
    /// `lang` of the page.
    pub language: Option<String>,
}
