//! Absolute dates: a day, month or year that the text names by its number or name.

use super::calendar::{self, Point};
use super::parts::{self, Unit};
use super::{DateKind, Raw, Scene, Value};
use crate::find::line::Shape;
use crate::lexicon::table::Class;

/// A point that a rule found.
pub fn point(from: usize, end: usize, point: Point, rule: &'static str) -> Raw {
    let kind = if point.clock.is_some() { DateKind::DateTime } else { DateKind::Date };
    Raw { from, end, value: Value::Point(point), kind, rule, weak: false }
}

/// From one point to another.
pub fn range(from: usize, end: usize, first: Point, last: Point, rule: &'static str) -> Raw {
    Raw { from, end, value: Value::Range(first, last), kind: DateKind::Range, rule, weak: false }
}

fn ymd(year: Option<i32>, month: u8, day: u8) -> Point {
    Point { year, month: Some(month), day: Some(day), ..Point::default() }
}

/// `2014-04-18`, `2014/04/18`, `2019-aug-1`, `20170302` in a file name is none.
pub fn iso_date(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (year, 4) = line.digits(i)? else { return None };
    if !(1000..=2999).contains(&year) || before_is_code(scene, i) {
        return None;
    }
    let mark = line.lexemes.get(i + 1)?.byte;
    if !matches!(mark, b'-' | b'/' | b'.') || !line.glued(i + 1) || !line.glued(i + 2) {
        return None;
    }
    let named = parts::month(line, i + 2);
    let month = match (line.digits(i + 2), named) {
        (Some((n, 1 | 2)), _) => n as u8,
        (_, Some((n, ..))) => n,
        _ => return None,
    };
    if !(1..=12).contains(&month) || line.lexemes.get(i + 3)?.byte != mark || !line.glued(i + 3) {
        // 2018-09 alone: a month; 2010-11 is a season, see `year_range`.
        if named.is_some() && mark != b'.' {
            let point = Point { year: Some(year as i32), month: Some(month), ..Point::default() };
            return Some(self::point(i, i + 3, point, "iso_month"));
        }
        return None;
    }
    let (day, 1 | 2) = line.digits(i + 4)? else { return None };
    if !line.glued(i + 4) || day == 0 || day > u32::from(calendar::month_length(year as i32, month)) {
        return None;
    }
    let mut end = i + 5;
    if line.mark(end, mark) && line.glued(end) && line.glued(end + 1) && line.digits(end + 1).is_some() {
        return None;
    }
    let mut point = ymd(Some(year as i32), month, day as u8);
    // 1994-11-05T13:15:30Z: the lexeme `T13` holds the hour.
    if line.glued(end) && line.word(end).starts_with('T') && line.word(end).len() == 3 {
        let hour: u8 = line.word(end)[1..].parse().ok().filter(|&it| it < 25)?;
        if line.mark(end + 1, b':')
            && let Some((minute, 2)) = line.digits(end + 2)
            && minute < 60
        {
            let mut clock =
                calendar::Clock { hour, minute: minute as u8, second: None, zone: None, sure: true };
            end += 3;
            if line.mark(end, b':')
                && let Some((second, 2)) = line.digits(end + 1)
                && second < 60
            {
                (clock.second, end) = (Some(second as u8), end + 2);
                if line.mark(end, b'.') && line.glued(end) && line.glued(end + 1) {
                    end += 2;
                }
            }
            if line.word(end).eq_ignore_ascii_case("z") && line.glued(end) {
                (clock.zone, end) = (Some(0), end + 1);
            } else if (line.mark(end, b'+') || line.dash(end))
                && line.glued(end)
                && let Some((h, 2)) = line.digits(end + 1)
                && line.mark(end + 2, b':')
                && let Some((m, 2)) = line.digits(end + 3)
            {
                let sign = if line.mark(end, b'+') { 1 } else { -1 };
                (clock.zone, end) = (Some(sign * (h * 60 + m) as i16), end + 4);
            }
            point.clock = Some(clock);
        }
    }
    Some(self::point(i, end, point, "iso_date"))
}

