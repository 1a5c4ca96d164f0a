//! Quantities: numbers with their units or signs.
//!
//! Works on the same `Line`s as the dates and after them: what a date took is no quantity. A hedge
//! ("roughly 20%", "at least 12", "more than half") belongs to the span of a percentage or bare number,
//! where it is half of what is said. Money, measures and ages are marked without it.
//!
//! Telephone numbers, scores, versions, list marks and codes are no quantities.

mod money;
pub mod numerals;
mod si;
mod units;
pub use units::has_years;

use super::dates::Date;
use super::line::{Lexeme, Line, Shape, any};
use crate::decimal::rest;
use crate::lexicon::table::Class;
use crate::text::Span;
use numerals::Numeral;
use std::borrow::Cow;

/// A number with its unit or sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Where; a hedge such as "roughly" belongs to it.
    pub span: Span,
    /// What kind.
    pub kind: QuantityKind,
    /// The number, scaled ("20bn" is 2e10); none where it cannot be told.
    pub value: Option<f64>,
    /// The upper end of a range: "5 to 10 percent"; `value` is then its lower end.
    pub to: Option<f64>,
    /// ISO 4217 code for money, the unit's name for measures.
    pub unit: Option<Cow<'static, str>>,
    /// The same in the coherent unit of the SI; none for what has none, and for units that mean two things.
    pub si: Option<(f64, &'static str)>,
    /// What the words before it say of it.
    pub hedge: Option<Hedge>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// How exact a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// Roughly, nearly.
    About,
    /// At least, more than.
    Over,
    /// At most, less than.
    Under,
}

/// What a quantity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityKind {
    /// A bare number.
    Number,
    /// First, 2nd.
    Ordinal,
    /// A share of a hundred.
    Percent,
    /// An amount of money.
    Money,
    /// A length, weight, duration of other kinds.
    Measure,
    /// Degrees.
    Temperature,
    /// How old somebody is.
    Age,
}

/// What a rule read; places are lexemes of its line.
struct Raw {
    from: usize,
    end: usize,
    kind: QuantityKind,
    value: Option<f64>,
    to: Option<f64>,
    unit: Option<Cow<'static, str>>,
    rule: &'static str,
}

/// What can begin a quantity.
const STARTERS: u64 = Class::Cardinal.bit()
    | Class::Scale.bit()
    | Class::Hundred.bit()
    | Class::Compound.bit()
    | Class::Ordinal.bit()
    | Class::Fraction.bit()
    | Class::A.bit()
    | Class::CurrencySign.bit()
    | Class::Minus.bit()
    | Class::Hedge.bit()
    | Class::Old.bit();

