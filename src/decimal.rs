//! Reading decimal numbers, small. The standard library's way is as exact and quicker, and brings a table of 10 kB that
//! does not compress. Here most numbers take the way of Clinger (1990): few digits and a small power of ten are
//! both exact, so one operation is rounded right. The others are worked out in long integers.

/// More significant digits than this are not looked at, but for whether there are any: only ties are close enough
/// to care, and nobody writes one.
const MAX_DIGITS: usize = 80;

/// Powers of ten that an `f64` holds exactly.
const EXACT: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// The number that is nearest to what is written: digits with an optional minus, decimal point and exponent. What is
/// too large for an `f64` or is no number gives none; below 1e-300 all is 0.
pub fn read(text: &str) -> Option<f64> {
    let (text, sign) = text.strip_prefix('-').map_or((text, 1.0), |it| (it, -1.0));
    let (figures, exponent) = match text.split_once(['e', 'E']) {
        Some((figures, exponent)) => (figures, exponent.parse::<i32>().ok()?.clamp(-1000, 1000)),
        None => (text, 0),
    };
    let (whole, decimals) = figures.split_once('.').unwrap_or((figures, ""));
    if whole.is_empty() && decimals.is_empty() {
        return None;
    }
    let mut digits = Digits { limbs: Vec::new(), small: 0, n: 0, more: false };
    let mut exponent = exponent;
    for byte in whole.bytes() {
        exponent = exponent.saturating_add(i32::from(!digits.push(byte)?));
    }
    for byte in decimals.bytes() {
        exponent = exponent.saturating_sub(i32::from(digits.push(byte)?));
    }
    Some(sign * digits.scaled(exponent)?)
}

/// Digits read so far.
struct Digits {
    /// All of them as a long integer, the lowest 32 bits first; empty while `small` holds them.
    limbs: Vec<u32>,
    /// The first 19.
    small: u64,
    n: usize,
    /// A digit other than 0 was left out.
    more: bool,
}

impl Digits {
    /// Takes one digit more; false when it is behind the last that is kept, `None` when it is no digit.
    fn push(&mut self, byte: u8) -> Option<bool> {
        let digit = u32::from(byte.wrapping_sub(b'0'));
        if digit > 9 {
            return None;
        }
        if self.n == MAX_DIGITS {
            self.more |= digit > 0;
            return Some(false);
        }
        if self.n < 19 {
            self.small = self.small * 10 + u64::from(digit);
        } else {
            if self.limbs.is_empty() {
                self.limbs = limbs(self.small);
            }
            multiply(&mut self.limbs, 10, digit);
        }
        self.n += usize::from(self.n > 0 || digit > 0);
        Some(true)
    }

    /// The number times ten to the power of `exponent`.
    fn scaled(self, exponent: i32) -> Option<f64> {
        let power = EXACT.get(exponent.unsigned_abs() as usize);
        if let (true, 0..=0x20_0000_0000_0000, Some(power)) = (self.limbs.is_empty(), self.small, power) {
            let value = self.small as f64;
            return Some(if exponent < 0 { value / power } else { value * power });
        }
        if self.small == 0 || exponent < -400 {
            return Some(0.0);
        }
        if exponent > 310 {
            return None;
        }
        let mut long = if self.limbs.is_empty() { limbs(self.small) } else { self.limbs };
        let mut inexact = self.more;
        // So many bits are added before a division that 64 are left behind it: ten has fewer than 10 / 3 bits.
        let shift = if exponent < 0 { 2 + exponent.unsigned_abs() / 9 } else { 0 };
        long.splice(0..0, (0..shift).map(|_| 0));
        for _ in 0..exponent.unsigned_abs() {
            if exponent < 0 {
                inexact |= divide(&mut long, 10) > 0;
            } else {
                multiply(&mut long, 10, 0);
            }
        }
        rounded(&long, -32 * shift as i32, inexact)
    }
}

