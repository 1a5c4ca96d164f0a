//! Subjects: whose words a verb of speech hands over, where they do not stand right beside it.
//!
//! A verb may lean on a clause before it ("…, adding"), quote somebody ("quoted a witness as saying"), stand second, as in
//! German, or have nothing but the head of its sentence.

use super::clause::{self, Item};
use super::cue::is_verb;
use super::words::{Class, Words};
use crate::lexicon::among_folded;

/// The subject of a verb: right before it, or that of the clause it leans on ("…, adding").
pub fn subject(text: &str, items: &[Item], verb: usize, words: &Words) -> Option<(usize, usize)> {
    let low = clause::sentence_start(items, verb);
    if words.verb_second {
        return verb_second(text, items, low, verb, words);
    }
    // "Es una ventaja, comentó [el alcalde]."
    if words.inserts()
        && verb > low
        && items[verb - 1].class == Class::Comma
        && let Some(found) = clause::after_phrases(text, items, verb + 1)
    {
        return Some(found);
    }
    // "quoted [a witness] as saying"
    if verb > 1 && items[verb - 1].span.of(text) == "as" {
        let quoted = (low..verb - 1)
            .rev()
            .take(12)
            .find(|&it| matches!(items[it].span.of(text), "quoted" | "quotes" | "cited" | "quoting"));
        if let Some(quoted) = quoted
            && let Some(found) = clause::after(&items[..verb - 1], quoted + 1)
        {
            return Some(found);
        }
    }
    // "Residents were told that": whoever told them.
    let is = |it: usize, list: &str| among_folded(list, items[it].span.of(text));
    if words.tag == "en" && !items[verb].span.of(text).ends_with("ing") {
        let n_adverbs = items[low..verb].iter().rev().take_while(|it| it.class == Class::Adverb).count();
        let before = verb - n_adverbs;
        if before > low && is(before - 1, "was were been being be is are") {
            let by = items.get(verb + 1).is_some_and(|it| it.span.of(text) == "by");
            return if by { clause::after(items, verb + 2) } else { None };
        }
    }
    let mut at = verb;
    for _ in 0..4 {
        if !leans(text, items, low, at)
            && let Some(found) = clause::before(items, low, at)
        {
            // "Demonstrators said they want “justice”": who says and who wants are the same. "She asked for [compassion] in a
            // letter posted on Tuesday, saying": what a verb governs is not who speaks.
            let chained = items[found.0].class == Class::Pronoun
                && found.0 > low
                && (items[found.0 - 1].class == Class::Verb
                    || items[found.0 - 1].class == Class::Subordinator
                        && items[found.0].span.of(text) != "who");
            let earlier = (low..found.0)
                .rev()
                .take(10)
                .find(|&it| items[it].class == Class::Verb && is_verb(text, items, it));
            match earlier
                .filter(|_| chained)
                .or_else(|| governing(text, items, low, found.0).filter(|_| at < verb))
            {
                Some(earlier) => at = earlier,
                None => return Some(found),
            }
            continue;
        }
        let spoken = |it: &usize| items[*it].class == Class::Verb && is_verb(text, items, *it);
        let Some(earlier) = (low..at).rev().find(spoken) else { break };
        // "…," said Trump, adding: an inverted clause carries its subject behind.
        let inverted = matches!(
            items[..earlier],
            [.., Item { class: Class::Quotation, .. }]
                | [.., Item { class: Class::Quotation, .. }, Item { class: Class::Comma, .. }]
        );
        if inverted && let Some(found) = clause::after(&items[..at], earlier + 1) {
            return Some(found);
        }
        at = earlier;
    }
    opening_subject(text, items, low, at, words)
}

/// The verb of speech whose object the words at `start` are, with or without a preposition.
fn governing(text: &str, items: &[Item], low: usize, start: usize) -> Option<usize> {
    let mut before = start.checked_sub(1)?;
    if items[before].class == Class::Preposition {
        before = before.checked_sub(1)?;
    }
    (before > low && items[before].class == Class::Verb && is_verb(text, items, before)).then_some(before)
}

