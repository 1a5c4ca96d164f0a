//! The table of first names: the lists beside this file, packed.

use crate::Outcome;
use crate::coder::Writer;
use crate::data::Data;
use nutgraf::model::first_names::{self, Bearers};
use nutgraf::model::keyed;
use std::collections::BTreeMap;

/// Makes the table and writes it.
pub fn train(_: &Data) -> Outcome {
    let mut bearers: BTreeMap<u32, Bearers> = BTreeMap::new();
    for (is_women, list) in
        [(true, include_str!("first_names/women.txt")), (false, include_str!("first_names/men.txt"))]
    {
        for name in list.lines().filter(|it| !it.starts_with('#')) {
            let it = bearers.entry(keyed::key(first_names::hash(name))).or_default();
            it.women |= is_women;
            it.men |= !is_women;
        }
    }
    let words: Vec<(u32, u8)> = bearers.into_iter().map(|(key, it)| (key, it.packed())).collect();
    let mut writer = Writer::default();
    keyed::code(&mut writer, &words);
    let bytes = writer.end();
    eprintln!("first names: {} names, {} bytes", words.len(), bytes.len());
    std::fs::write("src/model/first_names.bin", bytes)?;
    Ok(())
}
