//! Relative dates: counted from the day of publication, or from the date that the text named last.

use super::absolute::{point, range, ymd};
use super::calendar::{self, Point};
use super::lengths::span_of_length;
use super::parts::{self, Unit};
use super::{DateKind, Raw, Scene, Value, holidays, periods};
use crate::find::line::{Line, Shape, any};
use crate::lexicon::{Few, table::Class};

pub(super) fn unknown(from: usize, end: usize, kind: DateKind, rule: &'static str) -> Raw {
    Raw { from, end, value: Value::Unknown, kind, rule, weak: false }
}

pub(super) fn anchored(point: Point) -> Point {
    Point { anchored: true, ..point }
}

/// "today", "yesterday", "the day after tomorrow".
pub fn deictic(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    // the day after tomorrow; two days before yesterday is `shifted`
    let the = i > 0 && line.has(i - 1, Class::The);
    let (sense, end) = line.sense(i, Class::Day)?;
    // "USA Today", "the Yesterday": names. At the start of a sentence a capital says nothing.
    if line.upper(i)
        && i > 0
        && line.upper(i - 1)
        && !line.lexemes[i - 1].glued
        && line.english
        && !line.has(i - 1, Class::Weekday)
        && line.is(i - 1, Shape::Word)
    {
        return None;
    }
    // "la mañana", "de morgen", "guten Morgen": the part of the day.
    let noun = match line.table.tag {
        "de" => line.upper(i) && i > 0 && !line.at_end(i - 1),
        "es" | "nl" => the,
        _ => false,
    };
    if noun && line.has(i, Class::Part) | matches!(line.word(i), "Morgen" | "morgen") {
        return None;
    }
    let from = if the && !sense.rest.is_empty() { i - 1 } else { i };
    // "le lendemain", "la veille" count from the story; "la veille de la fête" from the feast.
    if let Some(by) = sense.name.strip_prefix("story") {
        let article = i > 0 && (line.has(i - 1, Class::The) || line.apostrophe(i - 1));
        if line.has(end, Class::Of) || matches!(line.table.tag, "fr" | "it") && !article {
            return None;
        }
        let by = if by == "-1" { -1 } else { 1 };
        let found = scene.last.and_then(|last| from_story(i, end, last, Unit { factor: 1, kind: b'D' }, by));
        return Some(found.unwrap_or_else(|| unknown(i, end, DateKind::Date, "story_unit")));
    }
    // Only as an end: "between now and May", "2013 – present".
    if parts::doubtful(sense.name) {
        let today = scene.anchor.map_or(Point::default(), |it| anchored(Point::of_day(it.day)));
        return Some(Raw { weak: true, ..point(from, end, today, "now") });
    }
    if line.word(i).eq_ignore_ascii_case("today") && nowadays(line, i) {
        return None;
    }
    Some(match scene.anchor {
        Some(anchor) => point(from, end, anchored(Point::of_day(anchor.day + sense.value as i64)), "deictic"),
        None => unknown(from, end, DateKind::Date, "deictic"),
    })
}

/// "known today as", "still in use today", "as strong today as it was": these days, and no day at all.
fn nowadays(line: &Line, i: usize) -> bool {
    const BEFORE: &str = "still known used use called seen continues preserved located";
    let near = |words: &str, at: usize| line.like(at, words);
    if line.apostrophe(i + 1) {
        // "today's generation"; "today's meeting" is one of this day.
        const AGE: &str = "generation world society standards terms youth economy dollars money";
        return near(AGE, i + 3);
    }
    let opens = i == 0 || line.mark(i - 1, b'.') || line.upper(i);
    if opens {
        // "Today, textile and steel mills are": the first verb stands in the present, and nobody speaks of himself.
        for at in i + 1..(i + 14).min(line.len()) {
            if line.mark(at, b'.') || line.like(at, "i we you my our will") || line.has(at, Class::Future) {
                return false;
            }
            if line.like(at, "is are remain remains has have few many most live lives") {
                return true;
            }
            if super::told(line, at) {
                return false;
            }
        }
        return false;
    }
    let still = (i.saturating_sub(6)..i)
        .rev()
        .take_while(|&at| !line.mark(at, b'.'))
        .any(|at| line.word(at) == "still");
    let what_is = i > 1 && near("is", i - 1) && near("what it that", i - 2);
    let place = line.upper(i - 1);
    still
        || what_is
        || near(BEFORE, i - 1)
        || near("as than", i + 1) && !near("here", i - 1)
        || place && near("is may has", i + 1)
}

