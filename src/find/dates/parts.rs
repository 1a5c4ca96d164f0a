//! Parts of dates: the small readers that the rules share. Each takes a place and gives what stands there
//! and the lexeme behind it.

use super::calendar::Clock;
use crate::find::line::{Line, Shape, any};
use crate::find::quantities::numerals;
use crate::lexicon::table::Class;

/// True where the table marks the month or weekday as mostly another word ("may", "sun").
pub fn doubtful(name: &str) -> bool {
    name.ends_with('?')
}

fn value_of(name: &str) -> u8 {
    name.trim_end_matches('?').parse().unwrap_or(0)
}

/// A month's name: its number and whether the word is doubtful.
pub fn month(line: &Line, i: usize) -> Option<(u8, bool, usize)> {
    let (sense, next) = line.sense(i, Class::Month)?;
    // "MAR" and "mar" are more often something else than an abbreviation without its stop.
    // "Dec. 21": the stop belongs to the abbreviation, but not the one behind "in April." and "in May."
    let whole = [
        "april", "march", "may", "june", "july", "juni", "juli", "mai", "mei", "mars", "juin", "août",
        "mayo", "enero", "abril", "junio", "julio", "maio", "junho", "julho", "märz", "maart", "april",
    ];
    let abbreviated =
        line.mark(next, b'.') && line.glued(next) && line.word(i).len() <= 5 && !line.like(i, &whole);
    let next = if abbreviated { next + 1 } else { next };
    // "cinq à sept personnes", "vingt-sept": French months of that name stand beside figures.
    if line.table.tag == "fr"
        && line.word(i).len() == 4
        && line.like(i, &["sept"])
        && !abbreviated
        && line.digits(next).or(line.digits(i.wrapping_sub(1))).is_none()
    {
        return None;
    }
    Some((value_of(sense.name), doubtful(sense.name), next))
}

/// A weekday's name.
pub fn weekday(line: &Line, i: usize) -> Option<(u8, bool, usize)> {
    let (sense, next) = line.sense(i, Class::Weekday)?;
    let next = if line.word(i).len() <= 5 && !line.at_end(next + 1) { line.past_stop(next) } else { next };
    Some((value_of(sense.name), doubtful(sense.name), next))
}

/// "Tuesdays", "donderdagen": the weekday at `i` comes again and again.
pub fn is_plural(line: &Line, i: usize) -> bool {
    let word = line.word(i);
    match line.table.tag {
        "en" => word.len() > 6 && word.ends_with('s'),
        "nl" => word.ends_with("dagen"),
        _ => false,
    }
}

/// An ordinal in words: "twenty-first", "first". English writes the tens before.
pub fn ordinal_word(line: &Line, i: usize) -> Option<(f64, usize)> {
    if let Some((sense, next)) = line.sense(i, Class::Ordinal) {
        return Some((sense.value, next));
    }
    if let Some(value) = line.compound(i, true) {
        return Some((value, i + 1));
    }
    let (tens, next) = line.sense(i, Class::Cardinal)?;
    if tens.value < 20.0 {
        return None;
    }
    let next = if line.dash(next) { next + 1 } else { next };
    let (unit, next) = line.sense(next, Class::Ordinal)?;
    (unit.value < 10.0).then_some((tens.value + unit.value, next))
}

/// An ordinal in figures: "21st", "3º", and "3." where the language writes so.
pub fn ordinal_figures(line: &Line, i: usize) -> Option<(u32, usize)> {
    let (n, len) = line.digits(i)?;
    if i > 0 && line.glued(i) && line.lexemes[i - 1].shape != Shape::Mark {
        return None;
    }
    // 21st, 3º, and 1.º as Spanish has it
    let sign = if line.table.tag == "es" { line.past_stop(i + 1) } else { i + 1 };
    (len <= 7 && line.glued(sign) && line.has(sign, Class::OrdinalSign)).then_some((n, sign + 1))
}

