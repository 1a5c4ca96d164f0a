//! Leaning: words that cannot stand at the head of a line on its own ("He", "But"), and words of somebody
//! who speaks of himself ("I", "our").

use crate::lexicon::{ByLanguage, WordSet, list};

/// The lists of a language.
pub struct Leaning {
    /// Pronouns and other connectives that lean on an earlier sentence when they open one.
    pub openers: WordSet,
    /// Connectives that join a sentence to the one before: "But", "Also". No name in brackets helps a line that opens with one.
    pub joining: WordSet,
    /// First and second person.
    pub speaker: WordSet,
}

/// The lists of a language; empty ones where there are none.
pub fn of(tag: &str) -> &'static Leaning {
    static LISTS: ByLanguage<Leaning> = ByLanguage::empty();
    LISTS.of(tag, |tag| {
        let words = |name| WordSet::parse(list(tag, name).unwrap_or(""));
        Leaning { openers: words("leaning"), joining: words("joining"), speaker: words("speaker") }
    })
}
