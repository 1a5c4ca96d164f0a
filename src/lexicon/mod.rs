//! Word lists, one folder a language, handed to whoever needs them.
//!
//! A list is a plain text file: one entry a line, `#` starts a comment that says where entries come from.
//! A list is parsed once a process, on first use.

pub mod stem;
pub mod table;

use crate::supplement::{self, late_text};
use std::sync::OnceLock;

pub use stem::Stemmer;

/// Words, found whatever their case, without allocating.
pub struct WordSet {
    /// Open addressing over the lower-cased entries; `u32::MAX` is an empty slot.
    slots: Vec<u32>,
    entries: Vec<&'static str>,
}

impl WordSet {
    /// The entries of a list file.
    pub fn parse(list: &'static str) -> WordSet {
        let entries: Vec<&'static str> = list
            .lines()
            .map(|line| line.split('#').next().unwrap_or("").trim())
            .filter(|it| !it.is_empty())
            .collect();
        let mut slots = vec![u32::MAX; (entries.len() * 2 + 1).next_power_of_two()];
        for (idx, entry) in entries.iter().enumerate() {
            let mut slot = hash_folded(entry) as usize & (slots.len() - 1);
            while slots[slot] != u32::MAX {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = idx as u32;
        }
        WordSet { slots, entries }
    }

    /// True when `word`, in any case, is an entry.
    pub fn contains(&self, word: &str) -> bool {
        self.position(word).is_some()
    }

    /// Which line of the list `word` is, in any case.
    pub fn position(&self, word: &str) -> Option<usize> {
        let mut slot = hash_folded(word) as usize & (self.slots.len() - 1);
        while self.slots[slot] != u32::MAX {
            let idx = self.slots[slot] as usize;
            if eq_folded(self.entries[idx], word) {
                return Some(idx);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        None
    }

    /// The entries as the list has them.
    pub fn entries(&self) -> &[&'static str] {
        &self.entries
    }
}

/// What an FNV-1a hash of 32 bits begins with.
pub const FNV_START: u32 = 0x811c_9dc5;
/// What it is multiplied by at each step.
pub const FNV_PRIME: u32 = 0x0100_0193;

/// FNV-1a over the lower-cased chars: the same on every machine.
pub fn hash_folded(word: &str) -> u32 {
    let mut hash = FNV_START;
    let mut push = |code: u32| hash = (hash ^ code).wrapping_mul(FNV_PRIME);
    let n_plain = word.bytes().take_while(u8::is_ascii).count();
    word.bytes().take(n_plain).for_each(|it| push(it.to_ascii_lowercase().into()));
    for c in word[n_plain..].chars() {
        if c.is_ascii() {
            push(c.to_ascii_lowercase() as u32);
        } else if c == '’' {
            push('\'' as u32);
        } else {
            c.to_lowercase().for_each(|it| push(it as u32));
        }
    }
    hash
}

/// Equal but for case; a curly apostrophe equals a straight one.
pub fn eq_folded(a: &str, b: &str) -> bool {
    if a == b || a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    let fold = |c: char| if c == '’' { '\'' } else { c };
    a.chars().map(fold).flat_map(char::to_lowercase).eq(b.chars().map(fold).flat_map(char::to_lowercase))
}

macro_rules! lexicon {
    ($($(#[$doc:meta])* $list:ident,)*) => {
        /// The lists of one language. A list that the language lacks is empty.
        pub struct Lexicon {
            /// BCP 47 primary tag.
            pub tag: &'static str,
            /// What the stemmer of the language is called; see [`stem`].
            pub stemmer: Stemmer,
            $($(#[$doc])* pub $list: WordSet,)*
        }

        impl Lexicon {
            /// A language of which nothing is known yet.
            fn empty(tag: &'static str) -> Lexicon {
                Lexicon { tag, stemmer: Stemmer::of(tag), $($list: WordSet::parse(""),)* }
            }
        }

        /// The lists of English: every list there is.
        pub fn english() -> &'static Lexicon {
            static EARLY: OnceLock<Lexicon> = OnceLock::new();
            static ALL: OnceLock<Lexicon> = OnceLock::new();
            let english = if supplement::is_here() { &ALL } else { &EARLY };
            english.get_or_init(|| Lexicon {
                tag: "en",
                stemmer: Stemmer::of("en"),
                $($list: WordSet::parse(english_list!($list)),)*
            })
        }
    };
}

/// The lists that only finders ask for come when they do.
macro_rules! english_list {
    (titles) => {
        late_text!("lexicon/en/titles.txt").unwrap_or("")
    };
    (org_words) => {
        late_text!("lexicon/en/org_words.txt").unwrap_or("")
    };
    (nationalities) => {
        late_text!("lexicon/en/nationalities.txt").unwrap_or("")
    };
    ($list:ident) => {
        include_str!(concat!("en/", stringify!($list), ".txt"))
    };
}

lexicon! {
    /// Words that carry no topic: articles, prepositions, pronouns, auxiliaries. A capital makes one of
    /// them a likely first word of a sentence.
    stop,
    /// Abbreviations whose full stop never ends a sentence: Mr., Gen., e.g.
    abbreviations,
    /// Abbreviations that may end a sentence: Inc., etc., p.m.
    abbreviations_final,
    /// Abbreviations only before a number: No. 5, p. 12.
    abbreviations_number,
    /// Names and abbreviations of months and week days.
    months,
    /// Words before a person's name that are no part of it: `President`, `Mr`.
    titles,
    /// Words that make a name an organization's: `Ministry`, `Inc`; and names known alone: `NATO`.
    org_words,
    /// Peoples and faiths: `Ukrainian`.
    nationalities,
}

/// A language is a folder of lists and a line here that names them.
macro_rules! languages {
    ($($tag:literal: $($list:ident),*;)*) => {
        impl Lexicon {
            /// The lists for a BCP 47 tag; the English ones where there are none, or none yet.
            pub fn of(tag: &str) -> &'static Lexicon {
                if !supplement::has_languages() {
                    return english();
                }
                match tag.split(['-', '_']).next().unwrap_or("") {
                    $($tag => {
                        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
                        LEXICON.get_or_init(|| Lexicon {
                            $($list: WordSet::parse(
                                late_text!("lexicon/", $tag, "/", stringify!($list), ".txt").unwrap_or(""),
                            ),)*
                            ..Lexicon::empty($tag)
                        })
                    })*
                    _ => english(),
                }
            }

            /// The tags of the languages that have a folder.
            pub const TAGS: &'static [&'static str] = &["en", $($tag),*];
        }
    };
}

languages! {
    "ar": stop, abbreviations, abbreviations_number;
    "bg": stop, abbreviations, abbreviations_final, abbreviations_number;
    "ca": stop, abbreviations, abbreviations_final, abbreviations_number;
    "cs": stop, abbreviations, abbreviations_final, abbreviations_number;
    "da": stop, abbreviations, abbreviations_final, abbreviations_number;
    "de": stop, abbreviations, abbreviations_final, abbreviations_number, months;
    "el": stop, abbreviations, abbreviations_final, abbreviations_number;
    "es": stop, abbreviations, abbreviations_final, abbreviations_number;
    "et": abbreviations, abbreviations_final, abbreviations_number;
    "fa": stop, abbreviations, abbreviations_number;
    "fi": stop, abbreviations, abbreviations_final, abbreviations_number;
    "fr": stop, abbreviations, abbreviations_final, abbreviations_number;
    "he": stop;
    "hi": stop, abbreviations, abbreviations_final, abbreviations_number;
    "hr": stop, abbreviations, abbreviations_final, abbreviations_number;
    "hu": stop, abbreviations, abbreviations_final, abbreviations_number;
    "id": stop, abbreviations, abbreviations_final, abbreviations_number;
    "it": stop, abbreviations, abbreviations_final, abbreviations_number;
    "ja": stop;
    "ko": stop;
    "lt": stop, abbreviations, abbreviations_final, abbreviations_number;
    "lv": stop, abbreviations, abbreviations_final, abbreviations_number;
    "nb": stop, abbreviations, abbreviations_final, abbreviations_number;
    "nl": stop, abbreviations, abbreviations_final, abbreviations_number;
    "pl": stop, abbreviations, abbreviations_final, abbreviations_number;
    "pt": stop, abbreviations, abbreviations_final, abbreviations_number;
    "ro": stop, abbreviations, abbreviations_final, abbreviations_number;
    "ru": stop, abbreviations, abbreviations_final, abbreviations_number;
    "sk": stop, abbreviations, abbreviations_final, abbreviations_number;
    "sl": stop, abbreviations, abbreviations_final, abbreviations_number;
    "sv": stop, abbreviations, abbreviations_final, abbreviations_number;
    "th": stop;
    "tr": stop, abbreviations, abbreviations_final, abbreviations_number;
    "uk": stop, abbreviations, abbreviations_final, abbreviations_number;
    "vi": stop, abbreviations, abbreviations_final, abbreviations_number;
    "zh": stop;
}
