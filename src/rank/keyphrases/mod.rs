//! Keyphrases: what the article is about, in its own words.
//!
//! Candidates (runs of words that carry a topic) are ranked by where they stand first, how often, how widely
//! and how much rarer their words are at large. A phrase inside a better one that stands nowhere by itself is
//! left out; so is one that shares its words with a better one.

pub mod candidates;
pub mod features;
pub mod parts;
mod sound;

use super::elision;
use super::features::Measured;
use crate::find::Findings;
use crate::link::Links;
use crate::model::background::Part;
use crate::model::coding::Reader;
use crate::model::first_names::FirstName;
use crate::model::trees::{self, Chances, Trees};
use crate::order;
use crate::read::Document;
use crate::supplement::late_bytes;
use crate::text::Span;
use candidates::{Candidate, Candidates};
use features::Feature;
use std::sync::OnceLock;

/// A phrase that tells what the article is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyphrase {
    /// As the article writes it first.
    pub text: String,
    /// 0 to 1.
    pub salience: f32,
    /// Where it stands, in order.
    pub mentions: Vec<Span>,
}

/// So many phrases are listed: a page shows ten, a reader of lists wants some more.
const MAX_PHRASES: usize = 20;

/// The keyphrases, best first.
#[inline(never)] // the wasm is cut in two here: see xtask/src/split.rs
pub fn rank(
    document: &Document,
    measured: &Measured,
    _findings: &Findings,
    _links: &Links,
) -> Vec<Keyphrase> {
    // The model comes with the supplement; `docs/models.md` tells how it was made.
    static TREES: OnceLock<[Trees; 3]> = OnceLock::new();
    let Some(model) = late_bytes!("model/keyphrases.bin") else { return Vec::new() };
    let trees = TREES.get_or_init(|| {
        let (mut reader, mut chances) = (Reader::new(model), Chances::default());
        [(); 3].map(|()| trees::code(&mut reader, &mut chances, &Trees::default()))
    });
    let parts = parts::tell(document, measured);
    let elided = elision::of(&document.language.tag);
    let candidates = candidates::collect(document, measured, &parts, elided);
    let mut scores = judge(&features::measure(document, measured, &candidates, &parts), trees);
    sound::keep(document, measured, &candidates, &parts, elided, &mut scores);
    let mut picked = pick(&candidates, &scores, MAX_PHRASES);
    name_in_full(document, measured, &candidates, &mut picked, &mut scores);
    let (Some(&best), Some(&worst)) = (picked.first(), picked.last()) else { return Vec::new() };
    let (high, low) = (scores[best as usize], scores[worst as usize]);
    // The last of the list still is a keyphrase: it is given a tenth, not nothing.
    let salience = |it: u32| {
        if high > low { 0.1 + 0.9 * (scores[it as usize] - low) as f32 / (high - low) as f32 } else { 1.0 }
    };
    let mut phrases: Vec<Keyphrase> = picked
        .iter()
        .map(|&it| Keyphrase { text: String::new(), salience: salience(it), mentions: Vec::new() })
        .collect();
    let mut place = vec![usize::MAX; candidates.all.len()];
    picked.iter().enumerate().for_each(|(at, &it)| place[it as usize] = at);
    for &(idx, span) in &candidates.mentions {
        if let Some(phrase) = phrases.get_mut(place[idx as usize]) {
            if phrase.mentions.is_empty() {
                phrase.text = span.of(document.text).split_whitespace().collect::<Vec<_>>().join(" ");
            }
            phrase.mentions.push(span);
        }
    }
    phrases
}

/// The model's first trees choose who is heard at all: four candidates in five are words like any other.
const FIRST_TREES: usize = 24;

/// So many are heard out.
const N_HEARD: usize = 60;

/// What the model says of each candidate; `i32::MIN` for those that it would rather not hear. Its trees are those for
/// all texts, for articles and for briefs.
pub fn judge(rows: &[features::Row], [common, special @ ..]: &[Trees; 3]) -> Vec<i32> {
    let mut scores: Vec<i32> = rows.iter().map(|it| common.sum_of_first(FIRST_TREES, it)).collect();
    let mut order: Vec<u32> = (0..rows.len() as u32).collect();
    order::by(&mut order, |&a, &b| scores[b as usize].cmp(&scores[a as usize]).then(a.cmp(&b)));
    for (at, &idx) in order.iter().enumerate() {
        let row = &rows[idx as usize];
        scores[idx as usize] = if at < N_HEARD {
            common.sum(row) + special[usize::from(is_brief(row))].sum(row)
        } else {
            i32::MIN
        };
    }
    scores
}

