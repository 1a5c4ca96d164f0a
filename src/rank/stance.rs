//! Stance: whether a sentence can stand as a line of a summary, by its shape alone.
//!
//! "He" at its head is a smaller matter, which [`leaning`](super::leaning) tells of. Here is what an editor would strike out:
//! half of a quotation, a question that nobody answers, an aside to the reader, a line of a list, the other half of a thought.

use super::leaning::Leaning;

/// What keeps a sentence from standing alone; where there are several, the worst.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// It stands.
    #[default]
    Upright,
    /// "The county also promised money": it comes on top of what was said before.
    Adds,
    /// “We did it.” of “We did it. And it was hard,” said Lee: a quotation goes on before or behind it.
    Cut,
    /// "Why was it closed?"
    Asks,
    /// "closed until spring;", "Photo gallery", "Lee said.": no mark at its end, it begins in lower case, or has hardly a word.
    Fragment,
    /// "But it rained.": the other half of the sentence before it. No name in brackets helps.
    Joins,
    /// "(Reporting by Ann Lee)", "Read more about the bridge here."
    Aside,
}

/// "also" this near the head comes before what is new in the sentence.
const N_HEAD: u32 = 7;

/// Fewer words tell nothing by themselves.
const N_WORDS: u32 = 4;

/// Reads a sentence from its head on and tells its stance.
pub struct Reader<'l> {
    lists: &'l Leaning,
    stance: Stance,
    n_words: u32,
    /// Quotation marks that are open: the low ones („) close with another mark than the high ones (“).
    n_open: i32,
    low: bool,
    straight: bool,
}

impl<'l> Reader<'l> {
    /// At the head of `sentence`.
    pub fn new(lists: &'l Leaning, sentence: &str) -> Reader<'l> {
        let bracketed =
            sentence.starts_with(['(', '[']) && sentence.trim_end_matches('.').ends_with([')', ']']);
        // "iPhone sales fell" is none that was cut.
        let mut letters = sentence.trim_start_matches(|it: char| !it.is_alphanumeric()).chars();
        let opens_low =
            letters.next().is_some_and(char::is_lowercase) && !letters.next().is_some_and(char::is_uppercase);
        let stance = match () {
            // "^ Lee, Ann (2 May 2017)." is a note.
            () if bracketed || sentence.starts_with('^') || lists.is_aside(sentence) => Stance::Aside,
            () if opens_low => Stance::Fragment,
            () => Stance::Upright,
        };
        Reader { lists, stance, n_words: 0, n_open: 0, low: false, straight: false }
    }

    fn is(&mut self, stance: Stance) {
        self.stance = self.stance.max(stance);
    }

    /// The next word.
    pub fn word(&mut self, word: &str) {
        self.n_words += 1;
        if self.n_words == 1 && self.lists.joining.contains(word) {
            self.is(Stance::Joins);
        } else if self.n_words <= N_HEAD && self.lists.adding.contains(word) {
            self.is(Stance::Adds);
        }
    }

    /// The next mark.
    pub fn mark(&mut self, mark: &str) {
        match mark {
            "\"" => self.straight = !self.straight,
            "„" => {
                self.low = true;
                self.n_open += 1;
            }
            "“" if self.low => {
                self.low = false;
                self.n_open -= 1;
            }
            "“" | "«" => self.n_open += 1,
            "”" | "»" => self.n_open -= 1,
            _ => {}
        }
    }

    /// The stance, given how it ends.
    pub fn end(mut self, ending: u8) -> Stance {
        match ending {
            255 => self.is(Stance::Asks),
            64 => self.is(Stance::Fragment),
            _ if self.n_words < N_WORDS => self.is(Stance::Fragment),
            _ => {}
        }
        if self.straight || self.n_open != 0 {
            self.is(Stance::Cut);
        }
        self.stance
    }
}

#[cfg(test)]
mod tests {
    use crate::options::Options;
    use crate::rank::features;
    use crate::rank::stance::Stance;
    use crate::read::Document;

    #[test]
    fn what_an_editor_would_strike_out_is_told() {
        for (text, stance) in [
            ("The bridge is closed.", Stance::Upright),
            ("“We did it,” said Lee.", Stance::Upright),
            ("iPhone sales fell in spring.", Stance::Upright),
            ("The county also promised money.", Stance::Adds),
            ("The mayor, however, stayed.", Stance::Adds),
            ("It will be hard,\" said Lee.", Stance::Cut),
            ("“It was a hard day.", Stance::Cut),
            ("Why was it closed?", Stance::Asks),
            ("Photos of the bridge", Stance::Fragment),
            ("closed until the spring.", Stance::Fragment),
            ("Ann Lee said.", Stance::Fragment),
            ("But it rained.", Stance::Joins),
            ("(Reporting by Ann Lee in Leeds)", Stance::Aside),
            ("[More: The bridge in pictures]", Stance::Aside),
            ("Read more about the bridge here.", Stance::Aside),
            ("^ Lee, Ann (May 2, 2017).", Stance::Aside),
            ("Retrieved 12 September 2017.", Stance::Aside),
            ("Watch Lee say why the bridge was closed » .", Stance::Aside),
            ("E-mail to a friend .", Stance::Aside),
            ("(CNN)The bridge is closed.", Stance::Upright),
        ] {
            let options = Options { furniture: crate::Furniture::None, ..Options::default() };
            let document = Document::read(text, None, &options);
            assert_eq!(features::measure(&document).stances, [stance], "{text}");
        }
    }
}
