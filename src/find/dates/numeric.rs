//! Numeric dates: days and months in figures, ISO 8601 and the customs of the languages.

use super::absolute::{point, ymd};
use super::calendar::{self, Point};
use super::{Raw, Scene, parts};
use crate::find::line::{Shape, any};
use crate::lexicon::table::Class;

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
    let last = no_such_day(scene).unwrap_or(u32::from(calendar::month_length(year as i32, month)));
    if !line.glued(i + 4) || !(1..=last).contains(&day) {
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
            } else if line.glued(end)
                && let Some((east, next)) = parts::offset(line, end)
                && next == end + 4
            {
                (clock.zone, end) = (Some(east), next);
            }
            point.clock = Some(clock);
        }
    }
    Some(self::point(i, end, point, "iso_date"))
}

/// "31/02/2015" is found, and gets no value; in English, where either number may be the month, it is a code as often.
fn no_such_day(scene: &Scene) -> Option<u32> {
    (!scene.line.english).then_some(31)
}

/// A number behind a letter, a dash or a slash that sticks to it is a piece of something longer.
pub fn before_is_code(scene: &Scene, i: usize) -> bool {
    let line = scene.line;
    i > 0
        && line.glued(i)
        && (!line.is(i - 1, Shape::Mark)
            || line.has(i - 1, Class::CurrencySign)
            || (matches!(line.byte(i - 1), b'/' | b'.' | b':' | b'+' | b'=')
                && line.glued(i - 1)
                && i > 1
                && !line.is(i - 2, Shape::Mark)
                // "he says:30 December"
                && (line.byte(i - 1) != b':' || line.is(i - 2, Shape::Digits))))
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
    if len != 4 && (len != 2 || (mark == b'.' && line.english)) {
        return None;
    }
    if line.glued(i + 5) && (line.mark(i + 5, mark) || line.is(i + 5, Shape::Word)) && line.glued(i + 6) {
        return None;
    }
    // "12/11/10": which of them is the year, and which the month, nobody can tell.
    if len == 2 && mark != b'.' && !named && a.max(b).max(year) <= 12 {
        let (value, kind) = (super::Value::Unknown, super::DateKind::Date);
        return Some(Raw { from: i, end: i + 5, value, kind, rule: "numeric_date", weak: false });
    }
    let year = if len == 2 { parts::two_digits(year as i32) } else { year as i32 };
    if !(1000..3000).contains(&year) {
        return None;
    }
    let fits = |month: u32, day: u32| {
        (1..=12).contains(&month) && day >= 1 && day <= u32::from(calendar::month_length(year, month as u8))
    };
    let month_first = line.english && mark != b'.' && !named;
    let (month, day) = if month_first && fits(a, b) {
        (a, b)
    } else if fits(b, a) {
        (b, a)
    } else if !named && fits(a, b) {
        (a, b)
    } else if let Some(last) = no_such_day(scene)
        && !named
        && a.min(b) > 0
        && a.max(b) <= last
        && a.min(b) <= 12
    {
        (a.min(b), a.max(b))
    } else {
        return None;
    };
    Some(point(i, i + 5, ymd(Some(year), month as u8, day as u8), "numeric_date"))
}

/// `10/1-11/2/2017`, "from 5/1/2019-5/7/2020", "between 10/1-11/7": two days in figures; without a year only behind a word
/// that says so.
pub fn numeric_range(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    if before_is_code(scene, i) {
        return None;
    }
    // A day in figures: where it ends, its first and second number, its year.
    let day = |at: usize| {
        let (a, 1 | 2) = line.digits(at)? else { return None };
        let (b, 1 | 2) = line.digits(at + 2)? else { return None };
        let slash = |at: usize| line.mark(at, b'/') && line.glued(at) && line.glued(at + 1);
        if !slash(at + 1) {
            return None;
        }
        let year =
            if slash(at + 3) { Some(line.digits(at + 4).filter(|it| it.1 == 4)?.0 as i32) } else { None };
        Some((if year.is_some() { at + 5 } else { at + 3 }, a, b, year))
    };
    let (at, a, b, first_year) = day(i)?;
    let behind = if line.dash(at) { at + 1 } else { return None };
    let (end, c, d, last_year) = day(behind)?;
    let from = super::absolute::opening(scene, i);
    let alone = !line.english && i == 0 && end == line.len();
    if last_year.is_none() && from == i && !alone || line.glued(end) && !line.is(end, Shape::Mark) {
        return None;
    }
    let english = line.english;
    let order = |x: u32, y: u32| if english { (x as u8, y as u8) } else { (y as u8, x as u8) };
    let ((first_month, first_day), (month, day)) = (order(a, b), order(c, d));
    if !(1..=12).contains(&first_month) || !(1..=12).contains(&month) {
        return None;
    }
    let year = first_year.or(last_year.map(|it| if first_month > month { it - 1 } else { it }));
    let found = super::absolute::range(
        from,
        end,
        ymd(year, first_month, first_day),
        ymd(last_year, month, day),
        "numeric_range",
    );
    Some(found)
}

