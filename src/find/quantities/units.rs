//! Units: percentages, temperatures, ages and measures, by what stands behind the number.

use super::numerals::{self, Numeral};
use super::{QuantityKind, Raw, told};
use crate::find::line::{Line, Shape, any};
use crate::lexicon::{among_folded, table::Class};

/// "20%", "20 per cent", "2 percentage points".
pub fn percent(line: &Line, from: usize, number: &Numeral) -> Option<Raw> {
    let mut at = past_hyphen(line, number.end);
    // "half a percent", "a quarter of a percentage point"
    if number.words && number.value < Some(1.0) {
        let a = at + usize::from(line.has(at, Class::Of));
        at = if line.has(a, Class::A) { a + 1 } else { at };
    }
    let (unit, end) = if line.mark(at, b'%') {
        ("%", at + 1)
    } else {
        let (sense, end) = line.sense(at, Class::Percent)?;
        (if sense.value == 2.0 { "percentage point" } else { "%" }, end)
    };
    told(from, end, QuantityKind::Percent, number.value, Some(unit), "percent")
}

/// "3-inch", "5-year-old": a hyphen between number and unit.
fn past_hyphen(line: &Line, end: usize) -> usize {
    if line.dash(end) && line.glued(end) && line.glued(end + 1) { end + 1 } else { end }
}

/// "20 °C", "90 fahrenheit", "30 degrees celsius"; "5 degrees" where the line speaks of temperature.
pub fn temperature(line: &Line, from: usize, number: &Numeral) -> Option<Raw> {
    let found = |end: usize, unit| {
        told(from, end, QuantityKind::Temperature, number.value, Some(unit), "temperature")
    };
    let at = past_hyphen(line, number.end);
    let sign = line.word(at) == "°" || line.word(at) == "º";
    let (degrees, next) = if sign {
        (true, at + 1)
    } else if let Some((_, next)) = line.sense(at, Class::Degree) {
        // "10 deg. C"; the stop behind "degrees" ends the sentence.
        (true, if line.word(at) == "deg" { line.past_stop(next) } else { next })
    } else {
        (false, at)
    };
    // "five degrees below zero", "cinco grados bajo cero"
    if degrees {
        let zero = next + 1 + usize::from(line.has(next + 1, Class::Of));
        let below =
            line.like(next, "below bajo sotto unter onder abaixo") && line.like(zero, "zero cero null nul");
        if below || line.like(next, "negativos") {
            let end = if below { zero } else { next } + 1;
            return found(end, "Degree").map(|it| Raw { value: it.value.map(|it| -it), ..it });
        }
    }
    match line.word(at) {
        "℃" => return found(at + 1, "C"),
        "℉" => return found(at + 1, "F"),
        _ => {}
    }
    if let Some((sense, end)) = line.sense(next, Class::Scale2) {
        let letter = line.word(next).len() == 1;
        // "5 C" alone is a grade or a note, "20°C" and "warmed by 1.5C" are not.
        let led = line.glued(next)
            && line.upper(next)
            && !line.mark(end, b'/')
            && from > 0
            && (any!(line, from - 1, At, To, From, Beside, Hedge)
                || line.mark(from - 1, b'(')
                || line.mark(end, b'('));
        if !letter || degrees && (line.upper(next) || !sign) || led && line.english {
            return found(end, sense.name);
        }
    }
    if !degrees {
        return None;
    }
    let warm = line.lexemes.iter().take(200).any(|it| {
        let word = &line.text[it.start as usize..it.end as usize];
        it.shape == Shape::Word && word.len() > 5 && is_warmth(word)
    });
    // No angle is "minus 5 degrees".
    if warm || number.value.is_some_and(|it| it < 0.0) {
        return found(next, "Degree");
    }
    told(from, next, QuantityKind::Measure, number.value, Some("degree"), "degrees")
}

fn is_warmth(word: &str) -> bool {
    const WORDS: &str = "temperature temperatures thermostat warming weather temperatur temperaturen température températures temperatura temperaturas";
    among_folded(WORDS, word)
}

