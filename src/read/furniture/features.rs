//! Features: what is known of each block and its surroundings, as small whole numbers.
//!
//! No feature holds a word of the text: only counts, shapes, places, and whether a phrase of our own lists occurs.
//! The models in [`crate::model::blocks`] weigh them.

use super::headline;
use super::nearby;
use super::shape::Shape;
use super::words::{likeness, words};
use crate::order;
use crate::read::blocks::{Block, Role};
use crate::read::hints::{BoxHint, Hints, Signs};

macro_rules! features {
    ($($name:ident)*) => {
        /// Places of the features in a row.
        // The signs' features are reached by number.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, clippy::enum_variant_names, dead_code)]
        #[derive(Clone, Copy)]
        enum F { $($name,)* N }
    };
}

features! {
    // The block itself.
    LEN WORDS WORD_LEN ENDS BEGINS CAPITALS UPPER DIGITS COMMAS STOPS SHORT_WORDS HEAD LINE START WITHIN YEAR MONTH
    CLOCK BARS AT GLUED SAME SEEN TAB ITEM BLANKS NEXT_BLANKS PROSE TITLE_LIKE
    // Where it stands.
    FROM_START FROM_END PLACE MASS_BEFORE PAGE_MASS PAGE_BLOCKS PROSE_BEFORE PROSE_AFTER PROSE_NEAR_BEFORE
    PROSE_NEAR_AFTER RUN HEAD_SINCE HEADS_SINCE_PROSE FROM_TITLE
    // Its neighbors.
    LEN_B1 LEN_B2 LEN_B3 LEN_A1 LEN_A2 LEN_A3 ENDS_B1 ENDS_A1 SHORT_WORDS_B1 SHORT_WORDS_A1 HEAD_B1 HEAD_A1 LINE_B1
    LINE_A1 START_B1 START_A1 CAPITALS_B1 CAPITALS_A1 YEAR_B1 YEAR_A1 MEAN_BEFORE MEAN_AFTER BLANKS_A2 ITEM_B1 ITEM_A1
    // What markup says; all 0 for plain text.
    ELEMENT LEVEL LINKS LINKS_B1 LINKS_A1 LINKS_NEAR ELEMENT_B1 ELEMENT_A1 DEPTH BOX_BLOCKS BOX1_MASS BOX2_MASS
    BOX3_MASS BOX1_LINKS BOX2_LINKS BOX3_LINKS IN_BEST BEST_DISTANCE SAME_BOX_B SAME_BOX_A FROM_H1
    S_ARTICLE S_MAIN S_NAV S_ASIDE S_FOOTER S_HEADER S_COMMENT S_RELATED S_PROMOTION S_SHARE S_HIDDEN S_FIGURE
    S_QUOTATION S_LIST S_TABLE S_FORM S_AUTHOR S_DATE S_TAGS S_BODY S_TITLE S_STANDFIRST S_META S_NOTES S_CAPTION
    S_PLAYER S_CONTENT S_UNSPOKEN S_SITE
}

/// Place of "how like the title is it", 0 to 15.
pub const TITLE_LIKE: usize = F::TITLE_LIKE as usize;

/// Signs that have a feature: bits 0 to 28 of [`Signs`], in the order of the names above.
const N_SIGNS: usize = 29;

/// Number of features that all models see; behind them stands what is told of plain text alone.
pub const N_COMMON: usize = F::N as usize;

/// Number of features of a block.
pub const N: usize = N_COMMON + nearby::N;

/// The features of a block.
pub type Row = [u8; N];

/// The features of all blocks, and the shapes they came from.
pub struct Features {
    pub rows: Vec<Row>,
    pub shapes: Vec<Shape>,
    /// For each block its hint, if any.
    pub hints: Vec<Option<u32>>,
}

/// Rough logarithm: four steps for each doubling, by whole numbers alone.
pub fn log(n: u32) -> u8 {
    if n < 4 {
        return n as u8;
    }
    let power = n.ilog2();
    (4 * power - 4 + ((n >> (power - 2)) & 3)) as u8
}

