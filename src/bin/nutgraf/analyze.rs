//! `nutgraf analyze`: one article.

use crate::args::{Analyze, Format, Input};
use crate::{Failure, decode, json, print};
use nutgraf::{analyze_with, read, view};
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::Path;

/// Runs the command.
pub fn run(args: &Analyze) -> Result<bool, Failure> {
    let mut options = args.request().options().map_err(|it| Failure::Usage(it.to_string()))?;
    let path = args.file.as_deref().filter(|it| it.as_os_str() != "-");
    let bytes = read_input(path)?;
    let is_html = is_html(args.input, path, &decode::decode(&bytes[..bytes.len().min(1024)], false));
    let source = decode::decode(&bytes, is_html);
    let page;
    let (text, hints): (&str, _) = if is_html {
        page = read::html::read(&source);
        (&page.text, Some(&page.hints))
    } else {
        (&source, None)
    };
    let format = args.format.unwrap_or(if io::stdout().is_terminal() { Format::Text } else { Format::Json });
    if format != Format::Json {
        // These formats show all there is.
        options.parts = nutgraf::Parts::DEFAULT;
    }
    let analysis = analyze_with(text, hints, &options);
    let mut out = BufWriter::new(io::stdout().lock());
    match format {
        Format::Json => json::write_pretty(&mut out, &view::of(&analysis, args.common.offsets.into()))?,
        Format::Text => print::text(&mut out, &analysis)?,
        Format::Markdown => print::markdown(&mut out, &analysis)?,
        Format::Html => print::html(&mut out, &analysis)?,
        Format::Annotations => json::write_pretty(&mut out, &print::annotations(&analysis))?,
    }
    out.flush()?;
    Ok(true)
}

fn read_input(path: Option<&Path>) -> Result<Vec<u8>, Failure> {
    let Some(path) = path else {
        if io::stdin().is_terminal() {
            eprintln!("nutgraf: paste the article, then press Ctrl+D (or name a file: nutgraf analyze FILE)");
        }
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::Input(format!("standard input cannot be read: {error}")))?;
        return Ok(bytes);
    };
    std::fs::read(path).map_err(|error| Failure::unreadable(path, &error))
}

fn is_html(input: Input, path: Option<&Path>, head: &str) -> bool {
    match input {
        Input::Text => false,
        Input::Html => true,
        Input::Auto => {
            let named =
                path.and_then(Path::extension).is_some_and(|it| it == "html" || it == "htm" || it == "xhtml");
            let head = head.trim_start();
            let begins = |tag: &str| head.get(..tag.len()).is_some_and(|it| it.eq_ignore_ascii_case(tag));
            named || begins("<!doctype html") || begins("<html")
        }
    }
}