/// What "last", "this", "next" move by, and whether the word is strong ("same" and "current" are not).
fn shift(scene: &Scene, i: usize) -> Option<(i64, usize)> {
    let line = scene.line;
    if line.has(i, Class::This) {
        // "this past Wednesday", "this coming Friday", "these past two days"
        if let Some((by, next)) = shift_word(scene, i + 1) {
            return Some((by, next));
        }
        return Some((0, i + 1 + usize::from(line.apostrophe(i + 1)))); // quest'anno
    }
    shift_word(scene, i)
}

pub(super) fn shift_word(scene: &Scene, i: usize) -> Option<(i64, usize)> {
    let line = scene.line;
    // "vorletztes", "übernächste" move by two.
    if let Some((sense, next)) = line.sense(i, Class::Last) {
        return Some((-sense.value as i64, next));
    }
    let (sense, next) = line.sense(i, Class::Next)?;
    Some((sense.value as i64, next))
}

/// "that year", "the same month", "the following week", "the previous day": counted from what the text tells.
pub(super) fn of_story(word: &str) -> bool {
    const SAME: &[&str] = &["mismo", "misma", "mesmo", "mesma"];
    matches!(word.to_ascii_lowercase().as_str(), "same" | "following" | "previous" | "preceding" | "that")
        || SAME.contains(&word)
}

/// "siguiente", "l'année suivante", "im folgenden Jahr": counted from the story as well, once it told a date.
fn behind_story(scene: &Scene, i: usize, unit: Unit) -> bool {
    let line = scene.line;
    let marked = |class| line.sense(i, class).is_some_and(|it| parts::doubtful(it.0.name));
    (scene.last.is_some() || unit.kind == b'Y') && (marked(Class::Next) || marked(Class::Last))
}