/// `part` of `whole` in `steps`.
pub(super) fn share(part: u32, whole: u32, steps: u64) -> u8 {
    if whole == 0 { 0 } else { (u64::from(part) * steps / u64::from(whole)).min(steps) as u8 }
}

/// The features of all blocks. `title` is what page or caller call the article.
pub fn of(text: &str, blocks: &[Block], hints: Option<&Hints>, title: Option<&str>) -> Features {
    let mut buffer = String::new();
    let shapes: Vec<Shape> = blocks.iter().map(|it| Shape::of(it.span.of(text), &mut buffer)).collect();
    let mut rows = vec![[0u8; N]; blocks.len()];
    own(text, blocks, &shapes, title, &mut rows);
    place(&shapes, &mut rows);
    neighbors(&shapes, &mut rows);
    let hinted = hints.map(|it| matched(blocks, it)).unwrap_or_else(|| vec![None; blocks.len()]);
    match hints {
        Some(hints) => markup(&shapes, hints, &hinted, &mut rows),
        None => {
            let n_equal: Vec<u8> = rows.iter().map(|it| it[F::SAME as usize]).collect();
            let near = nearby::features(text, blocks, &shapes, &n_equal);
            rows.iter_mut().zip(near).for_each(|(row, near)| row[N_COMMON..].copy_from_slice(&near));
        }
    }
    Features { rows, shapes, hints: hinted }
}

/// The hint of each block: hints and blocks both stand in order.
fn matched(blocks: &[Block], hints: &Hints) -> Vec<Option<u32>> {
    let mut at = 0;
    let find = |block: &Block| {
        while at < hints.blocks.len() && hints.blocks[at].span.end < block.span.end {
            at += 1;
        }
        let hint = hints.blocks.get(at)?;
        hint.span.contains(block.span).then_some(at as u32)
    };
    blocks.iter().map(find).collect()
}

fn own(text: &str, blocks: &[Block], shapes: &[Shape], title: Option<&str>, rows: &mut [Row]) {
    // Equal blocks side by side, each with its place: how often a block occurs, and how often before.
    let mut sorted: Vec<(u64, usize)> = shapes.iter().map(|it| it.hash).zip(0..).collect();
    order::sort(&mut sorted);
    for group in sorted.chunk_by(|a, b| a.0 == b.0) {
        for (n_seen, &(_, idx)) in group.iter().enumerate() {
            rows[idx][F::SAME as usize] = group.len().min(6) as u8;
            rows[idx][F::SEEN as usize] = n_seen.min(4) as u8;
        }
    }
    let title_words = title.map(words).unwrap_or_default();
    let mut end = 0;
    for (idx, (block, it)) in blocks.iter().zip(shapes).enumerate() {
        let row = &mut rows[idx];
        let mut set = |feature: F, value: u8| row[feature as usize] = value;
        set(F::LEN, log(it.n_chars));
        set(F::WORDS, log(it.n_words));
        set(F::WORD_LEN, share(it.n_chars, it.n_words * 20, 20));
        set(F::ENDS, it.ends);
        set(F::BEGINS, it.begins);
        set(F::CAPITALS, share(it.n_capitals, it.n_words, 15));
        set(F::UPPER, share(it.n_upper, it.n_letters, 15));
        set(F::DIGITS, share(it.n_digits, it.n_chars, 15));
        set(F::COMMAS, log(it.n_commas));
        set(F::STOPS, log(it.n_stops));
        set(F::SHORT_WORDS, share(it.n_short_words, it.n_words, 20));
        set(F::HEAD, u8::from(it.signs.head));
        set(F::LINE, u8::from(it.signs.line));
        set(F::START, u8::from(it.signs.start));
        set(F::WITHIN, it.signs.n_within.min(5));
        set(F::YEAR, u8::from(it.has_year));
        set(F::MONTH, u8::from(it.has_month));
        set(F::CLOCK, u8::from(it.has_clock));
        set(F::BARS, it.n_bars.min(8) as u8);
        set(F::AT, u8::from(it.has_at));
        set(F::GLUED, it.n_glued.min(8) as u8);
        set(F::TAB, u8::from(it.has_tab));
        set(F::ITEM, u8::from(block.role == Role::ListItem));
        let gap = text.get(end..block.span.start as usize).unwrap_or("");
        let n_blank = gap.bytes().filter(|&it| it == b'\n').count().saturating_sub(1).min(4) as u8;
        set(F::BLANKS, n_blank);
        set(F::PROSE, u8::from(it.is_prose()));
        if !title_words.is_empty() && it.n_words <= 40 {
            set(F::TITLE_LIKE, likeness(&title_words, &words(block.span.of(text))));
        }
        end = block.span.end as usize;
        if idx > 0 {
            rows[idx - 1][F::NEXT_BLANKS as usize] = n_blank;
        }
    }
}

