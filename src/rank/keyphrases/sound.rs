//! Sound: which occurrences of a candidate a reader would take for a phrase.
//!
//! People who chose keyphrases by the hundred took "said" and "unhappy", too, and a model that learns from them does. What is
//! left out here is no phrase wherever it stands: verbs, adverbs and lone adjectives, clauses ("Smith laughed"), counts
//! ("seven bridges"). English has its parts of speech; elsewhere the word before tells, and endings do.

use super::candidates::Candidates;
use super::parts::Part;
use crate::lexicon::{WordSet, among, among_folded};
use crate::model::background;
use crate::rank::elision;
use crate::rank::features::Measured;
use crate::read::Document;
use crate::read::tokens::TokenKind;

/// Where parts are not known: language, articles and their like, prepositions, endings of infinitives, which may follow a preposition,
/// too ("de partir"), and other endings of what is neither noun nor adjective, days of the week among them.
const NOUN_SIGNS: &[(&str, [&str; 4])] = &[
    (
        "fr",
        [
            "le la les l un une des du au aux ce cet cette ces son sa ses leur leurs deux trois avec",
            "de d en par pour sans sur",
            "er ir",
            "amment emment era eront aient di",
        ],
    ),
    (
        "es",
        [
            "el la los las un una del al su sus este esta dos tres",
            "de por para con en sin contra",
            "ar er ir rse",
            "ó aron ieron ará mente lunes martes coles jueves viernes",
        ],
    ),
    (
        "pt",
        [
            "o a os as um uma do da dos das no na nos nas ao à aos às pelo pela seu sua",
            "de em por com para",
            "ar er ir",
            "ou aram eram iram ará mente feira",
        ],
    ),
    (
        "it",
        [
            "il lo la i gli le l un una del della dell dei degli delle al alla all ai dal dalla nel nella sul sulla due tre",
            "di d con per da in",
            "are ere ire rsi",
            "ò arono irono rà mente dì",
        ],
    ),
    ("nl", ["de het een van deze dit", "in op met voor door bij", "", "dag"]),
];

/// What counts or points and names nothing; what stands behind a noun and is no part of it.
const COUNTS: &str =
    "one two three four five six seven eight nine ten twenty many several more most few other such last past";
const BEHIND: &str = "such today yesterday tomorrow tonight ago ahead morning afternoon evening";

/// What a verb has and a noun has not behind it.
const OBJECTS: &str = "a an the his her their its him them it";
const ADJECTIVES: &str = "al ic ive ous ful less ble ary ar ant ent ing";

/// Lone words that tell of how it was reported, and how many, not of what.
const OF_ANY_STORY: &str = "statement comment comments remarks information spokesman spokeswoman authorities officials question questions request \
    announcement weekend moment possibility things people number thousands millions result example";

/// Takes away the score of each candidate that is heard and is not sound, unless none is: a German text may be all small.
pub fn keep(
    document: &Document,
    measured: &Measured,
    candidates: &Candidates,
    parts: &[Part],
    elided: Option<&WordSet>,
    scores: &mut [i32],
) {
    let language = document.language.tag.get(..2).unwrap_or_default();
    let signs = NOUN_SIGNS.iter().find(|it| it.0 == language).map(|it| &it.1);
    let look = Look { document, measured, parts, elided, signs };
    let mut n_sound = vec![0u32; candidates.all.len()];
    let mut first = 0;
    for &(idx, span) in &candidates.mentions {
        while document.tokens[first].span.end <= span.start {
            first += 1;
        }
        if scores[idx as usize] > i32::MIN {
            let mut last = first;
            while document.tokens[last].span.end < span.end {
                last += 1;
            }
            n_sound[idx as usize] += u32::from(look.is_sound(language, first, last));
        }
    }
    if n_sound.iter().all(|it| *it == 0) {
        return;
    }
    for (idx, n) in n_sound.into_iter().enumerate() {
        // A tagger may err, and "neues" is a noun now and then; an article seldom errs.
        let count = candidates.all[idx].count;
        let enough = match language {
            "en" => 2 * n >= count,
            "de" => 2 * n > count,
            _ => n > 0,
        };
        if !enough {
            scores[idx] = i32::MIN;
        }
    }
}

struct Look<'a> {
    document: &'a Document<'a>,
    measured: &'a Measured,
    parts: &'a [Part],
    elided: Option<&'a WordSet>,
    signs: Option<&'a [&'static str; 4]>,
}

