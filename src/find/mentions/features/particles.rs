//! Small words that English leaves in lower case at the front of foreign names: "al-Qaida", "bin Laden", "van Gogh".
//!
//! They become candidates; whether one belongs to the name ("de Gaulle") or not ("film de Bresson") the model says. Between
//! two words with capitals all is a candidate anyway.

use super::hash::{DASH, hash_of};
use super::{Info, has_capital, shape};
use crate::read::tokens::Token;

/// Those that stand apart.
const APART: [u32; 15] = [
    hash_of("al"),
    hash_of("ben"),
    hash_of("bin"),
    hash_of("da"),
    hash_of("de"),
    hash_of("del"),
    hash_of("den"),
    hash_of("der"),
    hash_of("di"),
    hash_of("du"),
    hash_of("el"),
    hash_of("ibn"),
    hash_of("la"),
    hash_of("van"),
    hash_of("von"),
];

/// Longest that a hyphen joins: "ash-Shabaab".
const LONGEST: usize = 3;

/// Makes candidates of those in front of words with capitals.
pub(super) fn join(infos: &mut [Info], tokens: &[Token], start: usize, end: usize) {
    for at in start + 1..end {
        if !has_capital(infos[at].shape) {
            continue;
        }
        if infos[at - 1].shape == shape::LOWER && APART.contains(&infos[at - 1].word) {
            infos[at - 1].candidate = true;
        }
        let is_joined = at >= start + 2
            && infos[at - 1].word == DASH
            && infos[at - 2].shape == shape::LOWER
            && tokens[at - 2].span.len() <= LONGEST
            && tokens[at - 2].span.end == tokens[at - 1].span.start
            && tokens[at - 1].span.end == tokens[at].span.start;
        if is_joined {
            infos[at - 1].candidate = true;
            infos[at - 2].candidate = true;
        }
    }
}
