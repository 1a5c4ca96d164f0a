//! Lengths of time that lead to a date: "three days ago", "in two weeks", "two weeks after Easter", "the 5 past years".

use super::absolute::{point, range};
use super::calendar::{self, Clock, Point};
use super::parts::{self, Length};
use super::relative::{anchored, of_story, shift_word, shifted_unit, unit_shifted_behind, unknown};
use super::{DateKind, Raw, Scene, Value, holidays, periods};
use crate::decimal::rest;
use crate::find::line::{Line, Shape, any};
use crate::lexicon::table::{Class, Sense};

/// A length of time before or behind the anchor: "the last five years".
pub(super) fn span_of_length(
    scene: &Scene,
    from: usize,
    end: usize,
    length: &Length,
    by: i64,
    story: bool,
) -> Raw {
    let found = scene.anchor.filter(|_| !story).and_then(|anchor| {
        // "the past 24 hours" need no hour.
        let (amount, unit) = length.parts[0];
        let days = unit.kind == b'H' && amount.is_some_and(|it| rest(it, 24.0) == 0.0);
        let here = anchored(scene.now(length).or(days.then(|| anchor.today()))?);
        let there = moved(here, length, by)?;
        // "next 3 days" begin tomorrow.
        let day = length.parts[0].1.kind == b'D' && by > 0;
        let here = if day { anchored(Point::of_day(anchor.day + 1)) } else { here };
        Some(if by < 0 {
            range(from, end, there, here, "shifted_length")
        } else {
            range(from, end, here, there, "shifted_length")
        })
    });
    found.unwrap_or_else(|| unknown(from, end, DateKind::Range, "shifted_length"))
}

/// A point moved by a length; the precision stays. None when an amount is unknown or absurd.
pub fn moved(start: Point, length: &Length, by: i64) -> Option<Point> {
    let mut day = start.first_day()?;
    let mut seconds: i64 = start.clock.map_or(0, |it| {
        i64::from(it.hour) * 3600 + i64::from(it.minute) * 60 + i64::from(it.second.unwrap_or(0))
    });
    for (amount, unit) in &length.parts[..length.n] {
        let amount = (*amount)? * f64::from(unit.factor);
        if !(0.0..1e6).contains(&amount) {
            return None;
        }
        let whole = amount as i64 * by;
        match unit.kind {
            b'S' => seconds += (amount * by as f64) as i64,
            b'M' => seconds += (amount * 60.0 * by as f64) as i64,
            b'H' => seconds += (amount * 3600.0 * by as f64) as i64,
            b'D' | b'E' => day += (amount * by as f64) as i64,
            b'W' => day += (amount * 7.0 * by as f64) as i64,
            kind => {
                let months = if kind == b'Y' { (amount * 12.0 * by as f64) as i64 } else { whole };
                let (year, month, of_month) = calendar::civil(day);
                let (year, month) = calendar::add_months(year, month, months as i32);
                day = calendar::days(year, month, of_month.min(calendar::month_length(year, month)));
            }
        }
    }
    day += seconds.div_euclid(86_400);
    let seconds = seconds.rem_euclid(86_400);
    let clock = start.clock.map(|it| Clock {
        hour: (seconds / 3600) as u8,
        minute: (seconds / 60 % 60) as u8,
        second: (it.second.is_some() || seconds % 60 != 0).then_some((seconds % 60) as u8),
        ..it
    });
    Some(Point { clock, anchored: start.anchored, ..Point::of_day(day) })
}

/// As precise as the unit: "two years ago" is a year, "three weeks ago" a day.
fn rounded(point: Point, length: &Length) -> Point {
    match length.parts[length.n - 1].1.kind {
        b'Y' if length.parts[0].0.is_none_or(|it| it.fract() == 0.0) => {
            Point { month: None, day: None, clock: None, ..point }
        }
        b'Y' | b'O' => Point { day: None, clock: None, ..point },
        b'S' | b'M' | b'H' => point,
        _ => Point { clock: None, ..point },
    }
}

