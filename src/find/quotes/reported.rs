//! Reported speech: "officials said that …", "…, officials said", "according to officials, …".
//!
//! In go the items of a block and its quotes so far, out come the content clauses as [`QuoteKind::Reported`],
//! without the words that hand them over. One clause a sentence, the outermost: of "he said that she said
//! that" the first counts. A clause that is nothing but a quotation is left to the quotation; a clause may
//! hold partial quotations, never direct ones.
//!
//! Only verbs of speech proper count here: who describes or praises reports no clause.

use super::clause::{self, Item};
use super::cue::{self, Cue};
use super::subject::subject;
use super::words::{Class, Words};
use super::{Quote, QuoteKind};
use crate::lexicon::{among, among_folded};
use crate::text::Span;

/// A clause shorter than this says nothing: "he said so".
const MIN_WORDS: usize = 3;
/// A clause's subject alone is shorter than this.
const SUBJECT: usize = 8;
/// Words that may stand between the verb and its clause: "told reporters on Monday that".
const MAX_BETWEEN: usize = 9;

/// Finds the reported speech of a block and adds it to `quotes`.
pub fn find(text: &str, items: &[Item], block: u32, words: &Words, quotes: &mut Vec<Quote>) {
    let from = quotes.len();
    let mut start = 0;
    while start < items.len() {
        let end = start + items[start..].iter().take_while(|it| it.class != Class::Stop).count();
        // "– Leeds won the cup, said Ann." in a list
        start += items[start..end].iter().take_while(|it| it.class == Class::Break).count();
        if end > start + MIN_WORDS
            && let Some((mut content, cue)) = sentence(text, items, start, end, words)
        {
            // "He said that, once you hear it, you know."
            content.0 += items[content.0..content.1].iter().take_while(|it| it.class == Class::Comma).count();
            let held = &items[content.0..content.1];
            if worth(text, held) {
                let span = Span { start: held[0].span.start, end: held[held.len() - 1].span.end };
                let rule = cue.rule;
                quotes.push(Quote {
                    span,
                    kind: QuoteKind::Reported,
                    cue: Some(cue),
                    block,
                    continued: false,
                    nested: false,
                    rule,
                });
            }
        }
        start = end + 1;
    }
    debug_assert!(from <= quotes.len());
}

/// True for a clause of some words of its own that holds no whole quotation.
fn worth(text: &str, held: &[Item]) -> bool {
    let (Some(first), Some(last)) = (held.first(), held.last()) else { return false };
    let n_words =
        held.iter().filter(|it| !matches!(it.class, Class::Comma | Class::Break | Class::Quotation)).count();
    let quoted: usize = held.iter().filter(|it| it.class == Class::Quotation).map(|it| it.span.len()).sum();
    let length = last.span.end - first.span.start;
    let direct = held.iter().any(|it| {
        it.class == Class::Quotation
            && clause::inner(it.span.of(text)).chars().next().is_some_and(char::is_uppercase)
            && it.span.of(text).split_whitespace().count() > 3
    });
    n_words >= MIN_WORDS && quoted * 4 < length as usize * 3 && !direct
}

type Clause = ((usize, usize), Cue);

/// The content clause of one sentence and its cue.
fn sentence(text: &str, items: &[Item], start: usize, end: usize, words: &Words) -> Option<Clause> {
    according(text, items, start, end, words)
        .or_else(|| as_told(text, items, start, end, words))
        .or_else(|| inserted(text, items, start, end, words))
        .or_else(|| leading(text, items, start, end, words))
        .or_else(|| trailing(text, items, start, end, words))
}

