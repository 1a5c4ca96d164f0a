//! Dialogue: in a story people take turns, and most turns name nobody.
//!
//! Where paragraph after paragraph opens with a quotation, the rules of news ("no cue: the same person goes
//! on") are wrong: a new paragraph is the other one's turn. Here a block is a *turn*. Its speaker is whom one of
//! its cues names; else whom a pronoun or "the girl" can mean among those who take part; else who acts in
//! the words beside the quotation ("“No.” Beaver looked at his watch."); else the one who spoke two turns
//! ago, or was spoken to.
//!
//! All of these but the first are guesses and say so by their confidence.

use super::{Attribution, Scene, Speaker};
use crate::find::Findings;
use crate::find::mentions::EntityKind;
use crate::find::quotes::{Cue, DASH_TURN, QuoteKind};
use crate::lexicon::among_folded;
use crate::link::entities::Gender;
use crate::read::Document;
use crate::text::Span;

/// Turns further apart than this many blocks belong to two conversations.
const APART: u32 = 3;

/// What a turn's cue tells of its speaker.
#[derive(Clone, PartialEq)]
enum Told {
    /// A name, or a description that is nobody's yet.
    Named,
    /// "he", "the old lady"
    Described(Gender),
    /// Nothing.
    Nothing,
}

struct Turn {
    block: u32,
    /// Its quotes: from, to.
    quotes: (usize, usize),
    told: Told,
    speaker: Option<Speaker>,
    confidence: f32,
    rule: &'static str,
}

/// Attributes the quotes of a dialogue anew, turn by turn.
pub(super) fn attribute(scene: &Scene, attributions: &mut [Attribution]) {
    let Scene { document, findings, .. } = scene;
    let mut turns = turns(document, findings, attributions);
    for at in 0..turns.len() {
        if turns[at].told == Told::Named {
            continue;
        }
        let gender = match turns[at].told {
            Told::Described(gender) => gender,
            _ => Gender::Unknown,
        };
        let taken = takes_turn(scene, &turns[..=at], gender);
        if let Some((speaker, confidence, rule)) = taken {
            let turn = &mut turns[at];
            (turn.speaker, turn.confidence, turn.rule) = (Some(speaker), confidence, rule);
        }
    }
    // Whoever speaks next but one, in a run of turns, spoke here.
    for at in (0..turns.len()).rev() {
        if turns[at].speaker.is_some() || turns[at].told != Told::Nothing {
            continue;
        }
        if let [here, next, later, ..] = &turns[at..]
            && later.block - here.block <= 2 * APART
            && differ(&next.speaker, &later.speaker)
        {
            let (speaker, confidence) = (later.speaker.clone(), later.confidence * 0.6);
            let turn = &mut turns[at];
            (turn.speaker, turn.confidence, turn.rule) = (speaker, confidence, "turn_after_next");
        }
    }
    for turn in &turns {
        let (from, to) = turn.quotes;
        for (quote, attribution) in findings.quotes[from..to].iter().zip(&mut attributions[from..to]) {
            if quote.kind == QuoteKind::Reported || quote.nested {
                continue;
            }
            attribution.speaker = turn.speaker.clone();
            attribution.confidence = turn.confidence;
            attribution.rule = turn.rule;
        }
    }
}

/// The turns: blocks with quotes, and what the cues of each tell.
fn turns(document: &Document, findings: &Findings, attributions: &[Attribution]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for (idx, quote) in findings.quotes.iter().enumerate() {
        if quote.kind == QuoteKind::Reported || quote.nested {
            continue;
        }
        match turns.last_mut() {
            Some(turn) if turn.block == quote.block && quote.rule != DASH_TURN => turn.quotes.1 = idx + 1,
            _ => turns.push(Turn {
                block: quote.block,
                quotes: (idx, idx + 1),
                told: Told::Nothing,
                speaker: None,
                confidence: 0.0,
                rule: quote.rule,
            }),
        }
    }
    for turn in &mut turns {
        let (from, to) = turn.quotes;
        for (quote, attribution) in findings.quotes[from..to].iter().zip(&attributions[from..to]) {
            let named = |it: &Cue| it.span.is_some() || matches!(it.rule, "name_colon" | "dash_name");
            let Some(cue) = quote.cue.filter(named).filter(|_| !quote.nested) else {
                continue;
            };
            let Some(source) = cue.source else { continue };
            let words = source.of(document.text);
            let told = match described(words) {
                Some(gender) => Told::Described(gender),
                None => Told::Named,
            };
            let better = turn.told == Told::Nothing || told == Told::Named && turn.told != Told::Named;
            if better {
                let fallback = Speaker { name: words.to_string(), entity: None, span: source };
                let speaker = attribution.speaker.clone().filter(|it| it.span == source).unwrap_or(fallback);
                turn.speaker = Some(speaker);
                turn.confidence = attribution.confidence.max(0.3);
                turn.rule = cue.rule;
                turn.told = told;
            }
        }
    }
    turns
}

