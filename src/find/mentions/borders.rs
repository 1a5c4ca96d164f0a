//! Where English names begin and end, by what stands right beside them. The model sees the same words, but has seen
//! few such cases.
//!
//! - "[A.] P. J. Abdul Kalam": initials in front belong to the person.
//! - "[Will] Smith met him.": so does a first name that heads a sentence.
//! - "Texas [Sen.] Ted Cruz": a short title before a person ends the place.
//! - "Mars [—] the red planet": no name ends with a dash.
//! - "(D-[Nev].)": a party and a state are no person.
//! - "George [III]", "Robert [\"Bobby\" Scott]": numbers and nicknames belong to the person.
//! - "Lee Jae[-myung]", "Ann Lee[-Park]": so does the second half of a name.
//! - "[Brazil star] Neymar": a noun in front is none of it.
//! - "[President] Trump": a title makes a person of what looked like a place.
//! - "[Sheikh] Hasina": so do words that people are named with in every language.

use super::EntityKind;
use super::features::{class, listed_word};
use super::tagger::Candidate;
use super::words::{Words, is_capitalized};
use crate::lexicon::{Few, among};
use crate::model::names::Lists;

/// Moves borders. The names stay in order and disjoint.
pub(super) fn mend(words: Words, lists: &Lists, names: &mut Vec<Candidate>) {
    let document = words.document;
    // The first token behind the names before.
    let mut free = 0;
    let mut start = 0;
    for idx in 0..names.len() {
        let mut name = names[idx];
        while name.last > name.first && is_dash(words.at(name.last)) {
            name.last -= 1;
        }
        if name.last == name.first + 2
            && matches!(words.at(name.first), "D" | "R" | "I")
            && is_dash(words.at(name.first + 1))
            && words.beside(name.first, -1) == "("
        {
            (name.first, name.kind) = (name.last, EntityKind::Place);
        }
        let behind = words.beside(name.first, 1);
        if name.last == name.first + 1
            && matches!(name.kind, EntityKind::Place | EntityKind::Other)
            && OFFICES.has(words.at(name.first))
            && lists.classes(listed_word(behind)) & (class::LAST | class::PLACE_WORD) == class::LAST
        {
            (name.first, name.kind) = (name.last, EntityKind::Person);
        }
        if name.last > name.first && among("Mr Mrs Ms", words.at(name.first)) && is_capitalized(behind) {
            (name.first, name.kind) = (name.first + 1, EntityKind::Person);
        }
        // "[In] Congress, …"
        if name.last > name.first
            && name.kind != EntityKind::Other
            && words.beside(name.first, -1).is_empty()
            && among("At By For From In With", words.at(name.first))
        {
            name.first += 1;
        }
        if name.kind == EntityKind::Person {
            let noun = |at: &usize| is_noun(words.at(*at));
            if let Some(noun) = (name.first + 1..name.last).rev().find(noun) {
                name.first = noun + 1;
            }
            let home = document.tokens[name.first].sentence;
            start += document.tokens[start..].iter().take_while(|it| it.sentence < home).count();
            if let Some(before) = idx.checked_sub(1)
                && start + 2 < name.first
            {
                end_before_title(words, name.first, &mut names[before]);
            }
            while name.first > start.max(free) + 1
                && words.at(name.first - 1) == "."
                && is_initial(words.at(name.first - 2))
            {
                name.first -= 2;
            }
            let head = words.at(start);
            if name.first == start + 1
                && name.first == name.last
                && start >= free
                && is_capitalized(head)
                && lists.classes(listed_word(head)) & (class::FIRST | class::COMMON) == class::FIRST
                && !document.lexicon.titles.contains(head)
                && !document.sentences[home as usize].span.of(document.text).contains('?')
            {
                name.first = start;
            }
            let before = words.beside(name.first, -1);
            if among(NAMED_WITH, before) || has_prefix(before) {
                name.first = (name.first - 1).max(free);
            }
            if name.last > name.first && among(RANKS, words.at(name.last)) {
                name.last -= 1;
            }
            name.last = end_of_person(words, name.last);
            if name.last > name.first && is_half(words, name.last) {
                name.last += 2;
            }
        }
        // "[Ban Ki]-moon"
        let is_korean = name.kind == EntityKind::Other
            && name.last == name.first + 1
            && is_capitalized(words.at(name.last))
            && words.beside(name.last, 2).starts_with(char::is_lowercase)
            && is_half(words, name.last);
        if is_korean {
            (name.kind, name.last) = (EntityKind::Person, name.last + 2);
        }
        free = free.max(name.last + 1);
        names[idx] = name;
    }
    let mut free = 0;
    names.retain(|it| {
        let is_free = it.first >= free;
        free = free.max(it.last + 1);
        is_free
    });
}

