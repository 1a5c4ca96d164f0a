//! [`analyze`]: the only place that knows the order of the steps.

use crate::find::{self, Findings};
use crate::link::{self, Links};
use crate::model::names::Model;
use crate::options::{Options, Parts};
use crate::rank::genre::{self, Genre};
use crate::rank::{self, Ranking};
use crate::read::Document;
use crate::read::furniture::NO_ARTICLE;
use crate::read::hints::Hints;
use crate::statistics::{self, Statistics};
use crate::supplement;

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
    let mut options = options.clone();
    let document = Document::read(text, hints, &options);
    let (mut findings, mut links) = (Findings::default(), Links::default());
    if supplement::is_here() {
        findings = find::all(&document, &options);
        links = link::all(&document, &findings, &options);
    } else {
        // Not even the code is there. What was not looked for is absent, and not empty.
        options.parts = options.parts.without(Parts::LATE);
    }
    let ranking = rank::all(&document, &findings, &links, &options);
    let statistics = options.parts.any(Parts::STATISTICS).then(|| statistics::count(&document));
    let notes = notes(&document, &ranking, &options, hints.is_some());
    Analysis { document, findings, links, ranking, statistics, notes, options }
}

/// Fewer sentences than this make a summary pointless: it would be the article.
const TOO_SHORT: usize = 4;

fn notes(document: &Document, ranking: &Ranking, options: &Options, is_page: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |code, message| notes.push(Note { code, message });
    let n_body =
        document.sentences.iter().filter(|it| document.blocks[it.block as usize].role.is_body()).count();
    if document.text.trim().is_empty() {
        note("empty", "There is no text to analyze.");
    } else if looks_binary(document.text) {
        note("looks_binary", "This looks like a binary file and not like text.");
    } else if !is_page && looks_like_html(document.text) {
        note(
            "looks_like_html",
            "This looks like the source of a web page; read as a page it would show its article.",
        );
    } else if n_body == 0 || document.blocks.iter().any(|it| it.rule == NO_ARTICLE) {
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
    if ranking.summary.query_is_partly_known && !ranking.summary.sentences.is_empty() {
        note("query_in_part", "The article has not all words of the question; these lines have the others.");
    }
    if ranking.summary.query_is_vague {
        note(
            "query_vague",
            "The question has no word to look for; this is the summary of the whole article.",
        );
    }
    if ranking.summary.repeats {
        note("repetitive", "The text says the same again; the summary says it once.");
    } else if n_body >= TOO_SHORT && ranking.summary.sentences.len() == n_body {
        note("whole_article", "The summary is the whole article.");
    }
    if options.parts.any(Parts::SUMMARY) {
        match genre::of(document) {
            Some(Genre::List) => {
                note("list_like", "This reads like a list; its lines hardly sum up each other.")
            }
            Some(Genre::Interview) => {
                note(
                    "interview",
                    "This reads like an interview or a transcript; a few lines of it cannot tell all.",
                );
            }
            Some(Genre::LiveBlog) => {
                note(
                    "live_blog",
                    "This reads like a live blog; its latest entries may matter more than its summary.",
                );
            }
            None => {}
        }
    }
    if !supplement::is_here() {
        note(
            "supplement_missing",
            "What finds quotes, names, numbers and dates, and tells languages apart, is not loaded.",
        );
    }
    let tag = document.language.tag.as_str();
    if n_body > 0 && !supplement::has_languages() && tag != "und" && tag.split('-').next() != Some("en") {
        note("languages_missing", "What is known of languages other than English is not loaded.");
    } else if n_body > 0 && tag.split('-').next() != Some(document.lexicon.tag) {
        note(
            "language_unsupported",
            "This language is not one we know well: splitting and counting work, names, dates and the summary may not.",
        );
    } else if n_body > 0
        && supplement::is_here()
        && options.parts.any(Parts::ENTITIES)
        && !Model::knows(tag, document.language.script)
    {
        note(
            "names_unsupported",
            "Names were not learned in this language: many will be missed or told wrongly.",
        );
    }
    notes
}

/// Chars of a text that are looked at to tell what it is: a file's nature shows in its first lines.
const HEAD: usize = 4000;

/// True when one char in ten is a control character or could not be decoded, as in a picture or an archive.
fn looks_binary(text: &str) -> bool {
    let is_odd = |c: char| c == '\u{fffd}' || (c.is_control() && !c.is_whitespace());
    let (mut n_chars, mut n_odd) = (0, 0);
    for c in text.chars().take(HEAD) {
        n_chars += 1;
        n_odd += usize::from(is_odd(c));
    }
    n_odd * 10 > n_chars
}

/// True for the source of a page: it begins with a tag, and tags are closed again and again.
fn looks_like_html(text: &str) -> bool {
    let trimmed = text.trim_start_matches('\u{feff}').trim_start();
    let head: &[u8] = &trimmed.as_bytes()[..trimmed.len().min(HEAD)];
    let opens = |pair: &[u8]| pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || pair[1] == b'!');
    let closes = |pair: &[u8]| pair == b"</";
    let n_closed = || head.windows(2).filter(|it| closes(it)).count();
    head.get(..2).is_some_and(opens) && (head[1] == b'!' || n_closed() >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_tell_what_a_text_is_not() {
        for (text, code) in [
            ("", Some("empty")),
            (" \n\t", Some("empty")),
            ("\u{fffd}PNG\r\n\u{1a}\n\0\0\0\rIHDR\0\0", Some("looks_binary")),
            ("<!DOCTYPE html><p>Rain stopped play.</p>", Some("looks_like_html")),
            ("<p>Rain stopped play.</p>\n<p>It was wet.</p>", Some("looks_like_html")),
            ("<3 is a heart. I love it.", None),
        ] {
            let notes = analyze(text, &Options::default()).notes;
            let found = notes.iter().find(|it| it.code.starts_with("looks") || it.code == "empty");
            assert_eq!(found.map(|it| it.code), code, "{text:?}");
        }
    }
}
