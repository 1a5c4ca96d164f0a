//! The reader of `blocks.bin`: sums of small decision tables over small whole numbers, so that every machine gets
//! the same score to the last bit.
//!
//! A table asks up to [`DEPTH`] questions "is feature f above t?"; the answers, read as bits, point at a value.
//! `docs/models.md` tells what it was learned from.

use std::sync::OnceLock;

/// Questions of a table.
pub const DEPTH: usize = 5;

/// Score that means one unit of log odds.
pub const UNIT: i32 = 16;

/// One of the models in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text: is a block of the article?
    Plain,
    /// The same for HTML.
    Marked,
    /// Plain text: is it the headline?
    Headline,
    /// Plain text: is it a byline?
    Byline,
    /// Plain text: is it a crosshead?
    Crosshead,
}

impl Kind {
    /// In the order of the file.
    pub const ALL: [Kind; 5] = [Kind::Plain, Kind::Marked, Kind::Headline, Kind::Byline, Kind::Crosshead];
}

/// A decision table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Feature and threshold of each question.
    pub questions: [(u8, u8); DEPTH],
    /// What each pattern of answers adds.
    pub values: [i8; 1 << DEPTH],
}

/// A sum of tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// Where the sum begins.
    pub bias: i16,
    /// The tables.
    pub tables: Vec<Table>,
}

impl Model {
    /// Log odds, in [`UNIT`]s, for a row of features. A feature the row lacks counts as 0.
    pub fn score(&self, row: &[u8]) -> i32 {
        // As long as a feature's number can be, so that no look into it needs a check.
        let mut whole = [0; 256];
        for (to, from) in whole.iter_mut().zip(row) {
            *to = *from;
        }
        let mut score = i32::from(self.bias);
        for table in &self.tables {
            let mut at = 0;
            for (bit, &(feature, threshold)) in table.questions.iter().enumerate() {
                at |= usize::from(whole[feature as usize] > threshold) << bit;
            }
            score += i32::from(table.values[at]);
        }
        score
    }

    /// The bytes of the model.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.bias.to_le_bytes());
        out.extend((self.tables.len() as u16).to_le_bytes());
        for table in &self.tables {
            out.extend(table.questions.iter().flat_map(|&(feature, threshold)| [feature, threshold]));
            out.extend(table.values.iter().map(|&it| it as u8));
        }
    }

    fn read(bytes: &mut &[u8]) -> Option<Model> {
        let (head, rest) = bytes.split_first_chunk::<4>()?;
        let [bias_low, bias_high, low, high] = *head;
        *bytes = rest;
        let n_tables = u16::from_le_bytes([low, high]);
        let mut tables = Vec::with_capacity(n_tables as usize);
        for _ in 0..n_tables {
            let (questions, rest) = bytes.split_first_chunk::<{ 2 * DEPTH }>()?;
            let (values, rest) = rest.split_first_chunk::<{ 1 << DEPTH }>()?;
            *bytes = rest;
            tables.push(Table {
                questions: std::array::from_fn(|it| (questions[2 * it], questions[2 * it + 1])),
                values: values.map(|it| it as i8),
            });
        }
        Some(Model { bias: i16::from_le_bytes([bias_low, bias_high]), tables })
    }
}

/// A model of the file. Models that the file lacks score 0.
pub fn model(kind: Kind) -> &'static Model {
    static MODELS: OnceLock<Vec<Model>> = OnceLock::new();
    let models = MODELS.get_or_init(|| {
        let mut bytes: &[u8] = include_bytes!("blocks.bin");
        Kind::ALL.iter().map(|_| Model::read(&mut bytes).unwrap_or_default()).collect()
    });
    &models[Kind::ALL.iter().position(|&it| it == kind).unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let table = Table {
            questions: [(3, 10), (0, 0), (0, 0), (0, 0), (0, 0)],
            values: std::array::from_fn(|it| it as i8),
        };
        let model = Model { bias: -7, tables: vec![table] };
        let mut bytes = Vec::new();
        model.write(&mut bytes);
        assert_eq!(Model::read(&mut &bytes[..]), Some(model.clone()));
        assert_eq!(model.score(&[0, 0, 0, 11]), -6);
        assert_eq!(model.score(&[]), -7);
        assert_eq!(Model::read(&mut &bytes[..9]), None);
    }
}
