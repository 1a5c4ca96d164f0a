//! Clauses: the words around quotations, classed, and the subject of a speech verb among them.
//!
//! In goes a block with its quotations, out comes a flat list of [`Item`]s in which a whole quotation is one
//! item. [`before`] and [`after`] then find the noun phrase that a verb belongs to: "[The mayor, a Democrat,]
//! said", "said [Jane Doe, 66, a retired worker]". No parser: a subject begins and ends where the closed
//! classes of [`Words`] say so, and every walk has a bound.

use super::marks::Quotation;
use super::words::{Class, Words};
use crate::lexicon::{NETWORKS, among_folded};
use crate::read::tokens::{Token, TokenKind};
use crate::text::Span;

/// A word, mark or whole quotation of a block.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Where.
    pub span: Span,
    /// What it does in the clause.
    pub class: Class,
    /// Index of the quotation, for [`Class::Quotation`].
    pub quotation: u32,
}

/// No walk in search of a subject goes further than this many items.
const REACH: usize = 48;

/// Classes the tokens of one block, or of one quotation, into `items`, emptied first. `quotations` are those among them;
/// what lies within one of these is no item. True where all is in capitals, which then tell nothing.
pub fn items(
    text: &str,
    tokens: &[Token],
    quotations: &[Quotation],
    first: u32,
    words: &Words,
    items: &mut Vec<Item>,
) -> bool {
    items.clear();
    let shouted = is_shouted(text, tokens);
    let mut quotation = 0;
    let mut sentence = u32::MAX;
    let mut ended = false;
    let mut bracket_end = 0;
    for (idx, token) in tokens.iter().enumerate() {
        if idx < bracket_end {
            continue;
        }
        if let Some(it) = quotations.get(quotation)
            && token.span.start >= it.span.start
        {
            if token.span.end < it.span.end {
                continue;
            }
            items.push(Item { span: it.span, class: Class::Quotation, quotation: first + quotation as u32 });
            ended = ends_inside(it.span.of(text));
            sentence = token.sentence;
            let end = it.span.end;
            quotation += quotations[quotation..].iter().take_while(|it| it.span.start < end).count();
            continue;
        }
        let word = token.span.of(text);
        let fresh = token.sentence != sentence;
        let after_quotation = items.last().is_some_and(|it| it.class == Class::Quotation);
        if !items.is_empty()
            && (fresh || after_quotation && ended)
            && !items.last().is_some_and(|it| it.class == Class::Stop)
            && (!after_quotation
                || ended && word.starts_with(char::is_uppercase)
                || fresh && starts_upper(word) && !soft(text, items))
        {
            let at = token.span.start as usize;
            items.push(Item { span: Span::new(at, at), class: Class::Stop, quotation: 0 });
        }
        // "“It works,” WHO officials said": no "who".
        let large = |it: &str| it.len() > 1 && it.bytes().all(|it| it.is_ascii_uppercase());
        let short = large(word) && !tokens.get(idx + 1).is_some_and(|it| large(it.span.of(text)));
        let starts = !short && items.last().is_none_or(|it| it.class.is_wall());
        sentence = token.sentence;
        if token.kind == TokenKind::Mark && word == "(" {
            // "Sen. Sanders (I-Vt.) said": a short aside is no part of the clause.
            bracket_end = aside(text, &tokens[idx..]).map_or(0, |it| idx + it);
            if bracket_end > idx {
                continue;
            }
        }
        let mut span = token.span;
        if token.kind == TokenKind::Word
            && let Some(cut) = words.elision(word)
        {
            // "s'indigne [l'][avocat]"
            let short = Span { end: span.start + cut as u32, ..span };
            items.push(Item { span: short, class: words.class(short.of(text), true), quotation: 0 });
            span.start = short.end;
        }
        let word = span.of(text);
        let class = match token.kind {
            // "Sonya A. Zoghlin": an initial is no article.
            TokenKind::Word if is_initial(text, token) => Class::Name,
            TokenKind::Word if word.ends_with("n't") || word.ends_with("n’t") => Class::Auxiliary,
            TokenKind::Word => match words.class_in(&text[span.start as usize..], word, starts || shouted) {
                // “It works,” Will Moy, a nurse, said
                Class::Auxiliary
                    if after_quotation
                        && starts_upper(word)
                        && tokens.get(idx + 1).is_some_and(|it| starts_upper(it.span.of(text))) =>
                {
                    Class::Name
                }
                class => class,
            },
            TokenKind::Clitic => Class::Clitic,
            TokenKind::Number => Class::Number,
            TokenKind::Address => Class::Name,
            TokenKind::Mark => match word {
                "," | "、" | "，" => Class::Comma,
                ":" | "：" => Class::Colon,
                // "Rep. Scott": a full stop inside its sentence ends an abbreviation.
                "." if tokens.get(idx + 1).is_some_and(|it| it.sentence == token.sentence) => Class::Joint,
                "." | "!" | "?" | "…" | "。" | "！" | "？" => Class::Stop,
                "-" | "‑" => {
                    // A hyphen inside a word joins; one between blanks is a dash.
                    let tight = text[..token.span.start as usize].ends_with(char::is_alphanumeric);
                    if tight { Class::Joint } else { Class::Break }
                }
                "$" | "€" | "£" | "%" | "&" | "/" | "#" | "@" | "'" | "’" | "*" | "_" => Class::Joint,
                _ => Class::Break,
            },
        };
        items.push(Item { span, class, quotation: 0 });
    }
    drop_dateline(items);
    shouted
}