/// Appends the quantities of a line that lie outside `dates`, in order, disjoint.
pub fn find(line: &Line, dates: &[Date], quantities: &mut Vec<Quantity>) {
    let mut dates = dates.iter().map(|it| it.span);
    let nowhere = Span { start: u32::MAX, end: u32::MAX };
    let mut date = dates.next().unwrap_or(nowhere); // the first that does not end before lexeme `i`
    let mut i = 0;
    let mut hedge: Option<(usize, usize, Hedge)> = None; // its first lexeme, the one behind it, what it says
    while i < line.len() {
        let lexeme = &line.lexemes[i];
        let starts = lexeme.classes & STARTERS;
        let opens = match lexeme.shape {
            Shape::Digits => true,
            Shape::Mark => starts != 0 || opens_number(line, i),
            // "a" is frequent, and says something only before what is counted.
            Shape::Word if starts == Class::A.bit() => line.any(i + 1, STARTERS),
            Shape::Word => starts != 0,
        };
        if !opens {
            i += 1;
            continue;
        }
        while date.end <= lexeme.start {
            date = dates.next().unwrap_or(nowhere);
        }
        if date.start <= lexeme.start {
            while i < line.len() && line.lexemes[i].start < date.end {
                i += 1;
            }
            continue;
        }
        if let Some(end) = named_number(line, i) {
            i = end;
            continue;
        }
        let found = one(line, i).filter(|it| line.lexemes[it.end - 1].end <= date.start);
        if let Some(raw) = found {
            let hedged = matches!(raw.kind, QuantityKind::Percent | QuantityKind::Number);
            let said = hedge.filter(|&(_, behind, _)| {
                behind == raw.from || (behind + 1 == raw.from && line.has(behind, Class::The))
            });
            let from = said.filter(|_| hedged).map_or(raw.from, |it| it.0);
            let span = Span::new(line.lexemes[from].start as usize, line.lexemes[raw.end - 1].end as usize);
            let free = quantities.last().is_none_or(|it| it.span.end <= span.start);
            let span =
                if free { span } else { Span::new(line.lexemes[raw.from].start as usize, span.end as usize) };
            i = raw.end;
            quantities.push(Quantity {
                span,
                kind: raw.kind,
                value: raw.value,
                to: raw.to,
                si: si::of(line.table.tag, &raw),
                hedge: said.map(|it| it.2),
                unit: raw.unit,
                rule: raw.rule,
            });
            continue;
        }
        if let Some((sense, next)) = line.sense(i, Class::Hedge) {
            let said = match sense.value {
                it if it > 0.0 => Hedge::Over,
                it if it < 0.0 => Hedge::Under,
                _ => Hedge::About,
            };
            hedge = Some((i, next, said));
            i = next;
            continue;
        }
        i = past_code(line, i);
    }
}

/// True for a mark that a number may begin with: "-5", ".5", "½", and no other stop, comma or quotation mark.
fn opens_number(line: &Line, i: usize) -> bool {
    let sticks = |at: usize| line.glued(at) && !line.is(at, Shape::Word);
    match line.byte(i) {
        b'-' | b'.' | b',' => sticks(i + 1),
        0xc2 => true,
        // Dashes and quotation marks stand before the fractions and "−".
        0xe2 => line.word(i) >= "\u{2150}",
        _ => false,
    }
}

/// Behind a number that is none: its whole code, so that no piece of it is taken for a number.
fn past_code(line: &Line, i: usize) -> usize {
    let mut at = i + 1;
    if line.is(i, Shape::Digits) {
        while line.glued(at)
            && (!line.is(at, Shape::Mark)
                || (matches!(line.byte(at), b'.' | b'-' | b'/' | b':' | b'_' | 0xe2)
                    && line.glued(at + 1)
                    && !line.is(at + 1, Shape::Mark)))
        {
            at += 1;
        }
    }
    at
}

/// Behind figures that name something and count nothing: a telephone number, a house, a street.
fn named_number(line: &Line, i: usize) -> Option<usize> {
    let street = |at: usize| {
        line.english && line.upper(at) && line.like(at, "street avenue road boulevard ave blvd lane drive")
    };
    let lexeme = line.lexemes[i];
    if lexeme.shape != Shape::Digits {
        // Fifth Avenue
        return (lexeme.upper && street(i + 1)).then_some(i + 2);
    }
    // "01 23 45 67 89", "+44 20 7946 0958", "030/123456": a zero or a plus leads, or groups follow that are no thousands.
    let width = |at: usize| (line.lexemes[at].end - line.lexemes[at].start) as usize;
    let plus = i > 0 && line.mark(i - 1, b'+') && line.glued(i);
    let led = plus || lexeme.byte == b'0' && (2..=5).contains(&width(i)) && !line.glued(i);
    let (mut at, mut groups, mut thousands) = (i + 1, 1, width(i) <= 3);
    // No telephone number has more groups than that.
    while at < i + 16
        && line.lexemes.get(at).is_some_and(|it| {
            it.shape == Shape::Digits
                || led && matches!(it.byte, b'(' | b')' | b'/' | b'-') && line.digits(at + 1).is_some()
        })
    {
        if line.is(at, Shape::Digits) {
            thousands &= width(at) == 3;
            groups += 1;
        }
        at += 1;
    }
    if groups > 1 && (led || groups > 3 && !thousands && width(i) < 5) {
        return Some(at);
    }
    // "10 Downing Street", "350 Fifth Avenue"
    let upper = |at: usize| line.upper(at);
    let house = (i + 2..i + 5).find(|&at| street(at)).filter(|&end| (i + 1..end).all(upper))?;
    Some(house + 1)
}

