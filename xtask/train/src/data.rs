//! The labelled data: gzipped or plain text, one JSON object or one row a line.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;

/// The folder of labelled data.
pub struct Data {
    /// Its path.
    pub folder: PathBuf,
}

impl Data {
    /// The lines of a file, such as `entities/gmb.train.jsonl.gz`.
    ///
    /// # Errors
    /// The file is missing or broken.
    pub fn lines(&self, name: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
        let path = self.folder.join(name);
        let file = File::open(&path).map_err(|it| format!("{}: {it}", path.display()))?;
        let reader: Box<dyn Read> = if name.ends_with(".gz") {
            Box::new(flate2::read::MultiGzDecoder::new(file))
        } else {
            Box::new(file)
        };
        Ok(BufReader::new(reader).lines().collect::<Result<_, _>>()?)
    }

    /// The records of a JSON Lines file.
    ///
    /// # Errors
    /// The file is missing or broken, or a line is not such a record.
    pub fn records<T: serde::de::DeserializeOwned>(
        &self,
        name: &str,
    ) -> Result<Vec<T>, Box<dyn std::error::Error>> {
        let parse = |line: &String| serde_json::from_str(line).map_err(|it| format!("{name}: {it}").into());
        self.lines(name)?.iter().filter(|it| !it.trim().is_empty()).map(parse).collect()
    }
}
