//! Dates: calendar dates, clock times, ranges, durations and sets.
//!
//! A block is cut into a `Line`; where a lexeme could begin a date, the rules are asked in order and the
//! longest answer wins (the first of equals). Neighbours are then joined (`compose`), and what the text
//! leaves out is filled in from the day of publication or from the text's own last date. What
//! cannot be known stays unknown: "Tuesday" without a publication date is `XXXX-WXX-2`.
//!
//! What this does not do: it reads no tense beyond what a weekday needs, and it does not say how vague "about
//! 1850" is.

mod absolute;
pub mod calendar;
mod clocks;
mod compose;
mod holidays;
mod lengths;
mod numeric;
mod parts;
mod periods;
mod relative;
mod rules;
mod within;
mod years;

use super::line::{Line, Shape, any};
use crate::lexicon::{Few, table::Class};
use crate::order;
use crate::text::Span;
use calendar::{Anchor, Clock, Point};
use parts::{Length, Unit};
use std::fmt::Write;

/// A date or time that the text names.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// Where.
    pub span: Span,
    /// What kind.
    pub kind: DateKind,
    /// ISO 8601 or EDTF; none where nothing is known.
    pub value: Option<String>,
    /// True when the value was counted from the article's own date.
    pub anchored: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// A day, month, year or season.
    Date,
    /// A time of day.
    Time,
    /// Both.
    DateTime,
    /// From one date to another.
    Range,
    /// How long.
    Duration,
    /// Again and again: "every Monday".
    Set,
}

/// What a rule read.
#[derive(Clone, Copy, Debug)]
enum Value {
    Point(Point),
    Range(Point, Point),
    Length(Length),
    /// An ISO 8601 period.
    Period(&'static str),
    /// A part of the day; the hour it begins.
    Part(u8),
    /// A week by its number, of nobody knows which year.
    Week(u8),
    /// Every such weekday, at a time if one is told.
    Weekly(u8, Option<Clock>),
    /// Again behind each such length, at a time of day.
    Repeated(Length, Clock),
    Unknown,
}

/// A finding before it is resolved; places are lexemes of its line.
#[derive(Clone, Copy, Debug)]
struct Raw {
    from: usize,
    end: usize,
    value: Value,
    kind: DateKind,
    rule: &'static str,
    /// Counts only when it is joined to something.
    weak: bool,
}

/// What the rules see.
struct Scene<'a, 't> {
    line: &'a Line<'t>,
    anchor: Option<Anchor>,
    /// The last date that the text told, this block included.
    last: Option<Point>,
    /// A date was found before in this document.
    started: bool,
    /// This block told one: the lexeme behind it, and whether it named its year and month.
    here: Option<(usize, bool)>,
    /// The text counts from its own day: it named a weekday or its own year, or said "yesterday".
    news: bool,
}

impl Scene<'_, '_> {
    /// The moment of publication, as precise as `length` needs it.
    fn now(&self, length: &Length) -> Option<Point> {
        let anchor = self.anchor?;
        let today = anchor.today();
        if !length.parts[length.n.max(1) - 1].1.of_day() {
            return Some(today);
        }
        let seconds = anchor.seconds?;
        let clock = Clock {
            hour: (seconds / 3600) as u8,
            minute: (seconds / 60 % 60) as u8,
            second: (seconds % 60 != 0).then_some((seconds % 60) as u8),
            zone: None,
            sure: true,
        };
        Some(Point { clock: Some(clock), ..today })
    }

    /// What "two years later" counts from: the story's last date; before any, the publication.
    fn story_now(&self, length: &Length) -> Option<Point> {
        if self.started {
            // "Two days later" behind a mere 2001 is nobody knows when.
            let unit = length.parts[length.n.max(1) - 1].1;
            return self.last.filter(|it| match unit.kind {
                b'Y' => it.year.is_some(),
                b'O' => it.month.is_some(),
                _ => it.day.is_some() && !unit.of_day(),
            });
        }
        self.now(length)
    }

