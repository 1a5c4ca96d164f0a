//! Numerals: a number in figures or words becomes a value. `None` for what is no number (versions, codes,
//! lists), a numeral without value for what is too long to be true.

use crate::decimal::{self, rest};
use crate::find::line::{Lexeme, Line, Shape, any};
use crate::lexicon::table::Class;

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// What it is worth; none for numbers of hundreds of digits.
    pub value: Option<f64>,
    /// The lexeme behind it.
    pub end: usize,
    /// Written in words alone.
    pub words: bool,
    /// A whole number in plain digits, without any mark.
    pub plain: bool,
    /// Ends in a scale: "million", "bn".
    pub scaled: bool,
}

/// What a numeral in words begins with.
const WORDS: u64 = Class::A.bit()
    | Class::Cardinal.bit()
    | Class::Compound.bit()
    | Class::Hundred.bit()
    | Class::Scale.bit()
    | Class::Fraction.bit();

/// The numeral that begins at `i`. Many rules ask for the same one: the line remembers the last answers.
pub fn numeral(line: &Line, i: usize) -> Option<Numeral> {
    let lexeme = line.lexemes.get(i)?;
    if lexeme.shape == Shape::Word && lexeme.classes & WORDS == 0 {
        return None;
    }
    let memo = &line.numerals[i % line.numerals.len()];
    let (at, found) = memo.get();
    if at == i {
        return found;
    }
    let found = read(line, i, lexeme);
    memo.set((i, found));
    found
}

fn read(line: &Line, i: usize, lexeme: &Lexeme) -> Option<Numeral> {
    match lexeme.shape {
        Shape::Digits => figures(line, i),
        Shape::Mark => match lexeme.byte {
            b'.' | b','
                if (lexeme.byte == b'.' || !line.english)
                    && line.glued(i + 1)
                    && (i == 0 || !line.glued(i)) =>
            {
                let digits = line.word(i + 1);
                // "this .. and that" has two stops and no number.
                if !line.is(i + 1, Shape::Digits) || run(line, i + 1)?.1 != i + 2 {
                    return None;
                }
                Some(behind(line, parse("0", &[], Some(digits)), i + 2, false))
            }
            _ => {
                let value = vulgar(line.word(i))?;
                Some(behind(line, Some(value), i + 1, false))
            }
        },
        Shape::Word => words(line, i),
    }
}

/// A digit run that begins inside a word or number is part of a code.
fn glued_to_text(line: &Line, i: usize) -> bool {
    // US$1.2, EUR5: a currency is no part of the number.
    i > 0 && line.glued(i) && !line.is(i - 1, Shape::Mark) && !line.has(i - 1, Class::CurrencySign)
}

/// ½ and its kind.
fn vulgar(word: &str) -> Option<f64> {
    const SIGNS: &str = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
    const SHARES: &[u8] = b"121434132315253545165618385878";
    // Nearly every word is ASCII.
    if word.as_bytes().first()? < &0xc2 {
        return None;
    }
    let at = 2 * SIGNS.chars().position(|it| word.starts_with(it))?;
    let digit = |at: usize| f64::from(SHARES[at] - b'0');
    Some(digit(at) / digit(at + 1))
}

/// Longest number, in digits, that still gets a value: beyond, nobody means a number.
const MAX_DIGITS: usize = 40;

/// The value of digits without marks: head, groups, and what stands behind the decimal mark.
fn parse(head: &str, groups: &[&str], decimals: Option<&str>) -> Option<f64> {
    let mut buffer = [0u8; 2 * MAX_DIGITS + 2];
    let mut n = 0;
    let mut put = |piece: &str| -> Option<()> {
        buffer.get_mut(n..n + piece.len())?.copy_from_slice(piece.as_bytes());
        n += piece.len();
        Some(())
    };
    put(head)?;
    for group in groups {
        put(group)?;
    }
    if let Some(decimals) = decimals {
        put(".")?;
        put(decimals)?;
    }
    decimal::read(std::str::from_utf8(&buffer[..n]).ok()?)
}

