//! Markdown, where the text plainly is Markdown: headings, quotations, lists, fenced code; paragraphs run to the
//! next blank line. The marks stay in the blocks: no character is dropped.

use super::lines::{self, Line};
use super::{Block, Role};
use crate::text::Span;

/// True when the marks are too many to be chance: two headings, or a heading beside another mark. One line with a
/// `#` may be a hashtag, and lists alone come with every pasted page; a line with a `#` right over another is the comment
/// of a program, unless the text begins with one.
pub fn is_plainly(text: &str, lines: &[Line]) -> bool {
    let (mut n_headings, mut n_others) = (0, 0);
    let is_heading = |idx: usize| lines.get(idx).is_some_and(|it| heading_level(it.span.of(text)).is_some());
    for (idx, line) in lines.iter().enumerate() {
        let piece = line.span.of(text);
        let stands_alone = lines.get(idx + 1).is_none_or(|it| it.n_blank > 0);
        if is_heading(idx) && (stands_alone || is_heading(0))
            || (idx > 0 && line.n_blank == 0 && underline(piece).is_some())
        {
            n_headings += 1;
        } else if piece.starts_with("```")
            || piece.starts_with("> ")
            || piece.as_bytes().windows(2).any(|it| it == b"](")
        {
            n_others += 1;
        }
    }
    n_headings >= 2 || (n_headings == 1 && n_others > 0) || n_others >= 3
}

/// Cuts Markdown into blocks.
pub fn split(text: &str, lines: &[Line]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut in_fence = false;
    for line in lines {
        let piece = line.span.of(text);
        let grow = |block: &mut Block| block.span = Span { start: block.span.start, end: line.span.end };
        let is_fence = piece.starts_with("```") || piece.starts_with("~~~");
        if in_fence {
            if let Some(open) = blocks.last_mut() {
                grow(open);
            }
            in_fence = !is_fence;
            continue;
        }
        if is_fence {
            in_fence = true;
            blocks.push(Block::new(line.span, Role::Code, "markdown_fence"));
            continue;
        }
        if let Some(level) = heading_level(piece) {
            let mut block = Block::new(line.span, Role::Crosshead, "markdown_heading");
            block.level = Some(level);
            blocks.push(block);
            continue;
        }
        let role = if piece.starts_with('>') {
            Role::Quotation
        } else if lines::list_mark(piece).is_some() {
            Role::ListItem
        } else {
            Role::Paragraph
        };
        if line.n_blank == 0
            && let Some(open) = blocks.last_mut()
        {
            if open.role == Role::Paragraph
                && let Some(level) = underline(piece)
            {
                *open = Block {
                    role: Role::Crosshead,
                    level: Some(level),
                    rule: "markdown_heading",
                    ..open.clone()
                };
                grow(open);
                continue;
            }
            let goes_on = match role {
                Role::Paragraph => matches!(open.role, Role::Paragraph | Role::ListItem | Role::Quotation),
                Role::Quotation => open.role == Role::Quotation,
                _ => false,
            };
            if goes_on {
                grow(open);
                continue;
            }
        }
        blocks.push(Block::new(line.span, role, "markdown"));
    }
    blocks
}

/// Level of a `## heading`.
fn heading_level(line: &str) -> Option<u8> {
    let n_marks = line.bytes().take_while(|&it| it == b'#').count();
    let named = line[n_marks..].strip_prefix(' ').is_some_and(|it| !it.trim().is_empty());
    ((1..=6).contains(&n_marks) && named).then_some(n_marks as u8)
}

/// Level that a line of `===` or `---` gives to the line above.
fn underline(line: &str) -> Option<u8> {
    let all = |mark: u8| line.len() >= 3 && line.bytes().all(|it| it == mark);
    if all(b'=') {
        Some(1)
    } else if all(b'-') {
        Some(2)
    } else {
        None
    }
}