fn one(line: &Line, i: usize) -> Option<Raw> {
    let found = ordinal_period(line, i)
        .or_else(|| money::before(line, i))
        .or_else(|| units::aged(line, i))
        .or_else(|| counted(line, i));
    // "twenty-first" begins with a number, and is none.
    match ordinal(line, i) {
        Some(nth) if found.as_ref().is_none_or(|it| it.kind == QuantityKind::Number && it.end < nth.end) => {
            Some(nth)
        }
        _ => found,
    }
}

/// "the first year of the war": which one of its kind, with what it is one of.
fn ordinal_period(line: &Line, i: usize) -> Option<Raw> {
    if !line.english || i == 0 || !line.word(i - 1).eq_ignore_ascii_case("the") {
        return None;
    }
    let (sense, at) = line.sense(i, Class::Ordinal)?;
    let (unit, at) = line.sense(at, Class::Unit)?;
    if !matches!(unit.name, "D" | "W" | "M" | "Y" | "10Y") || !line.word(at).eq_ignore_ascii_case("of") {
        return None;
    }
    let at = if any!(line, at + 1, The, A) { at + 2 } else { return None };
    let noun = line.lexemes.get(at)?;
    // "the first year of the U.S. share"
    if noun.shape != Shape::Word || noun.end - noun.start == 1 {
        return None;
    }
    bare(i - 1, at + 1, QuantityKind::Ordinal, Some(sense.value), "ordinal_period")
}

/// A number without a unit.
fn bare(from: usize, end: usize, kind: QuantityKind, value: Option<f64>, rule: &'static str) -> Option<Raw> {
    told(from, end, kind, value, None, rule)
}

/// A quantity of one value.
fn told(
    from: usize,
    end: usize,
    kind: QuantityKind,
    value: Option<f64>,
    unit: Option<&'static str>,
    rule: &'static str,
) -> Option<Raw> {
    Some(Raw { from, end, kind, value, to: None, unit: unit.map(Cow::Borrowed), rule })
}

/// Everything that begins with a number, by what follows it.
fn counted(line: &Line, i: usize) -> Option<Raw> {
    let (from, sign, at) = minus(line, i);
    let number = numerals::numeral(line, at)?;
    if sign < 0.0 && number.words && line.is(i, Shape::Mark) {
        return None;
    }
    let number = Numeral { value: number.value.map(|it| it * sign).filter(|it| it.is_finite()), ..number };
    let of_unit = |number: &Numeral| {
        money::behind(line, from, number)
            .or_else(|| units::percent(line, from, number))
            .or_else(|| units::temperature(line, from, number))
            .or_else(|| units::age(line, from, number))
            .or_else(|| units::measure(line, from, number))
    };
    of_unit(&number)
        .or_else(|| {
            // "5 to 10 percent", "between 3 and 4 km": the unit stands once, behind both.
            let last = numerals::numeral(line, joint(line, from, number.end)?)?;
            upward(line, &number, of_unit(&last)?)
        })
        .or_else(|| {
            let first = plain(line, from, at, &number);
            bare_range(line, from, &number).or(first)
        })
}