/// "J'ai 29 ans", "tiene 50 años": in Romance languages one has one's years. "Un homme de 84 ans", "im Alter von 95 Jahren",
/// "Anna Roux, 30 ans,": the years of somebody who is named right before. They end before `end`.
pub fn has_years(line: &Line, i: usize, end: usize) -> bool {
    const HAVE: &str = "ai as a avait ont avaient tiene tienen tengo tenía tenían cumplió cumple ha ho hanno aveva avevano tem têm tenho tinha tinham";
    if i == 0 || line.english {
        return false;
    }
    // "il y a 29 ans" is a time ago; "tiene casi 29 años" has a word between.
    let at = if i > 1 && line.has(i - 1, Class::Hedge) { i - 2 } else { i - 1 };
    // "les moins de 25 ans", "les plus de 60 ans"
    if line.speaks("fr")
        && let Some((_, hedge)) = line.before(i, Class::Hedge)
        && hedge > 0
        && (line.like(hedge - 1, "les des aux") || hedge > 1 && line.has(hedge - 2, Class::Person))
    {
        return true;
    }
    // "morte à 92 ans", "a los 92 años", "aos 92 anos", "morta a 92 anni"
    const DIED: &str =
        "mort morte morts décédé décédée meurt disparu disparue morto morta scomparso scomparsa";
    let behind_of = line.has(end, Class::Of);
    if !behind_of
        && (line.word(i - 1) == "aos"
            || i > 1 && line.word(i - 1) == "los" && line.word(i - 2) == "a"
            || i > 1 && line.like(i - 1, "à a") && line.like(i - 2, DIED))
    {
        return true;
    }
    // "Ho solo 29 anni", "tinha apenas nove anos"
    let only = line.like(at, "seulement apenas só solo sólo déjà ya già já");
    let at = at - usize::from(only && at > 0);
    // "condenado a tres años"
    let have = line.like(at, HAVE) && (line.word(at) != "a" || line.speaks("fr"));
    if have && !(at > 0 && line.word(at - 1).eq_ignore_ascii_case("y")) {
        return matches!(line.table.tag, "fr" | "es" | "it" | "pt");
    }
    let of = line.has(at, Class::Of);
    let years = line.sense(end - 1, Class::Unit).is_some_and(|it| it.0.name == "Y");
    // "âgées de 30 à 69 ans"
    if years && i > 2 && line.has(i - 1, Class::To) && line.digits(i - 2).is_some() {
        return has_years(line, i - 2, end);
    }
    // "La Bretonne de 51 ans", "une psychologue de 43 ans", but "une peine de 20 ans"
    const LASTS: &str = "peine prison réclusion contrat licence durée période délai bail mandat expérience carrière mariage bout suite après guerre plus moins plan prêt";
    if years
        && of
        && at > 0
        && line.digits(i).is_some_and(|(n, _)| (10..110).contains(&n))
        && (line.upper(at - 1)
            || line.speaks("fr")
                && line.lexemes[at - 1].classes == 0
                && !behind_of
                && !line.like(at - 1, LASTS))
    {
        return true;
    }
    // "uma criança palestiniana de nove anos"
    if of && (at > 0 && line.has(at - 1, Class::Person) || at > 1 && line.has(at - 2, Class::Person)) {
        return true;
    }
    let at = at - usize::from(of && at > 0);
    let close = if line.mark(at, b'(') { b')' } else { b',' };
    (close == b')' || line.mark(at, b','))
        && at > 0
        && line.mark(end, close)
        && line.upper(at - 1)
        && line.is(at - 1, Shape::Word)
}

/// "29 years old", "29-year-old", "3 years of age", "87 yo".
pub fn age(line: &Line, from: usize, number: &Numeral) -> Option<Raw> {
    let found = |end: usize, unit| told(from, end, QuantityKind::Age, number.value, Some(unit), "age");
    let at = past_hyphen(line, number.end);
    if let Some((sense, next)) = line.sense(at, Class::Unit) {
        let unit = age_unit(sense.name)?;
        let next = past_hyphen(line, next);
        if let Some((_, end)) = line.sense(next, Class::Old)
            && !line.word(next).eq_ignore_ascii_case("aged")
        {
            return found(end, unit);
        }
        if unit != "day" && has_years(line, from, next) {
            return found(next, unit);
        }
        return None;
    }
    // "der 30-Jährige", "ein 46-jähriger Mann", "de 17-jarige Jan"; not "ein 10-jähriger Vertrag"
    let word = line.word(at);
    let noun = at > number.end && word.starts_with("Jährig");
    let years = at > number.end && (word.starts_with("jährig") || word.starts_with("jarig"));
    if noun || years && of_person(line, from, at, number) {
        return found(at + 1, "year");
    }
    if line.english && matches!(line.word(at), "yo" | "yr-old")
        || line.speaks("it") && matches!(line.word(at), "enne" | "enni")
    {
        return found(at + 1, "year");
    }
    // "turned 29", "died at 92", "She was nineteen."
    let died = from > 1 && line.word(from - 1) == "at" && line.like(from - 2, "died dies dead");
    let turned = from > 1 && line.like(from - 1, "turned turning turns");
    let was = from > 1 && line.like(from - 1, "is was") && line.like(from - 2, "he she");
    if line.english
        && (number.plain && (died || turned) && !line.glued(number.end)
            || (number.plain && (died || turned) || was) && line.at_end(number.end))
        && number.value < Some(115.0)
    {
        return found(number.end, "year");
    }
    // "Ann Lee, 29, said": between commas behind a name.
    let name =
        from > 1 && line.mark(from - 1, b',') && line.upper(from - 2) && line.is(from - 2, Shape::Word);
    let years = number.value.is_some_and(|it| (2.0..110.0).contains(&it));
    if name
        && years
        && number.plain
        && line.mark(number.end, b',')
        && !line.has(from - 2, Class::Month)
        && !line.glued(from)
    {
        return found(number.end, "year");
    }
    None
}

