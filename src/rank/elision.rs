//! Elision: the small word that French and Italian join to the next by an apostrophe ("l'artiste", "d’une", "dell'arte").
//!
//! A token holds both. What the text is about is in the second: "l'artiste" and "artiste" are one term.

use super::leaning;
use crate::lexicon::WordSet;

/// What is elided in a language; none where nothing is.
pub fn of(tag: &str) -> Option<&'static WordSet> {
    Some(&leaning::of(tag).elisions).filter(|it| !it.entries().is_empty())
}

/// The elided word in front of a token with its apostrophe, and what stands behind it; the first is empty where nothing is elided.
pub fn split<'t>(elided: &WordSet, token: &'t str) -> (&'t str, &'t str) {
    let at = token.find('\'').or_else(|| token.find('’')).unwrap_or(0);
    let rest = token[at..].trim_start_matches(['\'', '’']);
    if at > 0 && !rest.is_empty() && elided.contains(&token[..at]) {
        token.split_at(token.len() - rest.len())
    } else {
        ("", token)
    }
}

#[cfg(test)]
mod tests {
    use super::{of, split};

    #[test]
    fn what_is_elided_is_told_from_the_word() {
        for (tag, token, parts) in [
            ("fr", "l'artiste", ("l'", "artiste")),
            ("fr", "D’une", ("D’", "une")),
            ("fr", "aujourd'hui", ("", "aujourd'hui")),
            ("fr", "artiste", ("", "artiste")),
            ("it", "dell'arte", ("dell'", "arte")),
        ] {
            assert_eq!(split(of(tag).unwrap(), token), parts, "{token}");
        }
        assert!(of("en").is_none());
    }
}