/// "5 to 10 people", "10–15 cases", "from 3 to 7": bare numbers are a range where a noun says that they count, or a word that
/// a range begins; "3-1" and "lost 0 to 2" are scores.
fn bare_range(line: &Line, from: usize, first: &Numeral) -> Option<Raw> {
    let next = joint(line, from, first.end)?;
    let last = numerals::numeral(line, next)?;
    let german = line.speaks("de");
    let noun = line
        .lexemes
        .get(last.end)
        .is_some_and(|it| it.shape == Shape::Word && !it.glued && (german || !it.upper));
    let fits = if line.dash(first.end) {
        let counts = line.word(last.end).ends_with('s') || line.like(last.end, "people men women children");
        let free = from == 0 || !line.glued(from) || line.mark(from - 1, b'(');
        let plain = first.plain && last.plain || first.value >= Some(1000.0) && last.value > first.value;
        noun && counts && free && plain && !line.has(from.wrapping_sub(1), Class::Code)
    } else {
        let begins = from > 0 && any!(line, from - 1, From, Between, Of);
        (noun || begins) && !moved(line, from) && plain(line, next, next, &last).is_some()
    };
    let years = first.plain && last.plain && (1000.0..3000.0).contains(&first.value.unwrap_or(0.0));
    if !fits || years || first.value <= Some(0.0) {
        return None;
    }
    upward(line, first, bare(from, last.end, QuantityKind::Number, last.value, "number_range")?)
}

/// Behind what joins the ends of a range at `end`: "to", a dash, the "and" of "between … and …".
fn joint(line: &Line, from: usize, end: usize) -> Option<usize> {
    // "tra il 5 e il 10 per cento", "tussen de 2 en 3 miljoen"
    let the = usize::from(!line.english && from > 1 && line.has(from - 1, Class::The));
    let between = from > the && line.has(from - 1 - the, Class::Between);
    if line.dash(end) || line.has(end, Class::And) && between {
        return Some(end + 1 + usize::from(the > 0 && line.has(end + 1, Class::The)));
    }
    let (_, next) = line.sense(end, Class::To)?;
    (!line.english || line.word(end) == "to").then_some(next)
}

/// "rose nearly $1 to $73.85", "fell by 40 to 1,203": by how much, and to what; no range.
fn moved(line: &Line, from: usize) -> bool {
    const VERBS: &str = "rose rise rising fell fall falling dropped declined gained jumped climbed slid slipped surged plunged soared up down increased decreased";
    line.english
        && (from.saturating_sub(3)..from).any(|it| line.like(it, VERBS))
        && !any!(line, from - 1, From, Between)
}

/// The range from `first` up to what was read behind it; none where that is no more. "5 to 10 million" begins at five million.
fn upward(line: &Line, first: &Numeral, last: Raw) -> Option<Raw> {
    let (low, high) = first.value.zip(last.value)?;
    let scale = (first.end..last.end).find_map(|at| {
        line.sense(at, Class::Scale).or_else(|| line.sense(at, Class::ScaleSign)).map(|it| it.0.value)
    });
    let scaled = scale.filter(|_| !first.scaled).map_or(low, |it| low * it);
    let low = if scaled < high { scaled } else { low };
    (low < high && low >= 0.0).then_some(Raw { value: Some(low), to: Some(high), ..last })
}

/// A minus before the number at `i`: where the finding starts, its sign, where the number starts.
fn minus(line: &Line, i: usize) -> (usize, f64, usize) {
    let free = i == 0 || !line.glued(i) || matches!(line.byte(i - 1), b'(');
    if line.has(i, Class::Minus) && line.is(i, Shape::Word) {
        // "plus or minus 3 points"
        let either = i > 1 && line.word(i - 1) == "or" && line.word(i - 2) == "plus";
        return if either { (i, 1.0, i) } else { (i, -1.0, i + 1) };
    }
    let sign = line.mark(i, b'-') || line.word(i) == "−";
    if sign && free && line.glued(i + 1) && !line.is(i + 1, Shape::Word) {
        return (i, -1.0, i + 1);
    }
    (i, 1.0, i)
}

