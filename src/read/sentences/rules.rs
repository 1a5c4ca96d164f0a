//! The rules that tell a stop that ends a sentence from one that does not. Each has a name and the
//! sentence that made us write it.

use super::hard;
use super::stops::{self, Mark, Stop};
use crate::lexicon::{Lexicon, among};
use crate::model::sentences::{self as model, Bits, Question};

/// What a language does with its marks.
pub struct Habits<'l> {
    /// English: what is said of its informal writers was seen in no other language.
    pub is_english: bool,
    /// `;` asks a question.
    pub is_greek: bool,
    /// Chinese and Japanese: no blanks after a stop.
    pub is_wide: bool,
    /// Korean in haste ends a sentence by its verb alone.
    pub is_korean: bool,
    /// Thai has no stop at all, only blanks.
    pub is_thai: bool,
    /// "am 3. Oktober": a full stop makes an ordinal of a number.
    pub has_ordinal_dot: bool,
    /// A capital says little, for all nouns have one.
    pub has_capital_nouns: bool,
    /// Quotations end with “ or ‘.
    pub closes_high: bool,
    /// Quotations end with «.
    pub closes_inward: bool,
    /// A semicolon ends a sentence, as Spanish and French readers count them.
    pub ends_at_semicolon: bool,
    /// A colon before a capital ends a sentence.
    pub ends_at_colon: bool,
    /// A colon before a quotation that begins with a capital ends a sentence.
    pub ends_before_speech: bool,
    /// See [`stops::candidates`].
    pub candidates: [bool; 256],
    /// The word lists.
    pub lexicon: &'l Lexicon,
}

impl<'l> Habits<'l> {
    /// The habits of a language.
    pub fn of(tag: &str, lexicon: &'l Lexicon) -> Habits<'l> {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        let is = |tags: &[&str]| tags.contains(&primary);
        let mut habits = Habits {
            is_english: is(&["en"]),
            is_greek: is(&["el"]),
            is_wide: is(&["zh", "ja"]),
            is_korean: is(&["ko"]),
            is_thai: is(&["th"]),
            has_ordinal_dot: is(&[
                "de", "da", "nb", "no", "nn", "is", "fi", "et", "lv", "hu", "cs", "sk", "sl", "hr", "sr",
                "bs", "sh", "tr", "pl", "eu",
            ]),
            has_capital_nouns: is(&["de"]),
            closes_high: is(&[
                "de", "cs", "sk", "sl", "hr", "sr", "bg", "mk", "lt", "lv", "et", "is", "ka", "ru", "uk",
                "be", "fi", "sv",
            ]),
            closes_inward: is(&["de", "da", "hr", "sl", "cs", "sk", "pl", "hu"]),
            ends_at_semicolon: is(&["es", "fr"]),
            ends_at_colon: is(&["it", "nb", "bg", "hy"]),
            ends_before_speech: is(&["it", "nb", "pt"]),
            candidates: [false; 256],
            lexicon,
        };
        habits.candidates = stops::candidates(&habits);
        habits
    }

    /// A sentence may end without any mark.
    pub fn ends_bare(&self) -> bool {
        self.is_korean || self.is_thai
    }

    /// A word whose full stop may be its own.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        let lexicon = self.lexicon;
        lexicon.abbreviations.contains(word)
            || lexicon.abbreviations_final.contains(word)
            || lexicon.abbreviations_number.contains(word)
            || word.contains('.')
    }
}

/// What follows a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Upper,
    Lower,
    Digit,
    /// A letter of a script without cases.
    Caseless,
    /// No letter or digit within reach.
    Mark,
}

/// A word is read at most this far.
const LONG_WORD: usize = 48;

