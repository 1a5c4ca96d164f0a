//! The table of first names: the lists beside this file, packed.

use crate::Outcome;
use crate::coder::Writer;
use crate::data::Data;
use nutgraf::model::first_names::{self, FirstName};
use nutgraf::model::word_table;
use std::collections::BTreeMap;

/// Makes the table and writes it.
pub fn train(_: &Data) -> Outcome {
    let mut names: BTreeMap<u32, FirstName> = BTreeMap::new();
    for (is_women, list) in
        [(true, include_str!("first_names/women.txt")), (false, include_str!("first_names/men.txt"))]
    {
        for name in list.lines().filter(|it| !it.starts_with('#')) {
            let it = names.entry(word_table::key(first_names::hash(name))).or_default();
            it.women |= is_women;
            it.men |= !is_women;
        }
    }
    let words: Vec<(u32, u8)> = names.into_iter().map(|(key, it)| (key, it.packed())).collect();
    let mut writer = Writer::default();
    word_table::code(&mut writer, &words);
    let bytes = writer.end();
    eprintln!("first names: {} names, {} bytes", words.len(), bytes.len());
    std::fs::write("src/model/first_names.bin", bytes)?;
    Ok(())
}
