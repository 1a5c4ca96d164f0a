//! Quotes: words in quotation marks, and reported speech, each with the cue that hands it to somebody.
//!
//! In goes the document, out come its quotes in the order of the text. A quote's [`Cue`] holds the words that
//! name its speaker *here* ("he", "the mayor"); who these words mean is for
//! [`link::attribution`](crate::link::attribution) to tell.
//!
//! Quotes in marks are disjoint but for those that a speaker quotes (“My father told me, ‘Never give up,’ and I never
//! did,” the mayor said), which come behind the quote that holds them; reported clauses are disjoint. Such a clause may
//! hold partial quotes, and then comes before them.
//!
//! Marks around titles ("a film called “Jaws”") and single odd words ("so-called “experts”") quote nobody:
//! they are told apart by their neighbours and left out.

mod clause;
mod cue;
mod dashes;
mod marks;
mod reported;
mod set_apart;
mod subject;
mod transcript;
mod words;

pub use cue::Cue;
pub use words::{Third, Words};

use crate::order;
use crate::read::Document;
use crate::read::blocks::Role;
use crate::read::tokens::{Token, wide};
use crate::text::Span;
use clause::Item;
use marks::Quotation;
use words::Class;

/// Somebody's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// Where, quotation marks included.
    pub span: Span,
    /// How the words are given.
    pub kind: QuoteKind,
    /// The words that hand them to somebody.
    pub cue: Option<Cue>,
    /// Index of its block.
    pub block: u32,
    /// True when the paragraph before left these words open: the same person goes on.
    pub continued: bool,
    /// True for words that whoever is quoted quotes.
    pub nested: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

/// How somebody's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// In quotation marks, a sentence or more.
    Direct,
    /// In quotation marks, a few words inside the article's own sentence.
    Partial,
    /// In the article's words: "officials said that …".
    Reported,
}

/// Finds the quotes of a document.
pub fn find(document: &Document) -> Vec<Quote> {
    let text = document.text;
    let words = Words::of(&document.language.tag);
    let mut quotations = marks::pair(text, &document.blocks);
    dashes::find(text, &document.blocks, words, &mut quotations);
    let mut quotes = Vec::new();
    let (mut items, mut inner) = (Vec::new(), Vec::new());
    let (mut token, mut from) = (0, 0);
    // The cue that the block before ended with: "Caddell continued:".
    let mut handed_on: Option<Cue> = None;
    for (idx, block) in document.blocks.iter().enumerate() {
        if block.role == Role::Furniture {
            continue;
        }
        let n = quotations[from..].iter().take_while(|it| it.block == idx as u32).count();
        let until = |from: usize, at: u32| {
            from + document.tokens[from..].iter().take_while(|it| it.span.start < at).count()
        };
        let start = until(token, block.span.start);
        let end = until(start, block.span.end);
        let here = &quotations[from..from + n];
        let shouted = clause::items(text, &document.tokens[start..end], here, from as u32, words, &mut items);
        let found = quotes.len();
        for at in 0..items.len() {
            if items[at].class == Class::Quotation {
                let quotation = &quotations[items[at].quotation as usize];
                let before = if at == 0 { handed_on.take().filter(|_| block.role.is_body()) } else { None };
                quotes.extend(read(text, quotation, &items, at, before, words, shouted));
            }
        }
        if quotes.len() > found {
            let tokens = &document.tokens[start..end];
            within(text, tokens, here, from as u32, words, &mut inner, &mut quotes, found);
        }
        if !matches!(block.role, Role::Site | Role::Byline | Role::Timestamp | Role::Kicker | Role::Code) {
            reported::find(text, &items, idx as u32, words, &mut quotes);
            order::by_key(&mut quotes[found..], |it| (it.span.start, u32::MAX - it.span.end));
        }
        handed_on = match items.last().filter(|_| block.role.is_body()) {
            Some(it) if it.class == Class::Colon => cue::at_end(text, &items, words),
            Some(_) if n == 0 => cue::sentence_before(text, &items, items.len(), words).map(|it| Cue {
                rule: "block_before",
                confidence: 0.35,
                ..it
            }),
            _ => None,
        };
        (token, from) = (end, from + n);
    }
    set_apart::find(document, words, &mut quotes);
    transcript::find(text, &document.blocks, &mut quotes);
    // Whose people speak in whole sentences, he puts a word of the narrator's own in marks: two "seconds" on the train.
    if is_dialogue(document, &quotes) {
        quotes.retain(|it| it.rule != FEW);
    }
    quotes
}

