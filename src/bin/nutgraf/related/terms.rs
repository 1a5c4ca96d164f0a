//! An article as terms: its words, the names in it, its keyphrases; and what is shown of it elsewhere.

use super::{hash, sketch};
use nutgraf::read::hints::Hints;
use nutgraf::read::tokens::TokenKind;
use nutgraf::{Analysis, Options, Parts, analyze_with};
use std::collections::BTreeMap;

/// Kinds of terms, for [`hash::hash`].
const WORD: u8 = b'w';
const NAME: u8 = b'n';
const PHRASE: u8 = b'p';

/// Names and phrases of an article that are kept, the most salient first.
const MOST_NAMES: usize = 24;
const MOST_PHRASES: usize = 20;

/// Terms of an article that are kept, the most frequent first: the rest of a book would only cost room.
const MOST_TERMS: usize = 500;

/// Letters of a first sentence that stands for a missing headline.
const TITLE_CHARS: usize = 90;

/// Fewer words are no sentence.
const WORDS: usize = 4;

/// What one article is to others.
pub struct Terms {
    /// What it is called.
    pub title: String,
    /// Where it stands, when it says so itself.
    pub url: Option<String>,
    /// Hash of a term, and how much the article makes of it (see [`weigh`]); in the order of the hashes.
    pub terms: Vec<(u64, u8)>,
    /// See [`sketch`].
    pub sketch: Vec<u32>,
    /// Names, as the article writes them.
    pub names: Vec<String>,
    /// Keyphrases, likewise.
    pub phrases: Vec<String>,
}

/// With fewer words of running text a page is a list of links, or says that it was not found.
const LEAST_WORDS: usize = 20;

/// Reads an article; none when there is no running text in it.
pub fn of(text: &str, hints: Option<&Hints>, options: Options) -> Option<Terms> {
    let options = Options {
        parts: Parts::METADATA | Parts::SENTENCES | Parts::ENTITIES | Parts::KEYPHRASES,
        ..options
    };
    let analysis = analyze_with(text, hints, &options);
    let is_none = |code: &str| matches!(code, "empty" | "looks_binary" | "no_article");
    if analysis.notes.iter().any(|it| is_none(it.code)) {
        return None;
    }
    let document = &analysis.document;
    let is_running =
        |sentence: u32| document.blocks[document.sentences[sentence as usize].block as usize].role.is_body();
    let words = document.tokens.iter().filter(|it| it.kind == TokenKind::Word && is_running(it.sentence));
    if words.take(LEAST_WORDS).count() < LEAST_WORDS {
        return None;
    }
    let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
    let all_words = count_words(&analysis, &mut counts);
    let names = names(&analysis, &mut counts);
    let phrases = phrases(&analysis, &names, &mut counts);
    let mut terms: Vec<(u64, u8)> = counts.into_iter().map(|(hash, count)| (hash, weigh(count))).collect();
    if terms.len() > MOST_TERMS {
        terms.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(MOST_TERMS);
        terms.sort_unstable();
    }
    Some(Terms {
        title: title(&analysis)?,
        url: analysis.document.metadata.url.filter(|it| is_web(it)),
        terms,
        sketch: sketch::of(&all_words),
        names,
        phrases,
    })
}

/// How much an article makes of what it says `count` times: the tenth time adds less than the second
/// (1 + log2 of the count, in eighths; a single time is 8, sixteen times are 40).
fn weigh(count: u32) -> u8 {
    let count = count.clamp(1, 1 << 20);
    let whole = count.ilog2();
    // Between two powers of two a straight line is near enough.
    let part = ((count - (1 << whole)) * 8) >> whole;
    (8 + whole * 8 + part) as u8
}

/// Counts the words that carry a topic, those of the headline twice more; answers all words in order, for the sketch.
fn count_words(analysis: &Analysis, counts: &mut BTreeMap<u64, u32>) -> Vec<u64> {
    let document = &analysis.document;
    let mut all = Vec::with_capacity(document.tokens.len());
    let mut stem = String::new();
    for token in &document.tokens {
        let word = token.span.of(document.text);
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            continue;
        }
        document.lexicon.stem(word, &mut stem);
        let hash = hash::hash(WORD, stem.as_bytes());
        all.push(hash);
        // Numbers tell copies, not topics; so do single letters.
        let tells = token.kind == TokenKind::Word
            && (stem.len() > 2 || !word.is_ascii())
            && !document.lexicon.stop.contains(word);
        if tells {
            let block = document.sentences[token.sentence as usize].block;
            let is_title = document.blocks[block as usize].role == nutgraf::read::blocks::Role::Headline;
            *counts.entry(hash).or_default() += if is_title { 3 } else { 1 };
        }
    }
    all
}

