//! Clock times: an hour with its minutes, its half of the day and its zone, and what tells that figures are one.

use super::{Unit, doubtful, unit};
use crate::find::dates::calendar::Clock;
use crate::find::dates::clocks;
use crate::find::line::{Line, Shape, any};
use crate::find::quantities::numerals;
use crate::lexicon::table::Class;

/// `am`, `p.m.`, `a`, `p` behind an hour: 0 or 12.
pub fn meridiem(line: &Line, i: usize) -> Option<(u8, usize)> {
    if let Some((sense, next)) = line.sense(i, Class::Meridiem) {
        // "8 am Morgen" is German for something else; there the table lacks the word.
        return Some((sense.value as u8, next));
    }
    let word = line.word(i);
    let half = match word {
        "A" | "P" if !line.mark(i + 1, b'.') => return None, // "District 8-4A"
        "a" | "A" => 0,
        "p" | "P" => 12,
        _ => return None,
    };
    if line.mark(i + 1, b'.') && line.word(i + 2).eq_ignore_ascii_case("m") {
        let end = i + 3;
        // The last stop belongs to it unless it ends the sentence, which cannot be told: it stays with it.
        return Some((
            half,
            if line.mark(end, b'.') && (line.glued(end) || !line.glued(i + 1)) { end + 1 } else { end },
        ));
    }
    if line.mark(i + 1, b'.') && line.glued(i + 1) && line.word(i + 2).eq_ignore_ascii_case("m") {
        return Some((half, i + 3));
    }
    // "8:45a", "at 9p"; but "it costs 5p", "720p"
    if i > 1
        && half > 0
        && line.english
        && !line.mark(i - 2, b':')
        && !any!(line, i - 2, At, To)
        && !line.dash(i - 2)
    {
        return None;
    }
    (line.glued(i) && !line.glued(i + 1) || (line.glued(i) && line.at_end(i + 1))).then_some((half, i + 1))
}

/// A zone behind a clock time: minutes east, none for "ET" and "local time", whose offset changes.
pub fn zone(line: &Line, i: usize) -> Option<(Option<i16>, usize)> {
    let (open, at) = if line.mark(i, b'(') { (true, i + 1) } else { (false, i) };
    let (sense, mut next) = line.sense(at, Class::Zone)?;
    if !line.upper(at) && !matches!(sense.rest, "time" | "timezone") && !line.word(at).is_ascii() {
        return None;
    }
    let word = line.word(at);
    // "et" and "ist" are words; the zone stands in capitals.
    if sense.rest.is_empty()
        && !word.bytes().all(|it| it.is_ascii_uppercase())
        && !matches!(word, "pst" | "est" | "gmt" | "utc")
    {
        return None;
    }
    let mut minutes = (!doubtful(sense.name)).then_some(sense.value as i16);
    // UTC+02, GMT-2:30, UTC+0245
    if sense.name == "0"
        && line.glued(next)
        && let Some((offset, end)) = offset(line, next)
    {
        (minutes, next) = (Some(offset), end);
    }
    if open {
        if !line.mark(next, b')') {
            return None;
        }
        next += 1;
    }
    Some((minutes, next))
}

/// "+02", "-2:30", "+0245": minutes east.
pub fn offset(line: &Line, i: usize) -> Option<(i16, usize)> {
    let sign = if line.mark(i, b'+') {
        1
    } else if line.dash(i) {
        -1
    } else {
        return None;
    };
    let (n, len @ 1..=4) = line.digits(i + 1)? else { return None };
    let whole = if len > 2 { n / 100 * 60 + n % 100 } else { n * 60 };
    Some(match line.digits(i + 3) {
        Some((m, 2)) if line.mark(i + 2, b':') => (sign * (whole + m) as i16, i + 4),
        _ => (sign * whole as i16, i + 2),
    })
}

