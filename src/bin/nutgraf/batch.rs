//! `nutgraf batch`: JSON Lines in, JSON Lines out, in order, in constant memory, on all cores.

use crate::args::Batch;
use crate::{Failure, json};
use nutgraf::request::Request;
use nutgraf::{Options, Unit, analyze_with, read, view};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// Lines analyzed at a time: enough to keep all cores busy, few enough to stay small.
const CHUNK_LINES: usize = 256;

/// Bytes of lines analyzed at a time, so that large pages do not pile up.
const CHUNK_BYTES: usize = 16 << 20;

/// Runs the command; true when every line was analyzed.
pub fn run(args: &Batch) -> Result<bool, Failure> {
    let parts = args.common.only.as_deref().map(nutgraf::request::parts).transpose();
    let parts = parts.map_err(|it| Failure::Usage(it.to_string()))?.unwrap_or_default();
    let unit = args.common.offsets.into();
    let mut input: Box<dyn BufRead> = match args.file.as_deref().filter(|it| it.as_os_str() != "-") {
        Some(path) => {
            Box::new(BufReader::new(File::open(path).map_err(|error| Failure::unreadable(path, &error))?))
        }
        None => Box::new(io::stdin().lock()),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut progress = Progress::new();
    let (mut all_good, mut n_lines) = (true, 0);
    loop {
        let lines = read_chunk(&mut input, &mut n_lines)?;
        if lines.is_empty() {
            break;
        }
        let answers: Vec<(Vec<u8>, bool)> =
            lines.par_iter().map(|(_, line)| answer(line, unit, parts)).collect();
        for (answer, good) in answers {
            out.write_all(&answer)?;
            all_good &= good;
        }
        progress.tell(lines.len());
    }
    out.flush()?;
    progress.end();
    Ok(all_good)
}

/// The next lines, blank ones left out, each with its number in the whole input, from 1; empty at the end of the input.
pub fn read_chunk(input: &mut impl BufRead, n_lines: &mut usize) -> Result<Vec<(usize, Vec<u8>)>, Failure> {
    let mut lines = Vec::new();
    let mut n_bytes = 0;
    while lines.len() < CHUNK_LINES && n_bytes < CHUNK_BYTES {
        let mut line = Vec::new();
        let n_read = input
            .read_until(b'\n', &mut line)
            .map_err(|error| Failure::Input(format!("the input cannot be read further: {error}")))?;
        if n_read == 0 {
            break;
        }
        *n_lines += 1;
        // Blank lines are not kept, so they do not fill the chunk: one without lines is the end.
        if !line.trim_ascii().is_empty() {
            n_bytes += n_read;
            lines.push((*n_lines, line));
        }
    }
    Ok(lines)
}

/// One line of the input.
#[derive(Deserialize)]
pub struct Record<'a> {
    pub id: Option<serde_json::Value>,
    #[serde(borrow)]
    pub text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub html: Option<Cow<'a, str>>,
    #[serde(flatten)]
    pub request: Request,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    analysis: Option<view::View<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorView>,
}

#[derive(Serialize)]
struct ErrorView {
    code: &'static str,
    message: String,
}

/// The answer to one line, as JSON with its line break, and whether the line was analyzed.
fn answer(line: &[u8], unit: Unit, parts: nutgraf::Parts) -> (Vec<u8>, bool) {
    let mut out = Vec::new();
    let mut id = serde_json::Value::Null;
    // No text is known to make the analysis panic. Should one, it costs its own line and not the archive.
    let done = catch_unwind(AssertUnwindSafe(|| analyze(line, unit, parts, &mut id, &mut out)));
    let good =
        match done.unwrap_or_else(|_| Err(("panic", "a fault of ours; please report this article".into()))) {
            Ok(()) => true,
            Err((code, message)) => {
                out.clear();
                let error = Some(ErrorView { code, message });
                // Writing to memory does not fail.
                let _ = json::write_line(&mut out, &Answer { id: &id, analysis: None, error });
                false
            }
        };
    (out, good)
}

fn analyze(
    line: &[u8],
    unit: Unit,
    parts: nutgraf::Parts,
    id: &mut serde_json::Value,
    out: &mut Vec<u8>,
) -> Result<(), (&'static str, String)> {
    let line =
        std::str::from_utf8(line).map_err(|it| ("not_utf8", format!("the line is not UTF-8: {it}")))?;
    // The id first, so that an error can still be told apart.
    if let Ok(it) = serde_json::from_str::<Id>(line) {
        *id = it.id.unwrap_or_default();
    }
    let record: Record =
        serde_json::from_str(line).map_err(|it| ("bad_record", format!("the line is not a record: {it}")))?;
    let mut options: Options = record.request.options().map_err(|it| ("bad_option", it.to_string()))?;
    options.parts = parts;
    *id = record.id.unwrap_or_default();
    let page;
    let (text, hints): (&str, _) = match (&record.text, &record.html) {
        (Some(text), None) => (text, None),
        (None, Some(html)) => {
            page = read::html::read(html);
            (&page.text, Some(&page.hints))
        }
        _ => return Err(("bad_record", "a record has either \"text\" or \"html\"".into())),
    };
    let analysis = analyze_with(text, hints, &options);
    let answer = Answer { id, analysis: Some(view::of(&analysis, unit)), error: None };
    json::write_line(out, &answer).map_err(|it| ("unwritable", it.to_string()))
}

#[derive(Deserialize)]
struct Id {
    id: Option<serde_json::Value>,
}

/// Progress on standard error, for people only, a few times a second.
struct Progress {
    shown: bool,
    started: Instant,
    told: Instant,
    n_lines: usize,
}

impl Progress {
    fn new() -> Progress {
        let now = Instant::now();
        Progress { shown: io::stderr().is_terminal(), started: now, told: now, n_lines: 0 }
    }

    fn tell(&mut self, n_lines: usize) {
        self.n_lines += n_lines;
        if self.shown && self.told.elapsed() > Duration::from_millis(200) {
            self.told = Instant::now();
            let rate = self.n_lines as f64 / self.started.elapsed().as_secs_f64();
            eprint!("\r{} articles, {rate:.0} a second ", self.n_lines);
        }
    }

    fn end(&self) {
        if self.shown {
            let seconds = self.started.elapsed().as_secs_f64();
            eprintln!("\r{} articles in {seconds:.1} s             ", self.n_lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_blank_lines_are_not_the_end() {
        let mut text = vec![b'\n'; CHUNK_BYTES + 1];
        text.extend(b"{}\n");
        let mut n_lines = 0;
        let lines = read_chunk(&mut text.as_slice(), &mut n_lines).unwrap_or_default();
        assert_eq!(lines, [(CHUNK_BYTES + 2, b"{}\n".to_vec())]);
    }
}