    /// The date beside which one stands in a row: "on Jan. 4, Jan. 11 and Feb. 2", or in the lines of a list, "Nov. 12 – Boston".
    fn row(&self, i: usize) -> Option<(i64, i32)> {
        let start = self.line.lexemes[i].start as usize;
        let opens = i == 0 || self.line.text.as_bytes()[start - 1] == b'\n';
        let near = self.here.is_some_and(|it| it.0 < i && i < it.0 + 3);
        let last = self.last.filter(|it| it.anchored && (opens || near))?;
        Some((last.days()?, last.year?))
    }

    /// The year that the story told counts for a month or day at `i` that has none.
    ///
    /// In a biography that of the paragraph does, or of an exact date before it. News counts from its own day: "The candidate of
    /// 2012 was there. In June she left" is this June. There counts what the sentence told, or an exact date of the paragraph.
    fn year_told(&self, i: usize, last: Point) -> bool {
        let line = self.line;
        // "Mr. Obama" ends no sentence.
        let name = |at: usize| line.word(at).len() < 3 || line.like(at, "mrs gov sen rep gen col rev");
        let stop = |at: usize| {
            at > 0
                && (line.mark(at, b'.') && !name(at - 1) || line.mark(at, b'?'))
                && (!line.glued(at + 1) || line.is(at + 1, Shape::Mark))
        };
        // "that July"
        if i > 0 && line.like(i - 1, "that") {
            return true;
        }
        match self.here {
            Some((at, exact)) if self.news => exact || !(at..i).any(stop),
            Some(_) => true,
            None => last.month.is_some() && !self.news,
        }
    }

    /// No line break stands between two lexemes.
    fn same_line(&self, a: usize, b: usize) -> bool {
        let end = self.line.lexemes.get(a.max(1) - 1).map_or(0, |it| it.end as usize);
        let start = self.line.lexemes.get(b).map_or(end, |it| it.start as usize);
        start < end || !self.line.text[end..start].contains("\n\n")
    }

    /// The sentence tells of what was: "he died in May", "In May two officers were hurt"; not "put off to May", "says that
    /// the vote in May".
    fn past(&self, i: usize) -> bool {
        let line = self.line;
        // "The two met back in May", "dating as far back as June"
        if self.since(i) || i > 1 && line.word(i - 2) == "back" && line.like(i - 1, "in as") {
            return true;
        }
        if self.future(i) {
            return false;
        }
        let told =
            |at: usize| told(line, at) || line.sense(at, Class::Future).is_some_and(|it| it.0.value < 0.0);
        for at in (i.saturating_sub(12)..i).rev() {
            if line.mark(at, b'.') && !line.glued(at + 1) {
                break;
            }
            if told(at) {
                return at + 6 > i || !line.like(at, "said told");
            }
            if line.like(at, "to for until till by is are has have plans") {
                return false;
            }
        }
        // What leads its sentence: "In June, several officers", "But in June"
        let comma = i + 1 + usize::from(line.mark(i + 1, b','));
        let before = i.saturating_sub(2 + usize::from(i > 2 && line.like(i - 2, "and but")));
        let opens = i < 2 || before == 0 || line.mark(before, b'.');
        let stop = |at: usize| at >= line.len() || line.mark(at, b'.') || ahead(line, at);
        let mut behind = (comma..comma + 15).take_while(|&at| !stop(at));
        opens && behind.any(|at| told(at) && !line.like(at, "said told"))
    }

    /// "until Monday", "ahead of Tuesday's vote", "before the November election": a bound, on whichever side of today.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn bound(&self, i: usize, words: &str) -> bool {
        let line = self.line;
        let at = i - usize::from(i > 0 && line.like(i - 1, "the"));
        // What leads its sentence is told: "By Friday she had won."
        line.english
            && at > 1
            && !line.upper(at - 1)
            && (line.like(at - 1, words)
                || line.like(at - 1, "of") && line.like(at - 2, "ahead")
                || line.like(at, "before"))
    }

    /// "They will meet a team unbeaten since 12 March."
    fn since(&self, i: usize) -> bool {
        (i.max(2) - 2..=i).any(|it| self.line.like(it, "since seit depuis sinds"))
    }

