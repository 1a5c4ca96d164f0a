//! Name lists: the gazetteers, cut to what articles are likely to need.
//!
//! Two things make an entry worth its bits: it is large (population, bearers) or raw running text has it with
//! a capital inside sentences. Only hashes are written.

use super::file::{block, gaps};
use crate::coder::Writer;
use crate::data::Data;
use nutgraf::find::mentions::features::{class, listed_phrase, listed_word};
use nutgraf::lexicon::english;
use nutgraf::model::names::{ClassChances, LIST_BITS, N_CLASSES, classes};
use nutgraf::read::sentences::Sentence;
use nutgraf::read::tokens::{TokenKind, split};
use nutgraf::text::Span;
use std::collections::{BTreeMap, BTreeSet, HashMap};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// How many usual words are listed.
const N_COMMON: usize = 8000;

/// A row of a gazetteer.
pub struct Row {
    pub name: String,
    pub kind: String,
    pub weight: f64,
    pub extra: String,
    pub source: String,
}

/// The rows of a gazetteer.
pub fn rows(data: &Data, file: &str) -> Outcome<Vec<Row>> {
    let lines = data.lines(&format!("gazetteers/{file}.tsv.gz"))?;
    let row = |line: &String| {
        let mut fields = line.split('\t').map(str::to_string);
        let mut next = || fields.next().unwrap_or_default();
        let (name, kind, weight, extra, source) = (next(), next(), next(), next(), next());
        Row { name, kind, weight: weight.parse().unwrap_or(0.0), extra, source }
    };
    Ok(lines.iter().skip(1).map(row).collect())
}

/// The tokens of a name that count: marks do not.
fn words(name: &str) -> Vec<String> {
    let sentence = Sentence { span: Span::new(0, name.len()), block: 0 };
    split(name, &[sentence], None)
        .iter()
        .filter(|it| it.kind != TokenKind::Mark)
        .map(|it| it.span.of(name).to_string())
        .collect()
}

/// What raw text has: how often words are in lower case and with a capital inside sentences, and which
/// phrases begin and end with capitals.
struct Attested {
    lower: HashMap<String, u32>,
    upper: HashMap<String, u32>,
    phrases: HashMap<u32, u32>,
}

#[derive(serde::Deserialize)]
struct Raw {
    text: String,
}

impl Attested {
    /// Reads the raw texts; of the large speech collections only every so many records, for they are not news.
    fn read(data: &Data) -> Outcome<Attested> {
        let mut it = Attested { lower: HashMap::new(), upper: HashMap::new(), phrases: HashMap::new() };
        for (name, step) in [
            ("voa_gmb_en", 1),
            ("wikinews_en", 1),
            ("masc_en", 1),
            ("factbook_en", 1),
            ("whitehouse_en", 6),
            ("ungd_en", 6),
        ] {
            let records: Vec<Raw> = data.records(&format!("rawtext/{name}.jsonl.gz"))?;
            for record in records.iter().step_by(step) {
                it.add(&record.text);
            }
        }
        Ok(it)
    }

    fn add(&mut self, text: &str) {
        for line in text.lines() {
            let sentence = Sentence { span: Span::new(0, line.len()), block: 0 };
            let tokens = split(line, &[sentence], None);
            let kept: Vec<(&str, bool)> = tokens
                .iter()
                .filter(|it| it.kind != TokenKind::Mark)
                .map(|it| (it.span.of(line), true))
                .collect();
            for (at, token) in tokens.iter().enumerate() {
                let word = token.span.of(line);
                if token.kind != TokenKind::Word {
                    continue;
                }
                if word.starts_with(char::is_lowercase) {
                    *self.lower.entry(word.to_string()).or_default() += 1;
                } else if at > 0 && tokens[at - 1].kind == TokenKind::Word {
                    *self.upper.entry(word.to_lowercase()).or_default() += 1;
                }
            }
            for at in 0..kept.len() {
                if !kept[at].0.starts_with(char::is_uppercase) {
                    continue;
                }
                for n in 2..=6.min(kept.len() - at) {
                    if kept[at + n - 1].0.starts_with(char::is_uppercase) {
                        let hash = listed_phrase(kept[at..at + n].iter().map(|it| it.0));
                        *self.phrases.entry(hash).or_default() += 1;
                    }
                }
            }
        }
    }

    fn upper(&self, word: &str) -> u32 {
        self.upper.get(&word.to_lowercase()).copied().unwrap_or(0)
    }

    fn lower(&self, word: &str) -> u32 {
        self.lower.get(&word.to_lowercase()).copied().unwrap_or(0)
    }
}

