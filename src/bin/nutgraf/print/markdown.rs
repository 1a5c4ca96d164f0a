//! Markdown: the summary, the article by its structure, and who said what. The page's twin is
//! `www/lib/export.js`.

use super::{body, one_line, origin, paragraph_number, said, summary};
use nutgraf::Analysis;
use nutgraf::read::blocks::Role;
use std::io::{self, Write};

/// Writes the analysis.
pub fn markdown(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    let document = &analysis.document;
    if let Some(headline) = &document.metadata.headline {
        writeln!(out, "# {}\n", escape(headline))?;
    }
    let origin = origin(analysis);
    if !origin.is_empty() {
        writeln!(out, "{}\n", escape(&origin.join(" · ")))?;
    }
    if let Some(url) = &document.metadata.url {
        writeln!(out, "<{}>\n", url.replace(['<', '>', ' ', '\n'], ""))?;
    }
    if let Some(standfirst) = &document.metadata.standfirst {
        writeln!(out, "> {}\n", escape(standfirst))?;
    }
    if !analysis.ranking.summary.sentences.is_empty() {
        writeln!(out, "## In short\n")?;
        for (line, sentence) in summary(analysis) {
            writeln!(out, "- {} (¶ {})", escape(&line), paragraph_number(analysis, sentence))?;
        }
        writeln!(out, "\n## Article\n")?;
    }
    for block in body(analysis) {
        let words = escape(&one_line(analysis, block.span));
        match block.role {
            Role::Crosshead => {
                let level = usize::from(block.level.unwrap_or(2).clamp(2, 5)) + 1;
                writeln!(out, "{} {words}\n", "#".repeat(level))?;
            }
            Role::ListItem => writeln!(out, "- {words}\n")?,
            Role::Quotation => writeln!(out, "> {words}\n")?,
            // A fence longer than any run of back-ticks inside.
            Role::Code => {
                writeln!(out, "````\n{}\n````\n", block.span.of(document.text).replace("````", "```"))?
            }
            _ => writeln!(out, "{words}\n")?,
        }
    }
    let said = said(analysis);
    if !said.is_empty() {
        writeln!(out, "## Who said what\n")?;
        for (words, speaker) in said {
            writeln!(out, "- {}: {}", escape(speaker.unwrap_or("no clear speaker")), escape(&words))?;
        }
    }
    Ok(())
}

/// What Markdown would take for a mark of its own gets a backslash.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let starts_block = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '~');
        if starts_block || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    // "1. " would open a list.
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && escaped[digits..].starts_with(['.', ')']) {
        escaped.insert(digits, '\\');
    }
    escaped
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_of_markdown_are_escaped() {
        for (text, escaped) in [
            ("a *b* [c](d)", r"a \*b\* \[c\](d)"),
            ("# no heading", r"\# no heading"),
            ("2014. A year", r"2014\. A year"),
            ("<script>", r"\<script\>"),
        ] {
            assert_eq!(super::escape(text), escaped);
        }
    }
}
