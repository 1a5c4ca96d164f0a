//! Attribution: a quote, its cue and its speaker.
//!
//! The finder left the words that name a speaker at the quote's own place; here they become somebody: a name
//! stands for its entity, a pronoun or description for whom it was said of last, and a quote without a cue
//! goes on with the speaker before it. Where that is not clear, nobody is named.

mod dialogue;
mod pronouns;

use super::entities::{Entity, Gender, MentionIndex, NameIndex, genders};
use crate::find::Findings;
use crate::find::mentions::EntityKind;
use crate::find::quotes::{Cue, DASH_TURN, Quote, QuoteKind, Third, Words, is_dialogue};
use crate::lexicon::{among, among_folded};
use crate::read::Document;
use crate::text::Span;
use std::cell::OnceCell;

/// Who a quote is handed to, by which words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// The words that hand it over: "said", "according to".
    pub cue: Option<Span>,
    /// None where it is not clear.
    pub speaker: Option<Speaker>,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The rule that decided.
    pub rule: &'static str,
}

/// Who is quoted.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The entity's name, or the words that describe the speaker.
    pub name: String,
    /// Index of the entity.
    pub entity: Option<u32>,
    /// The words of the text that name the speaker here.
    pub span: Span,
}

/// A quote without a cue goes on with the speaker before it only when that quote is this near, in blocks.
const BLOCKS_ON: u32 = 2;

/// What speakers are looked for in.
struct Scene<'a> {
    document: &'a Document<'a>,
    findings: &'a Findings,
    entities: &'a [Entity],
    /// Of every entity; asked for in few articles, and then often.
    genders: OnceCell<Vec<Gender>>,
    index: MentionIndex,
    names: NameIndex,
    words: &'static Words,
}

/// Attributes every quote; the answer has one entry a quote, in order.
pub fn attribute(document: &Document, findings: &Findings, entities: &[Entity]) -> Vec<Attribution> {
    let scene = Scene {
        document,
        findings,
        entities,
        genders: OnceCell::new(),
        index: MentionIndex::new(entities),
        names: NameIndex::new(entities),
        words: Words::of(&document.language.tag),
    };
    let mut attributions: Vec<Attribution> = Vec::with_capacity(findings.quotes.len());
    // The last quote that stands in no other, and the last whose speaker is named there and then.
    let (mut last, mut last_named): (Option<usize>, Option<usize>) = (None, None);
    for (idx, quote) in findings.quotes.iter().enumerate() {
        let mut attribution = Attribution { rule: quote.rule, ..Attribution::default() };
        if let Some(cue) = quote.cue {
            attribution.cue = cue.span;
            let near = |it: Option<usize>, apart: u32| {
                let it = it.filter(|&it| quote.block - findings.quotes[it].block <= apart)?;
                attributions[it].speaker.as_ref()
            };
            let spoke = near(last, u32::from(scene.words.inserts()));
            if let Some((speaker, sure)) = scene.handed(quote, &cue, spoke, near(last_named, 1)) {
                if scene.words.third(speaker.span.of(document.text)).is_none() {
                    last_named = Some(idx);
                }
                attribution.rule = cue.rule;
                attribution.confidence = cue.confidence * sure;
                attribution.speaker = Some(speaker);
            }
        }
        if attribution.speaker.is_none()
            && quote.kind != QuoteKind::Reported
            && !quote.nested
            && quote.rule != DASH_TURN
            && let Some(before) = last
            && quote.block - findings.quotes[before].block <= BLOCKS_ON
            // “…,” it said: no person goes on.
            && !(quote.cue.is_some_and(|it| scene.is_thing(&it))
                && attributions[before].speaker.as_ref().is_some_and(|it| scene.is_person(it)))
        {
            let same_block = quote.block == findings.quotes[before].block;
            let before = &attributions[before];
            let sure = match (quote.continued, same_block) {
                (true, _) => 0.95,
                (_, true) => 0.8,
                _ => 0.5,
            };
            // A few words in another paragraph may be anybody's.
            if before.speaker.is_some() && (same_block || quote.kind == QuoteKind::Direct) {
                attribution.speaker = before.speaker.clone();
                attribution.rule = "same_speaker";
                attribution.confidence = before.confidence * sure;
            }
        }
        attributions.push(attribution);
        if !quote.nested {
            last = Some(idx);
        }
    }
    if is_dialogue(document, &findings.quotes) {
        dialogue::attribute(&scene, &mut attributions);
    }
    attributions
}

