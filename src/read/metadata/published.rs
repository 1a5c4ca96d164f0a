//! Dates of publication, as pages write them, to ISO 8601.

use crate::lexicon::among;
use crate::read::hints::Hints;

/// `text` as an ISO 8601 date, with the time and its distance from UTC where they are told; none when no full
/// date is in it.
///
/// Takes what `meta` and `time` hold (`2019-11-18T08:20:00-0500`) and what people read ("Updated 3:04 PM EST,
/// Mon December 1, 2025", "1. März 2020", "18/11/2019").
pub fn iso(text: &str, day_first: bool) -> Option<String> {
    let text = text.trim();
    let head = cut(text, 120);
    from_iso(head).or_else(|| from_words(head, day_first))
}

/// A date that the page shows its readers.
pub struct Shown {
    pub iso: String,
    /// It stands right under the headline, and says nothing of an update.
    pub sure: bool,
}

/// The date among what the page says of itself, what it shows, and its address.
///
/// Readers go by what they see, and "yesterday" in the article is told from that day: where the page plainly shows
/// another day than its markup holds, or markup of Greenwich is off by the night between, the shown one counts.
pub fn settle(said: Option<String>, shown: Option<Shown>, in_url: Option<String>) -> Option<String> {
    let Some(said) = said else { return shown.map(|it| it.iso).or(in_url) };
    let is_utc = said.ends_with('Z') || said.ends_with("+00:00");
    let apart = |it: &str| Some(day_number(it)?.abs_diff(day_number(&said)?));
    if let Some(shown) = shown {
        return Some(match apart(&shown.iso) {
            Some(1) if is_utc => shown.iso,
            Some(2..) if shown.sure => shown.iso,
            _ => said,
        });
    }
    in_url.filter(|it| is_utc && apart(it) == Some(1)).or(Some(said))
}

/// Where the name of a month, short or long, begins in a word, and which it is: "LeeNovember" is two elements without a
/// blank between.
pub fn month_at(word: &str) -> Option<usize> {
    month_in(word).map(|it| it.0)
}

fn month_in(word: &str) -> Option<(usize, u32)> {
    let glued = |it: &(usize, char)| it.1.is_uppercase() && word[..it.0].ends_with(char::is_lowercase);
    let at = word.char_indices().rfind(glued).map_or(0, |it| it.0);
    let bare = word[at..].trim_end_matches('.').to_lowercase();
    let month = MONTHS.iter().position(|names| among(names, &bare))?;
    Some((at, month as u32 + 1))
}

/// True for two times of one day.
pub fn same_day(a: &str, b: &str) -> bool {
    a.get(..10).is_some_and(|it| Some(it) == b.get(..10))
}

/// Days since some day long ago.
fn day_number(iso: &str) -> Option<u32> {
    let (year, month, day) =
        (number(iso.get(..4)?, 4)?, number(iso.get(5..7)?, 2)?, number(iso.get(8..10)?, 2)?);
    // Years that begin in March end with the odd day.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
}

/// True when 12/3/2026 is in March here: anywhere but in America. Pages tell by their language or their address.
pub fn is_day_first(hints: Option<&Hints>, url: Option<&str>) -> bool {
    let page = hints.map(|it| &it.page);
    let locale = page.and_then(|it| it.metas.iter().find(|it| it.0 == "og:locale")).map(|it| it.1.as_str());
    let language = page.and_then(|it| it.language.as_deref());
    let of_tag = |it: &str| {
        let tag = it.replace('_', "-").to_lowercase();
        let region = ["-gb", "-au", "-nz", "-ie", "-in", "-za"].iter().any(|it| tag.ends_with(it));
        region || !tag.is_empty() && !tag.starts_with("en")
    };
    let host = url.and_then(|it| it.split("//").nth(1)).and_then(|it| it.split('/').next()).unwrap_or("");
    let at_home = [".uk", ".au", ".nz", ".ie", ".in", ".za"].iter().any(|it| host.ends_with(it));
    at_home || [locale, language].into_iter().flatten().any(of_tag)
}

