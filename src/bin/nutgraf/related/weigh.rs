//! What each term of each article weighs: how much the article makes of it, times how rare it is on this site.
//!
//! The rarity is taken anew when the site has grown or shrunk by a tenth since. In between it stays, so that a few new
//! articles do not change the figures of all the others.

use super::index::{Article, Index};
use rayon::prelude::*;

/// The length of every vector; weights are whole numbers.
pub const ONE: u32 = 1 << 14;

/// Terms of an article that are compared: the heaviest. More make the search slower and hardly change its answers.
const MOST: usize = 96;

/// A large site's words that stand in more than one article of eight tell nothing, and cost most of the time.
const COMMON: u32 = 8;
const LARGE: u32 = 1000;

/// Number of a term and its weight, in the order of the numbers; of length [`ONE`].
pub type Vector = Vec<(u32, u16)>;

impl Index {
    /// The vector of every article.
    pub fn weigh(&mut self) -> Vec<Vector> {
        let n_now = self.articles.len() as u32;
        if n_now.abs_diff(self.n_weighed) * 10 > self.n_weighed {
            self.spread = vec![0; self.dictionary.len()];
            for (term, _) in self.articles.iter().flat_map(|it| &it.terms) {
                self.spread[*term as usize] += 1;
            }
            self.n_weighed = n_now;
            for article in &mut self.articles {
                (article.is_stale, article.is_touched) = (true, true);
                article.pool.clear();
            }
        }
        let rarity: Vec<u32> = (0..self.dictionary.len()).map(|it| self.rarity(it)).collect();
        self.articles.par_iter().map(|it| vector(it, &rarity)).collect()
    }

    /// How rare a term is: log2(1 + articles / articles that have it), in parts of 4096. The 1 keeps what stands in
    /// every article of a small site from weighing nothing: there it may be the one thing two of them share.
    pub fn rarity(&self, term: usize) -> u32 {
        let spread = self.spread.get(term).copied().unwrap_or(0).max(1);
        if self.n_weighed > LARGE && spread > self.n_weighed / COMMON {
            return 0;
        }
        log2(u64::from(self.n_weighed + spread) << 16, u64::from(spread))
    }
}

/// log2(a / b) in parts of 4096, by squaring: no library's logarithm is the same everywhere. `a` ≥ `b` counted
/// in parts of 65536.
fn log2(a: u64, b: u64) -> u32 {
    let ratio = (a / b).max(1 << 16);
    let whole = ratio.ilog2() - 16;
    // 1 ≤ it < 2, with 31 bits behind the point.
    let mut it = (u128::from(ratio) << 31 >> (whole + 16)) as u64;
    let mut log = whole;
    for _ in 0..12 {
        it = ((u128::from(it) * u128::from(it)) >> 31) as u64;
        log <<= 1;
        if it >= 1 << 32 {
            it >>= 1;
            log += 1;
        }
    }
    log
}

fn vector(article: &Article, rarity: &[u32]) -> Vector {
    let weight = |&(term, weight): &(u32, u8)| (term, u64::from(weight) * u64::from(rarity[term as usize]));
    let mut weights: Vec<(u32, u64)> = article.terms.iter().map(weight).filter(|it| it.1 > 0).collect();
    if weights.len() > MOST {
        weights.select_nth_unstable_by(MOST, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        weights.truncate(MOST);
        weights.sort_unstable();
    }
    // 96 products below 2^48 each.
    let length = (weights.iter().map(|it| it.1 * it.1).sum::<u64>() as f64).sqrt();
    weights.iter().map(|it| (it.0, (it.1 as f64 * f64::from(ONE) / length) as u16)).collect()
}

#[cfg(test)]
mod tests {
    use super::log2;

    #[test]
    fn the_logarithm_is_one() {
        for (a, b) in [(1, 1), (2, 1), (3, 1), (1000, 7), (100_000, 3), (5, 5), (3, 4)] {
            let ours = f64::from(log2(a << 16, b)) / 4096.0;
            let theirs = (a as f64 / b as f64).log2().max(0.0);
            assert!((ours - theirs).abs() < 0.001, "{a} / {b}: {ours} and {theirs}");
        }
    }
}