/// A bare number, unless its surroundings say that it is a code, a score or a mark of a list.
fn plain(line: &Line, from: usize, at: usize, number: &Numeral) -> Option<Raw> {
    let end = number.end;
    if number.words {
        // "high-five", "Ground Zero", "the Big Three", "the Group of Seven"
        let upper = |at: usize| line.upper(at);
        let named = |at: usize| upper(at) || at > 0 && line.word(at) == "of" && upper(at - 1);
        if end == at + 1 && from > 1 && upper(at) && named(from - 1) && !line.mark(from - 1, b'.') {
            return None;
        }
        // "the Six Nations"
        if line.english && from > 0 && line.word(from - 1) == "the" && upper(at) && upper(end) {
            return None;
        }
        let tail = from > 1
            && line.dash(from - 1)
            && line.glued(from)
            && line.glued(from - 1)
            && line.lexemes[from - 2].classes == 0
            && line.is(from - 2, Shape::Word);
        if tail || line.has(at, Class::Fraction) && end == at + 1 && number.value != Some(0.5) {
            return None;
        }
    } else {
        if line.is(at, Shape::Digits) && coded(line, from, end) {
            return None;
        }
    }
    if let Some((value, end)) = one_in(line, number) {
        return bare(from, end, QuantityKind::Number, Some(value), "one_in");
    }
    // "one" is a pronoun more often than a number; "once" is not in the table.
    if number.words && number.value == Some(1.0) && end == at + 1 {
        return None;
    }
    bare(from, end, QuantityKind::Number, number.value, if number.words { "number_words" } else { "number" })
}

/// "one in five", "1 in 10", "two out of three", "un sur cent": a share, and the lexeme behind it.
fn one_in(line: &Line, number: &Numeral) -> Option<(f64, usize)> {
    const IN: &[(&str, &str)] =
        &[("en", "in"), ("fr", "sur"), ("it", "su"), ("nl", "op"), ("es", "de"), ("pt", "em")];
    let word = IN.iter().find(|it| it.0 == line.table.tag)?.1;
    // "un Français sur trois", "una mujer de cada tres"
    let noun = number.words
        && (number.value == Some(1.0) || word.starts_with("su"))
        && !line.english
        && line.word(number.end + 1) == word;
    let at = number.end + usize::from(noun);
    let over = line.english && line.word(at) == "over"; // 3 over 4
    let joint = if over {
        at + 1
    } else if line.english && line.word(at) == "out" && line.word(at + 1) == "of" {
        at + 2
    } else if line.word(at) == word {
        at + 1
    } else {
        return None;
    };
    // "uno de tres" counts, "uno de cada tres" shares; "één op de drie"
    let every = line.has(joint, Class::Every);
    if !every && matches!(word, "de" | "em") {
        return None;
    }
    let joint = joint + usize::from(every || line.word(joint) == "de");
    let of = numerals::numeral(line, joint)?;
    let (n, of_n) = number.value.zip(of.value)?;
    let whole = n.fract() == 0.0 && of_n.fract() == 0.0;
    // "5 in 20 minutes", "3 in 2019", "1 in 10%" are no shares.
    let counted =
        [Class::Unit, Class::Percent, Class::Currency, Class::CurrencySign, Class::Measure, Class::Scale];
    let sticks = line.glued(of.end) && !line.at_end(of.end);
    let share = (1.0..=10.0).contains(&n) && n < of_n && !(1000.0..3000.0).contains(&of_n);
    let fits = whole && if over { of_n != 0.0 && line.at_end(of.end) } else { share };
    (fits && !sticks && !counted.iter().any(|&it| line.has(of.end, it))).then_some((n / of_n, of.end))
}

