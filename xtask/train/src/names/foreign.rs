//! Name lists of the languages that are not English.
//!
//! An entry is worth its bits when it is at home in the language (a first name of the country, a country in its own
//! words) or when wordfreq knows it among the language's 25,000 commonest words; a last name, of which there are most, when
//! both hold. What is listed beyond that costs more than it tells: of unknown words, asked for with four endings, one in four was taken
//! for a name. Only hashes are written.

use super::lists::{self, Listed, Row, rows};
use super::{Source, corpus};
use crate::data::Data;
use nutgraf::find::mentions::features::class;
use nutgraf::lexicon::Lexicon;
use std::collections::HashMap;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// A language whose names are learned.
pub struct Language {
    /// BCP 47 primary tag.
    pub tag: &'static str,
    /// Its tag in wordfreq.
    pub wordfreq: &'static str,
    /// Countries at home in it.
    pub countries: &'static [&'static str],
}

/// How many usual words are listed.
const N_COMMON: usize = 3000;
const N_NOUNS: usize = 7000;

/// A town needs so many people to be listed: at home, and anywhere.
const TOWN: f64 = 15_000.0;
const CITY: f64 = 900_000.0;

/// How many letters at the end of a name may change.
const ENDINGS: u8 = 3;

/// The lists of these languages together, as the model file has them. The texts that the model learns from tell which
/// usual words are written in lower case.
pub fn make(data: &Data, languages: &[Language], sources: &[Source]) -> Outcome<Vec<u8>> {
    let is_chinese = languages.iter().any(|it| it.tag == "zh");
    let mut listed = Listed::new(if is_chinese { 0 } else { ENDINGS }, is_chinese);
    for language in languages {
        add(data, language, &corpus::texts(data, sources, language.tag)?, &mut listed)?;
    }
    Ok(lists::write(&listed))
}