/// The rule of a turn that a dash opens: somebody else's than the turn before.
pub const DASH_TURN: &str = "dash_turn";

/// The rule of a few words in marks inside a sentence.
const FEW: &str = "marks_few_words";

/// A text is dialogue when this share of its blocks opens with a quotation right after another that does.
/// Of 924 news articles under 2 % reach it, of passages from novels three in four.
const SHARE: f32 = 0.22;
/// Fewer such pairs of blocks prove nothing.
const MIN_PAIRS: usize = 3;
/// True for a text whose paragraphs are mostly people's turns.
pub fn is_dialogue(document: &Document, quotes: &[Quote]) -> bool {
    let mut n_pairs = 0;
    let mut last: Option<u32> = None;
    let mut n_blocks = 0;
    let mut quotes = quotes.iter().filter(|it| it.kind != QuoteKind::Reported).peekable();
    for (idx, block) in document.blocks.iter().enumerate() {
        if !block.role.is_body() {
            continue;
        }
        n_blocks += 1;
        while quotes.peek().is_some_and(|it| it.block < idx as u32) {
            quotes.next();
        }
        let opens = quotes.peek().is_some_and(|it| it.span.start == block.span.start && !it.continued);
        if opens {
            n_pairs += usize::from(last == Some(n_blocks - 1));
            last = Some(n_blocks);
        }
    }
    n_pairs >= MIN_PAIRS && n_pairs as f32 >= SHARE * n_blocks as f32
}

/// Reads what lies within the quotations of a block, whose quotes so far begin at `found`: in Romance languages the words
/// that hand a quotation over; and further quotations, each among the words of the one that holds it. Of these only what a
/// verb right there hands to somebody else counts: more than elsewhere, marks are for titles and odd words within
/// somebody's words, and “I would say, ‘That is odd’” is who speaks already.
#[allow(clippy::too_many_arguments)]
fn within(
    text: &str,
    tokens: &[Token],
    quotations: &[Quotation],
    first: u32,
    words: &Words,
    items: &mut Vec<Item>,
    quotes: &mut Vec<Quote>,
    found: usize,
) {
    let n_outer = quotes.len();
    let mut outer = found;
    for (idx, holder) in quotations.iter().enumerate() {
        let held = &quotations[idx + 1..];
        let held = &held[..held.iter().take_while(|it| it.span.start < holder.span.end).count()];
        while outer < n_outer && quotes[outer].span.start < holder.span.start {
            outer += 1;
        }
        let is_outer = outer < n_outer && quotes[outer].span == holder.span;
        if held.is_empty() && !(words.inserts() && is_outer) {
            continue;
        }
        let from = tokens.partition_point(|it| it.span.start <= holder.span.start);
        let to = tokens.partition_point(|it| it.span.end < holder.span.end + u32::from(!holder.closed));
        let tokens = tokens.get(from..to).unwrap_or(&[]);
        let shouted = clause::items(text, tokens, held, first + idx as u32 + 1, words, items);
        if words.inserts()
            && is_outer
            && !holder.dash
            && quotes[outer].cue.is_none_or(|it| it.confidence < 0.9)
            && let Some(cue) = cue::inside(text, items, words)
        {
            quotes[outer].cue = Some(cue);
        }
        for at in (0..items.len()).filter(|&it| items[it].class == Class::Quotation) {
            let quotation = &quotations[(items[at].quotation - first) as usize];
            let quote = read(text, quotation, items, at, None, words, shouted);
            let others = |it: &Quote| {
                let Some(Cue { span: Some(verb), source: Some(source), confidence: 0.95.., .. }) = it.cue
                else {
                    return false;
                };
                let apart = verb.start.max(source.start) - verb.end.min(source.end);
                it.kind == QuoteKind::Direct && apart <= NESTED_APART && !words.is("self", source.of(text))
            };
            quotes.extend(quote.filter(others).map(|it| Quote { nested: true, ..it }));
        }
    }
}