/// Does the sentence that began at `start` end at `stop`? And which rule says so.
pub fn ends_sentence(block: &str, start: usize, stop: &Stop, habits: &Habits) -> (bool, &'static str) {
    match stop.mark {
        Mark::Wide => return wide(block, stop),
        Mark::Blank if habits.is_thai => {
            return (model::ends(Question::Blank, hard::blank(block, start, stop)), "blank_model");
        }
        Mark::Blank => return (habits.is_korean && ends_with_verb(&block[start..stop.at]), "verb_ends"),
        _ => {}
    }
    let (next_at, next) = next_of(block, stop.next);
    if stop.mark == Mark::Pause {
        let is_semicolon = block[stop.at..].starts_with(';');
        let is_speech = habits.ends_before_speech && block[stop.next..].starts_with(['"', '“', '«', '„']);
        let ends = is_semicolon || next == Next::Upper && (habits.ends_at_colon || is_speech);
        return (ends && stop.next > stop.end, "pause");
    }
    let has_gap = stop.next > stop.end;
    if !has_gap {
        return glued(block, stop, next, habits);
    }
    if stop.is_quoted {
        // He was heard to say, "Oh dear! I shall be too late!"
        return (false, "led_quotation");
    }
    if let Some(opened) = stop.opened
        && is_call(&block[opened..stop.at], &block[stop.at..])
    {
        // "Dear, dear! How queer everything is", "Daniels! Peterson! Foster!"
        return (false, "call_in_speech");
    }
    if block[stop.next..].starts_with([',', ';', ':', '.', '/'])
        && !block[stop.next..].starts_with(",,")
        && !block[stop.next..].starts_with(". ")
    {
        return (false, "continued");
    }
    if habits.is_english
        && stop.is_loud
        && block[stop.marks_end..stop.end].ends_with(['"', '”', '\'', '’'])
        && is_attributed(&block[next_at..])
    {
        return (false, "attributed");
    }
    if next == Next::Lower {
        return lower(block, start, stop, next_at, habits);
    }
    if stop.mark == Mark::Ellipsis {
        if block[..stop.at].ends_with(['[', '(']) && block[stop.marks_end..].starts_with([']', ')']) {
            // "Bohr [...] used the analogy of parallel stairways [...]" (Smith 55).
            return (false, "omission");
        }
        if block[stop.at..].starts_with('…') && block[..stop.at].ends_with(' ') {
            // "More people are turning to credit … While this may be"
            return (false, "floating_ellipsis");
        }
    }
    match stop.mark {
        Mark::Dot => dot(block, start, stop, next_at, next, habits),
        Mark::Ellipsis if next == Next::Digit => (false, "ellipsis_before_number"),
        _ => (true, "stop"),
    }
}

/// `"Damned pixies!" Jenna said`, `"Can they come over?" I ask.`: one to three words and a verb of speech.
fn is_attributed(rest: &str) -> bool {
    const VERBS: &str = "\
        said says say asked asks ask cried cries shouted shouts yelled yells replied replies answered \
        answers exclaimed whispered whispers howled screamed called added wondered demanded muttered \
        murmured snapped thought began started continued inquired tweeted wrote told joked repeated";
    let mut rest = rest;
    for n in 0..4 {
        let word = first_word(rest);
        if n > 0 && among(VERBS, word) {
            // Not "She said the last words out loud", which is another sentence.
            return rest[word.len()..].chars().next().is_none_or(|it| matches!(it, '.' | ',' | ':' | ';'));
        }
        if word.is_empty() || n > 0 && !word.starts_with(char::is_uppercase) {
            return false;
        }
        rest = rest[word.len()..].trim_start_matches(['.', ' ']);
    }
    false
}

/// An exclamation of one or two words.
fn is_call(speech: &str, mark: &str) -> bool {
    let piece = speech.rsplit(['.', '!', '?', '"', '“', '«', '„']).next().unwrap_or("");
    mark.starts_with('!') && piece.split_whitespace().take(3).count() < 3
}

/// `。` and its kin end a sentence without a space, unless a closed quotation is quoted on:
/// 「行く。」と言った。
fn wide(block: &str, stop: &Stop) -> (bool, &'static str) {
    let follows = block[stop.next..].chars().next();
    let goes_on = follows.is_some_and(|it| matches!(it, '\u{3041}'..='\u{309f}' | '、' | '，' | '的'));
    (stop.end == stop.marks_end || !goes_on, "wide_stop")
}