/// Hour and minutes with what tells that they are a time. `bare` also takes a lone hour.
pub fn clock(line: &Line, i: usize, bare: bool) -> Option<(Clock, usize)> {
    if let Some((sense, next)) = line.sense(i, Class::Noon) {
        return Some((
            Clock { hour: sense.value as u8, minute: 0, second: None, zone: None, sure: true },
            next,
        ));
    }
    let lexeme = line.lexemes.get(i)?;
    let (hour, mut end, digits) = match lexeme.shape {
        Shape::Digits => {
            // "06/Nov/2023:06:36:02": behind a year a colon parts the time from the day.
            let logged = i > 1 && line.mark(i - 1, b':') && line.digits(i - 2).is_some_and(|it| it.1 == 4);
            if i > 0
                && line.glued(i)
                && matches!(line.byte(i - 1), b':' | b'.' | b',' | b'$' | b'/')
                && line.glued(i - 1)
                && !logged
            {
                return None;
            }
            if i > 0 && line.glued(i) && line.is(i - 1, Shape::Word) && line.word(i - 1) != "T" {
                return None;
            }
            let (n, len) = line.digits(i)?;
            // 1140 a.m., 1230pm
            if (3..=4).contains(&len)
                && (1..=12).contains(&(n / 100))
                && n % 100 < 60
                && let Some((half, next)) = meridiem(line, i + 1)
            {
                let (hour, minute) = ((n / 100 % 12) as u8 + half, (n % 100) as u8);
                return Some((Clock { hour, minute, second: None, zone: None, sure: true }, next));
            }
            // 1530 GMT
            if len == 4
                && n < 2400
                && n % 100 < 60
                && let Some((zone, next)) = zone(line, i + 1)
            {
                let (hour, minute) = ((n / 100) as u8, (n % 100) as u8);
                return Some((Clock { hour, minute, second: None, zone, sure: true }, next));
            }
            if n > 24 || len > 2 {
                return None;
            }
            (n as u8, i + 1, len)
        }
        Shape::Word => {
            let (sense, next) = line.sense(i, Class::Cardinal)?;
            // "vingt heures"
            let most = if line.sense(next, Class::Clock).is_some() { 23.0 } else { 12.0 };
            if !(1.0..=most).contains(&sense.value) || sense.value.fract() != 0.0 {
                return None;
            }
            (sense.value as u8, next, 1)
        }
        Shape::Mark => return None,
    };
    let mut clock = Clock { hour, minute: 0, second: None, zone: None, sure: hour > 12 };
    let mut known = false;
    let figures = lexeme.shape == Shape::Digits;
    let minutes = |at: usize| match line.digits(at) {
        Some((n, 2)) if n < 60 && line.glued(at) => Some(n as u8),
        _ => None,
    };
    if figures && line.mark(end, b':') && line.glued(end) {
        let minute = minutes(end + 1)?;
        (clock.minute, end, known) = (minute, end + 2, true);
        clock.sure |= digits == 2 && hour < 10;
        if line.mark(end, b':')
            && line.glued(end)
            && let Some(second) = minutes(end + 1)
        {
            (clock.second, end) = (Some(second), end + 2);
            // Fractions of a second.
            if line.mark(end, b'.')
                && line.glued(end)
                && line.glued(end + 1)
                && line.digits(end + 1).is_some()
            {
                end += 2;
            }
        } else if line.mark(end, b':') && line.glued(end) && line.glued(end + 1) {
            return None;
        }
    } else if figures
        && line.mark(end, b'.')
        && line.glued(end)
        && let Some(minute) = minutes(end + 1)
        && (meridiem(line, end + 2).is_some()
            || line.sense(end + 2, Class::Clock).is_some()
            || zone(line, end + 2).is_some()
            || dotted(line, i))
    {
        (clock.minute, end, known) = (minute, end + 2, dotted(line, i));
    } else if figures
        && line.mark(end, b'.')
        && line.glued(end)
        && line.glued(end + 1)
        && meridiem(line, end + 1).is_some()
    {
        end += 1; // 9.am
    } else if !figures
        && let Some((m, next)) = spoken_minute(line, end)
        && (bare || meridiem(line, next).is_some())
    {
        (clock.minute, end) = (m, next);
    }
    if let Some((moved, next)) = romance_minutes(line, end, clock) {
        // "le otto e un quarto", "a las tres y media"
        let led = i > 0 && !line.speaks("fr") && any!(line, i - 1, At, The);
        // "une heure et demie" is a length unless a word says that it is a time.
        let word = line.speaks("fr") && line.has(end, Class::Unit);
        known |= line.has(end, Class::Clock) && (!word || led_to_hour(line, i, next, hour, true)) || led;
        (clock, end) = (moved, next);
    }
    if clock.hour <= 12
        && let Some((half, next)) = meridiem(line, end)
    {
        clock.hour = clock.hour % 12 + half;
        (clock.sure, known, end) = (true, true, next);
    } else if let Some((_, next)) = line.sense(end, Class::Clock) {
        let word = line.has(end, Class::Unit);
        // "2 heures 30": what stands behind the minutes tells, if anything does.
        let whole = if word && line.digits(next).is_some_and(|it| it.1 == 2) { next + 1 } else { next };
        let led = led_to_hour(line, i, whole, hour, word);
        (known, end) = (known || led, next);
        // neuf heures trente
        if !figures
            && line.speaks("fr")
            && let Some((minute, next)) = spoken_minute(line, end)
            && (line.at_end(next) || any!(line, next, To, On, Of))
        {
            (clock.minute, end, known) = (minute, next, true);
        }
        // 10 Uhr 30, 10h30
        if (figures && (known || !word || !line.speaks("fr")) || known && line.speaks("fr"))
            && !clock.sure_minutes()
            && let Some((n, 2)) = line.digits(end)
            && n < 60
            && !(line.mark(end + 1, b'.') && line.glued(end + 1) && line.glued(end + 2))
        {
            (clock.minute, end, known) = (n as u8, end + 1, true);
            // 8h10m, 8h10m00
            if matches!(line.word(end), "m" | "min") && line.glued(end) {
                end += 1;
                if let Some((second, 2)) = line.digits(end)
                    && line.glued(end)
                    && second < 60
                {
                    (clock.second, end) = (Some(second as u8), end + 1);
                }
            }
            // 8h10 PM
            if clock.hour <= 12
                && let Some((half, next)) = meridiem(line, end)
            {
                clock.hour = clock.hour % 12 + half;
                (clock.sure, end) = (true, next);
            }
            // "Il est huit heures 20 minutes"
            if let Some((Unit { kind: b'M', .. }, next)) = unit(line, end).filter(|_| !line.glued(end)) {
                end = next;
            }
        }
    }
    // "between 6:30 and 9 GMT"
    known |= figures && matches!(zone(line, end), Some((Some(_), _)));
    if !known && !bare {
        return None;
    }
    if known && let Some((zone, next)) = zone(line, end) {
        (clock.zone, end) = (zone, next);
    } else if known && clock.second.is_some() {
        // +0200 behind a full time.
        let full = line.digits(end + 1).is_some_and(|it| it.1 == 4 || it.1 == 2 && line.mark(end + 2, b':'));
        if full
            && line.glued(end + 1)
            && let Some((east, next)) = offset(line, end)
        {
            (clock.zone, end) = (Some(east), next);
        }
    }
    Some((clock, end))
}

