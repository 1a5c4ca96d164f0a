//! Bytes of a file become text, as browsers do it: byte order mark, then what the page says of itself, then UTF-8,
//! then Windows-1252. `www/app/files.js` does the same for a file dropped on the page.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use regex::bytes::Regex;
use std::sync::LazyLock;

/// How far a page is searched for what it says of its encoding.
const HEAD: usize = 4096;

/// `<meta charset="iso-8859-1">`, `<meta http-equiv=Content-Type content="text/html; charset=koi8-r">`; not `charset=x` in a script.
static CHARSET: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)"#).ok());

/// The text of `bytes`; `is_html` when they may name their encoding. A byte order mark is no part of it.
pub fn decode(bytes: &[u8], is_html: bool) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode_with_bom_removal(bytes).0.into_owned();
    }
    if let Some(encoding) = said(bytes).filter(|_| is_html) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    let (text, is_broken) = UTF_8.decode_without_bom_handling(bytes);
    // A letter cut in two at the end, or a byte gone astray, makes no other encoding of it.
    let n_beyond = text.chars().filter(|it| !it.is_ascii()).count();
    let n_broken = text.chars().filter(|it| *it == '\u{fffd}').count();
    if is_broken && n_broken * 4 >= n_beyond {
        return WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
    }
    text.into_owned()
}

/// What a page says of its encoding.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let label = CHARSET.as_ref()?.captures(&bytes[..bytes.len().min(HEAD)])?.get(1)?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // UTF-16 in an element that was read as bytes cannot be true.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// Whether the bytes are no text in any encoding: NUL, or many control characters.
pub fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let n_odd = head.iter().filter(|it| **it < 32 && !it.is_ascii_whitespace() && **it != 27).count();
    Encoding::for_bom(bytes).is_none() && (head.contains(&0) || n_odd * 20 > head.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_what_a_browser_would_show() {
        let utf_16: Vec<u8> = "\u{feff}Zoë".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, text) in [
            ("Zoë — “so”".as_bytes(), "Zoë — “so”"),
            (b"\xef\xbb\xbfrain", "rain"),
            (b"\xff\xfer\0a\0", "ra"),
            (&utf_16, "Zoë"),
            (b"Zo\xeb \x97 \x93so\x94 \x80", "Zoë — “so” €"),
            // A file cut off inside a letter, and one stray byte among many letters.
            (
                "Zoë, café, déjà vu, Zo\u{e9}".as_bytes().split_last().map_or(&[], |it| it.1),
                "Zoë, café, déjà vu, Zo\u{fffd}",
            ),
            ("ééééééé".as_bytes(), "ééééééé"),
            (b"<meta charset=koi8-r>\xd0\xd2", "<meta charset=koi8-r>пр"),
            (
                b"<META content='text/html; charset=shift_jis'>\x93\xfa",
                "<META content='text/html; charset=shift_jis'>日",
            ),
            (b"<meta charset=utf-16>\xc3\xab", "<meta charset=utf-16>ë"),
            (b"<meta charset=nonsense>Zo\xeb", "<meta charset=nonsense>Zoë"),
        ] {
            assert_eq!(decode(bytes, true), text);
        }
        assert_eq!(decode(b"<meta charset=koi8-r>Zo\xeb", false), "<meta charset=koi8-r>Zoë");
    }

    #[test]
    fn a_picture_is_no_text() {
        assert!(is_binary(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
        assert!(!is_binary(b"\xff\xfer\0a\0") && !is_binary(b"Zo\xeb"));
    }
}
