//! Parts of a period: "the last week of March", "the first four months of 2021", "the week of April 10", "the end of
//! 2008". What stands before a date says which part of it is meant.
//!
//! A part is counted on the calendar where the period is known; weeks are those of ISO 8601, so the first one of a month
//! or year is that which holds its fourth day. "The end of 2008" stays 2008, as nobody knows where an end begins; only a range that starts there starts in December.

use super::absolute::range;
use super::calendar::{self, Point};
use super::parts::{self, Unit};
use super::{DateKind, Raw, Scene, Value, fill};
use crate::find::line::{Line, Shape, any};
use crate::lexicon::{Few, table::Class};

/// Puts what stands before a finding together with it, in place.
pub fn join(scene: &Scene, raws: &mut Vec<Raw>) {
    let mut kept = 0;
    for idx in 0..raws.len() {
        let mut next = raws[idx];
        let floor = if kept > 1 { raws[kept - 2].end } else { 0 };
        if let Some(whole) = whole(scene, &next, floor) {
            // "the last week" was found before "of 2016" said which one.
            while kept > 0 && raws[kept - 1].end > whole.from {
                kept -= 1;
            }
            next = whole;
        }
        raws[kept] = next;
        kept += 1;
    }
    raws.truncate(kept);
}

/// Which of the units, and how many of them.
#[derive(Clone, Copy)]
enum Which {
    First(i64),
    Nth(i64),
    Last(i64),
}

fn whole(scene: &Scene, raw: &Raw, free: usize) -> Option<Raw> {
    let line = scene.line;
    if !matches!(raw.kind, DateKind::Date | DateKind::Range) || raw.weak || raw.from <= free {
        return None;
    }
    let before = joint(line, raw.from, free);
    // "end of 2008", "the beginning of March", "fin de 2008", "Ende 2019"
    if let Some(edge) = edge(line, before, free, before < raw.from) {
        return Some(Raw { from: edge, ..*raw });
    }
    if before == raw.from {
        return None;
    }
    if let Some(found) = started(scene, raw, before, free) {
        return Some(found);
    }
    let known = bounds(scene, raw);
    let counted = known.is_some_and(|it| it.2);
    let found = if let Some((weekday, u)) = weekday_before(line, before, free) {
        let (which, from) = which(line, u, free)?;
        let days = known.and_then(|it| nth_weekday(it, weekday, which));
        day_range(from, raw.end, days, counted)
    } else {
        let u = (before.saturating_sub(2)..before)
            .find(|&it| it >= free && parts::unit(line, it).is_some_and(|(_, end)| end == before))?;
        let (unit, _) = parts::unit(line, u)?;
        if unit.of_day() || !line.is(u, Shape::Word) {
            return None;
        }
        match which(line, u, free) {
            Some((which, from)) => {
                let days = known.and_then(|it| part(it, unit, which));
                day_range(from, raw.end, days, counted)
            }
            // the week of April 10
            None if matches!(unit.kind, b'W' | b'E') && is_day(raw) => {
                let day = known.map(|it| it.0);
                let monday = day.map(|it| it - i64::from(calendar::weekday(it)) + 1);
                let first = monday.map(|it| if unit.kind == b'E' { it + 5 } else { it });
                day_range(with_the(line, u, free), raw.end, first.zip(monday.map(|it| it + 6)), counted)
            }
            None => return None,
        }
    };
    Some(found)
}

/// "two weeks starting May 20th", "3 days from next Monday on": a length whose first day is told.
fn started(scene: &Scene, raw: &Raw, before: usize, free: usize) -> Option<Raw> {
    let line = scene.line;
    if !begins(line, before) || !is_day(raw) {
        return None;
    }
    let (from, length) = (before.saturating_sub(4).max(free)..before).find_map(|at| {
        let (length, end) = parts::length(line, at)?;
        (end == before && !length.weak && !length.parts[0].1.of_day()).then_some((at, length))
    })?;
    let first = bounds(scene, raw).map(|it| it.0);
    let last = first.and_then(|it| super::lengths::moved(Point::of_day(it), &length, 1)?.days());
    let counted = bounds(scene, raw).is_some_and(|it| it.2);
    Some(day_range(from, raw.end, first.zip(last.map(|it| it - 1)), counted))
}

