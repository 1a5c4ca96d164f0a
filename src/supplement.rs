//! The supplement: what a page loads behind its first answer, so that the first answer comes soon. It holds
//! what finds quotes, names, numbers, dates and keyphrases: its code, its models and its lists of words; and
//! the weights that tell languages apart.
//!
//! Natively every file is part of the program and the supplement is always there. In a browser the files come
//! in one, `nutgraf.supplement`. The code in it (`xtask/src/split.rs` tells how it was cut off, `wasm/streams.rs` how it travels) is put back where
//! it belongs by `www/lib/core.js`, which then hands the rest to `install`; until then a text is read and summed up, every
//! text in Latin letters as English, nothing is looked for in it, and a note says so. Nothing is
//! remembered of that time: once the supplement is there, answers are the same as natively.
//!
//! Two files more are for readers of other languages than English: `nutgraf.languages` with their lists, and
//! `nutgraf.names` with their models of names.
//!
//! A file: again and again the length of a name (one byte), the name, the length of the content (four bytes,
//! little-endian), the content.

/// The text of a file of the supplement, its path given in pieces: `late_text!("lexicon/", "de", "/stop.txt")`.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! late_text {
    ($($path:tt)*) => { Some(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/", $($path)*))) };
}
#[cfg(target_arch = "wasm32")]
macro_rules! late_text {
    ($($path:tt)*) => { $crate::supplement::text(concat!($($path)*)) };
}
pub(crate) use late_text;

/// The bytes of a file of the supplement.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! late_bytes {
    ($($path:tt)*) => { Some(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/", $($path)*)).as_slice()) };
}
#[cfg(target_arch = "wasm32")]
macro_rules! late_bytes {
    ($($path:tt)*) => { $crate::supplement::bytes(concat!($($path)*)) };
}
pub(crate) use late_bytes;

/// True when the supplement is there.
#[cfg(not(target_arch = "wasm32"))]
pub fn is_here() -> bool {
    true
}

/// True when the lists of other languages than English are there.
#[cfg(not(target_arch = "wasm32"))]
pub fn has_languages() -> bool {
    true
}

#[cfg(target_arch = "wasm32")]
pub use installed::{bytes, has_languages, install, is_here, text};

#[cfg(target_arch = "wasm32")]
mod installed {
    use std::sync::OnceLock;

    type Files = OnceLock<Vec<(&'static str, &'static [u8])>>;

    static SUPPLEMENT: Files = OnceLock::new();
    static LANGUAGES: Files = OnceLock::new();
    static NAMES: Files = OnceLock::new();

    /// True when the supplement is there.
    pub fn is_here() -> bool {
        SUPPLEMENT.get().is_some()
    }

    /// True when the lists of other languages than English are there.
    pub fn has_languages() -> bool {
        LANGUAGES.get().is_some()
    }

    /// Takes one of the three files, which stays until the end of the program. False when the bytes are none of them.
    pub fn install(bytes: Vec<u8>) -> bool {
        let mut rest: &'static [u8] = bytes.leak();
        let mut files = Vec::new();
        while !rest.is_empty() {
            let Some(file) = next(&mut rest) else { return false };
            files.push(file);
        }
        let Some((first, _)) = files.first() else { return false };
        let place = match *first {
            "model/background.bin" => &LANGUAGES,
            "model/names_mul.bin" => &NAMES,
            _ => &SUPPLEMENT,
        };
        // A second copy changes nothing.
        let _ = place.set(files);
        true
    }

    fn next(rest: &mut &'static [u8]) -> Option<(&'static str, &'static [u8])> {
        let mut take = |n: usize| {
            let (taken, left) = rest.split_at_checked(n)?;
            *rest = left;
            Some(taken)
        };
        let n_name = usize::from(*take(1)?.first()?);
        let name = std::str::from_utf8(take(n_name)?).ok()?;
        let n_content = u32::from_le_bytes(take(4)?.try_into().ok()?);
        Some((name, take(n_content as usize)?))
    }

    /// The bytes of a file; none before the supplement is there.
    pub fn bytes(name: &str) -> Option<&'static [u8]> {
        let mut files = [&SUPPLEMENT, &LANGUAGES, &NAMES].into_iter().filter_map(OnceLock::get).flatten();
        files.find(|(it, _)| *it == name).map(|(_, bytes)| *bytes)
    }

    /// The text of a file; none before the supplement is there.
    pub fn text(name: &str) -> Option<&'static str> {
        std::str::from_utf8(bytes(name)?).ok()
    }
}