fn age_unit(name: &str) -> Option<&'static str> {
    Some(match name.as_bytes() {
        b"Y" => "year",
        b"M" => "month",
        b"W" => "week",
        b"D" => "day",
        _ => return None,
    })
}

/// Whose years the "-jährig" or "-jarig" at `at` tells: "die 19-jährige gemeinsame Tochter", "der 30-jährige Fahrer", "den 16-jährigen
/// festnehmen", "de 29-jarige werd"; not those of a contract.
fn of_person(line: &Line, from: usize, at: usize, number: &Numeral) -> bool {
    const GOES_ON: &str = "werd is was kwam die had heeft wordt uit moest en";
    const WHO: [&str; 8] = ["in", "er", "mann", "frau", "ster", "man", "vrouw", "dachte"];
    let named = (at + 1..at + 3).find(|&it| line.upper(it)).unwrap_or(at + 1);
    let grown = number.value >= Some(10.0);
    let german = line.speaks("de") && grown;
    let alone = grown && number.plain && from > 0 && any!(line, from - 1, The, A);
    let alone =
        alone && if german { !line.upper(at + 1) } else { line.like(at + 1, GOES_ON) || line.at_end(at + 1) };
    alone
        || line.has(named, Class::Person)
        || grown && WHO[usize::from(!german)..].iter().any(|it| line.word(named).ends_with(it))
        || line.speaks("nl") && named == at + 1 && line.upper(named)
}

/// "aged 29", "at age 16", "by the age of 12", "between the ages of 5 and 11".
pub fn aged(line: &Line, i: usize) -> Option<Raw> {
    if !line.has(i, Class::Old) {
        return None;
    }
    // "ventiseienne"
    if let Some((sense, end)) = line.sense(i, Class::Old).filter(|it| it.0.value > 0.0) {
        return told(i, end, QuantityKind::Age, Some(sense.value), Some("year"), "aged");
    }
    if !line.like(i, "aged age ages") {
        return None;
    }
    let of = line.like(i + 1, "of") && !line.word(i).ends_with(['d', 'D']);
    let at = if of || line.has(i + 1, Class::Between) { i + 2 } else { i + 1 };
    let number = numerals::numeral(line, at)?;
    let age = |it: &Numeral| it.value.is_some_and(|it| (0.0..130.0).contains(&it));
    if !age(&number) {
        return None;
    }
    // aged 5 to 10, aged between 20 and 30
    let between = line.has(number.end, Class::And)
        && (1..3).any(|back| i >= back && line.has(i - back, Class::Between));
    let joint = if between { Some(number.end + 1) } else { super::joint(line, at, number.end) };
    let last = joint.and_then(|it| numerals::numeral(line, it));
    let last = last.filter(|it| age(it) && it.value > number.value);
    if line.dash(number.end) && line.glued(number.end) && last.is_none() {
        return None;
    }
    let end = last.map_or(number.end, |it| it.end);
    // "aged 6 months", "age 3 weeks"
    let months = line.sense(end, Class::Unit).filter(|it| line.english && it.0.name.len() == 1);
    let named = months.and_then(|(sense, end)| Some((age_unit(sense.name)?, end)));
    let (unit, end) = named.unwrap_or(("year", end));
    let found = told(i, end, QuantityKind::Age, number.value, Some(unit), "aged")?;
    Some(Raw { to: last.and_then(|it| it.value), ..found })
}

