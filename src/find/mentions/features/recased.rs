//! Sentences all in capitals, or with hardly any: "TRUMP MEETS MERKEL", "i saw angela merkel in berlin".
//!
//! How their words are written tells nothing, and the model has hardly seen the like. So each word is looked at as if it
//! were written as the rest of the text writes it, or else as English at large does: usual words small, listed names with a
//! capital, and so, in a sentence of capitals, what English does not know. Names that are plain where they stand
//! ("PRESIDENT TRUMP") tell how to take the same word elsewhere ("TRUMP SAID").
//!
//! English alone: of other languages too little is known. No other sentence is touched.

use super::hash::{A, AN, DOT};
use super::listed::phrase_at;
use super::seen::Seen;
use super::{Info, N_KNOWN, Style, class, how_known, is_careless, sentences, shape, style_of};
use crate::model::background::{self, Background, Part};
use crate::model::names::Lists;
use crate::read::Document;
use crate::read::tokens::Token;
use std::ops::Range;

/// Gives the words of such sentences the shape that they would have.
pub(super) fn restore(
    document: &Document,
    tokens: &[Token],
    lists: &Lists,
    background: &Background,
    infos: &mut [Info],
) {
    let mut n_words = 0;
    for sentence in sentences(tokens) {
        if let Some(style) = style(&infos[sentence.clone()]) {
            infos[sentence.start].style = style;
            n_words += sentence.len();
        }
    }
    if n_words == 0 {
        return;
    }
    let reader = Reader { document, tokens, lists, background };
    let mut guesses = Vec::new();
    let mut seen = Seen::new();
    for sentence in sentences(tokens).filter(|it| infos[it.start].style != Style::Plain) {
        reader.guess(sentence.clone(), infos, &mut guesses);
        for (info, guess) in infos[sentence].iter().zip(&guesses) {
            seen.add(info.word, if *guess == Guess::Name { CAPITAL } else { 0 });
        }
    }
    for sentence in sentences(tokens).filter(|it| infos[it.start].style == Style::Plain) {
        let infos = &infos[sentence.clone()];
        // "Trump Meets Merkel" has a capital too many.
        if style_of(infos, &tokens[sentence]) != Style::Title {
            infos[1..].iter().for_each(|it| seen.add_known(it.word, written(it.shape)));
        }
    }
    for sentence in sentences(tokens) {
        let style = infos[sentence.start].style;
        if style == Style::Plain {
            continue;
        }
        reader.guess(sentence.clone(), infos, &mut guesses);
        for (at, guess) in sentence.clone().zip(&guesses) {
            let info = &mut infos[at];
            info.candidate = true;
            let guessed = match guess {
                Guess::Kept => continue,
                Guess::Name | Guess::InPhrase => shape::TITLE,
                Guess::Short => shape::UPPER,
                Guess::Unknown if style == Style::Capitals => shape::TITLE,
                _ => shape::LOWER,
            };
            let elsewhere = if *guess == Guess::InPhrase { 0 } else { seen.of(info.word) };
            info.shape = match elsewhere {
                CAPITAL => shape::TITLE,
                SHORT => shape::UPPER,
                SMALL => shape::LOWER,
                _ => guessed,
            };
            if info.shape == shape::LOWER && style == Style::Capitals && at == sentence.start {
                info.shape = shape::TITLE;
            }
            info.known = how_known(background, tokens[at].span.of(document.text), info.shape);
        }
    }
}

/// How the rest of the text writes a word, as bits.
const CAPITAL: u16 = 1;
const SMALL: u16 = 1 << 1;
const SHORT: u16 = 1 << 2;

fn written(shape: u8) -> u16 {
    match shape {
        shape::TITLE | shape::MIXED | shape::INNER => CAPITAL,
        shape::LOWER => SMALL,
        shape::UPPER => SHORT,
        _ => 0,
    }
}

/// Which case a sentence is in whose case tells nothing.
fn style(infos: &[Info]) -> Option<Style> {
    let (mut n_upper, mut n_lower, mut n_mixed) = (0, 0, 0);
    for info in infos {
        match info.shape {
            shape::UPPER => n_upper += 1,
            shape::LOWER => n_lower += 1,
            shape::TITLE | shape::MIXED | shape::INNER => n_mixed += 1,
            _ => {}
        }
    }
    // "McDONALD'S SUED": one mixed word in eight.
    if n_lower == 0 && n_upper > 1 && 8 * n_mixed <= n_upper {
        Some(Style::Capitals)
    } else {
        (n_lower > 2 && is_careless(infos)).then_some(Style::Lower)
    }
}