/// What is left of a number when `by` has been taken off as often as it fits. For the numbers of words this is what `%` gives, which
/// in a browser is two kilobytes of code.
pub fn rest(number: f64, by: f64) -> f64 {
    number - (number / by).trunc() * by
}

fn limbs(value: u64) -> Vec<u32> {
    vec![value as u32, (value >> 32) as u32]
}

fn multiply(long: &mut Vec<u32>, by: u32, plus: u32) {
    let mut carry = u64::from(plus);
    for limb in long.iter_mut() {
        carry += u64::from(*limb) * u64::from(by);
        *limb = carry as u32;
        carry >>= 32;
    }
    if carry > 0 {
        long.push(carry as u32);
    }
}

/// Divides and gives the rest.
fn divide(long: &mut [u32], by: u32) -> u32 {
    let mut rest = 0;
    for limb in long.iter_mut().rev() {
        let value = u64::from(rest) << 32 | u64::from(*limb);
        *limb = (value / u64::from(by)) as u32;
        rest = (value % u64::from(by)) as u32;
    }
    rest
}

/// A long integer times two to the power of `exponent`, rounded to the nearest `f64`, ties to even.
fn rounded(long: &[u32], exponent: i32, mut inexact: bool) -> Option<f64> {
    let top = long.iter().rposition(|&it| it > 0)?;
    let limb = |below: usize| top.checked_sub(below).map_or(0, |it| u128::from(long[it]));
    let lead = (limb(0) << 64 | limb(1) << 32 | limb(2)) << long[top].leading_zeros();
    let bits = (lead >> 32) as u64;
    inexact |= lead as u32 > 0 || top > 2 && long[..top - 2].iter().any(|&it| it > 0);
    let (mut mantissa, rest) = (bits >> 11, bits & 0x7ff);
    mantissa += u64::from(rest > 0x400 || rest == 0x400 && (inexact || mantissa & 1 > 0));
    // The first of 53 bits is worth two to the power of `place`.
    let place = 32 * top as i32 + 31 - long[top].leading_zeros() as i32 + exponent;
    if place < -1000 {
        return Some(0.0);
    }
    // A mantissa that was rounded up to the next power of two carries into the exponent, as it should.
    let biased = u64::try_from(place + 1022).ok()?;
    let value = f64::from_bits((biased << 52) + mantissa);
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::read;

    /// As the standard library reads it.
    fn agrees(text: &str) {
        let theirs = text.parse::<f64>().ok().filter(|it| it.is_finite());
        assert_eq!(read(text), theirs, "{text}");
    }

    #[test]
    fn numbers_as_people_write_them() {
        for text in
            ["0", "7", "007", "3.14", "0.1", "0.7", "1e-6", "-12.50", "1000000", "41842.944", ".5", "5."]
        {
            agrees(text);
        }
    }

    #[test]
    fn numbers_that_one_operation_does_not_reach() {
        for text in [
            "9460730472580800",
            "9007199254740993",
            "9007199254740992.99999",
            "123456789012345678901234567890",
            "0.000000000000000000000000000123456789",
            "1.7976931348623157e308",
            "1e23",
            "8.5e-26",
            "2.2250738585072014e-290",
            "0.30000000000000004440892098500626",
        ] {
            agrees(text);
        }
    }

    #[test]
    fn any_digits_and_exponents() {
        let mut state = 1u64;
        let mut next = |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        for _ in 0..20_000 {
            let mut text: String = (0..1 + next(30)).map(|_| char::from(b'0' + next(10) as u8)).collect();
            text.push('.');
            text.extend((0..next(30)).map(|_| char::from(b'0' + next(10) as u8)));
            text += &format!("e{}", next(540) as i32 - 260);
            agrees(&text);
        }
    }

    #[test]
    fn what_is_no_number_has_no_value() {
        for text in ["", "-", ".", "x", "1x", "1.2.3", "1e", "inf", "NaN", "1_000", "１"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"9".repeat(400)), None);
        assert_eq!(read(&["0.", &"0".repeat(400), "1"].concat()), Some(0.0));
    }
}