/// A number behind a letter, a dash or a slash that sticks to it is a piece of something longer.
fn before_is_code(scene: &Scene, i: usize) -> bool {
    let line = scene.line;
    i > 0
        && line.glued(i)
        && (line.lexemes[i - 1].shape != Shape::Mark
            || (matches!(line.lexemes[i - 1].byte, b'/' | b'.' | b':' | b'+' | b'$' | b'=')
                && line.glued(i - 1)
                && i > 1
                && line.lexemes[i - 2].shape != Shape::Mark))
}

/// `8/10/2012`, `18.4.2012`, `12-30-16`, `05-Aug-2016`, `22/Jan/2019`; English reads the month first.
pub fn numeric_date(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (a, 1 | 2) = line.digits(i)? else { return None };
    if before_is_code(scene, i) || (i > 0 && line.dash(i - 1) && line.glued(i - 1) && line.glued(i)) {
        return None;
    }
    let mark = line.lexemes.get(i + 1)?.byte;
    if !matches!(mark, b'-' | b'/' | b'.') || !line.glued(i + 1) {
        return None;
    }
    if !line.glued(i + 2) {
        return None;
    }
    let (b, named) = match (line.digits(i + 2), parts::month(line, i + 2)) {
        (Some((n, 1 | 2)), _) => (n, false),
        (_, Some((n, ..))) => (u32::from(n), true),
        _ => return None,
    };
    if line.lexemes.get(i + 3).map(|it| it.byte) != Some(mark) || !line.glued(i + 3) || !line.glued(i + 4) {
        return None;
    }
    let (year, len) = line.digits(i + 4)?;
    if len != 4 && (len != 2 || (mark == b'.' && line.table.tag == "en")) {
        return None;
    }
    if line.glued(i + 5)
        && (line.mark(i + 5, mark) || line.lexemes[i + 5].shape == Shape::Word)
        && line.glued(i + 6)
    {
        return None;
    }
    let year = if len == 2 { parts::two_digits(year as i32) } else { year as i32 };
    if !(1000..3000).contains(&year) {
        return None;
    }
    let fits = |month: u32, day: u32| {
        (1..=12).contains(&month) && day >= 1 && day <= u32::from(calendar::month_length(year, month as u8))
    };
    let month_first = line.table.tag == "en" && mark != b'.' && !named;
    let (month, day) = if month_first && fits(a, b) {
        (a, b)
    } else if fits(b, a) {
        (b, a)
    } else if !named && fits(a, b) {
        (a, b)
    } else {
        return None;
    };
    Some(point(i, i + 5, ymd(Some(year), month as u8, day as u8), "numeric_date"))
}

/// `9/11`, `Friday 7/6`, `5/12` behind a weekday; alone it is a fraction. In German `3.10.` is a date.
pub fn numeric_day(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (a, 1 | 2) = line.digits(i)? else { return None };
    let mark = line.lexemes.get(i + 1)?.byte;
    if !matches!(mark, b'/' | b'.' | b'-')
        || !line.glued(i + 1)
        || !line.glued(i + 2)
        || before_is_code(scene, i)
    {
        return None;
    }
    let (b, 1 | 2) = line.digits(i + 2)? else { return None };
    let mut end = i + 3;
    let stop = mark == b'.' && line.mark(end, b'.') && line.glued(end);
    if !stop && line.glued(end) && line.lexemes[end].shape != Shape::Mark {
        return None;
    }
    if line.glued(end)
        && line.mark(end, mark)
        && line.glued(end + 1)
        && line.lexemes[end + 1].shape == Shape::Digits
    {
        return None;
    }
    let english = line.table.tag == "en";
    let (month, day) = if english && a <= 12 { (a, b) } else { (b, a) };
    if !(1..=12).contains(&month) || day == 0 || day > u32::from(calendar::month_length(2000, month as u8)) {
        return None;
    }
    let behind_weekday =
        i > 0 && (line.has(i - 1, Class::Weekday) || (i > 1 && line.has(i - 2, Class::Weekday)));
    // "le 20/11", "entre el 10/1 y el 7/2": an article makes it a day.
    let article = !english
        && mark == b'/'
        && i > 0
        && (line.has(i - 1, Class::On)
            || line.has(i - 1, Class::The)
            || line.has(i - 1, Class::From)
            || line.has(i - 1, Class::To));
    // The day that is a name.
    let famous = english && a == 9 && b == 11 && mark == b'/';
    let german = stop && !english && line.table.tag != "fr";
    if german {
        end += 1;
    }
    if !(behind_weekday || famous || german || article) {
        return None;
    }
    let mut date = ymd(None, month as u8, day as u8);
    if famous && !behind_weekday {
        date.year = Some(2001);
    }
    Some(point(i, end, date, "numeric_day"))
}

