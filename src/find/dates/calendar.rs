//! The calendar: points in time of any precision, counting on it, and how they are written (ISO 8601, EDTF).

use std::fmt::Write;

/// A clock time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// 0 to 23; 24 is midnight at the end of a day.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: Option<u8>,
    /// Minutes east of Greenwich.
    pub zone: Option<i16>,
    /// Morning or afternoon is known.
    pub sure: bool,
}

/// A point in time, as precise as the text has it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Astronomical: 1 BC is 0.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// 1 (Monday) to 7.
    pub weekday: Option<u8>,
    /// Time of day.
    pub clock: Option<Clock>,
    /// The hour at which the part of the day begins that the text names; tells 7 in the morning from 7 in the evening.
    pub part: Option<u8>,
    /// Counted from the day of publication.
    pub anchored: bool,
}

impl Point {
    /// A whole day.
    pub fn of_day(days: i64) -> Point {
        let (year, month, day) = civil(days);
        Point { year: Some(year), month: Some(month), day: Some(day), ..Point::default() }
    }

    /// The number of its day, when it is a whole date.
    pub fn days(&self) -> Option<i64> {
        Some(days(self.year?, self.month?, self.day?))
    }

    /// The first day that it can mean.
    pub fn first_day(&self) -> Option<i64> {
        Some(days(self.year?, self.month.unwrap_or(1), self.day.unwrap_or(1)))
    }

    /// False for 31 February and its like.
    pub fn exists(&self) -> bool {
        match (self.month, self.day) {
            (Some(month), Some(day)) => day >= 1 && day <= month_length(self.year.unwrap_or(2000), month),
            (None, Some(day)) => (1..=31).contains(&day),
            _ => true,
        }
    }

    /// ISO 8601, or EDTF where a part is unknown; none when nothing is known.
    pub fn iso(&self) -> Option<String> {
        let mut out = String::new();
        match (self.year, self.month, self.day, self.weekday) {
            (Some(year), month, day, _) => {
                put_year(&mut out, year);
                if let Some(month) = month {
                    let _ = write!(out, "-{month:02}");
                    if let Some(day) = day {
                        let _ = write!(out, "-{day:02}");
                    }
                }
            }
            (None, Some(month), Some(day), _) => {
                let _ = write!(out, "--{month:02}-{day:02}");
            }
            (None, Some(month), None, _) => {
                let _ = write!(out, "--{month:02}");
            }
            (None, None, Some(day), _) => {
                let _ = write!(out, "---{day:02}");
            }
            (None, None, None, Some(weekday)) => {
                let _ = write!(out, "XXXX-WXX-{weekday}");
            }
            (None, None, None, None) => {}
        }
        if let Some(clock) = self.clock {
            if !out.is_empty() {
                out.push('T');
            }
            let _ = write!(out, "{:02}:{:02}", clock.hour, clock.minute);
            if let Some(second) = clock.second {
                let _ = write!(out, ":{second:02}");
            }
            match clock.zone {
                Some(0) => out.push('Z'),
                Some(zone) => {
                    let sign = if zone < 0 { '-' } else { '+' };
                    let _ =
                        write!(out, "{sign}{:02}:{:02}", zone.unsigned_abs() / 60, zone.unsigned_abs() % 60);
                }
                None => {}
            }
        }
        (!out.is_empty()).then_some(out)
    }
}

fn put_year(out: &mut String, year: i32) {
    let _ = match year {
        0..=9999 => write!(out, "{year:04}"),
        -9999..=-1 => write!(out, "-{:04}", -year),
        _ => write!(out, "Y{year}"),
    };
}

/// Days since 1970-01-01 of a date of the Gregorian calendar, also before its time.
pub fn days(year: i32, month: u8, day: u8) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let shifted = (i64::from(month) + 9) % 12;
    let of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of a day number.
pub fn civil(days: i64) -> (i32, u8, u8) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = (of_year - (153 * shifted + 2) / 5 + 1) as u8;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 } as u8;
    ((year + era * 400 + i64::from(month <= 2)) as i32, month, day)
}

/// 1 (Monday) to 7 of a day number.
pub fn weekday(days: i64) -> u8 {
    ((days + 3).rem_euclid(7) + 1) as u8
}

/// Days of a month; 0 for no month.
pub fn month_length(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

/// `year` and `month` moved by `n` months.
pub fn add_months(year: i32, month: u8, n: i32) -> (i32, u8) {
    let all = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(n);
    (all.div_euclid(12) as i32, (all.rem_euclid(12) + 1) as u8)
}

/// The day number of Easter Sunday (Meeus, Jones, Butcher).
pub fn easter(year: i32) -> i64 {
    let a = year.rem_euclid(19);
    let b = year.div_euclid(100);
    let c = year.rem_euclid(100);
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4).rem_euclid(7);
    let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    days(year, (f / 31) as u8, (f % 31 + 1) as u8)
}

/// The `n`-th `weekday` of a month.
pub fn nth_weekday(year: i32, month: u8, wanted: u8, n: i64) -> i64 {
    let first = days(year, month, 1);
    first + (i64::from(wanted) - i64::from(weekday(first))).rem_euclid(7) + (n - 1) * 7
}

/// The day and time of publication.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    /// Day number.
    pub day: i64,
    /// Its date.
    pub date: (i32, u8, u8),
    /// Seconds into the day, where the publication date has a time.
    pub seconds: Option<i64>,
}

impl Anchor {
    /// Reads `YYYY-MM-DD`, with or without a time behind it; none for what is no date.
    pub fn read(published: &str) -> Option<Anchor> {
        let number = |from: usize, to: usize| -> Option<u32> {
            let piece = published.get(from..to)?;
            piece.bytes().all(|it| it.is_ascii_digit()).then(|| piece.parse().ok())?
        };
        let year = number(0, 4)? as i32;
        let (month, day) = (number(5, 7)? as u8, number(8, 10)? as u8);
        if day == 0 || day > month_length(year, month) || published.get(4..5) != Some("-") {
            return None;
        }
        let seconds = match (number(11, 13), number(14, 16)) {
            (Some(hour), Some(minute)) if hour < 25 && minute < 60 => {
                let second = number(17, 19).unwrap_or(0).min(59);
                Some(i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second))
            }
            _ => None,
        };
        Some(Anchor { day: days(year, month, day), date: (year, month, day), seconds })
    }

    /// The anchor's own day.
    pub fn today(&self) -> Point {
        Point { anchored: true, ..Point::of_day(self.day) }
    }
}