/// Digits with the marks inside them: the value and the lexeme behind. `None` when the marks make no number.
fn run(line: &Line, i: usize) -> Option<(Option<f64>, usize)> {
    let head = line.word(i);
    let mut groups: [&str; 12] = [""; 12];
    let mut marks = [0u8; 12];
    let mut n = 0;
    let mut at = i + 1;
    while n < 12 {
        let Some(mark) = line.lexemes.get(at) else { break };
        let byte = match mark.byte {
            b'.' | b',' | b'\'' if mark.shape == Shape::Mark && mark.glued => mark.byte,
            0xe2 if mark.glued && line.word(at) == "’" => b'\'',
            _ => break,
        };
        let Some(next) = line.lexemes.get(at + 1) else { break };
        if next.shape != Shape::Digits || !next.glued {
            break;
        }
        (groups[n], marks[n]) = (line.word(at + 1), byte);
        n += 1;
        at += 2;
    }
    if n == 0 {
        // 40 000: blanks group digits, three and three.
        while n < 8
            && head.len() <= 3
            && line.lexemes.get(at).is_some_and(|it| {
                it.shape == Shape::Digits && it.end - it.start == 3 && !it.glued && gap(line, at) == 1
            })
            && !line.glued(at + 1)
        {
            groups[n] = line.word(at);
            n += 1;
            at += 1;
        }
        // 1 234 567.89, and the last group before a full stop or comma.
        if head.len() <= 3
            && line
                .lexemes
                .get(at)
                .is_some_and(|it| it.shape == Shape::Digits && it.end - it.start == 3 && gap(line, at) == 1)
            && n < 8
        {
            let behind = line.lexemes.get(at + 1);
            let decimal = behind.is_some_and(|it| matches!(it.byte, b'.' | b','))
                && line.lexemes.get(at + 2).is_some_and(|it| it.shape == Shape::Digits && it.glued);
            if decimal && !line.mark(at + 3, b'.') {
                groups[n] = line.word(at);
                let value = parse(head, &groups[..=n], Some(line.word(at + 2)));
                return Some((value, at + 3));
            }
            if behind.is_none_or(|it| it.shape == Shape::Mark)
                && !line.dash(at + 1)
                && !line.mark(at + 1, b'/')
            {
                groups[n] = line.word(at);
                n += 1;
                at += 1;
            }
        }
        // "400 737 Max jets": a model behind its number.
        let model = n > 0 && line.english && line.upper(at);
        if head.starts_with('0') && n > 0 || model {
            return Some((parse(head, &[], None), i + 1));
        }
        return Some((parse(head, &groups[..n], None), at));
    }
    let last = marks[n - 1];
    let mixed = marks[..n].iter().any(|&it| it != last);
    let threes = |groups: &[&str]| groups.iter().all(|it| it.len() == 3) && head.len() <= 3 && head != "0";
    if mixed {
        // 1,234.5: one mark groups, the other, last and once, is the decimal one.
        let inner = &groups[..n - 1];
        let once = marks[..n - 1].iter().all(|&it| it != last);
        // 12,34,567.89 groups in twos, as in India.
        let indian = inner.last().is_some_and(|it| it.len() == 3)
            && inner[..inner.len() - 1].iter().all(|it| it.len() == 2);
        if once && (threes(inner) || indian) {
            return Some((parse(head, inner, Some(groups[n - 1])), at));
        }
        return Some((parse(head, &[], None), i + 1));
    }
    let grouping = if matches!(line.table.tag, "en" | "und") { b',' } else { b'.' };
    if n == 1 {
        let group = groups[0];
        let grouped = group.len() == 3 && threes(&groups[..1]) && (last == grouping || last == b'\'');
        if grouped {
            return Some((parse(head, &groups[..1], None), at));
        }
        if last == b'\'' {
            return Some((parse(head, &[], None), i + 1));
        }
        // The tail of "1,2,3,4", a list.
        if i > 1 && last == b',' && line.mark(i - 1, b',') && line.glued(i) && line.glued(i - 1) {
            return Some((parse(head, &[], None), i + 1));
        }
        // "22,24": in English a comma without blank between two numbers is no decimal mark unless it can be one.
        return Some((parse(head, &[], Some(group)), at));
    }
    let indian =
        groups[n - 1].len() == 3 && groups[..n - 1].iter().all(|it| it.len() == 2) && head.len() <= 2;
    if (threes(&groups[..n]) || indian) && n < 12 {
        return Some((parse(head, &groups[..n], None), at));
    }
    // "1,2,3,4" is a list; "1.2.3" a version.
    if last == b',' { Some((parse(head, &[], None), i + 1)) } else { None }
}