/// `9/2012`, `(04/2016)`: a month.
pub fn numeric_month(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (month, 1 | 2) = line.digits(i)? else { return None };
    let (year, 4) = line.digits(i + 2)? else { return None };
    let alone = (i == 0 || !line.glued(i) || line.mark(i - 1, b'('))
        && !(line.glued(i + 3) && matches!(line.lexemes[i + 3].byte, b'/' | b'-' | b'%'));
    let slash = line.mark(i + 1, b'/') && line.glued(i + 1) && line.glued(i + 2);
    if !slash || !alone || !(1..=12).contains(&month) || !(1900..2100).contains(&year) {
        return None;
    }
    Some(point(
        i,
        i + 3,
        Point { year: Some(year as i32), month: Some(month as u8), ..Point::default() },
        "numeric_month",
    ))
}

/// Skips "of", "de", "of the month of", a dash between day and month.
fn to_month(scene: &Scene, i: usize) -> usize {
    let line = scene.line;
    if line.has(i, Class::Of) && line.word(i) != "in" {
        // 3 d'octobre
        return if line.apostrophe(i + 1) { i + 2 } else { i + 1 };
    }
    // 8-May-2006
    if line.dash(i) && line.glued(i) && line.glued(i + 1) && line.has(i + 1, Class::Month) {
        return i + 1;
    }
    // the 1st day of February
    if line.has(i, Class::Unit)
        && parts::unit(line, i).is_some_and(|(unit, _)| unit == Unit { factor: 1, kind: b'D' })
        && line.has(i + 1, Class::Of)
    {
        return i + 2;
    }
    i
}

/// The year behind a month or day: ", 2012", "of 1987", "96", "'96", "in 2017".
fn to_year(scene: &Scene, i: usize, day_known: bool) -> Option<(i32, usize)> {
    let line = scene.line;
    let mut at = i;
    if line.mark(at, b',') || (line.dash(at) && line.glued(at) && line.glued(at + 1)) {
        at += 1;
    } else if line.has(at, Class::Of) && (line.has(at, Class::In) || line.word(at).len() <= 3) {
        // "April of 1987", "Mayo de 1998", "june in 2019"
        at += 1;
    }
    let short = day_known && at == i;
    // "Aug 96": two digits that are no day.
    let short = short || line.digits(at).is_some_and(|(n, len)| len == 2 && n > 31 && at == i);
    let (year, next) = parts::year(line, at, short).or_else(|| spoken_year(scene, at))?;
    // "May 12 30 people": two digits are a year only where the date ends.
    if short && line.digits(at).is_some_and(|(_, len)| len == 2) {
        let behind = line.lexemes.get(next);
        let stops = behind.is_none_or(|it| it.shape == Shape::Mark && it.byte != b'%' && it.byte != b':')
            && !line.mark(next, b':');
        if !stops {
            return None;
        }
        if line.mark(next, b'.') && line.glued(next + 1) {
            return None;
        }
    }
    Some((year, next))
}

