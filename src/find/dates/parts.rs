//! Parts of dates: the small readers that the rules share. Each takes a place and gives what stands there
//! and the lexeme behind it.

mod clock;

pub use clock::{clock, meridiem, offset};

use crate::decimal::rest;
use crate::find::line::{Line, Shape, any};
use crate::find::quantities::numerals;
use crate::lexicon::table::Class;

/// True where the table marks the month or weekday as mostly another word ("may", "sun").
pub fn doubtful(name: &str) -> bool {
    name.ends_with('?')
}

fn value_of(name: &str) -> u8 {
    name.trim_end_matches(['?', '*']).parse().unwrap_or(0)
}

/// A month's name: its number and whether the word is doubtful.
pub fn month(line: &Line, i: usize) -> Option<(u8, bool, usize)> {
    let (sense, next) = line.sense(i, Class::Month)?;
    // "MAR" and "mar" are more often something else than an abbreviation without its stop.
    // "Dec. 21": the stop belongs to the abbreviation, but not the one behind "in April." and "in May."
    let whole = "april march may june july juni juli mai mei mars juin août mayo enero abril junio julio maio junho julho märz marzo maart april";
    let abbreviated =
        line.mark(next, b'.') && line.glued(next) && line.word(i).len() <= 5 && !line.like(i, whole);
    let next = if abbreviated { next + 1 } else { next };
    // "uma em cada dez." ends its sentence.
    let abbreviated = abbreviated && next < line.len() && !line.upper(next);
    // "cinq à sept personnes", "vingt-sept": French months of that name stand beside figures.
    // Portuguese "dez" is ten.
    if (line.speaks("fr") && line.word(i).len() == 4 && line.like(i, "sept")
        || line.speaks("pt") && line.word(i) == "dez")
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
    // "Tues., March 3"
    let dated = line.mark(next + 1, b',') && line.has(next + 2, Class::Month);
    let whole = line.like(i, "lundi mardi jeudi lunes");
    let abbreviated = line.word(i).len() <= 5 && !whole && (dated || !line.at_end(next + 1));
    let next = if abbreviated { line.past_stop(next) } else { next };
    Some((value_of(sense.name), doubtful(sense.name), next))
}

/// "Tuesdays", "donderdagen", "montags", "los lunes": the weekday at `i` comes again and again.
pub fn is_plural(line: &Line, i: usize) -> bool {
    // Spanish weekdays have no other form.
    let los = line.speaks("es") && i > 0 && line.word(i - 1) == "los" && line.digits(i + 1).is_none();
    los || line.sense(i, Class::Weekday).is_some_and(|it| it.0.name.ends_with('*'))
}

/// An ordinal in words: "twenty-first", "first". English writes the tens before.
pub fn ordinal_word(line: &Line, i: usize) -> Option<(f64, usize)> {
    if !any!(line, i, Ordinal, Cardinal, Compound) {
        return None;
    }
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
    if i > 0 && line.glued(i) && !line.is(i - 1, Shape::Mark) {
        return None;
    }
    // 21st, 3º, and 1.º as Spanish has it
    let sign = if line.speaks("es") { line.past_stop(i + 1) } else { i + 1 };
    (len <= 7 && line.glued(sign) && line.has(sign, Class::OrdinalSign)).then_some((n, sign + 1))
}

