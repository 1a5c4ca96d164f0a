//! Periods: decades, centuries, quarters, seasons, lengths of time and what comes again.

use super::absolute::{range, ymd};
use super::calendar::{self, Point};
use super::parts;
use super::years::spoken_year;
use super::{DateKind, Raw, Scene, Value};
use crate::decimal::rest;
use crate::find::line::{Shape, any};
use crate::find::quantities::numerals;
use crate::lexicon::table::Class;

/// From the first day of a year to the last of another.
pub fn years(from: usize, end: usize, first: i32, last: i32, rule: &'static str) -> Raw {
    range(from, end, ymd(Some(first), 1, 1), ymd(Some(last), 12, 31), rule)
}

/// Before a decade these make it an age.
pub const WHOSE: &str = "his her their my our your its";

/// "1990s", "the '60s", "90s", "the nineties", "mid-1980s", "die 1980er Jahre", "les années 80".
pub fn decade(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    if let Some((sense, at)) = line.sense(i, Class::Era10) {
        // "the sixties"; "in her thirties" is an age.
        if sense.value > 0.0 {
            let n = 1900 + sense.value as i32;
            let whose = edge_before(scene, i).checked_sub(1).is_some_and(|it| line.like(it, WHOSE));
            return (!whose).then(|| years(edge_before(scene, i), at, n, n + 9, "decade_word"));
        }
        // "años 80", "années 1990": the word stands first.
        let first_year = |at: usize| {
            let at = at + usize::from(line.apostrophe(at));
            let (n, end) = match line.digits(at) {
                Some((n, 2 | 4)) => (n as i32, at + 1),
                Some(_) => return None,
                None => numerals::numeral(line, at).and_then(|it| Some((it.value? as i32, it.end)))?,
            };
            let n = if n < 100 && (n >= 20 || line.digits(at).is_some()) { 1900 + n } else { n };
            (n % 10 == 0 && n >= 1000).then_some((n, end))
        };
        let (first, end) = first_year(at)?;
        // "les années 60 et 70", "jaren zestig en zeventig"
        let next = if line.has(end, Class::And) { first_year(end + 1) } else { None };
        let (last, end) = next.filter(|it| it.0 == first + 10).unwrap_or((first, end));
        return Some(years(i, end, first, last + 9, "decade"));
    }
    let the = i > 0 && line.has(i - 1, Class::The);
    let apostrophe = i > 0 && line.apostrophe(i - 1) && line.glued(i);
    let from = if apostrophe { i - 1 } else { i };
    let (n, len) = line.digits(i)?;
    let n = n as i32;
    // "in the 740s", not the A320s
    if n % 10 != 0 || !(matches!(len, 2 | 4) || len == 3 && the) || (len == 4 && !(1000..=2990).contains(&n))
    {
        return None;
    }
    let mut end = i + 1;
    if line.apostrophe(end) && line.glued(end) {
        end += 1;
    }
    let word = line.word(end);
    let sticks = line.glued(end);
    let closes = match word {
        "s" | "S" => line.english && (sticks || (end == i + 1 && line.at_end(end + 1))),
        "er" | "ern" => sticks && line.speaks("de"),
        _ => false,
    };
    // "Vision 2030's goals"
    let owner = i > 0 && end > i + 1 && line.upper(i - 1) && line.lexemes[i - 1].classes == 0;
    if !closes || owner || (len == 2 && !(the || apostrophe || sticks)) {
        return None;
    }
    end += 1;
    // "-70s" of a temperature, "in his 40s" and "Under-20s" of an age.
    if len == 2 {
        if i > 1 && line.dash(i - 1) && line.glued(i) && !line.has(i - 2, Class::Edge) {
            return None;
        }
        let edge = i > 1 && line.has(i - 1, Class::Edge);
        let degrees = (i.saturating_sub(6)..i).any(|at| line.like(at, "temperatures highs lows"));
        if degrees || i > 0 && line.like(if edge { i - 2 } else { i - 1 }, WHOSE) {
            return None;
        }
    }
    let dash = usize::from(line.dash(end) && line.glued(end));
    if line.speaks("de") && line.has(end + dash, Class::Unit) {
        end += 1 + dash; // Jahre
    } else if line.speaks("de") && len == 2 && !the {
        return None;
    }
    // "in the 50s BC"
    if let Some((_, end)) = line.sense(end, Class::Era).filter(|it| it.0.value < 0.0 && line.upper(end)) {
        return Some(years(edge_before(scene, from), end, -8 - n, 1 - n, "decade"));
    }
    let first = if len > 2 {
        n
    } else if n == 10 || n == 0 {
        2000 + n
    } else {
        1900 + n
    };
    let from = edge_before(scene, from);
    // The 1600s are a century.
    let last = if len == 4 && n % 100 == 0 && n < 1900 { first + 99 } else { first + 9 };
    Some(years(from, end, first, last, "decade"))
}

