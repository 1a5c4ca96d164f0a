//! Summary: sentences are chosen one by one, and keep their order.
//!
//! Each line is the one that adds most to those already chosen. What is chosen does not depend on how many
//! lines are wanted, so a longer summary contains every shorter one.

use super::chosen::Chosen;
use super::features::{Feature, Measured, Row};
use super::openings::Opening;
use super::query::Query;
use super::salience::{judge, reasons};
use super::stance::Stance;
use crate::options::{Length, Options};
use crate::order;
use crate::read::Document;
use std::collections::BinaryHeap;

/// The sentences that tell the story in short.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Indexes of sentences, in reading order.
    pub sentences: Vec<u32>,
    /// For each of them the reasons that weighed most, weightiest first, as stable codes ("early", "names").
    pub reasons: Vec<Vec<&'static str>>,
    /// For each of them the pronoun at its head that nothing in the summary explains.
    pub openings: Vec<Option<Opening>>,
    /// How much of the article's important content they speak for, 0 to 1.
    pub covers: f32,
    /// The same for each section of the article.
    pub sections: Vec<f32>,
    /// A query was given that has no word to look for; the summary is that of the whole article.
    pub query_is_vague: bool,
    /// Not all words of the query are in the article.
    pub query_is_partly_known: bool,
    /// Lines were left out that are the very words of others.
    pub repeats: bool,
}

/// So many lines are chosen with care: the model looks again at the candidates with the lines so far in
/// view. After that the summary is a list of the salient, without repeats.
const N_CAREFUL: usize = 6;

/// How many candidates the model looks at again, and how many more with each line.
const N_CANDIDATES: usize = 12;

/// How much a line loses that repeats what is chosen, word for word.
const REPEAT: f32 = 0.5;

/// A line that shares more than this of its terms' weight with what is chosen says the same again.
const SAME_AGAIN: f32 = 0.92;

/// A line that leans on the sentence before it ("He") is worth so much less of the span between the best and
/// the worst, unless that sentence is a line as well.
const LEANING: f32 = 0.15;

/// The first line, which may be the only one, so much less on top.
const FIRST_LEANING: f32 = 0.25;

/// The same for what keeps a sentence from standing alone. None of these moves the measured summaries beyond the noise;
/// they are what was struck out when some hundred summaries were read. More than the whole span: passed over for all that stand.
fn cost(stance: Stance) -> f32 {
    match stance {
        Stance::Upright => 0.0,
        Stance::Adds => 0.1,
        Stance::Asks => 0.12,
        Stance::Cut | Stance::Fragment => 0.3,
        Stance::Joins | Stance::Aside => 2.0,
    }
}

/// So much less is worth what stands in a section that has a line, for each of its lines.
const SAME_SECTION: f32 = 0.04;

/// Chooses sentences of the body, as many as `options.length` asks for.
pub fn choose(
    document: &Document,
    asked: Option<&Query>,
    measured: &Measured,
    sums: &[i32],
    options: &Options,
) -> Summary {
    let n = measured.body.len();
    let n_wanted = match options.length {
        Length::Sentences(n) => n,
        Length::Ratio(ratio) => ((n as f32 * ratio) as usize).max(1),
        // No line is shorter than a word; those that do not fit are left out below.
        Length::Words(n) => n.max(1),
    }
    .min(n);
    let block = |idx: usize| document.sentences[measured.body[idx] as usize].block;
    let section = |idx: usize| document.blocks[block(idx) as usize].section;
    let mut chosen = Chosen::new(measured);
    let before = said_before(document, &measured.body);
    let query = asked.filter(|it| !it.is_vague);
    let query_is_vague = asked.is_some() && query.is_none();
    let query_is_partly_known = query.is_some_and(|it| it.lacks);
    let is_asked = query.is_some();
    match query {
        Some(query) => {
            let near = (0..n).filter(|&it| query.nearness[it] > 0.0 && !before[it]).collect();
            let (low, range) = span(sums);
            // A question of the article's may be the answer; half a quotation is none.
            let stance = |it: usize| cost(measured.stances[it]).min(0.5);
            fill(
                &mut chosen,
                near,
                &|it| query.turn(it, (sums[it] - low) as f32 / range - stance(it)),
                n_wanted,
            );
        }
        None => {
            let sections: Vec<Option<u32>> = (0..n).map(section).collect();
            compose(&mut chosen, sums, &sections, &measured.stances, &before, &judge, n_wanted);
        }
    }
    let mut lines = chosen.lines;
    let repeats = !is_asked && lines.len() < n_wanted && before.contains(&true);
    if let Length::Words(most) = options.length {
        lines.truncate(n_that_fit(measured, &lines, most));
    }
    // Why each was taken, with the lines in view that were there before it.
    chosen = Chosen::new(measured);
    // Every noun has a capital there: it is no sign of a name.
    let nouns_have_capitals = document.language.tag.starts_with("de");
    let mut told: Vec<Vec<&'static str>> = vec![Vec::new(); n];
    for (at, &it) in lines.iter().enumerate() {
        let row = if at < N_CAREFUL { chosen.row(it) } else { measured.rows[it] };
        told[it] = reasons(&row, nouns_have_capitals);
        chosen.take(it);
    }
    order::sort(&mut lines);
    Summary {
        sentences: lines.iter().map(|&it| measured.body[it]).collect(),
        reasons: lines.iter().map(|&it| std::mem::take(&mut told[it])).collect(),
        openings: Vec::new(),
        covers: chosen.covers(),
        sections: chosen.covers_of(document.sections.len(), section),
        query_is_vague,
        query_is_partly_known,
        repeats,
    }
}