    /// The sentence looks ahead: "will", "is scheduled to" near lexeme `i`.
    fn future(&self, i: usize) -> bool {
        let line = self.line;
        if self.since(i) {
            return false;
        }
        // Backwards to the start of the sentence, then a little forward.
        let mut at = i;
        for _ in 0..24 {
            if at == 0 {
                break;
            }
            at -= 1;
            if line.mark(at, b'.') && !line.glued(at + 1) && line.upper(at + 1) {
                break;
            }
            if ahead(line, at) || at + 2 >= i && scheduled(line, at) {
                return true;
            }
            // "said Monday", "confirmed on Friday": the nearest verb is past.
            // "told the press on Friday"
            if at + 2 >= i && told(line, at) || at + 5 >= i && line.word(at) == "told" {
                return false;
            }
        }
        for at in i + 1..(i + 12).min(line.len()) {
            if line.mark(at, b'.') || line.mark(at, b',') || line.mark(at, b';') {
                break;
            }
            if ahead(line, at) {
                return true;
            }
            if told(line, at) {
                return false;
            }
        }
        false
    }
}

/// "will", "is scheduled", "is to be sworn in"; "votera", "votará", "voterà": a word that looks ahead.
fn ahead(line: &Line, at: usize) -> bool {
    const ENDINGS: &[(&str, &str)] = &[
        ("fr", "era eront ira iront dra dront"),
        ("es", "rá rán ré remos"),
        ("it", "rà ranno"),
        ("pt", "rá arão erão arei erei irei"),
    ];
    let word = line.word(at);
    // "por la mañana", "am Morgen" are a part of the day.
    let noun = at > 0
        && line.has(at, Class::Day)
        && (any!(line, at - 1, The, This) || line.speaks("de") && line.upper(at) && !line.at_end(at - 1));
    // "due to a storm", but "due to open"
    let owed = word == "due" && line.has(at + 2, Class::A);
    line.sense(at, Class::Future).is_some_and(|it| it.0.value >= 0.0) && !noun && !owed
        || word == "be" && at > 0 && line.word(at - 1) == "to"
        || !line.english
            && line.is(at, Shape::Word)
            && !line.upper(at)
            && !line.has(at, Class::Season)
            && ENDINGS.iter().any(|it| line.speaks(it.0) && it.1.split(' ').any(|it| word.ends_with(it)))
}

/// "My exams start on Monday", "the fair opens Friday", "the deadline is Friday": the present tense of what is planned, right before its day.
fn scheduled(line: &Line, at: usize) -> bool {
    const VERBS: &[&str] = &["start", "begin", "open", "close", "end", "meet", "arrive", "leave", "vote"];
    let word = line.word(at);
    let one = word.strip_suffix('s').is_some_and(|it| VERBS.contains(&it));
    // "at the start on Monday" has a noun.
    let many = VERBS.contains(&word) && at > 0 && line.word(at - 1).ends_with('s');
    let is = line.like(at, "is are") && any!(line, at + 1, Weekday, On);
    line.english && (one || many || is)
}

/// An English verb of the past; not the "held" of "to be held on Monday".
fn told(line: &Line, at: usize) -> bool {
    const IRREGULAR: Few = Few::new(
        "said told was were had did met held began came went took made saw won lost fell rose became left broke gave got ran sent spent sat stood spoke died found wrote struck shot grew paid fled drew",
    );
    const NONE: &str = "scheduled planned expected hundred indeed";
    let word = line.word(at);
    let regular =
        || word.len() > 4 && word.ends_with("ed") && line.is(at, Shape::Word) && !line.like(at, NONE);
    line.english && (IRREGULAR.has_folded(word) || regular()) && line.word(at.max(1) - 1) != "be"
}

/// Finds the dates of one document, line by line.
pub struct Finder {
    anchor: Option<Anchor>,
    last: Option<Point>,
    started: bool,
    news: bool,
    raws: Vec<Raw>,
}

impl Finder {
    /// A finder for an article published then.
    pub fn new(published: Option<&str>) -> Finder {
        let anchor = published.and_then(Anchor::read);
        Finder { anchor, last: None, started: false, news: false, raws: Vec::new() }
    }

