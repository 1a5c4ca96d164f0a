//! Exact span and kind, F1, on the dev files: a first look; the scoreboard has the last word.

use super::corpus::{Record, kind_of, names_of, options};
use crate::data::Data;
use nutgraf::find::mentions::tagger;
use nutgraf::model::names::Model;
use nutgraf::read::Document;
use std::collections::BTreeSet;

/// Dev files, read once.
pub struct Dev {
    files: Vec<(String, &'static str, Vec<Record>)>,
}

impl Dev {
    pub fn read(data: &Data, names: &[(&str, &'static str)]) -> Result<Dev, Box<dyn std::error::Error>> {
        let file = |(name, language): &(&str, &'static str)| {
            Ok((name.to_string(), *language, data.records(&format!("entities/{name}.dev.jsonl.gz"))?))
        };
        Ok(Dev { files: names.iter().map(file).collect::<Result<_, Box<dyn std::error::Error>>>()? })
    }

    /// One line: F1 of each file, and of each kind.
    pub fn score(&self, model: &Model) -> String {
        let mut line = String::new();
        for (name, language, records) in &self.files {
            let mut counts = [[0usize; 3]; 3];
            for record in records {
                let document = Document::read(&record.text, None, &options(language));
                let found: BTreeSet<(u32, u32, usize)> = tagger::find(&document, model)
                    .iter()
                    .map(|it| {
                        let kind = tagger::KINDS.iter().position(|kind| *kind == it.kind).unwrap_or(3);
                        (it.span.start, it.span.end, kind)
                    })
                    .collect();
                let gold: BTreeSet<(u32, u32, usize)> = names_of(record).into_iter().collect();
                for it in gold.union(&found).filter(|it| Some(it.2) != kind_of("MISC")) {
                    match (gold.contains(it), found.contains(it)) {
                        (true, true) => counts[it.2][0] += 1,
                        (false, _) => counts[it.2][1] += 1,
                        (true, false) => counts[it.2][2] += 1,
                    }
                }
            }
            let f1 = |it: [usize; 3]| 200.0 * it[0] as f64 / (2 * it[0] + it[1] + it[2]).max(1) as f64;
            let sum = [0, 1, 2].map(|idx| counts.iter().map(|it| it[idx]).sum());
            line += &format!(
                "{name} {:.1} ({:.0} {:.0} {:.0}; {:.0}p {:.0}r) ",
                f1(sum),
                f1(counts[0]),
                f1(counts[1]),
                f1(counts[2]),
                100.0 * sum[0] as f64 / (sum[0] + sum[1]).max(1) as f64,
                100.0 * sum[0] as f64 / (sum[0] + sum[2]).max(1) as f64,
            );
        }
        line
    }
}