/// "1.6 km", "three-foot", "190,000 square meters", "5 feet 2 inches", "20 (kg)".
pub fn measure(line: &Line, from: usize, number: &Numeral) -> Option<Raw> {
    let at = past_hyphen(line, number.end);
    // 1,5 million de gallons, milioni di tonnellate
    let at = if number.scaled && line.has(at, Class::Of) && line.has(at + 1, Class::Measure) {
        at + 1
    } else {
        at
    };
    let (unit, mut end) = if super::money::weighs(line, from, at, number) {
        ("pound", at + 1)
    } else {
        unit(line, at, number).or_else(|| feet(line, at))?
    };
    let mut value = number.value;
    // 6'2"
    if unit == "foot" && line.apostrophe(at) {
        value = value.zip(line.digits(at + 1)).map(|(feet, (inches, _))| feet + f64::from(inches) / 12.0);
    }
    // "1 m 85", "1m70", "1 metro e 85"
    let tail = end + usize::from(line.has(end, Class::And));
    let free = line.at_end(tail + 1) || !line.glued(tail + 1);
    let small = line.like(tail + 1, "cm centimètres centimetri centímetros");
    if unit == "meter"
        && let Some((n, 2)) = line.digits(tail).filter(|_| free && !line.english && number.plain)
        && (small || !any!(line, tail + 1, Unit, Measure))
    {
        (value, end) = (value.map(|it| it + f64::from(n) / 100.0), tail + 1 + usize::from(small));
    }
    // 5 feet 2 inches, 12 ft 2 in
    if unit == "foot"
        && let Some(tail) = numerals::numeral(line, end)
        && let Some((small, next)) = line
            .sense(tail.end, Class::Measure)
            .or_else(|| line.sense(tail.end, Class::MeasureSign))
            .map(|(sense, next)| (sense.name, next))
        && small == "inch"
    {
        value = value.zip(tail.value).map(|(a, b)| a + b / 12.0);
        end = next;
    }
    told(from, end, QuantityKind::Measure, value, Some(unit), "measure")
}

/// 6'2", as somebody's height is written.
fn feet(line: &Line, at: usize) -> Option<(&'static str, usize)> {
    let inches = line.digits(at + 1).is_some_and(|(n, _)| n < 12);
    let second = line.mark(at + 2, b'"') || matches!(line.word(at + 2), "”" | "″");
    let sticks = (at..at + 3).all(|it| line.glued(it));
    (line.english && line.apostrophe(at) && inches && second && sticks).then_some(("foot", at + 3))
}

fn unit(line: &Line, at: usize, number: &Numeral) -> Option<(&'static str, usize)> {
    if let Some((sense, mut next)) = line.sense(at, Class::Measure) {
        // km/h, miles/hour
        if line.mark(next, b'/') && line.glued(next) && line.glued(next + 1) {
            let end = line.lexemes[next + 1].end as usize;
            let whole = &line.text[line.lexemes[at].start as usize..end];
            if let Some(name) = named(line, whole) {
                return Some((name, next + 2));
            }
        }
        next = if line.word(at).len() <= 3 && sense.rest.is_empty() && !line.at_end(next + 1) {
            line.past_stop(next)
        } else {
            next
        };
        return Some((sense.name, next));
    }
    // "Nel 2023 l'azienda" has no litres.
    let elided = line.apostrophe(at + 1) && line.glued(at + 1) && line.is(at + 2, Shape::Word);
    if let Some((sense, next)) = line.sense(at, Class::MeasureSign).filter(|_| !elided) {
        let word = line.word(at);
        if line.mark(next, b'/') && line.glued(next) && line.glued(next + 1) {
            let end = line.lexemes[next + 1].end as usize;
            let whole = &line.text[line.lexemes[at].start as usize..end];
            if let Some(name) = named(line, whole) {
                return Some((name, next + 2));
            }
        }
        // "5 in a row", "3 a day", "2 T": signs that are words must stick to the figures or end the clause.
        let never = matches!(word, "a" | "A" | "b" | "B" | "v" | "G" | "M" | "T");
        let wordlike =
            matches!(word, "in" | "In" | "j" | "J" | "w" | "L" | "bar" | "pa" | "PA" | "mi" | "MI" | "Ha");
        let stands = line.glued(at) && word != "in" || line.at_end(next);
        if (number.words && word.len() < 2) || never || (wordlike && !stands) {
            return None;
        }
        // Units are small, prefixes too: "5 M" is no meter.
        return Some((sense.name, next));
    }
    // 20 (kg), 10 "
    if (line.mark(at, b'(') || line.mark(at, b'{') || line.mark(at, b'<'))
        && let Some((sense, next)) = line.sense(at + 1, Class::MeasureSign)
        && line.lexemes.get(next).is_some_and(|it| matches!(it.byte, b')' | b'}' | b'>'))
        && line.word(at + 1).len() > 1
    {
        return Some((sense.name, next + 1));
    }
    None
}

fn named(line: &Line, whole: &str) -> Option<&'static str> {
    let (index, _) = line.table.find(whole, crate::lexicon::hash_folded(whole))?;
    line.table
        .senses(index)
        .iter()
        .find(|it| matches!(it.class, Class::MeasureSign | Class::Measure))
        .map(|it| it.name)
}