/// The subject of a verb in a language whose finite verb stands second: before it, or right behind it when
/// something else opens the sentence. "[Der Direktor] hat anlässlich der Eröffnung erklärt", "Nach einem Besuch
/// sprach [der Präsident]", "bezeichnete [er] als".
fn verb_second(text: &str, items: &[Item], low: usize, verb: usize, words: &Words) -> Option<(usize, usize)> {
    let behind = |at: usize| {
        let mut at = at + 1;
        while items.get(at).is_some_and(|it| it.class == Class::Adverb) {
            at += 1;
        }
        clause::after(items, at)
    };
    // "Die Frankfurter Rundschau zitiert [einen Augenzeugen] mit den Worten"
    let word = items[verb].span.of(text);
    let passive =
        (low..verb).any(|it| matches!(items[it].span.of(text), "wird" | "wurde" | "werden" | "wurden"));
    let so = items[verb].class == Class::Near && verb > 0 && items[verb - 1].class == Class::Comma;
    if word.starts_with("zitier") && !passive || so {
        return behind(verb);
    }
    // The clause begins after the last comma before the verb, unless that comma closes an apposition.
    let finite = (low..verb)
        .find(|&it| items[it].class == Class::Auxiliary)
        .filter(|_| word.starts_with("ge") || word.ends_with('t'));
    let finite = finite.unwrap_or(verb);
    // "Medvedev bedankte sich und sagte"
    if finite > low && items[finite - 1].class == Class::Conjunction {
        return opening_subject(text, items, low, finite, words);
    }
    if let Some((start, end)) = behind(finite)
        && items[start].class == Class::Pronoun
    {
        return Some((start, end));
    }
    let wall = (low..finite).rev().find(|&it| items[it].class.is_wall()).map_or(low, |it| it + 1);
    let opens = items.get(wall)?.class;
    // "Der „Bild“-Zeitung sagte Roth"
    let from = if wall - low <= 3 { low } else { wall };
    // "Auch die Ministerin sagte": an adverb before a noun opens the subject.
    let noun = items.get(wall + 1).is_some_and(|it| {
        matches!(it.class, Class::Determiner | Class::Quantifier | Class::Title | Class::Name)
    });
    let fronted = matches!(
        opens,
        Class::Preposition | Class::Time | Class::Subordinator | Class::After | Class::Number | Class::Comma
    ) || opens == Class::Adverb && !noun
        || is_object(text, &items[from..finite], words);
    if fronted || wall == finite {
        return behind(finite).or_else(|| clause::before(items, low, finite));
    }
    clause::before(items, wall, finite).or_else(|| behind(finite))
}

/// True for whom or what something is said to, or of: "Dem Magazin sagte Roth", "Der Zeitung sagte sie". A noun in "-ung"
/// is a woman's word, and "der" before an adjective in "-en" is none of a subject.
fn is_object(text: &str, items: &[Item], words: &Words) -> bool {
    let [article, next, ..] = items else { return false };
    let adjective = next.span.of(text);
    words.is("object", article.span.of(text))
        || words.is("object_if", article.span.of(text))
            && (items.len() > 1 && words.ends("feminine", items[items.len() - 1].span.of(text))
                || words.ends("feminine", adjective)
                || adjective.starts_with(char::is_lowercase) && adjective.ends_with("en"))
}

/// True for a verb that borrows its subject: "and suggested", ", adding", "to say", "as saying".
fn leans(text: &str, items: &[Item], low: usize, verb: usize) -> bool {
    let mut before = verb;
    let mut auxiliary = false;
    while before > low && matches!(items[before - 1].class, Class::Adverb | Class::Auxiliary | Class::Time) {
        before -= 1;
        auxiliary |= items[before].class == Class::Auxiliary;
    }
    if before == low {
        return true;
    }
    // "footage of Trump saying" has its own subject; ", saying" borrows one.
    let gerund =
        !auxiliary && items[before - 1].class != Class::Name && items[verb].span.of(text).ends_with("ing");
    gerund
        || matches!(
            items[before - 1].class,
            Class::Conjunction | Class::Preposition | Class::Subordinator | Class::Quotation
        )
}

