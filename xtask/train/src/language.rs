//! Trains `src/model/language.bin`: which language words belong to.
//!
//! Data: the frequency lists of wordfreq (CC BY-SA 4.0). A training text is a handful of words drawn by
//! their frequency, some of them from another language, for real texts hold foreign names. The class `und`
//! learns from texts whose words come each from another language or have their letters shuffled.
//!
//! A multinomial logistic regression with an L1 penalty, so that many weights are nothing. In the second half of the rounds
//! texts are judged by the weights rounded to whole numbers, as they will be, and the weights behind them learn from that
//! (a straight-through estimate; Courbariaux, Bengio and David 2015).

use std::collections::BTreeMap;

use nutgraf::model::language::{
    ARABIC_TAGS, BOUND, CYRILLIC_TAGS, LATIN_BUCKETS, LATIN_TAGS, LONG_WORD, SMALL_BUCKETS, code, features,
};

use crate::coder::Writer;
use crate::data::Data;
use crate::random::Random;

/// Texts drawn for each class.
const TEXTS: usize = 8000;
/// How often all texts are gone through, first with the weights as they are, then as often with rounded ones.
const ROUNDS: usize = 4;
const RATES: [f32; 2] = [0.15, 0.1];
/// Takes weights that hardly help to nothing.
const PENALTY: f32 = 0.001;

/// Trains and writes the model.
///
/// # Errors
/// The data are missing, or the file cannot be written.
pub fn train(data: &Data) -> Result<(), Box<dyn std::error::Error>> {
    let mut words: BTreeMap<String, Vec<(Vec<char>, f64)>> = BTreeMap::new();
    for line in data.lines("rawtext/wordfreq.tsv.gz")?.iter().skip(1) {
        let mut fields = line.split('\t');
        let (Some(tag), Some(word), Some(zipf)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let weight = 10_f64.powf(zipf.parse::<f64>()?);
        let tag = if tag == "sh" { "hr" } else { tag };
        for piece in word.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty()) {
            let letters: Vec<char> = piece.chars().take(LONG_WORD).collect();
            words.entry(tag.to_string()).or_default().push((letters, weight));
        }
    }
    let mut all = Vec::new();
    for (tags, n_buckets, is_letter) in [
        (LATIN_TAGS, LATIN_BUCKETS, is_latin as fn(char) -> bool),
        (CYRILLIC_TAGS, SMALL_BUCKETS, |c| ('\u{400}'..='\u{52f}').contains(&c)),
        (ARABIC_TAGS, SMALL_BUCKETS, |c| ('\u{620}'..='\u{6d3}').contains(&c)),
    ] {
        let lists: Vec<Drawer> = tags[..tags.len() - 1]
            .iter()
            .map(|tag| Drawer::new(words.get(*tag).map_or(&[][..], Vec::as_slice), is_letter))
            .collect();
        let weights = fit(&lists, tags.len(), n_buckets);
        all.extend(weights.iter().map(|it| *it as i8));
    }
    let n_zero = all.iter().filter(|it| **it == 0).count();
    let mut writer = Writer::default();
    code(&mut writer, &all);
    let bytes = writer.end();
    eprintln!("language: {} weights, {n_zero} of them 0, {} bytes", all.len(), bytes.len());
    std::fs::write("src/model/language.bin", bytes)?;
    Ok(())
}

fn is_latin(c: char) -> bool {
    c.is_ascii_lowercase() || ('\u{df}'..='\u{24f}').contains(&c) || ('\u{1e00}'..='\u{1eff}').contains(&c)
}

/// Draws words by their frequency.
struct Drawer {
    words: Vec<Vec<char>>,
    sums: Vec<f64>,
}

impl Drawer {
    fn new(list: &[(Vec<char>, f64)], is_letter: fn(char) -> bool) -> Drawer {
        let mut drawer = Drawer { words: Vec::new(), sums: Vec::new() };
        let mut sum = 0.0;
        for (word, weight) in list.iter().filter(|it| it.0.iter().all(|c| is_letter(*c))) {
            sum += weight;
            drawer.words.push(word.clone());
            drawer.sums.push(sum);
        }
        drawer
    }

    fn draw(&self, random: &mut Random) -> &[char] {
        let Some(total) = self.sums.last() else { return &[] };
        let point = random.unit() * total;
        &self.words[self.sums.partition_point(|it| *it < point).min(self.words.len() - 1)]
    }
}

/// The weights, rounded.
fn fit(lists: &[Drawer], n_classes: usize, n_buckets: usize) -> Vec<f32> {
    let mut random = Random::new(7);
    let mut texts: Vec<(usize, Vec<u32>)> = Vec::new();
    for class in 0..n_classes {
        // Real texts are hardly ever in no language: rather guess.
        let n_texts = if class == lists.len() { TEXTS / 2 } else { TEXTS };
        for _ in 0..n_texts {
            texts.push((class, text(lists, class, n_buckets, &mut random)));
        }
    }
    let mut weights = vec![0.0_f32; n_buckets * n_classes];
    let mut squares = vec![1e-6_f32; n_buckets * n_classes];
    let mut rounded = vec![0.0; n_buckets * n_classes];
    for round in 0..2 * ROUNDS {
        random.shuffle(&mut texts);
        let half = round / ROUNDS;
        for (class, buckets) in &texts {
            let mut scores = vec![0.0_f32; n_classes];
            let judges = if half == 0 { &weights } else { &rounded };
            for bucket in buckets {
                let row = *bucket as usize * n_classes;
                for (score, weight) in scores.iter_mut().zip(&judges[row..]) {
                    *score += weight;
                }
            }
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            scores.iter_mut().for_each(|it| *it = (*it - top).exp());
            let sum: f32 = scores.iter().sum();
            for (it, score) in scores.iter_mut().enumerate() {
                *score = *score / sum - f32::from(u8::from(it == *class));
            }
            for bucket in buckets {
                let row = *bucket as usize * n_classes;
                for (it, gradient) in scores.iter().enumerate() {
                    let at = row + it;
                    if gradient.abs() < 1e-4 {
                        continue;
                    }
                    squares[at] += gradient * gradient;
                    let rate = RATES[half] / squares[at].sqrt();
                    let weight = weights[at] - rate * gradient;
                    let pull = rate * PENALTY;
                    weights[at] = if weight.abs() <= pull { 0.0 } else { weight - pull * weight.signum() };
                    rounded[at] = round_off(weights[at]);
                }
            }
        }
    }
    rounded
}

fn round_off(weight: f32) -> f32 {
    weight.round().clamp(f32::from(-BOUND), f32::from(BOUND))
}

/// The buckets of the features of a text of a few words.
fn text(lists: &[Drawer], class: usize, n_buckets: usize, random: &mut Random) -> Vec<u32> {
    let is_unknown = class == lists.len();
    // Where few languages share a script, a mixture of them looks like any of them.
    let manner = if lists.len() < 8 { 1 + random.below(2) } else { random.below(3) };
    let n_words = 3 + random.below(18);
    let mut buckets = Vec::new();
    for _ in 0..n_words {
        let list = if is_unknown || random.below(10) == 0 {
            &lists[random.below(lists.len())]
        } else {
            &lists[class]
        };
        let mut word = list.draw(random).to_vec();
        if is_unknown && manner == 1 {
            random.shuffle(&mut word);
        }
        if is_unknown && manner == 2 {
            let other = lists[random.below(lists.len())].draw(random).to_vec();
            word.reverse();
            word.extend(other.iter().rev().take(3));
        }
        features(&word, |hash| buckets.push(hash & (n_buckets as u32 - 1)));
    }
    buckets
}
