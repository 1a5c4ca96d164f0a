//! How a token is written: in lower case, with a capital, as a number.

use crate::read::tokens::TokenKind;

pub const LOWER: u8 = 0;
pub const TITLE: u8 = 1;
pub const UPPER: u8 = 2;
pub const LETTER: u8 = 3;
pub const MIXED: u8 = 4;
pub const INNER: u8 = 5;
pub const DOTTED: u8 = 6;
pub const NUMBER: u8 = 7;
pub const NUMBER_LETTERS: u8 = 8;
pub const CLITIC: u8 = 9;
pub const ADDRESS: u8 = 10;
pub const UNCASED: u8 = 11;
/// Marks: their own char decides.
pub const MARK: u8 = 16;

/// True for words that have a capital.
pub fn has_capital(shape: u8) -> bool {
    matches!(shape, TITLE | UPPER | LETTER | MIXED | INNER | DOTTED)
}

/// The shape of a token.
pub fn of(spelled: &str, kind: TokenKind) -> u8 {
    match kind {
        TokenKind::Clitic => CLITIC,
        TokenKind::Address => ADDRESS,
        TokenKind::Number => {
            if spelled.chars().any(char::is_alphabetic) {
                NUMBER_LETTERS
            } else {
                NUMBER
            }
        }
        TokenKind::Mark => MARK + (spelled.chars().next().map_or(0, |it| it as u32) % 199) as u8,
        TokenKind::Word => {
            let (mut n_upper, mut n_lower, mut n_other, mut dotted) = (0, 0, 0, false);
            for c in spelled.chars() {
                if c == '.' {
                    dotted = true;
                } else if c.is_lowercase() {
                    n_lower += 1;
                } else if c.is_uppercase() {
                    n_upper += 1;
                } else if c.is_alphabetic() {
                    n_other += 1;
                }
            }
            let first_upper = spelled.starts_with(char::is_uppercase);
            match (n_upper, n_lower) {
                (0, 0) if n_other > 0 => UNCASED,
                (0, _) => LOWER,
                (_, 0) if dotted => DOTTED,
                (1, 0) => LETTER,
                (_, 0) => UPPER,
                (1, _) if first_upper => TITLE,
                _ if first_upper => MIXED,
                _ => INNER,
            }
        }
    }
}
