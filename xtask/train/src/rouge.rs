//! ROUGE (Lin 2004) as a target to learn from: shared words and pairs of words with a reference, as F1.
//! Words as the usual scorers cut them: English lower-cased runs of letters and digits, stemmed; other
//! languages without stems. (Stems here are Porter's second algorithm; the usual scorers have the first.
//! The two differ in one word of fifty.)

use nutgraf::lexicon::Lexicon;
use std::collections::HashMap;

/// Words of a document's sentences and of its references, as numbers.
pub struct Words {
    known: HashMap<String, u32>,
    lexicon: &'static Lexicon,
    stems: bool,
}

impl Words {
    /// Words as ROUGE has them: stems in English only.
    pub fn new(language: &str) -> Words {
        let lexicon = Lexicon::of(language);
        Words { known: HashMap::new(), lexicon, stems: lexicon.tag == "en" }
    }

    /// Stems in every language, as the scorers of keyphrases have them.
    pub fn stemmed(language: &str) -> Words {
        Words { stems: true, ..Words::new(language) }
    }

    /// The words of a text.
    pub fn of(&mut self, text: &str) -> Vec<u32> {
        let english = self.lexicon.tag == "en";
        let mut stem = String::new();
        let mut ids = Vec::new();
        let lower = text.to_lowercase();
        let is_word = |it: char| if english { it.is_ascii_alphanumeric() } else { it.is_alphanumeric() };
        for word in lower.split(|it: char| !is_word(it)).filter(|it| !it.is_empty()) {
            let word = if self.stems && (!english || word.len() > 3) {
                self.lexicon.stem(word, &mut stem);
                stem.as_str()
            } else {
                word
            };
            let next = self.known.len() as u32;
            ids.push(*self.known.entry(word.to_string()).or_insert(next));
        }
        ids
    }
}

/// Counts of a reference's words and pairs.
pub struct Reference {
    words: HashMap<u64, u32>,
    pairs: HashMap<u64, u32>,
    n_words: usize,
}

impl Reference {
    pub fn of(words: &[u32]) -> Reference {
        let mut reference = Reference { words: HashMap::new(), pairs: HashMap::new(), n_words: words.len() };
        words.iter().for_each(|it| *reference.words.entry(u64::from(*it)).or_default() += 1);
        words.windows(2).for_each(|it| *reference.pairs.entry(pair(it)).or_default() += 1);
        reference
    }

    /// ROUGE-1 and ROUGE-2 F1 of a summary of these sentences.
    pub fn score(&self, sentences: &[&[u32]]) -> (f32, f32) {
        let words: Vec<u32> = sentences.iter().flat_map(|it| it.iter().copied()).collect();
        let one = f1(&self.words, words.iter().map(|it| u64::from(*it)), words.len(), self.n_words);
        let pairs = words.windows(2).map(pair);
        let two = f1(&self.pairs, pairs, words.len().saturating_sub(1), self.n_words.saturating_sub(1));
        (one, two)
    }
}

fn pair(it: &[u32]) -> u64 {
    u64::from(it[0]) << 32 | u64::from(it[1])
}

fn f1(gold: &HashMap<u64, u32>, found: impl Iterator<Item = u64>, n_found: usize, n_gold: usize) -> f32 {
    let mut left: HashMap<u64, u32> = HashMap::new();
    let mut hits = 0;
    for it in found {
        let Some(&most) = gold.get(&it) else { continue };
        let used = left.entry(it).or_default();
        if *used < most {
            *used += 1;
            hits += 1;
        }
    }
    if hits == 0 { 0.0 } else { 2.0 * hits as f32 / (n_found + n_gold) as f32 }
}
