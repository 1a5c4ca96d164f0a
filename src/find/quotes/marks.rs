//! Quotation marks: opening and closing ones are paired, apostrophes told apart.
//!
//! In go the blocks of the article, out come the quotations in the order of the text, marks included, each inside one
//! block; one within another comes right behind it, and they never cross. A quotation that runs over paragraphs repeats
//! its opening mark and closes only at the end: each paragraph is a piece of its own, and all but the first are `continued`.
//!
//! A mark that finds no partner swallows nothing: it is dropped with its block, and what it enclosed stands
//! alone. Time is linear: every mark is pushed once, and a stack never grows beyond [`DEEPEST`].

use crate::order;
use crate::read::blocks::{Block, Role};
use crate::text::Span;

/// A run of text between paired marks, marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Where.
    pub span: Span,
    /// Its block.
    pub block: u32,
    /// True when the paragraph before left its quotation open and this one goes on with it.
    pub continued: bool,
    /// False when the closing mark is missing: the quotation then ends with its block.
    pub closed: bool,
    /// True for words that a dash sets apart, not marks.
    pub dash: bool,
}

/// Deeper nesting is a mistake, or an attack.
const DEEPEST: usize = 8;
/// A pair of single marks further apart than this is two apostrophes: "the ’90s … the boys’ club".
const LONGEST_SINGLE: usize = 600;
/// A pair of other marks further apart than this in one paragraph lost its partner.
const LONGEST: usize = 6000;

/// The family of a mark: only marks of one family pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    /// `"` `“` `”` `„` `‟` `〝` and doubled single marks.
    Double,
    /// `'` `‘` `’` `‚`
    Single,
    /// `«` `»`
    Guillemet,
    /// `‹` `›`
    SingleGuillemet,
    /// `「` `」`
    Corner,
    /// `『` `』`
    WhiteCorner,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    Opens,
    Closes,
    /// Closes when something is open, opens otherwise.
    Either,
}

struct Open {
    at: usize,
    mark: char,
    family: Family,
}

/// Pairs the quotation marks of all blocks but furniture.
pub fn pair(text: &str, blocks: &[Block]) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut stack: Vec<Open> = Vec::new();
    let mut left_open: Option<Piece> = None;
    for (idx, block) in blocks.iter().enumerate() {
        if matches!(block.role, Role::Furniture | Role::Code) {
            continue;
        }
        let first = block.span.of(text).chars().next();
        let before = left_open.take().filter(|it| first == Some(it.mark));
        let continued = before.is_some();
        if let Some(piece) = before {
            let inside = quotations.iter().rev().take_while(|it| it.span.start as usize >= piece.at).count();
            let at = quotations.len() - inside;
            quotations.insert(at, piece.to_end_of(&blocks[piece.block as usize]));
        }
        stack.clear();
        let from = quotations.len();
        pair_block(text, block.span, idx as u32, &mut stack, &mut quotations);
        let starts = block.span.start as usize;
        if let Some(first) = quotations.get_mut(from)
            && first.span.start as usize == starts
        {
            first.continued = continued;
        }
        let end = block.span.end as usize;
        left_open = stack.iter().find(|it| it.family != Family::Single && end - it.at <= LONGEST).map(|it| {
            Piece { mark: it.mark, at: it.at, block: idx as u32, continued: continued && it.at == starts }
        });
        if let Some(piece) = &left_open
            && piece.mark != '"'
            && piece.at == starts
            && block.span.of(text).ends_with(['.', '!', '?', '…'])
            && quotations.len() == from
        {
            // “Most of the guns come from out of state. [the paragraph ends, nothing closes]
            quotations.push(piece.to_end_of(block));
        }
    }
    quotations
}

/// A quotation that its paragraph leaves open.
struct Piece {
    mark: char,
    at: usize,
    block: u32,
    continued: bool,
}