/// A day of the month, 1 to 31, in any writing.
pub fn day(line: &Line, i: usize) -> Option<(u8, usize)> {
    let (n, next) = if let Some((n, next)) = ordinal_figures(line, i) {
        (n, next)
    } else if let Some((n, len)) = line.digits(i) {
        // "mar4" is a day, "A4" is none.
        let stuck = i > 0 && line.glued(i) && line.lexemes[i - 1].shape == Shape::Word;
        if len > 2 || stuck && !line.has(i - 1, Class::Month) {
            return None;
        }
        // "3. Mai" in German and its neighbours.
        let stop = line.mark(i + 1, b'.') && line.glued(i + 1) && line.table.tag != "en";
        (n, if stop { i + 2 } else { i + 1 })
    } else if let Some((n, next)) = ordinal_word(line, i) {
        (n as u32, next)
    } else {
        // Romance languages count the days: "diez de octubre", "le deux mai".
        if matches!(line.table.tag, "en" | "und") {
            return None;
        }
        let number = numerals::numeral(line, i)?;
        (number.value.filter(|it| it.fract() == 0.0 && *it < 32.0)? as u32, number.end)
    };
    (1..=31).contains(&n).then_some((n as u8, next))
}

/// A year behind a date: four digits, "'96", "96"; with its era. Years before our era are 0 and less.
pub fn year(line: &Line, i: usize, short: bool) -> Option<(i32, usize)> {
    let at = if line.apostrophe(i) && line.glued(i + 1) { i + 1 } else { i };
    if let Some((sense, next)) = line.sense(i, Class::Era)
        && let Some((n, len)) = line.digits(next)
        && (1..=4).contains(&len)
        && sense.value > 0.0
        && line.lexemes[i].upper
    {
        return Some((n as i32, next + 1));
    }
    let (n, len) = line.digits(at)?;
    let n = n as i32;
    if let Some((year, next)) = era(line, at + 1, n) {
        return Some((year, next));
    }
    // Not the head of 2,500 or 20.5 or 1990s or 12:30.
    if line.glued(at + 1) {
        let mark = line.lexemes[at + 1];
        let digit_behind =
            line.glued(at + 2) && line.lexemes.get(at + 2).is_some_and(|it| it.shape == Shape::Digits);
        if mark.shape == Shape::Word
            || (matches!(mark.byte, b'.' | b',' | b':' | b'%') && (digit_behind || mark.byte == b'%'))
        {
            return None;
        }
    }
    match len {
        4 if (1000..=2999).contains(&n) => Some((n, at + 1)),
        // 30 September 420; December of 384
        3 if n >= 100 && line.at_end(at + 1) && i > 0 && any!(line, i - 1, Month, Of) => Some((n, at + 1)),
        2 if at > i || short => Some((two_digits(n), at + 1)),
        _ => None,
    }
}

/// An era behind a year: "345 BC", "347 AD", "2555 BE".
pub fn era(line: &Line, i: usize, n: i32) -> Option<(i32, usize)> {
    if line.word(i) == "BE" && n > 543 {
        return Some((n - 543, i + 1));
    }
    let (sense, next) = line.sense(i, Class::Era)?;
    if !line.lexemes[i].upper && line.table.tag == "en" {
        return None;
    }
    Some((if sense.value < 0.0 { 1 - n } else { n }, next))
}

/// 96 is 1996, 12 is 2012: the turn stands at 50, as most calendars have it.
pub fn two_digits(n: i32) -> i32 {
    if n >= 50 { 1900 + n } else { 2000 + n }
}

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
    // 8:45a, 9p
    (line.glued(i) && !line.glued(i + 1) || (line.glued(i) && line.at_end(i + 1))).then_some((half, i + 1))
}

