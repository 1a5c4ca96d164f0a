//! Writes what pages read: one JSON file an article, and a list of them all.

use super::index::{Article, Index};
use super::sketch::is_copy;
use super::terms::{folded, name_hash, phrase_hash};
use super::weigh::ONE;
use super::{hash, index};
use crate::{Failure, json};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Similar articles shown: what a box beside an article holds.
const SHOWN: usize = 6;

/// Names and phrases shown of each.
const REASONS: usize = 5;

/// What was written.
pub struct Written {
    /// Files that are new or became another.
    pub n_files: usize,
    /// Articles that are a copy of another.
    pub n_copies: usize,
}

/// The JSON of an article.
#[derive(Serialize)]
struct RelatedView<'a> {
    schema: u32,
    articles: Vec<SimilarView<'a>>,
}

#[derive(Serialize)]
struct SimilarView<'a> {
    url: Option<&'a str>,
    title: &'a str,
    similarity: f64,
    names: Vec<&'a str>,
    phrases: Vec<&'a str>,
}

/// A line of the list of all.
#[derive(Serialize)]
struct LineView<'a> {
    id: &'a str,
    url: Option<&'a str>,
    file: &'a str,
}

/// The list of all: which file belongs to which article.
const LIST: &str = "related.jsonl";

/// Writes what became different, and takes away what belongs to articles that are no more.
pub fn publish(out: &Path, index: &mut Index) -> Result<Written, Failure> {
    let numbers: HashMap<u64, u32> =
        index.dictionary.iter().enumerate().map(|(number, &term)| (term, number as u32)).collect();
    let rarity = |term: u64| numbers.get(&term).map_or(u32::MAX, |&it| index.rarity(it as usize));
    let telling = if index.n_weighed < FEW { 0 } else { TELLING };
    let files: Vec<String> = index.articles.iter().map(|it| file_name(&it.key)).collect();
    let former = fs::read_to_string(out.join(LIST)).unwrap_or_default();
    let written: Vec<Option<u64>> = index
        .articles
        .par_iter()
        .zip(&files)
        .map(|(article, file)| {
            let path = out.join(file);
            if !article.is_touched && path.is_file() {
                return Ok(None);
            }
            let mut text = Vec::new();
            json::write_line(&mut text, &view(article, &index.articles, &rarity, telling))?;
            let now = hash::hash(0, &text);
            if now == article.written && path.is_file() {
                return Ok(None);
            }
            let unwritable = |it: std::io::Error| Failure::unwritable(&path, &it);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(unwritable)?;
            }
            fs::write(&path, text).map_err(unwritable)?;
            Ok(Some(now))
        })
        .collect::<Result<_, Failure>>()?;
    let n_copies =
        index.articles.par_iter().filter(|it| copies(it, &index.articles).next().is_some()).count();
    let mut n_files = 0;
    for (article, written) in index.articles.iter_mut().zip(written) {
        if let Some(now) = written {
            article.written = now;
            n_files += 1;
        }
    }
    list(out, index, &files)?;
    take_away(out, &former, &files);
    Ok(Written { n_files, n_copies })
}

fn view<'a>(
    article: &'a Article,
    all: &'a [Article],
    rarity: &impl Fn(u64) -> u32,
    telling: u32,
) -> RelatedView<'a> {
    let mut shown: Vec<&index::Near> = Vec::new();
    for near in &article.pool {
        let it = &all[near.article as usize];
        // Nobody wants to read the same story again, nor to be offered another one twice.
        let is_told = is_copy(&it.sketch, &article.sketch)
            || shown.iter().any(|other| is_copy(&it.sketch, &all[other.article as usize].sketch));
        if !is_told {
            shown.push(near);
        }
        if shown.len() == SHOWN {
            break;
        }
    }
    let similar = |near: &&index::Near| {
        let it = &all[near.article as usize];
        let names = shared(&article.names, &it.names, is_same_name, |it| rarity(name_hash(it)), telling);
        let is_phrase = |a: &str, b: &str| phrase_hash(a) == phrase_hash(b);
        let mut phrases =
            shared(&article.phrases, &it.phrases, is_phrase, |it| rarity(phrase_hash(it)), telling);
        phrases.retain(|it| !names.iter().any(|name| folded(name).contains(&folded(it))));
        let similarity = f64::from(near.similarity) / (f64::from(ONE) * f64::from(ONE));
        let similarity = (similarity * 10_000.0).round() / 10_000.0;
        SimilarView { url: it.url.as_deref(), title: &it.title, similarity, names, phrases }
    };
    RelatedView { schema: 1, articles: shown.iter().map(similar).collect() }
}

/// The articles near one that tell the same story in the same words.
fn copies<'a>(article: &'a Article, all: &'a [Article]) -> impl Iterator<Item = &'a Article> {
    let near = article.pool.iter().map(|it| &all[it.article as usize]);
    near.filter(|it| is_copy(&it.sketch, &article.sketch))
}

/// What stands in more than every sixth article or so tells nobody why two are alike: log2(6) in parts of 4096.
/// A site with fewer articles than [`FEW`] has nothing that is rarer.
const TELLING: u32 = 10_500;
const FEW: u32 = 100;

