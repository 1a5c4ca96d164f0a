//! A linear-chain conditional random field, learned by stochastic gradient (AdaGrad).

use super::corpus::{Corpus, Stretch};
use nutgraf::find::mentions::tagger::{may_begin, may_end, may_follow};
use nutgraf::model::names::N_LABELS;

type Row = [f32; N_LABELS];

/// The first label of names that are neither people nor organizations nor places.
const FIRST_OTHER: usize = 13;

/// How a model is learned.
#[derive(Clone, Copy)]
pub struct Settings {
    /// Models whose mean is taken, each learned with random numbers of its own. A single one differs from the next by
    /// half a point; the mean of a few is most of a point better than any.
    pub n_runs: usize,
    /// Times that everything is learned from.
    pub n_epochs: usize,
    /// First step; it falls to three tenths of this.
    pub rate: f32,
    /// The squares of slopes begin with this, so that a feature that was seen twice does not leap as far as one
    /// that was seen a thousand times. With nearly nothing here, rare words were learned by heart: one point less on
    /// EWT and GUM, three on Reuters.
    pub start_squares: f32,
    /// How often a token is seen without the features of its own word: names that nobody knows are told by what
    /// stands around them.
    pub blind: f32,
    /// The share of a token's features that are not heard at a time, so that no feature is relied on alone. More of it spreads
    /// what is known over more weights, of which fewer can then be dropped.
    pub deaf: f32,
    /// Weights that each of these models keeps at last, of some millions.
    pub n_learned: usize,
    /// Weights that the mean of these models keeps.
    pub n_kept: usize,
}

/// The weights are the mean of those after the last so many epochs.
const N_REMEMBERED: usize = 3;

/// The mean of several models of a corpus.
pub fn learn(corpus: &Corpus, settings: Settings) -> Learner {
    let mut mean = Learner::new(corpus, settings, 0);
    mean.learn_all(corpus);
    for run in 1..settings.n_runs {
        let mut other = Learner::new(corpus, settings, run as u64);
        other.learn_all(corpus);
        mean.add(&other);
    }
    mean.divide(settings.n_runs as f32);
    mean.prune(settings.n_kept);
    mean
}

/// Weights and what it takes to better them.
pub struct Learner {
    /// By feature.
    pub weights: Vec<Row>,
    squares: Vec<Row>,
    /// By label and next label.
    pub moves: [Row; N_LABELS],
    move_squares: [Row; N_LABELS],
    pub hashes: Vec<u32>,
    pub first_copy: u32,
    /// How often each feature occurs, weighed by source.
    counts: Vec<f32>,
    /// Of each source: its weight, and whether it labels other names.
    heeded: Vec<(f32, bool)>,
    sums: Vec<Row>,
    n_summed: usize,
    order: Vec<u32>,
    random: u64,
    settings: Settings,
    /// Weak weights were dropped: what is zero stays zero.
    pruned: bool,
}

impl Learner {
    fn new(corpus: &Corpus, settings: Settings, run: u64) -> Learner {
        let n = corpus.hashes.len();
        let mut moves = [[0.0; N_LABELS]; N_LABELS];
        for (label, row) in moves.iter_mut().enumerate() {
            for (next, weight) in row.iter_mut().enumerate() {
                if !may_follow(label, next) {
                    *weight = f32::NEG_INFINITY;
                }
            }
        }
        let heeded = corpus.heeded.clone();
        let mut counts = vec![0.0; n];
        for stretch in &corpus.stretches {
            for token in stretch.tokens.0 as usize..stretch.tokens.1 as usize {
                for &it in &corpus.features[corpus.starts[token] as usize..corpus.starts[token + 1] as usize]
                {
                    counts[it as usize] += heeded[stretch.source as usize].0;
                }
            }
        }
        Learner {
            weights: vec![[0.0; N_LABELS]; n],
            squares: vec![[0.0; N_LABELS]; n],
            moves,
            move_squares: [[0.0; N_LABELS]; N_LABELS],
            hashes: corpus.hashes.clone(),
            first_copy: corpus.first_copy,
            counts,
            heeded,
            sums: Vec::new(),
            n_summed: 0,
            order: (0..corpus.stretches.len() as u32).collect(),
            random: 0x9e37_79b9_7f4a_7c15u64.wrapping_add(run.wrapping_mul(0x1234_5678_9abc_def1)),
            settings,
            pruned: false,
        }
    }

