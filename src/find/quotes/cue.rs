//! Cues: the words that hand a quotation to somebody, and the words that name this somebody.
//!
//! Each rule looks at one place around a quotation, in the order of how sure it is; the first that answers
//! holds. A cue that names nobody ("adding, “…”") borrows the subject of the clause that it leans on.

use super::clause::{self, Item, inner};
use super::dashes::is_dash;
use super::words::{Class, Words};
use crate::lexicon::among_folded;
use crate::text::Span;

/// The words that hand over a quote.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cue {
    /// The verb or phrase; none where only the layout tells ("Name: …").
    pub span: Option<Span>,
    /// The words that name the speaker, as far as the clause has any.
    pub source: Option<Span>,
    /// The rule that found it.
    pub rule: &'static str,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// A cue further from its quotation than this many items belongs to something else.
const REACH: usize = 40;

/// The cue of the quotation at `at` among the items of its block.
pub fn find(text: &str, items: &[Item], at: usize, words: &Words) -> Option<Cue> {
    let quotation = inner(items[at].span.of(text));
    let ends_open = quotation.ends_with([',', '!', '?', '—', '–', '-', '…', '，', '！', '？'])
        || matches!(items.get(at + 1).map(|it| it.class), Some(Class::Comma))
        || matches!(items.get(at + 1).map(|it| it.class), Some(Class::Break));
    let starts = at == 0 || matches!(items[at - 1].class, Class::Stop | Class::Quotation);
    let whole = quotation.chars().next().is_some_and(|c| !c.is_lowercase());

    inverted(text, items, at, words)
        .or_else(|| if ends_open { trailing(text, items, at, if starts { REACH } else { 6 }) } else { None })
        .or_else(|| leading(text, items, at, words))
        .or_else(|| according(text, items, at, words))
        .or_else(|| dash(items, at))
        .or_else(|| label_inside(items[at].span, quotation, text))
        .or_else(|| trailing(text, items, at, REACH).filter(|_| starts || !whole || ends_open))
        .or_else(|| label(text, items, at, words))
        .or_else(|| sentence_subject(text, items, at, words).filter(|it| it.confidence > 0.3))
        .or_else(|| sentence_before(text, items, at, words))
        .or_else(|| sentence_subject(text, items, at, words))
}

/// The cue of what follows a block that ends with a colon: "Caddell continued:".
pub fn at_end(text: &str, items: &[Item], words: &Words) -> Option<Cue> {
    let cue = leading(text, items, items.len(), words).or_else(|| label(text, items, items.len(), words))?;
    Some(Cue { rule: "block_before", confidence: cue.confidence * 0.9, ..cue })
}

fn cue(
    items: &[Item],
    verb: usize,
    source: Option<(usize, usize)>,
    rule: &'static str,
    confidence: f32,
) -> Option<Cue> {
    // "Ann Lee, now 19, asked": a number is nobody.
    let somebody = |it: &(usize, usize)| {
        items[it.0..it.1]
            .iter()
            .any(|it| !matches!(it.class, Class::Number | Class::Joint | Class::Preposition))
    };
    let source = source
        .filter(somebody)
        .map(|(start, end)| Span { start: items[start].span.start, end: items[end - 1].span.end });
    Some(Cue { span: Some(items[verb].span), source, rule, confidence })
}

