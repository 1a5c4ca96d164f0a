//! Speakers: who is quoted by a name is a person, wherever the name is missing from the list.
//!
//! "…," said UCL astronomer Angelos Tsiaras: what follows a word in small letters, in the very words that name the
//! speaker, is what somebody is called. A name of one word is left: it may be a newspaper's.

use super::{EntityKind, Mention};
use crate::find::quotes::Quote;
use crate::order;
use crate::read::Document;
use crate::text::Span;

/// How sure such a name is.
const CONFIDENCE: f32 = 0.6;

/// A cue that is less sure may be somebody else's.
const SURE: f32 = 0.5;

/// Names have up to so many words.
const LONGEST: usize = 4;

/// Adds the speakers that are not among the mentions, which stay in order.
pub fn add(document: &Document, quotes: &[Quote], mentions: &mut Vec<Mention>) {
    let n_found = mentions.len();
    for source in quotes.iter().filter_map(|it| it.cue.filter(|it| it.confidence >= SURE)?.source) {
        let Some(span) = name_in(source.of(document.text)) else { continue };
        let span = Span { start: source.start + span.start, end: source.start + span.end };
        let at = mentions[..n_found].partition_point(|it| it.span.end <= span.start);
        let is_free = mentions[..n_found].get(at).is_none_or(|it| it.span.start >= span.end);
        if is_free && mentions[n_found..].last().is_none_or(|it| it.span.end <= span.start) {
            mentions.push(Mention {
                span,
                kind: EntityKind::Person,
                confidence: CONFIDENCE,
                rule: "speaker",
            });
        }
    }
    order::by_key(mentions, |it| it.span.start);
}

/// Where the name stands in "[UCL] astronomer [Angelos Tsiaras], who …".
fn name_in(source: &str) -> Option<Span> {
    let (mut at, mut start, mut end, mut n, mut described) = (0, 0, 0, 0, false);
    for word in source.split_inclusive(' ') {
        let bare = word.trim_end();
        let name = bare.trim_end_matches(',');
        if described && is_of_name(name) {
            if n == 0 {
                start = at;
            }
            n += 1;
            end = at + name.len();
            if name.len() < bare.len() {
                break;
            }
        } else if n > 0 {
            break;
        } else {
            described = name.len() > 3 && name.chars().all(char::is_lowercase);
        }
        at += word.len();
    }
    (2..=LONGEST).contains(&n).then_some(Span { start: start as u32, end: end as u32 })
}

/// "Angelos", "O'Neill", "J.": a capital, and no word of capitals.
fn is_of_name(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_none_or(|it| it.is_lowercase() || matches!(it, '.' | '\'' | '’'))
        && chars.all(|it| it.is_alphabetic() || matches!(it, '.' | '\'' | '’' | '-'))
}