/// The names, and each as a term: who and where an article is about tells more than its words.
fn names(analysis: &Analysis, counts: &mut BTreeMap<u64, u32>) -> Vec<String> {
    let salience = &analysis.ranking.entities;
    let mut order: Vec<usize> = (0..analysis.links.entities.len()).collect();
    let of = |it: usize| salience.get(it).copied().unwrap_or(0.0);
    order.sort_by(|&a, &b| of(b).total_cmp(&of(a)).then(a.cmp(&b)));
    let mut names = Vec::new();
    for entity in order.iter().map(|&it| &analysis.links.entities[it]).take(MOST_NAMES) {
        let n_named = entity.mentions.iter().filter(|it| it.named).count() as u32;
        if n_named == 0 || !entity.name.chars().any(char::is_alphabetic) {
            continue;
        }
        // Its words are terms too: names count more than other words already. Counted twice, articles on the same
        // people went before those on the same matter.
        *counts.entry(name_hash(&entity.name)).or_default() += n_named;
        names.push(one_line(&entity.name));
    }
    names
}

/// The keyphrases that are no names, and each as a term.
fn phrases(analysis: &Analysis, names: &[String], counts: &mut BTreeMap<u64, u32>) -> Vec<String> {
    let known: Vec<String> = names.iter().map(|it| it.to_lowercase()).collect();
    let mut phrases = Vec::new();
    for phrase in analysis.ranking.keyphrases.iter().take(MOST_PHRASES) {
        let lower = phrase.text.to_lowercase();
        // Nor days and months: everything happens on one.
        let is_date = lower.split_whitespace().all(|it| analysis.document.lexicon.months.contains(it));
        if is_date || known.iter().any(|it| it.contains(&lower) || lower.contains(it.as_str())) {
            continue;
        }
        *counts.entry(phrase_hash(&phrase.text)).or_default() += phrase.mentions.len() as u32;
        phrases.push(one_line(&phrase.text));
    }
    phrases
}

/// The term of a name.
pub fn name_hash(name: &str) -> u64 {
    hash::hash(NAME, folded(name).as_bytes())
}

/// The term of a phrase: "oil price" and "Oil prices" are one.
pub fn phrase_hash(phrase: &str) -> u64 {
    hash::hash(PHRASE, folded(phrase).trim_end_matches('s').as_bytes())
}

/// The letters and digits of a name, in lower case, with one blank between words.
pub fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split(|c: char| c.is_whitespace() || c == '-') {
        let bare = word.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase);
        let before = folded.len();
        if before > 0 {
            folded.push(' ');
        }
        let start = folded.len();
        folded.extend(bare);
        if folded.len() == start {
            folded.truncate(before);
        }
    }
    folded
}

/// The headline, else the beginning of the first sentence that is one ("By ." is none).
fn title(analysis: &Analysis) -> Option<String> {
    let document = &analysis.document;
    if let Some(headline) = &document.metadata.headline {
        return Some(one_line(headline));
    }
    let mut sentences = document.sentences.iter().map(|it| one_line(it.span.of(document.text)));
    let is_one = |it: &String| it.split(' ').count() >= WORDS;
    let first = sentences.clone().find(is_one).or_else(|| sentences.next())?;
    Some(match first.char_indices().nth(TITLE_CHARS) {
        None => first,
        Some((end, _)) => {
            let whole = first[..end].rfind(' ').filter(|it| *it > end / 2).unwrap_or(end);
            format!("{}…", first[..whole].trim_end_matches([',', ';', ':', ' ']))
        }
    })
}

/// A page may say anything of its address; this one becomes a link on other pages.
pub fn is_web(url: &str) -> bool {
    let is = |scheme: &str| url.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
    is("https://") || is("http://") || (url.starts_with('/') && !url.starts_with("//"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_often_counts_more_but_not_that_much() {
        assert_eq!([1, 2, 3, 4, 16].map(weigh), [8, 16, 20, 24, 40]);
        assert!(weigh(u32::MAX) > weigh(1000));
    }

    #[test]
    fn names_and_phrases_are_compared_by_their_letters() {
        assert_eq!(folded("U.S.  Bank—of “Rome”"), "us bankof rome");
        assert_eq!(name_hash("Ann Lee"), name_hash("ANN LEE"));
        assert_eq!(phrase_hash("oil price"), phrase_hash("Oil prices"));
        assert_ne!(name_hash("oil price"), phrase_hash("oil price"));
    }

    #[test]
    fn an_address_that_could_act_is_none() {
        for (url, is) in [
            ("https://news.example/rain", true),
            ("/rain", true),
            ("HTTP://news.example", true),
            ("javascript:alert(1)", false),
            ("//elsewhere.example/x", false),
            ("data:text/html,x", false),
            ("", false),
        ] {
            assert_eq!(is_web(url), is, "{url}");
        }
    }
}