fn place(shapes: &[Shape], rows: &mut [Row]) {
    let n = shapes.len() as u32;
    let mass = |it: &Shape| if it.is_prose() { it.n_chars } else { 0 };
    let page_mass: u32 = shapes.iter().map(mass).sum();
    let title = rows.iter().position(|it| it[F::TITLE_LIKE as usize] >= 9);
    let (mut before, mut since_prose, mut since_head, mut heads) = (0, u32::MAX, u32::MAX, 0u32);
    for (idx, it) in shapes.iter().enumerate() {
        let row = &mut rows[idx];
        let mut set = |feature: F, value: u8| row[feature as usize] = value;
        let at = idx as u32;
        set(F::FROM_START, log(at));
        set(F::FROM_END, log(n - 1 - at));
        set(F::PLACE, share(at, n, 31));
        set(F::MASS_BEFORE, share(before, page_mass, 31));
        set(F::PAGE_MASS, log(page_mass));
        set(F::PAGE_BLOCKS, log(n));
        set(F::PROSE_BEFORE, if since_prose == u32::MAX { 60 } else { log(since_prose) });
        if it.signs.head {
            since_head = 0;
            heads += 1;
        } else {
            since_head = since_head.saturating_add(1);
        }
        set(F::HEAD_SINCE, if since_head == u32::MAX { 60 } else { log(since_head) });
        set(F::HEADS_SINCE_PROSE, heads.min(10) as u8);
        let from_title = match title {
            None => 0,
            Some(title) if idx < title => 1,
            Some(title) => 2 + log((idx - title) as u32),
        };
        set(F::FROM_TITLE, from_title);
        if it.is_prose() {
            (since_prose, heads) = (0, 0);
        } else {
            since_prose = since_prose.saturating_add(1);
        }
        before += mass(it);
    }
    let mut since = u32::MAX;
    for idx in (0..shapes.len()).rev() {
        rows[idx][F::PROSE_AFTER as usize] = if since == u32::MAX { 60 } else { log(since) };
        since = if shapes[idx].is_prose() { 0 } else { since.saturating_add(1) };
    }
    let mut idx = 0;
    for run in shapes.chunk_by(|a, b| a.is_prose() == b.is_prose()) {
        for row in &mut rows[idx..idx + run.len()] {
            row[F::RUN as usize] = if run[0].is_prose() { 0 } else { log(run.len() as u32) };
        }
        idx += run.len();
    }
    let window = 6;
    let prose: Vec<u32> = std::iter::once(0)
        .chain(shapes.iter().scan(0, |sum, it| {
            *sum += u32::from(it.is_prose());
            Some(*sum)
        }))
        .collect();
    for (idx, row) in rows.iter_mut().enumerate() {
        row[F::PROSE_NEAR_BEFORE as usize] = (prose[idx] - prose[idx.saturating_sub(window)]) as u8;
        row[F::PROSE_NEAR_AFTER as usize] =
            (prose[(idx + 1 + window).min(shapes.len())] - prose[idx + 1]) as u8;
    }
}

