//! The index: what is kept of every article from one run to the next.

use super::hash;
use super::terms::Terms;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// The nearest articles of each that are kept: more than are shown, so that copies can be passed over.
pub const POOL: usize = 24;

/// All that is known of a site.
#[derive(Default)]
pub struct Index {
    /// In the order of their keys.
    pub articles: Vec<Article>,
    /// Hash of each term; its place is its number.
    pub dictionary: Vec<u64>,
    /// In how many articles each term stood when the terms were weighed last; later terms are missing.
    pub spread: Vec<u32>,
    /// How many articles there were then; 0 when that has to be done anew.
    pub n_weighed: u32,
    /// Articles read in this run.
    pub n_read: usize,
    /// Articles of the last run that are no more.
    pub n_gone: usize,
}

/// One article.
pub struct Article {
    /// Its path below the site's folder, or its id.
    pub key: String,
    /// Tells whether it was changed.
    pub stamp: Stamp,
    /// Where it stands, for links to it.
    pub url: Option<String>,
    /// What it is called.
    pub title: String,
    /// Number of a term, and how much the article makes of it; in order.
    pub terms: Vec<(u32, u8)>,
    /// What tells its copies.
    pub sketch: Vec<u32>,
    /// Names in it, the most salient first.
    pub names: Vec<String>,
    /// Its keyphrases.
    pub phrases: Vec<String>,
    /// Hash of the JSON that was written for it; 0 when none was.
    pub written: u64,
    /// The nearest articles, best first.
    pub pool: Vec<Near>,
    /// Whether the pool has to be made.
    pub is_stale: bool,
    /// Whether its JSON may have become another.
    pub is_touched: bool,
}

/// An article near another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// Its place in the index.
    pub article: u32,
    /// The cosine, in parts of [`super::weigh::ONE`] squared.
    pub similarity: u32,
}

/// What a file or a line looked like when it was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// When the file was changed, in nanoseconds; 0 for lines.
    pub modified: u64,
    /// Its length in bytes.
    pub length: u64,
    /// Hash of its content.
    pub content: u64,
}

/// An article as it was gathered: one that was here before, or a new one.
pub enum Gathered {
    /// Its place in the former index, and its stamp now.
    Kept(usize, Stamp),
    /// Its key, stamp, address and terms.
    Read(String, Stamp, Option<String>, Terms),
}

impl Index {
    /// The index of what was gathered.
    pub fn renewed(self, gathered: Vec<Gathered>) -> Index {
        let mut numbers: HashMap<u64, u32, BuildHasherDefault<AsItIs>> = HashMap::default();
        numbers.extend(self.dictionary.iter().enumerate().map(|(number, &term)| (term, number as u32)));
        let mut dictionary = self.dictionary;
        let n_before = self.articles.len();
        let mut before: Vec<Option<Article>> = self.articles.into_iter().map(Some).collect();
        let mut articles: Vec<(Article, Option<usize>)> = Vec::with_capacity(gathered.len());
        let mut n_read = 0;
        for it in gathered {
            match it {
                Gathered::Kept(place, stamp) => {
                    // A place is kept once: `gather` looks to it.
                    if let Some(article) = before[place].take() {
                        articles.push((Article { stamp, ..article }, Some(place)));
                    }
                }
                Gathered::Read(key, stamp, url, terms) => {
                    n_read += 1;
                    let mut number = |term: u64| {
                        *numbers.entry(term).or_insert_with(|| {
                            dictionary.push(term);
                            dictionary.len() as u32 - 1
                        })
                    };
                    let mut numbered: Vec<(u32, u8)> =
                        terms.terms.iter().map(|&(term, weight)| (number(term), weight)).collect();
                    numbered.sort_unstable();
                    let article = Article {
                        key,
                        stamp,
                        url,
                        title: terms.title,
                        terms: numbered,
                        sketch: terms.sketch,
                        names: terms.names,
                        phrases: terms.phrases,
                        written: 0,
                        pool: Vec::new(),
                        is_stale: true,
                        is_touched: true,
                    };
                    articles.push((article, None));
                }
            }
        }
        articles.sort_by(|a, b| a.0.key.cmp(&b.0.key));
        let mut places = vec![None; n_before];
        for (now, (_, then)) in articles.iter().enumerate() {
            if let Some(then) = then {
                places[*then] = Some(now as u32);
            }
        }
        let keys: HashSet<&str> = articles.iter().map(|it| it.0.key.as_str()).collect();
        let n_gone = before.iter().flatten().filter(|it| !keys.contains(it.key.as_str())).count();
        drop(keys);
        let mut articles: Vec<Article> = articles.into_iter().map(|it| it.0).collect();
        for article in &mut articles {
            let n_near = article.pool.len();
            article.pool = article
                .pool
                .iter()
                .filter_map(|it| Some(Near { article: places[it.article as usize]?, ..*it }))
                .collect();
            // Somebody near is gone or was changed: who comes next is not known.
            if article.pool.len() < n_near {
                article.is_stale = true;
                article.is_touched = true;
            }
        }
        Index { articles, dictionary, spread: self.spread, n_weighed: self.n_weighed, n_read, n_gone }
    }
}

/// Hashes are their own hashes.
#[derive(Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash::hash(0, bytes);
    }

    fn write_u64(&mut self, it: u64) {
        self.0 = it;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
