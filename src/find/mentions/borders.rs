//! Where English names begin and end, by what stands right beside them. The model sees the same words, but has seen
//! few such cases.
//!
//! - "[A.] P. J. Abdul Kalam": initials in front belong to the person.
//! - "[Will] Smith met him.": so does a first name that heads a sentence.
//! - "Texas [Sen.] Ted Cruz": a short title before a person ends the place.
//! - "Smithsonian Center [for Astrophysics]": what a body is for belongs to its name.

use super::EntityKind;
use super::features::{class, listed_word};
use super::tagger::Candidate;
use crate::model::names::Lists;
use crate::read::Document;

/// Moves borders. The names stay in order and disjoint.
pub(super) fn mend(document: &Document, lists: &Lists, names: &mut Vec<Candidate>) {
    let tokens = &document.tokens;
    let spelled = |at: usize| tokens.get(at).map_or("", |it| it.span.of(document.text));
    // The first token behind the names before.
    let mut free = 0;
    for idx in 0..names.len() {
        let mut it = names[idx];
        let home = tokens[it.first].sentence;
        let start = tokens[..it.first].partition_point(|it| it.sentence < home);
        if it.kind == EntityKind::Person {
            if start + 2 < it.first && spelled(it.first - 1) == "." && idx > 0 {
                let (title, it) = (it.first - 2, &mut names[idx - 1]);
                if it.first < title && title <= it.last && document.lexicon.titles.contains(spelled(title)) {
                    it.last = title - 1;
                    if it.kind == EntityKind::Person {
                        it.kind = EntityKind::Place;
                    }
                }
            }
            while it.first > start.max(free) + 1
                && spelled(it.first - 1) == "."
                && is_initial(spelled(it.first - 2))
            {
                it.first -= 2;
            }
            let head = spelled(start);
            if it.first == start + 1
                && it.first == it.last
                && start >= free
                && is_capitalized(head)
                && lists.classes(listed_word(head)) & (class::FIRST | class::COMMON) == class::FIRST
                && !document.lexicon.titles.contains(head)
                && !document.sentences[home as usize].span.of(document.text).contains('?')
            {
                it.first = start;
            }
        } else if BODIES.contains(&spelled(it.last)) {
            let here = |at: usize| tokens.get(at).is_some_and(|it| it.sentence == home);
            let end = end_of_purpose(it.last, |at| if here(at) { spelled(at) } else { "" });
            let mut within = names[idx + 1..].iter().take_while(|it| it.first <= end);
            if end > it.last && within.all(|it| it.kind != EntityKind::Person && it.last <= end) {
                (it.last, it.kind) = (end, EntityKind::Organization);
            }
        }
        free = free.max(it.last + 1);
        names[idx] = it;
    }
    let mut free = 0;
    names.retain(|it| {
        let is_free = it.first >= free;
        free = free.max(it.last + 1);
        is_free
    });
}

/// Where the name of a body ends that goes on behind `last`: "[Center] for Health and Human Rights".
fn end_of_purpose<'t>(last: usize, spelled: impl Fn(usize) -> &'t str) -> usize {
    let mut end = last;
    if spelled(last + 1) != "for" {
        return end;
    }
    for at in last + 2..last + LONGEST_PURPOSE {
        if is_capitalized(spelled(at)) {
            end = at;
        } else if !matches!(spelled(at), "the" | "of" | "and" | "&") {
            break;
        }
    }
    end
}

/// Tokens that are looked at behind a body, at most.
const LONGEST_PURPOSE: usize = 10;

/// Bodies that are for something by their names; a club or a bank is for somebody by the sentence.
const BODIES: [&str; 14] = [
    "Center",
    "Centre",
    "Institute",
    "Foundation",
    "Council",
    "Society",
    "Association",
    "Agency",
    "Office",
    "Coalition",
    "Alliance",
    "Commission",
    "School",
    "Fund",
];

fn is_initial(word: &str) -> bool {
    word.len() == 1 && word.starts_with(|it: char| it.is_ascii_uppercase())
}

/// "Will", and not "WILL": a capital and small letters.
fn is_capitalized(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}
