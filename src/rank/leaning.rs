//! Leaning: words that cannot stand at the head of a line on its own ("He", "But"), and words of somebody
//! who speaks of himself ("I", "our").

use crate::lexicon::WordSet;
use crate::supplement::{self, late_text};
use std::sync::OnceLock;

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
    static LISTS: [OnceLock<Leaning>; 5] = [const { OnceLock::new() }; 5];
    let late = supplement::has_languages();
    macro_rules! late {
        ($($path:literal),*) => { [$(late_text!("lexicon/", $path).unwrap_or("")),*] };
    }
    let (at, [openers, joining, speaker]) = match tag.get(..2).unwrap_or("") {
        "en" => (
            0,
            [
                include_str!("../lexicon/en/leaning.txt"),
                include_str!("../lexicon/en/joining.txt"),
                include_str!("../lexicon/en/speaker.txt"),
            ],
        ),
        "fr" if late => (1, late!("fr/leaning.txt", "fr/joining.txt", "fr/speaker.txt")),
        "de" if late => {
            let [openers, joining] = late!("de/leaning.txt", "de/joining.txt");
            (2, [openers, joining, ""])
        }
        "es" if late => {
            let [openers, joining] = late!("es/leaning.txt", "es/joining.txt");
            (3, [openers, joining, ""])
        }
        _ => (4, [""; 3]),
    };
    LISTS[at].get_or_init(|| Leaning {
        openers: WordSet::parse(openers),
        joining: WordSet::parse(joining),
        speaker: WordSet::parse(speaker),
    })
}