/// "nineteen ninety six", "two thousand and fifteen", "fifteen sixteen".
pub fn spoken_year(scene: &Scene, i: usize) -> Option<(i32, usize)> {
    let line = scene.line;
    if line.table.tag != "en" {
        return None;
    }
    let (head, mut at) = line.sense(i, Class::Cardinal)?;
    if (11.0..=20.0).contains(&head.value) {
        if line.dash(at) {
            at += 1;
        }
        let (tail, next) = line.sense(at, Class::Cardinal)?;
        let mut n = tail.value;
        let mut end = next;
        if n >= 20.0 {
            let unit = if line.dash(next) { next + 1 } else { next };
            if let Some((one, next)) = line.sense(unit, Class::Cardinal)
                && one.value < 10.0
                && one.value > 0.0
            {
                (n, end) = (n + one.value, next);
            }
        }
        return (n >= 10.0 && !line.has(end, Class::Scale)).then_some(((head.value * 100.0 + n) as i32, end));
    }
    let number = crate::find::quantities::numerals::numeral(line, i)?;
    let value = number.value?;
    (number.words && head.value == 2.0 && (2000.0..2100.0).contains(&value))
        .then_some((value as i32, number.end))
}

/// Where a range begins: at its "from" or "between".
pub fn opening(scene: &Scene, i: usize) -> usize {
    let line = scene.line;
    let opens = |at: usize| line.has(at, Class::From) || line.has(at, Class::Between);
    match i {
        0 => 0,
        _ if opens(i - 1) => i - 1,
        1 => 1,
        _ if (line.has(i - 1, Class::The) || line.has(i - 1, Class::On) || line.has(i - 1, Class::At))
            && opens(i - 2) =>
        {
            i - 2
        }
        _ => i,
    }
}

/// "3rd Feb 82", "31 March, 2016", "the fifth of January", "10 - 22 August 2012", "3 and 12 of Sept".
pub fn day_month(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    if before_is_code(scene, i) {
        return None;
    }
    let (day, mut at) = parts::day(line, i)?;
    // The first of two days: "5–6 September", "10 to 22 August", "3 and 12 of Sept", "14th or 15th".
    let mut second = None;
    let joined = line.dash(at)
        || line.has(at, Class::To)
        || (line.has(at, Class::And)
            && i > 0
            && (line.has(i - 1, Class::Between)
                || (line.has(i - 1, Class::The) && i > 1 && line.has(i - 2, Class::Between))));
    if joined {
        let from = if line.has(at + 1, Class::The) { at + 2 } else { at + 1 };
        if let Some((last, next)) = parts::day(line, from)
            && last > day
        {
            let month_at = to_month(scene, next);
            if parts::month(line, month_at).is_some() {
                (second, at) = (Some(last), next);
            }
        }
    }
    let month_at = to_month(scene, at);
    if month_at == at && line.mark(at, b',') {
        return None;
    }
    let month_at = if line.has(month_at, Class::The) { month_at + 1 } else { month_at };
    let (month, doubt, end) = parts::month(line, month_at)?;
    let year = to_year(scene, end, true);
    // "2 may go": a small doubtful month needs an ordinal, "of" or a year.
    if doubt && !line.lexemes[month_at].upper && year.is_none() && month_at == at && line.table.tag == "en" {
        return None;
    }
    // "one march", "the second May": number words need "of".
    if line.lexemes[i].shape == Shape::Word && month_at == at && line.table.tag == "en" {
        return None;
    }
    // "96 Aug 96", "in 2010 28 June": the day stands alone.
    let (year, end) = year.map_or((None, end), |(year, next)| (Some(year), next));
    let first = ymd(year, month, day);
    match second {
        Some(last) => Some(range(opening(scene, i), end, first, ymd(year, month, last), "days_month")),
        None => Some(point(i, end, first, "day_month")),
    }
}

