//! `blocks.bin`: which blocks are the article, from pages whose article people marked.
//!
//! The features hold no words ([`nutgraf::read::furniture::features`]): what is learned is a few thousand small
//! numbers about lengths, places, punctuation and markup. Which lines of plain text are headline, byline and crosshead is
//! learned with the scores of the neighbors in view; those come from models that did not see the page's site.

use crate::Outcome;
use crate::boost::{self, Plan, Table};
use crate::coder::Writer;
use crate::data::Data;
use nutgraf::model::blocks::{Kind, UNIT, WIDTH};
use nutgraf::model::trees::{self, Chances, Trees};
use nutgraf::read::blocks::{Block, Role};
use nutgraf::read::furniture::features::{self, N_SCORED};
use nutgraf::read::furniture::headline;
use nutgraf::read::furniture::shape::Shape;
use nutgraf::read::hints::Hints;
use nutgraf::read::{blocks, html, metadata};
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

const N_FOLDS: usize = 5;

const PLAN: Plan =
    Plan { n_trees: 0, unit: 1.0 / UNIT as f32, rate: 0.15, shrink: 6.0, rows: 0.5, features: 0.4 };

#[derive(Deserialize)]
struct Pasted {
    id: String,
    url: Option<String>,
    pasted: String,
    lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    start: usize,
    end: usize,
    label: String,
}

#[derive(Deserialize)]
struct Html {
    id: String,
    source: String,
    url: Option<String>,
    html: String,
    gold: Gold,
}

#[derive(Deserialize)]
struct Gold {
    text: Option<String>,
    title: Option<String>,
    with: Option<Vec<String>>,
    without: Option<Vec<String>>,
}

/// How much a page of HTML counts among those of plain text.
const STRIPPED: f32 = 0.7;

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Body,
    Heading,
    Title,
    Byline,
    Other,
    /// Not known: not learned from.
    Unknown,
}

/// A page, ready to learn from.
#[derive(Default)]
struct Page {
    fold: usize,
    rows: Vec<features::Row>,
    labels: Vec<Label>,
    weights: Vec<f32>,
    // What headlines are told by; of plain text alone.
    is_whole: bool,
    text: String,
    blocks: Vec<Block>,
    shapes: Vec<Shape>,
}

/// Learns all models of the file.
pub fn train(data: &Data) -> Outcome {
    let (marked, stripped) = marked_pages(data)?;
    let mut plain = plain_pages(data)?;
    let n_pasted = plain.len();
    plain.extend(stripped);
    let (model, scores) = article_model("plain", 130, features::N, &plain);
    plain.truncate(n_pasted);
    let mut models = vec![(Kind::Plain, model)];
    models.extend(line_models(&plain, &scores));
    drop(plain);
    models.push((Kind::Marked, article_model("marked", 190, features::N_COMMON, &marked).0));
    let (mut writer, mut chances) = (Writer::default(), Chances::default());
    for kind in Kind::ALL {
        let model = &models.iter().find(|it| it.0 == kind).ok_or("a model is missing")?.1;
        trees::code(&mut writer, &mut chances, model);
    }
    let bytes = writer.end();
    eprintln!("{} bytes", bytes.len());
    std::fs::write("src/model/blocks.bin", bytes)?;
    Ok(())
}

/// Article or not, by the first features. A second stage over what the first says of the neighbors told sites apart that it knew, and
/// hardly others: the same bytes do more in one. What is given back last are the scores of pages by models that have
/// not seen their sites.
fn article_model(name: &str, n_trees: usize, n_features: usize, pages: &[Page]) -> (Trees, Vec<i32>) {
    let mut rows = rows_of(pages.iter().map(|it| it.rows.as_slice()), pages);
    rows.columns.truncate(n_features);
    let plan = Plan { n_trees, shrink: 8.0, ..PLAN };
    let scores = held_out(&rows, plan, &folds(pages));
    report(&format!("{name}, unseen sites"), &rows, &scores, |_| true);
    (learn(&rows, plan, 207), scores)
}