/// Bytes between lexeme `i` and the one before; a no-break space counts as one.
fn gap(line: &Line, i: usize) -> usize {
    let (from, to) = (line.lexemes[i - 1].end as usize, line.lexemes[i].start as usize);
    let blank = &line.text[from..to];
    if blank.contains('\n') { 9 } else { blank.chars().count() }
}

fn figures(line: &Line, i: usize) -> Option<Numeral> {
    if glued_to_text(line, i) {
        return None;
    }
    let (value, mut end) = run(line, i)?;
    let plain = end == i + 1;
    let mut value = value;
    // 1/2, 2 1/4.
    let fraction = |at: usize| -> Option<(f64, usize)> {
        let (n, _) = line.digits(at)?;
        if !(line.mark(at + 1, b'/') && line.glued(at + 1) && line.glued(at + 2)) {
            return None;
        }
        let (d, len) = line.digits(at + 2)?;
        let more = line.mark(at + 3, b'/') || line.mark(at + 3, b'-');
        // 24/7 and 20/20 are no shares.
        (d > 1 && (n < d || n < 10) && len <= 3 && !more).then(|| (f64::from(n) / f64::from(d), at + 3))
    };
    let mut whole = plain;
    if let Some((raised, at)) = exponent(line, end, value) {
        (value, end, whole) = (raised, at, false);
    } else if plain && let Some((share, at)) = fraction(i) {
        (value, end, whole) = (Some(share), at, false);
    } else if plain
        && let Some((share, at)) = fraction(end)
        && share < 1.0
        && !line.glued(end)
    {
        (value, end, whole) = (value.map(|it| it + share), at, false);
    } else if plain && let Some(share) = vulgar(line.word(end)) {
        (value, end, whole) = (value.map(|it| it + share), end + 1, false);
    }
    let found = behind(line, value, end, whole);
    // Letters that stick to figures make a code, unless we know them.
    Some(found)
}

/// Scales behind figures: "20bn", "5 million", "3 hundred and 21".
fn behind(line: &Line, value: Option<f64>, end: usize, plain: bool) -> Numeral {
    let mut found = Numeral { value, end, words: false, plain, scaled: false };
    let sign = |at: usize| {
        let (sense, next) = line.sense(at, Class::ScaleSign)?;
        let word = line.word(at);
        // A small m sticking to figures is a meter: "1.8m"; money reads it as million itself.
        // "221B Baker Street"
        let house = word == "B" && line.upper(next);
        (word != "m" && word != "b" && !house
            || line.glued(at) && word == "b"
            || word == "m" && counts_millions(line, at))
        .then_some((sense.value, next))
    };
    loop {
        let at = if line.dash(found.end) && line.glued(found.end) && line.has(found.end + 1, Class::Scale) {
            found.end + 1
        } else {
            found.end
        };
        // French "34 cents" are money.
        let scale = line.sense(at, Class::Scale).filter(|_| !line.has(at, Class::Cent));
        let (scale, next) = match scale {
            // 3,5 Mrd. Euro
            Some((sense, next))
                if line.word(at).len() == 3 && line.speaks("de") && !line.at_end(next + 1) =>
            {
                (sense.value, line.past_stop(next))
            }
            Some((sense, next)) => (sense.value, next),
            None => match sign(at) {
                Some((value, next)) if !found.scaled => {
                    let next = if line.word(at).len() > 1 && !line.at_end(next + 1) {
                        line.past_stop(next)
                    } else {
                        next
                    };
                    (value, next)
                }
                _ => break,
            },
        };
        // "2.18 trillion" are no 2180000000000.0002.
        found.value = found.value.map(|it| {
            let (told, whole) = (it * scale, (it * scale).round());
            if scale > 1000.0 && (told - whole).abs() < told * 1e-15 { whole } else { told }
        });
        (found.end, found.plain, found.scaled) = (next, false, true);
        // 3 hundred and 21, 4 thousand 3 hundred.
        if scale <= 1000.0 {
            let at = if line.has(next, Class::And) { next + 1 } else { next };
            if let Some((n, _)) = line.digits(at)
                && (1.0..scale).contains(&f64::from(n))
                && !line.glued(at + 1)
            {
                let tail = behind(line, Some(f64::from(n)), at + 1, true);
                if tail.value.is_some_and(|it| it < scale) {
                    found.value = found.value.zip(tail.value).map(|(a, b)| a + b);
                    found.end = tail.end;
                }
            }
        }
    }
    // "3 million and a half" is the half of a million more.
    if found.scaled
        && !line.has(found.end + 1, Class::Cardinal)
        && let Some((share, next)) = and_fraction(line, found.end)
        && let Some((sense, _)) = line.sense(found.end - 1, Class::Scale)
    {
        found.value = found.value.map(|it| it + share * sense.value);
        found.end = next;
    }
    found
}