/// "three years ago", "two weeks later", "in 5 minutes", "3 days from today", "hace dos años", "vor drei Jahren".
pub fn length_away(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (length, end) = parts::length(line, i)?;
    let mut from = i;
    let (start, by, end) = if let Some((sense, next)) = line.sense(end, Class::Ago) {
        // "ten years before the war" counts from the war; "back" needs its stop.
        if sense.value != 0.0
            && line.lexemes.get(next).is_some_and(|it| it.shape == Shape::Word && !line.at_end(next))
        {
            // 2 days before yesterday
            if let Some((shifted, next)) = reference(scene, next) {
                (shifted, -1, next)
            } else if matches!(line.word(end), "before" | "prior") {
                return None;
            } else {
                (scene.story_now(&length), -1, next)
            }
        } else if sense.value != 0.0 {
            // "Down from 19% a year earlier": the year of another paragraph's date may be another's.
            let figure = i > 0
                && (line.mark(i - 1, b'%')
                    || line.is(i - 1, Shape::Digits)
                    || any!(line, i - 1, Percent, Scale, Currency, From));
            let years = length.parts[0].1.kind == b'Y';
            let open = if figure { scene.started && scene.here.is_none() } else { !scene.started && years };
            (if open { None } else { scene.story_now(&length) }, -1, next)
        } else if line.word(end) == "back" && !line.at_end(next) {
            return None;
        } else {
            (scene.now(&length), -1, next)
        }
    } else if let Some((sense, next)) = line.sense(end, Class::Later) {
        // "une semaine après l'accord", "tres días después de la cita"; but "tres días después fue aprobado".
        let after = line.like(end, "after après") || !line.english && line.has(next, Class::Of);
        let told = if after || !line.english && sense.value != 0.0 { reference(scene, next) } else { None };
        if let Some((shifted, next)) = told {
            (shifted, 1, next)
        } else if after {
            if !line.at_end(next) {
                return None;
            }
            (scene.story_now(&length), 1, next)
        } else if sense.value == 0.0 {
            (scene.now(&length), 1, next)
        } else {
            // "A decade later the firms merged" counts from a date that nobody told.
            let open = !scene.started && length.parts[0].1.kind == b'Y';
            (if open { None } else { scene.story_now(&length) }, 1, next)
        }
    } else if let Some((sense, next)) = line.sense(end, Class::Bound)
        && !line.english
        && let Some((shifted, next)) = reference(scene, next)
    {
        // deux jours avant hier, twee weken na morgen
        (shifted, if sense.value < 0.0 { -1 } else { 1 }, next)
    } else if line.has(end, Class::From)
        && let Some((shifted, next)) = reference(scene, end + 1)
    {
        (shifted, 1, next)
    } else if let Some((_, at)) = line.before(hedged(line, i), Class::AgoBefore) {
        from = at;
        (scene.now(&length), -1, end)
    } else if i > 0
        && let Some((_, at)) = ahead(line, i)
        && (!length.weak || length.n > 1)
    {
        // "in two years" may be how long something took; the future tense or the end of the sentence tell.
        let within = line.word(at).eq_ignore_ascii_case("within");
        // "as far as one could walk in a day" is a length.
        let a_day = length.article && length.parts[0].1.kind == b'D';
        let short = within || length.parts[0].1.of_day() || scene.future(i) && !a_day;
        let ends = line.at_end(end) && !length.article && amount_is_known(&length);
        // "for the first time in two hundred years" looks back, "in a second bowl" is no time.
        let back = at > 0 && line.word(at - 1) == "time";
        let noun = length.article && length.parts[0].1.kind == b'S' && !line.at_end(end);
        // "It was processed in 52 days", "the first film in 25 years", "In 10 years the war has cost": how long it took.
        let told = |it: usize| {
            super::told(line, it) && !line.like(it, "said told")
                || line.like(it, "has have only largest biggest highest lowest worst best")
                || it < at && line.sense(it, Class::Ordinal).is_some()
        };
        let stop = |it: &usize| line.mark(*it, b'.') && !line.glued(it + 1);
        let near = (at.saturating_sub(14)..at).rev().take_while(|it| !stop(it)).any(told);
        let behind = at < 2 && (end..end + 12).any(told);
        let took = (near || behind) && !within && !scene.future(i);
        // "subió un 0,5 % en un año", "acumulada em 12 meses é de": "en" and "em" are also how long something took.
        let past = |it: usize| {
            line.mark(it, b'%') || ["ó", "ou", "iu", "ada"].iter().any(|end| line.word(it).ends_with(end))
        };
        let open = line.like(at, "en em") && !scene.future(i) && (at.saturating_sub(9)..at).any(past);
        if line.english && (!(short || ends) || back || noun || took) || open || line.has(end, Class::Of) {
            return None;
        }
        from = at;
        (scene.now(&length), 1, end)
    } else {
        return None;
    };
    // "dentro de 3 minutos a partir de ahora"
    if by > 0
        && from == i
        && !line.english
        && let Some((_, at)) = ahead(line, i)
    {
        from = at;
    }
    // "a few years ago", "in a couple of minutes", and "within 36 hours" of nobody knows when: no place in time.
    let of_day = length.parts[0].1.of_day();
    let vague = !amount_is_known(&length) && (of_day || from == i)
        || from < i && of_day && start.is_none() && scene.anchor.is_some();
    // "Er lief 10 km in 45 Minuten", "corrió 10 km en 45 minutos"
    let nowhere = from < i && of_day && start.is_none() && line.like(from, "in en em");
    if vague && (line.english || nowhere) {
        return None;
    }
    // What lies ahead is a deadline and counts to the day; "two years ago" means the year.
    let found = start
        .and_then(|start| moved(start, &length, by))
        // "They still live by it, 200 years later": no day that is to come.
        .filter(|it| {
            let late = scene.anchor.is_some_and(|now| it.days() > Some(now.day));
            !(late && length.parts[0].1.kind == b'Y' && line.word(end - 1) == "later" && !scene.future(i))
        })
        .map(|it| if by > 0 && it.anchored { it } else { rounded(it, &length) });
    Some(match found {
        Some(found) => {
            let found = if scene.anchor.is_some_and(|it| it.seconds.is_none()) && length.parts[0].1.of_day() {
                Point { clock: None, ..found }
            } else {
                found
            };
            point(from, end, found, "length_away")
        }
        None => unknown(from, end, DateKind::Date, "length_away"),
    })
}