/// What both have, as the first writes it, the rarest on this site first.
fn shared<'a>(
    ours: &'a [String],
    theirs: &[String],
    is_same: impl Fn(&str, &str) -> bool,
    rarity: impl Fn(&str) -> u32,
    telling: u32,
) -> Vec<&'a str> {
    let mut both: Vec<&str> =
        ours.iter().map(String::as_str).filter(|it| theirs.iter().any(|other| is_same(it, other))).collect();
    // Stable: of two as rare the more salient one stays first.
    both.sort_by_cached_key(|it| std::cmp::Reverse(rarity(it)));
    let n_telling = both.partition_point(|it| rarity(it) >= telling);
    // Unless there is nothing else.
    both.truncate(n_telling.clamp(1, REASONS));
    both
}

/// True for two spellings of a name, one of which may leave out what comes first: "Ann Lee" and "Lee".
fn is_same_name(a: &str, b: &str) -> bool {
    let (a, b) = (folded(a), folded(b));
    let ends = |long: &str, short: &str| {
        !short.is_empty() && long.strip_suffix(short).is_some_and(|it| it.is_empty() || it.ends_with(' '))
    };
    ends(&a, &b) || ends(&b, &a)
}

fn list(out: &Path, index: &Index, files: &[String]) -> Result<(), Failure> {
    let mut text = Vec::new();
    for (article, file) in index.articles.iter().zip(files) {
        json::write_line(&mut text, &LineView { id: &article.key, url: article.url.as_deref(), file })?;
    }
    let path = out.join(LIST);
    fs::write(&path, text).map_err(|it| Failure::unwritable(&path, &it))
}

/// Removes the files of the former list that are not in the new one. Nothing else is ours.
fn take_away(out: &Path, former: &str, files: &[String]) {
    let kept: std::collections::HashSet<&str> = files.iter().map(String::as_str).collect();
    for line in former.lines() {
        let file = serde_json::from_str::<serde_json::Value>(line)
            .ok()
            .and_then(|it| Some(it["file"].as_str()?.to_string()));
        // Somebody may have edited the list: nothing outside of our folder is touched.
        if let Some(file) = file.filter(|it| !kept.contains(it.as_str()) && is_file_name(it)) {
            let _ = fs::remove_file(out.join(file));
        }
    }
}

/// Letters of a file's or folder's name; file systems take 255 bytes.
const LONGEST: usize = 120;

/// The file of an article: its path below the site's folder, or its id, with `.json` behind it. What cannot stand in
/// an address or a file name becomes `_`, and a hash then keeps different ids apart.
fn file_name(key: &str) -> String {
    let mut name = String::new();
    for (idx, part) in key.split('/').enumerate() {
        if idx > 0 {
            name.push('/');
        }
        let is_plain = |it: char| it.is_ascii_alphanumeric() || "-._".contains(it);
        let plain: String =
            part.chars().take(LONGEST).map(|it| if is_plain(it) { it } else { '_' }).collect();
        name.push_str(if plain.is_empty() { "_" } else { &plain });
        if plain.starts_with('.') {
            // Neither hidden, nor a way up.
            let start = name.len() - plain.len();
            name.replace_range(start..=start, "_");
        }
    }
    if name.len() > 2 * LONGEST {
        name.truncate(2 * LONGEST);
        name = name.replace('/', "_");
    }
    if name != key || name == "related.index" {
        name.push_str(&format!("-{:08x}", hash::hash(b'f', key.as_bytes()) >> 32));
    }
    name.push_str(".json");
    name
}

/// True for what [`file_name`] may have made.
fn is_file_name(file: &str) -> bool {
    file.ends_with(".json")
        && !file.starts_with('/')
        && file.split('/').all(|it| !it.is_empty() && !it.starts_with('.'))
        && !file.contains(['\\', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_can_be_served_and_never_lead_out() {
        assert_eq!(file_name("12"), "12.json");
        assert_eq!(file_name("news/rain.html"), "news/rain.html.json");
        for odd in
            ["../../etc/passwd", "/", "", "a//b", "https://news.example/?id=1", "C:\\x", "ü", ".hidden"]
        {
            let name = file_name(odd);
            assert!(is_file_name(&name), "{odd:?} became {name:?}");
            assert!(name.is_ascii() && !name.contains(".."), "{odd:?} became {name:?}");
        }
        assert!(file_name(&"x/".repeat(4000)).len() < 300);
        assert_ne!(file_name("a b"), file_name("a_b"));
        assert_ne!(file_name("a b"), file_name("a?b"));
    }

    #[test]
    fn a_name_may_leave_out_what_comes_first() {
        assert!(is_same_name("Volodymyr Zelensky", "Zelensky"));
        assert!(is_same_name("BANK OF ROME", "Bank of Rome"));
        assert!(!is_same_name("Ann Lee", "Bob Lee"));
        assert!(!is_same_name("Lee", "Ashlee"));
        assert!(!is_same_name("!", "?"));
    }
}