/// True when what sticks to the figures makes them a code, a score, a version, a citation or a list mark.
fn coded(line: &Line, from: usize, end: usize) -> bool {
    if let Some(before) = from.checked_sub(1).map(|it| line.lexemes[it]) {
        let sticks = line.glued(from);
        if sticks
            && (before.shape == Shape::Word
                || matches!(
                    before.byte,
                    b'/' | b'#' | b'+' | b'=' | b'@' | b'_' | b':' | b'-' | b'.' | b'&' | b'\\' | b'*'
                ))
        {
            return true;
        }
        if sticks && line.dash(from - 1) && line.glued(from - 1) {
            return true;
        }
        // [12] is a citation.
        if before.byte == b'[' && line.mark(end, b']') {
            return true;
        }
        // +1 (206) 555-0143
        let area = before.byte == b'(' && line.mark(end, b')') && line.digits(end + 1).is_some();
        if area && line.dash(end + 2) && line.glued(end + 2) {
            return true;
        }
        if line.has(from - 1, Class::Code)
            || line.mark(from - 1, 0xc2) && line.word(from - 1) == "§"
            || (line.mark(from - 1, b'.') && from > 1 && line.has(from - 2, Class::Code))
            || names_number(line, from, end)
        {
            return true;
        }
    }
    let Some(behind) = line.lexemes.get(end) else { return false };
    if behind.glued {
        if behind.shape != Shape::Mark {
            return true;
        }
        let digits = line.glued(end + 1) && !line.is(end + 1, Shape::Mark);
        // 3-0, 206-555-1212, 16:9, 30/4.85, 24/7
        if digits && (line.dash(end) || matches!(behind.byte, b'/' | b':' | b'_' | b'@' | b'^')) {
            // 10-year is no score: letters behind a dash; "el 11-S" is a day.
            let next = line.lexemes[end + 1];
            return next.shape == Shape::Digits
                || !line.dash(end)
                || next.upper && next.end - next.start == 1;
        }
        if digits && behind.byte == b'.' && line.is(end + 1, Shape::Digits) {
            return true;
        }
        // 401(k)
        if behind.byte == b'(' && line.glued(end + 1) && line.mark(end + 2, b')') {
            return true;
        }
        // "1." opens a list.
        if from == 0 && matches!(behind.byte, b'.' | b')') && line.lexemes.len() > end + 1 {
            return true;
        }
    }
    false
}

/// "Firefox 38,", "Area 51", "S&P 500 is": a name right before figures and nothing that they could count behind them.
fn names_number(line: &Line, from: usize, end: usize) -> bool {
    let before = line.lexemes[from - 1];
    let opens = from < 2 || line.mark(from - 2, b'.') || line.mark(from - 2, b':');
    let name =
        before.shape == Shape::Word && before.upper && before.classes == 0 && !opens && !line.glued(from);
    let width = line.lexemes[end - 1].end - line.lexemes[from].start;
    let behind = line.lexemes.get(end);
    name && width < 6
        && behind.is_none_or(|it| {
            let small = any!(line, end, And, In, On, At, To, Of) && it.shape == Shape::Word;
            // "Movimento 5 Stelle", "Europe 1 Matin"
            let inside = it.upper && it.shape == Shape::Word && !line.english && !line.speaks("de");
            small || inside || it.shape == Shape::Mark && !matches!(it.byte, b'-' | b'%' | b'$' | 0xc2 | 0xe2)
        })
}

