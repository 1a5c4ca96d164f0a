//! [`analyze`]: the only place that knows the order of the steps.

use crate::find::{self, Findings};
use crate::link::{self, Links};
use crate::options::{Options, Parts};
use crate::rank::{self, Ranking};
use crate::read::Document;
use crate::read::hints::Hints;
use crate::statistics::{self, Statistics};

/// Everything that is known of a text: plain data, made once.
pub struct Analysis<'t> {
    /// What was read.
    pub document: Document<'t>,
    /// What was found in it.
    pub findings: Findings,
    /// What belongs together.
    pub links: Links,
    /// What carries the story.
    pub ranking: Ranking,
    /// Counts; none when not asked for.
    pub statistics: Option<Statistics>,
    /// What the reader should know of our limits.
    pub notes: Vec<Note>,
    /// What was asked for.
    pub options: Options,
}

/// What the reader should know of our limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// Stable, for programs.
    pub code: &'static str,
    /// For people, English.
    pub message: &'static str,
}

/// Analyzes plain text. Never fails: what cannot be told is absent, and a note says so.
pub fn analyze<'t>(text: &'t str, options: &Options) -> Analysis<'t> {
    analyze_with(text, None, options)
}

/// Analyzes text whose markup left hints, such as [`html::read`](crate::read::html::read) makes.
pub fn analyze_with<'t>(text: &'t str, hints: Option<&Hints>, options: &Options) -> Analysis<'t> {
    let document = Document::read(text, hints, options);
    let findings = find::all(&document, options);
    let links = link::all(&document, &findings, options);
    let ranking = rank::all(&document, &findings, &links, options);
    let statistics = options.parts.any(Parts::STATISTICS).then(|| statistics::count(&document));
    let notes = notes(&document, &ranking, options);
    Analysis { document, findings, links, ranking, statistics, notes, options: options.clone() }
}

/// Fewer sentences than this make a summary pointless: it would be the article.
const TOO_SHORT: usize = 4;

fn notes(document: &Document, ranking: &Ranking, options: &Options) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |code, message| notes.push(Note { code, message });
    let n_body =
        document.sentences.iter().filter(|it| document.blocks[it.block as usize].role.is_body()).count();
    if document.text.trim().is_empty() {
        note("empty", "There is no text to analyze.");
    } else if n_body == 0 {
        note("no_article", "No running text was found; everything is shown as it is.");
    } else if n_body < TOO_SHORT && options.parts.any(Parts::SUMMARY) {
        note("too_short", "The text is too short to be worth summarizing.");
    }
    if let Some(query) = &options.query
        && options.parts.any(Parts::SUMMARY)
        && !query.trim().is_empty()
        && n_body > 0
        && ranking.summary.sentences.is_empty()
    {
        note("query_not_found", "The article says nothing about that.");
    }
    let tag = document.language.tag.as_str();
    if n_body > 0 && tag.split('-').next() != Some(document.lexicon.tag) {
        note(
            "language_unsupported",
            "This language is not one we know well: splitting and counting work, names, dates and the summary may not.",
        );
    }
    notes
}
