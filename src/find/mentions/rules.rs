//! Names by capital letters and short lists, for languages and texts that no model knows.
//!
//! A name is a run of capitalized words; a title, a nationality or a possessive ending parts runs:
//! "Ukrainian President Volodymyr Zelensky" is a nationality, a title and a person. Where capitals say
//! nothing (the first word of a sentence, a headline in title case) only what is known from the lists or
//! from elsewhere in the text counts.

use super::{EntityKind, Mention};
use crate::lexicon::{Lexicon, eq_folded, hash_folded};
use crate::order;
use crate::read::Document;
use crate::read::tokens::{Token, TokenKind};
use crate::text::Span;

/// More words than this are no name but a line in capitals.
const MAX_WORDS: usize = 8;

/// Finds names by rule.
pub(super) fn find(document: &Document) -> Vec<Mention> {
    let words = Words::of(document);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut shouting: Vec<usize> = Vec::new();
    let mut tokens = &document.tokens[..];
    for idx in 0..document.sentences.len() {
        let n = tokens.partition_point(|it| it.sentence as usize <= idx);
        let (sentence, rest) = tokens.split_at(n);
        tokens = rest;
        if capitals_say_nothing(document, sentence) {
            shouting.push(idx);
        } else {
            runs(document, sentence, &words, &mut mentions);
        }
    }
    if !shouting.is_empty() {
        let known = Known::of(document, &mentions);
        for idx in shouting {
            known.find(document, document.tokens_of(idx), &mut mentions);
        }
        order::by_key(&mut mentions, |it| it.span);
    }
    mentions
}

/// How the text writes its words elsewhere, by the hash of the lower-cased word; sorted.
struct Words {
    lower: Vec<u32>,
}

impl Words {
    fn of(document: &Document) -> Words {
        let mut lower: Vec<u32> = document
            .tokens
            .iter()
            .filter(|it| it.kind == TokenKind::Word)
            .map(|it| it.span.of(document.text))
            .filter(|it| it.starts_with(char::is_lowercase))
            .map(hash_folded)
            .collect();
        order::sort(&mut lower);
        lower.dedup();
        Words { lower }
    }

    fn is_lower_somewhere(&self, word: &str) -> bool {
        self.lower.binary_search(&hash_folded(word)).is_ok()
    }
}

/// True for a headline in title case or a line in capitals: most long words have a capital.
fn capitals_say_nothing(document: &Document, tokens: &[Token]) -> bool {
    let (mut n_upper, mut n_lower) = (0, 0);
    for token in tokens.iter().filter(|it| it.kind == TokenKind::Word && it.span.len() > 3) {
        if token.span.of(document.text).starts_with(char::is_uppercase) { n_upper += 1 } else { n_lower += 1 }
    }
    // "President Trump met Volodymyr Zelensky." is a sentence; a headline has no full stop.
    let stops = tokens.last().is_some_and(|it| it.span.of(document.text) == ".");
    n_upper > 3 && n_upper >= if stops { 10 } else { 3 } * n_lower && !(stops && n_upper < 10)
}

/// Words that join capitalized words to one name: "Bank of America", "Ludwig van Beethoven".
fn joins(word: &str) -> bool {
    matches!(
        word,
        "of" | "de"
            | "del"
            | "la"
            | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "al"
            | "el"
            | "da"
            | "du"
            | "di"
            | "&"
    )
}