/// How much of a text is looked at for small letters.
const SHOUTED: usize = 160;

/// "TRUMP SAID ON TUESDAY THAT HE WOULD GO."
fn is_shouted(text: &str, tokens: &[Token]) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    let bytes = &text.as_bytes()[first.span.start as usize..last.span.end as usize];
    let bytes = &bytes[..bytes.len().min(SHOUTED)];
    let n_large = bytes.iter().filter(|it| it.is_ascii_uppercase()).count();
    let n_small = bytes.iter().filter(|it| it.is_ascii_lowercase()).count();
    n_large > 8 * n_small && n_large > 5
}

/// Where the sentence around `at` begins, or as far back as a walk may go.
pub fn sentence_start(items: &[Item], at: usize) -> usize {
    let floor = at.saturating_sub(2 * REACH);
    items[floor..at].iter().rposition(|it| it.class == Class::Stop).map_or(floor, |it| floor + it + 1)
}

/// "PHILADELPHIA, July 25 (UPI) —": the place and date that open a report are no part of its first clause.
fn drop_dateline(items: &mut Vec<Item>) {
    let dash = items.iter().take(12).position(|it| it.class == Class::Break);
    let plain = |it: &Item| {
        matches!(
            it.class,
            Class::Name
                | Class::Comma
                | Class::Joint
                | Class::Number
                | Class::Time
                | Class::Stop
                | Class::Particle
        )
    };
    if let Some(dash) = dash
        && dash > 0
        && items[0].class == Class::Name
        && items[..dash].iter().all(plain)
    {
        items.drain(..=dash);
    }
}

/// Tokens up to the closing bracket of the aside that opens here; none when it is long or holds a quotation.
fn aside(text: &str, tokens: &[Token]) -> Option<usize> {
    let close = tokens.iter().take(12).position(|it| it.span.of(text) == ")")?;
    let inside = text.get(tokens[0].span.start as usize..tokens[close].span.end as usize)?;
    (!inside.contains(['"', '“', '„', '«'])).then_some(close + 1)
}

