//! Names by the model: the best sequence of labels over each stretch of words that could be names.
//!
//! Integers all the way: the same text gets the same names on every machine. A stretch is decided whole
//! (Viterbi); how sure a name is comes from the best sequence that does without it.

use super::features::Sheet;
use super::{EntityKind, Mention};
use crate::model::names::{Model, N_LABELS, SCALE};
use crate::read::Document;
use crate::read::tokens::Token;
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
    decide(&sheet, model, |decoder, scores, start| {
        decoder.mentions(document, &sheet.tokens, start, scores, &mut mentions);
    });
    settle_neighbours(document, &mut mentions);
    mentions
}

/// The label of each token, and by how much the best sequence is better than the best that labels it otherwise: what
/// a model learns from that learns from a model.
pub fn labels(sheet: &Sheet, model: &Model) -> Vec<(u8, i32)> {
    let mut labels = vec![(OUTSIDE as u8, 0); sheet.tokens.len()];
    decide(sheet, model, |decoder, scores, start| {
        decoder.look_back(scores);
        for at in 0..scores.len() {
            labels[start + at] = (decoder.labels[at] as u8, decoder.margin(at));
        }
    });
    labels
}

/// Decides each stretch, and calls `tell` with the decoder, the scores and the first token.
fn decide(sheet: &Sheet, model: &Model, mut tell: impl FnMut(&mut Decoder, &[[i32; N_LABELS]], usize)) {
    let mut decoder = Decoder::new(model);
    // Each place by itself, and what that tells of each word.
    let mut scores: Vec<[i32; N_LABELS]> = Vec::new();
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    let mut votes = Votes::new(sheet.tokens.len());
    for stretch in sheet.stretches() {
        let mut start = stretch.start;
        while start < stretch.end {
            let end = stretch.end.min(start + MAX_STRETCH);
            for at in start..end {
                let mut row = [0; N_LABELS];
                sheet.features(at, |it| model.weigh(it, &mut row));
                scores.push(row);
            }
            pieces.push((start, end));
            start = end;
        }
    }
    let mut first = 0;
    let mut labels: Vec<u8> = Vec::with_capacity(scores.len());
    for &(start, end) in &pieces {
        let piece = &scores[first..first + end - start];
        decoder.decode(piece);
        for at in start..end {
            let label = decoder.labels[at - start];
            if sheet.has_capital(at) {
                votes.add(sheet.word(at), label);
            }
            labels.push(label as u8);
        }
        first += end - start;
    }
    // Each place again, in the light of the others.
    let mut first = 0;
    for &(start, end) in &pieces {
        for at in start..end {
            let idx = first + at - start;
            if sheet.has_capital(at) {
                votes.weigh(sheet.word(at), labels[idx] as usize, &mut scores[idx]);
            }
        }
        let piece = &scores[first..first + end - start];
        decoder.decode(piece);
        tell(&mut decoder, piece, start);
        first += end - start;
    }
}

/// What two names or a name and a word beside each other tell of each other.
///
/// - "Trump Envoy Steve Witkoff" in a headline: a title before another person's name ends the first name.
/// - "the Crimean peninsula": a people's word and a kind of land name a place.
fn settle_neighbours(document: &Document, mentions: &mut [Mention]) {
    let lexicon = document.lexicon;
    for idx in 0..mentions.len() {
        let tokens = &document.tokens;
        let after = tokens.partition_point(|it| it.span.start < mentions[idx].span.end);
        let Some(next) = tokens.get(after).filter(|_| after > 0) else { continue };
        let last = &tokens[after - 1];
        match mentions[idx].kind {
            EntityKind::Person
                if last.span.start > mentions[idx].span.start
                    && after > 1
                    && mentions.get(idx + 1).is_some_and(|it| {
                        it.kind == EntityKind::Person && it.span.start == next.span.start
                    })
                    && lexicon.titles.contains(last.span.of(document.text)) =>
            {
                mentions[idx].span.end = tokens[after - 2].span.end;
            }
            EntityKind::Other | EntityKind::Place
                if next.sentence == last.sentence
                    && LANDS.contains(&next.span.of(document.text))
                    && lexicon.nationalities.contains(mentions[idx].span.of(document.text)) =>
            {
                mentions[idx].span.end = next.span.end;
                mentions[idx].kind = EntityKind::Place;
                mentions[idx].rule = "people_and_land";
            }
            _ => {}
        }
    }
}

/// Kinds of land that are called by a people's word.
const LANDS: [&str; 8] =
    ["peninsula", "desert", "highlands", "islands", "archipelago", "steppe", "plateau", "riviera"];

