//! Terms: the words that carry a text's topic, each with its weight, and which sentence holds which.
//!
//! A term is a class of word forms: lower-cased, lightly stemmed, told apart by a hash. Function words and
//! marks are no terms. The weight says how much a term tells of the topic: near 0 for words that stand in
//! every text ("people", "make"), 1 for rare ones and names.

use super::elision;
use crate::index::Index;
use crate::lexicon::WordSet;
use crate::model::background::{self, Background, Known, Part};
use crate::order;
use crate::read::Document;
use crate::read::tokens::TokenKind;

/// What [`Terms::of_token`] says of a token that is no term.
pub const NO_TERM: u32 = u32::MAX;

/// The terms of a document.
pub struct Terms {
    /// Weight of each term, 0 to 1.
    pub weights: Vec<f32>,
    /// How often each occurs in the body.
    pub counts: Vec<u32>,
    /// In how many sentences of the body each occurs.
    pub spread: Vec<u32>,
    /// Term of each token, [`NO_TERM`] for function words and marks.
    pub of_token: Vec<u32>,
    /// What the background says of each token's word; `None` for marks, numbers and unknown words.
    pub known: Vec<Option<Known>>,
    /// Sentence `i` of the body holds `postings[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    postings: Vec<u32>,
    /// Hash of stem to term.
    by_stem: Index,
    language: Language,
    /// Room for one stem.
    stem: String,
}

/// A number tells less than a name, more than a common word: "2014" binds two sentences loosely.
const NUMBER_WEIGHT: f32 = 0.5;

/// Rarer words are on no list of function words; looking them up would take a tenth of the time.
const STOP_RARITY: u8 = 10;

/// A headline or query longer than this is none; its rest is not read.
const MAX_WORDS: usize = 200;

/// Words at least this common are function words, list or no list: some 130 in English.
const FUNCTION_RARITY: u8 = 2;

/// What the document has of other words.
pub struct Asked {
    /// The distinct terms that it has.
    pub found: Vec<u32>,
    /// How many of the words are terms at all.
    pub n: usize,
    /// A word that tells a topic is not in the document.
    pub lacks: bool,
}

/// Up to this a word tells little of what is asked for: "big"; a verb: "happen".
const COMMON_RARITY: u8 = 4;
const COMMON_VERB: u8 = 7;

