//! Guessed mentions: "he", "she", "the president", where the article leaves little doubt who is meant.
//!
//! A pronoun looks back over its own sentence and the three before it, within its section, never into or
//! out of a quotation: whoever speaks inside one means other people. Only people with a gender that fits are looked at;
//! of several, the likelier is the one who is near, whom a sentence opens with, who speaks, whom the text is about
//! ([`Recent::weight`]). The further ahead of the others, the surer.

use super::{Entity, EntityMention};
use crate::find::Findings;
use crate::find::mentions::{EntityKind, Mention};
use crate::find::quotes::QuoteKind;
use crate::index::{Map, of_word};
use crate::lexicon::{among, among_folded};
use crate::model::first_names::FirstName;
use crate::order;
use crate::read::Document;
use crate::read::tokens::{Token, TokenKind};
use crate::text::Span;

/// How far back a pronoun looks, in sentences: in news, the person of an older one has been named again.
const SENTENCES_BACK: u32 = 3;

/// The people that a sentence can have; later ones in a list of names are not looked at.
const MAX_RECENT: usize = 12;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::link) enum Gender {
    Woman,
    Man,
    Unknown,
}

impl Gender {
    pub(in crate::link) fn fits(self, other: Gender) -> bool {
        self == other || self == Gender::Unknown || other == Gender::Unknown
    }
}

/// A person whom a pronoun could mean.
#[derive(Clone, Copy)]
struct Recent {
    entity: u32,
    sentence: u32,
    /// What speaks for this mention wherever the pronoun stands.
    weight: i32,
    /// Words are given to this person here: "Hemsley said".
    speaks: bool,
}

// Weights of a candidate, set by hand near the best of a search over two collections of articles with pronouns labelled: a
// sentence apart costs as much as is gained by being the first whom a sentence names.

/// By sentences back: the one before is as good as the pronoun's own, two or three back are for want of another.
const BACK: [i32; SENTENCES_BACK as usize + 1] = [0, -7, -40, -50];
/// Subjects stand early.
const FIRST: i32 = 8;
/// "Obama's adviser", "a Sanders supporter": somebody else is spoken of.
const MODIFIER: i32 = -8;
/// "placed under the care of Dr. Bailey, he …"
const BEHIND_PREPOSITION: i32 = -6;
/// Names and titles tell the gender.
const TOLD: i32 = 6;
/// "Hemsley said … “…,” he said": who spoke goes on to speak.
const SPEAKS: i32 = 5;
const SPEAKS_ON: i32 = 10;
/// Each mention before tells whom the text is about, up to so many.
const MAX_MENTIONS: u32 = 8;

/// Adds guessed mentions to the people among `entities`.
pub(super) fn add(document: &Document, findings: &Findings, entities: &mut [Entity]) {
    if document.lexicon.tag != "en" || !entities.iter().any(|it| it.kind == EntityKind::Person) {
        return;
    }
    let text = document.text;
    let named = named(entities);
    let (mut genders, titles) = known_of_people(document, &findings.mentions, entities, &named);

    let mut sources: Vec<Span> = findings.quotes.iter().filter_map(|it| it.cue?.source).collect();
    order::sort(&mut sources);
    let speaks = |span: Span| {
        let n_before = sources.partition_point(|it| it.start <= span.start);
        n_before > 0 && sources[n_before - 1].contains(span)
    };
    let mut n_mentions: Vec<u32> = vec![0; entities.len()];
    let mut guesses: Vec<(u32, EntityMention)> = Vec::new();
    let mut recent: Vec<Recent> = Vec::new();
    let mut named = named.iter().peekable();
    let mut quotes = findings.quotes.iter().filter(|it| it.kind != QuoteKind::Reported).peekable();
    let mut section = None;
    for (idx, token) in document.tokens.iter().enumerate() {
        let sentence = token.sentence;
        if idx == 0 || document.tokens[idx - 1].sentence != sentence {
            let block = document.sentences.get(sentence as usize).map_or(0, |it| it.block as usize);
            let here = document.blocks.get(block).map(|it| (it.section, it.role.is_body()));
            if here != section {
                recent.clear();
                section = here;
            }
            recent.retain(|it| it.sentence + SENTENCES_BACK >= sentence);
        }
        while quotes.peek().is_some_and(|it| it.span.end <= token.span.start) {
            quotes.next();
        }
        let quoted = quotes.peek().is_some_and(|it| it.span.contains(token.span));
        while named.peek().is_some_and(|it| it.0.end <= token.span.start) {
            named.next();
        }
        if let Some(&&(span, entity)) = named.peek()
            && span.contains(token.span)
        {
            if span.end == token.span.end && recent.len() < 4 * MAX_RECENT && !quoted {
                let first = !recent.iter().any(|it| it.sentence == sentence);
                let weight = if first { FIRST } else { 0 } + place_weight(document, span, idx);
                n_mentions[entity as usize] += 1;
                recent.push(Recent { entity, sentence, weight, speaks: speaks(span) });
            }
            continue;
        }
        if token.kind != TokenKind::Word || quoted || section.is_some_and(|it| !it.1) {
            continue;
        }
        let word = token.span.of(text);
        let found = if let Some(gender) = pronoun(word) {
            let weigh = |it: &Recent| {
                let told = if genders[it.entity as usize] == gender { TOLD } else { 0 };
                let speech = match (it.speaks, speaks(token.span)) {
                    (true, true) => SPEAKS_ON,
                    (true, false) => SPEAKS,
                    _ => 0,
                };
                let n_mentions = n_mentions[it.entity as usize].min(MAX_MENTIONS) as i32;
                it.weight + BACK[(sentence - it.sentence) as usize] + told + speech + n_mentions
            };
            let fitting = recent.iter().filter(|it| genders[it.entity as usize].fits(gender));
            let found = whom(fitting.map(|it| (it.entity, weigh(it))));
            // Whom a first "he" means no later "she" can mean: "Eastman said he … A spokeswoman said she …".
            if let Some((entity, confidence)) = found
                && confidence > 0.7
            {
                genders[entity as usize] = gender;
            }
            found.map(|it| (token.span, it))
        } else {
            described(document, idx, &titles).map(|(span, entity)| (span, (entity, 0.6)))
        };
        if let Some((span, (entity, confidence))) = found {
            guesses.push((entity, EntityMention { span, named: false, confidence }));
            n_mentions[entity as usize] += 1;
            if recent.len() < 4 * MAX_RECENT {
                let weight = if recent.iter().any(|it| it.sentence == sentence) { 0 } else { FIRST };
                recent.push(Recent { entity, sentence, weight, speaks: speaks(span) });
            }
        }
    }
    for (entity, mention) in guesses {
        entities[entity as usize].mentions.push(mention);
    }
    for entity in entities {
        order::by_key(&mut entity.mentions, |it| it.span);
    }
}