    /// Appends the dates of a line to `dates`, in order, disjoint.
    pub fn find(&mut self, line: &Line, dates: &mut Vec<Date>) {
        let mut raws = std::mem::take(&mut self.raws);
        raws.clear();
        let mut scene = Scene {
            line,
            anchor: self.anchor,
            last: self.last,
            started: self.started,
            here: None,
            news: self.news,
        };
        let mut i = 0;
        let mut free = 0; // lexemes before it are taken
        while i < line.len() {
            let kinds = rules::kinds(line, i);
            if kinds == 0 {
                i += 1;
                continue;
            }
            // "cette nuit-là" is not the one that runs.
            let there = |it: &Raw| line.dash(it.end) && line.word(it.end + 1) == "là";
            let Some(found) = rules::best(&scene, i, kinds, free).filter(|it| !there(it)) else {
                i += 1;
                continue;
            };
            (i, free) = (found.end, found.end);
            remember(&mut scene, &found);
            raws.push(found);
        }
        compose::join(&scene, &mut raws);
        self.news = scene.news;
        let told = (scene.last, scene.started);
        // "In October he left, …, the job that he had had since 2013": what comes later tells no year.
        (scene.last, scene.here) = (self.last, None);
        for raw in &raws {
            dates.push(resolve(&scene, raw));
            remember(&mut scene, raw);
        }
        (self.last, self.started) = told;
        self.raws = raws;
    }
}

/// Keeps a date as what the next ones may count from.
fn remember(scene: &mut Scene, raw: &Raw) {
    if let Value::Point(point) | Value::Range(point, _) = raw.value {
        scene.news |= point.anchored || point.weekday.is_some();
    }
    if let Value::Point(point) | Value::Range(_, point) = raw.value
        && (point.year.is_some()
            || point.month.is_some()
            || point.weekday.is_some() && scene.anchor.is_some())
        && !raw.weak
        // "The law of after 9/11 ends in January."
        && raw.rule != "famous_day"
        && (matches!(raw.value, Value::Point(_))
            || matches!(raw.rule, "range" | "dash_range" | "nth_quarter" | "year_quarter")
            || raw.rule == "season" && point.year.is_some())
    {
        let exact = point.year.is_some() && point.month.is_some();
        let point = if point.year.is_some() { point } else { fill(scene, raw, point) };
        scene.news |= point.anchored;
        if point.year.is_some() && point.exists() {
            (scene.last, scene.here) = (Some(Point { clock: None, ..point }), Some((raw.end, exact)));
        } else if scene.news {
            // "The next day" counts from no older one.
            (scene.last, scene.here) = (None, None);
        }
        scene.started = true;
    }
}

