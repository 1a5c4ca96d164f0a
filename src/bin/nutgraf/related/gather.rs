//! Gathers the articles of a site: from a folder of HTML files, or from JSON Lines.
//!
//! What was read in an earlier run and is as it was is not read again. What is no article is told in one line and left
//! out, and the rest goes on.

use super::hash;
use super::index::{Gathered, Index, Stamp};
use super::terms::{self, Terms};
use crate::Failure;
use crate::batch::{self, Record};
use crate::decode;
use nutgraf::{Options, read};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What was gathered.
pub struct All {
    /// The articles.
    pub articles: Vec<Gathered>,
    /// Files or lines that are no article, for whatever reason.
    pub n_left_out: usize,
    /// False when something could not be read that ought to be an article.
    pub is_whole: bool,
}

/// Why a file or a line is left out.
enum Why {
    /// There is nothing to read on it, as on a page of links: no fault of anybody.
    NoArticle,
    /// It is broken.
    Broken(String),
}

/// A file or line that was looked at.
struct Seen {
    name: String,
    outcome: Result<Gathered, Why>,
}

/// Gathers `site`; `before` is what an earlier run knows of it.
pub fn gather(site: &Path, out: &Path, before: &Index) -> Result<All, Failure> {
    let mut all = All { articles: Vec::new(), n_left_out: 0, is_whole: true };
    let mut keys: HashSet<String> = HashSet::new();
    let mut take = |seen: Vec<Seen>| {
        for it in seen {
            let outcome = it.outcome.and_then(|gathered| {
                let key = match &gathered {
                    Gathered::Kept(place, _) => &before.articles[*place].key,
                    Gathered::Read(key, ..) => key,
                };
                if keys.insert(key.clone()) {
                    Ok(gathered)
                } else {
                    Err(Why::Broken(format!("another article before it has the id {key:?}")))
                }
            });
            let why = match outcome {
                Ok(gathered) => {
                    all.articles.push(gathered);
                    continue;
                }
                Err(Why::NoArticle) => "no article is found in it".to_string(),
                Err(Why::Broken(why)) => {
                    all.is_whole = false;
                    why
                }
            };
            all.n_left_out += 1;
            eprintln!("nutgraf: {} is left out: {why}", it.name);
        }
    };
    if site.is_dir() {
        folder(site, out, before, &mut take)?;
    } else {
        lines(site, before, &mut take)?;
    }
    Ok(all)
}

/// Files read at a time: enough to keep all cores busy.
const CHUNK: usize = 256;

fn folder(site: &Path, out: &Path, before: &Index, take: &mut impl FnMut(Vec<Seen>)) -> Result<(), Failure> {
    let mut pages = Pages { out: out.canonicalize().ok(), files: Vec::new(), broken: Vec::new() };
    pages.walk(site, "");
    if let [Seen { outcome: Err(Why::Broken(why)), .. }] = &pages.broken[..]
        && pages.files.is_empty()
    {
        return Err(Failure::Usage(format!("{}: {why}", site.display())));
    }
    take(pages.broken);
    let places: HashMap<&str, usize> =
        before.articles.iter().enumerate().map(|(place, it)| (it.key.as_str(), place)).collect();
    for chunk in pages.files.chunks(CHUNK) {
        take(chunk.par_iter().map(|it| page(it, places.get(it.key.as_str()).copied(), before)).collect());
    }
    Ok(())
}

/// The pages below a folder.
struct Pages {
    /// Where we write to ourselves.
    out: Option<PathBuf>,
    files: Vec<PageFile>,
    broken: Vec<Seen>,
}

struct PageFile {
    key: String,
    path: PathBuf,
    modified: u64,
    length: u64,
}

impl Pages {
    /// Walks one folder, by name, so that every run meets the files in the same order.
    fn walk(&mut self, folder: &Path, key: &str) {
        let mut entries = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => return self.broken(key, &error),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = entry.path();
            let key = if key.is_empty() { name.clone() } else { format!("{key}/{name}") };
            // What begins with a full stop is not served. Links to folders may lead in circles.
            if name.starts_with('.') {
                continue;
            }
            if entry.file_type().is_ok_and(|it| it.is_dir()) {
                if self.out.is_none() || path.canonicalize().ok() != self.out {
                    self.walk(&path, &key);
                }
                continue;
            }
            let kind = path.extension().map(|it| it.to_ascii_lowercase());
            if !kind.is_some_and(|it| it == "html" || it == "htm" || it == "xhtml") {
                continue;
            }
            match fs::metadata(&path) {
                Ok(it) if it.is_file() => {
                    let since = it.modified().ok().and_then(|it| it.duration_since(UNIX_EPOCH).ok());
                    let modified = since.map_or(0, |it| it.as_nanos() as u64);
                    self.files.push(PageFile { key, path, modified, length: it.len() });
                }
                Ok(_) => {}
                Err(error) => self.broken(&key, &error),
            }
        }
    }

    fn broken(&mut self, name: &str, error: &std::io::Error) {
        let outcome = Err(Why::Broken(format!("it cannot be read: {error}")));
        self.broken.push(Seen { name: name.to_string(), outcome });
    }
}

/// A longer page is a machine's; nobody reads it.
const LONGEST: u64 = 64 << 20;