/// The gender of every entity, as far as names and titles tell.
pub(in crate::link) fn genders(document: &Document, entities: &[Entity]) -> Vec<Gender> {
    // Who has which title is not asked.
    known_of_people(document, &[], entities, &named(entities)).0
}

/// Where people are named, in order, and who.
fn named(entities: &[Entity]) -> Vec<(Span, u32)> {
    let mut named: Vec<(Span, u32)> = Vec::new();
    for (idx, entity) in entities.iter().enumerate().filter(|it| it.1.kind == EntityKind::Person) {
        named.extend(entity.mentions.iter().filter(|it| it.named).map(|it| (it.span, idx as u32)));
    }
    order::sort(&mut named);
    named
}

fn pronoun(word: &str) -> Option<Gender> {
    const MAN: &str = "he him his himself";
    const WOMAN: &str = "she her hers herself";
    let is = |list: &str| among_folded(list, word);
    // Every word is asked: most begin with another letter.
    if word.len() > 7 || !matches!(word.as_bytes().first(), Some(b'h' | b'H' | b's' | b'S')) {
        None
    } else if is(MAN) {
        Some(Gender::Man)
    } else if is(WOMAN) {
        Some(Gender::Woman)
    } else {
        None
    }
}

/// What the words around a name tell of how likely a pronoun means it. The name ends at the token `last`.
fn place_weight(document: &Document, span: Span, last: usize) -> i32 {
    let text = document.text;
    let sentence = document.tokens[last].sentence;
    let before = document.tokens[..last].iter().rev().take_while(|it| it.sentence == sentence);
    let mut before =
        before.skip_while(|it| it.span.start >= span.start).map(|it| it.span.of(text)).peekable();
    let owned = |it: &&str| ["the", "a", "an", "his", "her", "its", "their"].contains(it);
    if document.tokens.get(last + 1).is_some_and(|it| it.kind == TokenKind::Clitic)
        || before.peek().is_some_and(owned)
    {
        return MODIFIER;
    }
    let word = before.take(3).find(|it| *it != "." && !document.lexicon.titles.contains(it));
    if word.is_some_and(|it| among(PREPOSITIONS, it)) { BEHIND_PREPOSITION } else { 0 }
}

const PREPOSITIONS: &str = "of by with to from for in on at about against under like between after before than as over \
    without";

/// Whom a pronoun means, of people with their weights, and how sure that is.
fn whom(weighed: impl Iterator<Item = (u32, i32)>) -> Option<(u32, f32)> {
    let mut best: Option<(u32, i32)> = None;
    let mut rival: Option<i32> = None;
    for (entity, weight) in weighed {
        match best {
            Some((before, most)) if before == entity => best = Some((entity, most.max(weight))),
            Some((_, most)) if weight > most => {
                rival = Some(most);
                best = Some((entity, weight));
            }
            None => best = Some((entity, weight)),
            _ => rival = rival.max(Some(weight)),
        }
    }
    let (entity, most) = best?;
    // As often as the guess was right on articles with pronouns labelled.
    let confidence = match rival.map(|it| most - it) {
        None | Some(20..) => 0.84,
        Some(10..) => 0.79,
        Some(5..) => 0.71,
        _ => 0.66,
    };
    Some((entity, confidence))
}