impl Piece {
    fn to_end_of(&self, block: &Block) -> Quotation {
        let span = Span::new(self.at, block.span.end as usize);
        Quotation { span, block: self.block, continued: self.continued, closed: false, dash: false }
    }
}

/// The bytes that a mark may begin with.
const LEADS: [bool; 256] = {
    let mut leads = [false; 256];
    let bytes = [b'"', b'\'', b'`', 0xc2, 0xe2, 0xe3];
    let mut at = 0;
    while at < bytes.len() {
        leads[bytes[at] as usize] = true;
        at += 1;
    }
    leads
};

fn pair_block(text: &str, span: Span, block: u32, stack: &mut Vec<Open>, quotations: &mut Vec<Quotation>) {
    let from = quotations.len();
    let (start, end) = (span.start as usize, span.end as usize);
    let bytes = text.as_bytes();
    let nests = straight_nest(text, span);
    let mut at = start;
    while at < end {
        // Every mark is `"`, `'`, a back quote or begins with one of three lead bytes.
        let lead = |it: &u8| LEADS[*it as usize];
        let Some(next) = bytes[at..end].iter().position(lead) else { break };
        at += next;
        let Some(c) = text[at..end].chars().next() else { break };
        let Some((mut family, mut mark)) = family(c) else {
            at += c.len_utf8();
            continue;
        };
        let mut width = c.len_utf8();
        // Doubled single marks are a double one: ''so'', ``so'', ‘‘so’’.
        if family == Family::Single && text[at + width..end].starts_with(c) {
            width *= 2;
            family = Family::Double;
            mark = match c {
                '‘' | '`' => '“',
                '’' => '”',
                '‚' => '„',
                _ => '"',
            };
        }
        let before = text[start..at].chars().next_back();
        let after = text[at + width..end].chars().next();
        if let Some(way) = way(family, mark, before, after, text, at + width, end) {
            settle(at, width, mark, family, way, stack, quotations, block, nests);
        }
        at += width;
    }
    order::by_key(&mut quotations[from..], |it| (it.span.start, u32::MAX - it.span.end));
}

/// True when the straight marks of a block nest: "I wouldn't say "no" to the "movies"." opens three times and
/// closes three times. Otherwise an opening mark within an open quotation means that the earlier is a stray.
fn straight_nest(text: &str, span: Span) -> bool {
    let piece = span.of(text);
    let (mut opens, mut closes) = (0usize, 0usize);
    for (at, _) in piece.match_indices('"') {
        let (before, after) = (piece[..at].chars().next_back(), piece[at + 1..].chars().next());
        let solid = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        let blank = |it: Option<char>| it.is_none_or(char::is_whitespace);
        match (blank(before), blank(after)) {
            (true, false) => opens += 1,
            (false, true) => closes += 1,
            (false, false) if solid(after) => opens += 1,
            (false, false) => closes += 1,
            (true, true) => return false,
        }
    }
    opens == closes && opens > 1
}

fn family(c: char) -> Option<(Family, char)> {
    Some(match c {
        '"' | '“' | '”' | '„' | '‟' | '〝' | '〞' | '＂' => {
            (Family::Double, if c == '＂' { '"' } else { c })
        }
        '\'' | '‘' | '’' | '‚' | '‛' | '`' => (Family::Single, c),
        '«' | '»' => (Family::Guillemet, c),
        '‹' | '›' => (Family::SingleGuillemet, c),
        '「' | '」' => (Family::Corner, c),
        '『' | '』' => (Family::WhiteCorner, c),
        _ => return None,
    })
}