fn begins(line: &Line, at: usize) -> bool {
    const BEGINS: Few = Few::new(
        "starting beginning commencing commençant beginnend aanvangend inicia comienza empieza commence inizia começa begint beginnt",
    );
    BEGINS.has_folded(line.word(at))
}

/// Steps back over "of the", "in", "d'", "starting on" before a period.
fn joint(line: &Line, from: usize, free: usize) -> usize {
    let mut at = from;
    let article = |at: usize| line.apostrophe(at) || any!(line, at, The, On);
    if at > free && article(at - 1) {
        at -= 1;
    }
    // de l'année
    if at > free && line.apostrophe(at) && line.has(at - 1, Class::The) {
        at -= 1;
    }
    // "starting from", "beginning on"
    if at > free + 1 && line.has(at - 1, Class::From) && begins(line, at - 2) {
        at -= 1;
    }
    // "la semana que inicia el 4 de febrero"
    if at > free + 1 && begins(line, at - 1) && line.like(at - 2, "que qui che die") {
        return at - 2;
    }
    if at > free
        && (line.has(at - 1, Class::Of)
            || begins(line, at - 1)
            // "prendra fin en 2150" ends then.
            || line.has(at - 1, Class::In) && !line.english && !line.has(at.max(2) - 2, Class::Edge))
    {
        return at - 1;
    }
    from
}

/// Where "end" before "of", "fin", "Ende", "plus tard" begins that ends at `end`.
fn edge(line: &Line, end: usize, free: usize, joined: bool) -> Option<usize> {
    let found = if line.english {
        end.checked_sub(1).filter(|&at| joined && super::relative::opens_unit(line, at))
    } else {
        line.before(end, Class::Edge).map(|it| it.1)
    };
    found.filter(|&at| at >= free)
}

fn with_the(line: &Line, at: usize, free: usize) -> usize {
    // "de la première semaine": there the article belongs to the preposition.
    let bound = line.speaks("fr") && at > 1 && line.has(at - 2, Class::Of);
    // "na primeira semana"
    let article =
        at > free && (line.has(at - 1, Class::The) || line.speaks("pt") && line.has(at - 1, Class::On));
    if article && !bound { at - 1 } else { at }
}

fn weekday_before(line: &Line, end: usize, free: usize) -> Option<(u8, usize)> {
    let at = end.checked_sub(1).filter(|&it| it >= free)?;
    let (weekday, _, next) = parts::weekday(line, at)?;
    (next == end).then_some((weekday, at))
}

/// The words before the unit at `u`: "the first", "3rd", "the last four"; and where they begin.
fn which(line: &Line, u: usize, free: usize) -> Option<(Which, usize)> {
    let count = |at: usize| -> Option<(i64, usize)> {
        let n = match line.digits(at) {
            Some((n, 1 | 2)) => f64::from(n),
            _ => line.sense(at, Class::Cardinal)?.0.value,
        };
        (n > 0.0 && n < 100.0).then_some((n as i64, at))
    };
    let counted = u.checked_sub(1).filter(|&it| it > free).and_then(count);
    // "in den ersten Tagen des Juni": nobody says how many.
    if counted.is_none() && parts::is_many(line, u) && !line.has(u, Class::Weekday) {
        return None;
    }
    let (n, at) = counted.unwrap_or((1, u));
    if at <= free {
        return None;
    }
    if line.has(at - 1, Class::Last) && matches!(line.sense(at - 1, Class::Last), Some((_, end)) if end == at)
    {
        return Some((Which::Last(n), with_the(line, at - 1, free)));
    }
    for from in at.saturating_sub(3).max(free)..at {
        let nth = parts::ordinal_word(line, from)
            .or_else(|| parts::ordinal_figures(line, from).map(|(n, end)| (f64::from(n), end)))
            .or_else(|| {
                // 3. Woche
                let (n, 1 | 2) = line.digits(from)? else { return None };
                (line.speaks("de") && line.mark(from + 1, b'.')).then_some((f64::from(n), from + 2))
            });
        if let Some((k, end)) = nth
            && end == at
            && (1.0..400.0).contains(&k)
        {
            let which = if n > 1 || at < u {
                if k != 1.0 {
                    return None;
                }
                Which::First(n)
            } else {
                Which::Nth(k as i64)
            };
            // "a second week" of something is no ordinal of the calendar.
            return (from == 0 || !line.has(from - 1, Class::A)).then(|| (which, with_the(line, from, free)));
        }
    }
    None
}

