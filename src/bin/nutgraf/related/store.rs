//! The index on disk: one file, `related.index`, in the folder that is written to. It need not be published.
//!
//! Numbers are little-endian; a list and a string begin with their length. A file that another release made, that was
//! cut off or changed, is told by its first bytes and by a hash at its end, and is not used.

use super::hash;
use super::index::{Article, Index, Near, Stamp};
use crate::Failure;
use std::fs;
use std::path::Path;

const NAME: &str = "related.index";

/// Changes with everything that changes what an index says.
const HEAD: &[u8] = b"nutgraf related 1\n";

/// Reads the index; an empty one when there is none. The error says why it cannot be used.
pub fn load(out: &Path) -> Result<Index, String> {
    let path = out.join(NAME);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Index::default()),
        Err(error) => return Err(format!("{} cannot be read ({error})", path.display())),
    };
    let Some(bytes) = bytes.strip_prefix(HEAD) else {
        return Err(format!("{} was made by another release", path.display()));
    };
    let whole = bytes.split_last_chunk::<8>().filter(|it| hash::hash(0, it.0) == u64::from_le_bytes(*it.1));
    whole.and_then(|it| Reader { bytes: it.0 }.index()).ok_or_else(|| format!("{} is broken", path.display()))
}

/// Writes the index, all or nothing.
pub fn save(out: &Path, index: &Index) -> Result<(), Failure> {
    let mut bytes = HEAD.to_vec();
    write(index, &mut bytes);
    let sum = hash::hash(0, &bytes[HEAD.len()..]);
    bytes.extend(sum.to_le_bytes());
    let (path, half) = (out.join(NAME), out.join(format!("{NAME}.half")));
    fs::write(&half, bytes)
        .and_then(|()| fs::rename(&half, &path))
        .map_err(|it| Failure::unwritable(&path, &it))
}

fn write(index: &Index, out: &mut Vec<u8>) {
    fn length(out: &mut Vec<u8>, n: usize) {
        out.extend((n as u32).to_le_bytes());
    }
    fn string(out: &mut Vec<u8>, it: &str) {
        length(out, it.len());
        out.extend(it.as_bytes());
    }
    length(out, index.dictionary.len());
    index.dictionary.iter().for_each(|it| out.extend(it.to_le_bytes()));
    length(out, index.spread.len());
    index.spread.iter().for_each(|it| out.extend(it.to_le_bytes()));
    out.extend(index.n_weighed.to_le_bytes());
    length(out, index.articles.len());
    for it in &index.articles {
        string(out, &it.key);
        for number in [it.stamp.modified, it.stamp.length, it.stamp.content, it.written] {
            out.extend(number.to_le_bytes());
        }
        // An address is never empty.
        string(out, it.url.as_deref().unwrap_or(""));
        string(out, &it.title);
        length(out, it.terms.len());
        for (term, weight) in &it.terms {
            out.extend(term.to_le_bytes());
            out.push(*weight);
        }
        length(out, it.sketch.len());
        it.sketch.iter().for_each(|it| out.extend(it.to_le_bytes()));
        for list in [&it.names, &it.phrases] {
            length(out, list.len());
            list.iter().for_each(|it| string(out, it));
        }
        length(out, it.pool.len());
        for near in &it.pool {
            out.extend(near.article.to_le_bytes());
            out.extend(near.similarity.to_le_bytes());
        }
    }
}

/// Takes values off the front; none when there are too few bytes or they make no sense.
struct Reader<'b> {
    bytes: &'b [u8],
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(*first)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    fn string(&mut self) -> Option<String> {
        let length = self.u32()? as usize;
        let (string, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        String::from_utf8(string.to_vec()).ok()
    }

    fn list<T>(&mut self, each: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.u32()? as usize;
        // Every item takes a byte at least: a length that cannot be true asks for no memory.
        (length <= self.bytes.len()).then_some(())?;
        (0..length).map(|_| each(self)).collect()
    }

    fn index(&mut self) -> Option<Index> {
        let dictionary = self.list(Self::u64)?;
        let spread = self.list(Self::u32)?;
        let n_weighed = self.u32()?;
        let articles = self.list(Self::article)?;
        let n_articles = articles.len() as u32;
        let is_sound = self.bytes.is_empty()
            && spread.len() <= dictionary.len()
            && articles.iter().all(|it| {
                it.terms.iter().all(|it| (it.0 as usize) < dictionary.len())
                    && it.pool.iter().all(|it| it.article < n_articles)
            });
        is_sound.then_some(Index { articles, dictionary, spread, n_weighed, ..Index::default() })
    }

    fn article(&mut self) -> Option<Article> {
        let key = self.string()?;
        let stamp = Stamp { modified: self.u64()?, length: self.u64()?, content: self.u64()? };
        let written = self.u64()?;
        Some(Article {
            key,
            stamp,
            written,
            url: Some(self.string()?).filter(|it| !it.is_empty()),
            title: self.string()?,
            terms: self.list(|it| Some((it.u32()?, it.take::<1>()?[0])))?,
            sketch: self.list(Self::u32)?,
            names: self.list(Self::string)?,
            phrases: self.list(Self::string)?,
            pool: self.list(|it| Some(Near { article: it.u32()?, similarity: it.u32()? }))?,
            is_stale: false,
            is_touched: false,
        })
    }
}