/// `“…,” said Jane Doe, a retired worker.` `„…“, sagte Merkel.` `« … », s'est indigné lundi le maire.`
fn inverted(text: &str, items: &[Item], at: usize, words: &Words) -> Option<Cue> {
    let english = words.tag == "en";
    let mut verb = at + 1;
    while items.get(verb).is_some_and(|it| {
        matches!(it.class, Class::Comma | Class::Break | Class::Adverb)
        // « … », a déclaré Jeanne Dupont
        || it.class == Class::Auxiliary && !english && joined_pronoun(text, items, verb).is_none()
    }) && verb < at + 5 - usize::from(english)
    {
        verb += 1;
    }
    let item = items.get(verb)?;
    if item.class == Class::After {
        return after_phrase(text, items, verb, words);
    }
    if let Some(pronoun) = joined_pronoun(text, items, verb) {
        return cue(items, verb, Some((pronoun, pronoun + 1)), "verb_then_speaker", 0.95);
    }
    // « … », tonne le maire: right behind the comma even a verb that no list names.
    let comma = items[at + 1].class == Class::Comma || items[at + 1].span.of(text).starts_with(is_dash);
    let unlisted = (!matches!(words.tag, "en" | "de") || words.tag == "de" && verb == at + 2)
        && item.class == Class::Word
        && comma
        && !["ant", "ndo"].iter().any(|it| item.span.of(text).ends_with(it));
    if !(item.class.is_speech() || item.class == Class::Near || unlisted) {
        return None;
    }
    // "…“, so Merkel": an adverb that hands over words right behind them only.
    let reflexive = items.get(verb + 1).is_some_and(|it| it.span.of(text) == "sich");
    let from = verb + 1 + usize::from(reflexive);
    let sure = item.class == Class::Verb;
    let source = match words.tag {
        "en" | "de" => clause::after(items, from),
        _ => clause::after_phrases(items, from),
    };
    let Some(source) = source else {
        // «Estamos listos», aseguró.
        let alone = sure && comma && words.drops();
        let span = Some(item.span);
        return alone.then_some(Cue { span, source: None, rule: "verb_alone", confidence: 0.8 });
    };
    let first = items[source.0].class;
    // "…," said Trump — but not: "…" calls for action.
    let beside = words.tag == "nl" && item.class == Class::Near;
    if !sure && !beside && first == Class::Word
        || unlisted && matches!(first, Class::Number | Class::Pronoun)
        || unlisted && words.verb_second && !matches!(first, Class::Name | Class::Title)
    {
        return None;
    }
    cue(items, verb, Some(source), "verb_then_speaker", if sure { 0.95 } else { 0.7 })
}

/// The pronoun that hyphens join to the verb: "a-t-[il] ajouté", "poursuit-[elle]".
fn joined_pronoun(text: &str, items: &[Item], verb: usize) -> Option<usize> {
    if !matches!(items[verb].class, Class::Auxiliary | Class::Word) && !items[verb].class.is_speech() {
        return None;
    }
    let joint = |it: &&Item| it.class == Class::Joint || it.span.of(text) == "t";
    let pronoun = verb + 1 + items[verb + 1..].iter().take(3).take_while(joint).count();
    let joined = pronoun > verb + 1 && items.get(pronoun).is_some_and(|it| it.class == Class::Pronoun);
    joined.then_some(pronoun)
}

/// `« C'est grave, explique Paul Roux, le directeur. Il faut agir. »`: the words that hand it over stand within the
/// marks. `items` are those of the quotation.
pub fn inside(text: &str, items: &[Item], words: &Words) -> Option<Cue> {
    for comma in
        (1..items.len()).filter(|&it| matches!(items[it].class, Class::Comma | Class::Break | Class::Stop))
    {
        let mut verb = comma + 1;
        while items.get(verb).is_some_and(|it| {
            matches!(it.class, Class::Adverb | Class::Auxiliary)
                && joined_pronoun(text, items, verb).is_none()
        }) && verb < comma + 4
        {
            verb += 1;
        }
        let Some(item) = items.get(verb) else { break };
        if item.span.of(text).starts_with(char::is_uppercase) {
            continue;
        }
        let pronoun = joined_pronoun(text, items, verb).map(|it| (it, it + 1));
        let source = match item.class {
            Class::Verb => pronoun.or_else(|| clause::after_phrases(items, verb + 1)),
            Class::Auxiliary => pronoun,
            _ => None,
        };
        let Some((start, end)) = source else { continue };
        // « …, dit le maire »: and nothing but a pause behind.
        let named = items[start..end].iter().any(|it| matches!(it.class, Class::Name | Class::Title));
        let ends = items.get(end).is_none_or(|it| {
            matches!(it.class, Class::Comma | Class::Stop | Class::Break | Class::Preposition | Class::Verb)
        });
        if ends && (named || pronoun.is_some()) && !words.is("self", items[start].span.of(text)) {
            return cue(items, verb, Some((start, end)), "verb_inside", 0.85);
        }
    }
    None
}