/// "the 19th century", "the twentieth century", "7th century BC", "siglo XIX", "XIXe siècle".
pub fn century(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    if let Some((_, at)) = line.sense(i, Class::Era100) {
        // Brazilian newspapers write "século 19".
        let figures = || Some(line.digits(at).filter(|it| it.0 < 22)?.0 as i32);
        let n = roman(line.word(at)).or_else(figures)?;
        return century_of(scene, i, at + 1, n);
    }
    let nth = |i: usize| {
        parts::ordinal_figures(line, i)
            .map(|(n, at)| (n as i32, at))
            .or_else(|| parts::ordinal_word(line, i).map(|(n, at)| (n as i32, at)))
            .or_else(|| {
                // 19. Jahrhundert
                let (n, len) = line.digits(i)?;
                (len <= 2 && line.mark(i + 1, b'.') && line.glued(i + 1)).then_some((n as i32, i + 2))
            })
            .or_else(|| roman_ordinal(line.word(i)).map(|n| (n, i + 1)))
            .filter(|(n, _)| (1..=40).contains(n))
    };
    let unit = |at: usize| {
        let at = if line.dash(at) && line.glued(at) { at + 1 } else { at };
        let (unit, end) = parts::unit(line, at)?;
        (unit.factor == 100 && unit.kind == b'Y').then_some(end)
    };
    // "nel Settecento", "il Novecento": by its hundreds
    if line.speaks("it")
        && line.upper(i)
        && i > 0
        && any!(line, i - 1 - usize::from(i > 1 && line.apostrophe(i - 1)), The, Of, Beside)
        && let Some(number) = numerals::numeral(line, i).and_then(|it| it.value)
        && rest(number, 100.0) == 0.0
        && (200.0..1000.0).contains(&number)
    {
        return century_of(scene, i, i + 1, number as i32 / 100 + 11);
    }
    let (n, at) = nth(i)?;
    // "the late 19th and early 20th centuries", "from the 16th to the 18th century"
    if (any!(line, at, And, To) || line.dash(at))
        && let Some(behind) = (at + 1..at + 4).find(|&it| !any!(line, it, The, Edge) && !line.apostrophe(it))
        && let Some((last, end)) = nth(behind)
        && let Some(end) = unit(end)
        && last > n
    {
        let from = super::absolute::opening(scene, edge_before(scene, i));
        return Some(years(from, end, n * 100 - 100, last * 100 - 1, "centuries"));
    }
    century_of(scene, i, unit(at)?, n)
}

/// "early 1980s", "mid-1980s", "late 19th century": the word belongs to the period.
fn edge_before(scene: &Scene, from: usize) -> usize {
    let line = scene.line;
    let at = if from > 1 && line.dash(from - 1) && line.glued(from) { from - 1 } else { from };
    if at > 0 && line.has(at - 1, Class::Edge) && line.english { at - 1 } else { from }
}

fn century_of(scene: &Scene, from: usize, end: usize, n: i32) -> Option<Raw> {
    let line = scene.line;
    let from = edge_before(scene, from);
    if !(1..=40).contains(&n) {
        return None;
    }
    if let Some((sense, next)) = line.sense(end, Class::Era)
        && (line.upper(end) || !line.english)
    {
        let (first, last) = if sense.value < 0.0 {
            (1 - n * 100, 1 - ((n - 1) * 100 + 1))
        } else {
            (n * 100 - 100, n * 100 - 1)
        };
        return Some(years(from, next, first, last, "century"));
    }
    Some(years(from, end, n * 100 - 100, n * 100 - 1, "century"))
}

