//! Composition: neighbours that name one thing become one finding: a day and a time, two ends of a range.

use super::calendar::{self, Point};
use super::parts::{self, Unit};
use super::{DateKind, Raw, Scene, Value, periods, within};
use crate::find::line::any;
use crate::lexicon::table::{Class, Sense};

/// Joins the findings of a line, in place.
pub fn join(scene: &Scene, raws: &mut Vec<Raw>) {
    within::join(scene, raws);
    for step in 0..STEPS {
        join_pairs(scene, raws, step);
    }
    raws.retain(|it| !it.weak);
    let mut free = 0;
    for raw in raws.iter_mut() {
        raw.from = widened(scene, raw, free);
        sided(scene, raw);
        open_ended(scene, raw);
        free = raw.end;
    }
}

/// What two neighbours may be together, step by step: a time belongs to its day before two days are a range, and a range or
/// the weekday of a week may have its time again. By name, as the rules; see `super::best`.
fn joined(scene: &Scene, step: u8, a: &Raw, b: &Raw) -> Option<Raw> {
    match step {
        0 => same_day(scene, a, b),
        1 => month_of_year(scene, a, b),
        2 | 4 | 6 => day_and_time(scene, a, b),
        3 => both_ends(scene, a, b),
        5 => week_and_weekday(scene, a, b),
        _ => set_and_time(scene, a, b),
    }
}

const STEPS: u8 = 8;

/// "2016 and later", "1/1/2016 or after", "3 pm or later": from then on, an open interval of EDTF.
fn open_ended(scene: &Scene, raw: &mut Raw) {
    if let Value::Point(first) = raw.value
        && (first.year.is_some() || first.clock.is_some())
        && let Some((_, end)) = scene.line.sense(raw.end, Class::Onward)
        && scene.line.at_end(end)
    {
        (raw.value, raw.kind, raw.end) = (Value::Range(first, Point::default()), DateKind::Range, end);
    }
}

/// "le 28 décembre dernier", "el 3 de mayo pasado": the last or next such day.
fn sided(scene: &Scene, raw: &mut Raw) {
    let line = scene.line;
    let romance = matches!(line.table.tag, "fr" | "es" | "it" | "pt");
    if let Value::Point(day) = &mut raw.value
        && romance
        && raw.rule == "day_month"
        && day.year.is_none()
        && let Some((by, end)) = super::relative::shift_word(scene, raw.end)
        && let Some(anchor) = scene.anchor
        && line.at_end(end)
    {
        let in_year = |it: i32| Point { year: Some(it), ..*day }.days();
        let found = (-1..=1).map(|it| anchor.date.0 + it).filter(|it| {
            in_year(*it).is_some_and(|it| if by < 0 { it < anchor.day } else { it > anchor.day })
        });
        day.year = if by < 0 { found.max() } else { found.min() };
        (day.anchored, raw.end) = (true, end);
    }
}