/// "in", "dentro de", "dans les" before the length at `i`: it lies ahead.
fn ahead(line: &Line, i: usize) -> Option<(&'static Sense, usize)> {
    let article = usize::from(line.speaks("fr") && i > 0 && line.has(i - 1, Class::The));
    line.before(i - article, Class::In).filter(|it| it.0.value > 0.0)
}

/// `i`, or where "environ", "aproximadamente", "etwa" before it begins.
fn hedged(line: &Line, i: usize) -> usize {
    line.before(i, Class::Hedge).map_or(i, |it| it.1)
}

fn amount_is_known(length: &Length) -> bool {
    length.parts[..length.n].iter().all(|it| it.0.is_some())
}

/// What a length is counted from: today, tomorrow, a date.
fn reference(scene: &Scene, i: usize) -> Option<(Option<Point>, usize)> {
    let line = scene.line;
    if let Some((sense, next)) = line.sense(i, Class::Day) {
        return Some((scene.anchor.map(|it| anchored(Point::of_day(it.day + sense.value as i64))), next));
    }
    // "3 dagen na de 12e januari", "dos días antes de ayer"
    let skip = !line.english && [Class::The, Class::On, Class::Of].iter().any(|&it| line.has(i, it));
    let found = unit_shifted_behind(scene, i)
        .or_else(|| super::absolute::weekday(scene, i))
        .or_else(|| super::absolute::month_day(scene, i))
        .or_else(|| super::absolute::day_month(scene, i))
        .or_else(|| super::numeric::iso_date(scene, i))
        .or_else(|| super::numeric::numeric_date(scene, i))
        .or_else(|| shifted_unit(scene, i))
        .or_else(|| holidays::holiday(scene, i))
        .filter(|it| it.from == i);
    let Some(found) = found else { return if skip { reference(scene, i + 1) } else { None } };
    let Value::Point(date) = found.value else { return None };
    let date = super::fill(scene, &found, date);
    Some((Some(date).filter(|it| it.year.is_some()), found.end))
}

/// "the 5 past years", "2 next days", "dos últimos años": the number stands first.
pub fn counted_shift(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let number = crate::find::quantities::numerals::numeral(line, i)?;
    let (by, at) = shift_word(scene, number.end)?;
    let (unit, end) = parts::unit(line, at)?;
    // "at least $1k last month", "I counted 13 last minute", "she will be 40 next month"
    if line.english && !parts::is_many(line, end - 1)
        || number.scaled && !number.words
        || unit.of_day() && line.english
        || i > 0 && line.has(i - 1, Class::CurrencySign)
    {
        return None;
    }
    let length = periods::single(number.value?, unit);
    if unit.kind == b'S' {
        return None;
    }
    Some(span_of_length(scene, i, end, &length, by, of_story(line.word(number.end))))
}