fn neighbors(shapes: &[Shape], rows: &mut [Row]) {
    let n = rows.len();
    let own: Vec<Row> = rows.to_vec();
    // What lies before the first and after the last block.
    let edge = 255;
    let look = |idx: usize, by: isize, feature: F| {
        idx.checked_add_signed(by).and_then(|it| own.get(it)).map_or(edge, |it| it[feature as usize])
    };
    let sums: Vec<u32> = std::iter::once(0)
        .chain(shapes.iter().scan(0u32, |sum, it| {
            *sum += it.n_chars.min(400);
            Some(*sum)
        }))
        .collect();
    for (idx, row) in rows.iter_mut().enumerate() {
        let from = [
            (F::LEN_B1, -1, F::LEN),
            (F::LEN_B2, -2, F::LEN),
            (F::LEN_B3, -3, F::LEN),
            (F::LEN_A1, 1, F::LEN),
            (F::LEN_A2, 2, F::LEN),
            (F::LEN_A3, 3, F::LEN),
            (F::ENDS_B1, -1, F::ENDS),
            (F::ENDS_A1, 1, F::ENDS),
            (F::SHORT_WORDS_B1, -1, F::SHORT_WORDS),
            (F::SHORT_WORDS_A1, 1, F::SHORT_WORDS),
            (F::HEAD_B1, -1, F::HEAD),
            (F::HEAD_A1, 1, F::HEAD),
            (F::LINE_B1, -1, F::LINE),
            (F::LINE_A1, 1, F::LINE),
            (F::START_B1, -1, F::START),
            (F::START_A1, 1, F::START),
            (F::CAPITALS_B1, -1, F::CAPITALS),
            (F::CAPITALS_A1, 1, F::CAPITALS),
            (F::YEAR_B1, -1, F::YEAR),
            (F::YEAR_A1, 1, F::YEAR),
            (F::BLANKS_A2, 2, F::BLANKS),
            (F::ITEM_B1, -1, F::ITEM),
            (F::ITEM_A1, 1, F::ITEM),
        ];
        for (to, by, feature) in from {
            row[to as usize] = look(idx, by, feature);
        }
        let mean = |from: usize, to: usize| {
            if from >= to { 0 } else { log((sums[to] - sums[from]) / (to - from) as u32) }
        };
        row[F::MEAN_BEFORE as usize] = mean(idx.saturating_sub(5), idx);
        row[F::MEAN_AFTER as usize] = mean(idx + 1, (idx + 6).min(n));
    }
}

/// Sums over a box and all that is inside.
#[derive(Clone, Copy, Default)]
struct Inside {
    n_blocks: u32,
    prose: u32,
    chars: u32,
    link_chars: u32,
}