/// `Officials said that the talks went well.` `Die Polizei sagte, dass …` `He said he would go.`
fn leading(text: &str, items: &[Item], start: usize, end: usize, words: &Words) -> Option<Clause> {
    for verb in start + 1..end {
        if items[verb].class == Class::Quotation {
            return None;
        }
        if !(matches!(items[verb].class, Class::Verb | Class::Ambiguous) && cue::is_verb(text, items, verb)) {
            continue;
        }
        // "Part of the problem, say experts, is the ground itself": nothing but an aside.
        let comma = |it: usize| items.get(it).is_some_and(|it| it.class == Class::Comma);
        if comma(verb - 1) && clause::after(&items[..end], verb + 1).is_some_and(|it| comma(it.1)) {
            continue;
        }
        if !hands_over(text, items, verb, words) {
            continue;
        }
        let Some(content) = content_start(text, items, verb, end, words) else { continue };
        let source = subject(text, items, verb, words)?;
        // "It is estimated that", "it's worth noting that": nobody.
        let next = &items[source.1];
        let is = next.class == Class::Clitic || among_folded("is was has should must", next.span.of(text));
        let is = is || items[verb].span.of(text).ends_with("ing");
        if is && words.tag == "en" && items[source.0].span.of(text).eq_ignore_ascii_case("it") {
            return None;
        }
        // "Lastly, think about whether it fits": nobody.
        if source == (start, start + 1) && source.1 + 1 == verb && items[source.1].class == Class::Comma {
            return None;
        }
        // "I think that it works": whoever writes reports nobody's words.
        if words.is("self", items[source.0].span.of(text)) {
            return None;
        }
        // "the gap between what Trump says his plan would do": the clause has a hole.
        if source.0 > start
            && among_folded("what how which whom", items[source.0.saturating_sub(1)].span.of(text))
        {
            return None;
        }
        let span = Span { start: items[source.0].span.start, end: items[source.1 - 1].span.end };
        // "em 1940 reconheceu que": who, the words before told.
        let is_year = span.len() == 4 && span.of(text).bytes().all(|it| it.is_ascii_digit());
        let source = Some(span).filter(|_| !is_year);
        let cue = Cue { span: Some(items[verb].span), source, rule: "verb_clause", confidence: 0.8 };
        let mut end = (content..end).find(|&it| goes_on(text, items, it)).unwrap_or(end);
        while end > content && matches!(items[end - 1].class, Class::Comma | Class::Colon | Class::Break) {
            end -= 1;
        }
        return (end > content).then_some(((content, end), cue));
    }
    None
}

/// False, in English, for what is no finite verb with somebody before it: "the story that you try to tell", "this may help explain", "a line of
/// thought that", "an add-on that". "Went on to say" is one.
fn hands_over(text: &str, items: &[Item], verb: usize, words: &Words) -> bool {
    if words.tag != "en" {
        return true;
    }
    let is = |at: usize, list: &str| among_folded(list, items[at].span.of(text));
    let n_adverbs = items[..verb].iter().rev().take_while(|it| it.class == Class::Adverb).count();
    let before = verb - 1 - n_adverbs.min(verb - 1);
    let infinitive = is(before, "to") && !(before > 0 && is(before - 1, "on continued continues"));
    let noun = items[before].class == Class::Preposition && !is(before, "to")
        || items.get(verb + 1).is_some_and(|it| it.class == Class::Joint)
        || is(verb, "reasons");
    // "helps explain", "helps clients tell"
    let helped =
        (before.max(1) - 1..=before).any(|it| is(it, "help helps helped helping let lets make makes"));
    !(infinitive || noun || helped)
}

/// The same for a verb behind its clause: no "…, this work will continue", "…, several limits have been noted".
fn finite(text: &str, items: &[Item], verb: usize, words: &Words) -> bool {
    const BEFORE: &str = "will would can could may might must should being been be was were is are";
    let is = |at: usize, list: &str| among_folded(list, items[at].span.of(text));
    hands_over(text, items, verb, words)
        && (words.tag != "en" || !is(verb - 1, BEFORE) && !is(verb, "continue continues"))
}

/// `As the mayor said on Monday, the bridge will be closed.`
fn as_told(text: &str, items: &[Item], start: usize, end: usize, words: &Words) -> Option<Clause> {
    if words.tag != "en" || !items[start].span.of(text).eq_ignore_ascii_case("as") {
        return None;
    }
    let comma = (start..end).take(24).find(|&it| items[it].class == Class::Comma)?;
    // No "as the talks resumed", no "as long as it lasts".
    let says = |it: &usize| {
        let word = items[*it].span.of(text);
        items[*it].class == Class::Verb
            && (words.is("bare", word)
                || among_folded("announced reported revealed wrote writes reports notes", word))
    };
    let verb = (start + 2..comma).find(says)?;
    // "As Lee told the council": what is told is an object of the verb.
    let plain =
        matches!(items[verb + 1].class, Class::Comma | Class::Time | Class::Preposition | Class::Adverb);
    let source = clause::before(items, start + 1, verb).filter(|_| plain)?;
    let source = Span { start: items[source.0].span.start, end: items[source.1 - 1].span.end };
    let cue = Cue { span: Some(items[verb].span), source: Some(source), rule: "as_told", confidence: 0.8 };
    Some(((comma + 1, end), cue))
}