/// Polite and imperative endings of Korean verbs, which end a sentence even without a stop: 맛있어요, 갑니다,
/// 알려줘. Plain 다 is left out: it stands inside sentences as well.
fn ends_with_verb(sentence: &str) -> bool {
    ["요", "니다", "줘", "시오"].iter().any(|it| sentence.ends_with(it))
}

/// A stop with no white space after it.
fn glued(block: &str, stop: &Stop, next: Next, habits: &Habits) -> (bool, &'static str) {
    if stop.mark == Mark::Plain {
        return (true, "plain_stop");
    }
    let before = last_word(block, 0, stop.at);
    let after = first_word(&block[stop.next..]);
    let behind = &block[stop.next + after.len()..];
    // "Irony is dead...Long live irony" is as often one sentence as two.
    if stop.mark == Mark::Ellipsis
        || stop.next != stop.end
        || before.len() < 3
        || !before.chars().all(char::is_lowercase)
    {
        return (false, "glued");
    }
    if next == Next::Upper {
        // "It was late.He left." but not "example.Com", "St.Petersburg" or "Yahoo!Inc"
        let is_start = after.chars().skip(1).all(|it| it.is_lowercase() || matches!(it, '\'' | '’'))
            && (after.len() > 1 || matches!(after, "I" | "A"));
        return (is_start && !behind.starts_with(['.', '/', '@', '_']), "missing_space");
    }
    if habits.is_english && next == Next::Lower {
        // "even 1 person??cos ill be going alone", "the bare knuckle box.other than that", never "watch?v=1"
        let ahead = block[..stop.at - before.len()].chars().next_back();
        let is_free = ahead.is_none_or(char::is_whitespace)
            && behind.starts_with(' ')
            && after.chars().all(char::is_alphabetic);
        let is_start = stop.is_loud || habits.lexicon.stop.contains(after) && after.len() > 3;
        return (is_free && is_start, "missing_space_lower");
    }
    (false, "glued")
}

/// What the model is asked at a stop, if it is asked at all: the trainer's view of [`ends_sentence`].
pub fn question(block: &str, start: usize, stop: &Stop, habits: &Habits) -> Option<(Question, Bits)> {
    if stop.mark == Mark::Blank {
        return habits.is_thai.then(|| (Question::Blank, hard::blank(block, start, stop)));
    }
    let (next_at, next) = next_of(block, stop.next);
    let asks = habits.is_english
        && next == Next::Lower
        && !matches!(stop.mark, Mark::Wide | Mark::Pause | Mark::Plain);
    if !asks
        || stop.next == stop.end
        || stop.is_quoted
        || block[stop.next..].starts_with([',', ';', ':', '.', '/'])
    {
        return None;
    }
    let starts_lower = starts_lower(block, start);
    if !is_open_question(block, stop, starts_lower, habits) {
        return None;
    }
    Some((Question::Lower, hard::lower(block, start, stop, next_at, starts_lower, habits)))
}

/// Edited prose puts a lower-case letter after `!”`, after `!` and after abbreviations we never heard of:
/// "when suddenly, thump! thump! down she came", "voc. ed. classes". Only the rest is worth a question.
fn is_open_question(block: &str, stop: &Stop, starts_lower: bool, habits: &Habits) -> bool {
    if stop.end > stop.marks_end {
        return false;
    }
    if starts_lower {
        return true;
    }
    let marks = &block[stop.at..stop.marks_end];
    let word = last_word(block, 0, stop.at);
    let is_short = stop.mark == Mark::Dot && word.chars().count() < 4 && !habits.lexicon.stop.contains(word);
    !is_short && (!marks.starts_with('!') || marks.len() > 1)
}

/// The sentence begins in lower case.
fn starts_lower(block: &str, start: usize) -> bool {
    next_of(block, block.len() - block[start..].trim_start().len()).1 == Next::Lower
}

/// A lower-case word of more letters is no abbreviation.
const LONG_PLAIN: usize = 5;