/// "à 8 heures", "mardi 20 heures", "het is 3 uur": the hours at `i` that end before `end` are a time of day. Without such
/// a word they are a length: "une attente de 2 heures", "trabaja 8 horas". Where they are a sign, "20h", it is the other way
/// round: "pendant 2h".
fn led_to_hour(line: &Line, i: usize, end: usize, hour: u8, word: bool) -> bool {
    let i = line.before(i, Class::Hedge).map_or(i, |it| it.1);
    let Some(before) = i.checked_sub(1) else { return !word || line.mark(end, b':') };
    if !word {
        let led = before - usize::from(before > 0 && line.has(before, Class::The));
        return line.english || !line.has(led, Class::In) && line.word(led) != "pour";
    }
    if clocks::part_follows(line, end) || line.speaks("de") {
        return true;
    }
    // "à deux heures de Paris", "las 24 horas"
    if line.has(end, Class::Of) || hour > 23 {
        return false;
    }
    let since = line.has(before, Class::Of) || line.like(before, "depuis desde");
    any!(line, before, At, To, Between, Weekday, Month, Day, Part)
        || line.before(i, Class::Night).is_some()
        || line.like(before, "est était is was son")
        || line.dash(before) && hour > 12
        || (line.has(before, Class::From) || line.before(i, Class::Bound).is_some()) && (hour > 12 || !since)
}

