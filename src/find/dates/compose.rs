//! Composition: neighbours that name one thing become one finding: a day and a time, two ends of a range.

use super::calendar::Point;
use super::{DateKind, Raw, Scene, Value};
use crate::lexicon::table::Class;

/// Joins the findings of a line, in place.
pub fn join(scene: &Scene, raws: &mut Vec<Raw>) {
    join_pairs(raws, |a, b| day_and_time(scene, a, b));
    join_pairs(raws, |a, b| both_ends(scene, a, b));
    join_pairs(raws, |a, b| day_and_time(scene, a, b));
    join_pairs(raws, |a, b| week_and_weekday(scene, a, b));
    raws.retain(|it| !it.weak);
    let mut free = 0;
    for raw in raws.iter_mut() {
        raw.from = widened(scene, raw, free);
        free = raw.end;
    }
}

/// One pass from left to right; what was joined may be joined again with what follows.
fn join_pairs(raws: &mut Vec<Raw>, joined: impl Fn(&Raw, &Raw) -> Option<Raw>) {
    let mut kept: usize = 0;
    for idx in 0..raws.len() {
        let next = raws[idx];
        if kept > 0
            && let Some(one) = joined(&raws[kept - 1], &next)
        {
            raws[kept - 1] = one;
        } else {
            raws[kept] = next;
            kept += 1;
        }
    }
    raws.truncate(kept);
}

/// True when only joints that `joint` accepts stand between `a` and `b`; at most three.
fn between(scene: &Scene, a: usize, b: usize, joint: impl Fn(usize) -> bool) -> bool {
    b >= a && b - a <= 3 && (a..b).all(joint) && scene.same_line(a, b)
}

/// "Tuesday morning", "tomorrow at 8:45", "10 a.m. on Tuesday", "Jan 1 2025, 9:30".
fn day_and_time(scene: &Scene, a: &Raw, b: &Raw) -> Option<Raw> {
    let line = scene.line;
    let near = between(scene, a.end, b.from, |at| {
        line.mark(at, b',')
            || line.mark(at, b'@')
            || line.has(at, Class::At)
            || line.has(at, Class::On)
            || line.has(at, Class::In) && b.rule == "part_of_day"
    });
    // 06/Nov/2023:06:36:02
    let colon = b.from == a.end + 1 && line.mark(a.end, b':') && line.glued(a.end) && line.glued(b.from);
    if !near && !colon {
        return None;
    }
    let comma = (a.end..b.from).any(|at| line.mark(at, b','));
    let time_of_unknown_day = |time: Point| Raw {
        from: a.from,
        end: b.end,
        value: Value::Point(time),
        kind: DateKind::DateTime,
        rule: "day_time",
        weak: false,
    };
    let (day, time, day_first) = match (&a.value, &b.value) {
        (Value::Point(day), _) if day.clock.is_none() && is_day(day) && b.kind == DateKind::Time => {
            (*day, b, true)
        }
        (_, Value::Point(day))
            if day.clock.is_none() && is_day(day) && a.kind == DateKind::Time && !comma =>
        {
            (*day, a, false)
        }
        (Value::Point(day), Value::Range(..))
            if day.clock.is_none() && is_day(day) && b.rule == "clock_range" =>
        {
            (*day, b, true)
        }
        (Value::Range(..), Value::Point(day))
            if day.clock.is_none() && is_day(day) && a.rule == "clock_range" && !comma =>
        {
            (*day, a, false)
        }
        // "8 Uhr abends", "3 in the afternoon", "le matin à 9 heures", "las 8 de la mañana"
        (Value::Point(time), Value::Part(hour))
            if a.kind == DateKind::Time && time.clock.is_some() && !comma =>
        {
            return Some(Raw { end: b.end, value: Value::Point(of_part(*time, *hour)), ..*a });
        }
        (Value::Part(hour), Value::Point(time))
            if b.kind == DateKind::Time && time.clock.is_some() && !comma =>
        {
            return Some(Raw { from: a.from, value: Value::Point(of_part(*time, *hour)), weak: false, ..*b });
        }
        // Without a day of publication "today at 9" still tells the time.
        (Value::Unknown, Value::Point(time))
            if matches!(a.rule, "deictic" | "night" | "this_part") && b.kind == DateKind::Time =>
        {
            return Some(time_of_unknown_day(*time));
        }
        (Value::Point(time), Value::Unknown)
            if matches!(b.rule, "deictic" | "night" | "this_part") && a.kind == DateKind::Time && !comma =>
        {
            return Some(time_of_unknown_day(*time));
        }
        _ => return None,
    };
    // "Saturday Morning Breakfast Cereal", "the Saturday Evening Post"
    if time.rule == "part_of_day"
        && line.lexemes[time.end - 1].upper
        && line.lexemes.get(time.end).is_some_and(|it| it.upper)
    {
        return None;
    }
    // "On Tuesday, at 5" joins; "Friday, noon" joins; "Monday, in the morning" rather not.
    if time.rule == "part_of_day" && (comma || !day_first) {
        return None;
    }
    let (from, end) = (a.from, b.end);
    Some(match time.value {
        Value::Point(point) => {
            let clock = point.clock;
            Raw {
                from,
                end,
                value: Value::Point(Point { clock, ..day }),
                kind: DateKind::DateTime,
                rule: "day_time",
                weak: false,
            }
        }
        Value::Range(first, last) => {
            let value = Value::Range(Point { clock: first.clock, ..day }, Point { clock: last.clock, ..day });
            Raw { from, end, value, kind: DateKind::Range, rule: "day_time_range", weak: false }
        }
        _ => {
            Raw { from, end, value: Value::Point(day), kind: a.kind_of_day(b), rule: "day_part", weak: false }
        }
    })
}