fn is_day(raw: &Raw) -> bool {
    matches!(raw.value, Value::Point(it) if it.day.is_some() && it.clock.is_none())
}

/// The first and the last day of a period, where they are known, and whether they were counted from publication.
fn bounds(scene: &Scene, raw: &Raw) -> Option<(i64, i64, bool)> {
    let (first, last) = match raw.value {
        Value::Point(point) => {
            let point = fill(scene, raw, point);
            (point, point)
        }
        Value::Range(first, last) => (fill(scene, raw, first), fill(scene, raw, last)),
        _ => return None,
    };
    let (year, month) = (last.year?, last.month.unwrap_or(12));
    let day = last.day.unwrap_or(calendar::month_length(year, month));
    Some((first.first_day()?, calendar::days(year, month, day), first.anchored))
}

fn day_range(from: usize, end: usize, days: Option<(i64, i64)>, anchored: bool) -> Raw {
    let point = |day: i64| Point { anchored, ..Point::of_day(day) };
    match days {
        Some((first, last)) if first == last => super::absolute::point(from, end, point(first), "within"),
        Some((first, last)) => range(from, end, point(first), point(last), "within"),
        None => Raw { from, end, value: Value::Unknown, kind: DateKind::Range, rule: "within", weak: false },
    }
}

/// The days of the wanted units inside a period; none where it does not hold that many.
fn part((first, last, _): (i64, i64, bool), unit: Unit, which: Which) -> Option<(i64, i64)> {
    let step = match (unit.kind, unit.factor) {
        (b'D', 1) => 1,
        (b'W', 1) => 7,
        (b'E', 1) => return nth_weekday((first, last, false), 6, which).map(|it| (it.0, it.0 + 1)),
        (b'O', n) => return months(first, last, i64::from(n), which),
        (b'Y', n) => return months(first, last, i64::from(n) * 12, which),
        _ => return None,
    };
    // Weeks begin on the Monday before the fourth day, and end on the Sunday behind the last day but three.
    let monday = |day: i64| day - i64::from(calendar::weekday(day)) + 1;
    let (start, stop) = if step == 7 { (monday(first + 3), monday(last - 3) + 6) } else { (first, last) };
    let (a, b) = match which {
        Which::First(n) => (start, start + n * step - 1),
        Which::Nth(k) => (start + (k - 1) * step, start + k * step - 1),
        Which::Last(n) => (stop + 1 - n * step, stop),
    };
    (a >= start && b <= stop).then_some((a, b))
}

fn months(first: i64, last: i64, step: i64, which: Which) -> Option<(i64, i64)> {
    let start = |day: i64, by: i64| {
        let (year, month, _) = calendar::civil(day);
        let (year, month) = calendar::add_months(year, month, by as i32);
        calendar::days(year, month, 1)
    };
    let (a, b) = match which {
        Which::First(n) => (first, start(first, n * step) - 1),
        Which::Nth(k) => (start(first, (k - 1) * step), start(first, k * step) - 1),
        Which::Last(n) => (start(last + 1, -n * step), last),
    };
    (a >= first && b <= last).then_some((a, b))
}

fn nth_weekday((first, last, _): (i64, i64, bool), weekday: u8, which: Which) -> Option<(i64, i64)> {
    let ahead = |day: i64| day + (i64::from(weekday) - i64::from(calendar::weekday(day))).rem_euclid(7);
    let day = match which {
        Which::Nth(k) => ahead(first) + 7 * (k - 1),
        Which::Last(1) => ahead(last - 6),
        _ => return None,
    };
    (first..=last).contains(&day).then_some((day, day))
}