/// "sept heures et demie", "las tres y media", "le otto meno un quarto": minutes behind the hour.
fn romance_minutes(line: &Line, end: usize, mut clock: Clock) -> Option<(Clock, usize)> {
    if !matches!(line.table.tag, "fr" | "es" | "it" | "pt") || clock.minute > 0 {
        return None;
    }
    let hour_word = line.sense(end, Class::Clock).map_or(end, |it| it.1);
    let (sign, at) = match (line.has(hour_word, Class::And), line.has(hour_word, Class::Minus)) {
        (true, _) => (1, hour_word + 1),
        (_, true) => (-1, hour_word + 1),
        _ => return None,
    };
    // "moins le quart", "e un quarto"; "entre las diez y las once" has two hours.
    let at = if any!(line, at, The, A) && line.has(at + 1, Class::Fraction) { at + 1 } else { at };
    let (minutes, next) = match line.sense(at, Class::Fraction) {
        Some((sense, next)) if matches!(sense.value as u8, 2 | 4) => (60 / sense.value as i32, next),
        // "entre 14 et 16" has two hours.
        _ if sign > 0 && (2..=4).any(|back| end >= back && line.has(end - back, Class::Between)) => {
            return None;
        }
        _ => {
            let number = numerals::numeral(line, at)?;
            let n = number.value.filter(|it| (1.0..60.0).contains(it) && it.fract() == 0.0)? as i32;
            let minute = unit(line, number.end).filter(|it| it.0.kind == b'M');
            // "a las tres y cinco personas" counts no minutes, "plus d'une heure et 30 minutes" is a length.
            let at_or_the = (2..=4).any(|back| end >= back && any!(line, end - back, At, The));
            if minute.is_none() && !line.at_end(number.end) || minute.is_some() && !at_or_the {
                return None;
            }
            (n, minute.map_or(number.end, |it| it.1))
        }
    };
    let all = (i32::from(clock.hour) * 60 + sign * minutes).rem_euclid(1440);
    (clock.hour, clock.minute) = ((all / 60) as u8, (all % 60) as u8);
    Some((clock, next))
}

/// "om 20.30", "von 9.15 bis 10.45 Uhr": Dutch, German and Italian part the minutes with a stop, where a word says
/// that a time comes.
fn dotted(line: &Line, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    // "tussen 9.30-16.30", "8:10 - 12.32"
    let range =
        i > 4 && line.dash(before) && (line.mark(i - 3, b':') || any!(line, i - 5, At, From, Between));
    let led = match line.table.tag {
        "nl" | "pt" | "de" | "it" if range => true,
        "nl" => {
            any!(line, before, At, From, To, Between)
                || line.has(before, Class::And) && i > 4 && line.has(i - 5, Class::Between)
        }
        "de" | "it" => line.has(before, Class::At),
        _ => false,
    };
    let behind = i + 3;
    let sticks = line.glued(behind) && !line.is(behind, Shape::Mark);
    let counted = [Class::Currency, Class::CurrencySign, Class::Percent, Class::Measure, Class::Scale];
    led && line.is(i, Shape::Digits) && !sticks && !counted.iter().any(|&it| line.has(behind, it))
}

impl Clock {
    fn sure_minutes(&self) -> bool {
        self.minute > 0
    }
}

/// "five thirty", "six forty-five".
fn spoken_minute(line: &Line, i: usize) -> Option<(u8, usize)> {
    let at = if line.dash(i) { i + 1 } else { i };
    let number = numerals::numeral(line, at)?;
    let value = number.value?;
    (number.words && (10.0..60.0).contains(&value) && value.fract() == 0.0 && !number.scaled)
        .then_some((value as u8, number.end))
}