/// What the mark does here, by the mark and its neighbours; none for an apostrophe.
fn way(
    family: Family,
    mark: char,
    before: Option<char>,
    after: Option<char>,
    text: &str,
    next: usize,
    end: usize,
) -> Option<Way> {
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let solid = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let opens_before = blank(before)
        || before.is_some_and(|c| {
            matches!(
                c,
                '(' | '['
                    | '{'
                    | '—'
                    | '–'
                    | '-'
                    | '/'
                    | '“'
                    | '„'
                    | '"'
                    | '‘'
                    | '\''
                    | '«'
                    | '_'
                    | '*'
                    | ':'
                    | '¿'
                    | '¡'
            )
        });
    match family {
        Family::Corner | Family::WhiteCorner => {
            Some(if matches!(mark, '「' | '『') { Way::Opens } else { Way::Closes })
        }
        Family::Guillemet | Family::SingleGuillemet => {
            let leftward = matches!(mark, '«' | '‹');
            // » so « in German books and Danish: the mark hugs its words. « so » may keep blanks inside.
            Some(match (blank(before), blank(after)) {
                // « Oui », dit-il: blanks inside the marks, a comma behind.
                (true, false)
                    if !after.is_some_and(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']')) =>
                {
                    Way::Opens
                }
                (false, true) => Way::Closes,
                (false, false) if !solid(after) => Way::Closes,
                (false, false) if !solid(before) => Way::Opens,
                _ if leftward => Way::Opens,
                _ => Way::Closes,
            })
        }
        Family::Double => Some(match mark {
            '„' | '〝' => Way::Opens,
            // “ closes what „ opened, and where hasty hands typed “so“.
            '“' | '‟' => {
                if !opens_before && !solid(after) {
                    Way::Either
                } else {
                    Way::Opens
                }
            }
            // ” opens in Swedish and Finnish.
            '”' | '〞' => {
                if opens_before && solid(after) && !matches!(before, Some('—' | '–' | '-')) {
                    Way::Either
                } else {
                    Way::Closes
                }
            }
            _ => match (opens_before, blank(after)) {
                (true, false) if solid(after) && blank(before) => Way::Opens,
                (_, true) if !blank(before) => Way::Closes,
                _ => Way::Either,
            },
        }),
        Family::Single => {
            let inner = solid(before) && solid(after);
            match mark {
                '‘' | '‚' | '‛' | '`' => {
                    // ’Tis and ’90s are often written with the opening mark.
                    (!inner
                        && opens_before
                        && after.is_some_and(|c| !c.is_whitespace())
                        && !elided(&text[next..end])
                        || mark == '‘' && !opens_before && !solid(after))
                    .then_some(if opens_before { Way::Opens } else { Way::Closes })
                }
                _ if inner => None,
                '\'' if opens_before && after.is_some_and(|c| !c.is_whitespace()) && !solid(before) => {
                    if elided(&text[next..end]) {
                        None
                    } else if solid(after) && blank(before) {
                        Some(Way::Opens)
                    } else {
                        Some(Way::Either)
                    }
                }
                // dogs’ tails: a plural's mark; only the stack can tell, and prefers a mark after punctuation.
                _ if !solid(after) && !blank(before) => Some(Way::Closes),
                _ => None,
            }
        }
    }
}

/// ’tis, ’em, ’90s: words that begin with an apostrophe.
fn elided(rest: &str) -> bool {
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    [
        "tis", "twas", "em", "til", "cause", "bout", "round", "n", "im", "er", "ere", "twere", "twould",
        "twill", "neath", "s",
    ]
    .iter()
    .any(|it| it.eq_ignore_ascii_case(word))
}