/// "last week", "this year", "next month", "the past decade", "the last five years", "next 3 days".
pub fn shifted_unit(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let before = if i > 0 { line.word(i - 1) } else { "" };
    let word = line.word(i);
    let english = line.english;
    let article = english && before.eq_ignore_ascii_case("the");
    let story = of_story(word) || (line.has(i, Class::This) && of_story(line.word(i + 1)));
    let (by, at) = shift(scene, i)?;
    // "It is expected to last six weeks"; "May last year"
    const VERBS: &str = "to will would can could may might should must";
    if english && word == "last" && i > 0 && line.like(i - 1, VERBS) && !line.upper(i - 1) {
        return None;
    }
    // "following December's floods": behind them.
    if english && word.eq_ignore_ascii_case("following") && !article && !(i > 0 && line.has(i - 1, Class::On))
    {
        return None;
    }
    // In English the article belongs to it: "the past decade", "that same year"; not "the [following week]", nor that of
    // what a business counts in: "the [last quarter]", "the [next 4 business days]".
    let the = article && !story && !counts_business(line, at)
        || english && before.eq_ignore_ascii_case("that") && word.eq_ignore_ascii_case("same");
    // Spanish and Portuguese: "la próxima semana", "na próxima década".
    let romance = i > 0
        && match line.table.tag {
            "es" => line.has(i - 1, Class::The) && !counts_business(line, at),
            "pt" => any!(line, i - 1, The, On),
            _ => false,
        };
    let romance = romance && !line.has(i, Class::This);
    let from = if the || romance && line.speaks("pt") { i - 1 } else { i };
    // this morning, this evening
    if let Some((part, end)) = line.sense(at, Class::Part) {
        // "CBS This Morning" is a show, "pasado mañana" a day.
        if story || english && line.upper(at) || line.sense(i, Class::Day).is_some() {
            return None;
        }
        // "the next morning" is that of the story.
        if article && by == 1 {
            return Some(unknown(from, end, DateKind::Date, "story_unit"));
        }
        return Some(part_of(scene, i, end, Some(part.value as u8), by, "this_part"));
    }
    // "next Christmas"; in "próximo viernes" the weekday only opens the name of a feast, "viernes santo".
    if at == i + 1
        && by != 0
        && !story
        && let Some(feast) = holidays::holiday(scene, at)
    {
        return Some(feast);
    }
    if let Some((sense, end)) = line.sense(at, Class::Season) {
        let first: u8 = sense.name.trim_end_matches('?').parse().unwrap_or(3);
        // "the previous winter" of a story is of nobody knows which year.
        let anchor = scene.anchor.filter(|_| !story);
        let mut found = periods::season_of(i, end, first, anchor.map(|it| season_year(it, first, by)));
        if let Value::Range(a, b) = &mut found.value {
            (a.anchored, b.anchored) = (anchor.is_some(), anchor.is_some());
        }
        return Some(found);
    }
    // "este mar", "últimos dez anos": short words are no months.
    if let Some((month, doubt, end)) = parts::month(line, at)
        && (!doubt || line.upper(at))
        && (line.english || whole_month(line, at))
    {
        if parts::day(line, end).is_some() || parts::year(line, end, false).is_some() {
            return None;
        }
        // "the following July" is that behind the story's last date.
        if story && let Some(last) = scene.last.filter(|it| it.month.is_some() && by != 0) {
            let ahead = i32::from(Some(month) <= last.month);
            let year = last.year.map(|it| if by > 0 { it + ahead } else { it - 1 + ahead });
            let found = Point { year, month: Some(month), anchored: last.anchored, ..Point::default() };
            return Some(point(i, end, found, "shifted_month"));
        }
        return Some(shifted_month(scene, i, end, month, by));
    }
    // "komende maandagmiddag"
    let part = parts::weekday_part(line, at);
    let weekday = part.map(|(weekday, _)| (weekday, false, at + 1)).or_else(|| parts::weekday(line, at));
    if let Some((weekday, doubt, end)) = weekday
        && (!doubt || line.upper(at))
    {
        let named = Point { weekday: Some(weekday), part: part.map(|it| it.1), ..Point::default() };
        if story && word.eq_ignore_ascii_case("same") {
            return None;
        }
        return Some(match scene.anchor {
            Some(anchor) => {
                // "the coming Thursday", "this past Wednesday" are the nearest; "next" and "last" name a week.
                let near = line.like(
                    at - 1,
                    "past coming upcoming aanstaande aankomende komende afgelopen kommenden kommender",
                );
                let day = if near {
                    nearest_weekday(anchor.day, weekday, by)
                } else {
                    shifted_weekday(anchor.day, weekday, by - weekend_gone(scene, at, anchor, weekday, by))
                };
                let day = Point { weekday: named.weekday, part: named.part, ..day };
                point(i, end, anchored(day), "shifted_weekday")
            }
            None => point(i, end, named, "shifted_weekday"),
        });
    }
    // last 3 months, the next five years, the past few days
    // "the last five months of her life", "the last year of his term" are counted from another's end.
    let whose = |end: usize| {
        english
            && line.word(end) == "of"
            && (line.like(end + 1, periods::WHOSE) || line.has(end + 1, Class::The))
    };
    if let Some((length, end)) = parts::length(line, at)
        && !length.article
    {
        if whose(end) {
            return None;
        }
        // "last two seconds" of a match, "last minute" are no dates.
        if length.parts[0].1.kind == b'S' {
            return None;
        }
        if by == 0 {
            return None;
        }
        // "In the next five years he served": those of the story, and nobody told where they begin.
        let told = |at: usize| super::told(line, at) && !line.like(at, "said told");
        let story = story || by > 0 && (end..end + 6).any(told);
        return Some(span_of_length(scene, from, end, &length, by, story));
    }
    // the 5 past years: number first, see `counted_shift`.
    let at = parts::past_fiscal(line, at);
    let (unit, end) = parts::unit(line, at)?;
    // "no último dia 3" is the third.
    if unit.kind == b'D' && line.digits(end).is_some() {
        return None;
    }
    // "este año escolar"
    let end =
        if line.has(at, Class::YearWord) && !line.english { parts::past_fiscal(line, end) } else { end };
    // "to this day", "à ce jour"; "her last years", "the coming weeks" say neither when nor how many.
    let until_now =
        unit.kind == b'D' && by == 0 && (before.eq_ignore_ascii_case("to") || before.ends_with('à'));
    if unit.of_day()
        || story && by == 0 && english && !word.eq_ignore_ascii_case("same")
        || until_now
        || whose(end)
        || by != 0 && parts::is_many(line, end - 1)
    {
        return None;
    }
    let from = if the && (story || unit.kind != b'W') || romance { i - 1 } else { i };
    // "the next day", "the following month": from what the text told last.
    // "The next month she left" as well, but not "in the next year".
    let next = the && word.eq_ignore_ascii_case("next") && by == 1;
    let next = next && !(i > 1 && line.like(i - 2, "in over within for during")) && !scene.future(i);
    if story || behind_story(scene, i, unit) || (the && unit.kind == b'D') || next {
        return Some(match scene.last {
            Some(last) => from_story(from, end, last, unit, by)
                .unwrap_or_else(|| unknown(from, end, DateKind::Date, "story_unit")),
            None => unknown(from, end, DateKind::Date, "story_unit"),
        });
    }
    // "in the past year", "over the next year": twelve months from today.
    let running =
        the && english && (word == "past" || i > 1 && line.like(i - 2, "over within") && word == "next");
    if running && matches!(unit.kind, b'W' | b'O' | b'Y') {
        return Some(span_of_length(scene, from, end, &periods::single(1.0, unit), by, false));
    }
    let Some(anchor) = scene.anchor else { return Some(unknown(from, end, DateKind::Date, "shifted_unit")) };
    // "the coming weekend", "am kommenden Wochenende" is that of the week that runs, until it is there.
    const COMING: &str = "coming upcoming kommende kommenden kommendes komend komende aankomend aankomende";
    let near = unit.kind == b'E' && line.like(at - 1, COMING) && calendar::weekday(anchor.day) < 6;
    let by = if near { 0 } else { by };
    let by = if unit.kind == b'E' { by - weekend_gone(scene, end - 1, anchor, 6, by) } else { by };
    Some(
        unit_around(from, end, anchor.day, unit, by, "shifted_unit")
            .unwrap_or_else(|| unknown(from, end, DateKind::Date, "shifted_unit")),
    )
}

