//! The analysis for people and other programs.

mod annotations;
mod html;
mod markdown;
mod text;

pub use annotations::annotations;
pub use html::html;
pub use markdown::markdown;
pub use text::text;

use nutgraf::read::blocks::{Block, Role};
use nutgraf::{Analysis, Span};

/// The words of a span on one line: line breaks and runs of blanks become one blank.
fn one_line(analysis: &Analysis, span: Span) -> String {
    joined(span.of(analysis.document.text))
}

fn joined(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of the summary, each with its sentence; behind a pronoun that nothing explains stands in brackets whom it is taken
/// to mean, as on the page.
fn summary<'a>(analysis: &'a Analysis) -> impl Iterator<Item = (String, u32)> + 'a {
    let summary = &analysis.ranking.summary;
    summary.sentences.iter().enumerate().map(|(place, &sentence)| {
        let span = analysis.document.sentences[sentence as usize].span;
        let line = match summary.openings.get(place).copied().flatten() {
            None => one_line(analysis, span),
            Some(it) => {
                let name = &analysis.links.entities[it.entity as usize].name;
                let text = analysis.document.text;
                let head = Span { end: it.span.end, ..span }.of(text);
                let rest = Span { start: it.span.end, ..span }.of(text);
                joined(&format!("{head} [{name}]{rest}"))
            }
        };
        (line, sentence)
    })
}

/// The number of the paragraph that a sentence stands in, as the page counts them: body blocks, from 1.
fn paragraph_number(analysis: &Analysis, sentence: u32) -> usize {
    let block = analysis.document.sentences[sentence as usize].block as usize;
    analysis.document.blocks[..=block].iter().filter(|it| it.role.is_body()).count()
}

/// Site, byline and date of publication, as far as they are known.
fn origin<'a>(analysis: &'a Analysis) -> Vec<&'a str> {
    let metadata = &analysis.document.metadata;
    [&metadata.site, &metadata.byline, &metadata.published]
        .into_iter()
        .filter_map(|it| it.as_deref())
        .collect()
}

/// Quotes in marks with who said them: (words, speaker), in the order of the text.
fn said<'a>(analysis: &'a Analysis) -> Vec<(String, Option<&'a str>)> {
    let quotes = analysis.findings.quotes.iter().zip(&analysis.links.attributions);
    quotes
        .filter(|(quote, _)| quote.kind != nutgraf::find::quotes::QuoteKind::Reported)
        .map(|(quote, attribution)| {
            (one_line(analysis, quote.span), attribution.speaker.as_ref().map(|it| it.name.as_str()))
        })
        .collect()
}

/// The blocks of the article that a reader reads: no furniture, and nothing that the metadata already said.
fn body<'a>(analysis: &'a Analysis) -> impl Iterator<Item = &'a Block> {
    let shown_above = |role: Role| {
        matches!(
            role,
            Role::Furniture | Role::Site | Role::Headline | Role::Standfirst | Role::Byline | Role::Timestamp
        )
    };
    analysis.document.blocks.iter().filter(move |it| !shown_above(it.role))
}
