//! The rules of dates: what each may begin with, in order of trust.

use super::{Raw, Scene, absolute, clocks, holidays, lengths, numeric, parts, periods, relative, years};
use crate::find::line::{Line, Shape};
use crate::lexicon::table::Class;

/// Figures, beside the classes of words.
const DIGITS: u32 = 1 << 31;
/// A word that no class tells: "XIX", "Montagabend", the "end" before "of".
const OTHER: u32 = 1 << 30;
/// The classes that a date may begin with are the first of all: with those two they are half a word of bits.
const CLASSES: u32 = OTHER - 1;

const fn bit(class: Class) -> u32 {
    assert!(class.bit() < OTHER as u64, "to begin a date a class must be one of the first 30");
    class.bit() as u32
}

/// What a rule may begin with: a class of words, or one of these.
macro_rules! kind {
    (digits) => {
        DIGITS
    };
    (other) => {
        OTHER
    };
    // What `numeral` reads; ½ counts as a fraction.
    (number) => {
        DIGITS
            | kind!(A)
            | kind!(Cardinal)
            | kind!(Compound)
            | kind!(Hundred)
            | kind!(Scale)
            | kind!(Fraction)
    };
    // What `ordinal_figures` and `ordinal_word` read.
    (ordinal) => {
        DIGITS | kind!(Ordinal) | kind!(Cardinal) | kind!(Compound)
    };
    // What `parts::length` reads.
    (length) => {
        kind!(number) | kind!(Few)
    };
    // What `parts::clock` reads.
    (hour) => {
        DIGITS | kind!(Cardinal) | kind!(Noon)
    };
    ($class:ident) => {
        bit(Class::$class)
    };
}

/// The best of what the rules find at a lexeme of these kinds, where `free` is the first that no other date has taken.
///
/// A rule stands beside all that it may begin with, and is not asked elsewhere: there it would find nothing.
///
/// They are called by name: a pointer to a function may be called from anywhere, and what it points to could not come
/// late (`xtask/src/split.rs`).
macro_rules! rules {
    ($($rule:path: $($kind:ident)+,)*) => {
        pub(super) fn best(scene: &Scene, i: usize, kinds: u32, free: usize) -> Option<Raw> {
            let mut best = None;
            $(if kinds & const { $(kind!($kind))|+ } != 0 {
                better(&mut best, $rule(scene, i), i, free);
            })*
            best
        }

        /// What a date can begin with; all other words are passed over.
        const STARTERS: u32 = $($(kind!($kind))|+)|*;
    };
}

fn better(best: &mut Option<Raw>, found: Option<Raw>, i: usize, free: usize) {
    if let Some(found) = found
        && found.end > i
        && found.from >= free
        && best.as_ref().is_none_or(|it| {
            found.end > it.end || (found.end == it.end && found.from < it.from && !found.weak)
        })
    {
        *best = Some(found);
    }
}

// In order of trust: where two find equally much, the earlier is right. Behind the colon all that a rule may begin with.
rules! {
    numeric::iso_date: digits,
    numeric::numeric_date: digits,
    absolute::weekday: Weekday other,
    absolute::day_month: number Ordinal,
    absolute::month_day: Month,
    absolute::month_year: digits Month,
    numeric::numeric_range: digits,
    numeric::numeric_day: digits,
    numeric::spaced_date: digits,
    numeric::counted_day: ordinal,
    numeric::numeric_month: digits,
    absolute::lone_day: ordinal Unit,
    periods::every: Every Often Weekday Ordinal Last,
    relative::shifted_unit: This Last Next,
    relative::unit_shifted_behind: length Unit Weekday Month Season,
    lengths::length_away: length,
    lengths::counted_shift: number,
    relative::night: Night,
    relative::deictic: Day,
    relative::running_unit: Edge other,
    relative::that_unit: Unit,
    holidays::holiday: Holiday,
    periods::century: number Ordinal Era100 Holiday other, // "Xmas" has the head of a Roman number, too
    periods::decade: digits Era10,
    periods::quarter: ordinal Quarter,
    periods::season: Season,
    periods::numbered_week: YearWord,
    clocks::clock: hour,
    clocks::past_hour: number,
    clocks::part: Part,
    clocks::lone_hour: hour,
    clocks::dotted: digits,
    years::bare_year: number YearWord Era,
    periods::duration: length,
}

/// What a date may begin with at lexeme `i`; nothing for what begins none.
pub(super) fn kinds(line: &Line, i: usize) -> u32 {
    let lexeme = &line.lexemes[i];
    let next = line.lexemes.get(i + 1).map_or(0, |it| it.classes);
    let kinds = match lexeme.shape {
        Shape::Digits => DIGITS,
        Shape::Mark if lexeme.byte == 0xc2 && matches!(line.word(i), "½" | "¼" | "¾") => kind!(Fraction),
        Shape::Mark => lexeme.classes as u32 & CLASSES,
        Shape::Word => {
            let other = if line.english {
                next & Class::Of.bit() != 0 && relative::opens_unit(line, i)
            } else {
                lexeme.upper && matches!(lexeme.byte, b'I' | b'V' | b'X')
                    || line.table.compounds && parts::weekday_part(line, i).is_some()
            };
            lexeme.classes as u32 & CLASSES | if other { OTHER } else { 0 }
        }
    };
    // "a" is frequent, and says something only before what is counted.
    let article = kinds & STARTERS == kind!(A) && next as u32 & CLASSES & STARTERS == 0;
    if article { 0 } else { kinds & STARTERS }
}
