//! Feasts, which come on their day of each year, and wars and ages, whose years are agreed upon.

use super::absolute::{point, range};
use super::calendar::{self, Point};
use super::periods::{clause_goes_on, year_phrase};
use super::{DateKind, Raw, Scene, Value, parts};
use crate::find::line::{Shape, any};
use crate::lexicon::table::Class;

/// "during World War II", "nach dem Zweiten Weltkrieg", "the end of the Cold War": a war or an age whose years are agreed upon, where the
/// words before it tell of time. "A hero of the Vietnam War" and "fought in World War I" tell of something else.
fn named_period(scene: &Scene, i: usize, end: usize, years: &'static str) -> Option<Raw> {
    const WHEN: &str = "during after before since until till following throughout pre post während nach vor seit bis avant après depuis pendant durant durante desde hasta tras dopo na voor sinds tijdens desde até após";
    const PART: &str = "outbreak end beginning start middle height eve days years remainder rest course aftermath ende beginn ausbruch fin début déclenchement lendemain final inicio comienzo estallido fine inizio scoppio einde begin uitbreken fim início";
    let line = scene.line;
    if !line.upper(i) && line.english {
        return None;
    }
    let mut at = i;
    while at > 0
        && (any!(line, at - 1, The) || line.apostrophe(at - 1) || line.dash(at - 1) && line.glued(at))
    {
        at -= 1;
    }
    // "après la", "prima della", "am Ende des"
    let of = at > 1 && any!(line, at - 1, Of) || any!(line, at, Of);
    let told = at > 0
        && (line.like(at - 1, WHEN)
            || of && (at.saturating_sub(4)..at).any(|it| line.like(it, PART) || line.has(it, Class::Bound)));
    let value = Value::Period(years);
    let from = i - usize::from(line.english && i > 0 && line.word(i - 1) == "the");
    told.then_some(Raw { from, end, value, kind: DateKind::Range, rule: "named_period", weak: false })
}