/// A stop before a lower-case letter.
fn lower(block: &str, start: usize, stop: &Stop, next_at: usize, habits: &Habits) -> (bool, &'static str) {
    let after = first_word(&block[next_at..]);
    if matches!(after, "http" | "https" | "www") {
        return (true, "address");
    }
    if after.len() == 1 && block[stop.next..].starts_with('(') && block[next_at + 1..].starts_with(')') {
        // "(a) Hello world. (b) Hello world."
        return (true, "list_letter_follows");
    }
    let starts_lower = starts_lower(block, start);
    if habits.is_english {
        if !is_open_question(block, stop, starts_lower, habits) {
            return (false, "lower_case");
        }
        let bits = hard::lower(block, start, stop, next_at, starts_lower, habits);
        return (model::ends(Question::Lower, bits), "lower_case_model");
    }
    // A writer who never uses capitals.
    let is_bare = stop.mark != Mark::Ellipsis && stop.end == stop.marks_end && next_at == stop.next;
    let word = last_word(block, start, stop.at);
    let is_plain =
        word.chars().all(char::is_lowercase) && !habits.is_abbreviation(word) && word.chars().count() > 1;
    if is_bare && is_plain && stop.mark == Mark::Dot && word.chars().count() > LONG_PLAIN {
        // "per quel tratto. con questa semplice enumerazione": no abbreviation is that long.
        return (true, "long_word");
    }
    (starts_lower && is_bare && (stop.is_loud || is_plain), "no_capitals")
}

/// A single full stop, white space, and then no lower-case letter.
fn dot(
    block: &str,
    start: usize,
    stop: &Stop,
    next_at: usize,
    next: Next,
    habits: &Habits,
) -> (bool, &'static str) {
    let lexicon = habits.lexicon;
    let word = last_word(block, start, stop.at);
    let word_at = stop.at - word.len();
    let is_number = !word.is_empty() && word.bytes().all(|it| it.is_ascii_digit());
    if stop.end > stop.marks_end && next == Next::Upper {
        return (true, "closed");
    }
    let after = first_word(&block[next_at..]);
    let is_bracketed = block[stop.next..].starts_with(['(', '[', '{']);
    let can_start = if next_at > stop.next { !is_bracketed } else { starts_sentence(after, lexicon) };
    if is_number {
        // "am 3. Oktober"; where nouns are small, only a small letter or a number follows an ordinal.
        let goes_on = if habits.has_capital_nouns { !can_start } else { next == Next::Digit };
        let is_ordinal = habits.has_ordinal_dot && word.len() <= 2 && goes_on;
        return (!is_ordinal, if is_ordinal { "ordinal" } else { "number" });
    }
    if habits.has_ordinal_dot && word.len() > 1 && is_numeral(word) && !can_start {
        // "II. Rákóczi Ferenc"
        return (false, "ordinal_roman");
    }
    let n_chars = word.chars().count();
    if n_chars == 1 && word.chars().all(char::is_uppercase) {
        return initial(block, start, word_at, can_start);
    }
    if lexicon.abbreviations.contains(word) {
        return (false, "abbreviation");
    }
    if is_time(word) {
        // "He left at 6 p.m. Travelers who", but "at 6 p.m. ET", "at 6 p.m. Monday", "10 a.m. (CDT)"
        let names_time = after.len() < 5 && after.chars().all(char::is_uppercase) && after.len() > 1
            || lexicon.months.contains(after)
            || matches!(
                after,
                "Eastern" | "Central" | "Pacific" | "Mountain" | "Greenwich" | "Moscow" | "Beijing"
            );
        return (next == Next::Upper && !names_time && !is_bracketed, "time_of_day");
    }
    if is_acronym(word) {
        return (next == Next::Upper && can_start, "acronym");
    }
    if lexicon.abbreviations_number.contains(word)
        && (next == Next::Digit || !can_start && is_numeral(after) || lexicon.months.contains(after))
    {
        return (false, "abbreviation_before_number");
    }
    if lexicon.months.contains(word)
        && n_chars <= 5
        && (next == Next::Digit || lexicon.months.contains(after))
    {
        // "Dec. 31st", "Sun. Sept. 24"
        return (false, "month_before_number");
    }
    if lexicon.abbreviations_final.contains(word)
        && block[start..word_at].trim_end().ends_with(|it: char| it.is_ascii_digit())
    {
        // "Он родился в 1990 г. Потом": a unit after its number.
        return (next == Next::Upper && !is_bracketed, "unit");
    }
    if lexicon.abbreviations_final.contains(word) {
        return (next == Next::Upper && can_start, "abbreviation_final");
    }
    (true, "stop")
}

