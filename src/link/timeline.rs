//! Timeline: the dated sentences, in the order of what they tell.

use crate::find::Findings;
use crate::find::dates::DateKind;
use crate::read::Document;

/// A sentence and the date that it tells of.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The date's value.
    pub value: String,
    /// Index of the date.
    pub date: u32,
    /// Index of the sentence.
    pub sentence: u32,
}

/// The dates that name a place in time, earliest first; equal ones in the order of the text.
pub fn order(document: &Document, findings: &Findings) -> Vec<Event> {
    let mut events = Vec::new();
    for (idx, date) in findings.dates.iter().enumerate() {
        let dated = matches!(date.kind, DateKind::Date | DateKind::DateTime | DateKind::Range);
        // Without its year a date (`--10`, `XXXX-W10`) has no place on the line.
        let Some(value) =
            date.value.as_ref().filter(|it| dated && it.starts_with(|c: char| c.is_ascii_digit()))
        else {
            continue;
        };
        let sentence = document.sentences.partition_point(|it| it.span.end <= date.span.start);
        if document.sentences.get(sentence).is_some_and(|it| it.span.contains(date.span)) {
            events.push(Event { value: value.clone(), date: idx as u32, sentence: sentence as u32 });
        }
    }
    events.sort_by(|a, b| a.value.cmp(&b.value));
    events
}
