//! What a caller may ask for. Few choices, each with a default that serves most texts.

/// What to compute and how.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How long the summary is.
    pub length: Length,
    /// A question or a few words: the summary turns toward them.
    pub query: Option<String>,
    /// When the article was published, ISO 8601 (a date, or date and time): what "Tuesday" counts from.
    /// Overrules a date found in the text.
    pub published: Option<String>,
    /// BCP 47 tag of the text's language. Overrules the detector.
    pub language: Option<String>,
    /// The headline, where the caller knows it and the text may lack it.
    pub title: Option<String>,
    /// Where the text comes from.
    pub url: Option<String>,
    /// Whether to tell article from the rest.
    pub furniture: Furniture,
    /// Which parts of the analysis are wanted.
    pub parts: Parts,
    /// What knows the words of scripts that write no spaces; without it they are cut by shape.
    pub segmenter: Option<Segmenter>,
}

/// Where words begin in a piece of text, as rising byte offsets: a dictionary of the platform. It is asked for sentences
/// in Chinese, Japanese, Thai and the like, in pieces of at most a thousand chars.
pub type Segmenter = fn(&str) -> Vec<u32>;

/// Length of the summary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// This many sentences; fewer when the article has fewer.
    Sentences(usize),
    /// This share of the article's sentences, 0 to 1; at least one sentence.
    Ratio(f32),
    /// As many sentences as have no more words than this together; at least one.
    Words(usize),
}

impl Default for Length {
    /// Three sentences: what a reader takes in at a glance, and the custom of the field.
    fn default() -> Length {
        Length::Sentences(3)
    }
}

/// Whether the text may hold more than the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Furniture {
    /// Menus, share bars, related links and the like are told from the article.
    #[default]
    Detect,
    /// Clean prose: all of it is the article.
    None,
}

/// A set of parts of the analysis, named as the fields of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(u32);

macro_rules! parts {
    ($($constant:ident = $name:literal, $bit:literal;)*) => {
        impl Parts {
            $(#[doc = concat!("The view's `", $name, "`.")] pub const $constant: Parts = Parts(1 << $bit);)*

            /// The part of that name.
            pub fn named(name: &str) -> Option<Parts> {
                match name { $($name => Some(Parts::$constant),)* _ => None }
            }

            /// All names, for messages.
            pub const NAMES: &[&str] = &[$($name),*];
        }
    };
}

parts! {
    METADATA = "metadata", 0;
    BLOCKS = "blocks", 1;
    SECTIONS = "sections", 2;
    SENTENCES = "sentences", 3;
    TOKENS = "tokens", 4;
    SUMMARY = "summary", 5;
    NUT_GRAF = "nut_graf", 6;
    KEYPHRASES = "keyphrases", 7;
    ENTITIES = "entities", 8;
    QUOTES = "quotes", 9;
    QUANTITIES = "quantities", 10;
    DATES = "dates", 11;
    TIMELINE = "timeline", 12;
    STATISTICS = "statistics", 13;
}

impl Parts {
    /// Everything but the tokens, which few callers want and which outweigh all the rest.
    pub const DEFAULT: Parts = Parts(((1 << 14) - 1) & !(1 << 4));

    /// What a page's first answer does without: the code for it comes with the supplement.
    pub const LATE: Parts = Parts(
        Parts::KEYPHRASES.0
            | Parts::ENTITIES.0
            | Parts::QUOTES.0
            | Parts::QUANTITIES.0
            | Parts::DATES.0
            | Parts::TIMELINE.0,
    );

    /// No part at all: what `--only ""` asks for.
    pub const EMPTY: Parts = Parts(0);

    /// The set without the parts of `other`.
    #[must_use]
    pub fn without(self, other: Parts) -> Parts {
        Parts(self.0 & !other.0)
    }

    /// True when any part of `other` is in the set.
    pub fn any(self, other: Parts) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Parts {
    type Output = Parts;
    fn bitor(self, other: Parts) -> Parts {
        Parts(self.0 | other.0)
    }
}

impl Default for Parts {
    fn default() -> Parts {
        Parts::DEFAULT
    }
}