/// The day in an address such as `/2019/11/18/…`, `/2019-11-18-how` or `/20191118/`.
pub fn in_url(url: &str) -> Option<String> {
    let path: Vec<&str> = url.split(|it: char| !it.is_ascii_alphanumeric()).collect();
    let in_parts = path.windows(3).find_map(|it| {
        let [year, month, day] = [number(it[0], 4)?, number(it[1], 2)?, number(it[2], 2)?];
        date(year, month, day)
    });
    let compact = |it: &&str| it.len() == 8 && it.starts_with("20");
    in_parts.or_else(|| path.iter().copied().filter(compact).find_map(from_iso))
}

/// The day that opens a paragraph: "29.11.2022 – The branch has …", "(21. November 2022) Users get …".
pub fn leading(paragraph: &str, day_first: bool) -> Option<String> {
    let text = paragraph.trim_start_matches('(');
    let end = text.find(['–', '—', ')', '|']).into_iter().chain(text.find(" - ")).min()?;
    let date = Some(&text[..end]).filter(|it| it.len() <= 24 && it.split_whitespace().count() <= 3)?;
    iso(date, day_first)
}

/// "November 2015", where no day is told.
pub fn month(line: &str) -> Option<String> {
    let (name, year) = line.trim().split_once(' ')?;
    let (_, month) = month_in(name)?;
    let year = number(year, 4).filter(|it| (1900..2100).contains(it))?;
    Some(format!("{year:04}-{month:02}"))
}

fn cut(text: &str, mut len: usize) -> &str {
    len = len.min(text.len());
    while !text.is_char_boundary(len) {
        len -= 1;
    }
    &text[..len]
}