/// Christmas, Easter Monday, Thanksgiving.
pub fn holiday(scene: &Scene, i: usize) -> Option<Raw> {
    let line = scene.line;
    let (sense, mut end) = line.sense(i, Class::Holiday)?;
    if sense.name.find('/').is_some_and(|it| it >= 4) {
        return named_period(scene, i, end, sense.name);
    }
    if !line.upper(i)
        && sense.rest.is_empty()
        && !line.speaks("es")
        && !line.speaks("it")
        && !line.speaks("pt")
        && !matches!(
            sense.name,
            "12-25" | "12-24" | "10-31" | "easter+0" | "easter+1" | "11/4/4" | "04-22" | "9/1/1"
        )
        && !line.word(i).eq_ignore_ascii_case("independence")
    {
        return None;
    }
    // "Labor Day weekend", "Halloween weekend 2021"
    let weekend = parts::unit(line, end).filter(|it| it.0.kind == b'E');
    if let Some((_, next)) = weekend {
        end = next;
    }
    // "Thanksgiving 2023", "Independence Day of this year", "Heilige Drei Könige im Jahr 2020"
    // "Christmas Day, 2005"
    let dated = line.mark(end, b',') && line.digits(end + 1).is_some_and(|it| it.1 == 4);
    let of = if dated || any!(line, end, Of, In) { end + 1 } else { end };
    let at = if of > end && line.has(of, Class::YearWord) { of + 1 } else { of };
    let phrase = year_phrase(scene, of).map(|(year, _, next)| (year, next));
    let explicit = parts::year(line, at, false)
        .map(|(year, next)| (Some(year), next))
        .or(phrase.filter(|_| of > end || line.speaks("de")));
    if let Some((_, next)) = explicit {
        end = next;
    }
    // "last Easter", "next Christmas"; "la Navidad pasada"
    let told = |at: usize, class: Class| line.sense(at, class).is_some_and(|it| it.0.rest.is_empty());
    let side = |at: usize| match explicit {
        None => i64::from(told(at, Class::Next)) - i64::from(told(at, Class::Last)),
        _ => 0,
    };
    let before = i.checked_sub(1).map_or(0, side);
    let from = if before == 0 { i } else { i - 1 };
    let behind = if before == 0 && !line.english { side(end) } else { 0 };
    end += usize::from(behind != 0);
    let shift = before + behind;
    // "Natale Rossi", "Toussaint-Louverture" are people; "la città natale" is where one was born.
    let follows = line.lexemes.get(end + usize::from(line.dash(end) && line.glued(end)));
    if explicit.is_none() && !line.speaks("de") && follows.is_some_and(|it| it.upper)
        || line.word(i) == "natale"
    {
        return None;
    }
    // "Mohammed Ramadan" is a man.
    let man = line.english && i > 0 && line.upper(i - 1) && line.is(i - 1, Shape::Word);
    if man && line.lexemes[i - 1].classes == 0 && sense.rest.is_empty() {
        return None;
    }
    // "Christmas trees", "the Easter Bunny"; "sapin de Noël", "il Babbo Natale", but "el día de Navidad", "avant Noël"
    let whole = explicit.is_some() || weekend.is_some();
    if !whole && i > 1 && !line.english && sense.rest.is_empty() {
        let of = line.has(i - 1, Class::Of) && !any!(line, i - 2, Unit, Part, Edge, Night);
        let father = line.like(i - 1, "père babbo papá papai pai");
        if father || of && shift == 0 && line.before(i, Class::Bound).is_none() {
            return None;
        }
    }
    if !whole && line.english && !(line.at_end(end) || clause_goes_on(scene, end)) {
        return None;
    }
    let year = explicit.and_then(|it| it.0);
    let resolve = |year: i32| -> Option<i64> {
        let name = sense.name;
        if let Some(shift) = name.strip_prefix("easter") {
            return Some(calendar::easter(year) + shift.parse::<i64>().ok()?);
        }
        // "11/4/4": of November the Thursdays, the fourth; there may be no fifth, and then the last is meant.
        let (name, plus) = name.split_once('+').unwrap_or((name, "0"));
        let mut rule = name.split('/').map_while(|it| it.parse::<u8>().ok());
        let (month, weekday, nth) = (rule.next()?, rule.next()?, rule.next()?);
        let day = calendar::nth_weekday(year, month, weekday, i64::from(nth));
        let day = if calendar::civil(day).1 == month { day } else { day - 7 };
        // The Friday behind the fourth Thursday.
        Some(day + plus.parse::<i64>().ok()?)
    };
    let fixed =
        sense.name.split_once('-').and_then(|(m, d)| Some((m.parse::<u8>().ok()?, d.parse::<u8>().ok()?)));
    if let Some((month, day)) = fixed
        && shift == 0
        && weekend.is_none()
    {
        let found = Point { year, month: Some(month), day: Some(day), ..Point::default() };
        return Some(point(i, end, found, "holiday"));
    }
    let day_in = |year: i32| match fixed {
        Some((month, day)) => Some(calendar::days(year, month, day)),
        None => resolve(year),
    };
    let found = year.and_then(day_in).map(|it| (it, false)).or_else(|| {
        // The nearest one, or the nearest on the side that is named.
        let anchor = scene.anchor?;
        let near = (-1..=1).filter_map(|it| day_in(anchor.date.0 + it));
        let near =
            near.filter(|it| (it - anchor.day) * shift >= 0).min_by_key(|it| (it - anchor.day).abs())?;
        Some((near, true))
    });
    let on = |day: i64, anchored: bool| Point { anchored, ..Point::of_day(day) };
    Some(match found {
        Some((day, anchored)) if weekend.is_some() => {
            // The weekend that is nearest: that before a Monday, that behind a Thursday.
            let saturday = day - i64::from(calendar::weekday(day + 1)) % 7;
            let saturday = if day - saturday > 3 { saturday + 7 } else { saturday };
            range(from, end, on(saturday, anchored), on(saturday + 1, anchored), "holiday_weekend")
        }
        Some((day, anchored)) => point(from, end, on(day, anchored), "holiday"),
        None => Raw { from, end, value: Value::Unknown, kind: DateKind::Date, rule: "holiday", weak: false },
    })
}
