//! Statistics: counts of the article, and how hard it is to read.

use crate::read::Document;
use crate::read::tokens::TokenKind;

/// Counts of the article: its body, furniture and metadata left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statistics {
    /// Words and numbers.
    pub words: u32,
    /// Sentences of running text.
    pub sentences: u32,
    /// Paragraphs, list items and quotations.
    pub paragraphs: u32,
    /// Seconds to read it silently.
    pub reading_seconds: u32,
    /// None for languages whose formula we do not have, and for texts without words.
    pub readability: Option<Readability>,
}

/// How hard the text is to read (English).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readability {
    /// Flesch reading ease (Flesch 1948): 100 is very easy, 0 very hard; may lie outside.
    pub flesch_reading_ease: f32,
    /// Flesch-Kincaid grade (Kincaid et al. 1975): years of school in the United States.
    pub flesch_kincaid_grade: f32,
    /// Mean number of words in a sentence.
    pub words_per_sentence: f32,
    /// Mean number of syllables in a word, counted by rule.
    pub syllables_per_word: f32,
}

/// Words a minute of silent reading in English (Brysbaert 2019, a meta-analysis of 190 studies).
const WORDS_PER_MINUTE: u32 = 238;

/// Counts a document.
pub fn count(document: &Document) -> Statistics {
    let mut words = 0;
    let mut syllables = 0;
    let mut sentences = 0;
    let mut last = None;
    for token in &document.tokens {
        let sentence = document.sentences[token.sentence as usize];
        if !document.blocks[sentence.block as usize].role.is_body() {
            continue;
        }
        if last != Some(token.sentence) {
            last = Some(token.sentence);
            sentences += 1;
        }
        if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            words += 1;
            syllables += n_syllables(token.span.of(document.text));
        }
    }
    let paragraphs = document.blocks.iter().filter(|it| it.role.is_body()).count() as u32;
    let readability = (words > 0 && document.lexicon.tag == "en" && document.language.tag.starts_with("en"))
        .then(|| {
            let words_per_sentence = words as f32 / sentences as f32;
            let syllables_per_word = syllables as f32 / words as f32;
            Readability {
                flesch_reading_ease: 206.835 - 1.015 * words_per_sentence - 84.6 * syllables_per_word,
                flesch_kincaid_grade: 0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59,
                words_per_sentence,
                syllables_per_word,
            }
        });
    Statistics {
        words,
        sentences,
        paragraphs,
        reading_seconds: (words * 60).div_ceil(WORDS_PER_MINUTE),
        readability,
    }
}

/// Syllables of an English word: groups of vowels, without a silent final e ("made", but not "table").
fn n_syllables(word: &str) -> u32 {
    let is_vowel =
        |c: u8| matches!(c.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || c >= 0xc3;
    let mut groups = 0;
    let mut within = false;
    for byte in word.bytes() {
        let vowel = is_vowel(byte);
        groups += u32::from(vowel && !within);
        within = vowel;
    }
    let silent = match word.as_bytes() {
        [.., c, b'l' | b'L', b'e' | b'E'] => is_vowel(*c),
        [.., c, b'e' | b'E'] => !is_vowel(*c),
        _ => false,
    };
    (groups - u32::from(silent && groups > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::n_syllables;

    #[test]
    fn syllables_are_counted_by_rule() {
        for (word, n) in
            [("made", 1), ("table", 2), ("the", 1), ("article", 3), ("whole", 1), ("20", 1), ("idea", 2)]
        {
            assert_eq!(n_syllables(word), n, "{word}");
        }
    }
}
