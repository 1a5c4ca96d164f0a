//! Blocks: a text is cut into runs at its breaks.

use super::hints::Hints;
use crate::text::Span;

/// A run of text between breaks, and what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Where; trimmed of white space.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// Crossheads: 1 to 6, like `h1` to `h6`.
    pub level: Option<u8>,
    /// Index of the section it belongs to; the body's blocks have one.
    pub section: Option<u32>,
    /// The rule that decided.
    pub rule: &'static str,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Name of the publication.
    Site,
    /// Short label over the headline.
    Kicker,
    /// Title of the article.
    Headline,
    /// Summary under the headline.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// When it was published or updated.
    Timestamp,
    /// Heading inside the body.
    Crosshead,
    /// A paragraph of the body.
    Paragraph,
    /// An item of a list in the body.
    ListItem,
    /// A passage set apart as somebody's words.
    Quotation,
    /// Text that belongs to a picture.
    Caption,
    /// A row of a table.
    Table,
    /// Program text.
    Code,
    /// All that is not the article.
    Furniture,
}

impl Role {
    /// Name in the view.
    pub fn name(self) -> &'static str {
        match self {
            Role::Site => "site",
            Role::Kicker => "kicker",
            Role::Headline => "headline",
            Role::Standfirst => "standfirst",
            Role::Byline => "byline",
            Role::Timestamp => "timestamp",
            Role::Crosshead => "crosshead",
            Role::Paragraph => "paragraph",
            Role::ListItem => "list_item",
            Role::Quotation => "quotation",
            Role::Caption => "caption",
            Role::Table => "table",
            Role::Code => "code",
            Role::Furniture => "furniture",
        }
    }

    /// True for the running text of the article: what a summary may pick from.
    pub fn is_body(self) -> bool {
        matches!(self, Role::Paragraph | Role::ListItem | Role::Quotation)
    }
}

/// Cuts `text` at its line breaks, or where the hints say.
pub fn split(text: &str, hints: Option<&Hints>) -> Vec<Block> {
    let block = |span: Span| Block { span, role: Role::Paragraph, level: None, section: None, rule: "line" };
    if let Some(hints) = hints {
        return hints
            .blocks
            .iter()
            .map(|it| block(it.span.trim(text)))
            .filter(|it| !it.span.is_empty())
            .collect();
    }
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let span = Span::new(start, start + line.len()).trim(text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(block(span));
        }
    }
    blocks
}
