//! Clock times and parts of the day.

use super::calendar::{Clock, Point};
use super::parts;
use super::{DateKind, Raw, Scene, Value};
use crate::find::line::{Line, Shape, any};
use crate::find::quantities::numerals;
use crate::lexicon::table::Class;

fn time(from: usize, end: usize, clock: Clock, rule: &'static str) -> Raw {
    let point = Point { clock: Some(clock), ..Point::default() };
    Raw { from, end, value: Value::Point(point), kind: DateKind::Time, rule, weak: false }
}

/// "7:56:30 pm", "8am", "10:30 (GMT-2:30)", "five o'clock", "noon", "1-3 pm", "9.30-4.30pm".
pub fn clock(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    // 12 noon, "las 12 del mediodía"
    let noon = i + 1 + usize::from(line.has(i + 1, Class::Of));
    if line.digits(i).is_some_and(|(n, _)| n == 12)
        && let Some((_, end)) = line.sense(noon, Class::Noon)
    {
        return Some(time(i, end, parts::clock(line, noon, false)?.0, "clock"));
    }
    if let Some((first, at)) = parts::clock(line, i, true) {
        // Two times share what stands behind the second: "1-3 pm", "5 to 6pm".
        let open = super::absolute::opening(scene, i);
        // "1 - ore 6.14": a blank before the dash parts a number from its line.
        let tight = line.dash(at) && (line.glued(at) || parts::clock(line, i, false).is_some());
        let joined = tight || line.has(at, Class::To) || (open < i && line.has(at, Class::And));
        // "entre las 10 y las 11:30", "desde la una hasta las tres"
        let to = line.sense(at, Class::To).map_or(at + 1, |it| it.1);
        let number = |at: usize| line.has(at, Class::Cardinal) || line.digits(at).is_some();
        let behind = if any!(line, to, At, The) && number(to + 1) { to + 1 } else { to };
        // Hours have their article: "desde la una hasta las tres", "dalle 9 alle 10", "das 9 às 11".
        let hours = |at: usize| line.like(at, "la las le dalle alle das às as");
        // One of the two must be known as a time: "from 7 to 7:30", "von 17 bis 18 Uhr", "entre las 3 y las 5".
        let mut beside = false;
        let second = parts::clock(line, behind, false).or_else(|| {
            let bare = parts::clock(line, behind, true);
            let known = parts::clock(line, i, false).is_some() && open < i;
            bare.filter(|it| {
                let ends = line.at_end(it.1) || any!(line, it.1, On, At);
                let led = open < i && hours(i - 1) && hours(behind - 1) && ends;
                // "lundi de 14 à 16": only behind a day.
                beside = !known && !led && open < i && !line.english && ends && first.hour < it.0.hour;
                known || led || open < i && part_follows(line, it.1) || beside
            })
        });
        if joined
            && let Some((second, end)) = second
            && (line.lexemes[i].shape == line.lexemes[behind].shape || open < i)
        {
            let mut first = first;
            if !first.sure
                && second.sure
                && second.hour >= 12
                && first.hour < 12
                && first.hour + 12 <= second.hour
                && line.digits(behind).is_none_or(|it| it.0 <= 12)
            // "dalle 7 alle 23"
            {
                first.hour += 12;
                first.sure = true;
            }
            let points = [first, second].map(|it| Point { clock: Some(it), ..Point::default() });
            let found = super::absolute::range(open, end, points[0], points[1], "clock_range");
            return Some(Raw { weak: beside, ..found });
        }
    }
    let (clock, end) = parts::clock(line, i, false)?;
    // "John 3:16" is a verse, "the marathon in 2:05:42" a length.
    if i > 0
        && (line.has(i - 1, Class::Code)
            || line.is(end - 1, Shape::Digits) && clock.second.is_some() && line.has(i - 1, Class::In))
    {
        return None;
    }
    // "First Corinthians 9:25", "Genesis 1:26": a capitalized word that is no day right before bare figures.
    let bare = end == i + 3 && clock.zone.is_none() && line.is(i, Shape::Digits);
    if bare
        && line.english
        && i > 1
        && line.upper(i - 1)
        && line.is(i - 1, Shape::Word)
        && line.lexemes[i - 1].classes == 0
        && line.word(i - 1).len() > 3
        && line.word(i - 1).bytes().any(|it| it.is_ascii_lowercase())
        && !line.at_end(i - 2)
    {
        return None;
    }
    // "with 4:35 left", "at 12:07 of the second", "the 15:20 mark": the clock of a game or a recording.
    let game =
        line.like(end, "left remaining mark of") || line.word(end) == "to" && line.like(end + 1, "play go");
    if bare && line.english && game {
        return None;
    }
    // A score or ratio: "16:09" behind "won"? Times of day need no proof, lengths do: "2:30.5".
    if line.mark(end, b'.') && line.glued(end) && line.glued(end + 1) && line.is(end + 1, Shape::Digits) {
        return None;
    }
    Some(time(i, end, clock, "clock"))
}

