//! Dialogue that dashes open, as French, Spanish, Polish, Russian and other novels write it, and Nordic news: "— Je viens,
//! dit-il.", "—¿Vienes? —preguntó Ana—. Te espero.", "– Idę – powiedział Jan."
//!
//! In go the blocks, out come the words of each turn, its opening dash included and the narrator's left out; they join
//! the quotations in marks. What only a dash opens may be a list as well: a verb that hands words over tells dialogue, or a
//! question with its answer; and most of what dashes open must be whole sentences. A dash inside a paragraph that no
//! dash opens (a dateline, an aside, "1914–18") is never looked at.

use super::marks::Quotation;
use super::words::{Class, Words};
use crate::order;
use crate::read::blocks::Block;
use crate::text::Span;

/// No look ahead goes further than this many bytes.
const REACH: usize = 300;

/// A block that a dash opens.
struct Turn {
    block: u32,
    /// Its words: from, to, among all.
    said: (usize, usize),
    /// The narrator hands words over in it.
    told: bool,
    /// It opens with the hyphen of a list.
    hyphen: bool,
    /// Its last mark, where that may end a sentence.
    ends: Option<char>,
}

/// Adds the turns to `quotations`, which stay in the order of the text.
pub fn find(text: &str, blocks: &[Block], words: &Words, quotations: &mut Vec<Quotation>) {
    let mut said = Vec::new();
    let mut turns: Vec<Turn> = Vec::new();
    for (idx, block) in blocks.iter().enumerate().filter(|(_, it)| it.role.is_body()) {
        let piece = block.span.of(text);
        let Some(opening) = opening(piece) else { continue };
        let from = said.len();
        let mut line = Line { piece, start: block.span.start, block: idx as u32, words, said: &mut said };
        let told = line.cut(opening);
        let ends = piece.trim_end_matches(['»', '”', '"', ')']).chars().next_back().filter(|it| is_stop(*it));
        let hyphen = piece.starts_with('-');
        turns.push(Turn { block: idx as u32, said: (from, said.len()), told, hyphen, ends });
    }
    let n_told = turns.iter().filter(|it| it.told).count();
    let n_items = turns.iter().filter(|it| it.ends.is_none() && !it.told).count();
    let lively = turns.iter().any(|it| matches!(it.ends, Some('?' | '!' | '…')));
    // "— Tu viens ?" "— Oui."
    let answered = |it: &[Turn]| {
        it[0].block + 1 == it[1].block
            && it[0].ends == Some('?')
            && matches!(it[1].ends, Some('.' | '!' | '…'))
    };
    let germanic = matches!(words.tag, "en" | "de" | "nl");
    let told =
        n_told * 2 >= turns.len() && n_told > usize::from(germanic) || lively && n_told * 8 >= turns.len();
    let asked = turns.len() > 2 && turns.windows(2).any(answered);
    if n_items * 4 > turns.len() || n_told + usize::from(asked && !germanic) == 0 || !(told || asked) {
        return;
    }
    turns.retain(|it| it.told || it.ends.is_some() && !it.hyphen);
    let mut said_at = 0;
    let mut keep = |it: &Quotation| {
        // Marks within the words stay; none stand across their ends.
        let Ok(turn) = turns.binary_search_by(|turn| turn.block.cmp(&it.block)) else { return true };
        let said = &said[turns[turn].said.0..turns[turn].said.1];
        said_at = said.partition_point(|words: &Quotation| words.span.end <= it.span.start);
        said.get(said_at).is_none_or(|words| words.span.contains(it.span) || it.span.end <= words.span.start)
    };
    quotations.retain(|it| keep(it));
    quotations.extend(turns.iter().flat_map(|it| &said[it.said.0..it.said.1]));
    order::by_key(quotations, |it| (it.span.start, u32::MAX - it.span.end));
}

/// Bytes of the dash that opens a turn, with the blank behind it; none where no words follow.
fn opening(piece: &str) -> Option<usize> {
    let dash = piece.chars().next().filter(|it| is_dash(*it) || *it == '-')?;
    let rest = piece[dash.len_utf8()..].trim_start_matches('-');
    let words = rest.trim_start();
    let opens = |it: char| {
        it.is_uppercase() || it.is_numeric() || matches!(it, '¿' | '¡' | '…' | '.' | '«' | '“' | '"')
    };
    // "-5" and "--help"
    let spaced = dash != '-' || words.len() < rest.len();
    (spaced && words.starts_with(opens)).then(|| piece.len() - words.len())
}

