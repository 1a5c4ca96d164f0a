//! Lines: where a text breaks, and how many blank lines lie between.

use crate::text::Span;

/// A line that holds more than white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Trimmed of white space.
    pub span: Span,
    /// Blank lines right before it.
    pub n_blank: u32,
    /// Columns of white space that the line begins with; a tab counts as four.
    pub indent: u32,
}

/// The lines of `text`, blank ones counted and left out. Takes `\n`, `\r\n`, `\r`, line and paragraph separators.
pub fn of(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut n_blank = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let len = line_end(rest.as_bytes());
        let line = &rest[..len];
        let span = Span::new(at, at + len).trim(text);
        if span.is_empty() {
            n_blank += 1;
        } else {
            let blank = &line[..span.start as usize - at];
            let indent = blank.chars().map(|it| if it == '\t' { 4 } else { 1 }).sum();
            lines.push(Line { span, n_blank, indent });
            n_blank = 0;
        }
        let after = &rest[len..];
        let n_break = match after.as_bytes() {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => after.chars().next().map_or(0, char::len_utf8),
        };
        at += len + n_break;
    }
    lines
}

/// Where the first break stands. Byte by byte: compiled for size, a search for four chars takes a third of all reading.
fn line_end(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        // Eight bytes at a time, while none of them is a control character or beyond ASCII.
        if let Some(word) = bytes.get(at..at + 8).and_then(|it| <[u8; 8]>::try_from(it).ok()) {
            let word = u64::from_le_bytes(word);
            if (word.wrapping_sub(0x0e0e_0e0e_0e0e_0e0e) | word) & 0x8080_8080_8080_8080 == 0 {
                at += 8;
                continue;
            }
        }
        match byte {
            b'\n' | b'\r' => break,
            0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => break,
            _ => at += 1,
        }
    }
    at
}

/// Bytes of the list mark that a line begins with, the white space after it included.
///
/// `•` and its like are marks wherever they stand; `-` and `*` and `2.` want a space behind. Longer dashes open
/// dialogue in French, Spanish or Russian ("– Bonjour, dit-il.") and are no marks.
pub fn list_mark(line: &str) -> Option<usize> {
    let mut chars = line.char_indices();
    let (_, first) = chars.next()?;
    let mark_end = match first {
        '•' | '◦' | '▪' | '▫' | '‣' | '●' | '○' | '■' | '□' | '⁃' => first.len_utf8(),
        '-' | '*' | '+' => 1,
        '0'..='9' => {
            let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
            match line.as_bytes().get(n_digits) {
                // "1984. A good year." is prose; lists seldom reach a thousand.
                Some(b'.' | b')') if n_digits <= 3 => n_digits + 1,
                _ => return None,
            }
        }
        _ => return None,
    };
    let after = &line[mark_end..];
    let n_space = after.len() - after.trim_start().len();
    let needs_space = first.is_ascii();
    (n_space < after.len() && (n_space > 0 || !needs_space)).then_some(mark_end + n_space)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_windows_break_is_one_break() {
        let blanks: Vec<u32> = of("a\r\nb\r\n\r\nc\n\n\nd").iter().map(|it| it.n_blank).collect();
        assert_eq!(blanks, [0, 0, 1, 2]);
    }

    #[test]
    fn list_marks() {
        for (line, want) in [
            ("• bread", Some(4)),
            ("•bread", Some(3)),
            ("- bread", Some(2)),
            ("-5 degrees", None),
            ("12) bread", Some(4)),
            ("1984. A good year.", None),
            ("3.5 million", None),
            ("— Oui.", None),
            ("•", None),
        ] {
            assert_eq!(list_mark(line), want, "{line}");
        }
    }
}