/// For each sentence whether it is the very words of one before: two hundred equal sentences have a summary of one.
fn said_before(document: &Document, body: &[u32]) -> Vec<bool> {
    let text = |idx: usize| document.sentences[body[idx] as usize].span.of(document.text);
    let mut order: Vec<usize> = (0..body.len()).collect();
    order::by(&mut order, |&a, &b| text(a).cmp(text(b)).then(a.cmp(&b)));
    let mut before = vec![false; body.len()];
    for pair in order.windows(2) {
        before[pair[1]] = text(pair[0]) == text(pair[1]);
    }
    before
}

/// How many of the lines, in the order of choice, have no more than `most` words; at least one. What comes after the
/// first that is too long is left out as well: a longer summary would else lose a line that a shorter one had.
fn n_that_fit(measured: &Measured, lines: &[usize], most: usize) -> usize {
    let mut n_words = 0;
    let fits = |it: &&usize| {
        n_words += measured.lengths[**it] as usize;
        n_words <= most
    };
    lines.iter().take_while(fits).count().max(1)
}

/// The least of some sums, and how far the greatest is from it.
fn span(sums: &[i32]) -> (i32, f32) {
    let low = sums.iter().copied().min().unwrap_or(0);
    let high = sums.iter().copied().max().unwrap_or(0);
    (low, (high - low).max(1) as f32)
}

/// The lines of a summary of `n_wanted` sentences by another judge than the model that ships, in the order of
/// choice, as indexes into the body: what the trainer measures its models by.
pub fn lines(measured: &Measured, n_wanted: usize, judge: &dyn Fn(&Row) -> i32) -> Vec<usize> {
    let sums: Vec<i32> = measured.rows.iter().map(judge).collect();
    let mut chosen = Chosen::new(measured);
    compose(&mut chosen, &sums, &[], &[], &[], judge, n_wanted.min(sums.len()));
    chosen.lines
}

/// Chooses lines where nothing is asked: with care at first, then by salience, repeats last.
fn compose(
    chosen: &mut Chosen,
    sums: &[i32],
    sections: &[Option<u32>],
    stances: &[Stance],
    before: &[bool],
    judge: &dyn Fn(&Row) -> i32,
    n_wanted: usize,
) {
    let measured = chosen.measured();
    let n = measured.body.len();
    let (low, range) = span(sums);
    let leans = |it: usize| measured.rows[it][Feature::Leans as usize] > 0 && it > 0;
    let less = |chosen: &Chosen, idx: usize| {
        let has = |it: usize| chosen.lines.contains(&it);
        let stance = stances.get(idx).copied().unwrap_or_default();
        // Beside the sentence that it goes with it may stand.
        let stands = match stance {
            Stance::Upright | Stance::Adds | Stance::Joins => idx == 0 || has(idx - 1),
            Stance::Cut => idx > 0 && has(idx - 1) || has(idx + 1),
            Stance::Asks => has(idx + 1),
            Stance::Fragment | Stance::Aside => false,
        };
        let own = sections.get(idx);
        let n_beside = chosen.lines.iter().filter(|&&it| own.is_some() && sections.get(it) == own).count();
        let leaning = match stance {
            _ if stands => 0.0,
            Stance::Upright if leans(idx) => LEANING,
            it => cost(it),
        };
        range * (leaning + SAME_SECTION * n_beside as f32)
    };
    let values: Vec<f32> = (0..n).map(|it| sums[it] as f32 - less(chosen, it)).collect();
    let is_new = |it: &usize| before.get(*it) != Some(&true);
    let mut order: Vec<usize> = (0..n).filter(is_new).filter(|&it| !repeats_headline(measured, it)).collect();
    order::by(&mut order, |&a, &b| values[b].total_cmp(&values[a]).then(a.cmp(&b)));
    // Before the first line nothing stands that it might lean on. Of equal ones the first.
    let alone = |it: usize| values[it] - if leans(it) { range * FIRST_LEANING } else { 0.0 };
    let first = (0..order.len()).rev().max_by(|&a, &b| alone(order[a]).total_cmp(&alone(order[b])));
    // The models are learned without, as without all that keeps a line from standing alone.
    if let Some(at) = first.filter(|_| !stances.is_empty()) {
        order[..=at].rotate_right(1);
    }
    careful(
        chosen,
        &order,
        &|chosen, it| judge(&chosen.row(it)) as f32 - less(chosen, it),
        n_wanted.min(N_CAREFUL),
    );
    let mut left = fill(chosen, order, &|it| (values[it] - low as f32) / range, n_wanted);
    // Where nothing else is left: what repeats.
    left.extend((0..n).filter(is_new).filter(|&it| repeats_headline(measured, it)));
    left.truncate(n_wanted.saturating_sub(chosen.lines.len()));
    left.into_iter().for_each(|it| chosen.take(it));
}