/// A zone behind a clock time: minutes east, none for "ET" and "local time", whose offset changes.
pub fn zone(line: &Line, i: usize) -> Option<(Option<i16>, usize)> {
    let (open, at) = if line.mark(i, b'(') { (true, i + 1) } else { (false, i) };
    let (sense, mut next) = line.sense(at, Class::Zone)?;
    if !line.lexemes[at].upper && !matches!(sense.rest, "time" | "timezone") && !line.word(at).is_ascii() {
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
    if sense.name == "0" && (line.mark(next, b'+') || line.dash(next)) && line.glued(next) {
        let sign = if line.mark(next, b'+') { 1 } else { -1 };
        if let Some((n, len)) = line.digits(next + 1)
            && len <= 4
        {
            let mut offset = if len > 2 { (n / 100 * 60 + n % 100) as i16 } else { n as i16 * 60 };
            next += 2;
            if line.mark(next, b':')
                && let Some((m, 2)) = line.digits(next + 1)
            {
                offset += m as i16;
                next += 2;
            }
            minutes = Some(sign * offset);
        }
    }
    if open {
        if !line.mark(next, b')') {
            return None;
        }
        next += 1;
    }
    Some((minutes, next))
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// How many of the kind make one.
    pub factor: u32,
    /// `S`, `M` (minutes), `H`, `D`, `W`, `O` (months), `Y`, `E` (weekends).
    pub kind: u8,
}

impl Unit {
    fn named(name: &str) -> Unit {
        let digits = name.bytes().take_while(u8::is_ascii_digit).count();
        let factor = name[..digits].parse().unwrap_or(1);
        let kind = match &name[digits..] {
            "TS" => b'S',
            "TM" => b'M',
            "TH" => b'H',
            "W" => b'W',
            "M" => b'O',
            "Y" => b'Y',
            "WE" => b'E',
            _ => b'D',
        };
        Unit { factor, kind }
    }

    /// Hours, minutes, seconds.
    pub fn of_day(self) -> bool {
        matches!(self.kind, b'S' | b'M' | b'H')
    }
}

/// Behind a word that says which kind of year is meant: "fiscal", "calendar".
pub fn past_fiscal(line: &Line, i: usize) -> usize {
    const KINDS: &[&str] = &[
        "fiscal",
        "calendar",
        "school",
        "academic",
        "financial",
        "scolaire",
        "calendaire",
        "civile",
        "calendario",
        "escolar",
    ];
    let kind = line.like(i, KINDS);
    let year = line.has(i + 1, Class::YearWord)
        || line.digits(i + 1).is_some()
        || i > 0 && line.has(i - 1, Class::YearWord);
    if kind && year { i + 1 } else { i }
}

/// A unit of time in letters.
pub fn unit(line: &Line, i: usize) -> Option<(Unit, usize)> {
    let (sense, next) = line.sense(i, Class::Unit)?;
    const WHOLE: &[&str] =
        &["day", "año", "mes", "ora", "ore", "dag", "uur", "an", "ans", "ano", "dia", "tag"];
    let short = line.word(i).len() <= 4 && !line.like(i, WHOLE);
    let short = short
        && !matches!(line.word(i), "year" | "week" | "hour" | "jahr" | "anno" | "jaar" | "jour" | "mois");
    let next = if short && !line.at_end(next + 1) && !line.has(i, Class::Day) && sense.rest.is_empty() {
        let stop = line.past_stop(next);
        if stop > next && line.lexemes.get(stop).is_some_and(|it| it.upper) { next } else { stop }
    } else {
        next
    };
    Some((Unit::named(sense.name), next))
}

/// "years", "Wochen", "settimane": the unit at `i` is a plural.
pub fn is_many(line: &Line, i: usize) -> bool {
    let word = line.word(i);
    match line.table.tag {
        "de" => word.ends_with(['n', 'e']) && !word.ends_with("oche"),
        "it" => word.ends_with('i') || word.ends_with("mane"),
        "nl" => word.ends_with("en"),
        // "les derniers mois", "el mes"
        "fr" if word == "mois" => {
            let many = &["derniers", "prochains", "passés", "suivants", "précédents"];
            line.like(i + 1, many) || i > 0 && line.like(i - 1, many)
        }
        _ => word.ends_with('s') && !line.like(i, &["mes", "mês"]),
    }
}

/// A unit that sticks to figures: 10D, 3mo, 2h.
fn unit_sign(line: &Line, i: usize, tail: bool) -> Option<(Unit, usize)> {
    let (sense, next) = line.sense(i, Class::UnitSign)?;
    (line.glued(i) || tail).then(|| (Unit::named(sense.name), next))
}

/// How long: up to three amounts, the greatest unit first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    /// Amount and unit; the amount is none for "a few".
    pub parts: [(Option<f64>, Unit); 3],
    /// How many parts count.
    pub n: usize,
    /// Holds a letter that stands for a unit ("10D"): weak unless something confirms it.
    pub weak: bool,
    /// Written with an article ("a day"): weak as well.
    pub article: bool,
}