fn is_initial(text: &str, token: &Token) -> bool {
    token.span.len() == 1
        && text[token.span.end as usize..].starts_with('.')
        && starts_upper(token.span.of(text))
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// True when the last quotation ends so that its sentence may go on: "Go!" he said.
fn soft(text: &str, items: &[Item]) -> bool {
    items.last().is_some_and(|it| {
        let inner = inner(it.span.of(text));
        inner.ends_with([',', '!', '?', '—', '–', '-'])
    })
}

/// True for a quotation that ends its sentence inside its marks with a full stop.
fn ends_inside(quotation: &str) -> bool {
    inner(quotation).ends_with(['.', '…', '。'])
}

/// Words between the marks, or behind a dash.
pub fn inner(quotation: &str) -> &str {
    let quotation = quotation.trim_start_matches(['-', '—', '–', '―']);
    quotation.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '\''
                    | '“'
                    | '”'
                    | '„'
                    | '‟'
                    | '‘'
                    | '’'
                    | '‚'
                    | '«'
                    | '»'
                    | '‹'
                    | '›'
                    | '「'
                    | '」'
                    | '『'
                    | '』'
                    | '`'
            )
    })
}

/// The subject of the verb at `verb`, among `items[low..verb]`: "[Trump] later said".
pub fn before(items: &[Item], low: usize, verb: usize) -> Option<(usize, usize)> {
    let low = low.max(verb.saturating_sub(REACH));
    let mut end = verb;
    while end > low && matches!(items[end - 1].class, Class::Auxiliary | Class::Adverb | Class::Time) {
        end -= 1;
    }
    // "Trump on Monday said", "Trump, in 2014, said", "Putin this week called": the subject stands before the time.
    let timed = |it: usize| {
        items[it].class == Class::Preposition
            || matches!(items[it].class, Class::Determiner | Class::Quantifier)
                && items[it + 1].class == Class::Time
    };
    if end > low && end < verb && timed(end - 1) {
        end -= 1;
    }
    if end == low {
        return None;
    }
    if items[end - 1].class == Class::Comma {
        return across_commas(items, low, end - 1);
    }
    let start = segment_start(items, low, end);
    let found = noun_phrase(items, start, end)?;
    // "[Ann Lee], a nurse from Austin, Texas said": the town's land is nobody.
    let is_name = |it: (usize, usize)| {
        items[it.0..it.1].iter().all(|it| matches!(it.class, Class::Name | Class::Title))
    };
    if start > low
        && is_name(found)
        && items[start - 1].class == Class::Comma
        && behind_place(items, low, start - 1)
        && let Some(somebody) = across_commas(items, low, start - 1)
        && is_name(somebody)
        && items[somebody.1].class == Class::Comma
        && somebody.1 + 1 < start
    {
        return Some(somebody);
    }
    Some(found)
}

