//! The rules that tell a stop that ends a sentence from one that does not. Each has a name and the
//! sentence that made us write it.

use super::stops::{Mark, Stop};
use crate::lexicon::Lexicon;

/// What a language does with its marks.
pub struct Habits<'l> {
    /// `;` asks a question.
    pub is_greek: bool,
    /// "am 3. Oktober": a full stop makes an ordinal of a number.
    pub has_ordinal_dot: bool,
    /// The word lists.
    pub lexicon: &'l Lexicon,
}

impl<'l> Habits<'l> {
    /// The habits of a language.
    pub fn of(tag: &str, lexicon: &'l Lexicon) -> Habits<'l> {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        Habits {
            is_greek: primary == "el",
            has_ordinal_dot: matches!(
                primary,
                "de" | "da"
                    | "nb"
                    | "no"
                    | "nn"
                    | "is"
                    | "fi"
                    | "et"
                    | "lv"
                    | "hu"
                    | "cs"
                    | "sk"
                    | "sl"
                    | "hr"
                    | "sr"
                    | "bs"
                    | "sh"
                    | "tr"
                    | "pl"
                    | "eu"
            ),
            lexicon,
        }
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
    if stop.mark == Mark::Wide {
        return wide(block, start, stop);
    }
    let (next_at, next) = next_of(block, stop.next);
    let has_gap = stop.next > stop.end;
    if !has_gap {
        return glued(block, stop, next);
    }
    if next == Next::Lower {
        return lower(block, start, stop, next_at);
    }
    if stop.mark == Mark::Ellipsis
        && block[..stop.at].ends_with(['[', '('])
        && block[stop.marks_end..].starts_with([']', ')'])
    {
        // "Bohr [...] used the analogy of parallel stairways [...]" (Smith 55).
        return (false, "omission");
    }
    match stop.mark {
        Mark::Dot => dot(block, start, stop, next_at, next, habits),
        Mark::Ellipsis if next == Next::Digit => (false, "ellipsis_before_number"),
        _ => (true, "stop"),
    }
}

/// `。` and its kin end a sentence without a space; inside 「 」 they do so only when nothing quotes on:
/// 「行く。」と言った。
fn wide(block: &str, _start: usize, stop: &Stop) -> (bool, &'static str) {
    let follows = block[stop.next..].chars().next();
    if stop.end > stop.marks_end
        && matches!(
            follows,
            Some('と' | 'っ' | 'の' | 'で' | 'に' | 'が' | 'を' | 'は' | 'も' | 'な' | '、' | '，')
        )
    {
        return (false, "wide_stop_quoted_on");
    }
    (true, "wide_stop")
}

/// A stop with no white space after it.
fn glued(block: &str, stop: &Stop, next: Next) -> (bool, &'static str) {
    if stop.mark == Mark::Plain {
        return (true, "plain_stop");
    }
    // "It was late.He left." but not "example.Com", "Ph.D", "St.Petersburg" or "Yahoo!Inc".
    let before = last_word(block, 0, stop.at);
    let after = first_word(&block[stop.next..]);
    let is_word = before.len() > 2 && before.chars().all(char::is_lowercase);
    let is_start = next == Next::Upper
        && stop.next == stop.end
        && after.chars().skip(1).all(char::is_lowercase)
        && (after.chars().count() > 1 || after == "I" || after == "A");
    if is_word && is_start && !block[stop.next + after.len()..].starts_with(['.', '/', '@', '_']) {
        return (true, "missing_space");
    }
    (false, "glued")
}

/// A stop before a lower-case letter.
fn lower(block: &str, start: usize, stop: &Stop, _next_at: usize) -> (bool, &'static str) {
    // A writer who never uses capitals: "what's up? i am fine."
    let starts_lower = next_of(block, block.len() - block[start..].trim_start().len()).1 == Next::Lower;
    if starts_lower && stop.mark != Mark::Ellipsis && stop.end == stop.marks_end {
        if stop.is_loud {
            return (true, "no_capitals");
        }
        let before = last_word(block, start, stop.at);
        if before.len() > 3 && !before.contains('.') && stop.mark == Mark::Dot {
            return (true, "no_capitals");
        }
    }
    (false, "lower_case")
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
    let opens = is_opening(block, start, word_at);
    let is_number = !word.is_empty() && word.bytes().all(|it| it.is_ascii_digit());
    if opens && stop.end == stop.marks_end {
        // "1. The first item", "b. The second item", "iv. The fourth"
        if is_number && word.len() <= 3 {
            return (false, "list_number");
        }
        if word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic() {
            return (false, "list_letter");
        }
        if is_roman(word) {
            return (false, "list_roman");
        }
    }
    if stop.end > stop.marks_end && next == Next::Upper {
        return (true, "closed");
    }
    let after = first_word(&block[next_at..]);
    let can_start = next_at > stop.next || starts_sentence(after, lexicon);
    if is_number {
        if habits.has_ordinal_dot && word.len() <= 2 && !can_start {
            return (false, "ordinal");
        }
        return (true, "number");
    }
    let n_chars = word.chars().count();
    if n_chars == 1 && word.chars().all(char::is_uppercase) {
        return initial(block, start, word_at, can_start);
    }
    if is_acronym(word) {
        return (next == Next::Upper && can_start, "acronym");
    }
    if lexicon.abbreviations.contains(word) {
        return (false, "abbreviation");
    }
    if lexicon.abbreviations_number.contains(word) && (next == Next::Digit || !can_start && is_numeral(after))
    {
        return (false, "abbreviation_before_number");
    }
    if lexicon.months.contains(word) && n_chars <= 4 && next == Next::Digit {
        return (false, "month_before_number");
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

fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 5
        && word.bytes().all(|it| matches!(it, b'i' | b'v' | b'x' | b'I' | b'V' | b'X'))
}

/// `5`, `XIV`, `A`.
fn is_numeral(word: &str) -> bool {
    !word.is_empty() && word.len() < 6 && word.bytes().all(|it| it.is_ascii_digit() || b"IVXLC".contains(&it))
}

/// True when nothing but marks stands between the sentence's start and the word.
fn is_opening(block: &str, start: usize, word_at: usize) -> bool {
    word_at - start < 16 && !block[start..word_at].chars().any(char::is_alphanumeric)
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
fn last_word(block: &str, start: usize, end: usize) -> &str {
    let mut at = end;
    for c in block[start..end].chars().rev() {
        if !(c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '&' | '°' | 'º' | 'ª'))
            || end - at > LONG_WORD
        {
            break;
        }
        at -= c.len_utf8();
    }
    block[at..end].trim_start_matches(['\'', '’', '.'])
}

/// The word at the beginning of `rest`.
fn first_word(rest: &str) -> &str {
    let end = rest
        .char_indices()
        .take(LONG_WORD)
        .find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .map_or_else(|| rest.char_indices().nth(LONG_WORD).map_or(rest.len(), |it| it.0), |it| it.0);
    &rest[..end]
}
