//! Finds the nearest articles of those that need it, by an inverted index.

use super::index::{Index, Near, POOL};
use super::weigh::{ONE, Vector};
use rayon::prelude::*;
use std::cmp::Ordering;

/// Articles less alike than this share a turn of phrase and a country, and nothing a reader would follow.
const LEAST: u32 = part(10);

/// So many hundredths of the whole.
const fn part(hundredths: u32) -> u32 {
    (ONE * ONE) / 100 * hundredths
}

/// Which articles hold a term, and with what weight.
struct Postings {
    starts: Vec<u32>,
    entries: Vec<(u32, u16)>,
}

impl Postings {
    fn of(vectors: &[Vector], n_terms: usize) -> Postings {
        let mut starts = vec![0u32; n_terms + 1];
        for (term, _) in vectors.iter().flatten() {
            starts[*term as usize + 1] += 1;
        }
        for term in 0..n_terms {
            starts[term + 1] += starts[term];
        }
        let mut ends = starts.clone();
        let mut entries = vec![(0, 0); starts[n_terms] as usize];
        for (article, vector) in vectors.iter().enumerate() {
            for &(term, weight) in vector {
                entries[ends[term as usize] as usize] = (article as u32, weight);
                ends[term as usize] += 1;
            }
        }
        Postings { starts, entries }
    }

    fn of_term(&self, term: u32) -> &[(u32, u16)] {
        &self.entries[self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize]
    }
}

/// Room for one search: a sum for every article, and those that are not 0.
struct Room {
    sums: Vec<u32>,
    met: Vec<u32>,
}

/// An article and how similar it is to the one that was searched for.
type Offer = (u32, u32);

/// Makes the pools that are stale, and offers new articles to all others.
pub fn find(index: &mut Index, vectors: &[Vector]) {
    let postings = Postings::of(vectors, index.dictionary.len());
    let stale: Vec<u32> =
        (0..index.articles.len() as u32).filter(|&it| index.articles[it as usize].is_stale).collect();
    let is_everything = stale.len() == index.articles.len();
    let articles = &index.articles;
    let order = |a: &Near, b: &Near| nearer(a, b, |it| &articles[it as usize].key);
    let room = || Room { sums: vec![0; articles.len()], met: Vec::new() };
    let found: Vec<(Vec<Near>, Vec<Offer>)> = stale
        .par_iter()
        .map_init(room, |room, &article| {
            search(&vectors[article as usize], &postings, room);
            let Room { sums, met } = room;
            let mut pool: Vec<Near> = Vec::with_capacity(2 * POOL);
            let mut least = LEAST;
            let mut offers = Vec::new();
            for &other in met.iter() {
                let similarity = std::mem::take(&mut sums[other as usize]);
                if other == article || similarity < LEAST {
                    continue;
                }
                if !is_everything && !articles[other as usize].is_stale {
                    offers.push((other, similarity));
                }
                if similarity >= least {
                    pool.push(Near { article: other, similarity });
                    if pool.len() == 2 * POOL {
                        pool.select_nth_unstable_by(POOL - 1, order);
                        pool.truncate(POOL);
                        least = pool[POOL - 1].similarity;
                    }
                }
            }
            met.clear();
            pool.sort_by(order);
            pool.truncate(POOL);
            (pool, offers)
        })
        .collect();
    let mut offers: Vec<(u32, Near)> = Vec::new();
    for (&article, (pool, offered)) in stale.iter().zip(found) {
        let it = &mut index.articles[article as usize];
        (it.pool, it.is_stale) = (pool, false);
        offers.extend(offered.into_iter().map(|(to, similarity)| (to, Near { article, similarity })));
    }
    take(index, offers);
}

/// Adds up the products of the weights of what an article shares with each other.
fn search(vector: &Vector, postings: &Postings, room: &mut Room) {
    for &(term, weight) in vector {
        for &(other, its) in postings.of_term(term) {
            let sum = &mut room.sums[other as usize];
            if *sum == 0 {
                room.met.push(other);
            }
            *sum += u32::from(weight) * u32::from(its);
        }
    }
}

/// Puts offered articles into the pools where they belong.
fn take(index: &mut Index, mut offers: Vec<(u32, Near)>) {
    offers.sort_by_key(|it| (it.0, it.1.article));
    for run in offers.chunk_by(|a, b| a.0 == b.0) {
        let to = run[0].0 as usize;
        let mut pool = index.articles[to].pool.clone();
        // Two stale articles may both be here already.
        pool.retain(|it| run.iter().all(|(_, new)| new.article != it.article));
        pool.extend(run.iter().map(|it| it.1));
        pool.sort_by(|a, b| nearer(a, b, |it| &index.articles[it as usize].key));
        pool.truncate(POOL);
        let article = &mut index.articles[to];
        if pool != article.pool {
            (article.pool, article.is_touched) = (pool, true);
        }
    }
}

/// The nearer first; of two as near the one whose key comes first, whatever order they were read in.
fn nearer<'k>(a: &Near, b: &Near, key: impl Fn(u32) -> &'k String) -> Ordering {
    b.similarity.cmp(&a.similarity).then_with(|| key(a.article).cmp(key(b.article)))
}
