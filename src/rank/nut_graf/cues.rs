//! Cues: turns of phrase, each with what it counts.
//!
//! A list (`src/lexicon/*/nut_graf.txt`) has a number and a phrase a line. In a phrase a star stands for any ending of the word
//! before it ("rais* question*"), and one behind `^` is looked for at the head of a sentence alone, where that
//! is not the head of a quotation.

use crate::lexicon::{ByLanguage, list};

/// The phrases of a language.
pub struct Cues {
    /// By the first byte of the phrase.
    by_first: Vec<Vec<Cue>>,
    n: usize,
}

struct Cue {
    idx: usize,
    points: i32,
    at_head: bool,
    phrase: &'static str,
}

impl Cues {
    /// The phrases of a language; none where there is no list.
    pub fn of(tag: &str) -> Option<&'static Cues> {
        static LISTS: ByLanguage<Option<Cues>> = ByLanguage::empty();
        LISTS.of(tag, |tag| list(tag, "nut_graf").map(Cues::parse)).as_ref()
    }

    fn parse(list: &'static str) -> Cues {
        let mut by_first: Vec<Vec<Cue>> = (0..256).map(|_| Vec::new()).collect();
        let mut n = 0;
        for (points, phrase) in list.lines().filter_map(|it| it.split_once(' ')) {
            let Ok(points) = points.parse() else { continue };
            let (at_head, phrase) = phrase.strip_prefix('^').map_or((false, phrase), |it| (true, it));
            let first = usize::from(phrase.as_bytes().first().copied().unwrap_or(0));
            by_first[first].push(Cue { idx: n, points, at_head, phrase });
            n += 1;
        }
        Cues { by_first, n }
    }

    /// What the phrases of some sentences count together; a phrase counts once.
    pub fn points<'t>(&self, sentences: impl Iterator<Item = &'t str>) -> i32 {
        let mut met = vec![false; self.n];
        let mut sum = 0;
        for sentence in sentences {
            let is_quote = !sentence.starts_with(char::is_alphanumeric);
            let lower = sentence
                .trim_start_matches(|it: char| !it.is_alphanumeric())
                .to_lowercase()
                .replace('’', "'");
            let mut inside = false;
            for (at, c) in lower.char_indices() {
                let opens = !inside;
                inside = c.is_alphanumeric();
                if !opens || !inside {
                    continue;
                }
                for cue in &self.by_first[usize::from(lower.as_bytes()[at])] {
                    if !met[cue.idx]
                        && (!cue.at_head || at == 0 && !is_quote)
                        && stands(cue.phrase, &lower[at..])
                    {
                        met[cue.idx] = true;
                        sum += cue.points;
                    }
                }
            }
        }
        sum
    }
}

/// Whether a text begins with a phrase, whole words of it.
fn stands(phrase: &str, text: &str) -> bool {
    let mut rest = text;
    let mut parts = phrase.split('*').peekable();
    while let Some(part) = parts.next() {
        let Some(behind) = rest.strip_prefix(part) else { return false };
        // Any ending, where a star stood.
        rest = if parts.peek().is_some() { behind.trim_start_matches(char::is_alphanumeric) } else { behind };
    }
    !rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_whole_with_any_ending_where_a_star_is() {
        for (phrase, text, is) in [
            ("comes as", "comes as the town", true),
            ("comes as", "comes ashore", false),
            ("rais* question*", "raised questions", true),
            ("rais* question*", "raised a question", false),
            ("underscor*", "underscored", true),
            ("long-running", "long-running row", true),
            ("amid", "amid", true),
        ] {
            assert_eq!(stands(phrase, text), is, "{phrase} in {text}");
        }
    }

    #[test]
    fn a_phrase_counts_once_and_at_the_head_where_it_must() {
        let cues = Cues::parse("# list\n8 comes as\n5 ^but\n-3 said\n");
        let points = |it: &[&str]| cues.points(it.iter().copied());
        assert_eq!(points(&["It comes as rain, it comes as snow."]), 8);
        assert_eq!(points(&["“But it rained”, she said.", "But it did."]), 2);
        assert_eq!(points(&["All but one left."]), 0);
        assert_eq!(points(&["“But it rained”, she said."]), -3);
        assert_eq!(points(&[""]), 0);
    }
}