/// "Als er half, biss er und rief", "Den Unmut brachte sie zum Ausdruck": a verb or an object of German speaks not.
fn is_nobody(said: &str, cue: &Cue, text: &str, words: &Words) -> bool {
    let quoted = cue.rule == "according_to" || cue.span.is_some_and(|it| it.of(text).starts_with("zitier"));
    let object = !quoted && words.is("object", said.split(' ').next().unwrap_or(""));
    object || !said.contains(char::is_uppercase) && words.third(said).is_none()
}

impl Scene<'_> {
    fn gender(&self, entity: u32) -> Gender {
        self.genders.get_or_init(|| genders(self.document, self.entities))[entity as usize]
    }

    /// Whom the cue of a quote hands it to, and how sure that is; `spoke` is who spoke last hereabouts, `named` who was
    /// last named as he spoke.
    fn handed(
        &self,
        quote: &Quote,
        cue: &Cue,
        spoke: Option<&Speaker>,
        named: Option<&Speaker>,
    ) -> Option<(Speaker, f32)> {
        let (text, words) = (self.document.text, self.words);
        let pronoun = |it: Span| {
            // "sagten sie": many, whom no name stands for.
            let many = |verb: Span| words.verb_second && verb.of(text).ends_with("en");
            let third = words.third(it.of(text)).filter(|_| words.tag != "en");
            let third = third.filter(|_| !cue.span.is_some_and(many))?;
            pronouns::whom(self, it, Some(third), spoke)
        };
        let (speaker, sure) = match (cue.source, cue.span) {
            (Some(it), _) => pronoun(it).or_else(|| self.name(it)),
            // «Estamos listos», aseguró.
            (None, Some(verb)) if words.drops() => pronouns::whom(self, verb, None, spoke),
            _ => None,
        }?;
        if let Some(named) = named.filter(|it| self.goes_on(quote, &speaker, it)) {
            return Some((Speaker { span: speaker.span, ..named.clone() }, sure.min(0.7)));
        }
        if words.tag == "de" && speaker.entity.is_none() && is_nobody(speaker.span.of(text), cue, text, words)
        {
            return None;
        }
        // "Catch up with “Ground Game.”", "Figurent aussi des « profils »": a word that opens its sentence and is no name.
        let name = &speaker.name;
        if cue.rule == "sentence_subject"
            && speaker.entity.is_none()
            && !name.contains(' ')
            && words.third(name).is_none()
        {
            return None;
        }
        // Where no word of speech stands, only somebody who can speak is worth naming.
        let kind = speaker.entity.map(|it| self.entities[it as usize].kind);
        let speaks = matches!(kind, Some(EntityKind::Person | EntityKind::Organization));
        (cue.confidence >= 0.3 || speaks).then_some((speaker, sure))
    }

    fn is_thing(&self, cue: &Cue) -> bool {
        let it = cue.source.map_or("", |it| it.of(self.document.text));
        self.words.tag == "en" && it.eq_ignore_ascii_case("it")
    }

    fn is_person(&self, speaker: &Speaker) -> bool {
        speaker.entity.is_some_and(|it| self.entities[it as usize].kind == EntityKind::Person)
    }

    /// "Stovall said that Cruz would win. “He is smart,” he said.": in English whoever says "he" of somebody is another, and
    /// goes on where a name told him to speak just before.
    fn goes_on(&self, quote: &Quote, found: &Speaker, named: &Speaker) -> bool {
        const LOOKED_AT: usize = 30;
        let text = self.document.text;
        let pronoun = found.span.of(text);
        let gender = match self.words.third(pronoun) {
            Some(Third::He) => Gender::Man,
            Some(Third::She) => Gender::Woman,
            _ => return false,
        };
        let mut said = quote.span.of(text).split(|it: char| !it.is_alphanumeric()).take(LOOKED_AT);
        self.words.tag == "en"
            && quote.kind != QuoteKind::Reported
            && found.entity != named.entity
            && named.entity.is_some_and(|it| self.gender(it).fits(gender))
            && said.any(|it| it.eq_ignore_ascii_case(pronoun))
    }

    /// Who the words at `span` mean, and how sure that is; none for a pronoun that could mean anybody.
    fn name(&self, span: Span) -> Option<(Speaker, f32)> {
        let Scene { document, entities, index, names, words: classes, .. } = self;
        let text = document.text;
        let words = span.of(text);
        let head = head(words);
        let head_end = span.start + head.len() as u32;
        let speaker = |entity: u32| {
            let name = entities[entity as usize].name.clone();
            Speaker { name, entity: Some(entity), span }
        };
        if !matches!(classes.tag, "en" | "de") {
            // "le maire de Lyon [Paul Roux]", but not "le porte-parole de [Paul Roux]".
            let person = index.within(span).iter().find(|&&(place, entity, mention)| {
                let before = word_before(text, place.start);
                let it = &entities[entity as usize];
                it.kind == EntityKind::Person
                    && it.mentions[mention as usize].named
                    && span.contains(place)
                    && !classes.is_preposition(before)
            });
            if let Some(&(_, entity, _)) = person {
                return Some((speaker(entity), 1.0));
            }
        }
        for &(place, entity, mention) in index.within(span).iter().rev() {
            let it = entities[entity as usize].mentions[mention as usize];
            // "[Kellyanne Conway]" ends the head of "Trump campaign manager Kellyanne Conway"; "Trump" does not.
            // "der mexikanische [Präsident]": German writes nouns like names, an adjective tells them apart.
            let described = document.language.tag.starts_with("de")
                && text[span.start as usize..(place.start.max(span.start)) as usize]
                    .split_whitespace()
                    .next_back()
                    .is_some_and(|it| it.starts_with(char::is_lowercase) || classes.is_determiner(it))
                && place.of(text).chars().nth(1).is_some_and(char::is_lowercase)
                && !place.of(text).contains(' ');
            // "[James Kennedy Jr]." and "James Kennedy Jr."
            let ends = head_end == place.end
                || head.ends_with('.') && head_end == place.end + 1
                // "the [Centre for Disease Control]": a name is not cut at its "for".
                || place.start < head_end && head_end < place.end;
            // "Centers for Disease Control and [Prevention]": a name is not cut at its "and".
            if ends && (it.named || place.start == span.start) && !described {
                return Some((speaker(entity), if it.named { 1.0 } else { it.confidence }));
            }
        }
        if classes.is_pronoun(words) || words.eq_ignore_ascii_case("who") {
            // Nobody is clear: the pronoun itself is all that the text says.
            return classes
                .third(words)
                .is_some()
                .then(|| (Speaker { name: words.to_string(), entity: None, span }, 0.4));
        }
        if head.starts_with(char::is_uppercase)
            && let Some(entity) = names.find(head)
        {
            return Some((speaker(entity), 0.9));
        }
        // "the account of the editor who posted it, [deleted], showed": a verb names nobody.
        let verb = !head.contains(' ') && head.starts_with(char::is_lowercase) && head.ends_with("ed");
        (!verb || !document.language.tag.starts_with("en"))
            .then(|| (Speaker { name: head.to_string(), entity: None, span }, 0.9))
    }
}

