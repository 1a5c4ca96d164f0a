//! Quotations that stay whole: words that the sentence leads up to are part of that sentence, however many
//! stops they hold. `He was heard to say to itself, "Oh dear! Oh dear! I shall be too late!"`
//!
//! A quotation is followed for [`LONGEST`] bytes and no further, so that a mark that was never closed
//! swallows nothing. Longer speech is cut at its stops: there the sentence of the speaker is the unit.

use super::rules::Habits;

/// A quotation that was opened and closed within reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The opening mark.
    pub open: usize,
    /// The closing mark.
    pub close: usize,
    /// A comma or colon led up to it, in English: the treebanks of other languages cut there too.
    pub is_led: bool,
    /// It goes on in lower case behind it: `"Which way? Which way?" she asked`.
    pub goes_on: bool,
}

/// See the module.
const LONGEST: usize = 300;

/// What opens at `at`, if the mark there opens anything that closes within reach.
pub fn open(block: &str, at: usize, habits: &Habits) -> Option<Quotation> {
    let mark = block[at..].chars().next()?;
    let before = block[..at].chars().next_back();
    if !before.is_none_or(|it| it.is_whitespace() || matches!(it, '(' | '[' | '—' | '-')) {
        return None;
    }
    let inside = at + mark.len_utf8();
    if mark == '"' && block[inside..].starts_with(char::is_whitespace) {
        return None;
    }
    let closes = |c: char| match mark {
        '"' => c == '"',
        '“' => matches!(c, '“' | '”'),
        '„' => matches!(c, '“' | '”' | '"' | '„'),
        '«' => matches!(c, '»' | '«'),
        _ => true,
    };
    let (len, closing) =
        block[inside..].char_indices().take_while(|(idx, _)| *idx < LONGEST).find(|(_, c)| closes(*c))?;
    if closing == mark && mark != '"' {
        return None;
    }
    let close = inside + len;
    let behind = block[close + closing.len_utf8()..].trim_start_matches([' ', ',', '\u{a0}']);
    Some(Quotation {
        open: at,
        close,
        is_led: habits.is_english && block[..at].trim_end().ends_with([',', ':']),
        goes_on: behind.starts_with(char::is_lowercase),
    })
}
