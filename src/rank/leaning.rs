//! Leaning: words that cannot stand at the head of a line on its own ("He", "But"), and words of somebody
//! who speaks of himself ("I", "our").

use crate::lexicon::WordSet;
use crate::supplement::{self, late_text};
use std::sync::OnceLock;

/// The lists of a language.
pub struct Leaning {
    /// Pronouns and connectives that lean on an earlier sentence when they open one.
    pub openers: WordSet,
    /// Those of them that join: "But", "Also". No name in brackets helps a line that opens with one.
    pub joining: WordSet,
    /// First and second person.
    pub speaker: WordSet,
}

/// The lists of a language; empty ones where there are none.
pub fn of(tag: &str) -> &'static Leaning {
    static LISTS: [OnceLock<Leaning>; 5] = [const { OnceLock::new() }; 5];
    let late = supplement::has_languages();
    let read = |list: Option<&'static str>| list.unwrap_or("");
    let (at, openers, speaker) = match tag.get(..2).unwrap_or("") {
        "en" => (0, include_str!("../lexicon/en/leaning.txt"), include_str!("../lexicon/en/speaker.txt")),
        "fr" if late => {
            (1, read(late_text!("lexicon/fr/leaning.txt")), read(late_text!("lexicon/fr/speaker.txt")))
        }
        "de" if late => (2, read(late_text!("lexicon/de/leaning.txt")), ""),
        "es" if late => (3, read(late_text!("lexicon/es/leaning.txt")), ""),
        _ => (4, "", ""),
    };
    LISTS[at].get_or_init(|| Leaning {
        openers: WordSet::parse(openers),
        joining: WordSet::parse(openers.split_once("# Joining").map_or("", |it| it.1)),
        speaker: WordSet::parse(speaker),
    })
}
