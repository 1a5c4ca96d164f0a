//! Quantities: numbers with their units or signs.

use super::dates::Date;
use crate::read::Document;
use crate::text::Span;
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
    /// ISO 4217 code for money, the unit's name for measures.
    pub unit: Option<Cow<'static, str>>,
    /// The rule that found it.
    pub rule: &'static str,
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

/// Finds the quantities of a document outside its dates, in order, disjoint.
pub fn find(_document: &Document, _dates: &[Date]) -> Vec<Quantity> {
    Vec::new()
}