/// A Roman number up to 39, in capitals.
fn roman(word: &str) -> Option<i32> {
    let mut total = 0;
    let mut last = 0;
    if word.is_empty() || word.len() > 6 {
        return None;
    }
    for byte in word.bytes().rev() {
        let n = match byte {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            _ => return None,
        };
        if n < last {
            total -= n;
        } else {
            (total, last) = (total + n, n);
        }
    }
    Some(total)
}

/// XIX (siècle, secolo), XIXe, XIXème.
fn roman_ordinal(word: &str) -> Option<i32> {
    let stem = word.trim_end_matches(|c: char| c.is_lowercase());
    if word.len() - stem.len() > 5 {
        return None;
    }
    roman(stem)
}

/// "Q1 2019", "2019-Q1", "the first quarter of 2013", "H2", "the last quarter" is relative.
pub fn quarter(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let months = |from: usize, end: usize, year: Option<i32>, first: u8, n: u8, rule: &'static str| {
        let last = first + n - 1;
        range(from, end, ymd(year, first, 1), ymd(year, last, calendar::month_length(2001, last)), rule)
    };
    // 2019 q1, 2019-Q1
    if let Some((year, 4)) = line.digits(i) {
        if !(1900..2100).contains(&year) {
            return None;
        }
        let at = if line.dash(i + 1) { i + 2 } else { i + 1 };
        let (sense, end) = line.sense(at, Class::Quarter)?;
        let (n, k) = (sense.value as u8 / 10, sense.value as u8 % 10);
        return Some(months(i, end, Some(year as i32), (k - 1) * n + 1, n, "year_quarter"));
    }
    if let Some((sense, end)) = line.sense(i, Class::Quarter) {
        let (n, k) = (sense.value as u8 / 10, sense.value as u8 % 10);
        let at =
            if line.dash(end) || line.has(end, Class::Of) || line.mark(end, b'/') { end + 1 } else { end };
        let year = parts::year(line, at, false);
        // H1 alone is a virus, a heading, a visa; Q1 the first question of an interview.
        let cue = i > 0 && any!(line, i - 1, In, Beside, This, The);
        if year.is_none() && (n == 6 || !cue) {
            return None;
        }
        let (year, end) = year.map_or((None, end), |(year, next)| (Some(year), next));
        return Some(months(i, end, year, (k - 1) * n + 1, n, "quarter"));
    }
    // the first quarter of 2013, the third-quarter
    let (k, at) = parts::ordinal_figures(line, i)
        .map(|(n, at)| (f64::from(n), at))
        .or_else(|| parts::ordinal_word(line, i))
        .or_else(|| {
            let (n, len) = line.digits(i)?;
            (len == 1 && line.mark(i + 1, b'.') && !line.english).then_some((f64::from(n), i + 2))
        })?;
    let at = if line.dash(at) && line.glued(at) { at + 1 } else { at };
    let half = line.sense(at, Class::Fraction).filter(|it| it.0.value == 2.0).map(|it| it.1);
    let (n, mut end) = match half {
        Some(end) => (6, end),
        // "premier semestre 2025", "erstes Halbjahr"
        None => match parts::unit(line, at)? {
            (parts::Unit { factor: n @ (3 | 6), kind: b'O' }, end) => (n as u8, end),
            _ => return None,
        },
    };
    let half = half.is_some();
    let k = k as u8;
    // "with 4:35 left in the third quarter" of a match
    let match_time = line.english && i > 2 && line.like(i - 3, "left remaining play");
    if k < 1 || k > 12 / n || match_time {
        return None;
    }
    let behind = if line.has(end, Class::Of) || line.speaks("de") && line.has(end, Class::The) {
        end + 1
    } else {
        end
    };
    let mut year = None;
    if let Some((found, next)) = parts::year(line, behind, false) {
        (year, end) = (Some(found), next);
    } else if let Some(whole) = half_of(scene, behind, k).filter(|_| half && behind > end) {
        return Some(Raw { from: i, ..whole });
    } else if half {
        // The first half of a match is no half of a year.
        let (unit, _, next) = year_phrase(scene, behind)?;
        (year, end) = (unit, next);
    } else if behind > end
        && let Some((found, _, next)) = year_phrase(scene, behind)
    {
        (year, end) = (found, next);
    }
    // "el primer trimestre de 2017"
    let from = i - usize::from(i > 0 && line.speaks("es") && line.has(i - 1, Class::The));
    Some(months(from, end, year, (k - 1) * n + 1, n, if half { "half_year" } else { "nth_quarter" }))
}