    fn shuffle(&mut self) {
        for at in (1..self.order.len()).rev() {
            self.random ^= self.random << 13;
            self.random ^= self.random >> 7;
            self.random ^= self.random << 17;
            self.order.swap(at, (self.random % (at as u64 + 1)) as usize);
        }
    }

    /// Learns weights. From the middle on the weak ones are dropped, fewer each time, so that those that stay can take
    /// over what the others did: dropped at the end alone they cost two points. The weights are the mean of those
    /// after the last epochs.
    fn learn_all(&mut self, corpus: &Corpus) {
        let Settings { n_epochs, n_learned, .. } = self.settings;
        for epoch in 0..n_epochs {
            let loss = self.epoch(corpus, epoch, n_epochs);
            eprintln!("epoch {epoch}: loss {loss:.4}");
            let left = n_epochs - epoch - 1;
            if left > 0 && left <= n_epochs / 2 {
                self.prune(n_learned.saturating_add(n_learned.saturating_mul(left - 1) / 2));
            }
            if left < N_REMEMBERED {
                self.remember();
            }
        }
        self.settle();
        self.prune(n_learned);
    }

    /// Adds the weights of another.
    fn add(&mut self, other: &Learner) {
        let rows = self.weights.iter_mut().chain(&mut self.moves);
        for (row, other) in rows.zip(other.weights.iter().chain(&other.moves)) {
            row.iter_mut().zip(other).for_each(|(weight, other)| *weight += other);
        }
    }

    /// Divides all weights.
    fn divide(&mut self, by: f32) {
        self.weights.iter_mut().chain(&mut self.moves).flatten().for_each(|it| *it /= by);
    }

    /// Learns from everything once, in an order of its own; gives the mean loss of a token.
    fn epoch(&mut self, corpus: &Corpus, epoch: usize, n_epochs: usize) -> f64 {
        self.shuffle();
        let rate = self.settings.rate * (1.0 - 0.7 * epoch as f32 / n_epochs as f32);
        let (mut loss, mut n_tokens) = (0.0, 0);
        let mut lattice = Lattice::default();
        for idx in 0..self.order.len() {
            let stretch = &corpus.stretches[self.order[idx] as usize];
            loss += self.learn(corpus, stretch, rate, &mut lattice);
            n_tokens += stretch.tokens.1 - stretch.tokens.0;
        }
        loss / f64::from(n_tokens)
    }

    fn learn(&mut self, corpus: &Corpus, stretch: &Stretch, rate: f32, lattice: &mut Lattice) -> f64 {
        let (first, end) = (stretch.tokens.0 as usize, stretch.tokens.1 as usize);
        let (weight, labels_other) = self.heeded[stretch.source as usize];
        lattice.scores.clear();
        lattice.heard.clear();
        lattice.heard_starts.clear();
        lattice.heard_starts.push(0);
        let louder = 1.0 / (1.0 - self.settings.deaf);
        let deaf = (self.settings.deaf * 65536.0) as u64;
        let blind = (self.settings.blind * 65536.0) as u64;
        let pruned = self.pruned;
        let squares0 = self.settings.start_squares;
        for token in first..end {
            let mut scores = [0.0; N_LABELS];
            self.random ^= self.random << 13;
            self.random ^= self.random >> 7;
            self.random ^= self.random << 17;
            let is_blind = self.random >> 20 & 0xffff < blind;
            for &it in &corpus.features[corpus.starts[token] as usize..corpus.starts[token + 1] as usize] {
                self.random ^= self.random << 13;
                self.random ^= self.random >> 7;
                self.random ^= self.random << 17;
                if is_blind && corpus.lexical[it as usize] || self.random >> 20 & 0xffff < deaf {
                    continue;
                }
                lattice.heard.push(it);
                let row = &self.weights[it as usize];
                for (score, weight) in scores.iter_mut().zip(row) {
                    *score += weight * louder;
                }
            }
            lattice.heard_starts.push(lattice.heard.len() as u32);
            lattice.scores.push(scores);
        }
        // What was labelled: one label a token, or, where nothing is said of other names, several.
        let gold = &corpus.labels[first..end];
        lattice.wanted.clear();
        let mut open = false;
        for (&label, &closed) in gold.iter().zip(&corpus.closed[first..end]) {
            let mut allowed = 1u32 << label;
            if label == 0 && !labels_other && !closed {
                allowed |= ((1u32 << N_LABELS) - 1) >> FIRST_OTHER << FIRST_OTHER;
                open = true;
            }
            lattice.wanted.push(allowed);
        }
        let all = lattice.sum(&self.moves, false);
        std::mem::swap(&mut lattice.tokens, &mut lattice.said_tokens);
        std::mem::swap(&mut lattice.pairs, &mut lattice.said_pairs);
        let right = if open { lattice.sum(&self.moves, true) } else { lattice.follow(gold, &self.moves) };
        // Now `tokens` is what is wanted and `said_tokens` what the weights say.
        for at in 0..end - first {
            let mut gradient = [0.0; N_LABELS];
            let mut moved = false;
            for label in 0..N_LABELS {
                let it = (lattice.said_tokens[at][label] - lattice.tokens[at][label]) * weight;
                if it.abs() > 1e-4 {
                    gradient[label] = it;
                    moved = true;
                }
            }
            if !moved {
                continue;
            }
            for &it in
                &lattice.heard[lattice.heard_starts[at] as usize..lattice.heard_starts[at + 1] as usize]
            {
                let it = it as usize;
                let (row, squares) = (&mut self.weights[it], &mut self.squares[it]);
                for label in 0..N_LABELS {
                    let slope = gradient[label];
                    if pruned && row[label] == 0.0 {
                        continue;
                    }
                    squares[label] += slope * slope;
                    row[label] -= rate * slope / (squares[label] + squares0).sqrt();
                }
            }
        }
        for label in 0..N_LABELS {
            for next in 0..N_LABELS {
                let slope = (lattice.said_pairs[label][next] - lattice.pairs[label][next]) * weight;
                if slope != 0.0 {
                    let squares = &mut self.move_squares[label][next];
                    *squares += slope * slope;
                    self.moves[label][next] -= rate * slope / (*squares + 1e-6).sqrt();
                }
            }
        }
        all - right
    }