/// `“…,” Trump said.` `“…,” the mayor, a Democrat, told reporters.`
fn trailing(text: &str, items: &[Item], at: usize, reach: usize) -> Option<Cue> {
    let mut low = at + 1;
    while items.get(low).is_some_and(|it| matches!(it.class, Class::Comma | Class::Break)) && low < at + 3 {
        low += 1;
    }
    // “…,” as Cruz said on the radio
    let mut reach = reach;
    if items.get(low)?.span.of(text) == "as" {
        low += 1;
        reach = 6;
    }
    if matches!(items.get(low)?.class, Class::Conjunction | Class::Subordinator | Class::Relative) {
        return None;
    }
    let mut bridged = false;
    let mut verb = low;
    while verb < items.len() && verb - low < if bridged { 5 } else { reach } {
        let class = items[verb].class;
        // “Family people” are “not out to bash anybody,” he said.
        if class == Class::Quotation && verb > low && verb - low < 6 && !bridged {
            bridged = true;
            low = verb + 1 + usize::from(items.get(verb + 1).is_some_and(|it| it.class == Class::Comma));
            verb = low;
            continue;
        }
        if matches!(class, Class::Stop | Class::Quotation | Class::Colon) {
            return None;
        }
        // “You tell me,” repeatedly, before he stopped responding
        if class == Class::Subordinator && verb == low + 1 {
            return None;
        }
        if class == Class::Near && verb > low && verb - low < 4 {
            // „…“ sei gut, so [Weber]
            let turned = items[verb - 1].class == Class::Comma;
            let source =
                if turned { clause::after(items, verb + 1) } else { clause::before(items, low, verb) };
            return source.and_then(|it| cue(items, verb, Some(it), "speaker_then_verb", 0.8));
        }
        if verb > low && is_verb(text, items, verb) {
            // A naming verb after the words takes an object, not these words.
            if class == Class::Naming {
                return None;
            }
            // “We’re happy” about it, said Jane Doe: what goes on in the middle of a sentence has no subject.
            if items[verb - 1].class == Class::Comma
                && !opens_subject(items[low].class)
                && let Some(source) = clause::after(items, verb + 1)
            {
                return cue(items, verb, Some(source), "verb_then_speaker", 0.85);
            }
            if let Some(source) = clause::before(items, low, verb) {
                return cue(
                    items,
                    verb,
                    Some(source),
                    "speaker_then_verb",
                    if verb - low < 8 { 0.95 } else { 0.8 },
                );
            }
        }
        verb += 1;
    }
    None
}

fn opens_subject(class: Class) -> bool {
    matches!(
        class,
        Class::Name | Class::Title | Class::Determiner | Class::Quantifier | Class::Pronoun | Class::Number
    )
}

/// True when the word at `at`, listed as a verb of speech, is a verb here: "officials claim", "it claims", "the
/// bank reports", but not "Sunday’s talks", "his claims", "an executive order".
pub fn is_verb(text: &str, items: &[Item], at: usize) -> bool {
    let class = items[at].class;
    if !class.is_speech() {
        return false;
    }
    let before = at.checked_sub(1).map(|it| &items[it]);
    if matches!(before.map(|it| it.class), Some(Class::Clitic | Class::Determiner)) {
        return false;
    }
    if class != Class::Ambiguous {
        return true;
    }
    let Some(before) = before else { return false };
    let ends_in_s = |it: &Item| it.span.of(text).ends_with('s');
    let third_person = ends_in_s(&items[at]);
    match before.class {
        Class::Pronoun | Class::Relative | Class::Auxiliary => true,
        Class::Name => third_person,
        Class::Word if third_person => {
            !ends_in_s(before) && at > 1 && matches!(items[at - 2].class, Class::Determiner | Class::Word)
        }
        Class::Word => ends_in_s(before),
        _ => false,
    }
}

