//! Words of scripts that write no spaces, without a dictionary: a run is cut where the kind of letter
//! changes (Japanese), at the commonest function characters (Chinese), before vowels that open a syllable
//! (Thai), and what is still long is cut into pairs. Such pieces are no words of a dictionary; they repeat
//! where the text repeats itself, and that is what counting needs.

/// Letters of a script that writes no spaces: Han, kana, Thai, Lao, Khmer, Burmese.
pub fn is_wide(c: char) -> bool {
    c >= '\u{e00}' && kind_of(c) != Kind::Other
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Han,
    Hiragana,
    Katakana,
    /// Thai and its neighbours.
    Syllables,
    Other,
}

fn kind_of(c: char) -> Kind {
    match c {
        '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{eff}' | '\u{1000}'..='\u{1049}' | '\u{1780}'..='\u{17d3}' => {
            Kind::Syllables
        }
        '\u{3041}'..='\u{309f}' => Kind::Hiragana,
        '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{ff66}'..='\u{ff9f}' => Kind::Katakana,
        '々'
        | '〆'
        | '〇'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Kind::Han,
        _ => Kind::Other,
    }
}

/// Where the run of such letters ends that begins at `at`.
pub fn run_end(text: &str, at: usize) -> usize {
    text[at..].char_indices().find(|(_, c)| !is_wide(*c)).map_or(text.len(), |(idx, _)| at + idx)
}

/// Chinese function characters: a word of their own.
const FUNCTION: &str = "的了在是和与及或也就都而被把对从为以之其这那不有他她它我你於與這個個个们們";

/// A run of one kind that is longer than this is cut into pairs.
const LONG: usize = 4;

/// Calls `push` with the pieces of the run `start..end`.
pub fn cut(text: &str, start: usize, end: usize, breaks: &[u32], mut push: impl FnMut(usize, usize)) {
    let first = breaks.partition_point(|it| (*it as usize) <= start);
    let inside = breaks[first..].iter().map(|it| *it as usize).take_while(|it| *it < end);
    let mut from = start;
    let mut is_cut = false;
    for at in inside.filter(|it| text.is_char_boundary(*it)) {
        push(from, at);
        from = at;
        is_cut = true;
    }
    if is_cut || first > 0 && breaks[first - 1] as usize == start {
        push(from, end);
        return;
    }
    let mut piece = start;
    let mut kind = Kind::Other;
    for (idx, c) in text[start..end].char_indices() {
        let at = start + idx;
        let here = kind_of(c);
        if here != kind && at > piece {
            pieces(text, piece, at, kind, &mut push);
            piece = at;
        }
        kind = here;
    }
    pieces(text, piece, end, kind, &mut push);
}

/// Cuts a run of one kind.
fn pieces(text: &str, start: usize, end: usize, kind: Kind, push: &mut impl FnMut(usize, usize)) {
    match kind {
        Kind::Han => {
            let mut from = start;
            for (idx, c) in text[start..end].char_indices() {
                if FUNCTION.contains(c) {
                    let at = start + idx;
                    pairs(text, from, at, push);
                    push(at, at + c.len_utf8());
                    from = at + c.len_utf8();
                }
            }
            pairs(text, from, end, push);
        }
        Kind::Syllables => {
            // Vowels that are written before their consonant open a syllable; pieces of two syllables or so.
            let mut from = start;
            let mut n_chars = 0;
            for (idx, c) in text[start..end].char_indices() {
                let at = start + idx;
                let opens = matches!(c, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}');
                let is_sign = matches!(c, '\u{e30}'..='\u{e3a}' | '\u{e45}'..='\u{e4e}' | '\u{eb0}'..='\u{ebc}' | '\u{ec8}'..='\u{ecd}' | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}');
                if (opens && n_chars >= 2 || n_chars >= 6 && !is_sign) && at > from {
                    push(from, at);
                    from = at;
                    n_chars = 0;
                }
                n_chars += 1;
            }
            push(from, end);
        }
        _ => push(start, end),
    }
}

/// A short run stays whole, a longer one is cut into pairs of chars.
fn pairs(text: &str, start: usize, end: usize, push: &mut impl FnMut(usize, usize)) {
    if start == end {
        return;
    }
    if text[start..end].chars().take(LONG).count() < LONG {
        push(start, end);
        return;
    }
    let mut from = start;
    for (n, (idx, _)) in text[start..end].char_indices().enumerate() {
        let at = start + idx;
        if n > 0 && n % 2 == 0 {
            push(from, at);
            from = at;
        }
    }
    push(from, end);
}
