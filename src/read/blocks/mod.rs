//! Blocks: a text is cut into runs at its own breaks, or where the markup said.
//!
//! In goes the text, and the hints where markup left some; out come trimmed spans, in order, disjoint, that cover
//! all but white space. Every line is a block, as a page pasted from a browser has it, but for two kinds of text:
//! hard-wrapped prose (novels, mail), whose lines are joined into paragraphs, and text that plainly is Markdown.
//! Nothing here tells article from furniture; a role is given only where the text's own marks give it (a list
//! mark, a `#`, a fence).

mod lines;
mod markdown;
mod wrapped;

use super::hints::{Element, Hints};
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

/// Cuts `text` at its breaks, or where the hints say.
pub fn split(text: &str, hints: Option<&Hints>) -> Vec<Block> {
    if let Some(hints) = hints {
        return hinted(text, hints);
    }
    let lines = lines::of(text);
    if markdown::is_plainly(text, &lines) {
        markdown::split(text, &lines)
    } else {
        wrapped::split(text, &lines, of_line)
    }
}

impl Block {
    /// A block that nobody has judged yet.
    pub(crate) fn new(span: Span, role: Role, rule: &'static str) -> Block {
        Block { span, role, level: None, section: None, rule }
    }
}

/// A line as a block of its own.
fn of_line(text: &str, span: Span) -> Block {
    match lines::list_mark(span.of(text)) {
        Some(_) => Block::new(span, Role::ListItem, "list_mark"),
        None => Block::new(span, Role::Paragraph, "line"),
    }
}

/// Blocks as the markup has them. Text that no hint covers is cut into lines: hints come from outside and may
/// be wrong, and no character is ever dropped.
fn hinted(text: &str, hints: &Hints) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(hints.blocks.len());
    let mut at = 0;
    let rest = |blocks: &mut Vec<Block>, from: u32, to: u32| {
        for line in lines::of(Span { start: from, end: to }.of(text)) {
            let span = Span { start: from + line.span.start, end: from + line.span.end };
            blocks.push(of_line(text, span));
        }
    };
    for hint in &hints.blocks {
        if hint.span.start < at || hint.span.end as usize > text.len() {
            continue;
        }
        let span = hint.span.trim(text);
        if span.is_empty() {
            continue;
        }
        if at < span.start {
            rest(&mut blocks, at, span.start);
        }
        at = span.end;
        let (role, rule) = match hint.element {
            Element::Paragraph => (Role::Paragraph, "paragraph_element"),
            Element::Heading => (Role::Crosshead, "heading_element"),
            Element::ListItem => (Role::ListItem, "list_element"),
            Element::Quotation => (Role::Quotation, "quotation_element"),
            Element::Caption => (Role::Caption, "caption_element"),
            // A cell of a layout table is a box like any other; only a row of several cells is a table.
            Element::TableRow if span.of(text).contains('\t') => (Role::Table, "row_element"),
            Element::TableRow => (Role::Paragraph, "cell_element"),
            Element::Code => (Role::Code, "code_element"),
        };
        let mut block = Block::new(span, role, rule);
        block.level = (role == Role::Crosshead).then(|| hint.level.clamp(1, 6));
        blocks.push(block);
    }
    if (at as usize) < text.len() {
        rest(&mut blocks, at, text.len() as u32);
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of a text, each with its role.
    fn blocks(text: &str) -> Vec<(&str, &str)> {
        split(text, None).iter().map(|it| (it.role.name(), it.span.of(text))).collect()
    }

    #[test]
    fn every_line_of_a_pasted_page_is_a_block() {
        let text = "Home\r\n\r\n  Rain stops play \rGotcha.\u{2028}Last";
        let want = ["Home", "Rain stops play", "Gotcha.", "Last"].map(|it| ("paragraph", it));
        assert_eq!(blocks(text), want);
    }

    #[test]
    fn printed_lines_are_joined() {
        let text = "Alice was beginning to get very tired of sitting by her sister on the\n\
                    bank, and of having nothing to do: once or twice she had peeped into the\n\
                    book her sister was reading, but it had no pictures or conversations in\n\
                    it.\n\n\
                    So she was considering in her own mind (as well as she could, for the\n\
                    hot day made her feel very sleepy and stupid), whether the pleasure of\n\
                    making a daisy-chain would be worth the trouble of getting up.";
        let got = blocks(text);
        assert_eq!(got.len(), 2, "{got:?}");
        assert!(got[0].1.ends_with("\nit."));
    }

    #[test]
    fn markdown_marks_give_roles() {
        let text = "# Rain stops play\n\nIt rained\nall day.\n\n## Why\n\n- clouds\n- wind\n\n> Wet, said\n> the captain.\n\n```\nlet x = 1;\n\n# no\n```\n";
        let want = [
            ("crosshead", "# Rain stops play"),
            ("paragraph", "It rained\nall day."),
            ("crosshead", "## Why"),
            ("list_item", "- clouds"),
            ("list_item", "- wind"),
            ("quotation", "> Wet, said\n> the captain."),
            ("code", "```\nlet x = 1;\n\n# no\n```"),
        ];
        assert_eq!(blocks(text), want);
    }

    #[test]
    fn list_marks_give_items_and_dialogue_dashes_do_not() {
        let text = "• bread\n2. milk\n– Bonjour, dit-il.";
        assert_eq!(
            blocks(text),
            [("list_item", "• bread"), ("list_item", "2. milk"), ("paragraph", "– Bonjour, dit-il.")]
        );
    }
}