/// "[Jane Doe], 66, a retired worker who lives in Lake City, said": the head of a chain of appositions whose
/// closing comma is at `comma`.
fn across_commas(items: &[Item], low: usize, comma: usize) -> Option<(usize, usize)> {
    let mut end = comma;
    let mut best = None;
    let mut spare = None;
    for _ in 0..6 {
        let mut start = end;
        while start > low && items[start - 1].class != Class::Comma && !items[start - 1].class.is_wall() {
            start -= 1;
        }
        if start == end {
            break;
        }
        let class = items[start].class;
        // "in Berea, OH, after winning Ohio, Gov. John Kasich, said": a phrase before the name ends the chain.
        let phrase =
            matches!(class, Class::Preposition | Class::Subordinator | Class::Conjunction | Class::Adverb);
        if phrase && best.is_some() {
            break;
        }
        let at_wall = start == low || items[start - 1].class.is_wall();
        let is_head = matches!(
            class,
            Class::Name | Class::Title | Class::Pronoun | Class::Determiner | Class::Quantifier | Class::Word
        );
        let opens_apposition = matches!(
            class,
            Class::Relative
                | Class::Number
                | Class::Preposition
                | Class::Subordinator
                | Class::Determiner
                | Class::Quantifier
                | Class::Word
                | Class::Adverb
                | Class::Name
                | Class::Title
                | Class::Conjunction
        );
        if is_head && let Some(found) = noun_phrase(items, after_conjunctions(items, start, end), end) {
            // "Bell's lawyer, [Carl Roe], said": the name of who is described before.
            let is_name = |it: (usize, usize)| {
                it.1 - it.0 > 1
                    && items[it.0..it.1].iter().all(|it| matches!(it.class, Class::Name | Class::Title))
            };
            // "England's transport secretary, [Ann Lee], said": a title that no name follows.
            let noun = |it: usize| matches!(items[it].class, Class::Word | Class::Title);
            // "the head of the Cairo Museum, [Ann Lee], said"
            let described = noun(found.1 - 1)
                || found.1 - found.0 > 1 && items[found.0].class == Class::Determiner && noun(found.0 + 1);
            if described && best.is_some_and(is_name) {
                break;
            }
            // "[Ann Lee], a nurse in Austin, Texas, said": what a town lies in is nobody where somebody is before it.
            if best.is_none() && class == Class::Name && !at_wall && behind_place(items, low, start - 1) {
                spare = spare.or(Some(found));
                end = start - 1;
                continue;
            }
            best = Some(found);
            // A name or pronoun that opens the sentence heads the chain; so does one before an apposition.
            if matches!(class, Class::Name | Class::Title | Class::Pronoun) && end != comma {
                break;
            }
        }
        if at_wall || !opens_apposition {
            break;
        }
        end = start - 1;
    }
    // "Speaking in Austin, [Ann Lee], who was late, said"
    best.filter(|it| spare.is_none() || items[it.0].class != Class::Word).or(spare)
}

/// True where the words before `comma` end with a preposition and a name: "in Austin".
fn behind_place(items: &[Item], low: usize, comma: usize) -> bool {
    let n_names = items[low..comma].iter().rev().take_while(|it| it.class == Class::Name).count();
    n_names > 0 && items[low..comma - n_names].last().is_some_and(|it| it.class == Class::Preposition)
}

fn after_conjunctions(items: &[Item], mut start: usize, end: usize) -> usize {
    while start < end
        && matches!(items[start].class, Class::Conjunction | Class::Subordinator | Class::Adverb)
    {
        start += 1;
    }
    start
}

/// Where the clause that ends at `end` begins: after a mark, or a word that opens clauses.
fn segment_start(items: &[Item], low: usize, end: usize) -> usize {
    let mut start = end;
    while start > low {
        let class = items[start - 1].class;
        if class.is_wall()
            || matches!(
                class,
                Class::Comma | Class::Subordinator | Class::Auxiliary | Class::Act | Class::Near
            )
        {
            break;
        }
        if class.is_speech() && start < end {
            break;
        }
        if class == Class::Conjunction && !joins_subjects(items, low, start - 1, end) {
            break;
        }
        start -= 1;
    }
    start
}

/// "[Clinton and Trump] said", but "he won and [Trump] said": what stands before the conjunction, up to the
/// clause's edge, must look like the first half of a subject.
fn joins_subjects(items: &[Item], low: usize, conjunction: usize, end: usize) -> bool {
    if conjunction + 1 == end {
        return false;
    }
    if items[conjunction + 1].class == Class::Pronoun {
        return false;
    }
    let mut at = conjunction;
    while at > low && conjunction - at < 8 {
        match items[at - 1].class {
            Class::Name
            | Class::Title
            | Class::Determiner
            | Class::Quantifier
            | Class::Word
            | Class::Number
            | Class::Joint
            | Class::Clitic => at -= 1,
            class if class.is_wall() || matches!(class, Class::Comma | Class::Subordinator) => break,
            _ => return false,
        }
    }
    at < conjunction && conjunction - at <= 5
}