/// Plain text: which of the lines are headline, byline and crosshead, by what a block is and what the scores say
/// around it.
fn line_models(pages: &[Page], scores: &[i32]) -> Vec<(Kind, Trees)> {
    let mut at = 0;
    let wide: Vec<Vec<[u8; N_SCORED]>> = pages
        .iter()
        .map(|it| {
            let own = &scores[at..at + it.rows.len()];
            at += it.rows.len();
            let headlines = headline::features(&it.text, &it.blocks, &it.shapes, own);
            features::scored(&it.rows, &headlines, own)
        })
        .collect();
    let mut rows = rows_of(wide.iter().map(Vec::as_slice), pages);
    let fold_of = folds(pages);
    let mut models = Vec::new();
    let labels: Vec<Label> = pages.iter().flat_map(|it| it.labels.iter().copied()).collect();
    for (kind, label) in
        [(Kind::Headline, Label::Title), (Kind::Byline, Label::Byline), (Kind::Crosshead, Label::Heading)]
    {
        for (row, &it) in labels.iter().enumerate() {
            rows.targets[row] = f32::from(u8::from(it == label));
            let counts = match label {
                Label::Heading => matches!(it, Label::Body | Label::Heading),
                _ => it != Label::Unknown,
            };
            rows.weights[row] = f32::from(u8::from(counts));
        }
        let n_trees = match kind {
            Kind::Headline => 120,
            Kind::Byline => 35,
            _ => 65,
        };
        if kind == Kind::Headline {
            weigh_candidates(pages, scores, &mut rows.weights);
        }
        let plan = Plan { n_trees, ..PLAN };
        let held = held_out(&rows, plan, &fold_of);
        report(&format!("{kind:?}, unseen sites"), &rows, &held, |_| true);
        if kind == Kind::Headline {
            report_first(pages, &held, &rows.weights);
        }
        models.push((kind, learn(&rows, plan, 219)));
    }
    models
}

/// For each row its page's fold.
fn folds(pages: &[Page]) -> Vec<usize> {
    pages.iter().flat_map(|it| vec![it.fold; it.rows.len()]).collect()
}

/// Scores of all rows by models that did not see their site.
fn held_out(rows: &Table, plan: Plan, fold_of: &[usize]) -> Vec<i32> {
    let mut scores = vec![0; fold_of.len()];
    for fold in 0..N_FOLDS {
        let others = rows.only(|it| fold_of[it] != fold);
        let model = learn(&others, plan, fold as u64);
        for row in (0..scores.len()).filter(|&it| fold_of[it] == fold) {
            let mut features = [0; WIDTH];
            features.iter_mut().zip(&rows.columns).for_each(|(to, column)| *to = column[row]);
            scores[row] = model.sum(&features);
        }
    }
    scores
}

/// Learns how far a row's log odds are above those of any row.
fn learn(rows: &Table, plan: Plan, seed: u64) -> Trees {
    let rows = rows.only(|it| rows.weights[it] > 0.0);
    let total: f32 = rows.weights.iter().sum();
    let positive: f32 = rows.weights.iter().zip(&rows.targets).map(|(weight, target)| weight * target).sum();
    let odds = positive.max(1.0) / (total - positive).max(1.0);
    let bias = (odds.ln() * UNIT as f32).round();
    let known = vec![bias / UNIT as f32; rows.targets.len()];
    Trees { bias: bias as i32, ..boost::fit_odds(&rows, &known, f32::MAX, plan, seed) }
}

fn rows_of<'a, const W: usize>(wide: impl Iterator<Item = &'a [[u8; W]]> + Clone, pages: &[Page]) -> Table {
    let columns = (0..W).map(|column| wide.clone().flatten().map(|it| it[column]).collect()).collect();
    let labels = pages.iter().flat_map(|it| &it.labels);
    let n_rows = pages.iter().map(|it| it.labels.len()).sum::<usize>();
    Table {
        columns,
        targets: labels.map(|it| f32::from(u8::from(matches!(it, Label::Body | Label::Heading)))).collect(),
        weights: pages.iter().flat_map(|it| it.weights.iter().copied()).collect(),
        groups: (0..n_rows as u32).collect(),
    }
}