/// "the first half of the 20th century", "the second half of the 1990s": the years of the first or second half.
fn half_of(scene: &Scene, i: usize, k: u8) -> Option<Raw> {
    let line = scene.line;
    let at = (i..i + 3).find(|&it| !line.has(it, Class::The) && !line.apostrophe(it))?;
    let whole = century(scene, at).or_else(|| decade(scene, at))?;
    let Value::Range(Point { year: Some(first), .. }, Point { year: Some(last), .. }) = whole.value else {
        return None;
    };
    let middle = first + (last - first + 1) / 2;
    let (first, last) = if k == 1 { (first, middle - 1) } else { (middle, last) };
    Some(years(i, whole.end, first, last, "half_of"))
}

/// "week 31", "KW 12", "semaine 10": a week by its number. A capital in English names a round of games.
pub fn numbered_week(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (sense, at) = line.sense(i, Class::YearWord)?;
    let english = line.english;
    let spelled = line.sense(at, Class::Cardinal).filter(|_| !english).map(|it| (it.0.value as u32, 1));
    let (week, 1 | 2) = line.digits(at).or(spelled)? else { return None };
    if sense.name != "W"
        || !(1..=53).contains(&week)
        || (english && line.upper(i))
        || line.glued(at + 1) && !line.at_end(at + 1)
        || parts::meridiem(line, at + 1).is_some()
    {
        return None;
    }
    // "week 3 of 2027", "week 27 of last year"
    let of = if line.has(at + 1, Class::Of) { at + 2 } else { at + 1 };
    let told = parts::year(line, of, false)
        .map(|(year, end)| (Some(year), false, end))
        .or_else(|| spoken_year(scene, of).map(|(year, end)| (Some(year), false, end)))
        .or_else(|| if of > at + 1 { year_phrase(scene, of) } else { None });
    let (year, anchored, end) = told.unwrap_or((scene.anchor.map(|it| it.date.0), true, at + 1));
    let Some(year) = year else {
        let (value, kind) = (Value::Week(week as u8), DateKind::Range);
        return Some(Raw { from: i, end, value, kind, rule: "numbered_week", weak: false });
    };
    // The week that holds 4 January is the first.
    let fourth = calendar::days(year, 1, 4);
    let monday = fourth - i64::from(calendar::weekday(fourth)) + 1 + 7 * (i64::from(week) - 1);
    let [first, last] = [monday, monday + 6].map(|it| Point { anchored, ..Point::of_day(it) });
    Some(range(i, end, first, last, "numbered_week"))
}

/// "last year", "this year", "next year", "the year": the year where it is known.
pub fn year_phrase(scene: &Scene, i: usize) -> Option<(Option<i32>, bool, usize)> {
    let line = scene.line;
    let at = if line.has(i, Class::The) { i + 1 } else { i };
    let at = at + usize::from(line.apostrophe(at));
    let is_year = |at: usize| {
        let (unit, next) = parts::unit(line, at)?;
        ((unit.factor, unit.kind) == (1, b'Y')).then_some(next)
    };
    let year = |shift: i32| scene.anchor.map(|it| it.date.0 + shift);
    // "año pasado", "ano passado"
    if let Some(next) = is_year(at) {
        let shift = i32::from(line.has(next, Class::Next)) - i32::from(line.has(next, Class::Last));
        // "the first quarter of the year", "del año", "de l'année"
        let runs = i > 0 && line.has(i - 1, Class::Of) && line.digits(next).is_none();
        return (shift != 0 || runs).then(|| (year(shift), true, next + usize::from(shift != 0)));
    }
    let shift = if line.has(at, Class::Last) {
        -1
    } else if line.has(at, Class::Next) {
        1
    } else if line.has(at, Class::This) {
        0
    } else {
        return None;
    };
    let next = is_year(at + 1)?;
    Some((year(shift), true, next))
}