/// "half past seven", "15 past seven o'clock", "quarter to nine".
pub fn past_hour(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    if matches!(line.table.tag, "de" | "nl") {
        return germanic_hour(scene, i);
    }
    if !line.english {
        return None;
    }
    let (minutes, at) = match line.sense(i, Class::Fraction) {
        Some((sense, next)) if sense.value == 2.0 => (30.0, next),
        Some((sense, next)) if sense.value == 4.0 => (15.0, next),
        _ => {
            let number = numerals::numeral(line, i)?;
            (number.value?, number.end)
        }
    };
    if !(1.0..60.0).contains(&minutes) || minutes.fract() != 0.0 {
        return None;
    }
    let sign = match line.word(at) {
        "past" => 1,
        "to" if minutes == 15.0 => -1,
        _ => return None,
    };
    let (mut clock, end) = parts::clock(line, at + 1, true)?;
    if clock.minute != 0 || clock.hour > 12 {
        return None;
    }
    let all = (i32::from(clock.hour) * 60 + sign * minutes as i32).rem_euclid(1440);
    (clock.hour, clock.minute) = ((all / 60) as u8, (all % 60) as u8);
    Some(time(i, end, clock, "past_hour"))
}

/// "halb acht", "half acht" are 7:30; "viertel nach acht", "kwart over acht", "zehn vor neun", "dreiviertel acht".
fn germanic_hour(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let is = |at: usize, words: &str| line.like(at, words);
    let german = line.speaks("de");
    let hour = |at: usize| parts::clock(line, at, true).filter(|(it, _)| it.minute == 0 && it.hour <= 12);
    let (minutes, (mut clock, end)) = if is(i, "halb half") {
        (-30, hour(i + 1)?)
    } else if german && is(i, "dreiviertel") {
        (-15, hour(i + 1)?)
    } else {
        let (amount, at) = if is(i, "viertel kwart") {
            (15, i + 1)
        } else {
            let number = numerals::numeral(line, i)?;
            (number.value.filter(|it| (1.0..30.0).contains(it) && it.fract() == 0.0)? as i32, number.end)
        };
        let sign = if is(at, "nach over") {
            1
        } else if is(at, "vor voor") {
            -1
        } else if german && is(i, "viertel") && hour(at).is_some() {
            0
        } else {
            return None;
        };
        // "fünf vor halb neun", "10 voor half negen"
        let half = sign != 0 && is(at + 1, "halb half");
        let found = hour(at + usize::from(sign != 0) + usize::from(half))?;
        // "zehn vor neun" is a score or a place as well: a word must say that it is a time.
        let quarter = is(i, "viertel kwart");
        let led = i > 0 && line.has(i - 1, Class::At) || line.has(found.1 - 1, Class::Clock);
        if !quarter && !led && !half {
            return None;
        }
        (if sign == 0 { -45 } else { sign * amount - 30 * i32::from(half) }, found)
    };
    // "half miljoen" has no hour, "half 2019" no clock.
    let all = (i32::from(clock.hour) * 60 + minutes).rem_euclid(1440);
    (clock.hour, clock.minute) = ((all / 60) as u8, (all % 60) as u8);
    Some(time(i, end, clock, "past_hour"))
}