/// The lists, as the model file has them.
pub fn make(data: &Data) -> Outcome<Vec<u8>> {
    let attested = Attested::read(data)?;
    let mut listed = Listed::new(0, false);
    let mut add = |class: u32, name: &str| listed.add(class, name);
    let is_word = |name: &str| name.chars().all(char::is_alphabetic) && name.chars().count() > 1;
    let in_text = |name: &str| {
        attested.phrases.get(&listed_phrase(words(name).iter().map(String::as_str))).copied().unwrap_or(0)
    };

    for row in rows(data, "first_names")? {
        let is_common = attested.lower(&row.name) > 20 * attested.upper(&row.name).max(1);
        let wanted = match &*row.source {
            "SSA" => row.weight >= 3000.0 || attested.upper(&row.name) >= 3,
            "popular-names-by-country" => true,
            "Faker" => attested.upper(&row.name) >= 2,
            _ => attested.upper(&row.name) >= 8,
        };
        if wanted && !is_common && is_word(&row.name) && row.name.chars().all(|it| (it as u32) < 0x250) {
            add(class::FIRST, &row.name);
        }
    }
    for row in rows(data, "surnames")? {
        let wanted = match &*row.source {
            "US Census" => row.weight >= 0.004 || attested.upper(&row.name) >= 3,
            "popular-names-by-country" => true,
            _ => attested.upper(&row.name) >= 5,
        };
        let is_common = attested.lower(&row.name) > 20 * attested.upper(&row.name).max(1);
        if wanted && !is_common && is_word(&row.name) && row.name.chars().all(|it| (it as u32) < 0x250) {
            add(class::LAST, &row.name);
        }
    }
    for row in rows(data, "cities")? {
        let english = ["US", "GB", "CA", "AU", "IE", "NZ"].contains(&row.extra.get(..2).unwrap_or(""));
        let phrase = row.name.contains([' ', '-']);
        let seen = if phrase { in_text(&row.name) } else { attested.upper(&row.name) };
        let common = attested.lower(&row.name) > 5 * attested.upper(&row.name).max(1);
        let wanted = row.weight >= if english { 40_000.0 } else { 250_000.0 }
            || seen >= 2 && row.weight >= 15_000.0
            || row.source == "Factbook";
        if wanted && !common {
            add(class::PLACE, &row.name);
        }
    }
    for row in rows(data, "subdivisions")? {
        let well_known =
            ["us", "gb", "ca", "au", "in", "de", "mx"].contains(&row.extra.get(..2).unwrap_or(""));
        let english = row.extra.ends_with("/en") || row.source != "CLDR";
        let seen = if row.name.contains([' ', '-']) { in_text(&row.name) } else { attested.upper(&row.name) };
        let common = attested.lower(&row.name) > 5 * attested.upper(&row.name).max(1);
        if english && (well_known || seen >= 1) && !common {
            add(class::PLACE, &row.name);
        }
    }
    for row in rows(data, "countries")? {
        let english = row.source == "Factbook" || row.extra.contains("/en");
        if row.kind.starts_with("demonym") {
            for name in row.name.split([',', ';', '(', '/']).flat_map(|it| it.split(" or ")) {
                let name = name.replace("singular", "").replace("plural", "");
                let name = name.trim().trim_end_matches(')');
                if is_word(name) && name.starts_with(char::is_uppercase) {
                    add(class::PEOPLE, name);
                }
            }
        } else if english && row.name != "world" && !row.kind.ends_with("abbreviation") {
            add(class::COUNTRY, &row.name);
        }
    }
    for entry in english().nationalities.entries() {
        add(class::PEOPLE, entry);
    }
    for entry in include_str!("places.txt").lines().filter(|it| !it.starts_with('#')) {
        add(class::PLACE, entry);
    }
    for file in ["companies", "media", "sports_teams", "organizations", "parties", "universities"] {
        for row in rows(data, file)? {
            let phrase = row.name.contains([' ', '-']);
            let seen = if phrase { in_text(&row.name) } else { attested.upper(&row.name) };
            let common = !phrase && attested.lower(&row.name) > attested.upper(&row.name);
            let wanted = match &*row.source {
                "hand" => true,
                "S&P 500" | "Fundus" => true,
                "dariusk/corpora" => phrase || seen >= 1,
                "PartyFacts" => phrase && row.extra.ends_with("/en") && seen >= 1,
                "openfootball" => seen >= 2 && (phrase || row.kind == "football_club_alias"),
                "Factbook" => seen >= 1,
                _ => seen >= 3 && phrase,
            };
            if wanted && !common && (phrase || row.kind != "football_club_alias") {
                add(class::ORGANIZATION, &row.name);
            }
        }
    }
    for row in rows(data, "titles")? {
        if row.extra.starts_with("en")
            && ["honorific", "role"].contains(&&*row.kind)
            && !row.name.contains(' ')
        {
            add(class::TITLE, row.name.trim_end_matches('.'));
        }
    }
    for entry in english().titles.entries() {
        add(class::TITLE, entry.trim_end_matches('.'));
    }
    for entry in english().org_words.entries() {
        add(class::ORGANIZATION_WORD, entry.trim_end_matches('.'));
    }
    for word in PLACE_WORDS {
        add(class::PLACE_WORD, word);
    }
    let mut common: Vec<(u32, &String)> = attested
        .lower
        .iter()
        .filter(|(word, n)| **n >= 4 && **n > 4 * attested.upper(word))
        .map(|(word, n)| (*n, word))
        .collect();
    common.sort_by(|a, b| b.cmp(a));
    common.truncate(N_COMMON);
    for (_, word) in common {
        add(class::COMMON, word);
    }
    Ok(write(&listed))
}