/// "2.5m people", "40m users": the m of a British count; "400m hurdles" are run.
fn counts_millions(line: &Line, m: usize) -> bool {
    const RUN: &str = "hurdles relays finals heats sprints races";
    let noun = m + 1;
    let plural = line.word(noun).len() > 3 && line.word(noun).ends_with('s')
        || line.like(noun, "people men women children");
    line.english
        && line.glued(m)
        && line.is(noun, Shape::Word)
        && !line.glued(noun)
        && plural
        && !line.like(noun, RUN)
}

/// An exponent behind figures, "1.3e6", "12e+14", "2E-3", "10^9": the value with it, and the lexeme behind.
fn exponent(line: &Line, i: usize, value: Option<f64>) -> Option<(Option<f64>, usize)> {
    let word = line.word(i);
    let power = word == "^";
    if !line.glued(i) || !(power || matches!(word.as_bytes().first()?, b'e' | b'E')) {
        return None;
    }
    let (n, negative, end) = if word.len() > 1 {
        (word[1..].parse::<u8>().ok()?, false, i + 1)
    } else {
        let sign = usize::from(line.mark(i + 1, b'+') || line.mark(i + 1, b'-'));
        let (n, 1..=3) = line.digits(i + 1 + sign)? else { return None };
        let sticks = line.glued(i + 1) && line.glued(i + 1 + sign);
        (sticks && (power || sign > 0)).then_some(())?;
        (u8::try_from(n).ok()?, line.mark(i + 1, b'-'), i + 2 + sign)
    };
    let value = value.map(|it| {
        let scale = (0..n).fold(1.0, |scale, _| scale * if power { it } else { 10.0 });
        // Divided and not multiplied by a tenth: 12e-1 is 1.2.
        let base = if power { 1.0 } else { it };
        if negative { base / scale } else { base * scale }
    });
    Some((value, end))
}

/// Longest spoken number, in words.
const MAX_WORDS: usize = 24;