    /// Takes the mean of the weights at the ends of epochs, since the last time: what only the last stretches
    /// said weighs less.
    fn settle(&mut self) {
        let n = self.n_summed.max(1) as f32;
        for (row, sum) in self.weights.iter_mut().zip(&self.sums) {
            row.iter_mut().zip(sum).for_each(|(weight, sum)| *weight = sum / n);
        }
        self.sums.clear();
        self.n_summed = 0;
    }

    /// Counts the present weights into the mean.
    fn remember(&mut self) {
        if self.n_summed == 0 {
            self.sums = self.weights.clone();
        } else {
            for (row, sum) in self.weights.iter().zip(&mut self.sums) {
                row.iter().zip(sum).for_each(|(weight, sum)| *sum += weight);
            }
        }
        self.n_summed += 1;
    }

    /// Keeps the `n_kept` weights that matter most; only they are learned from now on.
    pub fn prune(&mut self, n_kept: usize) {
        self.pruned = true;
        // A weight matters by its size and by how often it is asked, the latter less than in proportion: what
        // is asked often here may never be asked elsewhere.
        let matters = |count: f32, weight: f32| weight.abs() * count.sqrt().sqrt();
        let mut sizes: Vec<f32> = Vec::new();
        for (row, &count) in self.weights[..self.first_copy as usize].iter().zip(&self.counts) {
            sizes.extend(row.iter().map(|&it| matters(count, it)).filter(|it| *it > 0.05));
        }
        let threshold = if sizes.len() > n_kept {
            let at = sizes.len() - n_kept;
            *sizes.select_nth_unstable_by(at, f32::total_cmp).1
        } else {
            0.05
        };
        for (row, &count) in self.weights[..self.first_copy as usize].iter_mut().zip(&self.counts) {
            for weight in row {
                if matters(count, *weight) < threshold {
                    *weight = 0.0;
                }
            }
        }
    }
}

/// The ways through a stretch.
#[derive(Default)]
struct Lattice {
    scores: Vec<Row>,
    /// The features that were not dropped this time, and where each token's begin.
    heard: Vec<u32>,
    heard_starts: Vec<u32>,
    wanted: Vec<u32>,
    /// How likely each label of each token is.
    tokens: Vec<Row>,
    said_tokens: Vec<Row>,
    /// How often each label is expected after each.
    pairs: [Row; N_LABELS],
    said_pairs: [Row; N_LABELS],
    ahead: Vec<Row>,
    behind: Vec<Row>,
    potentials: Vec<Row>,
}