/// Only lines that may be the headline count, and pages of many such lines hardly more than those of few.
fn weigh_candidates(pages: &[Page], scores: &[i32], weights: &mut [f32]) {
    let mut at = 0;
    for page in pages {
        let n = page.labels.len();
        let candidates = headline::candidates(&page.shapes, &scores[at..at + n]);
        let weight = 20.0 / (10.0 + candidates.len() as f32);
        let mut own = vec![0.0; n];
        candidates.iter().for_each(|&it| own[it] = weight * weights[at + it]);
        weights[at..at + n].copy_from_slice(&own);
        at += n;
    }
}

/// How often the likeliest line of a page is its headline: of whole pages, and of parts of them.
fn report_first(pages: &[Page], scores: &[i32], weights: &[f32]) {
    let (mut at, mut right, mut all) = (0, [0; 2], [0; 2]);
    for page in pages {
        let n = page.labels.len();
        let best = (at..at + n).filter(|&it| weights[it] > 0.0).max_by_key(|&it| (scores[it], Reverse(it)));
        if page.labels.contains(&Label::Title) {
            let part = usize::from(!page.is_whole);
            all[part] += 1;
            right[part] += usize::from(best.is_some_and(|it| page.labels[it - at] == Label::Title));
        }
        at += n;
    }
    eprintln!("  headlines, unseen sites: {right:?} of {all:?}");
}

fn report(name: &str, rows: &Table, scores: &[i32], wanted: impl Fn(usize) -> bool) {
    let (mut hit, mut extra, mut missed, mut right, mut all) = (0f32, 0f32, 0f32, 0f32, 0f32);
    for row in (0..scores.len()).filter(|&it| wanted(it)) {
        let (weight, target, said) = (rows.weights[row], rows.targets[row] > 0.5, scores[row] > 0);
        all += weight;
        right += if target == said { weight } else { 0.0 };
        match (target, said) {
            (true, true) => hit += weight,
            (false, true) => extra += weight,
            (true, false) => missed += weight,
            _ => {}
        }
    }
    let f1 = 2.0 * hit / (2.0 * hit + extra + missed).max(1e-9);
    eprintln!("  {name}: weighted accuracy {:.4}, F1 {:.4}", right / all.max(1e-9), f1);
}

/// Pages of one site lie in one fold.
fn fold_of(url: Option<&str>, id: &str) -> usize {
    let host = url.and_then(|it| it.split("//").nth(1)).and_then(|it| it.split('/').next()).unwrap_or(id);
    // Made-up addresses are no site.
    let host = if host.contains("fakehost") || host.contains("example") { id } else { host };
    let hash = host
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, it| (hash ^ u64::from(it)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 20) as usize % N_FOLDS
}

/// Lines count by their length, but no line for very much: half the measures count lines, half count letters.
fn weight(n_chars: usize) -> f32 {
    0.5 + (n_chars as f32 / 120.0).min(4.0)
}

