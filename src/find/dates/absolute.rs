//! Absolute dates: a day or month that the text names.

use super::calendar::Point;
use super::numeric::{before_is_code, counted_day, iso_date, numeric_date, numeric_day};
use super::parts::{self, Unit};
use super::years::spoken_year;
use super::{DateKind, Raw, Scene, Value};
use crate::find::line::{Line, Shape, any};
use crate::lexicon::table::Class;

/// A point that a rule found.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn point(from: usize, end: usize, point: Point, rule: &'static str) -> Raw {
    let kind = if point.clock.is_some() { DateKind::DateTime } else { DateKind::Date };
    Raw { from, end, value: Value::Point(point), kind, rule, weak: false }
}

/// From one point to another.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn range(from: usize, end: usize, first: Point, last: Point, rule: &'static str) -> Raw {
    Raw { from, end, value: Value::Range(first, last), kind: DateKind::Range, rule, weak: false }
}

/// A day.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn ymd(year: Option<i32>, month: u8, day: u8) -> Point {
    Point { year, month: Some(month), day: Some(day), ..Point::default() }
}

/// Skips "of", "de", "of the month of", a dash between day and month.
fn to_month(scene: &Scene, i: usize) -> usize {
    let line = scene.line;
    if line.has(i, Class::Of) && line.word(i) != "in" {
        // 3 d'octobre
        return if line.apostrophe(i + 1) { i + 2 } else { i + 1 };
    }
    // 8-May-2006
    if (line.dash(i) || line.mark(i, b'/'))
        && line.glued(i)
        && line.glued(i + 1)
        && line.has(i + 1, Class::Month)
    {
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
    } else if line.has(at, Class::In) && !line.english && line.digits(at + 1).is_some_and(|(_, len)| len == 4)
    {
        at += 1; // 28 de junio en 2020
    }
    let short = day_known && at == i;
    // "Aug 96": two digits that are no day.
    let short = short
        || line.digits(at).is_some_and(|(n, len)| len == 2 && n > 31 && (at == i || line.has(i, Class::Of)));
    let (year, next) = parts::year(line, at, short).or_else(|| spoken_year(scene, at))?;
    // "May 12 30 people": two digits are a year only where the date ends, or before their era: "15 March 44 BC he fell".
    if short && next == at + 1 && line.digits(at).is_some_and(|(_, len)| len == 2) {
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
    // "agosto 32, 2014"
    if short && line.mark(next, b',') && line.digits(next + 1).is_some_and(|it| it.1 == 4) {
        return None;
    }
    Some((year, next))
}

/// Where a range begins: at its "from" or "between".
pub fn opening(scene: &Scene, i: usize) -> usize {
    let line = scene.line;
    let opens = |at: usize| any!(line, at, From, Between);
    match i {
        0 => 0,
        _ if opens(i - 1) => i - 1,
        1 => 1,
        _ if line.apostrophe(i - 1) && opens(i - 2) => i - 2, // d'avril à juin
        _ if any!(line, i - 1, The, On, At) && opens(i - 2) => i - 2,
        // "entre os dias 3 e 15"
        _ if i > 2 && line.has(i - 1, Class::Unit) && line.has(i - 3, Class::Between) => i - 3,
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
    let open = opening(scene, i);
    // "vom 5. auf den 6. Mai", "de 5 para 6 de maio": the night between two days
    let next_day = |it: usize| parts::day(line, it).is_some_and(|it| it.0 == day + 1);
    let night = line.like(at, "auf op para") && next_day(at + 1 + usize::from(line.has(at + 1, Class::The)));
    if let Some((last, next, row)) = listed_days(scene, day, at) {
        if row || open < i && line.has(open, Class::Between) {
            (second, at) = (Some(last), next);
        } else if i > 0 && (any!(line, i - 1, On, The, And, Unit) || line.mark(i - 1, b',')) {
            // "les 3 et 10 mai": the first is a day of its own.
            let (month, _, end) = parts::month(line, to_month(scene, next))?;
            let year = to_year(scene, end, true).map(|it| it.0);
            return Some(point(i, at, ymd(year, month, day), "day_month"));
        }
    } else if line.dash(at) || line.has(at, Class::To) || night {
        // "vom 5. bis zum 9. Mai"
        let from = line.sense(at, Class::To).map_or(at + 1, |it| it.1);
        let from = from + usize::from(line.has(from, Class::The));
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
    if doubt && !line.upper(month_at) && year.is_none() && month_at == at && line.english {
        return None;
    }
    // "one march", "the second May": number words need "of".
    if line.is(i, Shape::Word) && month_at == at && line.english {
        return None;
    }
    // "96 Aug 96", "in 2010 28 June": the day stands alone.
    let (year, end) = year.map_or((None, end), |(year, next)| (Some(year), next));
    let first = ymd(year, month, day);
    match second {
        Some(last) => Some(range(open, end, first, ymd(year, month, last), "days_month")),
        None => Some(point(i, end, first, "day_month")),
    }
}

/// Days that share a month, "5, 6 and 7 May", "les 3 et 10 mai", behind their first: the last one, where it ends, and
/// whether they stand in a row.
fn listed_days(scene: &Scene, first: u8, mut at: usize) -> Option<(u8, usize, bool)> {
    let line = scene.line;
    let (mut last, mut row) = (first, true);
    loop {
        let and = line.has(at, Class::And);
        if !and && !line.mark(at, b',') {
            return None;
        }
        let from = at + 1 + usize::from(line.has(at + 1, Class::The));
        let (day, next) = parts::day(line, from).filter(|it| it.0 > last)?;
        (row, last, at) = (row && day == last + 1 && from == at + 1, day, next);
        if and {
            return parts::month(line, to_month(scene, at)).map(|_| (last, at, row));
        }
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
    // The day that is a name: "the Sept. 11 attacks".
    if line.english && month == 9 && day == 11 && line.like(end, "attacks terrorist terror hijackers") {
        return Some(point(i, end, ymd(Some(2001), 9, 11), "famous_day"));
    }
    // "mai vingt-neuf", where nothing is counted
    let spelled = line.is(at, Shape::Word) && parts::ordinal_word(line, at).is_none();
    if spelled && !line.at_end(end) {
        return None;
    }
    // "March 2.5 percent", "May 10:30", "June 30,000".
    if line.glued(end) && line.is(at, Shape::Digits) {
        let behind = line.lexemes[end];
        let digits = line.glued(end + 1) && line.is(end + 1, Shape::Digits);
        if behind.byte == b':'
            || behind.byte == b'%'
            || (matches!(behind.byte, b'.' | b',') && digits)
            || behind.shape == Shape::Word
        {
            return None;
        }
    }
    // "may 5 people die": small doubtful months only with an ordinal or year, or behind a day: "on tuesday, march 3".
    let led = i > 0
        && (any!(line, i - 1, On, Weekday)
            || i > 1 && line.mark(i - 1, b',') && line.has(i - 2, Class::Weekday));
    if doubt && !led && !line.upper(i) && end == at + 1 && to_year(scene, end, true).is_none() {
        return None;
    }
    // "10 June 5 people"? No: in other languages than English the day stands first.
    let last = to_year(scene, end, true).is_some() || line.at_end(end);
    // "novembre 19-20" is a range of days all the same.
    let days =
        line.dash(end) && line.glued(end) && line.glued(end + 1) && parts::day(line, end + 1).is_some();
    let month_first = matches!(line.table.tag, "en" | "und") || last && line.speaks("it");
    if end == at + 1 && !month_first && !days && !spelled {
        return None;
    }
    let mut last = None;
    let joined = line.dash(end)
        || line.has(end, Class::To)
        || line.has(end, Class::And)
            && (i > 0 && line.has(i - 1, Class::Between)
                || parts::day(line, end + 1).is_some_and(|(it, next)| it == day + 1 && line.at_end(next)));
    if joined
        && let Some((other, next)) = parts::day(line, end + 1)
        && other > day
        && !line.has(to_month(scene, next), Class::Month)
        && !(line.glued(next) && matches!(line.byte(next), b':' | b'/' | b'-'))
        && parts::meridiem(line, next).is_none()
    {
        // The month stood before: this stop ends the sentence.
        (last, end) = (Some(other), next - usize::from(line.mark(next - 1, b'.')));
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
        && (!line.english || line.at_end(end))
    {
        let point = Point { year: Some(year as i32), month: Some(month), ..Point::default() };
        return Some(self::point(i, end, point, "year_month"));
    }
    let (month, doubt, mut end) = parts::month(line, i)?;
    // "32 Août 2014" is no date, and so no month either.
    let counts = i - usize::from(i > 1 && line.mark(i - 1, b'.') && line.glued(i - 1));
    if counts > 0 && line.digits(counts - 1).is_some_and(|(n, len)| len == 2 && n > 31) && !line.english {
        return None;
    }
    if (line.mark(end, b'/') || line.dash(end))
        && line.glued(end)
        && line.glued(end + 1)
        && line.digits(end + 1).is_some_and(|(_, len)| len == 4)
    {
        end += 1; // Dec/2018
    }
    let year = to_year(scene, end, false);
    // "in May and June 2020"
    let shared = line.has(end, Class::And) || line.word(end) == "or";
    let later = parts::month(line, end + 1).filter(|it| shared && it.0 > month);
    let year_of_both = later.and_then(|it| to_year(scene, it.2, false)).map(|it| it.0);
    let lexeme = line.lexemes[i];
    let named = line.word(i).chars().count() > 3 && !matches!(line.word(i), "sept" | "Sept");
    if year.is_none() {
        // In English months are capitalized; abbreviations alone need their stop or a preposition.
        let cue = i > 0 && any!(line, i - 1, Beside, In, This, Last, Next, Edge, From, To, Between, Every)
            || i > 1 && line.dash(i - 1) && line.glued(i) && line.has(i - 2, Class::Edge); // mi-mai
        let joined = (line.has(end, Class::To) || line.dash(end) || line.has(end, Class::And))
            && line.has(end + 1, Class::Month);
        let stop = end > i + 1;
        if line.english {
            // "the end of March", "the first week of May"
            let part_of = i > 1
                && line.has(i - 1, Class::Of)
                && (super::relative::opens_unit(line, i - 2) || any!(line, i - 2, Unit, Weekday));
            let strong = i > 0
                && (i > 1 && line.dash(i - 1) && line.has(i - 2, Class::Edge)
                    || line.has(i - 1, Class::In)
                    || part_of
                    || i > 1 && line.has(i - 1, Class::To) && line.has(i - 2, Class::Month)
                    || line.like(i - 1, "since last this next until early late mid by from"));
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
        } else if (doubt || !named)
            && (!(cue || joined)
                || i > 0 && line.has(i - 1, Class::This)
                || !line.speaks("de") && line.upper(end))
        {
            // "este mar" is a sea, and so is the "Mar Tirreno".
            return None;
        }
        // "April Jones", "the June Carter story": a first name before a capitalized word.
        if line.english
            && !cue
            && line.like(i, "april june august may jan")
            && line.lexemes.get(end).is_some_and(|it| it.shape == Shape::Word && it.upper)
        {
            return None;
        }
    }
    let (year, end) = year.map_or((year_of_both, end), |(year, next)| (Some(year), next));
    let point = Point { year, month: Some(month), ..Point::default() };
    // "late September", "mid May"
    let dash = i > 1 && line.dash(i - 1) && line.glued(i);
    let edge = if dash { i - 2 } else { i.saturating_sub(1) };
    let from = if i > 0 && line.has(edge, Class::Edge) { edge } else { i };
    Some(self::point(from, end, point, if year.is_some() { "month_year" } else { "month" }))
}

/// What is held or sent out on one day.
const HAPPENS: &str = "interview rally news press speech address statement letter memo email e-mail tweet post video filing report editorial ruling decision verdict order vote debate hearing briefing meeting conference call session appearance announcement attack raid strike shooting crash explosion blast fire deadline deal";

/// "Tuesday", and with what follows "Tuesday, January 10", "Friday the 26th", "Sunday 31".
pub fn weekday(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    if let Some((weekday, part)) = parts::weekday_part(line, i) {
        let found = Point { weekday: Some(weekday), part: Some(part), ..Point::default() };
        return Some(point(i, i + 1, found, "day_part"));
    }
    let (weekday, doubt, end) = parts::weekday(line, i)?;
    let at = if line.mark(end, b',') { end + 1 } else { end };
    let at = if line.has(at, Class::The) && (at == end || line.speaks("de")) { at + 1 } else { at };
    // German: Dienstag, den 3. Mai; Spanish: martes 3 de mayo.
    let date = day_month(scene, at)
        .or_else(|| month_day(scene, at))
        .or_else(|| numeric_date(scene, at))
        .or_else(|| iso_date(scene, at))
        .or_else(|| counted_day(scene, at))
        .or_else(|| if at == end { numeric_day(scene, at) } else { None });
    if let Some(Raw { value: Value::Point(found), end, .. }) = date {
        return Some(point(i, end, Point { weekday: Some(weekday), ..found }, "weekday_date"));
    }
    // "terça-feira (3)"
    let lone = |at: usize| {
        let (day, end) = parts::day(line, at).filter(|_| line.speaks("pt") && line.mark(at + 1, b')'))?;
        Some(point(at, end, Point { day: Some(day), ..Point::default() }, "lone_day"))
    };
    if line.mark(at, b'(')
        && let Some(Raw { value: Value::Point(found), end, .. }) = month_day(scene, at + 1)
            .or_else(|| day_month(scene, at + 1))
            .or_else(|| numeric_day(scene, at + 1))
            .or_else(|| lone(at + 1))
        && line.mark(end, b')')
    {
        return Some(point(i, end + 1, Point { weekday: Some(weekday), ..found }, "weekday_date"));
    }
    // Tuesday the 4th, Mon 13th, Monday 21
    let ordinal = parts::ordinal_figures(line, at).map(|(n, next)| (n.min(99) as u8, next)).or_else(|| {
        // "On Friday the second debate" counts the debates.
        // "de segunda a sexta" has two weekdays.
        let word = parts::ordinal_word(line, at).filter(|it| {
            at > end && !line.has(at, Class::Weekday) && (line.at_end(it.1) || line.has(it.1, Class::At))
        });
        word.map(|(n, next)| (n as u8, next))
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
    // "martes el día once", "sexta-feira 26 às 4", "terça-feira dia 25"
    if let Some((day, next)) = day_behind(line, end)
        && !matches!(line.table.tag, "en" | "und")
    {
        let found = Point { weekday: Some(weekday), day: Some(day), ..Point::default() };
        return Some(point(i, next, found, "weekday_day"));
    }
    if doubt {
        let lexeme = line.lexemes[i];
        let cue = i > 0 && any!(line, i - 1, On, Last, Next, This, Every);
        // "na quarta (3)", "nesta sexta,": Portuguese leaves out "-feira".
        let short = line.speaks("pt") && line.word(i).len() > 4;
        let whole = short && (line.at_end(end) || line.mark(end, b'(') || any!(line, end, At, In, And));
        // "de segunda a sexta-feira"
        let whole = whole || short && line.has(end, Class::To) && line.has(end + 1, Class::Weekday);
        let cue = cue || whole && i > 0 && any!(line, i - 1, From, To);
        // "na Quinta do Bom Sucesso" is a place.
        let place = short && line.has(end, Class::Of);
        if !(lexeme.upper || whole)
            || place
            || !cue
            || line.has(i - 1, Class::The) && !line.has(i.max(2) - 2, Class::Weekday)
        {
            return None;
        }
    }
    if line.english {
        // "Super Tuesday", "Bloody Sunday" are names.
        if i > 0 && line.like(i - 1, "super bloody giving") {
            return None;
        }
        // "The Saturday Evening Post", "Sunday best"
        let upper = |at: usize| line.lexemes.get(at).is_some_and(|it| it.upper && it.shape == Shape::Word);
        if line.has(end, Class::Part) && upper(end) && upper(end + 1) || line.word(end) == "best" {
            return None;
        }
        // "a Sunday" is any, but "a Tuesday interview" was on one day.
        let any = i > 0 && line.has(i - 1, Class::A) && !line.like(end, HAPPENS);
        if (!line.upper(i) && line.word(i).len() <= 5) || any {
            return None;
        }
    }
    // A plural is a set, "Tuesdays"; see `every`.
    if parts::is_plural(line, i) {
        return None;
    }
    Some(point(i, end, Point { weekday: Some(weekday), ..Point::default() }, "weekday"))
}

/// The number of a day behind its weekday, with or without "el", "día"; where nothing is counted.
fn day_behind(line: &Line, end: usize) -> Option<(u8, usize)> {
    let mut at = end;
    if any!(line, at, On, The) {
        at += 1;
    }
    let word = parts::unit(line, at).filter(|it| it.0 == Unit { factor: 1, kind: b'D' });
    at = word.map_or(at, |it| it.1);
    let (day, next) = parts::day(line, at).filter(|_| !line.has(at, Class::Weekday))?;
    let time = any!(line, next, At, Between, Bound);
    let ranges = !time && line.has(next, Class::To) || line.dash(next);
    // "dinsdag 3,4 procent"
    let decimal = line.glued(next) && line.glued(next + 1) && line.is(next + 1, Shape::Digits);
    let clock = parts::clock(line, at, false).is_some() || ranges || decimal;
    (!clock && (line.at_end(next) && !line.mark(next, b':') || time) && !line.has(next, Class::Month))
        .then_some((day, next))
}

/// "the 4th", "the 12th": a day of a month that the text leaves out. Only where nothing is counted.
pub fn lone_day(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    // "the 15th of the month", "the twenty-sixth day of this month"
    if let Some((day, next)) = parts::ordinal_figures(line, i)
        .map(|(n, at)| (f64::from(n), at))
        .or_else(|| parts::ordinal_word(line, i))
        && line.english
        && (1.0..=31.0).contains(&day)
        && let of = if line.word(next) == "day" { next + 1 } else { next }
        && line.word(of) == "of"
        && any!(line, of + 1, The, This)
        && line.word(of + 2) == "month"
    {
        let (year, month) = scene.anchor.map_or((None, None), |it| (Some(it.date.0), Some(it.date.1)));
        let found = Point { year, month, day: Some(day as u8), anchored: year.is_some(), ..Point::default() };
        let from = if i > 0 && line.has(i - 1, Class::The) { i - 1 } else { i };
        return Some(point(from, of + 3, found, "day_of_month"));
    }
    if !line.english {
        return day_alone(scene, i);
    }
    let (day, next) = parts::ordinal_figures(line, i)?;
    let on = i > 1 && line.has(i - 1, Class::The) && line.word(i - 2).eq_ignore_ascii_case("on");
    if !on || !(1..=31).contains(&day) || !line.at_end(next) {
        return None;
    }
    Some(point(i - 1, next, Point { day: Some(day as u8), ..Point::default() }, "lone_day"))
}

/// "el día 18", "dia 12", "op de 15e", "le 17 de 14h à 16h", "il 23.": the day of a month that the text leaves out.
fn day_alone(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let unit = Unit { factor: 1, kind: b'D' };
    let mut week = false;
    let (from, at) = match parts::unit(line, i) {
        // The word for "day" leaves no doubt.
        // "il giorno prima" is the day before.
        Some((found, at)) if found == unit && line.is(i, Shape::Word) && line.word(at) != "prima" => (i, at),
        _ if i > 0 && line.digits(i).is_some() => {
            // "la semaine du 18"
            week = i > 1
                && line.has(i - 1, Class::Of)
                && parts::unit(line, i - 2).is_some_and(|it| it.0.kind == b'W');
            let on = week
                || line.has(i - 1, Class::On)
                || line.speaks("nl") && line.has(i - 1, Class::The) && i > 1 && line.has(i - 2, Class::On);
            on.then_some((i, i))?
        }
        _ => return None,
    };
    let (day, next) = parts::day(line, at)?;
    let (day, next) =
        if !line.speaks("de") { (day, next - usize::from(line.mark(next - 1, b'.'))) } else { (day, next) };
    // "le 31 du mois", "el 15 de este mes"
    let of = next + usize::from(line.has(next, Class::Of));
    let of_this = of + usize::from(any!(line, of, The, This));
    if next < of
        && let Some((Unit { factor: 1, kind: b'O' }, end)) = parts::unit(line, of_this)
        && i > 0
        && any!(line, i - 1, The, On)
        && line.word(of_this).len() < 6
    {
        let month = scene.anchor.map(|it| (it.date.0, it.date.1));
        let (year, month) = month.unzip();
        let found = Point { year, month, day: Some(day), anchored: year.is_some(), ..Point::default() };
        return Some(point(from, end, found, "day_of_month"));
    }
    let digit = |at: usize| line.glued(at) && !line.is(at, Shape::Mark);
    let marked = line.glued(next) && (digit(next + 1) || line.mark(next, b':'));
    let time = any!(line, next, At, From, Between) && parts::clock(line, next + 1, true).is_some();
    // A bare number may count anything: only a time behind it makes it a day, or the ordinal of Dutch.
    let sure = at > i || week || line.speaks("nl") && parts::ordinal_figures(line, i).is_some();
    if marked || !(time || sure && line.at_end(next)) {
        return None;
    }
    let article = line.speaks("es") && from > 0 && line.has(from - 1, Class::The) && at > i;
    let from = if article || line.speaks("nl") && line.has(from - 1, Class::The) { from - 1 } else { from };
    Some(point(from, next, Point { day: Some(day), ..Point::default() }, "lone_day"))
}