/// "and warned against": the sentence returns to whoever speaks.
fn goes_on(text: &str, items: &[Item], at: usize) -> bool {
    let next = at + 1 + usize::from(items.get(at + 1).is_some_and(|it| it.class == Class::Adverb));
    items[at].class == Class::Conjunction
        && items.get(next).is_some_and(|it| matches!(it.class, Class::Verb | Class::Naming))
        && cue::is_verb(text, items, next)
        && !items[next].span.of(text).ends_with("ing")
}

/// Where the clause that the verb reports begins; none when no clause follows.
fn content_start(text: &str, items: &[Item], verb: usize, end: usize, words: &Words) -> Option<usize> {
    let is = |at: usize, list: &str| items.get(at).is_some_and(|it| among_folded(list, it.span.of(text)));
    if words.tag != "en" && words.tag != "de" {
        // "a déclaré lundi [que] la réforme était prête"
        let between = items[verb + 1..end].iter().take(MAX_BETWEEN);
        let n_between = between.take_while(|it| !is_pause(it) && !words.is("that", it.span.of(text))).count();
        let that = verb + 1 + n_between;
        return (that < end && words.is("that", items[that].span.of(text))).then_some(that + 1);
    }
    if words.verb_second {
        // "sagte, dass …", "teilte mit, der Mann sei": the comma opens the clause.
        let comma = (verb + 1..end.min(verb + MAX_BETWEEN)).find(|&it| items[it].class == Class::Comma)?;
        if items.get(comma + 1).is_some_and(|it| words.is("that", it.span.of(text))) {
            return Some(comma + 2);
        }
        let reports = items[comma + 1..end].iter().any(|it| words.is("subjunctive", it.span.of(text)));
        return reports.then_some(comma + 1);
    }
    // "told the council that", "said in a letter that"; but "adds a layer of grip that lasts" has an object.
    let addressed = is(
        verb,
        "told tells telling tell assured informed warned warns reminded asked asks advised promised urged",
    );
    let phrase = |it: &Item| {
        matches!(it.class, Class::Preposition | Class::Time | Class::Adverb | Class::Subordinator)
    };
    let asked = is(
        verb,
        "ask asks asked asking wonder wonders wondered wondering question questions questioned inquired",
    );
    let mut at = verb + 1;
    while at < end && at - verb <= MAX_BETWEEN && (addressed || items.get(verb + 1).is_some_and(phrase)) {
        match items[at].class {
            Class::Subordinator if is(at, "that whether how why") || asked && is(at, "if") => {
                return Some(at + usize::from(is(at, "that")));
            }
            _ if is_pause(&items[at]) => break,
            _ => at += 1,
        }
    }
    // "He said [the talks went well]", "told reporters [he would go]": no word opens the clause.
    let mut at = verb + 1;
    while at < end && matches!(items[at].class, Class::Time | Class::Adverb) {
        at += 1;
    }
    if is(verb, "told tells telling tell assured informed warned") {
        // The clause's subject comes after whom it was told.
        let pronoun = (at + 1..end.min(at + 5))
            .find(|&it| matches!(items[it].class, Class::Pronoun | Class::Determiner))?;
        at = pronoun;
    }
    let opens = matches!(
        items.get(at)?.class,
        Class::Pronoun
            | Class::Determiner
            | Class::Quantifier
            | Class::Name
            | Class::Title
            | Class::Word
            | Class::Number
    );
    // Nobody says a thing without a verb: "he added two players"; but "she" has one.
    let subject = is(at, "he she they we i") || is(at, "it") && items.get(at + 1).is_some_and(tells);
    let is_clause = subject || items[..end].iter().skip(at + 1).take(24).any(tells);
    let bare =
        words.is("bare", items[verb].span.of(text)) || subject && items[verb].class == Class::Verb && !asked;
    (opens && is_clause && bare && !items[at].span.of(text).ends_with("ed") && at < end).then_some(at)
}

/// A verb of a clause, as far as the classes know.
fn tells(item: &Item) -> bool {
    matches!(item.class, Class::Auxiliary | Class::Act)
        || item.class.is_speech() && item.class != Class::Ambiguous
}

/// What no verb reaches across to the clause that it reports.
fn is_pause(item: &Item) -> bool {
    item.class.is_wall() || matches!(item.class, Class::Comma | Class::Conjunction)
}

