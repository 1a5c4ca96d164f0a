//! Names by the model: the best sequence of labels over each stretch of words that could be names.
//!
//! Integers all the way: the same text gets the same names on every machine. A stretch is decided whole
//! (Viterbi); how sure a name is comes from the best sequence that does without it.

use super::features::{MOST_FEATURES, Part, Sheet};
use super::words::Words;
use super::{
    EntityKind, Mention, abbreviations, again, bodies, borders, clubs, known, letters, others, second, signs,
};
use crate::index::{Map, of_word};
use crate::model::names::{Model, N_LABELS, NOTHING, SCALE};
use crate::order;
use crate::read::Document;
use crate::read::tokens::Token;
use crate::text::Span;
use std::borrow::Cow;

/// Outside every name.
pub const OUTSIDE: usize = 0;

/// Kinds in the order of labels: kind `k` has the labels `1 + 4 * k` (begin), then inside, last, unit.
pub const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Other];

/// A stretch longer than this (a page in capitals) is decided in pieces.
pub const MAX_STRETCH: usize = 200;

/// Far below every real score.
const NEVER: i32 = i32::MIN / 4;

/// True when a stretch may begin with this label.
pub fn may_begin(label: usize) -> bool {
    label % 4 < 2
}

/// True when a stretch may end with this label.
pub fn may_end(label: usize) -> bool {
    (label + 1) % 4 < 2
}

/// True when `next` may follow `label`.
pub fn may_follow(label: usize, next: usize) -> bool {
    if may_end(label) { may_begin(next) } else { !may_begin(next) && (label - 1) / 4 == (next - 1) / 4 }
}

/// Finds names with a model.
pub fn find(document: &Document, model: &Model) -> Vec<Mention> {
    let sheet = Sheet::recased(document, &model.lists);
    let mut candidates = candidates(&sheet, document, model);
    // Letters that no labelled text was written in leave the first step unsure of everything, which the second takes ill.
    let script = document.language.script;
    let trees = model.trees.as_ref().filter(|_| script == "Latn" || script.starts_with("Han"));
    second::settle(&sheet, &mut candidates, trees);
    // The rules of languages go by the document's tokens, which letters of Chinese in them are not.
    if matches!(sheet.tokens, Cow::Borrowed(_)) {
        settle_by_rules(document, model, &sheet, &mut candidates);
    }
    if script.starts_with("Han") {
        cut_strangers(&sheet, document, &mut candidates);
    }
    let mut mentions = Vec::with_capacity(candidates.len());
    for it in &candidates {
        let Candidate { kind, confidence, .. } = *it;
        mentions.push(Mention { span: span_of(&sheet, it), kind, confidence, rule: "names_model" });
    }
    settle_neighbours(document, &mut mentions);
    mentions
}

/// What the rules of the language tell.
fn settle_by_rules(document: &Document, model: &Model, sheet: &Sheet, names: &mut Vec<Candidate>) {
    let (words, lists) = (Words { document }, &model.lists);
    match document.language.tag.as_str() {
        "en" => {
            borders::mend(words, lists, names);
            borders::add_heads(words, lists, names);
            bodies::join(words, lists, names);
            known::add(words, names);
            signs::settle(words, lists, names);
            clubs::tell(words, sheet, lists, names);
            abbreviations::add(words, names);
            letters::add(words, names);
            again::add(words, sheet, lists, names);
        }
        "fr" | "es" | "it" | "pt" | "nl" => others::settle(words, names),
        "de" => names.retain(|it| !others::is_of_town(words, lists, it)),
        _ => {}
    }
}

/// A name that was found, or nearly found.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// The kind that the best sequence gives it.
    pub kind: EntityKind,
    /// How sure the kind is, 0 to 1.
    pub confidence: f32,
    /// By how much the best sequence is better than the best in which this is no name, or of each kind: 0 or less.
    pub scores: [i32; 5],
    /// False when the best sequence does without it.
    pub is_found: bool,
}

impl Candidate {
    /// A name that a rule tells.
    pub(super) fn told(first: usize, last: usize, kind: EntityKind, confidence: f32) -> Candidate {
        Candidate { first, last, kind, confidence, scores: [0; 5], is_found: true }
    }

