//! The background table: how common words are, from wordfreq's lists and, for English, from public-domain and
//! CC BY news, which weighs as much as the lists (they count subtitles and web pages as well); and what part
//! of speech a word mostly is, from the English Web Treebank. Speeches are left out: they would make
//! "president" and "nations" look like function words.

use crate::Outcome;
use crate::coder::Writer;
use crate::data::Data;
use nutgraf::model::background::{self, Known, MARKER, Part};
use nutgraf::model::word_table;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A table: its file, and how many words it has of each language; the lists of languages that are measured are longer.
struct Table {
    file: &'static str,
    n_words: &'static [(&'static str, usize)],
}

const TABLES: &[Table] = &[
    Table { file: "background_en.bin", n_words: &[("en", 11_500)] },
    Table { file: "background.bin", n_words: OTHERS },
];

const OTHERS: &[(&str, usize)] =
    &[("fr", 3_600), ("de", 700), ("es", 700), ("it", 700), ("pt", 700), ("nl", 700), ("sv", 700)];

/// The news that counts, beside the lists.
const NEWS: &[&str] = &["rawtext/voa_gmb_en.jsonl.gz", "rawtext/wikinews_en.jsonl.gz"];

#[derive(Deserialize)]
struct Text {
    text: String,
}

#[derive(Deserialize)]
struct Tagged {
    text: String,
    tokens: Vec<(usize, usize, String, String, String, i32, String)>,
}

/// Trains the tables and writes them.
pub fn train(data: &Data) -> Outcome {
    let mut zipf: BTreeMap<(String, String), f32> = BTreeMap::new();
    for line in data.lines("rawtext/wordfreq.tsv.gz")? {
        let mut cells = line.split('\t');
        if let (Some(lang), Some(word), Some(value)) = (cells.next(), cells.next(), cells.next())
            && TABLES.iter().flat_map(|it| it.n_words).any(|(it, _)| *it == lang)
            && word.chars().all(|it| it.is_alphabetic() || it == '\'' || it == '-')
        {
            zipf.insert((lang.to_string(), word.to_string()), value.parse()?);
        }
    }
    for (word, news) in news(data)? {
        if let Some(value) = zipf.get_mut(&("en".to_string(), word)) {
            *value = (*value + news.max(2.0)) / 2.0;
        }
    }
    let parts = parts(data)?;
    for table in TABLES {
        let mut writer = Writer::default();
        word_table::code(&mut writer, &words(table, &zipf, &parts));
        std::fs::write(format!("src/model/{}", table.file), writer.end())?;
    }
    Ok(())
}

/// The words of a table, in the order of their keys.
fn words(
    Table { file, n_words }: &Table,
    zipf: &BTreeMap<(String, String), f32>,
    parts: &BTreeMap<String, Part>,
) -> Vec<(u32, u8)> {
    let mut table = BTreeMap::new();
    let mut n_clashes = 0;
    for (lang, n_words) in *n_words {
        let tag = [lang.as_bytes()[0], lang.as_bytes()[1]];
        let mut words: Vec<(&str, f32)> =
            zipf.iter().filter(|(it, _)| it.0 == *lang).map(|(it, value)| (it.1.as_str(), *value)).collect();
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        words.truncate(*n_words);
        let mut insert =
            |word: &[u8], known: Known| match table.entry(word_table::key(background::hash(tag, word))) {
                Entry::Vacant(it) => _ = it.insert(known.packed()),
                Entry::Occupied(_) => n_clashes += 1,
            };
        insert(MARKER, Known { rarity: 1, part: Part::Unknown });
        for (word, value) in words {
            let part =
                if *lang == "en" { parts.get(word).copied().unwrap_or(Part::Unknown) } else { Part::Unknown };
            insert(word.as_bytes(), Known { rarity: rarity(value), part });
        }
    }
    eprintln!("{file}: {} words, {n_clashes} share their key with a commoner one", table.len());
    table.into_iter().collect()
}

/// Zipf 6.5 and more (one word in three hundred) is 1; a third of a Zipf step less is one more.
fn rarity(zipf: f32) -> u8 {
    (1.0 + (6.5 - zipf) * 4.0).clamp(1.0, f32::from(background::RARE - 1)) as u8
}

/// Zipf frequencies in the news.
fn news(data: &Data) -> Result<BTreeMap<String, f32>, Box<dyn std::error::Error>> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut n_words = 0u32;
    for name in NEWS {
        for record in data.records::<Text>(name)? {
            for word in record.text.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty()) {
                *counts.entry(word.to_lowercase()).or_default() += 1;
                n_words += 1;
            }
        }
    }
    let zipf = |count: u32| (f64::from(count) / f64::from(n_words) * 1e9).log10() as f32;
    Ok(counts.into_iter().map(|(word, count)| (word, zipf(count))).collect())
}

/// The part of speech that most uses of a word have.
fn parts(data: &Data) -> Result<BTreeMap<String, Part>, Box<dyn std::error::Error>> {
    let mut counts: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    for record in data.records::<Tagged>("tagging/en-ewt.train.jsonl.gz")? {
        let chars: Vec<char> = record.text.chars().collect();
        for (start, end, upos, ..) in &record.tokens {
            let word: String = chars[*start..*end].iter().flat_map(|it| it.to_lowercase()).collect();
            let slot = match upos.as_str() {
                "NOUN" | "PROPN" => 0,
                "ADJ" => 1,
                "PUNCT" | "SYM" | "X" | "NUM" => continue,
                _ => 2,
            };
            counts.entry(word).or_default()[slot] += 1;
        }
    }
    let most = |it: [u32; 3]| match it {
        // A word that is a noun in a third of its uses ("strike", "report") may head a phrase.
        [noun, adjective, other] if noun * 2 >= adjective + other => Part::Noun,
        [_, adjective, other] if adjective >= other => Part::Adjective,
        _ => Part::Other,
    };
    Ok(counts.into_iter().map(|(word, it)| (word, most(it))).collect())
}