/// "next week Monday", "Tuesday of last week", "Dienstag nächster Woche": the weekday of that week.
fn week_and_weekday(scene: &Scene, a: &Raw, b: &Raw) -> Option<Raw> {
    let line = scene.line;
    if !between(scene, a.end, b.from, |at| {
        line.has(at, Class::Of) || line.has(at, Class::The) || line.has(at, Class::On)
    }) {
        return None;
    }
    let week = |it: &Raw| match it.value {
        Value::Range(first, last) if matches!(it.rule, "shifted_unit" | "unit_shifted") => {
            let (first, last) = (first.days()?, last.days()?);
            (last - first == 6).then_some(first)
        }
        _ => None,
    };
    let (monday, day) = match (week(a), week(b)) {
        (Some(monday), None) => (monday, b),
        (None, Some(monday)) => (monday, a),
        _ => return None,
    };
    let Value::Point(point) = day.value else { return None };
    if !matches!(day.rule, "weekday" | "day_time" | "day_part") {
        return None;
    }
    let found = Point::of_day(monday + i64::from(point.weekday?) - 1);
    let value = Value::Point(Point { clock: point.clock, weekday: point.weekday, anchored: true, ..found });
    Some(Raw { from: a.from, end: b.end, value, kind: day.kind, rule: "weekday_of_week", weak: false })
}

/// Words before a finding that belong to it.
fn widened(scene: &Scene, raw: &Raw, free: usize) -> usize {
    let line = scene.line;
    let from = ends_before(scene, raw, free);
    // "before 2010", "after the beginning of March": the bound says half of it. The value stays that of the date.
    let bounded = matches!(raw.kind, DateKind::Date | DateKind::DateTime | DateKind::Time)
        || matches!(raw.rule, "holiday" | "season");
    if bounded && !matches!(raw.rule, "length_away" | "shifted_length") {
        for back in 1..=3 {
            let Some(at) = from.checked_sub(back).filter(|&it| it >= free) else { break };
            if line.sense(at, Class::Bound).is_some_and(|it| it.1 == from) {
                return at;
            }
        }
    }
    from
}

/// "the end of 2008", "later this week", "the first week of January".
fn ends_before(scene: &Scene, raw: &Raw, free: usize) -> usize {
    let line = scene.line;
    let from = raw.from;
    if line.table.tag != "en" || from <= free {
        return from;
    }
    let with_the = |at: usize| {
        if at > free
            && line.has(at - 1, Class::The)
            && line.word(at - 1).eq_ignore_ascii_case("the")
            && !line.has(at, Class::Edge)
        {
            at - 1
        } else {
            at
        }
    };
    // later this week, earlier this month, early this evening
    if line.has(from, Class::This) && line.has(from - 1, Class::Edge) {
        return from - 1;
    }
    // end of 2008, the beginning of March, the first week of January
    if raw.kind == DateKind::Date || matches!(raw.rule, "shifted_unit" | "quarter" | "nth_quarter") {
        let of = if line.has(from - 1, Class::The) && from > free + 1 { from - 2 } else { from - 1 };
        if of > free && line.word(of).eq_ignore_ascii_case("of") {
            const ENDS: &[&str] = &["end", "beginning", "start", "middle"];
            if ENDS.iter().any(|it| it.eq_ignore_ascii_case(line.word(of - 1))) {
                return of - 1;
            }
            let unit = line.has(of - 1, Class::Unit) && !line.word(of - 1).eq_ignore_ascii_case("second");
            if unit && of > free + 1 && (line.has(of - 2, Class::Ordinal) || line.has(of - 2, Class::Last)) {
                return with_the(of - 2);
            }
        }
    }
    from
}

