//! Query: a question or a few words turn the summary toward them.
//!
//! A sentence is near a query when it has its words (stems). Who is asked for by name is also meant by "she" and "the
//! mayor", and speaks in quotations of several sentences. "Nothing here about that" is an answer: no sentence has any of the words.

use super::features::Measured;
use super::terms::NO_TERM;
use crate::find::Findings;
use crate::link::Links;
use crate::link::entities::MentionIndex;
use crate::read::Document;

/// What was asked.
#[derive(Default)]
pub struct Query {
    /// It is made of function words alone and cannot turn anything.
    pub is_vague: bool,
    /// How near each sentence of the body is, 0 to 1; zero for a sentence that has none of the words.
    pub nearness: Vec<f32>,
    /// The article has not all of the words.
    pub lacks: bool,
}

/// How much nearness outweighs salience: a line with all the words comes before the article's best line.
const TURN: f32 = 3.0;

impl Query {
    /// Reads a query.
    pub fn read(
        document: &Document,
        measured: &Measured,
        (findings, links): (&Findings, &Links),
        words: &str,
    ) -> Query {
        let terms = &measured.terms;
        let asked = terms.of_words(document, words);
        if asked.n == 0 {
            return Query { is_vague: true, ..Query::default() };
        }
        let mut weight = vec![0.0f32; terms.len()];
        // A common word asked for is still asked for: nothing weighs below a quarter.
        asked.found.iter().for_each(|&it| weight[it as usize] = terms.weights[it as usize].max(0.25));
        let all: f32 = asked.found.iter().map(|&it| weight[it as usize]).sum::<f32>().max(1e-6);
        // Words asked for that the article lacks make every sentence less near.
        let known = asked.found.len() as f32 / asked.n as f32;
        let mut query = Query { is_vague: false, nearness: Vec::new(), lacks: asked.lacks };
        let names = names(document, measured, links, &weight);
        let mentions = MentionIndex::new(&links.entities);
        // The last sentence that each term was met in.
        let mut met = vec![usize::MAX; terms.len()];
        let mut quote = 0;
        for (idx, &sentence) in measured.body.iter().enumerate() {
            let span = document.sentences[sentence as usize].span;
            // Those that the sentence has, then those of who is meant there.
            let mut sum = 0.0;
            for &it in terms.of_sentence(idx) {
                met[it as usize] = idx;
                sum += weight[it as usize];
            }
            let mut mean = |entity: u32| {
                let name = names[entity as usize];
                if name != NO_TERM && met[name as usize] != idx {
                    met[name as usize] = idx;
                    sum += MEANT * weight[name as usize];
                }
            };
            mentions.within(span).iter().for_each(|it| mean(it.1));
            while quote < findings.quotes.len() && findings.quotes[quote].span.end <= span.start {
                quote += 1;
            }
            for at in quote..findings.quotes.len().min(quote + MAX_QUOTES) {
                if findings.quotes[at].span.start < span.end
                    && let Some(speaker) = &links.attributions[at].speaker
                    && let Some(entity) = speaker.entity
                {
                    mean(entity);
                }
            }
            query.nearness.push(known * (sum / all).min(1.0));
        }
        query
    }

    /// What a sentence is worth when its salience is `value`.
    pub fn turn(&self, idx: usize, value: f32) -> f32 {
        TURN * self.nearness[idx] + value
    }
}

/// Who is meant by a pronoun, and who speaks, counts so much of who is named.
const MEANT: f32 = 0.8;

/// A sentence has no more quotations than this; it keeps the work in bounds on odd texts.
const MAX_QUOTES: usize = 8;

/// For each entity the term of the query that names it, or [`NO_TERM`]: the last word of a name stands for it ("Lee").
fn names(document: &Document, measured: &Measured, links: &Links, weight: &[f32]) -> Vec<u32> {
    let mut names = Vec::new();
    for it in &links.entities {
        let last = it.name.split_whitespace().last().unwrap_or("");
        let found = measured.terms.of_words(document, last).found;
        let name = found.first().copied().unwrap_or(NO_TERM);
        let is_asked = name != NO_TERM && weight[name as usize] > 0.0;
        names.push(if is_asked { name } else { NO_TERM });
    }
    names
}