    /// Puts names that rules tell in place of what they share words with; both are in order and disjoint.
    pub(super) fn put(told: &mut Vec<Candidate>, names: &mut Vec<Candidate>) {
        names.retain(|it| {
            let at = told.partition_point(|told| told.last < it.first);
            told.get(at).is_none_or(|told| told.first > it.last)
        });
        names.append(told);
        order::by_key(names, |it| it.first);
    }
}

/// Where a candidate stands in the text.
pub fn span_of(sheet: &Sheet, it: &Candidate) -> Span {
    Span::new(sheet.tokens[it.first].span.start as usize, sheet.tokens[it.last].span.end as usize)
}

/// The names that were found, and those that were nearly found: those of the best sequence when being outside a name is worth
/// less. In order, disjoint.
pub fn candidates(sheet: &Sheet, document: &Document, model: &Model) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut lured = Decoder::new(model);
    let mut lured_scores: Vec<[i32; N_LABELS]> = Vec::new();
    decide(sheet, model, |decoder, scores, start| {
        // Most stretches that hold no name are far from holding one.
        let near = |row: &[i32; N_LABELS]| row[1..].iter().any(|it| *it > row[OUTSIDE] - 2 * LURE);
        if decoder.labels.iter().all(|it| *it == OUTSIDE) && !scores.iter().any(near) {
            return;
        }
        decoder.look_back(scores);
        let first = candidates.len();
        let mut put = |decoder: &Decoder, at, last, kind, is_found| {
            let found = decoder.candidate(document, &sheet.tokens, start, (at, last), kind, scores);
            let it = Candidate { is_found, ..found };
            // A name has letters or digits, whatever the model says.
            if span_of(sheet, &it).of(document.text).contains(char::is_alphanumeric) {
                candidates.push(it);
            }
        };
        collect(&decoder.labels, |at, last, kind| put(decoder, at, last, kind, true));
        let doubtful = |at: usize| {
            decoder.labels[at] == OUTSIDE && sheet.can_be_name(start + at) && decoder.margin(at) < LURE
        };
        if (0..scores.len()).any(doubtful) {
            lured_scores.clear();
            lured_scores.extend_from_slice(scores);
            for row in &mut lured_scores {
                row[OUTSIDE] -= LURE;
            }
            lured.decode(&lured_scores);
            collect(&lured.labels, |at, last, kind| {
                if decoder.labels[at..=last].iter().all(|it| *it == OUTSIDE) {
                    put(decoder, at, last, kind, false);
                }
            });
            order::by_key(&mut candidates[first..], |it| it.first);
        }
    });
    candidates
}

/// What being outside loses when names are looked for that are nearly found.
const LURE: i32 = SCALE * 2;

