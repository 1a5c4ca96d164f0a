//! Hard-wrapped prose: lines broken at a width, as in printed books, mail and old text files, joined into
//! paragraphs. The breaks stay in the spans; only the blocks are larger.

use super::lines::{self, Line};
use super::{Block, Role};
use crate::text::Span;

/// No wrapped line is narrower than this (a column of a newspaper), so shorter lines tell nothing.
const NARROWEST: usize = 32;

/// Nor mail and the like narrower than this; verse in small letters often is.
const NARROWEST_MIXED: usize = 48;

/// No one wraps wider than this; a page of paragraphs has lines far longer.
const WIDEST: usize = 110;

/// How a text is wrapped.
#[derive(Clone, Copy)]
struct Wrapping {
    width: usize,
    /// Lines that end early stand among the full ones, as in mail: greetings, addresses, signatures.
    is_mixed: bool,
    /// Lines are full to the brim, as machines fill them: room for one more word ends a paragraph or a title.
    is_filled: bool,
}

/// So many columns more than the next word needs may be left where lines are not full to the brim.
const SLACK: usize = 3;

/// Blocks of a text whose lines are broken at a width, as a whole or in some of its runs without blank lines; the other
/// lines are told by `of_line`.
pub fn split(text: &str, lines: &[Line], of_line: fn(&str, Span) -> Block) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    if let Some(wrapping) = wrapping(text, lines, true) {
        join(text, lines, wrapping, &mut blocks);
        return blocks;
    }
    let mut start = 0;
    while start < lines.len() {
        let n_more = lines[start + 1..].iter().take_while(|it| it.n_blank == 0).count();
        let run = &lines[start..start + 1 + n_more];
        match wrapping(text, run, false) {
            Some(wrapping) => join(text, run, wrapping, &mut blocks),
            None => blocks.extend(run.iter().map(|it| of_line(text, it.span))),
        }
        start += run.len();
    }
    blocks
}

/// How `lines` are wrapped; none when they are not.
///
/// The sign of a wrapped line: the first word of the next line would not have fitted. In wrapped prose nearly all
/// lines inside a paragraph show it; in menus and verse few do. Where short lines stand among them it is asked of the
/// others alone, whose next lines then must go on in lower case; so it is of a run that is not the whole text.
fn wrapping(text: &str, lines: &[Line], is_whole: bool) -> Option<Wrapping> {
    if lines.len() < 3 {
        return None;
    }
    let mut n_long = 0;
    let (mut n_unfinished, mut n_capital) = (0, 0);
    let mut inner: Vec<Inner> = Vec::new();
    for pair in lines.windows(2) {
        let [line, next] = [pair[0].span.of(text), pair[1].span.of(text)];
        let length = line.chars().count();
        n_long += usize::from(length > WIDEST);
        if n_long * 50 > lines.len() {
            return None;
        }
        if pair[1].n_blank > 0 || starts_anew(text, pair) {
            continue;
        }
        n_unfinished += usize::from(!line.ends_with(['.', '!', '?', '"', '”', ':', '…']));
        n_capital += usize::from(next.starts_with(char::is_uppercase));
        // Lists in small letters and program text have fewer words.
        let goes_on = next.starts_with(char::is_lowercase) && line.matches(' ').count() > 4;
        inner.push(Inner { length, longer: length + 1 + first_word(next), goes_on });
    }
    let (n_filled, filled_width) = fullest(&inner, 0);
    let (n_full, slack_width) = fullest(&inner, SLACK);
    let is_filled = (n_filled + 1) * 10 >= n_full * 9;
    let width = if is_filled { filled_width } else { slack_width };
    let n_inner = inner.len();
    let stretched = || inner.iter().filter(|it| !is_short(it.length, width));
    let is_full = |it: &&Inner| it.longer + SLACK > width;
    let n_stretched = stretched().count();
    let n_stretched_full = stretched().filter(is_full).count();
    let n_going_on = stretched().filter(is_full).filter(|it| it.goes_on).count();
    // A title and the end of a paragraph are short in an abstract of five lines, too.
    // A full line in wrapped prose seldom ends a sentence: one in six or so. Teasers of one line each always do, and lines of
    // verse and headlines begin with capitals.
    if is_whole
        && n_inner >= 2
        && (n_full * 4 >= n_inner * 3 || n_full > 2 && n_full + 2 >= n_inner)
        && n_unfinished * 2 > n_inner
        && n_capital * 4 <= n_inner * 3
    {
        // One short line may be the title over an abstract, or end a wrapped one.
        let n_short = n_inner - n_stretched;
        return Some(Wrapping { width, is_mixed: n_short > 1 && n_short * 8 >= n_inner, is_filled });
    }
    (width >= NARROWEST_MIXED
        && n_going_on >= 2
        && n_stretched_full * 4 >= n_stretched * 3
        && n_going_on * 2 > n_stretched)
        .then_some(Wrapping { width, is_mixed: true, is_filled: false })
}