/// "summer", "the summer of 2010", "fall 2004", "winter of 373 - 374", "summer 2012".
pub fn season(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (sense, mut end) = line.sense(i, Class::Season)?;
    let first: u8 = sense.name.trim_end_matches('?').parse().unwrap_or(3);
    let doubt = parts::doubtful(sense.name);
    let at = if line.has(end, Class::Of) { end + 1 } else { end };
    let mut year = None;
    if let Some((found, next)) = parts::year(line, at, false) {
        (year, end) = (Some(found), next);
        // winter of 1776-77
        if (line.dash(end) || line.mark(end, b'/'))
            && line.digits(end + 1).is_some_and(|(_, len)| len == 2 || len == 4)
            && first == 12
        {
            end += 2;
        }
    } else if at > end
        && let Some((found, _, next)) = year_phrase(scene, at)
    {
        (year, end) = (found, next);
    }
    // "Winter storms", "Summer Paralympics", "summer camp": part of a name or of a noun.
    if year.is_none() && line.english && !(line.at_end(end) || clause_goes_on(scene, end)) {
        return None;
    }
    // "by Laura Winter", "le Printemps marseillais": a name.
    let behind_name = i > 0 && line.upper(i - 1) && line.lexemes[i - 1].classes == 0;
    let written_small = !line.english && !line.speaks("de") && i > 0 && !line.at_end(i - 1);
    if year.is_none() && line.upper(i) && (behind_name || written_small) {
        return None;
    }
    // "an Indian summer"
    if i > 0 && line.word(i - 1) == "Indian" {
        return None;
    }
    if doubt && year.is_none() {
        let cue = i > 0
            && (any!(line, i - 1, This, Last, Next, Edge)
                || (line.has(i - 1, Class::The) && i > 1 && line.has(i - 2, Class::In))
                || i > 1 && line.like(i - 2, "it") && line.like(i - 1, "is was"));
        if !cue {
            return None;
        }
    }
    Some(season_of(i, end, first, year))
}

/// Three months from the first.
pub fn season_of(from: usize, end: usize, first: u8, year: Option<i32>) -> Raw {
    let start = Point { year, month: Some(first), ..Point::default() };
    let (stop_year, stop_month) = match year {
        Some(year) => {
            let (year, month) = calendar::add_months(year, first, 2);
            (Some(year), month)
        }
        None => (None, (first + 1) % 12 + 1),
    };
    let stop = Point { year: stop_year, month: Some(stop_month), ..Point::default() };
    range(from, end, start, stop, "season")
}

