//! Bodies that are called by what they are for, of or on, or by a common word.
//!
//! - "Smithsonian Center [for Astrophysics]", "Commission [on Human Rights]": what a body is for belongs to its name.
//! - "[Housing Authority of] New Orleans": so does the body, where only its town was found.
//! - "the [House]" in a text that has a Senate or Congress, "the [Fed]", "supporters of [Labour]": a capital tells them.

use super::EntityKind;
use super::features::{class, listed_word};
use super::tagger::Candidate;
use super::words::{Words, is_capitalized};
use crate::lexicon::{Few, among};
use crate::model::names::Lists;

/// Tokens that are looked at behind a body, and before it, at most.
const REACH: usize = 10;

/// Bodies that are for something by their names; a club or a bank is for somebody by the sentence.
const FOR: Few = Few::new(
    "Center Centre Institute Foundation Council Society Association Agency Office Coalition Alliance \
    Commission School Fund",
);

/// Bodies that are on something; a university is on a river.
const ON: &str = "Commission Committee Conference Council";

/// Bodies that are of something, beside those of [`FOR`].
const OF: Few = Few::new(
    "Academy Authority Bank Board Bureau Chamber College Committee Confederation Conference \
    Department Faculty Federation League Ministry Organisation Organization Parliament Party University",
);

/// How sure a body is that its own words tell.
const SURE: f32 = 0.7;

/// Joins them. The names stay in order and disjoint.
pub(super) fn join(words: Words, lists: &Lists, names: &mut Vec<Candidate>) {
    let mut bodies: Vec<Candidate> = Vec::new();
    let n = words.document.tokens.len();
    let has_capital = |at: &usize| words.head(*at).is_ascii_uppercase();
    let has_house = (0..n).filter(has_capital).any(|at| HOUSES.has(words.at(at)));
    for at in (0..n).filter(has_capital) {
        let body = body_at(words, names, at);
        let known = body.is_none() && is_known(words, at, has_house);
        let Some((first, last)) = body.or(known.then_some((at, at))) else { continue };
        let from = names.partition_point(|it| it.last < first);
        let within = names[from..].iter().take_while(|it| it.first <= last);
        // A longer name is what the model says; a person is whom the body is of, or stands beside it.
        let is_free = within.clone().all(|it| {
            let is_whole = it.first <= first && it.last >= last;
            // "The House", "Fed" were another kind's.
            if known && is_whole {
                return it.last < it.first + 2 && it.kind != EntityKind::Place;
            }
            !is_whole && it.last <= last && (it.kind != EntityKind::Person || it.last < at)
        });
        let joined = within.clone().next().map_or(first, |it| it.first.min(first));
        let first = if known { at } else { joined };
        if is_free && bodies.last().is_none_or(|it| it.last < first) {
            let confidence = within.map(|it| it.confidence).fold(SURE, f32::max);
            bodies.push(Candidate::told(first, last, EntityKind::Organization, confidence));
        }
    }
    Candidate::put(&mut bodies, names);
    let firms = (0..n).filter(|at| words.head(*at) == b'&').filter_map(|at| pair(words, lists, names, at));
    bodies.extend(firms.map(|it| Candidate::told(it.0, it.1, EntityKind::Organization, SURE)));
    bodies.dedup_by(|it, before| it.first <= before.last);
    Candidate::put(&mut bodies, names);
}

/// In: the place of a word with a capital. "the House", "the Fed", "members of Parliament", and no "House of Commons", "Fed Cup" or "Labour Day".
fn is_known(words: Words, at: usize, has_house: bool) -> bool {
    let (before, next) = (words.beside(at, -1), words.beside(at, 1));
    let is_known = match words.at(at) {
        "House" => has_house && among("the The this", before) && !among("of on for", next),
        "Fed" => among("the The", before),
        word => KNOWN.has(word) && before.starts_with(|it: char| it.is_lowercase() || it == ','),
    };
    is_known && !is_capitalized(next)
}

/// Beside whom the House is one.
const HOUSES: Few = Few::new("Senate Congress Representatives");

/// Bodies that are called by a common word, or by one that few texts have: within a sentence a capital tells them.
const KNOWN: Few = Few::new("Apple Arsenal Labour Treasury WHO");

/// Who are partners of somebody.
const PARTNERS: &str = "Co Company Associates Partners Sons";

/// The first and the last token of a firm of two names, by its sign: "[Dalby & Frost]", "[Ann Dalby & Partners]".
fn pair(words: Words, lists: &Lists, names: &[Candidate], at: usize) -> Option<(usize, usize)> {
    if words.at(at) != "&" || !is_capitalized(words.beside(at, -1)) || !is_capitalized(words.beside(at, 1)) {
        return None;
    }
    let next = names.partition_point(|it| it.last + 1 < at);
    let first = names.get(next).filter(|it| it.last + 1 == at).map_or(at - 1, |it| it.first);
    if among(PARTNERS, words.at(at + 1)) {
        return Some((first, at + 1));
    }
    let classes = |at: usize| lists.classes(listed_word(words.at(at)));
    // Two first names, two lands, two plain words: "Ann & Joe", "Serbia & Montenegro", "Body & Soul".
    let both = classes(at - 1) & classes(at + 1) & (class::FIRST | class::COUNTRY | class::COMMON);
    let is_firm = first + 1 == at
        && !is_capitalized(words.beside(at, -2))
        && !is_capitalized(words.beside(at, 2))
        && (words.at(at - 1) == words.at(at + 1) || both == 0);
    is_firm.then_some((first, at + 1))
}

/// The first and the last token of the body whose word, with a capital, stands at `at`, if it goes on.
fn body_at(words: Words, names: &[Candidate], at: usize) -> Option<(usize, usize)> {
    let word = words.at(at);
    let prep = words.beside(at, 1);
    let goes_on = match prep {
        "for" => FOR.has(word),
        "of" => FOR.has(word) || OF.has(word),
        "on" => among(ON, word),
        _ => false,
    };
    if !goes_on {
        return None;
    }
    let end = end_of_purpose(words, names, at, prep);
    (end > at).then(|| (start(words, at), end))
}

/// Where the name begins that ends with the word at `at`: "[Housing] Authority".
fn start(words: Words, at: usize) -> usize {
    let mut first = at;
    while first + REACH > at {
        let word = words.beside(first, -1);
        let opens = words.beside(first, -2).is_empty();
        if !is_capitalized(word)
            || word == "The"
            || words.document.lexicon.titles.contains(word)
            || opens && words.document.lexicon.stop.contains(word)
        {
            break;
        }
        first -= 1;
    }
    first
}

/// Where the name of a body ends that goes on behind `last`: "[Center] for Health and Human Rights". Of two bodies of something
/// "and" parts one from the other, unless a name was found across it.
fn end_of_purpose(words: Words, names: &[Candidate], last: usize, prep: &str) -> usize {
    let mut end = last;
    for by in 2..REACH {
        let word = words.beside(last, by as isize);
        let at = last + by;
        let is_inside = || {
            let next = names.partition_point(|it| it.last < at);
            names.get(next).is_some_and(|it| it.first < at)
        };
        if by == 2 && (among(NO_PURPOSE, word) || words.document.lexicon.months.contains(word)) {
            break;
        }
        if is_capitalized(word) {
            end = at;
        } else if !(matches!(word, "the" | "of")
            || matches!(word, "and" | "&") && (prep == "for" || is_inside()))
        {
            break;
        }
    }
    end
}

/// Whom every board is of.
const NO_PURPOSE: &str = "Directors Trustees Governors Managers";