/// One pass from left to right; what was joined may be joined again with what follows.
fn join_pairs(scene: &Scene, raws: &mut Vec<Raw>, step: u8) {
    let mut kept: usize = 0;
    for idx in 0..raws.len() {
        let next = raws[idx];
        // The year behind "Oct 26 15:50:06 2016" was found by itself as well.
        if kept > 0 && next.from < raws[kept - 1].end {
            continue;
        }
        if kept > 0
            && let Some(one) = joined(scene, step, &raws[kept - 1], &next)
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

/// Words between a day and its time: "Friday, at 5", "today before 4pm", "lunes por la tarde".
fn leads_to_time(scene: &Scene, a: &Raw, b: &Raw) -> bool {
    let line = scene.line;
    let joint = |at: usize| {
        line.mark(at, b',')
            || line.mark(at, b'@')
            || any!(line, at, At, On)
            || line.has(at, Class::Of) && (!line.english || line.word(at) == "of")
            || line.has(at, Class::In) && b.rule == "part_of_day"
            || !line.english && (line.has(at, Class::The) || line.apostrophe(at))
    };
    // 06/Nov/2023:06:36:02
    let colon = b.from == a.end + 1 && line.mark(a.end, b':') && line.glued(a.end) && line.glued(b.from);
    // A bound says half of the time: "Thursday before 5pm".
    let bound = line.sense(a.end, Class::Bound).map_or(a.end, |it| it.1);
    colon || between(scene, bound, b.from, joint)
}

/// The day that a finding names without a time, when it is one. Without a day of publication "today" is a day all the same.
fn day_of(scene: &Scene, raw: &Raw) -> Option<Point> {
    match raw.value {
        Value::Point(day)
            if day.clock.is_none() && (is_day(&day) || day.part.is_some()) && raw.rule != "now" =>
        {
            Some(day)
        }
        // "le lendemain matin"
        Value::Unknown if scene.line.has(raw.from, Class::Day) => Some(Point::default()),
        _ => None,
    }
}

/// "Tuesday morning", "tomorrow at 8:45", "10 a.m. on Tuesday", "Jan 1 2025, 9:30".
fn day_and_time(scene: &Scene, a: &Raw, b: &Raw) -> Option<Raw> {
    let line = scene.line;
    if !leads_to_time(scene, a, b) {
        return None;
    }
    // "Monday to Friday, 9am–5pm": the hours of all of them.
    let dash = || a.from.checked_sub(1).filter(|&it| line.dash(it));
    if a.rule == "weekday"
        && let Some(to) = line.before(a.from, Class::To).map(|it| it.1).or_else(dash)
        && line.has(to.wrapping_sub(1), Class::Weekday)
    {
        return None;
    }
    // "una y media de la tarde, 24 de enero"
    let dated = |it: &Raw| matches!(it.value, Value::Point(it) if it.day.is_some());
    let comma = (a.end..b.from).any(|at| line.mark(at, b',')) && !(dated(b) && a.kind == DateKind::Time);
    // "8 Uhr abends", "3 in the afternoon", "from 3 to 8pm yesterday afternoon", "le matin à 9 heures"
    if let Value::Part(hour) = b.value
        && !comma
        && let Some(value) = of_part(a.value, hour)
    {
        return Some(Raw { end: b.end, value, weak: false, ..*a });
    }
    if let Value::Part(hour) = a.value
        && !comma
        && b.kind != DateKind::Date
        && let Some(value) = of_part(b.value, hour)
    {
        // "por la mañana a las 7"
        let the = a.from - usize::from(a.from > 0 && line.has(a.from - 1, Class::The));
        let before = the.checked_sub(1).filter(|&it| line.has(it, Class::In));
        return Some(Raw { from: before.unwrap_or(a.from), value, weak: false, ..*b });
    }
    let is_time = |it: &Raw| it.kind == DateKind::Time || it.rule == "clock_range";
    let (day, time, day_first) = match (day_of(scene, a), day_of(scene, b)) {
        (Some(day), _) if is_time(b) => (day, b, true),
        (_, Some(day)) if is_time(a) && !comma => (day, a, false),
        _ => return None,
    };
    // "Saturday Morning Breakfast Cereal", "the Saturday Evening Post"
    if time.rule == "part_of_day" && line.upper(time.end - 1) && line.upper(time.end) {
        return None;
    }
    if !day_first && time.weak && time.rule == "clock_range" {
        return None;
    }
    // "On Tuesday, at 5" joins; "Friday, noon" joins; "Monday, in the morning" rather not. "The evening of May 5".
    let of = !day_first && line.has(a.end, Class::Of) && day.day.is_some();
    if time.rule == "part_of_day" && (comma || !day_first && !of) {
        return None;
    }
    // "seven this evening" is 19.
    let told = day.part.and_then(|hour| of_part(time.value, hour)).unwrap_or(time.value);
    let on = |clock: Point| Point { clock: clock.clock, ..day };
    let (value, kind, rule) = match told {
        Value::Point(clock) => (Value::Point(on(clock)), DateKind::DateTime, "day_time"),
        Value::Range(first, last) => (Value::Range(on(first), on(last)), DateKind::Range, "day_time_range"),
        // "Friday nights"
        Value::Part(_)
            if let Some(weekday) = day.weekday
                && day.day.is_none()
                && line.english
                && line.word(b.end - 1).ends_with('s') =>
        {
            (Value::Weekly(weekday, None), DateKind::Set, "weekdays")
        }
        Value::Part(hour) => (Value::Point(Point { part: Some(hour), ..day }), DateKind::Date, "day_part"),
        _ => return None,
    };
    let mut end = b.end;
    let mut value = value;
    // Wed Oct 26 15:50:06 2016
    if let Value::Point(point) = &mut value
        && point.year.is_none()
        && point.month.is_some()
        && point.clock.is_some_and(|it| it.second.is_some())
        && let Some((year, next)) = parts::year(line, end, false)
    {
        (point.year, end) = (Some(year), next);
    }
    Some(Raw { from: a.from, end, value, kind, rule, weak: false })
}

/// "this Friday (Jun 15)", "ce vendredi 15 juin": a weekday and the date that it is.
fn same_day(scene: &Scene, a: &Raw, b: &Raw) -> Option<Raw> {
    let line = scene.line;
    let (Value::Point(weekday), Value::Point(date)) = (a.value, b.value) else { return None };
    // "le 22 mai (mardi)"
    if b.rule == "weekday"
        && weekday.day.is_some()
        && line.mark(a.end, b'(')
        && b.from == a.end + 1
        && line.mark(b.end, b')')
    {
        let value = Value::Point(Point { weekday: date.weekday, ..weekday });
        return Some(Raw { end: b.end + 1, value, ..*a });
    }
    if a.rule != "shifted_weekday" || date.day.is_none() || date.clock.is_some() || date.weekday.is_some() {
        return None;
    }
    let open = line.mark(a.end, b'(');
    let end = if open { b.end + 1 } else { b.end };
    // "am vergangenen Freitag, den 9. März"
    let apposed = line.speaks("de")
        && between(scene, a.end, b.from, |at| line.mark(at, b',') || line.has(at, Class::The));
    let near = apposed || if open { b.from == a.end + 1 && line.mark(b.end, b')') } else { a.end == b.from };
    near.then_some(Raw {
        from: a.from,
        end,
        value: Value::Point(Point { weekday: weekday.weekday, ..date }),
        ..*b
    })
}

/// "May last year", "Mai letzten Jahres", "el 3 de mayo del año pasado": the month, or its day, of that year.
fn month_of_year(scene: &Scene, a: &Raw, b: &Raw) -> Option<Raw> {
    let line = scene.line;
    // "ce mois d'août"
    if a.rule == "shifted_unit"
        && matches!(b.rule, "month" | "month_year")
        && line.has(a.from, Class::This)
        && parts::unit(line, a.end - 1).is_some_and(|it| it.0.kind == b'O')
        && line.has(a.end, Class::Of)
        && between(scene, a.end + 1, b.from, |at| line.apostrophe(at))
    {
        let Value::Point(month) = b.value else { return None };
        let year = month.year.or(scene.anchor.map(|it| it.date.0));
        return Some(Raw {
            from: a.from,
            value: Value::Point(Point { year, anchored: month.year.is_none(), ..month }),
            ..*b
        });
    }
    let (Value::Point(month), Value::Point(year)) = (a.value, b.value) else { return None };
    let told = matches!(b.rule, "shifted_unit" | "unit_shifted" | "story_unit") && year.month.is_none();
    let joint = |at: usize| {
        line.has(at, Class::Of) && line.word(at) != "in" || line.has(at, Class::The) || line.apostrophe(at)
    };
    if !told || month.month.is_none() || month.year.is_some() || !between(scene, a.end, b.from, joint) {
        return None;
    }
    let value = Value::Point(Point { year: Some(year.year?), anchored: year.anchored, ..month });
    Some(Raw { from: a.from, end: b.end, value, rule: "month_of_year", ..*a })
}

/// "every day at 7:13 p.m.", "Tuesdays at 9am", "15 heures tous les jours".
fn set_and_time(scene: &Scene, a: &Raw, b: &Raw) -> Option<Raw> {
    let near = leads_to_time(scene, a, b);
    let (set, time) = if a.kind == DateKind::Set { (a, b) } else { (b, a) };
    let Value::Point(Point { clock: Some(clock), year: None, month: None, day: None, weekday: None, .. }) =
        time.value
    else {
        return None;
    };
    if !near || set.kind != DateKind::Set {
        return None;
    }
    let value = match set.value {
        Value::Weekly(weekday, _) => Value::Weekly(weekday, Some(clock)),
        Value::Length(length) => Value::Repeated(length, clock),
        Value::Period("P1D") => Value::Repeated(periods::single(1.0, Unit { factor: 1, kind: b'D' }), clock),
        other => other,
    };
    Some(Raw { from: a.from, end: b.end, value, kind: DateKind::Set, rule: "set_time", weak: false })
}

/// "next week Monday", "Tuesday of last week", "Dienstag nächster Woche": the weekday of that week.
fn week_and_weekday(scene: &Scene, a: &Raw, b: &Raw) -> Option<Raw> {
    let line = scene.line;
    if !between(scene, a.end, b.from, |at| any!(line, at, Of, The, On)) {
        return None;
    }
    // "op volgende week maandag"
    let on = a.from > 0 && line.speaks("nl") && line.has(a.from - 1, Class::On);
    let a = &Raw { from: a.from - usize::from(on), ..*a };
    let is_week =
        |it: &Raw| (it.from..it.end).any(|at| parts::unit(line, at).is_some_and(|it| it.0.kind == b'W'));
    // Without a day of publication the week is not known, and still one finding.
    let unknown = |it: &Raw| {
        matches!((it.value, it.rule), (Value::Unknown, "shifted_unit" | "unit_shifted")) && is_week(it)
    };
    if let Some(day) = if unknown(a) { Some(b) } else { Some(a).filter(|_| unknown(b)) }
        && let Value::Point(point) = day.value
        && point.weekday.is_some()
        && point.day.is_none()
    {
        return Some(Raw { from: a.from, end: b.end, rule: "weekday_of_week", ..*day });
    }
    // "Monday two weeks from now"
    if let (Value::Point(day), Value::Point(away)) = (a.value, b.value)
        && (a.rule, b.rule) == ("weekday", "length_away")
        && a.end == b.from
        && let (Some(weekday), Some(there)) = (day.weekday, away.days())
    {
        let monday = there - i64::from(calendar::weekday(there)) + 1;
        let found =
            Point { anchored: true, weekday: day.weekday, ..Point::of_day(monday + i64::from(weekday) - 1) };
        return Some(Raw { from: a.from, value: Value::Point(found), rule: "weekday_of_week", ..*b });
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

/// Words before a finding that belong to it: "before 2010", "after the beginning of March", "later this week", "more
/// than two weeks after today". The value stays that of the date.
fn widened(scene: &Scene, raw: &Raw, free: usize) -> usize {
    let line = scene.line;
    let mut from = raw.from;
    // "fiscal year 2008", "fiscal 2008", "año fiscal 2016"
    if raw.rule == "bare_year" {
        for back in [1, 2, 3] {
            let Some(at) = from.checked_sub(back).filter(|&it| it >= free) else { break };
            if parts::past_fiscal(line, at) > at {
                from = if line.has(at.saturating_sub(1), Class::YearWord) && !line.english {
                    at - 1
                } else {
                    at
                };
                break;
            }
        }
    }
    // "à la fin de 2000", "au début de mai", "alla fine di domani"
    let romance =
        line.speaks("it") || line.speaks("fr") && matches!(raw.rule, "bare_year" | "month" | "month_year");
    if romance && line.sense(from, Class::Edge).is_some() {
        if from > free && line.word(from - 1).eq_ignore_ascii_case("alla") {
            return from - 1;
        }
        let the = from - usize::from(from > free && line.has(from - 1, Class::The));
        if the > free && line.like(the - 1, "à au") {
            return the - 1;
        }
    }
    if line.has(from, Class::This) {
        // "más tarde de esta semana"
        let of =
            if from > free + 1 && line.has(from - 1, Class::Of) && !line.english { from - 1 } else { from };
        from = line.before(of, Class::Edge).filter(|it| it.1 >= free).map_or(from, |it| it.1);
    }
    // "this Friday, June 15", "el próximo viernes 12 de mayo", "este 12/05"
    if matches!(raw.rule, "weekday_date" | "numeric_day")
        && from > free
        && [Class::This, Class::Next, Class::Last].iter().any(|&it| line.has(from - 1, it))
    {
        return from - 1;
    }
    let counted = matches!(raw.rule, "length_away" | "shifted_length");
    let bounded = matches!(raw.kind, DateKind::Date | DateKind::DateTime | DateKind::Time)
        || matches!(raw.rule, "holiday" | "season" | "within" | "shifted_unit");
    let class = if counted && raw.kind != DateKind::Range { Class::Hedge } else { Class::Bound };
    if !(counted || bounded) {
        return from;
    }
    // "depuis la fin de 1989": an article may stand between.
    let article = usize::from(!line.english && from > free && line.has(from - 1, Class::The));
    let found = line.before(from, class).or_else(|| line.before(from - article, class));
    // Dutch "voor deze week" is for this week, "voor 3 mei" before that day.
    let meant = |sense: &Sense| {
        !parts::doubtful(sense.name)
            || raw.rule == "bare_year"
            || matches!(raw.value, Value::Point(it) if it.day.is_some() || it.clock.is_some())
    };
    found
        .filter(|(sense, at)| *at >= free && (sense.value != 0.0 || class == Class::Bound) && meant(sense))
        .map_or(from, |it| it.1)
}

/// Clock times beside a part of the day: 3 in the afternoon is 15. None for what is no clock time.
fn of_part(value: Value, part: u8) -> Option<Value> {
    let fix = |mut point: Point| {
        let clock = point.clock.as_mut()?;
        if part >= 18 && clock.hour == 12 && !clock.sure {
            clock.hour = 0; // um 12 nachts
        }
        // "2 at night", "ce soir à 1h" is early, "9 at night" late.
        if part >= 12 && clock.hour < 12 && !clock.sure && (part < 18 || clock.hour > 4) {
            clock.hour += 12;
        }
        clock.sure = true;
        Some(point)
    };
    match value {
        Value::Point(time) => Some(Value::Point(fix(time)?)),
        Value::Range(first, last) => Some(Value::Range(fix(first)?, fix(last)?)),
        _ => None,
    }
}

fn is_day(point: &Point) -> bool {
    point.day.is_some() || point.weekday.is_some()
}

/// "today" where nobody told which day that is.
fn is_today(scene: &Scene, raw: &Raw) -> bool {
    matches!(raw.value, Value::Unknown)
        && scene.line.sense(raw.from, Class::Day).is_some_and(|it| it.0.name == "0")
}

/// The first and the last point of what can be an end of a range.
fn ends(scene: &Scene, raw: &Raw) -> Option<(Point, Point)> {
    match raw.value {
        Value::Point(point) => Some((point, point)),
        _ if is_today(scene, raw) => Some((Point::default(), Point::default())),
        Value::Range(first, last)
            if matches!(
                raw.rule,
                "quarter" | "year_quarter" | "nth_quarter" | "within" | "decade" | "century" | "season"
            ) =>
        {
            Some((first, last))
        }
        _ => None,
    }
}

/// "from A to B", "between A and B", "A – B", "A to B".
fn both_ends(scene: &Scene, a: &Raw, b: &Raw) -> Option<Raw> {
    let line = scene.line;
    let ((first, first_end), (last_start, last)) = (ends(scene, a)?, ends(scene, b)?);
    if b.from <= a.end || b.from - a.end > 4 || !scene.same_line(a.end, b.from) {
        return None;
    }
    // "from Monday, March 23, to Friday, March 27"
    let at = a.end + usize::from(line.mark(a.end, b',') && line.word(a.end + 1) == "to");
    let rest = |from: usize| (from..b.from).all(|it| any!(line, it, The, On, At, From, Edge));
    let opened = |class: Class| {
        let before = a.from.checked_sub(1)?;
        if line.has(before, class) {
            return Some(before);
        }
        let further = before.checked_sub(1)?;
        let skipped = any!(line, before, The, On, Edge) || line.apostrophe(before);
        (skipped && line.has(further, class)).then_some(further)
    };
    let dash = line.dash(at);
    let to = line.sense(at, Class::To).map_or(at + 1, |it| it.1);
    // "Nacht von Montag auf Dienstag", "de sábado para domingo"
    let next_day = first.weekday.zip(last.weekday).is_some_and(|(a, b)| a % 7 + 1 == b);
    let joint = line.has(at, Class::To) || dash || next_day && line.like(at, "auf op para");
    let (from, named) = if joint && (rest(at + 1) || rest(to)) {
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
    let now = [a, b].iter().any(|it| it.rule == "now" || is_today(scene, it));
    let alike = kind(&first) == kind(&last) || (kind(&first).1 && kind(&last).1) || now;
    // Two periods side by side are a list unless a word says that they are ends.
    if !alike || dash && !named && (a.kind == DateKind::Range || b.kind == DateKind::Range) {
        return None;
    }
    let year_alone = |it: &Point| it.year.is_some() && it.month.is_none();
    if dash && !named {
        let tight = line.glued(at) && line.glued(at + 1);
        // A life: "8 February 1700 – 17 March 1782", "1922 - 2013"; nobody reads it as a span of time.
        let far = first.year.zip(last.year).is_some_and(|(a, b)| b - a > 10);
        let circa = a.from > 1 && line.mark(a.from - 1, b'.') && line.like(a.from - 2, "c ca");
        let bracketed = circa || a.from > 0 && line.mark(a.from - 1, b'(');
        if far && !(tight && year_alone(&first) && !bracketed) && !now {
            return None;
        }
        if year_alone(&first) != year_alone(&last) && !now {
            return None;
        }
    }
    if first_end.year.zip(last_start.year).is_some_and(|(a, b)| b < a) {
        return None;
    }
    // "1pm to Tuesday" is no range.
    let mut first = first;
    let mut last = last;
    // "from the end of 2007", "from late 2007": at the earliest its last month.
    const ENDS: &str = "end late fin ende eind einde fine final finales fim";
    if named && year_alone(&first) && (a.from.max(1) - 1..=a.from).any(|it| line.like(it, ENDS)) {
        first.month = Some(12);
    }
    if first.year.is_none() && first.month.is_some() {
        first.year = last.year.map(|it| {
            if last.month.is_some_and(|last| first.month.is_some_and(|it| it > last)) { it - 1 } else { it }
        });
    } else if last.year.is_none() && last.month.is_some() && first.month.is_some() {
        last.year = first.year.map(|it| if last.month < first.month { it + 1 } else { it });
    }
    let (rule, weak) = (if named { "range" } else { "dash_range" }, a.weak && b.weak);
    // "Monday to Friday, 9am–5pm" are those of any week.
    let open = |it: usize| parts::clock(line, it, false).is_some();
    let always = (a.rule, b.rule) == ("weekday", "weekday") && (b.end..b.end + 3).any(open);
    let kind = if always { DateKind::Set } else { DateKind::Range };
    Some(Raw { from, end: b.end, value: Value::Range(first, last), kind, rule, weak })
}