#[allow(clippy::too_many_arguments)]
fn settle(
    at: usize,
    width: usize,
    mark: char,
    family: Family,
    way: Way,
    stack: &mut Vec<Open>,
    quotations: &mut Vec<Quotation>,
    block: u32,
    nests: bool,
) {
    let partner = if way == Way::Opens { None } else { stack.iter().rposition(|it| it.family == family) };
    if let Some(partner) = partner {
        let open = &stack[partner];
        let limit = if family == Family::Single { LONGEST_SINGLE } else { LONGEST };
        let fits = at - open.at <= limit && at > open.at + 1;
        let quotation = Quotation {
            span: Span::new(open.at, at + width),
            block,
            continued: false,
            closed: true,
            dash: false,
        };
        stack.truncate(partner);
        if fits {
            quotations.push(quotation);
        }
        return;
    }
    if way == Way::Closes {
        return;
    }
    if mark == '"' && way == Way::Opens && !nests {
        // A straight mark that opens while one is open: the earlier lost its partner.
        if let Some(lost) = stack.iter().rposition(|it| it.mark == '"') {
            stack.truncate(lost);
        }
    }
    if stack.len() == DEEPEST {
        stack.remove(0);
    }
    stack.push(Open { at, mark, family });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::quotes::clause::inner;
    use crate::options::{Furniture, Options};
    use crate::read::Document;

    /// The quotations of a text, pieces that go on marked with `…`.
    fn quotations(text: &str) -> Vec<String> {
        let options = Options { furniture: Furniture::None, ..Options::default() };
        let document = Document::read(text, None, &options);
        let said =
            |it: &Quotation| format!("{}{}", if it.continued { "…" } else { "" }, inner(it.span.of(text)));
        let mut reach = 0;
        let outer = |it: &&Quotation| {
            let outer = it.span.start >= reach;
            reach = reach.max(it.span.end);
            outer
        };
        pair(text, &document.blocks).iter().filter(outer).map(said).collect()
    }

    #[test]
    fn marks_of_all_languages_pair() {
        for text in [
            "He said \"so it is\" today.",
            "He said “so it is” today.",
            "Er sagte „so it is“ heute.",
            "Er sagte »so it is« heute.",
            "Il a dit « so it is » hier.",
            "Ha detto «so it is» ieri.",
            "Er sagte ‚so it is‘ heute.",
            "Er sagte ›so it is‹ heute.",
            "He said ‘so it is’ today.",
            "He said 'so it is' today.",
            "Hän sanoi ”so it is” eilen.",
            "Powiedział „so it is” dziś.",
            "彼は「so it is」と言った。",
            "He said ``so it is'' today.",
            "He said “so it is“ today.",
        ] {
            assert_eq!(quotations(text), ["so it is"], "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        for text in [
            "It's the dogs' dinner, isn't it? Rock 'n' roll of the '90s.",
            "Don’t say ’tis the boys’ club of the ’90s.",
            "O'Neill's 5' 11\" and James' 6' 2 tall.",
        ] {
            assert!(quotations(text).is_empty(), "{text}: {:?}", quotations(text));
        }
    }

    #[test]
    fn the_outermost_quotation_counts() {
        assert_eq!(
            quotations("“She said, ‘Go, you “fool”!’ and left,” he said."),
            ["She said, ‘Go, you “fool”!’ and left,"]
        );
        assert_eq!(
            quotations("\"I don't say 'never', I say 'later',\" she said."),
            ["I don't say 'never', I say 'later',"]
        );
    }

    #[test]
    fn a_quotation_runs_over_paragraphs() {
        let text = "“One thing.\n\n“Two things.\n\n“Three things,” she said. “Four.”";
        assert_eq!(quotations(text), ["One thing.", "…Two things.", "…Three things,", "Four."]);
        let text = "\"One thing.\n\n\"Two things,\" she said.";
        assert_eq!(quotations(text), ["One thing.", "…Two things,"]);
    }

    #[test]
    fn an_open_mark_swallows_nothing() {
        assert_eq!(quotations("He said “so and left.\n\nThen “this” came."), ["this"]);
        assert_eq!(quotations("A \"stray mark here, then \"two words\" and more."), ["two words"]);
    }

    #[test]
    fn bad_input_takes_linear_time() {
        for piece in ["“", "\"", "'", "‘a ", "’", "„»«‹›「『", "a’b'c ", "“‘“‘“‘x’”’”’” "]
        {
            let text = piece.repeat(100_000 / piece.len());
            let _ = quotations(&text);
        }
    }
}
