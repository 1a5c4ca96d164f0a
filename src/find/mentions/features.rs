//! What the names model sees of a token: its letters, its neighbours, the lists it stands in, and how the
//! rest of the text writes the same word.
//!
//! The trainer calls this very code. Every feature is a 32-bit hash of a template's number and a value, so
//! adding, dropping or renumbering one makes `src/model/names_en.bin` void until it is trained again.

mod hash;
mod listed;
mod nouns;
mod particles;
mod recased;
mod seen;
mod shape;
mod spans;
mod token;
mod vocabulary;

use crate::index::Index;
use crate::lexicon::{FNV_PRIME, FNV_START, hash_folded};
use crate::model::background::{self, Background};
use crate::model::names::{self, Lists};
use crate::read::Document;
use crate::read::tokens::{Token, TokenKind, wide};
use crate::text::Span;
use hash::{ADDED, AT, COMMA, DOT, FROM, IN, NEAR, SAID, SAYS, THE, TO, TOLD, WHO, fold, hash_word};
use listed::{hash_listed, phrase_at};
use shape::has_capital;
use std::borrow::Cow;
use std::ops::Range;
use vocabulary::Vocabulary;

pub use listed::{class, listed_phrase, listed_word};
pub use token::{MOST_FEATURES, Part};

/// Classes of words that bend in lower case as well.
const BESIDE_NAMES: u32 = class::TITLE | class::ORGANIZATION_WORD | class::PLACE_WORD;

/// How a sentence is written.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Style {
    Plain,
    /// A headline: most words have a capital.
    Title,
    /// All in capitals.
    Capitals,
    /// No capitals at all.
    Lower,
}

/// What is known of one token.
#[derive(Clone, Copy)]
struct Info {
    /// Hash of the word, case folded.
    word: u32,
    /// Hash of what the forms of the word share; the word itself where the language hardly bends names.
    stem: u32,
    /// The number of the stem among those of the text.
    stem_number: u32,
    classes: u32,
    shape: u8,
    /// Position in a listed phrase of places: 0 none, 1 first, 2 inside, 3 last; the same for organizations
    /// in the upper four bits.
    phrase: u8,
    /// Style of its sentence.
    style: Style,
    /// First word of its sentence, or after a mark that opens.
    opens: bool,
    candidate: bool,
    careless: bool,
    /// First and one past the last token of the run of words with capitals that it stands in.
    run: (u32, u32),
    seen: u16,
    /// How common the word is in English and what part of speech it mostly is; how it is written when it is rare.
    known: u16,
}

/// Everything that the features of a document need, made once.
pub struct Sheet<'d, 't> {
    document: &'d Document<'t>,
    /// The document's tokens; in scripts without spaces each letter by itself, for pieces that are cut without a
    /// dictionary do not end where names end.
    pub tokens: Cow<'d, [Token]>,
    infos: Vec<Info>,
    vocabulary: Vocabulary,
    /// The numbers of stems, by their hashes.
    stems: Index,
    n_stems: u32,
    /// Names have endings in this language, and go on in lower case: "Vijeće sigurnosti", "UN-a".
    bends: bool,
    /// It is read as English: more is known of its words.
    speaks_english: bool,
}

/// The tokens that can begin and end names.
fn tokens_of<'d>(document: &'d Document) -> Cow<'d, [Token]> {
    let is_wide = |it: &Token| {
        it.kind == TokenKind::Word && it.span.of(document.text).chars().next().is_some_and(wide::is_wide)
    };
    if !document.language.script.starts_with("Han") || !document.tokens.iter().any(is_wide) {
        return Cow::Borrowed(&document.tokens);
    }
    let mut tokens = Vec::with_capacity(2 * document.tokens.len());
    for token in &document.tokens {
        if !is_wide(token) {
            tokens.push(*token);
            continue;
        }
        for (at, c) in token.span.of(document.text).char_indices() {
            let start = token.span.start as usize + at;
            tokens.push(Token { span: Span::new(start, start + c.len_utf8()), ..*token });
        }
    }
    Cow::Owned(tokens)
}

