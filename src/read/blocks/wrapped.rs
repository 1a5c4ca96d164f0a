//! Hard-wrapped prose: lines broken at a width, as in printed books, mail and old text files, joined into
//! paragraphs. The breaks stay in the spans; only the blocks are larger.

use super::lines::{self, Line};
use super::{Block, Role};
use crate::order;
use crate::text::Span;

/// No wrapped line is narrower than this (a column of a newspaper), so shorter lines tell nothing.
const NARROWEST: usize = 32;

/// No one wraps wider than this; a page of paragraphs has lines far longer.
const WIDEST: usize = 110;

/// The width that `text` is wrapped at; none when it is not.
///
/// The sign of a wrapped line: the first word of the next line would not have fitted. In wrapped prose nearly all
/// lines inside a paragraph show it; in menus and verse few do.
pub fn width(text: &str, lines: &[Line]) -> Option<usize> {
    if lines.len() < 3 {
        return None;
    }
    let lengths: Vec<usize> = lines.iter().map(|it| it.span.of(text).chars().count()).collect();
    let n_long = lengths.iter().filter(|&&it| it > WIDEST).count();
    if n_long * 50 > lines.len() {
        return None;
    }
    // The width: what one line in twenty still reaches, so that one odd line does not decide.
    let mut sorted: Vec<usize> = lengths.iter().copied().filter(|&it| it <= WIDEST).collect();
    order::sort(&mut sorted);
    let width = *sorted.get(sorted.len().saturating_sub(1 + sorted.len() / 20))?;
    if width < NARROWEST {
        return None;
    }
    let (mut n_inner, mut n_full, mut n_unfinished) = (0, 0, 0);
    for (idx, pair) in lines.windows(2).enumerate() {
        if pair[1].n_blank > 0 || starts_anew(text, pair) {
            continue;
        }
        n_inner += 1;
        let line = pair[0].span.of(text);
        let next_word = pair[1].span.of(text).split_whitespace().next().unwrap_or("");
        n_full += usize::from(lengths[idx] + 1 + next_word.chars().count() + 3 > width);
        n_unfinished += usize::from(!line.ends_with(['.', '!', '?', '"', '”', ':', '…']));
    }
    // A full line in wrapped prose seldom ends a sentence: one in six or so. Teasers of one line each always do.
    (n_inner >= 2 && n_full * 4 >= n_inner * 3 && n_unfinished * 2 > n_inner).then_some(width)
}

/// Joins the lines of each paragraph.
pub fn split(text: &str, lines: &[Line], width: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (idx, line) in lines.iter().enumerate() {
        let role =
            if lines::list_mark(line.span.of(text)).is_some() { Role::ListItem } else { Role::Paragraph };
        if idx > 0
            && line.n_blank == 0
            && role == Role::Paragraph
            && !ends_paragraph(text, &lines[idx - 1..=idx], width)
            && let Some(open) = blocks.last_mut()
        {
            open.span = Span { start: open.span.start, end: line.span.end };
            continue;
        }
        blocks.push(Block::new(
            line.span,
            role,
            if role == Role::ListItem { "list_mark" } else { "wrapped" },
        ));
    }
    blocks
}

/// An indented line after one that is not opens a paragraph, as in novels without blank lines.
fn starts_anew(text: &str, pair: &[Line]) -> bool {
    pair[1].indent >= pair[0].indent + 2 || lines::list_mark(pair[1].span.of(text)).is_some()
}

/// True when the second line does not go on from the first.
fn ends_paragraph(text: &str, pair: &[Line], width: usize) -> bool {
    let [line, next] = [pair[0].span.of(text), pair[1].span.of(text)];
    let next_word = next.split_whitespace().next().unwrap_or("").chars().count();
    let finished = line.ends_with(['.', '!', '?', '"', '”', '…', '’', '\'', '»']);
    // "it." and then "So she was": a finished sentence with room for more words than one.
    let short = line.chars().count() + next_word + 8 < width;
    starts_anew(text, pair) || (finished && short && !next.starts_with(char::is_lowercase))
}
