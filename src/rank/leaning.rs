//! Leaning: words that cannot stand at the head of a line on its own ("He", "But"), and words of somebody
//! who speaks of himself ("I", "our").

use crate::lexicon::{ByLanguage, WordSet, eq_folded, list};

/// The lists of a language.
pub struct Leaning {
    /// Pronouns and other connectives that lean on an earlier sentence when they open one.
    pub openers: WordSet,
    /// Connectives that join a sentence to the one before: "But", "Also". No name in brackets helps a line that opens with one.
    pub joining: WordSet,
    /// Those that stand a few words down as well: "also", "meanwhile".
    pub adding: WordSet,
    /// How a sentence begins that speaks to the reader and is no part of the story: "read more", "reporting by".
    asides: WordSet,
    /// What is joined to the next word by an apostrophe: "l'", "d'".
    pub elisions: WordSet,
    /// First and second person.
    pub speaker: WordSet,
}

/// The lists of a language; empty ones where there are none.
pub fn of(tag: &str) -> &'static Leaning {
    static LISTS: ByLanguage<Leaning> = ByLanguage::empty();
    LISTS.of(tag, |tag| {
        let words = |name| WordSet::parse(list(tag, name).unwrap_or(""));
        Leaning {
            openers: words("leaning"),
            joining: words("joining"),
            adding: words("adding"),
            asides: words("asides"),
            elisions: words("elisions"),
            speaker: words("speaker"),
        }
    })
}

impl Leaning {
    /// Whether a sentence begins as asides do, with whole words.
    pub fn is_aside(&self, sentence: &str) -> bool {
        let sentence = sentence.trim_start_matches(|it: char| !it.is_alphanumeric());
        for it in self.asides.entries() {
            if let Some(head) = sentence.get(..it.len())
                && eq_folded(it, head)
            {
                let goes_on = sentence[it.len()..].starts_with(char::is_alphanumeric);
                return !goes_on || !it.ends_with(char::is_alphanumeric);
            }
        }
        false
    }
}