impl<'d, 't> Sheet<'d, 't> {
    /// Looks at every token once, as it is written: what the model learns from.
    pub fn new(document: &'d Document<'t>, lists: &Lists) -> Sheet<'d, 't> {
        Sheet::read(document, lists, false)
    }

    /// The same, but that English sentences all in capitals, or without any, are taken as if they had the usual ones.
    pub fn recased(document: &'d Document<'t>, lists: &Lists) -> Sheet<'d, 't> {
        Sheet::read(document, lists, true)
    }

    fn read(document: &'d Document<'t>, lists: &Lists, is_recased: bool) -> Sheet<'d, 't> {
        let text = document.text;
        let tokens = tokens_of(document);
        let bends = lists.endings > 0;
        let speaks_english = !bends && !document.language.script.starts_with("Han");
        let background = speaks_english.then(|| Background::of(*b"en"));
        let vocabulary = Vocabulary::of(text, &tokens);
        let (mut stems, mut n_stems) = (Index::new(0), 0);
        let known: Vec<Info> = vocabulary
            .firsts
            .iter()
            .map(|first| {
                let token = &tokens[*first as usize];
                let spelled = token.span.of(text);
                let shape = shape::of(spelled, token.kind);
                let word = hash_word(spelled, shape);
                let is_word = matches!(token.kind, TokenKind::Word);
                let mut classes = if is_word { lists.classes(hash_listed(word)) } else { 0 };
                let mut stem = word;
                if lists.endings > 0 && is_word && spelled.len() > 3 {
                    if classes & !class::COMMON == 0 {
                        let of = if has_capital(shape) { !class::COMMON } else { BESIDE_NAMES };
                        classes |= lists.classes_of_stem(spelled, of);
                    }
                    stem = hash_folded(head(spelled, STEM));
                }
                let stem_number = stems.find_or_insert(stem.into(), n_stems);
                n_stems = n_stems.max(stem_number + 1);
                Info {
                    word,
                    stem,
                    stem_number,
                    classes,
                    shape,
                    phrase: 0,
                    style: Style::Plain,
                    opens: false,
                    candidate: false,
                    careless: false,
                    run: (0, 0),
                    seen: 0,
                    known: match background {
                        Some(it) => how_known(it, spelled, shape),
                        None => beside_names(classes),
                    },
                }
            })
            .collect();
        let mut infos: Vec<Info> = vocabulary.words.iter().map(|it| known[*it as usize]).collect();
        if document.language.tag == "de" {
            nouns::lower(document, &tokens, lists, &mut infos);
        }
        if let Some(background) = background.filter(|_| is_recased) {
            recased::restore(document, &tokens, lists, background, &mut infos);
        }
        let mut sheet = Sheet { document, tokens, infos, vocabulary, stems, n_stems, bends, speaks_english };
        let mut start = 0;
        while let Some(sentence) = sentence_from(&sheet.tokens, start) {
            start = sentence.end;
            sheet.look_at_sentence(sentence.start, sentence.end, lists);
        }
        sheet.look_at_text();
        sheet
    }

