//! The second step: what the whole text tells of each name that the first step found or nearly found.
//!
//! The first step sees a few words around each place. "Coron" is a person there as often as a town; that other places call
//! it "Coron Island", and that the text is full of places, settles it. For each candidate three questions are asked: is it a person,
//! an organization, a place? Small trees answer, from how likely the first step thought each kind here, at the other places
//! of the same words, in longer names that hold them and in the whole text, and from what stands at the place. No feature is
//! a word. The trainer calls this very code.

use super::EntityKind;
use super::features::Sheet;
use super::tagger::{Candidate, KINDS};
use crate::index::Map;
use crate::model::names::SCALE;
use crate::model::trees::{Trees, WIDTH};

/// What the trees' sum is for a certain name.
pub const CERTAIN: i32 = 4096;

/// Above this a name is one: where F1 is best, for a name that is more likely than a third gains more than it costs.
const ENOUGH: i32 = CERTAIN * 30 / 100;

/// Kinds that are asked for; the other names are what the first step says.
const N_ASKED: usize = 3;

/// Settles kinds, and how sure they are; what is none goes.
pub(super) fn settle(sheet: &Sheet, candidates: &mut Vec<Candidate>, trees: Option<&Trees>) {
    let Some(trees) = trees else {
        candidates.retain(|it| it.is_found);
        return;
    };
    let evidence = Evidence::of(sheet, candidates);
    let mut idx = 0;
    candidates.retain_mut(|it| {
        let (kind, sum) = evidence.answer(sheet, idx, it, trees);
        idx += 1;
        if sum > ENOUGH {
            it.kind = KINDS[kind];
            it.confidence = sum.min(CERTAIN) as f32 / CERTAIN as f32;
            return true;
        }
        it.is_found && it.kind == EntityKind::Other
    });
}

/// How likely a candidate is no name, and of each kind, in 255ths.
type Shares = [i32; 5];

/// Beyond this a score is as far behind as can be.
const FAR: usize = 10 * SCALE as usize;

/// The odds of what is so far behind the best.
fn odds() -> [i32; FAR + 1] {
    let mut odds = [1 << 16; FAR + 1];
    for behind in 0..FAR {
        // The eighth root of 1 / e: SCALE is eight.
        odds[behind + 1] = odds[behind] - ((odds[behind] * 7701) >> 16);
    }
    odds
}

/// The share of each outcome, by how far its best sequence is behind the best of all.
fn shares(scores: &[i32; 5], odds: &[i32; FAR + 1]) -> Shares {
    let best = scores.iter().copied().max().unwrap_or(0);
    let mut shares = *scores;
    for it in &mut shares {
        *it = odds[((best - *it) as usize).min(FAR)];
    }
    let sum: i32 = shares.iter().sum();
    for it in &mut shares {
        *it = *it * 255 / sum;
    }
    shares
}

/// Sums of shares, and of how many.
#[derive(Clone, Copy, Default)]
struct Sum {
    shares: Shares,
    n: i32,
}

impl Sum {
    fn add(&mut self, shares: &Shares) {
        for (sum, it) in self.shares.iter_mut().zip(shares) {
            *sum += it;
        }
        self.n += 1;
    }

    /// What is left when one is taken out.
    fn without(mut self, shares: &Shares) -> Sum {
        for (sum, it) in self.shares.iter_mut().zip(shares) {
            *sum -= it;
        }
        self.n -= 1;
        self
    }

    fn mean(&self, outcome: usize) -> u8 {
        byte(self.shares[outcome] / self.n.max(1))
    }
}

fn byte(it: i32) -> u8 {
    it.clamp(0, 255) as u8
}

/// In which way a name holds the words that sums are kept for.
#[derive(Clone, Copy)]
enum Role {
    /// They are the name.
    Whole = 1,
    /// A longer name holds the word.
    Inside,
    /// A longer name ends with it.
    Last,
    /// They are the initials of a longer name.
    Initials,
}

/// Sums by role and words.
type Memory = Map<Sum>;

impl Memory {
    fn key(role: Role, words: u32) -> u64 {
        (role as u64) << 32 | u64::from(words)
    }

    fn add(&mut self, role: Role, words: u32, shares: &Shares) {
        if let Some(sum) = self.put(Memory::key(role, words), Sum { shares: *shares, n: 1 }) {
            sum.add(shares);
        }
    }

    fn of(&self, role: Role, words: u32) -> Sum {
        self.get(Memory::key(role, words)).copied().unwrap_or_default()
    }
}

/// What the first step thought of the names of a text.
pub struct Evidence {
    memory: Memory,
    /// Of each candidate.
    shares: Vec<Shares>,
    /// Of each but the last: what parts it from the next.
    gaps: Vec<u8>,
    all: Sum,
    n_tokens: usize,
}