/// A subject further from its verb than this many bytes is not quite sure.
const NESTED_APART: u32 = 20;

/// One quotation: its kind and cue; none when it is a title or odd word.
fn read(
    text: &str,
    quotation: &Quotation,
    items: &[Item],
    at: usize,
    handed_on: Option<Cue>,
    words: &Words,
    shouted: bool,
) -> Option<Quote> {
    let inner = clause::inner(quotation.span.of(text));
    if !inner.contains(char::is_alphanumeric) {
        return None;
    }
    let cue = cue::find(text, items, at, words).or(handed_on);
    if quotation.dash {
        let opens = quotation.span.of(text).starts_with(['-', '—', '–', '―']);
        return Some(Quote {
            span: quotation.span,
            kind: QuoteKind::Direct,
            // Only words that lead up to it hand over a turn of its own.
            cue: cue.filter(|it| it.confidence > 0.5),
            block: quotation.block,
            continued: false,
            nested: false,
            rule: if opens { DASH_TURN } else { "dash_on" },
        });
    }
    let n_words = n_words(inner);
    let kind = kind(inner, n_words, items, at);
    let weak = |it: Span| words.is("weak", it.of(text));
    let handed = cue.is_some_and(|it| it.span.is_some_and(|it| !weak(it)));
    // "It was not “uncivilised or wrong” to discuss it": nobody near who could have said so.
    let nobodys = cue.is_none_or(|it| it.rule == "sentence_subject" && it.confidence < 0.3);
    if kind == QuoteKind::Partial
        && nobodys
        && n_words <= 6
        && (n_words <= 3 || inner.starts_with(char::is_uppercase))
    {
        return None;
    }
    let ended = inner.ends_with([',', '.', '!', '?', '…']);
    // "BAKER OUT OF “DANCE WITH THE STARS”"
    if shouted && cue.is_none_or(|it| it.confidence < 0.5) && n_words <= 5 && !ended {
        return None;
    }
    if n_words <= 8 && !handed && is_dated(quotation.span, text) {
        return None;
    }
    // At the “Coach and Horses,” he stopped: a name inside a sentence, with the sentence's own comma.
    let named = n_words <= 5 && !opens(items, at) && !inner.ends_with(['!', '?', '…']);
    // "the “Coach and Horses,”" is one whoever else is near, and "a broadcast of “Evening Talk,”".
    let the = at > 0 && items[at - 1].span.of(text).eq_ignore_ascii_case("the");
    // "Rain stopped play on Monday. “We will be back,”": of another sentence.
    // "in his book on the long campaign, “The Selling of a Mayor,”"
    let reach = if at > 0 && items[at - 1].class == Class::Comma { 10 } else { 4 };
    let near = items[at.saturating_sub(reach)..at].iter().rev().map(|it| it.span.of(text));
    let work = near.take_while(|it| *it != ".").any(|it| words.is("work", it));
    // “Song of the Sea” was written by nobody who speaks.
    let subject = items.get(at + 1).is_some_and(|it| it.class == Class::Auxiliary)
        && !ended
        && n_capitals(inner).is_some_and(|it| it > 1);
    if subject {
        return None;
    }
    // Where all is in capitals, only what is said to be a work's title can be told.
    let is_title = |of_work: bool| (of_work || !shouted) && is_title(inner, items, at, of_work);
    // "dans son livre « Je reste »"
    let of_work = n_words <= 9 && at > 0 && words.is("work", items[at - 1].span.of(text));
    if (named && (!handed || the) || n_words <= 9 && work) && is_title(work) || of_work && !ended {
        return None;
    }
    if kind == QuoteKind::Partial
        && (is_title(false) || !handed && n_words <= 2 || is_odd_word(text, items, at, n_words))
    {
        return None;
    }
    let few = n_words <= 3 && inner.starts_with(char::is_lowercase) && !opens(items, at);
    let verb = at > 0 && items[at - 1].class == Class::Verb;
    // "… and “our own struggle”": one of several things said.
    let listed = items[at.saturating_sub(3)..at].iter().any(|it| it.class == Class::Quotation);
    let spoken = verb || listed || handed && cue.is_some_and(|it| it.confidence >= 0.75);
    let rule = match (quotation.closed, kind) {
        (false, _) => "open_paragraph",
        (_, QuoteKind::Direct) => "marks_sentence",
        _ if few && !spoken => FEW,
        _ => "marks_words",
    };
    Some(Quote {
        span: quotation.span,
        kind,
        cue,
        block: quotation.block,
        continued: quotation.continued,
        nested: false,
        rule,
    })
}

