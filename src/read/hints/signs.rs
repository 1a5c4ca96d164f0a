//! Signs: what an element's tag and the words in its `class`, `id`, `role` and `itemprop` say of what is inside.
//!
//! Sites agree on few words, and these are they. A word alone decides little (`header` may hold the headline,
//! `related` may be a topic); the reading weighs them together.

use crate::lexicon::WordSet;
use std::sync::OnceLock;

/// A set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(pub u32);

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Signs {
            $($(#[$doc])* pub const $name: Signs = Signs(1 << $bit);)*
        }
    };
}

signs! {
    /// `article`, in tag or name.
    ARTICLE = 0;
    /// `main`.
    MAIN = 1;
    /// Menus and paths.
    NAV = 2;
    /// What stands beside.
    ASIDE = 3;
    /// The foot of page or article.
    FOOTER = 4;
    /// The head of page or article.
    HEADER = 5;
    /// Comments.
    COMMENT = 6;
    /// Other articles.
    RELATED = 7;
    /// What wants something from the reader.
    PROMOTION = 8;
    /// Share bars.
    SHARE = 9;
    /// Not shown, or only to some.
    HIDDEN = 10;
    /// Pictures.
    FIGURE = 11;
    /// Somebody's words.
    QUOTATION = 12;
    /// Lists.
    LIST = 13;
    /// Tables.
    TABLE = 14;
    /// Forms and their controls.
    FORM = 15;
    /// Who wrote it.
    AUTHOR = 16;
    /// When.
    DATE = 17;
    /// What it is filed under.
    TAGS = 18;
    /// The body of the article.
    BODY = 19;
    /// The headline.
    TITLE = 20;
    /// The summary under the headline.
    STANDFIRST = 21;
    /// Small facts about the article.
    META = 22;
    /// Notes and sources.
    NOTES = 23;
    /// Words under a picture.
    CAPTION = 24;
    /// Moving pictures and sound.
    PLAYER = 25;
    /// A box that holds content of some kind.
    CONTENT = 26;
    /// Not read aloud.
    UNSPOKEN = 27;
    /// Site and logo.
    SITE = 28;
}

/// The words of `signs.txt`, and the number of its line, which is that of its sign, for each.
struct Words {
    words: WordSet,
    signs: Vec<u8>,
}

/// The signs of one word, in any case.
fn of_word(word: &str) -> u32 {
    static WORDS: OnceLock<Words> = OnceLock::new();
    let known = WORDS.get_or_init(|| {
        let lines = include_str!("signs.txt").lines().filter(|it| !it.starts_with('#'));
        let words = lines.zip(0..).flat_map(|(line, sign)| line.split(' ').map(move |it| (it, sign)));
        let (words, signs) = words.unzip();
        Words { words: WordSet::new(words), signs }
    });
    known.words.position(word).map_or(0, |it| 1 << known.signs[it])
}

impl Signs {
    /// True when any of `other` is in the set.
    pub fn any(self, other: Signs) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Signs {
    type Output = Signs;
    fn bitor(self, other: Signs) -> Signs {
        Signs(self.0 | other.0)
    }
}

/// Names are read up to here: some frameworks write pages of them.
const LONGEST: usize = 400;

/// What a tag and names say.
pub fn of(tag: &str, names: &str, hidden: bool) -> Signs {
    let of_tag = match tag {
        // Templates write the state of the whole page on these two ("single-post has-sidebar").
        "html" | "body" => return Signs::default(),
        "article" => Signs::ARTICLE,
        "main" => Signs::MAIN,
        "nav" | "menu" => Signs::NAV,
        "aside" => Signs::ASIDE,
        "footer" => Signs::FOOTER,
        "header" => Signs::HEADER,
        "figure" => Signs::FIGURE,
        "figcaption" | "caption" => Signs::CAPTION,
        "blockquote" => Signs::QUOTATION,
        "ul" | "ol" | "dl" | "dir" => Signs::LIST,
        "table" => Signs::TABLE,
        "form" | "button" | "fieldset" => Signs::FORM,
        "time" => Signs::DATE,
        "dialog" => Signs::PROMOTION,
        _ => Signs::default(),
    };
    let mut signs = of_tag.0 | if hidden { Signs::HIDDEN.0 } else { 0 };
    let mut end = names.len().min(LONGEST);
    while !names.is_char_boundary(end) {
        end -= 1;
    }
    for name in names[..end].split_ascii_whitespace() {
        signs |= of_name(name);
    }
    Signs(signs)
}

/// The signs of one name, such as `article-body` or `relatedPosts`.
fn of_name(name: &str) -> u32 {
    let mut signs = 0;
    let mut word = [0u8; 24];
    let mut len = 0;
    let mut was_lower = false;
    let mut close = |word: &[u8]| signs |= std::str::from_utf8(word).map_or(0, of_word);
    for byte in name.bytes() {
        let new_hump = byte.is_ascii_uppercase() && was_lower;
        if (new_hump || !byte.is_ascii_alphabetic()) && len > 0 {
            close(&word[..len.min(word.len())]);
            len = 0;
        }
        if byte.is_ascii_alphabetic() {
            if len < word.len() {
                word[len] = byte.to_ascii_lowercase();
            }
            len += 1;
        }
        was_lower = byte.is_ascii_lowercase();
    }
    if len > 0 {
        close(&word[..len.min(word.len())]);
    }
    // "article-body", "entry-content", "story__text": the two words together are the body's own name.
    if signs & Signs::ARTICLE.0 != 0 && signs & Signs::CONTENT.0 != 0 {
        signs |= Signs::BODY.0;
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_their_signs() {
        for (names, want) in [
            ("article-body", Signs::ARTICLE | Signs::CONTENT | Signs::BODY),
            ("relatedPosts", Signs::RELATED),
            ("c-share__bar", Signs::SHARE),
            ("articleBody", Signs::ARTICLE | Signs::CONTENT | Signs::BODY),
            ("added heads", Signs::default()),
            ("ad-slot-1", Signs::PROMOTION),
        ] {
            assert_eq!(of("div", names, false), want, "{names}");
        }
        assert_eq!(of("body", "has-sidebar", false), Signs::default());
        assert_eq!(of("nav", "", true), Signs::NAV | Signs::HIDDEN);
    }
}
