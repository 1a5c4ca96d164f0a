//! Transcripts: turns that a name and a colon open, "JANE DOE: We are ready.", without a quotation mark anywhere.
//!
//! One such line proves nothing ("Ingredients: flour"). A text is a transcript when a label comes again and turns make
//! up a good part of it; then every turn is a quote of its label. A paragraph without a label goes on with the turn before it
//! where nearly all the text is turns; else it is the article's own.

use super::cue::is_thing;
use super::{Cue, Quote, QuoteKind};
use crate::order;
use crate::read::blocks::Block;
use crate::text::Span;

/// Fewer turns prove nothing.
const MIN_TURNS: usize = 3;
/// Longest label, in bytes and in words: "FORMER PRESIDENT DONALD TRUMP".
const LABEL: usize = 48;
const LABEL_WORDS: usize = 5;

struct Turn {
    block: u32,
    label: Option<Span>,
    words: Span,
}

/// Replaces the quotes inside turns by the turns.
pub fn find(text: &str, blocks: &[Block], quotes: &mut Vec<Quote>) {
    let mut turns: Vec<Turn> = Vec::new();
    let mut labels: Vec<&str> = Vec::new();
    let mut n_body = 0;
    for (idx, block) in blocks.iter().enumerate().filter(|(_, it)| it.role.is_body()) {
        n_body += 1;
        let label = label(text, block.span);
        labels.extend(label.map(|it| it.of(text)));
        let words =
            Span { start: label.map_or(block.span.start, |it| behind(text, it.end)), end: block.span.end };
        turns.push(Turn { block: idx as u32, label, words });
    }
    let n_turns = labels.len();
    // "Price: 35", "Date: May 3": what is said ends with a mark.
    let ends = |it: &&Turn| !it.words.of(text).trim_end().ends_with(char::is_alphanumeric);
    let n_said = turns.iter().filter(|it| it.label.is_some()).filter(ends).count();
    if n_said * 2 < n_turns {
        return;
    }
    order::by(&mut labels, |a, b| a.cmp(b));
    let again = labels.windows(2).filter(|it| it[0] == it[1]).count();
    if n_turns < MIN_TURNS || again * 3 < n_turns || n_turns * 3 < n_body {
        return;
    }
    let whole = n_turns * 2 >= n_body;
    let mut open = false;
    // What comes behind the last label (notes, an invitation to subscribe) is nobody's.
    let last = turns.iter().rposition(|it| it.label.is_some()).map_or(0, |it| it + 1);
    turns.truncate(last);
    turns.retain(|it| {
        open = it.label.is_some() || open && whole;
        open
    });
    let is_turn = |block: u32| turns.binary_search_by(|it| it.block.cmp(&block)).is_ok();
    quotes.retain(|it| !is_turn(it.block));
    quotes.extend(turns.iter().map(|it| Quote {
        span: it.words,
        kind: QuoteKind::Direct,
        cue: it.label.map(|source| Cue { span: None, source: Some(source), rule: "turn", confidence: 0.9 }),
        block: it.block,
        continued: it.label.is_none(),
        nested: false,
        rule: "turn",
    }));
    order::by_key(quotes, |it| (it.span.start, u32::MAX - it.span.end));
}

/// "JANE DOE", "Jane Doe", "Sen. Roe", "Q" before a colon: capitals only, no figure, and words behind the colon
/// that no mark encloses.
fn label(text: &str, span: Span) -> Option<Span> {
    let line = span.of(text);
    let colon = line.bytes().take(LABEL).position(|it| it == b':')?;
    let label = line[..colon].trim_end();
    let words = line[colon + 1..].trim_start();
    let spaced = line[colon + 1..].starts_with(char::is_whitespace);
    let capitals =
        label.split_whitespace().all(|it| it.trim_start_matches('(').starts_with(char::is_uppercase));
    let plain =
        label.chars().all(|it| it.is_alphabetic() || matches!(it, ' ' | '.' | '-' | '\'' | '’' | '(' | ')'));
    let named = !label.is_empty() && capitals && plain && label.split_whitespace().count() <= LABEL_WORDS;
    let said = words.starts_with(|it: char| {
        it.is_alphanumeric() || matches!(it, '[' | '(' | '¿' | '¡' | '…' | '.' | '-' | '—')
    });
    let dear = label.get(..5).is_some_and(|it| it.eq_ignore_ascii_case("dear "));
    (named && spaced && said && !dear && !is_thing(label))
        .then(|| Span::new(span.start as usize, span.start as usize + label.len()))
}

/// Where the words begin behind the colon that follows `end`.
fn behind(text: &str, end: u32) -> u32 {
    let rest = &text[end as usize..];
    let at = rest.find(':').map_or(0, |it| it + 1);
    (end as usize + at + rest[at..].len() - rest[at..].trim_start().len()) as u32
}
