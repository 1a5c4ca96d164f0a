//! Years alone, in figures and words.

use super::absolute::point;
use super::calendar::Point;
use super::numeric::before_is_code;
use super::{Raw, Scene, parts, periods};
use crate::find::line::{Shape, any};
use crate::lexicon::table::Class;

/// "nineteen ninety six", "two thousand and fifteen", "fifteen sixteen"; "mil novecientos noventa y dos".
pub fn spoken_year(scene: &Scene, i: usize) -> Option<(i32, usize)> {
    let line = scene.line;
    if !line.english {
        let number = crate::find::quantities::numerals::numeral(line, i).filter(|it| it.words)?;
        let value = number.value.filter(|it| it.fract() == 0.0 && (1100.0..2100.0).contains(it))?;
        return Some((value as i32, number.end));
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
    let word = line.is(i, Shape::Word);
    if word {
        // "the year 2030"
        if let Some((sense, next)) = line.sense(i, Class::YearWord)
            && sense.name == "Y"
            && let Some((n, len)) = line.digits(next)
            && (2..=4).contains(&len)
            && line.english
            && i > 0
            && line.has(i - 1, Class::The)
        {
            return Some(point(i - 1, next + 1, of_year(n as i32), "year_word"));
        }
        // "Jahr 2012", "année 2016", "año 2019"
        if let Some((sense, next)) = line.sense(i, Class::YearWord)
            && sense.name == "Y"
            && !line.english
            && let Some((year, end)) = parts::year(line, next, false)
        {
            return Some(point(i, end, of_year(year), "year_word"));
        }
        // "in fifteen sixteen and fifteen seventeen"
        let row = i > 1 && any!(line, i - 1, And, To) && scene.here.is_some_and(|it| it.0 + 2 >= i);
        let cue = row || i > 0 && any!(line, i - 1, In, Of, From) && line.word(i - 1) != "for";
        if !cue {
            return None;
        }
        let (year, end) = spoken_year(scene, i)?;
        // "en dos mil quince ciudades" counts cities.
        let counts = !line.english && !line.at_end(end) && !line.has(end, Class::And);
        let split = line.sense(i, Class::Cardinal).is_some_and(|it| it.0.value >= 11.0);
        return (!counts && (split || year != 2000)).then(|| point(i, end, of_year(year), "spoken_year"));
    }
    let (n, len) = line.digits(i)?;
    if before_is_code(scene, i) {
        return None;
    }
    if let Some((year, end)) = parts::era(line, i + 1, n as i32) {
        return (len <= 5).then(|| point(i, end, of_year(year), "year_era"));
    }
    // "back in '75", "nel '68"
    if len == 2
        && i > 1
        && line.apostrophe(i - 1)
        && line.glued(i)
        && !line.glued(i - 1)
        && !line.glued(i + 1) | line.at_end(i + 1)
        && any!(line, i - 2, In, Of, From, To, Between, Beside)
        && !any!(line, i + 1, Percent, Unit, Currency, Measure, Scale)
    {
        return Some(point(i - 1, i + 1, of_year(parts::two_digits(n as i32)), "short_year"));
    }
    // "106–43 BC", "from about 1200 to about 400 BC": the era behind the second is that of both.
    if (line.dash(i + 1) || line.has(i + 1, Class::To))
        && let to = i + 2 + usize::from(line.like(i + 2, "about around"))
        && let Some((m, _)) = line.digits(to).filter(|it| it.0 < n)
        && let Some((last, end)) = parts::era(line, to + 1, m as i32).filter(|it| it.0 < 1)
    {
        return Some(periods::years(super::absolute::opening(scene, i), end, 1 - n as i32, last, "year_era"));
    }
    // "It was signed in 843.", "c. 347"; "one in 100" is a share.
    if len == 3 && line.english && i > 1 {
        let counted = line.has(i - 2, Class::Cardinal) || line.digits(i - 2).is_some();
        let ends =
            line.at_end(i + 1) && i + 1 < line.len() && !line.glued(i + 2) || line.has(i + 1, Class::And);
        let circa = line.mark(i - 1, b'.') && line.like(i - 2, "c ca");
        let told = circa || line.like(i - 1, "in") && !counted && ends;
        return told.then(|| point(i, i + 1, of_year(n as i32), "bare_year"));
    }
    if len != 4 || !(1000..=2999).contains(&n) {
        return None;
    }
    let (year, end) = parts::year(line, i, false)?;
    // "the 2024-25 season", "2014/15", "in 2014-18", "(1919–33)", "(1892 – 94)"
    let longest = if line.byte(end) == 0xe2 { 60 } else { 12 };
    let set_off = line.byte(end) == 0xe2 && line.at_end(end + 2);
    if (line.dash(end) || line.mark(end, b'/'))
        && (line.glued(end) && line.glued(end + 1) || set_off && !line.glued(end) && !line.glued(end + 1))
        && let Some((last, len @ (2 | 4))) = line.digits(end + 1)
        && let short = if len == 4 && line.mark(end, b'/') && last == n + 1 { last % 100 } else { last }
        && !line.glued(end + 2) | line.at_end(end + 2)
        && (n % 100 + 1 == short
            || line.dash(end) && short > 12 && (n % 100..n % 100 + longest).contains(&short))
        && !(i > 0 && line.glued(i) && line.dash(i - 1))
    {
        return Some(periods::years(i, end + 2, year, (n / 100 * 100 + short) as i32, "year_span"));
    }
    // 2014/22/29, 2014-08-32: no date, so no year either.
    if line.glued(end) && line.glued(end + 1) && line.is(end + 1, Shape::Digits) {
        let twice = line.glued(end + 2) && line.byte(end + 2) == line.byte(end);
        if line.mark(end, b'/') && line.digits(end + 1).is_none_or(|(_, len)| len < 4 && twice)
            || line.dash(end) && twice
        {
            return None;
        }
    }
    // "2012 80 10": figures of something else.
    if line.digits(end).is_some() && line.digits(end + 1).is_some() {
        return None;
    }
    // Telephone numbers, codes, prices, measures.
    let before = i.checked_sub(1).map(|it| line.lexemes[it]);
    if let Some(before) = before {
        let money = line.has(i - 1, Class::CurrencySign) || line.has(i - 1, Class::Currency) && line.english;
        if money
            // "the Public Order Act 1994" is of that year.
            || line.has(i - 1, Class::Code) && !line.like(i - 1, "act")
            || matches!(before.byte, b'#' | b'+' | b'=' | b'@' | b'_' | b'&')
        {
            return None;
        }
        // 206-555-1212, 1 2014: digits before it.
        if before.shape == Shape::Mark && line.glued(i) && line.dash(i - 1) && line.glued(i - 1) && i > 1 {
            let head = line.lexemes[i - 2];
            let longer = i > 3 && line.dash(i - 3) && line.glued(i - 2)
                || line.dash(end) && line.glued(end) && line.glued(end + 1);
            if head.shape == Shape::Digits && (longer || line.digits(i - 2).is_none_or(|(_, len)| len != 4)) {
                return None;
            }
        }
    }
    if line.glued(end)
        && line.dash(end)
        && line.glued(end + 1)
        && line.is(end + 1, Shape::Digits)
        && line.digits(end + 1).is_some_and(|(_, len)| !matches!(len, 2 | 4))
    {
        return None;
    }
    if line.sense(end, Class::Percent).is_some()
        || line.sense(end, Class::Currency).is_some()
        || line.has(end, Class::CurrencySign) && !line.word(end).bytes().all(|it| it.is_ascii_lowercase())
        || line.has(end, Class::Measure)
        || (line.has(end, Class::MeasureSign)
            && line.word(end).len() < 3
            && !line.apostrophe(end + 1)
            && !line.has(end, Class::In)
            && !line.has(end, Class::A)
            && line.word(end) != "in"
            && line.word(end) != "a")
        || line.has(end, Class::Scale)
        || (line.has(end, Class::Unit) && !line.has(end, Class::Ordinal))
        || line.sense(end, Class::Old).is_some()
    {
        return None;
    }
    let circa = i > 1 && line.mark(i - 1, b'.') && line.like(i - 2, "c ca"); // c. 1580
    let cue = circa
        || before.is_some_and(|it| it.byte == b'(' || it.byte == b'[')
        || (i > 0 && any!(line, i - 1, In, Beside, Edge, From, To, Between))
        || (i > 0 && line.has(i - 1, Class::YearWord));
    // "(c. 1580–1660)", "Boulevard. 1596, dating from": marks on both sides, or an end of a life.
    let alone = (i == 0 || line.mark(i - 1, b'.') || line.dash(i - 1)) && line.at_end(end) && !line.glued(i);
    let spans = i > 1
        && line.dash(i - 1)
        && line.digits(i - 2).is_some_and(|(it, len)| len == 4 && it < n && n - it < 120)
        && !(i > 2 && line.mark(i - 3, b':')); // 92 (6): 1087–1101
    let usual = (1700..2060).contains(&n) || n >= 1500 && alone || spans;
    if !usual && !cue {
        return None;
    }
    // "2000 people", "1500 soldiers": round numbers before a plural count, unless a preposition dates them.
    let next = line.lexemes.get(end);
    let counts = next.is_some_and(|it| it.shape == Shape::Word && !it.upper && !it.glued)
        && (line.word(end).ends_with('s')
            || line.word(end).ends_with("children")
            || line.like(end, "people men women feet"))
        && !line.like(end, "was is has as its this his us sales elections series levels");
    if counts && (n % 100 == 0 || n < 1900) && line.english {
        return None;
    }
    if n % 1000 == 0 && !cue && n != 2000 {
        return None;
    }
    // "Rule 2016", "Room 1902": a capitalized noun right before, other than a name's own year.
    const NUMBERED: &str = "rule room section article form model route highway psalm bill resolution";
    if i > 0 && line.upper(i - 1) && line.like(i - 1, NUMBERED) {
        return None;
    }
    // "mid-2019", "early 2020"
    let at = if i > 1 && line.dash(i - 1) && line.glued(i) { i - 2 } else { i.saturating_sub(1) };
    let edge =
        at < i && line.has(at, Class::Edge) && (!line.english || line.word(at).eq_ignore_ascii_case("mid"));
    Some(point(if edge { at } else { i }, end, of_year(year), "bare_year"))
}