/// "It formed this weekend", "This Sunday they won", told on one of the first days of a week: 1, for those were of the last.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn weekend_gone(scene: &Scene, i: usize, anchor: calendar::Anchor, weekday: u8, by: i64) -> i64 {
    let gone = by == 0 && weekday > 4 && calendar::weekday(anchor.day) < 4 && scene.line.english;
    i64::from(gone && scene.past(i))
}

fn whole_month(line: &Line, i: usize) -> bool {
    line.word(i).len() > 3 || line.like(i, "mai mei")
}

/// "last March", "avril prochain": the nearest such month on that side.
fn shifted_month(scene: &Scene, from: usize, end: usize, month: u8, by: i64) -> Raw {
    let year = scene.anchor.map(|it| {
        let (year, now, _) = it.date;
        match by {
            -1 if month >= now => year - 1,
            1 if month <= now => year + 1,
            _ => year,
        }
    });
    let found = Point { year, month: Some(month), anchored: year.is_some(), ..Point::default() };
    point(from, end, found, "shifted_month")
}

/// A quarter or business days stand at `i` or behind the number there.
fn counts_business(line: &Line, i: usize) -> bool {
    (i..i + 2).any(|at| {
        line.sense(at, Class::Unit).is_some_and(|(sense, _)| sense.name == "3M" || !sense.rest.is_empty())
    })
}

/// The year of a season seen from the anchor: "last summer", "this winter".
fn season_year(anchor: calendar::Anchor, first: u8, by: i64) -> i32 {
    let (year, month, _) = anchor.date;
    let begun = month >= first;
    match by {
        -1 if begun && month >= first + 3 && first < 12 => year,
        -1 => year - 1,
        1 if begun => year + 1,
        _ => year,
    }
}

/// The weekday of last, this or next week: said on a Thursday, "last Wednesday" is eight days ago.
fn shifted_weekday(today: i64, weekday: u8, by: i64) -> Point {
    Point::of_day(today - i64::from(calendar::weekday(today)) + i64::from(weekday) + 7 * by)
}

