//! First names of women and of men, the frequent ones, of English texts. Made by `cargo xtask train first_names`.

use super::background::hash_word;
use super::keyed::Keyed;
use crate::supplement::late_bytes;
use std::sync::OnceLock;

/// Who bears a first name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bearers {
    /// Women.
    pub women: bool,
    /// Men.
    pub men: bool,
}

impl Bearers {
    /// As the table holds it.
    pub fn packed(self) -> u8 {
        u8::from(self.women) | u8::from(self.men) << 1
    }
}

/// Who bears the name `word`, in any case; nobody when it is none that is known.
pub fn bearers(word: &str) -> Bearers {
    static NAMES: OnceLock<Keyed> = OnceLock::new();
    let Some(bytes) = late_bytes!("model/first_names.bin") else { return Bearers::default() };
    let found = NAMES.get_or_init(|| Keyed::read(bytes)).find(hash(word)).unwrap_or(0);
    Bearers { women: found & 1 == 1, men: found & 2 == 2 }
}

/// What the table knows a name by.
pub fn hash(word: &str) -> u32 {
    hash_word(*b"en", word)
}
