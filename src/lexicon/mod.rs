//! Word lists, one folder a language, handed to whoever needs them.
//!
//! A list is a plain text file: one entry a line, `#` starts a comment that says where entries come from.
//! A list is parsed once a process, on first use.

pub mod stem;
pub mod table;

use crate::supplement;
use std::sync::OnceLock;

/// Words, found whatever their case, without allocating.
pub struct WordSet {
    /// Open addressing over the lower-cased entries; `u32::MAX` is an empty slot.
    slots: Vec<u32>,
    entries: Vec<&'static str>,
}

impl WordSet {
    /// The entries of a list file.
    pub fn parse(list: &'static str) -> WordSet {
        let lines = list.lines().map(|line| line.split('#').next().unwrap_or("").trim());
        WordSet::new(lines.filter(|it| !it.is_empty()).collect())
    }

    /// The set of these words.
    pub fn new(entries: Vec<&'static str>) -> WordSet {
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

    /// The same, where the word's [`hash_folded`] is known.
    pub fn contains_hashed(&self, hash: u32, word: &str) -> bool {
        self.position_hashed(hash, word).is_some()
    }

    /// Which line of the list `word` is, in any case.
    pub fn position(&self, word: &str) -> Option<usize> {
        self.position_hashed(hash_folded(word), word)
    }

    fn position_hashed(&self, hash: u32, word: &str) -> Option<usize> {
        let mut slot = hash as usize & (self.slots.len() - 1);
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

/// A few words, parted by blanks, for lists that are asked about each name of a text: what is none of them is mostly told
/// without looking through them.
pub struct Few {
    words: &'static str,
    /// A bit for the [`mark`] of each.
    marks: u64,
}

impl Few {
    /// Made when the program is compiled.
    pub const fn new(words: &'static str) -> Few {
        let bytes = words.as_bytes();
        let (mut marks, mut start, mut at) = (0, 0, 0);
        while at < bytes.len() {
            at += 1;
            if at == bytes.len() || bytes[at] == b' ' {
                marks |= 1 << mark(bytes[start], bytes[at - 1], at - start);
                start = at + 1;
            }
        }
        Few { words, marks }
    }

    /// The words.
    pub fn each(&self) -> impl Iterator<Item = &'static str> {
        self.words.split(' ')
    }

    /// Whether this word is among them.
    #[inline(never)]
    pub fn has(&self, word: &str) -> bool {
        self.may_have(word) && among(self.words, word)
    }

    /// The same, whether letters of ASCII are small or capital.
    #[inline(never)]
    pub fn has_folded(&self, word: &str) -> bool {
        self.may_have(word) && among_folded(self.words, word)
    }

    fn may_have(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        match (bytes.first(), bytes.last()) {
            (Some(first), Some(last)) => self.marks >> mark(*first, *last, bytes.len()) & 1 == 1,
            _ => false,
        }
    }
}

/// What a word's ends and length come to, below 64, whatever its case.
const fn mark(first: u8, last: u8, len: usize) -> u32 {
    let ends = first as u32 & 0x1f | (last as u32 & 0x1f) << 5;
    (ends + 5 * len as u32).wrapping_mul(0x9e37_79b1) >> 26
}

/// Whether a few words, parted by blanks, have this one among them.
#[inline(never)]
pub fn among(words: &str, word: &str) -> bool {
    among_by(words, word, |a, b| a == b)
}

/// Where people write what is told of them. "ha scritto su Twitter Luca Verdi": no part of their names.
pub const NETWORKS: &str =
    "bluesky facebook instagram linkedin mastodon telegram threads tiktok twitter x youtube";

/// The same, whether letters of ASCII are small or capital.
#[inline(never)]
pub fn among_folded(words: &str, word: &str) -> bool {
    among_by(words, word, |a, b| a.eq_ignore_ascii_case(b))
}

/// By length first: most words of a list have another.
fn among_by(words: &str, word: &str, same: fn(&[u8], &[u8]) -> bool) -> bool {
    let (words, word) = (words.as_bytes(), word.as_bytes());
    let mut start = 0;
    for (at, byte) in words.iter().enumerate() {
        if *byte == b' ' {
            if at - start == word.len() && same(&words[start..at], word) {
                return true;
            }
            start = at + 1;
        }
    }
    words.len() - start == word.len() && same(&words[start..], word)
}

/// FNV-1a over the lower-cased chars: the same on every machine.
pub fn hash_folded(word: &str) -> u32 {
    let mut hash = FNV_START;
    let mut push = |code: u32| hash = (hash ^ code).wrapping_mul(FNV_PRIME);
    let mut n_plain = 0;
    for byte in word.as_bytes() {
        if !byte.is_ascii() {
            break;
        }
        push(byte.to_ascii_lowercase().into());
        n_plain += 1;
    }
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

/// A char in lower case; of those that become two, the first.
pub fn fold(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

/// Equal but for case; a curly apostrophe equals a straight one.
pub fn eq_folded(a: &str, b: &str) -> bool {
    // Words that differ mostly do in the first letter.
    if let (Some(a), Some(b)) = (a.as_bytes().first(), b.as_bytes().first())
        && a.is_ascii()
        && b.is_ascii()
        && !a.eq_ignore_ascii_case(b)
    {
        return false;
    }
    if a == b || a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    let fold = |c: char| if c == '’' { '\'' } else { c };
    a.chars().map(fold).flat_map(char::to_lowercase).eq(b.chars().map(fold).flat_map(char::to_lowercase))
}

/// A language is a folder of lists, and a line here that names them. Those of English that a first answer needs are part
/// of the core in a browser, too.
macro_rules! lists {
    (first { $($first:ident),* } $($tag:literal: $($list:ident),*;)*) => {
        /// Primary tags of the languages that have a folder, English first.
        const TAGS: &[&str] = &[$($tag),*];

        /// A list by the language's primary tag and its own name; none where there is none, or where it is not here yet.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn list(tag: &str, name: &str) -> Option<&'static str> {
            Some(match (tag, name) {
                $(("en", stringify!($first)) => include_str!(concat!("en/", stringify!($first), ".txt")),)*
                $($(($tag, stringify!($list)) => include_str!(concat!($tag, "/", stringify!($list), ".txt")),)*)*
                _ => return None,
            })
        }

        /// A list by the language's primary tag and its own name; none where there is none, or where it is not here yet.
        #[cfg(target_arch = "wasm32")]
        pub fn list(tag: &str, name: &str) -> Option<&'static str> {
            match (tag, name) {
                $(("en", stringify!($first)) => Some(include_str!(concat!("en/", stringify!($first), ".txt"))),)*
                _ => supplement::text(&["lexicon/", tag, "/", name, ".txt"].concat()),
            }
        }
    };
}

lists! {
    first { stop, abbreviations, abbreviations_final, abbreviations_number, months, furniture, leaning, joining, adding, asides, speaker, nut_graf }
    "en": speech, values, titles, org_words, nationalities, known_bodies, known_people, known_places, no_names;
    "ar": stop, abbreviations, abbreviations_number;
    "bg": stop, abbreviations, abbreviations_final, abbreviations_number;
    "ca": stop, abbreviations, abbreviations_final, abbreviations_number;
    "cs": stop, abbreviations, abbreviations_final, abbreviations_number;
    "da": stop, abbreviations, abbreviations_final, abbreviations_number, speech;
    "de": stop, abbreviations, abbreviations_final, abbreviations_number, months, endings, furniture, leaning, joining, adding, asides, nouns, nut_graf, speech, values;
    "el": stop, abbreviations, abbreviations_final, abbreviations_number;
    "es": stop, abbreviations, abbreviations_final, abbreviations_number, endings, furniture, leaning, joining, adding, asides, nut_graf, speech, values, known_bodies, known_places, no_names;
    "et": abbreviations, abbreviations_final, abbreviations_number;
    "fa": stop, abbreviations, abbreviations_number;
    "fi": stop, abbreviations, abbreviations_final, abbreviations_number, speech;
    "fr": stop, abbreviations, abbreviations_final, abbreviations_number, elisions, endings, furniture, leaning, joining, adding, asides, speaker, nut_graf, speech, values, known_bodies, known_places, nationalities, no_names;
    "he": stop;
    "hi": stop, abbreviations, abbreviations_final, abbreviations_number;
    "hr": stop, abbreviations, abbreviations_final, abbreviations_number;
    "hu": stop, abbreviations, abbreviations_final, abbreviations_number;
    "id": stop, abbreviations, abbreviations_final, abbreviations_number;
    "it": stop, abbreviations, abbreviations_final, abbreviations_number, elisions, endings, furniture, speech, values, known_bodies, known_places, no_names;
    "ja": stop;
    "ko": stop;
    "lt": stop, abbreviations, abbreviations_final, abbreviations_number;
    "lv": stop, abbreviations, abbreviations_final, abbreviations_number;
    "nb": stop, abbreviations, abbreviations_final, abbreviations_number, speech;
    "nl": stop, abbreviations, abbreviations_final, abbreviations_number, endings, furniture, speech, values, nationalities, no_names;
    "pl": stop, abbreviations, abbreviations_final, abbreviations_number, speech;
    "pt": stop, abbreviations, abbreviations_final, abbreviations_number, endings, furniture, speech, values, no_names;
    "ro": stop, abbreviations, abbreviations_final, abbreviations_number;
    "ru": stop, abbreviations, abbreviations_final, abbreviations_number, speech;
    "sk": stop, abbreviations, abbreviations_final, abbreviations_number;
    "sl": stop, abbreviations, abbreviations_final, abbreviations_number;
    "sv": stop, abbreviations, abbreviations_final, abbreviations_number, speech;
    "th": stop;
    "tr": stop, abbreviations, abbreviations_final, abbreviations_number;
    "uk": stop, abbreviations, abbreviations_final, abbreviations_number;
    "vi": stop, abbreviations, abbreviations_final, abbreviations_number;
    "zh": stop;
}

/// All there is of a kind of list, one language after the other.
pub fn every(name: &'static str) -> impl Iterator<Item = &'static str> {
    TAGS.iter().filter_map(move |tag| list(tag, name))
}

/// What is made of the lists of a language, made when it is asked for first.
pub struct ByLanguage<T>([OnceLock<T>; TAGS.len() + 1]);

impl<T> ByLanguage<T> {
    /// Nothing is made yet.
    pub const fn empty() -> ByLanguage<T> {
        ByLanguage([const { OnceLock::new() }; TAGS.len() + 1])
    }

    /// That of a BCP 47 tag. A language that has no lists, or none yet, is "und" to `make`.
    pub fn of(&'static self, tag: &str, make: impl FnOnce(&'static str) -> T) -> &'static T {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        let known = TAGS.iter().position(|it| *it == primary);
        let known = known.filter(|it| *it == 0 || supplement::has_languages());
        let (at, tag) = known.map_or((TAGS.len(), "und"), |it| (it, TAGS[it]));
        self.0[at].get_or_init(|| make(tag))
    }
}

macro_rules! lexicon {
    ($($(#[$doc:meta])* $list:ident,)*) => {
        /// The lists of one language. A list that the language lacks is empty.
        pub struct Lexicon {
            /// BCP 47 primary tag.
            pub tag: &'static str,
            $($(#[$doc])* pub $list: WordSet,)*
        }

        impl Lexicon {
            fn read(tag: &'static str) -> Lexicon {
                Lexicon { tag, $($list: WordSet::parse(list(tag, stringify!($list)).unwrap_or("")),)* }
            }
        }
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
    /// What is no name, though it has a capital: `Mardi`, `TVA`, `PDF`.
    no_names,
    /// Words that make a name an organization's: `Ministry`, `Inc`; and names known alone: `NATO`.
    org_words,
    /// Peoples and faiths: `Ukrainian`.
    nationalities,
    /// Bodies that look like people, places or plain words: `Goldman Sachs`.
    known_bodies,
    /// People that look like bodies or places, or have one name alone: `Dalai Lama`.
    known_people,
    /// Places that look like people, peoples or bodies: `Sierra Leone`.
    known_places,
    /// What a light stemmer takes off; see [`stem`].
    endings,
}

impl Lexicon {
    /// Writes the stem of a word into `stem`, whose old content is dropped.
    pub fn stem(&self, word: &str, stem: &mut String) {
        stem::fold(word, stem);
        if self.tag == "en" {
            stem::english(stem);
        } else {
            stem::light(stem, self.endings.entries());
        }
    }
}

impl Lexicon {
    /// The lists for a BCP 47 tag; the English ones where there are none, or none yet.
    pub fn of(tag: &str) -> &'static Lexicon {
        static LEXICONS: ByLanguage<Option<Lexicon>> = ByLanguage::empty();
        let own = LEXICONS.of(tag, |tag| (!matches!(tag, "en" | "und")).then(|| Lexicon::read(tag)));
        own.as_ref().unwrap_or_else(english)
    }
}

/// The lists of English.
pub fn english() -> &'static Lexicon {
    static EARLY: OnceLock<Lexicon> = OnceLock::new();
    static ALL: OnceLock<Lexicon> = OnceLock::new();
    let english = if supplement::is_here() { &ALL } else { &EARLY };
    english.get_or_init(|| Lexicon::read("en"))
}
