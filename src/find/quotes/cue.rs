//! Cues: the words that hand a quotation to somebody, and the words that name this somebody.
//!
//! Each rule looks at one place around a quotation, in the order of how sure it is; the first that answers
//! holds. A cue that names nobody ("adding, “…”") borrows the subject of the clause that it leans on.

use super::clause::{self, Item, inner};
use super::dashes::is_dash;
use super::subject::{opening_subject, subject};
use super::words::{Class, Words};
use crate::lexicon::{among_folded, eq_folded};
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
        _ => clause::after_phrases(text, items, from),
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
            Class::Verb => pronoun.or_else(|| clause::after_phrases(text, items, verb + 1)),
            Class::Auxiliary => pronoun,
            _ => None,
        };
        // «Si no —añade— habrá huelga»
        let pause = |at: usize| items.get(at).is_some_and(|it| it.class == Class::Break);
        let alone = words.drops() && item.class == Class::Verb && verb == comma + 1;
        if alone && pause(comma) && pause(verb + 1) {
            return cue(items, verb, None, "verb_alone", 0.8);
        }
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
        && (source.1 + usize::from(items[at - 1].class == Class::Comma) == at
            || is_aside(&items[source.1..at]))
        && items[source.1 - 1].class == Class::Name
    {
        return cue(items, head, Some(source), "according_to", 0.75);
    }
    let behind = (at - low..at + 1 + high).find(|&it| items[it].class == Class::Behind)?;
    let source = clause::before(items, at - low, behind);
    cue(items, behind, source, "according_to", 0.8)
}

/// ", directrice de l'école, ": more of whoever is named before it.
fn is_aside(items: &[Item]) -> bool {
    let [first, within @ .., last] = items else { return false };
    let described = |it: &Item| {
        matches!(
            it.class,
            Class::Word
                | Class::Title
                | Class::Name
                | Class::Determiner
                | Class::Quantifier
                | Class::Preposition
                | Class::Joint
                | Class::Particle
        )
    };
    first.class == Class::Comma
        && last.class == Class::Comma
        && (1..8).contains(&within.len())
        && within.iter().all(described)
}

pub fn after_phrase(text: &str, items: &[Item], at: usize, words: &Words) -> Option<Cue> {
    let start = items[at].span.start;
    let length = words.after(text.get(start as usize..)?);
    if length == 0 {
        return None;
    }
    // "Angaben über Schäden liegen vor", "nel secondo tempo": no such phrase.
    let led =
        at > 0 && matches!(items[at - 1].class, Class::Preposition | Class::Determiner | Class::Quantifier);
    let laut = eq_folded(items[at].span.of(text), "laut");
    if words.tag == "de" && !led && !laut || words.inserts() && led {
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
        && let Some(source) = clause::after_phrases(text, items, next + 1)
    {
        let cue = cue(items, next, Some(source), "according_to", 0.9)?;
        return Some(Cue { span: cue.span.map(|it| Span { start, ..it }), ..cue });
    }
    let mut source = clause::after(items, next)?;
    if words.tag != "en" {
        // "Volgens Piet Bakker [gaat]"
        let names = items[source.0..source.1].iter().position(|it| it.class == Class::Name);
        let named = source.0 + names.unwrap_or(source.1 - source.0);
        let names = items[named..source.1].split(|it| it.class == Class::Word).next().unwrap_or(&[]);
        // "Secondo Paola Neri [il deficit]"
        let last = names
            .iter()
            .rposition(|it| !matches!(it.class, Class::Determiner | Class::Quantifier | Class::Preposition));
        source.1 = named + last.map_or(0, |it| it + 1);
        // "Volgens de Amerikaanse minister [is]"
        let adjective = words.tag == "nl" && items[source.1 - 1].span.of(text).ends_with("se");
        source.1 += usize::from(adjective && items.get(source.1).is_some_and(|it| it.class == Class::Word));
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
