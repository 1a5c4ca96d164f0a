//! First names of women and of men, the frequent ones, of English texts. Made by `cargo xtask train first_names`.

use super::background::hash_word;
use super::word_table::WordTable;
use crate::supplement::late_bytes;
use std::sync::OnceLock;

/// Who bears a first name: nobody where it is none that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FirstName {
    /// Women do.
    pub women: bool,
    /// Men do.
    pub men: bool,
}

impl FirstName {
    /// The name `word`, in any case. Other languages than English have none.
    pub fn of(language: &str, word: &str) -> FirstName {
        static NAMES: OnceLock<WordTable> = OnceLock::new();
        let bytes = late_bytes!("model/first_names.bin").filter(|_| language == "en");
        let Some(bytes) = bytes else { return FirstName::default() };
        let found = NAMES.get_or_init(|| WordTable::read(bytes)).find(hash(word)).unwrap_or(0);
        FirstName { women: found & 1 == 1, men: found & 2 == 2 }
    }

    /// True when somebody is called so.
    pub fn is_known(self) -> bool {
        self.women || self.men
    }

    /// As the table holds it.
    pub fn packed(self) -> u8 {
        u8::from(self.women) | u8::from(self.men) << 1
    }
}

/// What the table knows a name by.
pub fn hash(word: &str) -> u32 {
    hash_word(*b"en", word)
}
