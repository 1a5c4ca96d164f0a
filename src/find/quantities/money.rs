//! Money: "$20bn", "US$1.2 million", "€3,5 Mrd.", "30 MUSD", "₹5 crore", "50 cents", "thirteen dollars and forty-five cents".

use super::numerals::{self, Numeral};
use super::{QuantityKind, Raw};
use crate::find::line::{Line, Shape, any};
use crate::lexicon::table::Class;
use std::borrow::Cow;

fn money(from: usize, end: usize, value: Option<f64>, unit: &'static str, rule: &'static str) -> Option<Raw> {
    // "-" of the table: shillings and dinars of many countries.
    let unit = (unit != "-").then_some(Cow::Borrowed(unit));
    Some(Raw { from, end, kind: QuantityKind::Money, value, to: None, unit, rule })
}

/// A sign or code in capitals: "usd" and "$" are one, "try" and "all" are words.
fn sign(line: &Line, i: usize) -> Option<(&'static str, usize)> {
    // C $ 300 and the like, parted by a blank in old news wires; "costs us $ 5" and "A $20 million plan" hold no code.
    const LETTERS: &[(&str, &str)] =
        &[("c", "CAD"), ("hk", "HKD"), ("US", "USD"), ("nz", "NZD"), ("S", "SGD")];
    if line.mark(i + 1, b'$') {
        let word = line.word(i);
        let small = |it: &str| it.as_bytes()[0].is_ascii_lowercase() && it.eq_ignore_ascii_case(word);
        if let Some((_, code)) = LETTERS.iter().find(|it| it.0 == word || small(it.0)) {
            return Some((code, i + 2));
        }
    }
    let (sense, next) = line.sense(i, Class::CurrencySign)?;
    let word = line.word(i);
    let small = word.bytes().any(|it| it.is_ascii_lowercase());
    if small && line.like(i, "try ars cop rm eth esp dem") {
        return None;
    }
    Some((sense.name, next))
}

/// Scales of money that elsewhere are units: "$5m", "€3b".
fn scaled(line: &Line, number: &Numeral) -> Numeral {
    if !number.scaled && line.has(number.end, Class::ScaleSign) {
        let word = line.word(number.end);
        let close = line.glued(number.end) || word.len() > 1 || word == "m";
        if close && let Some((sense, next)) = line.sense(number.end, Class::ScaleSign) {
            return Numeral {
                value: number.value.map(|it| it * sense.value),
                end: next,
                scaled: true,
                plain: false,
                ..*number
            };
        }
    }
    *number
}

/// The sign stands before the number.
pub fn before(line: &Line, i: usize) -> Option<Raw> {
    let (from, factor, i) = {
        let minus =
            (line.mark(i, b'-') || line.word(i) == "−") && line.glued(i + 1) && (i == 0 || !line.glued(i));
        if minus { (i, -1.0, i + 1) } else { (i, 1.0, i) }
    };
    let (mut from, (mut unit, at)) = (from, sign(line, i)?);
    // C$16, hk $ 10 and the like: the letters before the sign say whose dollar it is.
    if line.mark(at - 1, b'$') && at == i + 1 && i > 0 && factor > 0.0 {
        const LETTERS: &[(&str, &str)] = &[
            ("c can", "CAD"),
            ("hk", "HKD"),
            ("us", "USD"),
            ("au aus", "AUD"),
            ("nz", "NZD"),
            ("nt", "TWD"),
            ("mx", "MXN"),
            ("r", "BRL"),
        ];
        let word = line.word(i - 1);
        let known = LETTERS.iter().find(|it| line.like(i - 1, it.0));
        if let Some((_, code)) = known
            && (line.upper(i - 1) || word != "us")
        {
            (from, unit) = (i - 1, code);
        }
    }
    // "COP21" was a conference.
    if line.mark(at, b'-') && line.glued(at) || unit == "COP" && line.glued(at) {
        return None;
    }
    // Rs. 2.5 lakh
    let at = if line.is(at - 1, Shape::Word) && !line.at_end(at + 1) { line.past_stop(at) } else { at };
    if line.lexemes.get(at)?.shape == Shape::Word && !line.has(at, Class::Cardinal) {
        return None;
    }
    let number = scaled(line, &numerals::numeral(line, at)?);
    // A glued letter that is no scale: "$5x".
    let mut end = number.end;
    // "$2.5 million dollars", "$5 US", "$10 USD"
    if let Some((code, next)) = sign(line, end).filter(|it| it.0 == unit) {
        let _ = code;
        if line.is(end, Shape::Word) {
            end = next;
        }
    }
    // "$5 to $10 million", "€3–4bn"
    let range = super::joint(line, from, end).and_then(|at| {
        let again = sign(line, at).filter(|it| it.0 == unit).map(|it| it.1);
        if again.is_some() && !line.dash(end) && super::moved(line, from) {
            return None;
        }
        let at = again.unwrap_or(at);
        let last = scaled(line, &numerals::numeral(line, at)?);
        super::upward(line, &number, money(from, last.end, last.value, unit, "money_sign")?)
    });
    range.or_else(|| money(from, end, number.value.map(|it| it * factor), unit, "money_sign"))
}