/// "[D'Angelo] Russell"
fn has_prefix(word: &str) -> bool {
    let rest = word.strip_prefix(['D', 'O']).unwrap_or_default();
    rest.strip_prefix(['\'', '’']).is_some_and(is_capitalized)
}

/// Adds people who head a sentence and were not found, by a first and a last name: "Will Smith met him.", and no "Will Smith come?"
/// The names stay in order and disjoint.
pub(super) fn add_heads(words: Words, lists: &Lists, names: &mut Vec<Candidate>) {
    let class = |at: usize| lists.classes(listed_word(words.at(at)));
    let tokens = &words.document.tokens;
    let mut told = Vec::new();
    for at in 0..tokens.len() {
        if at > 0 && tokens[at].sentence == tokens[at - 1].sentence {
            continue;
        }
        let is_head = is_capitalized(words.at(at))
            && is_capitalized(words.beside(at, 1))
            && words.beside(at, 2).starts_with(char::is_lowercase);
        let plain = class::COMMON | class::PLACE | class::PEOPLE | class::ORGANIZATION;
        if is_head
            && (class(at) & (class::FIRST | plain) == class::FIRST || FIRST_WORDS.has(words.at(at)))
            && class(at + 1) & (class::LAST | plain | class::PLACE_WORD | class::ORGANIZATION_WORD)
                == class::LAST
            && !words.document.lexicon.titles.contains(words.at(at))
        {
            let next = names.partition_point(|it| it.last < at);
            let sentence = words.document.sentences[tokens[at].sentence as usize].span;
            let is_free = names.get(next).is_none_or(|it| it.first > at + 1);
            if is_free && !sentence.of(words.document.text).contains('?') {
                told.push(Candidate::told(at, at + 1, EntityKind::Person, SURE));
            }
        }
    }
    Candidate::put(&mut told, names);
}

/// First names that are usual words.
const FIRST_WORDS: Few = Few::new("Bill Faith Grace Grant Hope Mark Rich Rose Will");

/// How sure somebody is who heads a sentence.
const SURE: f32 = 0.6;

/// Where a person's name ends that was found up to `last`.
fn end_of_person(words: Words, last: usize) -> usize {
    let next = words.beside(last, 1);
    if next.len() > 1 && next.chars().all(|it| matches!(it, 'I' | 'V' | 'X')) {
        return last + 1;
    }
    let closing = match next {
        "\"" => "\"",
        "“" => "”",
        "‘" => "’",
        _ => return last,
    };
    // The nickname has one word or two, and the last name stands behind it.
    (3..=4)
        .find(|by| words.beside(last, *by) == closing)
        .filter(|by| (2..*by).all(|it| is_capitalized(words.beside(last, it))))
        .filter(|by| is_capitalized(words.beside(last, by + 1)))
        .map_or(last, |by| last.wrapping_add_signed(by + 1))
}

/// What members of a house or order have behind their names.
const RANKS: &str = "QC MP MSP MEP MBE OBE CBE";

/// What stands in front of names and belongs to them.
const NAMED_WITH: &str = "Sheikh Sheik Mullah Prophet";

/// Offices that no place is called after.
const OFFICES: Few = Few::new("President Senator Congressman Congresswoman Mr Mrs");

/// True for a word in small letters that stands within no person's name, as "van" and "del" do.
fn is_noun(word: &str) -> bool {
    word.len() > 3
        && word.bytes().all(|it| it.is_ascii_lowercase())
        && !among("abou abdel della delle degli", word)
}

/// True when half of a name follows: "Jae[-myung]", "Lee[-Park]", but not "[New York]-based".
fn is_half(words: Words, last: usize) -> bool {
    let half = words.beside(last, 2);
    let is_first =
        (2..6).contains(&half.len()) && half.starts_with(char::is_lowercase) && !NO_HALVES.has(half);
    (is_first || half.len() > 2 && is_capitalized(half))
        && words.glued(last).strip_prefix('-').is_some_and(|it| it.starts_with(half))
}

/// What stands behind a hyphen that is no part of a name.
const NO_HALVES: Few = Few::new(
    "and area based born bound elect era esque held in like led made on only owned run style the to type wide",
);

/// Ends a name before the title within it that stands before the next: "Texas [Sen.]", "Trump [Envoy]" in a headline.
fn end_before_title(words: Words, next: usize, name: &mut Candidate) {
    let is_short = words.at(next - 1) == ".";
    let title = if is_short { next - 2 } else { next - 1 };
    if name.first < title && title <= name.last && words.document.lexicon.titles.contains(words.at(title)) {
        name.last = title - 1;
        if is_short && name.kind == EntityKind::Person {
            name.kind = EntityKind::Place;
        }
    }
}

/// Parts a name from what follows.
pub(super) fn is_dash(mark: &str) -> bool {
    matches!(mark, "-" | "–" | "—")
}

fn is_initial(word: &str) -> bool {
    word.len() == 1 && word.starts_with(|it: char| it.is_ascii_uppercase())
}