/// The noun phrase that ends at `end` and starts no earlier than `start`.
fn noun_phrase(items: &[Item], start: usize, end: usize) -> Option<(usize, usize)> {
    let mut end = end;
    while end > start && matches!(items[end - 1].class, Class::Time | Class::Adverb | Class::Comma) {
        end -= 1;
    }
    if start >= end {
        return None;
    }
    let last = items[end - 1].class;
    if matches!(last, Class::Pronoun) {
        return Some((end - 1, end));
    }
    if last == Class::Relative {
        // "Beck, who has called", "officials who say": the words before the relative are meant.
        let mut antecedent_end = end - 1;
        if antecedent_end > 0 && items[antecedent_end - 1].class == Class::Comma {
            antecedent_end -= 1;
        }
        let low = antecedent_end.saturating_sub(12);
        let from = segment_start(items, low, antecedent_end);
        return if from < antecedent_end { noun_phrase(items, from, antecedent_end) } else { None };
    }
    let mut head = core_start(items, start, end)?;
    // "[a spokesman for] the campaign": a phrase that hangs on another by a preposition.
    while head > start + 1 && items[head - 1].class == Class::Preposition {
        match core_start(items, start, head - 1) {
            Some(earlier) if earlier < head - 1 => head = earlier,
            _ => break,
        }
    }
    // "officials who briefed reporters said": the words before the relative are the subject.
    if head > start + 1 && items[head - 1].class == Class::Relative {
        return noun_phrase(items, start, head - 1);
    }
    Some((head, end))
}

/// Start of the words without prepositions that end at `end`: a determiner, names, nouns.
fn core_start(items: &[Item], start: usize, end: usize) -> Option<usize> {
    let mut at = end;
    while at > start {
        match items[at - 1].class {
            Class::Name
            | Class::Title
            | Class::Word
            | Class::Number
            | Class::Joint
            | Class::Clitic
            | Class::Particle
            | Class::Conjunction => at -= 1,
            // "Clinton's last report", "the then president"
            Class::Ambiguous | Class::Saying | Class::Adverb | Class::Time if at < end => at -= 1,
            // "The statement read", "the city's report said": a noun where a determiner is.
            Class::Ambiguous | Class::Saying
                if at > start + 1 && matches!(items[at - 2].class, Class::Determiner | Class::Clitic) =>
            {
                at -= 1;
            }
            Class::Determiner | Class::Quantifier => {
                at -= 1;
                break;
            }
            _ => break,
        }
    }
    while at < end
        && matches!(
            items[at].class,
            Class::Conjunction | Class::Adverb | Class::Clitic | Class::Time | Class::Joint
        )
    {
        at += 1;
    }
    (at < end).then_some(at)
}

/// The same where a time or another phrase may come between: "a prévenu mercredi sur France Info [le maire]".
pub fn after_phrases(text: &str, items: &[Item], from: usize) -> Option<(usize, usize)> {
    let class = |it: usize| items.get(it).map(|it| it.class);
    let mut start = from;
    while start < from + 4 {
        match class(start) {
            Some(Class::Time | Class::Adverb | Class::Number) => start += 1,
            // "queixou-se"
            Some(Class::Joint) => start += 2,
            _ => break,
        }
    }
    if class(start) != Some(Class::Preposition) {
        return after(items, start);
    }
    // "ha scritto su Facebook [Paola Neri]"
    let network = items.get(start + 1).is_some_and(|it| among_folded(NETWORKS, it.span.of(text)));
    if network && matches!(class(start + 2), Some(Class::Name | Class::Title)) {
        return after(items, start + 2);
    }
    // A phrase of some words, and then a determiner or title opens the subject.
    let opens = |it: &Item| matches!(it.class, Class::Determiner | Class::Quantifier | Class::Title);
    let rest = &items[start + 1..items.len().min(start + 9)];
    let skipped = rest
        .iter()
        .position(|it| !matches!(it.class, Class::Preposition | Class::Determiner | Class::Quantifier))?;
    let inside = |it: &&Item| {
        matches!(
            it.class,
            Class::Word | Class::Name | Class::Number | Class::Time | Class::Preposition | Class::Comma
        )
    };
    let n_inside = rest[skipped..].iter().take_while(inside).count();
    let subject = start + 1 + skipped + n_inside;
    (n_inside > 0 && items.get(subject).is_some_and(opens) && class(subject - 1) != Some(Class::Preposition))
        .then(|| after(items, subject))?
}