/// An hour of the part of the day that stands beside it: 3 in the afternoon is 15.
fn of_part(mut point: Point, part: u8) -> Point {
    if let Some(clock) = &mut point.clock
        && part >= 12
        && clock.hour < 12
        && !clock.sure
    {
        // "2 at night" is early, "9 at night" late.
        if part < 20 || clock.hour >= 6 {
            clock.hour += 12;
        }
        clock.sure = true;
    }
    point
}

fn is_day(point: &Point) -> bool {
    point.day.is_some() || point.weekday.is_some()
}

/// "from A to B", "between A and B", "A – B", "A to B".
fn both_ends(scene: &Scene, a: &Raw, b: &Raw) -> Option<Raw> {
    let line = scene.line;
    let (Value::Point(first), Value::Point(last)) = (a.value, b.value) else { return None };
    if b.from <= a.end || b.from - a.end > 3 || !scene.same_line(a.end, b.from) {
        return None;
    }
    let at = a.end;
    let rest = |from: usize| {
        (from..b.from).all(|it| {
            line.has(it, Class::The)
                || line.has(it, Class::On)
                || line.has(it, Class::At)
                || line.has(it, Class::From)
        })
    };
    let opened = |class: Class| {
        let before = a.from.checked_sub(1)?;
        if line.has(before, class) {
            return Some(before);
        }
        let further = before.checked_sub(1)?;
        ((line.has(before, Class::The) || line.has(before, Class::On)) && line.has(further, class))
            .then_some(further)
    };
    let dash = line.dash(at);
    let (from, named) = if (line.has(at, Class::To) || dash) && rest(at + 1) {
        match opened(Class::From) {
            Some(from) => (from, true),
            None => (opened(Class::Between).unwrap_or(a.from), !dash),
        }
    } else if line.has(at, Class::And) && rest(at + 1) {
        (opened(Class::Between)?, true)
    } else {
        return None;
    };
    // Both ends are of one kind.
    let kind = |it: &Point| {
        (
            it.clock.is_some(),
            it.year.is_some() || it.month.is_some() || it.day.is_some() || it.weekday.is_some(),
        )
    };
    let alike = kind(&first) == kind(&last) || (kind(&first).1 && kind(&last).1);
    if !alike || a.kind == DateKind::Range || b.kind == DateKind::Range {
        return None;
    }
    let year_alone = |it: &Point| it.year.is_some() && it.month.is_none();
    if dash && !named {
        let tight = line.glued(at) && line.glued(at + 1);
        // A life: "8 February 1700 – 17 March 1782", "1922 - 2013"; nobody reads it as a span of time.
        let far = first.year.zip(last.year).is_some_and(|(a, b)| b - a > 10);
        let bracketed = a.from > 0 && line.mark(a.from - 1, b'(');
        if far && !(tight && year_alone(&first) && !bracketed) {
            return None;
        }
        if year_alone(&first) != year_alone(&last) {
            return None;
        }
    }
    if first.year.zip(last.year).is_some_and(|(a, b)| b < a) {
        return None;
    }
    // "1pm to Tuesday" is no range.
    let mut first = first;
    let mut last = last;
    if first.year.is_none() && first.month.is_some() {
        first.year = last.year.map(|it| {
            if last.month.is_some_and(|last| first.month.is_some_and(|it| it > last)) { it - 1 } else { it }
        });
    } else if last.year.is_none() && last.month.is_some() && first.month.is_some() {
        last.year = first.year.map(|it| if last.month < first.month { it + 1 } else { it });
    }
    let (rule, weak) = (if named { "range" } else { "dash_range" }, a.weak && b.weak);
    Some(Raw { from, end: b.end, value: Value::Range(first, last), kind: DateKind::Range, rule, weak })
}

impl Raw {
    fn kind_of_day(&self, other: &Raw) -> DateKind {
        if self.kind == DateKind::Time { other.kind } else { self.kind }
    }
}