// What is asked again and again stands once in the wasm.
impl Look<'_> {
    /// The word at a place, and nothing beyond the text's ends.
    #[inline(never)]
    fn word(&self, at: usize) -> &str {
        self.document.tokens.get(at).map_or("", |it| it.span.of(self.document.text))
    }

    #[inline(never)]
    fn has_capital(&self, at: usize) -> bool {
        self.word(at).contains(char::is_uppercase)
    }

    #[inline(never)]
    fn is_lower(&self, at: usize) -> bool {
        self.document.tokens[at].kind == TokenKind::Word && !self.has_capital(at)
    }

    /// "2014" and "200"; "3DS" is a name.
    #[inline(never)]
    fn is_number(&self, at: usize) -> bool {
        self.document.tokens[at].kind == TokenKind::Number && !self.word(at).contains(char::is_alphabetic)
    }

    #[inline(never)]
    fn ends(&self, at: usize, endings: &str) -> bool {
        ends(self.word(at), endings)
    }

    #[inline(never)]
    fn is_mostly(&self, at: usize, part: background::Part) -> bool {
        self.measured.terms.known[at].is_some_and(|it| it.part == part)
    }

    fn opens(&self, at: usize) -> bool {
        at == 0 || self.document.tokens[at - 1].sentence != self.document.tokens[at].sentence
    }

    fn is_sound(&self, language: &str, first: usize, last: usize) -> bool {
        if self.counts(first, last) {
            return false;
        }
        match language {
            "en" => self.in_english(first, last),
            // Nouns have capitals there.
            "de" => self.has_capital(last) && (first < last || !self.opens(first)),
            _ => self.by_signs(first, last),
        }
    }

    /// "2014", "200 miles", "6-4", "wants 400 jobs", "other cities"; not "2014 elections".
    fn counts(&self, first: usize, last: usize) -> bool {
        let before_mark = self.document.tokens.get(first + 1).is_some_and(|it| it.kind == TokenKind::Mark);
        let short = |at: usize| self.is_number(at) && self.word(at).len() < 3;
        (first..=last).any(|at| {
            self.is_number(at)
                && (at == first && (at == last || self.word(at).len() != 4 && !before_mark)
                    || at > first && at < last && self.is_lower(at - 1)
                    || at + 2 <= last && short(at) && short(at + 2))
        }) || first < last && !before_mark && among(COUNTS, self.word(first))
    }

    fn in_english(&self, first: usize, last: usize) -> bool {
        let is_verb = |at: usize| match self.parts[at] {
            Part::Verb | Part::Other => true,
            Part::Doubtful => self.is_mostly(at, background::Part::Other),
            _ => false,
        };
        let in_ed = |at: usize| self.word(at).len() > 4 && self.ends(at, "ed") && !self.ends(at, "eed");
        let named = self.has_capital(last);
        for at in (first..=last).filter(|&at| self.is_lower(at)) {
            let before_name = named && at < last && self.has_capital(at + 1);
            // "blamed Smith", "attacks Smith"; "Smith laughed", "the event featured guests"
            if before_name && (in_ed(at) || is_verb(at) || self.ends(at, "s") && !self.ends(at, "ss us is"))
                || at > first
                    && in_ed(at)
                    && self.parts[at - 1] == Part::Noun
                    && (at == last || self.has_capital(at - 1) || self.is_mostly(at, background::Part::Other))
            {
                return false;
            }
        }
        if named {
            return true;
        }
        if among(BEHIND, self.word(last)) {
            return false;
        }
        let unsure = is_verb(last);
        if first < last {
            // "decision making" is a thing, "a convention displaying his work" has none, and "Smith denies the charge".
            let has_object = self.ends(last, "ing s") && among(OBJECTS, self.word(last + 1));
            return !has_object && (!unsure || self.ends(last, "ing"));
        }
        let adjective = self.parts[last] == Part::Adjective
            && (self.is_mostly(last, background::Part::Adjective) || self.ends(last, ADJECTIVES));
        !unsure
            && !in_ed(last)
            && !among(OF_ANY_STORY, self.word(last))
            && (self.is_mostly(last, background::Part::Noun) || !adjective && !self.ends(last, "ly"))
    }

    fn by_signs(&self, first: usize, last: usize) -> bool {
        let Some([articles, prepositions, infinitives, others]) = self.signs else { return true };
        let lone = first == last;
        if self.has_capital(last) && !(lone && self.opens(first)) {
            return true;
        }
        if (first..=last).any(|at| self.ends(at, others)) {
            return false;
        }
        let bare =
            |at: usize| self.elided.map_or(("", self.word(at)), |it| elision::split(it, self.word(at)));
        let (small, word) = bare(first);
        let before = match small {
            "" if self.opens(first) => "",
            "" => bare(first - 1).1,
            _ => small.trim_end_matches(['\'', '’']),
        };
        // "30 blessés", "Québec : …"
        before.starts_with(|it: char| it.is_ascii_digit())
            || before.is_empty() && self.word(last + 1) == ":"
            || among_folded(articles, before)
            || !ends(word, infinitives) && (!lone || among_folded(prepositions, before))
    }
}

/// Whether a word ends in one of the endings, which are parted by blanks.
fn ends(word: &str, endings: &str) -> bool {
    endings.split(' ').any(|it| !it.is_empty() && word.ends_with(it))
}
