//! Tables of words for dates and quantities: a word or phrase, what class it belongs to, and its value there.
//!
//! A table file has one sense a line: class, value, words, parted by tabs. The words are parted by
//! blanks; `_` stands for the blank inside a phrase (`square_meters`); `#` starts a comment. A word may
//! stand in many lines ("second" is an ordinal and a unit of time): the rules choose among its senses.

use super::{ByLanguage, Few, eq_folded, hash_folded, list};
use crate::decimal;
use crate::order;
use crate::supplement::late_text;

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal,)*) => {
        /// What a word can be for the rules of dates and quantities.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $class,)* }

        impl Class {
            /// The class that a table file calls `name`.
            fn named(name: &str) -> Option<Class> {
                match name { $($name => Some(Class::$class),)* _ => None }
            }

            /// Its bit in a set of classes.
            pub const fn bit(self) -> u64 { 1 << self as u8 }
        }
    };
}

classes! {
    // What a date may begin with stands first: these are half a word of bits (`find/dates.rs`).
    /// 1 to 12; the name is `?` where the word is mostly something else ("may", "march").
    Month = "month",
    /// 1 (Monday) to 7; `?` as above ("sun", "sat"), `*` for what comes again ("mondays").
    Weekday = "weekday",
    /// First month of a season of the northern half.
    Season = "season",
    /// 0 to 99.
    Cardinal = "cardinal",
    /// 100, 1000, …
    Scale = "scale",
    /// 200 to 900 in one word: doscientos.
    Hundred = "hundred",
    /// A word made of several numbers: zweiundzwanzig. No table lists it.
    Compound = "compound",
    /// 1, 2, …
    Ordinal = "ordinal",
    /// One half, one third: the value is the share.
    Fraction = "fraction",
    /// A unit of time: an ISO 8601 designator after its factor (`W`, `2W`, `10Y`, `TH`).
    Unit = "unit",
    /// today is 0, tomorrow 1.
    Day = "day",
    /// A part of a day; the value is the hour it begins.
    Part = "part",
    /// Tonight, last night: a part of a day that also says which day.
    Night = "night",
    /// this, current.
    This = "this",
    /// last, past.
    Last = "last",
    /// next, coming.
    Next = "next",
    /// -1 before, 1 after the common era.
    Era = "era",
    /// every, each.
    Every = "every",
    /// daily: an ISO 8601 period.
    Often = "often",
    /// A feast; `MM-DD` or a name the calendar knows.
    Holiday = "holiday",
    /// noon is 12, midnight 0.
    Noon = "noon",
    /// a, an.
    A = "a",
    /// a few, several.
    Few = "few",
    /// early, mid, late.
    Edge = "edge",
    /// Q1 to Q4 or H1 and H2: the number of months, times 10, plus the number.
    Quarter = "quarter",
    /// The word before a year ("year", "anno") or a week.
    YearWord = "year_word",
    /// A word such as "siglo" before the number of a century or "años" before that of a decade.
    Era10 = "decade_before",
    /// The word before the number of a century.
    Era100 = "century_before",
    // The others.
    /// Letters that stand for a scale behind figures only: k, bn.
    ScaleSign = "scale_sign",
    /// Letters behind figures that make an ordinal: st, nd, º.
    OrdinalSign = "ordinal_sign",
    /// Letters that stand for a unit of time behind figures only.
    UnitSign = "unit_sign",
    /// after "three years": ago.
    Ago = "ago",
    /// Before "three years" in some languages: hace, il y a, vor.
    AgoBefore = "ago_before",
    /// after "three years": later, from now.
    Later = "later",
    /// am is 0, pm is 12.
    Meridiem = "meridiem",
    /// A time zone: minutes east.
    Zone = "zone",
    /// o'clock, Uhr.
    Clock = "clock",
    /// in.
    In = "in",
    /// on.
    On = "on",
    /// at.
    At = "at",
    /// from.
    From = "from",
    /// to, until, through.
    To = "to",
    /// between.
    Between = "between",
    /// and.
    And = "and",
    /// of.
    Of = "of",
    /// the.
    The = "the",
    /// before, after, since, by, until: what may stand before a year.
    Beside = "beside",
    /// A currency: its ISO 4217 code.
    Currency = "currency",
    /// A sign or code of a currency that may stand before the number.
    CurrencySign = "currency_sign",
    /// A hundredth of a currency.
    Cent = "cent",
    /// before, after: what bounds a date belongs to it.
    Bound = "bound",
    /// "and later", "or after": from then on.
    Onward = "onward",
    /// A unit of measure: its name.
    Measure = "measure",
    /// A sign of a unit, behind figures only.
    MeasureSign = "measure_sign",
    /// percent.
    Percent = "percent",
    /// degrees.
    Degree = "degree",
    /// C, F.
    Scale2 = "degree_scale",
    /// roughly is 0, at least 1, at most -1.
    Hedge = "hedge",
    /// Who has an age, and the word for it: homme, âge.
    Person = "person",
    /// behind "ten years": old.
    Old = "old",
    /// will, is due to.
    Future = "future",
    /// What makes the number behind it a name or code: No., page, Boeing.
    Code = "code",
    /// minus.
    Minus = "minus",
    /// point, inside a spoken number.
    Point = "point",
}

