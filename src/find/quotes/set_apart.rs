//! Passages set apart: a letter, a tweet, a statement in a block of its own, without marks.
//!
//! Pages set apart what they like (tips, captions, teasers), so the block alone proves nothing. It is somebody's words when
//! the paragraph before it hands them over ("Ann Lee wrote to the members:"), or a name is put under them ("— Ann Lee, the
//! captain", "— Carl Roe (@carlroe) November 19, 2019"). Each paragraph is one quote; those behind the first go on
//! with it. A passage that repeats words of the article (a pull quote) is no second quote.

use super::clause;
use super::words::Words;
use super::{Cue, Quote, QuoteKind, cue, dashes};
use crate::lexicon::hash_folded;
use crate::model::first_names::FirstName;
use crate::order;
use crate::read::Document;
use crate::read::blocks::Role;
use crate::read::tokens::TokenKind;
use crate::text::Span;

/// So many words in a row that stand elsewhere, too, are repeated.
const REPEATED: usize = 6;
/// A passage has no more paragraphs.
const LONGEST: usize = 64;
/// A name with what describes it is shorter than this, in bytes, and in words.
const CREDIT: usize = 120;
const NAMES: usize = 5;

/// Puts the passages in the place of what was found in their blocks.
pub fn find(document: &Document, words: &Words, quotes: &mut Vec<Quote>) {
    let text = document.text;
    let role = |it: u32| document.blocks[it as usize].role;
    if !document.blocks.iter().any(|it| it.role == Role::Quotation) {
        return;
    }
    let repeated = repeated(document);
    let told = |it: &u32| {
        !matches!(role(*it), Role::Furniture | Role::Caption) && repeated.binary_search(it).is_err()
    };
    let article: Vec<u32> = (0..document.blocks.len() as u32).filter(told).collect();
    let span = |it: u32| document.blocks[it as usize].span;
    let mut passages: Vec<Quote> = Vec::new();
    let mut at = 0;
    while at < article.len() {
        let n = article[at..].iter().take(LONGEST).take_while(|&&it| role(it) == Role::Quotation).count();
        // What lost its words, "— Carl Roe (@carlroe)", is no passage.
        if n == 0 || credit(text, span(article[at]), true).is_some() {
            at += 1;
            continue;
        }
        let run = &article[at..at + n];
        // "— Ann Lee" as a paragraph of its own, in the passage or behind it, or at the end of the words.
        let within = (1..n).find_map(|it| Some((it, credit(text, span(run[it]), false)?)));
        let behind = || Some((n, credit(text, span(*article.get(at + n)?), true)?));
        let tail = || Some((n, credit(text, tail(text, span(run[n - 1]))?, true)?));
        let credited = within.or_else(behind).or_else(tail);
        let n_words = credited.map_or(n, |it| it.0);
        let before = at.checked_sub(1).map(|it| span(article[it]));
        let cue = match credited {
            Some((_, source)) => {
                Some(Cue { span: None, source: Some(source), rule: "credit", confidence: 0.85 })
            }
            None => before.and_then(|it| handed_over(document, it, words)),
        };
        for (idx, &block) in run[..n_words].iter().enumerate().filter(|_| cue.is_some()) {
            let mut span = span(block);
            if let Some((_, source)) = credited.filter(|it| span.contains(it.1)) {
                span.end = span.start
                    + last_dash(&text[span.start as usize..source.start as usize]).unwrap_or(0) as u32;
            }
            let n_marks = span.len() - span.of(text).trim_start_matches(['>', ' ']).len();
            passages.push(Quote {
                span: Span { start: span.start + n_marks as u32, ..span }.trim(text),
                kind: QuoteKind::Direct,
                cue: cue.filter(|_| idx == 0),
                block,
                continued: idx > 0,
                nested: false,
                rule: "set_apart",
            });
        }
        at += n_words + usize::from(n_words < n);
    }
    passages.retain(|it| !it.span.is_empty());
    quotes.retain(|it| {
        passages.binary_search_by(|passage| passage.block.cmp(&it.block)).is_err()
            && repeated.binary_search(&it.block).is_err()
    });
    quotes.extend(passages);
    order::by_key(quotes, |it| (it.span.start, u32::MAX - it.span.end));
}