/// The word in front of a place.
fn word_before(text: &str, at: u32) -> &str {
    const LONGEST: usize = 100;
    let at = at as usize;
    let mut from = at.saturating_sub(LONGEST);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text[from..at].split_whitespace().next_back().unwrap_or("")
}

/// What follows the head of a noun phrase opens with one of these.
const BEHIND_HEADS: &str = "of for from in at with on who von der des für aus";

/// The head of a noun phrase: what stands before its first comma or preposition. "94% of businesses" is one, and so are
/// "one of the officers", "a number of nurses"; "Van Der Beek" is whole.
fn head(words: &str) -> &str {
    const SHARES: &str = "all both dozens few group half handful hundreds majority many most none number one several some thousands three two";
    let mut end = words.len();
    let mut at = 0;
    for word in words.split_inclusive(' ') {
        let bare = word.trim_end();
        let begun = words[..at].trim_end();
        let share = among_folded(SHARES, begun.rsplit(' ').next().unwrap_or(""));
        // No "Der" of a name, but "OFFICIALS IN YORK".
        let capital = bare.starts_with(char::is_uppercase) && bare.contains(char::is_lowercase);
        let behind = !capital && among_folded(BEHIND_HEADS, bare);
        if behind && !share && begun.contains(char::is_alphabetic) {
            end = at;
            break;
        }
        at += word.len();
        if bare.ends_with(',') || bare.ends_with('(') {
            end = at;
            break;
        }
    }
    let head = words[..end].trim_end_matches([' ', ',', '(']);
    // "people [familiar] with the matter", "officials [briefed] on it", but "the accused"
    if let Some((noun, last)) = head.rsplit_once(' ')
        && (among("familiar close", last) || last.starts_with(char::is_lowercase) && last.ends_with("ed"))
        && noun.rsplit(' ').next().is_some_and(|it| it.len() > 3)
    {
        return noun;
    }
    if head.is_empty() { words } else { head }
}