/// "August 10, 2012", "Dec. 1–3", "May eighth, 2010", "Sept 29th", "October 14".
pub fn month_day(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (month, doubt, mut at) = parts::month(line, i)?;
    if (line.mark(at, b',') && line.has(at + 1, Class::Cardinal)) || line.has(at, Class::The) {
        at += 1;
    } else if line.mark(at, b',') && parts::ordinal_figures(line, at + 1).is_some() {
        at += 1; // March, 6th 2016
    } else if (line.mark(at, b'/') || line.dash(at)) && line.glued(at) && line.glued(at + 1) {
        at += 1; // Oct/2
        if line.digits(at).is_some_and(|(_, len)| len > 2) {
            return None;
        }
    }
    let (day, mut end) = parts::day(line, at)?;
    if line.lexemes[at].shape == Shape::Word && parts::ordinal_word(line, at).is_none() {
        return None;
    }
    // "March 2.5 percent", "May 10:30", "June 30,000".
    if line.glued(end) && line.lexemes[at].shape == Shape::Digits {
        let behind = line.lexemes[end];
        let digits =
            line.glued(end + 1) && line.lexemes.get(end + 1).is_some_and(|it| it.shape == Shape::Digits);
        if behind.byte == b':'
            || behind.byte == b'%'
            || (matches!(behind.byte, b'.' | b',') && digits)
            || behind.shape == Shape::Word
        {
            return None;
        }
    }
    // "may 5 people die": small doubtful months only with an ordinal or year.
    if doubt && !line.lexemes[i].upper && end == at + 1 && to_year(scene, end, true).is_none() {
        return None;
    }
    // "10 June 5 people"? No: in other languages than English the day stands first.
    let last = to_year(scene, end, true).is_some() || line.at_end(end);
    if line.table.tag != "en" && line.table.tag != "und" && end == at + 1 && !(last && line.table.tag == "it")
    {
        return None;
    }
    let mut last = None;
    let joined = line.dash(end)
        || line.has(end, Class::To)
        || (line.has(end, Class::And) && i > 0 && line.has(i - 1, Class::Between));
    if joined
        && let Some((other, next)) = parts::day(line, end + 1)
        && other > day
        && !line.has(to_month(scene, next), Class::Month)
        && !(line.glued(next) && matches!(line.lexemes[next].byte, b':' | b'/' | b'-'))
        && parts::meridiem(line, next).is_none()
    {
        (last, end) = (Some(other), next);
    }
    let year = to_year(scene, end, true);
    let (year, end) = year.map_or((None, end), |(year, next)| (Some(year), next));
    let first = ymd(year, month, day);
    match last {
        Some(last) => Some(range(opening(scene, i), end, first, ymd(year, month, last), "month_days")),
        None => Some(point(i, end, first, "month_day")),
    }
}