/// `Many days, officials said, she would stay at the office.`
fn inserted(text: &str, items: &[Item], start: usize, end: usize, words: &Words) -> Option<Clause> {
    let comma = |it: usize| items[it].class == Class::Comma;
    let verb = (start + 3..end.saturating_sub(MIN_WORDS)).find(|&it| {
        comma(it + 1)
            && !comma(it - 1)
            && items[it].class == Class::Verb
            && finite(text, items, it, words)
            && words.is("bare", items[it].span.of(text))
            && items[it + 2].class != Class::Quotation
    })?;
    let before = (start + 1..verb).rev().take(8).find(|&it| comma(it))?;
    let source = clause::before(items, before + 1, verb).filter(|it| it.0 == before + 1)?;
    let source = Span { start: items[source.0].span.start, end: items[source.1 - 1].span.end };
    let cue = Cue { span: Some(items[verb].span), source: Some(source), rule: "inserted", confidence: 0.75 };
    Some(((start, end), cue))
}

/// `The talks went well, officials said on Monday.`
fn trailing(text: &str, items: &[Item], start: usize, end: usize, words: &Words) -> Option<Clause> {
    let comma = (start + MIN_WORDS..end).rev().take(28).find(|&it| {
        items[it].class == Class::Comma
            && items[it + 1..end].iter().take(10).any(|next| next.class == Class::Verb)
    })?;
    let content = &items[start..comma];
    // "The minister, Nicolas Sarkozy, said": what stands before the comma must be a clause.
    let said = end > comma + 2
        && items[end - 1].class == Class::Verb
        && words.is("bare", items[end - 1].span.of(text))
        && clause::before(items, comma + 1, end - 1).is_some_and(|it| it == (comma + 1, end - 1));
    let clause = said || content.iter().any(|it| matches!(it.class, Class::Auxiliary | Class::Act));
    // "In 1962, when he left, Watts": what opens the sentence is none of its own.
    let fronted = |it: &Item| matches!(it.class, Class::Subordinator);
    let opens = content.iter().position(|it| it.class == Class::Comma).map_or(0, |it| it + 1);
    if !clause
        || content.iter().any(|it| it.class == Class::Colon)
        || fronted(&content[0])
        || opens < 4 && content.get(opens).is_some_and(fronted)
    {
        return None;
    }
    let verb =
        (comma + 1..end).find(|&it| items[it].class == Class::Verb && cue::is_verb(text, items, it))?;
    // ", with effects observed in rats", "(…), tell your child": nobody is quoted.
    let opens_with = |list: &str| words.tag == "en" && among_folded(list, items[comma + 1].span.of(text));
    if opens_with("with tell tells told") || !finite(text, items, verb, words) {
        return None;
    }
    // Nothing but a time or place may follow the verb: "…, Trump said he" goes on.
    let ends = items[verb + 1..end].iter().take(2).all(|it| {
        matches!(
            it.class,
            Class::Time | Class::Preposition | Class::Adverb | Class::Number | Class::Name | Class::Word
        )
    });
    // "The editor, who has been there since May, posted the photo": only words of saying turn around.
    if verb == comma + 1 && words.tag == "en" && !words.is("bare", items[verb].span.of(text)) {
        return None;
    }
    let source = if verb == comma + 1 {
        clause::after(&items[..end], verb + 1)
    } else if ends
        && !items[comma + 1..verb]
            .iter()
            .any(|it| matches!(it.class, Class::Conjunction | Class::Relative | Class::Subordinator))
    {
        clause::before(items, comma + 1, verb)
    } else {
        None
    }?;
    // ", he said" and ", said the mayor", but no ", saying".
    if items[verb].span.of(text).ends_with("ing") || words.verb_second && verb != comma + 1 {
        return None;
    }
    let source = Span { start: items[source.0].span.start, end: items[source.1 - 1].span.end };
    let cue =
        Cue { span: Some(items[verb].span), source: Some(source), rule: "clause_verb", confidence: 0.75 };
    Some(((start, comma), cue))
}

/// `According to officials, the talks went well.` `The talks went well, according to officials.`
fn according(text: &str, items: &[Item], start: usize, end: usize, words: &Words) -> Option<Clause> {
    let cue_at = |at: usize| {
        let is_after = items[at].class == Class::After;
        Some((at, is_after.then(|| cue::after_phrase(text, items, at, words))??))
    };
    let (at, cue) = (start..end).find_map(cue_at)?;
    let source_end = cue.source?.end;
    let after = at + items[at..end].iter().take_while(|it| it.span.start < source_end).count();
    // "Nach Angaben von"
    let led = at == start + 1 && items[start].class == Class::Preposition;
    let opens = at == start || led || items[at - 1].class == Class::Colon;
    let comma_behind = items[..end].get(after).is_some_and(|it| it.class == Class::Comma);
    let content = if opens {
        (behind_source(text, items, after, end, words)?, end)
    } else if at < start + SUBJECT && comma_behind && !items[start..at].iter().any(tells) {
        // "The mayor, according to the paper, left the hall."
        (start, end)
    } else if words.inserts()
        && at > start + 1
        && comma_behind
        && items[at - 1].class == Class::Comma
        && matches!(
            items[at - 2].class,
            Class::Relative | Class::Subordinator | Class::Conjunction | Class::Auxiliary
        )
    {
        // "l'uomo che, secondo l'accusa, [sarebbe stato ucciso da un ladro]"
        (after + 1, end)
    } else if at > start + MIN_WORDS && (items[at - 1].class == Class::Comma || !words.verb_second) {
        (start, at - usize::from(items[at - 1].class == Class::Comma))
    } else {
        return None;
    };
    (content.1 > content.0).then_some((content, cue))
}