/// Long words on the whole, as [`Feature::WordLetters`] counts them.
const LONG: usize = 155;

/// True for a candidate of a short English text with few names and quotations and long words, as an abstract is: what people
/// choose there is not what they choose of news.
pub fn is_brief(row: &features::Row) -> bool {
    let of = |it: Feature| usize::from(row[it as usize]);
    let few = 2 * of(Feature::BodyWords) + of(Feature::Capitals) + of(Feature::Quotes) < 90;
    few && of(Feature::WordLetters) >= LONG && of(Feature::PartsKnown) > 0
}

/// The best `n` candidates by score, none of which says again what a better one says.
pub fn pick(candidates: &Candidates, scores: &[i32], n: usize) -> Vec<u32> {
    let mut order: Vec<u32> =
        (0..candidates.all.len() as u32).filter(|&it| scores[it as usize] > i32::MIN).collect();
    order::by(&mut order, |&a, &b| scores[b as usize].cmp(&scores[a as usize]).then(a.cmp(&b)));
    let mut picked: Vec<u32> = Vec::new();
    for idx in order {
        if picked.len() == n {
            break;
        }
        let it = &candidates.all[idx as usize];
        // What happened on "Friday" or is told "late Thursday" is about neither; "Black Friday" comes back.
        if it.has_day && (it.n_words == 1 || it.count == 1) {
            continue;
        }
        if !picked.iter().any(|&other| same_again(it, &candidates.all[other as usize])) {
            picked.push(idx);
        }
    }
    picked
}

/// True when `phrase` adds nothing beside the better `other`: it lies inside it and hardly stands without it,
/// or it is the same with a word more.
fn same_again(phrase: &Candidate, other: &Candidate) -> bool {
    let inside = |short: &Candidate, long: &Candidate| {
        let (short, long) = (&short.words[..short.n_words as usize], &long.words[..long.n_words as usize]);
        long.windows(short.len().max(1)).any(|it| it == short)
    };
    if phrase.n_words <= other.n_words {
        inside(phrase, other)
            && (phrase.count <= other.count + other.count / 2 || is_full_name(other, phrase))
    } else {
        // "President Obama" beside "Obama"; but "hurricane season" says more than "hurricane".
        phrase.n_capitalized * 2 > phrase.count && inside(other, phrase) && phrase.count * 2 <= other.count
    }
}

/// Puts "Mary Smith" in the place of "Smith", where the text calls nobody else so, or her more often.
fn name_in_full(
    document: &Document,
    measured: &Measured,
    candidates: &Candidates,
    picked: &mut Vec<u32>,
    scores: &mut [i32],
) {
    // "Greater London" has one by its hash.
    let is_plain = |at: u32| measured.terms.known[at as usize].is_some_and(|it| it.part == Part::Adjective);
    let word = |at: u32| document.tokens.get(at as usize).map_or("", |it| it.span.of(document.text));
    // No more of a name is beside it: "Mary Smith Foundation", "Anne-Mary Smith".
    let is_whole = |it: &Candidate| {
        !word(it.first.1 + 1).starts_with(char::is_uppercase) && word(it.first.0.wrapping_sub(1)) != "-"
    };
    let mut at = 0;
    while at < picked.len() {
        let short = &candidates.all[picked[at] as usize];
        let (mut most, mut full) = (0, None);
        for (idx, it) in (0..).zip(&candidates.all) {
            let is_person = it.n_words == 2
                && it.count >= most
                && is_full_name(it, short)
                && !is_plain(it.first.0)
                && FirstName::of(document.lexicon.tag, word(it.first.0)).is_known();
            if is_person {
                full = (it.count > most).then_some(idx);
                most = it.count;
            }
        }
        if let Some(full) = full.filter(|&it| is_whole(&candidates.all[it as usize])) {
            // A better place it has none: the surname would have been left out.
            picked.retain(|&it| it != full);
            scores[full as usize] = scores[picked[at] as usize];
            picked[at] = full;
        }
        at += 1;
    }
}

/// "Mary Smith" of "Smith", however often she is called that; not "Bank of England" of "England".
fn is_full_name(long: &Candidate, short: &Candidate) -> bool {
    let (n, n_short) = (usize::from(long.n_words), usize::from(short.n_words));
    n_short < n
        && long.n_capitalized + long.n_opening == long.count
        && short.n_capitalized * 2 > short.count
        && long.first.1 - long.first.0 < u32::from(long.n_words)
        && long.words[n - n_short..n] == short.words[..n_short]
}
