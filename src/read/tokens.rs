//! Tokens: sentences are cut into words, numbers and marks (after UAX 29, with what news needs).
//!
//! - A word keeps its inner apostrophes and full stops: `don't`, `O'Neill`, `U.S.`
//! - A possessive ending is a token of its own, a [`TokenKind::Clitic`]: `Trump` + `’s`.
//! - Hyphens part words, as in UAX 29: `U.S.` + `-` + `Ukraine`. Who wants `long-term` whole joins neighbours.
//! - A number keeps its inner marks and the letters stuck to it: `1,200.5`, `20bn`, `1st`, `90s`;
//!   currency and percent signs are marks: `$` + `20bn`, `20` + `%`.
//! - A web address, an e-mail address, `#tag` and `@name` are one token each.
//! - Scripts that write no spaces are cut by shape (`wide`), or where the caller's [`Segmenter`] says.
//!
//! Nothing is allocated but the one vector; a letter is looked at once.

pub(crate) mod wide;

use super::sentences::Sentence;
use crate::options::Segmenter;
use crate::text::Span;

/// A word, number or mark of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TokenKind,
    /// Index of its sentence.
    pub sentence: u32,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and full stops.
    Word,
    /// `’s` after a word, or the bare apostrophe after a plural.
    Clitic,
    /// Begins with a digit.
    Number,
    /// Punctuation and symbols, one char each.
    Mark,
    /// A web address, e-mail address, `#tag` or `@name`.
    Address,
}

impl TokenKind {
    /// Name in the view.
    pub fn name(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Clitic => "clitic",
            TokenKind::Number => "number",
            TokenKind::Mark => "mark",
            TokenKind::Address => "address",
        }
    }
}

/// Cuts every sentence into tokens.
pub fn split(text: &str, sentences: &[Sentence], segmenter: Option<Segmenter>) -> Vec<Token> {
    let mut cutter = Cutter {
        text,
        segmenter,
        breaks: Vec::new(),
        tokens: Vec::with_capacity(text.len() / 5),
        sentence: 0,
    };
    for (idx, sentence) in sentences.iter().enumerate() {
        cutter.sentence = idx as u32;
        cutter.look_up(sentence.span);
        cutter.cut(sentence.span.start as usize, sentence.span.end as usize);
    }
    cutter.tokens
}

/// Chars that the segmenter sees at once: platforms take time out of proportion for long texts.
const PIECE: usize = 1000;

struct Cutter<'t> {
    text: &'t str,
    segmenter: Option<Segmenter>,
    /// Where the segmenter says that words begin in the sentence. Asked only inside runs of scripts without spaces.
    breaks: Vec<u32>,
    tokens: Vec<Token>,
    sentence: u32,
}

