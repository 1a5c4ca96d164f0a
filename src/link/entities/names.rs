//! Names as words that can be compared: case, full stops and curly apostrophes do not count.

use crate::lexicon::hash_folded;

/// A name, split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Hashes of the lower-cased words without their full stops: `U.S.` is `us`.
    pub words: Vec<u32>,
    /// First letters of the words, lower-cased, small words such as "of" left out; for acronyms.
    pub initials: Vec<char>,
    /// The letters, when the name is one word in capitals: `E.U.`, `NATO`.
    pub acronym: Option<Vec<char>>,
}

/// Longer names are compared by their first so many words.
const MAX_WORDS: usize = 12;

/// Short forms that everybody uses without explaining them: each line is one thing, its first form the
/// one that the others are taken for.
const SAME: [&[&[&str]]; 5] = [
    &[&["united", "states"], &["us"], &["usa"], &["united", "states", "of", "america"], &["america"]],
    &[&["united", "kingdom"], &["uk"], &["britain"], &["great", "britain"]],
    &[&["european", "union"], &["eu"]],
    &[&["united", "nations"], &["un"]],
    &[&["united", "arab", "emirates"], &["uae"]],
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

    /// The name without the country that it begins with, if it begins with one: "Congress".
    pub fn without_country<'w>(&self, words: &'w [u32]) -> Option<&'w [u32]> {
        let rest = |it: &(Vec<u32>, Vec<u32>)| {
            [&it.1, &it.0].into_iter().find(|it| words.starts_with(it)).map(|it| &words[it.len()..])
        };
        self.forms.iter().find_map(rest).filter(|it| !it.is_empty())
    }
}

impl Name {
    /// The name that is spelled so.
    pub fn of(spelled: &str) -> Name {
        let (mut words, mut initials) = (Vec::new(), Vec::new());
        let mut bare = String::new();
        for word in spelled.split(|c: char| c.is_whitespace() || matches!(c, '-' | ',' | '"')).take(MAX_WORDS)
        {
            bare.clear();
            bare.extend(word.chars().filter(|it| it.is_alphanumeric() || *it == '&'));
            let Some(first) = bare.chars().next() else { continue };
            words.push(hash_folded(&bare));
            if !matches!(word, "of" | "the" | "and" | "for" | "&" | "de") {
                initials.extend(first.to_lowercase());
            }
        }
        let letters = spelled.chars().filter(|it| *it != '.');
        let acronym = (words.len() == 1 && spelled.len() <= 12 && letters.clone().all(char::is_uppercase))
            .then(|| letters.flat_map(char::to_lowercase).collect::<Vec<char>>())
            .filter(|it| it.len() > 1);
        Name { words, initials, acronym }
    }
}