/// "first", "21st", "twenty-first".
fn ordinal(line: &Line, i: usize) -> Option<Raw> {
    let raw = |end: usize, value: f64, rule| bare(i, end, QuantityKind::Ordinal, Some(value), rule);
    // 21st, 1,000th, 3.er
    if line.is(i, Shape::Digits) {
        let number = numerals::numeral(line, i)?;
        let sign = if line.speaks("es") { line.past_stop(number.end) } else { number.end };
        let whole = number.value.filter(|it| it.fract() == 0.0 && *it < 1e7 && !number.scaled)?;
        let sticks = line.glued(sign) && line.has(sign, Class::OrdinalSign);
        return if sticks { raw(sign + 1, whole, "ordinal_figures") } else { None };
    }
    let word = line.lexemes.get(i)?;
    if word.shape != Shape::Word {
        return None;
    }
    if let Some(value) = line.compound(i, true) {
        return raw(i + 1, value, "ordinal_word");
    }
    // "secondo il ministro", "segundo Costa": according to.
    let named = |it: &Lexeme| it.shape == Shape::Word && it.upper;
    if line.like(i, "secondo segundo")
        && !line.speaks("es")
        && (word.upper || line.has(i + 1, Class::The) || line.lexemes.get(i + 1).is_some_and(named))
    {
        return None;
    }
    // "First, I think", "Second: pay.": one point after another.
    let opens = i == 0
        || line.mark(i - 1, b'.') && !line.glued(i)
        || line.text.as_bytes()[word.start as usize - 1] == b'\n';
    if line.english && opens && word.upper && (line.mark(i + 1, b',') || line.mark(i + 1, b':')) {
        return None;
    }
    // "prima di partire", "poco prima": before.
    let before = line.speaks("it") && line.word(i).eq_ignore_ascii_case("prima");
    if before && (line.has(i + 1, Class::Of) || line.at_end(i + 1) || line.word(i + 1) == "che") {
        return None;
    }
    // "one hundred twenty-fifth": a number, then an ordinal. Ordinals follow one another in Romance languages.
    let number =
        numerals::numeral(line, i).filter(|it| it.words && (it.value != Some(1.0) || it.end > i + 1));
    let (base, at) = number.map_or((0.0, i), |it| (it.value.unwrap_or(0.0), it.end));
    let dashed = at > i && line.dash(at);
    let and = at > i && line.speaks("fr") && line.has(at, Class::And);
    let (sense, mut end) = line.sense(if dashed || and { at + 1 } else { at }, Class::Ordinal)?;
    let mut nth = sense.value;
    while nth >= 10.0 && matches!(line.table.tag, "es" | "pt" | "it") {
        let Some((sense, next)) = line.sense(end, Class::Ordinal) else { break };
        let smaller = if nth >= 1000.0 {
            1000.0
        } else if nth >= 100.0 {
            100.0
        } else {
            10.0
        };
        if sense.value >= smaller || sense.value < 1.0 {
            break;
        }
        // A tail of tens needs a head that leaves room for them.
        (nth, end) = (nth + sense.value, next);
    }
    if at == i {
        // A "second" of time: "a second", "per second", "every second", "a 30-second spot".
        let counted = line.dash(i.wrapping_sub(1)) && line.glued(i);
        if nth == 2.0
            && line.has(at, Class::Unit)
            && i > 0
            && (counted || line.has(i - 1, Class::A) || matches!(line.word(i - 1), "per" | "split"))
        {
            return None;
        }
        // "at first,", "in the first place", "first of all" count nothing.
        let place = line.word(end) == "place" && i > 1 && line.like(i - 2, "in");
        let at_first = line.at_end(end) && i > 0 && line.like(i - 1, "at");
        if nth == 0.0 || line.english && (place || at_first) {
            return None;
        }
        // "First Lady", "Segunda Guerra Mundial", "le Premier ministre", "el primer ministro"
        let title = word.upper && i > 0 && !line.at_end(i - 1) && line.upper(end);
        if title || line.word(end).starts_with("minist") {
            return None;
        }
        return raw(end, nth, "ordinal_word");
    }
    // "thirty second adverts" are seconds, "three third places" no ordinal of one kind.
    let room = if rest(base, 100.0) == 0.0 {
        100.0
    } else if rest(base, 10.0) == 0.0 {
        10.0
    } else {
        0.0
    };
    let room =
        if line.speaks("fr") && rest(base, 20.0) == 0.0 && rest(base, 100.0) >= 60.0 { 20.0 } else { room };
    let seconds = sense.value == 2.0 && line.has(end - 1, Class::Unit) && !dashed && line.english;
    let value = if sense.value >= 100.0 {
        // 513 millones 452 milésimo: the ordinal multiplies what is smaller than its like.
        let low = rest(base, sense.value * sense.value);
        base - low + low * sense.value + (nth - sense.value)
    } else if nth < room && !seconds {
        base + nth
    } else {
        return None;
    };
    raw(end, value, "ordinal_words")
}
