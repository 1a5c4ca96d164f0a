//! Find: quotes, names, quantities and dates, each a span with the rule that found it.

pub mod dates;
mod line;
pub mod mentions;
pub mod quantities;
pub mod quotes;

use crate::lexicon::table::Table;
use crate::options::{Options, Parts};
use crate::read::Document;
use crate::read::blocks::Role;
use dates::Date;
use line::Line;
use mentions::Mention;
use quantities::Quantity;
use quotes::Quote;

/// What was found, one vector a kind, each in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Words in quotation marks, and reported speech.
    pub quotes: Vec<Quote>,
    /// Names.
    pub mentions: Vec<Mention>,
    /// Numbers, money, percentages, measures.
    pub quantities: Vec<Quantity>,
    /// Calendar dates and times.
    pub dates: Vec<Date>,
}

/// Runs every finder that a wanted part needs.
///
/// Order matters once: dates come before quantities, for the 2014 of "in 2014" is a date and no number.
#[inline(never)] // the wasm is cut in two here: see xtask/src/split.rs
pub fn all(document: &Document, options: &Options) -> Findings {
    let wants = |parts: Parts| options.parts.any(parts);
    let (dates, quantities) = if wants(Parts::DATES | Parts::TIMELINE | Parts::QUANTITIES) {
        dates_and_quantities(document)
    } else {
        (Vec::new(), Vec::new())
    };
    // Who is quoted tells names, and names tell who is quoted.
    let (mut mentions, mut quotes) = (Vec::new(), Vec::new());
    // A question is answered by lines that mean whom it names.
    let asks = options.query.is_some() && wants(Parts::SUMMARY);
    if asks || wants(Parts::ENTITIES | Parts::QUOTES) {
        mentions = mentions::find(document);
        quotes = quotes::find(document);
        mentions::add_speakers(document, &quotes, &mut mentions);
    }
    Findings { quotes, mentions, quantities, dates }
}

/// Both read the same lines. Dates choose first: the 2014 of "in 2014" is a date and no number.
fn dates_and_quantities(document: &Document) -> (Vec<Date>, Vec<Quantity>) {
    let (mut dates, mut quantities) = (Vec::new(), Vec::new());
    let mut finder = dates::Finder::new(document.metadata.published.as_deref());
    let mut line = Line::new(document.text, Table::of(&document.language.tag));
    for block in document.blocks.iter().filter(|it| it.role != Role::Furniture) {
        line.cut(block.span.start as usize, block.span.end as usize);
        let first = dates.len();
        finder.find(&line, &mut dates);
        quantities::find(&line, &dates[first..], &mut quantities);
    }
    (dates, quantities)
}