/// How the text's words were labelled at all their places.
struct Votes {
    /// Open addressing: word, and how often it was outside and of each kind.
    slots: Vec<(u32, [u16; 5])>,
}

/// What a word's other places can add to a kind, at most: enough to settle a doubtful place ("Coron" in a
/// caption), not enough to overrule a clear one (the "Washington" of "George Washington").
const VOTES_WEIGH: i32 = SCALE * 3 / 2;

impl Votes {
    fn new(n_tokens: usize) -> Votes {
        Votes { slots: vec![(0, [0; 5]); (n_tokens + 1).next_power_of_two()] }
    }

    fn slot(&self, word: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (word ^ word >> 16) as usize & mask;
        while self.slots[slot].0 != word && self.slots[slot].1 != [0; 5] {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn add(&mut self, word: u32, label: usize) {
        let slot = self.slot(word);
        self.slots[slot].0 = word;
        let votes = &mut self.slots[slot].1[label.div_ceil(4)];
        *votes = votes.saturating_add(1);
    }

    /// Adds to the labels of each kind what the other places say; `label` is what this place said.
    fn weigh(&self, word: u32, label: usize, scores: &mut [i32; N_LABELS]) {
        let mut votes = self.slots[self.slot(word)].1.map(i32::from);
        let own = &mut votes[label.div_ceil(4)];
        *own = (*own - 1).max(0);
        let all: i32 = votes.iter().sum();
        if all == 0 {
            return;
        }
        for (label, score) in scores.iter_mut().enumerate() {
            *score += VOTES_WEIGH * votes[label.div_ceil(4)] / (all + 1);
        }
    }
}

struct Decoder<'m> {
    model: &'m Model,
    /// Label, then the labels that may stand before it.
    before: Vec<Vec<usize>>,
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
        Decoder { model, before, ahead: Vec::new(), behind: Vec::new(), from: Vec::new(), labels: Vec::new() }
    }

    fn decode(&mut self, scores: &[[i32; N_LABELS]]) {
        let n = scores.len();
        self.ahead.clear();
        self.from.clear();
        let mut ahead = scores[0];
        for (label, score) in ahead.iter_mut().enumerate() {
            if !may_begin(label) {
                *score = NEVER;
            }
        }
        self.ahead.push(ahead);
        self.from.push([0; N_LABELS]);
        for scores in &scores[1..] {
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
                *next += scores[label];
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
    }

    /// The ways back, for how sure the names are.
    fn look_back(&mut self, scores: &[[i32; N_LABELS]]) {
        let n = scores.len();
        self.behind.clear();
        self.behind.resize(n, [NEVER; N_LABELS]);
        for label in 0..N_LABELS {
            if may_end(label) {
                self.behind[n - 1][label] = 0;
            }
        }
        for at in (1..n).rev() {
            for (label, score) in scores[at].iter().enumerate() {
                let score = self.behind[at][label] + score;
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
    fn mentions(
        &mut self,
        document: &Document,
        tokens: &[Token],
        start: usize,
        scores: &[[i32; N_LABELS]],
        mentions: &mut Vec<Mention>,
    ) {
        if self.labels.iter().all(|&it| it == OUTSIDE) {
            return;
        }
        self.look_back(scores);
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
            let first =
                at + not_of_the_name(document, tokens, start + at, start + last, KINDS[(label - 1) / 4]);
            let margin = (at..=last).map(|it| self.margin(it)).min().unwrap_or(0);
            let span =
                Span::new(tokens[start + first].span.start as usize, tokens[start + last].span.end as usize);
            // A name has letters or digits, whatever the model says.
            let kind = KINDS[(label - 1) / 4];
            if span.of(document.text).contains(char::is_alphanumeric) {
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

/// How many tokens at the front are none of the name: titles ("Senator Baker") and the article.
/// With a capital it stays: "The Hague", "The Beatles".
fn not_of_the_name(
    document: &Document,
    tokens: &[Token],
    first: usize,
    last: usize,
    kind: EntityKind,
) -> usize {
    let spelled = |at: usize| tokens[at].span.of(document.text);
    let mut at = first;
    while at < last {
        let word = spelled(at);
        let cut = match kind {
            EntityKind::Person => document.lexicon.titles.contains(word),
            EntityKind::Organization | EntityKind::Place => at == first && word == "the",
            EntityKind::Other => false,
        };
        if !cut {
            break;
        }
        at += 1;
        // "Sen. Baker": the full stop is a token of its own.
        if at < last && spelled(at) == "." {
            at += 1;
        }
    }
    at - first
}