impl Cutter<'_> {
    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        self.tokens.push(Token { span: Span::new(start, end), kind, sentence: self.sentence });
    }

    /// Asks the segmenter for the words of a sentence.
    fn look_up(&mut self, sentence: Span) {
        let Some(segmenter) = self.segmenter else { return };
        self.breaks.clear();
        let (mut rest, mut base) = (sentence.of(self.text), sentence.start);
        while !rest.is_empty() {
            let end = rest.char_indices().nth(PIECE).map_or(rest.len(), |it| it.0);
            self.breaks.extend(segmenter(&rest[..end]).into_iter().map(|it| base + it));
            rest = &rest[end..];
            base += end as u32;
        }
    }

    /// Cuts one sentence.
    fn cut(&mut self, start: usize, end: usize) {
        let text = &self.text[..end];
        let mut at = start;
        // A single quotation mark was opened: an apostrophe after an `s` may be its end.
        let mut is_quoted = false;
        while let Some(c) = char_at(text, at) {
            let after = at + c.len_utf8();
            if c.is_whitespace() {
                at = after;
            } else if c.is_ascii_digit() {
                at = self.number(text, at);
            } else if wide::is_wide(c) {
                let run_end = wide::run_end(text, at);
                wide::cut(text, at, run_end, &self.breaks, |start, end| {
                    self.tokens.push(Token {
                        span: Span::new(start, end),
                        kind: TokenKind::Word,
                        sentence: self.sentence,
                    });
                });
                at = run_end;
            } else if is_letter(c) {
                at = self.word(text, at, is_quoted);
            } else if matches!(c, '#' | '@') && handle_end(text, start, at, after) > after {
                let end = handle_end(text, start, at, after);
                self.push(at, end, TokenKind::Address);
                at = end;
            } else if is_invisible(c) {
                at = after;
            } else {
                if matches!(c, '‘' | '\'') {
                    is_quoted = at == start || !char_before(text, at).is_some_and(char::is_alphanumeric);
                }
                self.push(at, after, TokenKind::Mark);
                at = after;
            }
        }
    }

    /// A word and what sticks to it; gives where it ends.
    fn word(&mut self, text: &str, start: usize, is_quoted: bool) -> usize {
        let bytes = text.as_bytes();
        let mut at = start;
        // One past the last full stop inside, and whether only short pieces lie between them: `U.S`, `Ph.D`.
        let mut piece = start;
        let mut n_stops = 0;
        let mut is_short = true;
        loop {
            while let Some(byte) = bytes.get(at) {
                if byte.is_ascii_alphanumeric() {
                    at += 1;
                } else if *byte >= 0x80
                    && let Some(c) = char_at(text, at)
                    && is_inner(c)
                {
                    at += c.len_utf8();
                } else {
                    break;
                }
            }
            let Some(c) = char_at(text, at) else { break };
            let after = at + c.len_utf8();
            let next = char_at(text, after);
            let joins = match c {
                '\'' | '’' => next.is_some_and(is_letter),
                '.' => {
                    let before = &text[piece..at];
                    let is_small = before.len() <= 3;
                    let joins = next.is_some_and(|it| {
                        is_letter(it)
                            && (is_small || it.is_lowercase() && before.ends_with(char::is_alphanumeric))
                    });
                    if joins {
                        is_short &= before.len() <= 2;
                        n_stops += 1;
                        piece = after;
                    }
                    joins
                }
                // An address that began as a word: `ann@example.com`, `https://example.com`.
                '@' | ':' | '/' => {
                    if let Some(end) = address_end(text, start, at) {
                        self.push(start, end, TokenKind::Address);
                        return end;
                    }
                    false
                }
                // `ann-lee@example.com`, `my-site.example.com/news`
                '-' | '_' | '+' => {
                    if let Some(end) = email_end(text, start, at) {
                        self.push(start, end, TokenKind::Address);
                        return end;
                    }
                    false
                }
                _ => false,
            };
            if !joins {
                break;
            }
            at = after;
        }
        if n_stops > 0 && is_short && at - piece <= 2 && bytes.get(at) == Some(&b'.') {
            // `U.S.`: the last stop belongs to a word that has one inside.
            at += 1;
        } else if n_stops > 0 && is_domain(&text[start..at]) {
            self.push(start, at, TokenKind::Address);
            return at;
        }
        self.push_with_clitic(text, start, at, is_quoted)
    }

    /// Parts `Trump’s` and `workers’`.
    fn push_with_clitic(&mut self, text: &str, start: usize, end: usize, is_quoted: bool) -> usize {
        let word = &text[start..end];
        let bare = match word.as_bytes() {
            [.., b'\'' | 0x99, b's' | b'S'] => {
                word[..word.len() - 1].strip_suffix(['\'', '’']).map_or(0, str::len)
            }
            _ => 0,
        };
        if bare > 0 {
            self.push(start, start + bare, TokenKind::Word);
            self.push(start + bare, end, TokenKind::Clitic);
            return end;
        }
        self.push(start, end, TokenKind::Word);
        if word.ends_with('s')
            && !is_quoted
            && let Some(mark @ ('\'' | '’')) = char_at(text, end)
            && char_at(text, end + mark.len_utf8()).is_some_and(char::is_whitespace)
        {
            let after = end + mark.len_utf8();
            self.push(end, after, TokenKind::Clitic);
            return after;
        }
        end
    }

    /// A number and the letters stuck to it; gives where it ends.
    fn number(&mut self, text: &str, start: usize) -> usize {
        let mut at = start;
        while let Some(c) = char_at(text, at) {
            let after = at + c.len_utf8();
            let next_is_digit = || char_at(text, after).is_some_and(|it| it.is_ascii_digit());
            let joins = match c {
                '.' | ',' => char_before(text, at).is_some_and(|it| it.is_ascii_digit()) && next_is_digit(),
                '\'' | '’' => next_is_digit(),
                c => (c.is_alphanumeric() || is_inner(c)) && !wide::is_wide(c),
            };
            if !joins {
                break;
            }
            at = after;
        }
        if char_at(text, at) == Some('@')
            && let Some(end) = address_end(text, start, at)
        {
            self.push(start, end, TokenKind::Address);
            return end;
        }
        self.push(start, at, TokenKind::Number);
        // "the 1980's"
        if let Some(mark @ ('\'' | '’')) = char_at(text, at)
            && text[at + mark.len_utf8()..].starts_with('s')
            && !char_at(text, at + mark.len_utf8() + 1).is_some_and(is_letter)
        {
            let end = at + mark.len_utf8() + 1;
            self.push(at, end, TokenKind::Clitic);
            return end;
        }
        at
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match *text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(byte.into()),
        _ => text[at..].chars().next(),
    }
}

