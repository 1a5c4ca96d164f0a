//! The SI beside the original: "26 miles" are 41,842.944 m as well.
//!
//! The coherent unit, without prefixes, so that what measures one thing can be compared. A unit that means two things
//! (the gallon, the ton of English prose) has no such value: a wrong one would be worse than none.

use super::{QuantityKind, Raw};
use crate::decimal;

/// Name, factor, unit; see the file's head.
const UNITS: &str = include_str!("../../lexicon/si.txt");

/// Value and unit in the SI.
pub fn of(language: &str, raw: &Raw) -> Option<(f64, &'static str)> {
    let (value, unit) = (raw.value?, raw.unit.as_deref()?);
    match raw.kind {
        QuantityKind::Temperature => match unit {
            "C" => Some((value + 273.15, "K")),
            // To hundredths: as exact as the constant, and −40 °F are 233.15 K.
            "F" => Some((((((value - 32.0) / 1.8 + 273.15) * 100.0).round() / 100.0), "K")),
            "K" => Some((value, "K")),
            _ => None,
        },
        QuantityKind::Measure => {
            // Elsewhere than in English a ton is metric.
            let unit = if unit == "ton" && language != "en" { "metric ton" } else { unit };
            UNITS.lines().find_map(|line| {
                let (factor, si) = line.strip_prefix(unit)?.strip_prefix('\t')?.split_once('\t')?;
                let value = value * decimal::read(factor)?;
                value.is_finite().then_some((value, si))
            })
        }
        _ => None,
    }
}