/// "at 5", "at six": an hour alone, where nothing is counted.
pub fn lone_hour(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    if i == 0 || !line.has(i - 1, Class::At) {
        return None;
    }
    // "a las dos" is a time, "las dos" and "de uno a dos" are numbers.
    let hours = line.like(i - 1, "la las");
    if line.speaks("es") && !(hours && i > 1 && any!(line, i - 2, At, Of, From, To, Beside)) {
        return None;
    }
    let (clock, end) = parts::clock(line, i, true)?;
    // "une à une"
    if line.speaks("fr") && line.is(i, Shape::Word) && !part_follows(line, end) {
        return None;
    }
    // "alle ore 8", "alle 17 di oggi"
    let dated = line.has(end, Class::Of) && line.has(end + 1, Class::Day);
    let italian =
        line.speaks("it") && (line.word(i - 1) == "ore" || clock.hour > 12 && (line.at_end(end) || dated));
    let stops = line.at_end(end) || any!(line, end, On, Day, Night, Part) || part_follows(line, end);
    if !(stops || italian) {
        return None;
    }
    if line.glued(end) && line.is(end, Shape::Mark) && line.glued(end + 1) && line.is(end + 1, Shape::Digits)
    {
        return None;
    }
    let clock_time = time(i, end, clock, "lone_hour");
    // "antes de las 7", "por volta das 8": what bounds an hour says that it is one.
    let bound = !line.english && line.before(i, Class::Bound).is_some();
    // "capped the number at six"
    Some(Raw {
        weak: (line.english && end == i + 1 || line.digits(i).is_some()) && !bound && !italian,
        ..clock_time
    })
}

/// "de la tarde", "du matin", "di mattina", "in the morning" stands at `i`: what is before it is an hour.
pub fn part_follows(line: &Line, i: usize) -> bool {
    // 's middags
    if line.apostrophe(i) && line.word(i + 1) == "s" {
        return line.has(i + 2, Class::Part);
    }
    let at = if any!(line, i, Of, In) { i + 1 } else { return false };
    let at = if line.has(at, Class::The) { at + 1 } else { at };
    let at = if line.apostrophe(at) { at + 1 } else { at };
    line.has(at, Class::Part)
}

/// "Monday at 2.30": a stop between hour and minutes, which elsewhere is a fraction. Counts beside a day only.
pub fn dotted(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (hour, 1 | 2) = line.digits(i)? else { return None };
    let (minute, 2) = line.digits(i + 2)? else { return None };
    let stop = line.mark(i + 1, b'.') && line.glued(i + 1) && line.glued(i + 2);
    let led = i > 0 && line.has(i - 1, Class::At) || line.speaks("nl");
    if !stop || !led || hour > 23 || minute > 59 || line.glued(i + 3) && !line.at_end(i + 3) {
        return None;
    }
    let clock = Clock { hour: hour as u8, minute: minute as u8, second: None, zone: None, sure: hour > 12 };
    // "hacia las 20.30"
    let weak = line.english || line.before(i, Class::Bound).is_none();
    Some(Raw { weak, ..time(i, i + 3, clock, "clock") })
}

/// "in the morning", "early evening": a part of the day; a time where a date stands beside.
pub fn part(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (sense, end) = line.sense(i, Class::Part)?;
    let mut from = i;
    if from > 0 && line.has(from - 1, Class::Edge) {
        from -= 1; // early morning
    } else if from > 1 && line.word(from - 1) == "s" && line.apostrophe(from - 2) {
        from -= 2; // 's ochtends
    } else if from > 0 && line.has(from - 1, Class::The) && !line.speaks("es") {
        from -= 1;
    }
    Some(Raw {
        from,
        end,
        value: Value::Part(sense.value as u8),
        kind: DateKind::Time,
        rule: "part_of_day",
        weak: true,
    })
}