/// The names of a sentence in ordinary case.
fn runs(document: &Document, tokens: &[Token], words: &Words, mentions: &mut Vec<Mention>) {
    let text = document.text;
    let mut at = 0;
    while at < tokens.len() {
        if !is_name_word(document, tokens, at, words) {
            at += 1;
            continue;
        }
        let start = at;
        let lexicon = document.lexicon;
        let after_title = start > 0 && {
            let before = tokens[start - 1].span.of(text);
            // The full stop of "Mr." is a token of its own.
            let before = if before == "." && start > 1 { tokens[start - 2].span.of(text) } else { before };
            lexicon.titles.contains(before)
        };
        at += 1;
        let stands_alone = |it: &Token| {
            let word = it.span.of(text);
            lexicon.nationalities.contains(word) || matches!(word, "U.S." | "U.K." | "U.N.")
        };
        if !stands_alone(&tokens[start]) || followed_by_org_word(document, tokens, start) {
            while at < tokens.len() && at - start < 2 * MAX_WORDS {
                let glued = tokens[at].span.start == tokens[at - 1].span.end;
                let word = tokens[at].span.of(text);
                if is_name_word(document, tokens, at, words) {
                    at += 1;
                } else if tokens.get(at + 1).is_some_and(|next| {
                    let mark =
                        matches!(word, "-" | "'" | "’") && glued && next.span.start == tokens[at].span.end;
                    let initial = word == "." && glued && tokens[at - 1].span.len() == 1;
                    (mark || initial || joins(word)) && is_name_word(document, tokens, at + 1, words)
                }) {
                    at += 2;
                } else {
                    break;
                }
            }
        }
        let span = Span::new(tokens[start].span.start as usize, tokens[at - 1].span.end as usize);
        let (kind, confidence, rule) = kind_of(document, span, &tokens[start..at], after_title);
        mentions.push(Mention { span, kind, confidence, rule });
    }
}

/// "Democratic Party", "European Union": the nationality is part of the name.
fn followed_by_org_word(document: &Document, tokens: &[Token], at: usize) -> bool {
    tokens[at + 1..]
        .iter()
        .take(3)
        .map(|it| it.span.of(document.text))
        .take_while(|it| it.starts_with(char::is_uppercase))
        .any(|it| document.lexicon.org_words.contains(it))
}

/// True when the word at `at` can be part of a name.
fn is_name_word(document: &Document, tokens: &[Token], at: usize, words: &Words) -> bool {
    let word = tokens[at].span.of(document.text);
    let lexicon = document.lexicon;
    if tokens[at].kind != TokenKind::Word || !word.starts_with(char::is_uppercase) {
        return false;
    }
    if word == "I" || lexicon.titles.contains(word) || is_calendar(word) {
        return false;
    }
    let first = !tokens[..at].iter().any(|it| matches!(it.kind, TokenKind::Word | TokenKind::Number));
    let opens = first || matches!(tokens[at - 1].span.of(document.text), ":" | "\"" | "“" | "•");
    if lexicon.stop.contains(word) || word.len() < 2 {
        return word.len() < 2
            && !opens
            && tokens.get(at + 1).is_some_and(|it| it.span.of(document.text) == ".");
    }
    if !opens || is_listed(lexicon, word) {
        return true;
    }
    let next_is_name = tokens.get(at + 1).is_some_and(|it| {
        let next = it.span.of(document.text);
        it.kind == TokenKind::Word && next.starts_with(char::is_uppercase) && !lexicon.stop.contains(next)
    });
    !words.is_lower_somewhere(word) && (next_is_name || !looks_common(word))
}

fn is_listed(lexicon: &Lexicon, word: &str) -> bool {
    is_first_name(lexicon, word)
        || lexicon.places.contains(word)
        || lexicon.nationalities.contains(word)
        || lexicon.org_words.contains(word)
}

fn is_first_name(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.women.contains(word) || lexicon.men.contains(word)
}

/// Endings of words that open sentences more often than they are names: "Meanwhile", "Having".
fn looks_common(word: &str) -> bool {
    [
        "ly", "ing", "ed", "tion", "ments", "ment", "ness", "ever", "while", "though", "fore", "ers", "ies",
        "ity",
    ]
    .iter()
    .any(|it| word.ends_with(it))
}

fn is_calendar(word: &str) -> bool {
    const NAMES: [&str; 19] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.contains(&word)
}

