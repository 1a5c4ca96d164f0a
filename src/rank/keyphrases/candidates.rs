//! Candidates: runs of words that can be a phrase of the article.
//!
//! A candidate is one to four words that carry a topic, side by side or joined by hyphens ("earshell vibration
//! control"), by `of` between names ("Bank of England"), or by `de` and its like in Romance languages ("montée
//! des tensions"). Verbs and adverbs break a run: in English as `parts` tells them, elsewhere those that the
//! background knows. Every part of a run is a candidate
//! as well; how often it stands alone tells later which of them is the phrase.

use super::parts::Part;
use crate::index::{self, Index};
use crate::lexicon::{WordSet, among};
use crate::model::background;
use crate::rank::elision;
use crate::rank::features::Measured;
use crate::rank::terms::{Folded, NO_TERM};
use crate::read::Document;
use crate::read::blocks::Role;
use crate::read::tokens::TokenKind;
use crate::text::Span;

/// A phrase that may be a keyphrase, all its occurrences together.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// First and last token of its first occurrence.
    pub first: (u32, u32),
    /// Terms of its words, in order; unused places are [`NO_TERM`].
    pub words: [u32; MAX_WORDS],
    /// How many of them.
    pub n_words: u8,
    /// Occurrences.
    pub count: u32,
    /// Occurrences that are a whole run.
    pub n_alone: u32,
    /// Occurrences with each word capitalized, not opening a sentence.
    pub n_capitalized: u32,
    /// Occurrences that open a sentence: their capital says nothing.
    pub n_opening: u32,
    /// Sentences that have it.
    pub n_sentences: u32,
    /// Token of the last occurrence.
    pub last: u32,
    /// One of its words is a month or a day of the week.
    pub has_day: bool,
    /// The most occurrences that a longer candidate has which contains it.
    pub n_in_longer: u32,
    last_sentence: u32,
}

/// Longest candidate, in words.
pub const MAX_WORDS: usize = 5;

/// Where parts are not known, verbs and adverbs of less rarity than this are no part of a phrase.
const COMMON_VERBS: u8 = 8;

/// The candidates of a document, and where they occur: index of the candidate and span, in order.
pub struct Candidates {
    /// In order of first occurrence.
    pub all: Vec<Candidate>,
    /// In order of the text.
    pub mentions: Vec<(u32, Span)>,
}

