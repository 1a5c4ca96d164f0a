//! What stands near a line of plain text: dated and repeated lines, which cards and comments bring, how the running text
//! around speaks of the same things, and how the line compares with the page's paragraphs. Markup tells this better;
//! for HTML all of it is 0.

use super::features::log;
use super::shape::Shape;
use super::words::{BUCKETS, each_word};
use crate::order;
use crate::read::blocks::Block;

/// Places of the features: lines counted, shared words, marks, and the line beside the paragraphs.
const WORDS: usize = 12;
const MARKS: usize = WORDS + 2;
const COMPARED: usize = MARKS + 5;

/// Number of features.
pub const N: usize = COMPARED + 5;

/// So many blocks before and after a line are near, and so many on both sides are its wider surroundings.
const NEAR: usize = 5;
const WIDE: usize = 15;

/// In so many blocks before and after a line its words are looked for.
const SPEAKING: usize = 8;

/// So long is a paragraph that surely is one, in letters.
const LONG: u32 = 150;

/// The features of every block; `n_equal` tells how often each occurs.
pub fn features(text: &str, blocks: &[Block], shapes: &[Shape], n_equal: &[u8]) -> Vec<[u8; N]> {
    let mut rows = vec![[0; N]; blocks.len()];
    counts(shapes, n_equal, &mut rows);
    shared_words(text, blocks, shapes, &mut rows);
    marks(shapes, &mut rows);
    compared(shapes, &mut rows);
    rows
}

/// How many lines of four kinds stand before, after and around.
fn counts(shapes: &[Shape], n_equal: &[u8], rows: &mut [[u8; N]]) {
    let kinds = |(shape, &n_equal): (&Shape, &u8)| {
        let is_dated = shape.has_clock || shape.has_month && shape.has_year;
        let signs = shape.signs;
        [
            shape.n_words < 10 && is_dated,
            signs.head || signs.line || signs.start,
            n_equal >= 3,
            shape.ends >= 6,
        ]
    };
    let kinds: Vec<[bool; 4]> = shapes.iter().zip(n_equal).map(kinds).collect();
    for (it, row) in rows.iter_mut().enumerate() {
        for (at, kinds) in kinds.iter().enumerate().take(it + 1 + WIDE).skip(it.saturating_sub(WIDE)) {
            let is_near = at != it && at.abs_diff(it) <= NEAR;
            for (kind, &is_of) in kinds.iter().enumerate() {
                row[kind * 3 + usize::from(at > it)] += u8::from(is_of && is_near);
                row[kind * 3 + 2] += u8::from(is_of);
            }
        }
    }
}

/// How many of a line's longer words the paragraphs right before and right after it have.
fn shared_words(text: &str, blocks: &[Block], shapes: &[Shape], rows: &mut [[u8; N]]) {
    let n = blocks.len();
    let (mut words, mut ends) = (Vec::new(), vec![0]);
    for block in blocks {
        each_word(block.span.of(text), &mut |word| words.push(word));
        ends.push(words.len());
    }
    let of = |it: usize| &words[ends[it]..ends[it + 1]];
    // The window in front of a line slides down with it, and the one behind it back up.
    for way in 0..2 {
        let nth = |it: usize| if way == 0 { it } else { n - 1 - it };
        let mut held = vec![0u16; BUCKETS];
        let count = |held: &mut [u16], it: usize, by: u16| {
            if shapes[it].is_prose() {
                of(it).iter().for_each(|&word| held[word] = held[word].wrapping_add(by));
            }
        };
        for it in 0..n {
            let words = of(nth(it));
            let n_held = words.iter().filter(|&&word| held[word] > 0).count();
            rows[nth(it)][WORDS + way] = (n_held * 20).checked_div(words.len()).map_or(0, |it| it as u8 + 1);
            count(&mut held, nth(it), 1);
            if it >= SPEAKING {
                count(&mut held, nth(it - SPEAKING), u16::MAX);
            }
        }
    }
}

/// Marks that prices, questions and quotations bring.
fn marks(shapes: &[Shape], rows: &mut [[u8; N]]) {
    for (row, it) in rows.iter_mut().zip(shapes) {
        let counts = [it.n_questions, it.n_exclamations, it.n_currencies, it.n_percents, it.n_quotes];
        row[MARKS..COMPARED].iter_mut().zip(counts).for_each(|(to, count)| *to = count.min(20) as u8);
    }
}

/// A line's length by that of the page's paragraphs, and where it stands among them.
fn compared(shapes: &[Shape], rows: &mut [[u8; N]]) {
    let mut lengths: Vec<u32> = shapes.iter().filter(|it| it.is_prose()).map(|it| it.n_chars).collect();
    order::sort(&mut lengths);
    let usual = lengths.get(lengths.len() / 2).copied().unwrap_or(100).max(1);
    let is_long = |it: &Shape| it.is_prose() && it.n_chars > LONG;
    let first = shapes.iter().position(is_long);
    let last = shapes.iter().rposition(is_long);
    let mut n_before = 0;
    for (it, (row, shape)) in rows.iter_mut().zip(shapes).enumerate() {
        let values = [
            (shape.n_chars.saturating_mul(8) / usual).min(60) as u8,
            log(usual),
            log(n_before),
            first.and_then(|first| it.checked_sub(first)).map_or(0, |it| 1 + log(it as u32)),
            last.and_then(|last| last.checked_sub(it)).map_or(0, |it| 1 + log(it as u32)),
        ];
        row[COMPARED..].copy_from_slice(&values);
        n_before += u32::from(shape.is_prose());
    }
}