impl Lattice {
    /// Sums over all ways, or over those that keep to what was labelled; gives the logarithm of the sum.
    fn sum(&mut self, moves: &[Row; N_LABELS], wanted: bool) -> f64 {
        let n = self.scores.len();
        let mut factors = [[0.0; N_LABELS]; N_LABELS];
        for (row, weights) in factors.iter_mut().zip(moves) {
            for (factor, &weight) in row.iter_mut().zip(weights) {
                *factor = if weight == f32::NEG_INFINITY { 0.0 } else { exp(weight) };
            }
        }
        let mut log = 0.0;
        self.potentials.clear();
        for at in 0..n {
            let highest = self.scores[at].iter().copied().fold(f32::MIN, f32::max);
            log += f64::from(highest);
            let mut row = [0.0; N_LABELS];
            for (label, potential) in row.iter_mut().enumerate() {
                let allowed = (!wanted || self.wanted[at] >> label & 1 == 1)
                    && (at > 0 || may_begin(label))
                    && (at + 1 < n || may_end(label));
                if allowed {
                    *potential = exp(self.scores[at][label] - highest);
                }
            }
            self.potentials.push(row);
        }
        self.ahead.clear();
        let mut ahead = self.potentials[0];
        log += normalize(&mut ahead);
        self.ahead.push(ahead);
        for at in 1..n {
            let mut next = [0.0; N_LABELS];
            for (label, &here) in ahead.iter().enumerate() {
                if here > 0.0 {
                    for (sum, factor) in next.iter_mut().zip(&factors[label]) {
                        *sum += here * factor;
                    }
                }
            }
            for (sum, potential) in next.iter_mut().zip(&self.potentials[at]) {
                *sum *= potential;
            }
            log += normalize(&mut next);
            ahead = next;
            self.ahead.push(ahead);
        }
        self.behind.clear();
        self.behind.resize(n, [1.0; N_LABELS]);
        self.pairs = [[0.0; N_LABELS]; N_LABELS];
        for at in (1..n).rev() {
            let mut onward = self.potentials[at];
            for (it, behind) in onward.iter_mut().zip(&self.behind[at]) {
                *it *= behind;
            }
            let mut here = [0.0; N_LABELS];
            for (sum, factors) in here.iter_mut().zip(&factors) {
                *sum = onward.iter().zip(factors).map(|(a, b)| a * b).sum();
            }
            let total: f32 = here.iter().zip(&self.ahead[at - 1]).map(|(a, b)| a * b).sum();
            for (label, row) in self.pairs.iter_mut().enumerate() {
                let from = self.ahead[at - 1][label] / total;
                if from > 1e-6 {
                    for (next, pair) in row.iter_mut().enumerate() {
                        *pair += from * factors[label][next] * onward[next];
                    }
                }
            }
            normalize(&mut here);
            self.behind[at - 1] = here;
        }
        self.tokens.clear();
        for at in 0..n {
            let mut row = self.ahead[at];
            for (it, behind) in row.iter_mut().zip(&self.behind[at]) {
                *it *= behind;
            }
            normalize(&mut row);
            self.tokens.push(row);
        }
        log
    }

    /// The one way that was labelled.
    fn follow(&mut self, gold: &[u8], moves: &[Row; N_LABELS]) -> f64 {
        let mut score = 0.0;
        self.tokens.clear();
        self.pairs = [[0.0; N_LABELS]; N_LABELS];
        for (at, &label) in gold.iter().enumerate() {
            let mut row = [0.0; N_LABELS];
            row[label as usize] = 1.0;
            self.tokens.push(row);
            score += f64::from(self.scores[at][label as usize]);
            if at > 0 {
                let before = gold[at - 1] as usize;
                self.pairs[before][label as usize] += 1.0;
                score += f64::from(moves[before][label as usize]);
            }
        }
        score
    }
}

/// Divides by the sum; gives its logarithm.
fn normalize(row: &mut Row) -> f64 {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        row.iter_mut().for_each(|it| *it /= sum);
    }
    f64::from(sum).max(1e-300).ln()
}

/// The exponential function, to six digits, the same on every machine.
fn exp(x: f32) -> f32 {
    let power = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let whole = power.floor();
    let rest = (power - whole) * std::f32::consts::LN_2;
    let series = 1.0
        + rest
            * (1.0
                + rest
                    * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0 + rest / 720.0)))));
    series * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}