/// "18 08 1978", "9 de 8 de 1971": a day in three numbers, outside English.
pub fn spaced_date(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let behind = |at: usize| at + 1 + usize::from(line.has(at + 1, Class::Of));
    let (day @ 1..=31, 1 | 2) = line.digits(i)? else { return None };
    let month_at = behind(i);
    let (month @ 1..=12, 1 | 2) = line.digits(month_at)? else { return None };
    let year_at = behind(month_at);
    let (year @ 1900..=2099, 4) = line.digits(year_at)? else { return None };
    let sticks = line.glued(month_at) || line.glued(year_at) || line.digits(year_at + 1).is_some();
    let before = i > 0 && (line.glued(i) || line.digits(i - 1).is_some());
    if line.english || sticks || before {
        return None;
    }
    Some(point(i, year_at + 1, ymd(Some(year as i32), month as u8, day as u8), "spaced_date"))
}

const OR: &str = "or and ou et o y oder und e of en";

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
    if !stop && line.glued(end) && !line.is(end, Shape::Mark) {
        return None;
    }
    if line.glued(end) && line.mark(end, mark) && line.glued(end + 1) && line.is(end + 1, Shape::Digits) {
        return None;
    }
    let english = line.english;
    let (month, day) = if english && a <= 12 { (a, b) } else { (b, a) };
    let last =
        no_such_day(scene).or_else(|| Some(calendar::month_length(2000, u8::try_from(month).ok()?).into()));
    if !(1..=12).contains(&month) || !(1..=last.unwrap_or(0)).contains(&day) {
        return None;
    }
    // "lunedì 1-3 pm", "maandag 8-9 's ochtends" are hours.
    if mark == b'-' && (parts::meridiem(line, end).is_some() || super::clocks::part_follows(line, end)) {
        return None;
    }
    let behind_weekday =
        // "Friday 7/6", "Friday, 7/6"; not "Sunday by 7-6".
        i > 0
            && (line.has(i - 1, Class::Weekday)
                || i > 1
                    && line.has(i - 2, Class::Weekday)
                    && (line.is(i - 1, Shape::Mark) || any!(line, i - 1, On, The)));
    // "le 20/11", "entre el 10/1 y el 7/2": an article makes it a day.
    // In English only "on" does: "on 9/15".
    // Outside English a line that holds nothing else is a date as well.
    let article = mark == b'/'
        && if i > 0 {
            line.has(i - 1, Class::On) || !english && any!(line, i - 1, The, From, To, This, Next)
        } else {
            !english && end == line.len()
        };
    // "11/5, 11/6 or 11/7": a day beside a day.
    let listed = mark == b'/'
        && i > 4
        && (line.mark(i - 1, b',') || line.like(i - 1, OR))
        && line.digits(i - 2).is_some()
        && line.mark(i - 3, b'/')
        && line.digits(i - 4).is_some();
    // "23/12 avant 17h": a time behind it makes it a day as well.
    let bound = line.sense(end, Class::Bound).map_or(end, |it| it.1);
    let timed = mark == b'/' && (bound > end || any!(line, end, At, Between, From));
    let at = if bound > end { bound } else { end + 1 };
    let timed =
        timed && (parts::clock(line, at, false).is_some() || parts::clock(line, at + 1, false).is_some());
    let article = article || listed || timed;
    // The day that is a name.
    let famous = english && a == 9 && b == 11 && mark == b'/';
    let german = stop && !english && !line.speaks("fr");
    if german {
        end += 1;
    }
    if !(behind_weekday || famous || german || article) {
        return None;
    }
    let date = ymd(None, month as u8, day as u8);
    if famous && !behind_weekday {
        return Some(point(i, end, ymd(Some(2001), 9, 11), "famous_day"));
    }
    Some(point(i, end, date, "numeric_day"))
}

/// German counts days and months: "am siebten vierten", "Donnerstag 7. vierter 2016", "am 27. 11."
pub fn counted_day(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let nth = |at: usize| {
        let figures = line.digits(at).filter(|_| line.mark(at + 1, b'.') && line.glued(at + 1));
        figures
            .map(|(n, _)| (f64::from(n), at + 2))
            .or_else(|| parts::ordinal_word(line, at))
            .filter(|it| (1.0..=31.0).contains(&it.0))
    };
    let led = i > 0 && (any!(line, i - 1, On, Weekday) || i > 1 && line.has(i - 2, Class::Weekday));
    if !line.speaks("de") || !led {
        return None;
    }
    let ((day, at), (month, end)) = (nth(i)?, nth(nth(i)?.1)?);
    if month > 12.0 || line.glued(at) && line.digits(at).is_some() {
        return None;
    }
    let year = parts::year(line, end, false);
    let (year, end) = year.map_or((None, end), |(year, next)| (Some(year), next));
    Some(point(i, end, ymd(year, month as u8, day as u8), "counted_day"))
}

/// `9/2012`, `(04/2016)`: a month.
pub fn numeric_month(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (month, 1 | 2) = line.digits(i)? else { return None };
    let (year, 4) = line.digits(i + 2)? else { return None };
    let alone = (i == 0 || !line.glued(i) || line.mark(i - 1, b'('))
        && !(line.glued(i + 3) && matches!(line.byte(i + 3), b'/' | b'-' | b'%'));
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