/// "three years", "30 minutes", "a year and a half", "all week", "90-day".
pub fn duration(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (length, end) = parts::length(line, i)?;
    if i > 0 && line.glued(i) && (!line.is(i - 1, Shape::Mark) || matches!(line.byte(i - 1), b'.' | b'$')) {
        return None;
    }
    let (amount, unit) = length.parts[0];
    // "A day", "one day", "a few years" tell no length; "a five-minute walk", "a 12-year cycle" tell of the noun.
    if amount.is_none() && (line.english || unit.kind == b'Y')
        || (unit.kind == b'D' && (length.article || (amount == Some(1.0) && line.is(i, Shape::Word))))
    {
        return None;
    }
    if (i + 1..end).any(|at| line.dash(at) && line.glued(at) && line.has(at + 1, Class::Unit)) {
        return None;
    }
    // "une femme d'une cinquantaine d'années"
    let years_old = crate::find::quantities::has_years(line, i, end)
        || i > 0 && line.apostrophe(i - 1) && unit.kind == b'Y'
        || line.sense(end, Class::Old).is_some()
        || (line.dash(end) && line.has(end + 1, Class::Old));
    if years_old {
        return None;
    }
    // The newspaper "20 Minutes".
    if line.speaks("fr") && line.upper(end - 1) && !line.upper(i) {
        return None;
    }
    // "a day" says little, "a quarter of an hour" how long.
    // In the other languages "una hora" is one hour.
    // "for a decade", "lasted about a week"
    let long = line.english
        && !matches!(unit.kind, b'D' | b'E')
        && !unit.of_day()
        && i > 0
        && !line.like(i - 1, "over in within");
    let one = long || !line.english && matches!(unit.kind, b'H' | b'M');
    let weak = length.weak || length.article && unit.factor != 15 && unit.factor != 30 && !one;
    let (from, stated) = stated_length(scene, i, end);
    // "Cook for 15 minutes" measures time as flour is measured; a story tells how long something was or will be.
    let whole = length.n == 1 && amount.is_some_and(|it| it.fract() == 0.0);
    let told = |at: usize| super::told(line, at) || line.has(at, Class::Future) || line.like(at, "lasts");
    let measured = line.english && unit.of_day() && whole && !(i.saturating_sub(12)..i).any(told);
    if !stated || measured {
        return None;
    }
    Some(Raw { from, end, value: Value::Length(length), kind: DateKind::Duration, rule: "duration", weak })
}

/// Where a length begins with its hedge, and whether the sentence says how long something was: "for three years",
/// "more than 4 days", "lasted 20 minutes". Lengths that only describe ("two years younger", "the first ten days") are
/// left alone. Other languages are not that strict: their words for "for" mean much else.
fn stated_length(scene: &Scene, i: usize, end: usize) -> (usize, bool) {
    let line = scene.line;
    if let Some((hedge, at)) = line.before(i, Class::Hedge)
        && hedge.value != 0.0
        && at + 1 < i
    {
        return (at, true);
    }
    // "Three decades it took": at the start only where nothing follows.
    if !line.english || i == 0 {
        return (i, !line.english || end >= line.len());
    }
    const VERBS: &str = "for over been within throughout lasts lasted last lasting takes took take taking spent spend spending waited served suppose";
    // "the last five months of her life" last nothing.
    let the_last =
        i > 1 && line.like(i - 1, "last") && (line.has(i - 2, Class::The) || line.like(i - 2, WHOSE));
    // "sentenced to 18 months"
    let sentenced = i > 1 && line.word(i - 1) == "to" && line.word(i - 2) == "sentenced";
    let before = |at: usize| (line.like(at, VERBS) || sentenced) && !the_last;
    // "for about three years", "for another two weeks"
    let skipped = i > 1 && (line.has(i - 1, Class::Hedge) || matches!(line.word(i - 1), "another" | "the"));
    // "nine years in prison"
    const TERMS: &str = "prison jail custody detention office power";
    let term = line.word(end) == "in" && line.like(end + 1, TERMS);
    (i, term || before(i - 1) || (skipped && before(i - 2)))
}