/// True for a sentence that says what the headline says and no more: the page shows the headline anyway.
fn repeats_headline(measured: &Measured, idx: usize) -> bool {
    let row = &measured.rows[idx];
    let (share, echo) = (row[Feature::Headline as usize], row[Feature::Echo as usize]);
    share >= 230 && echo >= 230 || row[Feature::Standfirst as usize] >= 240 && measured.lengths[idx] > 4
}

/// Chooses with the model's eye on what is chosen already. `order` is best first.
fn careful(chosen: &mut Chosen, order: &[usize], judge: &dyn Fn(&Chosen, usize) -> f32, n_wanted: usize) {
    if let Some(&first) = order.first().filter(|_| n_wanted > 0) {
        chosen.take(first);
    }
    while chosen.lines.len() < n_wanted {
        let n_candidates = N_CANDIDATES + 2 * chosen.lines.len();
        let best = order
            .iter()
            .filter(|it| !chosen.lines.contains(it))
            .take(n_candidates)
            .filter(|&&it| chosen.repeated(it) <= SAME_AGAIN)
            .map(|&it| (judge(chosen, it), it))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        match best {
            Some((_, idx)) => chosen.take(idx),
            None => break,
        }
    }
}

/// Chooses from `candidates` by `value` less what is repeated; gives back those that only repeat.
///
/// What a line adds only shrinks as others are chosen: a line whose gain is up to date and still the best is
/// the best, and the others need no look (lazy greedy, Minoux 1978).
fn fill(
    chosen: &mut Chosen,
    candidates: Vec<usize>,
    value: &dyn Fn(usize) -> f32,
    n_wanted: usize,
) -> Vec<usize> {
    let mut set_aside = Vec::new();
    if chosen.lines.len() >= n_wanted {
        return set_aside;
    }
    let taken = chosen.lines.clone();
    let gain = |idx: usize| Gain { value: value(idx), idx, at_step: usize::MAX };
    let mut heap: BinaryHeap<Gain> =
        candidates.into_iter().filter(|it| !taken.contains(it)).map(gain).collect();
    while chosen.lines.len() < n_wanted {
        let Some(mut best) = heap.pop() else { break };
        if best.at_step == chosen.lines.len() {
            chosen.take(best.idx);
            continue;
        }
        let repeated = if chosen.lines.is_empty() { 0.0 } else { chosen.repeated(best.idx) };
        if repeated > SAME_AGAIN {
            set_aside.push(best.idx);
            continue;
        }
        best.at_step = chosen.lines.len();
        best.value = value(best.idx) - REPEAT * repeated;
        heap.push(best);
    }
    order::sort(&mut set_aside);
    set_aside
}

/// What a sentence would add, as of a step.
struct Gain {
    value: f32,
    idx: usize,
    at_step: usize,
}

impl Ord for Gain {
    fn cmp(&self, other: &Gain) -> std::cmp::Ordering {
        self.value.total_cmp(&other.value).then(other.idx.cmp(&self.idx))
    }
}

impl PartialOrd for Gain {
    fn partial_cmp(&self, other: &Gain) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Gain {
    fn eq(&self, other: &Gain) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Gain {}
