//! Names by the model: the best sequence of labels over each stretch of words that could be names.
//!
//! Integers all the way: the same text gets the same names on every machine. A stretch is decided whole
//! (Viterbi); how sure a name is comes from the best sequence that does without it.

use super::features::Sheet;
use super::{EntityKind, Mention};
use crate::model::names::{Model, N_LABELS, SCALE};
use crate::read::Document;
use crate::text::Span;

/// Outside every name.
pub const OUTSIDE: usize = 0;

/// Kinds in the order of labels: kind `k` has the labels `1 + 4 * k` (begin), then inside, last, unit.
pub const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Other];

/// A stretch longer than this (a page in capitals) is decided in pieces.
pub const MAX_STRETCH: usize = 200;

/// Far below every real score.
const NEVER: i32 = i32::MIN / 4;

/// What a label may begin and end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Outside,
    Begin,
    Inside,
    Last,
    Unit,
}

fn part(label: usize) -> Part {
    match label {
        OUTSIDE => Part::Outside,
        label => [Part::Begin, Part::Inside, Part::Last, Part::Unit][(label - 1) % 4],
    }
}

/// True when a stretch may begin with this label.
pub fn may_begin(label: usize) -> bool {
    matches!(part(label), Part::Outside | Part::Begin | Part::Unit)
}

/// True when a stretch may end with this label.
pub fn may_end(label: usize) -> bool {
    matches!(part(label), Part::Outside | Part::Last | Part::Unit)
}

/// True when `next` may follow `label`.
pub fn may_follow(label: usize, next: usize) -> bool {
    match part(label) {
        Part::Begin | Part::Inside => {
            matches!(part(next), Part::Inside | Part::Last) && (label - 1) / 4 == (next - 1) / 4
        }
        _ => may_begin(next),
    }
}

/// Finds names with a model.
pub fn find(document: &Document, model: &Model) -> Vec<Mention> {
    let sheet = Sheet::new(document, &model.lists);
    let mut mentions = Vec::new();
    let mut decoder = Decoder::new(model);
    for stretch in sheet.stretches() {
        let mut start = stretch.start;
        while start < stretch.end {
            let end = stretch.end.min(start + MAX_STRETCH);
            decoder.decode(&sheet, start, end);
            decoder.mentions(document, start, &mut mentions);
            start = end;
        }
    }
    mentions
}

struct Decoder<'m> {
    model: &'m Model,
    /// Label, then the labels that may stand before it.
    before: Vec<Vec<usize>>,
    /// What the features of each token tell of its labels.
    scores: Vec<[i32; N_LABELS]>,
    /// The best way up to and with a label.
    ahead: Vec<[i32; N_LABELS]>,
    /// The best way from after a label to the end.
    behind: Vec<[i32; N_LABELS]>,
    from: Vec<[u8; N_LABELS]>,
    labels: Vec<usize>,
}

impl<'m> Decoder<'m> {
    fn new(model: &'m Model) -> Decoder<'m> {
        let before =
            (0..N_LABELS).map(|next| (0..N_LABELS).filter(|&it| may_follow(it, next)).collect()).collect();
        Decoder {
            model,
            before,
            scores: Vec::new(),
            ahead: Vec::new(),
            behind: Vec::new(),
            from: Vec::new(),
            labels: Vec::new(),
        }
    }

    fn decode(&mut self, sheet: &Sheet, start: usize, end: usize) {
        let n = end - start;
        self.scores.clear();
        for at in start..end {
            let mut scores = [0; N_LABELS];
            sheet.features(at, |it| self.model.weigh(it, &mut scores));
            self.scores.push(scores);
        }
        self.ahead.clear();
        self.from.clear();
        let mut ahead = self.scores[0];
        for (label, score) in ahead.iter_mut().enumerate() {
            if !may_begin(label) {
                *score = NEVER;
            }
        }
        self.ahead.push(ahead);
        self.from.push([0; N_LABELS]);
        for at in 1..n {
            let mut next = [NEVER; N_LABELS];
            let mut from = [0; N_LABELS];
            for (label, next) in next.iter_mut().enumerate() {
                for &before in &self.before[label] {
                    let score = ahead[before] + self.model.moves[before][label];
                    if score > *next {
                        *next = score;
                        from[label] = before as u8;
                    }
                }
                *next += self.scores[at][label];
            }
            ahead = next;
            self.ahead.push(ahead);
            self.from.push(from);
        }
        let mut label = (0..N_LABELS)
            .filter(|&it| may_end(it))
            .fold(OUTSIDE, |best, it| if ahead[it] > ahead[best] { it } else { best });
        self.labels.clear();
        self.labels.resize(n, OUTSIDE);
        for at in (0..n).rev() {
            self.labels[at] = label;
            label = self.from[at][label] as usize;
        }
        if self.labels.iter().all(|&it| it == OUTSIDE) {
            return;
        }
        // The way back, for how sure it is.
        self.behind.clear();
        self.behind.resize(n, [NEVER; N_LABELS]);
        for label in 0..N_LABELS {
            if may_end(label) {
                self.behind[n - 1][label] = 0;
            }
        }
        for at in (1..n).rev() {
            for label in 0..N_LABELS {
                let score = self.behind[at][label] + self.scores[at][label];
                for &before in &self.before[label] {
                    let way = score + self.model.moves[before][label];
                    if way > self.behind[at - 1][before] {
                        self.behind[at - 1][before] = way;
                    }
                }
            }
        }
    }

    /// The names of the stretch that was decided last.
    fn mentions(&self, document: &Document, start: usize, mentions: &mut Vec<Mention>) {
        let mut at = 0;
        while at < self.labels.len() {
            let label = self.labels[at];
            if label == OUTSIDE {
                at += 1;
                continue;
            }
            let mut last = at;
            while !may_end(self.labels[last]) && last + 1 < self.labels.len() {
                last += 1;
            }
            let margin = (at..=last).map(|it| self.margin(it)).min().unwrap_or(0);
            let tokens = &document.tokens;
            let span =
                Span::new(tokens[start + at].span.start as usize, tokens[start + last].span.end as usize);
            // A name has letters or digits, whatever the model says.
            if span.of(document.text).contains(char::is_alphanumeric) {
                let kind = KINDS[(label - 1) / 4];
                mentions.push(Mention { span, kind, confidence: confidence(margin), rule: "names_model" });
            }
            at = last + 1;
        }
    }

    /// How much the best sequence is better than the best that labels this token otherwise.
    fn margin(&self, at: usize) -> i32 {
        let through = |label: usize| self.ahead[at][label].saturating_add(self.behind[at][label]);
        let chosen = self.labels[at];
        let rival = (0..N_LABELS).filter(|&it| it != chosen).map(through).max().unwrap_or(NEVER);
        through(chosen).saturating_sub(rival).max(0)
    }
}

/// The logistic function of the margin, its exponential by five terms of the series: 0.5 for a toss-up.
fn confidence(margin: i32) -> f32 {
    let x = margin.min(20 * SCALE) as f32 / SCALE as f32;
    let exp = 1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0)));
    exp / (1.0 + exp)
}
