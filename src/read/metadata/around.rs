//! What stands around the headline: names and dates that markup sets apart, and lines that say "By Ann Lee".

use super::names;
use super::published::{self, Shown};
use crate::read::blocks::{Block, Role};
use crate::read::hints::{Hints, Mark, Signs};
use crate::text::Span;

/// Marks and short blocks near the headline and the first paragraph, then those in the article and under it.
#[derive(Default)]
pub struct Around<'a> {
    text: &'a str,
    marks: Vec<&'a Mark>,
    blocks: Vec<Line<'a>>,
    /// Where what is near the headline ends.
    near: u32,
    /// Nothing was marked up.
    is_plain: bool,
}

/// A short block, and what its boxes say.
struct Line<'a> {
    block: &'a Block,
    signs: Signs,
    /// It stands at the head or the foot of the article, not between its paragraphs.
    outside: bool,
}

/// Words of lines that tell another day than the first.
const UPDATED: &str = "pdate odified PDATED ktualisiert eviewed nderung";

/// So far under the headline, in blocks, byline and day may stand.
const NEAR: usize = 14;

/// A block longer than this is no byline.
const LONGEST: usize = 160;

impl<'a> Around<'a> {
    pub fn of(text: &'a str, blocks: &'a [Block], hints: Option<&'a Hints>) -> Around<'a> {
        let mut around = Around { text, is_plain: hints.is_none(), ..Around::default() };
        let headline = blocks.iter().position(|it| it.role == Role::Headline);
        let body = blocks.iter().position(|it| it.role.is_body());
        let last = blocks.iter().rposition(|it| it.role.is_body());
        // From a little above the headline to the second paragraph; without a headline, before the body.
        let Some(first) = headline.or(body) else { return around };
        let from = blocks[first.saturating_sub(6)].span.start;
        // As far as lines under the headline were told to be byline and day.
        let signed = |it: &Block| matches!(it.role, Role::Byline | Role::Timestamp);
        let signed = blocks[first..].iter().take(NEAR).rposition(signed).unwrap_or(0);
        let to = body.map_or(first + 8, |it| it + 2).max(first + signed.max(4)).min(blocks.len() - 1);
        let to = blocks[to].span.end;
        let foot = last.map_or(to, |it| blocks[it.saturating_sub(1)].span.start);
        let end = last.map_or(to, |it| blocks[(it + 4).min(blocks.len() - 1)].span.end);
        around.near = to;
        // Near first, then anything in the article: some sign at its foot.
        if let Some(hints) = hints {
            let inside = |it: &&Mark, from: u32, to: u32| {
                it.span.start >= from && it.span.end <= to && it.span.len() < 200
            };
            around.marks.extend(hints.marks.iter().filter(|it| inside(it, from, to)));
            around.marks.extend(hints.marks.iter().filter(|it| inside(it, to, end)));
        }
        let mut at = 0;
        for block in blocks.iter().filter(|it| it.span.start >= from && it.span.end <= end) {
            let mut signs = Signs::default();
            if let Some(hints) = hints {
                while at < hints.blocks.len() && hints.blocks[at].span.end < block.span.end {
                    at += 1;
                }
                let Some(hint) = hints.blocks.get(at) else { break };
                let Some(own) = hints.boxes.get(hint.boxed as usize) else { continue };
                signs = hints.boxes.get(own.parent as usize).map_or(own.signs, |it| own.signs | it.signs);
            }
            if block.span.len() < LONGEST {
                let outside = block.span.end <= to || block.span.start >= foot;
                around.blocks.push(Line { block, signs, outside });
            }
        }
        around
    }

    /// The names under the headline: of the line that says "By", of marked-up stretches, of marked-up lines; last
    /// those at the foot.
    pub fn authors(&self) -> Vec<String> {
        let mut found = self.by(true);
        if found.is_empty() {
            found = self.marked(None);
        }
        for line in &self.blocks {
            if found.is_empty() && line.signs.any(Signs::AUTHOR) && !line.signs.any(Signs::COMMENT) {
                found = names::of_mark(self.piece(line));
            }
        }
        if found.is_empty() {
            found = self.by(false);
        }
        // Three people under one article are rare, six are a list of the staff.
        if found.len() > 4 { Vec::new() } else { found }
    }

    fn piece(&self, line: &Line) -> &'a str {
        line.block.span.of(self.text)
    }

