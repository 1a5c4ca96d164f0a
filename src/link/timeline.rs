//! Timeline: the dated sentences, in the order of what they tell.
//!
//! Only what has a place in time is on it: durations, sets, clock times alone and dates without their year are not.
//! A wider date comes before the narrower ones it holds ("2014" before "2014-03"), a range stands at its start.

use crate::find::Findings;
use crate::find::dates::DateKind;
use crate::order;
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
        let Some(value) = date.value.as_ref().filter(|_| dated) else { continue };
        let Some(place) = place(value) else { continue };
        let sentence = document.sentences.partition_point(|it| it.span.end <= date.span.start);
        if document.sentences.get(sentence).is_some_and(|it| it.span.contains(date.span)) {
            events.push((place, Event { value: value.clone(), date: idx as u32, sentence: sentence as u32 }));
        }
    }
    order::by_key(&mut events, |it| it.0);
    events.into_iter().map(|it| it.1).collect()
}

/// Where a value begins in time: year, month, day, minute of the day, each 0 where it says nothing. None without a year.
fn place(value: &str) -> Option<(i64, u32, u32, u32)> {
    let start = value.split('/').next()?.trim_end_matches('~');
    let (date, time) = start.split_once('T').unwrap_or((start, ""));
    // "-0043-03-15", "Y-12999", "2014-03"; "--10" and "XXXX-WXX-2" have no year.
    let (sign, digits) = match date.strip_prefix('Y').unwrap_or(date).strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, date.strip_prefix('Y').unwrap_or(date)),
    };
    let mut parts = digits.split('-');
    let year = sign * parts.next()?.parse::<i64>().ok()?;
    let mut next = || parts.next().map_or(Some(0), |it| it.parse::<u32>().ok());
    let (month, day) = (next()?, next()?);
    let number =
        |range: std::ops::Range<usize>| time.get(range).and_then(|it| it.parse::<u32>().ok()).unwrap_or(0);
    Some((year, month, day, number(0..2) * 60 + number(3..5)))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn values_are_ordered_by_what_they_tell() {
        let ordered = [
            "Y-12999",
            "-0594",
            "-0043-03-15",
            "0476",
            "0500~/1500~",
            "1799-11-09",
            "1900-01-01/1999-12-31",
            "2014",
            "2014-03",
            "2014-03-18",
            "2014-03-18T09:30",
            "2014-03-18T21:00Z",
            "2025-12-01/2025-12-07",
            "Y12000",
        ];
        for pair in ordered.windows(2) {
            assert!(place(pair[0]).is_some() && place(pair[0]) < place(pair[1]), "{pair:?}");
        }
        for value in ["--10", "--10-02", "XXXX-WXX-2", "---04", "21:00", "P3Y", "XXXX-WXX-2T09:00", ""] {
            assert_eq!(place(value), None, "{value}");
        }
    }
}