/// The currency stands behind the number.
pub fn behind(line: &Line, from: usize, number: &Numeral) -> Option<Raw> {
    let mut end = number.end;
    let hyphen = line.dash(end) && line.glued(end) && line.glued(end + 1);
    if hyphen {
        end += 1;
    }
    let number = if hyphen { *number } else { scaled_before_currency(line, number) };
    if !hyphen {
        end = number.end;
    }
    // "million de euros", "milliards d'euros"
    if number.scaled && line.has(end, Class::Of) {
        end += 1;
        if line.apostrophe(end) {
            end += 1;
        }
    }
    // MUSD, MEUR, TEUR, kEUR
    let word = line.word(end);
    if word.len() == 4
        && word.is_ascii()
        && let Some(scale) = match word.as_bytes()[0] {
            b'M' => Some(1e6),
            b'k' | b'T' => Some(1e3),
            _ => None,
        }
        && let Some((index, _)) = line.table.find(&word[1..], crate::lexicon::hash_folded(&word[1..]))
        && let Some(sense) = line.table.senses(index).iter().find(|it| it.class == Class::CurrencySign)
    {
        return money(from, end + 1, number.value.map(|it| it * scale), sense.name, "money_scaled_code");
    }
    if let Some((_, next)) = line.sense(end, Class::Cent) {
        return money(from, next, number.value, "cent", "cents");
    }
    // "2,500 Kenyan shillings", "40 Jamaican dollars": money of a country that the table does not hold has no code.
    if line.upper(end)
        && line.lexemes[end].classes == 0
        && !line.glued(end)
        && line.word(end).ends_with(['n', 'h', 'e', 'i'])
        && let Some((_, next)) = line.sense(end + 1, Class::Currency)
    {
        return money(from, next, number.value, "-", "money_word");
    }
    if weighs(line, from, end, &number) {
        return None;
    }
    let (unit, next) = match line.sense(end, Class::Currency) {
        Some((sense, next)) => (sense.name, next),
        None => {
            let (unit, next) = sign(line, end)?;
            // A small "a" or "all" behind a number is a word; codes stand in capitals or stick.
            let lexeme = line.lexemes[end];
            if lexeme.shape == Shape::Mark
                && line.glued(next)
                && line.is(next, Shape::Digits)
                && !lexeme.glued
            {
                return None; // "3 $50 notes": the sign belongs to what follows
            }
            (unit, next)
        }
    };
    // "pounds" weigh when nothing says money, "marks" and "won" are verbs.
    if matches!(line.word(end), "won" | "marks" | "rand")
        && !number.scaled
        && number.value.is_some_and(|it| it < 1000.0)
    {
        return None;
    }
    let mut value = number.value;
    let mut end = next;
    // three dollars (and) fifty (cents)
    let at = if line.has(end, Class::And) { end + 1 } else { end };
    if number.value.is_some_and(|it| it.fract() == 0.0)
        && let Some(tail) = numerals::numeral(line, at)
        && let Some(small) = tail.value
        && (0.0..100.0).contains(&small)
        && small.fract() == 0.0
        && let Some((_, next)) = line.sense(tail.end, Class::Cent)
    {
        value = value.map(|it| it + small / 100.0);
        end = next;
    }
    money(from, end, value, unit, "money_word")
}

/// "She weighs 200 pounds", "lost 20 pounds", "a 50-pound sack", "20 pounds of rice", "9 kg (20 pounds)": a weight, unless millions are told.
pub fn weighs(line: &Line, from: usize, at: usize, number: &Numeral) -> bool {
    const VERBS: &str = "weigh weighs weighed weighing weight lose lost gain gained shed dropped";
    line.english
        && !number.scaled
        && line.has(at, Class::Currency)
        && line.like(at, "pound pounds")
        && (line.dash(at - 1) && line.word(at) == "pound"
            || line.word(at + 1) == "of"
            || from > 1 && line.mark(from - 1, b'(') && any!(line, from - 2, Measure, MeasureSign)
            || line.mark(at + 1, b'(') && any!(line, at + 3, Measure, MeasureSign)
            || (from.saturating_sub(4)..from).any(|it| line.like(it, VERBS)))
}

/// "30 m euros", "5 bn dollars": the scale counts only because a currency follows.
fn scaled_before_currency(line: &Line, number: &Numeral) -> Numeral {
    let wide = scaled(line, number);
    if wide.end > number.end && (any!(line, wide.end, Currency, CurrencySign)) {
        return wide;
    }
    *number
}