/// Calls `tell` with the first and the last token of each name, and its kind.
fn collect(labels: &[usize], mut tell: impl FnMut(usize, usize, usize)) {
    let mut at = 0;
    while at < labels.len() {
        let label = labels[at];
        if label == OUTSIDE {
            at += 1;
            continue;
        }
        let mut last = at;
        while !may_end(labels[last]) && last + 1 < labels.len() {
            last += 1;
        }
        tell(at, last, (label - 1) / 4);
        at = last + 1;
    }
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

/// No token looks so.
const NO_LOOK: u32 = u32::MAX;

/// Decides each stretch, and calls `tell` with the decoder, the scores and the first token.
fn decide(sheet: &Sheet, model: &Model, mut tell: impl FnMut(&mut Decoder, &[[i32; N_LABELS]], usize)) {
    let mut decoder = Decoder::new(model);
    // Each place by itself, and what that tells of each word.
    let mut scores: Vec<[i32; N_LABELS]> = Vec::new();
    let mut room = [0; MOST_FEATURES];
    // Of each word what it tells alone, as it looked last: most places of a word look alike.
    let own = &mut vec![(NO_LOOK, NOTHING); sheet.n_words()][..];
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    let votes: &mut [Votes] = &mut vec![[0; 5]; sheet.n_stems()];
    for stretch in sheet.stretches() {
        let mut start = stretch.start;
        while start < stretch.end {
            let end = stretch.end.min(start + MAX_STRETCH);
            for at in start..end {
                let (look, sum) = &mut own[sheet.word_number(at)];
                if *look != sheet.look(at) {
                    let features = sheet.features_of(Part::Own, at, &mut room);
                    (*look, *sum) = (sheet.look(at), model.add(NOTHING, features));
                }
                let features = sheet.features_of(Part::Around, at, &mut room);
                scores.push(model.scores(model.add(*sum, features)));
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
                add_vote(&mut votes[sheet.stem_number(at)], label);
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
                weigh_votes(votes[sheet.stem_number(at)], labels[idx].into(), &mut scores[idx]);
            }
        }
        let piece = &scores[first..first + end - start];
        decoder.decode(piece);
        tell(&mut decoder, piece, start);
        first += end - start;
    }
}

/// "三木武夫[繼]": where a text names somebody more than once, a letter or two behind the name are none of it.
fn cut_strangers(sheet: &Sheet, document: &Document, candidates: &mut [Candidate]) {
    let mut counts = Map::new();
    let spelled = |first: usize, last: usize| {
        let span = Span::new(sheet.tokens[first].span.start as usize, sheet.tokens[last].span.end as usize);
        of_word(span.of(document.text))
    };
    let is_person = |it: &&mut Candidate| it.kind == EntityKind::Person;
    for it in candidates.iter_mut().filter(is_person) {
        if let Some(count) = counts.put(spelled(it.first, it.last), 1) {
            *count += 1;
        }
    }
    for it in candidates.iter_mut().filter(is_person) {
        let mut shorter = (it.first + 2..it.last).rev().take(2);
        let is_named = |last: &usize| counts.get(spelled(it.first, *last)).is_some_and(|it| *it > 1);
        it.last = shorter.find(is_named).unwrap_or(it.last);
    }
}

/// What a name and a word beside it tell of each other.
///
/// - "the Crimean peninsula": a people's word and a kind of land name a place.
/// - "Hall & Sons, Inc.": what companies are called by law belongs to the name, and whoever is called so is one.
fn settle_neighbours(document: &Document, mentions: &mut [Mention]) {
    let tokens = &document.tokens;
    let mut after = 0;
    for idx in 0..mentions.len() {
        after += tokens[after..].iter().take_while(|it| it.span.start < mentions[idx].span.end).count();
        let Some(next) = tokens.get(after).filter(|_| after > 0) else { continue };
        let last = &tokens[after - 1];
        let is_free = |end: &u32| mentions.get(idx + 1).is_none_or(|it| it.span.start >= *end);
        if let Some(end) = company_end(document, &tokens[after - 1..]).filter(is_free) {
            mentions[idx].span.end = end;
            mentions[idx].kind = EntityKind::Organization;
            mentions[idx].rule = "company";
            continue;
        }
        if matches!(mentions[idx].kind, EntityKind::Other | EntityKind::Place)
            && next.sentence == last.sentence
            && LANDS.contains(&next.span.of(document.text))
            && document.lexicon.nationalities.contains(mentions[idx].span.of(document.text))
        {
            mentions[idx].span.end = next.span.end;
            mentions[idx].kind = EntityKind::Place;
            mentions[idx].rule = "people_and_land";
        }
    }
}

/// Where a company's name ends whose first words end with the first of the tokens, when more of it follows: "Google[, Inc.]",
/// "Enron Corp[.]".
fn company_end(document: &Document, tokens: &[Token]) -> Option<u32> {
    let spelled = |at: usize| {
        let token = tokens.get(at).filter(|it| it.sentence == tokens[0].sentence);
        token.map_or("", |it| it.span.of(document.text))
    };
    let is_company = |at: &usize| COMPANIES.contains(&spelled(*at));
    let at = [if spelled(1) == "," { 2 } else { 1 }, 0].into_iter().find(is_company)?;
    let end = tokens[at].span.end;
    // The full stop of the short form is a token of its own.
    let dotted = spelled(at + 1) == "." && tokens[at + 1].span.start == end;
    (dotted || at > 0).then_some(end + u32::from(dotted))
}

/// What companies are called by law, where nothing else is meant by it.
const COMPANIES: [&str; 8] = ["Inc", "Ltd", "LLC", "Corp", "LLP", "GmbH", "L.L.C.", "L.P."];

/// Kinds of land that are called by a people's word.
const LANDS: [&str; 8] =
    ["peninsula", "desert", "highlands", "islands", "archipelago", "steppe", "plateau", "riviera"];

/// How often a word of the text was outside and of each kind, at all its places.
type Votes = [u16; 5];

/// What a word's other places can add to a kind, at most: enough to settle a doubtful place ("Coron" in a
/// caption), not enough to overrule a clear one (the "Washington" of "George Washington").
const VOTES_WEIGH: i32 = SCALE * 3 / 2;

fn add_vote(votes: &mut Votes, label: usize) {
    let votes = &mut votes[label.div_ceil(4)];
    *votes = votes.saturating_add(1);
}

/// Adds to the labels of each kind what the other places say; `label` is what this place said.
fn weigh_votes(votes: Votes, label: usize, scores: &mut [i32; N_LABELS]) {
    let mut votes = votes.map(i32::from);
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

struct Decoder<'m> {
    model: &'m Model,
    /// Of each label those that may follow it, and what that weighs.
    after: Vec<Vec<(usize, i32)>>,
    /// By how much two of these weights differ, at most.
    apart: i32,
    /// The best way up to and with a label.
    ahead: Vec<[i32; N_LABELS]>,
    /// The best way from after a label to the end.
    behind: Vec<[i32; N_LABELS]>,
    from: Vec<[u8; N_LABELS]>,
    labels: Vec<usize>,
}

impl<'m> Decoder<'m> {
    fn new(model: &'m Model) -> Decoder<'m> {
        let after = |it: usize| {
            let next = (0..N_LABELS).filter(move |&next| may_follow(it, next));
            next.map(move |next| (next, model.moves[it][next])).collect()
        };
        let weights = model.moves.as_flattened().iter();
        let apart = weights.clone().max().unwrap_or(&0) - weights.min().unwrap_or(&0);
        let after = (0..N_LABELS).map(after).collect();
        let (ahead, behind, from, labels) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Decoder { model, after, apart, ahead, behind, from, labels }
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
            // What may end here has the same labels behind it. Few are near enough to the best of them to matter.
            let mut done = NEVER;
            for (label, score) in ahead.iter().enumerate() {
                if may_end(label) {
                    done = done.max(*score);
                }
            }
            for (before, after) in self.after.iter().enumerate() {
                if may_end(before) && ahead[before] + self.apart < done {
                    continue;
                }
                for &(label, weight) in after {
                    let score = ahead[before] + weight;
                    if score > next[label] {
                        next[label] = score;
                        from[label] = before as u8;
                    }
                }
            }
            for (next, score) in next.iter_mut().zip(scores) {
                *next += score;
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
            let mut behind = [NEVER; N_LABELS];
            let (after, scores) = (&self.behind[at], &scores[at]);
            for (best, ways) in behind.iter_mut().zip(&self.after) {
                for &(label, weight) in ways {
                    *best = (*best).max(after[label] + scores[label] + weight);
                }
            }
            self.behind[at - 1] = behind;
        }
    }

    /// A name of the stretch that was decided last.
    fn candidate(
        &self,
        document: &Document,
        tokens: &[Token],
        start: usize,
        (first, last): (usize, usize),
        kind: usize,
        scores: &[[i32; N_LABELS]],
    ) -> Candidate {
        let n = scores.len();
        let best = (0..N_LABELS).filter(|&it| may_end(it)).map(|it| self.ahead[n - 1][it]).max().unwrap_or(0);
        let margin = (first..=last).map(|it| self.margin(it)).min().unwrap_or(0);
        let enter = |label: usize| {
            let way = if first == 0 {
                if may_begin(label) { 0 } else { NEVER }
            } else {
                let before = &self.ahead[first - 1];
                let ways = (0..N_LABELS).filter(|&it| may_follow(it, label));
                ways.map(|it| before[it] + self.model.moves[it][label]).max().unwrap_or(NEVER)
            };
            way + scores[first][label]
        };
        let mut ways = [0; 5];
        for (outcome, way) in ways.iter_mut().enumerate() {
            let label_at = |at: usize| match outcome.checked_sub(1) {
                None => OUTSIDE,
                Some(kind) if first == last => 4 + 4 * kind,
                Some(kind) if at == first => 1 + 4 * kind,
                Some(kind) if at == last => 3 + 4 * kind,
                Some(kind) => 2 + 4 * kind,
            };
            let mut sum = enter(label_at(first));
            for at in first + 1..=last {
                sum += self.model.moves[label_at(at - 1)][label_at(at)] + scores[at][label_at(at)];
            }
            *way = (sum + self.behind[last][label_at(last)] - best).max(-100 * SCALE);
        }
        let cut = not_of_the_name(document, tokens, start + first, start + last, KINDS[kind]);
        Candidate {
            first: start + first + cut,
            last: start + last,
            kind: KINDS[kind],
            confidence: confidence(margin),
            scores: ways,
            is_found: true,
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