/// Fills in what the text leaves out of a point.
fn fill(scene: &Scene, raw: &Raw, mut point: Point) -> Point {
    let Some(anchor) = scene.anchor else {
        // Without a day of publication the story's own year may still tell; not what "last July" is, nor what is to come,
        // and a bare 1991 nothing of another paragraph.
        if point.year.is_none()
            && point.month.is_some()
            && let Some(last) = scene.last.filter(|it| !it.anchored)
            && scene.year_told(raw.from, last)
            && raw.rule != "shifted_month"
            && (last.day.is_some() || !scene.future(raw.from))
        {
            point.year = last.year;
        }
        return point;
    };
    let (year, month, _) = anchor.date;
    match (point.year, point.month, point.day, point.weekday) {
        (None, Some(wanted), day, weekday) => {
            // A story that named its year stays in it; news counts from its own day. "The shooting in 1999" of another
            // paragraph tells no such year, and what is still to come is not of then.
            if let Some(last) = scene.last
                && let Some(told) = last.year.filter(|it| *it != year)
                && !last.anchored
                && scene.year_told(raw.from, last)
                // "Tuesday 10 March" is none of a year whose 10 March is a Wednesday.
                && point.weekday.zip(day).is_none_or(|(it, day)| calendar::weekday(calendar::days(told, wanted, day)) == it)
                && !scene.future(raw.from)
                // "It will have paid for itself in 2040. The vote is on 18 March."
                && (told < year || last.month.is_some())
                // "They said in October 2024 that they would end it in June."
                && !(told + 1 == year && last.month.is_some_and(|it| wanted < it))
            {
                point.year = Some(told);
                return point;
            }
            let day = day.unwrap_or(15);
            let row = scene.row(raw.from);
            let (beside, of) = row.unwrap_or((anchor.day, year));
            let mut near = [of, of - 1, of + 1].map(|it| {
                (calendar::days(it, wanted, day.min(calendar::month_length(it, wanted).max(1))), it)
            });
            order::by_key(&mut near, |(it, _)| (*it - beside).abs());
            let mut chosen = near[0].1;
            // News that told of exact dates of another year: a month far from today is of either.
            let other = |it: Point| !it.anchored && it.month.is_some() && it.year.is_some_and(|it| it < year);
            if scene.news
                && !matches!(scene.here, Some((_, true)))
                && scene.last.is_some_and(other)
                && (near[0].0 - anchor.day).abs() > 60
                && weekday.is_none()
            {
                return point;
            }
            if let Some(weekday) = weekday
                && let Some((_, fitting)) = near.iter().find(|(it, _)| calendar::weekday(*it) == weekday)
            {
                chosen = *fitting;
            } else if row.is_some() {
                // What stands in a row is near its neighbor.
            } else if scene.future(raw.from)
                && let Some((_, ahead)) =
                    near.iter().filter(|(it, _)| *it >= anchor.day).min_by_key(|it| it.0)
                && (near[0].0 - anchor.day).abs() > 45
            {
                chosen = *ahead;
            } else if near[0].0 + 100 < anchor.day
                && scene.bound(raw.from, "before into")
                && !scene.past(raw.from)
            {
                chosen += 1;
            } else if near[0].0 > anchor.day + 14 && scene.past(raw.from) {
                // "It was signed in September", told in April: the last one, though the next is nearer.
                chosen -= 1;
            }
            point.year = Some(chosen);
            point.anchored = true;
        }
        (None, None, Some(day), _) => {
            // "It closes on 24 December and reopens on the 27th."
            let near = |it: &Point| scene.here.is_some() && it.year.is_some_and(|it| (it - year).abs() < 2);
            let told = scene.last.filter(near).and_then(|it| Some((it.year?, it.month?)));
            let (mut y, mut m) = told.unwrap_or((year, month));
            let fits = |y: i32, m: u8| {
                day <= calendar::month_length(y, m)
                    && point.weekday.is_none_or(|it| calendar::weekday(calendar::days(y, m, day)) == it)
            };
            if !fits(y, m) {
                let found = [-1, 1, -2, 2]
                    .into_iter()
                    .map(|it| calendar::add_months(year, month, it))
                    .find(|&(y, m)| fits(y, m));
                let Some(found) = found else { return point };
                (y, m) = found;
            }
            (point.year, point.month, point.anchored) = (Some(y), Some(m), true);
        }
        (None, None, None, Some(weekday)) => {
            let now = i64::from(calendar::weekday(anchor.day));
            let wanted = i64::from(weekday);
            let ahead = (wanted - now).rem_euclid(7);
            // Who has "until Friday" has days left; "ahead of Tuesday's vote" is the nearest.
            let left = if scene.line.like(raw.from.max(1) - 1, "until till") { 5 } else { 3 };
            let day = if scene.future(raw.from)
                || ahead <= left
                    && (scene.bound(raw.from, "until till before into")
                        || scene.bound(raw.from, "through by") && !scene.past(raw.from - 1))
            {
                anchor.day + ahead
            } else {
                anchor.day - (now - wanted).rem_euclid(7)
            };
            let found = Point::of_day(day);
            point = Point { clock: point.clock, weekday: point.weekday, anchored: true, ..found };
        }
        _ => {}
    }
    point.part = None;
    point
}