/// A line with another one right behind it.
struct Inner {
    length: usize,
    /// Its length with the next word.
    longer: usize,
    /// It has some words, and the next line begins in lower case.
    goes_on: bool,
}

/// The largest width at which most lines fit and would not with the next word and `slack` columns; how many do.
fn fullest(lines: &[Inner], slack: usize) -> (usize, usize) {
    let mut changes = [0i32; WIDEST + 2];
    for it in lines {
        changes[it.length.clamp(NARROWEST, WIDEST + 1)] += 1;
        changes[(it.longer + slack).clamp(NARROWEST, WIDEST + 1)] -= 1;
    }
    let (mut n, mut best) = (0, (0, 0));
    for (width, change) in changes[..=WIDEST].iter().enumerate() {
        n += change;
        if n > 0 && n as usize >= best.0 {
            best = (n as usize, width);
        }
    }
    best
}

/// Joins the lines of each paragraph.
fn join(text: &str, lines: &[Line], wrapping: Wrapping, blocks: &mut Vec<Block>) {
    // A straight mark of the paragraph is open, so that it goes on.
    let mut quotes = false;
    for (idx, line) in lines.iter().enumerate() {
        let odd = line.span.of(text).matches('"').count() % 2 == 1;
        let role =
            if lines::list_mark(line.span.of(text)).is_some() { Role::ListItem } else { Role::Paragraph };
        if idx > 0
            && line.n_blank == 0
            && role == Role::Paragraph
            && let Some(open) = blocks.last_mut()
            && (quotes && !starts_anew(text, &lines[idx - 1..=idx]) && !line.span.of(text).starts_with('"')
                || !ends_paragraph(text, &lines[idx - 1..=idx], wrapping))
        {
            quotes ^= odd;
            open.span = Span { start: open.span.start, end: line.span.end };
            continue;
        }
        quotes = odd;
        blocks.push(Block::new(
            line.span,
            role,
            if role == Role::ListItem { "list_mark" } else { "wrapped" },
        ));
    }
}

/// "Kind regards,": a line that does not nearly reach the width.
fn is_short(length: usize, width: usize) -> bool {
    length * 5 < width * 3
}

/// The length of the first word.
fn first_word(line: &str) -> usize {
    line.split_whitespace().next().unwrap_or("").chars().count()
}

/// An indented line after one that is not opens a paragraph, as in novels without blank lines.
fn starts_anew(text: &str, pair: &[Line]) -> bool {
    pair[1].indent >= pair[0].indent + 2 || lines::list_mark(pair[1].span.of(text)).is_some()
}

/// True when the second line does not go on from the first.
fn ends_paragraph(text: &str, pair: &[Line], wrapping: Wrapping) -> bool {
    let [line, next] = [pair[0].span.of(text), pair[1].span.of(text)];
    let finished = line.ends_with(['.', '!', '?', '"', '”', '…', '’', '\'', '»']);
    let length = line.chars().count();
    // "it." and then "So she was": a finished sentence with room for more words than one. A title has no mark at its
    // end, and more room; so "Why, it's" goes on with "Mr. Beebe" where the words were kept together.
    let room = if wrapping.is_filled && finished {
        0
    } else if finished || wrapping.is_mixed {
        8
    } else {
        12
    };
    let has_room = length + 1 + first_word(next) + room <= wrapping.width;
    starts_anew(text, pair) || has_room && !next.starts_with(char::is_lowercase)
}