fn markup(shapes: &[Shape], hints: &Hints, hinted: &[Option<u32>], rows: &mut [Row]) {
    let n_boxes = hints.boxes.len();
    let parent_of = |it: usize| match hints.boxes[it].parent {
        BoxHint::NONE => None,
        parent => Some(parent as usize),
    };
    let boxed = |idx: usize| {
        let hint = &hints.blocks[hinted[idx]? as usize];
        ((hint.boxed as usize) < n_boxes).then_some((hint, hint.boxed as usize))
    };
    let mut inside = vec![Inside::default(); n_boxes];
    for (idx, shape) in shapes.iter().enumerate() {
        let Some((hint, at)) = boxed(idx) else { continue };
        let it = &mut inside[at];
        it.n_blocks += 1;
        it.prose += if shape.is_prose() { shape.n_chars } else { 0 };
        it.chars += shape.n_chars;
        it.link_chars += hint.link_units.min(shape.n_chars);
    }
    for at in (0..n_boxes).rev() {
        if let Some(parent) = parent_of(at) {
            let it = inside[at];
            let to = &mut inside[parent];
            to.n_blocks += it.n_blocks;
            to.prose += it.prose;
            to.chars += it.chars;
            to.link_chars += it.link_chars;
        }
    }
    // The smallest box with most of the page's prose: where the article most likely lies.
    let total = inside.first().copied().unwrap_or_default();
    let best = (0..n_boxes).rev().find(|&it| total.prose > 0 && inside[it].prose * 5 >= total.prose * 3);
    let mut near = vec![Signs::default(); n_boxes];
    let mut all = vec![Signs::default(); n_boxes];
    let mut depth = vec![0u32; n_boxes];
    let mut in_best = vec![false; n_boxes];
    for at in 0..n_boxes {
        let own = hints.boxes[at].signs;
        let parent = parent_of(at);
        near[at] = parent.map_or(own, |it| own | hints.boxes[it].signs);
        all[at] = parent.map_or(own, |it| own | all[it]);
        depth[at] = parent.map_or(0, |it| depth[it] + 1);
        in_best[at] = best == Some(at) || parent.is_some_and(|it| in_best[it]);
    }
    let best_depth = best.map_or(0, |it| depth[it]);
    let first_h1 = (0..shapes.len()).find(|&it| boxed(it).is_some_and(|(hint, _)| hint.level == 1));
    for (idx, row) in rows.iter_mut().enumerate() {
        let Some((hint, at)) = boxed(idx) else { continue };
        let mut set = |feature: F, value: u8| row[feature as usize] = value;
        let n_units = shapes[idx].n_chars - shapes[idx].n_blanks;
        set(F::ELEMENT, hint.element as u8);
        set(F::LEVEL, hint.level);
        set(F::LINKS, share(hint.link_units, n_units.max(1), 15));
        set(F::DEPTH, depth[at].min(40) as u8);
        set(F::IN_BEST, u8::from(in_best[at]));
        set(F::BEST_DISTANCE, (depth[at] + 20).saturating_sub(best_depth).min(60) as u8);
        set(
            F::FROM_H1,
            match first_h1 {
                None => 0,
                Some(h1) if idx < h1 => 1,
                Some(h1) => 2 + log((idx - h1) as u32),
            },
        );
        // A paragraph is a box of its own; what tells is the boxes around it that hold more.
        let mut around = [at; 3];
        let mut up = at;
        for slot in &mut around {
            let held = inside[up].n_blocks;
            while let Some(parent) = parent_of(up)
                && inside[up].n_blocks == held
                && depth[at] - depth[up] < 12
            {
                up = parent;
            }
            *slot = up;
        }
        set(F::BOX_BLOCKS, log(inside[around[0]].n_blocks));
        let mass = [F::BOX1_MASS, F::BOX2_MASS, F::BOX3_MASS];
        let links = [F::BOX1_LINKS, F::BOX2_LINKS, F::BOX3_LINKS];
        for (place, &around) in around.iter().enumerate() {
            set(mass[place], share(inside[around].prose, total.prose, 20));
            set(links[place], share(inside[around].link_chars, inside[around].chars, 20));
        }
        for bit in 0..N_SIGNS {
            let sign = Signs(1 << bit);
            let value = if near[at].any(sign) { 2 } else { u8::from(all[at].any(sign)) };
            row[F::S_ARTICLE as usize + bit] = value;
        }
    }
    let own: Vec<[u8; 2]> = rows.iter().map(|it| [it[F::LINKS as usize], it[F::ELEMENT as usize]]).collect();
    let parents: Vec<Option<usize>> =
        (0..rows.len()).map(|it| boxed(it).and_then(|(_, at)| parent_of(at))).collect();
    let n = rows.len();
    for (idx, row) in rows.iter_mut().enumerate() {
        let before = idx.checked_sub(1);
        let after = (idx + 1 < n).then_some(idx + 1);
        row[F::LINKS_B1 as usize] = before.map_or(20, |it| own[it][0]);
        row[F::LINKS_A1 as usize] = after.map_or(20, |it| own[it][0]);
        row[F::ELEMENT_B1 as usize] = before.map_or(20, |it| own[it][1]);
        row[F::ELEMENT_A1 as usize] = after.map_or(20, |it| own[it][1]);
        row[F::SAME_BOX_B as usize] = u8::from(before.is_some_and(|it| parents[it] == parents[idx]));
        row[F::SAME_BOX_A as usize] = u8::from(after.is_some_and(|it| parents[it] == parents[idx]));
        let near = idx.saturating_sub(4)..(idx + 5).min(n);
        let n_near = near.len() as u32;
        row[F::LINKS_NEAR as usize] = share(near.map(|it| u32::from(own[it][0])).sum(), n_near * 15, 30);
    }
}