fn plain_pages(data: &Data) -> Result<Vec<Page>, Box<dyn std::error::Error>> {
    let mut pages = Vec::new();
    for record in data.records::<Pasted>("extraction/pasted.dev.jsonl.gz")? {
        let fold = fold_of(record.url.as_deref(), &record.id);
        let bytes: Vec<usize> =
            record.pasted.char_indices().map(|it| it.0).chain([record.pasted.len()]).collect();
        let lines: Vec<(usize, usize, Label)> = record
            .lines
            .iter()
            .map(|it| {
                let label = match it.label.as_str() {
                    "body" => Label::Body,
                    "heading" => Label::Heading,
                    "title" => Label::Title,
                    "byline" => Label::Byline,
                    _ => Label::Other,
                };
                (bytes[it.start], bytes[it.end], label)
            })
            .collect();
        pages.push(plain_page(&record.pasted, &lines, fold, 1.0));
        // People paste less than the whole page, too: from the headline to a little below, or the body alone.
        let is_body = |it: &(usize, usize, Label)| matches!(it.2, Label::Body | Label::Heading);
        let (Some(first), Some(last)) = (lines.iter().position(is_body), lines.iter().rposition(is_body))
        else {
            continue;
        };
        let title = lines[..first].iter().rposition(|it| it.2 == Label::Title).unwrap_or(first);
        let jitter = record.id.bytes().map(usize::from).sum::<usize>();
        let end = |it: usize| it.min(lines.len() - 1);
        for (from, to, factor) in [
            (title.saturating_sub(jitter % 4), end(last + jitter % 7), 0.35),
            (if jitter % 2 == 0 { first } else { title }, last, 0.35),
            // Short stories under links to others: for the models of single lines alone.
            (title.saturating_sub(5 + jitter % 30), end(first + 2 + jitter % 5), 0.0),
        ] {
            let (start, end) = (lines[from].0, lines[to].1);
            let cut: Vec<_> = lines[from..=to].iter().map(|it| (it.0 - start, it.1 - start, it.2)).collect();
            pages.push(plain_page(&record.pasted[start..end], &cut, fold, factor));
        }
    }
    Ok(pages)
}

fn plain_page(text: &str, lines: &[(usize, usize, Label)], fold: usize, factor: f32) -> Page {
    let cut = blocks::split(text, None);
    let features::Features { rows, shapes, .. } = features::of(text, &cut, None, None);
    let mut at = 0;
    let mut page = Page {
        fold,
        is_whole: factor == 1.0,
        text: text.to_owned(),
        blocks: cut,
        shapes,
        rows,
        ..Page::default()
    };
    for block in &page.blocks {
        while at < lines.len() && lines[at].1 <= block.span.start as usize {
            at += 1;
        }
        let label =
            lines.get(at).filter(|it| it.0 < block.span.end as usize).map_or(Label::Unknown, |it| it.2);
        let own = match label {
            Label::Unknown => 0.0,
            // The headline and the byline have models of their own.
            Label::Title | Label::Byline => 0.1,
            _ => weight(block.span.of(text).chars().count()),
        };
        page.labels.push(label);
        page.weights.push(own * factor);
    }
    page
}

/// Pages of HTML, and the same as text without its markup: more plain text to learn from.
fn marked_pages(data: &Data) -> Result<(Vec<Page>, Vec<Page>), Box<dyn std::error::Error>> {
    let (mut pages, mut stripped) = (Vec::new(), Vec::new());
    for record in data.records::<Html>("extraction/html.dev.jsonl.gz")? {
        let factor = match record.source.as_str() {
            "aeb" => 1.5,
            "wcxb" => 1.0,
            "traf" => 2.0,
            // Other tools' own output.
            "moz" => 0.4,
            "def" => 0.25,
            _ => continue,
        };
        let read = html::read(&record.html);
        pages.push(marked_page(&record, &read.text, Some(&read.hints), factor));
        stripped.push(marked_page(&record, &read.text, None, factor * STRIPPED));
    }
    Ok((pages, stripped))
}

fn marked_page(record: &Html, text: &str, hints: Option<&Hints>, factor: f32) -> Page {
    let cut = blocks::split(text, hints);
    let title = metadata::title(hints, None);
    let rows = features::of(text, &cut, hints, title.as_deref()).rows;
    let texts: Vec<&str> = cut.iter().map(|it| it.span.of(text)).collect();
    let mut labels = match &record.gold.text {
        Some(gold) if !gold.trim().is_empty() => aligned(&texts, gold),
        _ => snippets(&texts, &record.gold),
    };
    let title = record.gold.title.as_deref().map(plain);
    for (label, text) in labels.iter_mut().zip(&texts) {
        if title.as_deref().is_some_and(|it| it == plain(text)) {
            *label = Label::Title;
        }
    }
    // A page counts once, however long: that is how it is scored.
    let mass: f32 =
        texts.iter().zip(&labels).filter(|it| *it.1 == Label::Body).map(|it| weight(it.0.len())).sum();
    let per_page = (60.0 / mass.max(10.0)).sqrt().clamp(0.3, 2.0);
    let weights = texts.iter().zip(&labels).zip(&cut).map(|((text, label), block)| match label {
        Label::Unknown | Label::Title | Label::Byline => 0.0,
        // Headings are short, but a heading lost is worse than a line lost.
        _ if block.role == Role::Crosshead => 2.0 * factor * per_page,
        _ => weight(text.chars().count()) * factor * per_page,
    });
    Page {
        fold: fold_of(record.url.as_deref(), &record.id),
        rows,
        weights: weights.collect(),
        labels,
        ..Page::default()
    }
}