/// True for what opens a turn, or what the narrator sets between dashes.
pub fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '―')
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

/// One block that is cut into words and narrator.
struct Line<'a> {
    piece: &'a str,
    start: u32,
    block: u32,
    words: &'a Words,
    said: &'a mut Vec<Quotation>,
}

/// Who is heard at a place of the block.
#[derive(Clone, Copy)]
enum Voice {
    /// Somebody, since here.
    Speaker(usize),
    /// The narrator, since here: "—preguntó Ana—", and whether his dash hugs his first word.
    Dashed { tight: bool },
    /// The narrator behind a comma or the like, since here: ", dit-il".
    Behind(usize),
}

impl Line<'_> {
    /// Cuts the block behind its opening dash; true when the narrator hands something over.
    fn cut(&mut self, opening: usize) -> bool {
        let piece = self.piece;
        let mut voice = Voice::Speaker(0);
        let mut told = false;
        let mut at = opening;
        let joint = |it: char| is_dash(it) || is_stop(it) || matches!(it, ',' | '-' | '»' | '\n');
        while let Some((mark, c)) =
            piece[at..].find(joint).and_then(|it| Some((at + it, piece[at + it..].chars().next()?)))
        {
            at = mark + c.len_utf8();
            let (before, rest) = (&piece[..mark], &piece[at..]);
            let words = rest.trim_start();
            let (hugs, tight) = (!before.ends_with(char::is_whitespace), words.len() == rest.len());
            // "10–12", "dit-il", "3.5"
            if words.is_empty()
                || hugs
                    && tight
                    && (c != '…' && !is_dash(c) || words.starts_with(char::is_alphanumeric))
                    && c != '\n'
            {
                continue;
            }
            let next = piece.len() - words.len();
            let last = before.trim_end().chars().next_back().unwrap_or(' ');
            let upper = words.starts_with(|it: char| it.is_uppercase() || matches!(it, '¿' | '¡'));
            // "- Idę - powiedział Jan."
            let dash = is_dash(c) || c == '-' && piece.starts_with('-');
            voice = match voice {
                Voice::Speaker(from)
                    if dash && (self.narrates(words, false) || self.acts(words, last, tight && !hugs)) =>
                {
                    self.push(from, mark);
                    told |= !upper;
                    Voice::Dashed { tight }
                }
                // "— Tu viens ? — Oui."
                Voice::Speaker(from) if dash && upper && is_stop(last) && !hugs => {
                    self.push(from, mark);
                    Voice::Speaker(mark)
                }
                Voice::Speaker(from) if !dash && !matches!(c, '-' | '\n') && self.narrates(words, true) => {
                    self.push(from, at);
                    told = true;
                    Voice::Behind(next)
                }
                // "dit-il. — Bien.": another speaks.
                Voice::Behind(_) if dash && is_stop(last) => Voice::Speaker(mark),
                Voice::Behind(_) if dash => Voice::Speaker(next),
                Voice::Dashed { tight } if dash && (hugs || !tight) => {
                    let rest = rest.trim_start_matches(['.', ',', ':', ';']);
                    Voice::Speaker(piece.len() - rest.trim_start().len())
                }
                Voice::Behind(from) if self.resumes(&piece[from..mark], c, words) => Voice::Speaker(next),
                voice => voice,
            };
        }
        if let Voice::Speaker(from) = voice {
            self.push(from, piece.len());
        }
        told
    }

    fn push(&mut self, from: usize, to: usize) {
        let words = self.piece.get(from..to).unwrap_or("").trim_end();
        if words.contains(char::is_alphanumeric) {
            let start = self.start as usize + from;
            let span = Span::new(start, start + words.len());
            self.said.push(Quotation {
                span,
                block: self.block,
                continued: false,
                closed: false,
                dash: true,
            });
        }
    }

    /// True where a verb that hands words over stands: "dit-il", "s'écria Paul", "powiedział Jan"; behind a mere
    /// `comma`, one with its subject, and in no question: "Paul, vient-il ?"
    fn narrates(&self, rest: &str, comma: bool) -> bool {
        let mut rest = rest;
        for _ in 0..4 {
            let word = word(rest);
            if !word.starts_with(char::is_lowercase) {
                return false;
            }
            let bare = &word[self.words.elision(word).unwrap_or(0)..];
            let behind = &rest[word.len()..];
            let joined = behind.split([' ', ',', '.', '\u{a0}']).next().unwrap_or("");
            let pronoun = joined.rsplit('-').next().filter(|_| joined.starts_with('-')).unwrap_or("");
            let class = self.words.class(bare, false);
            rest = behind.trim_start();
            if self.is_third(pronoun) || pronoun == "je" {
                return !comma || !asks(rest);
            }
            match class {
                Class::Verb | Class::Ambiguous if comma => return self.opens_subject(rest) && !asks(rest),
                Class::Verb | Class::Ambiguous => return true,
                Class::Adverb | Class::Auxiliary | Class::Particle => {}
                _ => return false,
            }
        }
        false
    }

    /// "—Sí. —Ana se levantó—. Vamos.", "— Да? — кивнул он.": what the narrator tells between dashes without a word of speech.
    fn acts(&self, rest: &str, last: char, tight: bool) -> bool {
        let near = near(rest);
        let closes = near.find(is_dash).is_some_and(|it| !near[..it].ends_with(char::is_whitespace));
        let small = rest.starts_with(char::is_lowercase);
        let verb = word(rest);
        let behind = rest[verb.len()..].trim_start();
        let acts = small && self.words.class(verb, false) == Class::Word;
        let subject = || self.opens_subject(behind) || self.words.is("self", word(behind));
        tight && is_stop(last) && (closes || small)
            || acts && matches!(last, ',' | '!' | '?' | '…') && subject()
    }

    /// "[Anna] säger", "dit [le roi]", "сказал [он]"
    fn opens_subject(&self, rest: &str) -> bool {
        let word = word(rest);
        let class = self.words.class(word, false);
        // "säger rektor Anna Svensson"
        let plain = class == Class::Word && !matches!(self.words.tag, "fr" | "es" | "it" | "pt");
        let opens = matches!(class, Class::Name | Class::Title | Class::Determiner | Class::Quantifier);
        opens || plain || self.is_third(word)
    }

    fn is_third(&self, word: &str) -> bool {
        self.words.third(word).is_some()
    }

    /// True where the narrator behind a comma is done: his sentence ends, or he has said no more than "dit-il,".
    /// "— Je viens, dit-il. Il prit son manteau.": a sentence of his own stays his.
    fn resumes(&self, narrator: &str, mark: char, rest: &str) -> bool {
        let next = word(rest);
        let last = narrator.rsplit(|it: char| !it.is_alphanumeric()).next().unwrap_or("");
        if is_stop(mark) {
            // "dit M. Dupont"
            let short = last.chars().count() < 3 && last.starts_with(char::is_uppercase);
            return !short && !self.is_third(next) && !rest.starts_with(is_dash) && !rest.starts_with('-');
        }
        // "dit-il, en se levant", "dit-il, et il partit"
        let goes_on =
            matches!(self.words.class(next, true), Class::Preposition | Class::Conjunction | Class::Relative);
        let gerund =
            near(rest).split([' ', ',', '.']).take(3).any(|it| it.ends_with("ant") || it.ends_with("ndo"));
        mark == ',' && (self.is_third(last) && !goes_on && !gerund || self.words.is("self", next))
    }
}

/// True for a sentence that ends with a question mark.
fn asks(rest: &str) -> bool {
    let near = near(rest);
    near.find(is_stop).is_some_and(|it| near[it..].starts_with('?'))
}

/// The letters that a text begins with.
fn word(rest: &str) -> &str {
    let solid = |it: char| it.is_alphanumeric() || matches!(it, '\'' | '’');
    &rest[..near(rest).find(|it| !solid(it)).unwrap_or(near(rest).len())]
}

/// The beginning of a text, as far as a look ahead goes.
fn near(rest: &str) -> &str {
    let mut end = rest.len().min(REACH);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}
