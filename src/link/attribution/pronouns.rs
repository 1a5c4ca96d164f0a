//! Pronouns that speak, in other languages than English, whose pronouns are guessed all over the text.
//!
//! "„Wir warten“, sagte sie" is whoever was named or spoke last, where that is one person alone: a sentence with two whom
//! the pronoun fits leaves it as it is. Only a name or a speaker counts, so that "er" after "der Verein" may be told wrong,
//! and is said to be a guess.

use super::{Scene, Speaker, word_before};
use crate::find::Findings;
use crate::find::mentions::EntityKind;
use crate::find::quotes::{QuoteKind, Third};
use crate::link::entities::{Gender, gender_of};
use crate::text::Span;

/// How far back a pronoun looks, in sentences.
const BACK: u32 = 1;

/// And in bytes, within a sentence: one that goes on for pages is none, and would be read again for each pronoun in it.
const REACH: u32 = 1000;

/// How sure, by sentences back.
const SURE: [f32; BACK as usize + 1] = [0.6, 0.7];

/// How sure it is that who spoke before goes on.
const SPOKE: f32 = 0.65;

/// Whom the pronoun at `span` means, or a verb that has no subject; `before` is who spoke last, hereabouts.
pub(super) fn whom(
    scene: &Scene,
    span: Span,
    third: Option<Third>,
    before: Option<&Speaker>,
) -> Option<(Speaker, f32)> {
    let Scene { document, findings, entities, index, words, .. } = scene;
    let gender = match third {
        Some(Third::He) => Gender::Man,
        Some(Third::She) => Gender::Woman,
        Some(Third::They) => return None,
        None => Gender::Unknown,
    };
    let fits = |it: &&Speaker| words.third(&it.name).is_none() && told(words.tag, "", &it.name).fits(gender);
    let before = before.filter(fits);
    let here = document.sentences.partition_point(|it| it.span.end <= span.start);
    for back in 0..=BACK {
        let sentence = document.sentences.get(here.checked_sub(back as usize)?)?;
        let end = sentence.span.end.min(span.start);
        let part = Span { start: sentence.span.start.max(end.saturating_sub(REACH)).min(end), end };
        let mut found: Option<Speaker> = before.filter(|it| part.contains(it.span)).cloned();
        for &(place, entity, _) in index.within(part) {
            let it = &entities[entity as usize];
            let before = word_before(document.text, place.start);
            if it.kind != EntityKind::Person
                || !part.contains(place)
                // "unter Karl Weber"
                || words.is_preposition(before)
                || is_quoted(findings, place)
                || !told(words.tag, before, &it.name).fits(gender)
            {
                continue;
            }
            match &found {
                Some(other) if other.entity == Some(entity) => {}
                Some(_) => return None,
                None => found = Some(Speaker { name: it.name.clone(), entity: Some(entity), span }),
            }
        }
        if let Some(speaker) = found {
            return Some((Speaker { span, ..speaker }, SURE[back as usize]));
        }
    }
    // « …, a-t-il ajouté » after some sentences of his.
    before.filter(|_| words.inserts()).map(|it| (Speaker { span, ..it.clone() }, SPOKE))
}

fn is_quoted(findings: &Findings, span: Span) -> bool {
    let quotes = &findings.quotes;
    let at = quotes.partition_point(|it| it.span.start <= span.start);
    quotes[..at].iter().rev().take(3).any(|it| it.kind != QuoteKind::Reported && it.span.contains(span))
}

/// What the word before a name tells, else the first name; in German only, for Jean and Andrea are women in one
/// language and men in another.
fn told(tag: &str, before: &str, name: &str) -> Gender {
    if tag != "de" {
        return Gender::Unknown;
    }
    let first = name.split_whitespace().next().unwrap_or("");
    match before {
        "Frau" => Gender::Woman,
        "Herr" => Gender::Man,
        _ if before.starts_with(char::is_uppercase) && before.ends_with("in") => Gender::Woman,
        _ if matches!(first, "Der" | "Ein" | "der" | "ein") => Gender::Man,
        _ if matches!(first, "Die" | "Eine" | "die" | "eine") => Gender::Woman,
        _ => gender_of("en", name),
    }
}