impl Terms {
    /// Reads the terms of `document`, whose body sentences are `body`; without what is `elided` in front of words.
    pub fn read(document: &Document, body: &[u32], elided: Option<&'static WordSet>) -> Terms {
        let n_tokens = document.tokens.len();
        let language = Language { elided, ..Language::of(document) };
        let mut terms = Terms {
            weights: Vec::new(),
            counts: Vec::new(),
            spread: Vec::new(),
            of_token: vec![NO_TERM; n_tokens],
            known: vec![None; n_tokens],
            starts: vec![0],
            postings: Vec::with_capacity(n_tokens / 2),
            by_stem: Index::new(n_tokens / 2),
            language,
            stem: String::new(),
        };
        let mut forms = Index::new(n_tokens);
        let mut seen: Vec<Form> = Vec::new();
        for (idx, token) in document.tokens.iter().enumerate() {
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                continue;
            }
            let spelled = language.bare(token.span.of(document.text));
            let word = Folded::of(spelled);
            let hash = background::hash(language.tag, word.bytes());
            let at = forms.find_or_insert(hash.into(), seen.len() as u32) as usize;
            if at == seen.len() {
                seen.push(terms.form(document, token.kind, hash, (spelled, &word)));
            }
            let form = seen[at];
            terms.of_token[idx] = form.term;
            terms.known[idx] = form.known;
        }
        terms.post(document, body);
        terms
    }

    /// Finds out about a word form that was not met before.
    fn form(
        &mut self,
        document: &Document,
        kind: TokenKind,
        hash: u32,
        (spelled, word): (&str, &Folded),
    ) -> Form {
        if kind == TokenKind::Number {
            return Form { term: self.term(hash, NUMBER_WEIGHT), known: None };
        }
        let known = self.language.background.find(hash);
        // "new" and "people" stand in every text, but "New York" and "black people" are phrases: common nouns
        // and adjectives are terms, of next to no weight.
        let nominal = known.is_some_and(|it| matches!(it.part, Part::Noun | Part::Adjective));
        let may_be_stop = known.is_none_or(|it| it.rarity <= STOP_RARITY);
        let stop = may_be_stop && document.lexicon.stop.contains(spelled);
        let letter = word.bytes().len() < 2;
        if letter || !nominal && (stop || known.is_some_and(|it| it.rarity <= FUNCTION_RARITY)) {
            return Form { term: NO_TERM, known: Some(Known { rarity: 1, part: Part::Other }) };
        }
        let weight = self.language.weight(known);
        let stem = self.language.stem(document, spelled, word, &mut self.stem);
        Form { term: self.term(stem, weight), known }
    }

    /// The term of a stem; its weight is that of its commonest form, for "wards" is no rarer a topic than "ward".
    fn term(&mut self, stem: u32, weight: f32) -> u32 {
        let term = self.by_stem.find_or_insert(stem.into(), self.weights.len() as u32);
        match self.weights.get_mut(term as usize) {
            Some(it) => *it = it.min(weight),
            None => self.weights.push(weight),
        }
        term
    }

    /// Notes which sentence of the body holds which terms.
    fn post(&mut self, document: &Document, body: &[u32]) {
        let n_terms = self.weights.len();
        self.counts = vec![0; n_terms];
        self.spread = vec![0; n_terms];
        let mut last = vec![u32::MAX; n_terms];
        let mut at = 0;
        for (idx, &sentence) in body.iter().enumerate() {
            while at < document.tokens.len() && document.tokens[at].sentence < sentence {
                at += 1;
            }
            while at < document.tokens.len() && document.tokens[at].sentence == sentence {
                let term = self.of_token[at];
                at += 1;
                if term == NO_TERM {
                    continue;
                }
                self.counts[term as usize] += 1;
                if last[term as usize] != idx as u32 {
                    last[term as usize] = idx as u32;
                    self.spread[term as usize] += 1;
                    self.postings.push(term);
                }
            }
            let start = self.starts.last().map_or(0, |it| *it as usize);
            order::sort(&mut self.postings[start..]);
            self.starts.push(self.postings.len() as u32);
        }
    }

    /// The distinct terms of the `idx`th sentence of the body, sorted.
    pub fn of_sentence(&self, idx: usize) -> &[u32] {
        &self.postings[self.starts[idx] as usize..self.starts[idx + 1] as usize]
    }

    /// The distinct terms of other words, such as a headline's or a query's, that the document has.
    pub fn of_words(&self, document: &Document, words: &str) -> Asked {
        let mut asked = Asked { found: Vec::new(), n: 0, lacks: false };
        let parts = words.split(|it: char| !it.is_alphanumeric() && it != '\'' && it != '’');
        for word in parts.filter(|it| !it.is_empty()).take(MAX_WORDS) {
            let word = word.trim_end_matches("'s").trim_end_matches("’s").trim_matches(['\'', '’']);
            let word = self.language.bare(word);
            let folded = Folded::of(word);
            let hash = background::hash(self.language.tag, folded.bytes());
            let number = word.starts_with(|it: char| it.is_ascii_digit());
            let known = self.language.background.find(hash);
            let common = known.is_some_and(|it| it.rarity <= FUNCTION_RARITY && it.part != Part::Noun);
            if !number && (folded.bytes().len() < 2 || common || document.lexicon.stop.contains(word)) {
                continue;
            }
            asked.n += 1;
            let mut room = String::new();
            let stem = if number { hash } else { self.language.stem(document, word, &folded, &mut room) };
            match self.by_stem.find(stem.into()) {
                Some(term) if asked.found.contains(&term) => {}
                Some(term) => asked.found.push(term),
                // "What happened to taxes?": an article on taxes may never say "happen".
                None => {
                    asked.lacks |= known.is_none_or(|it| {
                        it.rarity > if it.part == Part::Other { COMMON_VERB } else { COMMON_RARITY }
                    })
                }
            }
        }
        asked
    }

    /// Number of terms.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// True when the text has no word that carries a topic.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }
}

/// What is known of a word form.
#[derive(Clone, Copy)]
struct Form {
    term: u32,
    known: Option<Known>,
}

/// How words of the language are folded and weighed.
#[derive(Clone, Copy)]
struct Language {
    tag: [u8; 2],
    background: &'static Background,
    /// Whether the background has words of it.
    known: bool,
    /// What is left out in front of words; none where they are read as they are.
    elided: Option<&'static WordSet>,
}