/// "February 2022", "May, 1750", "April of 1987", "2024 Aug", "October"; "may" and "march" only where they must be months.
pub fn month_year(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    // 2024 Aug
    if let Some((year, 4)) = line.digits(i)
        && (1900..2100).contains(&year)
        && let Some((month, false, end)) = parts::month(line, i + 1)
        && parts::day(line, end).is_none()
        && to_year(scene, end, false).is_none()
        && !before_is_code(scene, i)
        && !line.has(end, Class::Month)
        && (line.table.tag != "en" || line.at_end(end))
    {
        let point = Point { year: Some(year as i32), month: Some(month), ..Point::default() };
        return Some(self::point(i, end, point, "year_month"));
    }
    let (month, doubt, mut end) = parts::month(line, i)?;
    if (line.mark(end, b'/') || line.dash(end))
        && line.glued(end)
        && line.glued(end + 1)
        && line.digits(end + 1).is_some_and(|(_, len)| len == 4)
    {
        end += 1; // Dec/2018
    }
    let year = to_year(scene, end, false);
    let lexeme = line.lexemes[i];
    let named = line.word(i).chars().count() > 3 && !matches!(line.word(i), "sept" | "Sept");
    if year.is_none() {
        // In English months are capitalized; abbreviations alone need their stop or a preposition.
        let cue = i > 0
            && (line.has(i - 1, Class::Beside)
                || line.has(i - 1, Class::In)
                || line.has(i - 1, Class::This)
                || line.has(i - 1, Class::Last)
                || line.has(i - 1, Class::Next)
                || line.has(i - 1, Class::Edge)
                || line.has(i - 1, Class::From)
                || line.has(i - 1, Class::To)
                || line.has(i - 1, Class::Between)
                || line.has(i - 1, Class::Every));
        let joined = (line.has(end, Class::To) || line.dash(end) || line.has(end, Class::And))
            && line.has(end + 1, Class::Month);
        let stop = end > i + 1;
        if line.table.tag == "en" {
            let strong = i > 0
                && (line.has(i - 1, Class::In)
                    || ["since", "last", "this", "next", "until", "early", "late", "mid", "by", "from"]
                        .iter()
                        .any(|it| it.eq_ignore_ascii_case(line.word(i - 1))));
            if doubt
                && !(joined
                    || strong && (lexeme.upper || line.word(i - 1) == "in") && !line.has(end, Class::Future))
            {
                return None;
            }
            if !(named || doubt || stop || cue || joined) {
                return None;
            }
            if !lexeme.upper && !cue && !joined {
                return None;
            }
        } else if (doubt || !named) && !(cue || joined) {
            return None;
        }
        // "April Jones", "the June Carter story": a first name before a capitalized word.
        if line.table.tag == "en"
            && !cue
            && matches!(line.word(i), "April" | "June" | "August" | "May" | "Jan" | "Julian")
            && line.lexemes.get(end).is_some_and(|it| it.shape == Shape::Word && it.upper)
        {
            return None;
        }
    }
    let (year, end) = year.map_or((None, end), |(year, next)| (Some(year), next));
    let point = Point { year, month: Some(month), ..Point::default() };
    // "late September", "mid May"
    let dash = i > 1 && line.dash(i - 1) && line.glued(i);
    let edge = if dash { i - 2 } else { i.saturating_sub(1) };
    let from = if i > 0 && line.has(edge, Class::Edge) { edge } else { i };
    Some(self::point(from, end, point, if year.is_some() { "month_year" } else { "month" }))
}

/// "Tuesday", and with what follows "Tuesday, January 10", "Friday the 26th", "Sunday 31".
pub fn weekday(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (weekday, doubt, end) = parts::weekday(line, i)?;
    let at = if line.mark(end, b',') { end + 1 } else { end };
    let at = if line.has(at, Class::The) && (at == end || line.table.tag == "de") { at + 1 } else { at };
    // German: Dienstag, den 3. Mai; Spanish: martes 3 de mayo.
    let date = day_month(scene, at)
        .or_else(|| month_day(scene, at))
        .or_else(|| numeric_date(scene, at))
        .or_else(|| iso_date(scene, at))
        .or_else(|| if at == end { numeric_day(scene, at) } else { None });
    if let Some(Raw { value: Value::Point(found), end, rule, .. }) = date {
        let _ = rule;
        return Some(point(i, end, Point { weekday: Some(weekday), ..found }, "weekday_date"));
    }
    if line.mark(at, b'(')
        && let Some(Raw { value: Value::Point(found), end, .. }) =
            month_day(scene, at + 1).or_else(|| day_month(scene, at + 1))
        && line.mark(end, b')')
    {
        return Some(point(i, end + 1, Point { weekday: Some(weekday), ..found }, "weekday_date"));
    }
    // Tuesday the 4th, Mon 13th, Monday 21
    let ordinal = parts::ordinal_figures(line, at).map(|(n, next)| (n.min(99) as u8, next)).or_else(|| {
        if at > end { parts::ordinal_word(line, at).map(|(n, next)| (n as u8, next)) } else { None }
    });
    if (at == end || line.has(end, Class::The))
        && let Some((day, next)) = ordinal
        && (1..=31).contains(&day)
    {
        return Some(point(
            i,
            next,
            Point { weekday: Some(weekday), day: Some(day), ..Point::default() },
            "weekday_day",
        ));
    }
    // Monday 21, vendredi 31
    if at == end
        && let Some((day, 1 | 2)) = line.digits(at)
        && (1..=31).contains(&day)
        && line.at_end(at + 1)
        && !line.mark(at + 1, b':')
        && !(line.glued(at + 1) && line.glued(at + 2))
    {
        let found = Point { weekday: Some(weekday), day: Some(day as u8), ..Point::default() };
        return Some(point(i, at + 1, found, "weekday_day"));
    }
    if doubt {
        let lexeme = line.lexemes[i];
        let cue = i > 0
            && (line.has(i - 1, Class::On)
                || line.has(i - 1, Class::Last)
                || line.has(i - 1, Class::Next)
                || line.has(i - 1, Class::This)
                || line.has(i - 1, Class::Every));
        if !lexeme.upper || !cue || line.has(i - 1, Class::The) {
            return None;
        }
    }
    if line.table.tag == "en" {
        let plural = line.word(i).ends_with('s') && line.word(i).len() > 6;
        if (!line.lexemes[i].upper && line.word(i).len() <= 5)
            || plural
            || (i > 0 && line.has(i - 1, Class::A))
        {
            return None;
        }
    }
    // A plural is a set, "Tuesdays"; see `every`.
    Some(point(i, end, Point { weekday: Some(weekday), ..Point::default() }, "weekday"))
}