    fn look_at_sentence(&mut self, start: usize, end: usize, lists: &Lists) {
        let tokens = &self.tokens[..];
        let style = style_of(&self.infos[start..end], &tokens[start..end]);
        let infos = self.infos.as_mut_slice();
        let mut opens = true;
        for at in start..end {
            infos[at].style = style;
            infos[at].opens = opens;
            opens = if infos[at].shape >= shape::MARK {
                let spelled = tokens[at].span.of(self.document.text);
                opens || matches!(spelled, ":" | "\"" | "“" | "‘" | "•" | "«" | ";")
            } else {
                // A number that counts the lines of a list.
                opens && infos[at].shape == shape::NUMBER
            };
        }
        // Phrases: the longest at each place.
        let mut at = start;
        while at < end {
            if !has_capital(infos[at].shape) && style != Style::Lower && infos[at].shape != shape::UNCASED {
                at += 1;
                continue;
            }
            let best = phrase_at(lists, infos, tokens, self.document.text, at..end);
            if let Some((last, classes)) = best {
                for (idx, info) in infos[at..=last].iter_mut().enumerate() {
                    let position = if idx == 0 {
                        1
                    } else if at + idx == last {
                        3
                    } else {
                        2
                    };
                    if classes & class::PLACE_PHRASE != 0 {
                        info.phrase |= position;
                    }
                    if classes & class::ORGANIZATION_PHRASE != 0 {
                        info.phrase |= position << 4;
                    }
                }
                at = last + 1;
            } else {
                at += 1;
            }
        }
        // Runs of words with capitals.
        let mut at = start;
        while at < end {
            if !has_capital(infos[at].shape) {
                at += 1;
                continue;
            }
            let mut last = at;
            loop {
                let next = last + 1;
                if next < end && has_capital(infos[next].shape) {
                    last = next;
                    continue;
                }
                // "Jean-Paul", "Harvard–Smithsonian", "J. Smith", "AT&T".
                let glued = next + 1 < end
                    && has_capital(infos[next + 1].shape)
                    && match tokens[next].span.of(self.document.text) {
                        // Danish, Portuguese and Finnish names lost one point and more by it.
                        "–" if !self.speaks_english => false,
                        "-" | "–" | "/" | "’" | "'" => {
                            tokens[last].span.end == tokens[next].span.start
                                && tokens[next].span.end == tokens[next + 1].span.start
                        }
                        "." => {
                            tokens[last].span.end == tokens[next].span.start && tokens[last].span.len() <= 3
                        }
                        "&" => true,
                        _ => false,
                    };
                if !glued {
                    break;
                }
                last = next + 1;
            }
            for info in &mut infos[at..=last] {
                info.run = (at as u32, last as u32 + 1);
                info.candidate = true;
            }
            at = last + 1;
        }
        // The full stop of "Enron Corp." and "Sammy Davis Jr." belongs to the name.
        for at in start + 1..end {
            if infos[at].word == DOT
                && infos[at - 1].candidate
                && tokens[at - 1].span.end == tokens[at].span.start
                && self.document.lexicon.abbreviations.contains(tokens[at - 1].span.of(self.document.text))
            {
                infos[at].candidate = true;
            }
        }
        // Candidates: words with capitals, what stands in lists of names, numbers and addresses beside them,
        // and at most three other tokens between two candidates.
        if self.speaks_english {
            particles::join(infos, tokens, start, end);
        }
        if self.bends {
            bend(infos, tokens, self.document.text, start, end);
        }
        // In Arabic, Thai or Japanese no model knows which words are names.
        let script = self.document.language.script;
        let uncased_names = names::has_capitals(script) || script.starts_with("Han");
        let names = class::FIRST | class::PLACE | class::COUNTRY | class::ORGANIZATION;
        let mut before: Option<usize> = None;
        for at in start..end {
            let info = &mut infos[at];
            if !info.candidate {
                info.candidate = (info.classes & names != 0 && info.classes & class::COMMON == 0)
                    || info.phrase != 0
                    || (info.shape == shape::UNCASED && uncased_names);
            }
            if info.candidate {
                if let Some(before) = before.filter(|it| at - it <= 4) {
                    for between in &mut infos[before + 1..at] {
                        between.candidate = true;
                    }
                }
                before = Some(at);
            }
        }
        if self.speaks_english && is_careless(&infos[start..end]) {
            for info in &mut infos[start..end] {
                info.candidate = true;
                info.careless = true;
            }
        }
        for at in start..end {
            let beside = |it: usize| it >= start && it < end && has_capital(infos[it].shape);
            let number = matches!(infos[at].shape, shape::NUMBER | shape::NUMBER_LETTERS);
            if number && (beside(at + 1) || at > start && beside(at - 1)) {
                infos[at].candidate = true;
            }
        }
    }