/// What tells how long before or after something was.
const LENGTHS: &str = "days decades hours minutes moments months seconds shortly soon weeks years";

/// The subject at the head of a sentence: its first name, pronoun or noun phrase before any verb.
pub fn opening_subject(
    text: &str,
    items: &[Item],
    low: usize,
    end: usize,
    words: &Words,
) -> Option<(usize, usize)> {
    let mut start = low;
    // "In Ohio, Trump": a phrase before the first comma is skipped when it opens with a preposition.
    let opens = items.get(start)?.class;
    if matches!(opens, Class::Preposition | Class::Subordinator | Class::Adverb | Class::Conjunction) {
        match items[low..end].iter().take(16).position(|it| it.class == Class::Comma) {
            Some(comma) if opens != Class::Conjunction => start = low + comma + 1,
            // "In a post at the time [she] called him": no comma, so before the verb.
            _ if opens == Class::Preposition
                && let Some(verb) = (low + 1..end).find(|&it| is_verb(text, items, it))
                && let Some(found) = clause::before(items, low + 1, verb)
                && items[found.0].class == Class::Pronoun =>
            {
                return Some(found);
            }
            _ => start += 1,
        }
    } else if let Some(before) =
        (low + 1..end.min(low + 4)).find(|&it| among_folded("after before", items[it].span.of(text)))
        && among_folded(LENGTHS, items[before - 1].span.of(text))
        && let Some(comma) = items[before..end].iter().take(20).position(|it| it.class == Class::Comma)
    {
        // "Hours before the vote, [Trump] expressed doubts, saying"
        start = before + comma + 1;
    } else if let Some(comma) = items[low..end].iter().take(5).position(|it| it.class == Class::Comma)
        && comma > 0
        && items[low + comma - 1].class == Class::Time
    {
        // "Hours later, Trump"
        start = low + comma + 1;
    }
    let skipped = |it: Class| {
        matches!(it, Class::Quotation | Class::Comma | Class::Adverb | Class::Time | Class::Conjunction)
    };
    while start < end && skipped(items[start].class) {
        start += 1;
    }
    // "Hier sparte [der Bürgermeister] nicht mit Kritik", "Als er half, biss [der Mann] und rief": the verb stands first.
    if start > low
        && items.get(start)?.class == Class::Word
        && items[start].span.of(text).starts_with(char::is_lowercase)
        && items
            .get(start + 1)
            .is_some_and(|it| matches!(it.class, Class::Determiner | Class::Quantifier | Class::Pronoun))
    {
        start += 1;
    }
    let first = items.get(start)?.class;
    if first == Class::Pronoun && start < end {
        return Some((start, start + 1));
    }
    let mut stop = start;
    while stop < end && stop - start < 12 {
        let last = items[start..stop].last().map(|it| it.class);
        match items[stop].class {
            Class::Name | Class::Title | Class::Particle | Class::Number | Class::Clitic | Class::Joint => {}
            Class::Determiner | Class::Quantifier if matches!(last, None | Some(Class::Preposition)) => {}
            // The first plain word after a name is the verb, and so is "the senator [promised]"; not "Leeds coach Jane Doe".
            Class::Word if last == Some(Class::Name) => {
                let next = items.get(stop + 1).is_some_and(|it| it.class == Class::Name);
                if !next || words.tag != "en" || items[stop].span.of(text).ends_with(['d', 'g', 's']) {
                    break;
                }
            }
            Class::Word => {
                let word = items[stop].span.of(text);
                if matches!(last, Some(Class::Word)) && (word.ends_with("ed") || word.ends_with("ing")) {
                    break;
                }
            }
            // "A handwritten message"
            Class::Saying if matches!(last, Some(Class::Word | Class::Determiner)) => {}
            // "A spokesman for the mayor"
            Class::Preposition if last == Some(Class::Word) => {}
            _ => break,
        }
        stop += 1;
    }
    while stop > start
        && matches!(
            items[stop - 1].class,
            Class::Preposition | Class::Determiner | Class::Quantifier | Class::Joint
        )
    {
        stop -= 1;
    }
    (stop > start).then_some((start, stop))
}