/// A day of the month, 1 to 31, in any writing.
pub fn day(line: &Line, i: usize) -> Option<(u8, usize)> {
    let (n, next) = if let Some((n, next)) = ordinal_figures(line, i) {
        (n, next)
    } else if let Some((n, len)) = line.digits(i) {
        // "mar4" is a day, "A4" is none.
        let stuck = i > 0 && line.glued(i) && line.is(i - 1, Shape::Word);
        if len > 2 || stuck && !line.has(i - 1, Class::Month) {
            return None;
        }
        // "3. Mai" in German and its neighbours.
        let stop = line.mark(i + 1, b'.') && line.glued(i + 1) && !line.english;
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
        && line.upper(i)
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
        let digit_behind = line.glued(at + 2) && line.is(at + 2, Shape::Digits);
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
    if !line.upper(i) && line.english {
        return None;
    }
    Some((if sense.value < 0.0 { 1 - n } else { n }, next))
}

/// 96 is 1996, 12 is 2012: the turn stands at 50, as most calendars have it.
pub fn two_digits(n: i32) -> i32 {
    if n >= 50 { 1900 + n } else { 2000 + n }
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
    const KINDS: &str =
        "fiscal calendar school academic financial scolaire calendaire civile calendario escolar";
    let year = line.has(i + 1, Class::YearWord)
        || line.digits(i + 1).is_some()
        || i > 0 && line.has(i - 1, Class::YearWord);
    if year && line.like(i, KINDS) { i + 1 } else { i }
}

/// A unit of time in letters.
pub fn unit(line: &Line, i: usize) -> Option<(Unit, usize)> {
    let (sense, next) = line.sense(i, Class::Unit)?;
    const WHOLE: &str = "day año mes ora ore dag uur an ans ano dia tag";
    let short = line.word(i).len() <= 4 && !line.like(i, WHOLE);
    let short = short
        && !matches!(line.word(i), "year" | "week" | "hour" | "jahr" | "anno" | "jaar" | "jour" | "mois");
    let next = if short && !line.at_end(next + 1) && !line.has(i, Class::Day) && sense.rest.is_empty() {
        let stop = line.past_stop(next);
        if stop > next && line.upper(stop) { next } else { stop }
    } else {
        next
    };
    Some((Unit::named(sense.name), next))
}

/// "years", "Wochen", "settimane": the unit at `i` is a plural.
pub fn is_many(line: &Line, i: usize) -> bool {
    let word = line.word(i);
    match line.table.tag {
        "de" => word.ends_with(['n', 'e']) && !word.ends_with("oche") && !word.ends_with("ende"),
        "it" => word.ends_with('i') || word.ends_with("mane"),
        "nl" => word.ends_with("en"),
        // "les derniers mois", "el mes"
        "fr" if word == "mois" => {
            let many = "derniers prochains passés suivants précédents";
            line.like(i + 1, many) || i > 0 && line.like(i - 1, many)
        }
        _ => word.ends_with('s') && !line.like(i, "mes mês"),
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
        // "2 heures 30"
        if line.speaks("fr")
            && unit.kind == b'H'
            && let Some((minutes, 2)) = line.digits(at)
            && minutes < 60
            && !line.has(at + 1, Class::Unit)
            && length.n < 3
        {
            length.parts[length.n] = (Some(f64::from(minutes)), Unit { factor: 1, kind: b'M' });
            return Some((Length { n: length.n + 1, ..length }, at + 1));
        }
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
    // "die nächsten beiden Jahre"
    if line.speaks("de") && line.word(i) == "beiden" {
        let (unit, end) = unit(line, i + 1)?;
        return Some((Some(2.0), unit, end, false, false));
    }
    let number = numerals::numeral(line, i)?;
    // "une dizaine d'années", "66 millones de años"
    let of = number.end;
    if line.like(of, "de d di")
        && line.has(of - 1, Class::Scale)
        && let Some((unit, end)) = unit(line, of + 1 + usize::from(line.apostrophe(of + 1)))
    {
        return Some((Some(number.value?), unit, end, false, false));
    }
    let dashed = line.dash(number.end) && line.glued(number.end) && line.glued(number.end + 1);
    let at = if dashed { number.end + 1 } else { number.end };
    if let Some((unit, end)) = unit(line, at) {
        return Some((Some(number.value?), unit, end, false, false));
    }
    let (unit, end) = unit_sign(line, at, tail)?;
    // "the 90s back" is a decade.
    if unit.kind == b'S' && number.value.is_some_and(|it| it >= 10.0 && rest(it, 10.0) == 0.0) {
        return None;
    }
    // 3m is three meters, 5s a plural: alone these tell nothing. "pendant 2h" does.
    let weak = unit.kind != b'H' || line.english;
    Some((Some(number.value?), unit, end, weak, false))
}

/// "Dienstagmorgen", "dinsdagavond": a weekday and a part of the day in one word; the hour at which the part begins.
pub fn weekday_part(line: &Line, i: usize) -> Option<(u8, u8)> {
    let lexeme = line.lexemes.get(i)?;
    let word = line.word(i);
    if lexeme.shape != Shape::Word
        || lexeme.classes != 0
        || !matches!(word.len(), 9..=22)
        // No weekday begins otherwise.
        || !matches!(lexeme.byte | 0x20, b'd' | b'f' | b'm' | b's' | b'v' | b'w' | b'z')
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
