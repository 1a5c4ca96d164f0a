//! A page of its own: the summary and the article with its marks; no script, nothing fetched.

use super::{body, origin, paragraph_number, said, summary};
use nutgraf::find::mentions::EntityKind;
use nutgraf::find::quotes::QuoteKind;
use nutgraf::read::blocks::Role;
use nutgraf::{Analysis, Span};
use std::io::{self, Write};

/// The look: `www/styles`, in short.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{max-width:62ch;margin:3rem auto;padding:0 1rem;font:1.1rem/1.6 Charter,Georgia,serif}\
.origin,li small{color:GrayText;font:.85rem/1.5 system-ui,sans-serif}\
.standfirst{font-size:1.15rem}\
mark{background:none;color:inherit;text-decoration-line:underline;text-underline-offset:.2em}\
mark.key{background:light-dark(#fff1b8,#40350f)}\
mark.quote{text-decoration-style:dashed;background:light-dark(#d3f1fb,#0d3340)}\
mark.number{text-decoration-style:dotted;background:light-dark(#dff2bd,#24380f)}\
mark.date{text-decoration-style:double;background:light-dark(#eadcff,#33214f)}\
mark.person{text-decoration-color:light-dark(#14148c,#9fb4ff)}\
mark.place{text-decoration-style:dotted;text-decoration-color:light-dark(#b04a00,#f0915c)}\
mark.organization{text-decoration-style:double;text-decoration-color:light-dark(#b0187a,#ff8fd0)}\
mark.only-key{text-decoration-line:none}";

/// Writes the analysis.
pub fn html(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    let document = &analysis.document;
    let headline = document.metadata.headline.as_deref().unwrap_or("Article");
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}</style>",
        escape(&document.language.tag),
        escape(headline)
    )?;
    writeln!(out, "<h1>{}</h1>", escape(headline))?;
    let origin = origin(analysis);
    if !origin.is_empty() {
        writeln!(out, "<p class=\"origin\">{}</p>", escape(&origin.join(" · ")))?;
    }
    if let Some(standfirst) = &document.metadata.standfirst {
        writeln!(out, "<p class=\"standfirst\">{}</p>", escape(standfirst))?;
    }
    if !analysis.ranking.summary.sentences.is_empty() {
        writeln!(out, "<h2>In short</h2>\n<ol>")?;
        for (line, sentence) in summary(analysis) {
            let number = paragraph_number(analysis, sentence);
            writeln!(out, "<li><a href=\"#s{sentence}\">{}</a> <small>¶ {number}</small>", escape(&line))?;
        }
        writeln!(out, "</ol>\n<h2>Article</h2>")?;
    }
    let marks = marks(analysis);
    for block in body(analysis) {
        let element = match block.role {
            Role::Crosshead => "h3",
            Role::Quotation => "blockquote",
            Role::Code => "pre",
            _ => "p",
        };
        let bullet = if block.role == Role::ListItem { "• " } else { "" };
        write!(out, "<{element} dir=\"auto\">{bullet}")?;
        marked(out, analysis, block.span, &marks)?;
        writeln!(out, "</{element}>")?;
    }
    let said = said(analysis);
    if !said.is_empty() {
        writeln!(out, "<h2>Who said what</h2>\n<ul>")?;
        for (words, speaker) in said {
            writeln!(out, "<li>{}: {}", escape(speaker.unwrap_or("no clear speaker")), escape(&words))?;
        }
        writeln!(out, "</ul>")?;
    }
    Ok(())
}

/// All marks, by their start; they may overlap.
fn marks(analysis: &Analysis) -> Vec<(Span, &'static str)> {
    let mut marks: Vec<(Span, &'static str)> = Vec::new();
    let sentences = &analysis.ranking.summary.sentences;
    marks.extend(sentences.iter().map(|&it| (analysis.document.sentences[it as usize].span, "key")));
    let quotes = analysis.findings.quotes.iter().filter(|it| it.kind != QuoteKind::Reported);
    marks.extend(quotes.map(|it| (it.span, "quote")));
    marks.extend(analysis.findings.dates.iter().map(|it| (it.span, "date")));
    marks.extend(analysis.findings.quantities.iter().map(|it| (it.span, "number")));
    for entity in &analysis.links.entities {
        let class = match entity.kind {
            EntityKind::Person => "person",
            EntityKind::Organization => "organization",
            EntityKind::Place => "place",
            EntityKind::Other => continue,
        };
        marks.extend(entity.mentions.iter().filter(|it| it.named).map(|it| (it.span, class)));
    }
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    marks
}

/// The text of a block, cut where a mark begins or ends; each piece carries all marks that lie over it.
fn marked(
    out: &mut impl Write,
    analysis: &Analysis,
    block: Span,
    marks: &[(Span, &'static str)],
) -> io::Result<()> {
    let text = analysis.document.text;
    // Marks lie inside sentences and so inside blocks, but for quotes that run over paragraphs.
    let first = marks.partition_point(|(span, _)| span.start < block.start);
    let last = marks.partition_point(|(span, _)| span.start < block.end);
    let inside = &marks[first..last];
    let mut cuts = vec![block.start, block.end];
    cuts.extend(inside.iter().flat_map(|(span, _)| [span.start, span.end.min(block.end)]));
    cuts.sort_unstable();
    cuts.dedup();
    let summary = &analysis.ranking.summary.sentences;
    let mut open: Vec<(Span, &'static str)> = Vec::new();
    let mut next = 0;
    for pair in cuts.windows(2) {
        let piece = Span { start: pair[0], end: pair[1] };
        open.retain(|(span, _)| span.end > piece.start);
        while let Some(mark) = inside.get(next).filter(|(span, _)| span.start <= piece.start) {
            open.push(*mark);
            next += 1;
        }
        let mut classes: Vec<&str> = open.iter().map(|(_, class)| *class).collect();
        classes.sort_unstable();
        classes.dedup();
        let anchor =
            summary.iter().find(|&&it| analysis.document.sentences[it as usize].span.start == piece.start);
        if let Some(anchor) = anchor {
            write!(out, "<a id=\"s{anchor}\"></a>")?;
        }
        let words = escape(piece.of(text));
        match classes.as_slice() {
            [] => write!(out, "{words}")?,
            ["key"] => write!(out, "<mark class=\"key only-key\">{words}</mark>")?,
            classes => write!(out, "<mark class=\"{}\">{words}</mark>", classes.join(" "))?,
        }
    }
    Ok(())
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