fn add(data: &Data, language: &Language, texts: &[String], listed: &mut Listed) -> Outcome<()> {
    let mut zipf: HashMap<String, f64> = HashMap::new();
    let mut common: Vec<String> = Vec::new();
    for line in data.lines("rawtext/wordfreq.tsv.gz")? {
        let mut fields = line.split('\t');
        if let (Some(tag), Some(word), Some(it)) = (fields.next(), fields.next(), fields.next())
            && tag == language.wordfreq
        {
            zipf.insert(word.to_string(), it.parse().unwrap_or(0.0));
            common.push(word.to_string());
        }
    }
    let (mut lower, mut upper): (HashMap<String, u32>, HashMap<String, u32>) = Default::default();
    for text in texts {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()) {
            let map = if word.starts_with(char::is_uppercase) { &mut upper } else { &mut lower };
            *map.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    let lower = |word: &str| lower.get(&word.to_lowercase()).copied().unwrap_or(0);
    let upper = |word: &str| upper.get(&word.to_lowercase()).copied().unwrap_or(0);
    let known = |name: &str| zipf.contains_key(&name.to_lowercase());
    let at_home = |row: &Row| language.countries.iter().any(|it| row.extra.starts_with(it));
    let home_locale = |row: &Row| row.extra.split(['/', '_']).next() == Some(language.tag);
    let is_common = |name: &str| !name.contains([' ', '-']) && lower(name) > upper(name);
    let is_chinese = language.tag == "zh";
    let is_word = |name: &str| {
        name.chars().all(char::is_alphabetic)
            && (is_chinese
                || name.chars().count() > 1
                    && name.chars().all(|it| matches!(it as u32, ..0x250 | 0x400..0x460)))
    };

    for (file, class) in [("first_names", class::FIRST), ("surnames", class::LAST)] {
        for row in rows(data, file)? {
            // NameDatabases has whole telephone books, with misspellings.
            let is_home = (home_locale(&row) || at_home(&row)) && row.source != "NameDatabases";
            let is_known = known(&row.name) && (row.source != "US Census" || row.weight >= 0.01);
            let is_last = class == class::LAST && !is_chinese;
            let wanted = if is_last { is_home && known(&row.name) } else { is_home || is_known };
            if wanted && is_word(&row.name) && !is_common(&row.name) {
                listed.add(class, &row.name);
            }
        }
    }
    for row in rows(data, "cities")? {
        let wanted = row.weight >= if at_home(&row) { TOWN } else { CITY }
            || known(&row.name) && (row.weight >= 40_000.0 || at_home(&row));
        if wanted && !is_common(&row.name) {
            listed.add(class::PLACE, &row.name);
        }
    }
    let own = format!("/{}", language.tag);
    let is_own = |row: &Row| row.extra.ends_with(&own) || row.extra.contains(&format!("{own}-"));
    for row in rows(data, "subdivisions")? {
        if (is_own(&row) || at_home(&row) || known(&row.name)) && !is_common(&row.name) {
            listed.add(class::PLACE, &row.name);
        }
    }
    for row in rows(data, "countries")? {
        let wanted = is_own(&row) || !row.kind.starts_with("demonym") && known(&row.name);
        if wanted && !row.kind.ends_with("abbreviation") && !is_common(&row.name) {
            listed.add(class::COUNTRY, &row.name);
        }
    }
    for file in ["companies", "media", "sports_teams", "organizations", "parties", "universities"] {
        for row in rows(data, file)? {
            let wanted = match &*row.source {
                "hand" => is_chinese && !row.name.is_ascii() || row.name.contains(' ') || known(&row.name),
                "Fundus" => known(&row.name) || at_home(&row),
                "PartyFacts" => language.countries.iter().any(|it| row.extra.starts_with(alpha3(it))),
                "openfootball" => {
                    let home = language.countries.iter().any(|it| it.eq_ignore_ascii_case(&row.extra));
                    home || known(&row.name) && row.kind == "football_club_alias"
                }
                "university-domains-list" => at_home(&row),
                "KIND gazetteer (Italian Wikipedia titles)" => false,
                _ => known(&row.name),
            };
            if wanted && !is_common(&row.name) {
                listed.add(class::ORGANIZATION, &row.name);
            }
        }
    }
    for row in rows(data, "titles")? {
        if row.extra.starts_with(language.tag) && ["honorific", "role"].contains(&&*row.kind) {
            listed.add(class::TITLE, row.name.trim_end_matches('.'));
        }
    }
    for line in include_str!("words.txt").lines() {
        let Some((kind, words)) = line.strip_prefix(language.tag).and_then(|it| it.split_once(": ")) else {
            continue;
        };
        let class = match kind {
            " title" => class::TITLE,
            " body" => class::ORGANIZATION_WORD,
            " place" => class::PLACE_WORD,
            " city" => class::PLACE,
            // Chinese has no other use for it.
            " sound" => class::PEOPLE,
            _ => continue,
        };
        for word in words.split(' ') {
            listed.add(class, &word.replace('_', " "));
        }
    }
    let lexicon = Lexicon::of(language.tag);
    if lexicon.tag == language.tag {
        let entries = [
            (class::TITLE, &lexicon.titles),
            (class::ORGANIZATION_WORD, &lexicon.org_words),
            (class::PEOPLE, &lexicon.nationalities),
        ];
        for (class, list) in entries {
            for entry in list.entries() {
                listed.add(class, entry.trim_end_matches('.'));
            }
        }
    }
    // Without texts: what is common and in no list of names. In German, whose nouns have capitals, more is needed.
    let n_common = match language.tag {
        "de" => N_NOUNS,
        _ if texts.is_empty() => N_COMMON / 2,
        _ => N_COMMON,
    };
    let is_usual = |it: &&String| match texts.is_empty() {
        true => it.chars().count() > 1 && !listed.is_name(it),
        false => lower(it) > 0 && lower(it) > 4 * upper(it),
    };
    let common: Vec<&String> = common.iter().filter(is_usual).take(n_common).collect();
    for word in common {
        listed.add(class::COMMON, word);
    }
    Ok(())
}

/// The code of a country in three letters, for those at home in a language of ours.
fn alpha3(alpha2: &str) -> &'static str {
    match alpha2 {
        "PT" => "PRT",
        "BR" => "BRA",
        "SE" => "SWE",
        "DK" => "DNK",
        "NO" => "NOR",
        "HR" => "HRV",
        "RS" => "SRB",
        "BA" => "BIH",
        "ME" => "MNE",
        "SK" => "SVK",
        "CZ" => "CZE",
        "FI" => "FIN",
        "CN" => "CHN",
        "TW" => "TWN",
        _ => "?",
    }
}