/// "three weeks", "2 years and 3 months", "a year and a half", "a few days", "1d 21 h 25m".
pub fn length(line: &Line, i: usize) -> Option<(Length, usize)> {
    let nothing = (None, Unit { factor: 1, kind: b'D' });
    let mut length = Length { parts: [nothing; 3], n: 0, weak: false, article: false };
    let mut at = i;
    while length.n < 3 {
        let mut from = at;
        if length.n > 0 {
            from = if line.mark(at, b',') { at + 1 } else { at };
            from = if line.has(from, Class::And) { from + 1 } else { from };
        }
        let Some((amount, unit, next, weak, article)) = amount(line, from, length.n > 0) else { break };
        // Each unit is smaller than the one before: "2 hours 3 days" are two lengths.
        if length.n > 0 && size(unit) >= size(length.parts[length.n - 1].1) {
            break;
        }
        length.parts[length.n] = (amount, unit);
        length.n += 1;
        length.weak |= weak;
        length.article |= article;
        at = next;
        // a year and a half, one year and a quarter
        if let Some((share, next)) = numerals::and_fraction(line, at)
            && line.has(next - 1, Class::Fraction)
            && length.n == 1
            && amount.is_some_and(|it| it < 100.0)
        {
            length.parts[0].0 = amount.map(|it| it + share);
            (length.article, at) = (false, next);
            break;
        }
    }
    (length.n > 0).then_some((length, at))
}

/// Seconds in a unit, about; to compare units.
pub fn size(unit: Unit) -> u64 {
    u64::from(unit.factor)
        * match unit.kind {
            b'S' => 1,
            b'M' => 60,
            b'H' => 3600,
            b'D' => 86_400,
            b'E' => 172_800,
            b'W' => 604_800,
            b'O' => 2_600_000,
            _ => 31_536_000,
        }
}

type Amount = (Option<f64>, Unit, usize, bool, bool);