/// `Trump said, “…”` `Zelensky warned that “some tough issues” remain` `described the talks as “productive”`
fn leading(text: &str, items: &[Item], at: usize, words: &Words) -> Option<Cue> {
    let mut verb = at;
    let mut bridged = false;
    while verb > 0 && at - verb < REACH {
        verb -= 1;
        let class = items[verb].class;
        if class == Class::Stop {
            return None;
        }
        if class == Class::Quotation {
            // "…," Trump said, adding, "…": beyond another quotation only its own clause counts.
            bridged = true;
            continue;
        }
        let near = at - verb <= 4;
        // "…, so Roth weiter: „…“"
        let comma = words.verb_second && verb > 0 && items[verb - 1].class == Class::Comma;
        let beside = class == Class::Near && at - verb <= 3 + usize::from(comma);
        if let Some(found) = possessive_noun(items, verb)
            && !bridged
            && first_verb(text, items, verb)
        {
            return Some(found);
        }
        if !is_verb(text, items, verb) && !beside {
            continue;
        }
        // "told a woman who suggested that … that “this is”": whoever is described so does not speak here.
        let described = verb > 0 && items[verb - 1].class == Class::Relative && !near;
        if described && !first_verb(text, items, verb) {
            continue;
        }
        let confidence = match (class, near, bridged) {
            (Class::Verb, true, false) => 0.95,
            (_, _, false) => 0.8,
            _ => 0.6,
        };
        let source = subject(text, items, verb, words);
        // "Miller said the public should use “masks”": a thing that uses or goes says nothing.
        let thing =
            |it: (usize, usize)| !matches!(items[it.0].class, Class::Name | Class::Title | Class::Pronoun);
        if words.is("weak", items[verb].span.of(text))
            && source.is_none_or(thing)
            && !first_verb(text, items, verb)
        {
            continue;
        }
        // "without having to add new “install” permission": a word or two in marks, far behind what is hardly a verb of speech.
        let quoted = items.get(at).map_or("", |it| it.span.of(text));
        let brief = !quoted.is_empty() && quoted.split_whitespace().nth(2).is_none();
        let hardly = items[verb].span.of(text).ends_with("ing")
            || class == Class::Ambiguous
            || class == Class::Naming && items[at - 1].span.of(text) != "as"
            || verb > 0 && items[verb - 1].class == Class::Preposition;
        if brief && hardly && !near && source.is_none_or(thing) {
            return None;
        }
        return cue(items, verb, source, "speaker_verb_words", confidence);
    }
    None
}

/// `Trump’s claim that there were “thousands of shootings”`
fn possessive_noun(items: &[Item], at: usize) -> Option<Cue> {
    if !matches!(items[at].class, Class::Saying | Class::Ambiguous) {
        return None;
    }
    let clitic = (at.saturating_sub(3)..at).rev().find(|&it| items[it].class == Class::Clitic)?;
    let n_names = items[..clitic]
        .iter()
        .rev()
        .take(5)
        .take_while(|it| matches!(it.class, Class::Name | Class::Title))
        .count();
    if n_names == 0 {
        return None;
    }
    cue(items, at, Some((clitic - n_names, clitic)), "possessive_noun", 0.7)
}