    /// How the text writes each word in all places, put to every place.
    fn look_at_text(&mut self) {
        let (tokens, infos) = (&self.tokens[..], self.infos.as_slice());
        let seen = &mut vec![0; self.n_stems as usize][..];
        for (at, info) in infos.iter().enumerate() {
            if !has_capital(info.shape) {
                continue;
            }
            let same = |it: usize| tokens.get(it).is_some_and(|other| other.sentence == tokens[at].sentence);
            let before = at.checked_sub(1).filter(|&it| same(it)).map(|it| &infos[it]);
            let after = same(at + 1).then(|| &infos[at + 1]);
            let (start, end) = (info.run.0 as usize, info.run.1 as usize);
            let mut bits = seen::WITH_CAPITAL;
            let mut put = |bit: u16, yes: bool| bits |= if yes { bit } else { 0 };
            put(seen::INSIDE_PLAIN, !info.opens && info.style == Style::Plain);
            // "Mr. Smith": the full stop is a token.
            let title = match before {
                Some(it) if it.word == DOT && at > 1 && same(at - 2) => Some(&infos[at - 2]),
                it => it,
            };
            put(seen::AFTER_TITLE, title.is_some_and(|it| it.classes & class::TITLE != 0));
            put(
                seen::AFTER_FIRST_NAME,
                at > start
                    && before
                        .is_some_and(|it| it.classes & class::FIRST != 0 && it.classes & class::COMMON == 0),
            );
            if start > 0 && same(start - 1) {
                let Info { word, classes, .. } = infos[start - 1];
                // "grad Zagreb", "ministeriet": in other languages the words that are listed for it.
                let is_place = classes & class::PLACE_WORD != 0 && self.bends;
                let is_body = classes & class::ORGANIZATION_WORD != 0 && self.bends;
                put(seen::AFTER_IN, end == at + 1 && ([IN, AT, FROM, NEAR, TO].contains(&word) || is_place));
                put(seen::AFTER_THE, word == THE || is_body);
            }
            if same(end) {
                let word = infos[end].word;
                put(seen::BEFORE_SAID, end == at + 1 && [SAID, SAYS, TOLD, ADDED, WHO].contains(&word));
                let listed =
                    |it: &Info| it.classes & (class::PLACE | class::COUNTRY) != 0 || it.phrase & 15 != 0;
                put(
                    seen::BEFORE_PLACE,
                    end == at + 1 && word == COMMA && same(end + 1) && listed(&infos[end + 1]),
                );
            }
            let organization = |it: &Info| it.classes & class::ORGANIZATION_WORD != 0;
            put(seen::WITH_ORGANIZATION_WORD, infos[start..end.min(start + 12)].iter().any(organization));
            put(
                seen::IN_LONGER,
                before.is_some_and(|it| has_capital(it.shape))
                    || after.is_some_and(|it| has_capital(it.shape)),
            );
            put(seen::ALONE, end == start + 1 && info.style == Style::Plain);
            put(seen::IN_LISTED_PLACE, info.phrase & 15 != 0);
            put(seen::IN_LISTED_ORGANIZATION, info.phrase >> 4 != 0);
            seen[info.stem_number as usize] |= bits;
        }
        for info in infos {
            if info.shape == shape::LOWER {
                seen[info.stem_number as usize] |= seen::LOWER;
            }
        }
        for (at, info) in infos.iter().enumerate() {
            if self.speaks_english && info.run.0 as usize == at && info.run.1 > 0 {
                self.initials(at, |it| {
                    if let Some(stem) = self.stems.find(it.into()) {
                        seen[stem as usize] |= seen::STANDS_FOR_LONGER;
                    }
                });
            }
        }
        for info in &mut self.infos {
            if info.candidate && info.shape < shape::NUMBER {
                let seen = seen[info.stem_number as usize];
                info.seen = if seen & seen::WITH_CAPITAL != 0 { seen & !seen::WITH_CAPITAL } else { 0 };
                if !matches!(info.shape, shape::UPPER | shape::DOTTED) {
                    info.seen &= !seen::STANDS_FOR_LONGER;
                }
            }
        }
    }