/// Collects the candidates, without what is `elided` in front of their words.
pub fn collect(
    document: &Document,
    measured: &Measured,
    parts: &[Part],
    elided: Option<&WordSet>,
) -> Candidates {
    let mut found = Candidates { all: Vec::new(), mentions: Vec::new() };
    let mut by_words = Index::new(document.tokens.len());
    let romance = matches!(document.language.tag.get(..2), Some("fr" | "es" | "pt" | "it"));
    let mut run: Vec<Word> = Vec::new();
    let mut at = 0;
    let tokens = &document.tokens;
    while at < tokens.len() {
        let sentence = tokens[at].sentence;
        let role = document.blocks[document.sentences[sentence as usize].block as usize].role;
        let usable = role.is_body() || matches!(role, Role::Headline | Role::Standfirst | Role::Crosshead);
        let start = at;
        while at < tokens.len() && tokens[at].sentence == sentence {
            let token = &tokens[at];
            let term = measured.terms.of_token[at];
            let word = token.span.of(document.text);
            let (small, word) = elided.map_or(("", word), |it| elision::split(it, word));
            let capital = word.starts_with(char::is_uppercase);
            // A title that wrapped lines took along: "… with parametric uncertainty⏎Probabilistic analysis …".
            if capital && run.last().is_some_and(|it| !it.capital) && starts_line(document, at) {
                note(document, &mut found, &mut by_words, &mut run);
            }
            if !small.is_empty() {
                // "associations d'étudiants" and "qualité de l'eau" are phrases; "peintre l'artiste" is none.
                let behind = run.last().is_some_and(|it| it.joiner);
                match small.as_bytes()[0] {
                    b'd' if run.last().is_some_and(|it| !it.joiner) => run.push(Word::joiner(at)),
                    b'l' if behind => {}
                    _ => note(document, &mut found, &mut by_words, &mut run),
                }
            }
            let stuck = run.last().is_some_and(|it| it.joiner)
                && document.tokens[at - 1].span.end == token.span.start;
            // "voted", "make": a verb ends a run; where parts are not known, a common one: a rarer one may be a participle.
            // After a hyphen all may follow ("out-of-print", "noise-reducing").
            let verbal = match parts[at] {
                Part::None => measured.terms.known[at]
                    .is_some_and(|it| it.part == background::Part::Other && it.rarity < COMMON_VERBS),
                // "information processing" is often a noun; "including phones" is none.
                Part::Verb => run.is_empty() || !word.ends_with("ing"),
                it => it == Part::Other,
            };
            // "it was raining"
            let verbal = verbal
                || run.is_empty()
                    && word.ends_with("ing")
                    && at > start
                    && among("is are was were be been", tokens[at - 1].span.of(document.text));
            let word_or_number = matches!(token.kind, TokenKind::Word | TokenKind::Number);
            let function = parts[at] == Part::Function
                && (stuck || holds(document, at + 1) || is_abbreviation(document, at));
            let term = if function {
                FUNCTION | background::hash(*b"en", Folded::of(word).bytes()) >> 2
            } else {
                term
            };
            let content = word_or_number && term != NO_TERM && (capital || stuck || function || !verbal);
            if content && usable {
                let opening = at == start;
                let skipped = small.len() as u32;
                // The sun and what may be are none.
                let day = capital && word.len() > 3 && document.lexicon.months.contains(word);
                run.push(Word { token: at as u32, term, capital, opening, day, joiner: false, skipped });
            } else if usable && joins(document, at, &run, romance) {
                run.push(Word::joiner(at));
            } else {
                note(document, &mut found, &mut by_words, &mut run);
            }
            at += 1;
        }
        note(document, &mut found, &mut by_words, &mut run);
    }
    nest(&mut found.all, &by_words);
    found
}

/// Function words have no term; those that stand in a phrase ("two-dimensional", "IT staff") have a number above all terms.
const FUNCTION: u32 = 1 << 31;

/// A token that a line begins with.
fn starts_line(document: &Document, at: usize) -> bool {
    let (before, this) = (document.tokens[at - 1].span, document.tokens[at].span);
    document.text[before.end as usize..this.start as usize].contains('\n')
}

/// A hyphen or stroke that stands between two words without a blank.
fn holds(document: &Document, at: usize) -> bool {
    let Some([before, mark, next]) = at.checked_sub(1).and_then(|it| document.tokens.get(it..it + 3)) else {
        return false;
    };
    mark.kind == TokenKind::Mark
        && before.span.end == mark.span.start
        && mark.span.end == next.span.start
        && matches!(mark.span.of(document.text), "-" | "‐" | "‑" | "/")
}

/// "IT staff", "the US": capitals beside a word that has none.
fn is_abbreviation(document: &Document, at: usize) -> bool {
    let is_lower = |it: usize| {
        document.tokens.get(it).is_some_and(|it| it.span.of(document.text).contains(char::is_lowercase))
    };
    let word = document.tokens[at].span.of(document.text);
    word.len() > 1
        && word.bytes().all(|it| it.is_ascii_uppercase())
        && (is_lower(at + 1) || at.checked_sub(1).is_some_and(is_lower))
}

/// Tells each candidate how often the longer ones occur that have a word more at either end.
fn nest(all: &mut [Candidate], by_words: &Index) {
    // Longer ones come in any order; each tells its two parts of one word less, which is enough: those were
    // told by theirs.
    for idx in 0..all.len() {
        let (words, n_words, count) = (all[idx].words, all[idx].n_words as usize, all[idx].count);
        if n_words < 2 {
            continue;
        }
        let (mut head, mut tail) = (words, [NO_TERM; MAX_WORDS]);
        head[n_words - 1] = NO_TERM;
        tail[..n_words - 1].copy_from_slice(&words[1..n_words]);
        for part in [head, tail] {
            if let Some(it) = by_words.find(index::key(part)) {
                let it = &mut all[it as usize];
                it.n_in_longer = it.n_in_longer.max(count);
            }
        }
    }
}