/// A number in words: "two hundred and three", "twenty-six", "half a million", "two thirds".
fn words(line: &Line, i: usize) -> Option<Numeral> {
    let mut at = i;
    // "a few hundred", "several thousand", "mehrere hundert": nobody says how many.
    if let Some((_, end)) = line.sense(i, Class::Scale)
        && line.before(i, Class::Few).is_some()
    {
        return Some(Numeral { value: None, end, words: true, plain: false, scaled: true });
    }
    let mut groups = [(0.0, 0.0); 8]; // closed by a scale: what they are worth, and their scale
    let mut n_groups = 0;
    let mut part = 0.0; // below the next scale
    let mut room = f64::INFINITY; // what comes next must be smaller
    let mut last = f64::INFINITY; // the scale that closed last
    let mut seen = 0;
    let mut scaled = false;
    if let Some((_, next)) = line.sense(i, Class::A) {
        // A hundred, a million; "a few hundred" has no value. In other languages "un" is one as well.
        if line.sense(next, Class::Scale).is_some_and(|it| it.0.value >= 100.0) {
            (part, at, seen) = (1.0, next, 1);
        } else if !line.has(i, Class::Cardinal) {
            return half(line, i);
        }
    }
    // "hundreds of people", "tens of thousands", "des centaines": nobody says how many.
    // The "million" of "2.6 million two years later" belongs to the figures.
    if i > 0 && line.is(i - 1, Shape::Digits) && line.has(i, Class::Scale) {
        return None;
    }
    let some = |at: usize| line.sense(at, Class::Scale).filter(|it| it.0.name.ends_with('?')).map(|it| it.1);
    if seen == 0
        && let Some(mut end) = some(i)
    {
        while any!(line, end, Of, And)
            && let Some(next) = some(end + 1)
        {
            end = next;
        }
        return Some(Numeral { value: None, end, words: true, plain: false, scaled: true });
    }
    let mut end = at;
    while seen < MAX_WORDS {
        // Hyphens join: twenty-six.
        // "six million and two thirds": the fraction is of the million.
        let and = line.has(at, Class::And) && (scaled || !line.english) && and_fraction(line, at).is_none();
        let from = if seen > 0 && (line.dash(at) || and) { at + 1 } else { at };
        if !any!(line, from, Compound, Hundred, Cardinal, Scale) {
            break;
        }
        let one = line.sense(from, Class::Cardinal).map(|(sense, next)| (sense.value, next));
        if let Some(n) = line.compound(from, false) {
            // zweihundertsechs, tweeduizend
            if n >= room && seen > 0 {
                break;
            }
            part += n;
            room = if n >= 1000.0 { 1000.0 } else { 0.0 };
            (at, end, seen) = (from + 1, from + 1, seen + 1);
        } else if let Some((sense, next)) = line.sense(from, Class::Hundred) {
            if room < sense.value {
                break;
            }
            part += sense.value;
            room = 100.0;
            (at, end, seen) = (next, next, seen + 1);
        } else if let Some((n, next)) = one {
            let fits = n < room || seen == 0;
            // French counts on: soixante-dix, quatre-vingt-dix.
            let vigesimal =
                line.speaks("fr") && (room == 10.0 && (10.0..20.0).contains(&n) && rest(part, 20.0) == 0.0);
            let fourscore = line.speaks("fr") && n == 20.0 && rest(part, 100.0) == 4.0;
            if fourscore {
                part += 76.0;
                room = 20.0;
            } else if fits || vigesimal {
                part += n;
                room = if n >= 20.0 && rest(n, 10.0) == 0.0 {
                    if n == 60.0 && line.speaks("fr") { 20.0 } else { 10.0 }
                } else {
                    0.0
                };
            } else {
                break;
            }
            (at, end, seen) = (next, next, seen + 1);
        } else if let Some((sense, next)) = line.sense(from, Class::Scale) {
            let scale = sense.value;
            if scale == 12.0 && seen == 0 {
                break;
            }
            if scale < 1000.0 {
                if part == 0.0 && seen > 0 && !scaled {
                    break;
                }
                let base = if part == 0.0 { 1.0 } else { part };
                if scale == 12.0 {
                    // three hundred and two dozens
                    let small = rest(part, 100.0);
                    part = part - small + small.max(1.0) * 12.0;
                } else {
                    part = base * scale;
                }
                room = 100.0;
            } else {
                // 455 mil millones: a greater scale takes what stands behind the last scale as great as itself.
                let mut amount = part;
                while n_groups > 0 && groups[n_groups - 1].1 < scale {
                    n_groups -= 1;
                    amount += groups[n_groups].0;
                }
                if n_groups == groups.len() || (part == 0.0 && seen > 0 && amount == 0.0) {
                    break;
                }
                groups[n_groups] = (amount.max(1.0) * scale, scale);
                n_groups += 1;
                (part, room, last) = (0.0, f64::INFINITY, scale);
            }
            scaled = true;
            (at, end, seen) = (next, next, seen + 1);
        } else {
            break;
        }
    }
    if seen == 0 {
        return half(line, i);
    }
    let total: f64 = groups[..n_groups].iter().map(|it| it.0).sum();
    let mut value = total + part;
    // five point five
    if line.has(end, Class::Point) && line.has(end + 1, Class::Cardinal) {
        let mut share = 0.1;
        let mut at = end + 1;
        while let Some((sense, next)) = line.sense(at, Class::Cardinal) {
            if sense.value >= 10.0 {
                let tail = words(line, at)?;
                value += tail.value.unwrap_or(0.0) / 100.0;
                at = tail.end;
                break;
            }
            value += sense.value * share;
            share /= 10.0;
            at = next;
        }
        end = at;
    }
    // one and a half (million)
    if let Some((share, next)) = and_fraction(line, end) {
        end = next;
        match line.sense(end, Class::Scale) {
            // "one billion and a quarter million": the share is of what stands behind it.
            Some((sense, next)) => {
                value = if total > 0.0 { value + share * sense.value } else { (value + share) * sense.value };
                (end, scaled) = (next, true);
            }
            None => value += share * if scaled && total > 0.0 && part == 0.0 { last } else { 1.0 },
        }
    } else if let Some((share, next)) = shares(line, end, value) {
        // three quarters billion
        if let Some((scale, next)) = line.sense(next, Class::Scale) {
            let value = Some(share * scale.value);
            return Some(Numeral { value, end: next, words: true, plain: false, scaled: true });
        }
        return Some(Numeral { value: Some(share), end: next, words: true, plain: false, scaled: false });
    }
    Some(Numeral { value: Some(value), end, words: true, plain: false, scaled })
}