/// Hashes by class.
pub struct Listed {
    hashes: Vec<BTreeSet<u32>>,
    endings: u8,
    is_chinese: bool,
    n_left_out: usize,
}

impl Listed {
    pub fn new(endings: u8, is_chinese: bool) -> Listed {
        Listed { hashes: vec![BTreeSet::new(); N_CLASSES], endings, is_chinese, n_left_out: 0 }
    }

    /// True when a word is listed as a person's name, a place or an organization.
    pub fn is_name(&self, word: &str) -> bool {
        let hash = listed_word(word) >> (32 - LIST_BITS);
        [class::FIRST, class::LAST, class::PLACE, class::COUNTRY, class::ORGANIZATION]
            .iter()
            .any(|it| self.hashes[it.trailing_zeros() as usize].contains(&hash))
    }

    /// Puts a name into its class, or the class of phrases.
    pub fn add(&mut self, class: u32, name: &str) {
        let words: Vec<String> =
            if self.is_chinese { name.chars().map(String::from).collect() } else { words(name) };
        let (phrase, single) = match class {
            class::PLACE | class::COUNTRY | class::PLACE_PHRASE => (class::PLACE_PHRASE, class),
            class::ORGANIZATION | class::ORGANIZATION_PHRASE => {
                (class::ORGANIZATION_PHRASE, class::ORGANIZATION)
            }
            other => (other, other),
        };
        let hash = match &words[..] {
            [] => return,
            [word] if word.chars().count() < 2 && !self.is_chinese => return,
            [word] => listed_word(word),
            words if words.len() <= 6 => listed_phrase(words.iter().map(String::as_str)),
            _ => {
                self.n_left_out += 1;
                return;
            }
        };
        let class = if words.len() == 1 { single } else { phrase };
        let mut put =
            |hash: u32| self.hashes[class.trailing_zeros() as usize].insert(hash >> (32 - LIST_BITS));
        put(hash);
        // "Srbija" changes its last letter: "Srbiji".
        if let [word] = &words[..]
            && self.endings > 0
            && word.chars().count() > 4
            && word.ends_with(['a', 'e', 'o', 'á', 'i'])
            && class & (class::COMMON | class::TITLE) == 0
        {
            let mut chars = word.chars();
            chars.next_back();
            put(listed_word(chars.as_str()));
        }
    }
}

/// The lists, as the model file has them.
pub fn write(listed: &Listed) -> Vec<u8> {
    let sizes: Vec<usize> = listed.hashes.iter().map(BTreeSet::len).collect();
    eprintln!("lists: {sizes:?}, {} too long", listed.n_left_out);
    let mut entries: BTreeMap<u32, u32> = BTreeMap::new();
    for (class, list) in listed.hashes.iter().enumerate() {
        for hash in list {
            *entries.entry(*hash).or_default() |= 1 << class;
        }
    }
    let mut bytes = vec![listed.endings];
    bytes.extend(gaps(&entries.keys().copied().collect::<Vec<u32>>(), LIST_BITS));
    let mut writer = Writer::default();
    let mut chances = ClassChances::default();
    for it in entries.values() {
        classes(&mut writer, &mut chances, *it);
    }
    bytes.extend(block(writer));
    bytes
}

/// Words that head or end names of places.
const PLACE_WORDS: &[&str] = &[
    "airport",
    "avenue",
    "bay",
    "beach",
    "boulevard",
    "bridge",
    "canal",
    "canyon",
    "cape",
    "castle",
    "city",
    "coast",
    "county",
    "creek",
    "desert",
    "district",
    "drive",
    "east",
    "falls",
    "field",
    "forest",
    "fort",
    "gardens",
    "glacier",
    "gulf",
    "harbor",
    "harbour",
    "highway",
    "hill",
    "hills",
    "hotel",
    "island",
    "islands",
    "isle",
    "lake",
    "lane",
    "mountain",
    "mountains",
    "mount",
    "north",
    "northern",
    "ocean",
    "palace",
    "park",
    "peninsula",
    "plains",
    "plaza",
    "point",
    "port",
    "prefecture",
    "province",
    "region",
    "republic",
    "ridge",
    "river",
    "road",
    "sea",
    "shore",
    "south",
    "southern",
    "square",
    "state",
    "station",
    "strait",
    "street",
    "temple",
    "territory",
    "tower",
    "town",
    "valley",
    "village",
    "west",
    "western",
    "eastern",
    "central",
    "saint",
    "st",
    "san",
    "santa",
    "new",
    "los",
    "el",
    "upper",
    "lower",
];