/// "Ann Lee wrote to the members:" in the paragraph before.
fn handed_over(document: &Document, before: Span, words: &Words) -> Option<Cue> {
    if !before.of(document.text).ends_with(':') {
        return None;
    }
    let tokens = &document.tokens;
    let from = tokens.partition_point(|it| it.span.start < before.start);
    let to = tokens.partition_point(|it| it.span.start < before.end);
    let mut items = Vec::new();
    clause::items(document.text, &tokens[from..to], &[], 0, words, &mut items);
    cue::at_end(document.text, &items, words).filter(|it| it.span.is_some() && it.source.is_some())
}

/// The end of a passage from its last dash on.
fn tail(text: &str, span: Span) -> Option<Span> {
    let dash = last_dash(span.of(text))?;
    Some(Span { start: span.start + dash as u32, end: span.end })
}

/// Where the last dash of a passage stands, if a sentence ends before it.
fn last_dash(piece: &str) -> Option<usize> {
    let at = piece.rfind(|it| dashes::is_dash(it) || it == '-')?;
    let ended = piece[..at].trim_end().ends_with(['.', '!', '?', '…', '”', '"', '»', '’', '“']);
    (piece[..at].ends_with(char::is_whitespace) && ended).then_some(at)
}

/// The name in "— Ann Lee, the captain": a few capitalized words up to a comma, bracket or line's end, and no sentence.
/// Without a dash, which `dash` asks for, it opens with a first name.
fn credit(text: &str, span: Span, dash: bool) -> Option<Span> {
    let piece = span.of(text).trim_end();
    let bare =
        piece.trim_start_matches(|it: char| dashes::is_dash(it) || matches!(it, '-' | '>' | ' ' | '\u{a0}'));
    if piece.len() > CREDIT || piece.ends_with(['.', '!', '?', ':']) || dash && bare.len() == piece.len() {
        return None;
    }
    let end = bare.find([',', '(', '\n', '|', ';']).unwrap_or(bare.len());
    let name = bare[..end].trim_end();
    let n_names = name.split_whitespace().count();
    let particle = |it: &str| it.len() < 4 && it.chars().all(char::is_lowercase);
    let named = name.split_whitespace().all(|it| it.starts_with(char::is_uppercase) || particle(it));
    let dashed = bare.len() < piece.len();
    let first = bare.split_whitespace().next().unwrap_or("");
    let enough = dashed || n_names > 1 && FirstName::of("en", first).is_known();
    let start = span.start as usize + piece.len() - bare.len();
    (named && enough && n_names <= NAMES && bare.starts_with(char::is_uppercase))
        .then(|| Span::new(start, start + name.len()))
}

/// The blocks of passages whose first words stand in the article, too; in order.
fn repeated(document: &Document) -> Vec<u32> {
    // Hash, block, and whether the article has these words: said of the first of a hash, then of all.
    let mut first: Vec<(u32, u32, bool)> = Vec::new();
    for passages in [true, false] {
        let mut last = [0u32; REPEATED];
        let (mut n, mut block) = (0, u32::MAX);
        for token in document.tokens.iter().filter(|it| it.kind == TokenKind::Word) {
            let here = document.sentences[token.sentence as usize].block;
            if here != block {
                (n, block) = (0, here);
            }
            if (document.blocks[here as usize].role == Role::Quotation) != passages
                || passages && n == REPEATED
            {
                continue;
            }
            last.rotate_left(1);
            last[REPEATED - 1] = hash_folded(token.span.of(document.text));
            n += 1;
            let hash = last.iter().fold(0u32, |hash, it| hash.wrapping_mul(31).wrapping_add(*it));
            if n == REPEATED && passages {
                first.push((hash, here, false));
            } else if n >= REPEATED && !passages {
                let at = first.partition_point(|it| it.0 < hash);
                if let Some(it) = first.get_mut(at).filter(|it| it.0 == hash) {
                    it.2 = true;
                }
            }
        }
        order::sort(&mut first);
    }
    let mut said = (0, false);
    first.retain(|it| {
        said = if it.0 == said.0 && said.1 { said } else { (it.0, it.2) };
        said.1
    });
    let mut found: Vec<u32> = first.iter().map(|it| it.1).collect();
    order::sort(&mut found);
    found
}