/// "Albert I. Jones" against "We make a good team, you and I. Did you see": a name or an initial stands
/// before the former.
fn initial(block: &str, start: usize, word_at: usize, can_start: bool) -> (bool, &'static str) {
    let before = block[start..word_at].trim_end();
    let prior = last_word(block, start, start + before.len());
    let is_named = before.ends_with('.') || prior.chars().next().is_none_or(char::is_uppercase);
    (can_start && !is_named, "initial")
}

/// A first word that says that a sentence begins: a function word with a capital.
fn starts_sentence(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.stop.contains(word)
}

/// `U.S`, `e.g`, `a.m`: single letters parted by full stops.
fn is_acronym(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|it| it.chars().count() == 1 && it.chars().all(char::is_alphabetic))
}

/// `a.m` and `p.m`.
fn is_time(word: &str) -> bool {
    matches!(word, "a.m" | "p.m" | "A.M" | "P.M")
}

/// `5`, `XIV`, `A`.
fn is_numeral(word: &str) -> bool {
    !word.is_empty() && word.len() < 6 && word.bytes().all(|it| it.is_ascii_digit() || b"IVXLC".contains(&it))
}

/// What follows at `at`, looked at past opening marks; and where that is.
fn next_of(block: &str, at: usize) -> (usize, Next) {
    let mut at = at;
    for _ in 0..6 {
        let Some(c) = block[at..].chars().next() else { break };
        if c.is_alphabetic() {
            let next = if c.is_uppercase() {
                Next::Upper
            } else if c.is_lowercase() {
                Next::Lower
            } else {
                Next::Caseless
            };
            return (at, next);
        }
        if c.is_numeric() {
            return (at, Next::Digit);
        }
        if !matches!(
            c,
            '"' | '\''
                | '“'
                | '‘'
                | '”'
                | '’'
                | '„'
                | '‚'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '('
                | '['
                | '{'
                | '¿'
                | '¡'
                | '-'
                | '–'
                | '—'
                | '•'
                | '*'
                | '_'
                | ' '
                | '\u{a0}'
        ) {
            break;
        }
        at += c.len_utf8();
    }
    (at, Next::Mark)
}

/// The word that ends at `end`: letters, digits, and full stops, apostrophes and hyphens inside.
pub fn last_word(block: &str, start: usize, end: usize) -> &str {
    let mut at = end;
    for c in block[start..end].chars().rev() {
        if !(c.is_alphanumeric() || is_sign(c) || matches!(c, '.' | '\'' | '’' | '&' | '°' | 'º' | 'ª' | '-'))
            || end - at > LONG_WORD
        {
            break;
        }
        at -= c.len_utf8();
    }
    let word = &block[at..end];
    // Almost always a letter; compiled for size, trimming is dear.
    let is_clean = word.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric);
    if is_clean { word } else { word.trim_start_matches(['\'', '’', '.']) }
}

/// The word at the beginning of `rest`.
pub fn first_word(rest: &str) -> &str {
    let n_plain = rest.bytes().take(LONG_WORD).take_while(u8::is_ascii_alphanumeric).count();
    if n_plain > 0 && rest.as_bytes().get(n_plain) == Some(&b' ') {
        return &rest[..n_plain];
    }
    let end = rest
        .char_indices()
        .take(LONG_WORD)
        .find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .map_or_else(|| rest.char_indices().nth(LONG_WORD).map_or(rest.len(), |it| it.0), |it| it.0);
    &rest[..end]
}

/// Vowel signs that are written apart.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}