fn number(digits: &str, len: usize) -> Option<u32> {
    (digits.len() == len && digits.bytes().all(|it| it.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

fn date(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let n_days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    // Before the web there were no pages; a date far ahead is a mistake.
    ((1..=n_days).contains(&day) && (1900..2100).contains(&year))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn from_iso(text: &str) -> Option<String> {
    let compact = text.len() >= 8 && text.bytes().take(8).all(|it| it.is_ascii_digit());
    let (day, rest) = if compact && !text[8..].starts_with(|it: char| it.is_ascii_digit()) {
        (date(number(&text[..4], 4)?, number(&text[4..6], 2)?, number(&text[6..8], 2)?)?, &text[8..])
    } else {
        let mut parts = text.splitn(3, ['-', '/', '.']);
        let year = number(parts.next()?, 4)?;
        let month = parts.next()?;
        let rest = parts.next()?;
        let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let small = |it: &str| number(it, it.len().min(2));
        (date(year, small(month)?, small(&rest[..n_digits])?)?, &rest[n_digits..])
    };
    let Some(clock) = rest.strip_prefix(['T', 't', ' ']) else { return Some(day) };
    Some(match iso_clock(clock.trim_start()) {
        Some(clock) => format!("{day}T{clock}"),
        None => day,
    })
}

/// `08:20:00.000-0500` as `08:20:00-05:00`.
fn iso_clock(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let two = |at: usize| number(text.get(at..at + 2)?, 2);
    let (hour, minute) = (two(0)?, two(3)?);
    if bytes[2] != b':' || hour > 23 || minute > 59 {
        return None;
    }
    let mut at = 5;
    let mut out = format!("{hour:02}:{minute:02}");
    if bytes.get(5) == Some(&b':')
        && let Some(second) = two(6).filter(|&it| it < 60)
    {
        out += &format!(":{second:02}");
        at = 8;
        if bytes.get(at) == Some(&b'.') {
            at += 1 + bytes[at + 1..].iter().take_while(|it| it.is_ascii_digit()).count();
        }
    }
    let zone = text[at..].trim_start();
    match zone.as_bytes() {
        [b'Z' | b'z', ..] => out.push('Z'),
        [sign @ (b'+' | b'-'), rest @ ..] => {
            let digits: Vec<u8> = rest.iter().copied().filter(u8::is_ascii_digit).take(4).collect();
            if let [a, b, c, d] = digits[..] {
                out.extend([*sign, a, b, b':', c, d].map(char::from));
            }
        }
        _ => {}
    }
    Some(out)
}

/// Month names in the languages of our lists, long and short.
const MONTHS: [&str; 12] = [
    "january januar jänner janvier enero janeiro gennaio jan ene",
    "february februar février fevrier febrero fevereiro febbraio feb févr",
    "march märz maerz mars marzo março mar mär mrz",
    "april avril abril aprile apr avr abr",
    "may mai mayo maio maggio",
    "june juni juin junio junho giugno jun",
    "july juli juillet julio julho luglio jul juil",
    "august août aout agosto aug ago",
    "september septembre septiembre setembro settembre sep sept",
    "october oktober octobre octubre outubro ottobre oct okt",
    "november novembre noviembre novembro nov",
    "december dezember décembre decembre diciembre dezembro dicembre dec dez déc dic",
];

/// Abbreviated zones that news sites write. Those of two meanings (IST, CST in China) take the one of the press.
const ZONES: &str = "\
    utc=Z gmt=Z est=-05:00 edt=-04:00 cst=-06:00 cdt=-05:00 \
    mst=-07:00 mdt=-06:00 pst=-08:00 pdt=-07:00 bst=+01:00 cet=+01:00 \
    cest=+02:00 mez=+01:00 mesz=+02:00";

/// A date written for people, anywhere in a short text.
fn from_words(text: &str, day_first: bool) -> Option<String> {
    let words: Vec<&str> = text
        .split(|it: char| {
            it.is_whitespace() || matches!(it, ',' | '|' | '(' | ')' | '[' | ']' | '·' | '•' | ';')
        })
        .filter(|it| !it.is_empty())
        .take(40)
        .collect();
    let lower: Vec<String> = words.iter().map(|it| it.to_lowercase()).collect();
    let day = |it: &str| {
        let bare = it.trim_end_matches(|it: char| !it.is_ascii_digit());
        let suffix = &it[bare.len()..];
        let plain = matches!(suffix, "" | "." | "st" | "nd" | "rd" | "th" | "er" | "º");
        number(bare, bare.len()).filter(|_| plain && bare.len() <= 2)
    };
    // "20236:01 PM": of a day and a time without a blank between.
    let year = |it: &str| number(it.get(..4)?, 4);
    let at = |idx: usize| lower.get(idx).map(String::as_str).unwrap_or("");
    let filler = |it: &str| matches!(it, "de" | "del" | "of" | "do");
    let mut found = None;
    for (idx, word) in words.iter().enumerate() {
        if let Some((_, month)) = month_in(word) {
            // December 1 2025
            found = day(at(idx + 1)).and_then(|day| date(year(at(idx + 2))?, month, day));
            // 1 December 2025, 1 de diciembre de 2025
            let before = if idx > 0 && filler(at(idx - 1)) { idx.checked_sub(2) } else { idx.checked_sub(1) };
            let after = if filler(at(idx + 1)) { idx + 2 } else { idx + 1 };
            found = found.or_else(|| date(year(at(after))?, month, day(at(before?))?));
        } else if at(idx).starts_with(|it: char| it.is_ascii_digit()) && at(idx).len() <= 10 {
            found = from_iso(at(idx)).or_else(|| from_digits(at(idx), day_first));
        }
        if found.is_some() {
            break;
        }
    }
    let day = found?;
    let clock = (0..lower.len()).find_map(|idx| clock(at(idx), at(idx + 1)));
    let zone =
        |it: &String| ZONES.split(' ').find_map(|zone| zone.strip_prefix(it.as_str())?.strip_prefix('='));
    let zone = lower.iter().find_map(zone);
    Some(match clock {
        Some(clock) => format!("{day}T{clock}{}", zone.unwrap_or("")),
        None => day,
    })
}

/// 1.12.2025 is day first; 12/1/2025 is month first in America, unless that makes no date.
fn from_digits(text: &str, day_first: bool) -> Option<String> {
    let mark = if text.contains('.') {
        '.'
    } else if text.contains('/') {
        '/'
    } else {
        '-'
    };
    let mut parts = text.trim_end_matches(['.', ',']).split(mark);
    let small = |it: &str| number(it, it.len().clamp(1, 2));
    let (a, b) = (small(parts.next()?)?, small(parts.next()?)?);
    let year = match parts.next()? {
        it if it.len() == 4 => number(it, 4)?,
        it if it.len() == 2 => 2000 + number(it, 2)?,
        _ => return None,
    };
    if mark == '/' && !day_first {
        date(year, a, b).or_else(|| date(year, b, a))
    } else {
        date(year, b, a).or_else(|| date(year, a, b))
    }
}

/// 3:04 PM, 15:04, 3:04pm.
fn clock(word: &str, next: &str) -> Option<String> {
    let (hour, rest) = word.split_once(':')?;
    let hour = number(hour, hour.len().clamp(1, 2))?;
    let minute = number(rest.get(..2)?, 2).filter(|&it| it < 60)?;
    let after = rest[2..].trim_start_matches(|it: char| it == ':' || it.is_ascii_digit());
    let half = if after.is_empty() { next } else { after };
    let hour = match half.replace('.', "").as_str() {
        "pm" if hour < 12 => hour + 12,
        "am" if hour == 12 => 0,
        _ => hour,
    };
    (hour < 24).then(|| format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_pages_write_them() {
        for (text, want) in [
            ("2019-11-18T08:20:00-0500", Some("2019-11-18T08:20:00-05:00")),
            ("2019-11-18T08:20:00.000Z", Some("2019-11-18T08:20:00Z")),
            ("2019-11-18", Some("2019-11-18")),
            ("20191118", Some("2019-11-18")),
            ("Updated 3:04 PM EST, Mon December 1, 2025", Some("2025-12-01T15:04-05:00")),
            ("Published: 1st December 2025", Some("2025-12-01")),
            ("1. März 2020, 9:30 Uhr", Some("2020-03-01T09:30")),
            ("1 de diciembre de 2025", Some("2025-12-01")),
            ("18.11.2019", Some("2019-11-18")),
            ("11/18/2019", Some("2019-11-18")),
            ("18/11/2019", Some("2019-11-18")),
            ("December 2025", None),
            ("2019-02-30", None),
            ("May the force be with you", None),
            ("Monday", None),
            ("", None),
        ] {
            assert_eq!(iso(text, false).as_deref(), want, "{text}");
        }
        assert_eq!(in_url("https://a.b/2019/11/18/how").as_deref(), Some("2019-11-18"));
        assert_eq!(in_url("https://a.b/2019/how"), None);
        assert_eq!(in_url("https://a.b/2019-11-18-how").as_deref(), Some("2019-11-18"));
        assert_eq!(in_url("https://a.b/20191118/how").as_deref(), Some("2019-11-18"));
        assert_eq!(iso("12/3/2026", true).as_deref(), Some("2026-03-12"));
        assert!(is_day_first(None, Some("https://www.paper.co.uk/a")));
        assert!(!is_day_first(None, Some("https://www.paper.com/uk/a")));
        assert_eq!(leading("29.11.2022 – It rained.", true).as_deref(), Some("2022-11-29"));
        assert_eq!(leading("(21. November 2022) It rained.", true).as_deref(), Some("2022-11-21"));
        assert_eq!(leading("1 March 2020 was wet – and cold.", true), None);
        assert_eq!(month("November 2015").as_deref(), Some("2015-11"));
        assert_eq!(month("March of 2015"), None);
    }

    #[test]
    fn what_is_said_and_what_is_shown() {
        let both = |said: &str, shown: &str, sure: bool| {
            settle(Some(said.into()), Some(Shown { iso: shown.into(), sure }), None).unwrap()
        };
        // The evening of the 18th in New York is the 19th in Greenwich.
        assert_eq!(both("2025-12-19T03:05:00Z", "2025-12-18", false), "2025-12-18");
        assert_eq!(both("2025-12-19T22:05:00-05:00", "2025-12-18", false), "2025-12-19T22:05:00-05:00");
        assert_eq!(both("2024-08-07T12:01:51Z", "2013-12-30", true), "2013-12-30");
        assert_eq!(both("2024-08-07T12:01:51Z", "2025-12-30", false), "2024-08-07T12:01:51Z");
        let in_url = settle(Some("2025-01-01T03:05:00Z".into()), None, Some("2024-12-31".into()));
        assert_eq!(in_url.as_deref(), Some("2024-12-31"));
    }
}
