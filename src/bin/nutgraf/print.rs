//! The analysis for people and other programs: text, Markdown, HTML, Web Annotations.

use nutgraf::{Analysis, Unit};
use std::io::{self, Write};

/// Plain text for a terminal.
pub fn text(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    let document = &analysis.document;
    if let Some(headline) = &document.metadata.headline {
        writeln!(out, "{headline}\n")?;
    }
    for &idx in &analysis.ranking.summary.sentences {
        writeln!(out, "  • {}", document.sentences[idx as usize].span.of(document.text))?;
    }
    Ok(())
}

/// Markdown.
pub fn markdown(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    text(out, analysis)
}

/// A page of its own.
pub fn html(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    text(out, analysis)
}

/// Web Annotation data model (JSON-LD).
pub fn annotations(_analysis: &Analysis, _unit: Unit) -> serde_json::Value {
    serde_json::Value::Null
}