/// The nearest such weekday before or behind.
fn nearest_weekday(today: i64, weekday: u8, by: i64) -> Point {
    let away = (i64::from(weekday) - i64::from(calendar::weekday(today))) * by;
    Point::of_day(today + by * if away.rem_euclid(7) == 0 { 7 } else { away.rem_euclid(7) })
}

/// The unit around `day`, moved by `by`: last week is Monday to Sunday of the week before.
fn unit_around(from: usize, end: usize, day: i64, unit: Unit, by: i64, rule: &'static str) -> Option<Raw> {
    let days =
        |a: i64, b: i64| range(from, end, anchored(Point::of_day(a)), anchored(Point::of_day(b)), rule);
    let (year, month, _) = calendar::civil(day);
    let monday = day - i64::from(calendar::weekday(day)) + 1;
    let whole = |year: i32, month: Option<u8>| {
        point(from, end, Point { year: Some(year), month, anchored: true, ..Point::default() }, rule)
    };
    Some(match (unit.factor, unit.kind) {
        (1, b'D') => point(from, end, anchored(Point::of_day(day + by)), rule),
        (1, b'W') => days(monday + 7 * by, monday + 7 * by + 6),
        (2, b'W') => {
            if by < 0 {
                days(day - 14, day)
            } else {
                days(day, day + 14)
            }
        }
        (1, b'E') => days(monday + 7 * by + 5, monday + 7 * by + 6),
        (1, b'O') => {
            let (year, month) = calendar::add_months(year, month, by as i32);
            whole(year, Some(month))
        }
        (3, b'O') => {
            let (year, month) = calendar::add_months(year, (month - 1) / 3 * 3 + 1, by as i32 * 3);
            let last = month + 2;
            let stop = ymd(Some(year), last, calendar::month_length(year, last));
            range(from, end, anchored(ymd(Some(year), month, 1)), anchored(stop), rule)
        }
        (1, b'Y') => whole(year + by as i32, None),
        (10 | 100, b'Y') => {
            let n = unit.factor as i32;
            match by {
                // "last century", "el siglo pasado" ended in 1999.
                _ if by == 0 || n == 100 => {
                    let first = (year.div_euclid(n) + by as i32) * n;
                    let stop = ymd(Some(first + n - 1), 12, 31);
                    range(from, end, anchored(ymd(Some(first), 1, 1)), anchored(stop), rule)
                }
                _ => {
                    let today = anchored(Point::of_day(day));
                    let other = Point { year: Some(year + n * by as i32), ..today };
                    let other = if other.exists() { other } else { Point { day: Some(28), ..other } };
                    if by < 0 {
                        range(from, end, other, today, rule)
                    } else {
                        range(from, end, today, other, rule)
                    }
                }
            }
        }
        _ => return None,
    })
}

/// "the next day", "the following month", "that year", after the last date of the story.
fn from_story(from: usize, end: usize, last: Point, unit: Unit, by: i64) -> Option<Raw> {
    let year = last.year?;
    let found = match (unit.factor, unit.kind) {
        (1, b'D') => Point::of_day(last.days()? + by),
        (1, b'W') => {
            let Raw { value, kind, .. } = unit_around(from, end, last.days()?, unit, by, "story_unit")?;
            let value = match value {
                Value::Range(a, b) => {
                    Value::Range(Point { anchored: false, ..a }, Point { anchored: false, ..b })
                }
                other => other,
            };
            return Some(Raw { from, end, value, kind, rule: "story_unit", weak: false });
        }
        (1, b'O') => {
            let (year, month) = calendar::add_months(year, last.month?, by as i32);
            Point { year: Some(year), month: Some(month), ..Point::default() }
        }
        (1, b'Y') => Point { year: Some(year + by as i32), ..Point::default() },
        _ => return None,
    };
    Some(point(from, end, Point { anchored: last.anchored, ..found }, "story_unit"))
}

/// "end", "middle" and their like before "of".
pub fn opens_unit(line: &Line, i: usize) -> bool {
    const ENDS: Few = Few::new("end beginning start middle rest");
    line.has(i + 1, Class::Of) && ENDS.has_folded(line.word(i))
}