/// Letters and digits alone, lower case.
fn plain(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn tokens(text: &str) -> Vec<&str> {
    text.split(|it: char| !it.is_alphanumeric() && it != '_').filter(|it| !it.is_empty()).collect()
}

/// Which blocks the gold text holds.
fn aligned(texts: &[&str], gold: &str) -> Vec<Label> {
    let gold_tokens = tokens(gold);
    let mut grams: HashMap<&[&str], i32> = HashMap::new();
    for gram in gold_tokens.windows(4) {
        *grams.entry(gram).or_default() += 1;
    }
    let gold_lines: HashSet<String> = gold.lines().map(plain).filter(|it| !it.is_empty()).collect();
    // Long blocks by their shingles; the first of several equal ones is not always the right one, so those that
    // occur twice are only believed where the next test agrees.
    let mut shares = Vec::new();
    for text in texts {
        let own = tokens(text);
        let n_found = own.windows(4).filter(|it| grams.get(*it).is_some_and(|&n| n > 0)).count();
        let n_grams = own.len().saturating_sub(3);
        shares.push(if n_grams >= 3 { Some(n_found as f32 / n_grams as f32) } else { None });
    }
    // The densest stretch of blocks that the gold holds: short lines count only inside it.
    let is_long = |it: usize| shares[it].is_some_and(|share| share >= 0.5);
    let mut best = (0, 0);
    let (mut run, mut start, mut best_sum) = (0f32, 0, 0f32);
    for idx in 0..texts.len() {
        if run <= 0.0 {
            (run, start) = (0.0, idx);
        }
        run += if is_long(idx) { tokens(texts[idx]).len() as f32 } else { -2.0 };
        if run > best_sum {
            (best_sum, best) = (run, (start, idx));
        }
    }
    let label = |idx: usize| {
        let near = idx + 3 >= best.0 && idx <= best.1 + 3;
        let equal = gold_lines.contains(&plain(texts[idx]));
        let body = match shares[idx] {
            Some(share) => share >= 0.5,
            None => near && (equal || (idx >= best.0 && idx <= best.1 && gold_has(&gold_tokens, texts[idx]))),
        };
        if body { Label::Body } else { Label::Other }
    };
    (0..texts.len()).map(label).collect()
}

/// True when the few tokens of `text` stand in the gold side by side.
fn gold_has(gold: &[&str], text: &str) -> bool {
    let own = tokens(text);
    !own.is_empty() && gold.windows(own.len()).any(|it| it == own)
}

/// Pages of which only a few pieces are known.
fn snippets(texts: &[&str], gold: &Gold) -> Vec<Label> {
    let fold = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let all = |it: &Option<Vec<String>>| it.iter().flatten().map(|it| fold(it)).collect::<Vec<_>>();
    let (with, without) = (all(&gold.with), all(&gold.without));
    let label = |text: &&str| {
        let text = fold(text);
        if without.iter().any(|it| text.contains(it)) {
            Label::Other
        } else if with.iter().any(|it| text.contains(it)) {
            Label::Body
        } else {
            Label::Unknown
        }
    };
    texts.iter().map(label).collect()
}

// All rows fit the reader's bytes.
const _: () = assert!(N_SCORED <= 255 && features::N <= 255);