/// Number of features that tell what the scores say of a block and its surroundings.
const N_AROUND: usize = 18;

/// Features of the models of single lines: those of a block, what the scores say around it, and those of headlines.
pub const N_SCORED: usize = N_COMMON + N_AROUND + headline::N;

/// Place of [`headline::LEAD_WORDS`] among them.
pub const LEAD_WORDS: usize = N_COMMON + N_AROUND + headline::LEAD_WORDS;

/// The rows of the models of single lines, given the scores of all blocks and what tells headlines.
pub fn scored(rows: &[Row], headlines: &[[u8; headline::N]], scores: &[i32]) -> Vec<[u8; N_SCORED]> {
    let n = rows.len();
    let small = |score: i32| (score / 2 + 128).clamp(1, 254) as u8;
    let sums: Vec<i32> = std::iter::once(0)
        .chain(scores.iter().scan(0i32, |sum, &it| {
            *sum = sum.saturating_add(it.clamp(-100, 100));
            Some(*sum)
        }))
        .collect();
    let mean = |from: usize, to: usize| {
        if from >= to { 0 } else { small((sums[to] - sums[from]) / (to - from) as i32) }
    };
    let best = best_run(scores);
    let n_good = scores.iter().filter(|&&it| it > 0).count() as u32;
    let mut good_before = 0;
    let make = |(idx, row): (usize, &Row)| {
        let mut wide = [0u8; N_SCORED];
        wide[..N_COMMON].copy_from_slice(&row[..N_COMMON]);
        let at =
            |by: isize| idx.checked_add_signed(by).and_then(|it| scores.get(it)).map_or(0, |&it| small(it));
        let (start, end) = best;
        let values = [
            small(scores[idx]),
            at(-1),
            at(1),
            at(-2),
            at(2),
            at(-3),
            at(3),
            mean(idx.saturating_sub(3), (idx + 4).min(n)),
            mean(idx.saturating_sub(6), idx),
            mean(idx + 1, (idx + 7).min(n)),
            mean(idx.saturating_sub(15), idx),
            mean(idx + 1, (idx + 16).min(n)),
            share(good_before, n_good, 31),
            u8::from(start <= idx && idx < end),
            if idx < start { log((start - idx) as u32) } else { 0 },
            if idx >= end { log((idx + 1 - end) as u32) } else { 0 },
            log(n_good),
            log((end - start) as u32),
        ];
        wide[N_COMMON..N_COMMON + N_AROUND].copy_from_slice(&values);
        wide[N_COMMON + N_AROUND..].copy_from_slice(&headlines[idx]);
        good_before += u32::from(scores[idx] > 0);
        wide
    };
    rows.iter().enumerate().map(make).collect()
}

/// The run of blocks whose scores add up to most.
pub fn best_run(scores: &[i32]) -> (usize, usize) {
    let (mut best, mut run, mut start) = ((0, 0), 0i64, 0);
    let mut best_sum = 0;
    for (idx, &score) in scores.iter().enumerate() {
        if run <= 0 {
            (run, start) = (0, idx);
        }
        run += i64::from(score);
        if run > best_sum {
            best_sum = run;
            best = (start, idx + 1);
        }
    }
    best
}