/// "the end of the year", "early next", "later in the week", "fin de mois", "Ende des Monats": a unit that needs no
/// telling which, as it is the one that runs.
pub fn running_unit(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let english = line.english;
    // "zum Jahresende", "seit Jahresbeginn"
    if line.like(i, "jahresende jahresbeginn jahresanfang") {
        let year = scene.anchor.map(|it| it.date.0);
        return Some(point(i, i + 1, Point { year, anchored: true, ..Point::default() }, "running_unit"));
    }
    let edge = line.sense(i, Class::Edge).map(|it| it.1);
    let mut at = edge.or((english && opens_unit(line, i)).then_some(i + 1))?;
    let in_it = line.has(at, Class::In) && !line.has(at, Class::Of);
    // "Ende des Jahres", "fine dell'anno" have their article in it; "a fine anno" has none.
    let with_article = line.like(at, "des du del dell della dello do da");
    if any!(line, at, In, Of) {
        at += 1;
    } else if !line.apostrophe(at) && !line.speaks("it") {
        return None;
    }
    at += usize::from(line.apostrophe(at));
    let the = with_article || line.has(at, Class::The) || line.has(at, Class::Of) && !english;
    at += usize::from(any!(line, at, The, Of));
    at += usize::from(the && line.apostrophe(at));
    let (unit, end) = parts::unit(line, at)?;
    // "the end of the day" is a phrase, "the end of the war" no time; "early in week 3" has a number.
    if unit.of_day()
        || parts::is_many(line, end - 1)
        || unit.kind == b'D' && !in_it
        || unit.factor > 3
        || !the && (in_it || !line.at_end(end))
        || any!(line, end, Of, Last, Next)
        || line.digits(end).is_some_and(|it| it.1 == 4)
    {
        return None;
    }
    let Some(anchor) = scene.anchor else { return Some(unknown(i, end, DateKind::Date, "running_unit")) };
    unit_around(i, end, anchor.day, unit, 0, "running_unit")
}

/// "that year", "that day", "that same year", "the day before".
pub fn that_unit(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    // The scan stops at the unit: "that [year]".
    let (unit, end) = parts::unit(line, i)?;
    if i == 0 || unit.of_day() || !line.english {
        return None;
    }
    // "over the weekend", "at the weekend": the last one; "will meet at the weekend", "planned for the weekend": the one to come.
    if unit.kind == b'E'
        && i > 1
        && line.word(i - 1) == "the"
        && line.like(i - 2, "over at on during throughout for")
        && !line.has(end, Class::Of)
        && !line.like(end, "before after")
    {
        let ahead = line.word(i - 2) == "for" || scene.future(i);
        return Some(match scene.anchor {
            Some(anchor) => {
                let by = i64::from(ahead || calendar::weekday(anchor.day) > 5) - 1;
                unit_around(i - 1, end, anchor.day, unit, by, "weekend")?
            }
            None => unknown(i - 1, end, DateKind::Date, "weekend"),
        });
    }
    // "the day before": told of the story, and only where nothing follows that it is before.
    let by = match line.word(end) {
        "before" => -1,
        "after" => 1,
        _ => 0,
    };
    // "the week after next", "the year to date": counted from publication.
    let the = line.has(i - 1, Class::The);
    if the && by == 1 && line.word(end + 1) == "next" {
        let found = scene.anchor.and_then(|it| unit_around(i - 1, end + 2, it.day, unit, 2, "after_next"));
        return Some(found.unwrap_or_else(|| unknown(i - 1, end + 2, DateKind::Date, "after_next")));
    }
    if line.word(end) == "to" && line.word(end + 1) == "date" && unit.kind != b'D' {
        let whole = scene.anchor.and_then(|it| unit_around(i, end + 2, it.day, unit, 0, "to_date"));
        return Some(match (whole.map(|it| it.value), scene.anchor) {
            (Some(Value::Point(first) | Value::Range(first, _)), Some(anchor)) => {
                range(i, end + 2, first, anchor.today(), "to_date")
            }
            _ => unknown(i, end + 2, DateKind::Range, "to_date"),
        });
    }
    if by != 0 && line.has(i - 1, Class::The) && line.at_end(end + 1) {
        let found = scene.last.and_then(|last| from_story(i - 1, end + 1, last, unit, by));
        return Some(found.unwrap_or_else(|| unknown(i - 1, end + 1, DateKind::Date, "story_unit")));
    }
    let same = line.word(i - 1).eq_ignore_ascii_case("same");
    let at = if same { i.checked_sub(2)? } else { i - 1 };
    let word = line.word(at);
    let that = word.eq_ignore_ascii_case("that");
    if !(that || same && word.eq_ignore_ascii_case("the")) {
        return None;
    }
    if unit.kind == b'D' && !same {
        return None;
    }
    Some(match scene.last.and_then(|last| from_story(at, end, last, unit, 0)) {
        Some(found) => found,
        None => unknown(at, end, DateKind::Date, "story_unit"),
    })
}