/// What a word seems to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guess {
    /// Not to be touched: numbers, marks, initials, "U.S."
    Kept,
    /// A name.
    Name,
    /// Part of a listed name of several words: "GENERAL ELECTRIC".
    InPhrase,
    /// What is always written in capitals: "NATO".
    Short,
    /// A word that no name is made of: "MEETS".
    Small,
    /// A usual word, which may be a last name: "BAKER".
    Common,
    /// A word of no part of speech that is known: plurals, numerals, some names.
    Rare,
    /// Any other word.
    Unknown,
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    tokens: &'d [Token],
    lists: &'d Lists,
    background: &'d Background,
}

impl Reader<'_, '_> {
    /// Fills `guesses` for the words of a sentence.
    fn guess(&self, sentence: Range<usize>, infos: &[Info], guesses: &mut Vec<Guess>) {
        let (infos, tokens) = (&infos[sentence.clone()], &self.tokens[sentence]);
        guesses.clear();
        for (at, info) in infos.iter().enumerate() {
            let alone = self.alone(info, tokens[at].span.of(self.document.text));
            let mut before = at.wrapping_sub(1);
            if infos.get(before).is_some_and(|it| it.word == DOT) {
                before = before.wrapping_sub(1);
            }
            let is_last = info.classes & class::LAST != 0;
            guesses.push(match (alone, infos.get(before)) {
                // "JOHN BAKER", "ANGELA MERKEL"
                (Guess::Common | Guess::Unknown | Guess::Rare, Some(it))
                    if guesses[before] == Guess::Name
                        && it.classes & class::FIRST != 0
                        && (alone != Guess::Common || is_last) =>
                {
                    Guess::Name
                }
                // "PRESIDENT BARACK", "DR. TRUMP"
                (Guess::Unknown | Guess::Rare, Some(it))
                    if it.classes & class::TITLE != 0
                        && (alone == Guess::Rare || is_last || info.known >= N_KNOWN) =>
                {
                    Guess::Name
                }
                // "A TREADMILL"
                (Guess::Unknown, Some(it)) if matches!(it.word, A | AN) => Guess::Small,
                _ => alone,
            });
        }
        let mut at = 0;
        while at < infos.len() {
            let phrase = phrase_at(self.lists, infos, tokens, self.document.text, at..infos.len());
            let end = phrase.map_or(at, |(last, _)| last + 1);
            for guess in &mut guesses[at..end] {
                if matches!(guess, Guess::Common | Guess::Unknown | Guess::Rare | Guess::Short) {
                    *guess = Guess::InPhrase;
                }
            }
            at = end.max(at + 1);
        }
    }

    /// What a word is by itself.
    fn alone(&self, info: &Info, spelled: &str) -> Guess {
        let is = |classes: u32| info.classes & classes != 0;
        if !matches!(info.shape, shape::UPPER | shape::LOWER | shape::LETTER) || spelled == "I" {
            return Guess::Kept;
        }
        if self.document.lexicon.stop.contains(spelled) {
            return Guess::Small;
        }
        if info.shape == shape::LETTER {
            return Guess::Kept;
        }
        if is(class::COMMON) {
            return if is(class::COUNTRY | class::PEOPLE) { Guess::Name } else { Guess::Common };
        }
        let known = self.background.find(background::hash_word(*b"en", spelled));
        if known.is_some_and(|it| it.part == Part::Other) {
            Guess::Small
        } else if is(class::FIRST | class::PLACE | class::COUNTRY | class::PEOPLE) {
            Guess::Name
        } else if is(class::ORGANIZATION) {
            if spelled.len() > 4 || is(class::LAST) { Guess::Name } else { Guess::Short }
        } else if let Some(known) = known {
            if known.part == Part::Unknown && !is(class::LAST) { Guess::Rare } else { Guess::Unknown }
        } else if spelled.len() <= 3 {
            Guess::Short
        } else if ENDINGS.iter().any(|it| ends_with(spelled, it)) {
            Guess::Small
        } else if is(class::LAST) {
            Guess::Name
        } else {
            Guess::Unknown
        }
    }
}

/// How rare words end that are mostly no names: "overcompensated".
const ENDINGS: [&str; 12] =
    ["s", "ed", "ing", "ly", "ion", "ive", "ic", "ment", "ness", "able", "ism", "ist"];

/// Whatever the case of `word`.
fn ends_with(word: &str, end: &str) -> bool {
    let start = word.len().checked_sub(end.len());
    start.and_then(|it| word.get(it..)).is_some_and(|it| it.eq_ignore_ascii_case(end))
}