impl Language {
    fn of(document: &Document) -> Language {
        let tag = match document.language.tag.as_bytes() {
            [a, b, ..] => [a.to_ascii_lowercase(), b.to_ascii_lowercase()],
            _ => *b"en",
        };
        let background = Background::of(tag);
        Language { tag, background, known: background.knows(tag), elided: None }
    }

    /// A word without what is elided in front of it.
    fn bare(self, word: &str) -> &str {
        self.elided.map_or(word, |it| elision::split(it, word).1)
    }

    /// The hash of a word's stem. English words are most of what is read, and Porter's rules would take as long
    /// as all the rest of the ranking: endings are cut in place there. A term is never shown to anybody, and
    /// summaries are as good either way.
    fn stem(self, document: &Document, word: &str, folded: &Folded, room: &mut String) -> u32 {
        if &self.tag == b"en" {
            let mut folded = *folded;
            folded.cut_english_endings();
            return background::hash(self.tag, folded.bytes());
        }
        document.lexicon.stem(word, room);
        background::hash(self.tag, room.as_bytes())
    }

    /// The weight of a word: 0 at the edge of the function words, 1 where the background ends. Squared it
    /// would leave little but names; as it stands a word of middling rarity ("minister") weighs 0.4.
    fn weight(self, known: Option<Known>) -> f32 {
        let rarity = match known {
            Some(known) => known.rarity,
            None if self.known => background::RARE,
            // A language without a table: every word outside the stop list weighs alike.
            None => 10,
        };
        f32::from(rarity.saturating_sub(1)) / f32::from(background::RARE - 1)
    }
}

/// A lower-cased word in a buffer of its own; what is beyond the buffer's end is left out, which two words
/// of sixty letters may suffer from.
#[derive(Clone, Copy)]
pub struct Folded {
    buffer: [u8; 64],
    len: usize,
}

impl Folded {
    /// Lower-cases a word and straightens its apostrophes.
    pub fn of(word: &str) -> Folded {
        let mut folded = Folded { buffer: [0; 64], len: 0 };
        for c in word.chars() {
            if c.is_ascii() {
                folded.push(&[c.to_ascii_lowercase() as u8]);
            } else if c == '’' {
                folded.push(b"'");
            } else {
                for lower in c.to_lowercase() {
                    folded.push(lower.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
        }
        folded
    }

    /// The folded word.
    pub fn bytes(&self) -> &[u8] {
        &self.buffer[..self.len]
    }

    fn push(&mut self, bytes: &[u8]) {
        if self.len + bytes.len() <= self.buffer.len() {
            self.buffer[self.len..self.len + bytes.len()].copy_from_slice(bytes);
            self.len += bytes.len();
        }
    }
}

impl Folded {
    /// "ties", "tied" and "tying" meet; "universe" and "university" do not.
    fn cut_english_endings(&mut self) {
        if self.len < 4 {
            return;
        }
        if self.ends(b"ies") && self.len > 4 {
            self.len -= 3;
            self.push(b"y");
        } else if self.ends(b"sses") {
            self.len -= 2;
        } else if self.ends(b"s") && !self.ends(b"ss") && !self.ends(b"us") && !self.ends(b"is") {
            self.len -= 1;
        }
        for ending in [&b"ing"[..], b"ed"] {
            if self.len > ending.len() + 2 && self.ends(ending) && self.has_vowel(self.len - ending.len()) {
                self.len -= ending.len();
                let doubled = self.len > 2 && self.buffer[self.len - 1] == self.buffer[self.len - 2];
                if doubled && !matches!(self.buffer[self.len - 1], b'l' | b's' | b'z' | b'e' | b'o') {
                    self.len -= 1;
                }
                break;
            }
        }
        if self.len > 5 && self.ends(b"ly") {
            self.len -= 2;
        }
        if self.len > 3 && self.ends(b"e") {
            self.len -= 1;
        }
        if self.len > 3 && self.ends(b"y") {
            self.buffer[self.len - 1] = b'i';
        }
    }

    fn ends(&self, ending: &[u8]) -> bool {
        self.bytes().ends_with(ending)
    }

    fn has_vowel(&self, len: usize) -> bool {
        self.buffer[..len].iter().any(|it| matches!(it, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
    }
}