/// True when no other verb of speech stands before `verb` in its sentence.
fn first_verb(text: &str, items: &[Item], verb: usize) -> bool {
    let low = clause::sentence_start(items, verb);
    !(low..verb).any(|it| items[it].class == Class::Verb && is_verb(text, items, it))
}

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
        && let Some(found) = clause::after_phrases(items, verb + 1)
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
fn opening_subject(
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

/// `according to a spokesman`, before or after the words in their sentence.
fn according(text: &str, items: &[Item], at: usize, words: &Words) -> Option<Cue> {
    let around = |it: &Item| !matches!(it.class, Class::Stop);
    let low = items[..at].iter().rev().take(REACH).take_while(|it| around(it)).count();
    let high = items[at + 1..].iter().take(REACH).take_while(|it| around(it)).count();
    let place = (at - low..at + 1 + high)
        .find(|&it| items[it].class == Class::After && after_phrase(text, items, it, words).is_some());
    if let Some(place) = place {
        return after_phrase(text, items, place, words);
    }
    // Pour Paul Roux, « c'est une erreur ».
    let head = at - low;
    if low > 1
        && words.is("for", items[head].span.of(text))
        && let Some(source) = clause::after(&items[..at], head + 1)
        && source.1 + usize::from(items[at - 1].class == Class::Comma) == at
        && items[source.1 - 1].class == Class::Name
    {
        return cue(items, head, Some(source), "according_to", 0.75);
    }
    let behind = (at - low..at + 1 + high).find(|&it| items[it].class == Class::Behind)?;
    let source = clause::before(items, at - low, behind);
    cue(items, behind, source, "according_to", 0.8)
}

pub fn after_phrase(text: &str, items: &[Item], at: usize, words: &Words) -> Option<Cue> {
    let start = items[at].span.start;
    let length = words.after(text.get(start as usize..)?);
    if length == 0 {
        return None;
    }
    let end = start + length as u32;
    let mut next = at + items[at..].iter().take_while(|it| it.span.start < end).count();
    // "nach Angaben von Merkel"
    next += usize::from(items.get(next).is_some_and(|it| it.class == Class::Preposition));
    // "según explicó [el director]", "segundo informou [a polícia]"
    if words.inserts()
        && let Some(verb) = items.get(next)
        && (verb.class.is_speech()
            || verb.class == Class::Word
                && ["ó", "ou", "aron", "eron", "aram", "eram"]
                    .iter()
                    .any(|it| verb.span.of(text).ends_with(it)))
        && let Some(source) = clause::after_phrases(items, next + 1)
    {
        let cue = cue(items, next, Some(source), "according_to", 0.9)?;
        return Some(Cue { span: cue.span.map(|it| Span { start, ..it }), ..cue });
    }
    let mut source = clause::after(items, next)?;
    if words.tag != "en" {
        // "Volgens Piet Bakker [gaat]"
        let names = items[source.0..source.1].iter().position(|it| it.class == Class::Name);
        let named = source.0 + names.unwrap_or(source.1 - source.0);
        let n_names = items[named..source.1].iter().take_while(|it| it.class != Class::Word).count();
        source.1 = named + n_names;
    }
    let source = Some(Span { start: items[source.0].span.start, end: items[source.1 - 1].span.end });
    Some(Cue { span: Some(Span { start, end }), source, rule: "according_to", confidence: 0.9 })
}

/// `“…” ― Jorge Falcon`: a dash and a name end the block or line.
fn dash(items: &[Item], at: usize) -> Option<Cue> {
    let mut start = at + 1;
    while items.get(start).is_some_and(|it| it.class == Class::Break) && start < at + 3 {
        start += 1;
    }
    let names = items[start.min(items.len())..].iter().take(6);
    let n_names = names
        .take_while(|it| matches!(it.class, Class::Name | Class::Title | Class::Particle | Class::Joint))
        .count();
    let end = start + n_names;
    let ends =
        items.get(end).is_none_or(|it| matches!(it.class, Class::Stop | Class::Quotation | Class::Comma));
    if start == at + 1 || n_names == 0 || !ends {
        return None;
    }
    let source = Span { start: items[start].span.start, end: items[end - 1].span.end };
    Some(Cue { span: None, source: Some(source), rule: "dash_name", confidence: 0.85 })
}

/// `"PENCE: Well, look, …"`: a transcript's turn inside marks.
fn label_inside(span: Span, inner: &str, text: &str) -> Option<Cue> {
    let label = inner.get(..inner.bytes().take(40).position(|it| it == b':')?)?;
    let shouted = label.len() > 2
        && label.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’'));
    let start = span.start + span.of(text).find(label)? as u32;
    let source = Span { start, end: start + label.len() as u32 };
    shouted.then_some(Cue { span: None, source: Some(source), rule: "name_colon", confidence: 0.9 })
}

/// True for what stands before a colon and says nothing: "Average Rating", "Photo", "Website".
pub fn is_thing(label: &str) -> bool {
    const THINGS: &str = "address author bonus care caption check cons cost credit date dates email example examples fact features focus founded hours \
        image ingredients instructions language length light location method myth name note notes phone photo photos phrase price pricing pros rating \
        registration related review reviews search serves served services size soil source sources studies summary tags tip tips title total type update \
        url value warning water website year";
    label.split(' ').next_back().is_some_and(|it| among_folded(THINGS, it))
}

/// `CLINTON: “…”` `Jane Doe, mayor: “…”`: a name and a colon open the block or sentence.
fn label(text: &str, items: &[Item], at: usize, words: &Words) -> Option<Cue> {
    if at == 0 || items[at - 1].class != Class::Colon {
        return None;
    }
    let floor = at.saturating_sub(REACH);
    let low =
        items[floor..at - 1].iter().rposition(|it| it.class.is_wall()).map_or(floor, |it| floor + it + 1);
    // "Pollsters agree - [Carl Bialik]: “…”", "surprised pollster [Daron Shaw]: “…”"
    let n_names = items[low..at - 1].iter().rev().take_while(|it| it.class == Class::Name).count();
    let source = if n_names >= 2 {
        (at - 1 - n_names, at - 1)
    } else {
        opening_subject(text, items, low, at - 1, words)?
    };
    let source = Span { start: items[source.0].span.start, end: items[source.1 - 1].span.end };
    // « Et d'ajouter : »
    let infinitive = ["d'", "d’"].iter().any(|it| source.of(text).starts_with(it));
    // `{ name: "Ann" }`, "Example: “…”"
    let named = source.of(text);
    let thing =
        words.tag == "en" && !named.contains(' ') && named.starts_with(char::is_lowercase) || is_thing(named);
    (!infinitive && !thing).then_some(Cue {
        span: None,
        source: Some(source),
        rule: "name_colon",
        confidence: 0.7,
    })
}

/// `The piece took on his “political revolution”`: no word of speech, so whose sentence it is.
fn sentence_subject(text: &str, items: &[Item], at: usize, words: &Words) -> Option<Cue> {
    let low = clause::sentence_start(items, at);
    if low == at || at - low > REACH {
        return None;
    }
    let source = opening_subject(text, items, low, at, words)?;
    // "Allein bei Airbus": in German a capital tells no name at the head of a sentence.
    if words.tag == "de" && source.1 - source.0 == 1 && items[source.0].class == Class::Name {
        return None;
    }
    // A name or pronoun may well be whose words these are; "the promise", "audiences" hardly.
    let who = matches!(items[source.0].class, Class::Name | Class::Title | Class::Pronoun);
    let source = Span { start: items[source.0].span.start, end: items[source.1 - 1].span.end };
    let confidence = if who { 0.4 } else { 0.2 };
    Some(Cue { span: None, source: Some(source), rule: "sentence_subject", confidence })
}

/// `Brill argued that it failed. As a result there is “a powerful industry”`: whoever spoke last in this block
/// before the quotation's sentence, where no other quotation stands between.
pub fn sentence_before(text: &str, items: &[Item], at: usize, words: &Words) -> Option<Cue> {
    let floor = at.saturating_sub(3 * REACH);
    for verb in (floor..at).rev() {
        if items[verb].class == Class::Quotation {
            return None;
        }
        if matches!(items[verb].class, Class::Verb | Class::Naming) && is_verb(text, items, verb) {
            // A sentence with a quotation in it has been read already; who speaks there goes on.
            let low = clause::sentence_start(items, verb);
            if items[low..verb].iter().any(|it| it.class == Class::Quotation) {
                return None;
            }
            // "Weaver said that he believes the battle will continue.": the first to speak there.
            let spoken = |it: &usize| {
                matches!(items[*it].class, Class::Verb | Class::Naming) && is_verb(text, items, *it)
            };
            let source = subject(text, items, (low..=verb).find(spoken)?, words)?;
            let source = Span { start: items[source.0].span.start, end: items[source.1 - 1].span.end };
            return Some(Cue { span: None, source: Some(source), rule: "sentence_before", confidence: 0.5 });
        }
    }
    None
}