fn kind_of(
    document: &Document,
    span: Span,
    tokens: &[Token],
    after_title: bool,
) -> (EntityKind, f32, &'static str) {
    let text = document.text;
    let lexicon = document.lexicon;
    let whole = span.of(text);
    let first = tokens[0].span.of(text);
    let last = tokens[tokens.len() - 1].span.of(text);
    if lexicon.places.contains(whole) {
        (EntityKind::Place, 0.8, "place_list")
    } else if lexicon.nationalities.contains(whole) {
        (EntityKind::Other, 0.8, "nationality_list")
    } else if after_title {
        (EntityKind::Person, 0.8, "after_title")
    } else if lexicon.org_words.contains(whole)
        || lexicon.org_words.contains(last)
        || (tokens.len() > 2 && tokens.iter().any(|it| lexicon.org_words.contains(it.span.of(text))))
    {
        (EntityKind::Organization, 0.7, "organization_word")
    } else if is_first_name(lexicon, first) || tokens.len() > 2 && tokens[1].span.of(text) == "." {
        (EntityKind::Person, 0.7, "first_name")
    } else if first.len() > 1
        && tokens.len() == 1
        && first.bytes().all(|it| it.is_ascii_uppercase() || it == b'.')
    {
        (EntityKind::Organization, 0.5, "acronym")
    } else if lexicon.places.contains(last) || lexicon.places.contains(first) {
        (EntityKind::Place, 0.5, "place_word")
    } else {
        (EntityKind::Person, 0.4, "capitals")
    }
}

/// Names that the body of the text told, for lines where capitals tell nothing.
struct Known<'t> {
    /// Hash of the first word, words of the name, kind; sorted by hash, longer names first.
    names: Vec<(u32, Vec<&'t str>, EntityKind)>,
}

impl<'t> Known<'t> {
    fn of(document: &Document<'t>, mentions: &[Mention]) -> Known<'t> {
        let mut names: Vec<(u32, Vec<&str>, EntityKind)> = Vec::with_capacity(mentions.len());
        let mut tokens = &document.tokens[..];
        for mention in mentions {
            tokens = &tokens[tokens.partition_point(|it| it.span.start < mention.span.start)..];
            let n = tokens.partition_point(|it| it.span.start < mention.span.end);
            let words: Vec<&str> = tokens[..n].iter().map(|it| it.span.of(document.text)).collect();
            if let Some(first) = words.first() {
                names.push((hash_folded(first), words, mention.kind));
            }
        }
        order::by(&mut names, |a, b| (a.0, b.1.len(), &a.1).cmp(&(b.0, a.1.len(), &b.1)));
        names.dedup_by(|a, b| a.1 == b.1);
        Known { names }
    }

    fn find(&self, document: &Document, tokens: &[Token], mentions: &mut Vec<Mention>) {
        let text = document.text;
        let mut at = 0;
        while at < tokens.len() {
            let word = tokens[at].span.of(text);
            let found = self.longest_at(text, &tokens[at..]).or_else(|| {
                let listed = tokens[at].kind == TokenKind::Word
                    && word.len() > 1
                    && !document.lexicon.stop.contains(word);
                if listed && document.lexicon.places.contains(word) {
                    Some((1, EntityKind::Place))
                } else if listed && document.lexicon.nationalities.contains(word) {
                    Some((1, EntityKind::Other))
                } else {
                    None
                }
            });
            let Some((n, kind)) = found else {
                at += 1;
                continue;
            };
            let span = Span::new(tokens[at].span.start as usize, tokens[at + n - 1].span.end as usize);
            mentions.push(Mention { span, kind, confidence: 0.6, rule: "known_in_heading" });
            at += n;
        }
    }

    fn longest_at(&self, text: &str, tokens: &[Token]) -> Option<(usize, EntityKind)> {
        /// A first name shared by more names than this in one text is left to its first so many.
        const MAX_CANDIDATES: usize = 50;
        let hash = hash_folded(tokens.first()?.span.of(text));
        let start = self.names.partition_point(|it| it.0 < hash);
        self.names[start..].iter().take_while(|it| it.0 == hash).take(MAX_CANDIDATES).find_map(
            |(_, words, kind)| {
                let same = tokens.len() >= words.len()
                    && words.iter().zip(tokens).all(|(word, token)| eq_folded(word, token.span.of(text)));
                same.then_some((words.len(), *kind))
            },
        )
    }
}