    /// Calls `put` with the initials, as words are hashed, of each part of the long name that begins at `start`: "HA",
    /// "HAN", "AN", "HANO" and the like for "Housing Authority of New Orleans".
    fn initials(&self, start: usize, mut put: impl FnMut(u32)) {
        const MOST: usize = 8;
        let mut initials = [0; MOST];
        let (mut n, mut n_between) = (0, 0);
        for (info, token) in self.infos[start..].iter().zip(&self.tokens[start..]) {
            let spelled = token.span.of(self.document.text);
            if n == MOST || token.sentence != self.tokens[start].sentence {
                break;
            }
            if has_capital(info.shape) {
                initials[n] = spelled.chars().next().map_or(0, fold);
                (n, n_between) = (n + 1, 0);
            } else if n_between < 2
                && matches!(spelled, "of" | "and" | "for" | "the" | "in" | "on" | "&" | "-" | ",")
            {
                n_between += 1;
            } else {
                break;
            }
        }
        for first in 0..n {
            let mut hash = FNV_START;
            for (at, &initial) in initials[first..n].iter().enumerate() {
                hash = (hash ^ initial).wrapping_mul(FNV_PRIME);
                if at > 0 {
                    put(hash);
                }
            }
        }
    }

    /// The tokens that can be names, as runs; what is in no run is outside every name.
    pub fn stretches(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        let (tokens, infos) = (&self.tokens[..], self.infos.as_slice());
        std::iter::from_fn(move || {
            while at < infos.len() && !infos[at].candidate {
                at += 1;
            }
            if at >= infos.len() {
                return None;
            }
            let start = at;
            while at < infos.len() && infos[at].candidate && tokens[at].sentence == tokens[start].sentence {
                at += 1;
            }
            Some(start..at)
        })
    }

    /// How many stems the text has.
    pub fn n_stems(&self) -> usize {
        self.n_stems as usize
    }

    /// How many different words the text has.
    pub fn n_words(&self) -> usize {
        self.vocabulary.firsts.len()
    }

    /// The number of the word at `at`.
    pub fn word_number(&self, at: usize) -> usize {
        self.vocabulary.words[at] as usize
    }

    /// The number of a word's stem.
    pub fn stem_number(&self, at: usize) -> usize {
        self.infos.as_slice()[at].stem_number as usize
    }

    /// The different words of the text, each at its first place.
    pub fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.vocabulary.firsts.iter().map(|it| self.tokens[*it as usize].span.of(self.document.text))
    }

    /// The hash of a word, whatever its case, or of its stem.
    pub fn word(&self, at: usize) -> u32 {
        self.infos[at].stem
    }

    /// True when the token is a word with a capital.
    pub fn has_capital(&self, at: usize) -> bool {
        has_capital(self.infos.as_slice()[at].shape)
    }

    /// True for a word in lower case where names could go on with it.
    pub fn goes_on_in_lower_case(&self, at: usize) -> bool {
        self.bends && self.infos[at].shape == shape::LOWER
    }

    /// True in a sentence that is hardly written with capitals.
    pub fn is_careless(&self, at: usize) -> bool {
        self.infos[at].careless
    }

    /// True in a headline, where most words have a capital.
    pub fn is_title(&self, at: usize) -> bool {
        self.infos[at].style == Style::Title
    }

    /// True when a name could stand here alone.
    pub fn can_be_name(&self, at: usize) -> bool {
        let shape = self.infos[at].shape;
        shape < shape::NUMBER || shape == shape::UNCASED
    }
}

/// Makes candidates of what names may go on with in languages other than English: an ending or a second half behind a
/// mark ("UN-a", "H&M:n", "SID-huset"), a word before and some words after in lower case ("rua João Pessoa",
/// "Vijeće sigurnosti").
fn bend(infos: &mut [Info], tokens: &[Token], text: &str, start: usize, end: usize) {
    const AFTER: usize = 3;
    let mut at = start;
    while at < end {
        if !has_capital(infos[at].shape) {
            at += 1;
            continue;
        }
        let is_word = |it: &Info| it.shape == shape::LOWER;
        if at > start && is_word(&infos[at - 1]) {
            infos[at - 1].candidate = true;
        }
        let mut next = at + 1;
        let glues = |it: usize| {
            it + 1 < end
                && matches!(tokens[it].span.of(text), "-" | ":" | "‑" | "–")
                && tokens[it - 1].span.end == tokens[it].span.start
                && tokens[it].span.end == tokens[it + 1].span.start
        };
        if glues(next) {
            infos[next].candidate = true;
            infos[next + 1].candidate = true;
            next += 2;
        }
        let last = end.min(next + AFTER);
        while next < last && is_word(&infos[next]) {
            infos[next].candidate = true;
            next += 1;
        }
        at = next;
    }
}