fn char_before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || c >= '\u{80}' && (c.is_alphabetic() || c.is_numeric() || is_combining(c))
}

/// What may stand inside a word beside letters.
fn is_inner(c: char) -> bool {
    (c.is_alphanumeric() || is_combining(c) || is_invisible(c)) && !wide::is_wide(c)
}

/// Accents, vowel signs and joiners of the scripts that write them apart: they never part a word.
fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{900}'..='\u{963}' | '\u{971}'..='\u{df3}' | '\u{f71}'..='\u{f84}' | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Soft hyphens, joiners and other chars without a shape: inside a word they are part of it, elsewhere
/// they are nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// An address is read at most this far.
const LONG_ADDRESS: usize = 2048;

/// Where `#tag` or `@name` ends; `after` when it is none.
fn handle_end(text: &str, sentence: usize, at: usize, after: usize) -> usize {
    let begins = at == sentence
        || char_before(text, at)
            .is_none_or(|it| it.is_whitespace() || matches!(it, '(' | '"' | '“' | '.' | '\''));
    if !begins || !char_at(text, after).is_some_and(is_letter) {
        return after;
    }
    let inside = |c: char| c == '_' || c.is_alphanumeric() || is_combining(c);
    text[after..].char_indices().find(|(_, c)| !inside(*c)).map_or(text.len(), |(idx, _)| after + idx)
}

/// Where the address ends whose first word is `start..at`; none when it is no address.
fn address_end(text: &str, start: usize, at: usize) -> Option<usize> {
    let word = &text[start..at];
    let rest = &text[at..];
    let is_url = rest.starts_with("://") && word.bytes().all(|it| it.is_ascii_alphabetic())
        || rest.starts_with('/') && is_domain(word);
    if is_url {
        return Some(trim_address(text, at, url_end(text, at)));
    }
    if rest.starts_with('@') { email_end(text, start, at) } else { None }
}

/// The rest of a web address is all that is neither white space nor a mark that encloses.
fn url_end(text: &str, at: usize) -> usize {
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '"' | '“' | '”' | '»' | '«' | '{' | '}' | '|')
            || wide::is_wide(c)
    };
    text[at..].char_indices().take(LONG_ADDRESS).find(|(_, c)| ends(*c)).map_or_else(
        || text[at..].char_indices().nth(LONG_ADDRESS).map_or(text.len(), |(idx, _)| at + idx),
        |(idx, _)| at + idx,
    )
}

/// Full stops and the like at the end of an address belong to the sentence.
fn trim_address(text: &str, start: usize, end: usize) -> usize {
    let address = &text[start..end];
    let bare = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']);
    let bare = if bare.contains('(') { bare } else { bare.trim_end_matches([')', ']']) };
    start + bare.trim_end_matches(['.', ',', ';', ':', '!', '?']).len()
}

/// Where the e-mail address ends that `start` begins, of which `start..at` is already read.
fn email_end(text: &str, start: usize, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_name = |it: &u8| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'-' | b'_' | b'+');
    let name = bytes[at..].iter().take(64).take_while(|it| is_name(it)).count();
    if bytes.get(at + name) != Some(&b'@') || !text[start..at].is_ascii() {
        return None;
    }
    let host = at + name + 1;
    let len = bytes[host..]
        .iter()
        .take(253)
        .take_while(|it| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'-'))
        .count();
    let address = text[host..host + len].trim_end_matches(['.', '-']);
    address.contains('.').then_some(host + address.len())
}

/// `example.com`, `www.example.org`: what stands after the last full stop is a well-known top level.
fn is_domain(word: &str) -> bool {
    const TOPS: &[&str] = &[
        "com", "org", "net", "edu", "gov", "uk", "de", "fr", "info", "eu", "io", "ai", "tv", "co", "us",
        "ca", "au", "ru", "jp", "cn", "nl", "it", "es", "br", "pl", "se", "ch", "at", "be", "in",
    ];
    if word.starts_with("www.") {
        return true;
    }
    let Some((host, top)) = word.rsplit_once('.') else { return false };
    host.len() > 2
        && TOPS.contains(&top)
        && word.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'.' || it == b'-')
}

#[cfg(test)]
mod tests;