/// "every Monday", "each week", "every two days", "daily", "Tuesdays".
pub fn every(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let kind = DateKind::Set;
    let set = |end, value, rule| Raw { from: i, end, value, kind, rule, weak: false };
    // "the first Monday of every month", "le dernier lundi de chaque mois", "am ersten Montag jedes Monats"
    let day = i + usize::from(any!(line, i, Ordinal, Last));
    if let Some((_, _, next)) = parts::weekday(line, day)
        && let at = next + usize::from(line.has(next, Class::Of))
        && (at > next || line.speaks("de"))
        && line.has(at, Class::Every)
        && let Some((_, end)) = parts::unit(line, at + 1)
    {
        return Some(set(end, Value::Unknown, "weekday_of_every"));
    }
    if let Some((sense, next)) = line.sense(i, Class::Often) {
        if line.has(next, Class::Unit) && line.english {
            return None;
        }
        // "The Daily Mail", "Publishers Weekly": names stand in capitals. "Daily life", "a weekly podcast": before a
        // noun the word says what kind, not when.
        // "told our local weekly"
        let noun = |at: usize| line.has(at, Class::The) || line.like(at, WHOSE);
        let noun = line.english && (i.max(2) - 2..i).any(noun);
        let named = noun || line.upper(i) && i > 0 && !line.at_end(i - 1);
        // "semestralmente sobre": adverbs belong to no noun.
        // "eenmaal per week" is a phrase of its own.
        let adverb = !line.english
            && (line.word(i).ends_with("mente") || line.word(i).ends_with("ment") || !sense.rest.is_empty());
        if named || !(adverb || line.at_end(next) || clause_goes_on(scene, next)) {
            return None;
        }
        // "Daily" and "every day" alone say "always" more than when; beside a clock time they count.
        let always = sense.name == "P1D" && line.english;
        return Some(Raw { weak: always, ..set(next, Value::Period(sense.name), "often") });
    }
    if let Some((weekday, _, next)) = parts::weekday(line, i)
        && parts::is_plural(line, i)
    {
        return Some(set(next, Value::Weekly(weekday, None), "weekdays"));
    }
    let (_, at) = line.sense(i, Class::Every)?;
    if let Some((weekday, doubt, next)) = parts::weekday(line, at)
        && (!doubt || line.upper(at))
    {
        return Some(set(next, Value::Weekly(weekday, None), "every_weekday"));
    }
    if line.has(at, Class::Season) || line.has(at, Class::Month) && line.upper(at) {
        return Some(set(at + 1, Value::Period("P1Y"), "every_season"));
    }
    if line.has(at, Class::Part) {
        return Some(Raw { weak: line.english, ..set(at + 1, Value::Period("P1D"), "every_part") });
    }
    if line.word(at).eq_ignore_ascii_case("weekday") {
        return Some(set(at + 1, Value::Unknown, "every_unit"));
    }
    // every other day, every four years, every year, "every other Friday", "tous les deux vendredis"
    if line.word(at) == "other" || line.sense(at, Class::Cardinal).is_some_and(|it| it.0.value == 2.0) {
        let week = parts::Unit { factor: 1, kind: b'W' };
        let weekday = parts::weekday(line, at + 1).map(|it| (week, it.2));
        if let Some((unit, next)) = weekday.or_else(|| parts::unit(line, at + 1)) {
            return Some(set(next, Value::Length(single(2.0, unit)), "every_other"));
        }
    }
    if let Some((length, next)) = parts::length(line, at)
        && !length.weak
        && length.parts[0].0.is_some()
        && !line.dash(next - 2)
    {
        return Some(set(next, Value::Length(length), "every_length"));
    }
    let (unit, next) = parts::unit(line, at)?;
    let always = matches!(unit.kind, b'D' | b'Y') && line.english;
    Some(Raw { weak: always, ..set(next, Value::Length(single(1.0, unit)), "every_unit") })
}

/// What follows begins a new part of the sentence, so that the word before it modifies no noun.
pub fn clause_goes_on(scene: &Scene, i: usize) -> bool {
    let line = scene.line;
    const FREE: u64 = Class::In.bit()
        | Class::On.bit()
        | Class::At.bit()
        | Class::From.bit()
        | Class::To.bit()
        | Class::And.bit()
        | Class::Of.bit()
        | Class::The.bit()
        | Class::Beside.bit()
        | Class::Future.bit()
        | Class::This.bit()
        | Class::A.bit();
    const WORDS: &str = "is are was were has have had can could it he she they we i you my our your his her its their here but when that which who because if though ends begins brings came comes";
    line.lexemes.get(i).is_none_or(|it| {
        it.classes & FREE != 0
            || it.shape == Shape::Mark && !matches!(it.byte, b'-' | b'%')
            || line.like(i, WORDS)
    })
}

/// One amount of one unit.
pub fn single(amount: f64, unit: parts::Unit) -> parts::Length {
    parts::Length { parts: [(Some(amount), unit); 3], n: 1, weak: false, article: false }
}