/// A word of a run.
#[derive(Clone, Copy)]
struct Word {
    token: u32,
    term: u32,
    capital: bool,
    opening: bool,
    /// A hyphen or preposition that holds two words together and is none itself.
    joiner: bool,
    /// A month or a day of the week.
    day: bool,
    /// Bytes of its token that are an elided word: the "l'" of "l'eau".
    skipped: u32,
}

impl Word {
    fn joiner(at: usize) -> Word {
        Word {
            token: at as u32,
            term: NO_TERM,
            capital: false,
            opening: false,
            joiner: true,
            day: false,
            skipped: 0,
        }
    }
}

/// True for a token that may stand inside a run.
fn joins(document: &Document, at: usize, run: &[Word], romance: bool) -> bool {
    let Some(before) = run.last().filter(|it| !it.joiner) else { return false };
    let Some(next) = document.tokens.get(at + 1) else { return false };
    let token = &document.tokens[at];
    let word = token.span.of(document.text);
    match token.kind {
        TokenKind::Mark if word == "." => {
            // "Dr. William Gray", "Lt. Guy Zanti"
            let short = document.tokens[at - 1].span.len() <= 4 && before.capital;
            short
                && next.sentence == token.sentence
                && next.span.of(document.text).starts_with(char::is_uppercase)
        }
        TokenKind::Mark => holds(document, at),
        TokenKind::Word if next.sentence != token.sentence => false,
        TokenKind::Word if romance => {
            matches!(
                word,
                "de" | "du"
                    | "des"
                    | "d"
                    | "d'"
                    | "d’"
                    | "del"
                    | "do"
                    | "da"
                    | "dos"
                    | "das"
                    | "di"
                    | "della"
            )
        }
        TokenKind::Word => {
            word == "of" && before.capital && next.span.of(document.text).starts_with(char::is_uppercase)
        }
        _ => false,
    }
}

/// Notes a run and its parts, and empties it.
fn note(document: &Document, found: &mut Candidates, by_words: &mut Index, run: &mut Vec<Word>) {
    while run.last().is_some_and(|it| it.joiner) {
        run.pop();
    }
    for start in 0..run.len() {
        if run[start].joiner {
            continue;
        }
        let mut words = [NO_TERM; MAX_WORDS];
        let mut n_words = 0;
        let mut capitals = 0;
        for end in start..run.len() {
            if run[end].joiner {
                continue;
            }
            if n_words == MAX_WORDS {
                break;
            }
            words[n_words] = run[end].term;
            n_words += 1;
            capitals += usize::from(run[end].capital);
            let first = run[start].token;
            let sentence = document.tokens[first as usize].sentence;
            let n = found.all.len() as u32;
            let idx = by_words.find_or_insert(index::key(words), n);
            if idx as usize == found.all.len() {
                found.all.push(Candidate {
                    first: (first, run[end].token),
                    words,
                    n_words: n_words as u8,
                    count: 0,
                    n_alone: 0,
                    n_capitalized: 0,
                    n_opening: 0,
                    n_sentences: 0,
                    last: 0,
                    has_day: run[start..=end].iter().any(|it| it.day),
                    n_in_longer: 0,
                    last_sentence: u32::MAX,
                });
            }
            let it = &mut found.all[idx as usize];
            it.count += 1;
            it.n_alone += u32::from(start == 0 && end + 1 == run.len());
            it.n_opening += u32::from(run[start].opening);
            it.n_capitalized += u32::from(capitals == n_words && !run[start].opening);
            it.n_sentences += u32::from(it.last_sentence != sentence);
            it.last_sentence = sentence;
            it.last = first;
            let span = Span::new(
                (document.tokens[first as usize].span.start + run[start].skipped) as usize,
                document.tokens[run[end].token as usize].span.end as usize,
            );
            found.mentions.push((idx, span));
        }
    }
    run.clear();
}