/// One meaning of a word.
#[derive(Clone, Copy, Debug)]
pub struct Sense {
    /// What it is.
    pub class: Class,
    /// Its value as a number; 0 where the value is no number.
    pub value: f64,
    /// Its value as written in the table.
    pub name: &'static str,
    /// For a phrase: the words that follow, joined by `_`.
    pub rest: &'static str,
}

struct Entry {
    word: &'static str,
    classes: u64,
    first: u32,
    n: u32,
}

/// The senses of a language's words.
pub struct Table {
    slots: Vec<(u32, u32)>,
    entries: Vec<Entry>,
    senses: Vec<Sense>,
    /// Numbers may be written as one word.
    pub compounds: bool,
    /// The language's primary tag.
    pub tag: &'static str,
}

const EMPTY: u32 = u32::MAX;

impl Table {
    /// Reads table files; their senses add up.
    pub fn parse(tag: &'static str, files: &[&'static str]) -> Table {
        let mut pairs: Vec<(&'static str, u32, Sense)> = Vec::new();
        for line in files.iter().flat_map(|it| it.lines()) {
            let line = line.split('#').next().unwrap_or("").trim_end();
            let mut fields = line.split('\t');
            let (Some(class), Some(name), Some(words)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let Some(class) = Class::named(class) else {
                debug_assert!(false, "no class {class}");
                continue;
            };
            let value = decimal::read(name.trim_end_matches('?')).unwrap_or(0.0);
            for phrase in words.split_ascii_whitespace() {
                let (word, rest) = phrase.split_once('_').unwrap_or((phrase, ""));
                pairs.push((word, hash_folded(word), Sense { class, value, name, rest }));
            }
        }
        // Of one word's phrases the longest is tried first.
        order::by(&mut pairs, |a, b| (a.1, a.0).cmp(&(b.1, b.0)).then(b.2.rest.len().cmp(&a.2.rest.len())));
        let mut table = Table {
            slots: Vec::new(),
            entries: Vec::new(),
            senses: Vec::new(),
            compounds: matches!(tag, "de" | "nl" | "it"),
            tag,
        };
        for (word, _, sense) in pairs {
            if table.entries.last().is_none_or(|it| it.word != word) {
                table.entries.push(Entry { word, classes: 0, first: table.senses.len() as u32, n: 0 });
            }
            table.senses.push(sense);
            if let Some(entry) = table.entries.last_mut() {
                entry.classes |= sense.class.bit();
                entry.n += 1;
            }
        }
        table.slots = vec![(0, EMPTY); (table.entries.len() * 4 + 1).next_power_of_two()];
        let mask = table.slots.len() - 1;
        for (idx, entry) in table.entries.iter().enumerate() {
            let hash = hash_folded(entry.word);
            let mut slot = hash as usize & mask;
            while table.slots[slot].1 != EMPTY {
                slot = (slot + 1) & mask;
            }
            table.slots[slot] = (hash, idx as u32);
        }
        table
    }

    /// Where the word with this folded hash stands, and its classes; `None` for most words.
    pub fn find(&self, word: &str, hash: u32) -> Option<(u32, u64)> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].1 != EMPTY {
            let (held, idx) = self.slots[slot];
            if held == hash && eq_folded(self.entries[idx as usize].word, word) {
                return Some((idx, self.entries[idx as usize].classes));
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    /// The value of a number written as one word, "zweihundertsechs", and whether it is an ordinal. German,
    /// Dutch and Italian write so; what the table lists itself is not asked here.
    pub fn compound(&self, word: &str) -> Option<(f64, bool)> {
        const HEADS: &[(&str, Few)] = &[
            ("de", Few::new("ein zwe dre vie fün fue sec sie ach neu zeh elf zwö hun tau")),
            ("nl", Few::new("een twe dri vie vij zes zev ach neg tie elf twa hon dui één")),
            ("it", Few::new("ven tre qua cin ses set ott nov cen due mil sei")),
        ];
        if word.len() < 6 || word.len() > 48 {
            return None;
        }
        let heads = &HEADS.iter().find(|it| it.0 == self.tag)?.1;
        let head = &word[..word.char_indices().nth(3)?.0];
        if !(heads.has_folded(head) || !head.is_ascii() && heads.each().any(|it| eq_folded(it, head))) {
            return None;
        }
        if let Some(value) = self.morphemes(word) {
            return Some((value, false));
        }
        const ENDINGS: &[&str] = &["sten", "ster", "stes", "ste", "ten", "te", "esimo", "esima", "esimi"];
        let stem = ENDINGS.iter().find_map(|it| word.strip_suffix(it))?;
        let value = self.morphemes(stem).or_else(|| {
            // ventisett(e)simo
            ["e", "i", "o", "a"].iter().find_map(|it| self.morphemes(&format!("{stem}{it}")))
        })?;
        Some((value, true))
    }

    /// Reads the numbers that a word is made of, longest first, and adds them up.
    fn morphemes(&self, word: &str) -> Option<f64> {
        let mut rest = word;
        let (mut total, mut part, mut pieces) = (0.0, 0.0, 0);
        'word: while !rest.is_empty() {
            pieces += 1;
            if pieces > 16 {
                return None;
            }
            for joint in ["und", "ën", "en", "e"] {
                // The connecting word, and Dutch -ën- after a vowel; "een" is a number, so longer ones come first.
                if pieces > 1
                    && let Some(tail) = rest.strip_prefix(joint)
                    && (joint != "e" || self.tag == "it")
                    && !tail.is_empty()
                    && self.prefix(rest).is_none_or(|it| it.1 < joint.len())
                {
                    rest = tail;
                    continue 'word;
                }
            }
            let (value, len) = self.prefix(rest)?;
            if value >= 1000.0 {
                total += if part == 0.0 { 1.0 } else { part } * value;
                part = 0.0;
            } else if value == 100.0 {
                part = if part == 0.0 { 1.0 } else { part } * 100.0;
            } else {
                part += value;
            }
            rest = &rest[len..];
        }
        (pieces > 1).then_some(total + part)
    }

    /// The longest number that `word` begins with, and its length.
    fn prefix(&self, word: &str) -> Option<(f64, usize)> {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut best = None;
        for end in ends.take(12).filter(|&it| it >= 2) {
            let piece = &word[..end];
            if let Some((idx, classes)) = self.find(piece, hash_folded(piece))
                && classes & (Class::Cardinal.bit() | Class::Scale.bit()) != 0
                && let Some(sense) = self
                    .senses(idx)
                    .iter()
                    // "hunderte" and its like are no part of a greater number.
                    .find(|it| {
                        matches!(it.class, Class::Cardinal | Class::Scale)
                            && it.rest.is_empty()
                            && !it.name.ends_with('?')
                    })
            {
                best = Some((sense.value, end));
            }
        }
        // vent(i)uno, trent(a)otto
        if self.tag == "it" && best.is_none_or(|(_, len)| len < 4) {
            const TENS: &[(&str, f64)] = &[
                ("vent", 20.0),
                ("trent", 30.0),
                ("quarant", 40.0),
                ("cinquant", 50.0),
                ("sessant", 60.0),
                ("settant", 70.0),
                ("ottant", 80.0),
                ("novant", 90.0),
            ];
            let elided =
                TENS.iter().find(|it| word.strip_prefix(it.0).is_some_and(|it| it.starts_with(['u', 'o'])));
            if let Some((stem, value)) = elided {
                return Some((*value, stem.len()));
            }
        }
        best
    }

    /// The senses of the word that [`find`](Table::find) found.
    pub fn senses(&self, idx: u32) -> &[Sense] {
        match self.entries.get(idx as usize) {
            Some(entry) => &self.senses[entry.first as usize..(entry.first + entry.n) as usize],
            None => &[],
        }
    }

    /// The table for a BCP 47 tag; for languages we have none for, one of signs alone.
    pub fn of(tag: &str) -> &'static Table {
        static TABLES: ByLanguage<Table> = ByLanguage::empty();
        TABLES.of(tag, |tag| {
            let signs = late_text!("lexicon/signs.txt").unwrap_or("");
            match list(tag, "values") {
                Some(values) => Table::parse(tag, &[signs, values]),
                None => Table::parse("und", &[signs]),
            }
        })
    }
}