fn amount(line: &Line, i: usize, tail: bool) -> Option<Amount> {
    // half an hour, half a year
    if let Some((sense, next)) = line.sense(i, Class::Fraction)
        && sense.value == 2.0
    {
        let at = if line.has(next, Class::A) { next + 1 } else { next };
        let (unit, end) = unit(line, at)?;
        return Some((Some(0.5), unit, end, false, false));
    }
    if let Some((_, next)) = line.sense(i, Class::Few) {
        let (unit, end) = unit(line, next)?;
        return Some((None, unit, end, false, false));
    }
    if let Some((_, next)) = line.sense(i, Class::A) {
        let next = next + usize::from(line.apostrophe(next)); // un'ora
        if let Some((_, few)) = line.sense(next, Class::Few) {
            let (unit, end) = unit(line, few)?;
            return Some((None, unit, end, false, false));
        }
        // a half hour
        if let Some((sense, half)) = line.sense(next, Class::Fraction)
            && sense.value == 2.0
            && let Some((unit, end)) = unit(line, half)
        {
            return Some((Some(0.5), unit, end, false, false));
        }
        if let Some((unit, end)) = unit(line, next) {
            return Some((Some(1.0), unit, end, false, true));
        }
    }
    let number = numerals::numeral(line, i)?;
    let dashed = line.dash(number.end) && line.glued(number.end) && line.glued(number.end + 1);
    let at = if dashed { number.end + 1 } else { number.end };
    if let Some((unit, end)) = unit(line, at) {
        return Some((Some(number.value?), unit, end, false, false));
    }
    let (unit, end) = unit_sign(line, at, tail)?;
    // "the 90s back" is a decade.
    if unit.kind == b'S' && number.value.is_some_and(|it| it >= 10.0 && it % 10.0 == 0.0) {
        return None;
    }
    // 3m is three meters, 5s a plural: alone these tell nothing. "pendant 2h" does.
    let weak = unit.kind != b'H' || line.table.tag == "en";
    Some((Some(number.value?), unit, end, weak, false))
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
                && matches!(line.lexemes[i - 1].byte, b':' | b'.' | b',' | b'$' | b'/')
                && line.glued(i - 1)
                && !logged
            {
                return None;
            }
            if i > 0 && line.glued(i) && line.lexemes[i - 1].shape == Shape::Word && line.word(i - 1) != "T" {
                return None;
            }
            let (n, len) = line.digits(i)?;
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
        let led = i > 0 && line.table.tag != "fr" && any!(line, i - 1, At, The);
        known |= line.has(end, Class::Clock) || led;
        (clock, end) = (moved, next);
    }
    if clock.hour <= 12
        && let Some((half, next)) = meridiem(line, end)
    {
        clock.hour = clock.hour % 12 + half;
        (clock.sure, known, end) = (true, true, next);
    } else if let Some((_, next)) = line.sense(end, Class::Clock) {
        let word = line.has(end, Class::Unit);
        (known, end) = (known || led_to_hour(line, i, next, hour, word), next);
        // neuf heures trente
        if !figures
            && line.table.tag == "fr"
            && let Some((minute, next)) = spoken_minute(line, end)
            && (line.at_end(next) || any!(line, next, To, On, Of))
        {
            (clock.minute, end, known) = (minute, next, true);
        }
        // 10 Uhr 30, 10h30
        if (figures || known && line.table.tag == "fr")
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
    if !known && !bare {
        return None;
    }
    if known && let Some((zone, next)) = zone(line, end) {
        (clock.zone, end) = (zone, next);
    } else if known && clock.second.is_some() {
        // +0200 behind a full time.
        let at = end;
        if (line.mark(at, b'+') || line.dash(at))
            && let Some((n, len)) = line.digits(at + 1)
            && line.glued(at + 1)
            && (len == 4 || (len == 2 && line.mark(at + 2, b':')))
        {
            let sign = if line.mark(at, b'+') { 1 } else { -1 };
            if len == 4 {
                (clock.zone, end) = (Some(sign * (n / 100 * 60 + n % 100) as i16), at + 2);
            } else if let Some((m, 2)) = line.digits(at + 3) {
                (clock.zone, end) = (Some(sign * (n * 60 + m) as i16), at + 4);
            }
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
        return line.table.tag == "en" || !line.has(led, Class::In) && line.word(led) != "pour";
    }
    if super::clocks::part_follows(line, end) || line.table.tag == "de" {
        return true;
    }
    // "à deux heures de Paris", "las 24 horas"
    if line.has(end, Class::Of) || hour > 23 {
        return false;
    }
    let since = line.has(before, Class::Of) || line.like(before, &["depuis", "desde"]);
    any!(line, before, At, To, Between, Weekday, Month, Day, Part)
        || line.before(i, Class::Night).is_some()
        || line.like(before, &["est", "était", "is", "was", "son"])
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

/// "Dienstagmorgen", "dinsdagavond": a weekday and a part of the day in one word; the hour at which the part begins.
pub fn weekday_part(line: &Line, i: usize) -> Option<(u8, u8)> {
    let lexeme = line.lexemes.get(i)?;
    let word = line.word(i);
    if lexeme.shape != Shape::Word
        || lexeme.classes != 0
        || !matches!(word.len(), 9..=22)
        || !matches!(line.table.tag, "de" | "nl")
    {
        return None;
    }
    let cut = ["tag", "dag", "woch", "abend"].iter().find_map(|it| Some(word.find(it)? + it.len()))?;
    let class = |piece: &str, class: Class| {
        let (idx, classes) = line.table.find(piece, crate::lexicon::hash_folded(piece))?;
        (classes & class.bit() != 0).then(|| line.table.senses(idx).iter().find(|it| it.class == class))?
    };
    let (day, part) = (&word[..cut], &word[cut..]);
    let weekday = value_of(class(day, Class::Weekday)?.name);
    let part = if part == "morgen" { 6.0 } else { class(part, Class::Part)?.value };
    Some((weekday, part as u8))
}

/// "om 20.30", "von 9.15 bis 10.45 Uhr": Dutch, German and Italian part the minutes with a stop, where a word says
/// that a time comes.
fn dotted(line: &Line, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let led = match line.table.tag {
        "nl" => {
            any!(line, before, At, From, To, Between)
                || line.has(before, Class::And) && i > 4 && line.has(i - 5, Class::Between)
        }
        "de" | "it" => line.has(before, Class::At),
        _ => false,
    };
    let behind = i + 3;
    let sticks = line.glued(behind) && line.lexemes[behind].shape != Shape::Mark;
    let counted = [Class::Currency, Class::CurrencySign, Class::Percent, Class::Measure, Class::Scale];
    led && line.lexemes[i].shape == Shape::Digits
        && !sticks
        && !counted.iter().any(|&it| line.has(behind, it))
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