/// Words between blanks; where none are written, two letters make one.
fn n_words(inner: &str) -> usize {
    let n_wide = if inner.is_ascii() { 0 } else { inner.chars().filter(|it| wide::is_wide(*it)).count() };
    inner.split_whitespace().count().max(n_wide.div_ceil(2))
}

/// Nothing of the sentence stands before the quotation, or what stands there hands over to it.
fn opens(items: &[Item], at: usize) -> bool {
    let before = at.checked_sub(1).map(|it| items[it].class);
    matches!(before, None | Some(Class::Stop | Class::Colon | Class::Comma | Class::Quotation))
}

/// Whole sentences are direct, words inside the article's own sentence partial.
fn kind(inner: &str, n_words: usize, items: &[Item], at: usize) -> QuoteKind {
    let capital = inner.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    // Chinese and Japanese leave the stop away before the closing mark.
    let ends =
        inner.ends_with(['.', ',', '!', '?', '…', '—', '。', '！', '？']) || inner.ends_with(wide::is_wide);
    let opens = opens(items, at);
    if capital && (ends || opens) && (n_words > 2 || opens) || opens && ends && n_words > 4 {
        QuoteKind::Direct
    } else {
        QuoteKind::Partial
    }
}

/// True for a so-called “expert”: a word or two, not handed over by a verb right before them.
fn is_odd_word(text: &str, items: &[Item], at: usize, n_words: usize) -> bool {
    let before = at.checked_sub(1).map(|it| &items[it]);
    n_words <= 2
        && before.is_some_and(|it| {
            let word = it.span.of(text);
            ["called", "titled", "entitled", "dubbed", "named", "sogenannte", "sogenannten"].contains(&word)
                && !(at > 1 && matches!(items[at - 2].class, Class::Name | Class::Pronoun))
        })
}

/// True for a work with its year: “She Hate Me” (2004).
fn is_dated(span: Span, text: &str) -> bool {
    let behind = text.get(span.end as usize..).unwrap_or("").trim_start().as_bytes();
    matches!(behind, [b'(', a, b, c, d, b')', ..] if [a, b, c, d].iter().all(|it| it.is_ascii_digit()))
}

/// How many words are capitalized, where every longer one is.
fn n_capitals(inner: &str) -> Option<usize> {
    let bare = inner.trim_end_matches([',', '.', ';']);
    if bare.ends_with(['!', '?', '…']) && bare.split_whitespace().count() > 4 {
        return None;
    }
    let mut n = 0;
    for word in bare.split_whitespace() {
        let capital =
            word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric());
        if !capital && word.chars().count() > 4 {
            return None;
        }
        n += usize::from(capital);
    }
    Some(n)
}

/// True for the name of a work or thing: every longer word capitalized, no end of a sentence, and no
/// word of speech right before.
fn is_title(inner: &str, items: &[Item], at: usize, work: bool) -> bool {
    let Some(n_names) = n_capitals(inner) else { return false };
    let before = at.checked_sub(1).map(|it| items[it].class);
    let spoken = matches!(
        before,
        Some(Class::Verb | Class::Colon | Class::Comma | Class::Subordinator | Class::Ambiguous)
    );
    n_names >= 1 && (!spoken || work && n_names > 1) && before.is_some()
}
