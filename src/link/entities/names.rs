//! Names as words that can be compared: case, full stops and curly apostrophes do not count.

use crate::lexicon::{among, fold, hash_folded};

/// A name, split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Hashes of the lower-cased words without their full stops and accents: `U.S.` is `us`. "The" at the front and
    /// honours at the end ("MP") are left out.
    pub words: Vec<u32>,
    /// How many of the words stand before "Jr." or "II".
    pub n_before_generation: usize,
    /// First letters of the words, lower-cased, small words such as "of" left out, short forms whole; for acronyms.
    pub initials: Vec<char>,
    /// The letters, when the name is one word in capitals: `E.U.`, `NATO`.
    pub acronym: Option<Vec<char>>,
}

/// Longer names are compared by their first so many words.
const MAX_WORDS: usize = 12;

/// Short forms that everybody uses without explaining them: each line is one thing, its first form the
/// one that the others are taken for.
const SAME: [&[&[&str]]; 6] = [
    &[&["united", "states"], &["us"], &["usa"], &["united", "states", "of", "america"], &["america"]],
    &[&["united", "kingdom"], &["uk"], &["britain"], &["great", "britain"]],
    &[&["european", "union"], &["eu"]],
    &[&["united", "nations"], &["un"]],
    &[&["united", "arab", "emirates"], &["uae"]],
    &[&["new", "york"], &["nyc"], &["new", "york", "city"]],
];

/// The short forms, hashed.
pub(super) struct ShortForms {
    forms: Vec<(Vec<u32>, Vec<u32>)>,
}

impl ShortForms {
    /// Of [`SAME`].
    pub fn new() -> ShortForms {
        let hashed = |words: &[&str]| words.iter().map(|it| hash_folded(it)).collect::<Vec<u32>>();
        let forms =
            SAME.iter().flat_map(|line| line[1..].iter().map(|it| (hashed(it), hashed(line[0])))).collect();
        ShortForms { forms }
    }

    /// The words with a short form at their front spelled out: "U.S. Congress" is the "United States Congress".
    pub fn spell_out(&self, words: Vec<u32>) -> Vec<u32> {
        if let Some((_, long)) = self.forms.iter().find(|it| it.0 == words) {
            return long.clone();
        }
        match self.forms.iter().find(|(short, _)| short.len() == 1 && words.starts_with(short)) {
            Some((short, long)) => long.iter().chain(&words[short.len()..]).copied().collect(),
            None => words,
        }
    }

    /// True when the words are a form of one of the things.
    pub fn contains(&self, words: &[u32]) -> bool {
        self.forms.iter().any(|it| it.0 == words || it.1 == words)
    }
}

/// "Joseph Biden Jr." is a Biden, but need not be the Joseph Biden.
const GENERATIONS: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];

/// What people have behind their names: "Daniel Bernoulli FRS".
const HONOURS: &str = "mp md phd qc kc obe mbe cbe dbe frs msp mla mep esq";

/// Letters with accents from `à` on, each over what it is without: "Martínez" is MARTINEZ in capitals.
const PLAIN: &str = "aaaaaaaceeeeiiiidnooooo\0ouuuuypy";

/// A letter in lower case without its accent, for the alphabets of western Europe.
fn plain(c: char) -> char {
    let c = fold(c);
    match (c as usize).checked_sub('à' as usize).and_then(|it| PLAIN.as_bytes().get(it)) {
        Some(&letter) if letter > 0 => char::from(letter),
        _ => c,
    }
}

impl Name {
    /// The words without the generation: whose last is the last name.
    pub fn person(&self) -> &[u32] {
        &self.words[..self.n_before_generation]
    }

    /// The name that is spelled so.
    pub fn of(spelled: &str) -> Name {
        let (mut words, mut initials) = (Vec::new(), Vec::new());
        let mut n_before_generation = 0;
        let mut bare = String::new();
        let parts = spelled.split(|c: char| c.is_whitespace() || matches!(c, '-' | ',' | '"'));
        for (idx, word) in parts.take(MAX_WORDS).enumerate() {
            bare.clear();
            bare.extend(word.chars().filter(|it| it.is_alphanumeric() || *it == '&').map(plain));
            let Some(first) = bare.chars().next() else { continue };
            if idx == 0 && bare == "the" && spelled.len() > word.len()
                || words.len() > 1 && among(HONOURS, &bare)
            {
                continue;
            }
            words.push(hash_folded(&bare));
            if n_before_generation == 0 || !GENERATIONS.contains(&bare.as_str()) {
                n_before_generation = words.len();
            }
            if word.len() < 4 && word.chars().all(char::is_uppercase) {
                // "UK Independence Party" is UKIP.
                initials.extend(bare.chars());
            } else if !matches!(word, "of" | "the" | "and" | "for" | "&" | "de") {
                initials.push(first);
            }
        }
        // "LLMs" are more than one LLM.
        let letters = spelled.strip_suffix('s').unwrap_or(spelled).chars().filter(|it| *it != '.');
        let acronym = (words.len() == 1 && spelled.len() <= 12 && letters.clone().all(char::is_uppercase))
            .then(|| letters.flat_map(char::to_lowercase).collect::<Vec<char>>())
            .filter(|it| it.len() > 1);
        Name { words, n_before_generation, initials, acronym }
    }
}