/// A part of the day that many days from publication; without one the part is known all the same: "tonight at 8".
fn part_of(scene: &Scene, from: usize, end: usize, part: Option<u8>, by: i64, rule: &'static str) -> Raw {
    let day = scene.anchor.map_or(Point::default(), |it| anchored(Point::of_day(it.day + by)));
    point(from, end, Point { part, ..day }, rule)
}

/// "last night", "tonight".
pub fn night(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (sense, end) = line.sense(i, Class::Night)?;
    // "heute Morgen" and its like stand in the same list, marked.
    let part = (!parts::doubtful(sense.name)).then_some(18);
    Some(part_of(scene, i, end, part, sense.value as i64, "night"))
}

/// Romance and others: "la semana pasada", "l'année dernière", "lunes próximo": the word stands behind.
pub fn unit_shifted_behind(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    // Germanic languages have it in front.
    if matches!(line.table.tag, "en" | "nl") {
        return None;
    }
    let by = |at: usize| shift_word(scene, at);
    if let Some((weekday, _, at)) = parts::weekday(line, i) {
        let (by, end) = by(at)?;
        // "Dienstag nächster Woche": the word belongs to the week.
        if line.has(end, Class::Unit) {
            return None;
        }
        return Some(match scene.anchor {
            Some(anchor) => point(
                i,
                end,
                anchored(Point { weekday: Some(weekday), ..shifted_weekday(anchor.day, weekday, by) }),
                "weekday_shifted",
            ),
            None => point(i, end, Point { weekday: Some(weekday), ..Point::default() }, "weekday_shifted"),
        });
    }
    if let Some((sense, at)) = line.sense(i, Class::Season) {
        let (by, end) = by(at)?;
        let first: u8 = sense.name.trim_end_matches('?').parse().unwrap_or(3);
        return Some(periods::season_of(i, end, first, scene.anchor.map(|it| season_year(it, first, by))));
    }
    if let Some((month, false, at)) = parts::month(line, i).filter(|_| whole_month(line, i)) {
        let (by, end) = by(at)?;
        // "Mai letzten Jahres"
        if line.has(end, Class::Unit) {
            return None;
        }
        return Some(shifted_month(scene, i, end, month, by));
    }
    if let Some((length, at)) = parts::length(line, i)
        && !length.article
        && let Some((by, end)) = by(at)
    {
        return Some(span_of_length(scene, i, end, &length, by, false));
    }
    let (unit, at) = parts::unit(line, i)?;
    // "le trimestre en cours", "el mes actual"
    let running = line.sense(at, Class::This).filter(|it| parts::doubtful(it.0.name)).map(|it| it.1);
    let course = line.like(at + 1, "cours curso corso") && line.word(at).len() == 2;
    let running = running.or(course.then_some(at + 2));
    let (by, end) = running.map(|it| (0, it)).or_else(|| by(at))?;
    if unit.of_day() || by != 0 && parts::is_many(line, at - 1) {
        return None;
    }
    // Spanish keeps the article: "la semana pasada".
    let article = i > 0 && line.speaks("es") && line.has(i - 1, Class::The) && unit.factor != 3;
    let i = i - usize::from(article);
    let nowhere = Some(unknown(i, end, DateKind::Date, "unit_shifted"));
    if behind_story(scene, end - 1, unit) {
        return scene.last.and_then(|last| from_story(i, end, last, unit, by)).or(nowhere);
    }
    let Some(anchor) = scene.anchor else { return nowhere };
    unit_around(i, end, anchor.day, unit, by, "unit_shifted")
}