/// "and a half", "and three quarters".
pub fn and_fraction(line: &Line, i: usize) -> Option<(f64, usize)> {
    let (_, at) = line.sense(i, Class::And)?;
    if let Some((_, next)) = line.sense(at, Class::A) {
        let (sense, next) = line.sense(next, Class::Fraction)?;
        return Some((1.0 / sense.value, next));
    }
    // tres años y medio, trois et demi
    if !line.english
        && let Some((sense, next)) = line.sense(at, Class::Fraction)
    {
        return (sense.value == 2.0).then_some((0.5, next));
    }
    let (n, next) = line.sense(at, Class::Cardinal)?;
    let next = if line.dash(next) { next + 1 } else { next };
    let (d, next) = line.sense(next, Class::Fraction)?;
    Some((n.value / d.value, next))
}

/// "two thirds", "five-eighths": `n` was read, the fraction follows.
fn shares(line: &Line, end: usize, n: f64) -> Option<(f64, usize)> {
    let at = if line.dash(end) { end + 1 } else { end };
    // three twenty-fifths
    if let Some((tens, next)) = line.sense(at, Class::Cardinal).filter(|it| it.0.value >= 20.0)
        && let next = if line.dash(next) { next + 1 } else { next }
        && let Some((unit, next)) = line.sense(next, Class::Fraction)
        && line.word(next - 1).ends_with('s')
        && line.english
    {
        return (unit.value < 10.0).then_some((n / (tens.value + unit.value), next));
    }
    let (sense, next) = line.sense(at, Class::Fraction).filter(|it| it.0.value > 1.0)?;
    // "two second places", "one third party": many need the plural; "one fifth" is a fraction all the same.
    let ending: &[char] = match line.table.tag {
        "de" => &['l', 'n', 'e'],
        "it" => &['i', 'e'],
        "nl" => &['n', 'e', 't'],
        _ => &['s'],
    };
    let plural = n > 1.0 && line.word(at).ends_with(ending);
    let one = n == 1.0 && (sense.value != 2.0 || line.word(at).len() > 3);
    (plural || one).then(|| (n / sense.value, next))
}

/// "half a million", "half of", "a quarter million", "a third of".
fn half(line: &Line, i: usize) -> Option<Numeral> {
    let (_, at) = line.sense(i, Class::A).unzip();
    let article = at.is_some();
    let at = at.unwrap_or(i);
    let (sense, mut next) = line.sense(at, Class::Fraction)?;
    let mut value = 1.0 / sense.value;
    if line.has(next, Class::A) && line.has(next + 1, Class::Scale) {
        next += 1;
    }
    if let Some((scale, behind)) = line.sense(next, Class::Scale) {
        value *= scale.value;
        return Some(Numeral { value: Some(value), end: behind, words: true, plain: false, scaled: true });
    }
    // "die Hälfte der Wähler"
    let of = line.has(next, Class::Of)
        || line.speaks("de") && line.has(next, Class::The) && line.like(at, "hälfte");
    // "half of them", "a third of"; "the third of May" has no "a".
    // "a half", "a hundredth" where the clause ends; "a third" there is a third one.
    let alone = article && line.at_end(next) && (sense.value == 2.0 || sense.value >= 100.0);
    // "half a percent"
    let percent = sense.value == 2.0 && line.has(next, Class::A) && line.has(next + 1, Class::Percent);
    // "more than half voted", "nearly half", "casi la mitad"
    let led = i - usize::from(!line.english && i > 0 && line.has(i - 1, Class::The));
    let hedged = sense.value == 2.0 && line.before(led, Class::Hedge).is_some();
    let hedged = hedged && !line.has(next, Class::A) && !line.dash(next);
    // "la tercera parte de los votos"; that of a film is its third part.
    let part = line.like(next - 1, "parte")
        && (line.like(next, "dos das dei degli delle") || line.like(next + 1, "los las sus"));
    ((sense.value == 2.0 || article || part) && (of || part) || alone || hedged || percent)
        .then_some(Numeral { value: Some(value), end: next, words: true, plain: false, scaled: false })
}