/// The gender of a pronoun or plain description; none for a name.
fn described(words: &str) -> Option<Gender> {
    const WOMEN: &str =
        "she girl lady woman mother sister aunt wife queen daughter widow nurse hostess mamma";
    const MEN: &str =
        "he man gentleman boy father brother uncle husband king son fellow clergyman vicar host";
    let last = words.split_whitespace().next_back().unwrap_or("");
    let is = |list: &str| among_folded(list, last);
    if is(WOMEN) {
        Some(Gender::Woman)
    } else if is(MEN) {
        Some(Gender::Man)
    } else if among_folded("they it", words) {
        Some(Gender::Unknown)
    } else {
        None
    }
}

fn differ(a: &Option<Speaker>, b: &Option<Speaker>) -> bool {
    match (a, b) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(a), Some(b)) => !same(a, b),
    }
}

fn same(a: &Speaker, b: &Speaker) -> bool {
    match (a.entity, b.entity) {
        (Some(a), Some(b)) => a == b,
        _ => a.name == b.name,
    }
}

/// Who takes the last of `turns`, as far as the turns before and the words around it tell.
fn takes_turn(scene: &Scene, turns: &[Turn], gender: Gender) -> Option<(Speaker, f32, &'static str)> {
    let Scene { document, findings, entities, index, .. } = scene;
    let [before @ .., turn] = turns else { return None };
    let block = document.blocks[turn.block as usize].span;
    let quotes = &findings.quotes[turn.quotes.0..turn.quotes.1];
    let person = |entity: u32| entities[entity as usize].kind == EntityKind::Person;
    let fits = |entity: Option<u32>| entity.is_none_or(|it| scene.gender(it).fits(gender));
    let speaker = |span: Span, entity: u32| Speaker {
        name: entities[entity as usize].name.clone(),
        entity: Some(entity),
        span,
    };
    let quoted =
        |span: Span| quotes.iter().any(|it| it.kind != QuoteKind::Reported && it.span.contains(span));
    let last = before.last().filter(|it| turn.block - it.block <= APART);
    let other = |it: &Speaker| last.and_then(|last| last.speaker.as_ref()).is_none_or(|last| !same(last, it));

    // "“No.” Beaver looked at his watch.": who acts beside the words says them.
    if turn.told == Told::Nothing {
        let first_end = quotes.first().map_or(block.start, |it| it.span.end);
        let beside = Span { start: first_end, end: block.end };
        let acts = index.within(beside).iter().find(|it| !quoted(it.0));
        if let Some(&(place, entity, _)) = acts
            && person(entity)
            && place.start - first_end < 4
        {
            return Some((speaker(place, entity), 0.6, "beside_words"));
        }
        // "Gregory laughed. “No.”"
        let first = quotes.first().map_or(block.start, |it| it.span.start);
        if first > block.start {
            let acts = index.within(Span { start: block.start, end: first }).first();
            if let Some(&(place, entity, _)) = acts.filter(|it| person(it.1)) {
                return Some((speaker(place, entity), 0.5, "beside_words"));
            }
        }
    }
    let last_turn_near = last.is_some_and(|it| turn.block - it.block == 1);
    // Words between two turns: whoever acts there is likely to speak next.
    if !last_turn_near && turn.block > 0 {
        let between = document.blocks[turn.block as usize - 1].span;
        let told = index.within(between).iter().rev().map(|it| it.1).find(|&it| person(it) && fits(Some(it)));
        if (turn.told != Told::Nothing || last.is_none())
            && let Some(entity) = told
            && let Some(place) = index.within(between).iter().find(|it| it.1 == entity)
            && (turn.told != Told::Nothing || other(&speaker(place.0, entity)))
        {
            return Some((speaker(place.0, entity), 0.4, "between_turns"));
        }
    }
    // Two turns ago the same person spoke.
    let earlier = before
        .iter()
        .rev()
        .skip(usize::from(last.is_some()))
        .take(5)
        .filter(|it| turn.block - it.block <= 4 * APART);
    for it in earlier {
        if let Some(found) = it.speaker.as_ref()
            && other(found)
            && fits(found.entity)
            && (found.entity.is_some()
                || gender == Gender::Unknown
                || described(&found.name).is_some_and(|it| it.fits(gender)))
        {
            return Some((found.clone(), 0.5, "turn_before_last"));
        }
    }
    // Whoever the last speaker talked to: "“…, Mr. Syme,” she said."
    if let Some(last) = last {
        let span = document.blocks[last.block as usize].span;
        for &(place, entity, _) in index.within(span) {
            let it = speaker(place, entity);
            if person(entity) && other(&it) && fits(Some(entity)) {
                return Some((it, 0.4, "spoken_to"));
            }
        }
    }
    // Anybody who was there a moment ago.
    let floor = document.blocks[turn.block.saturating_sub(6) as usize].span.start;
    let recent = index.within(Span { start: floor, end: block.start });
    for &(place, entity, _) in recent.iter().rev().take(30) {
        let it = speaker(place, entity);
        if person(entity)
            && other(&it)
            && fits(Some(entity))
            && (turn.told != Told::Nothing || last.is_some())
        {
            return Some((it, 0.3, "near_by"));
        }
    }
    turn.speaker.clone().map(|it| (it, turn.confidence * 0.5, turn.rule))
}