/// The finding as it is told.
fn resolve(scene: &Scene, raw: &Raw) -> Date {
    let line = scene.line;
    let span = Span::new(line.lexemes[raw.from].start as usize, line.lexemes[raw.end - 1].end as usize);
    let mut anchored = false;
    let mut tell = |point: Point| {
        let full = fill(scene, raw, point);
        if !full.exists() {
            return None;
        }
        anchored |= full.anchored;
        full.iso()
    };
    let value = match raw.value {
        Value::Point(point) => tell(point),
        Value::Range(mut first, mut last) => {
            // "in the summer" may be any: a season is not given a year that the text does not name, nor opening hours a day.
            if raw.rule == "season" && first.year.is_none() || raw.kind == DateKind::Set {
                let value = first.iso().zip(last.iso()).map(|(first, last)| format!("{first}/{last}"));
                return Date { span, kind: raw.kind, value, anchored, rule: raw.rule };
            }
            // "between Friday and Saturday" said on a Friday, "next Thursday to Saturday": one stretch of days.
            if last.day.is_none()
                && let Some(weekday) = last.weekday.filter(|_| first.weekday.is_some())
            {
                let bare = first.day.is_none() && !scene.future(raw.from);
                (first, last) = (fill(scene, raw, first), fill(scene, raw, last));
                if let Some((from, _)) = first.days().zip(last.days()).filter(|(from, to)| to < from) {
                    if bare {
                        first = Point { clock: first.clock, anchored: true, ..Point::of_day(from - 7) };
                    } else {
                        let ahead = (i64::from(weekday) - i64::from(calendar::weekday(from))).rem_euclid(7);
                        last = Point { clock: last.clock, anchored: true, ..Point::of_day(from + ahead) };
                    }
                }
            }
            if first.year.is_none() && last.year.is_none() && first.month.is_some() && last.month.is_some() {
                last = fill(scene, raw, last);
                first.year = last.year.map(|it| if first.month > last.month { it - 1 } else { it });
                first.anchored = last.anchored;
            }
            // Years and months become their first and last days: an interval of ISO 8601 leaves no doubt whether
            // its end is meant whole. Seasons stay in months, which is as precise as they are.
            if raw.rule != "season" && first.clock.is_none() && last.clock.is_none() {
                if first.year.is_some() && first.day.is_none() {
                    (first.month, first.day) = (first.month.or(Some(1)), Some(1));
                }
                if let Some(year) = last.year
                    && last.day.is_none()
                {
                    let month = last.month.unwrap_or(12);
                    (last.month, last.day) = (Some(month), Some(calendar::month_length(year, month)));
                }
            }
            match (tell(first), tell(last)) {
                (Some(first), Some(last)) => Some(format!("{first}/{last}")),
                // "2013 – present" without a day of publication: an open interval of EDTF.
                (Some(first), None) if last == Point::default() => Some(format!("{first}/..")),
                _ => None,
            }
        }
        Value::Length(length) => period(&length),
        Value::Week(week) => Some(format!("XXXX-W{week:02}")),
        Value::Period(name) => Some(name.to_string()),
        Value::Weekly(weekday, clock) => Point { weekday: Some(weekday), clock, ..Point::default() }.iso(),
        // A repeating interval of ISO 8601.
        Value::Repeated(length, clock) => {
            let time = Point { clock: Some(clock), ..Point::default() }.iso();
            time.zip(period(&length)).map(|(time, length)| format!("R/T{time}/{length}"))
        }
        Value::Unknown | Value::Part(_) => None,
    };
    Date { span, kind: raw.kind, value, anchored, rule: raw.rule }
}

/// A length as an ISO 8601 period; none when an amount is unknown.
fn period(length: &Length) -> Option<String> {
    let mut out = String::from("P");
    let mut timed = false;
    for (amount, Unit { factor, kind }) in &length.parts[..length.n] {
        let amount = (*amount)? * f64::from(*factor);
        if *kind == b'E' || !(0.0..1e9).contains(&amount) {
            return None;
        }
        let of_day = matches!(kind, b'S' | b'M' | b'H');
        if of_day && !timed {
            out.push('T');
            timed = true;
        }
        let letter = if *kind == b'O' { 'M' } else { *kind as char };
        // Not `{amount}`: to write a float in general costs 6 kB of the download. Thousandths are enough.
        let thousandths = (amount * 1000.0).round() as u64;
        let (whole, rest) = (thousandths / 1000, thousandths % 1000);
        let _ = write!(out, "{whole}");
        if rest > 0 {
            out.push_str(format!(".{rest:03}").trim_end_matches('0'));
        }
        out.push(letter);
    }
    Some(out)
}