    /// The names of the first line, near the headline or at the foot too, that says "By"; where it says nothing
    /// else, of the next line.
    pub fn by(&self, near: bool) -> Vec<String> {
        let mut is_open = false;
        for line in self.blocks.iter().filter(|it| it.outside).take(60) {
            if near && line.block.span.end > self.near || line.signs.any(Signs::COMMENT | Signs::RELATED) {
                continue;
            }
            let piece = self.piece(line);
            let after = names::after_by(piece);
            if after.is_empty() {
                is_open = true;
                continue;
            }
            if after.len() == piece.trim().len() && !is_open {
                continue;
            }
            is_open = false;
            let mut wrote = names::of_mark(after);
            // Markup sets the name apart where something stands right behind it, or hides it.
            let marked = self.marked(Some(line.block.span));
            for name in &mut wrote {
                for inner in &marked {
                    if name.starts_with(inner.as_str()) {
                        name.clone_from(inner);
                    }
                }
            }
            if wrote.is_empty() {
                wrote = marked;
            }
            if wrote.is_empty() && after.len() < piece.trim().len() {
                wrote.extend(names::nick(after));
            }
            if !wrote.is_empty() {
                return wrote;
            }
        }
        Vec::new()
    }

    /// The names that markup sets apart, inside of a block or anywhere around.
    fn marked(&self, block: Option<Span>) -> Vec<String> {
        let mut found: Vec<(Span, String)> = Vec::new();
        let mut n_marks = 0;
        for mark in &self.marks {
            let inside = block.is_none_or(|it| it.contains(mark.span) && it.len() > mark.span.len());
            if !inside || !mark.signs.any(Signs::AUTHOR) || mark.signs.any(Signs::COMMENT | Signs::DATE) {
                continue;
            }
            n_marks += 1;
            if n_marks > 6 {
                break;
            }
            for name in names::of_mark(mark.span.of(self.text)) {
                // An outer mark holds the inner one's name with more around it.
                match found.iter_mut().find(|it| it.1.contains(&name) || name.contains(it.1.as_str())) {
                    Some(outer) if outer.0.contains(mark.span) => *outer = (mark.span, name),
                    Some(_) => {}
                    None => found.push((mark.span, name)),
                }
            }
        }
        found.into_iter().map(|it| it.1).collect()
    }

    /// The day that the page shows; none when it shows the one that `said` names.
    pub fn published(&self, said: Option<&str>, day_first: bool) -> Option<Shown> {
        let is_said = |it: &str| said.is_some_and(|said| published::same_day(it, said));
        let mut mark = None;
        let dated = |it: &&&Mark| it.signs.any(Signs::DATE) && !it.signs.any(Signs::COMMENT);
        for it in self.marks.iter().filter(dated).take(8) {
            let piece = published::iso(it.span.of(self.text), day_first);
            let value = it.value.as_deref().and_then(|it| published::iso(it, day_first));
            let told = published::settle(value, piece.map(|iso| Shown { iso, sure: false }), None);
            if told.as_deref().is_some_and(is_said) {
                return None;
            }
            mark = mark.or(told);
        }
        // "Published: October 29" before "Last updated: November 29", and marked-up lines before others.
        let mut best: Option<(u32, Shown)> = None;
        // A label may stand in a block of its own: "Last update:", "July 16, 2025".
        let mut after_label = false;
        for line in self.blocks.iter().filter(|it| it.outside).take(60) {
            let piece = self.piece(line);
            let is_update = after_label || UPDATED.split(' ').any(|it| piece.contains(it));
            after_label = is_update && piece.len() <= 24;
            if piece.len() > 90 || line.signs.any(Signs::COMMENT | Signs::RELATED) {
                continue;
            }
            let Some(iso) = published::iso(piece, day_first) else { continue };
            after_label = false;
            let is_near = line.block.span.end <= self.near;
            // Without markup nothing tells a day at the foot from those of comments and other articles.
            if !is_near && self.is_plain {
                continue;
            }
            if is_near && is_said(&iso) {
                return None;
            }
            let is_marked = line.signs.any(Signs::DATE | Signs::META | Signs::AUTHOR);
            let rank = 1 + u32::from(!is_update) * 2 + u32::from(is_marked && !is_update);
            if best.as_ref().is_none_or(|it| it.0 < rank) {
                best = Some((rank, Shown { iso, sure: is_near && !is_update }));
            }
        }
        match (best, mark) {
            // What stands under the headline is what the page is dated by.
            (Some((_, best)), Some(iso)) => Some(Shown { iso, sure: best.sure }),
            (best, mark) => best.map(|it| it.1).or(mark.map(|iso| Shown { iso, sure: false })),
        }
    }

    /// The month that the page shows, where it shows no day.
    pub fn month(&self) -> Option<String> {
        let near = self.blocks.iter().filter(|it| it.block.span.end <= self.near);
        near.into_iter().find_map(|it| published::month(self.piece(it)))
    }
}