/// What the names and titles tell of people: their gender; and who bears which title, with the word before it
/// ("Ukrainian" of "Ukrainian President Volodymyr Zelensky").
type Titles<'t> = Map<Vec<Bearer<'t>>>;

type Bearer<'t> = (u32, Option<&'t str>);

fn known_of_people<'t>(
    document: &Document<'t>,
    found: &[Mention],
    entities: &[Entity],
    named: &[(Span, u32)],
) -> (Vec<Gender>, Titles<'t>) {
    let text = document.text;
    let mut genders: Vec<Gender> =
        entities.iter().map(|it| gender_of(document.lexicon.tag, &it.name)).collect();
    let mut titles: Titles = Map::new();
    let is_place = |span: Span| {
        let at = found.partition_point(|it| it.span.end <= span.start);
        found.get(at).is_some_and(|it| it.kind == EntityKind::Place && it.span.contains(span))
    };
    let mut at = 0;
    for &(span, entity) in named {
        at += document.tokens[at..].iter().take_while(|it| it.span.start < span.start).count();
        let before = |n: usize| {
            let token = at.checked_sub(n).and_then(|it| document.tokens.get(it))?;
            (document.tokens.get(at)?.sentence == token.sentence).then_some(token.span)
        };
        let (title, modifier) = match before(1) {
            Some(stop) if stop.of(text) == "." => (before(2), before(3)),
            title => (title, before(2)),
        };
        let title = title.map(|it| it.of(text)).filter(|it| document.lexicon.titles.contains(it));
        let Some(title) = title else { continue };
        let title = title.to_lowercase();
        genders[entity as usize] = match title.trim_end_matches('.') {
            // "Mr. and Mrs. Smith" tells of neither.
            _ if modifier.is_some_and(|it| it.of(text) == "and") => genders[entity as usize],
            "mr" | "sir" | "king" | "prince" | "lord" | "father" | "chairman" | "spokesman" => Gender::Man,
            "mrs" | "ms" | "miss" | "lady" | "queen" | "princess" | "dame" | "sister" | "spokeswoman" => {
                Gender::Woman
            }
            _ => genders[entity as usize],
        };
        let modifier = modifier
            .filter(|&it| document.lexicon.nationalities.contains(it.of(text)) || is_place(it))
            .map(|it| it.of(text));
        if let Some(bearers) = titles.put(of_word(&title), vec![(entity, modifier)])
            && bearers.len() < MAX_RECENT
            && !bearers.contains(&(entity, modifier))
        {
            bearers.push((entity, modifier));
        }
    }
    (genders, titles)
}

/// The gender that the first of a person's names tells, by the list of a language.
pub(in crate::link) fn gender_of(tag: &str, name: &str) -> Gender {
    let first = name.split_whitespace().next().unwrap_or("");
    match FirstName::of(tag, first) {
        FirstName { women: true, men: false } => Gender::Woman,
        FirstName { women: false, men: true } => Gender::Man,
        _ => Gender::Unknown,
    }
}

/// "the president", "the Ukrainian president": the title at `idx`, if it is one and one person alone bears it so.
fn described(document: &Document, idx: usize, titles: &Titles) -> Option<(Span, u32)> {
    let text = document.text;
    let token = &document.tokens[idx];
    let before = |n: usize| {
        idx.checked_sub(n).map(|it| &document.tokens[it]).filter(|it| it.sentence == token.sentence)
    };
    let is_the = |it: &Token| it.span.len() == 3 && it.span.of(text).eq_ignore_ascii_case("the");
    // Few words have one before them.
    let (first, modifier) = match (before(1)?, before(2)) {
        (the, _) if is_the(the) => (the, None),
        (word, Some(the)) if is_the(the) => (the, Some(word.span.of(text))),
        _ => return None,
    };
    let word = token.span.of(text);
    if !word.starts_with(char::is_lowercase) || !document.lexicon.titles.contains(word) {
        return None;
    }
    let bearers = titles.get(of_word(word))?;
    // "the president of the bank", "the president's": the first is somebody else, the second is not.
    let after = document.tokens.get(idx + 1).map(|it| it.span.of(text));
    if matches!(after, Some("of" | "-")) || after.is_some_and(|it| it.starts_with(char::is_uppercase)) {
        return None;
    }
    let only = |fits: &dyn Fn(&Bearer) -> bool| {
        let mut fitting = bearers.iter().filter(|it| fits(it)).map(|it| it.0);
        let entity = fitting.next()?;
        fitting.all(|it| it == entity).then_some(entity)
    };
    let foreign = |entity: u32| bearers.iter().any(|it| it.0 == entity && it.1.is_some());
    let entity = match modifier {
        Some(modifier) => only(&|it| it.1 == Some(modifier))?,
        // One bearer is meant; of several, the one who never needs a country: with Trump, Putin and Zelensky
        // in one story, "the president imposed sanctions" is about Trump, for Putin is "Russian President
        // Putin" at least once.
        None => only(&|_| true).or_else(|| only(&|it| !foreign(it.0)))?,
    };
    Some((Span::new(first.span.start as usize, token.span.end as usize), entity))
}