/// "the 4th", "the 12th": a day of a month that the text leaves out. Only where nothing is counted.
pub fn lone_day(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (day, next) = parts::ordinal_figures(line, i)?;
    let on = i > 1
        && line.has(i - 1, Class::The)
        && line.has(i - 2, Class::On)
        && line.word(i - 2).eq_ignore_ascii_case("on");
    if !on || !(1..=31).contains(&day) || !line.at_end(next) {
        return None;
    }
    Some(point(i - 1, next, Point { day: Some(day as u8), ..Point::default() }, "lone_day"))
}

/// "in 2014", "(1738)", "the 2012 election", "nineteen ninety six"; not "2000 people" or "$2014".
pub fn bare_year(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let of_year = |year: i32| Point { year: Some(year), ..Point::default() };
    // AD 842, ad 842
    if let Some((year, end)) = line.sense(i, Class::Era).and_then(|_| parts::year(line, i, false))
        && line.digits(i).is_none()
        && line.word(i).len() > 1
    {
        return Some(point(i, end, of_year(year), "year_era"));
    }
    let word = line.lexemes[i].shape == Shape::Word;
    if word {
        // "the year 2030"
        if let Some((sense, next)) = line.sense(i, Class::YearWord)
            && sense.name == "Y"
            && let Some((n, len)) = line.digits(next)
            && (2..=4).contains(&len)
            && line.table.tag == "en"
            && i > 0
            && line.has(i - 1, Class::The)
        {
            return Some(point(i - 1, next + 1, of_year(n as i32), "year_word"));
        }
        // "Jahr 2012", "année 2016", "año 2019"
        if let Some((sense, next)) = line.sense(i, Class::YearWord)
            && sense.name == "Y"
            && line.table.tag != "en"
            && let Some((year, end)) = parts::year(line, next, false)
        {
            return Some(point(i, end, of_year(year), "year_word"));
        }
        let cue = i > 0
            && (line.has(i - 1, Class::In) || line.has(i - 1, Class::Of) || line.has(i - 1, Class::From))
            && line.word(i - 1) != "for";
        let (year, end) = spoken_year(scene, i)?;
        let split = line.sense(i, Class::Cardinal)?.0.value >= 11.0;
        return (cue && (split || year != 2000)).then(|| point(i, end, of_year(year), "spoken_year"));
    }
    let (n, len) = line.digits(i)?;
    if before_is_code(scene, i) {
        return None;
    }
    if let Some((year, end)) = parts::era(line, i + 1, n as i32) {
        return (len <= 5).then(|| point(i, end, of_year(year), "year_era"));
    }
    if len != 4 || !(1000..=2999).contains(&n) {
        return None;
    }
    let (year, end) = parts::year(line, i, false)?;
    // 2014/22/29, 2014-08-32: no date, so no year either.
    if line.glued(end) && line.glued(end + 1) && line.lexemes[end + 1].shape == Shape::Digits {
        let twice = line.glued(end + 2) && line.lexemes[end + 2].byte == line.lexemes[end].byte;
        if line.mark(end, b'/') && line.digits(end + 1).is_none_or(|(_, len)| len < 4 && twice)
            || line.dash(end) && twice
        {
            return None;
        }
    }
    // Telephone numbers, codes, prices, measures.
    let before = i.checked_sub(1).map(|it| line.lexemes[it]);
    if let Some(before) = before {
        let money = line.has(i - 1, Class::CurrencySign)
            || line.has(i - 1, Class::Currency) && line.table.tag == "en";
        if money
            || line.has(i - 1, Class::Code)
            || matches!(before.byte, b'#' | b'+' | b'=' | b'@' | b'_' | b'&')
        {
            return None;
        }
        // 206-555-1212, 1 2014: digits before it.
        if before.shape == Shape::Mark && line.glued(i) && line.dash(i - 1) && line.glued(i - 1) && i > 1 {
            let head = line.lexemes[i - 2];
            if head.shape == Shape::Digits && line.digits(i - 2).is_none_or(|(_, len)| len != 4) {
                return None;
            }
        }
    }
    if line.glued(end)
        && line.dash(end)
        && line.glued(end + 1)
        && line.lexemes[end + 1].shape == Shape::Digits
        && line.digits(end + 1).is_some_and(|(_, len)| !matches!(len, 2 | 4))
    {
        return None;
    }
    if line.has(end, Class::Percent)
        || line.has(end, Class::Currency)
        || line.has(end, Class::CurrencySign) && !line.word(end).bytes().all(|it| it.is_ascii_lowercase())
        || line.has(end, Class::Measure)
        || (line.has(end, Class::MeasureSign)
            && line.word(end).len() < 3
            && !line.has(end, Class::In)
            && !line.has(end, Class::A)
            && line.word(end) != "in"
            && line.word(end) != "a")
        || line.has(end, Class::Scale)
        || (line.has(end, Class::Unit) && !line.has(end, Class::Ordinal))
        || line.has(end, Class::Old)
    {
        return None;
    }
    let cue = before.is_some_and(|it| it.byte == b'(' || it.byte == b'[')
        || (i > 0
            && (line.has(i - 1, Class::In)
                || line.has(i - 1, Class::Beside)
                || line.has(i - 1, Class::Edge)
                || line.has(i - 1, Class::From)
                || line.has(i - 1, Class::To)
                || line.has(i - 1, Class::Between)))
        || (i > 0 && line.has(i - 1, Class::YearWord));
    let usual = (1700..2060).contains(&n);
    if !usual && !cue {
        return None;
    }
    // "2000 people", "1500 soldiers": round numbers before a plural count, unless a preposition dates them.
    let next = line.lexemes.get(end);
    let counts = next.is_some_and(|it| it.shape == Shape::Word && !it.upper && !it.glued)
        && (line.word(end).ends_with('s')
            || matches!(line.word(end), "people" | "men" | "women" | "children" | "feet"))
        && !matches!(
            line.word(end),
            "was" | "is" | "has" | "as" | "its" | "this" | "his" | "us" | "sales" | "elections" | "series"
        );
    if counts && (n % 100 == 0 || n < 1900) && line.table.tag == "en" {
        return None;
    }
    if n % 1000 == 0 && !cue && n != 2000 {
        return None;
    }
    // "Rule 2016", "Room 1902": a capitalized noun right before, other than a name's own year.
    let numbered = [
        "Rule",
        "Room",
        "Section",
        "Article",
        "Form",
        "Model",
        "Route",
        "Highway",
        "Psalm",
        "Bill",
        "Resolution",
    ];
    if i > 0 && numbered.contains(&line.word(i - 1)) {
        return None;
    }
    // "mid-2019", "early 2020"
    let edge = i > 0
        && line.has(i - 1, Class::Edge)
        && (line.table.tag != "en" || line.word(i - 1).eq_ignore_ascii_case("mid"));
    Some(point(if edge { i - 1 } else { i }, end, of_year(year), "bare_year"))
}