/// "said the mayor of Rome, [Marco Bianchi], ": who is described by the words before and named behind a comma.
fn named_behind(items: &[Item], source: (usize, usize)) -> (usize, usize) {
    let mut comma = source.1;
    // "según la ministra de Hacienda, [Ana Ruiz], "
    if items[source.1 - 1].class == Class::Title
        && items.get(comma).is_some_and(|it| it.class == Class::Preposition)
    {
        let of = |it: &&Item| {
            matches!(
                it.class,
                Class::Preposition | Class::Determiner | Class::Quantifier | Class::Name | Class::Word
            )
        };
        comma += items[comma..].iter().take(6).take_while(of).count();
    }
    let start = comma + 1;
    let described = matches!(items[source.0].class, Class::Determiner | Class::Quantifier | Class::Word);
    let rest = items.get(start..).unwrap_or(&[]);
    let is_name =
        |it: &&Item| matches!(it.class, Class::Name | Class::Title | Class::Particle | Class::Joint);
    let n_names = rest.iter().take(6).take_while(is_name).count();
    let ends = rest.get(n_names).is_none_or(|it| it.class == Class::Comma || it.class.is_wall());
    let comma = items.get(comma).is_some_and(|it| it.class == Class::Comma);
    if described && comma && n_names > 1 && ends { (start, start + n_names) } else { source }
}

/// A paper's name in marks is shorter than this, in bytes.
const PAPER: usize = 40;

/// The subject that follows the verb before `from`: "said [Evan Tracey, a consultant]".
pub fn after(items: &[Item], from: usize) -> Option<(usize, usize)> {
    let mut start = from;
    while start < items.len()
        && matches!(items[start].class, Class::Adverb | Class::Auxiliary)
        && start < from + 3
    {
        start += 1;
    }
    let first = items.get(start)?;
    match first.class {
        Class::Pronoun => return Some((start, start + 1)),
        Class::Name | Class::Title | Class::Word | Class::Determiner | Class::Quantifier | Class::Number => {}
        _ => return None,
    }
    let mut end = start;
    let mut named = false;
    while end < items.len() && end - start < 24 {
        match items[end].class {
            Class::Name | Class::Title => named = true,
            Class::Word
            | Class::Determiner
            | Class::Quantifier
            | Class::Number
            | Class::Joint
            | Class::Clitic
            | Class::Particle => {}
            Class::Ambiguous | Class::Saying => {}
            Class::Adverb if !named => {}
            // "the 34-year-old"
            Class::Time if end > start && items[end - 1].class == Class::Joint => {}
            // "schreibt die „Neue Zeitung“"
            Class::Quotation
                if end > start
                    && matches!(items[end - 1].class, Class::Determiner | Class::Quantifier)
                    && items[end].span.len() < PAPER =>
            {
                named = true;
            }
            // "said Heiserman of the CORE Teachers", "said a spokesman for the mayor"; but "said Trump in Ohio".
            Class::Preposition if end > start && !named => {}
            Class::Conjunction
                if end + 1 < items.len() && matches!(items[end + 1].class, Class::Name | Class::Title) => {}
            _ => break,
        }
        end += 1;
    }
    while end > start
        && matches!(
            items[end - 1].class,
            Class::Preposition | Class::Conjunction | Class::Determiner | Class::Quantifier | Class::Joint
        )
    {
        end -= 1;
    }
    (end > start).then(|| named_behind(items, (start, end)))
}