impl Evidence {
    /// Gathers it.
    pub fn of(sheet: &Sheet, candidates: &[Candidate]) -> Evidence {
        let mut memory = Memory::new();
        let mut all = Sum::default();
        let mut own = Vec::with_capacity(candidates.len());
        let odds = odds();
        for it in candidates {
            let shares = shares(&it.scores, &odds);
            memory.add(Role::Whole, sheet.words(it.first, it.last), &shares);
            if it.last > it.first {
                for at in (it.first..=it.last).filter(|&at| sheet.has_capital(at)) {
                    memory.add(Role::Inside, sheet.word(at), &shares);
                }
                memory.add(Role::Last, sheet.word(it.last), &shares);
                memory.add(Role::Initials, sheet.initials_of(it.first, it.last), &shares);
            }
            all.add(&shares);
            own.push(shares);
        }
        let gaps = candidates.windows(2).map(|it| sheet.gap(it[0].last, it[1].first)).collect();
        Evidence { memory, shares: own, gaps, all, n_tokens: sheet.tokens.len() }
    }

    /// The likeliest kind of those that are asked for, and how likely it is.
    pub fn answer(&self, sheet: &Sheet, idx: usize, it: &Candidate, trees: &Trees) -> (usize, i32) {
        // All three questions at once.
        let mut rows = [0; WIDTH];
        self.ask(sheet, idx, it, |kind, row| {
            for (lanes, feature) in rows.iter_mut().zip(row) {
                *lanes |= u32::from(*feature) << (10 * kind);
            }
        });
        let mut best = (0, i32::MIN);
        for (kind, sum) in trees.sums(&rows).into_iter().enumerate() {
            if sum > best.1 {
                best = (kind, sum);
            }
        }
        best
    }

    /// Calls `tell` with each kind that is asked for, and the features of the question.
    pub fn ask(&self, sheet: &Sheet, idx: usize, it: &Candidate, mut tell: impl FnMut(usize, &[u8; WIDTH])) {
        let mut row = [0; WIDTH];
        sheet.look_at_span(it.first, it.last, &mut row);
        let own = &self.shares[idx];
        let memory = &self.memory;
        let (first, last) = (sheet.word(it.first), sheet.word(it.last));
        let same = memory.of(Role::Whole, sheet.words(it.first, it.last)).without(own);
        let mut inside = memory.of(Role::Inside, first);
        let mut ending = memory.of(Role::Last, last);
        let (mut first_alone, mut last_alone, mut long) = (Sum::default(), Sum::default(), Sum::default());
        if it.first == it.last {
            long = memory.of(Role::Initials, first);
        } else {
            if sheet.has_capital(it.first) {
                inside = inside.without(own);
            }
            ending = ending.without(own);
            first_alone = memory.of(Role::Whole, sheet.words(it.first, it.first));
            last_alone = memory.of(Role::Whole, sheet.words(it.last, it.last));
        }
        let before = idx.checked_sub(1).map(|other| (self.gaps[other], &self.shares[other]));
        let after = self.gaps.get(idx).map(|gap| (*gap, &self.shares[idx + 1]));
        let near = |other: Option<(u8, &Shares)>, outcome: usize| match other {
            Some((gap, shares)) if gap > 0 => byte(shares[outcome]),
            _ => 0,
        };
        const PLACE: usize = 3;
        const OTHER: usize = 4;
        for kind in 0..N_ASKED {
            let outcome = kind + 1;
            let rivals = || (1..=OTHER).filter(|&rival| rival != outcome);
            let features = [
                kind as u8,
                byte(128 + it.scores[outcome] - it.scores[0]),
                byte(128 + it.scores[outcome] - rivals().map(|it_| it.scores[it_]).max().unwrap_or(0)),
                byte(own[outcome]),
                byte(own[0]),
                byte(rivals().map(|it| own[it]).max().unwrap_or(0)),
                byte(own[OTHER]),
                same.mean(outcome),
                byte(same.n),
                same.mean(0),
                same.mean(OTHER),
                inside.mean(outcome),
                byte(inside.n),
                ending.mean(outcome),
                byte(ending.n),
                first_alone.mean(outcome),
                byte(first_alone.n),
                last_alone.mean(outcome),
                byte(last_alone.n),
                long.mean(outcome),
                byte(long.n),
                self.all.mean(outcome),
                byte(self.all.n),
                // How long the text is, and names in two hundred tokens.
                byte((self.n_tokens / 32).min(255) as i32),
                byte((self.all.n as usize * 200 / self.n_tokens.max(1)) as i32),
                before.map_or(0, |it| it.0),
                near(before, outcome),
                near(before, 1),
                after.map_or(0, |it| it.0),
                near(after, outcome),
                near(after, PLACE),
            ];
            row[..features.len()].copy_from_slice(&features);
            tell(kind, &row);
        }
    }
}

/// How many features the first of the row are, which this file fills; those of the place stand behind them.
pub(super) const N_OF_TEXT: usize = 31;
