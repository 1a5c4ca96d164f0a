//! Dates: calendar dates, clock times, ranges, durations and sets.

use crate::read::Document;
use crate::text::Span;

/// A date or time that the text names.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// Where.
    pub span: Span,
    /// What kind.
    pub kind: DateKind,
    /// ISO 8601 or EDTF; none where nothing is known.
    pub value: Option<String>,
    /// True when the value was counted from the article's own date.
    pub anchored: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// A day, month, year or season.
    Date,
    /// A time of day.
    Time,
    /// Both.
    DateTime,
    /// From one date to another.
    Range,
    /// How long.
    Duration,
    /// Again and again: "every Monday".
    Set,
}

/// Finds the dates of a document, in order, disjoint, resolved against `document.metadata.published`.
pub fn find(_document: &Document) -> Vec<Date> {
    Vec::new()
}