fn page(file: &PageFile, place: Option<usize>, before: &Index) -> Seen {
    let mut stamp = Stamp { modified: file.modified, length: file.length, content: 0 };
    let mut read = || {
        if let Some(place) = place {
            let former = before.articles[place].stamp;
            if former.modified == stamp.modified && former.length == stamp.length && stamp.modified > 0 {
                return Ok(Gathered::Kept(place, former));
            }
        }
        if file.length > LONGEST {
            return Err(Why::Broken(format!("it has more than {} MB", LONGEST >> 20)));
        }
        let bytes = fs::read(&file.path).map_err(|it| Why::Broken(format!("it cannot be read: {it}")))?;
        stamp.content = hash::hash(0, &bytes);
        if let Some(place) = place.filter(|&it| before.articles[it].stamp.content == stamp.content) {
            return Ok(Gathered::Kept(place, stamp));
        }
        if bytes.trim_ascii().is_empty() {
            return Err(Why::Broken("it is empty".into()));
        }
        if decode::is_binary(&bytes) {
            return Err(Why::Broken("it is not text but binary".into()));
        }
        let html = decode::decode(&bytes, true);
        let terms = guarded(|| {
            let page = read::html::read(&html);
            terms::of(&page.text, Some(&page.hints), Options::default())
        })?;
        let url = terms.url.clone().or_else(|| Some(address(&file.key)));
        Ok(Gathered::Read(file.key.clone(), stamp, url, terms))
    };
    Seen { name: file.key.clone(), outcome: read() }
}

/// Where a page of a site's folder stands: `news/index.html` is `/news/`.
fn address(key: &str) -> String {
    let shown = key.strip_suffix("index.html").filter(|it| it.is_empty() || it.ends_with('/')).unwrap_or(key);
    let mut address = String::from("/");
    for byte in shown.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            address.push(byte.into());
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

fn lines(site: &Path, before: &Index, take: &mut impl FnMut(Vec<Seen>)) -> Result<(), Failure> {
    let file = File::open(site).map_err(|error| {
        Failure::Usage(format!(
            "{} cannot be read: {error}; name a folder of HTML files, or a file of JSON Lines",
            site.display()
        ))
    })?;
    let mut input = BufReader::with_capacity(1 << 20, file);
    let places: HashMap<u64, usize> =
        before.articles.iter().enumerate().map(|(place, it)| (it.stamp.content, place)).collect();
    let mut n_lines = 0;
    loop {
        let chunk = batch::read_chunk(&mut input, &mut n_lines)?;
        if chunk.is_empty() {
            return Ok(());
        }
        take(chunk.par_iter().map(|(number, it)| line(it, *number, &places, before)).collect());
    }
}

fn line(line: &[u8], number: usize, places: &HashMap<u64, usize>, before: &Index) -> Seen {
    let line = line.trim_ascii();
    let stamp = Stamp { modified: 0, length: line.len() as u64, content: hash::hash(0, line) };
    let read = || {
        if let Some(&place) = places.get(&stamp.content)
            && before.articles[place].stamp == stamp
        {
            return Ok(Gathered::Kept(place, stamp));
        }
        let broken = |why: String| Err(Why::Broken(why));
        let Ok(line) = std::str::from_utf8(line) else { return broken("it is not UTF-8".into()) };
        let record: Record = match serde_json::from_str(line) {
            Ok(record) => record,
            Err(error) => return broken(format!("it is not a record: {error}")),
        };
        let key = match (&record.id, &record.request.url) {
            (Some(serde_json::Value::String(id)), _) => id.clone(),
            (Some(id), _) if !id.is_null() => id.to_string(),
            (_, Some(url)) => url.clone(),
            _ => return broken("a record has an \"id\" or a \"url\"".into()),
        };
        let options = match record.request.options() {
            Ok(options) => options,
            Err(error) => return broken(error.to_string()),
        };
        let said = options.url.clone().filter(|it| terms::is_web(it));
        let terms = match (&record.text, &record.html) {
            (Some(text), None) => guarded(|| terms::of(text, None, options)),
            (None, Some(html)) => guarded(|| {
                let page = read::html::read(html);
                terms::of(&page.text, Some(&page.hints), options)
            }),
            _ => return broken("a record has either \"text\" or \"html\"".into()),
        }?;
        let url = said.or_else(|| terms.url.clone());
        Ok(Gathered::Read(key, stamp, url, terms))
    };
    Seen { name: format!("line {number}"), outcome: read() }
}

/// No text is known to make the analysis panic. Should one, it costs itself and not the site.
fn guarded(work: impl FnOnce() -> Option<Terms>) -> Result<Terms, Why> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(terms) => terms.ok_or(Why::NoArticle),
        Err(_) => Err(Why::Broken("a fault of ours; please report this article".into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_a_folder_has_an_address() {
        assert_eq!(address("news/rain.html"), "/news/rain.html");
        assert_eq!(address("news/index.html"), "/news/");
        assert_eq!(address("index.html"), "/");
        assert_eq!(address("news/myindex.html"), "/news/myindex.html");
        assert_eq!(address("a b/\"x\".html"), "/a%20b/%22x%22.html");
    }
}