/// Where what a source tells begins, when it opens the sentence and ends before `after`.
fn behind_source(text: &str, items: &[Item], after: usize, end: usize, words: &Words) -> Option<usize> {
    let class = |at: usize| items[..end].get(at).map(|it| it.class);
    let behind = class(after);
    if words.verb_second && behind.is_some_and(|it| it != Class::Comma) {
        // "Nach Angaben der Polizei in Köln [sinkt die Zahl]"
        let place = |it: &&Item| {
            matches!(it.class, Class::Preposition | Class::Determiner | Class::Quantifier | Class::Name)
        };
        let n_place = items[after..end].iter().take_while(place).count();
        // "von spanischen Händlern": more of whoever it is, and no verb.
        let noun =
            class(after + n_place) == Some(Class::Word) && class(after + n_place + 1) == Some(Class::Name);
        return match behind {
            Some(Class::Preposition) if !noun => Some(after + n_place),
            // "Laut der Website „…“ [sinkt die Zahl]"
            Some(Class::Quotation) => Some(after + 1),
            _ => Some(after),
        };
    }
    let named = items[after - 1].class == Class::Name;
    // "Secondo Paola Neri [il deficit scenderà]"
    if words.inserts() && named && matches!(behind, Some(Class::Determiner | Class::Quantifier)) {
        return Some(after);
    }
    // The comma after the source; German goes on with the verb.
    let comma = |from: usize| (from..end.min(from + 12)).find(|&it| items[it].class == Class::Comma);
    let is_aside = |comma: usize| {
        let rest = &items[comma + 1..end];
        opens_aside(text, rest) || named && is_apposition(text, rest, words)
    };
    match comma(after) {
        // "According to the study, published in May, the man fell ill."
        Some(first) if is_aside(first) => Some(comma(first + 1)? + 1),
        Some(comma) => Some(comma + 1),
        None => words.verb_second.then_some(after),
    }
}

/// "published in May, ", "who left in May, ": more of whoever is named before the comma.
fn opens_aside(text: &str, rest: &[Item]) -> bool {
    let class = |at: usize| rest.get(at).map(|it| it.class);
    class(0) == Some(Class::Relative)
        || class(1) == Some(Class::Preposition) && rest[0].span.of(text).ends_with("ed")
}

/// What stands before what somebody is: "chief economist".
const RANKS: &str = "chief senior former deputy executive managing associate assistant ancien ancienne";

/// "mayor of the town, the …", "an economist, the …": what somebody is, and the sentence behind it.
fn is_apposition(text: &str, rest: &[Item], words: &Words) -> bool {
    let class = |at: usize| rest.get(at).map(|it| it.class);
    let rank = |at: usize| rest.get(at).is_some_and(|it| among(RANKS, it.span.of(text)));
    let noun = usize::from(matches!(class(0), Some(Class::Determiner | Class::Quantifier)));
    let noun = noun + usize::from(rank(noun));
    let is_noun = matches!(class(noun), Some(Class::Word | Class::Title))
        || words.tag == "de" && class(noun) == Some(Class::Name);
    let Some(end) = rest.iter().take(9).position(|it| it.class == Class::Comma) else { return false };
    let complement = matches!(class(noun + 1), Some(Class::Comma | Class::Preposition | Class::Particle))
        || words.tag == "de" && matches!(class(noun + 1), Some(Class::Determiner | Class::Quantifier));
    let bare = !rest[..end]
        .iter()
        .any(|it| it.class.is_speech() || matches!(it.class, Class::Auxiliary | Class::Act));
    let goes_on = matches!(
        class(end + 1),
        Some(Class::Determiner | Class::Quantifier | Class::Pronoun | Class::Quotation)
    );
    is_noun && complement && bare && (goes_on || words.verb_second)
}