/// The tokens of the sentence that begins at `start`; none at the end.
fn sentence_from(tokens: &[Token], start: usize) -> Option<Range<usize>> {
    let sentence = tokens.get(start)?.sentence;
    let len = tokens[start..].iter().take_while(|it| it.sentence == sentence).count();
    Some(start..start + len)
}

/// The sentences of the tokens.
fn sentences(tokens: &[Token]) -> impl Iterator<Item = Range<usize>> {
    std::iter::successors(sentence_from(tokens, 0), |it| sentence_from(tokens, it.end))
}

/// How many letters of a word the forms of a name share: "Beograd", "Beogradu", "Beogradom".
const STEM: usize = 5;

/// The first `n` letters.
fn head(spelled: &str, n: usize) -> &str {
    spelled.char_indices().nth(n).map_or(spelled, |(at, _)| &spelled[..at])
}

/// The feature that every token has.
const ALWAYS: u32 = 0x5bd1_e995;

const START: Info = Info::edge(1);
const END: Info = Info::edge(2);

impl Info {
    const fn edge(word: u32) -> Info {
        Info {
            word,
            stem: word,
            stem_number: 0,
            classes: 0,
            shape: shape::MARK,
            phrase: 0,
            style: Style::Plain,
            opens: false,
            candidate: false,
            careless: false,
            run: (0, 0),
            seen: 0,
            known: NO_WORD + word as u16,
        }
    }
}

/// Above every value that a word has.
const NO_WORD: u16 = 1 << 10;

/// Above every value of a word that the background knows.
const N_KNOWN: u16 = 64;

/// One value for words that English has alike often and in the same part of speech, one for each way to write a
/// word that it hardly has.
fn how_known(background: &Background, spelled: &str, shape: u8) -> u16 {
    match background.find(background::hash_word(*b"en", spelled)) {
        Some(it) => u16::from(it.rarity / 2 * 4 + it.part as u8),
        None => N_KNOWN + u16::from(shape),
    }
}

/// Whether it is a place, a body or a person whose name stands beside the word.
fn beside_names(classes: u32) -> u16 {
    let of = [class::PLACE_WORD, class::ORGANIZATION_WORD, class::TITLE];
    of.iter().position(|it| classes & it != 0).map_or(0, |it| it as u16 + 1)
}

/// True when a sentence begins in lower case and is hardly written with capitals: its names may have none either.
fn is_careless(infos: &[Info]) -> bool {
    let begins_lower =
        infos.iter().find(|it| it.shape < shape::NUMBER).is_some_and(|it| it.shape == shape::LOWER);
    let n_lower = infos.iter().filter(|it| it.shape == shape::LOWER).count();
    let n_title = infos.iter().filter(|it| matches!(it.shape, shape::TITLE | shape::MIXED)).count();
    begins_lower && 8 * n_title <= n_lower
}

fn style_of(infos: &[Info], tokens: &[Token]) -> Style {
    let (mut n_lower, mut n_title, mut n_upper) = (0, 0, 0);
    for (info, token) in infos.iter().zip(tokens) {
        match info.shape {
            shape::LOWER if token.span.len() > 3 => n_lower += 1,
            shape::TITLE | shape::MIXED if token.span.len() > 3 => n_title += 1,
            shape::UPPER if token.span.len() > 2 => n_upper += 1,
            _ => {}
        }
    }
    let stops = infos.last().is_some_and(|it| it.word == DOT);
    if n_upper > 2 && n_upper > n_lower + n_title {
        Style::Capitals
    } else if n_title > 2 && n_title > 2 * n_lower && !stops {
        Style::Title
    } else if n_title + n_upper == 0 && n_lower > 3 {
        Style::Lower
    } else {
        Style::Plain
    }
}
