//! Features: what is measured of a candidate phrase, one byte each, no words.

use super::candidates::{Candidate, Candidates};
use super::parts;
use crate::index::{Index, of_word};
use crate::lexicon::WordSet;
use crate::model::trees::WIDTH;
use crate::rank::features::Measured;
use crate::rank::terms::{Folded, NO_TERM};
use crate::read::Document;
use crate::read::tokens::{Token, TokenKind};
use std::sync::OnceLock;

macro_rules! features {
    ($($(#[doc = $doc:literal])* $name:ident,)*) => {
        /// What is measured; the order is that of a [`Row`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Feature { $($(#[doc = $doc])* $name,)* }

        /// Name of each feature, for reports of the trainer.
        pub const NAMES: &[&str] = &[$(stringify!($name),)*];
    };
}

features! {
    /// Words.
    Words,
    /// Letters.
    Letters,
    /// The same as a share of the most frequent candidate's of as many words.
    RelativeCount,
    /// Share of its occurrences that are a whole run.
    Alone,
    /// Occurrences that are a whole run.
    CountAlone,
    /// Share of the text before its first occurrence.
    First,
    /// Words before its first occurrence.
    FirstWord,
    /// Share of the text between its first and last occurrence.
    Reach,
    /// Sentences that have it.
    Sentences,
    /// Share of its occurrences with capitals.
    Capitalized,
    /// Mean weight of its words.
    MeanWeight,
    /// Weight of its lightest word.
    LeastWeight,
    /// Occurrences of its last word.
    LastCount,
    /// Occurrences of its first word.
    FirstCount,
    /// Occurrences of its rarest word.
    LeastCount,
    /// Share of the topic's mass that its words make up.
    Mass,
    /// The best share of its own occurrences that a longer candidate has.
    Nested,
    /// What its first word mostly is.
    FirstPart,
    /// What the word before it mostly is.
    PartBefore,
    /// Ending of its first word.
    FirstEnding,
    /// Ending of its last word.
    LastEnding,
    /// Ending of the word before it, or what mark stands there.
    EndingBefore,
    /// Ending of the word after it, or what mark stands there.
    EndingAfter,
    /// How often its words stand beside other words of the topic: many neighbors make a general word.
    Neighbors,
    /// The part of its first word where it stands first.
    FirstTold,
    /// The part of its last word.
    LastTold,
    /// The part of the word before it.
    ToldBefore,
    /// The part of the word after it.
    ToldAfter,
    /// Words of a noun phrase right after it.
    NominalAfter,
    /// Its first word is a modifier that says little ("various").
    FirstGeneric,
    /// Its last word says little ("method").
    LastGeneric,
    /// Occurrences beyond those in a longer candidate, the more the longer it is (the C-value of Frantzi and Ananiadou).
    CValue,
    /// Weights of its words together.
    AllWeight,
    /// Weight of its second word.
    SecondWeight,
    /// Nouns among its words.
    Nouns,
    /// The part of its second word.
    SecondTold,
    /// The part of its last word but one.
    InnerTold,
    /// Whole runs that end in its last word.
    RunsEnding,
    /// Letters of its first word.
    FirstLetters,
    /// Letters of its last word.
    LastLetters,
    /// Which function word or mark stands before it.
    LinkBefore,
    /// Which function word or mark stands after it.
    LinkAfter,
    /// Of the document: words, in tens.
    BodyWords,
    /// Of the document: candidates that stand twice and more, by its number of words.
    Recurring,
    /// Of the document: paragraphs; a text of one or two is a brief, an abstract or a transcript.
    Paragraphs,
    /// Of the document: share of words with capitals inside sentences; news has many names, abstracts have few.
    Capitals,
    /// Of the document: letters a word.
    WordLetters,
    /// Of the document: quotation marks in a hundred words.
    Quotes,
    /// Of the document: whether the parts of speech of its language are known.
    PartsKnown,
}

/// Number of features.
pub const N: usize = NAMES.len();

/// The features of one candidate.
pub type Row = [u8; WIDTH];

/// Measures all candidates.
pub fn measure(
    document: &Document,
    measured: &Measured,
    candidates: &Candidates,
    parts: &[parts::Part],
) -> Vec<Row> {
    let all = &candidates.all;
    let terms = &measured.terms;
    let n_tokens = document.tokens.len().max(1) as f32;
    // Function words have neither.
    let weight_of = |term: u32| terms.weights.get(term as usize).copied().unwrap_or(0.0);
    let count_of = |term: u32| terms.counts.get(term as usize).copied().unwrap_or(0);
    let mass_of = |term: u32| weight_of(term) * count_of(term) as f32;
    let all_mass = (0..terms.len() as u32).map(mass_of).sum::<f32>().max(1e-6);
    let mut most = [1u32; 8];
    let mut n_recurring = 0;
    for it in all {
        most[it.n_words as usize & 7] = most[it.n_words as usize & 7].max(it.count);
        n_recurring += u32::from(it.count > 1);
    }
    let n_paragraphs = document.blocks.iter().filter(|it| it.role.is_body()).count();
    let parts_known = document.language.tag.starts_with("en");
    let part = |token: Option<u32>| {
        let it = token.and_then(|it| terms.known.get(it as usize)).copied().flatten();
        it.map_or(0.0, |it| f32::from(it.part as u8 + 1))
    };
    let [neighbors, ending_in] = company(candidates, terms.len());
    let n_of = |counts: &[u32], term: u32| counts.get(term as usize).map_or(0.0, |it| *it as f32);
    let manner = manner(document);
    let generic = generic();
    // Each token is at the edge of many candidates.
    let mut listed = Index::new(ENDINGS.len());
    for (class, endings) in ENDINGS {
        for ending in endings.split(' ') {
            listed.find_or_insert(of_word(ending), *class);
        }
    }
    let ending = |(token, term): (&Token, &u32)| ending(document, token, *term, &listed);
    let endings: Vec<u8> = document.tokens.iter().zip(&terms.of_token).map(ending).collect();
    let measure = |it: &Candidate| {
        let words = &it.words[..it.n_words as usize];
        let weights = || words.iter().map(|&it| weight_of(it));
        let counts = || words.iter().map(|&it| count_of(it));
        let (first, last) = (words[0], words[words.len() - 1]);
        let count = it.count as f32;
        let n_letters =
            document.tokens[it.first.1 as usize].span.end - document.tokens[it.first.0 as usize].span.start;
        let not_opening = (it.count - it.n_opening.min(it.count)) as f32;
        let mut row: Row = [0; WIDTH];
        let mut set = |feature: Feature, value: f32| row[feature as usize] = value.clamp(0.0, 255.0) as u8;
        set(Feature::Words, words.len() as f32);
        set(Feature::Letters, n_letters as f32);
        set(Feature::RelativeCount, 255.0 * count / most[words.len() & 7] as f32);
        set(Feature::Alone, 255.0 * it.n_alone as f32 / count);
        set(Feature::CountAlone, it.n_alone as f32);
        set(Feature::First, 255.0 * it.first.0 as f32 / n_tokens);
        set(Feature::FirstWord, it.first.0 as f32 / 2.0);
        set(Feature::Reach, 255.0 * (it.last - it.first.0) as f32 / n_tokens);
        set(Feature::Sentences, it.n_sentences as f32);
        // Seen at the head of sentences alone: nobody knows.
        set(
            Feature::Capitalized,
            if not_opening > 0.0 { 255.0 * it.n_capitalized as f32 / not_opening } else { 100.0 },
        );
        set(Feature::MeanWeight, 255.0 * weights().sum::<f32>() / words.len() as f32);
        set(Feature::LeastWeight, 255.0 * weights().fold(1.0, f32::min));
        set(Feature::LastCount, count_of(last) as f32);
        set(Feature::FirstCount, count_of(first) as f32);
        set(Feature::LeastCount, counts().min().unwrap_or(0) as f32);
        set(Feature::Mass, 1024.0 * words.iter().map(|&it| mass_of(it)).sum::<f32>() / all_mass);
        set(Feature::Nested, 255.0 * it.n_in_longer as f32 / count);
        set(Feature::FirstPart, part(Some(it.first.0)));
        set(Feature::PartBefore, part(it.first.0.checked_sub(1)));
        let ending =
            |it: Option<u32>| it.and_then(|it| endings.get(it as usize)).map_or(0.0, |it| f32::from(*it));
        set(Feature::FirstEnding, ending(Some(it.first.0)));
        set(Feature::LastEnding, ending(Some(it.first.1)));
        set(Feature::EndingBefore, ending(it.first.0.checked_sub(1)));
        set(Feature::EndingAfter, ending(Some(it.first.1 + 1)));
        set(Feature::Neighbors, 16.0 * n_of(&neighbors, last) / count_of(last).max(1) as f32);
        set(Feature::RunsEnding, n_of(&ending_in, last));
        set(Feature::CValue, LENGTHS[words.len()] * (it.count - it.n_in_longer.min(it.count)) as f32);
        set(Feature::AllWeight, 64.0 * weights().sum::<f32>());
        set(Feature::SecondWeight, words.get(1).map_or(0.0, |it| 1.0 + 254.0 * weight_of(*it)));
        let (first_at, last_at) = (it.first.0 as usize, it.first.1 as usize);
        let sentence = document.tokens[first_at].sentence;
        let told = |at: usize| parts.get(at).filter(|_| document.tokens[at].sentence == sentence).copied();
        let code = |it: Option<parts::Part>| it.map_or(0.0, |it| f32::from(it as u8));
        let inner = first_at < last_at;
        set(Feature::SecondTold, code(told(first_at + 1).filter(|_| inner)));
        set(Feature::InnerTold, code(last_at.checked_sub(1).and_then(told).filter(|_| inner)));
        let nouns = parts[first_at..=last_at].iter().filter(|it| **it == parts::Part::Noun);
        set(Feature::Nouns, nouns.count() as f32);
        let nominal = |at: &usize| told(*at).is_some_and(parts::Part::is_nominal);
        set(Feature::FirstTold, code(told(first_at)));
        set(Feature::LastTold, code(told(last_at)));
        set(Feature::ToldBefore, code(first_at.checked_sub(1).and_then(told)));
        set(Feature::ToldAfter, code(told(last_at + 1)));
        set(Feature::NominalAfter, (last_at + 1..last_at + 5).take_while(nominal).count() as f32);
        let word = |at: usize| document.tokens[at].span.of(document.text);
        set(Feature::FirstLetters, word(first_at).len() as f32);
        set(Feature::LastLetters, word(last_at).len() as f32);
        let is_modifier = generic.modifiers.contains(word(first_at));
        set(Feature::FirstGeneric, if is_modifier { 1.0 } else { 0.0 });
        set(Feature::LastGeneric, if generic.heads.contains(word(last_at)) { 1.0 } else { 0.0 });
        let link = |at: usize| told(at).map_or(0.0, |_| f32::from(link(word(at))));
        set(Feature::LinkBefore, first_at.checked_sub(1).map_or(0.0, link));
        set(Feature::LinkAfter, link(last_at + 1));
        set(Feature::BodyWords, n_tokens / 10.0);
        set(Feature::Recurring, n_recurring as f32 / 2.0);
        set(Feature::Paragraphs, n_paragraphs as f32);
        set(Feature::PartsKnown, if parts_known { 1.0 } else { 0.0 });
        row[Feature::Capitals as usize..Feature::PartsKnown as usize].copy_from_slice(&manner);
        row
    };
    all.iter().map(measure).collect()
}

/// Endings that tell what a word is where the background does not know it; the order is the feature's value,
/// the greatest that fits counts. They are English and Romance at once: "-tion", "-al", "-ment" serve both.
const ENDINGS: &[(u32, &str)] = &[
    (12, "tion sion ment ness ity ism ance ence ship logy ure age té"),
    (11, "tions sions ments ities isms ances ences ers ors tés"),
    (10, "er or ist eur"),
    (9, "al ive ous ic able ible ful ary less ique aire if"),
    (8, "ing ant"),
    (7, "ed é ée és"),
    (6, "ly"),
    (5, "s x"),
];

/// Words that say little of a topic before a noun, and at the end of a phrase: a feature among others.
struct Generic {
    modifiers: WordSet,
    heads: WordSet,
}

/// They are read on first use.
fn generic() -> &'static Generic {
    static GENERIC: OnceLock<Generic> = OnceLock::new();
    GENERIC.get_or_init(|| Generic {
        modifiers: WordSet::parse(include_str!("modifiers.txt")),
        heads: WordSet::parse(include_str!("heads.txt")),
    })
}

/// What kind of mark or small word stands beside a phrase.
fn link(word: &str) -> u8 {
    match Folded::of(word).bytes() {
        b"-" | b"/" => 2,
        b"," | b";" | b":" => 3,
        b"." | b"!" | b"?" => 4,
        b"(" | b")" | b"[" | b"]" | b"\"" => 5,
        b"a" | b"an" | b"the" | b"these" | b"un" | b"une" | b"le" | b"la" | b"les" => 6,
        b"and" | b"or" | b"et" => 7,
        b"of" | b"de" | b"du" | b"des" => 8,
        b"for" | b"with" | b"by" | b"using" | b"in" | b"on" | b"from" | b"to" | b"at" => 9,
        _ => 1,
    }
}

/// What a token's ending says: 0 no token, 1 a mark, 2 a number, 3 a function word, 4 a word without a telling
/// ending, else as in [`ENDINGS`].
fn ending(document: &Document, token: &Token, term: u32, listed: &Index) -> u8 {
    let word = token.span.of(document.text);
    match token.kind {
        TokenKind::Number => 2,
        TokenKind::Word if term == NO_TERM => 3,
        TokenKind::Word => {
            const LONGEST: usize = 5;
            let starts = word.len().saturating_sub(LONGEST).max(2)..word.len();
            let ends = starts.filter_map(|it| listed.find(of_word(word.get(it..)?)));
            ends.max().unwrap_or(4) as u8
        }
        _ => 1,
    }
}

/// How the document is written, as the features from [`Feature::Capitals`] on have it: it tells news from abstracts.
fn manner(document: &Document) -> [u8; 3] {
    let (mut n_words, mut n_capitals, mut n_letters, mut n_quotes) = (0, 0, 0, 0);
    let mut last = u32::MAX;
    for token in &document.tokens {
        let word = token.span.of(document.text);
        if token.kind == TokenKind::Word {
            n_words += 1;
            n_letters += token.span.len();
            n_capitals += u32::from(token.sentence == last && word.starts_with(char::is_uppercase));
        }
        n_quotes += u32::from(word.starts_with(['"', '“', '”', '«', '»', '„']));
        last = token.sentence;
    }
    let n = n_words.max(1) as f32;
    [255.0 * n_capitals as f32 / n, 32.0 * n_letters as f32 / n, 1000.0 * n_quotes as f32 / n]
        .map(|it| it.clamp(0.0, 255.0) as u8)
}

/// How much a phrase of so many words counts, for [`Feature::CValue`].
const LENGTHS: [f32; 8] = [0.0, 8.0, 13.0, 16.0, 19.0, 21.0, 22.0, 24.0];

/// For each term in how many different candidates of two words it stands, and how many whole runs end in it.
fn company(candidates: &Candidates, n_terms: usize) -> [Vec<u32>; 2] {
    let mut counts = [(); 2].map(|()| vec![0; n_terms]);
    let mut add = |which: usize, term: u32| {
        if let Some(n) = counts[which].get_mut(term as usize) {
            *n += 1;
        }
    };
    for it in &candidates.all {
        let words = &it.words[..it.n_words as usize];
        if words.len() == 2 {
            words.iter().for_each(|it| add(0, *it));
        }
        if it.n_alone > 0 {
            add(1, words[words.len() - 1]);
        }
    }
    counts
}
